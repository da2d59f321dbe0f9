"""Records as JSON: what commands print of them, the API answers and assistants read."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from models.records import records, reported
from models.records.documents import DocumentKind
from models.records.enums import Position
from models.records.records import Label
from models.records.shown_as_json import SHOWN_AS, AnswerPart, part, shows

SHOWN_AS |= {DocumentKind: str, Label: Label}
PLACE = "symbol=place.symbol paragraph=place.paragraph page=place.page"
CLASSES, WORDINGS = ("labels", "action_category"), ("wordings",)
"""What a record has in addition."""

part("Source", records.Place, "symbol paragraph page")
part("Conflict", records.Conflict, "source=place position words coded_by=place.coded_by file? file_used?")
part("ActionCategory", records.ActionCategory, "category verb origin")
part("Wording", records.Wording, "language text quoted composed source=place")
Response = part(
    "Response",
    records.Response,
    PLACE,
    "report answers part? position position_words qualified",
    "comment comment_source=comment_place list_comment list_comment_source=list_comment_place language",
)


@shows(records.Discrepancy, "source=place position stated read missing words doubts")
class Discrepancy(AnswerPart):
    """What a document counts and the reading does not meet: a recommendation or a position may be misread."""

    position: Literal[Position.SUPPORTED, Position.NOTED] | None


part("Reference", reported.StatedReference, "stated printed numbers report")
part("Contributor", reported.Contributor, "code name")
ReportedLine = part(
    "ReportedLine", reported.ReportedParagraph, "id", PLACE, "headings text contributors names=references"
)


@shows(records.Label, "scheme label")
class GivenLabel(AnswerPart):
    """One label that a source gives."""


@shows(
    records.Recommendation,
    "kind id symbol=place.symbol paragraph=place.paragraph printed_number clause page=place.page draft=place.draft",
    "text quoted composed state_under_review recommending_states interim_position position position_source",
    "position_words qualified position_coded_by=position_source.coded_by position_confidence discrepancies",
    "comment comment_source list_comment list_comment_source conflicts session cycle language",
)
class Recommendation(AnswerPart):
    """One request of a Working Group report, with the State's answer."""


@shows(
    records.Commitment,
    "kind id symbol=place.symbol paragraph=place.paragraph order page=place.page draft=place.draft made_on",
    "text state_under_review session cycle language",
)
class Commitment(AnswerPart):
    """A voluntary commitment of the State under review itself."""


@shows(records.Recommendation, "wordings labels action_category=action")
class ClassifiedRecommendation(Recommendation):
    """A recommendation with its issues and kind of action."""


@shows(records.Commitment, "wordings labels action_category=action")
class ClassifiedCommitment(Commitment):
    """A voluntary commitment with its issues and kind of action."""


@shows(
    records.Observation,
    "kind=entry_kind id committee mechanism report=report_form symbol=place.symbol paragraph=place.paragraph",
    "page=place.page heading? observation_kind=kind text state=entity date labels language",
)
class ObservationRecord(AnswerPart):
    """A paragraph of a treaty body."""

    labels: tuple[GivenLabel, ...]


ClassifiedRecord = Annotated[ClassifiedRecommendation | ClassifiedCommitment, Field(discriminator="kind")]


def with_first(names: Iterable[str], line: dict[str, Any]) -> dict[str, Any]:
    """A JSON object in which some fields stand before the others."""
    return {name: line[name] for name in names} | line


def record_as_json(record: records.Recommendation | records.Commitment) -> dict[str, Any]:
    """The record as `upr extract --classify --json` prints it, with its wordings, none for one language alone."""
    kind = ClassifiedCommitment if isinstance(record, records.Commitment) else ClassifiedRecommendation
    line = kind.as_json(record)
    return line | {"wordings": line.pop("wordings")}


def told_as_json(record: records.Observation) -> dict[str, Any]:
    """A paragraph of a treaty body or special procedure, with what kind of body speaks and what it reports on first."""
    return with_first(("mechanism", "report"), ObservationRecord.as_json(record))


def observation_as_json(record: records.Observation) -> dict[str, Any]:
    """A paragraph of a treaty body as a line of `upr extract --json`, which does not say what kind of body speaks."""
    line = ObservationRecord.as_json(record)
    del line["mechanism"], line["report"]
    return line
