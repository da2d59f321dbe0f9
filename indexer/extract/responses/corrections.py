"""What a corrigendum to a Working Group report corrects in its recommendations.

    "1. Paragraph 121.48"                                   names the paragraph,
    "Replace the existing text by"                          says that its wording is a new one,
    "121.48. Mend the ferries and the bridges (Peru);"      and gives it.
    "2. Paragraph 121.50, line 2: for police read ministry" corrects some words.

What is deleted or added stays to be compared by a person, as does what is said in other words than these.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.datamodel.requests import Correction
from indexer.extract.grammar.split_requests import split_requests
from indexer.extract.responses.addendum_segments import body_lines
from indexer.text.lines import join_lines
from models.languages.read_languages import READ_LANGUAGES
from models.languages.words import CorrectionWords, LanguageWords
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument, issue_corrected
from models.records.records import Place, Sponsor
from models.reviews.states import StateTable

LINES_OF_FORMULA = 2
_MARKS = '“”"«»'
_END_OF_ITEM = re.compile(rf"\)\s*+[;.]?\s*+[{_MARKS}]?[;.]?$")


@dataclass(frozen=True, slots=True)
class ReadCorrigendum:
    """What a corrigendum corrects, and what else it says."""

    rest: ReadDocument
    """The document without its corrections: new wordings are the recommending States', and answer nothing."""
    corrections: tuple[Correction, ...] = ()
    is_understood: bool = False
    """Whether it says nothing but these corrections."""


def read_corrigendum(document: ReadDocument, identity: DocumentIdentity, states: StateTable) -> ReadCorrigendum:
    """Any other document than a corrigendum to a report is all rest."""
    language = READ_LANGUAGES.get(identity.language)
    words = language.corrections if language else None
    if not language or not words or not _corrects_report(identity):
        return ReadCorrigendum(document)
    rest: list[Line] = []
    corrections: list[Correction] = []
    entries = list(_entries(body_lines(document, identity.symbol), words))
    for entry in entries:
        if _corrects(entry, words):
            corrections += _corrections(entry, identity.symbol, states, language, words)
        else:
            rest += entry
    is_understood = len(corrections) == len(entries)
    return ReadCorrigendum(replace(document, lines=tuple(rest)), tuple(corrections), is_understood)


def _corrects_report(identity: DocumentIdentity) -> bool:
    """Whether a document is a corrigendum to a report, not to an addendum or another document."""
    is_corrigendum = issue_corrected(identity.symbol) != identity.symbol
    return is_corrigendum and identity.kind is DocumentKind.ADDENDUM and "/Add." not in identity.symbol


def _entries(lines: Sequence[Line], words: CorrectionWords) -> Iterator[list[Line]]:
    """The lines on each paragraph, what stands above the first by itself."""
    entry: list[Line] = []
    for index, line in enumerate(lines):
        begins = words.corrects.fullmatch(line.text) or _corrects(lines[index : index + LINES_OF_FORMULA], words)
        if entry and begins:
            yield entry
            entry = []
        entry.append(line)
    if entry:
        yield entry


def _corrects(lines: Sequence[Line], words: CorrectionWords) -> bool:
    """Whether lines begin with a paragraph and how it is corrected; "paragraph 12 of the law" may begin a line too."""
    named = words.corrects.match(lines[0].text)
    if named is None:
        return False
    following = join_lines([replace(lines[0], text=lines[0].text[named.end() :]), *lines[1:]])
    return any(formula.match(following) for formula in (words.whole, *words.words))


def _corrections(
    lines: Sequence[Line], symbol: str, states: StateTable, language: LanguageWords, words: CorrectionWords
) -> Iterator[Correction]:
    """The correction that the lines of an entry make, none where it is not plain, or the next one may be in it."""
    text = join_lines(lines)
    named = words.corrects.match(text)
    if named is None or words.corrects.search(text, named.end()):
        return
    number = f"{named['paragraph']}.{named['item']}" if named["item"] else named["paragraph"]
    place, rest = Place(symbol, number, lines[0].page), text[named.end() :]
    if whole := words.whole.match(rest):
        wording = rest[whole.end() :].rstrip(f"{_MARKS} ")
        requests = tuple(split_requests(wording, states, language))
        if _END_OF_ITEM.search(wording) and all(request.sponsors for request in requests):
            yield Correction(place, wording, requests=requests)
    elif replaced := next(filter(None, (each.fullmatch(rest) for each in words.words)), None):
        old, new = _bare(replaced["old"]), _bare(replaced["new"])
        state = states.find(new)
        yield Correction(place, new, old, state=Sponsor(state.code, new) if state else None)


def _bare(words: str) -> str:
    """Words without the marks around them, and without the full stop of the sentence that gives them."""
    bare = words.rstrip(".;").strip(f"{_MARKS} ")
    return bare[1:-1] if bare.startswith("(") and bare.endswith(")") else bare
