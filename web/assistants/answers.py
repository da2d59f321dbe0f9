"""What a tool answers: the API's answer, and beside it what was searched and where its documents are published."""

from typing import Generic, TypeVar

from web.api.answers import AnswerPart, IndexedState

Answered = TypeVar("Answered", bound=AnswerPart)

CAUTION = (
    "Only the documents of this index were searched. What is not found may stand in documents that are not indexed: "
    "say what was searched, and never that something was not recommended or not reported."
)


class Coverage(AnswerPart):
    """What was searched."""

    built: str
    """When the index was built, ISO 8601, UTC: later documents are not in it."""
    invented: bool
    """True: the index is a sample, and nothing in it was ever said by a State."""
    documents: int
    """Documents indexed."""
    recommendations: int
    """Recommendations in them."""
    observations: int
    """Paragraphs of treaty bodies in them."""
    sessions: tuple[int, ...]
    """Working Group sessions of the reviews of which something is indexed."""
    state: IndexedState | None
    """What is indexed on the State that was asked about, and what is not; null where none was."""
    caution: str
    """What follows from that for who answers."""


class ToolAnswer(AnswerPart, Generic[Answered]):
    """An answer with what was searched."""

    answer: Answered
    """As the JSON API gives it."""
    coverage: Coverage
    """What was searched: nothing else was."""
    addresses: dict[str, str]
    """By symbol: where the United Nations publishes the documents that the answer names."""
