"""Classes in an index: who gives them, and that no text is classified twice."""

import json
from dataclasses import replace

import pytest

from indexer.classify import catalogue as module
from indexer.classify.texts import Classes
from indexer.progress import Advance
from indexer.runs.build_index import index_extracts
from indexer.write.cache import Cache
from indexer.write.rows import Row
from models.records.records import ActionCategory, Label, Origin
from models.reviews.states import StateTable
from tests.indexer.conftest import Workshop
from tests.invented_records import TODAY, documents_of, recommendation

LABELS = "SELECT record, label, origin, confidence FROM label WHERE scheme = 'upr-info' ORDER BY record"
ACTIONS = "SELECT id, action_category, action_origin, action_verb FROM entry ORDER BY id"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Classifiers that speak of the first word of a text, for any encoder; the list holds the texts they read."""
    read: list[str] = []

    def classify(texts: list[str], advance: Advance) -> list[Classes]:
        read.extend(texts)
        return [
            Classes(
                (Label("upr-info", text.split()[0], Origin.CLASSIFIER, 0.75),),
                ActionCategory(5, Origin.CLASSIFIER, text.split()[0].lower()),
            )
            for text in texts
        ]

    monkeypatch.setattr(module, "classify", classify)
    monkeypatch.setattr(module, "classifies", lambda space: True)
    monkeypatch.setattr(module, "classifiers_digest", lambda: "first")
    return read


def test_every_record_gets_classes(workshop: Workshop, asked: list[str]) -> None:
    workshop.run()
    assert workshop.rows(LABELS) == [
        ("BGD-16-50.3-1", "End", "classifier", 0.75),
        ("SVN-20-100.1-1", "Abolish", "classifier", 0.75),
        ("SVN-20-100.1-2", "Ratify", "classifier", 0.75),
        ("SVN-20-100.2-1", "Open", "classifier", 0.75),
    ]
    assert workshop.rows(ACTIONS)[0] == ("BGD-16-50.3-1", 5, "classifier", "end")


def test_only_new_texts_are_classified(workshop: Workshop, asked: list[str]) -> None:
    workshop.run()
    asked.clear()
    workshop.write(
        "new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Mend the bridge", "3.2 FRA noted Ratify the OP-CAT"
    )
    workshop.run()
    assert asked == ["Mend the bridge"]
    assert len(workshop.rows(LABELS)) == 6


def test_other_classifiers_read_all_again(
    workshop: Workshop, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.run()
    asked.clear()
    monkeypatch.setattr(module, "classifiers_digest", lambda: "second")
    workshop.write("new.txt", "ARM 8 2010-07-06", "3.1 FRA supported Mend the bridge")
    workshop.run()
    assert len(asked) == 5


def test_what_sources_say_is_kept_alone(workshop: Workshop, asked: list[str]) -> None:
    coded = replace(
        recommendation("Abolish the death penalty", "100.1"),
        labels=(Label("upr-info", "Death penalty", Origin.SOURCE),),
        action=ActionCategory(4, Origin.SOURCE),
    )
    themed = replace(recommendation("Mend the bridge", "100.2"), labels=(Label("uhri", "Roads", Origin.SOURCE),))
    labelled = replace(
        recommendation("Plant trees", "100.3"), labels=(Label("upr-info", "Environment", Origin.SOURCE),)
    )
    french = replace(recommendation("Abolir la peine de mort", "100.4"), language="fr")
    records = [coded, themed, labelled, french]
    index_extracts(documents_of(records), workshop.index, "letters", StateTable.built_in(), TODAY)
    assert asked == ["Mend the bridge", "Plant trees"]
    assert workshop.rows(LABELS) == [
        ("SVN-20-100.1-1", "Death penalty", "source", 1.0),
        ("SVN-20-100.2-1", "Mend", "classifier", 0.75),
        ("SVN-20-100.3-1", "Environment", "source", 1.0),
    ]
    assert workshop.rows(ACTIONS) == [
        ("SVN-20-100.1-1", 4, "source", None),
        ("SVN-20-100.2-1", 5, "classifier", "mend"),
        ("SVN-20-100.3-1", 5, "classifier", "plant"),
        ("SVN-20-100.4-1", None, None, None),
    ]


def test_an_index_of_the_encoder_of_tests_gets_no_classes(workshop: Workshop) -> None:
    workshop.run()
    assert workshop.rows(LABELS) == []


def test_labels_are_stored_the_surest_first(workshop: Workshop, asked: list[str]) -> None:
    workshop.run()
    stored = [json.loads(str(labels)) for (labels,) in workshop.rows("SELECT labels FROM classified_text")]
    assert {next(iter(each)) for each in stored} == {"Abolish", "Ratify", "Open", "End"}


def test_classifying_goes_on_where_it_was_interrupted(
    workshop: Workshop, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "TEXTS_AT_ONCE", 1)
    keep = Cache.keep_classified

    def keep_and_end(self: Cache, rows: list[Row]) -> None:
        keep(self, rows)
        if len(asked) == 3:
            raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Cache, "keep_classified", keep_and_end)
        workshop.run()
    workshop.run()
    assert len(asked) == len(set(asked)) == 4
