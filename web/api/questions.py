"""What a program asks of the API: checked strictly, so that a slip never changes an answer in silence."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from search import MAX_TEXT_CHARACTERS, Filters, LobbyingQuestion

MAX_OFFSET = 1_000_000
MAX_SESSION = 1_000

PAGE_FIELDS = {"limit", "offset", "cursor", "facets"}
"""What may differ from page to page of one answer."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_TEXT_CHARACTERS)]
Limit = Annotated[int, Field(ge=1, le=100)]
Offset = Annotated[int, Field(ge=0, le=MAX_OFFSET)]


class Question(BaseModel):
    """What one request asks; a field that is not listed is refused, not ignored."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True)


class PagedQuestion(Question):
    """A question whose answer comes in pages."""

    limit: Limit = 10
    """Lines of a page."""
    offset: Offset = 0
    """Lines before the page; a cursor is the surer way."""
    cursor: str | None = None
    """`next_cursor` of the page before, instead of `offset`."""

    def asked(self) -> str:
        """The question without the choice of a page, the same for all of them."""
        return self.model_dump_json(exclude=PAGE_FIELDS)


class MatchQuestion(PagedQuestion):
    """Which recommendations are on an issue."""

    text: Text
    """The issue in your own words."""
    written_in: str | None = None
    """ISO 639-1 code of the language of `text`; null: it is detected."""
    own_state: str | None = None
    """ISO 3166 alpha-3 code of your State, whose recommendations come first; null for none."""
    all: bool = False
    """True: what else your State was told follows what is found, to the last, each `related`."""
    filters: Filters = Filters()
    """Which recommendations count; fields add up."""
    folded: bool = True
    """True: near-identical recommendations of one review with one position make one line; false: each is a line."""
    facets: bool = True
    """False: without facets, which are half of a short answer."""


class FindQuestion(PagedQuestion):
    """Which recommendations hold words."""

    text: Text
    """Words, "phrases", AND, OR, NOT, prefix*, field:value."""
    filters: Filters = Filters()
    """Which recommendations count; fields add up."""
    folded: bool = True
    """True: near-identical recommendations of one review with one position make one line; false: each is a line."""
    facets: bool = True
    """False: without facets, which are half of a short answer."""


class ReportedQuestion(PagedQuestion):
    """What documents before reviews report on an issue."""

    text: Text
    """The issue in your own words."""
    written_in: str | None = None
    """ISO 639-1 code of the language of `text`; null: it is detected."""
    own_state: str | None = None
    """ISO 3166 alpha-3 code of your State, on which what is reported comes first; null for none."""
    limit: Limit = 10
    """Paragraphs of a page."""
    offset: Offset = 0
    """Paragraphs before the page; a cursor is the surer way."""


class LobbyQuestion(PagedQuestion):
    """Which States to approach on an issue, which is given in one of three ways: as text, as label or as records."""

    state: Annotated[str, Field(min_length=1)]
    """State under review, by code or name."""
    text: Text | None = None
    """The issue in your own words."""
    label: Annotated[str, Field(min_length=1)] | None = None
    """The issue as one of UPR Info's labels."""
    records: Annotated[tuple[str, ...], Field(min_length=1)] | None = None
    """Ids of recommendations that the list is to be made for; 20 are used."""
    written_in: str | None = None
    """ISO 639-1 code of the language of `text`; null: it is detected."""
    before_session: Annotated[int, Field(ge=1, le=MAX_SESSION)] | None = None
    """A Working Group session: what was said in it and later is left out."""
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


class ObservationsQuestion(PagedQuestion):
    """What treaty bodies and special procedures told a State, and all States, on an issue."""

    text: Text
    """The issue in your own words."""
    written_in: str | None = None
    """ISO 639-1 code of the language of `text`; null: it is detected."""
    own_state: str | None = None
    """ISO 3166 alpha-3 code of your State; null: only general comments and thematic reports, which speak to all States,
    are searched."""
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
    cursor: str | None = None
    """`next_cursor` of the page before."""


class SimilarQuestion(ListQuestion):
    """Which page of similar recommendations is wanted."""

    facets: bool = True
    """False: without facets."""


class RecordsQuestion(Question):
    """Which records are wanted: the one of an id, or what stands in a paragraph of a document."""

    id: Annotated[str, Field(min_length=1)] | None = None
    """Permanent id, as answers give it."""
    symbol: Annotated[str, Field(min_length=1)] | None = None
    """Symbol of a document ("A/HRC/28/15"); together with `paragraph`, instead of `id`."""
    paragraph: Annotated[str, Field(min_length=1)] | None = None
    """Paragraph of that document ("115.12")."""


class InfoQuestion(ListQuestion):
    """Of which States is to be told what is indexed."""

    state: Annotated[str, Field(min_length=1)] | None = None
    """One State, by code or name, indexed or not; left out: all of which a review is indexed."""


class RecordProgressQuestion(ListQuestion):
    """Which links are wanted, of paragraphs to a recommendation."""

    related: bool | None = None
    """True: those too that are neither likely enough nor named in the document."""


class ProgressQuestion(RecordProgressQuestion):
    """Which links are wanted, of paragraphs to the recommendations of a review."""

    review: Annotated[str, Field(min_length=1)]
    """Id of the review, of State and session ("SVN-20")."""
