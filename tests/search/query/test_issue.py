"""How an issue is read: its language, and the words that are looked for."""

from dataclasses import dataclass

import pytest

from search.query.discriminative_terms import CutText
from search.query.issue import IssueReading, read_issue


@dataclass(frozen=True)
class Texts:
    """Texts that hold some words."""

    stems: frozenset[str]
    text_count: int = 10_000

    def frequency(self, stem: str) -> int:
        return int(stem in self.stems)


TEXTS = Texts(frozenset({"convention", "law", "girl", "boy"}))


def test_an_english_issue_is_read_as_it_stands() -> None:
    text = "Girls are married before they finish school."
    assert read_issue(text, TEXTS) == IssueReading(CutText.of(text), "en", "", CutText.of(text), text)


@dataclass(frozen=True)
class Counted:
    """Texts in which each of some words is frequent, and one name rare."""

    text_count: int = 10_000

    def frequency(self, stem: str) -> int:
        return {"kampala": 3}.get(stem, 500)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Child Marriage", "child marriage", id="a topic as a heading"),
        pytest.param("Violence Against Women and Girls", "violence against women and girls", id="stop words aside"),
        pytest.param("Women's Rights", "women's rights", id="a possessive"),
        pytest.param("Kampala Convention", "Kampala Convention", id="a name: one word is rare"),
        pytest.param("Rome Statute", "Rome Statute", id="a treaty"),
        pytest.param("Child marriage", "Child marriage", id="a sentence begins so"),
        pytest.param("Marriage", "Marriage", id="one word"),
        pytest.param("HIV Prevention", "HIV Prevention", id="an abbreviation"),
    ],
)
def test_a_heading_is_looked_for_as_if_in_small_letters(text: str, words: str) -> None:
    assert read_issue(text, Counted(), written_in="en").words.text == words


def test_terms_and_names_of_another_language() -> None:
    reading = read_issue("Les syndicats demandent que la Convention CEDAW et la loi 12 soient appliquées.", TEXTS)
    assert reading.language == "fr"
    assert "trade unions" in reading.terms
    assert reading.words.text == reading.terms  # the texts hold neither "CEDAW" nor "12"


def test_names_that_the_texts_hold_are_kept() -> None:
    texts = Texts(frozenset({"cedaw", "169"}))
    words = read_issue("Personne ne respecte la CEDAW ni la convention 169 chez nous", texts).words.text
    assert words.split(", ")[:2] == ["CEDAW", "169"]


def test_capitals_throughout_tell_no_names() -> None:
    texts = Texts(frozenset({"par", "opcat", "169"}))
    words = read_issue("LES FEMMES SONT BATTUES PAR LEURS MARIS, MALGRÉ LA LOI 169", texts, "fr").words.text
    assert words.split(", ")[0] == "169" and "PAR" not in words
    assert read_issue("OPCAT", texts, "fr").words.text.startswith("OPCAT")


@pytest.mark.parametrize(
    ("text", "language", "is_translated", "words"),
    [
        ("Fischer dürfen nicht mehr aufs Meer hinaus.", "de", True, ""),
        ("Wavuvi hawaruhusiwi kwenda baharini.", "sw", False, "Wavuvi hawaruhusiwi kwenda baharini."),
        ("Boys are beaten.", "en", False, "Boys are beaten."),
    ],
)
def test_words_of_a_language_that_is_read_are_not_looked_for_among_english_ones(
    text: str, language: str, is_translated: bool, words: str
) -> None:
    reading = read_issue(text, TEXTS)
    assert (reading.language, reading.words.text, reading.is_translated) == (language, words, is_translated)


def test_the_user_knows_better() -> None:
    assert read_issue("tortura", TEXTS).language == "en"
    reading = read_issue("tortura", TEXTS, written_in="es")
    assert (reading.language, reading.words.text) == ("es", "torture")
    assert read_issue("Fischer dürfen nicht mehr aufs Meer hinaus.", TEXTS, written_in="en").language == "en"


@pytest.mark.parametrize(
    ("text", "written_out", "replaced"),
    [
        pytest.param(
            "FGM in the north", "female genital mutilation in the north", {"FGM": "female genital mutilation"}, id="one"
        ),
        pytest.param("female genital mutilation in the north", None, {}, id="its words stay"),
        pytest.param(
            "Camps for IDPs have no NHRI offices.",
            "Camps for internally displaced persons have no national human rights institution offices.",
            {"IDPs": "internally displaced persons", "NHRI": "national human rights institution"},
            id="two",
        ),
        pytest.param("Women with HIV wait for months.", None, {}, id="the usual name stays"),
        pytest.param(
            "The human immunodeficiency virus is a stigma.",
            "The HIV is a stigma.",
            {"human immunodeficiency virus": "HIV"},
            id="and stands for its words",
        ),
        pytest.param("End female genital mutilation (FGM) here.", None, {}, id="said by the text itself"),
        pytest.param(
            "Maids suffer under kafala.",
            "Maids suffer under kafala (sponsorship system).",
            {"kafala": "sponsorship system"},
            id="a synonym stands beside",
        ),
        pytest.param("He who beats her goes free.", None, {}, id="a word"),
        pytest.param(
            "The WHO left.", "The World Health Organization left.", {"WHO": "World Health Organization"}, id="WHO"
        ),
        pytest.param("CEDAW is not applied.", None, {}, id="a treaty goes by its names"),
        pytest.param(
            "MGF", "female genital mutilation", {"MGF": "female genital mutilation"}, id="another language, alone"
        ),
    ],
)
def test_abbreviations_are_written_out(text: str, written_out: str | None, replaced: dict[str, str]) -> None:
    reading = read_issue(text, TEXTS, written_in="en")
    assert reading.text.text == text
    assert reading.written_out == reading.words.text == (written_out or text)
    assert dict(reading.replaced) == replaced


def test_the_abbreviations_that_texts_hold_are_looked_for_too() -> None:
    texts = Texts(TEXTS.stems | {"fgm", "idp"})
    for text in ("Girls suffer FGM.", "Girls suffer female genital mutilation."):
        assert read_issue(text, texts, written_in="en").other_stems == ("fgm",)
    assert read_issue("Girls suffer.", texts, written_in="en").other_stems == ()


def test_a_name_of_a_body_is_no_heading() -> None:
    assert read_issue("World Health Organization", Counted(), written_in="en").words.text == "World Health Organization"
    assert read_issue("Domestic Violence", Counted(), written_in="en").words.text == "domestic violence"


def test_abbreviations_of_another_language_are_written_out_in_it_and_in_english() -> None:
    reading = read_issue("Les filles subissent des MGF dans le nord du pays.", TEXTS, written_in="fr")
    assert reading.written_out == "Les filles subissent des mutilations génitales féminines dans le nord du pays."
    assert reading.terms.split(", ")[0] == "female genital mutilation"
