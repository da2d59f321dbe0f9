"""Text of documents and users, made safe to show: controls removed, escaped, and only then marked; numbers in words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from markupsafe import Markup, escape

from models.messages.message import Message, PrintedName
from models.messages.names_in_sentences import StateInSentence
from models.texts.ranges import ranges
from web.site.english import InEnglish, marked_as_english
from web.site.language import filled, gettext, listed, side_by_side, translated

LONG = 700
"""Characters of a paragraph that is shown whole: some eight lines on a wide screen."""
SHOWN = 450
"""Characters of a longer one that are shown at once."""
SHORT_BESIDE = 60
"""Characters of a paragraph before or after the request that was found, which stay; more would fill a card."""

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "he", "ur"})

_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and the bidirectional overrides with which a text can show other words than it holds."""


def visible(text: str) -> str:
    """`text` without control characters and bidirectional overrides; tabs and line breaks stay, and HTML stays such."""
    seen = _INVISIBLE.sub("", text)
    return type(text)(seen) if isinstance(text, InEnglish | Markup) else seen


def of_a_document(text: str) -> Markup:
    """Words or a name as a document has them, in whatever language, as HTML: read aloud, they are in no other."""
    return Markup('<span lang="">{}</span>').format(visible(text))


def quoted(text: str) -> Markup:
    """Words of a document between quotation marks, as HTML."""
    return filled(gettext("“%(words)s”"), words=isolated(text))


def marked_in_english(words: str) -> Markup:
    """English words as they are printed, on a page in any language."""
    return Markup('<span lang="en" dir="ltr">{}</span>').format(visible(words))


def note_marked(note: str) -> Markup:
    """A note on a search, in the language of the page, as HTML: names and words in it keep their own language and
    direction."""
    if not isinstance(note, Message) or note.several:
        return escape(visible(translated(note)))
    message, values = gettext(note.message), {place: _apart(value) for place, value in note.values.items()}
    words = filled(message, **values)
    return marked_as_english(words) if isinstance(message, InEnglish) else words


def _apart(value: Any) -> Any:
    match value:
        case Message():
            return note_marked(value)
        case PrintedName(name, language):
            return filled(gettext("“%(words)s”"), words=isolated(name, language))
        case StateInSentence():
            return value  # in the form that its place asks for
        case str():
            return isolated(value, "")
        case tuple():
            return Markup(listed([escape(_apart(each)) for each in value]))  # noqa: S704 - each is escaped
    return value


def isolated(words: str, language: str = "") -> Markup:
    """Words of a document, or a number of it, as HTML: they turn nothing around them, whatever their direction."""
    return Markup('<bdi lang="{}">{}</bdi>').format(language, visible(words))


def direction(language: str) -> str:
    """The value of the `dir` attribute for a text of that language."""
    return "rtl" if language in RIGHT_TO_LEFT_LANGUAGES else "ltr"


def marked(quoted: str, requests: Sequence[tuple[int, int]], highlights: Sequence[tuple[int, int]] = ()) -> Markup:
    """The paragraph as HTML: highlights in <mark>, what is not part of a request in <span class="rest">.

    `requests` says where the requests stand in the paragraph. Without its tags the result is the escaped paragraph.
    """
    bounds = sorted({0, len(quoted), *chain.from_iterable([*requests, *highlights])})
    return Markup("").join(
        _piece(
            visible(quoted[start:end]),
            is_marked=_inside(start, end, highlights),
            is_rest=not _inside(start, end, requests),
        )
        for start, end in pairwise(bounds)
    )


@dataclass(frozen=True, slots=True)
class Folded:
    """A paragraph as HTML; a page shows what stands before and after the requests when somebody opens it."""

    before: Markup
    shown: Markup
    after: Markup


def folded(quoted: str, requests: Sequence[tuple[int, int]], highlights: Sequence[tuple[int, int]] = ()) -> Folded:
    """A paragraph with its requests marked, in parts where much stands before the first of them, or after the last."""
    start = min((start for start, _ in requests), default=0)
    start = start if start > SHORT_BESIDE else 0
    end = max((end for _, end in requests), default=len(quoted))
    end = end if len(quoted) - end > SHORT_BESIDE else len(quoted)
    parts = ((0, start), (start, end), (end, len(quoted)))
    return Folded(
        *(
            marked(quoted[first:last], _within(requests, first, last), _within(highlights, first, last))
            for first, last in parts
        )
    )


def folded_text(text: str) -> tuple[str, str]:
    """A text without marks: what a page shows, and what it folds."""
    if len(text) <= LONG:
        return text, ""
    end = _end_of_word(text, SHOWN)
    return text[:end], text[end:]


def spans_of_words(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where whole words stand in a text, in capitals or not; none overlap."""
    wanted = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return [found.span() for found in re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)", text, re.I)] if wanted else []


def _end_of_word(text: str, end: int) -> int:
    space = re.compile(r"\s").search(text, end)
    return space.start() if space else len(text)


def _within(spans: Sequence[tuple[int, int]], first: int, last: int) -> list[tuple[int, int]]:
    """What stands of these spans between two places, counted from the first."""
    return [(max(start, first) - first, min(end, last) - first) for start, end in spans if start < last and end > first]


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _piece(text: str, is_marked: bool, is_rest: bool) -> Markup:
    html = escape(text)
    if is_marked:
        html = Markup("<mark>{}</mark>").format(html)
    return Markup('<span class="rest">{}</span>').format(html) if is_rest else html


def number_ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers with runs drawn together: 1, 2, 3, 7 is "1-3, 7"."""
    return side_by_side(ranges(numbers))
