"""What a browser posts to the pages of the lobbying list, as one typed value."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from werkzeug.datastructures import MultiDict

from search import MAX_TEXT_CHARACTERS, Evidence, EvidenceOf, LobbyingQuestion, Order
from web.site.language import gettext
from web.views.search_form import has_words, page_number, text_too_long
from web.words.text import visible

MOST_RECORDS = 20
MOST_STRUCK = 300
EVIDENCE_OF_BEFORE = {
    "here-supported": Evidence.HERE,
    "here-noted": Evidence.HERE,
    "specific": Evidence.ON_ISSUE,
    "supported": Evidence.ON_ISSUE,
    "noted": Evidence.ON_ISSUE,
    "near-on-issue": Evidence.OTHERS,
    "near": Evidence.ALL,
}
"""What an address of before leads to: numbers that are counted no longer, among which these were."""


@dataclass(frozen=True, slots=True)
class LobbyingForm:
    """One question of a user, and how its answer is to be shown."""

    text: str = ""
    written_in: str | None = None
    state: str | None = None
    label: str | None = None
    records: tuple[str, ...] = ()
    order: Order = "said"
    struck: tuple[str, ...] = ()
    """Codes of the States that the user struck out."""
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
            order="likely" if form.getlist("order")[-1:] == ["likely"] else "said",
            struck=_struck(form),
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
        return replace(self, order=wanted.order, show_all=wanted.show_all, behind=wanted.behind, page=wanted.page)

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
        given = {
            "state": self.state,
            "label": self.label,
            "record": list(self.records),
            "struck": list(self.struck),
        }
        return {name: value for name, value in given.items() if value}

    @property
    def fields(self) -> Iterator[tuple[str, str]]:
        """The question as a form posts it on, without what is shown of its answer."""
        yield from (("text", self.text), ("written_in", self.written_in or ""), ("state", self.state or ""))
        yield "label", self.label or ""
        yield from (("record", record) for record in self.records)
        yield from (("struck", code) for code in self.struck)
        yield "order", self.order

    @property
    def presentation(self) -> dict[str, Any]:
        """The query parameters that say how the list is shown; what is as by default is left out."""
        given = {"order": self.order if self.order != "said" else None, "show": "all" if self.show_all else None}
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


def _struck(form: MultiDict[str, str]) -> tuple[str, ...]:
    """The codes struck out, with the one that was now, without the one that was put back."""
    back = set(form.getlist("put_back"))
    codes = dict.fromkeys([*form.getlist("struck"), *form.getlist("strike")])
    return tuple(code for code in codes if code not in back and code.isalpha())[:MOST_STRUCK]


def _evidence_of(value: Any) -> EvidenceOf:
    """From "FRA:here" or ":here"; anything else is what the State under review received."""
    code, _, name = value.partition(":")
    evidence = Evidence(name) if name in set(Evidence) else EVIDENCE_OF_BEFORE.get(name)
    return EvidenceOf(evidence, code or None) if evidence else EvidenceOf(Evidence.HERE)
