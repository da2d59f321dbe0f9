"""Documents as the indexer sees them: lines, paragraphs, and what a document is."""

import datetime
import re
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from models.messages.message import Message


class Author(StrEnum):
    """Whose words a kind of document brings."""

    STATE = "State"
    UNITED_NATIONS = "United Nations"
    STAKEHOLDERS = "Stakeholders"
    EDITORS = "Editors"
    """Who code in a table or list of their own what documents say."""


class Authority(IntEnum):
    """The UN's documents that answer recommendations, the authoritative last."""

    WORKING_GROUP_REPORT = 1
    ADDENDUM = 2
    HRC_SESSION_REPORT = 3


class Reporting(StrEnum):
    """When documents on the time since a review are written."""

    MID_TERM = "between two reviews"
    BEFORE_REVIEW = "before the next review"


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRules:
    """What holds for every document of one kind, and what it is called. What is taken out of it, where it is not only
    reported paragraphs, stands in indexer/sources/extractors.py; titles as printed are in models/languages."""

    name: Message
    """What pages call it within a sentence or line."""
    author: Author
    title: str = ""
    """What pages call one that reports on the time since a review, in headings and citations."""
    has_own_symbol: bool = True
    """Whether files with its symbol are one document; False where it has none, or one that is not its alone."""
    is_published_by_un: bool = True
    """Whether the UN publishes it under its symbol; else only one whose symbol is the UN's ("A/…")."""
    number: int = 0
    """Among the documents of one State for a Working Group session (A/HRC/WG.6/34/SVN/1), the last in the symbol; 0 for
    all others."""
    source_name: str | None = None
    """What stands for the symbol that a list or table does not have. The positions it gives are codings of its own, not
    words of the State under review."""
    authority: Authority | None = None
    """None for a kind that answers no recommendation, or is no document of the UN."""
    is_joined_in_languages: bool = False
    """Whether its records are one set in whatever languages it is there (indexer/merge/languages.py); of other kinds
    that are there in two, one is used."""
    reporting: Reporting | None = None
    """Of those that tell what happened since a review; None for all others."""
    author_printed: str = ""
    """How the name begins of an author whose mid-term reports are a kind of their own, as covers print it in any of the
    languages that are read: a regular expression."""
    awaited_as: Message | None = None
    """What the sentence calls a mid-term report that says none is indexed; None where its absence is not told. Every
    document that is written before a review is awaited, under its name."""
    speaks_of_own_review: bool = False
    """Whether a number beside the word "recommendation" is one of the State's review, unless said otherwise: summaries
    and compilations number recommendations of others too."""


class DocumentKind(StrEnum):
    """The kinds of document of a review, in the words of the UN."""

    rules: KindRules

    def __new__(cls, words: str, *rules: KindRules) -> "DocumentKind":
        """An entry has words and rules; a kind is looked up by its words alone."""
        kind = str.__new__(cls, words)
        kind._value_ = words
        (kind.rules,) = rules
        return kind

    WORKING_GROUP_REPORT = (
        "working group report",
        KindRules(
            name=Message("Working Group report"),
            author=Author.UNITED_NATIONS,
            number=4,
            authority=Authority.WORKING_GROUP_REPORT,
            is_joined_in_languages=True,
        ),
    )
    ADDENDUM = (
        "addendum",
        KindRules(
            name=Message("addendum"), author=Author.STATE, authority=Authority.ADDENDUM, is_joined_in_languages=True
        ),
    )
    HRC_SESSION_REPORT = (
        "hrc session report",
        KindRules(
            name=Message("report of the Human Rights Council session"),
            author=Author.UNITED_NATIONS,
            authority=Authority.HRC_SESSION_REPORT,
        ),
    )
    NATIONAL_REPORT = (
        "national report",
        KindRules(
            name=Message("national report"),
            title=Message("National report"),
            author=Author.STATE,
            number=1,
            reporting=Reporting.BEFORE_REVIEW,
            speaks_of_own_review=True,
        ),
    )
    COMPILATION = (
        "compilation",
        KindRules(
            name=Message("compilation"),
            title=Message("Compilation of United Nations information by OHCHR"),
            author=Author.UNITED_NATIONS,
            number=2,
            reporting=Reporting.BEFORE_REVIEW,
        ),
    )
    SUMMARY = (
        "summary",
        KindRules(
            name=Message("summary"),
            title=Message("Summary of stakeholders’ submissions by OHCHR"),
            author=Author.STAKEHOLDERS,
            number=3,
            reporting=Reporting.BEFORE_REVIEW,
        ),
    )
    MID_TERM_REPORT = (
        "mid-term report",
        KindRules(
            name=Message("mid-term report"),
            title=Message("Mid-term report"),
            author=Author.STATE,
            is_published_by_un=False,
            reporting=Reporting.MID_TERM,
            awaited_as=Message("a mid-term report"),
            speaks_of_own_review=True,
        ),
    )
    COUNTRY_TEAM_MID_TERM_REPORT = (
        "country team's mid-term report",
        KindRules(
            name=Message("mid-term report of the United Nations country team"),
            title=Message("Mid-term report of the United Nations country team"),
            author=Author.UNITED_NATIONS,
            is_published_by_un=False,
            reporting=Reporting.MID_TERM,
            author_printed=r"(?:the )?(?:United Nations |UN )?country team\b|UNCT\b|(?:l[’'])?équipe de pays\b"
            r"|(?:el )?equipo de las Naciones Unidas en el país\b",
            speaks_of_own_review=True,
        ),
    )
    STAKEHOLDERS_MID_TERM_REPORT = (
        "stakeholders' mid-term report",
        KindRules(
            name=Message("mid-term report of stakeholders"),
            title=Message("Mid-term report of stakeholders"),
            author=Author.STAKEHOLDERS,
            is_published_by_un=False,
            reporting=Reporting.MID_TERM,
            speaks_of_own_review=True,
        ),
    )
    DECISION = "decision", KindRules(name=Message("decision"), author=Author.UNITED_NATIONS)
    THEMATIC_LIST = (
        "thematic list",
        KindRules(
            name=Message("list of recommendations by theme"),
            author=Author.EDITORS,
            has_own_symbol=False,
            source_name="OHCHR thematic list",
        ),
    )
    RECOMMENDATION_TABLE = (
        "recommendation table",
        KindRules(
            name=Message("table of recommendations and voluntary commitments"),
            author=Author.EDITORS,
            has_own_symbol=False,
            source_name="UPR Info",
        ),
    )
    CONCLUDING_OBSERVATIONS = (
        "concluding observations",
        KindRules(name=Message("concluding observations"), author=Author.UNITED_NATIONS),
    )
    GENERAL_COMMENT = (
        "general comment",
        KindRules(name=Message("general comment"), author=Author.UNITED_NATIONS, has_own_symbol=False),
    )
    RIGHTS_INDEX_EXPORT = (
        "export of the Universal Human Rights Index",
        KindRules(
            name=Message("export"),
            author=Author.EDITORS,
            has_own_symbol=False,
            source_name="Universal Human Rights Index",
        ),
    )


MID_TERM_KINDS = tuple(kind for kind in DocumentKind if kind.rules.reporting is Reporting.MID_TERM)
"""Written by the State, or by others, between two reviews, on the earlier one. Most have no symbol."""

PRE_SESSION_KINDS = tuple(kind for kind in DocumentKind if kind.rules.reporting is Reporting.BEFORE_REVIEW)
"""Written before a review, on the time since the one before: by the State, by OHCHR from what UN bodies said, and by
OHCHR from what stakeholders said. In the order of the last number of their symbols (A/HRC/WG.6/34/SVN/1 to 3)."""

REPORTING_KINDS = (*MID_TERM_KINDS, *PRE_SESSION_KINDS)
"""All that tell what happened since a review, in the order of time."""

EXPECTED_KINDS = (*(kind for kind in MID_TERM_KINDS if kind.rules.awaited_as), *PRE_SESSION_KINDS)
"""Those whose absence is told: the State's, and those of OHCHR. Mid-term reports are voluntary."""

SOURCE_NAMES = {kind: kind.rules.source_name for kind in DocumentKind if kind.rules.source_name is not None}
"""What stands for the symbol of lists and tables."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line, without running headers, page numbers and footnotes.

    Lengths are PDF points from the page's left and top edge. `bold` and `italic` are true when most of
    the line's letters are.
    """

    text: str
    page: int
    """Page of the file, counted from 1 (citations name it; it may differ from the printed page number)."""
    left: float
    right: float
    top: float
    size: float
    bold: bool
    italic: bool
    cells: tuple[tuple[float, float, str], ...] = ()
    """Left edge, right edge and text of the pieces between wide gaps, from left to right: columns of a table, a number
    set apart from its text. Empty for a line without such a gap."""
    marks: tuple[tuple[int, str], ...] = ()
    """Footnote marks that were taken out: where each stood in the text, and what it printed ("12", "1, 2")."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file after reading: cover and body lines in reading order."""

    name: str
    digest: str
    """sha256 of the file's bytes, hexadecimal."""
    lines: tuple[Line, ...]
    page_count: int
    running_headers: tuple[str, ...] = ()
    """Distinct header and footer texts that were taken out; the symbol is often among them."""
    warnings: tuple[str, ...] = ()
    """One sentence per page that could not be read."""
    notes: tuple[Line, ...] = ()
    """Lines of the footnotes at the feet of pages; a note's first line has its mark at place 0."""
    is_word_file: bool = False
    """Whether it is one in which people write, not one that was printed."""
    title: str = ""
    """What the file itself calls the document, as a property that is not printed; in Word files often the symbol."""
    saved: datetime.date | None = None
    """When the file was last saved, as it says itself; None where it does not."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report before its final edition: its numbers and words may change in that."""

    date: datetime.date | None
    """Of the draft; None where nothing says it."""
    is_printed: bool = True
    """Whether it is printed on it; else it is the day on which its file was last saved."""

    @property
    def as_text(self) -> str:
        """What `draft_in` reads again: "2026-05-12", "saved 2026-05-12", "" without a date."""
        return f"{'' if self.is_printed else 'saved '}{self.date.isoformat()}" if self.date else ""

    @property
    def name(self) -> Message:
        """What it is called in a sentence."""
        if self.date is None:
            return Message("draft")
        if self.is_printed:
            return Message("draft of %(day)s", day=self.date)
        return Message("draft saved on %(day)s", day=self.date)

    @property
    def in_words(self) -> Message:
        """What is said wherever words of it are shown."""
        if self.date is None:
            return Message("draft; numbers may change in the final report")
        if self.is_printed:
            return Message("draft of %(day)s; numbers may change in the final report", day=self.date)
        return Message("draft saved on %(day)s; numbers may change in the final report", day=self.date)


def draft_in(text: str) -> Draft:
    """What `Draft.as_text` wrote."""
    day = text.removeprefix("saved ")
    return Draft(datetime.date.fromisoformat(day) if day else None, is_printed=day == text)


@dataclass(frozen=True, slots=True)
class DocumentIdentity:
    """What a document is, read from the document itself, never from its file name."""

    symbol: str
    """United Nations document symbol without reissue stars: "A/HRC/28/15", "A/HRC/28/15/Add.1". What stands for it
    where a document has none: "SVN-20/mid-term"."""
    kind: DocumentKind
    language: str
    """ISO 639-1 code."""
    state_under_review: str | None = None
    """ISO 3166 alpha-3 code."""
    session: int | None = None
    """Number of the Working Group session, 1 and up: of a mid-term report, that of the review on which it reports."""
    date: datetime.date | None = None
    warnings: tuple[str, ...] = field(default=())
    """What does not fit together, one sentence each (a date outside the session's, say)."""
    reviewed: datetime.date | None = None
    """The day of the review, where the Working Group report on it says it."""
    author: str = ""
    """Who wrote it, as printed, where that is neither the State nor the United Nations."""
    is_draft: bool = False
    """Whether it is a report before its final edition: numbers and words may change in that."""
    saved: datetime.date | None = None
    """Of a draft, when its file was last saved; None where it does not say it."""

    @property
    def draft(self) -> Draft | None:
        """By which date a draft is known from others; None for all that is no draft."""
        if not self.is_draft:
            return None
        return Draft(self.date) if self.date else Draft(self.saved, is_printed=self.saved is None)


_SYMBOL = re.compile(r"[A-Z]+(/[A-Za-z0-9.()-]+)+")
"""A document symbol of the United Nations; nothing in it needs quoting in an address."""


_FURTHER_ISSUE = re.compile(r"/(?:Add|Corr|Rev)\.\d.*$")


def report_in_symbol(symbol: str) -> str:
    """The Working Group report that an addendum answers, a corrigendum corrects, or a revision is one of.

    "A/HRC/28/15" for "A/HRC/28/15/Add.1/Rev.1" and for itself.
    """
    return _FURTHER_ISSUE.sub("", symbol)


def issue_corrected(symbol: str) -> str:
    """The document that a corrigendum corrects ("A/HRC/28/15/Rev.1" for its "/Corr.2"); any other is its own."""
    return symbol.partition("/Corr.")[0]


def pre_session_symbols(state: str, session: int) -> tuple[str, ...]:
    """The documents before a review: national report, compilation and summary."""
    return tuple(f"A/HRC/WG.6/{session}/{state}/{kind.rules.number}" for kind in PRE_SESSION_KINDS)


def address_of_symbol(symbol: str, language: str = "en") -> str | None:
    """Where the United Nations publishes the document of a symbol in a language; None for what is no symbol."""
    folder = "" if language == "en" else f"{language}/"
    return f"https://undocs.org/{folder}{symbol}" if _SYMBOL.fullmatch(symbol) else None
