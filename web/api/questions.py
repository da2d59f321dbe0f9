"""What a program asks of the API: checked strictly, so that a slip never changes an answer in silence."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from models.index_database.queries import STORABLE
from search import MAX_TEXT_CHARACTERS, READ_LANGUAGES, Filters, IssueQuestion, KeywordQuestion, LobbyingQuestion, Order
from web.files.bulk import BulkExtension

MAX_OFFSET = 1_000_000
MAX_SESSION = 1_000

PAGE_FIELDS = {"limit", "offset", "cursor", "facets"}
"""What may differ from page to page of one answer."""

MOST_WORD_CHARACTERS = 300
"""Of a name, a label, a symbol or an id: twice what the longest has."""


def _without_margins(text: str) -> str:
    """A text as it is counted and sent is checked first: what the described length forbids is refused."""
    return text.strip() or text


Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=MAX_TEXT_CHARACTERS, pattern=r"^[^\x00]*[^\x00\s][^\x00]*$"),
    AfterValidator(_without_margins),
]
Word = Annotated[str, StringConstraints(min_length=1, max_length=MOST_WORD_CHARACTERS, pattern=STORABLE)]
Cursor = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[A-Za-z0-9_-]+$")]
Language = Annotated[str, Field(json_schema_extra={"enum": list(READ_LANGUAGES)})]
"""Search says which there are."""
Limit = Annotated[int, Field(ge=1, le=100)]
Offset = Annotated[int, Field(ge=0, le=MAX_OFFSET)]


class Question(BaseModel):
    """What one request asks; a field that is not listed is refused, not ignored."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True)


def _given(name: str) -> JsonDict:
    """The schema of questions in which a field is given, and not as null."""
    return {"required": [name], "properties": {name: {"not": {"type": "null"}}}}


_AN_OFFSET: JsonDict = {"required": ["offset"], "properties": {"offset": {"minimum": 1}}}
_ONE_WAY_TO_A_PAGE: JsonDict = {"not": {"allOf": [_given("cursor"), _AN_OFFSET]}}


class PagedQuestion(Question):
    """A question whose answer comes in pages."""

    model_config = ConfigDict(json_schema_extra=_ONE_WAY_TO_A_PAGE)

    limit: Limit = 10
    """Lines of a page."""
    offset: Offset = 0
    """Lines before the page; a cursor is the surer way."""
    cursor: Cursor | None = None
    """`next_cursor` of the page before, instead of `offset`."""

    def asked(self) -> str:
        """The question without the choice of a page, the same for all of them."""
        return self.model_dump_json(exclude=PAGE_FIELDS)


class IssueInWords(PagedQuestion):
    """What is there on an issue."""

    text: Text
    """The issue in your own words."""
    written_in: Language | None = None
    """ISO 639-1 code of the language of `text`; null: it is detected."""
    own_state: Word | None = None
    """Your State, by ISO 3166 alpha-3 code or name, whose recommendations come first; null for none."""


class MatchQuestion(IssueInWords):
    """Which recommendations are on an issue."""

    all: bool = False
    """True: what else your State was told follows what is found, to the last, each `related`."""
    filters: Filters = Filters()
    """Which recommendations count; fields add up."""
    folded: bool = True
    """True: near-identical recommendations of one review with one position make one line; false: each is a line."""
    facets: bool = True
    """False: without facets, which are half of a short answer."""

    def as_issue_question(self, offset: int) -> IssueQuestion:
        """The question as search takes it, so many lines from its first."""
        return IssueQuestion(
            self.text,
            written_in=self.written_in,
            own_state=self.own_state,
            all_own=self.all,
            filters=self.filters,
            limit=self.limit,
            offset=offset,
            grouped=self.folded,
        )


class FindQuestion(PagedQuestion):
    """Which recommendations hold words."""

    text: Text
    """Words, "phrases", "near words"~5, AND, OR, NOT, prefix*, wom*n, goverment~, field:value."""
    filters: Filters = Filters()
    """Which recommendations count; fields add up."""
    folded: bool = True
    """True: near-identical recommendations of one review with one position make one line; false: each is a line."""
    facets: bool = True
    """False: without facets, which are half of a short answer."""

    def as_keyword_question(self, offset: int) -> KeywordQuestion:
        """The question as search takes it, so many lines from its first."""
        return KeywordQuestion(self.text, filters=self.filters, limit=self.limit, offset=offset, grouped=self.folded)


class ReportedQuestion(IssueInWords):
    """What documents before reviews report on an issue."""

    own_state: Word | None = None
    """Your State, by ISO 3166 alpha-3 code or name, on which what is reported comes first; null for none."""
    limit: Limit = 10
    """Paragraphs of a page."""
    offset: Offset = 0
    """Paragraphs before the page; a cursor is the surer way."""


class LobbyQuestion(PagedQuestion):
    """Which States to approach on an issue, which is given in one of three ways: as text, as label or as records."""

    model_config = ConfigDict(
        json_schema_extra=_ONE_WAY_TO_A_PAGE | {"oneOf": [_given("text"), _given("label"), _given("records")]}
    )

    state: Word
    """State under review, by code or name."""
    text: Text | None = None
    """The issue in your own words."""
    label: Word | None = None
    """The issue as one of UPR Info's labels."""
    records: Annotated[tuple[Word, ...], Field(min_length=1)] | None = None
    """Ids of recommendations that the list is to be made for; 20 are used."""
    written_in: Language | None = None
    """ISO 639-1 code of the language of `text`; null: it is detected."""
    before_session: Annotated[int, Field(ge=1, le=MAX_SESSION)] | None = None
    """A Working Group session: what was said in it and later is left out."""
    order: Order = "said"
    """By what States said, the nearest to the issue first, or by a formula on past reviews."""
    limit: Limit = 20
    """States of a page."""
    offset: Offset = 0
    """States before the page; a cursor is the surer way."""

    def issues(self) -> int:
        """In how many ways the issue is given; it must be one."""
        return sum(issue is not None for issue in (self.text, self.label, self.records))

    def as_lobbying_question(self) -> LobbyingQuestion:
        """The question as search takes it."""
        return LobbyingQuestion(
            state=self.state,
            text=self.text or "",
            label=self.label,
            records=tuple(dict.fromkeys(self.records or ())),
            before_session=self.before_session,
            written_in=self.written_in,
        )


class ObservationsQuestion(IssueInWords):
    """What treaty bodies and special procedures told a State, and all States, on an issue."""

    own_state: Word | None = None
    """Your State, by ISO 3166 alpha-3 code or name; null: only general comments and thematic reports, which speak to
    all States, are searched."""
    mechanism: Literal["treaty body", "special procedure"] | None = None
    """Which of them may speak; null: both."""
    limit: Limit = 10
    """Paragraphs of a page that were told to your State."""
    offset: Offset = 0
    """Such paragraphs before the page; a cursor is the surer way."""


class ListQuestion(Question):
    """Which page of a list is wanted."""

    limit: Limit | None = None
    """Entries of a page; the site's setting of results per page decides where it is left out."""
    cursor: Cursor | None = None
    """`next_cursor` of the page before."""


class SimilarQuestion(ListQuestion):
    """Which page of similar recommendations is wanted."""

    facets: bool = True
    """False: without facets."""


class DraftsQuestion(Question):
    """Of which review is to be told what became of its drafts."""

    review: Word
    """Id of the review, of State and session ("SOM-52")."""


class RecordsQuestion(Question):
    """Which records are wanted: the one of an id, or what stands in a paragraph of a document."""

    id: Word | None = None
    """Permanent id, as answers give it."""
    symbol: Word | None = None
    """Symbol of a document ("A/HRC/28/15"); together with `paragraph`, instead of `id`."""
    paragraph: Word | None = None
    """Paragraph of that document ("115.12")."""


class InfoQuestion(ListQuestion):
    """Of which States is to be told what is indexed."""

    state: Word | None = None
    """One State, by code or name, indexed or not; left out: all of which a review is indexed."""


class ExportQuestion(Question):
    """Which records are wanted in one file, and in which format."""

    format: BulkExtension
    """jsonl: JSON Lines, with every field of a record; csv: a table with the main ones."""
    state: Word | None = None
    """One State, by code or name; left out: everything."""


class RecordProgressQuestion(ListQuestion):
    """Which links are wanted, of paragraphs to a recommendation."""

    related: bool | None = None
    """True: those too that are neither likely enough nor named in the document."""


class ProgressQuestion(RecordProgressQuestion):
    """Which links are wanted, of paragraphs to the recommendations of a review."""

    review: Word
    """Id of the review, of State and session ("SVN-20")."""
