"""The groups of persons that a text speaks of: what a general comment says of one group is no norm for another.

A committee's paragraph on psychiatric hospitals is near to a recommendation on crowded prisons, one on companies to a
recommendation on the military police, and neither says what the State owes there.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from search.numbers import ANSWERS

GROUPS: Mapping[str, re.Pattern[str]] = {
    group: re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for group, words in {
        "women": r"wom[ae]n|girls?\b|gender|matern|femin|pregnan",
        "children": r"child|girls?\b|boys?\b|juvenile|adolescen|infan|minors\b|teenage|pupil",
        "persons with disabilities": r"disab|psychosocial|psychiatr|mental(?:ly)? (?:health|ill|disorder)|autis",
        "migrants": r"migra|immigra|asylum|refugee|non-?citizen|alien|stateless|foreigner|non-?national",
        "indigenous peoples": r"indigenous|tribal|quilombo|aborigin",
        "older persons": r"older (?:person|people|wom[ae]n|men)|elder|old age|ageing|aged persons",
        "ethnic groups": r"raci|ethnic|roma\b|minorit|afro|african descent|descent-based|caste|hate speech|xenophob",
        "companies": r"business|corporat|compan(?:y|ies)|enterprise|private sector",
        "LGBT persons": r"lgbt|lesbian|gay\b|transgender|intersex|sexual orientation|same-sex|homosexual",
    }.items()
}
NORMS_KEPT = 4096
"""Titles and paragraphs of general comments whose groups are kept: more than those of all committees together have near
any question."""


def groups_named(text: str, mentions: int = 1) -> frozenset[str]:
    """The groups that a text names at least so often."""
    return frozenset(group for group, words in GROUPS.items() if sum(1 for _ in words.finditer(text)) >= mentions)


@lru_cache(NORMS_KEPT)
def groups_of_norm(text: str, mentions: int = 1) -> frozenset[str]:
    """The groups that a title or paragraph of a general comment names: each question is held to the same ones."""
    return groups_named(text, mentions)


def is_on_another_group(title: str, text: str, asked: frozenset[str]) -> bool:
    """Whether a general comment, by its title, or a paragraph of it, is on groups of which the question names none."""
    named = groups_of_norm(title), groups_of_norm(text, ANSWERS.mentions)
    return any(spoken_of and not spoken_of & asked for spoken_of in named)
