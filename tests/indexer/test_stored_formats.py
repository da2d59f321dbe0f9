"""Small index folders as the releases of the program wrote them: what people who upgrade have.

They hold the two documents of tests/indexer/conftest.py, indexed with the letters encoder by the release that they are
named for. Whoever makes a release adds one: `python -m tests.indexer.store_release 0.3.0`. Whoever raises
CARRIED_ON_SINCE deletes those of earlier formats.
"""

import re
import tarfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.write.check import problems_of
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.index_folder.folder import current_snapshot, read_manifest
from search import Filters, IssueQuestion, KeywordQuestion, SearchIndex, open_index
from search.answer.bulk import records_one_by_one
from tests.indexer.conftest import Workshop
from tests.paths import REPOSITORY
from web.command_line import main

STORED = Path(__file__).parent / "stored_formats"
RELEASES = sorted(file.name.removesuffix(".tar.xz") for file in STORED.iterdir())
DEATH_PENALTY = "SVN-20-100.1-1"


@pytest.fixture(params=RELEASES)
def stored(request: pytest.FixtureRequest, workshop: Workshop) -> Workshop:
    """The documents, and the folder of one release."""
    with tarfile.open(STORED / f"{request.param}.tar.xz") as packed:
        packed.extractall(workshop.index, filter="data")
    return workshop


def test_there_is_one_of_each_release() -> None:
    """From 0.2.0 on, the first."""
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^## (\d+\.\d+\.\d+)", changelog, re.MULTILINE)) == RELEASES


def test_it_asks_to_be_indexed_anew_and_then_answers_as_one_that_is_built_today(stored: Workshop) -> None:
    refused = CliRunner().invoke(main, ["find", "prisons", "--index", str(stored.index)])
    assert refused.exit_code == 1
    assert f"Build it anew with `upr index PATH --to {stored.index}" in " ".join(refused.stderr.split())
    stored.run()
    assert list(problems_of(current_snapshot(stored.index))) == []
    today = Workshop(stored.documents, stored.index.with_name("today"))
    today.run()
    answers = [answered(open_index(each.index)) for each in (stored, today)]
    assert answers[0] == answers[1]
    assert answers[0]["find"] == [DEATH_PENALTY]


def answered(index: SearchIndex) -> dict[str, object]:
    """What an index says to each kind of question."""
    matched = index.match(IssueQuestion("Abolish the death penalty", own_state="SVN"))
    return {
        "find": [hit.record.id for hit in index.find(KeywordQuestion("death penalty")).hits],
        "filter": [
            hit.record.id for hit in index.find(KeywordQuestion("schools", filters=Filters(recommending=("CIV",)))).hits
        ],
        "match": [(hit.record.id, hit.relevance) for hit in (*matched.hits, *matched.related)],
        "similar": index.similar(DEATH_PENALTY),
        "thread": index.thread(DEATH_PENALTY),
        "record": index.record(DEATH_PENALTY),
        "States": [known.state.code for known in index.snapshot.reviewed_states],
        "all": list(records_one_by_one(index.snapshot)),
    }


def test_it_is_carried_on_and_ids_stay(stored: Workshop) -> None:
    before = stored.texts()
    stored.write("new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Plant trees along the rivers")
    stored.run()
    assert read_manifest(current_snapshot(stored.index)).format_version == FORMAT_VERSION
    assert stored.texts() == before | {"ARM-8-3.1-1": "Plant trees along the rivers"}
