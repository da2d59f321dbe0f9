"""Which verbs tell an action category."""

import pytest

from indexer.classify.actions import deciding_verb
from indexer.classify.terms import request_words, terms_of_action


@pytest.mark.parametrize(
    ("text", "first", "verb"),
    [
        ("Abolish the death penalty", "abolish", "abolish"),
        ("Continue and strengthen its programmes", "continue", "strengthen"),
        ("Continue and further strengthen its programmes", "continue", "strengthen"),
        ("Continue or rapidly expand its programmes", "continue", "expand"),
        ("Continue and more", "continue", "continue"),
        ("That the Government consider a moratorium", "consider", "consider"),
        ("France recommended that the State consider a moratorium", "consider", "consider"),
        ("A country of mountains", None, None),
        ("", None, None),
        (" ".join(["very"] * 30) + " adopt a law", None, None),
    ],
)
def test_opening_verbs(text: str, first: str | None, verb: str | None) -> None:
    ask = request_words(text)
    found = [None if place is None else ask.printed[place] for place in (ask.first, ask.verb)]
    assert found == [first, verb]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Improve the schools by building new ones", ["building"]),
        ("Improve the schools, inter alia through the adoption of a plan", ["adoption"]),
        ("Improve the law, including by amending the code and by publishing it", ["amending", "publishing"]),
        ("Improve the schools by 2015", []),
        ("Improve the schools by", []),
    ],
)
def test_means(text: str, means: list[str]) -> None:
    ask = request_words(text)
    assert [ask.printed[place] for place in ask.means] == means


@pytest.mark.parametrize(
    ("text", "category", "verb"),
    [
        pytest.param("Ratify the treaty", 5, "ratify", id="the opening verb"),
        pytest.param("Continue and strengthen its work", 4, "strengthen", id="the second of two"),
        pytest.param("Improve the law by amending the code", 5, "amending", id="specific by its means"),
        pytest.param("Take steps to amend the code", 5, "amend", id="specific by its aim"),
        pytest.param("Improve the law by amending the code", 4, "improve", id="general after all"),
        pytest.param("Continue to amend the code", 2, "continue", id="the opening verb where it fits"),
        pytest.param("Ratify the treaty", 1, "ratify", id="the opening verb where none fits"),
        pytest.param("More schools by amending the code", 5, "amending", id="no opening verb"),
        pytest.param("More schools", 5, None, id="no verb"),
    ],
)
def test_deciding_verb(text: str, category: int, verb: str | None) -> None:
    assert deciding_verb(text, category) == verb


def test_terms_say_what_stands_where() -> None:
    terms = terms_of_action("Continue and strengthen its efforts to build schools by training teachers")
    wanted = {"first:continu", "verb:strengthen", "two verbs", "object:strengthen effort", "to:strengthen build"}
    assert wanted | {"means:train", "verb with means:strengthen", "continu and"} <= set(terms)


def test_terms_say_what_follows_the_means_verb_or_not() -> None:
    terms = terms_of_action("Strengthen the courts, including through the ratification of the treaty by parliament")
    assert {"after:ratif", "after:treati", "after:parliament", "through after:strengthen"} <= set(terms)
    assert "after:court" not in terms
    assert "after:women" in terms_of_action("Fair courts, particularly for women")  # no verb at all
