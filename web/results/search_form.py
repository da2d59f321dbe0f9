"""The search forms: what a browser posts, as one typed value. After this nobody touches `request.form`."""

from collections.abc import Collection
from dataclasses import dataclass, field, fields, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from models.errors import UnknownFilter
from models.records.records import Recommendation
from models.texts.words import ENGLISH
from search import MAX_TEXT_CHARACTERS, Filters, IssueQuestion, LobbyingQuestion, language_of
from web.site.chosen_list import chosen_list
from web.site.language import gettext, in_order, page_language, translated
from web.site.served_index import served_index
from web.words.page_words import FILTERS_SHOWN
from web.words.safe_text import visible

REMOVE_ALL = "all"
MOST_RECORDS = 20


@dataclass(frozen=True, slots=True)
class SearchForm:
    """One question of a user."""

    text: str = ""
    state: str | None = None
    """Code of the user's own State."""
    written_in: str | None = None
    """Code of the language of the text; None: it is detected."""
    filters: Filters = field(default_factory=Filters)
    all_own: bool = False
    """Whether the rest of what the own State was told follows what is found."""
    records: tuple[str, ...] = ()
    """Ids of recommendations that States to approach are asked for instead of a text."""

    @classmethod
    def from_form(cls, form: MultiDict[str, str]) -> "SearchForm":
        """The question that a browser posted, less the filter that its `remove` button names.

        Of the text and of what was chosen before, in hidden fields, and the value of a button, the button counts.

        Raises:
            UnknownFilter: a cycle or session that is no number.
        """
        removed = form.get("remove", "")
        return cls(
            text=visible(next(reversed(form.getlist("text")), "")).strip(),
            state=form.get("state") or None,
            written_in=next(reversed(form.getlist("written_in")), None) or None,
            filters=_filters(form, removed),
            all_own=next(reversed(form.getlist("all_own")), "") == "1",
            records=tuple(dict.fromkeys(filter(None, form.getlist("record"))))[:MOST_RECORDS],
        )

    @classmethod
    def from_address(cls, args: MultiDict[str, str]) -> "SearchForm":
        """The question that an address names, which never has a text."""
        return replace(cls.from_form(args), text="", written_in=None)

    @property
    def has_words(self) -> bool:
        """Whether the text holds anything to look for: of signs and pictures alone nothing was searched, so nothing
        found."""
        return any(character.isalnum() for character in self.text)

    @property
    def read_in(self) -> str | None:
        """Code of the language in which the text is read: of a few words that of the page, where they may be in it;
        None: it is detected."""
        page = page_language().language
        if self.written_in or page == ENGLISH or language_of(self.text, expected=page) != page:
            return self.written_in
        return page

    @property
    def label(self) -> str | None:
        """The issue label that is asked about where there is no text."""
        return next(iter(self.filters.label), None)

    @property
    def as_address(self) -> dict[str, Any]:
        """The query parameters that stand for a question without a text."""
        label = None if self.records else self.label
        given = {"state": self.state, "label": label, "record": list(self.records)}
        return {name: value for name, value in given.items() if value}

    def issue_question(self) -> IssueQuestion:
        """The question as search takes it, for its first lines."""
        return IssueQuestion(
            self.text,
            written_in=self.read_in,
            own_state=self.state,
            all_own=self.all_own,
            filters=self.filters,
        )

    def approach_question(self) -> LobbyingQuestion:
        """Which States to approach: for the text, else for the chosen recommendations, else for the label."""
        if self.has_words:
            return LobbyingQuestion(self.state or "", self.text, written_in=self.read_in)
        return LobbyingQuestion(self.state or "", label=None if self.records else self.label, records=self.records)


def problems_of(form: SearchForm, known_states: Collection[str], text_needed: str) -> dict[str, str]:
    """What a user has to mend before a search, by id of the form control.

    `text_needed` is the sentence for a text that is empty, or holds nothing to look for; "" where none is needed.
    """
    problems = {}
    if text_needed and not form.has_words:
        problems["text"] = text_needed
    if len(form.text) > MAX_TEXT_CHARACTERS:
        problems["text"] = text_too_long(form.text)
    if form.state is not None and form.state not in known_states:
        problems["state"] = gettext("%(filter)s: choose a value from the list.", filter=gettext("State under review"))
    return problems


def _filters(form: MultiDict[str, str], removed: str) -> Filters:
    """The filters of a form; a field without values keeps its default. What is searched in is no filter to remove."""
    kept = [each for each in fields(Filters) if removed != REMOVE_ALL or each.name == "kind"]
    given = {each.name: _values(each, form.getlist(each.name), removed) for each in kept}
    return Filters(**{name: values for name, values in given.items() if values})


def _values(filter_field: Any, posted: list[str], removed: str) -> tuple[Any, ...]:
    """The values of one filter field, without doubles, blanks and the removed one."""
    kind = _small_number if filter_field.type == tuple[int, ...] else str
    kept = [value for value in posted if value and f"{filter_field.name}:{value}" != removed]
    try:
        return tuple(dict.fromkeys(kind(value) for value in kept))
    except ValueError as error:
        name = translated(FILTERS_SHOWN[filter_field.name])
        raise UnknownFilter(gettext("%(filter)s: choose a value from the list.", filter=name)) from error


def _small_number(value: str) -> int:
    """A whole number of three digits at most: no filter has larger ones.

    Raises:
        ValueError: it is none.
    """
    if len(value) > 3:
        raise ValueError
    return int(value)


def text_too_long(text: str) -> str:
    """The sentence for a text that is not read to its end."""
    return gettext(
        "Shorten the text to %(most)s characters; it has %(count)s.", most=MAX_TEXT_CHARACTERS, count=len(text)
    )


def page_number(value: str) -> int:
    """A page from 1; anything else is the first page."""
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 7 else 1


def ways_to_ask(form: SearchForm) -> dict[str, Any]:
    """What a form offers instead of a description: the issue labels, and the recommendations that it names or that are
    on the visitor's list, without those that the index does not have."""
    ids = dict.fromkeys((*form.records, *chosen_list().ids))
    records = (entry.record for entry in served_index().chosen(tuple(ids)))
    return {
        "labels": sorted(served_index().choices("label"), key=lambda label: in_order(translated(label))),
        "chosen": [record for record in records if isinstance(record, Recommendation)][:MOST_RECORDS],
    }
