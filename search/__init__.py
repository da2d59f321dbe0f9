"""Questions in, answers out, over an index folder: read, score, fuse, group, compose.

docs/development.md draws the packages in the order in which a question passes them. Other packages may use what is
named in `__all__` here, and nothing else of search. May import: models.
"""

from typing import TYPE_CHECKING, Any

from search.answer.editions import Edition, edition_of
from search.answer.quotations import (
    comment_of,
    in_each_edition,
    printed_request_of,
    referred_comment_of,
    request_of,
    sentence_of,
    wording_of,
    words_of,
)
from search.answer.words import (
    none_made_to,
    sponsors_as_printed,
    unanswered_requests,
)
from search.calendar.words import HOW_KNOWN_WORDS, event_title
from search.coverage.cycles import CycleCoverage, cycles_covered
from search.coverage.left_out import cycles_of, left_out, left_out_of_list
from search.coverage.words import (
    command_for,
    compared_after,
    not_compared,
    not_indexed_of,
    superseded,
    what_is_missing,
    year_and_session_of,
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
from search.datamodel.coverage import Extent, ReviewCoverage, StateCoverage
from search.datamodel.drafts import DraftRequest, NewRequest, ReplacedDraft
from search.datamodel.lobbying import (
    Evidence,
    EvidenceOf,
    EvidencePage,
    LobbyingList,
    LobbyingQuestion,
    LobbyingTarget,
    View,
)
from search.datamodel.observations import ObservationAnswer, ObservationHit, ObservingDocument
from search.datamodel.partners import Basis, Partner, PartnerKind, StatePartners
from search.datamodel.progress import (
    REPORTERS,
    CommitmentProgress,
    FollowUp,
    FollowUpRow,
    ProgressLink,
    Reported,
    ReportedHit,
    ReportedOnIssue,
    ReportedParagraphAnswer,
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
    KINDS,
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
)
from search.datamodel.quotation import Quotation, shortened
from search.datamodel.states import (
    CountedReview,
    IssueField,
    IssueObservation,
    IssueReview,
    ReviewedState,
    StateIssue,
)
from search.datamodel.strengths import Strength
from search.datamodel.tally import Counted, Role, Tally
from search.datamodel.threads import AGAIN, EarlierLink, Thread, ThreadReview, ThreadSummary
from search.datamodel.uptake import (
    GRADES,
    MOST_ASK_CHARACTERS,
    MOST_ASKS,
    TAKEN_UP,
    Ask,
    AskBefore,
    AskUptake,
    BeforeReview,
    Grade,
    OfReview,
    TakenUp,
    Uptake,
    UptakeQuestion,
    Why,
    Wording,
)
from search.lobbying.words import perhaps_on_issue
from search.partners.words import BASIS_WORDS, PARTNER_KIND_WORDS, partner_as_json
from search.query.language import READ_LANGUAGES, check_language, language_name
from search.rank.near_duplicates import discriminative_terms

if TYPE_CHECKING:
    from search.calendar.as_icalendar import calendar_as_icalendar
    from search.catalogue.treaties_to_join import ratifications_asked
    from search.lobbying.rank import TERMS
    from search.search_index import SearchIndex, load_readers, open_index
    from search.uptake.cut_asks import cut_asks, numbered

__all__ = [
    "AGAIN",
    "BASIS_WORDS",
    "FILTER_FIELDS",
    "GRADES",
    "HOW_KNOWN_WORDS",
    "KINDS",
    "MAX_TEXT_CHARACTERS",
    "MOST_ASKS",
    "MOST_ASK_CHARACTERS",
    "PARTNER_KIND_WORDS",
    "READ_LANGUAGES",
    "REPORTERS",
    "SORTS",
    "TAKEN_UP",
    "TERMS",
    "Answer",
    "Ask",
    "AskBefore",
    "AskUptake",
    "Basis",
    "BeforeReview",
    "ChosenEntry",
    "ChosenRecord",
    "CommitmentProgress",
    "Counted",
    "CountedReview",
    "CycleCoverage",
    "DraftRequest",
    "EarlierLink",
    "Edition",
    "Evidence",
    "EvidenceOf",
    "EvidencePage",
    "Extent",
    "Facet",
    "FacetValue",
    "FilterField",
    "Filters",
    "FollowUp",
    "FollowUpRow",
    "Grade",
    "Group",
    "Hit",
    "IndexedDocument",
    "IssueField",
    "IssueObservation",
    "IssueQuestion",
    "IssueReview",
    "KeywordQuestion",
    "Listing",
    "LobbyingList",
    "LobbyingQuestion",
    "LobbyingTarget",
    "NewRequest",
    "ObservationAnswer",
    "ObservationHit",
    "ObservingDocument",
    "OfReview",
    "Overview",
    "Partner",
    "PartnerKind",
    "ProgressLink",
    "Quotation",
    "Record",
    "ReferredComment",
    "ReplacedDraft",
    "Reported",
    "ReportedHit",
    "ReportedOnIssue",
    "ReportedParagraphAnswer",
    "ReportedParagraphRecord",
    "ReportedText",
    "Reporter",
    "Reporting",
    "ReportingDocument",
    "ReportsOn",
    "ReviewCoverage",
    "ReviewProgress",
    "ReviewSummary",
    "ReviewedState",
    "Role",
    "SearchIndex",
    "Sort",
    "StateCoverage",
    "StateInIndex",
    "StateIssue",
    "StatePartners",
    "StateReview",
    "Strength",
    "TakenUp",
    "Tally",
    "Thread",
    "ThreadReview",
    "ThreadSummary",
    "Uptake",
    "UptakeQuestion",
    "ValueKind",
    "View",
    "WhatFollows",
    "Why",
    "Wording",
    "calendar_as_icalendar",
    "check_language",
    "command_for",
    "comment_of",
    "compared_after",
    "cut_asks",
    "cycles_covered",
    "cycles_of",
    "discriminative_terms",
    "edition_of",
    "event_title",
    "in_each_edition",
    "is_shown",
    "language_name",
    "left_out",
    "left_out_of_list",
    "load_readers",
    "none_made_to",
    "not_compared",
    "not_indexed_of",
    "numbered",
    "open_index",
    "partner_as_json",
    "perhaps_on_issue",
    "printed_request_of",
    "ratifications_asked",
    "referred_comment_of",
    "request_of",
    "sentence_of",
    "shortened",
    "sponsors_as_printed",
    "superseded",
    "unanswered_requests",
    "what_is_missing",
    "wording_of",
    "words_of",
    "year_and_session_of",
]  # fmt: skip

_SLOW_TO_IMPORT = {
    "SearchIndex": "search.search_index",
    "calendar_as_icalendar": "search.calendar.as_icalendar",
    "cut_asks": "search.uptake.cut_asks",
    "TERMS": "search.lobbying.rank",
    "load_readers": "search.search_index",
    "numbered": "search.uptake.cut_asks",
    "open_index": "search.search_index",
    "ratifications_asked": "search.catalogue.treaties_to_join",
}
"""Imported when first asked for, so that the help of commands need not wait for numerical libraries and the grammars of
languages."""


def __getattr__(name: str) -> Any:
    if name not in _SLOW_TO_IMPORT:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_SLOW_TO_IMPORT[name]), name)
