"""`upr check` finds what is wrong, also where every digest is right."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from indexer.describe.description import describe_index
from indexer.write.check import problems_of
from indexer.write.lexical import write_lexical
from models.errors import IndexFolderError
from models.index_folder.entry_columns import COLUMNS
from models.index_folder.folder import (
    CATALOGUE,
    LEXICAL,
    MANIFEST,
    ROUNDED_VECTORS,
    ROUNDING_FACTORS,
    VECTORS,
    current_snapshot,
)
from tests.forged_manifest import vouch_for_files
from tests.invented_records import build_small_index, recommendation


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    texts = ["Abolish the death penalty", "Ratify the OP-CAT", "Open more schools", "!!!"]
    records = [recommendation(text, f"100.{number}") for number, text in enumerate(texts)]
    return current_snapshot(build_small_index(tmp_path / "index", records))


def sql(statement: str) -> Callable[[Path], None]:
    def run(snapshot: Path) -> None:
        with closing(sqlite3.connect(snapshot / CATALOGUE)) as catalogue:
            catalogue.execute(statement)
            catalogue.commit()

    return run


def french_wording_without_row(snapshot: Path) -> None:
    sql("INSERT INTO text (sha256, language, text) VALUES ('f', 'fr', 'Ouvrir des écoles')")(snapshot)
    sql(
        "INSERT INTO wording (record, language, text_sha256, quoted, composed, symbol) "
        "SELECT id, 'fr', 'f', 'Ouvrir des écoles ;', 0, 'A/HRC/920/1' FROM entry WHERE number = 0"
    )(snapshot)


def longer_vectors(snapshot: Path) -> None:
    np.save(snapshot / VECTORS, np.load(snapshot / VECTORS) * np.float32(2))


def fewer_vectors(snapshot: Path) -> None:
    np.save(snapshot / VECTORS, np.load(snapshot / VECTORS)[1:])


def double_vectors(snapshot: Path) -> None:
    np.save(snapshot / VECTORS, np.load(snapshot / VECTORS).astype(np.float64))


def rounded_otherwise(snapshot: Path) -> None:
    numbers = np.load(snapshot / ROUNDED_VECTORS)
    numbers[2, 0] += 1
    np.save(snapshot / ROUNDED_VECTORS, numbers)


def factors_as_numbers(snapshot: Path) -> None:
    np.save(snapshot / ROUNDING_FACTORS, np.load(snapshot / ROUNDED_VECTORS)[:, 0])


def one_column_less(snapshot: Path) -> None:
    (snapshot / COLUMNS / "cycle_codes.npy").unlink()


def write_words(snapshot: Path, *texts: str) -> None:
    shutil.rmtree(snapshot / LEXICAL)
    write_lexical(snapshot / LEXICAL, texts, lambda _count: None)


def exchange_words(snapshot: Path) -> None:
    write_words(snapshot, "Open more schools", "Ratify the OP-CAT", "Abolish the death penalty", "!!!")


def one_text_less(snapshot: Path) -> None:
    write_words(snapshot, "Abolish the death penalty", "Ratify the OP-CAT", "Open more schools")


def other_order(snapshot: Path) -> None:
    sequence = np.load(snapshot / LEXICAL / "sequence.npy")
    sequence[:2] = sequence[1::-1]
    np.save(snapshot / LEXICAL / "sequence.npy", sequence)


def other_rows(name: str) -> Callable[[Path], None]:
    """All postings of a field a row further."""

    def change(snapshot: Path) -> None:
        rows = np.load(snapshot / LEXICAL / name)
        np.save(snapshot / LEXICAL / name, (rows + np.int32(1)) % np.int32(4))

    return change


def other_counts(snapshot: Path) -> None:
    counts = np.load(snapshot / LEXICAL / "stems_counts.npy")
    np.save(snapshot / LEXICAL / "stems_counts.npy", counts + np.uint8(1))


def shorter_sequence(snapshot: Path) -> None:
    np.save(snapshot / LEXICAL / "sequence.npy", np.load(snapshot / LEXICAL / "sequence.npy")[:-1])


def test_sound_index(snapshot: Path) -> None:
    assert list(problems_of(snapshot)) == []


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        pytest.param(sql("DELETE FROM text WHERE text = 'Ratify the OP-CAT'"), "refers to nothing", id="text gone"),
        pytest.param(sql("DELETE FROM sponsor"), "not those of the catalogue", id="sponsors gone"),
        pytest.param(one_column_less, "columns is damaged (cycle_codes.npy", id="column gone"),
        pytest.param(sql("DELETE FROM recommendation"), "manifest says 4", id="records gone"),
        pytest.param(sql("UPDATE entry SET number = 9 WHERE number = 0"), "without a gap", id="numbers with a gap"),
        pytest.param(sql("UPDATE text_vector SET row = 9 WHERE row = 0"), "without a gap", id="rows with a gap"),
        pytest.param(
            sql("INSERT INTO alias SELECT id, id, review, '' FROM entry WHERE number = 0"),
            "an alias",
            id="alias of itself",
        ),
        pytest.param(
            french_wording_without_row, "a wording in a further language has no text row", id="wording without row"
        ),
        pytest.param(longer_vectors, "not of unit length", id="vectors not of unit length"),
        pytest.param(fewer_vectors, "3 vectors, not the 4", id="vector missing"),
        pytest.param(double_vectors, "not float32", id="vectors of another type"),
        pytest.param(rounded_otherwise, "not those of the vectors, from row 0 on", id="rounded otherwise"),
        pytest.param(factors_as_numbers, "vectors.npy is damaged (rounding_factors.npy", id="factors of another type"),
        pytest.param(exchange_words, "the text of row 0 is not found by its words", id="words of other texts"),
        pytest.param(other_order, "the text of row 0 is not found by its words", id="words in another order"),
        pytest.param(other_rows("stems_rows.npy"), "not found by its words", id="stems of other texts"),
        pytest.param(other_rows("forms_rows.npy"), "not found by its words", id="forms of other texts"),
        pytest.param(other_counts, "not found by its words", id="words counted twice"),
        pytest.param(shorter_sequence, "the words of 3 texts, not of the 4", id="the end of the last text missing"),
        pytest.param(one_text_less, "the words of 3 texts, not of the 4", id="words of one text missing"),
    ],
)
def test_disagreement_under_right_digests(snapshot: Path, damage: Callable[[Path], None], problem: str) -> None:
    damage(snapshot)
    vouch_for_files(snapshot)
    problems = " ".join(problems_of(snapshot))
    assert problem in problems


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda path: path.write_bytes(b"no database " * 500), id="other bytes"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:100] + b"x" * 4000), id="pages overwritten"),
        pytest.param(lambda path: path.write_bytes(b""), id="empty"),
    ],
)
def test_a_catalogue_that_is_no_database_is_one_sentence(snapshot: Path, damage: Callable[[Path], None]) -> None:
    damage(snapshot / CATALOGUE)
    vouch_for_files(snapshot)
    (problem,) = problems_of(snapshot)
    assert "catalogue.sqlite is damaged" in problem
    assert "--fresh" in problem
    with pytest.raises(IndexFolderError, match=r"is damaged: .*--fresh"):
        describe_index(snapshot.parent)


@pytest.mark.parametrize("name", [CATALOGUE, VECTORS, MANIFEST], ids=["catalogue", "vectors", "manifest"])
def test_a_byte_changed_on_disk(snapshot: Path, name: str) -> None:
    data = bytearray((snapshot / name).read_bytes())
    data[len(data) // 2] ^= 0xFF
    (snapshot / name).write_bytes(data)
    assert len(list(problems_of(snapshot))) == 1


def test_a_foreign_file(snapshot: Path) -> None:
    (snapshot / "notes.txt").write_text("x", encoding="utf-8")
    assert list(problems_of(snapshot)) == ["notes.txt does not belong to the index: remove it."]
