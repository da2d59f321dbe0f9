"""One store of kept questions for several processes."""

import time
from multiprocessing import get_context

from web.shared_store import SharedMemory, forgetting, shared
from web.site.kept_questions import KeptQuestions
from web.site.site_memory import SiteMemory


def use(memory: SharedMemory, key: str) -> None:
    """In a process of its own: read the question of the first, answer with another beside it, delete nothing."""
    questions = KeptQuestions(memory.connected().questions)
    assert questions.get(key) == b"text=girls"
    assert questions.get("x") is None
    questions.put(b"text=boys", beside=key)


def delete(memory: SharedMemory, key: str) -> None:
    KeptQuestions(memory.connected().questions).delete(key)


def run(*arguments: object) -> None:
    process = get_context("spawn").Process(target=arguments[0], args=arguments[1:])
    process.start()
    process.join(30)
    assert process.exitcode == 0


def test_another_process_reads_keeps_and_deletes_in_the_store_of_the_first() -> None:
    memory = SiteMemory.of_this_process(3600)
    questions = KeptQuestions(memory.questions)
    key = questions.put(b"text=girls")
    with shared(memory) as for_others:
        run(use, for_others, key)
        assert len(memory.questions._kept) == 2
        run(delete, for_others, key)
    assert not memory.questions._kept
    assert questions.get(key) is None


def test_what_nobody_uses_is_forgotten_though_nobody_asks() -> None:
    memory = SiteMemory.of_this_process(0.01)
    KeptQuestions(memory.questions).put(b"text=girls")
    with forgetting(memory.questions.forget_unused, memory.lists.forget_unused, seconds=0.01):
        for _ in range(200):
            if not memory.questions._kept:
                break
            time.sleep(0.01)
    assert not memory.questions._kept


def put_on_list(memory: SharedMemory, key: bytes) -> None:
    """In a process of its own: what the first keeps is there, and its forms are known."""
    site = memory.connected()
    assert site.lists.get(key) == b"ciphertext"
    assert site.questions.get(key) is None
    site.lists.put(key, key, b"longer ciphertext")
    assert len(site.form_secret) == 32


def test_lists_and_the_secret_of_forms_are_shared_too() -> None:
    memory = SiteMemory.of_this_process(3600)
    memory.lists.put(b"key", b"key", b"ciphertext")
    with shared(memory) as for_others:
        assert for_others.form_secret == memory.form_secret
        run(put_on_list, for_others, b"key")
    assert memory.lists.get(b"key") == b"longer ciphertext"
    assert memory.lists._bytes == len(b"longer ciphertext")
