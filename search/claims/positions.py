"""What is said of the position of a State: by a document of its own or of the United Nations, or by who coded it.

No State is said to have "rejected", "refused" or "not agreed to" anything: an answer that is not clear support is
noted. What a list or table codes is said to be its coding wherever it is shown, and never as what the State did.
"""

from collections.abc import Iterable, Mapping
from textwrap import shorten

from models.messages.message import Message, PrintedName, Row, StateName
from models.records.documents import SOURCE_NAMES, DocumentKind
from models.records.enums import QUALIFIED_WORDS, Position
from models.records.places import place_in_words
from models.records.records import Conflict, Place, Recommendation
from search.claims.basis import Claim, RestsOn

POSITION_WORDS: Mapping[str, Message] = {
    Position.SUPPORTED: Message("Supported"),
    Position.NOTED: Message("Noted"),
    Position.PENDING: Message("Pending"),
    Position.UNKNOWN: Message("Unknown"),
}
"""On badges, in columns and as values of filters."""
POSITION_IN_SENTENCE: Mapping[str, Message] = {
    Position.SUPPORTED: Message("supported"),
    Position.NOTED: Message("noted"),
    Position.PENDING: Message("pending"),
    Position.UNKNOWN: Message("unknown"),
}
POSITION_MEANINGS: Mapping[str, Message] = {
    Position.SUPPORTED: Message("The State under review gave the recommendation its clear support."),
    Position.NOTED: Message(
        "The State under review gave another answer than clear support: none of it, part of it, or support on "
        "conditions."
    ),
    Position.PENDING: Message("The Working Group report announces a later answer; none is in the documents indexed."),
    Position.UNKNOWN: Message("The answer is not in the documents indexed. It is never counted as noted."),
}
"""What a document that gives the position says by it."""
WITHOUT_ANSWER: Mapping[Position, Message] = {
    Position.PENDING: Message("the report announces a later answer"),
    Position.UNKNOWN: Message("no answer in the documents indexed"),
}
CODER_NAMES: Mapping[str, Message] = {
    SOURCE_NAMES[DocumentKind.THEMATIC_LIST]: Message("OHCHR in its thematic list"),
    SOURCE_NAMES[DocumentKind.RIGHTS_INDEX_EXPORT]: Message("the Universal Human Rights Index"),
}
"""Lists and tables as they stand in a sentence; UPR Info is called so in all languages."""
NOTED_BY_TABLE = Message(
    "UPR Info’s table counts as noted what a State did not clearly accept, and what it never answered."
)
NOT_ANSWERED_HERE = Message("The answer of the State itself is not in the documents indexed.")
ANSWERS: Mapping[Position, Message] = {
    Position.SUPPORTED: Message("%(state)s supported this recommendation."),
    Position.NOTED: Message("%(state)s noted this recommendation."),
    Position.PENDING: Message("%(state)s announced that it would answer later."),
    Position.UNKNOWN: NOT_ANSWERED_HERE,
}
FORMULA_CHARACTERS = 160
"""Of the State's own words beside a position; the page of the recommendation has all of them."""
_TABLE = SOURCE_NAMES[DocumentKind.RECOMMENDATION_TABLE]


def coder_in_words(symbol: str) -> str:
    """A list or table by its name, as it stands in a sentence."""
    return CODER_NAMES.get(symbol, symbol)


def coder_of(record: Recommendation) -> str | None:
    """The name of the list or table that the position is the coding of; None where a document gives it, or none is."""
    return record.position_source.coded_by if record.position_source else None


def coding(place: Place, words: str | None) -> Message | None:
    """That a position that stands there is a coding, with the coder's words ("coded “Accepted” by UPR Info"); None
    for a document of the United Nations."""
    if place.coded_by is None:
        return None
    coder = coder_in_words(place.coded_by)
    if not words:
        return Message("coded by %(coder)s", coder=coder)
    return Message("coded %(words)s by %(coder)s", words=PrintedName(words, "en"), coder=coder)


def position_badge(record: Recommendation) -> Claim:
    """The position in a word or two: "Supported"; "Coded supported by UPR Info"."""
    coder = coder_of(record)
    if coder is None:
        return Claim(POSITION_WORDS[record.position], RestsOn.FACT, record.position_source)
    words = Message(
        "Coded %(position)s by %(coder)s",
        position=POSITION_IN_SENTENCE[record.position],
        coder=coder_in_words(coder),
    )
    return Claim(words, RestsOn.CODING, record.position_source)


def position_of(record: Recommendation) -> Message:
    """The position within a sentence: "supported"; "coded supported by UPR Info"."""
    coder, position = coder_of(record), POSITION_IN_SENTENCE[record.position]
    if coder is None:
        return position
    return Message("coded %(words)s by %(coder)s", words=position, coder=coder_in_words(coder))


def by_badge(records: Iterable[Recommendation]) -> tuple[tuple[Recommendation, int], ...]:
    """One of the records for each badge among them, in the order of positions, and how many have it."""
    by_words: dict[str, list[Recommendation]] = {}
    for record in records:
        by_words.setdefault(position_badge(record).words, []).append(record)
    groups = sorted(by_words.values(), key=lambda group: tuple(Position).index(group[0].position))
    return tuple((group[0], len(group)) for group in groups)


def position_meaning(record: Recommendation) -> Message:
    """What the position says of the State's answer; a coding says nothing of it."""
    coder = coder_of(record)
    if coder is None:
        return POSITION_MEANINGS[record.position]
    return NOTED_BY_TABLE if coder == _TABLE and record.position is Position.NOTED else NOT_ANSWERED_HERE


def answer_claim(record: Recommendation, state: StateName | str) -> Claim:
    """The State's answer as a sentence of a paper, with how support falls short; of a coding, its badge."""
    if coder_of(record) is not None:
        return position_badge(record)
    qualified = qualified_in_words(record)
    if qualified:
        words = Message("%(state)s noted this recommendation (%(qualified)s).", state=state, qualified=qualified)
        return Claim(words, RestsOn.FACT, record.position_source)
    answer = Message(ANSWERS[record.position].message, state=state)
    return Claim(answer, RestsOn.FACT, record.position_source)


def coding_note(record: Recommendation, state: StateName | str) -> Message | None:
    """Whose coding the position is, in the coder's words, and that the State did not say it; None for an answer."""
    source = record.position_source
    words = coding(source, record.position_words) if source else None
    return Message("%(coding)s; not words of %(state)s", coding=words, state=state) if words else None


def cited_position(record: Recommendation, state: StateName | str) -> Message:
    """The position as a line of a citation, with where it was read or whose coding it is."""
    position = position_in_words(record, citing=True)
    return Message("Position of %(state)s: %(position)s", state=state, position=position)


def conflict_in_words(conflict: Conflict) -> Message:
    """That another file of a document gives another position."""
    return Message(
        "%(symbol)s: another file with this symbol, %(file)s, gives the position: %(position)s.",
        symbol=conflict.place.symbol,
        file=conflict.file,
        position=POSITION_IN_SENTENCE[conflict.position],
    )


def qualified_support(record: Recommendation) -> Message | None:
    """How the support of a recommendation that is noted falls short; None for any other answer."""
    return QUALIFIED_WORDS[record.qualified] if record.qualified else None


def qualifying_formula(record: Recommendation) -> str:
    """The State's own words for such support, shortened; "" where there are none, or a list or table coded them."""
    if not record.qualified or record.position_source is None or coder_of(record):
        return ""
    return shorten(record.position_words or "", FORMULA_CHARACTERS, placeholder=" …")


def qualified_in_words(record: Recommendation) -> Message | None:
    """Both: "supports in part: “accepts the first sentence”"; None for any other answer."""
    kind, formula = qualified_support(record), qualifying_formula(record)
    return Message("%(kind)s: “%(words)s”", kind=kind, words=formula) if kind and formula else kind


def position_recorded_in(record: Recommendation) -> str | None:
    """Where the position was read, whose coding it is, or why there is none."""
    if record.position in WITHOUT_ANSWER:
        return WITHOUT_ANSWER[record.position]
    source = record.position_source
    return None if source is None else coding(source, record.position_words) or place_in_words(source)


def position_in_words(record: Recommendation, *, quoting: bool = True, citing: bool = False) -> Message:
    """The position with how support falls short and whose coding it is: "noted (supports in part: “accepts it”)".

    Args:
        record: the recommendation.
        quoting: whether the State's own words for support that falls short are given too, and those of a coder; a
            column that people sort and filter by does without.
        citing: whether it is said where the position was read, or why there is none.
    """
    qualified = qualified_in_words(record) if quoting else qualified_support(record)
    beside = position_recorded_in(record) if citing else _coding_of(record, quoting=quoting)
    parts = tuple(words for words in (qualified, beside) if words)
    position = POSITION_IN_SENTENCE[record.position]
    return Message("%(position)s (%(beside)s)", position=position, beside=Row(parts, "; ")) if parts else position


def _coding_of(record: Recommendation, *, quoting: bool) -> Message | None:
    source = record.position_source
    return coding(source, record.position_words if quoting else None) if source else None
