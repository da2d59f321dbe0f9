"""The outline of a stakeholder submission before the next review: earlier recommendations, progress, sources in place.

Its order is that which OHCHR's guidelines ask for: who submits, what was recommended in earlier reviews and what came
of it, what is new, what to recommend next.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from models.errors import PaperNotMade
from models.messages import Message
from models.reviews.calendar import EventKind
from search import LobbyingQuestion
from web.papers.embassy_brief import cited_record
from web.papers.fitting import fitting, total
from web.papers.item_words import coming_events, own_words
from web.papers.limits import Limit, limit_of
from web.papers.matrix import evidence_words
from web.papers.paper import Heading, Paper, Paragraph, Part, Strong, Style, Words, gap
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.papers.written_statement import count_part, count_words_printed, counted, item_forms, left_out, numbered
from web.site.language import day, gettext, ngettext
from web.words.sessions import year_and_session

MOST_RECORDS = 20
"""So many recommendations tell what the issue is, for model wording."""
WORDINGS_SHOWN = 3


def submission_outline(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """Items by review, the latest first, as many as fit.

    Raises:
        PaperNotMade: the plan has nothing on its State.
    """
    if not facts.own:
        raise PaperNotMade(Message("The plan has nothing on its State: add what you follow up on."))
    limit = limit_of("submission", options["joint"])
    items = sorted(facts.own, key=lambda item: (-(item.session or 0), item.kind))
    opening, closing = list(_opening(facts, options["joint"] == "yes")), [*_new(), *_recommend(facts)]
    framed = total(map(count_part, (*opening, *closing)))
    headings = [Heading(heading, 2) for heading in dict.fromkeys(map(_heading, items))]
    framed = framed + total(map(count_part, headings))
    passages = fitting([_forms(item, facts) for item in items], limit.words - framed.all, count_words_printed)
    parts = [*opening, *_under_headings(items, passages), *closing]
    return paper_of(
        facts,
        gettext("Submission on %(state)s: outline", state=facts.state_name(facts.state)),
        parts,
        [*left_out(items[len(passages) :]), *_notes(limit), *_dates(facts)],
        counted=counted(total(map(count_part, parts)), limit),
    )


def _heading(item: Item) -> str:
    """What an item stands under."""
    if item.session:
        return gettext("Recommendations of the review of %(session)s", session=year_and_session(item.session))
    if item.kind == "observation":
        return gettext("What treaty bodies said")
    return gettext("Recommendations of other reviews")


def _under_headings(items: Sequence[Item], passages: Sequence[Sequence[Words]]) -> Iterator[Part]:
    """The passages taken, those of each review under its heading."""
    taken = zip(items, passages, strict=False)
    for heading, under_it in groupby(taken, key=lambda pair: _heading(pair[0])):
        yield Heading(heading, 2)
        for _, passage in under_it:
            yield from numbered(passage)


def _forms(item: Item, facts: PlanInIndex) -> Sequence[Sequence[Words]]:
    """As in a written statement; before what is shorter, with the evidence of the plan."""
    forms = item_forms(item, facts)
    evidence = [(Strong(gettext("Our evidence: ")), *evidence_words(each, facts)) for each in facts.own_evidence(item)]
    return [[*forms[0], *evidence], *forms] if evidence else forms


def _opening(facts: PlanInIndex, is_joint: bool) -> Iterator[Part]:
    yield Paragraph((gap(gettext("name, address and website of the organisation, when it was founded, what it does")),))
    if is_joint:
        yield Paragraph((gap(gettext("names of all organisations that submit this together")),))
    yield Paragraph((Strong(gettext("Key words: ")), gap(gettext("the issues that this submission is on"))))
    yield Heading(gettext("Introduction"), 1)
    yield Paragraph(
        (
            gettext(
                "This submission is on the follow-up in %(state)s to its earlier reviews.",
                state=facts.state_name(facts.state),
            ),
            " ",
            gap(gettext("how you gathered your information, and with whom")),
        ),
        Style.NUMBERED,
    )
    yield Heading(gettext("Earlier recommendations and what came of them"), 1)


def _new() -> Iterator[Part]:
    yield Heading(gettext("What is new since the last review"), 1)
    yield Paragraph((gap(gettext("developments that no earlier recommendation is on, with sources")),), Style.NUMBERED)


def _recommend(facts: PlanInIndex) -> Iterator[Part]:
    """What States could recommend next: the expected results of the plan, and wording that was supported elsewhere."""
    yield Heading(gettext("Recommendations for the next review"), 1)
    planned = (item.planned for item in facts.own if item.planned.expected_result)
    for each in planned:
        yield Paragraph(own_words(each, "expected_result", ""), Style.BULLET)
    yield Paragraph((gap(gettext("a specific request, with who should act and by when")),), Style.BULLET)
    records = [item.id for item in facts.recommendations]
    if not records:
        return
    question = LobbyingQuestion(state=facts.state, records=tuple(records[:MOST_RECORDS]))
    for record in facts.index.lobby(question).wording[:WORDINGS_SHOWN]:
        yield Paragraph((Strong(gettext("Model wording (suggestion): ")), *cited_record(facts, record)), Style.BULLET)


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
            "Submissions are published with the names of those who submit them, and are summarised in a document of "
            "the United Nations. Do not name people who could be put at risk."
        ),
    )


def _dates(facts: PlanInIndex) -> Iterator[Words]:
    yield from coming_events(facts, (EventKind.SUBMISSIONS, EventKind.NEXT_REVIEW))
