"""Split the words of one item into asks, one for each sponsor parenthesis.

Most items hold one ask: "Ratify the Convention (Spain) (Peru);". Others hold several, each closed by its own
sponsors: "Adopt a law on … (Spain); train judges … (Peru);". Some share a stem: "Sign (Spain)/ratify (Peru) the
Convention" asks Spain's "Sign the Convention" and Peru's "ratify the Convention", sentences that nobody printed;
such an ask is marked as composed. A split is made only at a sponsor parenthesis.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.read_sponsors import SponsorParenthesis, find_sponsor_parentheses
from models.records import Sponsor
from models.states import StateTable


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask of an item."""

    text: str
    sponsors: tuple[Sponsor, ...]
    composed: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """Words up to a sponsor parenthesis; `joint` is the punctuation or conjunction that leads to them."""

    joint: str
    words: str
    sponsors: tuple[Sponsor, ...]


JOINT = re.compile(r"(?:[\s;:,./–—-]|\b(?:and|or|and/or)\b(?=[\s,;]))*", re.I)
ENDS_ASK = re.compile(r"[;.]")
STEM_WORDS = frozenset(
    """a accede acceding accept accepting accession accelerate adhere adhering adherence adopt approve as at become
    becoming by complete conclude conclusion consider considering continue date early earliest endorse endorsing enact
    enter envisage examine expedite expediting fast finalize finalise for fully further implement implementation
    implementing in incorporate into join joining lift lifting measures move necessary of on opportunity parties party
    possibility possible possibly proceed process promptly pursue quickly ratification ratify ratifying remove
    removing review reviewing seriously shortest sign signature signing soon speed speedily speedy state steps study
    subscribe subscribing subscription support swift swiftly take taking that the time to towards up urgently with
    withdraw withdrawal withdrawing work and or if already not done so without delay its""".split()
)
"""Words of a stem that has no object yet ("consider the possibility of ratifying")."""
MAX_STEM_WORDS = 3
"""A part so short that leads on with a comma or a stroke is a stem too, whatever its words ("Reconsider its stance")."""
COMPLEMENT = re.compile(
    r"(?:including|in particular|particularly|especially|such as|as well as|with|without|by|through|within|from|in|on|of|for|"
    r"to be|that|which|who|whose|where|while|where|its|their|the|all|other|both|those|these|any|as|also|notably|namely|inter alia|"
    r"including|at|under|between|among|against|until|pending|thus|thereby|so that|so as|in order)\b",
    re.I,
)
"""Words that begin a complement of what stands before, not an ask of its own."""


def split_asks(text: str, states: StateTable) -> list[Ask]:
    """The asks of one item in printed order; an item without sponsors is one ask without sponsors."""
    parts, tail = _parts(text, find_sponsor_parentheses(text, states))
    if not parts:
        return [Ask(tidy(text), ())]
    asks: list[Ask] = []
    index = 0
    while index < len(parts):
        chain = _stem_chain(parts, index)
        last = index + len(chain)
        asks += _compose(chain, parts[last], parts) if chain else [_ask(parts[last], asks)]
        index = last + 1
    return _with_tail(asks, tail)


def tidy(words: str) -> str:
    """Words without the punctuation that joins them to their neighbours."""
    return re.sub(r"\s+", " ", words).strip(" ;,:/").removesuffix(".").strip()


def _parts(text: str, parentheses: Sequence[SponsorParenthesis]) -> tuple[list[_Part], str]:
    parts: list[_Part] = []
    begin = 0
    for parenthesis in parentheses:
        between = text[begin : parenthesis.start]
        joint = JOINT.match(between)
        words = between[joint.end() :].strip() if joint else between.strip()
        if words or not parts:
            parts.append(_Part(joint[0].strip() if joint else "", words, parenthesis.sponsors))
        else:
            parts[-1] = _Part(parts[-1].joint, parts[-1].words, parts[-1].sponsors + parenthesis.sponsors)
        begin = parenthesis.end
    return parts, text[begin:]


def _is_stem(part: _Part, following: _Part) -> bool:
    """Whether a part has no object of its own and shares that of the parts after it."""
    if ENDS_ASK.search(following.joint):
        return False
    words = re.findall(r"[\w’'-]+", part.words.lower())
    return bool(words) and (len(words) <= MAX_STEM_WORDS or all(word in STEM_WORDS for word in words))


def _stem_chain(parts: Sequence[_Part], index: int) -> list[_Part]:
    chain: list[_Part] = []
    while index + 1 < len(parts) and _is_stem(parts[index], parts[index + 1]):
        chain.append(parts[index])
        index += 1
    return chain


def _object_of(part: _Part) -> str:
    """What a part asks for, without its leading verbs: "ratify the Rome Statute" → "the Rome Statute"."""
    match = re.search(r"\b(?:the|its|all|other|both|those|these|any|an|article|articles|[A-Z][\w-]*)\b", part.words[1:])
    return part.words[match.start() + 1 :] if match else part.words


def _compose(chain: Sequence[_Part], last: _Part, parts: Sequence[_Part]) -> list[Ask]:
    """Each stem with the object of the part that has one."""
    shared = _object_of(last)
    asks = []
    for stem in chain:
        words = stem.words
        if re.search(r"\bof$", words) and shared.startswith("of "):
            words = words.removesuffix("of").rstrip()
        elif shared.startswith("of ") and not re.search(r"(?:ion|al|ence|ure)$", words):
            asks.append(Ask(tidy(f"{words} {shared[3:]}"), stem.sponsors, True))
            continue
        asks.append(Ask(tidy(f"{words} {shared}"), stem.sponsors, True))
    continues = not re.search(r"\w", last.joint) and "/" not in last.joint and "," not in last.joint
    if not continues:
        asks.append(Ask(tidy(last.words), last.sponsors))
        return asks
    named = {sponsor.state for stem in chain for sponsor in stem.sponsors}
    rest = tuple(sponsor for sponsor in last.sponsors if sponsor.state not in named)
    return asks + ([Ask(tidy(f"{chain[-1].words} {last.words}"), rest, True)] if rest else [])


def _ask(part: _Part, before: Sequence[Ask]) -> Ask:
    """An ask of its own, or what complements the ask before ("… and its Optional Protocol")."""
    if before and not ENDS_ASK.search(part.joint) and COMPLEMENT.match(part.words):
        joint = re.sub(r"\s+", " ", part.joint)
        link = joint if joint.startswith(",") else f" {joint}".rstrip()
        return Ask(tidy(f"{before[-1].text}{link} {part.words}"), part.sponsors, True)
    return Ask(tidy(part.words), part.sponsors)


def _with_tail(asks: list[Ask], tail: str) -> list[Ask]:
    """Words after the last sponsors: the end of the last ask, unless they begin a sentence of their own."""
    words = tidy(tail)
    if not re.search(r"\w", words) or ENDS_ASK.match(tail.strip()):
        return asks
    last = asks[-1]
    return [*asks[:-1], Ask(tidy(f"{last.text} {words}"), last.sponsors, True)]
