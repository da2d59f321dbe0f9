"""Records as JSON: one statement of each field for what commands print, the API answers and assistants read.

A field stands here by its name in JSON, in the order of the API. `at` says where a record has it, if not under that
name and says what it means; types that JSON and records share are those of the records.
"""

import datetime
from collections.abc import Callable
from types import SimpleNamespace
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import AliasPath, BaseModel, BeforeValidator, ConfigDict, Field

from models.records import records
from models.records.documents import Draft
from models.records.enums import Confidence, Position, Qualified
from models.records.records import Label, ObservationKind, Origin
from models.records.reported import ReportedParagraph
from models.vocabularies.mechanisms import Mechanism, ReportForm, mechanism_of, report_form


class AnswerPart(BaseModel):
    """A part of an answer."""

    # Built at its first use: a command needs few of these types.
    model_config = ConfigDict(
        frozen=True, extra="forbid", from_attributes=True, validate_by_name=True, defer_build=True
    )
    subject: ClassVar[type | None] = None
    """What it tells of, which says what a field means where nothing stands below it here."""

    @classmethod
    def made_of(cls, *sources: object, **given: Any) -> Self:
        """Made of what is given and of the attributes of objects; of the first that has one."""
        if given or len(sources) > 1:
            return cls.model_validate(_Together(SimpleNamespace(**given), *sources))
        return cls.model_validate(sources[0])

    @classmethod
    def as_json(cls, *sources: object, **given: Any) -> dict[str, Any]:
        """A JSON object of what `made_of` makes."""
        return cls.made_of(*sources, **given).model_dump(mode="json")


Part = TypeVar("Part", bound=AnswerPart)


def tells_of(subject: type) -> Callable[[type[Part]], type[Part]]:
    """Name the subject of a type."""

    def name_it(kind: type[Part]) -> type[Part]:
        kind.subject = subject
        return kind

    return name_it


class _Together:
    """Objects with the attributes of all."""

    def __init__(self, *sources: object) -> None:
        self._sources = sources

    def __getattr__(self, name: str) -> Any:
        for source in self._sources:
            if hasattr(source, name):
                return getattr(source, name)
        raise AttributeError(name)


def at(path: str, **more: Any) -> Any:
    """Where an object has a field ("place.symbol"); with a `default`, which counts where a part of the path is None."""
    return Field(validation_alias=AliasPath(*path.split(".")), **more)


NullIfEmpty = Annotated[str | None, BeforeValidator(lambda text: text or None)]


@tells_of(records.Place)
class Source(AnswerPart):
    """Where words stand."""

    symbol: str
    paragraph: str | None
    page: int | None


@tells_of(records.Conflict)
class Conflict(AnswerPart):
    """A statement on the position that another supersedes, or of another file with the same symbol."""

    source: Source = at("place")
    position: Position
    words: str
    coded_by: str | None = at("place.coded_by")
    """The list or table whose coding it is; null for a document of the United Nations."""
    file: NullIfEmpty
    """Where two files with one symbol differ, the one that it stands in, which is not used; null for any other."""
    file_used: NullIfEmpty


@tells_of(records.Discrepancy)
class Discrepancy(AnswerPart):
    """What a document counts and the reading does not meet: a recommendation or a position may be misread."""

    source: Source = at("place")
    position: Literal[Position.SUPPORTED, Position.NOTED] | None
    stated: int
    read: int
    missing: tuple[str, ...]
    words: str
    doubts: str | None


@tells_of(records.Label)
class GivenLabel(AnswerPart):
    """One label that a source gives."""

    scheme: str
    label: str


@tells_of(records.ActionCategory)
class ActionCategory(AnswerPart):
    """What kind of action a request wants, by UPR Info's categories."""

    category: int
    verb: str | None
    origin: Origin


@tells_of(records.Recommendation)
class Recommendation(AnswerPart):
    """One request of a Working Group report, with the State's answer."""

    kind: Literal["recommendation"] = "recommendation"
    """Tells it from a commitment."""
    id: str
    symbol: str = at("place.symbol")
    """Symbol of the Working Group report; the name of the table for one known from a table alone."""
    paragraph: str | None = at("place.paragraph")
    """Introductory paragraph and item ("115.12"); null for one known from a table alone."""
    printed_number: str
    clause: int
    page: int | None = at("place.page")
    draft: Draft | None = at("place.draft")
    text: str
    quoted: str
    composed: bool
    state_under_review: str
    recommending_states: tuple[str, ...]
    interim_position: Position
    position: Position
    position_source: Source | None
    position_words: str | None
    qualified: Qualified | None
    position_coded_by: str | None = at("position_source.coded_by", default=None)
    """The list or table whose coding the position is; null where a document of the United Nations states it."""
    position_confidence: Confidence | None
    discrepancies: tuple[Discrepancy, ...]
    comment: str | None
    comment_source: Source | None
    list_comment: str | None
    list_comment_source: Source | None
    conflicts: tuple[Conflict, ...]
    session: int
    cycle: int
    language: str


@tells_of(records.Commitment)
class Commitment(AnswerPart):
    """A voluntary commitment of the State under review itself."""

    kind: Literal["commitment"] = "commitment"
    """Tells it from a recommendation."""
    id: str
    symbol: str = at("place.symbol")
    paragraph: str | None = at("place.paragraph")
    order: int
    page: int | None = at("place.page")
    draft: Draft | None = at("place.draft")
    made_on: datetime.date | None
    text: str
    state_under_review: str
    session: int
    cycle: int
    language: str


@tells_of(records.Recommendation)
class Classes(AnswerPart):
    """What a record is about, and what kind of action it asks for."""

    labels: tuple[Label, ...]
    action_category: ActionCategory | None = at("action")


@tells_of(records.Wording)
class Wording(AnswerPart):
    """What the document says in a further language."""

    language: str
    text: str
    quoted: str
    composed: bool
    source: Source = at("place")


@tells_of(records.Recommendation)
class Wordings(AnswerPart):
    """A record in further languages."""

    wordings: tuple[Wording, ...]


class ClassifiedRecommendation(Classes, Wordings, Recommendation):
    """A recommendation with its issues and kind of action."""


class ClassifiedCommitment(Classes, Wordings, Commitment):
    """A voluntary commitment with its issues and kind of action."""


@tells_of(records.Observation)
class ObservationRecord(AnswerPart):
    """A paragraph of a treaty body."""

    kind: Literal["observation", "general comment"]
    """Tells it from a recommendation, and what one State was told from what all were."""
    id: str
    committee: str
    mechanism: Annotated[Mechanism, BeforeValidator(mechanism_of)] = at("committee")
    """What kind of body speaks."""
    report: ReportForm | None
    """What a special procedure reports on, where the symbol of the document tells."""
    symbol: str = at("place.symbol")
    paragraph: str | None = at("place.paragraph")
    page: int | None = at("place.page")
    heading: NullIfEmpty
    """The nearest heading above it; the title of a general comment."""
    observation_kind: ObservationKind
    """What the paragraph does."""
    text: str
    state: str | None = at("entity")
    date: datetime.date | None
    labels: tuple[GivenLabel, ...]
    language: str


def classified(
    record: records.Recommendation | records.Commitment,
) -> ClassifiedRecommendation | ClassifiedCommitment:
    """A record of either kind."""
    if isinstance(record, records.Commitment):
        return ClassifiedCommitment.made_of(record)
    return ClassifiedRecommendation.made_of(record)


def record_as_json(record: records.Recommendation | records.Commitment) -> dict[str, Any]:
    """The record as `upr extract --classify --json` prints it, with its wordings, none for one language alone."""
    line = classified(record).model_dump(mode="json")
    wordings = line.pop("wordings")
    return {**line, "wordings": wordings}


def told_as_json(record: records.Observation) -> dict[str, Any]:
    """A paragraph of a treaty body or special procedure, with what kind of body speaks and what it reports on first."""
    line = ObservationRecord.as_json(record, **kinds_of(record))
    return {"mechanism": line.pop("mechanism"), "report": line.pop("report"), **line}


def kinds_of(record: records.Observation) -> dict[str, Any]:
    """Of what kinds it is: what an ObservationRecord is given beside the record."""
    return {
        "kind": "general comment" if record.kind is ObservationKind.GENERAL_COMMENT else "observation",
        "observation_kind": record.kind,
        "report": report_form(record.committee, record.place.symbol, record.entity),
    }


def observation_as_json(record: records.Observation) -> dict[str, Any]:
    """A paragraph of a treaty body as a line of `upr extract --json`, which does not say what kind of body speaks."""
    line = told_as_json(record)
    del line["mechanism"], line["report"]
    return line


def response_as_json(response: records.Response) -> dict[str, Any]:
    """One line of `upr extract --parts --json`: one document's answer to one number."""
    return {
        "kind": "response",
        **Source.as_json(response.place),
        "report": response.report,
        "answers": response.answers,
        "part": response.part or None,
        "position": response.position,
        "position_words": response.position_words,
        "qualified": response.qualified,
        "comment": response.comment,
        "comment_source": Source.as_json(response.comment_place) if response.comment_place else None,
        "list_comment": response.list_comment,
        "list_comment_source": Source.as_json(response.list_comment_place) if response.list_comment_place else None,
        "language": response.language,
    }


def reported_as_json(record: ReportedParagraph) -> dict[str, Any]:
    """What a document before a review reports, one paragraph, as one line of `upr extract --json`."""
    return {
        "kind": "report",
        "id": record.id,
        **Source.as_json(record.place),
        "headings": record.headings,
        "text": record.text,
        "contributors": [{"code": code, "name": name} for code, name in record.contributors],
        "names": [
            {
                "stated": reference.stated,
                "printed": reference.printed,
                "numbers": reference.numbers,
                "report": reference.report,
            }
            for reference in record.references
        ],
    }
