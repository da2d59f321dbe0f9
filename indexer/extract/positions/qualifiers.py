"""What qualifies support: a condition, an exception, the aim alone, a part.

It is looked for where it can belong to the support: behind it up to where something else begins, right before it, at
the head of its sentence, and in what is set against it ("but cannot commit to its date").
"""

import re
from bisect import bisect_right
from functools import lru_cache

from indexer.extract.positions.patterns import QUALIFIERS, LanguagePatterns
from indexer.extract.thresholds import LONGEST_QUALIFIER, REACH_OF_CLAUSE
from models.records.enums import Qualified

_QUALIFIER_END = re.compile(r"[;)\n]|[.,](?=\s|$)")

Span = tuple[int, int]
"""First character, and the one behind the last."""
Qualification = tuple[Qualified, Span]


class QualifierReader:
    """Finds what qualifies support in one language."""

    def __init__(self, patterns: LanguagePatterns) -> None:
        """With the patterns of the language."""
        self._of = patterns
        # Most sentences limit nothing; each word of support in a text asks, so it is looked through once for all.
        self._limits = lru_cache(maxsize=1)(self._limits_of)

    def clause_before(self, plain: str, start: int) -> int:
        """Where the clause that holds `start` begins."""
        begin = max(0, start - REACH_OF_CLAUSE)
        breaks = [match.end() for match in self._of.clause_break.finditer(plain, begin, start)]
        return breaks[-1] if breaks else begin

    def find(self, limiting: str, sentence: Span, support: Span) -> Qualification | None:
        """The kind of qualification that belongs to support, and where it stands.

        Args:
            limiting: the plain words, without what sounds like a limit and is none.
            sentence: where the sentence stands in it.
            support: where the words of support stand.
        """
        if not self._has_limit(limiting, sentence):
            return None
        for find in (self._behind, self._on_part, self._before, self._inserted, self._of_subject, self._against):
            if found := find(limiting, sentence, support):
                return found
        return None

    def _limits_of(self, limiting: str) -> tuple[list[int], list[int]]:
        """Where words begin and end that could qualify support."""
        spans = [match.span() for match in self._of.qualifies.finditer(limiting)]
        return [start for start, _ in spans], [end for _, end in spans]

    def _has_limit(self, limiting: str, sentence: Span) -> bool:
        starts, ends = self._limits(limiting)
        first = bisect_right(ends, sentence[0])
        return first < len(starts) and starts[first] < sentence[1]

    def _behind(self, limiting: str, sentence: Span, support: Span) -> Qualification | None:
        """ "accepts the recommendation as far as …": up to where something else begins."""
        ends = (
            pattern.search(limiting, support[1], sentence[1]) for pattern in (self._of.scope_end, self._of.next_support)
        )
        scope = min((end.start() for end in ends if end), default=sentence[1])
        for role, pattern in self._of.qualifying.items():
            match = pattern.search(limiting, support[1], sentence[1])
            if match and match.start() <= scope:
                return QUALIFIERS[role], (match.start(), self._end_of_qualifier(limiting, match))
        only = self._of.only_behind.match(limiting, support[1])
        return (Qualified.PART, only.span()) if only else None

    def _end_of_qualifier(self, limiting: str, match: re.Match[str]) -> int:
        end = _QUALIFIER_END.search(limiting, match.end(), match.start() + LONGEST_QUALIFIER)
        if end:
            return end.start()
        cut = min(len(limiting), match.start() + LONGEST_QUALIFIER)
        at_word = limiting.rfind(" ", match.end(), cut)
        return cut if cut == len(limiting) or at_word < 0 else at_word

    def _on_part(self, limiting: str, _: Span, support: Span) -> Qualification | None:
        """ "accepts the first part of the recommendation", "agrees with its aim"."""
        for kind, pattern in ((Qualified.PART, self._of.part_behind), (Qualified.SPIRIT, self._of.aim_behind)):
            if match := pattern.match(limiting, support[1]):
                return kind, match.span()
        return None

    def _before(self, limiting: str, sentence: Span, support: Span) -> Qualification | None:
        """ "partially accepts", "can in principle be accepted"."""
        clause = max(sentence[0], self.clause_before(limiting, support[0]))
        for kind, pattern in ((Qualified.SPIRIT, self._of.spirit_before), (Qualified.PART, self._of.part_before)):
            if match := pattern.search(limiting, clause, support[0]):
                return kind, match.span(1)
        return None

    def _inserted(self, limiting: str, sentence: Span, support: Span) -> Qualification | None:
        """ "Subject to the availability of funds, Chad accepts", "is, as far as the law allows, accepted"."""
        for role, pattern in self._of.qualifying.items():
            for match in pattern.finditer(limiting, sentence[0], support[0]):
                if self._of.opens_clause.fullmatch(limiting, sentence[0], match.start()):
                    end = min(self._end_of_qualifier(limiting, match), support[0])
                    return QUALIFIERS[role], (match.start(), end)
        return None

    def _of_subject(self, limiting: str, sentence: Span, support: Span) -> Qualification | None:
        """ "The first part of the recommendation is accepted"."""
        clause = max(sentence[0], self.clause_before(limiting, support[0]))
        for kind, pattern in ((Qualified.PART, self._of.part_subject), (Qualified.SPIRIT, self._of.aim_subject)):
            if match := pattern.search(limiting, clause, support[0]):
                return kind, match.span(1)
        return None

    def _against(self, limiting: str, sentence: Span, support: Span) -> Qualification | None:
        """ "accepts the recommendation but cannot commit to its date"; what stands against another one is none."""
        behind = self._of.set_against.search(limiting, support[1], sentence[1])
        if behind and not self._of.other.search(limiting, behind.start(), sentence[1]):
            return Qualified.EXCEPTION, behind.span()
        conceded = self._of.set_against.search(limiting, sentence[0], support[0])
        if conceded and not limiting[sentence[0] : conceded.start()].strip():
            return Qualified.EXCEPTION, conceded.span()
        return None
