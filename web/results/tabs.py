"""The tabs of a page of results: what else the same question shows, each at an address of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from models.reviews.states import StateKind
from web.results.kind_words import PERHAPS, FoundCounts, other_counts, own_counts
from web.results.presentation import Tab
from web.results.result_address import ResultAddress
from web.results.result_page import ResultPage
from web.site.language import gettext, number
from web.site.served_index import known_states, others_indexed, state_name


@dataclass(frozen=True, slots=True)
class ResultTab:
    """One of them."""

    words: str
    address: str
    is_here: bool
    count: str = ""
    """How much is surely or probably on the issue; "" where this is not known before the tab is opened."""


def tabs_of_issue(page: ResultPage, here: ResultAddress) -> tuple[ResultTab, ...]:
    """Those of an issue in a user's own words."""
    return tuple(
        ResultTab(words, here.of_tab(tab), tab == here.presentation.to, count) for tab, words, count in _tabs(page)
    )


def _tabs(page: ResultPage) -> Iterator[tuple[Tab, str, str]]:
    state, told, others = page.form.state, page.answer.observed, other_counts(page.answer)
    if state is None:
        yield "own", gettext("All States"), _count(others)
    else:
        yield "own", state_name(state), _count(own_counts(page.answer))
        is_known = others.total or others_indexed(state)
        yield "others", gettext("Other States"), _count(others) if is_known else gettext("none indexed")
    if state and known_states()[state].state.kind is StateKind.MEMBER:
        yield "approach", gettext("States to approach"), ""
    yield "reported", gettext("What was reported"), ""
    of_state = told if told and told.state else None
    said = number(of_state.total) if of_state and of_state.documents else gettext("none indexed")
    yield "told", gettext("Treaty bodies"), said if of_state else ""


def _count(counts: FoundCounts) -> str:
    if counts.perhaps and not counts.sure:
        return PERHAPS(counts.perhaps)
    return number(counts.sure)


def tabs_of_label(state: str | None, label: str, here: Tab) -> tuple[ResultTab, ...]:
    """Those of an issue label: lists by filters, and States to approach.

    `state`: code of the user's own State, if one is chosen.
    """
    tabs = [ResultTab(gettext("All States"), url_for("browse.browse", label=label), here == "others")]
    if state:
        listed = url_for("browse.browse", under_review=state, label=label)
        tabs.insert(0, ResultTab(state_name(state), listed, here == "own"))
        to_approach = url_for("match.without_words", state=state, label=label)
    else:
        to_approach = url_for("start.start", label=label, to="approach")
    return (*tabs, ResultTab(gettext("States to approach"), to_approach, here == "approach"))
