"""The arrays of a lexical folder as they are written."""

from pathlib import Path

from indexer.write.lexical import write_lexical
from models.index_folder.lexical_folder import FILES, open_lexical


def test_words_of_all_texts_are_in_the_files_that_are_opened(tmp_path: Path) -> None:
    written = []
    write_lexical(tmp_path / "lexical", ["Visit the prisons", "!!!", "Close prisons"], written.append)
    assert {path.name for path in (tmp_path / "lexical").iterdir()} == set(FILES)
    lexical = open_lexical(tmp_path / "lexical")
    assert lexical.forms.words == ("close", "prisons", "the", "visit")
    assert lexical.stems.rows[lexical.stems.list_of("prison")].tolist() == [0, 2]
    assert lexical.ends.tolist() == [3, 4, 7]
    assert written == [1, 1, 1]
