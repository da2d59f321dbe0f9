"""What a report says of the review itself, in the formulas of three languages."""

from datetime import date

import pytest

from indexer.extract.reports.review_facts import review_facts
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.review_facts import AnswerDue, FactKind, ReviewFacts, answer_due_in
from models.reviews.states import StateTable
from tests.indexer.printed_report import report

STATES = StateTable.built_in()
COVER = """
United Nations A/HRC/910/7
General Assembly
Human Rights Council
Sixty-third session
7 September–9 October 2026
Agenda item 6
"""
ENGLISH = """
1. The Working Group held its fifty-second session from 4 to 15 May 2026. The review of Chile was held at the 9th
meeting, on 8 May 2026. The delegation of Chile was headed by the Minister of Ferries, A. B. Quayle. At its 14th
meeting, held on 13 May 2026, the Working Group adopted the report on Chile.
2. On 14 January 2026, the Council selected the following group of rapporteurs (troika) to facilitate the review of
Chile: Antigua and Barbuda, the Gambia and Fiji.
3. Documents were issued.
4. During the interactive dialogue, 104 delegations made statements.
II. Conclusions and/or recommendations
5. The following recommendations will be examined by Chile, which will provide responses in due time, but no later
than the sixty-third session of the Human Rights Council:
5.1 Mend the ferries (Peru);
5.2 Paint the ferries (Fiji).
"""


def facts(text: str, language: str = "en") -> ReviewFacts:
    identity = DocumentIdentity("A/HRC/910/7", DocumentKind.WORKING_GROUP_REPORT, language, "CHL", 52)
    states = STATES if language == "en" else STATES.with_names_in([language])
    return ReviewFacts(tuple(review_facts(report(text), identity, states)))


def test_a_report_says_how_the_review_was_held() -> None:
    found = facts(COVER + ENGLISH)
    assert found.troika == ("ATG", "GMB", "FJI")
    assert found.head_of_delegation == "the Minister of Ferries, A. B. Quayle"
    assert found.delegations == 104
    assert found.answer_due == AnswerDue(63, date(2026, 9, 7), date(2026, 10, 9))
    places = {kind.value: found.place_of(kind) for kind in FactKind}
    assert {kind: place.paragraph for kind, place in places.items() if place} == {
        "troika": "2",
        "head of delegation": "1",
        "delegations": "4",
        "answer due": "5",
    }


def paragraph(words: str) -> str:
    return f"1. {words}\n2. Documents were issued.\n3. Questions were transmitted.\n"


HEADS = {
    "abbreviations": ("The delegation of Peru was headed by H.E. Mr. A. Oak. At its 3rd meeting, …", "H.E. Mr. A. Oak"),
    "no State": ("The delegation was led by A. Oak, Minister. On 4 May", "A. Oak, Minister"),
    "its composition": (
        "The delegation of Peru was headed by A. Oak. For the composition of the delegation, see annex.",
        "A. Oak",
    ),
    "the end": ("The delegation of Peru was headed by A. Oak, Minister.", "A. Oak, Minister"),
    "somebody else": ("The delegation of Peru was composed of ten members.", ""),
}


@pytest.mark.parametrize(("words", "head"), HEADS.values(), ids=HEADS)
def test_heads_of_delegations(words: str, head: str) -> None:
    assert facts(paragraph(words)).head_of_delegation == head


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("During the interactive dialogue, statements were made by 67 delegations.", 67),
        ("During the interactive dialogue, forty-five delegations made statements.", 45),
        ("Fifty-two countries took the floor during the interactive dialogue.", 52),
        ("A number of delegations made statements.", None),
        ("Additional statements which could not be delivered are posted.", None),
    ],
)
def test_how_many_spoke(words: str, count: int | None) -> None:
    assert facts(paragraph(words)).delegations == count


DUE = "will be examined by Peru, which will respond no later than the {}: 4."


@pytest.mark.parametrize(
    ("said", "due"),
    [
        (
            "26th session of the Human Rights Council in June 2014",
            AnswerDue(26, date(2014, 6, 1), date(2014, 6, 30), True),
        ),
        (
            "twenty-fourth session of the Human Rights Council, in September–October 2013",
            AnswerDue(24, date(2013, 9, 1), date(2013, 10, 31), True),
        ),
        ("sixteenth session of the Human Rights Council", AnswerDue(16)),
        ("end of the year", None),
    ],
)
def test_when_the_answer_is_due(said: str, due: AnswerDue | None) -> None:
    assert facts(paragraph(f"The recommendations {DUE.format(said)}")).answer_due == due
    assert due is None or answer_due_in(due.as_text) == due


def test_of_several_lists_the_last_session_counts() -> None:
    several = paragraph(
        f"Some {DUE.format('sixtieth session of the Human Rights Council')} Others "
        f"{DUE.format('sixty-first session of the Human Rights Council')}"
    )
    assert facts(several).answer_due == AnswerDue(61)


def test_a_troika_of_which_a_name_is_none_of_a_state_is_not_known() -> None:
    words = "The Council selected the following group of rapporteurs (troika) for the review: Peru, Fiji and Nowhere."
    assert facts(paragraph(words)).troika == ()


def test_a_report_in_french() -> None:
    found = facts(
        "1. Le Groupe de travail a tenu sa session. L'examen concernant le Tchad a eu lieu à la 3e séance. La "
        "délégation tchadienne était dirigée par A. Chêne, Ministre des bacs. À sa 10e séance, le Groupe de travail "
        "a adopté le rapport.\n"
        "2. Le Conseil a constitué le groupe de rapporteurs (troïka) suivant pour faciliter l'examen concernant le "
        "Tchad : Bénin, France et Pérou.\n"
        "3. Au cours du dialogue, 52 délégations ont fait des déclarations.\n"
        "4. Les recommandations ci-après seront examinées par le Tchad, qui y répondra en temps voulu, et au plus "
        "tard à la vingt-sixième session du Conseil des droits de l'homme, en juin 2014.\n",
        "fr",
    )
    assert (found.troika, found.head_of_delegation, found.delegations) == (
        ("BEN", "FRA", "PER"),
        "A. Chêne, Ministre des bacs",
        52,
    )
    assert found.answer_due == AnswerDue(26, date(2014, 6, 1), date(2014, 6, 30), is_month=True)


def test_a_report_in_spanish() -> None:
    found = facts(
        "1. El Grupo de Trabajo celebró su período de sesiones. La delegación de Chile estuvo encabezada por A. Roble, "
        "Ministro. En su 10ª sesión, el Grupo de Trabajo aprobó el informe.\n"
        "2. El Consejo eligió al siguiente grupo de relatores (troika) para facilitar el examen de Chile: Benin, "
        "Francia y Perú.\n"
        "3. Durante el diálogo interactivo formularon declaraciones 52 delegaciones.\n"
        "4. Chile examinará las recomendaciones y responderá a más tardar en el 26º período de sesiones del Consejo de "
        "Derechos Humanos, en junio de 2014.\n",
        "es",
    )
    assert (found.troika, found.head_of_delegation, found.delegations) == (
        ("BEN", "FRA", "PER"),
        "A. Roble, Ministro",
        52,
    )
    assert found.answer_due == AnswerDue(26, date(2014, 6, 1), date(2014, 6, 30), is_month=True)
