"""Recommendations that the conclusions state only by reference to paragraphs of the dialogue.

Reports of the first sessions say "the recommendations noted in paragraphs 27 (b) and (c), 31 and 38 did not enjoy
the support of …". The words stand in the paragraph named; the recommending State is the one whose statement it reports.
"""

import re
from collections.abc import Iterator, Sequence

from indexer.interim_positions import interim_position
from indexer.join_lines import join_lines
from indexer.recommendation_numbers import NumberReference, numbers_named
from indexer.segment_report import NumberedParagraph
from indexer.split_asks import without_lead_in
from models.documents import DocumentIdentity
from models.positions import Position
from models.records import Place, Recommendation, Sponsor
from models.states import StateTable

RECOMMENDED = re.compile(
    r"\b(?:recommend(?:ed|s|ing)|suggest(?:ed|s|ing)|encourag(?:ed|es|ing)|urg(?:ed|es|ing)|call(?:ed|s|ing) (?:up)?on|"
    r"(?:reiterat|ma|put forward)\w* (?:the|a|its|an|two|three|\w+) recommendations?)\b(?:\s*(?:that|to|:))?\s*",
    re.I,
)
SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z“\"]|\s*$)")
SPEAKER_FORMULA = re.compile(
    r"(?:(?:the\s+)?(?:representative|delegation|delegate|ambassador|statement)\s+(?:of|by|from)\s+)", re.I
)
MAX_NAME_WORDS = 9


def referred_recommendations(
    paragraphs: Sequence[NumberedParagraph], identity: DocumentIdentity, states: StateTable
) -> list[Recommendation]:
    """One record for each recommendation that a paragraph of the conclusions refers to, each once."""
    dialogue = {p.paragraph: p for p in paragraphs if not p.in_conclusions}
    records: dict[str, Recommendation] = {}
    for paragraph in paragraphs:
        if not paragraph.in_conclusions or paragraph.item is not None:
            continue
        for position, reference in _answered_references(join_lines(paragraph.lines)):
            source = Place(identity.symbol, str(paragraph.paragraph), paragraph.page)
            if int(reference.item) in dialogue:
                for record in _records(dialogue[int(reference.item)], reference, position, source, identity, states):
                    records.setdefault(record.id, record)
    return list(records.values())


def _answered_references(words: str) -> Iterator[tuple[Position, NumberReference]]:
    """The dialogue paragraphs that a sentence with an answer names."""
    for sentence in _sentences(words):
        position = interim_position(sentence)
        if position is None or not re.search(r"\brecommendations?\b", sentence, re.I):
            continue
        for reference in numbers_named(sentence).references:
            if reference.cue == "paragraph" and reference.intro is None:
                yield position, reference


def _sentences(words: str) -> list[str]:
    ends = [match.end() for match in SENTENCE_END.finditer(words)] or [len(words)]
    return [words[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]


def _records(
    paragraph: NumberedParagraph,
    reference: NumberReference,
    position: Position,
    source: Place,
    identity: DocumentIdentity,
    states: StateTable,
) -> Iterator[Recommendation]:
    quoted = join_lines(paragraph.lines)
    speaker = _speaker(quoted, states)
    number = f"{paragraph.paragraph}{reference.sub}"
    for clause, ask in enumerate(_asks(quoted, reference), 1):
        yield Recommendation(
            state_under_review=identity.state_under_review or "",
            session=identity.session or 0,
            place=Place(identity.symbol, number, paragraph.page),
            printed_number="",
            clause=clause,
            text=ask,
            quoted=quoted,
            composed=False,
            sponsors=(speaker,) if speaker else (),
            interim_position=position,
            position=position,
            position_source=source,
        )


def _speaker(words: str, states: StateTable) -> Sponsor | None:
    """The State that the paragraph's first sentence begins with ("The Netherlands noted …")."""
    formula = SPEAKER_FORMULA.match(words)
    tokens = words[formula.end() if formula else 0 :].split()
    for count in range(min(MAX_NAME_WORDS, len(tokens)), 0, -1):
        name = " ".join(tokens[:count]).rstrip(",;:")
        state = states.find(name)
        if state:
            return Sponsor(state.code, name)
    return None


def _asks(words: str, reference: NumberReference) -> list[str]:
    """The asks at the reference: its lettered part, else every lettered part, else every "recommended that …"."""
    if reference.sub:
        letters = re.findall(r"\((\w+)\)", reference.sub)
        part = _lettered_part(words, letters[0])
        for letter in letters[1:]:
            part = _lettered_part(part, letter)
        return [_clean(part)] if part else []
    lettered = lettered_parts(words)
    asks = [_clean(part) for part in lettered.values()] if lettered else []
    return asks or [_clean(part) for part in _recommended_parts(words, reference.note)]


def lettered_parts(words: str) -> dict[str, str]:
    """The parts of a paragraph that count (a), (b), (c), … or (i), (ii), (iii), …, without their letters."""
    for sequence in ("abcdefghijklmnopqrst", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")):
        starts: list[tuple[str, int, int]] = []
        position = 0
        for letter in sequence:
            match = re.compile(rf"(?<![\w(])\(?{letter}\)\s*").search(words, position)
            if not match:
                break
            starts.append((letter, match.start(), match.end()))
            position = match.end()
        if starts:
            ends = [start for _, start, _ in starts[1:]] + [len(words)]
            return {letter: words[begin:end] for (letter, _, begin), end in zip(starts, ends, strict=True)}
    return {}


def _lettered_part(words: str, letter: str) -> str:
    return lettered_parts(words).get(letter, "")


def _recommended_parts(words: str, note: str) -> list[str]:
    sentences = [sentence.strip() for sentence in _sentences(words)]
    if "last sentence" in note:
        sentences = sentences[-1:]
    return [part for sentence in sentences for part in _reported_asks(sentence)]


def _reported_asks(sentence: str) -> list[str]:
    """What follows each "recommended that", with the verb kept where a noun follows ("recommended the reduction …")."""
    starts = [*RECOMMENDED.finditer(sentence)]
    ends = [match.start() for match in starts[1:]] + [len(sentence)]
    asks = []
    for start, end in zip(starts, ends, strict=False):
        reported = sentence[start.start() : end]
        ask = without_lead_in(reported)
        asks.append(ask if len(ask.split()) > 1 else "")
    return [ask for ask in asks if ask]


def _clean(part: str) -> str:
    """One ask: up to the end of its sentence, without the conjunctions around it."""
    end = SENTENCE_END.search(part)
    ask = part[: end.start()] if end else part
    ask = re.sub(r"[\s;,:.]+(?:and|as well as)?[\s;,:.]*$", "", ask.strip())
    return without_lead_in(re.sub(r"^(?:and|also)\s+", "", ask))
