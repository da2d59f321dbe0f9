"""The index and the settings of the running site, for views and templates."""

from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import date
from typing import Any, TypeVar, cast

from flask import current_app, g

from models.errors import IndexFolderError
from models.messages.message import Message
from models.reviews.states import State
from search import (
    CycleCoverage,
    Filters,
    Record,
    SearchIndex,
    StateCoverage,
    StateInIndex,
    codings_in_words,
    cycles_covered,
)
from search.rank.filters_and_facets import codings
from search.snapshot.coverage import state_coverage
from web.site.collation import Place
from web.site.language import in_order, name_of_state
from web.site.settings import Settings

INDEX = "upr_index"
SETTINGS = "upr_settings"
Asked = TypeVar("Asked")


def served_index() -> SearchIndex:
    """The index that this site answers from."""
    return cast(SearchIndex, current_app.extensions[INDEX])


def settings() -> Settings:
    """The settings of this site."""
    return cast(Settings, current_app.extensions[SETTINGS])


def built_on() -> date:
    """The day on which this index was built."""
    return date.fromisoformat(served_index().overview().built[:10])


def codings_on(**filters: Any) -> Message | None:
    """How many of the recommendations that filters leave have a position that is a coding; None where none has."""
    listed = {name: tuple(value) if isinstance(value, list | tuple) else (value,) for name, value in filters.items()}
    return codings_of(Filters(**listed))


def codings_of(filters: Filters) -> Message | None:
    """How many of the recommendations that the filters of a question leave have a position that is a coding."""
    return codings_in_words(codings(served_index().snapshot.catalogue, filters))


def coverage_on(code: str) -> StateCoverage:
    """Which reviews of a State (by code) took place to this day, and what is indexed of each.

    Raises:
        UnknownState: there is no State of that code.
    """
    return state_coverage(served_index().snapshot, code, date.today())


def cycles_indexed(groups: Collection[str] = ()) -> tuple[CycleCoverage, ...]:
    """How much of each cycle is indexed, of all States or those of some regional groups."""
    return cycles_covered(served_index().snapshot.reviewed_states, date.today(), groups)


def others_indexed(code: str) -> bool:
    """Whether a review of any State but one (by code) is indexed, so that none found says something."""
    return any(known.sessions for known in served_index().snapshot.reviewed_states if known.state.code != code)


def known_states() -> dict[str, StateInIndex]:
    """The States that the index knows, by code and in the order of their names; looked up once a request."""
    if "known_states" not in g:
        states = sorted(served_index().snapshot.states_in_index, key=lambda known: place_in_order(known.state))
        g.known_states = {known.state.code: known for known in states}
    return cast(dict[str, StateInIndex], g.known_states)


def state_name(code: str) -> str:
    """Today's name of a State in the language of the page; the code where the index does not know it."""
    known = known_states().get(code)
    return name_of(known.state) if known else code


def name_of(state: State) -> str:
    """Today's name of a State, known to the index or not, in the language of the page."""
    return name_of_state(state.code, state.name)


def place_in_order(state: State) -> Place:
    """What States are sorted by in the language of the page: their names."""
    return in_order(name_of(state))


def is_invented(record: Record) -> bool:
    """Whether the record is about a State of a sample."""
    return is_invented_state(record.state_under_review)


def is_invented_state(code: str) -> bool:
    """Whether the State is one of a sample."""
    known = known_states().get(code)
    return known is not None and known.state.invented


def index_built() -> date | None:
    """The day on which the index was built; None where it cannot be used, for the page that says so, as below."""
    return _if_usable(built_on)


def rights_index_as_of() -> date | None:
    """The day of the newest record of OHCHR's Index in this index; None where there is none."""
    newest = _if_usable(lambda: served_index().overview().rights_index)
    return date.fromisoformat(newest) if newest else None


def vectors_being_made() -> Message | None:
    """How far the first run over the index has come, while nothing is compared by meaning; None otherwise."""
    return _if_usable(lambda: served_index().vectors_being_made)


def is_sample() -> bool:
    """Whether any State of the index is invented."""
    return bool(_if_usable(lambda: any(known.state.invented for known in known_states().values())))


def _if_usable(ask: Callable[[], Asked]) -> Asked | None:
    with suppress(IndexFolderError):
        return ask()
    return None
