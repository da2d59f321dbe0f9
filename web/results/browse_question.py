"""Filters alone as a question: read from an address, written into one, and said in words."""

from dataclasses import fields, replace
from typing import Any

from flask import url_for
from werkzeug.datastructures import MultiDict

from models.errors import UnknownFilter, UnknownState
from search import FILTER_FIELDS, Filters
from web.results.kind_words import words_of_kinds
from web.results.presentation import Presentation
from web.results.result_address import ResultAddress
from web.results.result_page import value_label
from web.results.search_form import REMOVE_ALL, SearchForm
from web.site.language import OneOf, either, gettext, translated
from web.site.served_index import served_index

PARAMETERS = frozenset({*FILTER_FIELDS, *(each.name for each in fields(Presentation)), "remove", "format"})
"""What an address may name."""
SHOWN_IN_ORDER = ("under_review", "recommending", "group", "cycle", "session", "position")
"""What a heading says first; the other filters follow in their own order."""


class BrowseAddress(ResultAddress):
    """The address of what filters leave, which are its `values`."""

    @classmethod
    def of(cls, filters: Filters, presentation: Presentation) -> "BrowseAddress":
        """The usual address: what is as by default is left out."""
        return cls("browse.browse", address_values(filters), presentation, url_for("browse.browse"))

    def without(self, removed: str) -> str:
        """The address without one filter ("position:noted"), or without "all" but the kind."""
        name, _, value = removed.partition(":")
        left = {
            field: [each for each in values if (field, each) != (name, value)]
            for field, values in self.values.items()
            if removed != REMOVE_ALL or field == "kind"
        }
        return replace(self, values=left).shown()

    def download(self, extension: str) -> str:
        """The address of a file of what is listed."""
        parameters: dict[str, Any] = {**self.values, **self.presentation.changed().parameters, "format": extension}
        return url_for("browse.download", **parameters)


def filters_of(args: MultiDict[str, str]) -> Filters:
    """The filters of an address, States by their codes and labels as the index writes them.

    Raises:
        UnknownFilter: a value that no entry can have; the sentence does not repeat it, for an address may come from a
            stranger, and what stands on the page is said by this site.
    """
    filters = SearchForm.from_form(args).filters
    given = {name: values for name in FILTER_FIELDS if (values := getattr(filters, name))}
    return replace(filters, **{name: _known(name, values) for name, values in given.items()})


def _known(name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values of a filter, each once, as the index writes them."""
    try:
        written: tuple[Any, ...] = getattr(served_index().known_filters(Filters(**{name: values})), name)
    except (UnknownFilter, UnknownState) as error:
        field = FILTER_FIELDS[name]
        legend = translated(field.legend) if field.legend else gettext("Kind")
        raise UnknownFilter(gettext("%(filter)s: choose a value from the list.", filter=legend)) from error
    return written


def address_values(filters: Filters) -> dict[str, list[str]]:
    """The query parameters that stand for filters; what is as by default is left out."""
    given = {each.name: getattr(filters, each.name) for each in fields(Filters)}
    return {
        each.name: [str(value) for value in given[each.name]]
        for each in fields(Filters)
        if given[each.name] != each.default
    }


def heading_of(filters: Filters, total: int) -> str:
    """What is listed ("12 recommendations to Slovenia · cycle 2 · noted")."""
    words = words_of_kinds(filters.kind)
    if filters.under_review:
        parts = [words.of_state(total, state=_either("under_review", filters))]
    else:
        parts = [words.counted(total)]
    parts += [_in_heading(name, filters) for name in _chosen(filters) if name not in ("under_review", "kind")]
    return " · ".join(parts)


def _chosen(filters: Filters) -> list[str]:
    """The fields that filter, in the order in which a heading says them."""
    ordered = dict.fromkeys((*SHOWN_IN_ORDER, *FILTER_FIELDS))
    return [name for name in ordered if getattr(filters, name)]


def _in_heading(name: str, filters: Filters) -> str:
    values = _either(name, filters)
    return gettext("by %(state)s", state=values) if name == "recommending" else either(values)


def _either(name: str, filters: Filters) -> OneOf:
    """The values of a filter, which are alternatives."""
    return OneOf(value_label(name, str(value)) for value in getattr(filters, name))
