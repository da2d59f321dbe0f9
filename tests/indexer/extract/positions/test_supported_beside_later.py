"""Supported here, to be answered later there: open in a report of the Working Group, noted once it is of record."""

import pytest

from indexer.extract.positions.answers import read_answer
from indexer.sources.document import extract_responses
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position, Qualified
from tests.indexer.extract.positions.test_table import STATES, as_cell, as_heading, as_item, as_label
from tests.indexer.printed_report import report

BESIDE_EACH_OTHER = {
    "en": "Freedonia accepts this recommendation in general and is still studying this recommendation in detail.",
    "fr": "La Freedonie accepte cette recommandation et examine encore cette recommandation dans le détail.",
    "es": "Freedonia acepta esta recomendación y está examinando esta recomendación en detalle.",
}


@pytest.mark.parametrize("shape", [as_label, as_item, as_cell, as_heading])
@pytest.mark.parametrize("language", BESIDE_EACH_OTHER)
def test_the_whole_is_open_while_an_answer_is_to_come(shape, language: str) -> None:
    answer = shape(BESIDE_EACH_OTHER[language], language)
    assert (answer.position, answer.qualified) == (Position.PENDING, Qualified.PART)


@pytest.mark.parametrize("language", BESIDE_EACH_OTHER)
def test_in_a_list_of_answers_it_is_noted(language: str) -> None:
    answer = read_answer(BESIDE_EACH_OTHER[language], language, of_record=True)
    assert answer is not None
    assert (answer.position, answer.qualified) == (Position.NOTED, Qualified.PART)


ADDENDUM = """
1. The Government has studied the recommendations and answers as follows.
• 61.1 Freedonia accepts this recommendation in general and is still studying this recommendation in detail.
• 61.2 Accepted. The harbour law was changed in May.
• 61.3 Still under consideration. No bridge is planned.
"""


def test_an_addendum_is_the_answer_that_was_announced() -> None:
    identity = DocumentIdentity("A/HRC/900/7/Add.1", DocumentKind.ADDENDUM, "en", "SVN", 20)
    answers = extract_responses(report(ADDENDUM), identity, STATES)
    assert [(each.answers, each.position, each.qualified) for each in answers.responses] == [
        ("61.1", "noted", "part"),
        ("61.2", "supported", None),
        ("61.3", "noted", None),
    ]
