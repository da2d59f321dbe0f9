"""Reports in English, French and Spanish give the same records, each in its own words."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.extract.commitments import extract_commitments
from indexer.extract.reports.recommendations import extract_recommendations
from indexer.extract.responses.working_group_report import working_group_answers
from indexer.sources.document import read_document
from models.errors import UnrecognisedDocument
from models.records.records import Recommendation
from models.reviews.states import StateTable
from tests.indexer.printed_report import IDENTITY, bold, printed, report
from tests.indexer.reports_in_languages import READ_ALIKE, REPORTS

STATES = StateTable.built_in()
TEXTS = {
    "en": ["Ratify the Convention on Ferries", "Sign the Protocol on Harbours", "ratify the Protocol on Harbours"],
    "fr": [
        "Ratifier la Convention sur les bacs",
        "Signer le Protocole sur les ports",
        "ratifier le Protocole sur les ports",
    ],
    "es": [
        "Ratificar el Convenio sobre los Transbordadores",
        "Firmar el Protocolo sobre los Puertos",
        "ratificar el Protocolo sobre los Puertos",
    ],
}


def read(folder: Path, language: str, text: str) -> DocumentExtract:
    path = folder / f"report_{language}.txt"
    path.write_text("\n".join(line.text for line in printed(text)), encoding="utf-8")
    extract = read_document(path, path.name, STATES)
    assert isinstance(extract, DocumentExtract)
    return extract


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_same_records_in_each_language(tmp_path: Path, language: str) -> None:
    extract = read(tmp_path, language, REPORTS[language])
    records = extract.recommendations
    assert (extract.identity.state_under_review, extract.identity.session, extract.warnings) == ("SVN", 20, ())
    assert [rows(record) for record in records] == READ_ALIKE
    assert {record.language for record in records} == {language}
    assert [records[place].text for place in (0, 3, 4)] == TEXTS[language]
    assert records[0].id == "SVN-20-4.1-1"


def rows(record: Recommendation) -> tuple[str | None, str, str]:
    states = " ".join(sponsor.state for sponsor in record.sponsors)
    return record.place.paragraph, states, record.interim_position.value


@pytest.mark.parametrize("language", ["fr", "es"])
def test_what_the_state_promises(language: str) -> None:
    document = report(REPORTS[language])
    headings = ("II. Conclusi", "III.", "Anexo", "Annexe")
    lines = tuple(bold(line) if line.text.startswith(headings) else line for line in document.lines)
    (commitment,) = extract_commitments(replace(document, lines=lines), replace(IDENTITY, language=language), STATES)
    assert (commitment.place.paragraph, commitment.language) == ("8", language)


@pytest.mark.parametrize(
    ("language", "conclusions", "number"),
    [
        (
            "fr",
            "II. Conclusions et recommandations\n\n4. Les recommandations ci-après ont été faites :\n\n"
            "    4.1 Peindre les jetées (Chili).\n\n"
            "5. S’agissant de la recommandation 4.1 ci-dessus, la Slovénie a indiqué qu’elle les peignait déjà.\n",
            "4.1",
        ),
        (
            "es",
            "II. Conclusiones y recomendaciones\n\n4. Se formularon las recomendaciones siguientes:\n\n"
            "    4.1 Pintar los muelles (Chile).\n\n"
            "5. Con respecto a la recomendación 4.1, Eslovenia indicó que ya los pintaba.\n",
            "4.1",
        ),
    ],
)
def test_what_the_state_says_on_a_number_in_the_report(language: str, conclusions: str, number: str) -> None:
    text = "1. Un.\n\n2. Deux.\n\n3. Trois.\n\n" + conclusions
    (response,) = working_group_answers(report(text), replace(IDENTITY, language=language)).responses
    assert (response.answers, response.language, response.position) == (number, language, None)


def test_an_item_without_a_recommending_state_asks_for_something() -> None:
    listed = (
        "1. Un.\n\n2. Deux.\n\nII. Conclusions et recommandations\n\n3. Conclusions :\n\n"
        "    1. Félicite l’État du musée des bacs ;\n\n    2. Peindre les jetées ;\n\n"
        "    3. L’État devrait former des gardiens.\n"
    )
    identity = replace(IDENTITY, language="fr")
    records = extract_recommendations(report(listed), identity, STATES.with_names_in(["fr"]))
    assert [record.place.paragraph for record in records] == ["3.2", "3.3"]


def test_a_report_in_a_language_that_is_not_read_is_refused(tmp_path: Path) -> None:
    russian = """
Организация Объединенных Наций A/HRC/928/7

Distr.: General

Доклад Рабочей группы по универсальному периодическому обзору

Словения

1. Рабочая группа провела свою двадцатую сессию. Делегация рассказала о дороге на север и о тех, кто держит ее
открытой долгой зимой в горах. Она поблагодарила государства за вопросы о паромах, школах и гаванях.
"""
    with pytest.raises(UnrecognisedDocument, match="in a language whose recommendations are not read"):
        read(tmp_path, "ru", russian)
