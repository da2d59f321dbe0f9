"""A record in the words of one language: those of its document's edition in that language, where it is indexed."""

from dataclasses import dataclass

from models.records.records import Wording
from search.answer.spans import Span, request_in, request_in_paragraph_of, words_within
from search.datamodel.answer import Record


@dataclass(frozen=True, slots=True)
class Edition(Wording):
    """What a record says in one language, its main one too; of words that an export gives, the place names that."""

    request: Span
    """Where the request stands in `quoted`."""
    further: tuple[Wording, ...]
    """What the record says in other languages, its main one first."""

    @property
    def own_request(self) -> str | None:
        """The request as printed, where it can be told apart from other words of its paragraph."""
        return words_within(self.quoted, self.request)


def edition_of(record: Record, language: str | None = None) -> Edition:
    """The edition in a language where that is indexed, else the main one."""
    wordings = (record.wording, *record.wordings)
    shown = next((wording for wording in wordings if wording.language == language), wordings[0])
    return Edition(
        shown.language,
        shown.text,
        shown.quoted,
        shown.composed,
        shown.place,
        request_in_paragraph_of(record) if shown is wordings[0] else _request_in(shown),
        tuple(wording for wording in wordings if wording is not shown),
    )


def _request_in(wording: Wording) -> Span:
    # The names of its States are known as the main edition prints them alone.
    return (0, len(wording.quoted)) if wording.composed else request_in(wording.quoted, wording.text, ())
