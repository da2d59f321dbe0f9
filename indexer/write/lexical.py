"""Write the lexical folder of a snapshot: the words of all text rows as arrays, and a Whoosh index of the same.

Of the snapshot before, the arrays are joined with the new ones; Whoosh's segments get a second name without being
opened, and Whoosh writes its table of contents anew.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh import index
from whoosh.codec.whoosh3 import W3Codec, W3PerDocReader, W3Segment
from whoosh.system import pack_uint

from indexer.progress import Advance
from indexer.write.posting_lists import WordsOfTexts, merged, posting_lists, renumbered
from models.index_folder.lexical_folder import (
    WHOOSH_NAME,
    LexicalFolder,
    PostingLists,
    open_lexical,
    save_lexical,
    segment_file,
)
from models.words import FORM_FIELD, TEXT_FIELD, lexical_document, lexical_schema

POSTINGS_PER_BLOCK = 1024
"""Whoosh packs so many together; by itself it takes 128, which makes an eighth more of them."""
_MADE_BY = {"models": ("words.py", "index_folder/lexical_folder.py"), "indexer": ("write/posting_lists.py",)}
NO_WORDS = PostingLists((), np.empty(0, np.int64), np.empty(0, np.int32), np.empty(0, np.uint8))
NO_TEXTS = LexicalFolder(NO_WORDS, NO_WORDS, np.empty(0, np.uint32), {})


class _Documents(W3PerDocReader):  # type: ignore[misc]  # Whoosh has no types
    """What Whoosh knows of each text while it writes postings.

    At each posting of a field without lengths it asks the disk whether there are any: a fifth of all its time.
    """

    def __init__(self, storage: Any, segment: Any) -> None:
        super().__init__(storage, segment)
        self.has_column = cache(super().has_column)


class _Codec(W3Codec):  # type: ignore[misc]
    def per_document_reader(self, storage: Any, segment: Any) -> _Documents:
        return _Documents(storage, segment)


class _NewTexts:
    """The words of new texts, which stand where Whoosh would gather its postings and sort them on the disk.

    Whoosh's own way took half of the time that words take.
    """

    def __init__(self, first_row: int) -> None:
        self._first_row = first_row
        self._stems, self._forms = WordsOfTexts(), WordsOfTexts()
        self.words: tuple[str, ...]
        self.sequence: NDArray[np.uint32]

    def add_text(self, document: Mapping[str, Any]) -> None:
        """Add the words of the next text."""
        self._stems.add(document[TEXT_FIELD])
        self._forms.add(document[FORM_FIELD])

    def finish(self) -> None:
        """Sort the words: no texts follow."""
        self.words, self.sequence = self._stems.sequence()
        self.stems = posting_lists(self.words, self.sequence, self._first_row)
        self.forms = posting_lists(*self._forms.sequence(), self._first_row)

    def add(self, posting: object) -> None:
        """Whoosh's call for each posting, which is in the arrays too."""

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        """Whoosh's call for all postings: field, word, text, weight and what the field's format says of it, sorted."""
        for word, place in _each_word(self.forms):
            for text in (self.forms.rows[place] - self._first_row).tolist():
                yield FORM_FIELD, word, text, 1.0, b""
        packed = cache(pack_uint)
        for word, place in _each_word(self.stems):
            texts = (self.stems.rows[place] - self._first_row).tolist()
            for text, count in zip(texts, self.stems.counts[place].tolist(), strict=True):
                yield TEXT_FIELD, word, text, float(count), packed(count)

    def cleanup(self) -> None:
        """Whoosh's call when it is done."""


def _each_word(lists: PostingLists) -> Iterator[tuple[bytes, slice]]:
    """Each word as Whoosh has it, and where its postings are."""
    for word, (start, end) in zip(lists.words, pairwise([0, *lists.ends.tolist()]), strict=True):
        yield word.encode(), slice(start, end)


def analysis_digest() -> str:
    """One digest over what cuts texts into words and makes arrays of them: a folder of another one is written anew."""
    made_by = [resources.files(package).joinpath(file) for package, files in _MADE_BY.items() for file in files]
    versions = f"{metadata.version('whoosh-reloaded')} {metadata.version('PyStemmer')}"
    return sha256(b"".join(file.read_bytes() for file in made_by) + versions.encode()).hexdigest()


def write_lexical(folder: Path, texts: Iterable[tuple[int, str]], reused: Path | None, advance: Advance) -> None:
    """Write (row, text) pairs, in the order of their rows, into a new folder, after those of `reused`, if any.

    Raises:
        ValueError: `reused` is no lexical folder.
    """
    earlier = open_lexical(reused) if reused else NO_TEXTS
    folder.mkdir()
    linked = list(_linked_segments(reused, folder, earlier)) if reused else []
    new = _NewTexts(len(earlier.ends))
    segments = _write_whoosh(folder, texts, new, linked, advance)
    save_lexical(folder, _with_new_texts(earlier, new, segments))


def _linked_segments(source: Path, target: Path, earlier: LexicalFolder) -> Iterator[W3Segment]:
    """Whoosh's segments of earlier runs, each under a second name: they are never changed, and not opened."""
    starts = np.concatenate([[0], earlier.ends + 1])
    first = 0
    for segment_id, texts in earlier.segments.items():
        link_or_copy(source / segment_file(segment_id), target / segment_file(segment_id))
        words = int(starts[first + texts] - starts[first]) - texts
        segment = W3Segment(W3Codec(), WHOOSH_NAME, texts, segment_id)
        segment.compound = True
        # Whoosh keeps the length of a field with its segments, and has no public name to say it by.
        segment._fieldlengths = {TEXT_FIELD: words}
        yield segment
        first += texts


def _write_whoosh(
    folder: Path, texts: Iterable[tuple[int, str]], new_texts: _NewTexts, earlier: list[W3Segment], advance: Advance
) -> dict[str, int]:
    """Write texts as a new segment beside the earlier ones, and return how many are in each by its id."""
    lexical = index.create_in(folder, lexical_schema(), WHOOSH_NAME)
    writer = lexical.writer(codec=_Codec(blocklimit=POSTINGS_PER_BLOCK))
    writer.pool = new_texts
    try:
        for row, text in texts:
            document = lexical_document(row, text)
            new_texts.add_text(document)
            writer.add_document(**document)
            advance(1)
        new_texts.finish()
    except BaseException:
        writer.cancel()
        raise
    new = [writer.get_segment()] if writer.doc_count() else []
    # What a merge policy returns is what Whoosh keeps beside the new segment; by itself it would read the small ones.
    writer.commit(mergetype=lambda _writer, _segments: list(earlier))
    lexical.close()
    (folder / f"{WHOOSH_NAME}_WRITELOCK").unlink(missing_ok=True)
    return {segment.segid: segment.doc_count_all() for segment in [*earlier, *new]}


def _with_new_texts(earlier: LexicalFolder, new: _NewTexts, segments: dict[str, int]) -> LexicalFolder:
    """The arrays of the earlier texts and of new ones, whose rows follow."""
    stems, forms = merged(earlier.stems, new.stems), merged(earlier.forms, new.forms)
    both = ((earlier.sequence, earlier.stems.words), (new.sequence, new.words))
    sequence = np.concatenate([renumbered(part, words, stems.words) for part, words in both])
    return LexicalFolder(stems, forms, sequence, segments)


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that is never changed a second name, or copy it where the disk knows no such names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
