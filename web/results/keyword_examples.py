"""What a search by keywords can look like, in words of the texts that are indexed.

Keywords are looked for as texts print them. So examples are in the language of the page where texts in it are indexed,
and in English elsewhere: an example that could find nothing would teach that the search does not work.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from models.files.package_tables import table_rows
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session
from models.texts.words import ENGLISH
from search import Listing
from web.site.language import language_name, listed, page_language
from web.site.served_index import served_index, state_name

_LOOKED_THROUGH = 20
"""Records, for one of which all fields are known."""


@dataclass(frozen=True, slots=True)
class KeywordExamples:
    """Examples for the page that is being made."""

    language: str
    """Of the words of texts (ISO 639-1)."""
    words: Mapping[str, str]
    """A row of the table: `plural` and `singular` are empty where the index holds each form of a word by itself."""
    name: str
    """A name of the table of abbreviations, in the language of the page."""
    in_languages: str
    """The languages of the texts, where they are not all in that of the page; else ""."""


def keyword_examples() -> KeywordExamples:
    """Those in the language of the page, and the words of texts in a language in which there are texts."""
    page, indexed = page_language().language, served_index().overview().languages
    held = sorted((code for code, count in indexed.items() if count), key=lambda code: -indexed[code])
    rows = _rows()
    language = page if page in held and page in rows else ENGLISH
    return KeywordExamples(
        language=language,
        words=rows[language],
        name=rows.get(page, rows[ENGLISH])["name"],
        in_languages="" if held in ([], [page]) else listed([language_name(code) for code in held]),
    )


@cache
def _rows() -> dict[str, dict[str, str]]:
    """By language, words that recommendations of many States hold: hyphens, stems and stars do in each what the index
    does with words of it."""
    return {row["language"]: row for row in table_rows("web.results", "keyword_examples.csv")}


@dataclass(frozen=True, slots=True)
class FieldExamples:
    """Queries by fields of records, each of which finds one at least; "" for a field of which no record is known."""

    received: str
    made: str
    labelled: str
    place: str


def field_examples() -> FieldExamples:
    """Those that find a recommendation of this index, States in the language of the page."""
    hits = served_index().browse(Listing(limit=_LOOKED_THROUGH, grouped=False)).hits
    records = [hit.record for hit in hits if isinstance(hit.record, Recommendation)]
    label, record = next(_labelled(records), ("", records[0] if records else None))
    if record is None:
        return FieldExamples("", "", "", "")
    by = _quoted(state_name(record.sponsors[0].state)) if record.sponsors else ""
    return FieldExamples(
        received=f"state:{_quoted(state_name(record.state_under_review))} cycle:{cycle_of_session(record.session)}",
        made=by and f"by:{by} position:{record.position}",
        labelled=by and label and f'label:"{label}" by:{by}',
        place=f"symbol:{record.place.symbol} paragraph:{record.place.paragraph}" if record.place.paragraph else "",
    )


def _labelled(records: Iterable[Recommendation]) -> Iterator[tuple[str, Recommendation]]:
    """Records that all fields are known of, each with one of its issue labels."""
    for record in records:
        for label in record.labels:
            if label.scheme == ISSUE_SCHEME and record.place.paragraph and record.sponsors:
                yield label.label, record


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
