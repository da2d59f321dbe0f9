"""Runs over a folder of documents that change, in any order and however they end, against a model of a few lines.

Hypothesis chooses what happens: documents are added, changed and taken away; runs read all of them or one, begin anew,
are interrupted, killed or refused by the disk at some stage, or find another one writing. Whatever happened, the index
is sound and holds what the model says, and no id has ever stood for two texts.
"""

import errno
import os
import shutil
import signal
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from indexer.write.check import problems_of
from indexer.write.snapshot import writing
from models.errors import IndexFolderBusy, IndexFolderError
from models.index_folder.folder import current_snapshot, has_index
from tests.indexer.conftest import Workshop
from tests.indexer.test_interrupted_build import STAGES

pytestmark = pytest.mark.slow

REVIEWS = {"slovenia.txt": "SVN 20", "bangladesh.txt": "BGD 16", "armenia.txt": "ARM 8"}
TEXTS = (
    "Abolish the death penalty",
    "Open more schools in the mountains",
    "Plant trees along the rivers",
    "Give prisoners clean water and a doctor",
)
REFUSALS = (
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EIO, "Input/output error"),
    sqlite3.OperationalError("database or disk is full"),
)

names = st.sampled_from(sorted(REVIEWS))
stages = st.sampled_from(STAGES)
editions = st.tuples(st.integers(1, 3), st.integers(0, 2))
Edition = tuple[int, int]
"""How many requests a document holds, and which of those that hold as many it is."""


def requests_of(edition: Edition) -> dict[str, str]:
    """Paragraph → text: what an edition of a document holds. Each says other things in the same paragraphs."""
    length, kind = edition
    return {f"3.{number}": TEXTS[(number * length + kind) % len(TEXTS)] for number in range(1, length + 1)}


class IndexMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="upr-machine-"))
        (self.folder / "documents").mkdir()
        self.workshop = Workshop(self.folder / "documents", self.folder / "index")
        self.there: dict[str, Edition] = {}
        """The documents in the folder."""
        self.held: dict[str, Edition] | None = None
        """Those that the index is made of; None: there is none."""
        self.text_of: dict[str, str] = {}
        """Every id ever given."""

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(name=names, edition=editions)
    def write(self, name: str, edition: Edition) -> None:
        lines = [f"{paragraph} FRA supported {text}" for paragraph, text in requests_of(edition).items()]
        self.workshop.write(name, f"{REVIEWS[name]} 2013-06-01", *lines)
        self.there[name] = edition

    @precondition(lambda self: len(self.there) > 1)
    @rule(name=names)
    def take_away(self, name: str) -> None:
        (self.workshop.documents / name).unlink(missing_ok=True)
        self.there.pop(name, None)

    @precondition(lambda self: self.there)
    @rule(fresh=st.booleans())
    def index_all(self, fresh: bool) -> None:
        self.workshop.run(fresh=fresh)
        self._is_indexed(fresh)

    @precondition(lambda self: self.there)
    @rule(name=names)
    def index_one(self, name: str) -> None:
        if name in self.there:
            self.workshop.run(self.workshop.documents / name)
            self._are_given({name: self.there[name]}, fresh=False)

    @precondition(lambda self: self.there)
    @rule(stage=stages, fresh=st.booleans())
    def is_interrupted(self, stage: str, fresh: bool) -> None:
        with mock.patch(stage, side_effect=KeyboardInterrupt), suppress(KeyboardInterrupt):
            self.workshop.run(fresh=fresh)
            self._is_indexed(fresh)  # this stage was not reached

    @precondition(lambda self: self.there)
    @rule(stage=stages, refusal=st.sampled_from(REFUSALS), fresh=st.booleans())
    def is_refused_by_the_disk(self, stage: str, refusal: Exception, fresh: bool) -> None:
        with mock.patch(stage, side_effect=refusal), suppress(IndexFolderError):
            self.workshop.run(fresh=fresh)
            self._is_indexed(fresh)

    @precondition(lambda self: self.there and hasattr(os, "fork"))
    @rule(stage=stages)
    def is_killed(self, stage: str) -> None:
        def die(*_arguments: object, **_named: object) -> None:
            os.kill(os.getpid(), signal.SIGKILL)

        if not (child := os.fork()):
            with mock.patch(stage, side_effect=die):
                self.workshop.run()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            self._is_indexed(fresh=False)

    @precondition(lambda self: self.there)
    @rule()
    def finds_another_one_writing(self) -> None:
        with writing(self.workshop.index), pytest.raises(IndexFolderBusy):
            self.workshop.run()

    def _is_indexed(self, fresh: bool) -> None:
        self._are_given(self.there, fresh)

    def _are_given(self, documents: dict[str, Edition], fresh: bool) -> None:
        """A file counts as it is now, unless it holds fewer requests than it did (indexer/merge/copies.py)."""
        held = {} if fresh else self.held or {}
        shorter = {name for name, edition in documents.items() if name in held and edition[0] < held[name][0]}
        self.held = {**held, **{name: edition for name, edition in documents.items() if name not in shorter}}

    @invariant()
    def the_index_is_sound_and_holds_what_was_indexed(self) -> None:
        if self.held is None:
            assert not has_index(self.workshop.index)
            return
        assert list(problems_of(current_snapshot(self.workshop.index))) == []
        found = self.workshop.texts()
        assert sorted(_place_and_text(found)) == sorted(
            (f"{REVIEWS[name].replace(' ', '-')}-{paragraph}", text)
            for name, edition in self.held.items()
            for paragraph, text in requests_of(edition).items()
        )
        for record_id, text in found.items():
            assert self.text_of.setdefault(record_id, text) == text, f"{record_id} stood for another text before"


def _place_and_text(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(record_id.rpartition("-")[0], text) for record_id, text in texts.items()]


def run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        IndexMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=examples < 10,
        ),
    )


def test_runs_in_any_order() -> None:
    run(4, 8)


@pytest.mark.long
def test_many_runs_in_any_order() -> None:
    run(60, 30)
