"""The asks of a submission: items of lists that its words announce as such, and sentences that ask.

Nobody's submission is laid out like another's, so what is cut is a proposal: the user ticks, merges, splits and adds.
What reads like narrative is in it, and said not to ask.
Paragraphs come as the reader of the file gives them; a heading is a short one without an end. Where nothing announces
asks, numbered and bulleted items are taken for some; where there are none of these either, a few short paragraphs are
(a list that somebody pasted), and longer ones are not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.texts.sentences import BULLETS, sentences_of
from search.datamodel.uptake import MOST_ASK_CHARACTERS, MOST_ASKS, Ask
from search.uptake.asking_words import announcing, asking

MOST_HEADING_CHARACTERS = 120
MOST_PASTED_CHARACTERS = 400
"""Of a paragraph that is an ask by itself, where nothing says so."""
MOST_SENTENCES_ANNOUNCED, MOST_SENTENCES = 2, 1
"""Of an item that asks though no word of it does: below what announces asks, and where nothing does."""
_ITEM = re.compile(
    rf"\s*(?:[{BULLETS}*–—-]\s+|\(?(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}|[a-z]|[ivx]{{1,5}})[.)]\s+"
    r"|[\u0660-\u0669]{1,3}\s*[.)\-]\s*|（?[一二三四五六七八九十]{1,3}[、）]\s*)",
    re.IGNORECASE,
)
_PART_MARK = re.compile(r"\s*(?:[IVX]{1,5}|[A-Z])[.)]\s")
"""Before the heading of a part: "III. Detention"."""
_END = re.compile(r"[.;!?。؛؟…][\"”»’)]*$")
_COLON = re.compile(r"[:：]\s*$")
_JOINT = re.compile(r"(?<![\s,;.])[\s,;.]++(?:and|or|et|ou|y|e|o|و|и)?\s*$", re.IGNORECASE)
"""What stands at the end of an item of a list because another follows."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    words: str
    """Without the number or bullet before it."""
    is_item: bool
    is_heading: bool
    mark: str
    """What kind of mark stands before it: "1", "a" or "-"; "" for none."""

    @classmethod
    def of(cls, text: str) -> "_Paragraph":
        """By what it looks like."""
        mark = _ITEM.match(text)
        words = text[mark.end() :].strip() if mark else text.strip()
        is_short = len(words) <= MOST_HEADING_CHARACTERS and not _END.search(words) and not _COLON.search(words)
        is_item = mark is not None and not (is_short and _PART_MARK.match(text))
        return cls(words, is_item, is_short, _kind_of_mark(mark[0]) if mark else "")

    @property
    def announces(self) -> bool:
        """Whether asks follow."""
        return bool(announcing().search(self.words)) and (self.is_heading or bool(_COLON.search(self.words)))

    @property
    def asks(self) -> bool:
        """Whether a sentence of it asks."""
        return bool(asking().search(self.words)) and not _COLON.search(self.words)

    def ask(self, heading: str, most_sentences: int) -> Ask:
        """The whole of it; narrative that tells in many sentences what happened does not ask."""
        return _ask(self.words, heading, asks=self.asks or len(list(sentences_of(self.words))) <= most_sentences)


def cut_asks(paragraphs: Sequence[str]) -> tuple[Ask, ...]:
    """The asks of a submission, in its order and numbered; none where nothing in it looks like one."""
    known = [_Paragraph.of(text) for text in paragraphs if text.strip()]
    found = list(_announced(known)) or list(_items(known)) or list(_pasted(known))
    distinct = {ask.text: ask for ask in found if ask.text}
    return numbered(list(distinct.values())[:MOST_ASKS])


def numbered(asks: Sequence[Ask]) -> tuple[Ask, ...]:
    """These asks, counted from 1."""
    return tuple(replace(ask, number=number) for number, ask in enumerate(asks, 1))


def _announced(paragraphs: Sequence[_Paragraph]) -> Iterator[Ask]:
    """Items below what announces asks, and sentences that ask wherever they stand."""
    heading, within = "", False
    mark_of_headings = mark_of_asks = mark_of_text = ""
    for place, paragraph in enumerate(paragraphs):
        if paragraph.announces:
            heading, within, mark_of_asks = (paragraph.words if paragraph.is_heading else heading), True, ""
            mark_of_text = "" if paragraph.is_heading else paragraph.mark
        # Where the text is in numbered paragraphs, the next one is no item of "4. We urge the Government to:".
        elif within and mark_of_text and paragraph.mark == mark_of_text and not paragraph.asks:
            within = False
        elif paragraph.asks:
            yield from _asking_sentences(paragraph.words, heading)
        # Where chapters are numbered and asks have bullets, the number of the next chapter ends the list.
        elif _is_heading(
            paragraph, within and not (mark_of_asks and paragraph.mark == mark_of_headings != mark_of_asks)
        ):
            # A heading below the one that announces asks only parts them, as long as items follow.
            heading, within = paragraph.words, within and _items_follow(paragraphs, place)
            mark_of_headings = paragraph.mark or mark_of_headings
        elif within and (paragraph.is_item or paragraph.is_heading):
            mark_of_asks = mark_of_asks or paragraph.mark
            yield paragraph.ask(heading, MOST_SENTENCES_ANNOUNCED)
        elif within and not _items_follow(paragraphs, place):
            within = False


def _is_heading(paragraph: _Paragraph, in_list: bool) -> bool:
    """Whether a paragraph without an end is a heading; in a list of asks an item is an ask, dotted or not."""
    return paragraph.is_heading and not (in_list and paragraph.is_item)


def _kind_of_mark(mark: str) -> str:
    first = mark.strip(" \t(（")[:1]
    return "1" if first.isdigit() else "a" if first.isalpha() else "-"


def _items_follow(paragraphs: Sequence[_Paragraph], place: int) -> bool:
    following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
    return following is not None and (following.is_item or following.announces)


def _asking_sentences(text: str, heading: str) -> Iterator[Ask]:
    for sentence in sentences_of(text):
        if asking().search(sentence):
            yield _ask(sentence, heading)


def _items(paragraphs: Sequence[_Paragraph]) -> Iterator[Ask]:
    heading = ""
    for paragraph in paragraphs:
        if paragraph.is_item:
            yield paragraph.ask(heading, MOST_SENTENCES)
        elif paragraph.is_heading:
            heading = paragraph.words


def _pasted(paragraphs: Sequence[_Paragraph]) -> Iterator[Ask]:
    if all(len(paragraph.words) <= MOST_PASTED_CHARACTERS for paragraph in paragraphs):
        yield from (paragraph.ask("", MOST_SENTENCES) for paragraph in paragraphs)


def _ask(words: str, heading: str, *, asks: bool = True) -> Ask:
    return Ask(0, _JOINT.sub("", words)[:MOST_ASK_CHARACTERS].strip(), heading[:MOST_HEADING_CHARACTERS], asks)
