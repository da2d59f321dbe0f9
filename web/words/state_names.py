"""Names of States as they stand within a sentence: with their article, and without parentheses.

Lists and headings say "Netherlands (Kingdom of the)"; a sentence says "the Kingdom of the Netherlands". Which short
names take an article is UNTERM's (models.reviews.states.articles_in).
"""

import re

from models.reviews.states import articles_in
from web.site.language import SOURCE_LANGUAGE, name_of_state, page_language

_ENGLISH_WITH_ARTICLE = re.compile(
    r"(United|Islamic|Bolivarian|Plurinational|Democratic|Federated|Hashemite|Kingdom|Republic|State|Union|former)\b"
    r"|.*\b(Republic|Federation|Kingdom|Emirates)$"
    r"|(Netherlands|Bahamas|Gambia|Philippines|Comoros|Congo|Niger|Sudan|Holy See|Marshall Islands|Cook Islands)$"
    r"|(European Union|USA?|U.S.A?.?|UK|U.K.)$"
)
"""Names as paragraphs print them, short and long, that take "the"."""
_INVERTED = re.compile(r"(?P<name>.+?) \((?P<before>[^()]+)\)")
"""As lists give them: the part in parentheses stands before the name, or around it where it has a dash (Arabic)."""
_ARTICLES_OF_NOUNS = {
    "en": {"": "the"},
    "fr": {"République": "la", "Royaume": "le", "État": "l'", "États": "les"},
    "es": {"República": "la", "Reino": "el", "Estado": "el", "Estados": "los"},
}
"""By the first word of a long name, in languages whose sentences have articles before it; "" stands for all."""


def in_sentence(code: str, in_english: str) -> str:
    """Today's name of a State as it stands within a sentence; on English pages the name that is given."""
    language, name = page_language().language, name_of_state(code, in_english)
    inverted = _INVERTED.fullmatch(name)
    if inverted:
        return _turned(inverted["name"], inverted["before"], language)
    if language == SOURCE_LANGUAGE.language:
        return f"the {name}" if _ENGLISH_WITH_ARTICLE.match(name) else _with_small_the(name)
    return _joined(articles_in(language).get(code, ""), name)


def begun(sentence: str) -> str:
    """A sentence with a capital letter where it begins."""
    return sentence[:1].upper() + sentence[1:]


def _with_small_the(name: str) -> str:
    return f"the {name[4:]}" if name.startswith("The ") else name


def _turned(name: str, before: str, language: str) -> str:
    """ "Iran (Islamic Republic of)" as "the Islamic Republic of Iran"."""
    if "-" in before and language not in _ARTICLES_OF_NOUNS:
        first, _, last = (part.strip() for part in before.partition("-"))
        return " ".join(filter(None, (first, name, last)))
    articles = _ARTICLES_OF_NOUNS.get(language, {})
    article = articles.get(before.split()[0], articles.get("", ""))
    return _joined(article, _joined(before, name))


def _joined(before: str, after: str) -> str:
    """Two words with a space between them, or none after an apostrophe."""
    return f"{before}{after}" if before.endswith(("'", "’")) else f"{before} {after}".strip()
