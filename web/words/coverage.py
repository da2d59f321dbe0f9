"""What is said of the reviews of a State that are not indexed, in the language of the page."""

from collections.abc import Collection, Iterable

from search import CycleCoverage, StateCoverage, command_for, cycles_in_part, superseded, what_is_missing
from web.site.language import gettext, ngettext, side_by_side, translated


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
    in_part = cycles_in_part(cycles, wanted)
    if not in_part:
        return ""
    return gettext("Not all is indexed: %(cycles)s.", cycles=gettext("; ").join(map(_cycle, in_part)))


def _cycle(cycle: CycleCoverage) -> str:
    if not cycle.indexed:
        return gettext("of cycle %(cycle)s nothing (%(all)s States)", cycle=str(cycle.cycle), all=cycle.states)
    return ngettext(
        "cycle %(cycle)s: %(indexed)s of %(all)s States, session %(sessions)s",
        "cycle %(cycle)s: %(indexed)s of %(all)s States, sessions %(sessions)s",
        len(cycle.sessions),
        cycle=str(cycle.cycle),
        indexed=cycle.indexed,
        all=cycle.states,
        sessions=side_by_side(cycle.session_ranges),
    )
