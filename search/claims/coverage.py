"""What is said of the coverage of a State: the same sentences on pages, in papers, commands, the API and answers."""

from collections.abc import Collection, Sequence

from models.messages.message import Message, Months, counted
from models.reviews.next_review import estimated_days, estimated_year
from models.reviews.review_history import ReviewBasis
from models.reviews.sessions import find_session
from search.datamodel.answer import StateReview
from search.datamodel.coverage import Extent, ReviewCoverage, StateCoverage


def year_of(review: ReviewCoverage | StateReview) -> str:
    """The year of a review."""
    return str(review.held_on.year if review.held_on else estimated_year(review.session))


def months_of(review: ReviewCoverage) -> Months:
    """The month of a review; where its day is not known, the months of its session, which may begin before it."""
    first_day, last_day = estimated_days(review.session)
    return Months(review.held_on or first_day, review.held_on or last_day)


def year_and_session_of(review: ReviewCoverage | StateReview) -> Message:
    """Which review it is ("2014 (session 20)")."""
    return Message("%(year)s (session %(session)s)", year=year_of(review), session=str(review.session))


def year_and_session(session: int) -> Message:
    """Which session it is ("2014 (session 20)"); of one whose days are not known yet, about which year."""
    year = str(estimated_year(session))
    if find_session(session) is None:
        return Message("about %(year)s (session %(session)s)", year=year, session=str(session))
    return Message("%(year)s (session %(session)s)", year=year, session=str(session))


def not_indexed_of(coverage: StateCoverage) -> tuple[Message, ...]:
    """All that is said of what is not indexed of a State, each once: that it was reviewed again, then what else."""
    words = superseded(coverage)
    return (*([words] if words else []), *what_is_missing(coverage, said=coverage.later))


def what_is_missing(coverage: StateCoverage, said: Collection[ReviewCoverage] = ()) -> tuple[Message, ...]:
    """Sentences on what is indexed of the reviews of a State and what is not; none where nothing is missing.

    `said`: reviews of which another sentence beside these says that they are missing.
    """
    drafts = map(_draft, coverage.searched)
    missing = [review for review in coverage.missing if review not in said]
    others = (
        _absent(coverage, missing),
        _expected(missing),
        _from_tables(coverage),
        _unanswered(coverage),
        _coded(coverage),
    )
    return tuple(filter(None, (*others[:2], *drafts, *others[2:])))


def superseded(coverage: StateCoverage) -> Message | None:
    """That the State was reviewed again since the latest review that is indexed; None where it was not."""
    state = coverage.state.in_message
    sure = _sure(coverage.later)
    expected = [review for review in coverage.later if review not in sure]
    if sure and expected:
        return Message(
            "%(state)s was reviewed again in %(months)s, and by the timetable in %(expected)s too, of which no source "
            "here says whether it was held. What was published of these reviews is not in this index; get it first.",
            state=state,
            months=tuple(map(months_of, sure)),
            expected=tuple(map(months_of, expected)),
        )
    if sure:
        return counted(
            "%(state)s was reviewed again in %(months)s. That report is not in this index; get it first.",
            "%(state)s was reviewed again in %(months)s. Those reports are not in this index; get them first.",
            len(sure),
            state=state,
            months=tuple(map(months_of, sure)),
        )
    if coverage.later:
        return Message(
            "By the timetable %(state)s was reviewed again in %(month)s. No source here says whether it was, "
            "and no report is in this index; look for it first.",
            state=state,
            month=months_of(coverage.later[-1]),
        )
    return None


def command_for(coverage: StateCoverage, reviews: Sequence[ReviewCoverage]) -> str:
    """The command that fetches the documents of some reviews; "" for an invented State, or for none."""
    if coverage.state.invented or not reviews:
        return ""
    sessions = " ".join(f"--session {review.session}" for review in reviews)
    return f"upr fetch documents --state {coverage.state.code} {sessions}"


def compared_after(coverage: StateCoverage, session: int, compared: int | None) -> tuple[Message, ...]:
    """With which later review the recommendations of a session were compared.

    `compared` is the session of the later review whose recommendations it was compared with; None: with none.
    """
    if compared is not None:
        other = coverage.review(compared)
        found = [
            Message(
                "Compared with the recommendations of %(review)s.",
                review=year_and_session_of(other) if other else str(compared),
            )
        ]
        skipped = coverage.between(session, compared)
        return (*found, _skipped(skipped)) if skipped else tuple(found)
    return (not_compared(coverage, session),)


def not_compared(coverage: StateCoverage, session: int) -> Message:
    """Why the recommendations of a session were compared with no later ones."""
    later = coverage.after(session)
    sure = _sure(later)
    missing = [review for review in sure if not review.is_searched]
    if missing:
        return Message(
            "Not compared with the next review: the recommendations of %(reviews)s are not in this index.",
            reviews=tuple(map(year_and_session_of, missing)),
        )
    if sure:
        return Message(
            "Not compared with the next review: the recommendations of %(reviews)s are in another language.",
            reviews=tuple(map(year_and_session_of, sure)),
        )
    if later:
        return Message(
            "By the timetable the next review was that of %(review)s; no source here says whether it was "
            "held, and no recommendation of it is in this index.",
            review=year_and_session_of(later[0]),
        )
    return Message("No later review of %(state)s is known to have taken place.", state=coverage.state.in_message)


def skipped_between(coverage: StateCoverage, before: int, session: int) -> Message | None:
    """Which reviews between two that are compared are not indexed; None where there is none."""
    skipped = coverage.between(before, session)
    return _skipped(skipped) if skipped else None


def _skipped(reviews: Sequence[ReviewCoverage]) -> Message:
    return Message(
        "The recommendations of %(reviews)s, in between, are not in this index.",
        reviews=tuple(map(year_and_session_of, reviews)),
    )


def _sure(reviews: Sequence[ReviewCoverage]) -> list[ReviewCoverage]:
    """Those that a source or a document says took place."""
    return [review for review in reviews if review.basis is not ReviewBasis.EXPECTED]


def _absent(coverage: StateCoverage, missing: Sequence[ReviewCoverage]) -> Message | None:
    """What is not here of the reviews that took place."""
    absent = tuple(map(year_of, _sure(missing)))
    if not absent:
        return None
    return counted(
        "%(state)s: its review of %(missing)s is not here.",
        "%(state)s: its reviews of %(missing)s are not here.",
        len(absent),
        state=coverage.state.in_message,
        missing=absent,
    )


def _expected(missing: Sequence[ReviewCoverage]) -> Message | None:
    expected = [review for review in missing if review.basis is ReviewBasis.EXPECTED]
    if not expected:
        return None
    return Message(
        "By the timetable it was reviewed in %(reviews)s too: no source here says whether it was, and nothing "
        "is indexed.",
        reviews=tuple(map(year_and_session_of, expected)),
    )


def _from_tables(coverage: StateCoverage) -> Message | None:
    in_part = [review for review in coverage.searched if review.extent is Extent.PART]
    if not in_part or coverage.state.invented:
        return None
    return counted(
        "The review of %(years)s is known from tables alone: its report is not here, and there may be more.",
        "The reviews of %(years)s are known from tables alone: their reports are not here, and there may be more.",
        len(in_part),
        years=tuple(map(year_of, in_part)),
    )


def _draft(review: ReviewCoverage) -> Message | None:
    """That what is indexed of a review are the words and numbers of a draft."""
    if review.draft is None:
        return None
    return Message(
        "The final report of %(year)s is not here: its recommendations are those of the %(draft)s, and numbers and "
        "words may change.",
        year=year_of(review),
        draft=review.draft.name,
    )


def _unanswered(coverage: StateCoverage) -> Message | None:
    """Of which reviews the recommendations are here, and no answer to any."""
    unanswered = [review for review in coverage.searched if not review.is_answered]
    if not unanswered or coverage.state.invented:
        return None
    return Message(
        "The answers to the recommendations of %(years)s are not in this index.", years=tuple(map(year_of, unanswered))
    )


def _coded(coverage: StateCoverage) -> Message | None:
    """Of which reviews positions are UPR Info's coding, and what that is: "Noted" is no answer of a State there."""
    coded = [review for review in coverage.searched if review.coded]
    if not coded or coverage.state.invented:
        return None
    return Message(
        "Where no answer is indexed, positions of %(years)s are UPR Info’s coding: it counts as noted also what was "
        "never answered.",
        years=tuple(map(year_of, coded)),
    )
