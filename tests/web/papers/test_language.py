"""Papers in a made-up language that is written from right to left: the program's words are messages, others' stay."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from search import SearchIndex
from search.datamodel.quotation import BY_THE_INDEX, Quotation
from tests.web.conftest import site_over
from tests.web.papers.conftest import DAY, text_of, written
from tests.web.papers.paper_index import CIVIL, COMMENT, FLOOR, PLAN, PLEDGE, REPORTED, REQUESTS
from tests.web.test_language import (
    RIGHT_TO_LEFT,
    not_translated,
    state_names,
    translations,
)
from tests.web.words_in_files import WORDS_OF
from web.papers.facts import PlanFacts
from web.papers.kinds import PAPERS
from web.papers.limits import limit_of
from web.papers.papers import make_paper
from web.site.language import prepare_language
from web.site.language_prefix import LANGUAGE
from web.words.quotations import in_marks_of_a_paper

__all__ = ["translations"]
FILES = [
    (name, kind) for name in PAPERS if name != "pending-note" for kind in PAPERS[name].extensions if kind in WORDS_OF
]


@pytest.fixture(scope="module")
def app(index: SearchIndex, translations: Path) -> Flask:
    app = site_over(index)
    prepare_language(app, translations)
    return app


def data_of(index: SearchIndex) -> Iterator[str]:
    """What is no word of the program."""
    yield from (CIVIL, COMMENT, REPORTED, PLEDGE.text, FLOOR, *(request.text for request in REQUESTS))
    yield from (limit_of("oral-statement", "debate", "usual").source, limit_of("written-statement", "special").source)
    yield limit_of("submission", "no").source
    yield from state_names(index)
    for item in PLAN.items:
        yield from (item.id, item.quoted, item.expected_result, *item.request.splitlines())
        yield from (item.actors, item.partners, item.next_step, item.notes)
        yield from (text for each in item.evidence for text in (each.text, each.when, each.document, each.link))
    yield from (
        "Add.1",
        "Conditions of detention",
        "Persons deprived of their liberty",
        "PEACE, JUSTICE AND STRONG INSTITUTIONS",
    )


@pytest.mark.parametrize(("name", "extension"), FILES, ids=[".".join(each) for each in FILES])
def test_paper_speaks_the_language(app: Flask, index: SearchIndex, name: str, extension: str) -> None:
    with app.test_request_context(environ_overrides={LANGUAGE: RIGHT_TO_LEFT}):
        content = written(name, PLAN, index, {}, extension)
    words = WORDS_OF[extension](content)
    assert any("⟦" in text for text in words)
    data = [text for text in data_of(index) if text]
    assert [word for text in words for word in not_translated(text, data)] == []


ARTEFACTS = re.compile(r";[”»]|,[”»]|““|””|«\s*«|»\s*»|”\s”| {2}|\(\)|\[]|None|%\(| \.(?!\w)")
"""Of lists, of blanks without words, of doubled marks and of what was not filled in."""


def test_english_in_an_arabic_paper_is_read_from_left_to_right(app: Flask) -> None:
    """Else its full stop stands before its first word."""
    english, arabic = (Quotation(words, None, BY_THE_INDEX) for words in ("Help them.", "ساعدوهم."))
    with app.test_request_context(environ_overrides={LANGUAGE: RIGHT_TO_LEFT}):
        assert "\u200eHelp them.\u200e" in in_marks_of_a_paper(english)
        assert "\u200e" not in in_marks_of_a_paper(arabic)
    with app.test_request_context():
        assert in_marks_of_a_paper(english) == "“Help them.”"


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_every_paper_is_made_without_artefacts_in_the_languages_of_the_site(index: SearchIndex, language: str) -> None:
    """Translations ask for forms of the names of States, which an invented language does not.

    Nor has a quotation within a quotation the marks that stand around it.
    """
    app = site_over(index)
    with app.test_request_context(environ_overrides={LANGUAGE: language}):
        inner = in_marks_of_a_paper(Quotation('Help the "erased"', None, BY_THE_INDEX))
        assert not ARTEFACTS.search(inner), inner
        for name in PAPERS:
            if name != "pending-note":
                text = text_of(make_paper(name, PLAN, index, {}, DAY))
                assert not ARTEFACTS.search(text), (name, ARTEFACTS.search(text))
        # of a document of which no edition in the language is indexed, the English one is quoted
        assert PlanFacts(PLAN, index, DAY).edition("A/HRC/WG.6/34/XAA/1") == "en"
        brief = text_of(make_paper("embassy-brief", PLAN, index, {"state": "FRA"}, DAY))
        assert {"fr": "la France a recommandé", "es": "Francia recomendó", "ar": "فرنسا"}[language] in brief
