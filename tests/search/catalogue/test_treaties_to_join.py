"""Which treaties a request wants a State to join: protocols, amendments and their treaties are told apart."""

import pytest

from models.vocabularies.ratifications import Status
from search.catalogue.treaties_to_join import ratifications_asked, treaties_to_join


@pytest.mark.parametrize(
    ("text", "treaties"),
    [
        ("Ratify the OPCAT", ["OPCAT"]),
        ("Ratify the Convention against Torture", ["CAT"]),
        ("Ratify the Optional Protocol to the Convention against Torture", ["OPCAT"]),
        ("Accede to CAT and its Optional Protocol", ["CAT", "OPCAT"]),
        ("Consider ratification of the Convention on Enforced Disappearances", ["CED"]),
        ("Take steps towards accession to ICRMW and CED", ["ICRMW", "CED"]),
        ("Sign and ratify the CRPD", ["CRPD"]),
        ("Become a party to the CRPD", ["CRPD"]),
        ("Ratify and fully implement the CRPD", ["CRPD"]),
        ("Ratify the CRPD and implement the CRC", ["CRPD"]),
        ("Implement the CRC and ratify its Optional Protocol on a communications procedure", ["OP-CRC-IC"]),
        ("Ratify the Optional Protocol to CRC on the involvement of children in armed conflict", ["OP-CRC-AC"]),
        ("Ratify the Optional Protocol to the Convention on the Rights of the Child", []),  # which of three?
        ("Ratify the Optional Protocols to the CRC", ["OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC"]),
        ("Ratify the two Optional Protocols to the CRC", ["OP-CRC-AC", "OP-CRC-SC"]),  # the third came later
        ("Ratify OP-ICESCR", ["OP-ICESCR"]),
        ("Ratify ICESCR", ["ICESCR"]),
        ("Ratify the ICCPR and its two Optional Protocols", ["ICCPR", "ICCPR-OP1", "ICCPR-OP2"]),
        ("Ratify the ICCPR and its Optional Protocols", ["ICCPR", "ICCPR-OP1", "ICCPR-OP2"]),
        (
            "Ratify ICCPR and the two Optional Protocols thereto, ICESCR and the Optional Protocol thereto",
            ["ICCPR", "ICCPR-OP1", "ICCPR-OP2", "ICESCR", "OP-ICESCR"],
        ),
        ("Ratify the first Optional Protocol to ICCPR", ["ICCPR-OP1"]),
        ("Ratify the second Optional Protocol to ICCPR, aiming at the abolition of the death penalty", ["ICCPR-OP2"]),
        ("Ratify the ICCPR Optional Protocol against the death penalty", []),  # not the first
        ("Ratify ICCPR-OP 2", []),  # an abbreviation of the first protocol stands in it
        ("Ratify the Optional Protocol to the Convention against Torture (CAT)", ["OPCAT"]),
        ("Ratify the Optional Protocols to ICCPR and ICESCR, and CED", ["ICCPR-OP1", "ICCPR-OP2", "CED"]),
        ("Ratify, without any reservations, the CRPD", ["CRPD"]),
        ("Ratify CAT's Optional Protocol", ["OPCAT"]),
        ("Ratify the Protocol to the CAT", []),
        ("Ratify the third protocol to the CRC", []),
        ("Ratify the Optional Protocol on a communications procedure of the CRC", ["OP-CRC-IC", "CRC"]),
        ("Ratify the third OP to CRC", []),
        ("Ratify the Optional Protocol of 1999 to CEDAW", []),
        ("Accede to Optional Protocols 1 and 2 to ICCPR", []),
        ("Accede to ICCPR- OP2 and ICCPR OP1", ["ICCPR-OP2"]),
        ("Ratify the CEDAW and CAT facultative protocols", []),
        ("Ratify the Optional Protocols to CAT, to ICESCR and to CRPD", ["OPCAT"]),
        ("Ratify CED, CAT and the Optional Protocols to CRPD and ICESCR", ["CED", "CAT", "OP-CRPD"]),
        ("Ratify the CAT and ICCPR optional protocols", ["ICCPR-OP1", "ICCPR-OP2"]),
        ("Ratify the Optional Protocol to the Convention on the Rights of the Child CRC on the sale of children", []),
        ("Ratify the Convention on the Rights of the Child (CRC)", ["CRC"]),
        ("Ratify the Second Optional of the ICCPR", []),
        ("As a party to the CRC, ratify OPIC", ["OP-CRC-IC"]),
        ("Join treaties to which it is not party, particularly CAT", ["CAT"]),
        ("Ratify ICRMW, as the CRC wants, and send its report on CEDAW", ["ICRMW", "CRC"]),  # the committee is taken
        ("Ratify OPCAT, as requested by CAT", ["OPCAT"]),
        ("Withdraw its reservations to CEDAW and accede to its Optional Protocol", ["OP-CEDAW"]),
        ("Ratify OP-CEDAW and withdraw reservations to CEDAW", ["OP-CEDAW"]),
        ("Ratify the amendment to article 20 (1) of CEDAW", []),
        ("Ratify the Kampala amendments to the Rome Statute", []),
        ("Ratify the Rome Statute", []),  # not in the table
        ("Ratify ILO Convention No. 189", []),
        ("Ratify the 1961 Convention on the Reduction of Statelessness", []),
        ("Implement its obligations under CEDAW, which it ratified", []),
        ("Bring its laws into line with the CRC", []),
        ("Join the treaties not yet ratified, in particular CED", ["CED"]),
        ("Teach sign language as the CRPD wants it", []),
        ("Set up a national preventive mechanism under OPCAT", []),
        ("Adopt a law on shelters", []),
        ("", []),
    ],
)
def test_treaties_to_join(text, treaties):
    assert list(treaties_to_join(text)) == treaties


def test_status_of_the_state_that_is_asked():
    (asked,) = ratifications_asked("Ratify the ICRMW", "SVN")
    assert (asked.state, asked.treaty, asked.status, asked.year, asked.as_of) == (
        "SVN",
        "ICRMW",
        Status.NONE,
        None,
        2022,
    )
    assert [each.treaty for each in ratifications_asked("Ratify CED and CRPD", "MDA")] == [], "rows known to be wrong"
    assert ratifications_asked("Ratify the ICRMW", "XAA") == (), "an invented State"
