"""The search forms: what a browser posts, as one typed value. After this nobody touches `request.form`."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from models.errors import UnknownFilter
from search import FILTER_FIELDS, MAX_TEXT_CHARACTERS, FilterField, Filters
from web.words.marked_text import visible

REMOVE_ALL = "all"


@dataclass(frozen=True, slots=True)
class SearchForm:
    """One question of a user."""

    text: str = ""
    state: str | None = None
    """Code of the user's own State."""
    written_in: str | None = None
    """Code of the language of the text; None: it is detected."""
    filters: Filters = field(default_factory=Filters)
    page: int = 1
    """From 1."""
    all_own: bool = False
    """Whether the rest of what the own State was told follows what is found."""

    @classmethod
    def from_form(cls, form: MultiDict[str, str]) -> "SearchForm":
        """The question that a browser posted, less the filter that its `remove` button names.

        Of the language chosen before, in a hidden field, and that of a button, the button counts.

        Raises:
            UnknownFilter: a cycle or session that is no number.
        """
        removed = form.get("remove", "")
        return cls(
            text=visible(form.get("text", "")).strip(),
            state=form.get("state") or None,
            written_in=next(reversed(form.getlist("written_in")), None) or None,
            filters=_filters(form, removed),
            page=page_number(form.get("page", "")),
            all_own=form.get("all_own") == "1",
        )

    def on_page(self, page: int) -> "SearchForm":
        """The same question, another page of its answer."""
        return replace(self, page=page)


def problems_of(form: SearchForm, known_states: Collection[str], text_needed: str) -> dict[str, str]:
    """What a user has to mend before a search, by id of the form control.

    `text_needed` is the sentence for an empty text.
    """
    problems = {}
    if not form.text:
        problems["text"] = text_needed
    if len(form.text) > MAX_TEXT_CHARACTERS:
        problems["text"] = f"Shorten the text to {MAX_TEXT_CHARACTERS:,} characters; it has {len(form.text):,}."
    if form.state is not None and form.state not in known_states:
        problems["state"] = "Choose a State from the list, or none."
    return problems


def _filters(form: MultiDict[str, str], removed: str) -> Filters:
    """The filters of a form; a field without values keeps its default. What is searched in is no filter to remove."""
    kept = [field for field in FILTER_FIELDS.values() if removed != REMOVE_ALL or not field.legend]
    given = {field.name: _values(field, form.getlist(field.name), removed) for field in kept}
    return Filters(**{name: values for name, values in given.items() if values})


def _values(filter_field: FilterField, posted: list[str], removed: str) -> tuple[Any, ...]:
    """The values of one filter field, without doubles, blanks and the removed one."""
    kept = [value for value in posted if value and f"{filter_field.name}:{value}" != removed]
    try:
        return tuple(dict.fromkeys(int(value) if filter_field.has_numbers else value for value in kept))
    except ValueError as error:
        raise UnknownFilter(f"A {filter_field.name} is a number: choose one from the list.") from error


def page_number(value: str) -> int:
    """A page from 1; anything else is the first page."""
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 7 else 1
