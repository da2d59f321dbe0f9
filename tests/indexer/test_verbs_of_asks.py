"""Which verbs tell an action category."""

import pytest

from indexer.verbs_of_asks import ask_words, terms_of_action


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
    ask = ask_words(text)
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
    ask = ask_words(text)
    assert [ask.printed[place] for place in ask.means] == means


def test_terms_say_what_stands_where() -> None:
    terms = terms_of_action("Continue and strengthen its efforts to build schools by training teachers")
    wanted = {"first:continu", "verb:strengthen", "two verbs", "object:strengthen effort", "to:strengthen build"}
    assert wanted | {"means:train", "verb with means:strengthen", "continu and"} <= set(terms)
