"""The documents' words for a position, in English, French and Spanish, as supported, noted or pending.

A clear word of support ("accepts", "recueillent l'adhésion", "gozan del apoyo") is supported; every other answer is
noted: a refusal, "takes note", and support of a part only, in principle or in a mixed statement. An announcement of a
later answer ("will be examined") is pending. A word counts only where it is said of a recommendation, or is all that a
heading or a table cell says: "accepts refugees" is no position.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.records.positions import Position

_SUPPORT = re.compile(
    r"\b(?:accept(?:s|ed|able|ance|e|ent|er|ée?s?)?|support(?:s|ed)?|agree[sd]?|endorse[sd]?|approve[sd]?|concur(?:s|red)?"
    r"|appui(?:e|ent)?|appuy(?:er|ée?s?)|soutien(?:t|nent)?|sout(?:enir|enue?s?)|approuv(?:e|ent|er|ée?s?)|souscri(?:t|vent|re)"
    r"|adh(?:ère|èrent|érer|ésion)|agré(?:e|ent|er|ée?s?)|acepta(?:n|r|da|das|do|dos|ble|bles|mos|ción)?"
    r"|apoy(?:o|a|an|ar|ada|adas|ado|ados|amos)|respald(?:o|a|an|ar|ada|adas)|suscrib(?:e|en|ir)|adhesión)(?![\w-])",
    re.I,
)
_REFUSE = re.compile(
    r"\b(?:reject(?:s|ed)?|refuse[sd]?|decline[sd]?|disagree[sd]?|unacceptable|inacceptables?|inaceptables?"
    r"|not (?:appropriate|relevant|applicable|pertinent)|express(?:es|ed)? reservations"
    r"|rejett(?:e|ent)|rejet(?:er|ée?s?)|refus(?:e|ent|er|ée?s?)|rechaz(?:a|an|ar|ada|adas|ado|ados))(?![\w-])",
    re.I,
)
_NOTE = re.compile(
    r"\b(?:(?:takes?|took|taken|taking) (?:due |full |careful )?note(?: of)?"
    r"|note[sd]?(?! that\b| (?:in|at) (?:the )?(?:present )?(?:report|para))"
    r"|(?:prend|prennent|prendre|pris|prises?) (?:bonne |dûment )?note(?: des?| du| d['’])?|not(?:ent|ée?s?)(?! que\b)"
    r"|(?:toma|toman|tomar|tomado|tomó|tomamos) (?:debida )?nota(?: de(?:l| la| las| los)?)?|notad[ao]s?)(?![\w-])",
    re.I,
)
_LATER = re.compile(
    r"\b(?:will|shall|would) (?:further |also |duly |carefully )?(?:be )?(?:further |duly |carefully )?"
    r"(?:examine|consider|stud(?:y|ie)|review)\w*"
    r"|(?<!State )\bunder (?:further )?(?:consideration|examination|review)\b"
    r"|\b(?:seront|sera) (?:examin|étudi)\w+|\bserán? (?:examinad|estudiad)\w+|\ben cours d['’]examen\b|\ben estudio\b"
    r"|\b(?:provide|give|submit)\w* (?:its |a |the )?(?:responses?|repl\w+)[^.;]{0,60}\bin due (?:time|course)\b",
    re.I,
)
_UNDECIDED = re.compile(
    r"\b(?:cannot|can not|could not|not (?:in a position|able) to|unable to)(?:,[^,.;]{1,50},)?\s+(?:yet\s+)?"
    r"(?:make|take|give|state)\s+an?\s+(?:\w+\s+)?(?:statement|position|commitment)\b"
    r"|\breserve[sd]?\s+(?:its|his|their)\s+position\b",
    re.I,
)
_SUPPORT_AS_NOUN = re.compile(r"(?:support|appui|soutien|apoyo|respaldo|adhésion|adhesión|acceptance)\b", re.I)
_ENJOYING = re.compile(
    r"\b(?:enjoy\w*|ha(?:s|ve|d|ving)|receiv\w+|meets?|met|recueill\w+|bénéfici\w+|reçoi\w+|reçu\w*|obten\w*|obt(?:ient|iennent)"
    r"|emport\w*|cuenta[n]?|contaron|goza[n]?|gozaron|recib\w+|merece[n]?)\s+(?:[\w’']+\s+){0,3}(?:de\s?l?['’]?\s?|[ld]['’]\s?)?$",
    re.I,
)
_SUPPORT_FOR = re.compile(r"(?:\s+(?:is|was|has been)\s+(?:expressed|given))?\s+(?:for|to|of)(?=[\s,])", re.I)
_EXPRESSING = re.compile(
    r"\b(?:express\w*|confirm\w*|reiterat\w*|announc\w*)\s+(?:(?:its|his|their|the|full|of)\s+){1,3}$|^\W*$", re.I
)
_SUPPORTING = re.compile(
    r"\b(?:[Ww]e|[Tt]hey|I|can|could|cannot|will|would|to|not|fully|and|nor|or|also|does|did|do|[A-Z]\w+s)\s+$"
    r"|(?:recommendations|States)\s+$"
)
_NEGATION = re.compile(
    r"(?:\b(?:do|does|did|can|could|will|would|is|are|was|were|has|have|had|be)\s+)?"
    r"(?:\b(?:not|cannot|unable|neither|nor|never|without|no|non|ne)\b(?! only\b)|\bn['’]|\w+n['’]t\b)",
    re.I,
)
_REACHING = re.compile(r"(?:,[^,]{1,60},)?[\w-]*(?:[\s’']+[\w-]+){0,6}[\s’']*")
"""What may stand between a word that denies and the word denied."""
REACH = 300
"""How many characters of a sentence before and behind a word are looked at."""
_TO_SENTENCE_END = re.compile(rf"[^.;]{{0,{REACH}}}")
_EARLIER = re.compile(
    r"\b(?:initially|previously|originally|at first|earlier|initialement|auparavant|inicialmente|anteriormente)\b"
    r"[^.;:,]*$",
    re.I,
)
_CLAUSE_BREAK = re.compile(r"[.;:]|\b(?:and|but|while|whereas|however|et|mais|y|pero)\b", re.I)
_PARTIAL = (
    r"(?:partial\w*|partly|in part|in principle|partiellement|en partie|en principe|parcialmente|en parte|en principio)"
)
_PARTIAL_BEFORE = re.compile(rf"\b(?:{_PARTIAL}|with reservations?)\s+(?:\w+\s+)?$", re.I)
_PARTIAL_AFTER = re.compile(
    rf"[\s,(]+{_PARTIAL}\b"
    r"|[\s,]+(?:(?:only|but|the|this|these|it|them|of(?: (?!(?:which|who|that|and|as)\b)\w+){1,6}?|of"
    r"|la|les|las|cette|esta|reco\w+|#|by \w+)[\s,]+){1,4}"
    rf"{_PARTIAL}\b"
    r"|\s+(?:only\s+)?(?:a\s+|the\s+)?(?:first |second |third |last |latter |former )?(?:part|sentence|half)s? of\b"
    r"|\s+with (?:a )?reservations?\b",
    re.I,
)
_RECOMMENDATION = r"(?:recommendations?|recs?\b\.?|recommandations?|recomendaci[oó]n(?:es)?)"
_DETERMINER = (
    r"(?:pas|point|the|this|these|those|that|all|both|most|some|any|each|every|an?|following|above|below|other|remaining|present|said|such"
    r"|first|second|third|last|one|two|three|four|five|six|seven|eight|nine|ten|part|parts|sentence|half|of|to|with|for|in|under"
    r"|number|total|majority|vast|large|only|its|following|aforementioned|mentioned|relevant|regard|regarding|concerning|about|on|related|similar|noted|paragraphs?|by"
    r"|contained|out|its|#|les?|la|las|los|cette|ces|toutes?|des?|du|à|l['’]|ensemble|suivantes?|autres|esta|estas|todas|con|a|al|el"
    r"|siguientes|demás|otras|número|numéros?)"
)
_OBJECT = re.compile(rf"(?:[\s,(«\"]+{_DETERMINER}){{0,8}}[\s,(«\"]+{_RECOMMENDATION}", re.I)
_PRONOUN = re.compile(
    rf"\s+(?:(?:to|with)\s+)?(?:it|them|this|these|both|those|all)\s*(?:$|[.,;:)]|\b(?:{_PARTIAL}|and|but|as|because|since)\b)",
    re.I,
)
_PASSIVE = re.compile(
    rf"\b{_RECOMMENDATION}(?!\w)[^.;:]{{0,160}}?\b(?:is|are|was|were|be|been|being|est|sont|été|être|es|son|sido|ser|fue|fueron|quedan?|as)"
    r"(?:\s+\w+){0,3}\s+$",
    re.I,
)
_RELATIVE = re.compile(
    rf"\b{_RECOMMENDATION}(?!\w)[\s,]+(?:#\s*)?(?:that|which|(?:de las? )?que|qui|dont)\s+(?:\w+[\s,]+){{0,9}}$"
    rf"|\b{_RECOMMENDATION}\s+(?:#\s*)?(?:(?:not|non|no)\s+)?(?:\w+ly\s+)?$",
    re.I,
)
_LABEL_SUBJECT = re.compile(
    r"\W*(?:(?:the\s+)?(?:government|state|position|response|status|answer|reply|réponse|respuesta|posición)[\w\s’']{0,40}"
    r"[:–-]\s*)?"
    rf"(?P<subject>(?!(?:The|We|Le|La|El)?\s*{_PARTIAL})(?:(?:The|Le|La|El)\s+)?(?:[A-Z]\w+|We|we)\s+)?"
    r"(?:(?:fully|already|not|non|no|do|does|can|cannot|could|is|are|est|sont|es|son|has been|have been|to be|se"
    rf"|{_PARTIAL})\s+){{0,4}}",
)
_LABEL_REST = re.compile(rf"\s*(?:$|[.:;,/()\n–—-]|{_PARTIAL}\b)", re.I)
_BARE_LABEL_REST = re.compile(
    r"\s+(?:and|but|as|et|y|with|by|recommendations?|recommandations?|recomendaciones)\b", re.I
)
_NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3})?[\d.,;\s–-]*(?:\([a-z]\)[\s,;]*)*(?<![\s.])")


@dataclass(frozen=True, slots=True)
class PositionPhrase:
    """Words of a text that take a position on a recommendation."""

    position: Position
    words: str
    start: int
    end: int


def map_position_words(text: str) -> tuple[Position, str] | None:
    """The position that a text takes and the words that take it; None where it takes none.

    Support beside a refusal is noted, with both words ("accepts … cannot accept").
    """
    phrases = position_phrases(text)
    if not phrases:
        partial = re.fullmatch(rf"\W*({_PARTIAL})\W*", text, re.I)
        return (Position.NOTED, partial[1]) if partial else None
    words = " … ".join(dict.fromkeys(phrase.words for phrase in phrases))
    positions = {phrase.position for phrase in phrases}
    if len(positions) == 1:
        return phrases[0].position, phrases[0].words
    return Position.NOTED if positions & {Position.NOTED, Position.SUPPORTED} == positions else Position.PENDING, words


def position_phrases(text: str) -> tuple[PositionPhrase, ...]:
    """The phrases of a text that take a position on a recommendation, in order."""
    plain = _NUMBERS.sub(lambda match: "#" + " " * (len(match[0]) - 1), text)
    found = sorted(_phrases(text, plain), key=lambda phrase: (phrase.start, -phrase.end))
    kept: list[PositionPhrase] = []
    for phrase in found:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return tuple(kept)


def _phrases(text: str, plain: str) -> Iterator[PositionPhrase]:
    """Phrases as they stand, those left out that speak of an earlier position ("not initially supported")."""
    for phrase in _all_phrases(text, plain):
        if not _EARLIER.search(plain, max(0, phrase.start - 30), phrase.end):
            yield phrase


def _all_phrases(text: str, plain: str) -> Iterator[PositionPhrase]:
    for match in _SUPPORT.finditer(plain):
        if _said_of_recommendation(plain, match.start(), match.end()):
            yield _support(text, plain, match.start(), match.end())
    for pattern in (_REFUSE, _NOTE):
        for match in pattern.finditer(plain):
            if _said_of_recommendation(plain, match.start(), match.end()):
                yield PositionPhrase(Position.NOTED, text[match.start() : match.end()], match.start(), match.end())
    for match in _UNDECIDED.finditer(plain):
        yield PositionPhrase(Position.NOTED, text[match.start() : match.end()], match.start(), match.end())
    for match in _LATER.finditer(plain):
        if _later_is_said_of_recommendation(plain, match):
            yield PositionPhrase(Position.PENDING, text[match.start() : match.end()], match.start(), match.end())


def _support(text: str, plain: str, start: int, end: int) -> PositionPhrase:
    """Support, unless it is denied or limited; the words include what denies or limits it."""
    clause = _clause_before(plain, start)
    denials = [
        match for match in _NEGATION.finditer(plain, clause, start) if _REACHING.fullmatch(plain, match.end(), start)
    ]
    denied = denials[-1] if denials else None
    partial_before = _PARTIAL_BEFORE.search(plain, clause, start)
    partial_after = _PARTIAL_AFTER.match(plain, end)
    begins = min(match.start() for match in (denied, partial_before) if match) if denied or partial_before else start
    position = Position.NOTED if denied or partial_before or partial_after else Position.SUPPORTED
    enjoying = _ENJOYING.search(plain, clause, start) if _SUPPORT_AS_NOUN.fullmatch(plain, start, end) else None
    if enjoying:
        begins = min(begins, enjoying.start())
    if partial_after:
        end = partial_after.end()
    return PositionPhrase(position, text[begins:end].strip(), begins, end)


def _clause_before(plain: str, start: int) -> int:
    """Where the clause that holds `start` begins."""
    begin = max(0, start - 200)
    breaks = [match.end() for match in _CLAUSE_BREAK.finditer(plain, begin, start)]
    return breaks[-1] if breaks else begin


def _said_of_recommendation(plain: str, start: int, end: int) -> bool:
    sentence = _sentence_before(plain, start)
    if _is_label(plain, start, end):
        return True
    if _SUPPORT_AS_NOUN.fullmatch(plain, start, end):
        if _ENJOYING.search(plain, sentence, start) or _is_expressed(plain, sentence, start, end):
            return True
        if not _SUPPORTING.search(plain, sentence, start):
            return False
    if _OBJECT.match(plain, end) or _PRONOUN.match(plain, end):
        return True
    return bool(_PASSIVE.search(plain, sentence, start) or _RELATIVE.search(plain, sentence, start))


def _sentence_before(plain: str, start: int) -> int:
    """Where the sentence that holds `start` begins, as far as it is looked at."""
    near = max(0, start - REACH)
    return max(near, *(plain.rfind(mark, near, start) + 1 for mark in ".;:"))


def _is_expressed(plain: str, sentence: int, start: int, end: int) -> bool:
    """ "Support was expressed for recommendation 29"."""
    follows = _SUPPORT_FOR.match(plain, end)
    return bool(follows and _EXPRESSING.search(plain, sentence, start) and _OBJECT.match(plain, follows.end()))


def _is_label(plain: str, start: int, end: int) -> bool:
    """Whether the word is what a heading, a table cell or the first sentence says at once ("Accepted.")."""
    before = _LABEL_SUBJECT.fullmatch(plain, 0, start)
    if before is None:
        return False
    if _LABEL_REST.match(plain, end):
        return True
    return not before["subject"] and bool(_BARE_LABEL_REST.match(plain, end))


def _later_is_said_of_recommendation(plain: str, match: re.Match[str]) -> bool:
    after = _TO_SENTENCE_END.match(plain, match.end())
    whole = plain[_sentence_before(plain, match.start()) : after.end() if after else match.end()]
    return bool(re.search(_RECOMMENDATION, whole, re.I)) or _is_label(plain, match.start(), match.end())
