"""OHCHR's matrix of recommendations, in which stakeholders give their assessment, filled from a plan.

Laid out as the Office of the High Commissioner lays out its lists of recommendations by theme: on A4 on its side, one
list for each review, under each theme the recommendations with the source of their position, the position, the full
list of themes, goals and affected persons, and room for the assessment.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from models.errors import PaperNotMade
from models.messages import Message
from models.records.label_schemes import GOAL_SCHEME, ISSUE_SCHEME, PERSONS_SCHEME, THEME_SCHEME
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from web.papers.item_words import MOST_PRINTED, evidence_cell, judgement, not_in_index, position_cell, printed_words
from web.papers.paper import Cell, Cited, Column, Heading, Paper, Part, RowGroup, Table
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext, translated

WIDTHS = (7.8, 2.0, 7.9, 8.0)
"""In cm, as OHCHR has them; the themes a little narrower, for A4 with its margins."""


def stakeholders_matrix(facts: PlanInIndex, _: Mapping[str, str]) -> Paper:
    """The recommendations to the own State, review by review.

    Raises:
        PaperNotMade: the plan has none.
    """
    if not any(item.kind == "recommendation" for item in facts.own):
        raise PaperNotMade(Message("The plan has no recommendation to its State: add those that you follow up on."))
    title = gettext("Matrix of recommendations: %(state)s", state=facts.state_name(facts.state))
    notes = [
        (
            gettext(
                "The Office of the High Commissioner publishes such a matrix with all recommendations of a review; "
                "this one holds those of your plan, with their themes as far as they are indexed. Commitments and "
                "treaty bodies have no place in it. Judgement and evidence are those of your plan: look through them "
                "before you send it."
            ),
        )
    ]
    purpose = gettext("assessment of how far each recommendation is implemented")
    return paper_of(facts, title, _lists(facts), notes, purpose=purpose, landscape=True)


def _lists(facts: PlanInIndex) -> Iterator[Part]:
    recommendations = [item for item in facts.own if item.kind == "recommendation"]
    by_review = sorted(recommendations, key=lambda item: -(item.session or 0))
    for session, items in groupby(by_review, key=lambda item: item.session):
        yield Heading(_name_of_list(facts, session), 1)
        yield _table(list(items), facts, _name_of_list(facts, session))


def _name_of_list(facts: PlanInIndex, session: int | None) -> str:
    state = facts.state_name(facts.state)
    if session is None:
        return gettext("UPR of %(state)s", state=state)
    return gettext(
        "UPR of %(state)s (cycle %(cycle)s, session %(session)s)",
        state=state,
        cycle=str(cycle_of_session(session)),
        session=str(session),
    )


def _table(items: Sequence[Item], facts: PlanInIndex, review: str) -> Table:
    recommendation, position, themes, assessment = WIDTHS
    columns = (
        Column("record", gettext("Record")),
        Column("review", gettext("Review")),
        Column("theme", gettext("Theme")),
        Column("recommendation", gettext("Recommendation"), recommendation),
        Column("position", gettext("Position"), position),
        Column("themes", gettext("Full list of themes"), themes),
        Column("assessment", gettext("Assessment/comments on level of implementation"), assessment),
    )
    counted = Counter(theme for item in items for theme in item.themes)
    themed = sorted(((item.main_theme(counted), item) for item in items), key=lambda found: (not found[0], found[0]))
    groups = (
        RowGroup(_heading(theme), tuple(_row(item, facts, review, theme) for _, item in found))
        for theme, found in groupby(themed, key=lambda found: found[0])
    )
    return Table(columns, tuple(groups))


def _heading(theme: str) -> str:
    return gettext("Theme: %(theme)s", theme=translated(theme)) if theme else gettext("No theme indexed")


def _row(item: Item, facts: PlanInIndex, review: str, theme: str) -> tuple[Cell, ...]:
    return (
        ((item.id,),),
        ((review,),),
        ((translated(theme),),),
        _recommendation_cell(item),
        (position_cell(item),),
        tuple(_theme_lines(item)),
        (judgement(item.planned), *evidence_cell(item.planned.evidence, facts)),
    )


def _recommendation_cell(item: Item) -> Cell:
    """Number and paragraph as printed, and the source of the position."""
    record = item.record
    if not isinstance(record, Recommendation):
        return (not_in_index(item, MOST_PRINTED),)
    number = record.printed_number or record.place.paragraph or ""
    lines: Cell = ((f"{number} ", printed_words(record)), (Cited(record.place),))
    if record.position_source:
        lines += ((gettext("Source of position:"), " ", Cited(record.position_source, in_parentheses=False)),)
    return lines


def _theme_lines(item: Item) -> Iterator[tuple[str, ...]]:
    headings = {
        THEME_SCHEME: "",
        ISSUE_SCHEME: gettext("UPR Info issues:") if not item.labels(THEME_SCHEME) else None,
        GOAL_SCHEME: gettext("SDGs:"),
        PERSONS_SCHEME: gettext("Affected persons:"),
    }
    for scheme, heading in headings.items():
        labels = item.labels(scheme)
        if labels and heading is not None:
            yield from [(heading,)] if heading else []
            yield from ((f"- {translated(label)}",) for label in labels)
