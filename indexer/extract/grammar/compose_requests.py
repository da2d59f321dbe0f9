"""Bring together the words of each State's request where several requests share a sentence.

    "Combat (A, B) and continue efforts to eradicate (C) extreme poverty (A, B, C)"
        A, B  Combat extreme poverty
        C     continue efforts to eradicate extreme poverty
    "Sign (A)/ratify (B) the Convention (A, B) and its Protocol (B)"
        A     Sign the Convention
        B     ratify the Convention and its Protocol

A State's request is what the parts that carry its name say, read in order. A part without an object takes the object
that follows; a part that only complements what stands before takes that along. Such sentences were never printed:
they are marked as composed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from indexer.datamodel.source_entries import distinct_sponsors
from indexer.extract.thresholds import REACH_OF_JOINT
from models.languages.english import BARE_VERBS, ENGLISH
from models.records.records import Sponsor


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


class Role(Enum):
    """What a part is within its sentence."""

    REQUEST = auto()
    """A request with verb and object."""
    STEM = auto()
    """Verbs whose object follows in a later part."""
    OBJECT = auto()
    """Another object of the verbs before."""
    COMPLEMENT = auto()
    """A clause about what stands before."""


_VERB_LED = (Role.REQUEST, Role.STEM)


def compose_requests(parts: Sequence[Part]) -> list[Request]:
    """The requests of one sentence, in the order in which their sponsors are first named."""
    if len(parts) == 1:
        return [Request(parts[0].words, parts[0].sponsors)]
    roles = _roles(parts)
    printed = {part.words for part in parts}
    sponsors_of: dict[str, list[Sponsor]] = {}
    for sponsor in distinct_sponsors(sponsor for part in parts for sponsor in part.sponsors):
        for run in _runs(_indices_of(sponsor, parts), parts, roles):
            sponsors_of.setdefault(_words_of(run, parts, roles), []).append(sponsor)
    return [Request(text, tuple(sponsors), text not in printed) for text, sponsors in sponsors_of.items()]


def _indices_of(sponsor: Sponsor, parts: Sequence[Part]) -> list[int]:
    """The parts that a State sponsors."""
    return [index for index, part in enumerate(parts) if any(sponsor.state == other.state for other in part.sponsors)]


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


def _tokens(words: str) -> list[str]:
    return re.findall(r"[\w’'-]+", words)


def leading_word(words: str) -> str:
    """The first word that is no adverb and no "to" ("fully implement" → "implement")."""
    for token in _tokens(words):
        adverb = token.lower().endswith(BARE_VERBS.adverb) and not is_request_verb(token)
        if not adverb and token.lower() not in BARE_VERBS.before_verb:
            return token
    return ""


def _is_stem(words: str) -> bool:
    return all(_is_stem_word(token) for token in _tokens(words))


def _is_stem_word(token: str) -> bool:
    """Whether a word may lead to an object: a verb, its "-ing", an adverb, or one of a few others."""
    word = token.lower()
    return word in BARE_VERBS.of_stem or word.endswith(BARE_VERBS.adverb) or _is_verb_form(word)


def _is_verb_form(word: str) -> bool:
    """Whether a word is a verb that a request can begin with, or its "-ing" ("extending", "issuing", "setting")."""
    base = word.lower().removesuffix(BARE_VERBS.gerund)
    return is_request_verb(word) or (base != word and any(map(is_request_verb, (base, base + "e", base[:-1]))))


def _role(part: Part, *, is_first: bool) -> Role:
    if _is_stem(part.words):
        return Role.STEM
    first_token, second_token = [*_tokens(part.words), "", ""][:2]
    is_complement = first_token.lower() in BARE_VERBS.of_complement
    # A word before an object is a verb even where the list of verbs lacks it ("unbundle the Convention").
    is_before_object = second_token in BARE_VERBS.of_object and first_token not in BARE_VERBS.of_object
    is_unknown_verb = first_token.islower() and not is_complement and is_before_object
    if is_first or is_unknown_verb or is_request_verb(leading_word(part.words)):
        return Role.REQUEST
    return Role.COMPLEMENT if is_complement else Role.OBJECT


def _roles(parts: Sequence[Part]) -> list[Role]:
    roles = [_role(part, is_first=index == 0) for index, part in enumerate(parts)]
    for index in range(1, len(parts)):
        # Stem words without a verb say how, behind a request: "… the Convention (Peru) as soon as possible (Chad)".
        is_stem = roles[index] is Role.STEM and roles[index - 1] is not Role.STEM
        if is_stem and not is_request_verb(leading_word(parts[index].words)):
            roles[index] = Role.COMPLEMENT
    for index in range(len(parts) - 1):
        if roles[index] is Role.REQUEST and _wants_object(parts[index].words, parts[index + 1], roles[index + 1]):
            roles[index] = Role.STEM
    return roles


def _wants_object(words: str, following: Part, role: Role) -> bool:
    """Whether words end with a verb that finds its object later ("take steps and ratify")."""
    last_token = _tokens(words)[-1].lower()
    is_verb = is_request_verb(last_token)
    if is_verb and BARE_VERBS.last_of_several.search(words):
        return True
    leads_on = not following.joint and role is Role.OBJECT
    return leads_on and _is_stem_word(last_token)


def _runs(indices: Sequence[int], parts: Sequence[Part], roles: Sequence[Role]) -> list[list[int]]:
    """The parts of one State, cut where a new request begins or the verbs are those of another State's request."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and _continues_run(index, runs[-1], parts, roles):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _continues_run(index: int, run: Sequence[int], parts: Sequence[Part], roles: Sequence[Role]) -> bool:
    if all(roles[i] is Role.STEM for i in run):
        return True  # verbs take what follows, be it their object or more verbs
    if roles[index] in _VERB_LED:
        # "and ratify" goes on, "and to ratify", "; ratify" and "to ratify" begin anew.
        return parts[index].joint in ENGLISH.layout.joining and not BARE_VERBS.infinitive.match(parts[index].words)
    # An object or complement behind verbs of another State's request is another's too.
    return _base(index, roles) <= run[-1]


def _base(index: int, roles: Sequence[Role]) -> int:
    """The nearest part at or before `index` that has verbs; the first of a sentence always has."""
    return max(i for i in range(index + 1) if roles[i] in _VERB_LED)


def _words_of(run: Sequence[int], parts: Sequence[Part], roles: Sequence[Role]) -> str:
    words = _lead(run[0], parts, roles)
    for before, index in zip([None, *run], run, strict=False):
        if before is not None and _skips_object(before, index, roles):
            words = _linked(words, "", _object_after(before, parts, roles))
        is_object_of_lead = index == run[0] and roles[index] is Role.OBJECT
        joint = "" if is_object_of_lead or not words else parts[index].joint.replace("/", "").strip(" ;.:")
        words = _linked(words, joint, parts[index].words)
    if all(roles[index] is Role.STEM for index in run):
        words = _linked(words, "", _object_after(run[-1], parts, roles))
    return words


def _skips_object(before: int, index: int, roles: Sequence[Role]) -> bool:
    """Whether a clause follows verbs whose object stands between: "ratify (A)/sign the Pact (B) by May (A)"."""
    is_clause_of_verbs = roles[before] is Role.STEM and roles[index] is Role.COMPLEMENT
    return is_clause_of_verbs and any(role is not Role.STEM for role in roles[before + 1 : index])


def _linked(words: str, joint: str, more: str) -> str:
    """Two pieces as one phrase; "joining" + "of the Convention" has no use for the "of"."""
    if not words or not more:
        return words or more
    if not joint and not BARE_VERBS.takes_of.search(words):
        more = more.removeprefix(f"{BARE_VERBS.of} ")
    if joint.startswith(","):
        return f"{words}{joint} {more}"
    return f"{words} {joint} {more}".replace("  ", " ")


def _lead(index: int, parts: Sequence[Part], roles: Sequence[Role]) -> str:
    """What a part that is no request of its own takes along from the parts before it."""
    role = roles[index]
    if index == 0 or role is Role.REQUEST or is_request_verb(leading_word(parts[index].words)):
        return ""
    base = _base(index - 1, roles)
    is_after_stem = roles[base] is Role.STEM
    if role is Role.STEM:
        return parts[base].words if is_after_stem else ""
    if role is Role.OBJECT:
        return parts[base].words if is_after_stem else _verbs_of(parts[base].words, parts[index].words)
    # A complement of verbs whose objects stand between takes these along: "sign (Peru) the Pact (Chad) by May (Cuba)".
    objects_between = [i for i in range(base + 1, index) if roles[i] is Role.OBJECT] if is_after_stem else []
    return " ".join(parts[i].words for i in [base, *objects_between])


def _object_start(words: str) -> int | None:
    for match in re.finditer(r"[\w’'-]+", words):
        if match.start() and _begins_object(match[0]) and not is_request_verb(match[0]):
            return match.start()
    return None


def _begins_object(token: str) -> bool:
    return token.lower() in BARE_VERBS.of_object or token[0].isupper()


def _verbs_of(words: str, other_object: str) -> str:
    """The words of a request before its object, to be followed by another object of the same form."""
    start = _object_start(words)
    if start and _begins_object(_tokens(other_object)[0]) and _is_stem(words[:start]):
        return words[:start].rstrip()
    # No object begins plainly ("train judges (Peru) prosecutors (Chad)"): cut behind the last word that governs one.
    end = 0
    for token in re.finditer(r"[\w’'-]+", words):
        if is_request_verb(token[0]) or token[0] in BARE_VERBS.governing:
            end = token.end()
    return words[:end]


def _object_after(index: int, parts: Sequence[Part], roles: Sequence[Role]) -> str:
    """The object that the parts after a stem give it: that of the next request, or the next part as it stands."""
    following = next((i for i in range(index + 1, len(parts)) if roles[i] is not Role.STEM), None)
    if following is None:
        return ""
    words = parts[following].words
    start = _object_start(words) or 0 if roles[following] is Role.REQUEST else 0
    return _before_further_request(words[start:])


def _before_further_request(words: str) -> str:
    """An object without what its own sponsors ask beyond it ("the Convention and establish a mechanism")."""
    for joint in BARE_VERBS.joint_within.finditer(words):
        before = _tokens(words[max(0, joint.start() - REACH_OF_JOINT) : joint.start()])
        after = words[joint.end() : joint.end() + REACH_OF_JOINT]
        last_token, next_token = next(reversed(before), ""), next(iter(_tokens(after)), "")
        # "protect and restore the harbour": two verbs of one clause are no further request.
        is_request = _is_verb_form(leading_word(after)) and not _is_verb_form(last_token)
        is_clause = ";" in joint[0] and next_token.lower() in BARE_VERBS.of_complement
        if is_request or is_clause:
            return words[: joint.start()]
    return words
