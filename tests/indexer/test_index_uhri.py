"""An export of the Universal Human Rights Index on its way into an index folder, and beside the documents it copies."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from indexer.gather.gather_documents import Sources
from indexer.report.report import report_as_text
from indexer.runs.build_index import build_index
from indexer.runs.extract_files import extract_files
from indexer.write.check import problems_of
from models.index_folder.folder import CATALOGUE, current_snapshot
from models.records.records import Label, ObservationKind, Origin
from tests.indexer.invented_observations import MODERN
from tests.indexer.invented_uhri import asked, json_export, observed
from tests.paths import SHARED

UHRI = SHARED / "uhri"


def rows(folder: Path, query: str) -> list[tuple[Any, ...]]:
    assert list(problems_of(current_snapshot(folder))) == []
    with closing(sqlite3.connect(current_snapshot(folder) / CATALOGUE)) as catalogue:
        return catalogue.execute(query).fetchall()


def index(folder: Path, *paths: Path) -> tuple[str, ...]:
    return build_index(Sources(paths, None, 1), folder, "letters").warnings


def test_an_export_is_indexed_and_updated(tmp_path: Path) -> None:
    export = json_export(
        tmp_path / "export.json", [asked(), observed(), observed("8. It should.", Countries=["Kosovo"]), observed("")]
    )
    warnings = index(tmp_path / "index", export)
    assert warnings == (
        "export.json: 1 of 4 records left out, because they hold no recommendation to a "
        "State and no observation on one.",
    )
    found = rows(tmp_path / "index", "SELECT kind, state, id FROM entry ORDER BY number")
    assert [(kind, state) for kind, state, _ in found] == [
        ("recommendation", "SVN"),
        ("observation", "SVN"),
        ("observation", "XKX"),
    ]
    assert [record for _, _, record in found[1:]] == ["CRC.C.SVN.CO.900-7", "CRC.C.SVN.CO.900-XKX-8"]
    assert rows(tmp_path / "index", "SELECT symbol, kind, url FROM document") == [
        ("Universal Human Rights Index", "export of the Universal Human Rights Index", None)
    ]
    labels = rows(tmp_path / "index", "SELECT scheme, label, origin FROM label WHERE record = 'CRC.C.SVN.CO.900-7'")
    assert ("uhri", "Huts & shelters", "source") in labels
    assert index(tmp_path / "index", export) == warnings


def test_a_run_ends_with_what_is_new_by_state(tmp_path: Path) -> None:
    def last_lines(*records: Any) -> list[str]:
        export = json_export(tmp_path / "export.json", list(records))
        report = build_index(Sources((export,), None, 1), tmp_path / "index", "letters")
        return [line for line in report_as_text(report).splitlines() if line.startswith("new: ")]

    first = [asked(), observed()]
    assert last_lines(*first) == []  # all of a first run is new
    assert last_lines(*first) == []
    newer = [
        asked("100.2 Close the quarries (Peru);"),
        observed("8. It should."),
        observed("9. It should."),
        observed("7. It should.", Countries=["Norway"], Symbol="CRC/C/NOR/CO/900"),
    ]
    assert last_lines(*first, *newer) == [
        "new: Norway: 1 paragraph of treaty bodies and special procedures",
        "new: Slovenia: 1 recommendation, 2 paragraphs of treaty bodies and special procedures",
    ]
    assert last_lines(*first) == []  # what goes is not new


def test_an_observation_is_searched_by_its_sentences_and_its_whole_text_is_only_shown(tmp_path: Path) -> None:
    doors, gates = "The State party should open all doors at night.", "It should also close the gates by day."
    index(tmp_path / "index", json_export(tmp_path / "export.json", [observed(f"7.{doors} {gates}")]))
    assert rows(tmp_path / "index", "SELECT text FROM text_vector JOIN text ON sha256 = text_sha256") == [
        (doors,),
        (gates,),
    ]
    assert rows(tmp_path / "index", "SELECT text FROM entry JOIN text ON sha256 = text_sha256") == [
        (f"{doors} {gates}",)
    ]


def test_the_report_counts_what_treaty_bodies_and_special_procedures_say(tmp_path: Path) -> None:
    export = json_export(tmp_path / "export.json", [observed(), observed(Body="- SR huts", Symbol="A/HRC/9/6/Add.1")])
    report = build_index(Sources((export,), None, 1), tmp_path / "index", "letters")
    assert "; 2 paragraphs of treaty bodies and special procedures; " in report_as_text(report).splitlines()[-1]


def test_a_symbol_that_names_two_states_ends_no_run(tmp_path: Path) -> None:
    both = observed(Symbol="CRC/C/SVN/CHL/CO/900", Countries=["Slovenia", "Chile"])
    warnings = index(tmp_path / "index", json_export(tmp_path / "export.json", [both]))
    assert warnings == ("CRC.C.SVN.CHL.CO.900-7 stands for paragraphs on two States: only that on the first is kept.",)
    assert rows(tmp_path / "index", "SELECT id, state FROM entry") == [("CRC.C.SVN.CHL.CO.900-7", "CHL")]


def test_the_words_of_the_document_win_and_the_labels_of_the_export_are_kept(tmp_path: Path) -> None:
    document = tmp_path / "observations.txt"
    document.write_text(MODERN, encoding="utf-8")
    of_export = observed("5.The State party should: (a) Remove signs.", Symbol="CCPR/C/SVN/CO/900", Body="CCPR")
    export = json_export(tmp_path / "export.json", [of_export])
    observations = extract_files([export, document], None, 1).observations
    (one,) = [one for one in observations if one.place.paragraph == "5"]
    assert one.text.startswith("The State party should:\n(a) Remove the signs;")
    assert Label("uhri", "Mountains", Origin.SOURCE) in one.labels
    assert [one.place.paragraph for one in observations] == sorted(
        (one.place.paragraph or "" for one in observations), key=int
    )


def raw(cleaned: dict[str, Any]) -> dict[str, Any]:
    """A real record in the form in which the export has it."""
    return {
        "AnnotationId": cleaned["_id"],
        "AnnotationType": f"- {cleaned['annotation_type']}",
        "Body": f"- {cleaned['body']}",
        "Symbol": cleaned["symbol"],
        "Countries": [f"- {name}" for name in cleaned["countries"]],
        "Themes": [f"- {name}" for name in cleaned["themes"]],
        "AffectedPersons": [f"- {name}" for name in cleaned["affected_persons"]],
        "Sdgs": cleaned["sdgs"],
        "Text": "".join(f"<p>{line}</p>" for line in cleaned["text"].replace("&", "&amp;").split("\n")),
        "PublicationDate": f"{cleaned['date']}T00:00:00",
    }


@pytest.mark.real_data
@pytest.mark.skipif(not UHRI.is_dir(), reason="the real records are not beside the checkout")
def test_real_records(tmp_path: Path) -> None:
    import json

    records = [raw(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(UHRI.glob("*.json"))]
    extracted = extract_files([json_export(tmp_path / "export.json", records)], None, 1)
    observations = extracted.observations
    # Paragraph 3 is on what the committee welcomes.
    assert [one.place.paragraph for one in observations] == [str(number) for number in range(4, 18)]
    assert {(one.entity, one.committee, one.place.symbol) for one in observations} == {
        ("AUS", "CESCR", "E/C.12/AUS/CO/6")
    }
    by_paragraph = {one.place.paragraph: one for one in observations}
    assert by_paragraph["11"].heading == "Climate change"
    assert [line[:3] for line in by_paragraph["11"].text.split("\n")[1:]] == ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"]
    assert {one.kind for one in observations} == {ObservationKind.CONCERN, ObservationKind.RECOMMENDATION}
    assert all(one.labels and one.date for one in observations)
