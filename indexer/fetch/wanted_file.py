"""A file to fetch: its addresses, its name here, and what it must be."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from models.messages.spoken import to_say


class Content(StrEnum):
    """The kinds of file that are fetched."""

    DOCUMENT = to_say("PDF or Word file")
    JSON = to_say("JSON file")
    XLSX = to_say("Excel workbook")
    MODEL = to_say("file of a model")


EXPORT_FORMATS = ("json", "xlsx")
"""Those that OHCHR publishes of its export of the Universal Human Rights Index, whose records name documents."""


def name_of_export(suffix: str, language: str) -> str:
    """The name here of the export in a language."""
    return f"uhri-export-{language}.{suffix}"


@dataclass(frozen=True, slots=True)
class WantedFile:
    """One file of a server."""

    name: str
    """Its path in the folder. That of a document is made from the symbol alone, never from what a server says."""
    title: str
    """What people call it: "A/HRC/28/15 (fr)"."""
    addresses: tuple[str, ...]
    """To be asked in this order, until one has it."""
    content: Content
    bytes: int
    """About how large it is."""
    published_at: str
    """Where a person finds it."""
    symbol: str = ""
    """Of a document: what comes must bear it."""
    language: str = ""
    """Of a document: what comes must be in it."""
    sha256: str = ""
    """Of what a server lists with its digest: what comes must have it."""
    may_be_absent: bool = False
    """Asked for on the chance: a revision, say, that only few documents have."""
    changes: bool = False
    """Whether the publisher replaces it from time to time, so that one that is here already is asked for again."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, and the one that a document has which comes as a Word file."""
        is_document = self.content is Content.DOCUMENT
        return (self.name, str(PurePath(self.name).with_suffix(".docx"))) if is_document else (self.name,)
