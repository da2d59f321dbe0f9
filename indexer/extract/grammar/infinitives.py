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

from indexer.datamodel.requests import Request
from indexer.datamodel.source_entries import distinct_sponsors
from indexer.extract.grammar.compose_requests import Part
from models.languages.read_languages import word_of_any_language
from models.languages.words import InfinitiveWords, LanguageWords
from models.records.records import Sponsor

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINT = re.compile(rf"(?:{word_of_any_language(lambda words: words.layout.joining)}\s+)+", re.I)
_ELISION = re.compile(r"\b[ldsn][’']\s?", re.I)


def begins_with_infinitive(words: str, language: LanguageWords) -> bool:
    """Whether words begin with an infinitive, adverbs and "se" aside; never in English."""
    return language.infinitives is not None and _begins_with_infinitive(words, language.infinitives)


def _begins_with_infinitive(words: str, vocabulary: InfinitiveWords) -> bool:
    before = vocabulary.before_infinitive.match(words)
    return any(vocabulary.infinitive.match(words, start) for start in (0, before.end() if before else 0))


def requests_of_parts(parts: Sequence[Part], vocabulary: InfinitiveWords) -> list[Request]:
    """The requests of one item, in the order in which they are printed; equal ones once, with the sponsors of all."""
    sponsors_of: dict[tuple[str, bool], tuple[Sponsor, ...]] = {}
    for text, composed, sponsors in _composed(parts, vocabulary):
        key = _without_report(text, vocabulary), composed
        sponsors_of[key] = distinct_sponsors(sponsors_of.get(key, ()) + sponsors)
    return [Request(text, sponsors, composed) for (text, composed), sponsors in sponsors_of.items()]


def reported_request(words: str, speaker: tuple[Sponsor, str] | None, vocabulary: InfinitiveWords) -> Request:
    """A request without sponsors, or with the State whose sentence reports it ("Le Mexique recommande de …")."""
    if speaker and vocabulary.reported.match(speaker[1]):
        return Request(_without_report(speaker[1], vocabulary), speaker[:1])
    return Request(_without_report(words, vocabulary), ())


def _composed(parts: Sequence[Part], vocabulary: InfinitiveWords) -> Iterator[tuple[str, bool, tuple[Sponsor, ...]]]:
    """Text of each request, whether it is composed, and its sponsors."""
    request, base = "", ""
    composed, sponsors = False, parts[0].sponsors
    for index, part in enumerate(map(_with_joint, parts)):
        begins = index == 0 or _begins_with_infinitive(part.words, vocabulary)
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
            composed = _is_of_verbs(part.words, vocabulary) and index + 1 < len(parts)
            request = f"{base} {_object_after(parts, index, vocabulary)}" if composed else base
        else:
            request, composed = _continued(base, part, vocabulary), True
    yield request, composed, sponsors


def _with_joint(part: Part) -> Part:
    """A part whose "et" or "y" belongs to what joins it to the part before."""
    joint = _JOINT.match(part.words)
    if joint is None:
        return part
    return Part(f"{part.joint} {joint[0]}".strip(), part.words[joint.end() :], part.sponsors)


def _is_of_verbs(words: str, vocabulary: InfinitiveWords) -> bool:
    """Whether words are verbs and what stands beside them, and have no object."""
    tokens = _TOKEN.findall(_ELISION.sub("", words))
    return all(token.lower() in vocabulary.beside_verbs or vocabulary.infinitive.fullmatch(token) for token in tokens)


def _object_after(parts: Sequence[Part], index: int, vocabulary: InfinitiveWords) -> str:
    """The object that the next part with one gives to verbs."""
    following = next((part.words for part in parts[index + 1 :] if not _is_of_verbs(part.words, vocabulary)), "")
    if not _begins_with_infinitive(following, vocabulary):
        return following
    return following[_object_start(following, vocabulary) or 0 :]


def _continued(base: str, part: Part, vocabulary: InfinitiveWords) -> str:
    """Another object with the verbs before it, or a clause with the request that it is about."""
    start = _object_start(base, vocabulary)
    if start and _object_start(part.words, vocabulary) == 0:
        return f"{base[:start]}{part.words}"
    return _joined(base, part)


def _joined(words: str, part: Part) -> str:
    joint = part.joint.strip(" ;.:/()")
    return (
        f"{words}{joint} {part.words}" if joint.startswith(",") else " ".join(filter(None, (words, joint, part.words)))
    )


def _object_start(words: str, vocabulary: InfinitiveWords) -> int | None:
    """Where the object begins: at an article, or a capital behind the first word."""
    for token in _TOKEN.finditer(words):
        if token[0].lower() in vocabulary.before_object or (token.start() and token[0][0].isupper()):
            return token.start()
    return None


def _without_report(words: str, vocabulary: InfinitiveWords) -> str:
    """The request alone, where a verb reports it and an infinitive follows ("recommande à l’État de ratifier …")."""
    report = vocabulary.reported.match(words)
    for token in _TOKEN.finditer(words, report.end()) if report else ():
        if _begins_with_infinitive(words[token.start() :], vocabulary):
            return words[token.start() :]
        # The addressee may stand between; anything else is the request.
        if not (token[0][0].isupper() or token[0].lower() in vocabulary.addressees):
            break
    return words
