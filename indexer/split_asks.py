"""Split the words of one item into asks, one for each sponsor parenthesis.

Most items hold one ask: "Ratify the Convention (Spain) (Peru);". Others hold several, each closed by its own
sponsors: "Adopt a law on … (Spain); train judges … (Peru);". A split is made only at a sponsor parenthesis.
Where asks of one sentence share words ("Sign (Spain)/ratify (Peru) the Convention"), indexer/compose_asks.py
brings the words of each together.
"""

import re
from collections.abc import Sequence

from indexer.compose_asks import Ask, Part, compose_asks, continues_sentence, is_ask_verb, leading_word
from indexer.read_sponsors import SponsorParenthesis, find_sponsor_parentheses
from models.states import StateTable

JOINT = re.compile(r"(?:[\s;:,./–—-]|\b(?:and|or)\b(?=[\s,;/]))*", re.I)
REPORTS = re.compile(
    r"(?:(?:and|also|further|strongly|it|finally)\s+)*"
    r"(?:(?:recommend(?:s|ed)?|(?:encourage|urge|invite|advise|suggest|request|call)(?:s|d|ed))(?:\s+(?:on|upon|also|further))?"
    r"(?:\s+and\s+(?:recommend|encourage|urge|request)(?:s|d|ed))?|that|to)\s+",
    re.I,
)
"""Words that report an ask ("recommended that Vellania …", "That the State …"): who asks stands in the sponsors."""
ADDRESSEE_WORDS = frozenset(
    [
        "a",
        "also",
        "and",
        "authorities",
        "country",
        "further",
        "government",
        "it",
        "its",
        "must",
        "of",
        "on",
        "should",
        "state",
        "that",
        "the",
        "they",
        "to",
        "upon",
    ]
)
LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})\)\s+(?=\w)")


def split_asks(text: str, states: StateTable) -> list[Ask]:
    """The asks of one item in printed order; an item without sponsors is one ask without sponsors."""
    parts, tail = _parts(text, find_sponsor_parentheses(text, states))
    if not parts:
        return [Ask(without_lead_in(tidy(text)), ())]
    if re.search(r"\w", tail) and not re.match(r"\s*[;.]", tail):
        parts.append(Part("", tidy(tail), parts[-1].sponsors))
    asks = [ask for group in _groups(parts) for ask in compose_asks(group)]
    return [Ask(without_lead_in(tidy(ask.text)), ask.sponsors, ask.composed) for ask in asks]


def tidy(words: str) -> str:
    """Words without the punctuation that joins them to their neighbours."""
    return re.sub(r"\s+", " ", words).strip(" ;,:/").removesuffix(".").strip()


def without_lead_in(words: str) -> str:
    """The ask alone, where a verb is left to begin it ("recommended the reduction of …" stays)."""
    words = LETTER.sub("", words, count=1) if LETTER.match(words) else words
    report = REPORTS.match(words)
    rest = words[report.end() :] if report else ""
    for token in re.finditer(r"[\w’'-]+", rest):
        if token[0].islower() and is_ask_verb(leading_word(rest[token.start() :])) and token[0] not in ADDRESSEE_WORDS:
            return rest[token.start() :]
        if token[0].lower() not in ADDRESSEE_WORDS and not token[0][0].isupper():
            break
    return words


def _parts(text: str, parentheses: Sequence[SponsorParenthesis]) -> tuple[list[Part], str]:
    """The words before each sponsor parenthesis with its sponsors, and the words after the last one."""
    begins = [0, *(parenthesis.end for parenthesis in parentheses)]
    parts: list[Part] = []
    for begin, parenthesis in zip(begins, parentheses, strict=False):
        between = text[begin : parenthesis.start]
        joint = JOINT.match(between)
        begin_words = joint.end() if joint else 0
        words = between[begin_words:].strip()
        if words or not parts:
            parts.append(Part(between[:begin_words].strip(), words, parenthesis.sponsors))
        else:
            parts[-1] = Part(parts[-1].joint, parts[-1].words, parts[-1].sponsors + parenthesis.sponsors)
    return parts, text[begins[-1] :]


def _groups(parts: Sequence[Part]) -> list[list[Part]]:
    """Parts of one sentence; a semicolon or a full stop ends it, unless what follows has no verb of its own."""
    groups: list[list[Part]] = []
    for part in parts:
        if groups and (not re.search(r"[;.]", part.joint) or continues_sentence(part.words)):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups
