"""The classifiers that come with the program, and how records are classified."""

from dataclasses import replace

import pytest

from indexer.classify import texts as module
from indexer.classify.actions import ACTION_CLASSIFIER
from indexer.classify.issues import ISSUE_CLASSIFIER, issue_classifier
from indexer.classify.texts import Classes, classify_records, classify_texts
from indexer.classify.tuned_encoder import TUNED_ENCODER
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


@pytest.mark.encoder
def test_what_is_surest_comes_first() -> None:
    (classes,) = classify_texts(["Protect children and women in prisons from torture; ratify the OPCAT"])
    confidences = [label.confidence for label in classes.labels]
    assert len(confidences) > 2
    assert confidences == sorted(confidences, reverse=True)


def test_the_classifiers_are_small_and_know_all_labels() -> None:
    files = (ISSUE_CLASSIFIER, ACTION_CLASSIFIER, TUNED_ENCODER)
    assert sum(path.stat().st_size for path in files) <= 5_000_000
    assert len(issue_classifier().labels) == 54


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
