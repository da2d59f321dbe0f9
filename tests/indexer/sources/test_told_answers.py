"""Answers of States that are no documents of the UN, of which --review says of which review they are.

Matrices, lists by theme, letters and statements at the adoption, in Word and PDF, in three languages.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.told import Told
from indexer.merge.review import merge_documents
from indexer.sources.document import read_document
from models.errors import UnrecognisedDocument
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Place, Response, StatedAnswers
from models.reviews.states import StateTable
from tests.indexer.invented_addenda import Row, heading, paragraph, table, write_letter
from tests.invented_records import documents_of, recommendation

STATES = StateTable.built_in()
TOLD = Told("SVN", 20)
YES, NO = Position.SUPPORTED, Position.NOTED
EDGES = (113.0, 165.0, 300.0, 375.0, 484.0)
Rows = Sequence[tuple[str, ...]]


@dataclass(frozen=True)
class Form:
    """One document: its paragraphs, headings marked by "# ", and its table at the end."""

    paragraphs: Sequence[str]
    expected: dict[str, Position]
    rows: Rows = ()
    comments: tuple[tuple[str, str], ...] = ()


ANSWERED = {"100.1": YES, "100.2": NO, "100.3": YES}
FORMS = {
    "matrix, English": Form(
        ("Ministry of Ferries", "Replies to the recommendations of the third review"),
        ANSWERED,
        (
            ("No.", "Recommendation", "Position", "Comments"),
            ("100.1", "Mend the old ferries of the islands (France)", "Supported", "Two were mended in May."),
            ("100.2", "Close the harbour in winter (Peru)", "Noted", "Islanders need it all year."),
            ("100.3", "Light the quays at night (Togo)", "Accepted", "Lamps are being bought."),
        ),
        (("100.2", "Islanders need it all year."),),
    ),
    "matrix, French": Form(
        ("Ministère des bacs", "Réponses aux recommandations du troisième examen"),
        ANSWERED,
        (
            ("N°", "Recommandation", "Position", "Commentaires"),
            ("100.1", "Réparer les vieux bacs des îles (France)", "Acceptée", "Deux ont été réparés en mai."),
            ("100.2", "Fermer le port en hiver (Pérou)", "Notée", "Les habitants en ont besoin toute l’année."),
            ("100.3", "Éclairer les quais la nuit (Togo)", "Acceptée", "Les lampes sont commandées."),
        ),
        (("100.2", "Les habitants en ont besoin toute l’année."),),
    ),
    "matrix, Spanish": Form(
        ("Ministerio de Transbordadores", "Respuestas a las recomendaciones del tercer examen"),
        ANSWERED,
        (
            ("Núm.", "Recomendación", "Posición", "Comentarios"),
            ("100.1", "Reparar los viejos transbordadores (Francia)", "Aceptada", "Dos se repararon en mayo."),
            ("100.2", "Cerrar el puerto en invierno (Perú)", "Se toma nota", "Los isleños lo necesitan siempre."),
            ("100.3", "Iluminar los muelles de noche (Togo)", "Aceptada", "Se compran las lámparas."),
        ),
        (("100.2", "Los isleños lo necesitan siempre."),),
    ),
    "by theme, English": Form(
        (
            "# Ferries and harbours",
            "The Government supports recommendations 100.1 and 100.3. Two ferries were mended in May.",
            "# Winter",
            "Recommendation 100.2 is noted, because islanders need the harbour all year.",
        ),
        ANSWERED,
    ),
    "letter, English": Form(
        (
            "Permanent Mission of Slovenia",
            "Excellency,",
            "I have the honour to refer to the report A/HRC/28/15",
            "After careful consideration, Slovenia accepts recommendations 100.1 and 100.3.",
            "Slovenia takes note of recommendation 100.2.",
            "Please accept, Excellency, the assurances of my highest consideration.",
        ),
        ANSWERED,
    ),
    "letter, French": Form(
        (
            "Mission permanente de la Slovénie",
            "Monsieur le Président,",
            "J’ai l’honneur de me référer au rapport A/HRC/28/15",
            "Après un examen attentif, la Slovénie accepte les recommandations 100.1 et 100.3.",
            "La Slovénie prend note de la recommandation 100.2.",
            "Veuillez agréer, Monsieur le Président, l’expression de ma très haute considération.",
        ),
        ANSWERED,
    ),
    "statement at the adoption, English": Form(
        (
            "Statement of the delegation of Slovenia at the adoption of the outcome of its review",
            "Mr. President, we thank all delegations for the dialogue, which we found most useful for our islands.",
            "Of the three recommendations, we support recommendations 100.1 and 100.3. We note recommendation 100.2.",
            "I thank you, Mr. President.",
        ),
        ANSWERED,
    ),
}


def in_word(folder: Path, form: Form) -> Path:
    document = docx.Document()
    for words in form.paragraphs:
        if words.startswith("# "):
            document.add_heading(words.removeprefix("# "))
        else:
            document.add_paragraph(words)
    if form.rows:
        made = document.add_table(len(form.rows), len(form.rows[0]))
        for row, cells in zip(made.rows, form.rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    path = folder / "answers.docx"
    document.save(str(path))
    return path


def in_pdf(folder: Path, form: Form) -> Path:
    rows: list[Row] = [
        heading(words.removeprefix("# ")) if words.startswith("# ") else paragraph(words) for words in form.paragraphs
    ]
    return write_letter(folder / "answers.pdf", [*rows, *table(EDGES, form.rows)])


WRITERS = {"Word": in_word, "PDF": in_pdf}


def read(path: Path, told: Told | None = TOLD) -> DocumentExtract:
    extract = read_document(path, path.name, STATES, told)
    assert isinstance(extract, DocumentExtract)
    return extract


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_answers_of_all_forms(tmp_path: Path, form: Form, writer: object) -> None:
    extract = read(writer(tmp_path, form))  # type: ignore[operator]
    assert (extract.identity.kind, extract.identity.symbol) == (DocumentKind.ADDENDUM, "SVN-20/answers")
    answers = {response.answers: response for response in extract.answers.responses if response.position}
    assert {number: response.position for number, response in answers.items()} == form.expected
    for number, comment in form.comments:
        assert answers[number].comment == comment


def test_they_answer_the_recommendations_of_the_review(tmp_path: Path) -> None:
    pending = [
        recommendation(f"Mend ferry {number}", f"100.{number}", position=Position.PENDING) for number in (1, 2, 3)
    ]
    extract = read(in_word(tmp_path, FORMS["matrix, English"]))
    merged = merge_documents([*documents_of(pending), extract], date(2016, 1, 1))
    assert [(record.position, record.comment) for record in merged.recommendations] == [
        (YES, "Two were mended in May."),
        (NO, "Islanders need it all year."),
        (YES, "Lamps are being bought."),
    ]
    source = merged.recommendations[0].position_source
    assert source is not None
    assert source.symbol == "SVN-20/answers"
    assert merged.warnings == (
        "answers.docx: it bears no symbol, so that it cannot be cited by one.",
        "answers.docx: of which review it is stands nowhere in it; it was read as SVN-20, as you gave.",
    )


def test_without_the_review_they_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnrecognisedDocument):
        read(in_pdf(tmp_path, FORMS["letter, English"]), None)


def test_what_answers_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnrecognisedDocument, match="and no answers to such numbers"):
        read(in_word(tmp_path, Form(("Dear colleagues,", "The ferries leave at noon, and come back at night."), {})))


MID_TERMS = {
    "English": ("Mid-term report", "Mend the old ferries (France).", "Two ferries were mended in May."),
    "French": ("Rapport à mi-parcours", "Réparer les vieux bacs (France).", "Deux bacs ont été réparés en mai."),
    "Spanish": (
        "Informe de mitad de período",
        "Reparar los transbordadores (Francia).",
        "Dos transbordadores se repararon en mayo.",
    ),
}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
@pytest.mark.parametrize(("title", "request_", "done"), MID_TERMS.values(), ids=MID_TERMS)
def test_a_mid_term_report_may_leave_out_on_which_review(
    tmp_path: Path, title: str, request_: str, done: str, writer: object
) -> None:
    form = Form((title, "I. Ferries", f"100.1 {request_}", done, f"100.2 {request_}", done), {})
    extract = read(writer(tmp_path, form))  # type: ignore[operator]
    assert (extract.identity.kind, extract.identity.symbol) == (DocumentKind.MID_TERM_REPORT, "SVN-20/mid-term")
    assert [(each.text, each.references[0].numbers) for each in extract.reported] == [
        (done, ("100.1",)),
        (done, ("100.2",)),
    ]


@pytest.mark.parametrize(
    "said", ["UPR of Slovenia (Second Cycle – 20th session)", "UPR of Peru (Second Cycle – 14th session)"]
)
def test_a_list_of_ohchr_is_read_as_one_and_never_overruled(tmp_path: Path, said: str) -> None:
    rows = (
        ("Recommendation", "Position", "Full list of themes"),
        ("100.1 Mend the old ferries (France); Source of position: A/HRC/28/15", "Supported", "Ferries"),
    )
    path = in_word(tmp_path, Form((said,), {}, rows))
    if "Peru" in said:
        with pytest.raises(UnrecognisedDocument, match="says itself of which review it is, and not SVN-20"):
            read(path)
        return
    extract = read(path)
    assert extract.identity.kind is DocumentKind.THEMATIC_LIST
    assert [(listed.number, listed.position) for listed in extract.listed] == [("100.1", YES)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_addendum_of_the_un_counts_before_them(tmp_path: Path, language: str) -> None:
    pending = [recommendation(f"Mend ferry {number}", f"100.{number}", position=Position.PENDING) for number in (1, 2)]
    report = documents_of(pending)
    symbol = f"{report[0].identity.symbol}/Add.1"
    place = Place(symbol, "3", 2)
    response = Response(place, report[0].identity.symbol, "100.1", NO, "noted", language=language)
    identity = DocumentIdentity(symbol, DocumentKind.ADDENDUM, language, "SVN", 20)
    addendum = DocumentExtract("add.pdf", "add", identity, answers=StatedAnswers((response,)))
    extract = read(in_word(tmp_path, FORMS["letter, English"]))
    for documents in ([*report, addendum, extract], [*report, extract, addendum]):
        first, second = merge_documents(documents, date(2016, 1, 1)).recommendations
        assert (first.position, second.position) == (NO, NO)
        assert [(conflict.place.symbol, conflict.position) for conflict in first.conflicts] == [("SVN-20/answers", YES)]
