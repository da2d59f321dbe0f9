"""What a browser posts to the pages of the lobbying list, as one typed value."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from search import MAX_TEXT_CHARACTERS, Evidence, EvidenceOf, LobbyingQuestion
from web.site.language import gettext
from web.views.lobbying_table import BY_PROMISE, SORTS
from web.views.search_form import has_words, page_number, text_too_long
from web.words.text import visible

MOST_RECORDS = 20


@dataclass(frozen=True, slots=True)
class LobbyingForm:
    """One question of a user, and how its answer is to be shown."""

    text: str = ""
    written_in: str | None = None
    state: str | None = None
    label: str | None = None
    records: tuple[str, ...] = ()
    sort: str = BY_PROMISE
    show_all: bool = False
    behind: EvidenceOf = field(default_factory=lambda: EvidenceOf(Evidence.HERE))
    """The number whose recommendations are asked for."""
    page: int = 1
    """Of the recommendations behind a number, from 1."""

    @classmethod
    def from_form(cls, form: MultiDict[str, str]) -> "LobbyingForm":
        """The question that a browser posted: of a hidden field and a button of one name, the button counts."""
        return cls(
            text=visible(form.get("text", "")).strip(),
            written_in=form.get("written_in") or None,
            state=form.get("state") or None,
            label=form.get("label") or None,
            records=tuple(dict.fromkeys(filter(None, form.getlist("record"))))[:MOST_RECORDS],
            sort=next((sort for sort in reversed(form.getlist("sort")) if sort in SORTS), BY_PROMISE),
            show_all=form.get("show") == "all",
            behind=_evidence_of(form.get("behind", "")),
            page=page_number(form.getlist("page")[-1] if "page" in form else ""),
        )

    @classmethod
    def from_address(cls, args: MultiDict[str, str]) -> "LobbyingForm":
        """The question that an address names, which never has a text."""
        return replace(cls.from_form(args), text="", written_in=None)

    def shown_as(self, args: MultiDict[str, str]) -> "LobbyingForm":
        """The same question, shown as an address wants it."""
        wanted = self.from_form(args)
        return replace(self, sort=wanted.sort, show_all=wanted.show_all, behind=wanted.behind, page=wanted.page)

    @property
    def is_complete(self) -> bool:
        """Whether an address names all that a list needs."""
        return bool(self.state and (self.label or self.records))

    @property
    def is_in_own_words(self) -> bool:
        """Whether the text counts or would be lost: a label goes before it."""
        return bool(self.text and not self.label)

    @property
    def as_address(self) -> dict[str, Any]:
        """The query parameters that stand for a question without a text."""
        given = {"state": self.state, "label": self.label, "record": list(self.records)}
        return {name: value for name, value in given.items() if value}

    @property
    def presentation(self) -> dict[str, Any]:
        """The query parameters that say how the list is shown; what is as by default is left out."""
        given = {"sort": self.sort if self.sort != BY_PROMISE else None, "show": "all" if self.show_all else None}
        return {name: value for name, value in given.items() if value}

    @property
    def behind_as_posted(self) -> str:
        """The number whose recommendations are asked for, as `from_form` reads it."""
        return f"{self.behind.recommending or ''}:{self.behind.evidence.value}"

    def question(self) -> LobbyingQuestion:
        """The question to put to the index; chosen recommendations go before a label, a label before the text."""
        return LobbyingQuestion(self.state or "", self.text, self.label, self.records, written_in=self.written_in)


def problems_of(form: LobbyingForm, known_states: Collection[str], labels: Collection[str]) -> dict[str, str]:
    """What a user has to mend before a list can be made, by id of the form control."""
    problems = {}
    if not has_words(form.text) and not form.label and not form.records:
        problems["text"] = gettext("Describe the issue, or choose a label.")
    if len(form.text) > MAX_TEXT_CHARACTERS:
        problems["text"] = text_too_long(form.text)
    if form.label is not None and form.label not in labels:
        problems["label"] = gettext("Choose a label from the list, or none.")
    if form.state not in known_states:
        problems["state"] = gettext("Choose the State under review.")
    return problems


def _evidence_of(value: Any) -> EvidenceOf:
    """From "FRA:here" or ":here"; anything else is what the State under review received."""
    code, _, evidence = value.partition(":")
    return EvidenceOf(Evidence(evidence), code or None) if evidence in set(Evidence) else EvidenceOf(Evidence.HERE)
