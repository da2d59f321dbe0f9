"""Searches and lists kept in a database: for all machines, unreadable there, within bounds."""

import time

import pytest

from models.errors import DatabaseUnreachable
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected
from models.index_database.migrate import migrate_database
from tests.database_server import DatabaseServer
from web.site.kept_in_database import KeptInDatabase, form_secret
from web.site.kept_questions import KeptQuestions, MemoryStore
from web.site.site_memory import SiteMemory

pytestmark = pytest.mark.service
QUESTION = b"text=Tarnbridge"
NOWHERE = DatabaseAddress("postgresql://anna:s3cret@127.0.0.1:1/upr")


@pytest.fixture(scope="module")
def made(postgresql: DatabaseServer) -> DatabaseAddress:
    address = DatabaseAddress(postgresql.new_database("kept"))
    with connected(address) as connection:
        migrate_database(address, connection)
    return address


@pytest.fixture
def address(made: DatabaseAddress) -> DatabaseAddress:
    """Nothing is kept yet."""
    with connected(made) as connection:
        connection.execute("TRUNCATE upr.kept_question, upr.kept_list")
    return made


def store(address: DatabaseAddress, seconds: float = 3600, **bounds: int) -> KeptInDatabase:
    return KeptInDatabase(address, "kept_question", seconds, MemoryStore(seconds), **bounds)


def count(address: DatabaseAddress) -> int:
    with connected(address) as connection:
        return int(connection.execute("SELECT count(*) FROM upr.kept_question").fetchall()[0][0])


def test_what_one_machine_keeps_another_answers_and_deletes(address: DatabaseAddress) -> None:
    first, second = KeptQuestions(store(address)), KeptQuestions(store(address))
    key = first.put(QUESTION)
    changed = second.put(b"text=schools", beside=key)
    assert [each.get(key) for each in (first, second)] == [QUESTION, QUESTION]
    second.delete(key)
    assert [first.get(key), first.get(changed)] == [None, None]
    assert count(address) == 0


def test_the_database_has_neither_words_nor_key(address: DatabaseAddress) -> None:
    key = KeptQuestions(store(address)).put(QUESTION)
    with connected(address) as connection:
        rows = repr(connection.execute("SELECT * FROM upr.kept_question").fetchall())
    for word in ("Tarnbridge", key, *key.split(".")):
        assert word not in rows
    assert "gAAAA" in rows, "a Fernet token"


def test_what_is_unused_is_forgotten_in_time(address: DatabaseAddress) -> None:
    questions = store(address, seconds=0.5)
    key = KeptQuestions(questions).put(QUESTION)
    time.sleep(0.3)
    assert KeptQuestions(questions).get(key) == QUESTION
    time.sleep(0.3)
    assert KeptQuestions(questions).get(key) == QUESTION, "used in between"
    time.sleep(0.6)
    assert KeptQuestions(questions).get(key) is None
    questions.forget_unused()
    assert count(address) == 0


@pytest.mark.parametrize("bounds", [{"most_questions": 3}, {"most_bytes": 350}])
def test_where_it_is_full_the_longest_unused_goes(address: DatabaseAddress, bounds: dict[str, int]) -> None:
    questions = KeptQuestions(store(address, **bounds))
    keys = [questions.put(QUESTION) for _ in range(3)]
    assert questions.get(keys[0]) == QUESTION
    keys.append(questions.put(QUESTION))
    assert [questions.get(key) for key in keys] == [QUESTION, None, QUESTION, QUESTION]


def test_many_questions_push_out_no_list(address: DatabaseAddress) -> None:
    memory = SiteMemory.of_this_process(3600).with_database(address, 3600)
    memory.lists.put(b"name", b"name", b"ciphertext")
    for _ in range(5):
        KeptQuestions(store(address, most_questions=1)).put(QUESTION)
    assert memory.lists.get(b"name") == b"ciphertext"


def test_all_machines_know_the_same_forms(address: DatabaseAddress) -> None:
    assert form_secret(address) == form_secret(address)
    assert len(form_secret(address)) == 32


def test_out_of_reach_it_is_kept_by_this_machine_and_said_of_others(
    address: DatabaseAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.index_database.connection.SECONDS_UNTIL_LOST", 0.2)
    elsewhere = KeptQuestions(store(address)).put(QUESTION)
    questions = KeptQuestions(store(NOWHERE))
    key = questions.put(QUESTION)
    began = time.monotonic()
    assert questions.get(key) == QUESTION
    with pytest.raises(DatabaseUnreachable) as error:
        questions.get(elsewhere)
    assert "s3cret" not in str(error.value)
    with pytest.raises(DatabaseUnreachable):
        questions.delete(key)
    assert time.monotonic() - began < 0.5, "it is not waited for each time"
    assert KeptQuestions(store(address)).get(elsewhere) == QUESTION


def test_a_connection_that_was_lost_is_made_anew(postgresql: DatabaseServer, address: DatabaseAddress) -> None:
    kept = store(address)
    key = KeptQuestions(kept).put(QUESTION)
    postgresql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'upr'")
    assert KeptQuestions(store(address)).get(key) == QUESTION
    assert KeptQuestions(kept).get(key) == QUESTION
    assert kept._memory.get(b"x") is None
