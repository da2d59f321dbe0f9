"""Word documents say in which language they are, to be read aloud and checked in it; quotations say theirs."""

from io import BytesIO

import pytest
from docx import Document

from search import words_of
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import recommendation
from web.files.record_in_document import add_quotation
from web.files.word_document import add_text, docx_file, new_document
from web.papers.paper import Quoted
from web.papers.write_document import add_words
from web.site.language_prefix import LANGUAGE


def made_in(language: str):
    with site_over(InventedIndex()).test_request_context(environ_overrides={LANGUAGE: language}):
        document = new_document("Title", "Head")
        add_text(document.add_paragraph(), "Our own words")
        add_quotation(document, recommendation())
        add_words(document.add_paragraph(), (Quoted(words_of(recommendation())), " our own"))
        return Document(BytesIO(docx_file(document)))


def languages_of(run) -> tuple[str, ...]:
    return tuple(value for element in run._r.xpath("w:rPr/w:lang") for value in element.attrib.values())


@pytest.mark.parametrize(
    ("language", "left_to_right", "right_to_left"),
    [("en", "en-GB", "ar-SA"), ("fr", "fr-FR", "ar-SA"), ("es", "es-ES", "ar-SA"), ("ar", "en-GB", "ar-EG")],
)
def test_a_document_is_in_the_language_of_the_page(language: str, left_to_right: str, right_to_left: str) -> None:
    document = made_in("" if language == "en" else language)
    (default,) = document.styles.element.xpath("w:docDefaults//w:lang")
    values = {name.rpartition("}")[2]: value for name, value in default.attrib.items()}
    assert (values["val"], values["bidi"]) == (left_to_right, right_to_left)
    assert document.core_properties.language == language


def test_a_quotation_is_in_its_own_language() -> None:
    own, quotation, of_a_paper = made_in("fr").paragraphs[-3:]
    assert {languages_of(run) for run in own.runs} == {()}
    assert {languages_of(run) for run in quotation.runs} == {("en-US", "en-US")}
    assert [languages_of(run) for run in of_a_paper.runs] == [("x-none", "x-none"), ()]
