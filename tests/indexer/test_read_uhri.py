"""Exports of the Universal Human Rights Index: what is read of them, what is counted, and which files are refused."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.source_entries import UHRI, TableEntry
from indexer.read import json_items as read_json_items
from indexer.sources import uhri_export as read_uhri_export
from indexer.sources.document import read_document
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.records.enums import Position
from models.records.records import Label, Observation, ObservationKind, Origin, Place, Sponsor
from models.reviews.states import StateTable
from tests.indexer import invented_uhri
from tests.indexer.invented_uhri import asked, json_export, observed, xlsx_export

NO_REQUEST = "they hold no recommendation to a State and no observation on one"
UNPLACED = "they do not say of which State, body, document or review they are"

STATES = StateTable.built_in()
FRANCE, PERU = Sponsor("FRA", "France"), Sponsor("PER", "Peru")
LABELS = (
    Label("uhri", "Huts & shelters", Origin.SOURCE),
    Label("uhri", "Mountains", Origin.SOURCE),
    Label("uhri-persons", "Walkers", Origin.SOURCE),
    Label("uhri-sdg", "15.4 - Protect mountains", Origin.SOURCE),
)
RECOMMENDS, CONCERNED = ObservationKind.RECOMMENDATION, ObservationKind.CONCERN


def parts_of(path: Path) -> DocumentExtract:
    read = read_document(path, path.name, STATES)
    assert not isinstance(read, DocumentExtract)
    return read.whole()


def read(folder: Path, *records: Any) -> DocumentExtract:
    return parts_of(json_export(folder / "export.json", records))


def the_observation(folder: Path, record: dict[str, Any]) -> Observation:
    (one,) = read(folder, record).observations
    return one


@pytest.mark.parametrize(("write", "suffix"), [(json_export, "json"), (xlsx_export, "xlsx")], ids=["json", "xlsx"])
def test_both_kinds_of_file_say_the_same(tmp_path: Path, write: Callable[..., Path], suffix: str) -> None:
    whole = parts_of(write(tmp_path / f"export.{suffix}", [observed(), asked()]))
    issued = datetime.date(2021, 5, 7)
    place = Place("CRC/C/SVN/CO/900", "7", None)
    assert whole.observations == (
        Observation("SVN", "CRC", place, "", RECOMMENDS, "The State party should open all huts.", issued, "en", LABELS),
    )
    assert whole.entries == (
        TableEntry(
            "SVN",
            20,
            "Plant trees along every road",
            "Supported",
            Position.SUPPORTED,
            (FRANCE,),
            None,
            (),
            UHRI,
            LABELS,
            number="100.1",
            annotation="0a0c9531-0000-4000-8000-000000000001 0",
        ),
    )
    assert whole.warnings == ()
    assert {one.id for one in whole.observations} == {"CRC.C.SVN.CO.900-7"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>7.The State party should.</p>", [("7", "", "The State party should.")]),  # number glued to its text
        ("Huts \n7. It should.", [("7", "Huts", "It should.")]),  # a heading above
        ("<b>C. Huts</b><br/>7 . It should &amp; must.", [("7", "Huts", "It should & must.")]),  # its letter, entity
        ("<p>It should.</p>", [(None, "", "It should.")]),  # no number at all
        ("<p>Huts</p><p>It should.</p>", [(None, "Huts", "It should.")]),
        ("7. Do:(a) One; (b) Two, and (c) Three.", [("7", "", "Do:\n(a) One;\n(b) Two, and\n(c) Three.")]),
        ("7. One.<p>8. Two.</p>", [("7", "", "One."), ("8", "", "Two.")]),  # two paragraphs in one record
        ("<p>7. One.</p><p>Lakes</p><p>8. Two.</p>", [("7", "", "One."), ("8", "Lakes", "Two.")]),
        ("7. In law.\n2030. A year.", [("7", "", "In law.\n2030. A year.")]),  # no paragraph number
        ("<p>7. One <script>alert(1)</script>two.</p>", [("7", "", "One two.")]),
        ("7. Fewer < 5 & more.", [("7", "", "Fewer < 5 & more.")]),  # no HTML though it looks so
        ("7. develop- ment of huts.", [("7", "", "develop- ment of huts.")]),  # quoted as the export prints it
    ],
    ids=str,
)
def test_paragraphs_of_a_text(tmp_path: Path, text: str, expected: list[tuple[str | None, str, str]]) -> None:
    found = [(one.place.paragraph, one.heading, one.text) for one in read(tmp_path, observed(text)).observations]
    assert found == expected


@pytest.mark.parametrize(
    ("fields", "entity", "committee"),
    [
        ({}, "SVN", "CRC"),
        ({"Countries": ["SI"]}, "SVN", "CRC"),  # a code of two letters
        ({"Countries": "- Slovenia"}, "SVN", "CRC"),  # a string for a list
        ({"Countries": []}, "SVN", "CRC"),  # only the symbol has it
        ({"Countries": None, "Body": None}, "SVN", "CRC"),  # as for the committee
        ({"Countries": ["- Kosovo (see note)"]}, "XKX", "CRC"),  # entities that are no States
        ({"Countries": ["European Union"]}, "EUE", "CRC"),
        ({"Countries": ["- State of Palestine"]}, "PSE", "CRC"),
        ({"Countries": ["- Cook Islands\u00a0"]}, "COK", "CRC"),
        ({"Body": "- SR Mountains", "Symbol": "A/HRC/99/66/Add.2"}, "SVN", "SR Mountains"),  # named as the source does
        ({"Body": "- SR Mountains", "Symbol": "A/HRC/99/66", "Countries": []}, None, "SR Mountains"),  # to all States
        ({"Body": "- CRC-OP-AC", "Symbol": "CRC/C/OPAC/SVN/CO/900"}, "SVN", "CRC"),  # on a protocol of the treaty
    ],
    ids=str,
)
def test_whom_it_speaks_to_and_who_speaks(
    tmp_path: Path, fields: dict[str, Any], entity: str | None, committee: str
) -> None:
    one = the_observation(tmp_path, observed(**fields))
    assert (one.entity, one.committee) == (entity, committee)


def test_the_same_paragraph_on_two_states_is_two_observations(tmp_path: Path) -> None:
    both = read(tmp_path, observed(Symbol="A/HRC/99/66", Countries=["Slovenia", "Chile"])).observations
    assert [one.id for one in both] == ["A.HRC.99.66-CHL-7", "A.HRC.99.66-SVN-7"]


@pytest.mark.parametrize(
    ("kind", "text", "expected", "warning"),
    [
        ("- Recommendations", "7. It is concerned about huts.", RECOMMENDS, ""),
        ("- Concerns/Observations", "7. It is concerned about huts.", CONCERNED, ""),
        ("- Concerns/Observations", "7. It welcomes huts.", ObservationKind.OTHER, ""),  # no concern is made of it
        (["Recommendations", "Concerns/Observations"], "7. Huts.", ObservationKind.BOTH, ""),
        (None, "7. Huts.", ObservationKind.OTHER, "nothing: no type (1)"),
        (
            "4d8e-uuid",
            "7. Huts.",
            ObservationKind.OTHER,
            "nothing: type “4d8e-uuid” (1)",
        ),
    ],
    ids=str,
)
def test_kinds(tmp_path: Path, kind: Any, text: str, expected: ObservationKind, warning: str) -> None:
    whole = read(tmp_path, observed(text, AnnotationType=kind))
    assert [one.kind for one in whole.observations] == [expected]
    assert warning in "".join(whole.warnings)
    assert bool(whole.warnings) is bool(warning)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2021-05-07T10:11:12", datetime.date(2021, 5, 7)),
        ("45419", datetime.date(2024, 5, 7)),  # the number that Excel has for a day
        (45419, datetime.date(2024, 5, 7)),
        ("soon", None),
        (None, None),
    ],
    ids=str,
)
def test_dates(tmp_path: Path, published: Any, expected: datetime.date | None) -> None:
    assert the_observation(tmp_path, observed(PublicationDate=published)).date == expected


def test_observations_have_their_language(tmp_path: Path) -> None:
    text = "7. El Comité recomienda al Estado parte que abra todos los refugios de montaña a los caminantes."
    assert the_observation(tmp_path, observed(text)).language == "es"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("100.1 Plant trees along every road (France);", "en"),
        ("100.1 Plantar árboles a lo largo de todos los caminos (Francia);", "es"),
        ("100.1 غرس الأشجار على طول جميع الطرق (France);", "ar"),
        ("100.1 在每条道路旁植树 (France);", "zh"),
    ],
    ids=["en", "es", "ar", "zh"],
)
def test_recommendations_have_their_language_too(tmp_path: Path, text: str, language: str) -> None:
    assert [entry.language for entry in read(tmp_path, asked(text)).entries] == [language]


TREES = "Plant trees along every road"


@pytest.mark.parametrize(
    ("text", "recommending", "expected"),
    [
        (f"100.1 {TREES} (France);", ["- France"], [(TREES, (FRANCE,))]),
        (f"<p>100.1.{TREES}</p>", ["- France", "- Peru"], [(TREES, (FRANCE, PERU))]),
        (TREES, [], [(TREES, ())]),
        (
            "100.1 Plant trees (France); protect bridges (Peru);",
            ["Peru", "France"],
            [("Plant trees", (FRANCE,)), ("protect bridges", (PERU,))],
        ),
        (  # the text and the list of States do not fit together: nothing is taken apart
            "100.1 Plant trees (France); mend bridges (Peru);",
            ["Peru"],
            [("Plant trees (France); mend bridges (Peru)", (PERU,))],
        ),
    ],
    ids=["sponsor in text", "sponsors in list", "no sponsors", "two requests", "two requests, one listed"],
)
def test_asks_of_a_review(
    tmp_path: Path, text: str, recommending: list[str], expected: list[tuple[str, tuple[Sponsor, ...]]]
) -> None:
    entries = read(tmp_path, asked(text, UprRecommendingCountry=recommending)).entries
    assert [(entry.text, entry.sponsors) for entry in entries] == expected


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("100.1 ", "100.1"),
        ("100.197. ", "100.197"),
        ("Recommendation No. 100.1: ", "100.1"),
        ("Recommendation 100.1 – ", "100.1"),
        ("Rec. 7 ", "7"),
        ("R 100.1 ", "100.1"),
        ("R100.1", "100.1"),
        ("R. 12) ", "12"),
        ("", ""),
        ("Rwanda and R&amp;D: ", ""),
    ],
)
def test_the_number_before_a_text_is_kept_apart(tmp_path: Path, printed: str, number: str) -> None:
    (entry,) = read(tmp_path, asked(f"{printed}{TREES}")).entries
    assert (entry.number, entry.text) == (number, TREES if number else f"{printed.replace('&amp;', '&')}{TREES}")


@pytest.mark.parametrize(
    "printed", ["20", "20th session", "20th session - November 2014", "2nd cycle - 20th session", "Session 20 (2014)"]
)
def test_sessions(tmp_path: Path, printed: str) -> None:
    (entry,) = read(tmp_path, asked(UprSession=printed)).entries
    assert entry.session == 20


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("- Chile; Peru", ["CHL", "PER"]),
        ("Chile, Peru and Mali", ["CHL", "PER", "MLI"]),
        ("State of Palestine*", ["PSE"]),
        ("Bosnia and Herzegovina / Trinidad and Tobago", ["BIH", "TTO"]),
        ("Bosnia and Herzegovina", ["BIH"]),
    ],
)
def test_several_recommending_states_in_one_value(tmp_path: Path, printed: str, codes: list[str]) -> None:
    whole = read(tmp_path, asked(TREES, UprRecommendingCountry=printed))
    assert [sponsor.state for entry in whole.entries for sponsor in entry.sponsors] == codes
    assert whole.warnings == ()


@pytest.mark.parametrize(
    ("printed", "expected", "warning"),
    [
        (["- Supported"], Position.SUPPORTED, ""),
        ("Noted", Position.NOTED, ""),
        ("- Supported/Noted", Position.NOTED, ""),
        (["- Supported / Noted"], Position.NOTED, ""),
        ("- Supported\n- Noted", Position.NOTED, ""),  # two that differ are no clear support
        ([], Position.UNKNOWN, ""),
        (None, Position.UNKNOWN, ""),
        (
            ["- Embraced"],
            Position.UNKNOWN,
            "nothing: position “Embraced” (1)",
        ),  # no guess
    ],
    ids=str,
)
def test_positions(tmp_path: Path, printed: Any, expected: Position, warning: str) -> None:
    whole = read(tmp_path, asked(UprPositions=printed))
    assert [entry.position for entry in whole.entries] == [expected]
    assert warning in "".join(whole.warnings)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (observed(""), NO_REQUEST),
        (observed("<p>7.</p>"), NO_REQUEST),
        (observed(Symbol=None), UNPLACED),
        (observed(Symbol="A/1", Body=None), UNPLACED),
        (observed(Symbol="A/1", Countries=["Atlantis"]), UNPLACED),
        (
            observed(Body="- SR huts", Countries=["Atlantis"], Symbol="A/1"),
            UNPLACED,
        ),
        (observed("B. Positive aspects\n3. It welcomes huts."), NO_REQUEST),
        (asked(Countries=["European Union"]), UNPLACED),
        (asked(Countries=["Chile", "Slovenia"]), UNPLACED),
        (asked("Plant trees. " * 2_000), NO_REQUEST),
        (asked(UprSession=["spring"]), UNPLACED),
        (asked(UprSession="99th session"), UNPLACED),
        (asked("Response of Slovenia: trees are planted."), NO_REQUEST),
        (asked("Response of the State of Slovenia to 100.1"), NO_REQUEST),
        (asked(UprSession="2nd cycle"), UNPLACED),
        (asked(UprCycle="4"), UNPLACED),
        (
            asked(AnnotationType="x", UprRecommendingCountry=[]),
            NO_REQUEST,
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_left_out_with_its_reason(tmp_path: Path, record: dict[str, Any], reason: str) -> None:
    whole = read(tmp_path, observed(AnnotationId="another"), record)
    assert len(whole.observations + whole.entries) == 1
    assert f"export.json: 1 of 2 records left out, because {reason}." in whole.warnings


def test_a_record_that_comes_twice_counts_once_and_another_one_of_its_id_is_kept(tmp_path: Path) -> None:
    whole = read(tmp_path, observed(), observed(), observed("8. It should."))
    assert [one.place.paragraph for one in whole.observations] == ["7", "8"]
    assert whole.warnings == (
        "export.json: 1 of 3 records left out, because the same record stands in the file before.",
    )


def test_an_unknown_recommending_state_is_counted_and_the_recommendation_kept(tmp_path: Path) -> None:
    whole = read(tmp_path, asked(TREES, UprRecommendingCountry=["Atlantis", "France"]))
    assert [entry.sponsors for entry in whole.entries] == [(FRANCE,)]
    assert whole.warnings == (
        "export.json: 1 values are not known and taken for nothing: recommending State “Atlantis” (1).",
    )


@pytest.mark.parametrize(
    ("days", "newest"),
    [
        (["2026-09-14T00:00:00", "2021-06-01"], datetime.date(2026, 9, 14)),
        (["46279", "2021-06-01"], datetime.date(2026, 9, 14)),  # as Excel counts days
        (["2921-06-01", "soon", "2021-06-01"], datetime.date(2021, 6, 1)),  # one day is still to come
        (["", None], None),
    ],
)
def test_an_export_is_of_the_day_of_its_newest_record(
    tmp_path: Path, days: list[Any], newest: datetime.date | None
) -> None:
    records = [observed(f"{number}. It should.", PublicationDateOnUhri=day) for number, day in enumerate(days, 7)]
    assert read(tmp_path, *records).identity.date == newest


def test_a_field_that_came_or_went_is_told(tmp_path: Path) -> None:
    first, second = (observed(f"{number}. It should.") for number in (7, 8))
    assert read(tmp_path, first, second).warnings == ()
    del first["Sdgs"], second["Sdgs"], first["Themes"]
    assert read(tmp_path, first | {"Urgency": "high"}, second).warnings == (
        "export.json has fields that this version does not know, and leaves out: Urgency.",
        "export.json lacks fields that the export had: Sdgs. What they say is not known of any of its records.",
    )


def test_a_column_that_came_or_went_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert parts_of(xlsx_export(tmp_path / "export.xlsx", [observed()])).warnings == ()
    renamed = tuple("Goals" if column == "Sdgs" else column for column in invented_uhri.COLUMNS)
    monkeypatch.setattr(invented_uhri, "COLUMNS", renamed)
    assert parts_of(xlsx_export(tmp_path / "export.xlsx", [observed()])).warnings == (
        "export.xlsx has fields that this version does not know, and leaves out: goals.",
        "export.xlsx lacks fields that the export had: Sdgs. What they say is not known of any of its records.",
    )


def test_missing_fields_are_no_error(tmp_path: Path) -> None:
    record = {"AnnotationId": "1", "Symbol": "CRC/C/SVN/CO/900", "Text": "7. It should."}
    assert the_observation(tmp_path, record).id == "CRC.C.SVN.CO.900-7"


@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (b'[{"AnnotationId": "1", "Text": "cut o', UnreadableDocument, "export.json is damaged"),
        (b"\xff\xfe[\x00", UnreadableDocument, "is damaged"),
        (b"", UnreadableDocument, "is damaged"),
        (b"[]", UnrecognisedDocument, "is no export"),
        (b'[{"AnnotationId": "1"}', UnreadableDocument, "export.json is damaged"),
        (b"{}", UnrecognisedDocument, "no other kind of json file"),
        (b'["AnnotationId"]', UnrecognisedDocument, "is no export"),
        (b'[{"name": "x"}]', UnrecognisedDocument, "is no export"),
        (b"[" * 100_000, UnreadableDocument, "is damaged"),  # too deep
    ],
    ids=["cut off", "utf-16", "empty", "no records", "without its end", "object", "strings", "other fields", "deep"],
)
def test_files_that_are_refused(tmp_path: Path, content: bytes, error: type[Exception], says: str) -> None:
    path = tmp_path / "export.json"
    path.write_bytes(content)
    with pytest.raises(error, match=says):
        read_document(path, path.name, STATES)


NO_JSON = ('{"AnnotationId": "1", "Text": "cut o}', '{"AnnotationId": 1, "Text": }', '{"Text": "\x01"}')
NO_OBJECTS = ("null", "7", "[1]")


@pytest.mark.parametrize(
    ("broken", "place"),
    [*((one, place) for one in NO_JSON for place in (0, 1)), *((one, 1) for one in NO_OBJECTS)],
    ids=str,
)
@pytest.mark.parametrize("window", [7, 1 << 20])
def test_a_broken_record_costs_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str, place: int, window: int
) -> None:
    monkeypatch.setattr(read_json_items, "WINDOW", window)
    records = [json.dumps(observed(f"{number}. It should.", AnnotationId=str(number))) for number in (7, 8, 9)]
    records.insert(place, broken)
    path = tmp_path / "export.json"
    path.write_text(f"[{', '.join(records)}]")
    whole = parts_of(path)
    assert [one.place.paragraph for one in whole.observations] == ["7", "8", "9"]
    assert whole.warnings == ("export.json: 1 of 4 records left out, because they cannot be read.",)


def test_of_a_file_with_many_broken_records_little_can_be_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read_uhri_export, "MOST_BROKEN", 2)
    path = tmp_path / "export.json"
    path.write_text(f"[{json.dumps(observed())}, {{x}}, {{x}}, {{x}}, {json.dumps(observed())}]")
    with pytest.raises(UnreadableDocument, match="is damaged"):
        parts_of(path)


def test_a_file_with_a_mark_at_its_beginning_is_read(tmp_path: Path) -> None:
    path = json_export(tmp_path / "export.json", [observed()])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(parts_of(path).observations) == 1


@pytest.mark.parametrize(
    ("module", "limit", "value", "says"),
    [
        (read_json_items, "MAX_BYTES", 10, "split it"),
        (read_uhri_export, "MAX_RECORDS", 1, "split it"),
        (read_json_items, "LONGEST_ITEM", 10, "export.json is damaged"),
    ],
    ids=["bytes", "records", "one record"],
)
def test_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: ModuleType, limit: str, value: int, says: str
) -> None:
    monkeypatch.setattr(read_json_items, "WINDOW", 20)
    monkeypatch.setattr(module, limit, value)
    with pytest.raises(UnreadableDocument, match=says):
        read(tmp_path, observed(), observed("8. It should."))


@pytest.mark.parametrize("window", [1, 7, 1000])
def test_it_does_not_matter_where_the_window_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, window: int) -> None:
    monkeypatch.setattr(read_json_items, "WINDOW", window)
    whole = read(tmp_path, observed(), asked(), observed("8. It should."))
    assert (len(whole.observations), len(whole.entries)) == (2, 1)


def test_many_records_of_one_state_come_back_in_their_order(tmp_path: Path) -> None:
    whole = read(tmp_path, *(observed(f"{number}. It should.", AnnotationId=str(number)) for number in range(1, 251)))
    assert [one.place.paragraph for one in whole.observations] == [str(number) for number in range(1, 251)]
