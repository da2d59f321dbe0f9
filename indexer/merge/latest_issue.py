"""One document per symbol: the same report given twice, or issued again, counts once; in each of its languages."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from models.records.documents import DocumentIdentity, DocumentKind

WITHOUT_SYMBOL = (
    DocumentKind.THEMATIC_LIST,
    DocumentKind.RECOMMENDATION_TABLE,
    DocumentKind.RIGHTS_INDEX_EXPORT,
    DocumentKind.GENERAL_COMMENT,
)
"""Kinds of which several files can be used: they have no symbol, or one that is not theirs alone."""


JOINED_IN_LANGUAGES = (DocumentKind.WORKING_GROUP_REPORT, DocumentKind.ADDENDUM)
"""Kinds whose records are one set, in whatever languages they are there (indexer/merge/languages.py). Of other kinds
that are there in two, one is used."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that was read, without its records."""

    digest: str
    name: str
    identity: DocumentIdentity
    given_now: bool
    """False for one that an earlier run indexed."""
    records: int
    """Recommendations, answers, observations and reported paragraphs that it holds."""

    @property
    def document(self) -> str:
        """What all files of one document have in common."""
        if self.identity.kind in WITHOUT_SYMBOL:
            return self.digest
        is_joined = self.identity.kind in JOINED_IN_LANGUAGES
        return f"{self.identity.symbol} {self.identity.language}" if is_joined else self.identity.symbol

    @property
    def date(self) -> str:
        """ISO 8601, "" where it is not known."""
        return self.identity.date.isoformat() if self.identity.date else ""

    @property
    def weight(self) -> tuple[str, bool, int, str]:
        """The later one wins, then one given now, then the more complete one; the digest makes it repeatable."""
        return self.date, self.given_now, self.records, self.digest


def candidate_of(extract: DocumentExtract) -> Candidate:
    """A document that was read in this run."""
    records = len(extract.recommendations) + len(extract.answers.responses) + len(extract.observations)
    records += len(extract.reported)
    return Candidate(extract.digest, extract.name, extract.identity, True, records)


def choose_documents(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[SkippedFile]]:
    """The documents to index, and those given now that are left out, each with its reason.

    A document of an earlier run that a better one replaces is in neither.
    """
    candidates = list(candidates)
    best: dict[str, Candidate] = {}
    for candidate in candidates:
        rival = best.setdefault(candidate.document, candidate)
        best[candidate.document] = max(rival, candidate, key=attrgetter("weight"))
    overridden = (candidate for candidate in candidates if candidate is not best[candidate.document])
    left_out = [_left_out(candidate, best[candidate.document]) for candidate in overridden if candidate.given_now]
    return list(best.values()), left_out


def _left_out(candidate: Candidate, winner: Candidate) -> SkippedFile:
    later = "later" if winner.date > candidate.date else "more complete"
    reason = (
        f"{candidate.name} is {candidate.identity.symbol}; the {later} issue of it, {winner.name}, is used instead."
    )
    return SkippedFile(candidate.name, candidate.digest, reason)
