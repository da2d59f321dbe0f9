"""A plan, two copies of it and what is new on it, for reading in a terminal."""

from collections.abc import Iterator
from textwrap import fill

from models.messages.spoken import said, said_of, spoken
from models.plans.plan import PLAN_COLUMNS, Plan, PlanItem
from models.records.records import Recommendation
from search import ASKS_THE_SAME_LATER, POSITION_IN_SENTENCE, ChosenEntry, SearchIndex, position_in_words
from web.plans.merge_plans import Change, Clash, Merge
from web.plans.news import ItemNews
from web.words.editions import words_shown
from web.words.quotations import in_marks
from web.words.sources_of_plan import OTHERWISE, Difference, SourcesOfPlan, citation_of

INDENT = " " * 4


def plan_as_text(plan: Plan, index: SearchIndex | None, width: int) -> str:
    """The plan with all that is filled in; what is quoted and cited is the index's."""
    sources = SourcesOfPlan(index, plan.items)
    count = said_of("%(count)s item", "%(count)s items", len(plan.items))
    head = f"{plan.title} ({', '.join(filter(None, (plan.state, count)))})"
    return "\n\n".join((head, *(_item(number, item, sources, width) for number, item in enumerate(plan.items, 1))))


def merge_as_text(merge: Merge, index: SearchIndex | None, width: int) -> str:
    """What came from the second copy, and what both changed."""
    sources = SourcesOfPlan(index)
    lines = [
        *(
            " ".join((said("Changed:"), said(": ").join((_name(change), sources.in_words(change.after)))))
            for change in merge.changes
        ),
        *(said("Added:") + f" {item}" for item in merge.added),
        *(said("Taken out:") + f" {item}" for item in merge.removed),
        *(said("Taken out in one and changed in the other, so kept:") + f" {item}" for item in merge.kept),
    ]
    for clash in merge.clashes:
        lines.append(said("Changed in both:") + f" {_name(clash)}")
        first, second = sources.in_words(clash.mine), sources.in_words(clash.theirs)
        lines += [INDENT + said("first:") + f" {first}", INDENT + said("second:") + f" {second}"]
    return "\n".join(fill(line, width, subsequent_indent=INDENT) for line in lines) or said("Nothing differs.")


def news_as_text(news: tuple[ItemNews, ...], index: SearchIndex, width: int) -> str:
    """What is new, item by item."""
    return "\n\n".join("\n".join(_news(each, index, width)) for each in news) or said("Nothing new on its items.")


def _otherwise(difference: Difference) -> str:
    return said(": ").join((spoken(OTHERWISE), spoken(difference.heading), difference.remembered))


def _item(number: int, item: PlanItem, sources: SourcesOfPlan, width: int) -> str:
    words, recommendation = sources.words(item.id), sources.recommendation(item.id)
    if words:
        lines = [said(": ").join((f"{number}. {item.id}", sources.citation(item.id))), f"{INDENT}{in_marks(words)}"]
    else:
        absent, own = said("not in the documents indexed"), said("In your words:")
        lines = [said(": ").join((f"{number}. {item.id}", absent)), f"{INDENT}{own} {item.quoted}"]
    lines += [f"{INDENT}{_otherwise(each)}" for each in sources.differences(item)]
    if recommendation:
        lines.append(INDENT + said("Position:") + f" {spoken(position_in_words(recommendation))}")
    for name in PLAN_COLUMNS:
        text = sources.in_words(getattr(item, name))
        lines += [INDENT + said(": ").join((_heading(name), text))] if text else []
    return "\n".join(_wrapped(line, width) for line in lines)


def _news(news: ItemNews, index: SearchIndex, width: int) -> Iterator[str]:
    yield _wrapped(said(": ").join((f"{news.number}. {news.item.id}", citation_of(news.today, index))), width)
    if news.is_withdrawn:
        yield INDENT + said("The documents indexed now do not hold it.")
    if news.has_moved:
        yield INDENT + said("It is called %(id)s now.", id=news.today.id)
    if news.position and isinstance(news.today.record, Recommendation):
        before = spoken(POSITION_IN_SENTENCE.get(news.item.position, news.item.position)) or said("none")
        answer = spoken(position_in_words(news.today.record))
        yield _wrapped(INDENT + said("New answer: %(now)s (before: %(before)s)", now=answer, before=before), width)
    yield from (_wrapped(f"{INDENT}{_otherwise(each)}", width) for each in news.differences)
    for evidence in news.changed_evidence:
        yield _wrapped(INDENT + said("Evidence in words that no document indexed has:") + f" {evidence.text}", width)
    for entry in news.new:
        yield _wrapped(
            INDENT + said(": ").join((_what_is_new(entry), f"{entry.id}, {citation_of(entry, index)}")), width
        )
        if entry.record is not None:
            yield _wrapped(f"{INDENT}{INDENT}{in_marks(words_shown(entry.record))}", width)


def _what_is_new(entry: ChosenEntry) -> str:
    return spoken(ASKS_THE_SAME_LATER) if entry.kind == "recommendation" else said("Reported on it")


def _name(changed: Change | Clash) -> str:
    return ", ".join(filter(None, (changed.item, spoken(changed.about.heading))))


def _heading(column: str) -> str:
    return spoken(PLAN_COLUMNS[column].heading)


def _wrapped(text: str, width: int) -> str:
    """Each line of a text filled to a width, what follows the first set in by one step more."""
    further = " " * (len(text) - len(text.lstrip())) + INDENT
    first, *others = text.splitlines()
    lines = [first, *(f"{further}{line}" for line in others)]
    return "\n".join(fill(line, width, subsequent_indent=further) for line in lines)
