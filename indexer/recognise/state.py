"""Which State a document is about: the one that its cover names, else the one of its paragraphs or symbols."""

import re
from collections.abc import Sequence

from indexer.text.lines import join_lines
from indexer.text.symbols import Symbol, symbols_in
from models.languages.read_languages import any_language, first_match
from models.messages.spoken import saying
from models.records.documents import DocumentKind, Line
from models.reviews.states import State, StateTable, fold_letters, fold_name

MAX_NAME_LINES = 3
"""Lines of a cover that the name of a State may take."""

STATE_IN_TITLE = re.compile(rf"{any_language(lambda words: words.cover.state_in_title)}\s+(.+)", re.IGNORECASE)
OBSERVED_IN_TITLE = re.compile(
    rf"{any_language(lambda words: words.cover.observed)}\s+(?P<state>.{{3,80}})", re.IGNORECASE
)
"""What follows is, or begins with, the name of the State to which a treaty body speaks."""


def state_of(
    kind: DocumentKind, symbol: Symbol, cover: Sequence[Line], opening: str, states: StateTable
) -> tuple[State | None, list[str]]:
    """The State that the cover names, else the one that the paragraphs or symbols name."""
    if kind is DocumentKind.HRC_SESSION_REPORT:
        return None, []
    in_text = _state_reviewed(opening, states)
    by_code = _state_of_symbols(symbol, opening, states)
    # Symbols of concluding observations hold the State's code only since about 2004.
    in_title = _state_observed(join_lines(cover), states) if kind is DocumentKind.CONCLUDING_OBSERVATIONS else None
    state = _state_on_cover(cover, states) or in_text or by_code or in_title
    if state is None:
        return None, [saying("no State under review is named on the cover or in the first paragraphs.")]
    others = dict.fromkeys(other for other in (in_text, by_code) if other and other is not state)
    doubts: list[str] = [
        saying("the cover says %(state)s, the first paragraphs %(other)s.", state=state.name, other=other.name)
        for other in others
    ]
    return state, doubts


def _state_reviewed(opening: str, states: StateTable) -> State | None:
    """The State of "The review of … was held at the …"."""
    reviewed = first_match(lambda words: words.cover.review_held, opening)
    return states.find(reviewed["state"]) if reviewed else None


def _state_of_symbols(symbol: Symbol, opening: str, states: StateTable) -> State | None:
    """The State whose code the document's symbol holds, else that of the first document of a review that it cites."""
    if symbol.state:
        return states.get(symbol.state)
    cited = next((other.state for other in symbols_in(opening) if other.state and other.document), "")
    return states.get(cited)


def _state_observed(title: str, states: StateTable) -> State | None:
    """The State that the title of old concluding observations names, whose symbol does not."""
    for found in OBSERVED_IN_TITLE.finditer(title):
        letters, _ = fold_letters(found["state"])
        start = len(letters) - len(fold_name(found["state"]))
        for state, _ in states.names_at(letters, start):
            return state
    return None


def _state_on_cover(cover: Sequence[Line], states: StateTable) -> State | None:
    """The first lines of the cover that are the name of a State, or the end of a title that names one."""
    texts = [line.text for line in cover]
    for start in range(len(texts)):
        for count in range(MAX_NAME_LINES, 0, -1):
            printed = " ".join(texts[start : start + count])
            in_title = STATE_IN_TITLE.search(printed)
            if found := states.find((in_title[1] if in_title else printed).rstrip(" *∗†.")):
                return found
    return None
