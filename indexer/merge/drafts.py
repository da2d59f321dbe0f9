"""Drafts of a report: which of several is used, what the final report makes of one, and what became of each request.

A draft and its final report bear one symbol, a list cut out of a draft often none: drafts are told by their review. The
final report replaces every draft of its review, however full it is; of several drafts the latest is used, unless it is
part of another. What a replaced draft held is kept beside the records, so that whoever worked with its numbers finds
them again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.merge.stable_ids import known_request, pair_requests
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, DocumentKind, Draft
from models.records.records import Recommendation, review_id


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


def replacement_in_words(replaced: ReplacedDraft, names: Mapping[str, str], review: str) -> str:
    """A sentence with the review, both files, and how many requests are others now.

    Args:
        replaced: what became of its requests.
        names: "draft" and "used", the files' names.
        review: its id.
    """
    gone = sum(became.index is None for became in replaced.requests)
    return saying(
        "%(review)s: %(used)s replaces the %(draft)s (%(file)s). Of its %(count)s recommendations %(changed)s changed "
        "in number, words, States or position and %(gone)s are gone; %(new)s are new. `upr draft %(review)s` says "
        "which became which.",
        review=review,
        used=names["used"],
        draft=replaced.draft.name,
        file=names["draft"],
        count=str(len(replaced.requests)),
        changed=str(sum(bool(became.changed) for became in replaced.requests)),
        gone=str(gone),
        new=str(replaced.new),
    )
