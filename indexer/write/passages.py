"""Cut an observation into what is searched of it: its sentences, each about one thing and short enough for an encoder.

What has several sentences often asks several things, and a whole paragraph is near to none of them: searched beside its
sentences it found nothing that they do not find (docs/treaty-bodies.md), and took longer to embed than all of them.
A sub-paragraph is read with the last sentence of the stem before it: "The State party should: (c) Abolish …".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from models.texts.sentences import sentences_of
from models.texts.words import IDEOGRAPHS

SHORTEST_SENTENCE = 6
"""Words of a sentence that is searched by itself: "It should also do so." says nothing without the one before."""
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
    """The passages of an observation's text in their order, at least one."""
    stem, items = _stem_and_items(text)
    if not items:
        return [Passage("", sentence) for sentence in _long_enough(sentences_of(stem))]
    *before, opening = sentences_of(stem)
    of_items = ((part, sentences_of(f"{opening} {words}")) for part, words in items)
    return [
        Passage(part, sentence) for part, sentences in (("", before), *of_items) for sentence in _long_enough(sentences)
    ]


def _long_enough(sentences: Sequence[str]) -> list[str]:
    """The sentences, those that say nothing alone with the one before, the first with the one behind."""
    found: list[str] = []
    for sentence in map(str.strip, sentences):
        if found and min(_length(found[-1]), _length(sentence)) < SHORTEST_SENTENCE:
            found[-1] += f" {sentence}"
        else:
            found.append(sentence)
    return found


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


def _length(text: str) -> int:
    """Words; each character of Chinese counts as one."""
    return len(text.split()) + len(_IDEOGRAPH.findall(text))
