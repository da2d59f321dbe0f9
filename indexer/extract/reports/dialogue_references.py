"""Recommendations that the conclusions state only by reference to paragraphs of the dialogue.

Reports of the first sessions say "the recommendations noted in paragraphs 27 (b) and (c), 31 and 38 did not enjoy
the support of …". The words stand in the paragraph named; the recommending State is the one whose statement it reports.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.fuzz import token_set_ratio

from indexer.extract.grammar.compose_requests import is_request_verb, leading_word
from indexer.extract.grammar.split_requests import REPORTS, without_lead_in
from indexer.extract.grammar.sponsors import find_speaker, find_speaker_within
from indexer.extract.reports.interim_positions import interim_position
from indexer.extract.reports.segment import NumberedParagraph
from indexer.extract.thresholds import PARTS_OF_REFERENCE, SAME_REQUEST
from indexer.text.lettered_parts import lettered_parts
from indexer.text.lines import join_lines
from models.numbers.recommendation_numbers import NumberReference, numbers_named
from models.records.documents import DocumentIdentity
from models.records.enums import Position
from models.records.records import Place, Recommendation
from models.reviews.states import StateTable

BY_OTHERS = r"(?<!\bhad )(?<!\bhas )(?<!\bhave )(?<!\bthat )"
"""What a speaker reports of others ("the Committee had recommended", "a body that urged") it does not recommend."""
RECOMMENDED = re.compile(
    BY_OTHERS + r"\b(recommend(?:ed|s|ing)|suggest(?:ed|s|ing)|encourag(?:ed|es|ing)|urg(?:ed|es|ing)|"
    r"call(?:ed|s|ing) (?:up)?on|"
    r"(?:reiterat|ma|put forward)\w* (?:the|a|its|an|two|three|\w+) recommendations?)\b(?:\s*(?:that|to|:))?\s*",
    re.I,
)
ABBREVIATED = r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bNos)(?<!\bart)"
SENTENCE_END = re.compile(ABBREVIATED + r"[.?!](?=\s+[A-Z“\"]|\s*$)")
DANGLING = re.compile(
    r"(?<![\s;,:.])[\s;,:.]*+"
    r"(?:\b(?:and|as well as)\b(?:\s+also)?(?:\s+that(?:\s+(?:it|[A-Z]\w+))*)?|\bit(?:\s+also)?)?[\s;,:.]*+$"
)
"""What leads from one part to the next ("…; and that Vellania (c)")."""
NEXT_STATEMENT = re.compile(
    r"[,;]?(?<!\s)\s++and\s+(?:it\s+)?(?:also\s+|further\s+)?(?:asked|commended|encouraged|enquired|expressed|hoped|inquired|noted|"
    r"recommended|requested|stated|suggested|thanked|urged|welcomed|wished)\b.*$",
    re.S,
)
"""What the speaker said next, in the same sentence."""


def referred_recommendations(
    paragraphs: Sequence[NumberedParagraph], identity: DocumentIdentity, states: StateTable
) -> list[Recommendation]:
    """One record for each recommendation that a paragraph of the conclusions refers to, each once."""
    dialogue = {paragraph.paragraph: paragraph for paragraph in paragraphs if not paragraph.in_conclusions}
    records: dict[str, Recommendation] = {}
    for paragraph in paragraphs:
        if not paragraph.in_conclusions or paragraph.item is not None:
            continue
        source = Place(identity.symbol, str(paragraph.paragraph), paragraph.page)
        for position, reference in _answered_references(join_lines(paragraph.lines)):
            referred_to = dialogue.get(int(reference.item))
            if referred_to:
                for record in _records(referred_to, reference, position, source, identity, states):
                    records.setdefault(record.id, record)
    return list(records.values())


def _answered_references(words: str) -> Iterator[tuple[Position, NumberReference]]:
    """The dialogue paragraphs that a sentence with an answer names."""
    for sentence in _sentences(words):
        position = interim_position(sentence)
        if position is None or not re.search(r"\brecommendations?\b", sentence, re.I):
            continue
        references = filter(_is_of_dialogue, numbers_named(sentence).references)
        for reference in _with_shared_note(list(references)):
            yield position, reference


def _is_of_dialogue(reference: NumberReference) -> bool:
    """Whether a paragraph is named; "paragraph 63.1" is an item of a list."""
    return reference.cue == "paragraph" and reference.intro is None


def _with_shared_note(references: Sequence[NumberReference]) -> list[NumberReference]:
    """ "paragraphs 10, 15 and 39 (the ratification of …)": the words in parentheses describe all three."""
    shared, result = "", []
    for reference in reversed(references):
        is_of_this_alone = bool(reference.sub) or "sentence" in reference.note
        if is_of_this_alone:
            shared = ""
        else:
            shared = reference.note or shared
            reference = replace(reference, note=shared)
        result.append(reference)
    return result[::-1]


def _sentences(words: str) -> list[str]:
    ends = [match.end() for match in SENTENCE_END.finditer(words)] or [len(words)]
    return [words[begin:end] for begin, end in pairwise([0, *ends])]


def _records(
    paragraph: NumberedParagraph,
    reference: NumberReference,
    position: Position,
    source: Place,
    identity: DocumentIdentity,
    states: StateTable,
) -> Iterator[Recommendation]:
    quoted = join_lines(paragraph.lines)
    first = find_speaker(quoted, states)
    speaker = first[0] if first else find_speaker_within(quoted, states)
    clauses: Counter[str] = Counter()
    for sub, request in _requests(quoted, reference, states):
        clauses[sub] += 1
        yield Recommendation(
            state_under_review=identity.state_under_review or "",
            session=identity.session or 0,
            place=Place(identity.symbol, f"{paragraph.paragraph}{sub}", paragraph.page),
            printed_number="",
            clause=clauses[sub],
            text=request,
            quoted=quoted,
            composed=False,
            sponsors=(speaker,) if speaker else (),
            interim_position=position,
            position=position,
            position_source=source,
        )


def _requests(words: str, reference: NumberReference, states: StateTable) -> list[tuple[str, str]]:
    """(sub-paragraph, request) at the reference: its lettered part, else all of these, else all reported requests."""
    part, verb = words, ""
    for letter in re.findall(r"\((\w+)\)", reference.sub):
        verb = _governing_verb(part, letter) or verb
        part = lettered_parts(part).get(letter, "")
    if reference.sub or lettered_parts(part):
        lettered = _unfolded(part, reference.sub, verb)
        return [(sub, _clean(request, governing, states)) for sub, request, governing in lettered if request]
    reported = [_clean(request, "", states) for request in _reported_requests(part, reference.note, states)]
    return [("", request) for request in _described(reported, reference.note)]


def _unfolded(part: str, sub: str, verb: str) -> Iterator[tuple[str, str, str]]:
    """(sub-paragraph, words, verb before them) of a part, or of the parts that it is made of."""
    parts = lettered_parts(part)
    if len(parts) < PARTS_OF_REFERENCE and (sub or not parts):
        yield sub, part, verb
        return
    for letter, words in parts.items():
        verb = _governing_verb(part, letter) or verb
        yield from _unfolded(words, f"{sub}({letter})", verb)


def _governing_verb(words: str, letter: str) -> str:
    """The verb that reports the part ("recommended (a) the adoption of …")."""
    parts = lettered_parts(words)
    before = words[: words.find(parts[letter])] if letter in parts else ""
    verbs = [match[1] for match in RECOMMENDED.finditer(before)]
    return verbs[-1] if verbs else ""


def _described(requests: list[str], description: str) -> list[str]:
    """Of several requests in a paragraph, the one that the reference describes."""
    if len(requests) < PARTS_OF_REFERENCE or not description or "sentence" in description:
        return requests
    best = max(requests, key=lambda request: token_set_ratio(request, description))
    return [best] if token_set_ratio(best, description) >= SAME_REQUEST else []


def _reported_requests(words: str, note: str, states: StateTable) -> list[str]:
    """What follows each "recommended that"."""
    sentences = [sentence.strip() for sentence in _sentences(words)]
    if "last sentence" in note:
        sentences = sentences[-1:]
    requests = [request for sentence in sentences for request in _cut_at_verbs(sentence)]
    return [request for request in requests if len(without_lead_in(request, states).split()) > PARTS_OF_REFERENCE]


def _cut_at_verbs(sentence: str) -> Iterator[str]:
    """What each "recommended that" of a sentence leads to."""
    starts = [match.start() for match in RECOMMENDED.finditer(sentence)]
    for begin, end in pairwise([*starts, len(sentence)]):
        yield sentence[begin:end]


def _clean(part: str, verb: str, states: StateTable) -> str:
    """One request: up to the end of its sentence, without what joins it to the next; with the verb before a noun."""
    end = SENTENCE_END.search(part)
    request = re.sub(r"^(?:and|also)\s+", "", part[: end.start()] if end else part)
    request = DANGLING.sub("", NEXT_STATEMENT.sub("", request).strip())
    has_verb = is_request_verb(leading_word(request)) or REPORTS.match(request)
    return without_lead_in(request if has_verb or not verb else f"{verb} {request}", states)
