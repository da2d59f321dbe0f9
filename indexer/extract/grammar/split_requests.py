"""Split the words of one item into requests, one for each sponsor parenthesis.

Most items hold one request: "Ratify the Convention (Spain) (Peru);". Others hold several, each closed by its own
sponsors: "Adopt a law on … (Spain); train judges … (Peru);". A split is made at a sponsor parenthesis, between
sub-items that begin with "(a)", and where the report says anew that the same States recommend ("…; recommends that …").
Where requests of one sentence share words ("Sign (Spain)/ratify (Peru) the Convention"),
indexer/extract/grammar/compose_requests.py brings the words of each together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.datamodel.requests import Request
from indexer.extract.grammar.compose_requests import Part, compose_requests
from indexer.extract.grammar.infinitives import reported_request, requests_of_parts
from indexer.extract.grammar.sponsors import SponsorParenthesis, find_speaker, find_sponsor_parentheses
from indexer.extract.grammar.words_of_requests import continues_sentence, holds_act, is_request_verb, leading_word
from indexer.text.lettered_parts import lettered_parts
from models.languages.read_languages import BARE_VERBS, ENGLISH
from models.languages.words import LanguageWords
from models.records.records import Sponsor
from models.reviews.states import StateTable

JOINING = "|".join([*ENGLISH.layout.joining, BARE_VERBS.beside])
JOINT = re.compile(rf"(?:[\s;:,./–—-]|\b(?:{JOINING})\b(?=[\s,;/]))*", re.I)
AND_NEXT = re.compile(rf"(?<![\s;,])[\s;,]*+\b{ENGLISH.layout.last_joining[0]}[\s;,]*+$")
NUMBER = re.compile(r"\d{1,3}\.\s+(?=[A-Z])")
"""Of a request in a longer list, left before it by the report ("… (Peru); 13. Train judges")."""
LETTER = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})\)\s+(?=\w)")


def split_requests(text: str, states: StateTable, language: LanguageWords = ENGLISH) -> list[Request]:
    """The requests of one item in printed order; an item without sponsors is one request without sponsors."""
    if sub_items := _sub_items(text):
        of_items = [request for words in sub_items for request in split_requests(words, states, language)]
        return _with_shared_sponsors(of_items)
    parts, tail = _parts(text, find_sponsor_parentheses(text, states, language))
    if not parts:
        return [_request_without_parenthesis(tidy(text), states, language)]
    if _goes_on(tail):
        joint = "," if tail.lstrip().startswith(",") else ""
        parts.append(Part(joint, tidy(tail), parts[-1].sponsors, tail))
    if language.infinitives:
        return requests_of_parts([replace(part, words=tidy(part.words)) for part in parts], language.infinitives)
    composed = [request for sentence in _sentences(parts) for request in compose_requests(sentence)]
    return [request for whole in composed for request in _reported_requests(whole, states)]


def _goes_on(tail: str) -> bool:
    """Whether the words after the last parenthesis belong to its request ("(Peru) within two years").

    Behind a full stop or semicolon they are a remark of the report.
    """
    return re.search(r"\w", tail) is not None and not re.match(r"[\s*∗†‡]*[;.]", tail)


def _reported_requests(request: Request, states: StateTable) -> Iterator[Request]:
    """A request, or each where it has sub-items or the report says anew that the same States recommend."""
    for words in _sub_items(request.text) or BARE_VERBS.next_report.split(request.text):
        yield replace(request, text=without_lead_in(tidy(words), states))


def _request_without_parenthesis(words: str, states: StateTable, language: LanguageWords) -> Request:
    """A request without sponsors, or with the one that its sentence names ("Meridel recommended that Vellania …")."""
    speaker = find_speaker(words, states, language)
    if language.infinitives:
        return reported_request(words, speaker, language.infinitives)
    if speaker and BARE_VERBS.next_report.match(f"; {speaker[1]}"):
        return Request(without_lead_in(speaker[1], states), speaker[:1])
    return Request(without_lead_in(words, states), ())


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


def without_lead_in(words: str, states: StateTable) -> str:
    """The request alone, where a verb is left to begin it ("recommended the reduction of …" stays).

    Only the State or its Government goes: "That the Ministry of Lakes adopt a plan" stays.
    """
    mark = LETTER.match(words) or NUMBER.match(words)
    words = words[mark.end() :] if mark else words
    infinitive = BARE_VERBS.infinitive.match(words)
    if infinitive and infinitive[1] not in BARE_VERBS.of_object:  # "To the extent possible, …"
        return words[infinitive.end() :]
    report = BARE_VERBS.reports.match(words)
    if report is None:
        return words
    rest = words[report.end() :]
    before = ""
    for token in re.finditer(r"[\w’'-]+", rest):
        if _begins_request(token[0], before, rest[token.start() :]):
            return rest[token.start() :] if _is_of_state(rest[: token.start()], states) else words
        # The addressee may stand between ("that the Government of Vellania ratify"); anything else is the request.
        is_of_addressee = token[0].lower() in BARE_VERBS.addressees or token[0][0].isupper()
        if not is_of_addressee:
            break
        before = token[0].lower()
    return words


def _is_of_state(addressee: str, states: StateTable) -> bool:
    """Whether the words between a report and its verb name the State or its Government, or nobody."""
    tokens = re.findall(r"[^\s,]+", addressee)
    while tokens and tokens[0].lower() in BARE_VERBS.addressees:
        tokens.pop(0)
    while tokens and tokens[-1].lower() in BARE_VERBS.addressees:
        tokens.pop()
    name = " ".join(tokens)
    return not name or states.find(name) is not None or states.find_misspelt(name) is not None


def _begins_request(token: str, before: str, words_from_token: str) -> bool:
    """Whether a token is the verb of the request: "the State adopt", not "the adopt…" nor a word of the addressee."""
    if not token.islower() or token in BARE_VERBS.addressees or BARE_VERBS.before_noun.fullmatch(before):
        return False
    return is_request_verb(leading_word(words_from_token))


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
            parts.append(
                Part(between[:begin_words].strip(), words, parenthesis.sponsors, text[begin : parenthesis.end])
            )
        else:
            printed = parts[-1].printed + text[begin : parenthesis.end]
            parts[-1] = replace(parts[-1], sponsors=parts[-1].sponsors + parenthesis.sponsors, printed=printed)
    return parts, text[begins[-1] :]


def _sentences(parts: Sequence[Part]) -> list[list[Part]]:
    """Parts of one sentence; a semicolon or a full stop ends it, unless what follows has no verb of its own."""
    sentences: list[list[Part]] = []
    for part in parts:
        is_parted = re.search(r"[;.]", part.joint) or (sentences and sentences[-1][-1].words.endswith("."))
        if sentences and (not is_parted or continues_sentence(part.words) or _lists_on(part.words)):
            sentences[-1].append(part)
        else:
            sentences.append([part])
    return sentences


def _lists_on(words: str) -> bool:
    """Whether words behind a semicolon are nouns alone: "…; judges and judicial staff (Peru)"."""
    return words[:1].islower() and not holds_act(words) and not BARE_VERBS.is_clause.match(words)
