"""The patterns of one language, compiled from its rows and its grammar."""

import re
from functools import cached_property

from models.languages.positions import PositionWords, Role
from models.records.enums import Qualified

QUALIFIERS = {
    Role.EXCEPTION: Qualified.EXCEPTION,
    Role.CONDITION: Qualified.CONDITION,
    Role.SPIRIT: Qualified.SPIRIT,
    Role.PART: Qualified.PART,
}
"""What a role makes of support, the one that says most first."""
REACHING = re.compile(r"[\w-]*(?:[\s']+[\w#§-]+){0,6}(?:,[^,]{1,80},)?(?:[\s']+[\w#§-]+){0,8}[\s']*")
"""What may stand between a word that denies and the word denied."""
_SEPARATOR = r"[\s,(«\"“]{1,8}"
_ELIDED = "(?:[dl]')"
"""An article or preposition that has lost its vowel before the next word's."""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)


class LanguagePatterns:
    """Each pattern is compiled when it is first asked for."""

    def __init__(self, language: PositionWords) -> None:
        """Of the words of one language."""
        self.language = language
        self.grammar = language.grammar
        self._words: dict[tuple[Role, ...], re.Pattern[str]] = {}

    @cached_property
    def denying(self) -> re.Pattern[str]:
        """What denies support that follows."""
        return _compile(rf"\b{self.language.alternatives(Role.DENIAL)}")

    @cached_property
    def hedge(self) -> re.Pattern[str]:
        """What leaves open support that follows, up to it."""
        return _compile(
            rf"\b{self.language.alternatives(Role.HEDGE)}(?:\s+{_ELIDED}?[\w-]{{1,11}}){{0,6}}\s+{_ELIDED}?$"
        )

    @cached_property
    def qualifying(self) -> dict[Role, re.Pattern[str]]:
        """By role, what qualifies support."""
        return {role: self.words(role) for role in QUALIFIERS}

    @cached_property
    def qualifies(self) -> re.Pattern[str]:
        """Whatever qualifies support, by the words of a role or by its place."""
        grammar = self.grammar
        nouns = rf"{self.language.alternatives(*QUALIFIERS)}|{grammar.only}|{grammar.adversative}"
        return _compile(rf"\b(?:{nouns}|(?:{grammar.part}|{grammar.aim})\b)")

    def words(self, *roles: Role) -> re.Pattern[str]:
        """Whole words of these roles."""
        if roles not in self._words:
            self._words[roles] = _compile(rf"\b{self.language.alternatives(*roles)}(?![\w-])")
        return self._words[roles]

    @cached_property
    def partial(self) -> str:
        """What limits support to a part or the aim, as alternatives."""
        return self.language.alternatives(Role.PART, Role.SPIRIT)

    @cached_property
    def spirit_before(self) -> re.Pattern[str]:
        """Right before support: "in principle"."""
        return _compile(rf"\b({self.language.alternatives(Role.SPIRIT)}),?\s+(?:[\w']+\s+){{0,2}}$")

    @cached_property
    def part_before(self) -> re.Pattern[str]:
        """Right before support: "partially", "only"."""
        part = rf"(?:{self.language.alternatives(Role.PART)},?|{self.grammar.only})"
        return _compile(rf"\b({part})\s+(?:[\w']+\s+){{0,2}}$")

    @cached_property
    def only_behind(self) -> re.Pattern[str]:
        """Right behind support: "only"."""
        return _compile(rf"{_SEPARATOR}{self.grammar.only}\b(?!\s+(?:{self.grammar.relative}))")

    @cached_property
    def part_behind(self) -> re.Pattern[str]:
        """Right behind support: "the first part of"."""
        return self.noun_of_recommendation(self.grammar.part)

    @cached_property
    def aim_behind(self) -> re.Pattern[str]:
        """Right behind support: "the aim of"."""
        return self.noun_of_recommendation(self.grammar.aim)

    def noun_of_recommendation(self, noun: str) -> re.Pattern[str]:
        """A noun of the recommendation, as object."""
        rest = rf"(?!{self.grammar.recommendation})[\w']+?"
        return _compile(rf"(?:{_SEPARATOR}{rest}){{0,3}}?(?:{_SEPARATOR}|'){noun}(?:\s+(?:{self.grammar.of})|\W*$)")

    @cached_property
    def part_subject(self) -> re.Pattern[str]:
        """Before support: "the first part of the recommendation is", "the first part of recommendation #"."""
        return self.subject_of_recommendation(self.grammar.part)

    @cached_property
    def aim_subject(self) -> re.Pattern[str]:
        """Before support: "the aim of the recommendation is"."""
        return self.subject_of_recommendation(self.grammar.aim)

    @property
    def recommendation_no(self) -> str:
        """The word, with what stands before its number: "recommendation No."."""
        return rf"{self.grammar.recommendation}(?:\s*{self.grammar.number_mark}(?=\s*[#§]))?"

    def subject_of_recommendation(self, noun: str) -> re.Pattern[str]:
        """A noun of the recommendation, as subject."""
        grammar = self.grammar
        to_recommendation = rf"\s+(?:{grammar.of})\s*(?:[\w']+\s+){{0,3}}?{self.recommendation_no}"
        is_taken = rf"[^.;:\n]{{0,160}}?\b{grammar.passive}\s+(?:[\w']+\s+){{0,4}}"
        enjoys = rf"(?:\s*[#§])?\s+(?:(?:{grammar.enjoying})\s+[\w' ]{{0,15}})?"
        return _compile(rf"\b({noun}){to_recommendation}(?:{is_taken}|{enjoys})$")

    @cached_property
    def opens_clause(self) -> re.Pattern[str]:
        """What may stand in a sentence before what qualifies the support behind it."""
        return _compile(
            rf"(?:[^\n]{{0,600}}(?:[,(]|\b{self.grammar.clause_break}))?[\s\"“«(]{{0,20}}(?:{self.grammar.adverb},?\s+)?"
        )

    @cached_property
    def scope_end(self) -> re.Pattern[str]:
        """Behind support: where something else begins."""
        return _compile(rf",?\s{{1,8}}(?:{'|'.join(self.grammar.scope_end)})")

    @cached_property
    def next_support(self) -> re.Pattern[str]:
        """Behind support of some numbers: limited support of others (", partially accepts 61.2")."""
        breaks = rf"{self.grammar.clause_break},?\s+"
        support = self.language.alternatives(Role.SUPPORT)
        limited = rf"(?:{self.partial}),?\s+{support}|{support}\s+(?:{self.partial})"
        return _compile(rf"(?:[,;#§]\s*(?:{breaks})?|\s{breaks})(?:{limited})(?![\w-])")

    @cached_property
    def set_against(self) -> re.Pattern[str]:
        """What is set against support."""
        return _compile(rf"\b{self.grammar.adversative}\b[^.;\n]{{0,120}}?{self.grammar.against}")

    @cached_property
    def other(self) -> re.Pattern[str]:
        """Another recommendation, or numbers, that something is set against."""
        return _compile(
            rf"\b{self.grammar.recommendation}|§|{self.grammar.against}\s+(?:{self.grammar.number_mark}\s*)?#"
        )

    @cached_property
    def recommendation(self) -> re.Pattern[str]:
        """A recommendation, or a number with its paragraph."""
        return _compile(rf"(?<!\w){self.grammar.recommendation}(?!\w)")

    @cached_property
    def denied_behind(self) -> re.Pattern[str]:
        """Behind a noun of support: "is not possible"."""
        return _compile(rf"\b{self.grammar.denied_behind}")

    @cached_property
    def enjoying(self) -> re.Pattern[str]:
        """Before a noun of support: "enjoys the"."""
        of = rf"(?:{self.grammar.noun_article})?"
        return _compile(
            rf"\b(?:{self.grammar.enjoying})(?:\s+(?:{self.grammar.denial}))?(?:,[^,]{{1,60}},)?\s+(?:[\w']+\s+){{0,3}}{of}$"
        )

    @cached_property
    def giving(self) -> re.Pattern[str]:
        """Before a noun of support: "gives its full", or the beginning of the sentence."""
        return _compile(rf"\b(?:{self.grammar.giving})(?:\s+[\w']+){{1,3}}\s+{_ELIDED}?$|^\W*{_ELIDED}?$")

    @cached_property
    def noun_to(self) -> re.Pattern[str]:
        """Between a noun of support and what it is given to."""
        return _compile(self.grammar.noun_to)

    @cached_property
    def noun_is_verb(self) -> re.Pattern[str]:
        """Before a noun that is a verb there: "we support"."""
        return re.compile(rf"\b{self.grammar.noun_verbs}\s+(?:(?i:{self.grammar.adverb})\s+)?$")

    @cached_property
    def object(self) -> re.Pattern[str]:
        """Behind a verb: the recommendation."""
        word = rf"(?:{_SEPARATOR}|(?<=')){self.grammar.determiner}"
        inserted = r"(?:,[^,.;:#\n]{1,80},)?"
        return _compile(
            rf"(?:{word}){{0,8}}{inserted}(?:{word}){{0,4}}(?:{_SEPARATOR}|(?<=')){_ELIDED}?{self.grammar.recommendation}(?!\w)"
        )

    @cached_property
    def pronoun(self) -> re.Pattern[str]:
        """Behind a verb: "it", at the end of its clause."""
        ends = rf"(?:$|[.,;:)]|\b(?:{self.partial}|{self.grammar.label_rest}|{self.grammar.reason})\b)"
        return _compile(rf"\s+{self.grammar.pronoun}\s*{ends}")

    @cached_property
    def pronoun_before(self) -> re.Pattern[str]:
        """Before a verb: "les", "la"."""
        return _compile(
            rf"\b{self.grammar.pronoun_before}(?:\s+|(?<='))(?:(?:{self.grammar.has})\s+)?"
            rf"(?:(?:{self.grammar.adverb})\s+)?$"
        )

    @cached_property
    def passive(self) -> re.Pattern[str]:
        """Before a participle: "the recommendation is"."""
        between = r"(?:,[^,.;:]{1,80},(?=\s)|\s+[\w']+){0,4}"
        return _compile(rf"(?<!\w){self.recommendation_no}(?!\w)[^.;:]{{0,160}}?\b{self.grammar.passive}{between}\s+$")

    @cached_property
    def relative(self) -> re.Pattern[str]:
        """Before a verb: "recommendations that"."""
        said_of = rf"(?<!\w){self.grammar.recommendation}(?!\w)[\s,]+(?:[#§]\s*)?{self.grammar.relative}(?:\s+|(?<='))"
        right_before = (
            rf"(?<!\w){self.grammar.recommendation}\s+(?:[#§]\s*)?(?:(?:{self.grammar.denial})\s+)?"
            rf"(?:(?:{self.grammar.adverb})\s+)?$"
        )
        return _compile(rf"{said_of}(?:[\w']+[\s,]+){{0,9}}{_ELIDED}?$|{right_before}")

    @cached_property
    def earlier(self) -> re.Pattern[str]:
        """Before a position: it was changed since."""
        return _compile(rf"\b{self.grammar.earlier}\b[^.;:,]*$")

    @cached_property
    def clause_break(self) -> re.Pattern[str]:
        """Where another clause begins."""
        return _compile(rf"[;:]|\.(?!\s*[#§])|\b{self.grammar.clause_break}\b")

    @cached_property
    def label_subject(self) -> re.Pattern[str]:
        """All that may stand before the word in a label: "Position of the Government: fully", "Chad does not".

        It is tried before each word of a position: two hundred numbers may stand there, but no page of them.
        """
        grammar = self.grammar
        between = rf"(?i:{grammar.label_between}|{self.partial})"
        return re.compile(
            rf"\W{{0,2000}}+(?:[\w ]{{1,40}}/\W{{0,3}})?(?:(?i:{grammar.label_intro})[\w\s']{{0,40}}[:–-]\s*+)?"
            rf"(?P<subject>(?=\w)(?!(?:{grammar.label_article})?\s*(?i:{self.partial}|(?:{grammar.label_between})\s))"
            rf"{grammar.label_subject}\s++)?(?:{between}(?:\s++|(?<='))){{0,4}}"
        )

    @cached_property
    def label_rest(self) -> re.Pattern[str]:
        """What may stand behind the word of a label."""
        qualifiers = self.language.alternatives(*QUALIFIERS)
        return _compile(rf"\s*(?:$|[.:;,/()\n–—-]|\b(?:{qualifiers}|{self.grammar.only})\b)")

    @cached_property
    def bare_label_rest(self) -> re.Pattern[str]:
        """What may stand behind the word of a label without a subject."""
        return _compile(rf"\s+(?:{self.grammar.label_rest})\b")
