"""What the panel of partners says of one."""

import re
from datetime import date

from markupsafe import Markup, escape

from models.messages.message import Message
from search import Basis, Partner, PartnerKind
from web.site.language import day, gettext, month, name_of_state, translated
from web.words.safe_text import marked_in_english, visible

_IN_MARKS = re.compile(r"(?<=[“«])(\s?)([^”»]+?)(?=\s?[”»])")


def partner_name(partner: Partner) -> str:
    """A partner's name in the language of the page; names of institutions as they are."""
    if partner.kind is PartnerKind.RECOMMENDING_STATE:
        return name_of_state(partner.state, partner.name)
    return translated(partner.name) if has_name_in_language(partner) else partner.name


def has_name_in_language(partner: Partner) -> bool:
    """Whether the name is in the language of the page, not as an institution has it."""
    return partner.kind is PartnerKind.RECOMMENDING_STATE or isinstance(partner.name, Message)


def source_date(partner: Partner) -> str:
    """When the source of a line is of ("2024", "May 2024", "8 May 2024"); "" for what needs no date."""
    written = partner.source.date if partner.source else ""
    match written.split("-"):
        case [""]:
            return gettext("not dated") if partner.basis in (Basis.TABLE, Basis.SURVEY) else ""
        case [year]:
            return year
        case [year, number]:
            return month(date(int(year), int(number), 1))
    return day(written)


def translated_source(source: str) -> Markup:
    """A source in the language of the page; a title that stays as it is printed ("Follow-up to …") is English."""

    def title(found: re.Match[str]) -> Markup | str:
        return f"{found[1]}{marked_in_english(found[2])}" if found[2] in source else found[0]

    shown = visible(translated(source))
    return escape(shown) if shown == source else Markup(_IN_MARKS.sub(title, str(escape(shown))))  # noqa: S704
