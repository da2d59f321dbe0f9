"""The table of a mid-term report: what each side reports on each item, and the organisation's own judgement of it."""

from collections.abc import Mapping

from models.records.documents import Author
from models.reviews.calendar import EventKind
from web.papers.item_words import (
    coming_events,
    evidence_cell,
    judgement,
    own_words,
    position_cell,
    printed_cell,
)
from web.papers.paper import Aside, Cell, Column, Paper, Paragraph, RowGroup, Table, quoted
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext
from web.words.progress_words import REPORTING_WORDS
from web.words.sessions import year_and_session

REPORTED_CHARACTERS = 350


def mid_term_table(facts: PlanInIndex, _: Mapping[str, str]) -> Paper:
    """Every item on the own State, in the order of the plan."""
    columns = (
        Column("record", gettext("Record")),
        Column("review", gettext("Review")),
        Column("as_printed", gettext("As printed"), 4.1),
        Column("position", gettext("Position"), 2.0),
        Column("state_reports", gettext("The State reports"), 4.2),
        Column("un_reports", gettext("United Nations bodies report"), 4.0),
        Column("stakeholders_report", gettext("Stakeholders report"), 4.0),
        Column("judgement", gettext("Our judgement"), 2.4),
        Column("own_evidence", gettext("Our evidence"), 2.5),
        Column("remaining", gettext("What remains to be done"), 2.5),
    )
    state = facts.state_name(facts.state)
    table = Table(columns, (RowGroup(state, tuple(_row(item, facts) for item in facts.own)),))
    dates = (Paragraph(words) for words in coming_events(facts, (EventKind.MID_TERM,)))
    notes = [
        (
            gettext(
                "A mid-term report is voluntary, for States as for others. What is reported stands in the words of the "
                "documents; that nothing was found in those indexed does not say that nothing was done."
            ),
        )
    ]
    title = gettext("Mid-term report: %(state)s", state=state)
    purpose = gettext("what has been done half-way to the next review, and what remains")
    return paper_of(facts, title, [*dates, table], notes, purpose=purpose, landscape=True)


def _row(item: Item, facts: PlanInIndex) -> tuple[Cell, ...]:
    return (
        ((item.id,),),
        ((year_and_session(item.session) if item.session else "",),),
        printed_cell(item, facts),
        (position_cell(item),),
        _reported_cell(item, facts, Author.STATE),
        _reported_cell(item, facts, Author.UNITED_NATIONS),
        _reported_cell(item, facts, Author.STAKEHOLDERS),
        (judgement(item.planned),),
        _own_evidence_cell(item, facts),
        (own_words(item.planned, "expected_result", gettext("what is still missing")),),
    )


def _own_evidence_cell(item: Item, facts: PlanInIndex) -> Cell:
    """What the organisation wrote itself, and what it took from documents that do not report on the State."""
    taken = tuple(
        quoted(each.words.shortened(REPORTED_CHARACTERS)) for each in facts.reported(item) if each.kind is None
    )
    own = facts.own_evidence(item)
    return (*evidence_cell(own, facts), *taken) if own or not taken else taken


def _reported_cell(item: Item, facts: PlanInIndex, author: Author) -> Cell:
    """What documents of one author say, or whether they are silent or not indexed; the column tells whose they are."""
    theirs = (each for each in facts.reported(item) if each.kind and each.kind.rules.author is author)
    lines = tuple(quoted(each.words.shortened(REPORTED_CHARACTERS)) for each in theirs)
    progress = facts.progress(item.review) if item.review and item.position else None
    if lines or progress is None:
        return lines
    is_indexed = any(document.kind.rules.author is author for document in progress.documents)
    return ((Aside(REPORTING_WORDS["silent" if is_indexed else "not indexed"]),),)
