"""Write the lexical folder of a snapshot: the words of all text rows as arrays.

They are made anew in each run: 33,000 texts take two seconds.
"""

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from indexer.progress import Advance, Progress
from indexer.write.posting_lists import WordsOfTexts, posting_lists
from indexer.write.previous_snapshot import open_catalogue
from models.index_folder.folder import CATALOGUE, LEXICAL
from models.index_folder.lexical_folder import LexicalFolder, save_lexical
from models.texts.words import forms_and_stems

_TEXTS = "SELECT text FROM text_vector JOIN text ON sha256 = text_sha256 ORDER BY row"


def write_words(snapshot: Path, rows: int, progress: Progress) -> None:
    """Write the lexical folder of a snapshot whose catalogue is complete and has so many text rows."""
    with (
        closing(open_catalogue(snapshot / CATALOGUE)) as catalogue,
        progress("Indexing words", rows) as advance,
    ):
        write_lexical(snapshot / LEXICAL, (text for (text,) in catalogue.execute(_TEXTS)), advance)


def write_lexical(folder: Path, texts: Iterable[str], advance: Advance) -> None:
    """Write texts, in the order of their rows, into a new folder."""
    folder.mkdir()
    save_lexical(folder, _arrays_of(texts, advance))


def _arrays_of(texts: Iterable[str], advance: Advance) -> LexicalFolder:
    of_stems, of_forms = WordsOfTexts(), WordsOfTexts()
    for text in texts:
        forms, stems = forms_and_stems(text)
        of_stems.add(stems)
        of_forms.add(forms)
        advance(1)
    words, sequence = of_stems.sequence()
    return LexicalFolder(posting_lists(words, sequence), posting_lists(*of_forms.sequence()), sequence)
