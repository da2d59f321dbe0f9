"""Questions in, answers out, over an index folder: read, score, fuse, group, compose.

docs/development.md draws the packages in the order in which a question passes them. Other packages take types and
sentences from here, and what an open index tells from the function of each feature (`search.progress.follow_up`, say).
May import: models.
"""

from typing import TYPE_CHECKING, Any

from search.answer.editions import Edition, edition_of
from search.answer.quotations import (
    comment_of,
    in_each_edition,
    list_comment_of,
    printed_request_of,
    referred_comment_of,
    request_of,
    sentence_of,
    wording_of,
    words_of,
)
from search.calendar.words import HOW_KNOWN_WORDS, event_title
from search.claims.approach import (
    BACK_TEST,
    BY_WHAT_THEY_SAID,
    BY_WHO_IS_LIKELY,
    NEAREST_QUOTED,
    STRUCK_OUT,
    counts_found,
    looked_through,
    parts_of,
    reasons,
    recommended_to,
)
from search.claims.comments import COMMENT, COMMENT_ON_LIST, comment_claim, comments_on, no_comment
from search.claims.counts import coded_of_them, codings_in_words, positions_of
from search.claims.coverage import (
    command_for,
    compared_after,
    not_indexed_of,
    skipped_between,
    superseded,
    what_is_missing,
    year_and_session,
    year_and_session_of,
)
from search.claims.left_out import CycleCoverage, cycles_covered, cycles_of, left_out, left_out_of_list
from search.claims.nothing_found import not_in_reviews, nothing_found, unanswered_requests
from search.claims.positions import (
    NOTED_BY_TABLE,
    POSITION_IN_SENTENCE,
    POSITION_MEANINGS,
    POSITION_WORDS,
    answer_claim,
    by_badge,
    cited_position,
    coder_in_words,
    coder_of,
    coding,
    coding_note,
    conflict_in_words,
    position_badge,
    position_in_words,
    position_meaning,
    position_of,
    position_recorded_in,
    qualified_support,
    qualifying_formula,
)
from search.claims.submissions import NEAREST_FIRST, NO_PROOF, cited, ticked, to_read
from search.claims.threads import (
    ASKS_THE_SAME_LATER,
    NOTHING_SIMILAR,
    POSITION_ON_SAME,
    READ_BOTH,
    THREAD_WORDS,
    by_change,
    nothing_similar,
    questions_on_later,
    similar_found,
    summary_in_words,
)
from search.datamodel.answer import (
    Answer,
    Facet,
    FacetValue,
    Hit,
    IndexedDocument,
    Overview,
    Record,
    ReferredComment,
    ReviewSummary,
    StateInIndex,
    StateReview,
)
from search.datamodel.chosen import ChosenEntry, ChosenRecord
from search.datamodel.coverage import ReviewCoverage, StateCoverage
from search.datamodel.lobbying import (
    Evidence,
    EvidenceOf,
    EvidencePage,
    LobbyingList,
    LobbyingQuestion,
    LobbyingTarget,
    Order,
)
from search.datamodel.observations import ObservationAnswer, ObservationHit, ObservingDocument, ParagraphsWanted
from search.datamodel.partners import Basis, Partner, PartnerKind
from search.datamodel.progress import (
    REPORTERS,
    CommitmentProgress,
    FollowUp,
    FollowUpRow,
    LinksWanted,
    ProgressLink,
    Reported,
    ReportedOnIssue,
    ReportedParagraphRecord,
    ReportedText,
    Reporter,
    Reporting,
    ReportingDocument,
    ReportsOn,
    ReviewProgress,
    WhatFollows,
    is_shown,
)
from search.datamodel.question import (
    FILTER_FIELDS,
    MAX_TEXT_CHARACTERS,
    SORTS,
    FilterField,
    Filters,
    Group,
    IssueQuestion,
    KeywordQuestion,
    Listing,
    Sort,
    ValueKind,
    no_such_choice,
)
from search.datamodel.quotation import Quotation, shortened
from search.datamodel.states import IssueField, IssueReview, ReviewedState
from search.datamodel.strengths import Strength
from search.datamodel.tally import Counted, Role, Tally
from search.datamodel.threads import Thread, ThreadReview, ThreadSummary
from search.datamodel.uptake import (
    MOST_ASK_CHARACTERS,
    MOST_ASKS,
    Ask,
    AskUptake,
    Uptake,
    UptakeQuestion,
)
from search.partners.words import BASIS_WORDS, PARTNER_KIND_WORDS
from search.query.detect_language import READ_LANGUAGES, check_language, language_of
from search.rank.near_duplicates import discriminative_terms

if TYPE_CHECKING:
    from search.search_index import SearchIndex, load_readers, open_index


def __getattr__(name: str) -> Any:
    """The index itself is imported when first asked for, so that the help of commands need not wait for numerical
    libraries and the grammars of languages."""
    if name not in ("SearchIndex", "load_readers", "open_index"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from search import search_index

    return getattr(search_index, name)
