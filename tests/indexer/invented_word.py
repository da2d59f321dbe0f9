"""Word files of invented reports, as a user has them: written with Word's own means."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

COVER = (
    "United Nations",
    "A/HRC/910/7",
    "Distr.: General",
    "12 May 2026",
    "Universal periodic review",
    "Report of the Working Group on the Universal Periodic Review",
    "Chile",
    "1. The Working Group on the Universal Periodic Review held its fifty-second session from 4 to 15 May 2026. The "
    "review of Chile was held at the 9th meeting, on 8 May 2026.",
    "2. The Council selected a group of rapporteurs (troika).",
    "3. Documents were issued.",
    "4. A list of questions was transmitted.",
    "[To be completed by 22 May 2026]",
    "5. During the interactive dialogue, 104 delegations made statements.",
    "II. Conclusions and/or recommendations",
)
WORDS = nsdecls("w")


def word_file(
    folder: Path, paragraphs: Sequence[str], *, header: str = "", title: str = "", name: str = "list"
) -> Path:
    """A file with these paragraphs; one that begins with "<" is XML of its own."""
    document = docx.Document()
    document.core_properties.title = title
    if header:
        document.sections[0].header.paragraphs[0].text = header
    body = document.element.body
    for words in paragraphs:
        if words.startswith("<"):
            body.insert(len(body) - 1, xml(words))
        else:
            document.add_paragraph(words)
    path = folder / f"{name}.docx"
    document.save(str(path))
    return path


def xml(words: str) -> Any:
    """The element of a paragraph in which runs are tracked, boxed or numbered."""
    return parse_xml(words.replace(">", f" {WORDS}>", 1))


def with_numbering(document: Any, levels: Sequence[tuple[str, str]], overrides: Sequence[dict[int, int]]) -> list[int]:
    """Define one form of list, by the format and text of each level, and its lists, by the levels that they start
    again; returns the numbers of the lists."""
    numbering = document.part.numbering_part.element
    forms = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    )
    numbering.insert(0, xml(f'<w:abstractNum w:abstractNumId="90">{forms}</w:abstractNum>'))
    numbers = []
    for number, starts in enumerate(overrides, 900):
        begun = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in starts.items()
        )
        numbering.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="90"/>{begun}</w:num>'))
        numbers.append(number)
    return numbers


def numbered(words: str, of_list: int, level: int = 0) -> str:
    """A paragraph whose number Word counts."""
    return (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{of_list}"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p>"
    )
