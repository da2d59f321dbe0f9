"""Cut an observation into passages short enough for an encoder to read whole, each about one thing.

A paragraph with sub-paragraphs gives one passage for each, with the last sentence of the stem before it: "The State
party should: (c) Abolish …". A long one without gives passages of whole sentences. What has several sentences often
asks several things: each of them is a passage, too.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from models.sentences import sentences_of
from models.words import IDEOGRAPHS

LONGEST = 110
"""Words; an encoder such as MiniLM reads some 180 English words."""
SHORTEST_SENTENCE = 6
"""Words of a sentence that is searched by itself: "It should also do so." says nothing alone."""
SHORT_PARAGRAPH = 4
"""Sentences of a reported paragraph that is compared as a whole alone."""
_ITEM = re.compile(r"\(([a-z]{1,2})\)\s*")
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of an observation that is searched by itself."""

    part: str
    """The sub-paragraph ("c"), "" for none."""
    text: str


def cut_passages(text: str) -> list[Passage]:
    """The passages of an observation's text, at least one: whole ones first, then the sentences of those."""
    whole = list(_whole_passages(text))
    return [*whole, *(sentence for passage in whole for sentence in _sentences(passage))]


def _sentences(passage: Passage) -> Iterator[Passage]:
    """The sentences of a passage that has several."""
    sentences = [sentence.strip() for sentence in sentences_of(passage.text)]
    if len(sentences) > 1:
        for sentence in sentences:
            if _length(sentence) >= SHORTEST_SENTENCE:
                yield Passage(passage.part, sentence)


def _whole_passages(text: str) -> Iterable[Passage]:
    stem, items = _stem_and_items(text)
    if not items:
        return [Passage("", words) for words in _sentences_together(text)]
    sentences = sentences_of(stem)
    opening = sentences[-1]
    before = " ".join(sentences[:-1])
    own = [Passage("", words) for words in _sentences_together(before)] if before else []
    return [*own, *(Passage(letter, f"{opening} {words}") for letter, words in items)]


def cut_neighbours(text: str) -> list[str]:
    """Each two neighbouring sentences of a reported paragraph; none of a short one, which an encoder reads whole.

    A national report tells several things in one paragraph; what it says on a recommendation is in a few of its
    sentences.
    """
    sentences = sentences_of(text.replace("\n", " "))
    if len(sentences) <= SHORT_PARAGRAPH:
        return []
    return [" ".join(pair) for pair in pairwise(sentences)]


def _stem_and_items(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The words before "(a)", and each lettered item; "(i)" under "(b)" belongs to it, "(i)" after "(h)" is one."""
    stem: list[str] = []
    items: list[tuple[str, str]] = []
    for line in text.split("\n"):
        mark = _ITEM.match(line)
        if mark and mark[1] == (_next(items[-1][0]) if items else "a"):
            items.append((mark[1], line[mark.end() :]))
        elif items:
            items[-1] = (items[-1][0], f"{items[-1][1]} {line}")
        else:
            stem.append(line)
    return " ".join(stem), items


def _next(letter: str) -> str:
    return chr(ord(letter[0]) + 1) if letter < "z" and len(letter) == 1 else "aa" if letter == "z" else ""


def _sentences_together(text: str) -> Iterator[str]:
    """Neighbouring sentences, as many as fit; a sentence is never cut."""
    group: list[str] = []
    length = 0
    for sentence in sentences_of(text.replace("\n", " ")):
        words = _length(sentence)
        if group and length + words > LONGEST:
            yield " ".join(group)
            group, length = [], 0
        group.append(sentence)
        length += words
    yield " ".join(group)


def _length(text: str) -> int:
    """Words; each character of Chinese counts as one."""
    return len(text.split()) + len(_IDEOGRAPH.findall(text))
