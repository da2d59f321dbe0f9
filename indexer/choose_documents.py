"""One document per symbol: the same report given twice, or issued again, counts once."""

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.document_parts import DocumentParts, SkippedFile

Review = tuple[str, int]
"""Code of the State under review and number of the Working Group session."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that was read, without its records."""

    digest: str
    name: str
    symbol: str
    review: Review
    date: str
    """ISO 8601, "" where it is not known."""
    given_now: bool
    """False for one that an earlier run indexed."""
    records: int

    @property
    def weight(self) -> tuple[str, bool, int, str]:
        """The later one wins, then one given now, then the more complete one; the digest makes it repeatable."""
        return self.date, self.given_now, self.records, self.digest


def candidate_of(parts: DocumentParts) -> Candidate:
    """A document that was read in this run."""
    identity = parts.identity
    review = (identity.state_under_review or "", identity.session or 0)
    issued = identity.date.isoformat() if identity.date else ""
    return Candidate(parts.digest, parts.name, identity.symbol, review, issued, True, len(parts.recommendations))


def choose_documents(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[SkippedFile]]:
    """The documents to index, and those given now that are left out, each with its reason.

    A document of an earlier run that a better one replaces is in neither.
    """
    best: dict[str, Candidate] = {}
    everyone = list(candidates)
    for candidate in everyone:
        rival = best.setdefault(candidate.symbol, candidate)
        best[candidate.symbol] = max(rival, candidate, key=lambda one: one.weight)
    losers = (one for one in everyone if one.given_now and one is not best[one.symbol])
    return list(best.values()), [_left_out(loser, best[loser.symbol]) for loser in losers]


def _left_out(candidate: Candidate, winner: Candidate) -> SkippedFile:
    later = "later" if winner.date > candidate.date else "more complete"
    reason = f"{candidate.name} is {candidate.symbol}; the {later} issue of it, {winner.name}, is used instead."
    return SkippedFile(candidate.name, candidate.digest, reason)
