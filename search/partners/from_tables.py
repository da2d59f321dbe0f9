"""The lines of the panel that dated tables give; where a table has nothing, that it is missing, and where it stands."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from models.messages.message import Message
from models.partners.actors import ministry_named
from models.partners.rows import ALL_ISSUES, SCORES, TAKING_PART, Mechanism, RegionalBody, Source, UnBody
from models.partners.tables import PartnerTables
from models.reviews.states import State
from search.claims.coverage import year_and_session_of
from search.datamodel.answer import StateReview
from search.datamodel.partners import Basis, Partner, PartnerKind

FACT_SHEET = Source(Message("Fact sheet of Child Rights Connect and UPR Info on follow-up"), "", "")

STATUSES: Mapping[str, Message] = {
    "A": Message("A status: it complies fully with the Paris Principles."),
    "B": Message("B status: it complies partly with the Paris Principles."),
    "not accredited": Message("It is not accredited."),
}
"""What accreditation by GANHRI says."""

OLD_AFTER = 3
"""Years from which a row says that it may be out of date: thematic mandates of special procedures are renewed every
three years (Human Rights Council resolution 5/1, paragraph 60), and offices in a State come and go."""


def ministries(issue: str, tables: PartnerTables) -> Iterator[Partner]:
    """The ministries that usually answer for an issue, and what coordinates them."""
    for row in tables.ministries:
        if row.issue == issue:
            yield Partner(
                kind=PartnerKind.MINISTRY,
                name=ministry_named(row.portfolio),
                why=Message("It usually answers for this issue: look up what it is called."),
                basis=Basis.USUAL,
                source=row.source,
            )
    yield Partner(
        kind=PartnerKind.MINISTRY,
        name=Message("the coordinating body or focal point, often in the ministry of foreign affairs or of justice"),
        why=Message("It should pass each recommendation on to the ministry that has to act."),
        basis=Basis.USUAL,
        source=FACT_SHEET,
    )


def institutions(state: State, tables: PartnerTables, today: date) -> Iterator[Partner]:
    """The national human rights institution, with its status where a dated list has it."""
    why = Message(
        "It usually monitors outcomes of the review, and can open doors in the government and help to monitor."
    )
    found = [row for row in tables.institutions if row.state == state.code]
    for row in found:
        yield Partner(
            kind=PartnerKind.INSTITUTION,
            name=row.name,
            why=why,
            basis=Basis.TABLE,
            details=(
                STATUSES[row.status],
                Message("Accreditation is reviewed every five years: look it up before you rely on it."),
                *_old(row.source, today),
            ),
            page=_page("institution", tables),
            source=row.source,
        )
    if not found:
        yield _missing(
            PartnerKind.INSTITUTION,
            Message("National human rights institution"),
            why,
            "institution",
            tables,
            Message("This installation does not say whether %(state)s has one.", state=state.in_message),
            *_of_how_many("institution", len(tables.institutions), tables),
        )


def mechanisms(state: State, tables: PartnerTables, today: date) -> Iterator[Partner]:
    """The State's mechanism for implementation, reporting and follow-up, as a survey scored it."""
    name = Message("Mechanism for reporting and follow-up")
    why = Message("Where there is one, it spreads recommendations to those who have to act, and gathers what they did.")
    found = [row for row in tables.mechanisms if row.state == state.code]
    for row in found:
        yield Partner(
            kind=PartnerKind.MECHANISM,
            name=name,
            why=why,
            basis=Basis.SURVEY,
            details=(
                Message("A survey calls it “%(kind)s”.", kind=row.kind),
                Message(
                    "Points by the judgement of the survey, from -1 up: for who takes part, %(taking_part)s; for what "
                    "it does, %(work)s.",
                    taking_part=_scores(row, taking_part=True),
                    work=_scores(row, taking_part=False),
                ),
                *_old(row.source, today),
            ),
            page=_page("mechanism", tables),
            source=row.source,
        )
    if not found:
        yield _missing(
            PartnerKind.MECHANISM,
            name,
            why,
            "mechanism",
            tables,
            Message("This installation does not say whether %(state)s has one.", state=state.in_message),
            Message("The survey at hand has %(count)s States.", count=len({row.state for row in tables.mechanisms})),
        )


def _scores(row: Mechanism, *, taking_part: bool) -> tuple[str, ...]:
    return tuple(
        Message("%(score)s %(points)s", score=SCORES[name], points=float(points))
        for name, points in row.scores
        if (name in TAKING_PART) is taking_part
    )


def un_bodies(issue: str, tables: PartnerTables, today: date) -> Iterator[Partner]:
    """Bodies of the United Nations that work on an issue, then those that work on all."""
    yield from _bodies(PartnerKind.UN_BODY, issue, tables.un_bodies, today)
    yield _more(PartnerKind.UN_BODY, Message("Other bodies of the United Nations that work on this"), "un body", tables)


def regional_bodies(issue: str, state: State, tables: PartnerTables, today: date) -> Iterator[Partner]:
    """Bodies of a regional organisation for its member States; none for a State that no table has."""
    rows = [row for row in tables.regional_bodies if state.code in row.states]
    yield from _bodies(PartnerKind.REGIONAL_BODY, issue, rows, today)


def _bodies(kind: PartnerKind, issue: str, rows: Iterable[UnBody | RegionalBody], today: date) -> Iterator[Partner]:
    """Those that work on an issue, then those that work on all."""
    rows = tuple(rows)
    on_issue = [row for row in rows if issue in row.issues]
    for row in (*on_issue, *(row for row in rows if ALL_ISSUES in row.issues)):
        yield Partner(
            kind=kind,
            name=row.name,
            why=Message("What it does: %(task)s.", task=row.task),
            basis=Basis.TABLE,
            details=_old(row.source, today),
            page=row.page,
            source=row.source,
        )


def un_presences(state: State, tables: PartnerTables, today: date) -> Iterator[Partner]:
    """Offices of the High Commissioner in a State."""
    why = Message("It can help with follow-up and with technical assistance.")
    found = [row for row in tables.un_presences if row.state == state.code]
    for row in found:
        yield Partner(
            kind=PartnerKind.UN_PRESENCE,
            name=Message("Office of the High Commissioner for Human Rights: %(presence)s", presence=row.presence),
            why=why,
            basis=Basis.TABLE,
            details=_old(row.source, today),
            page=row.page,
            source=row.source,
        )
    if not found:
        yield _missing(
            PartnerKind.UN_PRESENCE,
            Message("Office of the High Commissioner for Human Rights"),
            why,
            "un presence",
            tables,
            Message(
                "The lists here name no office in %(state)s. A regional office may be responsible for it.",
                state=state.in_message,
            ),
        )


def special_procedures(issue: str, state: State, tables: PartnerTables, today: date) -> Iterator[Partner]:
    """Mandates on the State, and on an issue."""
    rows = tables.special_procedures
    for row in (*(row for row in rows if row.state == state.code), *(row for row in rows if issue in row.issues)):
        why = (
            Message("Its mandate covers %(state)s.", state=state.in_message)
            if row.state
            else Message("It has a mandate on this issue: it takes information and can write to the government.")
        )
        yield Partner(
            kind=PartnerKind.SPECIAL_PROCEDURE,
            name=row.mandate,
            why=why,
            basis=Basis.TABLE,
            details=(
                *((Message("The mandate was created in %(year)s.", year=row.since),) if row.since else ()),
                *_old(row.source, today),
            ),
            page=_page("special procedure", tables),
            source=row.source,
        )
    yield _more(
        PartnerKind.SPECIAL_PROCEDURE,
        Message("Other mandates on this issue or on %(state)s", state=state.in_message),
        "special procedure",
        tables,
        *_of_how_many("special procedure", len(rows), tables),
    )


def guides(tables: PartnerTables) -> Iterator[Partner]:
    """Who gives guidance, and the fund for technical assistance."""
    kinds = {"guidance": PartnerKind.GUIDANCE, "fund": PartnerKind.FUND}
    for row in sorted(tables.guides, key=lambda row: list(kinds).index(row.kind)):
        yield Partner(
            kind=kinds[row.kind],
            name=row.name,
            why=Message("What it does: %(task)s.", task=row.task),
            basis=Basis.TABLE,
            page=row.page,
            source=row.source,
        )


def blanks(summary: tuple[StateReview, str] | None) -> Iterator[Partner]:
    """Coalitions of NGOs and media, which nobody but the NGO can fill in.

    Args:
        summary: a review and the symbol of OHCHR's summary of stakeholders' submissions on it; None: none is indexed.
    """
    yield Partner(
        kind=PartnerKind.NGOS,
        name="",
        why=Message("Together you have more weight, and can share the work. Which coalitions work on this?"),
        basis=Basis.BLANK,
        details=(_submitters(*summary),) if summary else (),
        documents=(summary[1],) if summary else (),
    )
    yield Partner(
        kind=PartnerKind.MEDIA,
        name="",
        why=Message("They keep the issue in public. Which journalists and media report on it, and safely?"),
        basis=Basis.BLANK,
    )


def _submitters(review: StateReview, symbol: str) -> Message:
    return Message(
        "OHCHR’s summary %(symbol)s names those who made submissions on the review of %(review)s.",
        symbol=symbol,
        review=year_and_session_of(review),
    )


def _page(about: str, tables: PartnerTables) -> str:
    page = tables.page(about)
    return page.page if page else ""


def _missing(
    kind: PartnerKind, name: Message, why: Message, about: str, tables: PartnerTables, *missing: Message
) -> Partner:
    """A line that says what is not here, and where it is published."""
    page = tables.page(about)
    return Partner(
        kind=kind,
        name=name,
        why=why,
        basis=Basis.MISSING,
        published=page.what if page else None,
        page=page.page if page else "",
        details=missing,
    )


def _more(kind: PartnerKind, name: Message, about: str, tables: PartnerTables, *details: Message) -> Partner:
    """A line that says where others are found than those that the table has."""
    return _missing(kind, name, Message("The list here may be incomplete."), about, tables, *details)


def _old(source: Source, today: date) -> tuple[Message, ...]:
    """What is said of a row whose source is old, or not dated."""
    if source.year is None:
        return (Message("The source has no date: look it up before you rely on it."),)
    if today.year - source.year < OLD_AFTER:
        return ()
    return (
        Message(
            "This is as of %(year)s: check whether it still holds before you rely on it.",
            year=str(source.year),
        ),
    )


def _of_how_many(about: str, here: int, tables: PartnerTables) -> tuple[Message, ...]:
    """How many rows there are of how many that there should be."""
    page = tables.page(about)
    if page is None or not page.there_are:
        return ()
    if not page.counted:
        return (Message("The list here has %(here)s of about %(all)s.", here=here, all=int(page.there_are)),)
    return (
        Message(
            "The list here has %(here)s; in %(year)s there were %(all)s.",
            here=here,
            all=int(page.there_are),
            year=page.counted[:4],
        ),
    )
