"""What to do with a file that does not say of which review it is.

Nothing is guessed. A file's name may bring up the question ("is this the review of Belgium?"), never the answer.
"""

import re

from indexer.recognise.session import first_date, session_on
from models.messages.message import Message
from models.messages.spoken import saying
from models.records.records import review_id
from models.reviews.next_review import LATER_CYCLE_SESSIONS
from models.reviews.past_reviews import sessions_of
from models.reviews.sessions import SESSIONS
from models.reviews.states import State, StateTable

_WORD = re.compile(r"[^\W\d_]+")
LONGEST_NAME = 9
"""Words of the name of a State in the name of a file."""


def question_on_name(name: str, states: StateTable) -> Message:
    """What to do with a file that does not say of which review it is; with what its name may mean, as a question."""
    state = _state_in_name(name, states)
    session = _session_in_name(name, state) if state else None
    if state is None:
        return saying("Say it with --review, as in --review SOM-52, or in a table documents.csv beside the files.")
    if session:
        return saying(
            "Is this the review of %(state)s in session %(session)s? Then give --review %(review)s, or say so in a "
            "table documents.csv beside the files.",
            state=state.in_message,
            session=str(session),
            review=review_id(state.code, session),
        )
    return saying(
        "Is this the review of %(state)s? Then give --review %(code)s-… (… is the session), or say so in a table "
        "documents.csv beside the files.",
        state=state.in_message,
        code=state.code,
    )


def _state_in_name(name: str, states: StateTable) -> State | None:
    """The longest run of words of a file's name that is the name of a State."""
    words = _WORD.findall(name.rpartition("/")[2].rpartition(".")[0])
    for length in range(LONGEST_NAME, 0, -1):
        for start in range(len(words) - length + 1):
            if state := states.find(" ".join(words[start : start + length])):
                return state
    return None


def _session_in_name(name: str, state: State) -> int | None:
    """The session that met on the day in the name, else that of the State's last review, if the next is not due."""
    if on_day := session_on(first_date(name.replace("_", " "))):
        return on_day
    last = max(sessions_of(state.code), default=0)
    return last if last + LATER_CYCLE_SESSIONS > SESSIONS[-1].number else None
