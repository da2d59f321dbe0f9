"""The asks of a submission, read and cut in a process with limits: who hands it in may have made it to do harm."""

from indexer.limits.run_apart import run_apart
from indexer.read.submission import submission_paragraphs, text_paragraphs
from models.errors import UnreadableDocument
from models.files.unreadable import too_large
from search import Ask
from search.uptake.cut_asks import cut_asks

MOST_BYTES = 10_000_000


def asks_of_file(name: str, content: bytes) -> tuple[Ask, ...]:
    """The asks of a file.

    Raises:
        UnreadableDocument: it cannot be read, in the time and memory that any submission needs.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableDocument(too_large(name, MOST_BYTES))
    return run_apart(name, _cut_file, name, content)


def asks_of_text(text: str) -> tuple[Ask, ...]:
    """The asks of a text that somebody typed or pasted; raises as `asks_of_file`."""
    return run_apart("text", _cut_text, text)


def _cut_file(name: str, content: bytes) -> tuple[Ask, ...]:
    return cut_asks(submission_paragraphs(name, content))


def _cut_text(text: str) -> tuple[Ask, ...]:
    return cut_asks(text_paragraphs(text))
