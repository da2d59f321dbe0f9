"""The draft of a stakeholder submission before the next review.

Its order is that which OHCHR's guidelines ask for: who submits, what became of the recommendations of the latest
review, what is new, what to recommend next. The findings stand in the counted text, theme by theme; the whole table of
earlier recommendations is an annex.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from models.reviews.calendar import EventKind
from models.reviews.sessions import cycle_of_session
from web.papers.fitting import count_part, count_words_printed, counted, fitting, numbered, total
from web.papers.item_words import (
    cited_record,
    coming_events,
    expected,
    forms_of,
    judgement,
    left_out,
    position_cell,
    printed_cell,
)
from web.papers.limits import Limit, limit_of
from web.papers.model_wording import advice, model_wording
from web.papers.paper import Column, Heading, Paper, Paragraph, Part, RowGroup, Style, Table, Words, gap
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import day, gettext, ngettext, translated
from web.words.sessions import year_and_session

WORDINGS_SHOWN = 3
ASKED = 10


def submission_outline(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """Items by theme, those of the latest review first, as many as fit; the table of all in an annex."""
    is_joint = options["joint"] == "yes"
    limit, items = limit_of("submission", options["joint"]), _by_theme(facts)
    opening, closing = list(_opening(facts, is_joint)), [*_new(), *_recommend(facts)]
    headings = [Heading(heading, 2) for heading in dict.fromkeys(heading for heading, _ in items)]
    framed = total(map(count_part, (*opening, *closing, *headings)))
    passages = fitting(forms_of([item for _, item in items], facts), limit.words - framed.all, count_words_printed)
    text = [*opening, *_under_headings(items, passages), *closing]
    return paper_of(
        facts,
        gettext("Submission on %(state)s", state=facts.state_name(facts.state)),
        [*text, *_annex(facts)],
        [*left_out([item for _, item in items[len(passages) :]]), *_notes(limit), *_dates(facts)],
        purpose=gettext("Universal Periodic Review of %(state)s", state=facts.state_name(facts.state)),
        own_lines=list(_cover(is_joint)),
        counted=counted(total(map(count_part, text)), limit),
    )


def _by_theme(facts: PlanInIndex) -> list[tuple[str, Item]]:
    """Each item under the heading that it stands under; themes in the order of the plan, what has none last."""
    counts = Counter(theme for item in facts.requests for theme in item.themes)
    headed = [(_heading(item, counts), item) for item in facts.requests]
    order = {heading: place for place, heading in enumerate(dict.fromkeys(heading for heading, _ in headed))}
    last = len(order)
    return sorted(
        headed, key=lambda pair: (order[pair[0]] if pair[0] != _without_theme() else last, -(pair[1].session or 0))
    )


def _heading(item: Item, counts: Mapping[str, int]) -> str:
    theme = item.main_theme(counts)
    return translated(theme) if theme else _without_theme()


def _without_theme() -> str:
    return gettext("Other matters")


def _under_headings(items: Sequence[tuple[str, Item]], passages: Sequence[Sequence[Words]]) -> Iterator[Part]:
    """The passages taken, those of each theme under its heading."""
    taken = zip(items, passages, strict=False)
    for heading, under_it in groupby(taken, key=lambda pair: pair[0][0]):
        yield Heading(heading, 2)
        for _, passage in under_it:
            yield from numbered(passage)


def _cover(is_joint: bool) -> Iterator[tuple[str, Words]]:
    """Who submits: what OHCHR asks for on a cover page."""
    yield gettext("Mandate"), (gap(gettext("what you do, since when; address and website")),)
    if is_joint:
        yield gettext("Joint submission of"), (gap(gettext("names of all organisations that submit this together")),)
    yield gettext("Key words"), (gap(gettext("the issues that this submission is on")),)


def _opening(facts: PlanInIndex, is_joint: bool) -> Iterator[Part]:
    state = facts.state_name(facts.state)
    yield Heading(gettext("Introduction"), 1)
    about = (
        gettext("We submit this together, on the follow-up in %(state)s to its earlier reviews.", state=state)
        if is_joint
        else gettext("This submission is on the follow-up in %(state)s to its earlier reviews.", state=state)
    )
    yield Paragraph((about, " ", *_baseline(facts)), Style.NUMBERED)
    yield Paragraph((gap(gettext("how you gathered your information, and with whom")),), Style.NUMBERED)
    yield Heading(gettext("Earlier recommendations and what came of them"), 1)


def _baseline(facts: PlanInIndex) -> Words:
    """The review that a submission has to report on, which is the latest; a gap where the plan has nothing of it."""
    last = next((event for event in facts.calendar if event.kind is EventKind.LAST_REVIEW), None)
    if last is None or last.session is None:
        return (gap(gettext("the review whose recommendations you report on")),)
    review, cycle = year_and_session(last.session), str(cycle_of_session(last.session))
    words = gettext("Its latest review was that of %(review)s, in cycle %(cycle)s.", review=review, cycle=cycle)
    if any(item.session == last.session for item in facts.own):
        return (words,)
    return (words, " ", gap(gettext("what it recommended on this: the plan has nothing of that review")))


def _new() -> Iterator[Part]:
    yield Heading(gettext("What is new since the last review"), 1)
    yield Paragraph((gap(gettext("developments that no earlier recommendation is on, with sources")),), Style.NUMBERED)


def _recommend(facts: PlanInIndex) -> Iterator[Part]:
    """What States could recommend next: the expected results of the plan, and wording that was supported elsewhere."""
    yield Heading(gettext("Recommendations for the next review"), 1)
    introduction = gettext("We recommend that this be asked of %(state)s:", state=facts.state_name(facts.state))
    yield Paragraph((introduction,), Style.NUMBERED)
    asked = [item for item in facts.requests if item.planned.expected_result][:ASKED]
    for item in asked:
        yield Paragraph(expected(item, ""), Style.BULLET)
    if not asked:
        yield Paragraph(advice(), Style.BULLET)
    found = [model_wording(facts, item) for item in facts.requests]
    offered = {record.id: record for record in found if record}
    for record in list(offered.values())[:WORDINGS_SHOWN]:
        introduction = gettext("A recommendation on the same was supported elsewhere.")
        yield Paragraph((introduction, " ", *cited_record(facts, record)), Style.BULLET)


def _annex(facts: PlanInIndex) -> Iterator[Part]:
    """The whole table of earlier recommendations."""
    recommendations = [item for item in facts.own if item.kind == "recommendation"]
    if not recommendations:
        return
    yield Heading(gettext("Annex: earlier recommendations, their answers, and our judgement"), 1, new_page=True)
    columns = (
        Column("recommendation", gettext("Recommendation"), 8.4),
        Column("position", gettext("Position"), 2.9),
        Column("assessment", gettext("Our judgement"), 5.7),
    )
    by_review = sorted(recommendations, key=lambda item: -(item.session or 0))
    groups = tuple(
        RowGroup(
            year_and_session(session) if session else gettext("Other reviews"),
            tuple((printed_cell(item, facts), (position_cell(item),), (judgement(item.planned),)) for item in items),
        )
        for session, items in groupby(by_review, key=lambda item: item.session)
    )
    yield Table(columns, groups)


def _notes(limit: Limit) -> Iterator[Words]:
    yield (
        ngettext(
            "Limit: %(words)s words on %(count)s page. %(source)s; looked up on %(day)s. Check it on the page of the "
            "Office of the High Commissioner.",
            "Limit: %(words)s words on %(count)s pages. %(source)s; looked up on %(day)s. Check it on the page of the "
            "Office of the High Commissioner.",
            limit.pages or 0,
            words=limit.words,
            source=limit.source,
            day=day(limit.checked),
        ),
    )
    yield (
        gettext(
            "Hand it in online, in one file, before the deadline below; how, the page of the Office of the High "
            "Commissioner says: %(address)s. The cover and the annex are not counted here.",
            address=limit.address,
        ),
    )
    yield (
        gettext(
            "A recommendation is specific, can be measured and reached, and says by when: one request each, with who "
            "should act."
        ),
    )
    yield (
        gettext(
            "Submissions are published with the names of those who submit them, and are summarised in a document of "
            "the United Nations. Do not name people who could be put at risk."
        ),
    )


def _dates(facts: PlanInIndex) -> Iterator[Words]:
    yield from coming_events(facts, (EventKind.SUBMISSIONS, EventKind.NEXT_REVIEW))
