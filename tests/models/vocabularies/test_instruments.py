"""Instruments under the names that recommendations give them."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.vocabularies.instruments import instruments, mentions_of_instruments, names_of_instruments

NAMES = {
    "abbreviation": ("Ratify OPCAT", ["OPCAT"]),
    "abbreviation with a hyphen": ("Ratify OP-CAT", ["OPCAT"]),
    "abbreviation the other way round": ("Ratify the CAT-OP", ["OPCAT"]),
    "convention inside the title of its protocol": (
        "Ratify the Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or Degrading "
        "Treatment or Punishment",
        ["OPCAT"],
    ),
    "short title": ("Adhere to the Optional Protocol of the Convention against Torture", ["OPCAT"]),
    "protocol to an abbreviation": ("Sign the Optional Protocol to the ICESCR", ["OP-ICESCR"]),
    "no aim": ("Ratify the Second Optional Protocol to the ICCPR", ["ICCPR-OP2"]),
    "told by its aim alone": (
        "Ratify the Optional Protocol to the ICCPR aiming at the abolition of the death penalty",
        ["ICCPR-OP2"],
    ),
    "first protocol": ("Accede to the Optional Protocol to the ICCPR", ["ICCPR-OP1"]),
    "its protocol": ("Ratify the CRPD and its Optional Protocol", ["CRPD", "OP-CRPD"]),
    "its protocol, of a convention with several": ("Ratify the CRC and its Optional Protocols", ["CRC"]),
    "protocol without a convention": ("Ratify the Optional Protocol", []),
    "which of three protocols": (
        "Ratify the Optional Protocol to the Convention on the Rights of the Child on a communications procedure",
        ["OP-CRC-IC"],
    ),
    "several": (
        "Ratify the Rome Statute, the Convention on Enforced Disappearances and the ICRMW",
        ["ROME-STATUTE", "CED", "ICRMW"],
    ),
    "other words in the title": (
        "Accede to the Convention on the Rights of All Migrant Workers and Members of their Families",
        ["ICRMW"],
    ),
    "numbered convention": ("Ratify ILO Convention No. 169 on Indigenous and Tribal Peoples", ["ILO-169"]),
    "numbered conventions": (
        "Ratify International Labour Organization Conventions 138 and 182",
        ["ILO-138", "ILO-182"],
    ),
    "number of something else": ("Bring all 169 articles into line with the conventions", []),
    "committee of that name": ("Implement what the Committee against Torture recommended", []),
    "substance of a convention": ("End discrimination against women", []),
    "in capitals": ("RATIFY THE ROME STATUTE", ["ROME-STATUTE"]),
}


@pytest.mark.parametrize(("text", "codes"), NAMES.values(), ids=NAMES)
def test_instruments_of_a_text(text: str, codes: list[str]) -> None:
    assert [mention.code for mention in mentions_of_instruments(text)] == codes


def test_a_mention_knows_where_it_stands() -> None:
    text = "Fully respect the Paris Principles soon"
    (mention,) = mentions_of_instruments(text)
    assert text[mention.start : mention.end] == "Paris Principles"


def test_every_title_is_known_and_every_protocol_has_a_row() -> None:
    for code, instrument in instruments().items():
        assert [mention.code for mention in mentions_of_instruments(instrument.title)] == [code]
        assert instrument.protocol == "" or instrument.protocol in instruments()


def test_no_name_is_shared_by_two_instruments() -> None:
    codes = defaultdict(set)
    for stems, code in names_of_instruments():
        codes[stems].add(code)
    assert {stems: found for stems, found in codes.items() if len(found) > 1 or not stems} == {}


PIECES = st.sampled_from(["Optional", "Protocol", "to the", "CRC", "CAT", "ILO", "Convention", "169", ",", "-", "\0"])


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=20).map(" ".join)))
def test_mentions_of_any_text_stand_in_order_and_apart(text: str) -> None:
    ends = 0
    for mention in mentions_of_instruments(text):
        assert ends <= mention.start < mention.end <= len(text)
        ends = mention.end
