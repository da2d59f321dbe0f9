"""The documents that a new snapshot is made of."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from indexer.datamodel.document_extract import SkippedFile


@dataclass(frozen=True, slots=True)
class GatheredDocuments:
    """Documents whose extracts are at hand, by digest, each with the name that reports call it."""

    reader: str
    """Digest of the code that read the documents given."""
    given: Mapping[str, str]
    kept: Mapping[str, str] = field(default_factory=dict)
    skipped: tuple[SkippedFile, ...] = ()
    read: Set[str] = frozenset()
    """Digests of those given that were read in this run."""
    outdated: int = 0
    """How many of those kept were read by other code than today's."""

    @property
    def names(self) -> dict[str, str]:
        """Name of every document, given or kept, by digest."""
        return {**self.kept, **self.given}
