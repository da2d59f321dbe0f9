"""What every template is given: modules that it names where it takes words from them, and a few filters.

What one page alone shows is given by that page. The templates of papers are given theirs by web/papers/item_words.py.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from flask import Flask
from jinja2 import FileSystemLoader

import search
from models.records.records import Commitment
from web.records import hit_words
from web.site import chosen_list, language, served_index
from web.site.language_links import language_links
from web.site.punctuation import Punctuation
from web.words import citation, coverage_words, editions, page_words, review_dates, safe_text

TEMPLATES = sorted(Path(__file__).parent.glob("*/templates"))
"""Each feature's beside its code; a name is there once, so that none need say whose it is."""

_MODULES = (
    chosen_list,
    citation,
    coverage_words,
    editions,
    hit_words,
    language,
    page_words,
    review_dates,
    safe_text,
    search,
    served_index,
)
GIVEN: Mapping[str, ModuleType] = {module.__name__.rpartition(".")[2]: module for module in _MODULES}
"""By the name that templates call it."""
FILTERS: Mapping[str, Callable[..., Any]] = {
    "number": language.number,
    "translated": language.translated,
    "visible": safe_text.visible,
}


def prepare_templates(app: Flask) -> None:
    """Let the pages of an application find their templates, and these what they are given."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_loader = FileSystemLoader(TEMPLATES)
    language.prepare_language(app)
    app.jinja_env.add_extension(Punctuation)
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.globals.update(GIVEN, language_links=language_links)
    app.jinja_env.tests["commitment"] = lambda record: isinstance(record, Commitment)
