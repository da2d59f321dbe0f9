"""Drafts of a report: which of several is used, what the final report makes of one, and what became of each request.

A draft and its final report bear one symbol, a list cut out of a draft often none: drafts are told by their review. The
final report replaces every draft of its review, however full it is; of several drafts the latest is used, unless it is
part of another. What a replaced draft held is kept beside the records, so that whoever worked with its numbers finds
them again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.merge.stable_ids import known_request, pair_requests
from models.messages.message import Message, Row
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, DocumentKind, Draft
from models.records.records import Recommendation, review_id, state_and_session
from models.reviews.states import State


def review_of_report(identity: DocumentIdentity) -> str | None:
    """The review whose recommendations a report holds, draft or not; None for another document."""
    if identity.kind is not DocumentKind.WORKING_GROUP_REPORT:
        return None
    return review_id(identity.state_under_review or "", identity.session or 0)


@dataclass(frozen=True, slots=True)
class Became:
    """One request of a replaced draft, and what it is in the report used."""

    before: Recommendation
    index: int | None
    """Of the record among those of the report; None where it holds no such request."""
    changed: tuple[str, ...] = ()
    """Of number, words, States and position, what is another now."""


@dataclass(frozen=True, slots=True)
class ReplacedDraft:
    """A draft that is not used any more."""

    digest: str
    draft: Draft
    requests: tuple[Became, ...]
    new: int
    """How many requests the report used has beside them."""

    @property
    def changes_nothing(self) -> bool:
        """Whether the report used says the same under the same numbers."""
        return not self.new and all(became.index is not None and not became.changed for became in self.requests)


def replaced_draft(
    digest: str, draft: Draft, before: Sequence[Recommendation], records: Sequence[Recommendation]
) -> ReplacedDraft:
    """What became of the requests of a draft.

    Args:
        digest: of the draft's file.
        draft: as what it is known.
        before: its requests, in printed order.
        records: those of the report that is used.
    """
    known = [known_request(record) for record in before]
    of_record = pair_requests(records, known, renumbered=True)
    index_of = {request.id: index for index, request in of_record.items()}
    requests = [_became(record, index_of.get(record.id), records) for record in before]
    return ReplacedDraft(digest, draft, tuple(requests), len(records) - len(of_record))


def _became(before: Recommendation, index: int | None, records: Sequence[Recommendation]) -> Became:
    if index is None:
        return Became(before, None)
    after = records[index]
    compared = {
        "number": (before.place.paragraph, after.place.paragraph),
        "words": (_words(before.text), _words(after.text)),
        "States": ({sponsor.state for sponsor in before.sponsors}, {sponsor.state for sponsor in after.sponsors}),
        "position": (before.interim_position, after.interim_position),
    }
    return Became(before, index, tuple(what for what, (earlier, now) in compared.items() if earlier != now))


def _words(text: str) -> str:
    return " ".join(text.split()).rstrip(" .;,")


def replacement_in_words(
    replaced: ReplacedDraft, names: Mapping[str, str], review: str, states: Mapping[str, State]
) -> str:
    """A sentence with the State, both files, and how many requests became what.

    Args:
        replaced: what became of its requests.
        names: "draft" and "used", the files' names.
        review: its id.
        states: by code, to be named.
    """
    code, session = state_and_session(review)
    became = saying("nothing changed.") if replaced.changes_nothing else _counted(replaced, review)
    return saying(
        "%(state)s, session %(session)s: %(used)s replaces the %(draft)s (%(file)s): %(became)s",
        state=states[code].in_message if code in states else code,
        session=str(session),
        used=names["used"],
        draft=replaced.draft.name,
        file=names["draft"],
        became=became,
    )


def _counted(replaced: ReplacedDraft, review: str) -> Message:
    requests = list(replaced.requests)
    counts = {
        saying("the same under another number"): _count(requests, ("number",)),
        saying("as they were"): sum(became.index is not None and not became.changed for became in requests),
        saying("with other words"): sum("words" in became.changed for became in requests),
        saying("made by other States"): sum("States" in became.changed for became in requests),
        saying("with another position"): sum("position" in became.changed for became in requests),
        saying("not in it"): sum(became.index is None for became in requests),
    }
    of_draft = [saying("%(number)s %(what)s", number=str(count), what=what) for what, count in counts.items() if count]
    return saying(
        "of %(count)s recommendations %(of_draft)s; %(new)s new. `upr draft %(review)s` says which became which.",
        count=str(len(requests)),
        of_draft=Row(tuple(of_draft), ", "),
        new=str(replaced.new),
        review=review,
    )


def _count(requests: Iterable[Became], changed: tuple[str, ...]) -> int:
    return sum(became.changed == changed for became in requests)
