"""Split the words of one item into requests, one for each sponsor parenthesis.

Most items hold one request: "Ratify the Convention (Spain) (Peru);". Others hold several, each closed by its own
sponsors: "Adopt a law on … (Spain); train judges … (Peru);". A split is made at a sponsor parenthesis, between
sub-items that begin with "(a)", and where the report says anew that the same States recommend ("…; recommends that …").
Where asks of one sentence share words ("Sign (Spain)/ratify (Peru) the Convention"),
indexer/extract/grammar/compose_requests.py brings the words of each together.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from indexer.extract.grammar.compose_requests import (
    Part,
    Request,
    compose_requests,
    continues_sentence,
    is_request_verb,
    leading_word,
)
from indexer.extract.grammar.speaker import find_speaker
from indexer.extract.grammar.sponsors import SponsorParenthesis, find_sponsor_parentheses
from indexer.text.lettered_parts import lettered_parts
from models.records.records import Sponsor
from models.reviews.states import StateTable

JOINT = re.compile(r"(?:[\s;:,./–—-]|\b(?:and|or)\b(?=[\s,;/]))*", re.I)
REPORTS = re.compile(
    r"(?:(?:and|also|further|strongly|it|finally)\s+)*"
    r"(?:(?:recommend(?:s|ed)?|(?:encourage|urge|invite|advise|suggest|request|call)(?:s|d|ed))(?:\s+(?:on|upon|also|further))?"
    r"(?:\s+and\s+(?:recommend|encourage|urge|request)(?:s|d|ed))?|that|to)\s+",
    re.I,
)
"""Words that report a request ("recommended that Vellania …", "That the State …"): who asks stands in the sponsors."""
NEXT_REPORT = re.compile(
    r"[;.]\s+(?=(?:(?:and|also|further|it)\s+)*(?:recommend|encourage|urge|request|suggest|call)(?:s|d|ed)\b)", re.I
)
"""Where the same States' next recommendation is reported ("…; recommends that Vellania …")."""
ADDRESSEE_WORDS = frozenset(
    "a also and authorities country further government it its must of on should state that the they to upon".split()
)
AND_NEXT = re.compile(r"[\s;,]*\band[\s;,]*$")
BEFORE_NOUN = re.compile(r"the|an?|its|.+[’']s")
LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})\)\s+(?=\w)")


def split_requests(text: str, states: StateTable) -> list[Request]:
    """The requests of one item in printed order; an item without sponsors is one request without sponsors."""
    if sub_items := _sub_items(text):
        return _with_shared_sponsors([request for part in sub_items for request in split_requests(part, states)])
    parts, tail = _parts(text, find_sponsor_parentheses(text, states))
    if not parts:
        return [_request_without_parenthesis(tidy(text), states)]
    if re.search(r"\w", tail) and not re.match(r"\s*[;.]", tail):
        joint = "," if tail.lstrip().startswith(",") else ""
        parts.append(Part(joint, tidy(tail), parts[-1].sponsors))
    requests = [request for group in _groups(parts) for request in compose_requests(group)]
    return [
        Request(without_lead_in(tidy(words)), request.sponsors, request.composed)
        for request in requests
        for words in _sub_items(request.text) or NEXT_REPORT.split(request.text)
    ]


def _request_without_parenthesis(words: str, states: StateTable) -> Request:
    """A request without sponsors, or with the one that its sentence names ("Meridel recommended that Vellania …")."""
    speaker = find_speaker(words, states)
    if speaker and NEXT_REPORT.match(f"; {speaker[1]}"):
        return Request(without_lead_in(speaker[1]), speaker[:1])
    return Request(without_lead_in(words), ())


def _sub_items(words: str) -> list[str]:
    """The sub-items of words that begin with "(a)" or "(i)" and count on."""
    parts = lettered_parts(words) if LETTER.match(words) else {}
    return [AND_NEXT.sub("", part) for part in parts.values()] if len(parts) > 1 else []


def _with_shared_sponsors(requests: Sequence[Request]) -> list[Request]:
    """Sub-items (a), (b) without sponsors of their own have those that follow."""
    shared: tuple[Sponsor, ...] = ()
    result = []
    for request in reversed(requests):
        shared = request.sponsors or shared
        result.append(replace(request, sponsors=shared))
    return result[::-1]


def tidy(words: str) -> str:
    """Words without the punctuation that joins them to their neighbours."""
    return re.sub(r"\s+", " ", words).strip(" ;,:/").removesuffix(".").strip()


def without_lead_in(words: str) -> str:
    """The request alone, where a verb is left to begin it ("recommended the reduction of …" stays)."""
    words = LETTER.sub("", words, count=1) if LETTER.match(words) else words
    report = REPORTS.match(words)
    rest = words[report.end() :] if report else ""
    before = ""
    for token in re.finditer(r"[\w’'-]+", rest):
        begins_request = token[0].islower() and token[0] not in ADDRESSEE_WORDS and not BEFORE_NOUN.fullmatch(before)
        if begins_request and is_request_verb(leading_word(rest[token.start() :])):
            return rest[token.start() :]
        if token[0].lower() not in ADDRESSEE_WORDS and not token[0][0].isupper():
            break
        before = token[0].lower()
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
