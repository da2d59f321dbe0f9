"""Answers of search as the typed answers of the API, with what stands beside them."""

from collections.abc import Iterable, Sequence

from models.records.records import Recommendation
from models.reviews.states import State
from search import (
    Answer,
    LobbyingList,
    ObservationAnswer,
    ObservingDocument,
    ReferredComment,
    ReportsOn,
    ReviewProgress,
    ReviewSummary,
    StateCoverage,
    StateReview,
    Tally,
    Thread,
    ThreadSummary,
    command_for,
    compared_after,
    ratifications_asked,
    superseded,
    what_is_missing,
)
from search.answer import as_json
from web.api.answers import (
    Coverage,
    IndexedState,
    LobbyAnswer,
    MatchAnswer,
    NextReview,
    ObservationsAnswer,
    ProgressAnswer,
    RecommendationAnswer,
    StateAnswer,
    ThreadAnswer,
    ThreadReview,
)


def match_answer(
    answer: Answer, coverage: StateCoverage | None, not_indexed: tuple[str, ...], next_cursor: str | None
) -> MatchAnswer:
    """Totals, the hits of this page, facets, and what the user should know."""
    return MatchAnswer.made_of(
        answer,
        superseded=_superseded(coverage),
        not_indexed=not_indexed,
        hits=tuple(map(as_json.found, answer.hits)),
        related=tuple(map(as_json.found, answer.related)),
        facets={facet.field: facet.values for facet in answer.facets},
        next_cursor=next_cursor,
    )


def recommendation_answer(
    record: Recommendation, referred: Iterable[ReferredComment], coverage: StateCoverage
) -> RecommendationAnswer:
    """One recommendation with what stands beside it."""
    return RecommendationAnswer.made_of(
        record,
        referred_comments=referred,
        ratifications=ratifications_asked(record.text, record.state_under_review),
        superseded=_superseded(coverage),
        invented=coverage.state.invented,
    )


def lobby_answer(
    listed: LobbyingList, coverage: StateCoverage, offset: int, limit: int, next_cursor: str | None
) -> LobbyAnswer:
    """The States by suggested priority, `limit` of them, with what the list rests on."""
    return LobbyAnswer.made_of(
        listed,
        state=listed.state.code,
        total=len(listed.targets),
        targets=listed.targets[offset : offset + limit],
        invented=listed.state.invented,
        superseded=_superseded(coverage),
        next_cursor=next_cursor,
    )


def thread_answer(thread: Thread, coverage: StateCoverage, next_cursor: str | None) -> ThreadAnswer:
    """The other reviews of the State, each with the recommendations of this page that are linked."""
    return ThreadAnswer.made_of(
        thread,
        compared=compared_after(coverage, thread.record.session, thread.later_compared),
        reviews=[
            ThreadReview.made_of(review, links=[as_json.linked(thread, link) for link in review.links])
            for review in thread.reviews
        ],
        next_cursor=next_cursor,
    )


def observations_answer(answer: ObservationAnswer, next_cursor: str | None) -> ObservationsAnswer:
    """What a State was told, the documents that were searched, and what general comments say."""
    return ObservationsAnswer.made_of(
        answer,
        hits=tuple(map(as_json.found_observation, answer.hits)),
        general_comments=tuple(map(as_json.found_observation, answer.general_comments)),
        next_cursor=next_cursor,
    )


def progress_answer(progress: ReviewProgress, coverage: StateCoverage, next_cursor: str | None) -> ProgressAnswer:
    """The documents that there are, and the links of this page."""
    return ProgressAnswer.made_of(
        progress,
        superseded=_superseded(coverage),
        links=[ReportsOn(found.record, link) for found in progress.recommendations for link in found.links],
        recommendations=[found.record for found in progress.recommendations if found.links],
        invented=coverage.state.invented,
        next_cursor=next_cursor,
    )


def state_answer(
    state: State,
    reviews: Sequence[StateReview],
    documents: Iterable[ObservingDocument],
    tally: Tally,
    threads: ThreadSummary | None,
    coverage: StateCoverage,
) -> StateAnswer:
    """A State with its reviews, issues, what was recommended again, and the estimated next review."""
    return StateAnswer.made_of(
        state,
        reviews=reviews,
        observations=documents,
        issues=tally.labels,
        asked_again=threads,
        next_review=_next_review(coverage),
        coverage=_coverage(coverage),
    )


def indexed_state(
    state: State,
    reviews: Sequence[ReviewSummary],
    documents: Iterable[ObservingDocument],
    coverage: StateCoverage,
) -> IndexedState:
    """What is indexed on a State, what is not by a sentence, and the address at which that is published."""
    whole = _coverage(coverage)
    return IndexedState.made_of(state, whole, reviews=reviews, treaty_bodies=documents, coverage=whole)


def _coverage(coverage: StateCoverage) -> Coverage:
    return Coverage.made_of(
        coverage,
        missing=" ".join(what_is_missing(coverage)),
        superseded=_superseded(coverage),
        fetch=command_for(coverage, coverage.missing),
    )


def _next_review(coverage: StateCoverage) -> NextReview | None:
    """The coming review, and those between it and the last one indexed."""
    if coverage.history.coming is None:
        return None
    since = tuple((review.session,) for review in coverage.later)
    return NextReview(sessions=(coverage.history.coming,), since=since, estimated=True)


def _superseded(coverage: StateCoverage | None) -> str:
    return str((superseded(coverage) if coverage else None) or "")
