"""An index to which documents are added, or from which they are taken, is the one that a build from nothing gives."""

import random
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.packed_extract import PackedExtract
from indexer.datamodel.source_entries import ListedRecommendation, TableEntry
from indexer.runs.build_index import index_extracts
from indexer.sources.document import read_document
from indexer.write.check import problems_of
from models.errors import IndexFolderError
from models.index_folder.folder import (
    CATALOGUE,
    current_snapshot,
)
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Label, Observation, ObservationKind, Origin, Place, StatedAnswers, StatedTotal
from models.records.reported import Stated, StatedReference
from models.reviews.states import StateTable
from tests.forged_manifest import vouch_for_files
from tests.invented_records import TODAY, documents_of, pre_session, recommendation
from tests.paths import REPOSITORY

pytestmark = pytest.mark.slow

SAMPLES = REPOSITORY / "samples"
STATES = StateTable.built_in().extended(SAMPLES / "states.csv")
BY_HISTORY = {"alias"}
"""The table that says what was indexed before."""
Tables = dict[str, list[tuple[object, ...]]]


class Library:
    """An index folder that is made to hold one set of documents after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def hold(self, documents: Iterable[DocumentExtract], today: date = TODAY) -> Tables:
        index_extracts(documents, self.folder, "letters", STATES, today)
        snapshot = current_snapshot(self.folder)
        assert list(problems_of(snapshot)) == []
        with closing(sqlite3.connect(snapshot / CATALOGUE)) as catalogue:
            names = catalogue.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            return {name: catalogue.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}  # noqa: S608


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "index")


def in_any_order(tables: Tables, leave_out: Iterable[str] = ()) -> dict[str, list[str]]:
    return {name: sorted(map(repr, rows)) for name, rows in tables.items() if name not in leave_out}


def again(document: DocumentExtract, **changes: object) -> DocumentExtract:
    """Another file of a document."""
    changed = replace(document, **changes)  # type: ignore[arg-type]
    return replace(changed, digest=sha256(repr(changed).encode()).hexdigest())


def observation(paragraph: str, text: str, entity: str = "SVN", symbol: str = "CRC/C/SVN/CHL/CO/900") -> Observation:
    place = Place(symbol, paragraph, 1)
    return Observation(entity, "CRC", place, "Huts", ObservationKind.CONCERN, text)


def said_by_committee(symbol: str, *observations: Observation) -> DocumentExtract:
    identity = DocumentIdentity(symbol, DocumentKind.CONCLUDING_OBSERVATIONS, "en", observations[0].entity)
    return DocumentExtract(f"{symbol}.pdf", sha256(symbol.encode()).hexdigest(), identity, observations=observations)


@pytest.fixture(scope="module")
def documents() -> list[DocumentExtract]:
    """Those of the samples, one in French too, one that counts too many, a worse copy of an addendum, a draft, a table
    and a list of what they hold, two of a treaty body, one before a review."""
    read = [read_document(path, path.name, STATES) for path in sorted((SAMPLES / "documents").glob("*.pdf"))]
    extract = [document for document in read if not isinstance(document, PackedExtract)]
    reports = [document for document in extract if document.recommendations]
    extract[extract.index(reports[0])] = counting_too_many(reports[0])
    in_french = tuple(replace(each, language="fr", text=f"Que {each.text}") for each in reports[0].recommendations)
    identity = replace(reports[0].identity, language="fr")
    extract.append(again(reports[0], identity=identity, recommendations=in_french, commitments=()))
    identity = DocumentIdentity("UPR Info", DocumentKind.RECOMMENDATION_TABLE, "en")
    table = DocumentExtract("table.csv", "table", identity, entries=tuple(entries_of(reports)))
    listed = reports[0].recommendations[0]
    identity = replace(identity, symbol="OHCHR thematic list", kind=DocumentKind.THEMATIC_LIST)
    identity = replace(identity, state_under_review=listed.state_under_review, session=listed.session)
    label = Label("uhri", "Forests", Origin.SOURCE)
    number = listed.place.paragraph or ""
    entry = ListedRecommendation(number, Position.SUPPORTED, "Supported", "", (label,))
    thematic_list = DocumentExtract("list.docx", "list", identity, listed=(entry,))
    said = [
        said_by_committee(
            "CRC/C/SVN/CO/900", observation("7", "Let slow walkers rest. " * 40, symbol="CRC/C/SVN/CO/900")
        ),
        said_by_committee("CRC/C/CHL/CO/900", observation("8", "Slow lifts.", "CHL", "CRC/C/CHL/CO/900")),
    ]
    copy = worse_copy(next(each for each in extract if each.answers.responses and not each.recommendations))
    draft = again(reports[1], name="draft.docx", identity=replace(reports[1].identity, is_draft=True))
    return [*extract, copy, draft, table, thematic_list, *said, *map(compilation_after, reports[1:2])]


def worse_copy(addendum: DocumentExtract) -> DocumentExtract:
    """Another file with its symbol that answers all but one number otherwise."""
    noted = (replace(response, position=Position.NOTED) for response in addendum.answers.responses[1:])
    return again(addendum, name=f"scans/{addendum.name}", answers=StatedAnswers(tuple(noted)))


def counting_too_many(report: DocumentExtract) -> DocumentExtract:
    """A report with a total that its records do not meet."""
    symbol = report.identity.symbol
    total = StatedTotal(Place(symbol, "7", 3), symbol, 900, None, "It received 900 recommendations.")
    return again(report, answers=replace(report.answers, totals=(total,)))


def compilation_after(report: DocumentExtract) -> DocumentExtract:
    """What UN bodies say before the review that follows that of a report: it names two of its recommendations."""
    first, *_, last = report.recommendations
    numbers = (first.place.paragraph or "", last.place.paragraph or "")
    named = StatedReference(Stated.FOOTNOTE, "For relevant recommendations, see below.", numbers)
    story = " ".join(f"In the {month} the ferries were late again." for month in ("spring", "summer", "autumn", "fall"))
    said = {"The ferries are old.": (named,), f"{story} So the rowers wrote.": ()}
    return pre_session(first.state_under_review, first.session + 14, said, DocumentKind.COMPILATION)


def entries_of(reports: Iterable[DocumentExtract]) -> Iterable[TableEntry]:
    """Rows on every third request, each with one that the report does not have and that all reviews share."""
    for report in reports:
        for request in report.recommendations[::3]:
            review = request.state_under_review, request.session
            yield TableEntry(*review, request.text, "Noted", Position.NOTED, request.sponsors, 4, ("Environment",), 1)
        yield TableEntry(*review, "Mend what is broken", "Accepted", Position.SUPPORTED, (), 5, ("Labour",), 1)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_any_order_of_adding_and_removing_ends_where_a_new_index_does(
    library: Library, documents: list[DocumentExtract], tmp_path: Path, seed: int
) -> None:
    draw = random.Random(seed)  # noqa: S311
    held = set(draw.sample(range(len(documents)), len(documents) // 2))
    library.hold([documents[place] for place in held])
    for _ in range(4):
        held ^= {draw.randrange(len(documents))}
        now = [documents[place] for place in draw.sample(sorted(held), len(held))]
        tables = library.hold(now)
    assert in_any_order(tables, BY_HISTORY) == in_any_order(Library(tmp_path / "new").hold(now), BY_HISTORY)


def test_a_review_that_is_adopted_meanwhile_is_told_to_be(library: Library) -> None:
    report = documents_of([recommendation("Plant trees", position=Position.PENDING)])
    during = library.hold(report, date(2015, 2, 1))["recommendation"]
    after = library.hold(report, date(2026, 1, 1))["recommendation"]
    assert ("pending" in during[0], "unknown" in after[0]) == (True, True)
    assert "pending" not in after[0][8:]


def test_ids_given_and_withdrawn_are_remembered(library: Library) -> None:
    first, second = recommendation("Plant trees", "5.1"), recommendation("Mend bridges", "5.2")
    other = documents_of([recommendation("Open schools", state="CHL", session=18)])
    library.hold(documents_of([first, second]))
    library.hold(documents_of([second]))
    for documents in ([], other, []):
        assert ("SVN-20-5.1-1", None) in addresses(library.hold([*documents_of([second]), *documents]))
    assert {("SVN-20-5.1-1", None), ("SVN-20-5.2-1", None)} <= addresses(library.hold(other))
    assert addresses(library.hold(documents_of([first]))) == {("SVN-20-5.2-1", None), ("CHL-18-100.1-1", None)}


def addresses(tables: Tables) -> set[tuple[object, object]]:
    return {(old_id, record_id) for old_id, record_id, *_ in tables["alias"]}


def test_a_paragraph_on_two_states_stays_when_the_first_goes(library: Library, tmp_path: Path) -> None:
    of_chile, of_slovenia = (
        again(said_by_committee("CRC/C/SVN/CHL/CO/900", observation("7", text, entity)), name=entity)
        for entity, text in (("CHL", "Slow lifts."), ("SVN", "Slow walkers."))
    )
    of_chile = replace(of_chile, identity=replace(of_chile.identity, symbol="CRC/C/CHL/CO/900"))
    for step, documents in enumerate(([of_slovenia], [of_chile, of_slovenia], [of_chile, of_slovenia], [of_slovenia])):
        anew = Library(tmp_path / f"new-{step}").hold(documents)
        assert in_any_order(library.hold(documents), BY_HISTORY) == in_any_order(anew, BY_HISTORY)
        assert [row[4] for row in anew["entry"]] == [documents[0].observations[0].entity]


def test_a_text_in_two_languages_has_that_of_the_first_that_is_left(library: Library) -> None:
    in_french = replace(recommendation("Ratifier OPCAT", state="CHL", session=18), language="fr")
    in_english = [recommendation("Ratifier OPCAT"), replace(recommendation("Planter", "100.2"), language="fr")]
    first = library.hold(documents_of([in_french, *in_english]))
    assert [row[1] for row in first["text"]] == ["fr", "fr"]
    assert [row[1] for row in library.hold(documents_of(in_english))["text"]] == ["en", "fr"]


def rewritten(folder: Path, script: str) -> bytes:
    """Change the catalogue of an index as an earlier or later program might have written it; its bytes then."""
    snapshot = current_snapshot(folder)
    with closing(sqlite3.connect(snapshot / CATALOGUE)) as catalogue:
        catalogue.executescript(script)
    vouch_for_files(snapshot)
    return (snapshot / CATALOGUE).read_bytes()


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(
            "PRAGMA user_version = 5; DROP TABLE replaced_draft; DROP TABLE draft_request",
            id="tables that no release had",
        ),
        pytest.param(
            "PRAGMA user_version = 6; CREATE TABLE joining (subject TEXT PRIMARY KEY)", id="a table that is gone"
        ),
        pytest.param(
            "CREATE TABLE turned (reader TEXT, parts TEXT, gone TEXT, subject TEXT, digest TEXT);"
            "INSERT INTO turned SELECT reader, parts, 'x', subject, digest FROM document_extract;"
            "DROP TABLE document_extract; ALTER TABLE turned RENAME TO document_extract;",
            id="columns in another order",
        ),
    ],
)
def test_a_catalogue_of_before_is_added_to(library: Library, script: str) -> None:
    documents = documents_of([recommendation("Plant trees"), recommendation("Open schools", state="CHL", session=18)])
    tables = library.hold(documents)
    before = current_snapshot(library.folder)
    old_bytes = rewritten(library.folder, script)
    assert library.hold(documents) == tables
    assert (before / CATALOGUE).read_bytes() == old_bytes
    assert not list(library.folder.glob("*.sqlite"))


def test_a_catalogue_of_a_later_version_is_not_added_to(library: Library) -> None:
    documents = documents_of([recommendation("Plant trees")])
    library.hold(documents)
    before = current_snapshot(library.folder)
    rewritten(library.folder, "PRAGMA user_version = 1000")
    with pytest.raises(IndexFolderError, match=r"made by a newer version of this program .*install the newer program"):
        library.hold(documents)
    assert current_snapshot(library.folder) == before


def test_these_documents_fill_every_table(library: Library, documents: list[DocumentExtract]) -> None:
    """Else the tests above would compare nothing."""
    tables = library.hold(documents)
    assert {name for name, rows in tables.items() if not rows} == {"alias", "skipped", "classified_text"}
