"""OHCHR's thematic lists in their layouts; all texts and labels of these lists are invented."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from indexer.datamodel.source_entries import ListedRecommendation
from indexer.sources.document import read_document
from indexer.sources.thematic_list import ThematicList, read_thematic_list
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.messages.message import Message
from models.records.enums import Position
from models.records.records import Label, Origin
from models.reviews.states import StateTable
from tests.paths import SHARED

STATES = StateTable.built_in()
SLOVENIA = SHARED / "slovenia"
TITLE = "UPR of Chile (2nd Cycle – 18th session)"
COLUMNS = ("Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation")

Row = Sequence[str]


def word_file(path: Path, rows: Sequence[Row], columns: Row = COLUMNS, title: str = TITLE) -> Path:
    """A list; a row of one cell is a heading over all columns."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = f"{title}\tThematic list of recommendations"
    table = document.add_table(rows=0, cols=len(columns))
    for texts in (columns, *rows):
        cells = table.add_row().cells
        if len(texts) == 1:
            cells[0].merge(cells[-1]).text = texts[0]
        else:
            for cell, text in zip(cells, texts, strict=True):
                cell.text = text
    document.save(str(path))
    return path


def read(path: Path, rows: Sequence[Row], columns: Row = COLUMNS, title: str = TITLE) -> ThematicList:
    return read_thematic_list(word_file(path / "list.docx", rows, columns, title), STATES)


def labels(scheme: str, *names: str) -> tuple[Label, ...]:
    return tuple(Label(scheme, name, Origin.SOURCE) for name in names)


def test_the_layout_of_cycle_2_with_codes_before_the_labels(tmp_path: Path) -> None:
    rows = [
        ["Theme: E24 Forests"],
        [
            "97.12 Plant trees (Peru, Mali); \nSource of position: A/HRC/900/1/Add.1 - Para. 3",
            "Supported",
            "E24 Forests\nA41 Laws and policies\nAffected persons:\n- foresters\n- general",
            "\n",
        ],
    ]
    listed = read(tmp_path, rows)
    assert (listed.state_under_review, listed.session, listed.left_out) == ("CHL", 18, ())
    assert listed.recommendations == (
        ListedRecommendation(
            number="97.12",
            position=Position.SUPPORTED,
            position_words="Supported",
            position_source="A/HRC/900/1/Add.1 - Para. 3",
            labels=labels("uhri", "Forests", "Laws and policies") + labels("uhri-persons", "Foresters", "General"),
        ),
    )


def test_the_layout_of_cycle_3_with_goals(tmp_path: Path) -> None:
    rows = [
        ["Theme: Forests"],
        [
            "121.3 Plant trees (Peru) (Mali);\nSource of Position: A/HRC/900/2 - Para 121",
            "Noted",
            "- Forests\n- Towns & villages - general\nSDGs: \n- 15 - LIFE ON LAND\nAffected persons: \n- foresters",
            "",
        ],
    ]
    (only,) = read(tmp_path, rows, title="UPR of Chile (3rd Cycle - 32nd Session)").recommendations
    assert only.position is Position.NOTED
    assert only.position_source == "A/HRC/900/2 - Para 121"
    assert only.labels == (
        labels("uhri", "Forests", "Towns & villages - general")
        + labels("uhri-sdg", "15 - LIFE ON LAND")
        + labels("uhri-persons", "Foresters")
    )


@pytest.mark.parametrize(
    "column", ["Themes", "Full list of themes", "Full list of rights/affected persons", "Full list of rights/ areas"]
)
def test_all_themes_and_persons_of_a_row_are_read_whatever_their_column_is_called(tmp_path: Path, column: str) -> None:
    columns = ("Recommendation", "Recommending state/s", "Position", column)
    listed = "2.1. Forests\n16. Towns\nAffected persons:\n- Foresters"
    rows = [["Right or area: 2.1. Forests"], ["97.1. Plant trees", "Peru", "Noted", listed]]
    (only,) = read(tmp_path, rows, columns, "UPR of Chile - Second Cycle").recommendations
    assert only.labels == labels("uhri", "Forests", "Towns") + labels("uhri-persons", "Foresters")


@pytest.mark.parametrize("printed", ["10. Forests", "29.1. Forests", "2.1 Forests", "B32 Forests"])
def test_the_code_before_a_theme_is_no_part_of_its_name(tmp_path: Path, printed: str) -> None:
    rows = [
        [f"Right or area: {printed}"],
        ["97.1 Plant trees", "Noted", f"{printed}\nAffected persons:\n- Foresters", ""],
    ]
    (only,) = read(tmp_path, rows, title="UPR of Chile - Second Cycle").recommendations
    assert only.labels == labels("uhri", "Forests") + labels("uhri-persons", "Foresters")


def test_the_later_layout_with_a_column_of_recommending_states(tmp_path: Path) -> None:
    columns = ("Recommendations", "Recommending state/s", "Position", "Themes")
    rows = [
        ["Right or area: 2.1. Forests"],
        ["26.1. Plant trees\nSource of Position: A/HRC/900/3", "Peru\nMali", "Supported/Noted", "- Forests"],
    ]
    (only,) = read(tmp_path, rows, columns, "UPR of Chile (4th Cycle – 46th Session)").recommendations
    assert (only.number, only.position_source) == ("26.1", "A/HRC/900/3")
    assert (only.position, only.position_words) == (Position.NOTED, "Supported/Noted")
    assert only.labels == labels("uhri", "Forests")


@pytest.mark.parametrize(
    ("title", "session"),
    [
        pytest.param("UPR of Chile - Second Cycle", 18, id="the cycle in words, without a session"),
        pytest.param("UPR of Chile – 3rd Cycle", 32, id="the cycle in figures, without a session"),
        pytest.param("UPR of Guinea-Bissau - Second Cycle", 21, id="a name with a hyphen"),
        pytest.param("UPR of Iran (Islamic Republic of) - First Cycle", 7, id="a name with brackets"),
        pytest.param("UPR of Chile - Second Cycle - 18th Session", 18, id="session behind a dash"),
    ],
)
def test_a_list_that_names_no_session_is_of_the_review_in_its_cycle(tmp_path: Path, title: str, session: int) -> None:
    assert read(tmp_path, [["97.1 Plant trees", "Noted", "", ""]], title=title).session == session


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        pytest.param("97.12 Plant trees", "97.12", id="section and item"),
        pytest.param("97.12. Plant trees", "97.12", id="full stop after the number"),
        pytest.param("97. 12 Plant trees", "97.12", id="a space typed into the number"),
        pytest.param("97.12Plant trees", "97.12", id="no space after the number"),
        pytest.param("97.12 40 more schools", "97.12", id="the text begins with a figure"),
        pytest.param("97.12 (a) Plant trees", "97.12(a)", id="lettered part"),
        pytest.param("A - 97.12 Plant trees", "97.12", id="letter of an older list"),
        pytest.param("18. Plant trees", "18", id="bare number of cycle 1"),
        pytest.param("97.12\u00a0Plant\n trees", "97.12", id="no-break space, line break"),
    ],
)
def test_numbers(tmp_path: Path, cell: str, number: str) -> None:
    (only,) = read(tmp_path, [[cell, "Supported", "", ""]]).recommendations
    assert only.number == number


@pytest.mark.parametrize(
    ("cell", "position"),
    [
        ("Supported", Position.SUPPORTED),
        (" supported\n", Position.SUPPORTED),
        ("Noted", Position.NOTED),
        ("Supported / Noted", Position.NOTED),
        ("Partially supported", Position.NOTED),
        ("Not supported", Position.NOTED),
        ("Under consideration", Position.PENDING),
        ("", None),
    ],
)
def test_positions(tmp_path: Path, cell: str, position: Position | None) -> None:
    (only,) = read(tmp_path, [["97.1 Plant trees", cell, "", ""]]).recommendations
    assert only.position is position


def test_a_number_under_several_themes_is_one_recommendation_with_all_labels(tmp_path: Path) -> None:
    rows = [
        ["Theme: Forests"],
        ["97.1 Plant trees", "Supported", "Forests", ""],
        ["Theme: Roads"],
        ["97.2 Mend bridges", "Noted", "", ""],
        ["97.1 Plant trees", "Supported", "Forests\nRoads", ""],
    ]
    first, second = read(tmp_path, rows).recommendations
    assert (first.number, first.position) == ("97.1", Position.SUPPORTED)
    assert first.labels == labels("uhri", "Forests", "Roads")
    assert second.labels == labels("uhri", "Roads")


def test_two_positions_for_one_number_are_no_clear_support(tmp_path: Path) -> None:
    rows = [["97.1 Plant trees", "Supported", "", ""], ["97.1 Plant trees", "Noted", "", ""]]
    (only,) = read(tmp_path, rows).recommendations
    assert (only.position, only.position_words) == (Position.NOTED, "Supported; Noted")


def test_rows_without_a_number_are_reported_and_repeated_heads_are_not(tmp_path: Path) -> None:
    rows = [["Plant trees", "Supported", "", ""], COLUMNS, ["97.1 Mend bridges", "Noted", "", ""], ["", "", "", ""]]
    listed = read(tmp_path, rows)
    assert [entry.number for entry in listed.recommendations] == ["97.1"]
    (told,) = listed.left_out
    assert told == "list.docx: row 2 has no number of a recommendation."
    assert isinstance(told, Message)
    assert told.values == {"name": "list.docx", "row": "2"}


def test_words_inserted_as_tracked_changes_are_read(tmp_path: Path) -> None:
    path = word_file(tmp_path / "list.docx", [["97.1 Plant trees", "Supported", "", ""]])
    document = docx.Document(str(path))
    paragraph = document.tables[0].rows[1].cells[0].paragraphs[0]
    inserted, run, text = OxmlElement("w:ins"), OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "; Source of position: A/HRC/900/3"
    text.set(qn("xml:space"), "preserve")
    paragraph._p.append(inserted)
    inserted.append(run)
    run.append(text)
    document.save(str(path))
    assert read_thematic_list(path, STATES).recommendations[0].position_source == "A/HRC/900/3"


def test_a_row_whose_deletion_is_tracked_is_passed_over(tmp_path: Path) -> None:
    rows = [["97.1 Plant trees", "Supported", "", ""], ["97.2 Mend bridges", "Noted", "", ""]]
    path = word_file(tmp_path / "list.docx", rows)
    document = docx.Document(str(path))
    document.tables[0].rows[1]._tr.get_or_add_trPr().append(OxmlElement("w:del"))
    document.save(str(path))
    assert [entry.number for entry in read_thematic_list(path, STATES).recommendations] == ["97.2"]


def test_a_word_file_is_parsed_once_and_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    open_document = docx.Document
    path = word_file(tmp_path / "list.docx", [["97.1 Plant trees", "Supported", "", ""]])
    monkeypatch.setattr(docx, "Document", lambda name: opened.append(name) or open_document(name))
    assert len(read_document(path, path.name, STATES).listed) == 1
    assert opened == [str(path)]
    monkeypatch.undo()
    word_file(path, [["97.1 Plant trees", "Supported", "", ""], ["97.2 Mend bridges", "Noted", "", ""]])
    assert len(read_document(path, path.name, STATES).listed) == 2


@pytest.mark.parametrize(
    ("title", "columns", "message"),
    [
        pytest.param("A list", COLUMNS, "of which review", id="no title"),
        pytest.param("UPR of Atlantis (2nd Cycle – 18th session)", COLUMNS, "of which review", id="no such State"),
        pytest.param("UPR of Chile (1st Cycle – 18th session)", COLUMNS, "of which review", id="other cycle"),
        pytest.param("UPR of Chile (2nd Cycle – 0th session)", COLUMNS, "of which review", id="no such session"),
        pytest.param("UPR of Chile - Fourth Review", COLUMNS, "of which review", id="no cycle"),
        pytest.param("UPR of Holy See - Second Cycle", COLUMNS, "of which review", id="State that is not reviewed"),
        pytest.param(TITLE, ("What", "Who"), "no table with the columns", id="another table"),
    ],
)
def test_other_word_files_are_refused_with_the_reason(tmp_path: Path, title: str, columns: Row, message: str) -> None:
    with pytest.raises(UnrecognisedDocument, match=message):
        read(tmp_path, [], columns, title)


def test_the_title_may_stand_above_the_table(tmp_path: Path) -> None:
    path = word_file(tmp_path / "list.docx", [["97.1 Plant trees", "Noted", "", ""]], title="")
    document = docx.Document(str(path))
    document.tables[0]._tbl.addprevious(document.add_paragraph(TITLE)._p)
    document.save(str(path))
    assert read_thematic_list(path, STATES).state_under_review == "CHL"


def test_a_file_that_is_no_word_file_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    path.write_text("97.1 Plant trees", encoding="utf-8")
    with pytest.raises(UnreadableDocument, match="is damaged"):
        read_thematic_list(path, STATES)


@pytest.mark.real_data
@pytest.mark.skipif(not SLOVENIA.is_dir(), reason="the real lists are not beside this checkout")
@pytest.mark.parametrize(
    ("cycle", "session", "supported", "noted"), [(2, 20, 142, 21), (3, 34, 182, 33)], ids=["cycle 2", "cycle 3"]
)
def test_real_lists_are_read_completely(cycle: int, session: int, supported: int, noted: int) -> None:
    listed = read_thematic_list(SLOVENIA / f"cycle{cycle}" / "thematic_list.docx", STATES)
    assert (listed.state_under_review, listed.session, listed.left_out) == ("SVN", session, ())
    positions = Counter(entry.position for entry in listed.recommendations)
    assert positions == {Position.SUPPORTED: supported, Position.NOTED: noted}
    assert all(entry.labels and entry.position_source for entry in listed.recommendations)
