"""What reading a report needs to know of its language: headings, formulas, and the words around names of States."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class LanguageWords:
    """The words of one language. Patterns ignore case where documents print both."""

    code: str
    """ISO 639-1."""

    conclusions: re.Pattern[str]
    """All of a line that is the heading "Conclusions and/or recommendations"."""
    list_intro: re.Pattern[str]
    """How the paragraph above the first list begins, its number included."""
    next_section: re.Pattern[str]
    """All of a line that heads what stands behind the conclusions."""

    requests: re.Pattern[str]
    """Words of which a recommendation without a recommending State has one."""
    comments_on_others: re.Pattern[str]
    """How a comment of the State under review on recommendations that stand elsewhere begins."""
    announces_answer: re.Pattern[str]
    """An answer that will be given later."""
    agrees: re.Pattern[str]
    """Support in other words than those of a position."""
    no_position: re.Pattern[str]
    """Words that sound like a position and are none."""
    points_back: re.Pattern[str]
    """Words that speak of recommendations above."""
    recommendations: re.Pattern[str]
    """Several recommendations."""
    says: re.Pattern[str]
    """Words with which a report tells what a State says on a recommendation, beside its position."""

    joining: str
    """Alternatives of a pattern: the words that stand between two names of a list, or before one ("and", "the")."""
    last_joining: str
    """Of these, the one before the last name."""
    notes: str
    """Alternatives: the beginnings of notes beside a name ("on behalf of")."""
    references: str
    """Alternatives: words before a number beside a name ("recommendation", "see")."""
    speaker: re.Pattern[str]
    """What may stand before the name of a State that speaks ("The representative of")."""
    articles: str
    """Alternatives: what may end a name in brackets ("Gambia (Republic of the)")."""

    infinitive: re.Pattern[str] | None = None
    """A word that begins a request. None for English, whose verbs look like other words
    (indexer/extract/grammar/request_verbs.py)."""
    reported: re.Pattern[str] | None = None
    """A verb that reports a request ("recommande à l’État de")."""
    beside_verbs: frozenset[str] = frozenset()
    """Words that may stand beside the verbs of a request before its object ("envisager de")."""
    before_object: frozenset[str] = frozenset()
    """Words with which the object of a request begins."""
