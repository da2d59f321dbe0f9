"""What words do in an answer, and the tables of words that each language has.

A row is one way of saying something, with an example of it. `{it}` in an example is the recommendation that is
answered: tests put a number or "this recommendation" there and read each example as a label, an item, a sentence, a
table cell and a heading.
"""

from dataclasses import dataclass
from enum import Enum

IT = "{it}"


class Role(Enum):
    """What words do in an answer. The value says it to the readers of docs/responses.md."""

    SUPPORT = "support"
    SUPPORT_NOUN = "support, by a noun that is enjoyed or given"
    REFUSAL = "refusal"
    NOTE = "takes note"
    UNDECIDED = "takes no position, whatever it is said of"
    LATER = "announces an answer to what its sentence names"
    OPEN = "leaves open what it is said of"
    SHARED = "shares an aim, not the recommendation"
    DENIAL = "denies support that follows"
    HEDGE = "leaves open support that follows"
    PART = "limits support to a part"
    SPIRIT = "limits support to the aim"
    CONDITION = "makes support conditional"
    EXCEPTION = "takes something from the support"
    UNQUALIFIED = "limits nothing"
    ALREADY_DONE = "tells what is done, which limits nothing"


@dataclass(frozen=True, slots=True)
class Row:
    """One way in which documents say something."""

    role: Role
    needed_by: str
    """The kind of document that needs it, or "phrases" where no real one was seen."""
    example: str
    """An invented answer in these words."""
    pattern: str
    """Of words without accents, in small letters, with straight apostrophes; case is ignored."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Grammar:
    """How a language puts an answer together. All are alternatives or fragments of patterns, as in a row.

    "#" stands for numbers, "§" for those with their paragraph ("122.5"), which name a recommendation by themselves.
    """

    it: str
    """The recommendation that an example answers, where no number is named."""
    it_numbered: str
    """The recommendation that an example answers by its number, whose place is {number}."""
    recommendation: str
    several: str
    """Several recommendations."""
    adverb: str
    """Any adverb, by its ending."""
    denial: str
    """ "Not" beside a verb."""
    has: str
    """Forms of "to have" between a pronoun and a participle."""
    reason: str
    """Words that begin a reason behind "it"."""
    number_mark: str
    """What is printed before a number."""
    determiner: str
    """What may stand between a verb and "recommendation"."""
    aim: str
    """Nouns that are the aim of a recommendation, not itself."""
    part: str
    """Nouns that are a part of a recommendation, with their ordinals."""
    only: str
    """"Only", right before or behind a verb."""
    of: str
    """What ties a part or an aim to the recommendation."""
    enjoying: str
    """Verbs before a noun of support, whose subject is the recommendation."""
    giving: str
    """Verbs before a noun of support, whose object is the recommendation."""
    noun_article: str
    """What may stand right before such a noun, with "of"."""
    noun_to: str
    """What stands between a noun of support that is given and the recommendation."""
    noun_verbs: str
    """Words before a noun of support that make it a verb ("we support")."""
    denied_behind: str
    """Behind a noun of support: "is not possible"."""
    passive: str
    """Auxiliaries between the recommendation and a participle."""
    relative: str
    """Between "recommendations" and the verb of a clause on them."""
    pronoun: str
    """Behind a verb: "it", "them", at the end of a clause."""
    pronoun_before: str
    """Before a verb: "les", "la"."""
    label_intro: str
    """What names an answer before its label: "position", "response"."""
    label_subject: str
    """Who answers in a label of three words."""
    label_article: str
    """How the subject of a label may begin, where no qualification follows."""
    label_between: str
    """Words between the subject and the verb of a label."""
    label_rest: str
    """Words behind a label that has no subject."""
    earlier: str
    """Words before a position that was changed since."""
    clause_break: str
    """Words that begin another clause, before which no denial reaches."""
    scope_end: tuple[str, ...]
    """Words behind support that begin something else, to which a condition or exception behind them belongs."""
    adversative: str
    """Words behind or before support that begin what stands against it."""
    against: str
    """What stands against support: "cannot commit", "only in part"."""
    every: str
    """Determiners of "all recommendations"."""
    unrestricted: str
    """What may stand behind "all recommendations" without narrowing them down."""
    points_on: str
    """Words that point on to a list below."""
    one_of_several: str
    """"The recommendation", of several named."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PositionWords:
    """The words for positions in one language."""

    rows: tuple[Row, ...]
    grammar: Grammar

    def alternatives(self, *roles: Role) -> str:
        """All patterns of these roles, as alternatives of one group."""
        return "(?:" + "|".join(row.pattern for row in self.rows if row.role in roles) + ")"
