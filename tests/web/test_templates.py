"""What templates are given: few names, of which each is there, and which nothing in a template hides."""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from flask import Flask
from jinja2 import Environment, nodes

from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.papers import compose, item_words
from web.templating import GIVEN, TEMPLATES

MOST_NAMES = 20
PAGES = site_over(InventedIndex()).jinja_env
PAPERS = compose._environment()
FILES = [
    *((PAGES, GIVEN, file) for folder in TEMPLATES for file in sorted(folder.glob("*.html"))),
    *((PAPERS, item_words.GIVEN, file) for folder in TEMPLATES for file in sorted(folder.glob("*.txt"))),
]


def names_lacking(template: nodes.Template, given: dict[str, object]) -> Iterator[str]:
    """What a template takes from a module that does not have it."""
    for found in template.find_all(nodes.Getattr):
        module = given.get(found.node.name) if isinstance(found.node, nodes.Name) else None
        if isinstance(module, ModuleType) and not hasattr(module, found.attr):
            yield f"{module.__name__}.{found.attr}"


def names_hidden(template: nodes.Template, given: dict[str, object]) -> set[str]:
    """What is given and has the name of a variable, a macro or what is imported, too."""
    bound = {name.name for name in template.find_all(nodes.Name) if name.ctx != "load"}
    bound |= {macro.name for macro in template.find_all(nodes.Macro)}
    imported = (name for found in template.find_all(nodes.FromImport) for name in found.names)
    bound |= {name if isinstance(name, str) else name[1] for name in imported}
    return bound & set(given)


@pytest.mark.parametrize(("environment", "given", "file"), FILES, ids=[file.name for *_, file in FILES])
def test_what_a_template_takes_is_there(environment: Environment, given: dict[str, object], file: Path) -> None:
    template = environment.parse(file.read_text(encoding="utf-8"))
    assert list(names_lacking(template, given)) == []
    assert names_hidden(template, given) == set()


def test_what_is_lacking_or_hidden_is_seen() -> None:
    template = PAGES.parse("{% set page_words = 1 %}{{ citation.cited_palace(place) or search.POSITION_WORDS.noted }}")
    assert list(names_lacking(template, GIVEN)) == ["web.words.citation.cited_palace"]
    assert names_hidden(template, GIVEN) == {"page_words"}


def test_pages_are_given_few_names() -> None:
    others = Flask("others").jinja_env
    others.add_extension("jinja2.ext.i18n")
    assert len(set(PAGES.globals) - set(others.globals)) + len(set(PAGES.filters) - set(others.filters)) <= MOST_NAMES
