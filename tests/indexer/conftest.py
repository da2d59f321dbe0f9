"""Invented documents in a folder, and runs of the indexer over them."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indexer.gather.gather_documents import Sources
from indexer.gather.workers import read_documents
from indexer.report.report import IndexReport
from indexer.runs.build_index import build_index
from models.encoders.calibration import Calibration
from models.index_folder.folder import CATALOGUE, current_snapshot
from tests.indexer.stand_in_reader import read_requests
from tests.pool_in_this_process import PoolInThisProcess
from web.command_line import main


@pytest.fixture(autouse=True)
def read_in_this_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read without a pool of processes, but for tests marked `processes`, and without the limit of one."""
    if "processes" not in request.keywords:
        monkeypatch.setattr("indexer.gather.workers.ProcessPool", PoolInThisProcess)
        monkeypatch.setattr("indexer.gather.workers.limit_processor", lambda seconds: None)


def upr(*arguments: object) -> Result:
    """What a command of the program prints, and how it ends."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


@pytest.fixture
def stand_in_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands read files of the stand-in reader."""
    monkeypatch.setattr("indexer.gather.gather_documents.Sources", partial(Sources, read=read_requests))
    monkeypatch.setattr("indexer.runs.extract_files.read_documents", partial(read_documents, read=read_requests))


@dataclass(frozen=True)
class Workshop:
    """A folder of documents and an index folder beside it."""

    documents: Path
    index: Path

    def write(self, name: str, *lines: str) -> Path:
        """Write a document of the stand-in reader."""
        path = self.documents / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def run(
        self,
        *paths: Path,
        fresh: bool = False,
        encoder: str | None = "letters",
        calibration: Calibration | None = None,
    ) -> IndexReport:
        """Index paths, by default the folder of documents."""
        sources = Sources(paths or (self.documents,), None, 1, read_requests)
        return build_index(sources, self.index, encoder, fresh=fresh, calibration=calibration)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Ask the catalogue in use."""
        with closing(sqlite3.connect(current_snapshot(self.index) / CATALOGUE)) as catalogue:
            return catalogue.execute(query).fetchall()

    def texts(self) -> dict[str, str]:
        """Id → text of every entry."""
        query = "SELECT id, text FROM entry JOIN text ON sha256 = text_sha256 ORDER BY number"
        return {str(record_id): str(text) for record_id, text in self.rows(query)}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """Two documents: three asks to Slovenia, one to Bangladesh."""
    return invented_workshop(tmp_path)


def invented_workshop(folder: Path) -> Workshop:
    """Two documents in a folder, from which no index is made yet."""
    documents = folder / "documents"
    documents.mkdir()
    workshop = Workshop(documents, folder / "index")
    workshop.write(
        "slovenia.txt",
        "SVN 20 2015-01-01",
        "100.1 FRA,BEL supported Abolish the death penalty",
        "100.1 DEU noted Ratify the OP-CAT",
        "100.2 CIV pending Open more schools in the mountains",
    )
    workshop.write("bangladesh.txt", "BGD 16 2013-06-01", "50.3 SVN supported End child marriage in rural districts")
    return workshop
