"""Bring together the words of each State's request where several requests share a sentence.

    "Sign (A)/ratify (B) the Convention (A, B) and its Protocol (B)"
        A     Sign the Convention
        B     ratify the Convention and its Protocol

A State's request is what the parts that carry its name say, read in order: verbs take the object that follows, another
object the verbs before it, a clause the request that it is about. Such a sentence was never printed: it is marked as
composed, and made only where it is surely grammatical. Else the sentence as printed, with all its names, is the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from indexer.datamodel.source_entries import distinct_sponsors
from indexer.extract.thresholds import REACH_OF_JOINT
from models.languages.read_languages import BARE_VERBS, ENGLISH
from models.records.records import Sponsor

_HOW = re.compile(rf"(?<!\s)(?:\s++{BARE_VERBS.how})+$")
_DOUBLED = re.compile(rf"\b(\w+) \1\b|[,;:/]\s*[,;.]|\b{BARE_VERBS.articles} {BARE_VERBS.articles}\b", re.I)


@dataclass(frozen=True, slots=True)
class Request:
    """One request of an item."""

    text: str
    sponsors: tuple[Sponsor, ...]
    composed: bool = False


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
    as_printed = "".join(part.printed for part in parts).strip(" ;,:/").removesuffix(".")
    words_of_parts = {part.words for part in parts}
    sponsors_of: dict[str, list[Sponsor]] = {}
    for sponsor in distinct_sponsors(sponsor for part in parts for sponsor in part.sponsors):
        for run in sentence.runs_of(sponsor):
            sponsors_of.setdefault(sentence.words_of(run) or as_printed, []).append(sponsor)
    printed = {as_printed, *words_of_parts}
    return [Request(text, distinct_sponsors(states), text not in printed) for text, states in sponsors_of.items()]


def is_request_verb(token: str) -> bool:
    """Whether a request can begin with the word; "re-establish" is known as "reestablish"."""
    return token.lower() in BARE_VERBS.verbs or token.lower().replace("-", "") in BARE_VERBS.verbs


def continues_sentence(words: str) -> bool:
    """Whether words after a semicolon are another object of, or a clause about, the request before it."""
    first_token = next(iter(_tokens(words)), "")
    # Capitals are an abbreviation: "ratify ICCPR-OP2 (Peru); CAT (Chad)".
    begins_so = first_token.isupper() or first_token in BARE_VERBS.of_object or first_token in BARE_VERBS.of_complement
    if not begins_so or is_request_verb(leading_word(words)):
        return False
    has_own_verb = any(is_request_verb(match[1]) for match in BARE_VERBS.verb_after.finditer(words))
    return not has_own_verb and not BARE_VERBS.is_clause.match(words)


def ends_open(words: str) -> bool:
    """Whether words end with one that leads on: a preposition, "and", an article."""
    last = (_tokens(words) or [""])[-1].lower()
    return last in {*BARE_VERBS.leads_on, *ENGLISH.layout.joining} or bool(BARE_VERBS.before_noun.fullmatch(last))


def begins_as_noun(words: str) -> bool:
    """Whether words begin as an object, a clause or an "-ing" does, and not as a verb."""
    first = next(iter(_tokens(words)), "")
    return _begins_object(first) or _is_gerund(first) or first in BARE_VERBS.of_complement


def holds_act(words: str) -> bool:
    """Whether a request could begin with one of the words."""
    return any(_is_act(token) for token in _tokens(words))


def leading_word(words: str) -> str:
    """The first word that is no adverb and no "to" ("fully implement" → "implement")."""
    for token in _tokens(words):
        adverb = token.lower().endswith(BARE_VERBS.adverb) and not is_request_verb(token)
        if not adverb and token.lower() not in BARE_VERBS.before_verb:
            return token
    return ""


def _tokens(words: str) -> list[str]:
    return re.findall(r"[\w’'-]+", words)


def _is_gerund(token: str) -> bool:
    base = token.lower().removesuffix(BARE_VERBS.gerund)
    return base != token.lower() and any(map(is_request_verb, (base, base + "e", base[:-1])))


def _is_act(token: str) -> bool:
    return is_request_verb(token) or _is_gerund(token)


def _are_verbs(words: str) -> bool:
    """Whether all words may lead to an object: verbs, their "-ing", adverbs, and a few others."""
    return all(
        word in BARE_VERBS.of_stem or word.endswith(BARE_VERBS.adverb) or _is_act(word)
        for word in map(str.lower, _tokens(words))
    )


def _begins_object(token: str) -> bool:
    return token.lower() in BARE_VERBS.of_object or not token[:1].islower()


def _role(part: Part, *, is_first: bool) -> Role:
    first, second = [*_tokens(part.words), "", ""][:2]
    if _are_verbs(part.words) and (is_first or is_request_verb(leading_word(part.words))):
        return Role.VERBS
    # A word before an object is a verb even where the list of verbs lacks it ("unbundle the Convention").
    stands_before_object = second in BARE_VERBS.of_object and not first.isupper()
    is_unknown_verb = stands_before_object and first.lower() not in BARE_VERBS.of_object | BARE_VERBS.of_complement
    if is_first or is_unknown_verb or is_request_verb(leading_word(part.words)):
        return Role.REQUEST
    return Role.CLAUSE if first.lower() in BARE_VERBS.of_complement else Role.OBJECT


class _Sentence:
    """Parts with their roles."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = list(parts)
        self.roles = [_role(part, is_first=index == 0) for index, part in enumerate(parts)]
        for index, part in enumerate(parts[1:], 1):
            if self.roles[index - 1] is Role.VERBS and re.fullmatch(BARE_VERBS.how, part.words):
                # "Ratify (Peru) as soon as possible (Mali) the Convention"
                self.parts[index] = replace(part, words=f"{self.parts[index - 1].words} {part.words}")
                self.roles[index] = Role.VERBS
        for index in range(len(parts) - 1, 0, -1):
            before, part = parts[index - 1].words, parts[index]
            if self.roles[index - 1] is not Role.REQUEST or part.joint.strip("/ "):
                continue
            first, last = _tokens(part.words)[0], _tokens(_HOW.sub("", before))[-1]
            if self.roles[index] is Role.OBJECT and _is_gerund(first):
                self.roles[index] = Role.CLAUSE  # "… access to schools (Peru) taking into account the needs of girls"
            elif self._gives_object(index) and (_is_act(last) or last in BARE_VERBS.leads_on):
                self.roles[index - 1] = Role.VERBS  # "Take all steps and protect (Peru) the harbour (Chad)"

    def _gives_object(self, index: int) -> bool:
        """Whether a part is an object of what stands right before it, or verbs that wait for theirs as well."""
        begins = _begins_object(_tokens(self.parts[index].words)[0])
        return self.roles[index] is Role.VERBS or (self.roles[index] is Role.OBJECT and begins)

    def runs_of(self, sponsor: Sponsor) -> list[list[int]]:
        """The parts of one State, cut where a new request begins or the verbs are those of another's request."""
        runs: list[list[int]] = []
        for index, part in enumerate(self.parts):
            if all(sponsor.state != other.state for other in part.sponsors):
                continue
            if runs and self._goes_on(index, runs[-1]):
                runs[-1].append(index)
            else:
                runs.append([index])
        return runs

    def _goes_on(self, index: int, run: Sequence[int]) -> bool:
        if all(self.roles[i] is Role.VERBS for i in run):
            return True
        if self.roles[index] in _VERB_LED:
            # "and ratify" goes on, "and to ratify", "; ratify" and "to ratify" begin anew.
            part = self.parts[index]
            return part.joint in ENGLISH.layout.joining and not BARE_VERBS.infinitive.match(part.words)
        return self._base(index) <= run[-1]

    def _base(self, index: int) -> int:
        """The nearest part at or before `index` that has verbs; the first of a sentence always has."""
        return max(i for i in range(index + 1) if self.roles[i] in _VERB_LED)

    def words_of(self, run: Sequence[int]) -> str:
        """The request of a run of parts, "" where it is not surely one."""
        first = run[0]
        if len(run) == 1 and self.roles[first] is Role.REQUEST:
            return "" if ends_open(self.parts[first].words) else self.parts[first].words
        words = self.parts[first].words
        if self.roles[first] not in _VERB_LED:
            words = _joined(
                self._lead(first), "" if self.roles[first] is Role.OBJECT else self.parts[first].joint, words
            )
        for before, index in pairwise(run):
            part = self.parts[index]
            if self.roles[before] is Role.VERBS and any(r is not Role.VERBS for r in self.roles[before + 1 : index]):
                # "ratify (A)/sign the Pact (B) by May (A)": what stands between is the object.
                words = _joined(words, "", self._object_behind(before, words))
            words = _joined(words, part.joint, part.words) if self._may_follow(index, before) else ""
        if all(self.roles[index] is Role.VERBS for index in run):
            words = _joined(words, "", self._object_behind(run[-1], words))
        return words if self._is_sure(words) else ""

    def _is_sure(self, words: str) -> bool:
        """Whether words begin with one act, end with no word that leads on, have an object and nothing doubled."""
        preface = BARE_VERBS.preface.match(words)
        act = leading_word(words[preface.end() :] if preface else words)
        begins = _is_act(act) or act == leading_word(self.parts[0].words)
        is_whole = begins and act.lower() not in BARE_VERBS.of_complement and not ends_open(words)
        return is_whole and not _DOUBLED.search(words) and not _are_verbs(words)

    def _lead(self, index: int) -> str:
        """What an object or a clause takes along from the parts before it."""
        base = self._base(index)
        between = range(base + 1, index)
        if self.roles[index] is Role.CLAUSE:
            is_whole = self.roles[base] is Role.REQUEST or index > base + 1
            are_objects = all(self.roles[i] is Role.OBJECT and not self.parts[i].joint for i in between)
            if is_whole and are_objects:
                return " ".join(self.parts[i].words for i in [base, *between])
            are_asides = self.parts[index].joint == "," and all(self.roles[i] is Role.CLAUSE for i in between)
            return self.parts[base].words if is_whole and are_asides else ""
        if BARE_VERBS.refers_back.match(self.parts[index].words):
            return ""  # "its Optional Protocol" is that of an object that another State asks for
        words = self.parts[base].words
        if self.roles[base] is Role.VERBS and all(self.roles[i] is Role.VERBS for i in between):
            return words
        if not _begins_object(_tokens(self.parts[index].words)[0]):
            return ""  # "already signed in 2007", "national institution" behind another State's "its planned"
        if _is_act(_tokens(words)[-1]) and self.roles[base] is Role.REQUEST:
            return ""  # "Take all steps and protect, the harbour"
        return words if self.roles[base] is Role.VERBS else words[: _object_start(words) or 0].rstrip()

    def _may_follow(self, index: int, before: int) -> bool:
        """Whether a part goes on with one of the same State, what stands between being another's."""
        role, between = self.roles[index], self.roles[before + 1 : index]
        joint = self.parts[index].joint.strip("/ ")
        if self.roles[before] is Role.VERBS:
            with_object = role is Role.CLAUSE and sum(other is not Role.VERBS for other in between) == 1
            are_verbs = all(other is Role.VERBS for other in between)
            return with_object or (are_verbs and (role in _VERB_LED or not joint))
        if role is Role.CLAUSE:
            return (joint == "," and all(other is Role.CLAUSE for other in between)) or not between
        return not between or bool(joint)

    def _object_behind(self, index: int, verbs: str) -> str:
        """The object that the parts after verbs give them, "" where it is not plain."""
        following = next((i for i in range(index + 1, len(self.parts)) if self.roles[i] is not Role.VERBS), None)
        if following is None or self.roles[following] is Role.CLAUSE:
            return ""
        words = self.parts[following].words
        is_noun = _is_gerund(next(iter(_tokens(words)), "")) and is_request_verb(_tokens(verbs)[-1])
        start = 0 if is_noun or self.roles[following] is Role.OBJECT else _object_start(words)
        return _before_further_request(words[start:]) if start is not None else ""


def _object_start(words: str) -> int | None:
    """Where the object begins behind verbs alone, None where no plain object stands behind them."""
    for match in re.finditer(r"[\w’'-]+", words):
        if match.start() and _begins_object(match[0]):
            return match.start() if _are_verbs(words[: match.start()]) else None
    return None


def _joined(words: str, joint: str, more: str) -> str:
    """Two pieces as one phrase, "" where they do not surely make one."""
    words, joint = words.rstrip(" /"), joint.strip(" .:/")
    if not words or not more:
        return ""
    if joint:
        return f"{words.rstrip(' ,;:')}{joint if joint[0] in ',;' else f' {joint}'} {more}"
    first, (before, last) = _tokens(more)[0].lower(), ["", "", *_tokens(_HOW.sub("", words).lower())][-2:]
    is_act = _is_act(last) and not BARE_VERBS.before_noun.fullmatch(before)  # "the process" is none
    if first == BARE_VERBS.of and is_act:
        return _joined(words, "", more[len(first) :].lstrip())
    leads_on = (is_act and last not in BARE_VERBS.takes_to) or last in BARE_VERBS.of_complement
    if first in BARE_VERBS.of_complement:
        return f"{words} {more}" if last not in BARE_VERBS.of_complement else ""
    # "Consider / issuing", "… the Convention / bearing in mind"
    fits = not _is_gerund(last) if _is_gerund(first) else leads_on and not is_request_verb(first)
    return f"{words} {more}" if fits else ""


def _before_further_request(words: str) -> str:
    """An object without what its own sponsors ask beyond it ("the Convention and establish a mechanism")."""
    for joint in BARE_VERBS.joint_within.finditer(words):
        before = _tokens(words[max(0, joint.start() - REACH_OF_JOINT) : joint.start()])
        after = words[joint.end() : joint.end() + REACH_OF_JOINT]
        last_token, next_token = next(reversed(before), ""), next(iter(_tokens(after)), "")
        # "protect and restore the harbour": two verbs of one clause are no further request.
        is_request = _is_act(leading_word(after)) and not _is_act(last_token)
        is_clause = ";" in joint[0] and next_token.lower() in BARE_VERBS.of_complement
        if is_request or is_clause:
            return words[: joint.start()]
    return words
