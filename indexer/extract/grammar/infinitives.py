"""Requests of an item in French or Spanish, which begin with infinitives.

    "Signer (Espagne) et ratifier (Pérou) la Convention"
        Espagne  Signer la Convention
        Pérou    ratifier la Convention
    "Ratificar la Convención (España) y su Protocolo (Perú)"
        España   Ratificar la Convención
        Perú     Ratificar su Protocolo

Words before a sponsor parenthesis that begin with an infinitive are a request, or, where verbs are all that they are,
the verbs of the object that follows. Other words are another object of the verbs before, or a clause about that
request. What has to be brought together so was never printed, and is marked as composed. English, whose verbs look like
other words, is read by indexer/extract/grammar/compose_requests.py.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.extract.grammar.compose_requests import Part, Request
from indexer.extract.grammar.sponsors import distinct_sponsors
from models.languages.read_languages import word_of_any_language
from models.languages.words import LanguageWords
from models.records.records import Sponsor

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINT = re.compile(rf"(?:{word_of_any_language(lambda words: words.layout.joining)}\s+)+", re.I)
_ELISION = re.compile(r"\b[ldsn][’']\s?", re.I)


def begins_with_infinitive(words: str, language: LanguageWords) -> bool:
    """Whether words begin with an infinitive, adverbs and "se" aside; never in English."""
    if language.infinitive is None:
        return False
    before = language.before_infinitive.match(words) if language.before_infinitive else None
    return any(language.infinitive.match(words, start) for start in (0, before.end() if before else 0))


def requests_of_parts(parts: Sequence[Part], language: LanguageWords) -> list[Request]:
    """The requests of one item, in the order in which they are printed; equal ones once, with the sponsors of all."""
    sponsors_of: dict[tuple[str, bool], tuple[Sponsor, ...]] = {}
    for text, composed, sponsors in _composed(parts, language):
        key = _without_report(text, language), composed
        sponsors_of[key] = distinct_sponsors(sponsors_of.get(key, ()) + sponsors)
    return [Request(text, sponsors, composed) for (text, composed), sponsors in sponsors_of.items()]


def reported_request(words: str, speaker: tuple[Sponsor, str] | None, language: LanguageWords) -> Request:
    """A request without sponsors, or with the State whose sentence reports it ("Le Mexique recommande de …")."""
    if speaker and language.reported and language.reported.match(speaker[1]):
        return Request(_without_report(speaker[1], language), speaker[:1])
    return Request(_without_report(words, language), ())


def _composed(parts: Sequence[Part], language: LanguageWords) -> Iterator[tuple[str, bool, tuple[Sponsor, ...]]]:
    """Text of each request, whether it is composed, and its sponsors."""
    request, base = "", ""
    composed, sponsors = False, parts[0].sponsors
    for index, part in enumerate(map(_with_joint, parts)):
        begins = index == 0 or begins_with_infinitive(part.words, language)
        is_of_same_states = part.sponsors == sponsors
        if not begins and is_of_same_states:
            # Of verbs the object that follows is there already.
            request, composed = request if request.endswith(part.words) else _joined(request, part), True
            continue
        if request:
            yield request, composed, sponsors
        sponsors = part.sponsors
        if begins:
            base = part.words
            composed = _is_of_verbs(part.words, language) and index + 1 < len(parts)
            request = f"{base} {_object_after(parts, index, language)}" if composed else base
        else:
            request, composed = _continued(base, part, language), True
    yield request, composed, sponsors


def _with_joint(part: Part) -> Part:
    """A part whose "et" or "y" belongs to what joins it to the part before."""
    joint = _JOINT.match(part.words)
    if joint is None:
        return part
    return Part(f"{part.joint} {joint[0]}".strip(), part.words[joint.end() :], part.sponsors)


def _is_of_verbs(words: str, language: LanguageWords) -> bool:
    """Whether words are verbs and what stands beside them, and have no object."""
    is_verb = language.infinitive.fullmatch if language.infinitive else lambda _: None
    return all(
        token.lower() in language.beside_verbs or is_verb(token) for token in _TOKEN.findall(_ELISION.sub("", words))
    )


def _object_after(parts: Sequence[Part], index: int, language: LanguageWords) -> str:
    """The object that the next part with one gives to verbs."""
    following = next((part.words for part in parts[index + 1 :] if not _is_of_verbs(part.words, language)), "")
    return (
        following[_object_start(following, language) or 0 :]
        if begins_with_infinitive(following, language)
        else following
    )


def _continued(base: str, part: Part, language: LanguageWords) -> str:
    """Another object with the verbs before it, or a clause with the request that it is about."""
    start = _object_start(base, language)
    if start and _object_start(part.words, language) == 0:
        return f"{base[:start]}{part.words}"
    return _joined(base, part)


def _joined(words: str, part: Part) -> str:
    joint = part.joint.strip(" ;.:/()")
    return (
        f"{words}{joint} {part.words}" if joint.startswith(",") else " ".join(filter(None, (words, joint, part.words)))
    )


def _object_start(words: str, language: LanguageWords) -> int | None:
    """Where the object begins: at an article, or a capital behind the first word."""
    for token in _TOKEN.finditer(words):
        if token[0].lower() in language.before_object or (token.start() and token[0][0].isupper()):
            return token.start()
    return None


def _without_report(words: str, language: LanguageWords) -> str:
    """The request alone, where a verb reports it and an infinitive follows ("recommande à l’État de ratifier …")."""
    report = language.reported.match(words) if language.reported else None
    for token in _TOKEN.finditer(words, report.end()) if report else ():
        if begins_with_infinitive(words[token.start() :], language):
            return words[token.start() :]
        # The addressee may stand between; anything else is the request.
        if not (token[0][0].isupper() or token[0].lower() in language.addressees):
            break
    return words
