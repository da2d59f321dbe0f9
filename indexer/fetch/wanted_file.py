"""A file to fetch: its addresses, its name here, and what it must be."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from indexer.fetch.sources import SOURCES, filled
from models.messages.spoken import said, to_say

ADDENDUM = "/Add.1"
"""It holds the State's answers to its report."""
BESIDE_REPORTS = (ADDENDUM, "/Rev.1", "/Corr.1")
"""What stands beside a few reports only, and is asked for on the chance."""


class Content(StrEnum):
    """The kinds of file that are fetched."""

    DOCUMENT = to_say("PDF or Word file")
    JSON = to_say("JSON file")
    MODEL = to_say("file of a model")


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
    changes: bool = False
    """Whether the publisher replaces it from time to time, so that one that is here already is asked for again."""

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, and the one that a document has which comes as a Word file."""
        is_document = self.content is Content.DOCUMENT
        return (self.name, str(PurePath(self.name).with_suffix(".docx"))) if is_document else (self.name,)

    @property
    def may_be_absent(self) -> bool:
        """Whether it is asked for on the chance."""
        return self.symbol.endswith(BESIDE_REPORTS)


def name_of_export(language: str) -> str:
    """The name here of the export in a language."""
    return f"uhri-export-{language}.json"


def export_in(language: str) -> WantedFile:
    """The export of the Universal Human Rights Index, whose records name documents."""
    kind = "json" if language == "en" else f"json, {language}"
    return WantedFile(
        name=name_of_export(language),
        title=said("the export of the Universal Human Rights Index (%(kind)s)", kind=kind),
        addresses=SOURCES.export.addresses_of(language=language),
        content=Content.JSON,
        bytes=SOURCES.export.bytes,
        published_at=SOURCES.export.page,
        changes=True,
    )


def document_in(symbol: str, language: str) -> WantedFile:
    """A document in a language (code of ISO 639-1)."""
    return WantedFile(
        name=f"{symbol.replace('/', '_')}_{language}.pdf",
        title=symbol if language == "en" else f"{symbol} ({language})",
        addresses=SOURCES.documents.addresses_of(symbol=symbol, language=language),
        content=Content.DOCUMENT,
        bytes=SOURCES.documents.bytes,
        published_at=filled(SOURCES.documents.page, symbol=symbol, language=language),
        symbol=symbol,
        language=language,
    )
