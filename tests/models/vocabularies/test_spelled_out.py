"""Texts with their abbreviations in words, as encoders read them."""

import pytest

from models.encoders.load_encoder import load_encoder
from models.vocabularies.spelled_out import spelled_out, tables_digest


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        pytest.param("End FGM", "End female genital mutilation", id="abbreviation"),
        pytest.param("Open camps for IDPs", "Open camps for internally displaced persons", id="plural"),
        pytest.param(
            "Ratify OP-CAT",
            "Ratify Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading "
            "Treatment or Punishment",
            id="treaty, by its abbreviation",
        ),
        pytest.param(
            "Ratify OP2",
            "Ratify Second Optional Protocol to the International Covenant on Civil and Political Rights, aiming at "
            "the abolition of the death penalty",
            id="of two capitals",
        ),
        pytest.param("Ratify the Convention against Torture", None, id="treaty, by its name"),
        pytest.param("End female genital mutilation (FGM)", None, id="said by the text itself"),
        pytest.param("Treat HIV without stigma", None, id="hardly ever written out"),
        pytest.param("Those who beat us go free", None, id="words like abbreviations"),
        pytest.param("Cat and dog are fed by Cedaw", None, id="names like abbreviations of treaties"),
        pytest.param("Build schools", None, id="none"),
        pytest.param("", None, id="empty"),
    ],
)
def test_abbreviations_are_in_words(printed: str, spelled: str | None) -> None:
    assert spelled_out(printed) == (spelled or printed)


def test_an_encoder_reads_abbreviations_as_their_words() -> None:
    encoder = load_encoder("letters")
    short, full, other = encoder.encode(["End FGM", "End female genital mutilation", "End the export of eels"])
    assert short @ full == pytest.approx(1)
    assert short @ other < 0.9


def test_its_space_is_told_by_the_tables() -> None:
    assert load_encoder("letters").space.chain[-1] == ("abbreviations in words", tables_digest())
