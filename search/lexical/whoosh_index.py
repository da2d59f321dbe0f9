"""The words of a snapshot as a Whoosh index: a codec that reads them where they are, from a folder or a database.

    with whoosh_searcher(FolderAddress(Path("index")).open().words) as searcher:
        for hit in searcher.search(QueryParser("text", lexical_schema()).parse("prison visit*")):
            print(hit["row"], hit.score)

Whoosh keeps a schema and a list of segments in a pickled table of contents; here the schema comes from code, and what
is stored is one segment, so that nothing is unpickled. Writing goes another way (indexer.write.lexical): Whoosh's
writers are given postings one by one, arrays are sorted at once.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from whoosh.codec.base import Codec, FieldCursor, PerDocumentReader, Segment, TermsReader
from whoosh.matching import LeafMatcher
from whoosh.matching.mcore import ReadTooFar
from whoosh.reading import SegmentReader, TermInfo
from whoosh.searching import Searcher

from models.texts.words import FORM_FIELD, ROW_FIELD, TEXT_FIELD, lexical_schema
from search.lexical.bm25 import Bm25
from search.lexical.stored_words import Counts, Places, Rows, StoredWords

Term = tuple[str, bytes]
"""A field, and a word of it in UTF-8."""
NAME = "words"


def whoosh_reader(words: StoredWords) -> SegmentReader:
    """Whoosh's reader of these words."""
    codec = WordsCodec(words)
    return SegmentReader(None, lexical_schema(), codec.new_segment(None, NAME), codec=codec)


def whoosh_searcher(words: StoredWords) -> Searcher:
    """Whoosh's searcher, which finds and scores them one by one."""
    return Searcher(whoosh_reader(words), weighting=Bm25())


class WordsCodec(Codec):  # type: ignore[misc]  # Whoosh has no types
    """How Whoosh reads stored words."""

    def __init__(self, words: StoredWords) -> None:
        self._words = words

    def terms_reader(self, storage: object, segment: Segment) -> "_Terms":
        """What says which words there are, and in which texts."""
        return _Terms(self._words)

    def per_document_reader(self, storage: object, segment: Segment) -> "_Texts":
        """What says how long texts are."""
        return _Texts(self._words)

    def new_segment(self, storage: object, indexname: str) -> "_Segment":
        """All texts."""
        return _Segment(self, len(self._words.lengths))


class _Segment(Segment):  # type: ignore[misc]
    """All texts; none is ever deleted."""

    def __init__(self, codec: WordsCodec, texts: int) -> None:
        super().__init__(NAME)
        self._codec = codec
        self._texts = texts

    def codec(self) -> WordsCodec:
        return self._codec

    def doc_count_all(self) -> int:
        return self._texts

    def deleted_count(self) -> int:
        return 0

    def deleted_docs(self) -> set[int]:
        return set()

    def is_deleted(self, docnum: int) -> bool:
        return False


class _Texts(PerDocumentReader):  # type: ignore[misc]
    """The texts, numbered by their rows."""

    def __init__(self, words: StoredWords) -> None:
        self._lengths = words.lengths

    def doc_count_all(self) -> int:
        return len(self._lengths)

    doc_count = doc_count_all

    def has_deletions(self) -> bool:
        return False

    def is_deleted(self, docnum: int) -> bool:
        return False

    def deleted_docs(self) -> set[int]:
        return set()

    def stored_fields(self, docnum: int) -> dict[str, int]:
        return {ROW_FIELD: docnum}

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(self._lengths[docnum])

    def field_length(self, fieldname: str) -> int:
        return int(self._lengths.sum())

    def min_field_length(self, fieldname: str) -> int:
        return int(self._lengths.min(initial=np.inf)) if len(self._lengths) else 0

    def max_field_length(self, fieldname: str) -> int:
        return int(self._lengths.max(initial=0))


class _Terms(TermsReader):  # type: ignore[misc]
    """The words of both fields. In UTF-8 their order is that of their code points."""

    _fields = sorted((TEXT_FIELD, FORM_FIELD))

    def __init__(self, words: StoredWords) -> None:
        self._words = words

    def __contains__(self, term: Term) -> bool:
        return self.doc_frequency(*term) > 0

    def indexed_field_names(self) -> list[str]:
        return self._fields

    def cursor(self, fieldname: str, fieldobj: object) -> "_Cursor":
        return _Cursor(self._words, fieldname)

    def terms(self) -> Iterator[Term]:
        return ((field, word.encode()) for field in self._fields for word in self._words.words(field))

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        """All words from the one that is `prefix`, or would stand after it, then those of the fields behind."""
        cursor = _Cursor(self._words, fieldname)
        word = cursor.find(prefix)
        while word is not None:
            yield fieldname, word.encode()
            word = cursor.next()
        yield from (term for term in self.terms() if term[0] > fieldname)

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms())

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        return ((term, self.term_info(*term)) for term in self.terms_from(fieldname, prefix))

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        rows, _ = self._words.postings(fieldname, text.decode())
        return len(rows)

    def frequency(self, fieldname: str, text: bytes) -> int:
        _, counts = self._words.postings(fieldname, text.decode())
        return int(counts.sum())

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        rows, counts = self._words.postings(fieldname, text.decode())
        if not len(rows):
            raise KeyError((fieldname, text))
        lengths = self._words.lengths[rows]
        return TermInfo(
            weight=float(counts.sum()),
            df=len(rows),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(counts.max()),
            minid=int(rows[0]),
            maxid=int(rows[-1]),
        )

    def matcher(self, fieldname: str, text: bytes, format_: object, scorer: Any = None) -> "_Postings":
        word = text.decode()
        return _Postings(self._words, (fieldname, word), *self._words.postings(fieldname, word), scorer)


class _Cursor(FieldCursor):  # type: ignore[misc]
    """A place among the words of a field."""

    def __init__(self, words: StoredWords, fieldname: str) -> None:
        self._words = words.words(fieldname)
        self._place = 0

    def first(self) -> str | None:
        self._place = 0
        return self.text()

    def find(self, string: str | bytes) -> str | None:
        word = string.decode() if isinstance(string, bytes) else string
        self._place = bisect_left(self._words, word)
        return self.text()

    def next(self) -> str | None:
        self._place += 1
        return self.text()

    def text(self) -> str | None:
        return self._words[self._place] if self.is_valid() else None

    def is_valid(self) -> bool:
        return self._place < len(self._words)


class _Postings(LeafMatcher):  # type: ignore[misc]
    """The texts that hold a word, one after the other."""

    def __init__(self, words: StoredWords, term: tuple[str, str], rows: Rows, counts: Counts, scorer: Any) -> None:
        self._words, self._term, self._rows, self._counts, self.scorer = words, term, rows, counts, scorer
        self._place = 0

    def is_active(self) -> bool:
        return self._place < len(self._rows)

    def reset(self) -> None:
        self._place = 0

    def copy(self) -> "_Postings":
        copied = _Postings(self._words, self._term, self._rows, self._counts, self.scorer)
        copied._place = self._place
        return copied

    def id(self) -> int:
        return int(self._rows[self._place])

    def all_ids(self) -> Iterator[int]:
        return iter(self._rows[self._place :].tolist())

    def next(self) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._place += 1

    def skip_to(self, id: int) -> None:
        if not self.is_active():
            raise ReadTooFar
        self._place += int(np.searchsorted(self._rows[self._place :], id))

    def weight(self) -> float:
        return float(self._counts[self._place])

    def supports_block_quality(self) -> bool:
        return False

    def supports(self, astype: str) -> bool:
        return astype in ("frequency", "weight") or (astype == "positions" and self._term[0] == TEXT_FIELD)

    def value_as(self, astype: str) -> float | list[int]:
        return self._positions() if astype == "positions" else self.weight()

    @cached_property
    def _places(self) -> Places:
        return self._words.places(self._term[1])

    def _positions(self) -> list[int]:
        """Where in the text the word stands, from 0."""
        end = int(self._words.ends[self.id()])
        start = end - int(self._words.lengths[self.id()])
        places = self._places
        return [int(place) - start for place in places[np.searchsorted(places, start) : np.searchsorted(places, end)]]
