"""The classifier that comes with the program, and how records are classified."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from indexer.classify import texts as module
from indexer.classify import tuned_encoder
from indexer.classify.texts import Classes, classify, classify_records, classify_texts
from indexer.classify.tuned_encoder import TUNED_ENCODER, Logits, tuning
from models.records.records import ActionCategory, Label, Origin
from tests.invented_records import recommendation

BY_COMPUTER = Classes((Label("upr-info", "Trafficking", Origin.CLASSIFIER, 0.9),), ActionCategory(4, Origin.CLASSIFIER))
BY_PEOPLE = Label("upr-info", "Justice", Origin.SOURCE)


@pytest.mark.encoder
@pytest.mark.parametrize(
    ("text", "labels", "category", "verb"),
    [
        ("Strengthen the fight against human trafficking", {"Trafficking"}, 4, "strengthen"),
        ("Continue its efforts against human trafficking", {"Trafficking"}, 2, "continue"),
        ("Continue and strengthen its efforts against human trafficking", {"Trafficking"}, 4, "strengthen"),
        ("Consider ratifying the CRPD", {"International instruments", "Disabilities"}, 3, "consider"),
        ("Ratify the CRPD", {"International instruments", "Disabilities"}, 5, "ratify"),
        ("Improve the rights of women by amending the family code", {"Women's rights"}, 5, "amending"),
        ("Xyzzy plugh", set(), None, None),
    ],
)
def test_plain_asks(text: str, labels: set[str], category: int | None, verb: str | None) -> None:
    (classes,) = classify_texts([text])
    assert {label.label for label in classes.labels} == labels
    assert all(label.scheme == "upr-info" and 0 < label.confidence <= 1 for label in classes.labels)
    assert classes.action.verb == verb
    assert category is None or classes.action.category == category


def test_a_label_is_given_with_its_probability_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuning().labels
    logits = np.full((1, len(names)), -9, dtype=np.float32)
    # 1 / (1 + e^0.28) = 0.430, 1 / (1 + e^0.29) = 0.428, 1 / (1 + e^-2) = 0.881, 1 / (1 + e^-6) = 0.998
    logits[0, :4] = -0.28, -0.29, 2, 6
    said = Logits(logits, np.array([[0, 0, 0, 3, 1]], dtype=np.float32))
    monkeypatch.setattr(tuned_encoder, "tuned_encoder", lambda: SimpleNamespace(logits=lambda texts, advance: said))
    (classes,) = classify(["Strengthen the courts"])
    assert classes.labels == (
        Label("upr-info", names[3], Origin.CLASSIFIER, 0.99),
        Label("upr-info", names[2], Origin.CLASSIFIER, 0.881),
        Label("upr-info", names[0], Origin.CLASSIFIER, 0.43),
    )
    assert classes.action == ActionCategory(4, Origin.CLASSIFIER, "strengthen")


def test_a_label_is_given_from_the_bound_on(monkeypatch: pytest.MonkeyPatch) -> None:
    said = Logits(np.zeros((1, len(tuning().labels)), dtype=np.float32), np.zeros((1, 5), dtype=np.float32))
    monkeypatch.setattr(tuned_encoder, "tuned_encoder", lambda: SimpleNamespace(logits=lambda texts, advance: said))
    monkeypatch.setattr(module, "LEAST_LIKELY", 0.5)
    (classes,) = classify(["Mend it"])
    assert {label.confidence for label in classes.labels} == {0.5}


def test_the_classifier_is_small() -> None:
    assert TUNED_ENCODER.stat().st_size <= 1_500_000


def test_no_texts_need_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tuned_encoder, "tuned_encoder", None)
    assert classify_texts([]) == []


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text gets the same classes; the list holds the texts that were asked about."""
    asked: list[str] = []

    def classify_all(texts: list[str], progress: object) -> list[Classes]:
        asked.extend(texts)
        return [BY_COMPUTER] * len(texts)

    monkeypatch.setattr(module, "classify_texts", classify_all)
    return asked


@pytest.mark.parametrize(
    ("given", "labels", "action"),
    [
        pytest.param({}, BY_COMPUTER.labels, BY_COMPUTER.action, id="nothing known"),
        pytest.param({"labels": (BY_PEOPLE,)}, (BY_PEOPLE,), BY_COMPUTER.action, id="people's labels stay alone"),
        pytest.param(
            {"labels": (other := Label("uhri", "Elections", Origin.SOURCE),)},
            (other, *BY_COMPUTER.labels),
            BY_COMPUTER.action,
            id="labels of another scheme do not stand for these",
        ),
        pytest.param(
            {"action": ActionCategory(2, Origin.SOURCE)},
            BY_COMPUTER.labels,
            ActionCategory(2, Origin.SOURCE),
            id="people's category stays",
        ),
        pytest.param({"language": "fr"}, (), None, id="not in English"),
    ],
)
def test_sources_come_first(stand_in: list[str], given: dict[str, object], labels: object, action: object) -> None:
    (record,) = classify_records([replace(recommendation("End it"), **given)])  # type: ignore[arg-type]
    assert (record.labels, record.action) == (labels, action)


def test_a_text_is_classified_once(stand_in: list[str]) -> None:
    classify_records([recommendation("End it"), recommendation("End it", state="FRA"), recommendation("Stop")])
    assert stand_in == ["End it", "Stop"]
