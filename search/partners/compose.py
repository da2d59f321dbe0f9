"""The panel of partners of one State and one issue, out of an index and the tables of partners."""

from collections.abc import Collection
from datetime import date

from models.errors import UnknownFilter, UnknownRecord
from models.messages.message import Message
from models.partners.tables import PartnerTables
from models.records.documents import DocumentKind
from models.records.records import Recommendation
from models.vocabularies.crosswalk import Issue, RelationKind, issues
from search.catalogue.records import recommendations
from search.catalogue.states import named_state
from search.datamodel.answer import StateReview
from search.datamodel.partners import StatePartners
from search.datamodel.question import no_such_choice
from search.datamodel.states import IssueField, StateIssue
from search.partners.from_index import parliament, recommending_states, treaty_bodies
from search.partners.from_tables import LinesOfTables, blanks
from search.partners.state_issue import state_issue
from search.snapshot.describe import state_reviews
from search.snapshot.snapshot import Snapshot

CAUTION = Message(
    "These are possible partners. Before you make contact, assess whether you have, or can safely establish, a working "
    "relationship with each, and whether you understand its political role and positions. Contact nobody where that "
    "could put you or others at risk."
)
"""After the fact sheet "Follow-up to the Universal Periodic Review: Information for NGOs"."""


def state_partners(
    snapshot: Snapshot, state: str, issue: str, today: date, tables: PartnerTables, records: Collection[str] = ()
) -> StatePartners:
    """Who can be approached on an issue in a State.

    Args:
        snapshot: of an index.
        state: code or name.
        issue: name of an issue of the crosswalk, in any case.
        today: from which a row of a table is old.
        tables: of partners.
        records: ids of the recommendations that it is about; without one, all to the State on the issue.

    Raises:
        UnknownState, UnknownFilter: there is no such State or issue.
        UnknownRecord: the index has no recommendation to the State under one of the ids.
    """
    found = named_state(snapshot.states, state)
    known = issue_named(issue)
    held = state_issue(snapshot, found.code, *_labels(known))
    chosen = _chosen(snapshot, records, found.code) if records else _all(held)
    names = {each.code: each.name for each in snapshot.states}
    committees = [each.record.committee for each in held.observations]
    listed = LinesOfTables(tables, found, known.name, today)
    partners = (
        *recommending_states(chosen, found, names),
        *listed.ministries(),
        *parliament(chosen, found),
        *listed.institutions(),
        *listed.mechanisms(),
        *listed.un_bodies(),
        *listed.un_presences(),
        *listed.regional_bodies(),
        *treaty_bodies(known, found, held.observing, committees),
        *listed.special_procedures(),
        *blanks(_summary(snapshot, found.code)),
        *listed.guides(),
    )
    return StatePartners(found, known.name, CAUTION, partners)


def issue_named(word: str) -> Issue:
    """An issue of the crosswalk, given in any case.

    Raises:
        UnknownFilter: there is none.
    """
    by_name = {name.casefold(): issue for name, issue in issues().items()}
    if word.strip().casefold() not in by_name:
        raise UnknownFilter(no_such_choice("Issue", word, issues()))
    return by_name[word.strip().casefold()]


def _labels(issue: Issue) -> tuple[IssueField, tuple[str, ...]]:
    """By which labels of which field the recommendations on an issue are found."""
    if issue.is_label:
        return "label", (issue.name,)
    return "theme", tuple(relation.value for relation in issue.of_kind(RelationKind.THEME))


def _all(held: StateIssue) -> list[Recommendation]:
    return [record for review in held.reviews for record in review.recommendations]


def _chosen(snapshot: Snapshot, ids: Collection[str], state: str) -> list[Recommendation]:
    """The recommendations under these ids."""
    numbers = [snapshot.connection.number_of(record_id, "recommendation") for record_id in dict.fromkeys(ids)]
    chosen = list(recommendations(snapshot.connection, numbers))
    elsewhere = next((record.id for record in chosen if record.state_under_review != state), None)
    if elsewhere:
        raise UnknownRecord(Message("%(id)s is no recommendation to this State.", id=elsewhere))
    return chosen


def _summary(snapshot: Snapshot, state: str) -> tuple[StateReview, str] | None:
    """The last review that has OHCHR's summary of stakeholders' submissions here, and its symbol; None where none has.

    The State may have been reviewed since.
    """
    summaries = [
        (review, document.symbol)
        for review in state_reviews(snapshot.connection, state)
        for document in review.documents
        if document.kind == DocumentKind.SUMMARY
    ]
    return summaries[-1] if summaries else None
