"""The JSON API: the same answers as the pages. Questions come by POST, so that no address holds their words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from flask import request

from models.errors import UnknownState
from models.reviews.states import State
from search import (
    Answer,
    Filters,
    LinksWanted,
    Listing,
    ObservationAnswer,
    ParagraphsWanted,
    ReportsOn,
    ReviewProgress,
    StateCoverage,
    check_language,
    command_for,
    compared_after,
    left_out_of_list,
    superseded,
    what_is_missing,
)
from search.answer.as_json import Observation, draft_requests, linked
from search.answer.referred_comments import referred_comments
from search.catalogue.chosen import ids_at
from search.catalogue.drafts import replaced_drafts
from search.catalogue.observations import documents_on
from search.catalogue.tally import tally
from search.catalogue.treaties_to_join import ratifications_asked
from search.observations.find import observations_on_record
from search.progress.follow import paragraph_with_recommendations, progress_on_record, progress_on_review
from search.progress.on_issue import reported_on_issue
from search.snapshot.describe import state_reviews
from search.threads.summary import summarise_threads
from web.api.answers import (
    CommitmentAnswer,
    Coverage,
    DraftsAnswer,
    IndexedState,
    InfoAnswer,
    LobbyAnswer,
    MatchAnswer,
    NextReview,
    ObservationsAnswer,
    ProgressAnswer,
    RecommendationAnswer,
    RecordsAnswer,
    ReportedParagraph,
    ReportsAnswer,
    StateAnswer,
    ThreadAnswer,
    ThreadReview,
)
from web.api.cursors import next_cursor, offset_of
from web.api.operations import Operations, View, blamed_on, snapshot_mark
from web.api.questions import (
    PAGE_FIELDS,
    DraftsQuestion,
    FindQuestion,
    InfoQuestion,
    IssueInWords,
    ListQuestion,
    LobbyQuestion,
    MatchQuestion,
    ObservationsQuestion,
    PagedQuestion,
    ProgressQuestion,
    RecordProgressQuestion,
    RecordsQuestion,
    ReportedQuestion,
    SimilarQuestion,
)
from web.records.pages import is_invented_observation
from web.site.error_pages import RefusedField
from web.site.served_index import coverage_on, cycles_indexed, is_invented, is_invented_state, served_index, settings

operations = Operations()


@operations.post("/match")
def match(question: MatchQuestion) -> MatchAnswer:
    """Recommendations on an issue, described in your own words; those to your own State come first."""
    mark, offset = _page(question)
    _check_issue(question)
    with blamed_on("filters"):
        filters = served_index().known_filters(question.filters)
        answer = served_index().match(replace(question.as_issue_question(offset), filters=filters))
    return _match_answer(answer, filters, offset, mark, facets=question.facets)


@operations.post("/find")
def find(question: FindQuestion) -> MatchAnswer:
    """Recommendations that hold words."""
    mark, offset = _page(question)
    with blamed_on("filters"):
        filters = served_index().known_filters(question.filters)
        answer = served_index().find(replace(question.as_keyword_question(offset), filters=filters))
    return _match_answer(answer, filters, offset, mark, facets=question.facets)


@operations.post("/lobby", 404, 410)
def lobby(question: LobbyQuestion) -> LobbyAnswer:
    """States to approach on an issue, each with its nearest recommendation.

    The issue is given in one of three ways: as text, as one of UPR Info's labels, or as a list of recommendations.
    """
    if question.issues() != 1:
        raise RefusedField("Give the issue as “text”, as “label” or as “records”: one of the three.", "text")
    mark, offset = _page(question)
    with blamed_on("state"):
        served_index().state(question.state)
    _check_language(question.written_in)
    with blamed_on("text" if question.text else "label" if question.label else "records"):
        listed = served_index().lobby(question.as_lobbying_question())
    end, targets = offset + question.limit, listed.in_order(question.order)
    return LobbyAnswer.made_of(
        listed,
        total=len(targets),
        targets=targets[offset:end],
        superseded=_superseded(coverage_on(listed.state.code)),
        next_cursor=next_cursor(end, len(targets), mark),
    )


@operations.post("/observations")
def observations(question: ObservationsQuestion) -> ObservationsAnswer:
    """What treaty bodies and special procedures told a State, and all States, on an issue."""
    mark, offset = _page(question)
    _check_issue(question)
    told = served_index().observations(
        question.text,
        question.own_state,
        question.limit,
        offset,
        written_in=question.written_in,
        mechanism=question.mechanism,
    )
    return _observations_answer(told, offset + question.limit, mark)


@operations.post("/reported")
def reported_on(question: ReportedQuestion) -> ReportsAnswer:
    """What documents before reviews report on an issue: the State, UN bodies and stakeholders; your own State first."""
    mark, offset = _page(question)
    _check_issue(question)
    found = reported_on_issue(
        served_index().snapshot, question.text, question.own_state, question.limit, offset, question.written_in
    )
    return ReportsAnswer.made_of(found, next_cursor=next_cursor(offset + len(found.hits), found.total, mark))


@operations.get("/recommendation/<record_id>", 301, 404, 410)
def recommendation(record_id: str) -> RecommendationAnswer:
    """One recommendation; an old id leads to the id of today."""
    record = served_index().record(record_id)
    coverage = coverage_on(record.state_under_review)
    return RecommendationAnswer.made_of(
        record,
        referred_comments=referred_comments(served_index().snapshot.connection, record),
        ratifications=ratifications_asked(record.text, record.state_under_review),
        superseded=_superseded(coverage),
        invented=coverage.state.invented,
    )


@operations.get("/recommendation/<record_id>/similar", 301, 404, 410)
def similar(record_id: str, question: SimilarQuestion) -> MatchAnswer:
    """The recommendations nearest to one, of whatever State and cycle."""
    mark, offset, limit = _page_of_list(question)
    answer = served_index().similar(record_id, Listing(limit=limit, offset=offset))
    return _match_answer(answer, Filters(), offset, mark, facets=question.facets)


@operations.get("/recommendation/<record_id>/thread", 301, 404, 410)
def thread(record_id: str, question: ListQuestion) -> ThreadAnswer:
    """What the same State was told on the same thing in its other reviews; a page has so many links of each review."""
    mark, offset, limit = _page_of_list(question)
    found = served_index().thread(record_id, limit, offset)
    longest = max((review.total for review in found.reviews), default=0)
    coverage = coverage_on(found.record.state_under_review)
    return ThreadAnswer.made_of(
        found,
        compared=compared_after(coverage, found.record.session, found.later_compared),
        reviews=tuple(
            ThreadReview.made_of(review, links=tuple(linked(found, link) for link in review.links))
            for review in found.reviews
        ),
        next_cursor=next_cursor(offset + limit, longest, mark),
    )


@operations.get("/recommendation/<record_id>/observations", 301, 404, 410)
def observations_on(record_id: str, question: ListQuestion) -> ObservationsAnswer:
    """What treaty bodies told the State under review on the thing that a recommendation asks for."""
    mark, offset, limit = _page_of_list(question)
    told = observations_on_record(served_index().snapshot, record_id, ParagraphsWanted(limit, offset))
    return _observations_answer(told, offset + limit, mark)


@operations.get("/recommendation/<record_id>/progress", 301, 404, 410)
def progress_on(record_id: str, question: RecordProgressQuestion) -> ProgressAnswer:
    """What the documents before the next review report on a recommendation: who, where, and how directly."""
    mark, offset, limit = _page_of_list(question)
    wanted = LinksWanted(bool(question.related), limit, offset)
    found = progress_on_record(served_index().snapshot, record_id, wanted)
    return _progress_answer(found, offset + limit, mark)


@operations.get("/progress", 404)
def progress(question: ProgressQuestion) -> ProgressAnswer:
    """What the documents before the next review report on all recommendations of a review."""
    mark, offset, limit = _page_of_list(question)
    with blamed_on("review"):
        wanted = LinksWanted(bool(question.related), limit, offset)
        found = progress_on_review(served_index().snapshot, question.review, wanted)
    return _progress_answer(found, offset + limit, mark)


@operations.get("/drafts", 404)
def drafts(question: DraftsQuestion) -> DraftsAnswer:
    """Which recommendation of the drafts of a report became which."""
    with blamed_on("review"):
        replaced = replaced_drafts(served_index().snapshot.connection, question.review)
    return DraftsAnswer(review=question.review, requests=tuple(chain.from_iterable(map(draft_requests, replaced))))


@operations.get("/reported/<record_id>", 404, 410)
def reported(record_id: str) -> ReportedParagraph:
    """One paragraph of a document before a review, with the recommendations that it reports on."""
    answer = paragraph_with_recommendations(served_index().snapshot, record_id)
    return ReportedParagraph.made_of(
        answer.record,
        answer.record.text,
        links=(*answer.stated, *answer.by_meaning),
        invented=is_invented_state(answer.record.state),
    )


@operations.get("/observation/<record_id>", 404, 410)
def observation(record_id: str) -> Observation:
    """One paragraph of a treaty body."""
    record = served_index().observation(record_id)
    return Observation.made_of(record, invented=is_invented_observation(record))


@operations.get("/commitment/<record_id>", 301, 404, 410)
def commitment(record_id: str) -> CommitmentAnswer:
    """One voluntary commitment; an old id leads to the id of today."""
    record = served_index().commitment(record_id)
    return CommitmentAnswer.made_of(record, invented=is_invented(record))


@operations.get("/records", 404, 410)
def records(question: RecordsQuestion) -> RecordsAnswer:
    """Records of whatever kind: the one of an id, an old one too, or all that stand in one paragraph of a document."""
    if question.id is not None and question.symbol is None and question.paragraph is None:
        return _records([question.id])
    if question.id is not None or question.symbol is None or question.paragraph is None:
        raise RefusedField("Give either “id”, or “symbol” and “paragraph”.", "id")
    ids = ids_at(served_index().snapshot.connection, question.symbol, question.paragraph)
    if not ids:
        raise RefusedField(_nothing_at(question.symbol, question.paragraph), "paragraph", "UnknownRecord", 404)
    return _records(ids)


@operations.get("/info")
def info(question: InfoQuestion) -> InfoAnswer:
    """What the index holds: its documents by State and review, and which reviews of a State are not indexed."""
    index = served_index()
    mark, offset, limit = _page_of_list(question)
    if question.state is None:
        states = [known.state for known in index.snapshot.reviewed_states if known.reviews]
    else:
        with blamed_on("state"):
            states = [index.state(question.state)]
    held = index.overview()
    return InfoAnswer.made_of(
        held,
        total=len(states),
        states=tuple(_indexed_state(found) for found in states[offset : offset + limit]),
        next_cursor=next_cursor(offset + limit, len(states), mark),
    )


@operations.get("/state/<code>", 404)
def state(code: str) -> StateAnswer:
    """A State, by code or name: its reviews, issues, what is like the review before, and the estimated next review."""
    try:
        found = served_index().state(code)
    except UnknownState as error:
        raise RefusedField(str(error), "code", "NotFound", 404) from error
    snapshot, coverage = served_index().snapshot, coverage_on(found.code)
    return StateAnswer.made_of(
        found,
        reviews=state_reviews(snapshot.connection, found.code),
        observations=documents_on(snapshot.connection, found.code),
        issues=tally(snapshot.catalogue, found.code, "under_review").labels,
        compared_with_before=summarise_threads(snapshot, found.code),
        next_review=_next_review(coverage),
        coverage=_coverage(coverage),
    )


_OF_KIND: Mapping[str, View] = {
    "recommendation": recommendation,
    "commitment": commitment,
    "observation": observation,
    "report": reported,
}
"""The operation that gives a record, by what the catalogue calls its kind."""


def _records(ids: Sequence[str]) -> RecordsAnswer:
    found = served_index().chosen(ids)
    with blamed_on("id"):
        # Where there is none, a recommendation is asked for: it says why.
        records = [_OF_KIND[each.kind or "recommendation"](each.id) for each in found]
    return RecordsAnswer.model_validate({"records": records})


def _nothing_at(symbol: str, paragraph: str) -> str:
    if served_index().document(symbol.strip()):
        return f"Paragraph {paragraph[:20]} of {symbol[:80]} holds no record: check its number."
    return f"{symbol[:80]} is not in this index, which is no sign of what it says: “info” lists what is."


def _indexed_state(found: State) -> IndexedState:
    snapshot, coverage = served_index().snapshot, coverage_on(found.code)
    return IndexedState.made_of(
        found,
        coverage,
        missing=" ".join(what_is_missing(coverage)),
        reviews=snapshot.connection.reviews(found.code),
        treaty_bodies=documents_on(snapshot.connection, found.code),
        coverage=_coverage(coverage),
    )


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


def _page(question: PagedQuestion) -> tuple[str, int]:
    """What marks cursors of a question, and how many lines stand before the page that it asks for."""
    mark = snapshot_mark(question.asked())
    if question.cursor is None:
        return mark, question.offset
    if question.offset:
        raise RefusedField("Give either “cursor” or “offset”, not both.", "cursor")
    return mark, offset_of(question.cursor, mark)


def _page_of_list(question: ListQuestion) -> tuple[str, int, int]:
    """What marks cursors of a list, how many of its entries stand before the page asked for, and how many are on it."""
    mark = snapshot_mark(request.path, question.model_dump_json(exclude=PAGE_FIELDS))
    offset = 0 if question.cursor is None else offset_of(question.cursor, mark)
    return mark, offset, question.limit or settings().results_per_page


def _match_answer(answer: Answer, filters: Filters, offset: int, mark: str, *, facets: bool) -> MatchAnswer:
    coverage = coverage_on(answer.own_state) if answer.own_state else None
    asked = [coverage] if coverage else [coverage_on(served_index().state(each).code) for each in filters.under_review]
    being_made = served_index().vectors_being_made
    left_out = left_out_of_list(asked, cycles_indexed(filters.group), filters)
    not_indexed = (str(being_made), *left_out) if being_made else left_out
    return MatchAnswer.made_of(
        answer,
        superseded=_superseded(coverage),
        not_indexed=not_indexed,
        facets={facet.field: facet.values for facet in answer.facets} if facets else {},
        next_cursor=next_cursor(offset + len(answer.hits), answer.lines, mark),
    )


def _observations_answer(told: ObservationAnswer, end: int, mark: str) -> ObservationsAnswer:
    return ObservationsAnswer.made_of(told, next_cursor=next_cursor(end, told.total, mark))


def _progress_answer(found: ReviewProgress, end: int, mark: str) -> ProgressAnswer:
    coverage = coverage_on(found.state)
    return ProgressAnswer.made_of(
        found,
        superseded=_superseded(coverage),
        links=tuple(ReportsOn(each.record, link) for each in found.recommendations for link in each.links),
        recommendations=tuple(each.record for each in found.recommendations if each.links),
        invented=coverage.state.invented,
        next_cursor=next_cursor(end, found.total, mark),
    )


def _check_issue(question: IssueInWords) -> None:
    with blamed_on("own_state"):
        if question.own_state is not None:
            served_index().state(question.own_state)
    _check_language(question.written_in)


def _check_language(code: str | None) -> None:
    with blamed_on("written_in"):
        check_language(code)
