"""Bring together the words of each State's ask where several requests share a sentence.

    "Combat (A, B) and continue efforts to eradicate (C) extreme poverty (A, B, C)"
        A, B  Combat extreme poverty
        C     continue efforts to eradicate extreme poverty
    "Sign (A)/ratify (B) the Convention (A, B) and its Protocol (B)"
        A     Sign the Convention
        B     ratify the Convention and its Protocol

A State's ask is what the parts that carry its name say, read in order. A part without an object takes the object
that follows; a part that only complements what stands before takes that along. Such sentences were never printed:
they are marked as composed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from indexer.extract.grammar.request_verbs import COMPLEMENT_WORDS, OBJECT_WORDS, REQUEST_VERBS, STEM_WORDS
from models.records.records import Sponsor


@dataclass(frozen=True, slots=True)
class Request:
    """One ask of an item."""

    text: str
    sponsors: tuple[Sponsor, ...]
    composed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Words up to a sponsor parenthesis; `joint` is the punctuation or conjunction that leads to them."""

    joint: str
    words: str
    sponsors: tuple[Sponsor, ...]


TAKES_OF = re.compile(r"(?:ion|al|ence|ure|ment|ity)$")
"""The last word of a stem that needs "of" before its object ("the ratification of")."""


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


def compose_requests(parts: Sequence[Part]) -> list[Request]:
    """The requests of one sentence, in the order in which their sponsors are first named."""
    if len(parts) == 1:
        return [Request(parts[0].words, parts[0].sponsors)]
    roles = _roles(parts)
    texts: dict[tuple[str, bool], list[Sponsor]] = {}
    for sponsor in _distinct(sponsor for part in parts for sponsor in part.sponsors):
        own = [index for index, part in enumerate(parts) if sponsor.state in {s.state for s in part.sponsors}]
        for run in _runs(own, parts, roles):
            text = _words_of(run, parts, roles)
            composed = text not in {part.words for part in parts}
            texts.setdefault((text, composed), []).append(sponsor)
    return [Request(text, tuple(sponsors), composed) for (text, composed), sponsors in texts.items()]


def _distinct(sponsors: Iterable[Sponsor]) -> list[Sponsor]:
    first: dict[str, Sponsor] = {}
    for sponsor in sponsors:
        first.setdefault(sponsor.state, sponsor)
    return list(first.values())


def is_request_verb(token: str) -> bool:
    """Whether a request can begin with the word; "re-establish" is known as "reestablish"."""
    return token.lower() in REQUEST_VERBS or token.lower().replace("-", "") in REQUEST_VERBS


def continues_sentence(words: str) -> bool:
    """Whether words after a semicolon are another object of, or a clause about, the request before it."""
    token = (_tokens(words) or [""])[0]
    begins_so = token.isupper() or token in OBJECT_WORDS or token in COMPLEMENT_WORDS
    if is_request_verb(leading_word(words)) or not begins_so:
        return False
    has_own_verb = any(
        is_request_verb(match[1]) for match in re.finditer(r"(?:,|\bto|\bthat|\bshould|\bshall)\s+(\w+)", words)
    )
    return not has_own_verb and not re.match(r"that\b|.*\b(?:should|shall|must|be \w+ed)\b", words)


def _tokens(words: str) -> list[str]:
    return re.findall(r"[\w’'-]+", words)


def leading_word(words: str) -> str:
    """The first word that is no adverb and no "to" ("fully implement" → "implement")."""
    for token in _tokens(words):
        adverb = token.lower().endswith("ly") and not is_request_verb(token)
        if not adverb and token.lower() not in {"to", "also", "further", "not", "and"}:
            return token
    return ""


def _is_stem(words: str) -> bool:
    return all(token.lower() in STEM_WORDS or is_request_verb(token) for token in _tokens(words))


def _role(part: Part, first: bool) -> Role:
    first_token, *others = [*_tokens(part.words), ""]
    if _is_stem(part.words):
        return Role.STEM
    complement = first_token.lower() in COMPLEMENT_WORDS
    unknown_verb = first_token.islower() and not complement and others[0] in OBJECT_WORDS
    if first or is_request_verb(leading_word(part.words)) or (unknown_verb and first_token not in OBJECT_WORDS):
        return Role.REQUEST
    return Role.COMPLEMENT if complement else Role.OBJECT


def _roles(parts: Sequence[Part]) -> list[Role]:
    roles = [_role(part, index == 0) for index, part in enumerate(parts)]
    for index in range(1, len(parts)):
        says_how = roles[index] is Role.STEM and not is_request_verb(leading_word(parts[index].words))
        if says_how and roles[index - 1] is not Role.STEM:
            roles[index] = Role.COMPLEMENT  # "… the Convention (Peru) as soon as possible (Chad)"
    for index in range(len(parts) - 1):
        if roles[index] is Role.REQUEST and _wants_object(parts[index].words, parts[index + 1], roles[index + 1]):
            roles[index] = Role.STEM
    return roles


def _wants_object(words: str, following: Part, role: Role) -> bool:
    """Whether words end with a verb that finds its object later ("take steps and ratify")."""
    leads_on = not following.joint and role is Role.OBJECT
    last = _tokens(words)[-1].lower()
    ends_with_verb = re.search(r"(?:\b(?:and|to|or)|[,/])\s+(?:\w+ly\s+)?[\w-]+$", words) and is_request_verb(last)
    return bool(ends_with_verb) or (leads_on and (is_request_verb(last) or last in STEM_WORDS))


def _runs(own: Sequence[int], parts: Sequence[Part], roles: Sequence[Role]) -> list[list[int]]:
    """The parts of one State, cut where a new request begins or the verbs are those of another State's ask."""
    runs: list[list[int]] = []
    for index in own:
        verb_led = roles[index] in (Role.REQUEST, Role.STEM)
        new_request = verb_led and (parts[index].joint not in {"and", "or"} or parts[index].words.startswith("to "))
        after_stem = bool(runs) and all(roles[i] is Role.STEM for i in runs[-1])
        other_verbs = bool(runs) and not verb_led and _base(index, roles) not in runs[-1] and not after_stem
        if runs and (not new_request or after_stem) and not (other_verbs and _base(index, roles) > runs[-1][-1]):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _base(index: int, roles: Sequence[Role]) -> int:
    """The nearest part at or before `index` that has verbs."""
    return max((i for i in range(index + 1) if roles[i] in (Role.REQUEST, Role.STEM)), default=0)


def _words_of(run: Sequence[int], parts: Sequence[Part], roles: Sequence[Role]) -> str:
    words = _lead(run[0], parts, roles)
    for index in run:
        after_verbs = index == run[0] and roles[index] is Role.OBJECT
        joint = "" if not words or after_verbs else parts[index].joint.replace("/", "").strip(" ;.:")
        words = _linked(words, joint, parts[index].words)
    if all(roles[index] is Role.STEM for index in run):
        words = _linked(words, "", _object_after(run[-1], parts, roles))
    return words


def _linked(words: str, joint: str, more: str) -> str:
    """Two pieces as one phrase; "joining" + "of the Convention" has no use for the "of"."""
    if not words or not more:
        return words or more
    if not joint and more.startswith("of ") and not TAKES_OF.search(words):
        more = more.removeprefix("of ")
    return f"{words}{joint} {more}" if joint.startswith(",") else f"{words} {joint} {more}".replace("  ", " ")


def _lead(index: int, parts: Sequence[Part], roles: Sequence[Role]) -> str:
    """What a part that is no request of its own takes along from the parts before it."""
    if index == 0 or roles[index] is Role.REQUEST or is_request_verb(leading_word(parts[index].words)):
        return ""
    base = _base(index - 1, roles)
    if roles[index] is Role.STEM:
        return parts[base].words if parts[base].words and roles[base] is Role.STEM else ""
    if roles[index] is Role.OBJECT:
        return parts[base].words if roles[base] is Role.STEM else _verbs_of(parts[base].words, parts[index].words)
    between = [i for i in range(base + 1, index) if roles[i] is Role.OBJECT] if roles[base] is Role.STEM else []
    return " ".join(parts[i].words for i in [base, *between])


def _object_start(words: str) -> int | None:
    for match in re.finditer(r"[\w’'-]+", words):
        if match.start() and _begins_object(match[0]) and not is_request_verb(match[0]):
            return match.start()
    return None


def _begins_object(token: str) -> bool:
    return token.lower() in OBJECT_WORDS or token[0].isupper()


def _verbs_of(words: str, other_object: str) -> str:
    """The words of a request before its object, to be followed by another object of the same form."""
    start = _object_start(words)
    if start and _begins_object(_tokens(other_object)[0]) and _is_stem(words[:start]):
        return words[:start].rstrip()
    governing = [
        token.end()
        for token in re.finditer(r"[\w’'-]+", words)
        if is_request_verb(token[0]) or token[0] in {"of", "for", "on", "in", "against", "with"}
    ]
    return words[: governing[-1]] if governing else ""


def _object_after(index: int, parts: Sequence[Part], roles: Sequence[Role]) -> str:
    """The object that the parts after a stem give it."""
    for part, role in list(zip(parts, roles, strict=True))[index + 1 :]:
        if role is Role.STEM:
            continue
        if role is Role.REQUEST:
            return part.words[_object_start(part.words) or 0 :]
        return part.words
    return ""
