"""Which reviews of a State are indexed, which are not, and where the United Nations publishes these."""

from collections.abc import Collection
from datetime import date

import pycountry

from models.reviews.past_reviews import MissingReviews, missing_reviews
from web.site.language import gettext, ngettext
from web.words.sessions import year, year_and_session


def coverage(code: str, state: str, indexed: Collection[int], today: date) -> str:
    """What is indexed of the reviews of a State (by code and name) and what is not; "" where nothing is missing.

    `indexed` holds the sessions of the reviews that recommendations are indexed of.
    """
    missing = missing_reviews(code, indexed, today)
    sentences = [
        _held(state, tuple(year(session) for session in sorted(indexed)), missing),
        _expected(missing),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _held(state: str, indexed: tuple[str, ...], missing: MissingReviews) -> str:
    absent = tuple(map(year, missing.held))
    if not absent:
        return ""
    if not indexed:
        return ngettext(
            "%(state)s: its review of %(missing)s is not here.",
            "%(state)s: its reviews of %(missing)s are not here.",
            len(absent),
            state=state,
            missing=absent,
        )
    if len(indexed) == 1:
        return ngettext(
            "%(state)s: only the review of %(indexed)s is indexed; %(missing)s is not here.",
            "%(state)s: only the review of %(indexed)s is indexed; %(missing)s are not here.",
            len(absent),
            state=state,
            indexed=indexed,
            missing=absent,
        )
    return ngettext(
        "%(state)s: only the reviews of %(indexed)s are indexed; %(missing)s is not here.",
        "%(state)s: only the reviews of %(indexed)s are indexed; %(missing)s are not here.",
        len(absent),
        state=state,
        indexed=indexed,
        missing=absent,
    )


def _expected(missing: MissingReviews) -> str:
    if not missing.expected:
        return ""
    return gettext(
        "By the calendar it was reviewed in %(sessions)s too, which is not indexed either.",
        sessions=tuple(map(year_and_session, missing.expected)),
    )


def published_at(code: str) -> str:
    """Where the Office of the High Commissioner publishes the documents of all reviews of a State (by code).

    Its pages are named by the codes of two letters; of a State without one, the page that leads to all.
    """
    country = pycountry.countries.get(alpha_3=code)
    page = f"{country.alpha_2.lower()}-index" if country else "documentation"
    return f"https://www.ohchr.org/en/hr-bodies/upr/{page}"
