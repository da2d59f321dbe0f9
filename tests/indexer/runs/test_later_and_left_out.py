"""An index that a newer program made stays as it is, and nobody loses documents by a word."""

import json
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.index_folder.folder import MANIFEST, current_snapshot, file_records
from tests.forged_manifest import forge_manifest
from tests.indexer.conftest import Workshop
from web.command_line import main

pytestmark = pytest.mark.usefixtures("stand_in_reader")


def later(workshop: Workshop, by: str) -> None:
    """Make the index one of a later version: by its manifest, or by a migration of its catalogue alone."""
    snapshot = current_snapshot(workshop.index)
    manifest = json.loads((snapshot / MANIFEST).read_text(encoding="utf-8"))
    if by == "format":
        manifest["format_version"] = FORMAT_VERSION + 1
    else:
        with closing(sqlite3.connect(snapshot / "catalogue.sqlite")) as catalogue:
            catalogue.execute("PRAGMA user_version = 999")
        for name, record in file_records(snapshot).items():
            manifest["files"][name] = {"size": record.size, "sha256": record.sha256}
    forge_manifest(snapshot, json.dumps(manifest))


def index(workshop: Workshop, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["index", str(workshop.documents), "--to", str(workshop.index), *options])
    return result.exit_code, result.output


@pytest.mark.parametrize("options", [(), ("--fresh",), ("--fresh", "--yes")])
@pytest.mark.parametrize("by", ["format", "migration"])
def test_an_index_of_a_later_version_is_refused_and_left(workshop: Workshop, by: str, options: tuple[str, ...]) -> None:
    workshop.run()
    later(workshop, by)
    before = file_records(current_snapshot(workshop.index))
    code, said = index(workshop, *options)
    assert code == 1
    assert "made by a newer version of this program" in said
    assert "install the newer program" in said
    assert "anew" not in said
    assert file_records(current_snapshot(workshop.index)) == before


@pytest.fixture
def signals_stay() -> Iterator[None]:
    """A site that begins to run says how its process ends, which here is the one of the tests."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("signals_stay")
def test_readers_say_the_same(workshop: Workshop) -> None:
    workshop.run()
    later(workshop, "format")
    folder = str(workshop.index)
    for command in (
        ["info", folder],
        ["check", folder],
        ["find", "schools", "--index", folder],
        ["serve", "--index", folder],
        ["export", "--index", folder],
        ["copy", folder, "postgresql://nobody@127.0.0.1:1/upr"],
    ):
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 1
        assert "install the newer program" in result.output
        assert "anew" not in result.output
        assert "upr index" not in result.output


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "held"), [("n\n", 2), ("y\n", 1)])
def test_fresh_over_more_documents_than_are_given_asks(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch, answer: str, held: int
) -> None:
    workshop.run()
    one = workshop.documents / "bangladesh.txt"
    monkeypatch.setattr("indexer.cli.index.sys", type("Here", (), {"stdin": Terminal()}))
    result = CliRunner().invoke(main, ["index", str(one), "--to", str(workshop.index), "--fresh"], input=answer)
    assert "holds 2 documents, 1 are given" in result.output
    assert documents_in(workshop.index) == held


def test_where_nobody_can_be_asked_a_timer_says_yes(workshop: Workshop) -> None:
    workshop.run()
    one = str(workshop.documents / "bangladesh.txt")
    arguments = ["index", one, "--to", str(workshop.index), "--fresh"]
    refused = CliRunner().invoke(main, arguments)
    assert (refused.exit_code, documents_in(workshop.index)) == (2, 2)
    assert "say --yes to go on" in refused.output
    assert CliRunner().invoke(main, [*arguments, "--yes"]).exit_code == 0
    assert documents_in(workshop.index) == 1


def documents_in(folder: Path) -> int:
    return len(json.loads((current_snapshot(folder) / MANIFEST).read_text(encoding="utf-8"))["sources"])
