"""What a paragraph of a report asks, and what a corrigendum puts in its place."""

from dataclasses import dataclass

from models.records.records import Place, Sponsor


@dataclass(frozen=True, slots=True)
class Request:
    """One request of an item."""

    text: str
    sponsors: tuple[Sponsor, ...]
    composed: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What a corrigendum puts in the place of a recommendation of a report, or of some words of it."""

    place: Place
    """Symbol and page of the corrigendum, and the paragraph *of the report*."""
    words: str
    """What should be read: the whole paragraph as printed, or the words that replace `instead_of`."""
    instead_of: str = ""
    """The words that are replaced, "" for all of the paragraph."""
    requests: tuple[Request, ...] = ()
    """Of a whole paragraph."""
    state: Sponsor | None = None
    """The State that words are the name of, to take the place of another one."""
