"""Bring together the words of each State's request where several requests share a sentence.

    "Sign (A)/accede (B)/ratify the Convention (C) and its Protocol (C) by May (B)"
        A     Sign the Convention
        B     accede to the Convention by May
        C     ratify the Convention and its Protocol

A State's request is what the parts that carry its name say, read in order: verbs take the object that follows, another
object the verbs before it, a clause the request that it is about. Such a sentence was never printed: it is marked as
composed, and made only where it is surely grammatical. Else the text is what is printed there, with all its names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from indexer.datamodel.requests import Request
from indexer.datamodel.source_entries import distinct_sponsors
from indexer.extract.grammar.words_of_requests import (
    are_verbs,
    begins_object,
    ends_open,
    first_token,
    is_act,
    is_gerund,
    is_request_verb,
    last_token,
    leading_word,
    object_start,
    tokens,
    without_manner,
)
from indexer.extract.thresholds import REACH_OF_JOINT
from models.languages.read_languages import BARE_VERBS, ENGLISH
from models.records.records import Sponsor

_DOUBLED = re.compile(rf"\b(\w+) \1\b|[,;:/]\s*[,;.]|\b{BARE_VERBS.articles} {BARE_VERBS.articles}\b", re.I)


@dataclass(frozen=True, slots=True)
class Part:
    """Words up to a sponsor parenthesis; `joint` is the punctuation or conjunction that leads to them."""

    joint: str
    words: str
    sponsors: tuple[Sponsor, ...]
    printed: str = ""
    """All of it, with joint and parenthesis."""


class Role(Enum):
    """What a part is within its sentence."""

    REQUEST = auto()
    """A request with verb and object."""
    VERBS = auto()
    """Verbs whose object follows in a later part."""
    OBJECT = auto()
    """Another object of the verbs before."""
    CLAUSE = auto()
    """About what stands before."""


_VERB_LED = (Role.REQUEST, Role.VERBS)


def compose_requests(parts: Sequence[Part]) -> list[Request]:
    """The requests of one sentence, in the order in which their sponsors are first named."""
    if len(parts) == 1:
        return [Request(parts[0].words, parts[0].sponsors)]
    sentence = _Sentence(parts)
    words_of_parts = {part.words for part in parts}
    sponsors_of: dict[tuple[str, bool], list[Sponsor]] = {}
    for sponsor in distinct_sponsors(sponsor for part in parts for sponsor in part.sponsors):
        for run in sentence.runs_of(sponsor):
            words = sentence.words_of(run)
            request = (words, words not in words_of_parts) if words else (sentence.as_printed(run), False)
            sponsors_of.setdefault(request, []).append(sponsor)
    return [Request(text, distinct_sponsors(states), composed) for (text, composed), states in sponsors_of.items()]


def _role(before: Role | None, part: Part, following: Part | None) -> Role:
    """The role of a part behind one of the role `before`, None at the beginning."""
    first, second = [*tokens(part.words), "", ""][:2]
    # A word before an object is a verb even where the list of verbs lacks it ("unbundle the Convention").
    is_no_verb = first.lower() in BARE_VERBS.of_object | BARE_VERBS.of_complement
    is_of_clause = is_gerund(first) and before is not Role.VERBS  # "…, following the flood"
    is_unknown_verb = second in BARE_VERBS.of_object and not (is_no_verb or is_of_clause)
    if before is None or is_unknown_verb or is_request_verb(leading_word(part.words)):
        return Role.VERBS if are_verbs(part.words) or _waits(part, following) else Role.REQUEST
    if first.lower() in BARE_VERBS.of_complement - {BARE_VERBS.of} or is_of_clause:
        return Role.CLAUSE
    # "… or the possibility of ratification (Peru), ratify the Convention"
    is_noun = first in BARE_VERBS.takes_of or last_token(part.words) in BARE_VERBS.takes_of
    leads_on = first.endswith(BARE_VERBS.adverb) or is_gerund(first) or is_noun
    return Role.VERBS if before is Role.VERBS and leads_on and are_verbs(part.words) else Role.OBJECT


def _waits(part: Part, following: Part | None) -> bool:
    """Whether words end with a verb or preposition whose object follows ("Take all steps and protect (Peru) …")."""
    last = last_token(without_manner(part.words)).lower()
    if following is None:
        return False
    is_object = begins_object(following.words) and not is_request_verb(leading_word(following.words))
    is_joined = not following.joint.strip("/ ") and (is_object or are_verbs(following.words))
    return last in BARE_VERBS.leads_on or (is_act(last) and is_joined)


class _Sentence:
    """Parts with their roles."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = list(parts)
        self.roles: list[Role] = []
        for index, part in enumerate(parts):
            before = self.roles[-1] if self.roles else None
            is_manner = before is Role.VERBS and re.fullmatch(BARE_VERBS.how, part.words)
            if is_manner and is_act(last_token(self.parts[index - 1].words)):
                # "Ratify (Peru) as soon as possible (Mali) the Convention"
                self.parts[index] = replace(part, words=f"{self.parts[index - 1].words} {part.words}")
            self.roles.append(_role(before, self.parts[index], parts[index + 1] if index + 1 < len(parts) else None))

    def runs_of(self, sponsor: Sponsor) -> list[list[int]]:
        """The parts of one State, cut where a new request begins or the verbs are those of another's request."""
        runs: list[list[int]] = []
        for index, part in enumerate(self.parts):
            if any(sponsor.state == other.state for other in part.sponsors):
                if runs and self._goes_on(index, runs[-1]):
                    runs[-1].append(index)
                else:
                    runs.append([index])
        return runs

    def _goes_on(self, index: int, run: Sequence[int]) -> bool:
        part, is_joined = self.parts[index], self.parts[index].joint in ENGLISH.layout.joining
        if all(self.roles[i] is Role.VERBS for i in run):
            # "Sign (A)/ratify (A, B) the Convention": each verb has the object.
            return is_joined or self.roles[index] is not Role.VERBS
        if self.roles[index] in _VERB_LED:
            # "and ratify" goes on, "and to ratify", "; ratify" and "to ratify" begin anew.
            return is_joined and not BARE_VERBS.infinitive.match(part.words)
        return self._base(index) <= run[-1]

    def _base(self, index: int) -> int:
        """The nearest part at or before `index` that has verbs; the first of a sentence always has."""
        return max(i for i in range(index + 1) if self.roles[i] in _VERB_LED)

    def as_printed(self, run: Sequence[int]) -> str:
        """What is printed from where a request begins to where the next one does, around a run."""
        behind = zip([None, *self.roles], self.roles, strict=False)
        begins = [i for i, (before, role) in enumerate(behind) if role in _VERB_LED and before is not Role.VERBS]
        first = max(i for i in begins if i <= run[0])
        last = min((i for i in begins if i > run[-1]), default=len(self.parts))
        printed = "".join(part.printed for part in self.parts[first:last])
        return printed[printed.find(self.parts[first].words) :].strip(" ;,:/").removesuffix(".")

    def words_of(self, run: Sequence[int]) -> str:
        """The request of a run of parts, "" where it is not surely one."""
        words = self._beginning(run[0])
        if len(run) == 1 and self.roles[run[0]] is Role.REQUEST:
            return words
        for before, index in pairwise(run):
            words = self._continued(words, before, index)
        if all(self.roles[index] is Role.VERBS for index in run):
            words = _with_object(words, self._object_behind(run[-1]))
        return words if self._is_sure(words) else ""

    def _beginning(self, index: int) -> str:
        """A part with what it takes along from the parts before it, "" where that is not sure."""
        part, base = self.parts[index], self._base(index)
        if base == index:
            return part.words
        if self.roles[index] is Role.CLAUSE:
            # "Consider ratifying the Convention (Peru), signing its Protocol (Chad)": Chad asks to consider that alone.
            is_beside = is_gerund(first_token(part.words)) and any(map(is_gerund, tokens(self.parts[base].words)[:2]))
            return "" if is_beside or not self._follows(index, base) else _append(self.words_of([base]), part)
        # "Its Optional Protocol" is that of an object that another State asks for.
        if BARE_VERBS.refers_back.match(part.words) or not begins_object(part.words):
            return ""
        words = self.parts[base].words
        verbs = words if self.roles[base] is Role.VERBS else words[: object_start(words) or 0]
        return _with_object(verbs, part.words)

    def _follows(self, index: int, before: int) -> bool:
        """Whether a clause is about the part `before`: it stands behind it, or behind a comma and other clauses."""
        between = self.roles[before + 1 : index]
        return not between or ("," in self.parts[index].joint and set(between) == {Role.CLAUSE})

    def _continued(self, words: str, before: int, index: int) -> str:
        """Words up to the part `before` with another part of the same State, "" where they do not surely go on."""
        part, role, role_before = self.parts[index], self.roles[index], self.roles[before]
        skipped = [other for other in self.roles[before + 1 : index] if other is not Role.VERBS]
        is_torn = not self._follows(index, before) if role is Role.CLAUSE else not part.joint
        if skipped and (is_torn or role_before is Role.VERBS):
            return ""
        if role_before is Role.VERBS and role is Role.OBJECT:
            return _with_object(words, part.words)
        is_listed = role is Role.OBJECT and not part.joint and first_token(part.words) != BARE_VERBS.of
        return _append(words, replace(part, joint=",") if is_listed else part)

    def _object_behind(self, index: int) -> str:
        """The object that the parts after verbs give them, "" where it is not plain."""
        following = next((i for i in range(index + 1, len(self.parts)) if self.roles[i] is not Role.VERBS), None)
        if following is None:
            return ""
        words = self.parts[following].words
        is_noun = self.roles[following] is Role.OBJECT or is_gerund(first_token(words))
        start = 0 if is_noun else object_start(words)
        return "" if start is None else _before_further_request(words[start:])

    def _is_sure(self, words: str) -> bool:
        """Whether words begin with one act, end with no word that leads on, have an object and nothing doubled."""
        preface = BARE_VERBS.preface.match(words)
        act = leading_word(words[preface.end() :] if preface else words)
        begins = is_request_verb(act) or (act == leading_word(self.parts[0].words) and not is_gerund(act))
        is_whole = begins and not are_verbs(words) and not ends_open(words)
        return is_whole and not _DOUBLED.search(words)


def _append(words: str, part: Part) -> str:
    """Words with a part behind them as it is printed there, "" where a stroke parts them or a sentence begins."""
    joint = part.joint.strip(" .:/")
    begins_sentence = first_token(part.words) in BARE_VERBS.clause_words and not is_act(last_token(words))
    if not words or begins_sentence or ("/" in part.joint and not joint):
        return ""
    return f"{words.rstrip(' ,;:/')}{joint if joint[:1] in ('', ',', ';') else f' {joint}'} {part.words}"


def _with_object(verbs: str, words: str) -> str:
    """Verbs with an object, joined as their last word takes it ("accede" + "to"); "" where that is not plain."""
    verbs, words = verbs.rstrip(" /"), words.removeprefix(f"{BARE_VERBS.of} ")
    before, last = ["", "", *tokens(without_manner(verbs).lower())][-2:]
    if not words or last.startswith(BARE_VERBS.takes_other):
        return ""
    for takes, acts in ((ENGLISH.layout.to[0], BARE_VERBS.takes_to), (BARE_VERBS.of, BARE_VERBS.takes_of)):
        if last.startswith(acts):
            return f"{verbs} {takes} {words}"
    # "The process" and "the ratification process" are no acts.
    is_noun = BARE_VERBS.before_noun.fullmatch(before) or before in BARE_VERBS.takes_of
    return f"{verbs} {words}" if last in BARE_VERBS.leads_on or (is_act(last) and not is_noun) else ""


def _before_further_request(words: str) -> str:
    """An object without what its own sponsors ask beyond it ("the Convention and establish a mechanism")."""
    for joint in BARE_VERBS.joint_within.finditer(words):
        before = words[max(0, joint.start() - REACH_OF_JOINT) : joint.start()]
        after = words[joint.end() : joint.end() + REACH_OF_JOINT]
        # "protect and restore the harbour": two verbs of one clause are no further request.
        is_request = is_act(leading_word(after)) and not is_act(last_token(before))
        is_clause = not joint[0].strip(" ;,") and first_token(after).lower() in BARE_VERBS.of_complement
        if is_request or is_clause:
            return words[: joint.start()]
    return words
