"""Asks are cut from submissions as people lay them out."""

import pytest

from search.uptake.cut_asks import cut_asks


def texts(*paragraphs: str) -> list[str]:
    return [ask.text for ask in cut_asks(paragraphs)]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(
            ["Recommendations", "1. Open shelters in each region.", "2. Train judges; and", "3. Pay for it."],
            ["Open shelters in each region", "Train judges", "Pay for it"],
            id="numbered below a heading",
        ),
        pytest.param(
            ["We call on the Government to:", "• open shelters", "• train judges"],
            ["open shelters", "train judges"],
            id="bullets below a sentence with a colon",
        ),
        pytest.param(
            ["1. The mill was closed in May.", "We therefore recommend that the State open it. It was loved."],
            ["We therefore recommend that the State open it"],
            id="a sentence that asks, and no number of a paragraph that tells",
        ),
        pytest.param(
            ["Recommandations", "a) Ouvrir des refuges ;", "b) Former les juges."],
            ["Ouvrir des refuges", "Former les juges"],
            id="French",
        ),
        pytest.param(
            ["Recomendamos que el Estado:", "- abra refugios", "- forme a los jueces"],
            ["abra refugios", "forme a los jueces"],
            id="Spanish",
        ),
        pytest.param(
            ["التوصيات", "١. فتح ملاجئ للنساء.", "٢. تدريب القضاة."], ["فتح ملاجئ للنساء", "تدريب القضاة"], id="Arabic"
        ),
        pytest.param(
            ["Open shelters in each region", "Train judges"],
            ["Open shelters in each region", "Train judges"],
            id="a pasted list that nothing announces",
        ),
        pytest.param(["Open it. " * 80], [], id="a long text that asks for nothing"),
        pytest.param(["Recommendations", "1. Open it.", "2. Open it."], ["Open it"], id="one that stands there twice"),
        pytest.param(
            ["4. We urge Slovenia to:", "(a) Open shelters.", "5. The police took part in the talks."],
            ["Open shelters"],
            id="among numbered paragraphs",
        ),
        pytest.param([], [], id="nothing"),
    ],
)
def test_asks_are_what_is_announced_or_asks_by_itself(paragraphs: list[str], expected: list[str]) -> None:
    assert texts(*paragraphs) == expected


def test_asks_end_where_another_part_begins() -> None:
    assert texts("II. Recommendations", "(a) Open shelters.", "III. Annexes", "The network was founded in 2001.") == [
        "Open shelters"
    ]


def test_each_ask_has_its_number_and_the_heading_above_it() -> None:
    asks = cut_asks(["Recommendations", "Prisons", "1. Let monitors in.", "Schools", "2. Teach both languages."])
    assert [(ask.number, ask.heading) for ask in asks] == [(1, "Prisons"), (2, "Schools")]


def test_a_submission_of_thousands_of_items_is_cut_off() -> None:
    assert len(cut_asks(["Recommendations", *(f"{number}. Open door {number}." for number in range(500))])) == 60


def test_the_number_of_the_next_chapter_ends_a_list_with_bullets() -> None:
    """Chapters are numbered, asks have dashes: "2. Fishing" is no ask."""
    paragraphs = [
        "1. Access to the harbour",
        "Many quays have no lamps.",
        "We recommend that Slovenia:",
        "- put lamps on all quays;",
        "- mend the old ferry.",
        "2. Fishing",
        "Slovenia should record in law who may fish by night.",
        "3. Bells",
        "El Estado debería devolver las campanas.",
        "Le Gouvernement devrait rendre les cloches.",
        "It should be noted that bells are dear.",
    ]
    assert [(ask.text, ask.heading) for ask in cut_asks(paragraphs)] == [
        ("put lamps on all quays", "Access to the harbour"),
        ("mend the old ferry", "Access to the harbour"),
        ("Slovenia should record in law who may fish by night", "Fishing"),
        ("El Estado debería devolver las campanas", "Bells"),
        ("Le Gouvernement devrait rendre les cloches", "Bells"),
    ]


def test_numbered_asks_below_a_numbered_chapter_stay_asks() -> None:
    paragraphs = ["1. Bells", "Recommendations", "1. Give the bells back", "2. Pay the ringers"]
    assert [ask.text for ask in cut_asks(paragraphs)] == ["Give the bells back", "Pay the ringers"]
