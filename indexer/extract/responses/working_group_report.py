"""What a State says on numbered recommendations in the Working Group report itself, beside the lists.

    "107. With regard to the recommendation in paragraph 103.4 above, the State indicated that …"

Positions that a report takes on its lists are read with the recommendations
(indexer/extract/reports/recommendations.py).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.prose import read_prose
from indexer.extract.reports.segment import NumberedParagraph, segment_report
from indexer.extract.responses.remarks import remarks_on_numbers
from indexer.extract.responses.statements import Statement, gather_statements, stated_in
from indexer.text.lines import join_lines
from models.languages.read_languages import words_of
from models.languages.words import LanguageWords
from models.records.documents import DocumentIdentity, Line, ReadDocument
from models.records.records import Place, StatedAnswers, StatedTotal

_SENTENCE = re.compile(r"(?s)[“\"«]?[^\W\d_].*(?<!\))[.;][”\"’»]?")
"""No heading, no note behind a star, and no request that lost its number: behind that stand its sponsors."""


def working_group_answers(document: ReadDocument, identity: DocumentIdentity) -> StatedAnswers:
    """The State's remarks on numbers and below items, and the totals that its conclusions state."""
    statements: list[Statement] = []
    totals: list[StatedTotal] = []
    language = words_of(identity.language)
    conclusions = [paragraph for paragraph in segment_report(document.lines, language) if paragraph.in_conclusions]
    items = Counter(paragraph.paragraph for paragraph in conclusions if paragraph.item is not None)
    remarked = Counter(paragraph.paragraph for paragraph in conclusions if paragraph.item and _remarks_below(paragraph))
    for paragraph in conclusions:
        place = Place(identity.symbol, str(paragraph.paragraph), paragraph.page)
        if paragraph.item is not None:
            # What stands below one of many items alone may close the list.
            is_on_item = remarked[paragraph.paragraph] > 1 or items[paragraph.paragraph] == 1
            statements += _statements_below(paragraph, place, language, is_on_item=is_on_item)
            statements += _comment_in(paragraph, place, language)
            continue
        text = join_lines(paragraph.lines)
        remarks = remarks_on_numbers(text, place)
        statements += (remark for remark in remarks if _is_remark(remark, language))
        if text.endswith(":"):
            statements += _comments_announced(text, _remarks_below(paragraph), place)
        totals += stated_in(read_prose(text), place, identity.symbol)
    responses, conflicts = gather_statements(statements, identity.symbol, identity.language)
    return StatedAnswers(responses, tuple(totals), conflicts)


def _remarks_below(paragraph: NumberedParagraph) -> list[Sequence[Line]]:
    """The sentences that stand below a paragraph or item without a number; headings and requests are none."""
    return [lines for lines in paragraph.unnumbered if _SENTENCE.fullmatch(join_lines(lines))]


def _comment_in(item: NumberedParagraph, place: Place, language: LanguageWords) -> Iterator[Statement]:
    """What an item says that is no request: "92.1. Regarding recommendation No. 91.1, no such bans are imposed"."""
    text, number = join_lines(item.lines), f"{item.paragraph}.{item.item}"
    here = replace(place, paragraph=number)
    if language.to_do and language.to_do.match(text):
        # "82.1. Regarding the recommendation to paint ferries (Peru), …" gives the request as well.
        yield Statement(number, None, here, text)
    elif language.comments_on_others.match(text):
        yield from remarks_on_numbers(text, here)


def _statements_below(
    item: NumberedParagraph, place: Place, language: LanguageWords, *, is_on_item: bool
) -> Iterator[Statement]:
    """What the State says below an item on the numbers that it names there, else on the item where that is sure."""
    for lines in _remarks_below(item):
        text, here = join_lines(lines), replace(place, page=lines[0].page)
        named = list(remarks_on_numbers(text, here))
        for remark in named:
            yield replace(remark, number=f"{item.paragraph}.{remark.number}") if remark.number.isdecimal() else remark
        if not named and is_on_item:
            yield Statement(f"{item.paragraph}.{item.item}", read_answer(text, language.code), here, text)


def _comments_announced(text: str, below: Sequence[Sequence[Line]], place: Place) -> Iterator[Statement]:
    """ "With regard to recommendations 28 (b) and 31 (b), the State offers the following comments:", and these."""
    words = join_lines([line for lines in below for line in lines])
    here = replace(place, page=below[0][0].page) if below else place
    named = list(remarks_on_numbers(words, here))
    announced = (remark.number for remark in remarks_on_numbers(text, place)) if words and not named else ()
    yield from named
    yield from (Statement(number, None, here, words) for number in announced)


def _is_remark(statement: Statement, language: LanguageWords) -> bool:
    """Whether the State says anything: "… did not enjoy the support of the State" alone is none."""
    words = statement.comment or ""
    return language.says.search(words) is not None and not words.endswith(":")
