"""Why something failed, in words that can be said in other languages."""

import errno
import sqlite3

import pytest

from models.errors import StateTableError
from models.messages.message import Message
from models.messages.spoken import why_it_failed


@pytest.mark.parametrize(
    ("error", "message"),
    [
        pytest.param(OSError(errno.ENOSPC, "No space left on device"), "No space left on device", id="a full disk"),
        pytest.param(OSError(errno.EXDEV, "Invalid cross-device link"), "%(words_in_english)s", id="rare"),
        pytest.param(OSError("no number"), "%(words_in_english)s", id="without a number"),
        pytest.param(sqlite3.DatabaseError("file is not a database"), "file is not a database", id="SQLite"),
        pytest.param(ValueError("7 is odd"), "%(words_in_english)s", id="a library"),
        pytest.param(StateTableError(Message("it is too long")), "it is too long", id="ours"),
    ],
)
def test_reasons_that_people_meet_are_messages(error: Exception, message: str) -> None:
    reason = why_it_failed(error)
    assert reason.message == message
    assert str(reason) in str(error)
