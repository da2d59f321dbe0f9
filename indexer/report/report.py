"""The report that closes a run of `upr index`."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from indexer.datamodel.document_extract import SkippedFile
from indexer.report.new_records import NewOfState
from models.index_folder.catalogue_schema import Query
from models.messages.message import StateName
from models.messages.printable import one_line
from models.messages.spoken import said, said_decimal, said_name, spoken

WARNINGS_SHOWN = 100
_BY_SOURCE = """
SELECT state.code, state.name, cycle, CASE WHEN length(paragraph) > 0 THEN '' ELSE symbol END AS only_in, count(*)
FROM entry JOIN review ON review.id = review JOIN state ON code = review.state WHERE entry.kind = 'recommendation'
GROUP BY state.code, state.name, cycle, only_in ORDER BY state.name, state.code, cycle, only_in
"""
"""The source is "" where the report of the review has the recommendation."""


@dataclass(frozen=True, slots=True)
class StateCount:
    """Recommendations to one State in one cycle."""

    code: str
    name: str
    cycle: int
    recommendations: int
    sources: Mapping[str, int] = field(default_factory=dict)
    """Of these, how many only a list, table or export gives, by its name; all others are of the review's report."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What a run did and what the index holds now."""

    read: int
    """Files read in this run."""
    known: int
    """Files given that were read by an earlier run and have not changed."""
    kept: int
    """Documents of earlier runs that were not given this time and are still in use."""
    changes: tuple[str, ...]
    """Which positions of earlier runs are others now, one sentence for each review."""
    outdated: int
    """Of those kept: read by an earlier version of the program."""
    skipped: tuple[SkippedFile, ...]
    withdrawn: int
    """Ids given before whose asks the documents no longer hold."""
    counts: tuple[StateCount, ...]
    holds: Mapping[str, int]
    """How much the index holds now, as in its manifest."""
    warnings: tuple[str, ...]
    """What in the documents could not be used or did not fit, one sentence each."""
    new: tuple[NewOfState, ...] = ()
    """What the run before had not, by State."""
    embedded: int = 0
    """Texts that were embedded in this run."""
    seconds: float = 0.0

    @property
    def recommendations(self) -> int:
        """All recommendations of the index."""
        return sum(count.recommendations for count in self.counts)


def count_by_state(query: Query) -> tuple[StateCount, ...]:
    """Recommendations per State under review and cycle, by the States' names."""
    counts: dict[tuple[str, str, int], dict[str, int]] = {}
    for code, name, cycle, source, count in query(_BY_SOURCE):
        counts.setdefault((code, name, cycle), {})[source] = count
    return tuple(
        StateCount(*state_and_cycle, sum(of_sources.values()), {name: of_sources[name] for name in of_sources if name})
        for state_and_cycle, of_sources in counts.items()
    )


def report_as_text(report: IndexReport) -> str:
    """The report as `upr index` prints it."""
    return "\n".join(_lines(report))


def _lines(report: IndexReport) -> Iterator[str]:
    if report.counts:
        yield from table_of_counts(report.counts)
        yield ""
    for skipped in report.skipped:
        yield said("skipped: %(reason)s", reason=one_line(spoken(skipped.reason)))
    for change in report.changes:
        yield said("changed: %(change)s", change=one_line(spoken(change)))
    for warning in report.warnings[:WARNINGS_SHOWN]:
        yield said("check: %(warning)s", warning=one_line(spoken(warning)))
    if len(report.warnings) > WARNINGS_SHOWN:
        more = len(report.warnings) - WARNINGS_SHOWN
        yield said("check: … and %(count)s more; see `upr extract` on the files of one review.", count=more)
    yield said(
        "%(read)s read, %(known)s unchanged, %(skipped)s skipped, %(kept)s of earlier runs kept.",
        read=report.read,
        known=report.known,
        skipped=len(report.skipped),
        kept=report.kept,
    )
    if report.outdated:
        yield said(
            "Read by an earlier version: %(count)s of those kept; give their files again to have them read anew.",
            count=report.outdated,
        )
    if report.withdrawn:
        yield said("Ids withdrawn, for no document holds their recommendation now: %(count)s.", count=report.withdrawn)
    yield _holdings(report)
    for new in report.new:
        yield said("new: %(what)s", what=one_line(new.in_words))


def _holdings(report: IndexReport) -> str:
    return said(
        "%(recommendations)s recommendations; %(observations)s paragraphs of treaty bodies and special procedures; "
        "%(embedded)s texts made searchable by meaning; %(seconds)s s.",
        recommendations=report.recommendations,
        observations=report.holds["observations"],
        embedded=report.embedded,
        seconds=said_decimal(report.seconds, 1),
    )


def table_of_counts(counts: tuple[StateCount, ...]) -> Iterator[str]:
    """One line per State: recommendations of each cycle; nothing where there are none."""
    if not counts:
        return
    cycles = sorted({count.cycle for count in counts})
    heading = said("State under review")
    names = {count.name: said_name(StateName(count.code, count.name)) for count in counts}
    width = max(len(heading), *map(len, names.values()))
    yield f"{heading:<{width}}  " + "  ".join(said("cycle %(cycle)s", cycle=str(cycle)) for cycle in cycles)
    by_state: dict[str, dict[int, int]] = {}
    for count in counts:
        by_state.setdefault(count.name, {})[count.cycle] = count.recommendations
    for name, of_cycle in by_state.items():
        numbers = "  ".join(f"{of_cycle.get(cycle, 0):>7,}" for cycle in cycles)
        yield f"{names[name]:<{width}}  {numbers}{_from_tables(count for count in counts if count.name == name)}"


def _from_tables(counts: Iterable[StateCount]) -> str:
    """How many recommendations no report gives; what of a review only tables know may not be all."""
    total = Counter[str]()
    for count in counts:
        total.update(count.sources)
    named = ", ".join(
        said("%(count)s of %(source)s", count=number, source=source) for source, number in sorted(total.items())
    )
    return "  " + said("(%(sources)s alone)", sources=named) if named else ""
