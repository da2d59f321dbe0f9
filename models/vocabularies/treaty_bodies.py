"""The committees that watch over the UN's human rights treaties: names, treaties, and how their symbols begin."""

from dataclasses import dataclass

from models.messages.message import Message


@dataclass(frozen=True, slots=True)
class TreatyBody:
    """One committee."""

    code: str
    """The abbreviation that practitioners write ("CESCR"); CCPR is the Human Rights Committee."""
    name: str
    treaty: str
    symbol: str
    """What its document symbols begin with."""


TREATY_BODIES = {
    body.code: body
    for body in (
        TreatyBody("CAT", Message("Committee against Torture"), Message("Convention against Torture"), "CAT/"),
        TreatyBody(
            "CCPR",
            Message("Human Rights Committee"),
            Message("International Covenant on Civil and Political Rights"),
            "CCPR/",
        ),
        TreatyBody(
            "CED",
            Message("Committee on Enforced Disappearances"),
            Message("International Convention for the Protection of All Persons from Enforced Disappearance"),
            "CED/",
        ),
        TreatyBody(
            "CEDAW",
            Message("Committee on the Elimination of Discrimination against Women"),
            Message("Convention on the Elimination of All Forms of Discrimination against Women"),
            "CEDAW/",
        ),
        TreatyBody(
            "CERD",
            Message("Committee on the Elimination of Racial Discrimination"),
            Message("International Convention on the Elimination of All Forms of Racial Discrimination"),
            "CERD/",
        ),
        TreatyBody(
            "CESCR",
            Message("Committee on Economic, Social and Cultural Rights"),
            Message("International Covenant on Economic, Social and Cultural Rights"),
            "E/C.12/",
        ),
        TreatyBody(
            "CMW",
            Message("Committee on Migrant Workers"),
            Message(
                "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their "
                "Families"
            ),
            "CMW/",
        ),
        TreatyBody(
            "CRC",
            Message("Committee on the Rights of the Child"),
            Message("Convention on the Rights of the Child"),
            "CRC/",
        ),
        TreatyBody(
            "CRPD",
            Message("Committee on the Rights of Persons with Disabilities"),
            Message("Convention on the Rights of Persons with Disabilities"),
            "CRPD/",
        ),
        TreatyBody(
            "SPT",
            Message("Subcommittee on Prevention of Torture"),
            Message("Optional Protocol to the Convention against Torture"),
            "CAT/OP/",
        ),
    )
}
"""By code."""


def committee_of_symbol(symbol: str) -> str | None:
    """Code of the committee whose document has this symbol; None for a symbol of no treaty body."""
    fitting = [body for body in TREATY_BODIES.values() if symbol.startswith(body.symbol)]
    return max(fitting, key=lambda body: len(body.symbol)).code if fitting else None
