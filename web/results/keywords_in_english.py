"""What somebody typed as keywords in the language of the page, in English, in which nearly all texts are.

Titles of treaties and committees are looked for in English by themselves (search.query.other_names). Subjects are not,
for a subject is more than its words: the page offers them.
"""

import re
from collections.abc import Iterator
from functools import cache

from models.files.package_tables import table_rows
from models.partners.tables import partner_tables
from models.texts.words import fold
from models.vocabularies.crosswalk import RelationKind, issues, unmapped_themes
from web.site.english import InEnglish
from web.site.language import SOURCE_LANGUAGE, page_language, translated


def keywords_in_english(typed: str) -> str:
    """The English words for a subject or mandate that the page's language calls so; "" where it is the name of none."""
    if page_language() == SOURCE_LANGUAGE:
        return ""
    wanted = _plain(typed)
    named = (english for english in _subjects() if _plain(english) != wanted and _called(english) == wanted)
    return next(named, "")


@cache
def _subjects() -> tuple[str, ...]:
    """Issues, themes and persons, mandates of special procedures."""
    mandates = (str(procedure.mandate) for procedure in partner_tables().special_procedures)
    return tuple(dict.fromkeys((*issues(), *_themes(), *mandates)))


def _themes() -> Iterator[str]:
    for issue in issues().values():
        for kind in (RelationKind.THEME, RelationKind.PERSONS):
            yield from (relation.value for relation in issue.of_kind(kind))
    yield from (relation.value for relation in unmapped_themes())
    yield from (row["theme"] for row in table_rows("models.vocabularies", "listed_themes.csv"))


def _called(english: str) -> str:
    words = translated(english)
    return "" if isinstance(words, InEnglish) else _plain(words)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words)))
