"""Write the lexical folder of a snapshot: the words of all text rows as arrays, and a Whoosh index of the same.

Of the snapshot before, the arrays are joined with the new ones; Whoosh's segments get a second name without being
opened, and Whoosh writes its table of contents anew.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import numpy as np
from whoosh import index
from whoosh.codec.whoosh3 import W3Codec, W3PerDocReader, W3Segment

from indexer.progress import Advance
from indexer.write.posting_lists import WordsOfTexts, merged, posting_lists, renumbered
from models.index_folder.lexical_folder import (
    TEXT_END,
    WHOOSH_NAME,
    LexicalFolder,
    PostingLists,
    open_lexical,
    save_lexical,
    segment_file,
)
from models.words import FORM_FIELD, TEXT_FIELD, lexical_document, lexical_schema

MEGABYTES_PER_SEGMENT = 256
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
    stems, forms = WordsOfTexts(), WordsOfTexts()

    def documents() -> Iterator[dict[str, Any]]:
        for row, text in texts:
            document = lexical_document(row, text)
            stems.add(document[TEXT_FIELD])
            forms.add(document[FORM_FIELD])
            yield document
            advance(1)

    linked = list(_linked_segments(reused, folder, earlier)) if reused else []
    segments = _write_whoosh(folder, documents(), linked)
    save_lexical(folder, _with_new_texts(earlier, stems, forms, segments))


def _linked_segments(source: Path, target: Path, earlier: LexicalFolder) -> Iterator[W3Segment]:
    """Whoosh's segments of earlier runs, each under a second name: they are never changed, and not opened."""
    starts = np.concatenate([[0], np.flatnonzero(earlier.sequence == TEXT_END) + 1])
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


def _write_whoosh(folder: Path, documents: Iterable[dict[str, Any]], earlier: list[W3Segment]) -> dict[str, int]:
    """Write documents as a new segment beside the earlier ones, and return the texts in each by its id."""
    lexical = index.create_in(folder, lexical_schema(), WHOOSH_NAME)
    writer = lexical.writer(limitmb=MEGABYTES_PER_SEGMENT, codec=_Codec(blocklimit=POSTINGS_PER_BLOCK))
    try:
        for document in documents:
            writer.add_document(**document)
    except BaseException:
        writer.cancel()
        raise
    new = [writer.get_segment()] if writer.doc_count() else []
    # What a merge policy returns is what Whoosh keeps beside the new segment; by itself it would read the small ones.
    writer.commit(mergetype=lambda _writer, _segments: list(earlier))
    lexical.close()
    (folder / f"{WHOOSH_NAME}_WRITELOCK").unlink(missing_ok=True)
    return {segment.segid: segment.doc_count_all() for segment in [*earlier, *new]}


def _with_new_texts(
    earlier: LexicalFolder, new_stems: WordsOfTexts, new_forms: WordsOfTexts, segments: dict[str, int]
) -> LexicalFolder:
    """The arrays of the earlier texts and of new ones, whose rows follow."""
    words, sequence = new_stems.sequence()
    stems = merged(earlier.stems, posting_lists(words, sequence, earlier.text_rows))
    forms = merged(earlier.forms, posting_lists(*new_forms.sequence(), earlier.text_rows))
    extract = [renumbered(earlier.sequence, earlier.stems.words, stems.words), renumbered(sequence, words, stems.words)]
    return LexicalFolder(stems, forms, np.concatenate(extract), segments)


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that is never changed a second name, or copy it where the disk knows no such names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
