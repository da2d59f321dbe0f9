"""What is said of the reviews of a State that are not indexed, in the language of the page."""

from collections.abc import Collection, Iterable

from models.records.documents import address_of_symbol, pre_session_symbols
from search import (
    CycleCoverage,
    ReviewCoverage,
    StateCoverage,
    command_for,
    left_out,
    not_indexed_of,
    superseded,
    what_is_missing,
)
from web.site.language import gettext, translated


def superseded_in_words(coverage: StateCoverage) -> str:
    """That the State was reviewed again since the latest review indexed; "" where it was not."""
    words = superseded(coverage)
    return translated(words) if words else ""


def superseded_and_how_to_get(coverage: StateCoverage) -> str:
    """That it was reviewed again, and where the later reports are got, for files; "" where there are none."""
    words, command = superseded_in_words(coverage), command_for(coverage, coverage.later)
    if not words or not command:
        return words
    get = gettext("Get it by “%(command)s”, or from %(address)s", command=command, address=coverage.published_at)
    return f"{words} {get}"


def not_indexed_in_words(coverage: StateCoverage) -> tuple[str, ...]:
    """All that is not indexed of the reviews of a State, that it was reviewed again first; none where all is."""
    return tuple(map(translated, not_indexed_of(coverage)))


def what_else_is_missing(coverage: StateCoverage) -> str:
    """What is not indexed beside the later reviews, of which superseded_in_words says it; "" where that is all."""
    return " ".join(map(translated, what_is_missing(coverage, said=coverage.later)))


def documents_before(coverage: StateCoverage, review: ReviewCoverage) -> tuple[tuple[str, str | None], ...]:
    """The symbols, which follow a rule, and addresses of the documents before a review that are not indexed."""
    symbols = pre_session_symbols(coverage.state.code, review.session)
    held = {document.symbol for document in review.documents}
    return tuple((symbol, address_of_symbol(symbol)) for symbol in symbols if symbol not in held)


def left_out_in_words(cycles: Iterable[CycleCoverage], wanted: Collection[int] = ()) -> str:
    """How much of each cycle, or of those wanted, a list over many States rests on; "" where nothing is left out."""
    words = left_out(cycles, wanted)
    return translated(words) if words else ""
