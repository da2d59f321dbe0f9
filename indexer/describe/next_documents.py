"""Which reviews lack the documents that report on them: those before the State's next review."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.index_folder.catalogue_schema import Query
from models.records.documents import PRE_SESSION_KINDS, DocumentKind
from models.reviews.review_history import next_sessions
from models.reviews.sessions import last_day_of_session

_REVIEWS = """
SELECT review.id, review.state, review.session,
       (SELECT min(later.session) FROM review AS later WHERE later.state = review.state AND later.cycle > review.cycle)
FROM review JOIN state ON code = review.state
WHERE invented = 0 AND EXISTS (SELECT 1 FROM recommendation WHERE review = review.id) ORDER BY review.state, session
"""
_REPORTING = "SELECT DISTINCT reported_on, document_kind FROM reported WHERE reported_on IS NOT NULL"


@dataclass(frozen=True, slots=True)
class MissingDocuments:
    """Documents before one State's next review of which the index holds no paragraph."""

    review: str
    """On which they report."""
    symbols: tuple[str, ...]
    """Several for one document where the calendar leaves the session of the next review open."""
    named: str
    """Their symbols in short: "A/HRC/WG.6/34/SVN/1-3"."""


def missing_documents(query: Query, today: date) -> Iterator[MissingDocuments]:
    """Those of each review whose next review is over, or in the index, by State and session."""
    indexed: dict[str, set[str]] = defaultdict(set)
    for review, kind in query(_REPORTING):
        indexed[review].add(kind)
    for review, state, session, later in query(_REVIEWS):
        sessions = next_sessions(state, session, (later,) if later else ())
        last_day = last_day_of_session(sessions[-1]) if sessions else None
        is_over = later in sessions or (last_day is not None and last_day < today)
        numbers = [kind.rules.number for kind in PRE_SESSION_KINDS if kind not in indexed[review]]
        if not is_over or not numbers:
            continue
        stems = [f"A/HRC/WG.6/{number}/{state}" for number in sessions]
        in_short = f"{numbers[0]}-{numbers[-1]}" if len(numbers) == len(PRE_SESSION_KINDS) else _listed(numbers)
        yield MissingDocuments(
            review=review,
            symbols=tuple(f"{stem}/{number}" for stem in stems for number in numbers),
            named=" or ".join(f"{stem}/{in_short}" for stem in stems),
        )


def reviews_without_mid_term_report(query: Query) -> list[str]:
    """The reviews on which no mid-term report of the State is indexed, by State and session."""
    reporting = {review for review, kind in query(_REPORTING) if kind == DocumentKind.MID_TERM_REPORT}
    return [review for review, *_ in query(_REVIEWS) if review not in reporting]


def _listed(numbers: list[int]) -> str:
    return " and ".join(map(str, numbers))
