"""A further language is one file: with its table alone, every reader reads documents in it as it reads English ones."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.models.languages.documents_in_english import DOCUMENTS, GIVES
from tests.models.languages.invented_language import CODE, in_fredonian
from tests.paths import REPOSITORY


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Any:
    command = [sys.executable, "-m", "tests.models.languages.read_in_fredonian", tmp_path_factory.mktemp("language")]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_in_a_language_of_which_there_is_only_a_table(given: Any, document: str) -> None:
    in_english = given[document]["en"]
    assert given[document][CODE] == in_english
    assert (
        tuple(kind for kind, found in in_english.items() if found and kind not in ("identity", "warnings"))
        == (GIVES[document])
    )


@pytest.mark.slow
def test_asks_of_a_submission_in_that_language_are_cut(given: Any) -> None:
    assert len(given["submission"]["en"]) == 3
    assert given["submission"][CODE] == given["submission"]["en"]


@pytest.mark.parametrize(
    ("english", "fredonian"),
    [
        ("Malta accepts it.", "Ocnvc ceegrvu kv."),
        (r"(?P<head>[Mm]ember\b)\s[a-z]+(?:ed|s)", r"(?P<head>[Oo]godgt\b)\s[a-z]+(?:gf|u)"),
        ("II. A/HRC/28/15/Add.1 (b)", "II. A/HRC/28/15/Add.1 (b)"),
    ],
)
def test_letters_of_words_change_and_signs_stay(english: str, fredonian: str) -> None:
    assert in_fredonian(english) == fredonian


def test_names_of_states_stay() -> None:
    assert in_fredonian("on Malta", "Malta") == "qp Malta"
