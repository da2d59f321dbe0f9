"""A plan, two copies of it and what is new on it, for reading in a terminal."""

from collections.abc import Iterator
from textwrap import fill
from typing import Any

from models.plans.merge import Change, Clash, Merge, column_of
from models.plans.plan import PLAN_COLUMNS, Plan, PlanItem
from models.records.position_words import position_in_words
from models.records.records import Recommendation
from search import ChosenEntry, SearchIndex
from web.plans.news import ItemNews
from web.plans.plan_page import column_text
from web.words.editions import words_shown
from web.words.quotations import in_marks
from web.words.sources_of_plan import SourcesOfPlan, citation_of
from web.words.suggested_words import shown_suggestion, suggestion_as_read

INDENT = " " * 4


def plan_as_text(plan: Plan, index: SearchIndex | None, width: int) -> str:
    """The plan with all that is filled in, suggestions marked; what is quoted and cited is the index's."""
    sources = SourcesOfPlan(index, plan.items)
    count = f"{len(plan.items)} item{'' if len(plan.items) == 1 else 's'}"
    head = f"{plan.title} ({', '.join(filter(None, (plan.state, count)))})"
    return "\n\n".join((head, *(_item(number, item, sources, width) for number, item in enumerate(plan.items, 1))))


def merge_as_text(merge: Merge, index: SearchIndex | None, width: int) -> str:
    """What came from the second copy, and what both changed."""
    sources = SourcesOfPlan(index)
    lines = [
        *(f"Changed: {_name(change)}: {_text(change, change.after, sources)}" for change in merge.changes),
        *(f"Added: {item}" for item in merge.added),
        *(f"Taken out: {item}" for item in merge.removed),
        *(f"Taken out in one and changed in the other, so kept: {item}" for item in merge.kept),
    ]
    for clash in merge.clashes:
        lines.append(f"Changed in both: {_name(clash)}")
        first, second = _text(clash, clash.mine, sources), _text(clash, clash.theirs, sources)
        lines += [f"{INDENT}first:  {first}", f"{INDENT}second: {second}"]
    return "\n".join(fill(line, width, subsequent_indent=INDENT) for line in lines) or "Nothing differs."


def news_as_text(news: tuple[ItemNews, ...], index: SearchIndex, width: int) -> str:
    """What is new, item by item."""
    return "\n\n".join("\n".join(_news(each, index, width)) for each in news) or "Nothing new on its items."


def _item(number: int, item: PlanItem, sources: SourcesOfPlan, width: int) -> str:
    words, recommendation = sources.words(item.id), sources.recommendation(item.id)
    if words:
        lines = [f"{number}. {item.id}: {sources.citation(item.id)}", f"{INDENT}{in_marks(words)}"]
    else:
        lines = [f"{number}. {item.id}: not in the documents indexed", f"{INDENT}In your words: {item.quoted}"]
    lines += [f"{INDENT}{each.heading} {each.remembered}" for each in sources.differences(item)]
    if recommendation:
        lines.append(f"{INDENT}Position: {position_in_words(recommendation)}")
    for name in PLAN_COLUMNS:
        text = shown_suggestion(item, name) or column_text(getattr(item, name), sources)
        mark = " (suggested)" if name in item.suggested else ""
        lines += [f"{INDENT}{_heading(name)}: {text}{mark}"] if text else []
    return "\n".join(_wrapped(line, width) for line in lines)


def _news(news: ItemNews, index: SearchIndex, width: int) -> Iterator[str]:
    yield _wrapped(f"{news.number}. {news.item.id}: {citation_of(news.today, index)}", width)
    if news.is_withdrawn:
        yield f"{INDENT}The documents indexed now do not hold it."
    if news.has_moved:
        yield f"{INDENT}It is called {news.today.id} now."
    if news.position and isinstance(news.today.record, Recommendation):
        answer = position_in_words(news.today.record)
        yield _wrapped(f"{INDENT}New answer: {answer} (before: {news.item.position or 'none'})", width)
    yield from (_wrapped(f"{INDENT}{each.heading} {each.remembered}", width) for each in news.differences)
    for evidence in news.changed_evidence:
        yield _wrapped(f"{INDENT}Evidence in words that no document indexed has: {evidence.text}", width)
    for entry in news.new:
        yield _wrapped(f"{INDENT}{_what_is_new(entry)}: {entry.id}, {citation_of(entry, index)}", width)
        if entry.record is not None:
            yield _wrapped(f"{INDENT}{INDENT}{in_marks(words_shown(entry.record))}", width)


def _what_is_new(entry: ChosenEntry) -> str:
    return "Recommended again" if entry.kind == "recommendation" else "Reported on it"


def _name(changed: Change | Clash) -> str:
    return ", ".join(filter(None, (changed.item, str(column_of(changed).heading))))


def _text(changed: Change | Clash, value: Any, sources: SourcesOfPlan) -> str:
    return suggestion_as_read(changed.column, value) or column_text(value, sources)


def _heading(column: str) -> str:
    return str(PLAN_COLUMNS[column].heading)


def _wrapped(text: str, width: int) -> str:
    """Each line of a text filled to a width, what follows the first set in by one step more."""
    further = " " * (len(text) - len(text.lstrip())) + INDENT
    first, *others = text.splitlines()
    lines = [first, *(f"{further}{line}" for line in others)]
    return "\n".join(fill(line, width, subsequent_indent=further) for line in lines)
