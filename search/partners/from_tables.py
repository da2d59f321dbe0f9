"""The lines of the panel that dated tables give; where a table has nothing, that it is missing, and where it stands.

lines.csv says of each line who it is about, how that is known, what it is called where no row names it, why they
matter, and which official page (official_pages.csv) publishes the list.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from models.files.package_tables import table_rows
from models.messages.message import Message, Value
from models.partners.rows import (
    ALL_ISSUES,
    SCORES,
    TAKING_PART,
    Mechanism,
    OfficialPage,
    RegionalBody,
    Source,
    UnBody,
)
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


@cache
def _lines() -> Mapping[str, Mapping[str, str]]:
    return {row["line"]: row for row in table_rows("search.partners", "lines.csv")}


def panel_line(line: str, source: Source | None = None, /, **words: Value) -> Partner:
    """A line of lines.csv, by its name there; `words` are what its texts have to be told."""
    row = _lines()[line]
    return Partner(
        kind=PartnerKind[row["kind"]],
        basis=Basis[row["basis"]],
        name=Message(row["name"], **words),
        why=Message(row["why"], **words),
        source=source,
    )


@dataclass(frozen=True, slots=True)
class LinesOfTables:
    """What the tables have on one State and one issue, a method for each kind of partner."""

    tables: PartnerTables
    state: State
    issue: str
    """Its name in the crosswalk."""
    today: date
    """From which a row is old."""

    def ministries(self) -> Iterator[Partner]:
        """The ministries that usually answer for the issue, and what coordinates them."""
        for row in self.tables.ministries:
            if row.issue == self.issue:
                yield panel_line("ministry", row.source, portfolio=row.portfolio)
        yield panel_line("coordinating body", FACT_SHEET)

    def institutions(self) -> Iterator[Partner]:
        """The national human rights institution, with its status where a dated list has it."""
        found = [row for row in self.tables.institutions if row.state == self.state.code]
        for row in found:
            reviewed = Message("Accreditation is reviewed every five years: look it up before you rely on it.")
            yield replace(self._listed("institution", row.source, STATUSES[row.status], reviewed), name=row.name)
        if not found:
            here = len(self.tables.institutions)
            yield self._missing("institution", self._whether_it_has_one(), *self._of_how_many("institution", here))

    def mechanisms(self) -> Iterator[Partner]:
        """The State's mechanism for implementation, reporting and follow-up, as a survey scored it."""
        found = [row for row in self.tables.mechanisms if row.state == self.state.code]
        for row in found:
            points = Message(
                "Points by the judgement of the survey, from -1 up: for who takes part, %(taking_part)s; for what "
                "it does, %(work)s.",
                taking_part=_scores(row, taking_part=True),
                work=_scores(row, taking_part=False),
            )
            kind = Message("A survey calls it “%(kind)s”.", kind=row.kind)
            yield self._listed("mechanism", row.source, kind, points)
        if not found:
            states = len({row.state for row in self.tables.mechanisms})
            surveyed = Message("The survey at hand has %(count)s States.", count=states)
            yield self._missing("mechanism", self._whether_it_has_one(), surveyed)

    def un_bodies(self) -> Iterator[Partner]:
        """Bodies of the United Nations that work on the issue, then those that work on all."""
        yield from self._bodies("un body", self.tables.un_bodies)
        yield self._missing("other un bodies")

    def regional_bodies(self) -> Iterator[Partner]:
        """Bodies of a regional organisation for its member States; none for a State that no table has."""
        rows = [row for row in self.tables.regional_bodies if self.state.code in row.states]
        yield from self._bodies("regional body", rows)

    def _bodies(self, line: str, rows: Iterable[UnBody | RegionalBody]) -> Iterator[Partner]:
        """Those that work on the issue, then those that work on all."""
        rows = tuple(rows)
        on_issue = [row for row in rows if self.issue in row.issues]
        for row in (*on_issue, *(row for row in rows if ALL_ISSUES in row.issues)):
            yield replace(self._listed(line, row.source, task=row.task), name=row.name, page=row.page)

    def un_presences(self) -> Iterator[Partner]:
        """Offices of the High Commissioner in the State."""
        found = [row for row in self.tables.un_presences if row.state == self.state.code]
        for row in found:
            name = Message("Office of the High Commissioner for Human Rights: %(presence)s", presence=row.presence)
            yield replace(self._listed("un presence", row.source), name=name, page=row.page)
        if not found:
            none_named = Message(
                "The lists here name no office in %(state)s. A regional office may be responsible for it.",
                state=self.state.in_message,
            )
            yield self._missing("un presence", none_named)

    def special_procedures(self) -> Iterator[Partner]:
        """Mandates on the State, and on the issue."""
        rows, state = self.tables.special_procedures, self.state.in_message
        on_state = [row for row in rows if row.state == self.state.code]
        for row in (*on_state, *(row for row in rows if self.issue in row.issues)):
            since = (Message("The mandate was created in %(year)s.", year=row.since),) if row.since else ()
            line = "country mandate" if row.state else "thematic mandate"
            yield replace(self._listed(line, row.source, *since, state=state), name=row.mandate)
        yield self._missing("other mandates", *self._of_how_many("special procedure", len(rows)), state=state)

    def guides(self) -> Iterator[Partner]:
        """Who gives guidance, and the fund for technical assistance."""
        for line in ("guidance", "fund"):
            for row in (row for row in self.tables.guides if row.kind == line):
                yield replace(panel_line(line, row.source, task=row.task), name=row.name, page=row.page)

    def _listed(self, line: str, source: Source, *details: Message, **words: Value) -> Partner:
        """A line that a row of a table gives, with the official page where it names one; an old row says so."""
        page = self._official_page(line)
        details = (*details, *self._old(source))
        return replace(panel_line(line, source, **words), details=details, page=page.page if page else "")

    def _missing(self, line: str, *details: Message, **words: Value) -> Partner:
        """A line that says what is not here, and where it is published."""
        page = self._official_page(line)
        return replace(
            panel_line(line, **words),
            basis=Basis.MISSING,
            published=page.what if page else None,
            page=page.page if page else "",
            details=details,
        )

    def _official_page(self, line: str) -> OfficialPage | None:
        return self.tables.page(_lines()[line]["published"])

    def _whether_it_has_one(self) -> Message:
        return Message("This installation does not say whether %(state)s has one.", state=self.state.in_message)

    def _old(self, source: Source) -> tuple[Message, ...]:
        """What is said of a row whose source is old, or not dated."""
        if source.year is None:
            return (Message("The source has no date: look it up before you rely on it."),)
        if self.today.year - source.year < OLD_AFTER:
            return ()
        year = str(source.year)
        return (Message("This is as of %(year)s: check whether it still holds before you rely on it.", year=year),)

    def _of_how_many(self, about: str, here: int) -> Iterator[Message]:
        """How many rows there are of how many that there should be."""
        page = self.tables.page(about)
        if page is None or not page.there_are:
            return
        numbers = {"here": here, "all": int(page.there_are)}
        if page.counted:
            year = page.counted[:4]
            yield Message("The list here has %(here)s; in %(year)s there were %(all)s.", year=year, **numbers)
        else:
            yield Message("The list here has %(here)s of about %(all)s.", **numbers)


def _scores(row: Mechanism, *, taking_part: bool) -> tuple[str, ...]:
    return tuple(
        Message("%(score)s %(points)s", score=SCORES[name], points=float(points))
        for name, points in row.scores
        if (name in TAKING_PART) is taking_part
    )


def blanks(summary: tuple[StateReview, str] | None) -> Iterator[Partner]:
    """Coalitions of NGOs and media, which nobody but the NGO can fill in.

    Args:
        summary: a review and the symbol of OHCHR's summary of stakeholders' submissions on it; None: none is indexed.
    """
    coalitions = panel_line("coalitions")
    if summary:
        review, symbol = summary
        submitters = Message(
            "OHCHR’s summary %(symbol)s names those who made submissions on the review of %(review)s.",
            symbol=symbol,
            review=year_and_session_of(review),
        )
        coalitions = replace(coalitions, details=(submitters,), documents=(symbol,))
    yield coalitions
    yield panel_line("media")
