"""What the lines of the panel are called, and the panel as lines for a terminal."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from models.messages.message import Message, StateName
from models.messages.spoken import said, said_in_marks, said_name, spoken, spoken_language
from search.answer.quotations import words_of
from search.datamodel.partners import Basis, Partner, PartnerKind, StatePartners

PARTNER_KIND_WORDS: Mapping[PartnerKind, Message] = {
    PartnerKind.RECOMMENDING_STATE: Message("Recommending States"),
    PartnerKind.MINISTRY: Message("Ministries"),
    PartnerKind.PARLIAMENT: Message("Parliament"),
    PartnerKind.INSTITUTION: Message("National human rights institution"),
    PartnerKind.MECHANISM: Message("Mechanism for reporting and follow-up"),
    PartnerKind.UN_BODY: Message("Bodies and agencies of the United Nations"),
    PartnerKind.UN_PRESENCE: Message("Office of the High Commissioner for Human Rights"),
    PartnerKind.REGIONAL_BODY: Message("Regional bodies"),
    PartnerKind.TREATY_BODY: Message("Treaty bodies"),
    PartnerKind.SPECIAL_PROCEDURE: Message("Special procedures"),
    PartnerKind.NGOS: Message("Coalitions of NGOs"),
    PartnerKind.MEDIA: Message("Media"),
    PartnerKind.GUIDANCE: Message("Guidance"),
    PartnerKind.FUND: Message("Technical assistance"),
}

BASIS_WORDS: Mapping[Basis, Message] = {
    Basis.INDEX: Message("from documents indexed here"),
    Basis.TABLE: Message("from a list"),
    Basis.SURVEY: Message("scores of a survey"),
    Basis.USUAL: Message("usual; names differ"),
    Basis.LAW: Message("by law"),
    Basis.MISSING: Message("not in this installation"),
    Basis.BLANK: Message("to fill in"),
}

_INDENT = " " * 4
_BLANK = "________________"


def partners_as_text(panel: StatePartners, width: int) -> str:
    """The panel for reading, wrapped at `width` columns."""
    blocks = [fill(spoken(panel.caution), width)]
    for kind in PartnerKind:
        partners = panel.of_kind(kind)
        if partners:
            blocks.append(spoken(PARTNER_KIND_WORDS[kind]))
            blocks += ["\n".join(_lines(partner, width)) for partner in partners]
    return "\n\n".join(blocks)


def _lines(partner: Partner, width: int) -> Iterator[str]:
    def indented(words: str) -> str:
        return fill(words, width, initial_indent=_INDENT, subsequent_indent=_INDENT)

    name = said_name(StateName(partner.state, partner.name)) if partner.state else spoken(partner.name)
    yield fill(f"- {name or _BLANK} ({spoken(BASIS_WORDS[partner.basis])})", width, subsequent_indent="  ")
    yield indented(spoken(partner.why))
    yield from (indented(spoken(detail)) for detail in partner.details)
    for request in partner.requests:
        yield indented(said(": ").join([request.id, said_in_marks(words_of(request, spoken_language()).words)]))
    if partner.published:
        yield indented(said("See: %(where)s", where=partner.published))
    addresses = [partner.page]
    if partner.source:
        undated = said("not dated") if partner.basis in (Basis.TABLE, Basis.SURVEY) else ""
        words = ", ".join(filter(None, (spoken(partner.source.words), partner.source.date or undated)))
        yield indented(said("Source: %(source)s", source=words))
        addresses.append(partner.source.address)
    yield from (f"{_INDENT}{address}" for address in dict.fromkeys(addresses) if address)
