"""A draft of an oral statement at the Human Rights Council, within the words that fit into the time there is."""

from collections.abc import Iterator, Mapping, Sequence

from models.errors import PaperNotMade
from models.messages import Message
from models.records.documents import DocumentKind
from models.reviews.calendar import EventKind
from web.papers.fitting import Count, count_spoken, fitting, total
from web.papers.item_words import answer, coming_events, introduced, own_words, place_in_words
from web.papers.limits import Limit, count_in_language, limit_of, most_in_language, speaking_rates
from web.papers.paper import Paper, Paragraph, Words, gap, joined, quoted
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex, Reported
from web.site.language import day, gettext, language_name, listed, page_language, translated

LONGEST_REQUEST = 400
"""Characters; a request is cut rather than read for half a minute."""
LONGEST_REPORT = 160


def oral_statement(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """The items in the order of the plan, as many as fit.

    Raises:
        PaperNotMade: the plan has nothing on its State.
    """
    if not facts.own:
        raise PaperNotMade(Message("The plan has nothing on its State: add what you follow up on."))
    limit = limit_of("oral-statement", options["minutes"], options["pace"])
    most = most_in_language(limit.words, _language())
    opening, closing = list(_opening(facts)), list(_closing(facts))
    framed = total(map(_count, (*opening, *closing)))
    passages = fitting([_forms(item, facts) for item in facts.own], most - framed.all, _count)
    spoken = [*opening, *(words for passage in passages for words in passage), *closing]
    left_out = facts.own[len(passages) :]
    return paper_of(
        facts,
        gettext("Oral statement: %(state)s", state=facts.state_name(facts.state)),
        map(Paragraph, spoken),
        [*_left_out(left_out), *_notes(facts, limit)],
        counted=_counted(total(map(_count, spoken)), most),
    )


def _language() -> str:
    return page_language().language


def _count(words: Words) -> Count:
    return count_spoken(words, lambda text: count_in_language(text, _language()))


def _counted(count: Count, most: int) -> str:
    return gettext(
        "Words: %(written)s written, %(kept)s kept free for what is shaded, %(most)s at most. What stands in small "
        "grey letters is neither read out nor counted.",
        written=count.written,
        kept=count.kept_free,
        most=most,
    )


def _opening(facts: PlanInIndex) -> Iterator[Words]:
    yield (gettext("Mr./Madam President,"),)
    yield (
        gap(gettext("organisation with consultative status, and on whose behalf")),
        " ",
        gettext(
            "speaks on the follow-up to the Universal Periodic Review of %(state)s.",
            state=facts.state_name(facts.state),
        ),
    )


def _forms(item: Item, facts: PlanInIndex) -> Sequence[Sequence[Words]]:
    """What is said of an item, with and without what a document reports on it."""
    said = joined(filter(None, (introduced(item, facts, LONGEST_REQUEST), answer(item, facts))))
    seen = _seen(item, facts)
    reports = [reported for reported in facts.reported(item) if not reported.by_meaning][:1]
    with_report = [[said, *(_said_since(each, facts) for each in reports), seen]] if reports else []
    return [*with_report, [said, seen]]


def _said_since(reported: Reported, facts: PlanInIndex) -> Words:
    """What one document reports, as a sentence."""
    state = facts.state_name(facts.state)
    said = {
        DocumentKind.NATIONAL_REPORT: gettext("%(state)s reported since:", state=state),
        DocumentKind.MID_TERM_REPORT: gettext("%(state)s reported since:", state=state),
        DocumentKind.SUMMARY: gettext("Civil society reported since:"),
        DocumentKind.STAKEHOLDERS_MID_TERM_REPORT: gettext("Civil society reported since:"),
    }
    introduction = said.get(reported.kind, gettext("United Nations bodies said since:")) if reported.kind else ""
    words = quoted(reported.words.shortened(LONGEST_REPORT))
    return (introduction, " ", *words) if introduction else words


def _seen(item: Item, facts: PlanInIndex) -> Words:
    """The organisation's own judgement where it made one, and what it has seen, which only it can say."""
    what = gap(gettext("what has changed since for those concerned, in one sentence"))
    if item.planned.status is None:
        return (what,)
    status = translated(item.planned.status.value)
    return (gettext("In our judgement: %(status)s.", status=status), " ", what)


def _closing(facts: PlanInIndex) -> Iterator[Words]:
    """What is asked for: the expected result of the first item, as the plan has it."""
    yield (
        gettext("We ask this of %(state)s before its next review:", state=facts.state_name(facts.state)),
        " ",
        *own_words(facts.own[0].planned, "expected_result", gettext("the one or two steps that you ask for first")),
    )
    yield (gettext("I thank you."),)


def _left_out(items: Sequence[Item]) -> Iterator[Words]:
    if items:
        places = gettext("; ").join(dict.fromkeys(map(place_in_words, items)))
        yield (gettext("Left out, for want of time: %(places)s.", places=places),)


def _notes(facts: PlanInIndex, limit: Limit) -> Iterator[Words]:
    yield (
        gettext(
            "Only organisations in consultative status with the Economic and Social Council (ECOSOC status) can speak. "
            "Without it, ask a partner that has it to speak for you or to lend you its place; UPR Info and Child "
            "Rights Connect tell how. Statements are webcast and stay online: whoever speaks, and whoever is named, "
            "is known."
        ),
    )
    yield (
        gettext(
            "Limit: %(words)s English words. %(source)s; looked up on %(day)s. The Council decides on speaking time "
            "at each session: check it.",
            words=limit.words,
            source=limit.source,
            day=day(limit.checked),
        ),
    )
    yield (gettext("The same time in other languages: %(languages)s.", languages=_in_other_languages(limit.words)),)
    yield from coming_events(facts, (EventKind.GENERAL_DEBATE,))


def _in_other_languages(words: int) -> str:
    """What fits into the time in the languages of the Council, by how fast texts are read aloud in them."""
    return listed(
        [
            gettext("%(language)s %(count)s characters", language=language_name(code), count=most)
            if rate.in_characters
            else gettext("%(language)s %(count)s words", language=language_name(code), count=most)
            for code, rate in speaking_rates().items()
            for most in [most_in_language(words, code)]
        ]
    )
