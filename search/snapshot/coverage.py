"""The coverage of a State: the history of its reviews beside what an index holds of each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pycountry

from models.reviews.review_history import history_of
from models.reviews.states import State
from search.catalogue.reviews import indexed_reviews
from search.datamodel.coverage import ReviewCoverage, StateCoverage
from search.snapshot.snapshot import Snapshot


def state_coverage(snapshot: Snapshot, state: str, today: date) -> StateCoverage:
    """Which reviews of a State (by code) took place to a day, with what the index holds of each.

    Raises:
        UnknownState: there is no State of that code.
    """
    return coverage_of(snapshot.states[state], indexed_reviews(snapshot.connection, state), today)


def coverage_of(state: State, indexed: Sequence[ReviewCoverage], today: date) -> StateCoverage:
    """The reviews of a State to a day, with what is known to be indexed of each.

    A review before which documents were written is in the index, and may not have taken place.
    """
    documented = [review.session for review in indexed if review.took_place]
    history = history_of(state.code, documented, today, ordered=not state.invented)
    held = {review.session: review for review in indexed}
    reviews = tuple(
        replace(held.get(past.session, ReviewCoverage(past.session)), basis=past.basis, source=past.source)
        for past in history.past
    )
    return StateCoverage(state, reviews, history, "" if state.invented else published_at(state.code))


def published_at(code: str) -> str:
    """Where the Office of the High Commissioner publishes the documents of all reviews of a State (by code).

    Its pages are named by the codes of two letters; of a State without one, the page that leads to all.
    """
    country = pycountry.countries.get(alpha_3=code)
    page = f"{country.alpha_2.lower()}-index" if country else "documentation"
    return f"https://www.ohchr.org/en/hr-bodies/upr/{page}"
