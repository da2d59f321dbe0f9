"""What search exports: all that `web` uses, and what is slow to import only when it is asked for."""

import subprocess
import sys

import pytest

import search


@pytest.mark.parametrize("name", search.__all__)
def test_every_name_can_be_imported(name: str) -> None:
    assert getattr(search, name) is not None


def test_a_name_that_is_not_exported() -> None:
    with pytest.raises(AttributeError, match="no attribute 'match_issue'"):
        search.match_issue  # noqa: B018


def test_types_and_words_need_no_arrays() -> None:
    code = "import sys, search; print({'numpy', 'pydantic', 'search.search_index'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"


def test_commands_load_the_types_of_answers_only_where_they_print_json() -> None:
    code = (
        "import sys\n"
        "from search.cli import commands, drafts, lobbying, observations, progress, threads\n"
        "from search import search_index\n"
        "print({'pydantic', 'search.answer.as_json'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
