"""What an index holds: its States for the choices of a form, its counts, and the reviews of one State."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from models.index_folder.folder import Manifest
from models.records.documents import DocumentKind
from models.records.enums import Position
from models.records.records import review_id
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State, StateKind, fold_name
from search.catalogue.connection import CatalogueConnection
from search.catalogue.drafts import has_replaced_drafts
from search.catalogue.entries import Catalogue
from search.catalogue.records import commitments_of_state
from search.catalogue.reviews import indexed_reviews
from search.datamodel.answer import Overview, StateInIndex, StateReview
from search.datamodel.question import LABEL_FIELDS
from search.datamodel.states import CountedReview, ReviewedState

_OBSERVATIONS = "SELECT entity, count(*) FROM observation GROUP BY entity"
_REVIEWS = "SELECT state, count(*) FROM review GROUP BY state"
_RIGHTS_INDEX = "SELECT max(date) FROM document WHERE kind = ?"
_SESSIONS = "SELECT state, session FROM review ORDER BY session"


def known_in_index(catalogue: Catalogue, connection: CatalogueConnection) -> tuple[StateInIndex, ...]:
    """The States that occur, in the alphabetical order of their names, accents aside."""
    reviews: dict[str, int] = dict(connection.rows(_REVIEWS))
    received, made = (_counts(catalogue, name) for name in ("under_review", "recommending"))
    observations: dict[str, int] = dict(connection.rows(_OBSERVATIONS))
    searched = Counter(state for state, _ in _positions_by_review(catalogue))
    states = sorted(catalogue.states.values(), key=lambda state: fold_name(state.name))
    return tuple(
        StateInIndex(
            state, *(counts.get(state.code, 0) for counts in (reviews, received, made, observations, searched))
        )
        for state in states
    )


def _counts(catalogue: Catalogue, field_name: str) -> dict[str, int]:
    """How many recommendations have each value of a field."""
    field = catalogue.fields[field_name]
    counts = field.count(np.flatnonzero(catalogue.recommendations)).tolist()
    return {str(value): count for value, count in zip(field.values, counts, strict=True)}


def overview(catalogue: Catalogue, connection: CatalogueConnection, manifest: Manifest) -> Overview:
    """Counts, sessions, build time, and how new the export of OHCHR's Index is."""
    ((rights_index,),) = connection.rows(_RIGHTS_INDEX, DocumentKind.RIGHTS_INDEX_EXPORT.value)
    return Overview(
        recommendations=int(catalogue.recommendations.sum()),
        texts=len(np.unique(catalogue.rows[catalogue.recommendations])),
        documents=manifest.counts["documents"],
        reviews=manifest.counts["reviews"],
        states_under_review=sum(count > 0 for count in _counts(catalogue, "under_review").values()),
        recommending_states=len(catalogue.fields["recommending"].values),
        sessions=tuple(int(session) for session in catalogue.fields["session"].values),
        cycles=tuple(int(cycle) for cycle in catalogue.fields["cycle"].values),
        built=manifest.built,
        encoder=manifest.vector_space.id,
        sample=any(state.invented for state in catalogue.states.values()),
        observations=manifest.counts["observations"],
        labelled={name: _reviews_of(catalogue, catalogue.fields[name].entries) for name in LABEL_FIELDS},
        searched=_reviews_of(catalogue, np.flatnonzero(catalogue.recommendations)),
        languages=_counts(catalogue, "language"),
        rights_index=rights_index or "",
    )


def _reviews_of(catalogue: Catalogue, entries: NDArray[np.signedinteger]) -> int:
    """Of how many reviews some entries are; those that are no recommendations do not count."""
    of_reviews = catalogue.numbered(("under_review", "session"))[entries]
    return len(np.unique(of_reviews[of_reviews >= 0]))


def reviewed_states(
    catalogue: Catalogue, connection: CatalogueConnection, known: Iterable[State]
) -> tuple[ReviewedState, ...]:
    """The States that are reviewed, by name, with their reviews counted; of a sample, those of the index alone.

    `known` are all States that can be asked for.
    """
    is_sample = any(state.invented for state in catalogue.states.values())
    states = [state for state in (catalogue.states.values() if is_sample else known) if state.kind is StateKind.MEMBER]
    counted = _positions_by_review(catalogue)
    sessions: dict[str, list[int]] = defaultdict(list)
    for state, session in connection.rows(_SESSIONS):
        sessions[state].append(session)
    return tuple(
        ReviewedState(
            state,
            tuple(CountedReview(session, counted.get((state.code, session), {})) for session in sessions[state.code]),
        )
        for state in sorted(states, key=lambda state: fold_name(state.name))
    )


def _positions_by_review(catalogue: Catalogue) -> dict[tuple[str, int], dict[Position, int]]:
    """How many recommendations have each position that occurs, by State under review and session."""
    names = ("under_review", "session", "position")
    numbers = catalogue.numbered(names)
    present, counts = np.unique(numbers[numbers >= 0], return_counts=True)
    values = [catalogue.fields[name].values for name in names]
    codes = np.unravel_index(present, [max(1, len(each)) for each in values])
    found: dict[tuple[str, int], dict[Position, int]] = defaultdict(dict)
    for state, session, position, count in zip(*codes, counts.tolist(), strict=True):
        review = (str(values[0][state]), int(values[1][session]))
        found[review][Position(str(values[2][position]))] = count
    return found


def state_reviews(connection: CatalogueConnection, state: str) -> tuple[StateReview, ...]:
    """The reviews of a State (by code), earliest first."""
    commitments = commitments_of_state(connection, state)
    return tuple(
        StateReview(
            review=review_id(state, held.session),
            session=held.session,
            cycle=cycle_of_session(held.session),
            documents=held.documents,
            positions=held.positions,
            commitments=tuple(commitment for commitment in commitments if commitment.session == held.session),
            discrepancies=connection.discrepancies.get(review_id(state, held.session), ()),
            held_on=held.held_on,
            facts=held.facts,
            has_replaced_drafts=has_replaced_drafts(connection, review_id(state, held.session)),
        )
        for held in indexed_reviews(connection, state)
    )
