"""Which reviews of a State took place, how that is known, and which comes next."""

from datetime import date

import pytest

from models.reviews.review_history import history_of, next_sessions

TODAY = date(2026, 11, 28)


def in_short(state: str, today: date = TODAY, documented: tuple[int, ...] = ()) -> str:
    """The last two reviews, each with how it is known, and the next: "34 listed, 48 listed > 62"."""
    history = history_of(state, documented, today)
    past = ", ".join(f"{review.session} {review.basis}" for review in history.past[-2:])
    return f"{past} > {history.coming}"


@pytest.mark.parametrize(
    ("state", "today", "said"),
    [
        ("SVN", TODAY, "34 listed, 48 listed > 62"),
        ("SVN", date(2025, 1, 19), "20 listed, 34 listed > 48"),  # announced: the table names it
        ("SVN", date(2025, 1, 20), "34 listed, 48 listed > 62"),  # from the first day of the session on
        ("BLR", TODAY, "36 listed, 50 listed > 64"),
        ("SOM", TODAY, "38 listed, 52 listed > 66"),  # by the draft of its report
        ("NER", TODAY, "38 listed, 52 expected > 66"),  # of session 52 seven States alone are known
        ("HUN", TODAY, "39 listed, 53 expected > 67"),
        ("HUN", date(2026, 11, 13), "25 listed, 39 listed > 53"),  # until the last day of the session
        ("SDN", TODAY, "25 listed, 40 listed > 54"),
        ("USA", TODAY, "36 listed, 53 expected > 64"),  # moved from 50 to 53; its place in the order stays
        ("ISR", TODAY, "29 listed, 43 listed > 57"),
        ("PSE", TODAY, " > None"),
    ],
)
def test_reviews_to_a_day(state: str, today: date, said: str) -> None:
    assert in_short(state, today) == said


@pytest.mark.parametrize(("state", "due"), [("UKR", 42), ("MMR", 51)])
def test_review_that_was_due_and_is_not_among_those_of_its_session(state: str, due: int) -> None:
    history = history_of(state, (), TODAY)
    assert (history.coming, history.put_off) == (None, due)


def test_report_at_hand_shows_a_review_that_no_list_has() -> None:
    assert in_short("HUN", documented=(39, 53)) == "39 listed, 53 documented > 67"
    assert in_short("UKR", documented=(54,), today=date(2027, 3, 1)) == "28 listed, 54 documented > 68"


def test_review_that_the_council_moved_says_from_where() -> None:
    latest = history_of("USA", (), TODAY).latest
    assert latest
    assert latest.moved_from
    assert latest.moved_from.session == 50
    assert latest.source.startswith("https://")


def test_latest_that_a_source_has() -> None:
    history = history_of("HUN", (), TODAY)
    assert [review.session if review else None for review in (history.latest, history.latest_sure)] == [53, 39]


def test_invented_state_has_the_reviews_that_documents_show() -> None:
    history = history_of("XAA", (20, 34), TODAY, ordered=False)
    assert (history.sessions, history.coming) == ((20, 34), 62)


@pytest.mark.parametrize(
    ("state", "session", "documented", "sessions"),
    [
        ("BRA", 13, (13, 41), (27,)),  # whether its documents are here or not
        ("BRA", 41, (), (55,)),
        ("SVN", 7, (), (20,)),
        ("UKR", 28, (), ()),
        ("USA", 36, (), (53,)),
        ("HUN", 39, (), (53,)),
        ("XAA", 7, (7,), (19, 20)),  # after the first cycle its place in the session is not known
        ("XAA", 7, (7, 34), (34,)),
    ],
)
def test_review_after_another(state: str, session: int, documented: tuple[int, ...], sessions: tuple[int, ...]) -> None:
    assert next_sessions(state, session, documented) == sessions
