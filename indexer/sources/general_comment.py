"""General comments, paragraph by paragraph, in the annotated form in which L. Szoszkiewicz publishes them.

A json file holds the paragraphs of one general comment: [{"ID": "4.", "Labels": ["Children"], "Text": "…"}, …]. What
it is stands in a list of all of them, GC-info.json, in the same folder or the one above: symbol, title, date and
committee by file name. The labels (groups of persons concerned) are not read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from filecmp import cmp
from pathlib import Path
from typing import Any

from indexer.datamodel.document_extract import DocumentExtract
from indexer.read.json_items import read_json_items
from indexer.sources.uhri_text import with_parts_on_lines
from models.errors import UnrecognisedDocument
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Observation, ObservationKind, Place

LIST = "GC-info.json"
MAX_PARAGRAPHS = 2_000
LONGEST_PARAGRAPH = 50_000
"""Characters."""
_PARAGRAPH_NUMBER = re.compile(r"0*[1-9]\d{0,3}")
_NUMBER = re.compile(r"(\d{1,3})\s?\.\s*(?=[^\W\d]|[(“\"‘'])")
_DATE_AT_END = re.compile(
    r" ?\d{2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}$"
)
_DATE_FORMATS = ("%d %B %Y", "%d %b %Y")


@dataclass(frozen=True, slots=True)
class ListedGeneralComment:
    """What the list says of one general comment."""

    symbol: str
    title: str
    committee: str
    """Code, or codes with commas between."""
    adopted: date | None


def is_general_comment(item: object) -> bool:
    """Whether the first item of a json file is a paragraph of a general comment."""
    return isinstance(item, dict) and item.keys() <= {"ID", "Labels", "Text"} and "Text" in item


def is_list_of_general_comments(item: object) -> bool:
    """Whether the first item of a json file says what a general comment is."""
    return isinstance(item, dict) and item.keys() >= {"File PATH", "Signature"}


def read_general_comment(path: Path, name: str, digest: str) -> DocumentExtract:
    """Read one general comment; `name` is what reports call it.

    Raises:
        UnreadableDocument: it, or the list, is damaged or too large.
        UnrecognisedDocument: no list says what it is.
    """
    listed = _listed(path, name)
    identity = DocumentIdentity(listed.symbol, DocumentKind.GENERAL_COMMENT, "en", date=listed.adopted)
    paragraphs = list(_paragraphs(path))
    observations = tuple(
        Observation(
            entity=None,
            committee=listed.committee,
            place=Place(listed.symbol, number, None),
            heading=listed.title,
            kind=ObservationKind.GENERAL_COMMENT,
            text=text,
            date=listed.adopted,
        )
        for number, text in paragraphs
    )
    twice = [number for number, count in Counter(number for number, _ in paragraphs).items() if number and count > 1]
    warnings = (
        saying(
            "%(name)s: several paragraphs have the number %(number)s; they are shown together.",
            name=name,
            number=str(number),
        )
        for number in twice
    )
    return DocumentExtract(name, digest, identity, observations=observations, warnings=tuple(warnings))


def _paragraphs(path: Path) -> Iterator[tuple[str | None, str]]:
    """Number and text of each paragraph; the number stands in a field of its own, or before the text."""
    for item, _ in zip(read_json_items(path), range(MAX_PARAGRAPHS), strict=False):
        fields = item if isinstance(item, dict) else {}
        text = " ".join(str(fields.get("Text", ""))[:LONGEST_PARAGRAPH].split())
        number = str(fields.get("ID", "")).strip(" .\u00a0\t")
        if not number and (printed := _NUMBER.match(text)):
            number, text = printed[1], text[printed.end() :]
        if text:
            yield number if _PARAGRAPH_NUMBER.fullmatch(number) else None, with_parts_on_lines(text)


def _listed(path: Path, name: str) -> ListedGeneralComment:
    for folder in (path.parent, path.parent.parent):
        if (folder / LIST).is_file():
            items = {_file_name(item): item for item in read_json_items(folder / LIST) if isinstance(item, dict)}
            _check_that_no_other_has_the_same_words(path, name, items)
            if path.name in items:
                return _from_list(items[path.name])
    raise UnrecognisedDocument(
        saying(
            "%(name)s holds paragraphs of a general comment, but no %(list)s beside it or in the folder "
            "above says of which: keep that list with the files.",
            name=name,
            list=LIST,
        )
    )


def _check_that_no_other_has_the_same_words(path: Path, name: str, listed: Iterable[str]) -> None:
    """Two general comments never say the same: one of the files is a slip, and a citation could be wrong."""
    for other in sorted(listed):
        twin = path.parent / other
        if other != path.name and twin.is_file() and cmp(path, twin, shallow=False):
            raise UnrecognisedDocument(
                saying(
                    "%(name)s and %(other)s hold the same words, though they are said to be two general comments: "
                    "neither is read; get both again.",
                    name=name,
                    other=other,
                )
            )


def _file_name(item: Mapping[str, Any]) -> str:
    return str(item.get("File PATH", "")).replace("\\", "/").rpartition("/")[2]


def _from_list(item: Mapping[str, Any]) -> ListedGeneralComment:
    symbol, title, committee = (" ".join(str(item.get(key, "")).split()) for key in ("Signature", "Name", "Committee"))
    return ListedGeneralComment(_symbol(symbol), title, committee, _date(str(item.get("Adoption Date", ""))))


def _symbol(printed: str) -> str:
    """Without the space after "Add.", and without a date that is glued to its end ("Add. 1326 May 2004")."""
    return re.sub(r"\b(Add|Rev|Corr)\.\s+(?=\d)", r"\1.", _DATE_AT_END.sub("", printed))


def _date(printed: str) -> date | None:
    for form in _DATE_FORMATS:
        with suppress(ValueError):
            return datetime.strptime(printed.strip(), form).date()
    return None
