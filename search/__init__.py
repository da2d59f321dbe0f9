"""Questions in, answers out, over an index folder: read, score, fuse, group, compose.

docs/development.md draws the packages in the order in which a question passes them. Other packages may use what is
named in `__all__ = [
    "FILTER_FIELDS", "KINDS", "MAX_TEXT_CHARACTERS", "READ_LANGUAGES", "STRENGTH_WORDS", "TERMS", "Answer",
    "Counted", "Evidence", "EvidenceOf", "EvidencePage", "Facet", "FilterField", "Filters", "Group", "Hit",
    "LobbyingList", "LobbyingQuestion", "LobbyingTarget", "ObservationAnswer", "ObservationHit",
    "ObservingDocument", "Record", "ReferredComment", "Role", "SearchIndex", "StateInIndex", "StateReview",
    "Strength", "Tally", "Thread", "ThreadSummary", "ValueKind", "View", "check_language", "counted", "hit_as_json",
    "language_name", "link_as_json", "none_made_to", "nothing_found", "noun", "observation_hit_as_json",
    "open_index", "ratifications_asked", "record_as_json", "referred_comment_as_json", "request_in_paragraph",
    "request_in_paragraph_of", "sponsors_as_printed", "target_as_json", "to_or_of", "unanswered_requests",
]  # fmt: skip

_SLOW_TO_IMPORT = {
    "SearchIndex": "search.search_index",
    "TERMS": "search.lobbying.rank",
    "open_index": "search.search_index",
    "ratifications_asked": "search.catalogue.treaties_to_join",
}
"""Imported when first asked for, so that the help of commands need not wait for numerical libraries."""


def __getattr__(name: str) -> Any:
    if name not in _SLOW_TO_IMPORT:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_SLOW_TO_IMPORT[name]), name)
