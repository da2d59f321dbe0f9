"""Write the lexical folder of a snapshot: the words of all text rows as arrays, those of the snapshot before first."""

from collections.abc import Iterable
from hashlib import sha256
from importlib import metadata, resources
from pathlib import Path

import numpy as np

from indexer.progress import Advance
from indexer.write.posting_lists import WordsOfTexts, merged, posting_lists, renumbered
from models.index_folder.lexical_folder import LexicalFolder, PostingLists, open_lexical, save_lexical
from models.texts.words import forms_and_stems

_MADE_BY = {"models": ("texts/words.py", "index_folder/lexical_folder.py"), "indexer": ("write/posting_lists.py",)}
NO_WORDS = PostingLists((), np.empty(0, np.int64), np.empty(0, np.int32), np.empty(0, np.uint8))
NO_TEXTS = LexicalFolder(NO_WORDS, NO_WORDS, np.empty(0, np.uint32))


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
    save_lexical(folder, _with_new_texts(earlier, texts, advance))


def _with_new_texts(earlier: LexicalFolder, texts: Iterable[tuple[int, str]], advance: Advance) -> LexicalFolder:
    """The arrays of the earlier texts and of new ones, whose rows follow."""
    of_stems, of_forms = WordsOfTexts(), WordsOfTexts()
    for _, text in texts:
        forms, stems = forms_and_stems(text)
        of_stems.add(stems)
        of_forms.add(forms)
        advance(1)
    first_row = len(earlier.ends)
    words, sequence = of_stems.sequence()
    all_stems = merged(earlier.stems, posting_lists(words, sequence, first_row))
    all_forms = merged(earlier.forms, posting_lists(*of_forms.sequence(), first_row))
    both = ((earlier.sequence, earlier.stems.words), (sequence, words))
    in_order = np.concatenate([renumbered(part, known, all_stems.words) for part, known in both])
    return LexicalFolder(all_stems, all_forms, in_order)
