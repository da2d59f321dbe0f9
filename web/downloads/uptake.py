"""The table of impact as a file to keep: asks, recommendations, States, positions; XLSX, CSV and DOCX."""

from collections.abc import Callable, Iterator, Sequence

from models.reviews.states import State
from search import POSITION_WORDS, AskUptake, TakenUp, Uptake
from web.downloads.about_sheet import about_coding, about_sources
from web.downloads.office_files import Cell, PositionWord, address_of_words, csv_file
from web.downloads.result_document import add_citation, add_quotation
from web.downloads.word_document import add_table, add_text, docx_file, new_document
from web.downloads.workbook import About, xlsx_file
from web.site.language import gettext, lazy_gettext, side_by_side, translated
from web.site.served_index import coverage_on, is_invented, name_of, state_name
from web.words.citation import cited_document, place_shown, record_title, sponsor_names
from web.words.coverage import superseded_in_words
from web.words.editions import edition_shown
from web.words.sessions import review_in_words
from web.words.uptake_words import (
    GRADE_WORDS,
    NO_PROOF,
    cited_in_words,
    figures_in_words,
    nobody_in_words,
    why_in_words,
)

Line = tuple[AskUptake, TakenUp]
COLUMNS: tuple[tuple[object, Callable[[Line], Cell]], ...] = (
    (lazy_gettext("Ask"), lambda line: line[0].ask.number),
    (lazy_gettext("What you asked for"), lambda line: line[0].ask.text),
    (lazy_gettext("Counted"), lambda line: gettext("yes") if line[1] in line[0].counted else gettext("no")),
    (lazy_gettext("How far it goes"), lambda line: str(GRADE_WORDS[line[1].grade])),
    (lazy_gettext("Why"), lambda line: why_in_words(line[1].why)),
    (lazy_gettext("Recommending States"), lambda line: sponsor_names(line[1].record)),
    (lazy_gettext("Position"), lambda line: PositionWord(line[1].record)),
    (lazy_gettext("As printed"), lambda line: edition_shown(line[1].record).quoted),
    (lazy_gettext("The State's comment"), lambda line: line[1].record.comment),
    (lazy_gettext("Document"), lambda line: cited_document(line[1].record)),
    (lazy_gettext("Paragraph"), lambda line: line[1].record.place.paragraph),
    (lazy_gettext("Page of the file"), lambda line: place_shown(line[1].record).page),
    (
        lazy_gettext("Address of the document"),
        lambda line: None if is_invented(line[1].record) else address_of_words(line[1].record),
    ),
    (lazy_gettext("Recommendation"), lambda line: line[1].record.id),
    (lazy_gettext("Invented sample"), lambda line: gettext("yes") if is_invented(line[1].record) else None),
)
"""One row for each ask and recommendation; an ask without any has a row of its own."""


def _rows(found: Uptake) -> Iterator[list[Cell]]:
    for of_ask in found.asks:
        for each in of_ask.now.found:
            yield [value((of_ask, each)) for _, value in COLUMNS]
        if not of_ask.now.found:
            nothing = nobody_in_words(found)
            yield [of_ask.ask.number, of_ask.ask.text, gettext("no"), nothing, *[None] * (len(COLUMNS) - 4)]


def _header() -> list[str]:
    return [str(name) for name, _ in COLUMNS]


def _csv(found: Uptake, approached: Sequence[State]) -> bytes:
    return csv_file(_header(), [*_rows(found), *([sentence] for sentence in _sentences(found))])


def _xlsx(found: Uptake, approached: Sequence[State]) -> bytes:
    sheets = [
        (gettext("Asks"), _ask_header(found), list(_ask_rows(found))),
        (gettext("Recommendations"), _header(), list(_rows(found))),
    ]
    if approached:
        header = [gettext("State that you approached"), gettext("Asks that it took up")]
        sheets.append((gettext("States approached"), header, list(_approached_rows(found, approached))))
    return xlsx_file(sheets, _about(found))


def _ask_header(found: Uptake) -> list[str]:
    return [
        gettext("Ask"),
        gettext("What you asked for"),
        gettext("Counted"),
        gettext("Recommending States"),
        *(translated(POSITION_WORDS[position]) for position in found.positions),
        gettext("Part of the way"),
    ]


def _ask_rows(found: Uptake) -> Iterator[list[Cell]]:
    for of_ask in found.asks:
        positions = [each.record.position for each in of_ask.counted]
        yield [
            of_ask.ask.number,
            of_ask.ask.text,
            len(of_ask.counted),
            side_by_side(map(state_name, of_ask.states)),
            *map(positions.count, found.positions),
            len(of_ask.now.of_grade("part")),
        ]


def _approached_rows(found: Uptake, approached: Sequence[State]) -> Iterator[list[Cell]]:
    for state in approached:
        asks = side_by_side(map(str, found.asks_of(state.code)))
        yield [name_of(state), asks or gettext("none of what is counted")]


def _sentences(found: Uptake) -> list[str]:
    again = superseded_in_words(coverage_on(found.state))
    return list(filter(None, (again, figures_in_words(found), str(NO_PROOF), cited_in_words(found))))


def _about(found: Uptake) -> About:
    records = [each.record for of_ask in found.asks for each in of_ask.now.found]
    return [
        (gettext("Review"), review_in_words(found.session)),
        *((gettext("Result"), sentence) for sentence in _sentences(found)),
        *about_coding(),
        *about_sources(records),
    ]


def _docx(found: Uptake, approached: Sequence[State]) -> bytes:
    title = gettext("What came of our submission")
    document = new_document(title, f"{state_name(found.state)} · {review_in_words(found.session)}")
    for sentence in _sentences(found):
        add_text(document.add_paragraph(), sentence)
    rows = [list(map(str, row)) for row in _ask_rows(found)]
    of_positions = [3.8 / len(found.positions) for _ in found.positions]
    add_table(document, _ask_header(found), rows, [1.2, 5.2, 1.9, 3.2, *of_positions, 1.7])
    if approached:
        add_text(document.add_heading("", 1), gettext("States approached"))
        header = [gettext("State that you approached"), gettext("Asks that it took up")]
        rows = [list(map(str, row)) for row in _approached_rows(found, approached)]
        add_table(document, header, rows, [8, 9])
    for of_ask in found.asks:
        add_text(document.add_heading("", 1), f"{of_ask.ask.number}. {of_ask.ask.text}")
        if not of_ask.counted:
            add_text(document.add_paragraph(), nobody_in_words(found, in_part=of_ask.is_in_part_at_most))
        for each in of_ask.counted:
            add_text(document.add_heading("", 2), record_title(each.record, state_name(found.state)))
            add_quotation(document, each.record)
            add_citation(document, each.record)
    return docx_file(document)


FILES: dict[str, Callable[[Uptake, Sequence[State]], bytes]] = {"docx": _docx, "xlsx": _xlsx, "csv": _csv}
"""By the extension of the file; with the States that the organisation approached."""
