"""The language of the page: what the program says in it, and numbers, dates and lists as it writes them.

A message is English with places for its values: "There is no record %(id)s." Values are written as the language
writes them: whole numbers with separators, tuples as lists. A number that names something is given as a string.
`make messages` gathers the messages (docs/development.md). Which language a page has, its address says.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import flask_babel
from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, get_minus_sign_symbol, get_plus_sign_symbol
from babel.support import NullTranslations
from flask import Flask, current_app, g, has_app_context
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from models.messages.message import LanguageName, Message, Months, PrintedName, Row, StateName
from models.messages.names_in_sentences import InForms, StateInSentence, in_english
from models.reviews.states import short_names_in
from web.site.catalogues import (
    TRANSLATIONS,
    Status,
    Titles,
    catalogue,
    catalogue_of_commands,
    languages_in,
    statuses_in,
    titles_in,
)
from web.site.collation import Place, place_of
from web.site.english import InEnglish, Page, marked_as_english
from web.site.language_prefix import language_in_address
from web.site.ordinals import ORDINALS, ordinal

SOURCE_LANGUAGE = Locale("en", "GB")
"""What messages are written in, and pages whose address names no language."""
CATALOGUES = "upr_catalogues"
LANGUAGES = "upr_languages"
NOT_TRANSLATED = NullTranslations()
UN_NAMES_OF_LANGUAGES = {("ar", "en"): "الإنكليزية", ("ar", "th"): "التايلندية"}
"""By the language of the page and a code: what the United Nations write otherwise than the CLDR."""
_SPANISH_CONJUNCTIONS = {
    " y ": (re.compile(r"h?[ií](?!e)", re.IGNORECASE), " e "),
    " o ": (re.compile(r"h?[oó]|8|11(?!\d)", re.IGNORECASE), " u "),
}
"""Before which sounds, and letters or numbers that stand for them, a conjunction has its other form."""
_NUMBER_IN_LIST = re.compile(r"\d+\. (?=\w)")


def page_language() -> Locale:
    """The language of this request."""
    language: Locale | None = flask_babel.get_locale()
    return language or SOURCE_LANGUAGE


def is_right_to_left() -> bool:
    """Whether the language of this request is written from right to left."""
    return str(page_language().text_direction) == "rtl"


def offered_languages() -> dict[str, Locale]:
    """The languages of this site other than English, by the code that stands in addresses."""
    return cast(dict[str, Locale], current_app.extensions[LANGUAGES])


def in_each_language(make: Callable[[], str]) -> Iterator[str]:
    """What is made in the language of the page, then in every other that there is; without a page, the program's."""
    yield make()
    app = current_app if has_app_context() else _app_without_pages()
    for language in (SOURCE_LANGUAGE, *app.extensions[LANGUAGES].values()):
        with app.app_context(), flask_babel.force_locale(str(language)):
            made = make()
        yield made


@contextmanager
def in_language_of_commands(code: str) -> Iterator[None]:
    """Let all that asks for the language of the page be in that of a command, with what commands alone say."""
    app = _app_without_pages()
    with app.app_context(), flask_babel.force_locale(code):
        g.translations = catalogue_of_commands(app.extensions[CATALOGUES], page_language())
        yield


@cache
def _app_without_pages() -> Flask:
    app = Flask(__name__)
    prepare_language(app)
    return app


def translation_statuses() -> Counter[Status]:
    """How many messages of the page's language have each status; none in English, of which nothing is translated."""
    language = page_language()
    known = language != SOURCE_LANGUAGE
    return statuses_in(current_app.extensions[CATALOGUES], language) if known else Counter()


def translated_titles() -> Titles:
    """How many official titles the page's language has; in English they are no translations."""
    language = page_language()
    return titles_in(current_app.extensions[CATALOGUES], language) if language != SOURCE_LANGUAGE else Titles(0, 0)


def prepare_language(app: Flask, catalogues: Path = TRANSLATIONS) -> None:
    """Let pages and templates of an application speak the language of the request, as catalogues in a folder say."""
    app.extensions[CATALOGUES], app.extensions[LANGUAGES] = catalogues, languages_in(catalogues)
    flask_babel.Babel(
        app,
        default_locale=str(SOURCE_LANGUAGE),
        configure_jinja=False,
        locale_selector=lambda: language_in_address() or None,
    )
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.finalize = _shown
    # Those of the extension put values in without asking for their forms.
    app.jinja_env.globals.update(gettext=_gettext_in_template, ngettext=_ngettext_in_template)
    app.jinja_env.template_class = Page
    app.jinja_env.newstyle_gettext = True  # type: ignore[attr-defined] # of the extension


def _translations() -> Any:
    """The catalogue of this request, looked up once for its hundreds of messages."""
    if not g:
        return NOT_TRANSLATED
    if "translations" not in g:
        language = page_language()
        known = language != SOURCE_LANGUAGE
        g.translations = catalogue(current_app.extensions[CATALOGUES], language) if known else NOT_TRANSLATED
    return g.translations


@pass_context
def _gettext_in_template(context: Context, message: str, /, **values: Any) -> str:
    return _in_template(context, _translations().ugettext(message), values)


@pass_context
def _ngettext_in_template(context: Context, one: str, several: str, num: int, /, **values: Any) -> str:
    return _in_template(context, _translations().ungettext(one, several, num), {"num": num, **values})


def _in_template(context: Context, translation: str, values: dict[str, Any]) -> str:
    """A translation with values as the template gives them, escaped where it escapes, and States in their forms."""
    message, filled_in = _asking_for_forms(translation), InForms(values, _formed)
    if not context.eval_ctx.autoescape:
        return message % filled_in
    words = Markup(message) % filled_in  # noqa: S704 - our own message
    return marked_as_english(words) if isinstance(translation, InEnglish) else words


def _formed(value: Any, form: str) -> Any:
    if isinstance(value, Message):
        return translated(value)
    if form in ORDINALS:
        return ordinal(int(value), page_language().language, form)
    return value.form(form) if isinstance(value, StateInSentence) else value


def _shown(value: Any) -> Any:
    """What an expression of a template shows: a message in the language of the page."""
    if not isinstance(value, Message):
        return value
    words = translated(value)
    return marked_as_english(words) if isinstance(words, InEnglish) else words


def _asking_for_forms(translation: str) -> str:
    """A translation asks where it needs to; a message in English is seen to."""
    return in_english(str(translation)) if page_language().language == SOURCE_LANGUAGE.language else str(translation)


def gettext(message: str, /, **values: Any) -> str:
    """A message in the language of the page."""
    translation: str = _translations().ugettext(str(message))
    return _with_values(translation, values) if values else translation


def ngettext(one: str, several: str, count: int, /, **values: Any) -> str:
    """The message for that many, in the language of the page; `%(count)s` stands for the number."""
    translation: str = _translations().ungettext(one, several, count)
    return _with_values(translation, {"count": count, **values})


@dataclass(frozen=True, slots=True)
class Counted:
    """A message with a number in a table of messages: `Counted("%(count)s request", "%(count)s requests")`."""

    one: str
    several: str

    def __call__(self, count: int, /, **values: Any) -> str:
        """The message for that many."""
        return ngettext(self.one, self.several, count, **values)


def translated(words: str) -> str:
    """A message of models or search, or words of a controlled list, in the language of the page."""
    if not isinstance(words, Message):
        return _of_a_list(words) if words else ""
    if words.several:
        return ngettext(words.message, words.several, words.number, **words.values)
    return gettext(words.message, **words.values)


def _of_a_list(words: str) -> str:
    """Words of a controlled list; OHCHR's lists of some reviews number their themes ("24. Right to health")."""
    known = gettext(words)
    number = _NUMBER_IN_LIST.match(known) if isinstance(known, InEnglish) else None
    if number is None:
        return known
    theme = gettext(known[number.end() :])
    return known if isinstance(theme, InEnglish) else f"{number[0]}{theme}"


def filled(message: str, /, **values: Any) -> Markup:
    """A message of a table with its values, as HTML: values that are HTML stay so."""
    return Markup(_asking_for_forms(message)) % InForms(values, _written)  # noqa: S704 - our own message


def language_name(code: str, name_in_english: str = "") -> str:
    """The name of a language; what it is called in English, or its code, where the page's language has none for it."""
    language = page_language()
    of_the_un = UN_NAMES_OF_LANGUAGES.get((language.language, code))
    return of_the_un or language.languages.get(code) or name_in_english or code


def by_name_of_language(codes: Iterable[str]) -> list[str]:
    """Codes of languages in the order of their names in the page's language."""
    return sorted(codes, key=lambda code: in_order(language_name(code)))


def in_order(name: str) -> Place:
    """What names of any kind are sorted by in the language of the page."""
    return place_of(str(name), page_language().language)


def name_of_state(code: str, name_in_english: str) -> StateInSentence:
    """Today's name of a State; what it is called in English where the page's language has none for it."""
    language = page_language().language
    known = {} if language == SOURCE_LANGUAGE.language else short_names_in(language)
    name = known.get(code, name_in_english)
    return StateInSentence(code, language, name.replace("'", "’") if language == "fr" else name)


def number(value: float) -> str:
    """A number with the decimal places that it has ("1,234", "0.45")."""
    return _with_minus(format_decimal(value, locale=page_language()))


def decimal(value: float, places: int) -> str:
    """A number with that many decimal places ("0.5")."""
    return _with_minus(format_decimal(value, f"#,##0.{'0' * places}", locale=page_language()))


def _with_minus(written: str) -> str:
    """A number whose minus sign, no hyphen, stays before it in Arabic too: its symbol brings marks of direction."""
    return written.replace("-", get_minus_sign_symbol(page_language()).replace("-", "−"), 1)


def signed(value: float) -> str:
    """A number with its sign, a broken one with one decimal place ("+0.5", "+3"); "0" for what rounds to nothing."""
    if abs(value) < 0.05:
        return number(0)
    language, places = page_language(), "" if isinstance(value, int) else ".0"
    plus = get_plus_sign_symbol(language)
    return _with_minus(format_decimal(value, f"{plus}#,##0{places};-#,##0{places}", locale=language))


def percent(share: float, places: int = 0) -> str:
    """A share from 0 to 1 ("12%", "12.3%")."""
    language = page_language()
    pattern = copy(language.percent_formats[None])
    pattern.frac_prec = (places, places)
    written: str = pattern.apply(share, language)
    return written


def day(when: date | str) -> str:
    """A day, given as such or in ISO 8601 ("7 May 2031")."""
    known = date.fromisoformat(when) if isinstance(when, str) else when
    return _as_people_write(format_date(known, "long", locale=page_language()))


def today() -> str:
    """The day on which a page is made."""
    return day(date.today())


def month(when: date) -> str:
    """A month ("Oct 2014", "octubre de 2014")."""
    return _as_people_write(format_skeleton(_skeleton_of_months(), when, locale=page_language()))


def months_in_full(first: date, last: date) -> str:
    """A run of months ("October – November 2014"), or one."""
    return _interval(first, last, "yMMMM")


def days_between(first: date, last: date) -> str:
    """A run of days ("7–18 May 2031"), or one."""
    return day(first) if first == last else _with_whole_months(_interval(first, last, "yMMMMd"))


def _with_whole_months(written: str) -> str:
    """A date with no month shortened, outside English: the CLDR has no run of days with whole months in French."""
    if page_language() == SOURCE_LANGUAGE:
        return written
    months = page_language().months["format"]
    whole = {short: months["wide"][number] for number, short in months["abbreviated"].items()}
    return re.sub("|".join(rf"\b{re.escape(short)}(?!\w)" for short in whole), lambda short: whole[short[0]], written)


def months_between(first: date, last: date) -> str:
    """A run of months ("Feb–Apr 2031", "febrero-abril de 2031"), or one."""
    return _interval(first, last, _skeleton_of_months())


def _skeleton_of_months() -> str:
    """Of Unicode's dates: short months in English alone, for in sentences other languages do not shorten them."""
    return "yMMM" if page_language().language == SOURCE_LANGUAGE.language else "yMMMM"


def _interval(first: date, last: date, skeleton: str) -> str:
    written = _as_people_write(format_interval(first, last, skeleton, locale=page_language()))
    return written.replace("–", "-") if page_language().language == "es" else written  # as the Academy has it


def _as_people_write(written: str) -> str:
    """A date; in Arabic with the months of east and west side by side, as the United Nations write them, in French with
    the first of a month as an ordinal."""
    if page_language().language == "fr":
        return re.sub(r"\b1(?= [^\W\d]|\s?–\s?\d)", "1er", written)
    if page_language().language != "ar":
        return written
    names = _arabic_months()
    return re.sub("|".join(names), lambda name: names[name[0]], written)


@cache
def _arabic_months() -> dict[str, str]:
    """ "يناير": "كانون الثاني/يناير"."""
    western, eastern = Locale("ar").months["format"]["wide"], Locale("ar", "SY").months["format"]["wide"]
    return {western[number]: f"{eastern[number]}/{western[number]}" for number in western}


def listed(words: Sequence[str]) -> str:
    """Several in a sentence ("a, b and c")."""
    return _joined(words, "standard")


def side_by_side(words: Iterable[str]) -> str:
    """Several that make no sentence ("a, b, c")."""
    return gettext(", ").join(str(_formed(word, "")) for word in words)


def either(words: Sequence[str]) -> str:
    """One of several in a sentence ("a or b")."""
    return _joined(words, "or")


def _joined(words: Sequence[str], style: Literal["standard", "or"]) -> str:
    """A list in the language of the page; Spanish "y" and "o" are "e" and "u" before their own sound."""
    names = [str(_formed(word, "")) for word in words]
    written = format_list(names, style, locale=page_language())
    if len(names) < 2 or page_language().language != "es":
        return written
    before, last = written[: -len(names[-1])], names[-1]
    for conjunction, (sound, instead) in _SPANISH_CONJUNCTIONS.items():
        if before.endswith(conjunction) and sound.match(last):
            before = before.removesuffix(conjunction) + instead
    return before + last


class OneOf(tuple[Any, ...]):
    """Several values of a message of which any one may hold ("to Slovenia or Kenya"), States each in its form."""

    __slots__ = ()


def _with_values(translation: str, values: dict[str, Any]) -> str:
    words = _asking_for_forms(translation) % InForms(values, _written)
    return InEnglish(words) if isinstance(translation, InEnglish) else words


def _written(value: Any, form: str = "") -> Any:
    """A value as it stands in a message, a State in its form; HTML as it is."""
    match value := _formed(value, form):
        case int() | float():
            return number(value)
        case tuple():
            words = [_written(item, form) for item in value]
            return either(words) if isinstance(value, OneOf) else listed(words)
        case Row(parts, between):
            return gettext(between).join(str(_written(part)) for part in parts)
        case Months(first, last):
            return months_in_full(first, last)
        case date():
            return day(value)
        case PrintedName(name):
            return gettext("“%(words)s”", words=name)
        case LanguageName(code, name):
            return language_name(code, name)
        case StateName(code, name):
            return name_of_state(code, name).form(form)
    return value
