"""Take the recommendations out of a Working Group report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from indexer.datamodel.requests import Request
from indexer.extract.grammar.infinitives import begins_with_infinitive
from indexer.extract.grammar.split_requests import split_requests, tidy, without_lead_in
from indexer.extract.grammar.sponsors import find_speaker, find_sponsor_parentheses
from indexer.extract.reports.dialogue_references import referred_recommendations
from indexer.extract.reports.interim_positions import interim_position, speaks_of_all_above
from indexer.extract.reports.segment import NumberedParagraph, segment_report
from indexer.text.lettered_parts import lettered_parts
from indexer.text.lines import join_lines
from indexer.text.recommendation_numbers import numbers_named
from models.languages.read_languages import words_of
from models.languages.words import LanguageWords
from models.numbers.paragraph_numbers import resolve_number
from models.records.documents import DocumentIdentity, Line, ReadDocument
from models.records.enums import Position
from models.records.records import Place, Recommendation, Sponsor
from models.reviews.states import StateTable


@dataclass(slots=True)
class _List:
    """An intro paragraph and the items under it."""

    intro: NumberedParagraph
    items: list[NumberedParagraph] = field(default_factory=list)
    records: list[Recommendation] = field(default_factory=list)
    position: Position | None = None


def extract_recommendations(
    document: ReadDocument, identity: DocumentIdentity, states: StateTable
) -> list[Recommendation]:
    """The recommendations of the report in printed order, those that it states by reference to the dialogue last.

    `position` is left as the interim position; merging documents gives the final one.
    """
    language = words_of(identity.language)
    paragraphs = segment_report(document.lines, language)
    lists = _lists([paragraph for paragraph in paragraphs if paragraph.in_conclusions])
    for listed in lists:
        listed.position = interim_position(join_lines(listed.intro.lines), language)
        listed.records = list(_records(listed, identity, states))
    for index, listed in enumerate(lists):
        for lines in _closing_statements(listed):
            _apply_statement(lines, lists[: index + 1], identity)
    records = [record for listed in lists for record in listed.records]
    records += referred_recommendations(paragraphs, identity, states, language.dialogue)
    return records


def _lists(conclusions: Sequence[NumberedParagraph]) -> list[_List]:
    lists: list[_List] = []
    for paragraph in conclusions:
        if paragraph.item is None:
            lists.append(_List(paragraph))
            continue
        if not lists or lists[-1].intro.paragraph != paragraph.paragraph:
            # The intro paragraph was lost or misprinted: its items tell its number.
            lists.append(_List(replace(paragraph, lines=[], unnumbered=[])))
        lists[-1].items.append(paragraph)
    return lists


def _records(listed: _List, identity: DocumentIdentity, states: StateTable) -> Iterator[Recommendation]:
    language = words_of(identity.language)
    items = _items_of_list(listed, states, language)
    list_has_sponsors = any(item.has_sponsors for item in items)
    intro = Place(identity.symbol, str(listed.intro.paragraph), listed.intro.page) if listed.intro.lines else None
    words = join_lines(listed.intro.lines)
    says_more = listed.position is not Position.PENDING and language.says.search(words) is not None
    # Above a list that was cut out, or whose introduction is lost, nothing announces a later answer.
    position = listed.position or (Position.PENDING if listed.intro.lines else Position.UNKNOWN)
    for item in items:
        is_own_word = _speaks_for_itself(item, identity, states, language)
        if is_own_word or not _requests_something(item, list_has_sponsors, language):
            continue
        for clause, request in enumerate(item.requests, 1):
            yield Recommendation(
                state_under_review=identity.state_under_review or "",
                session=identity.session or 0,
                place=Place(identity.symbol, item.number, item.page),
                printed_number=item.printed,
                clause=clause,
                text=request.text,
                quoted=item.quoted,
                composed=request.composed,
                sponsors=request.sponsors,
                interim_position=position,
                position=position,
                position_source=intro if listed.position else None,
                language=language.code,
                list_comment=words if says_more else None,
                list_comment_source=intro if says_more else None,
            )


@dataclass(frozen=True, slots=True)
class _Item:
    number: str
    """Intro paragraph + item ("115.12"), + letter where the item is a list of its own ("77.7(a)")."""
    printed: str
    quoted: str
    page: int
    requests: tuple[Request, ...]
    commented: bool = False
    """True where the item is a comment that gives the request it is about."""

    @property
    def has_sponsors(self) -> bool:
        """Whether a State is named for any of its requests."""
        return any(request.sponsors for request in self.requests)


def _items_of_list(listed: _List, states: StateTable, language: LanguageWords) -> list[_Item]:
    """The items of a list, or the one that stands below its intro paragraph without a number."""
    items = [item for paragraph in listed.items for item in _items(paragraph, states, language)]
    if items:
        return items
    return [
        item for lines in listed.intro.unnumbered for item in _unnumbered_items(listed.intro, lines, states, language)
    ]


def _items(paragraph: NumberedParagraph, states: StateTable, language: LanguageWords) -> list[_Item]:
    """The item as one, or each of its lettered parts where it has no sponsors and every part is a request."""
    quoted = join_lines(paragraph.lines)
    number = f"{paragraph.paragraph}.{paragraph.item}"
    commented = _commented_request(quoted, states, language)
    requests = (commented,) if commented else tuple(split_requests(quoted, states, language))
    item = _Item(number, paragraph.printed, quoted, paragraph.page, requests, commented is not None)
    parts = lettered_parts(quoted)
    are_requests = len(parts) > 1 and all(language.requests.search(part) for part in parts.values())
    if item.has_sponsors or not are_requests:
        return [item]
    return [
        replace(item, number=f"{number}({letter})", requests=tuple(split_requests(part, states, language)))
        for letter, part in parts.items()
    ]


def _unnumbered_items(
    intro: NumberedParagraph, lines: Sequence[Line], states: StateTable, language: LanguageWords
) -> list[_Item]:
    """A list of one item is often printed without a number."""
    quoted = join_lines(lines)
    requests = tuple(request for request in split_requests(quoted, states, language) if request.sponsors)
    return [_Item(str(intro.paragraph), "", quoted, lines[0].page, requests)] if requests else []


def _commented_request(words: str, states: StateTable, language: LanguageWords) -> Request | None:
    """The request that a comment of the State under review is about, where the comment gives it with its sponsor."""
    of_a_state = language.of_a_state.match(words) if language.of_a_state else None
    state = states.find(of_a_state["state"]) if of_a_state else None
    if of_a_state and state:
        return Request(
            without_lead_in(tidy(of_a_state["request"]), states), (Sponsor(state.code, of_a_state["state"]),)
        )
    to_do = language.to_do.match(words) if language.to_do else None
    parentheses = find_sponsor_parentheses(words, states) if to_do else []
    if to_do is None or not parentheses:
        return None
    return Request(words[to_do.end() : parentheses[0].start].strip(), parentheses[0].sponsors)


def _speaks_for_itself(item: _Item, identity: DocumentIdentity, states: StateTable, language: LanguageWords) -> bool:
    """Whether an item without a sponsor is what the State under review says it will do: no recommendation."""
    speaker = None if item.has_sponsors else find_speaker(item.quoted, states, language)
    if speaker is None or speaker[0].state != identity.state_under_review:
        return False
    return re.match(rf"(?:{language.pledges.would}|{language.pledges.commits})\b", speaker[1]) is not None


def _requests_something(item: _Item, list_has_sponsors: bool, language: LanguageWords) -> bool:
    """Conclusions that commend, or comment on recommendations that stand elsewhere, ask nothing."""
    if language.comments_on_others.match(item.quoted) and not item.commented:
        return False
    # In a list with sponsors the one item without was made by a State whose name the report lost.
    words = item.requests[0].text
    return list_has_sponsors or language.requests.search(words) is not None or begins_with_infinitive(words, language)


def _closing_statements(listed: _List) -> Iterator[Sequence[Line]]:
    """What the report says after or between its lists, without a number of a list."""
    if not listed.items:
        yield listed.intro.lines
    for paragraph in [listed.intro, *listed.items]:
        yield from paragraph.unnumbered


def _apply_statement(lines: Sequence[Line], lists: Sequence[_List], identity: DocumentIdentity) -> None:
    """Give the recommendations that a closing statement speaks of the position that it states."""
    words = join_lines(lines)
    language = words_of(identity.language)
    position = interim_position(words, language)
    if position is None or not lines:
        return
    source = Place(identity.symbol, str(lists[-1].intro.paragraph), lines[0].page)
    named = _paragraphs_named(words, lists)
    speaks_of_all = not named and speaks_of_all_above(words, language)
    for listed in lists:
        # A list whose own intro paragraph states a position keeps it.
        speaks_of_list = speaks_of_all and listed.position is None
        listed.records = [
            replace(record, interim_position=position, position=position, position_source=source)
            if speaks_of_list or record.place.paragraph in named
            else record
            for record in listed.records
        ]


def _paragraphs_named(words: str, lists: Sequence[_List]) -> set[str]:
    """The paragraphs of the lists that a statement names as recommendations."""
    known = [record.place.paragraph or "" for listed in lists for record in listed.records]
    paragraphs: set[str] = set()
    for reference in numbers_named(words).references:
        if reference.cue == "recommendation":
            number = f"{reference.intro}.{reference.item}" if reference.intro else reference.item
            paragraphs.update(resolve_number(number, known))
    return paragraphs
