"""General comments, paragraph by paragraph: what they are stands in a list beside them."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.extract_files import extract_files
from indexer.sources.document import read_document
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.records.documents import DocumentKind
from models.records.records import Observation, ObservationKind, Place
from models.reviews.states import StateTable
from models.vocabularies.mechanisms import body_names
from tests.paths import SHARED

TREATY_BODIES = SHARED / "treaty_bodies"
TITLE = "General Comment No. 900: The right to mountain huts"
PARAGRAPHS = [{"ID": "1. ", "Labels": ["Walkers"], "Text": "Huts are open to all."}]


def listed(file: str = "huts.json", **fields: str) -> dict[str, Any]:
    return {
        "File PATH": f"/json_data/{file}",
        "Name": TITLE,
        "Signature": "CRC/C/GC/900",
        "Adoption Date": "7 May 2021",
        "Committee": "CRC",
    } | fields


def folder_with(folder: Path, paragraphs: list[Any], *names: dict[str, Any], beside: bool = True) -> Path:
    """The file with the paragraphs; the list lies beside it, or one folder above."""
    inside = folder / "general_comments"
    inside.mkdir()
    list_of_all = (inside if beside else folder) / "GC-info.json"
    list_of_all.write_text(json.dumps(names or [listed()]), encoding="utf-8")
    (inside / "huts.json").write_text(json.dumps(paragraphs), encoding="utf-8")
    return inside / "huts.json"


def read(path: Path) -> DocumentExtract:
    parts = read_document(path, path.name, StateTable.built_in())
    assert isinstance(parts, DocumentExtract)
    return parts


@pytest.mark.parametrize("beside", [True, False], ids=["list beside it", "list above it"])
def test_a_paragraph_becomes_an_observation_on_no_state(tmp_path: Path, beside: bool) -> None:
    parts = read(folder_with(tmp_path, PARAGRAPHS, beside=beside))
    adopted = datetime.date(2021, 5, 7)
    assert parts.observations == (
        Observation(
            None,
            "CRC",
            Place("CRC/C/GC/900", "1", None),
            TITLE,
            ObservationKind.GENERAL_COMMENT,
            "Huts are open to all.",
            adopted,
        ),
    )
    assert parts.observations[0].id == "CRC.C.GC.900-no900-1"
    assert (parts.identity.kind, parts.identity.symbol) == (DocumentKind.GENERAL_COMMENT, "CRC/C/GC/900")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ({"ID": 4, "Labels": [], "Text": "Huts."}, ("4", "Huts.")),
        ({"ID": "4.\u00a0", "Text": "Huts."}, ("4", "Huts.")),
        ({"Labels": [], "Text": "15.Huts are open."}, ("15", "Huts are open.")),  # the number is glued to the text
        ({"ID": "0.", "Text": "A foreword."}, (None, "A foreword.")),
        ({"ID": "2.", "Text": "Huts:\r\n(a) One; (b) Two."}, ("2", "Huts:\n(a) One;\n(b) Two.")),
    ],
    ids=str,
)
def test_numbers(tmp_path: Path, paragraph: dict[str, Any], expected: tuple[str | None, str]) -> None:
    (one,) = read(folder_with(tmp_path, [paragraph])).observations
    assert (one.place.paragraph, one.text) == expected


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("\tCRC/C/GC/900 ", "CRC/C/GC/900"),
        ("CCPR/C/900/Rev.1/Add. 12", "CCPR/C/900/Rev.1/Add.12"),
        ("CCPR/C/900/Rev.1/Add. 1326 May 2021", "CCPR/C/900/Rev.1/Add.13"),  # a date is glued to it
        ("HRI/GEN/900 (Vol. I), p. 12", "HRI/GEN/900 (Vol. I), p. 12"),
    ],
)
def test_symbols(tmp_path: Path, printed: str, symbol: str) -> None:
    assert read(folder_with(tmp_path, PARAGRAPHS, listed(Signature=printed))).identity.symbol == symbol


def test_two_in_one_report_have_ids_of_their_own(tmp_path: Path) -> None:
    both = [listed(Signature="A/99/38"), listed("lakes.json", Signature="A/99/38", Name="General recommendation No. 7")]
    path = folder_with(tmp_path, PARAGRAPHS, *both)
    (path.parent / "lakes.json").write_text(json.dumps([{"ID": 1, "Text": "Lakes are open."}]), encoding="utf-8")
    extracted = extract_files([tmp_path], None, 1)
    assert [one.id for one in extracted.observations] == ["A.99.38-no900-1", "A.99.38-no7-1"]
    assert [file.reason for file in extracted.failed] == [
        "general_comments/GC-info.json is a list of general comments: it is read together with their files."
    ]
    assert extracted.left_out == ()


def test_a_number_given_twice_is_said(tmp_path: Path) -> None:
    parts = read(folder_with(tmp_path, [*PARAGRAPHS, {"ID": "1.", "Text": "Lakes too."}]))
    assert parts.warnings == ("huts.json: several paragraphs have the number 1; they are shown together.",)


def test_two_files_of_the_same_words_are_not_trusted(tmp_path: Path) -> None:
    path = folder_with(tmp_path, PARAGRAPHS, listed(), listed("lakes.json", Signature="CRC/C/GC/901"))
    (path.parent / "lakes.json").write_bytes(path.read_bytes())
    for name in ("huts.json", "lakes.json"):
        with pytest.raises(UnrecognisedDocument, match="hold the same words"):
            read(path.parent / name)


@pytest.mark.parametrize(
    ("names", "error", "says"),
    [
        ("[]", UnrecognisedDocument, "no GC-info.json beside it"),
        ("{", UnrecognisedDocument, "no other kind of json file"),
        ("[{", UnreadableDocument, "GC-info.json is damaged"),
        ('[{"File PATH": "other.json", "Signature": "CRC/C/GC/900"}]', UnrecognisedDocument, "no GC-info.json"),
    ],
    ids=["empty", "no list", "damaged", "another file"],
)
def test_without_a_line_of_the_list_nothing_is_read(
    tmp_path: Path, names: str, error: type[Exception], says: str
) -> None:
    path = folder_with(tmp_path, PARAGRAPHS)
    (path.parent / "GC-info.json").write_text(names, encoding="utf-8")
    with pytest.raises(error, match=says):
        read(path)


def test_a_date_that_is_none_is_unknown(tmp_path: Path) -> None:
    assert read(folder_with(tmp_path, PARAGRAPHS, listed(**{"Adoption Date": "soon"}))).observations[0].date is None


def test_a_joint_general_comment_names_both_committees() -> None:
    assert body_names("CRC, CMW") == ("Committee on the Rights of the Child", "Committee on Migrant Workers")


@pytest.mark.real_data
@pytest.mark.skipif(not TREATY_BODIES.is_dir(), reason="the real general comments are not beside the checkout")
def test_real_general_comments(tmp_path: Path) -> None:
    extracted = extract_files([TREATY_BODIES / "general_comments"], None, 2)
    assert len(extracted.observations) > 6500
    assert len({one.id for one in extracted.observations}) == len(extracted.observations)
    assert len({(one.place.symbol, one.heading) for one in extracted.observations}) == 172
    # Four pairs of files hold the same words.
    assert len(extracted.failed) == 4
    assert all("hold the same words" in file.reason for file in extracted.failed)
    assert {one.place.paragraph for one in extracted.observations if not (one.place.paragraph or "").isdecimal()} == {
        None
    }
