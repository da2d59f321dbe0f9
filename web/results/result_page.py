"""One page of an answer, as templates show it: groups, range, paging, filters and chips."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from math import ceil

from models.messages.message import Message
from search import FILTER_FIELDS, POSITION_WORDS, Answer, Facet, Filters, Group, Hit, coded_of_them
from web.results.kind_words import KINDS, KindWords, words_of_kinds
from web.results.presentation import PER_PAGE, Presentation
from web.results.search_form import SearchForm
from web.site.language import gettext, in_order, language_name, number, translated
from web.site.served_index import served_index, settings, state_name
from web.words.page_words import ACTION_WORDS, FILTERS_SHOWN
from web.words.review_dates import year_and_session

SHOWN_CHOICES = 6
"""Values of a filter that stand as check boxes; the others are in a list to choose from."""

_VALUE_WORDS = {"position": POSITION_WORDS, "action_category": ACTION_WORDS}
"""Values of filters that are codes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str
    count: int
    chosen: bool
    coded: Message | None = None
    """How many of the count a list or table codes so; None where documents give all."""


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """One filter field: what is chosen and what can be."""

    field: str
    legend: str
    shown: tuple[Choice, ...]
    """The chosen values and the most frequent others."""
    more: tuple[Choice, ...]
    """The rest, in their natural order or by label."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter value that can be removed."""

    remove: str
    """Value of the `remove` button."""
    legend: str
    label: str


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What the result templates need."""

    form: SearchForm
    answer: Answer
    page: int
    """From 1."""
    per_page: int
    choices: tuple[FilterChoices, ...]
    chips: tuple[Chip, ...]
    group: Group | None = None
    """The group of which this is a page; None where there is one group alone."""

    @property
    def kinds(self) -> dict[str, int]:
        """How many entries of each kind the answer would hold if that kind were chosen."""
        counts = {
            each.value: each.count for facet in self.answer.facets if facet.field == "kind" for each in facet.values
        }
        return {kind: counts.get(kind, 0) for kind in KINDS}

    @property
    def words(self) -> KindWords:
        """What is said of the kind of entry that was asked for."""
        return words_of_kinds(self.form.filters.kind)

    @property
    def surer_hits(self) -> tuple[Hit, ...]:
        """The hits of this page before those that are folded or were not found."""
        return self.answer.hits[: len(self.answer.hits) - len(self.folded_hits) - len(self.rest_hits)]

    @property
    def rest_hits(self) -> tuple[Hit, ...]:
        """The hits of this page that were not found: the rest of the own State's, where it is wanted."""
        return tuple(hit for hit in self.answer.hits if hit.group == "own" and hit.rank > self.answer.own_total)

    @property
    def folded_hits(self) -> tuple[Hit, ...]:
        """The hits that are only perhaps on the issue, where they end a page that begins with surer ones."""
        hits = self.answer.hits
        first = next((place for place, hit in enumerate(hits) if hit.strength == "possible"), 0)
        tail = hits[first:]
        return tail if first and all(hit.strength == "possible" for hit in tail) else ()

    @property
    def folded(self) -> int:
        """How many entries stand in the folded lines."""
        return sum(1 + len(hit.others) for hit in self.folded_hits)

    @property
    def listed(self) -> int:
        """How many entries the pages list: those found, and the rest of the own State's where it is wanted."""
        if self.group is None:
            return self.answer.total
        if self.group == "others":
            return self.answer.total - self.answer.own_total
        return self.answer.own_total + (self.answer.own_rest if self.answer.lists_rest else 0)

    @property
    def is_last(self) -> bool:
        """Whether the entries end on this page."""
        return self.page >= self.page_count

    @property
    def range(self) -> str:
        """Numbers of the first and the last entry on this page, from 1: a line may hold several."""
        first_line, last_line = self.answer.hits[0], self.answer.hits[-1]
        return f"{number(first_line.rank)}-{number(last_line.rank + len(last_line.others))}"

    @property
    def sizes(self) -> list[int]:
        """How many lines a page may have, to choose from."""
        return sorted({settings().results_per_page, *PER_PAGE})

    @property
    def page_count(self) -> int:
        """Pages of the whole answer."""
        return ceil(self.answer.lines / self.per_page)


def result_page(
    form: SearchForm,
    shown: Presentation,
    ask: Callable[[int, int], Answer],
    group: Group | None = None,
) -> ResultPage:
    """The page that an address asks for; a page after the last is the last.

    `ask` takes limit and offset, and answers with the lines of the `group` alone, if there is one.
    """
    page, per_page = shown.page, shown.lines(settings().results_per_page)
    answer = ask(per_page, (page - 1) * per_page)
    if answer.lines and not answer.hits:
        page = ceil(answer.lines / per_page)
        answer = ask(per_page, (page - 1) * per_page)
    return ResultPage(form, answer, page, per_page, _choices(form.filters, answer.facets), chips_of(form), group)


def _choices(filters: Filters, facets: Iterable[Facet]) -> tuple[FilterChoices, ...]:
    """The filters worth showing: something is chosen, or there is something to choose between."""
    by_field = {facet.field: facet for facet in facets}
    found = []
    for name in FILTERS_SHOWN:
        chosen, facet = _chosen(filters, name), by_field.get(name, Facet(name, ()))
        if chosen or (len(facet.values) > 1 and _covers_most(name)):
            found.append(_filter_choices(facet, chosen))
    return tuple(found)


def _covers_most(name: str) -> bool:
    """Whether labels of a field are known of nine in ten reviews: a filter by others would leave out what nobody
    coded."""
    overview = served_index().overview()
    return 10 * overview.labelled.get(name, overview.searched) >= 9 * overview.searched


def _filter_choices(facet: Facet, chosen: tuple[str, ...]) -> FilterChoices:
    name, counts = facet.field, {each.value: each.count for each in facet.values}
    coded = {each.value: coded_of_them(each.coded) for each in facet.values}
    others = (value for value in counts if value not in chosen)
    values = [*chosen, *sorted(others, key=lambda value: (-counts[value], _natural_place(name, value)))]
    choices = [
        Choice(value, value_label(name, value), counts.get(value, 0), value in chosen, coded.get(value))
        for value in values
    ]
    room = max(SHOWN_CHOICES, len(chosen))
    shown = sorted(choices[:room], key=lambda choice: _natural_place(name, choice.value))
    more = sorted(choices[room:], key=lambda choice: (_natural_place(name, choice.value), in_order(choice.label)))
    return FilterChoices(name, translated(FILTERS_SHOWN[name]), tuple(shown), tuple(more))


def _natural_place(name: str, value: str) -> int:
    """The place of a value in a field that has an order of its own."""
    if name in ("cycle", "session", "action_category"):
        return int(value)
    return list(POSITION_WORDS).index(value) if name == "position" else 0


def chips_of(form: SearchForm) -> tuple[Chip, ...]:
    """The filters chosen."""
    return tuple(
        Chip(f"{name}:{value}", translated(legend), value_label(name, value))
        for name, legend in FILTERS_SHOWN.items()
        for value in _chosen(form.filters, name)
    )


def _chosen(filters: Filters, name: str) -> tuple[str, ...]:
    """The chosen values of a field; its default is no choice."""
    values = getattr(filters, name)
    default = next(each.default for each in fields(Filters) if each.name == name)
    return () if values == default else tuple(str(value) for value in values)


def value_label(name: str, value: str) -> str:
    """A filter value as pages show it; labels and groups are words of controlled lists."""
    if name in ("under_review", "recommending"):
        return state_name(value)
    if name == "cycle":
        return gettext("Cycle %(cycle)s", cycle=value)
    if name == "session":
        return year_and_session(int(value))
    if name == "language":
        return language_name(value)
    if name in _VALUE_WORDS:
        return translated(_VALUE_WORDS[name].get(value, value))
    return translated(FILTER_FIELDS[name].words.get(value, value))
