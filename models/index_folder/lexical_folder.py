"""The arrays of a lexical folder: posting lists, and the words of all texts in their order.

    stems.txt, forms.txt     the words of a field (models.texts.words), distinct and sorted, one a line
    stems_ends.npy, …        where the posting list of each word ends in the next two
    stems_rows.npy, …        text rows (table text_vector), for each word ascending
    stems_counts.npy, …      how often the word stands in each
    sequence.npy             the stems of all texts in their order, text after text in the order of the rows: each
                             as its line in stems.txt, counted from 1; TEXT_END after each text

They are a Whoosh index of one segment, whose document numbers are the text rows: search.lexical.whoosh_index opens them
for Whoosh's Searcher. From these files numbers and words are read, whose ranges are checked; nothing is unpickled, as
Whoosh's own codec does, by which an index that somebody else made could run a program.
"""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.files.memory import let_go
from models.index_folder.stored_arrays import save_array, stored_array

STEMS, FORMS = "stems", "forms"
SEQUENCE = "sequence.npy"
FILES = (
    *(f"{field}{end}" for field in (STEMS, FORMS) for end in (".txt", "_ends.npy", "_rows.npy", "_counts.npy")),
    SEQUENCE,
)
TEXT_END = 0


@dataclass(frozen=True, slots=True, eq=False)
class PostingLists:
    """Which texts hold each word of a field, and how often."""

    words: tuple[str, ...]
    """Distinct, in the order of their code points."""
    ends: NDArray[np.int64]
    """Where the list of each word ends in `rows` and `counts`; it begins where that of the word before ends."""
    rows: NDArray[np.int32]
    """Text rows, for each word ascending."""
    counts: NDArray[np.unsignedinteger]
    """How often the word stands in each."""

    def place_of(self, word: str) -> int | None:
        """The place of a word in `words`, from 0; None where no text holds it."""
        place = bisect_left(self.words, word)
        return place if self.words[place : place + 1] == (word,) else None

    def list_of(self, word: str) -> slice:
        """Where the list of a word lies in `rows` and `counts`."""
        place = self.place_of(word)
        if place is None:
            return slice(0, 0)
        return slice(int(self.ends[place - 1]) if place else 0, int(self.ends[place]))


@dataclass(frozen=True, eq=False)
class LexicalFolder:
    """What a lexical folder holds."""

    stems: PostingLists
    forms: PostingLists
    """Of the words as printed, folded."""
    sequence: NDArray[np.uint32]

    @cached_property
    def ends(self) -> NDArray[np.intp]:
        """Where in the sequence each text ends, be it without words."""
        return np.flatnonzero(self.sequence == TEXT_END)


def open_lexical(folder: Path) -> LexicalFolder:
    """The arrays of a folder, mapped into memory, whose numbers all lie where they may.

    Raises:
        ValueError: a file is missing or holds something else, or they do not belong together.
    """
    stems, forms = (_open_lists(folder, field) for field in (STEMS, FORMS))
    lexical = LexicalFolder(stems, forms, stored_array(folder / SEQUENCE, np.uint32))
    texts, sequence = len(lexical.ends), lexical.sequence
    if sequence[-1:].any() or sequence.max(initial=0) > len(stems.words):
        raise ValueError(f"the words of {SEQUENCE} are not those of {STEMS}.txt")
    if any(lists.rows.max(initial=-1) >= texts for lists in (stems, forms)):
        raise ValueError(f"posting lists name other texts than the {texts} of {SEQUENCE}")
    # A question needs few of the pages that were just read: 225 MB at 390,816 entries.
    for array in (stems.rows, forms.rows, sequence):
        let_go(array)
    return lexical


def _open_lists(folder: Path, field: str) -> PostingLists:
    lists = PostingLists(
        _read_words(folder / f"{field}.txt"),
        stored_array(folder / f"{field}_ends.npy", np.int64),
        stored_array(folder / f"{field}_rows.npy", np.int32),
        stored_array(folder / f"{field}_counts.npy", np.unsignedinteger),
    )
    starts = np.concatenate([[0], lists.ends])
    postings = {int(starts[-1]), len(lists.rows), len(lists.counts)}
    if len(lists.words) != len(lists.ends) or len(postings) > 1 or (np.diff(starts) < 0).any():
        raise ValueError(f"the posting lists are not of the words in {field}.txt")
    if lists.rows.min(initial=0) < 0:
        raise ValueError(f"{field}_rows.npy names texts below 0")
    return lists


def _read_words(path: Path) -> tuple[str, ...]:
    try:
        *words, rest = path.read_bytes().decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} holds no words") from error
    if rest or not all(first < second for first, second in pairwise(words)):
        raise ValueError(f"{path.name} does not hold words in alphabetical order")
    return tuple(words)


def save_lexical(folder: Path, lexical: LexicalFolder) -> None:
    """Write the arrays of a folder."""
    for field, lists in ((STEMS, lexical.stems), (FORMS, lexical.forms)):
        (folder / f"{field}.txt").write_bytes("".join(f"{word}\n" for word in lists.words).encode("utf-8"))
        save_array(folder / f"{field}_ends.npy", lists.ends)
        save_array(folder / f"{field}_rows.npy", lists.rows)
        save_array(folder / f"{field}_counts.npy", lists.counts)
    save_array(folder / SEQUENCE, lexical.sequence)
