"""The lines of the panel that the documents of an index give: recommending States, parliament, treaty bodies."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from models.files.package_tables import table_rows
from models.messages.message import Message, StateName, counted
from models.partners.rows import Source
from models.records.records import Recommendation
from models.reviews.next_review import estimated_year
from models.reviews.states import State
from models.vocabularies.crosswalk import Issue
from models.vocabularies.instruments import instruments
from models.vocabularies.ratifications import AS_OF, Status, ratification
from models.vocabularies.treaty_bodies import TREATY_BODIES
from search.catalogue.treaties_to_join import treaties_to_join
from search.datamodel.observations import ObservingDocument
from search.datamodel.partners import Basis, Partner, PartnerKind
from search.partners.from_tables import panel_line

THIS_INDEX = Source(Message("Documents of this index"), "", "")
TREATY_COLLECTION = "https://treaties.un.org/Pages/Treaties.aspx?id=4&subid=A&clang=_en"
RATIFICATIONS = Source(
    Message("Table of %(year)s taken by people from the UN Treaty Collection", year=str(AS_OF)),
    TREATY_COLLECTION,
    str(AS_OF),
)
TREATIES = Source(
    Message("The treaty; which articles bear on the issue is the editors’ reading; status: a table of 2022"),
    TREATY_COLLECTION,
    "",
)
TREATIES_OF_BODIES = {"CCPR": "ICCPR", "CERD": "ICERD", "CESCR": "ICESCR", "CMW": "ICRMW", "SPT": "OPCAT"}
"""Where a treaty body is not called as its treaty is."""
HOLY_SEE = "VAT"

VISITS = Message(
    "It visits places where people are deprived of their liberty; its reports are confidential unless the State has "
    "them published."
)
"""What the Subcommittee on Prevention of Torture does instead of concluding observations (articles 11 and 16 of the
Optional Protocol)."""


def recommending_states(records: Sequence[Recommendation], state: State, names: Mapping[str, str]) -> Iterator[Partner]:
    """The States that made these recommendations, who asked last first.

    Args:
        records: recommendations to the State.
        state: the State under review.
        names: of States, by code.
    """
    made: dict[str, list[Recommendation]] = defaultdict(list)
    for record in latest_first(records):
        for code in dict.fromkeys(sponsor.state for sponsor in record.sponsors):
            made[code].append(record)

    def rank(code: str) -> tuple[int, int, str]:
        return -made[code][0].session, -len(made[code]), names.get(code, code)

    for code in sorted(made, key=rank):
        requests = made[code]
        years = tuple(dict.fromkeys(str(estimated_year(record.session)) for record in requests))
        yield Partner(
            kind=PartnerKind.RECOMMENDING_STATE,
            name=names.get(code, code),
            why=counted(
                "%(count)s recommendation to %(state)s, of %(years)s: read it.",
                "%(count)s recommendations to %(state)s, of %(years)s: read them.",
                len(requests),
                state=state.in_message,
                years=years,
            ),
            basis=Basis.INDEX,
            source=THIS_INDEX,
            details=(_offices(StateName(code, names.get(code, code)), state.in_message),),
            requests=tuple(requests),
            state=code,
        )


def _offices(sending: StateName, under_review: StateName) -> Message:
    if sending.code == HOLY_SEE:
        return Message(
            "Its nunciature for %(under_review)s; its permanent mission in Geneva", under_review=under_review
        )
    return Message(
        "The embassy or high commission of %(name)s for %(under_review)s; its permanent mission to the United Nations "
        "in Geneva",
        name=sending,
        under_review=under_review,
    )


def latest_first(records: Sequence[Recommendation]) -> list[Recommendation]:
    """Recommendations in the order of pages, those of the latest review first."""
    return sorted(records, key=lambda record: -record.session)


def parliament(records: Sequence[Recommendation], state: State) -> Iterator[Partner]:
    """Parliament once for each treaty that recommendations name as one to join, and once for all else."""
    joining: dict[str, list[Recommendation]] = defaultdict(list)
    for record in latest_first(records):
        for treaty in treaties_to_join(record.text):
            joining[treaty].append(record)
    for treaty, requests in joining.items():
        yield _to_join(treaty, requests, state)
    yield panel_line("parliament")


def _to_join(treaty: str, requests: Sequence[Recommendation], state: State) -> Partner:
    return Partner(
        kind=PartnerKind.PARLIAMENT,
        name=Message("Parliament: %(treaty)s", treaty=_title(treaty)),
        why=counted(
            "%(count)s recommendation names the treaty as one to join: read it. In most States parliament must approve "
            "that.",
            "%(count)s recommendations name the treaty as one to join: read them. In most States parliament must "
            "approve that.",
            len(requests),
        ),
        basis=Basis.INDEX,
        source=RATIFICATIONS,
        details=(_status("step", treaty, state),),
        requests=tuple(requests),
    )


def _title(treaty: str) -> Message:
    return Message(instruments()[treaty].title)


@cache
def _ratification_words() -> Mapping[str, Mapping[str, str]]:
    return {row["status"]: row for row in table_rows("search.partners", "ratification_words.csv")}


def _status(about: str, treaty: str, state: State) -> Message:
    """What a State had done about a treaty, as a column of ratification_words.csv says it."""
    known = ratification(state.code, treaty)
    words = _ratification_words()[known.status if known else ""][about]
    year = str(known.year) if known and known.year else ""
    return Message(words, as_of=str(AS_OF), state=state.in_message, year=year)


def treaty_bodies(
    issue: Issue, state: State, documents: Sequence[ObservingDocument], on_issue: Collection[str]
) -> Iterator[Partner]:
    """The committees whose treaties bear on an issue, those of treaties that bind the State first.

    Args:
        issue: of the crosswalk.
        state: the State under review.
        documents: concluding observations on it that are indexed, newest first.
        on_issue: ids of committees once for each of their paragraphs on the issue.
    """
    articles = issue.articles

    def rank(code: str) -> tuple[bool, int, str]:
        known = ratification(state.code, _treaty_of(code))
        return known is None or known.status is not Status.PARTY, -len(articles[code]), code

    for code in sorted(articles, key=rank):
        body = TREATY_BODIES[code]
        held = [document for document in documents if document.committee == code]
        paragraphs = sum(committee == code for committee in on_issue)
        yield Partner(
            kind=PartnerKind.TREATY_BODY,
            name=body.name,
            why=counted(
                "It monitors the %(treaty)s, of which one article bears on this issue.",
                "It monitors the %(treaty)s, of which %(count)s articles bear on this issue.",
                len(articles[code]),
                treaty=body.treaty,
            ),
            basis=Basis.LAW,
            source=TREATIES,
            details=(
                _status("committee", _treaty_of(code), state),
                VISITS if code == "SPT" else _observed(held, paragraphs),
            ),
            committee=code,
            documents=tuple(document.symbol for document in held[:1]),
        )


def _treaty_of(body: str) -> str:
    return TREATIES_OF_BODIES.get(body, body)


def _observed(held: Sequence[ObservingDocument], paragraphs: int) -> Message:
    if not held:
        return Message("None of its concluding observations on the State are indexed here.")
    last = held[0]
    return counted(
        "Its last concluding observations indexed here: %(symbol)s, of %(year)s; %(count)s paragraph that is indexed "
        "was found on this issue.",
        "Its last concluding observations indexed here: %(symbol)s, of %(year)s; %(count)s paragraphs that are indexed "
        "were found on this issue.",
        paragraphs,
        symbol=last.symbol,
        year=str(last.date.year) if last.date else "?",
    )
