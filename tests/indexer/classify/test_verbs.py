"""Which verbs tell an action category."""

import pytest

from indexer.classify.verbs import deciding_verb, request_words


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Abolish the death penalty", "abolish"),
        ("Continue and strengthen its programmes", "strengthen"),
        ("Continue and further strengthen its programmes", "strengthen"),
        ("Continue or rapidly expand its programmes", "expand"),
        ("Continue and more", "continue"),
        ("That the Government consider a moratorium", "consider"),
        ("France recommended that the State consider a moratorium", "consider"),
        ("A country of mountains", None),
        ("", None),
        (" ".join(["very"] * 30) + " adopt a law", None),
    ],
)
def test_opening_verbs(text: str, verb: str | None) -> None:
    request = request_words(text)
    assert (None if request.verb is None else request.printed[request.verb]) == verb


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
    request = request_words(text)
    assert [request.printed[index] for index in request.means] == means


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
