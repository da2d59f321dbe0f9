"""What is said of the reviews of a State that are not indexed, in the language of the page."""

from collections.abc import Collection, Iterable

from models.reviews.sessions import cycle_of_session
from search import CycleCoverage, Filters, StateCoverage, command_for, superseded, what_is_missing
from web.site.language import gettext, translated
from web.words.text import number_ranges


def missing_in_words(coverage: StateCoverage) -> str:
    """What is indexed of the reviews of a State and what is not; "" where nothing is missing."""
    return " ".join(map(translated, what_is_missing(coverage)))


def superseded_in_words(coverage: StateCoverage) -> str:
    """That the State was reviewed again since the latest review indexed; "" where it was not."""
    words = superseded(coverage)
    return translated(words) if words else ""


def superseded_and_how_to_get(coverage: StateCoverage) -> str:
    """The same with where the later reports are got, for files; "" where there are none."""
    words, command = superseded_in_words(coverage), command_for(coverage, coverage.later)
    if not words or not command:
        return words
    get = gettext("Get it by “%(command)s”, or from %(address)s", command=command, address=coverage.published_at)
    return f"{words} {get}"


def left_out(cycles: Iterable[CycleCoverage], wanted: Collection[int] = ()) -> str:
    """How much of each cycle, or of those wanted, a list over many States rests on; "" where nothing is left out."""
    in_part = [cycle for cycle in cycles if cycle.indexed < cycle.states and (not wanted or cycle.cycle in wanted)]
    if not in_part:
        return ""
    return gettext("Not all is indexed: %(cycles)s.", cycles=gettext("; ").join(map(_cycle, in_part)))


def cycles_of(filters: Filters) -> set[int]:
    """The cycles that a list is narrowed to, by themselves or by their sessions."""
    return {*map(int, filters.cycle), *(cycle_of_session(int(session)) for session in filters.session)}


def _cycle(cycle: CycleCoverage) -> str:
    if not cycle.indexed:
        return gettext("of cycle %(cycle)s nothing (%(all)s States)", cycle=str(cycle.cycle), all=cycle.states)
    return gettext(
        "cycle %(cycle)s: %(indexed)s of %(all)s States, sessions %(sessions)s",
        cycle=str(cycle.cycle),
        indexed=cycle.indexed,
        all=cycle.states,
        sessions=number_ranges(cycle.sessions),
    )
