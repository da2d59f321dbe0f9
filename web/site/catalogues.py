"""The languages that there are catalogues for: translations/<language>/LC_MESSAGES/messages.po.

What commands alone say is in commands.po beside it, where commands speak the language. They are read as translators
write them: compiled ones (.mo) would have to be made after each change, in a clone and in a package alike. To read one
takes a twentieth of a second, once in a process.
"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from models.partners.tables import partner_tables
from models.vocabularies.instruments import instruments
from models.vocabularies.treaty_bodies import TREATY_BODIES
from web.site.english import EnglishStandsIn

TRANSLATIONS = Path(__file__).parents[1] / "translations"


class Status(StrEnum):
    """Who has seen a translation since it was drafted: a comment above it in the catalogue says so.

    Catalogues keep such comments when messages are gathered; a message whose English changed is another one, which
    has none.
    """

    MACHINE = "machine"
    REREAD = "reread by machine"
    CONFIRMED = "confirmed by a native speaker"


SOURCE = "source: "
"""How a comment begins that names a document or page, of the UN, a State or the body whose text it is, which prints an
official title as it stands here."""


@dataclass(frozen=True, slots=True)
class Titles:
    """How many official titles are translated."""

    all: int
    sourced: int
    """Those that a document or page is named for."""


def languages_in(folder: Path) -> dict[str, Locale]:
    """The languages of a folder by their codes, in the order of what they call themselves."""
    codes = [path.parents[1].name for path in folder.glob("*/LC_MESSAGES/messages.po")]
    found = sorted(map(Locale.parse, codes), key=own_name)
    return {str(language): language for language in found}


@cache
def catalogue(folder: Path, language: Locale) -> Translations:
    """What pages say in a language; English where it has no translation, or a doubtful one ("fuzzy").

    Raises:
        OSError: it has no catalogue in the folder.
        babel.messages.pofile.PoFileError: it cannot be read.
    """
    translations = _read(folder, language, "messages")
    translations.add_fallback(EnglishStandsIn())
    return translations


@cache
def catalogue_of_commands(folder: Path, language: Locale) -> Translations:
    """What commands say in a language; the large catalogue of pages is read for the first sentence that it lacks."""
    of_commands = _read(folder, language, "commands")
    of_commands.add_fallback(_OfPages(folder, language))
    return of_commands


class _OfPages(NullTranslations):
    def __init__(self, folder: Path, language: Locale) -> None:
        super().__init__()
        self._folder, self._language = folder, language

    def gettext(self, message: str) -> str:
        return str(catalogue(self._folder, self._language).ugettext(message))

    def ngettext(self, singular: str, plural: str, num: int) -> str:
        return str(catalogue(self._folder, self._language).ungettext(singular, plural, num))


def _read(folder: Path, language: Locale, name: str) -> Translations:
    with (folder / str(language) / "LC_MESSAGES" / f"{name}.po").open("rb") as file:
        messages = read_po(file, locale=language, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return Translations(compiled)


@cache
def statuses_in(folder: Path, language: Locale) -> Counter[Status]:
    """How many translations of a language have each status.

    Raises:
        OSError: it has no catalogue in the folder.
    """
    with (folder / str(language) / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return Counter(status_of(message) for message in read_po(file) if message.id and is_translated(message))


@cache
def titles_in(folder: Path, language: Locale) -> Titles:
    """How many official titles a language has, and for how many a source is named.

    Raises:
        OSError: it has no catalogue in the folder.
    """
    with (folder / str(language) / "LC_MESSAGES" / "messages.po").open("rb") as file:
        titles = [message for message in read_po(file) if message.id in official_titles() and is_translated(message)]
    return Titles(len(titles), sum(map(_has_source, titles)))


@cache
def official_titles() -> frozenset[str]:
    """Those of treaties and other instruments, of the committees, and of the mandates of special procedures."""
    of_committees = (str(title) for body in TREATY_BODIES.values() for title in (body.name, body.treaty))
    of_instruments = (instrument.title for instrument in instruments().values())
    of_mandates = (str(procedure.mandate) for procedure in partner_tables().special_procedures)
    return frozenset((*of_committees, *of_instruments, *of_mandates))


def _has_source(message: Message) -> bool:
    return any(comment.startswith(SOURCE) for comment in message.user_comments)


def is_translated(message: Message) -> bool:
    """Whether a message is translated, in all its plural forms."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def status_of(message: Message) -> Status:
    """The status of a message; of two that stand above it the higher."""
    for status in (Status.CONFIRMED, Status.REREAD):
        if status in message.user_comments:
            return status
    return Status.MACHINE


def own_name(language: Locale) -> str:
    """What a language calls itself ("Français")."""
    name = language.get_language_name() or str(language)
    return name[0].upper() + name[1:]
