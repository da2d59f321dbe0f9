"""Marks between messages are those of the page's language; those in messages and in tags stay as they are."""

import pytest

from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.site.language_prefix import LANGUAGE


def written(template: str, language: str) -> str:
    app = site_over(InventedIndex())
    with app.test_request_context(environ_overrides={LANGUAGE: language}):
        return app.jinja_env.from_string(template).render()


@pytest.mark.parametrize(
    ("template", "english", "french", "arabic"),
    [
        ("{{ 1 }}, {{ 2 }}; {{ 3 }}: {{ 4 }}", "1, 2; 3: 4", "1, 2\u202f; 3\u00a0: 4", "1، 2؛ 3: 4"),
        ("<b>{{ 1 }}</b>, <i>2</i>", "<b>1</b>, <i>2</i>", "<b>1</b>, <i>2</i>", "<b>1</b>، <i>2</i>"),
        ("{{ 1 }}{% if 1 %};\n{{ 2 }}{% endif %}", "1; 2", "1\u202f; 2", "1؛ 2"),
        ("{{ [1, 2] | join(semicolon) }}", "1; 2", "1\u202f; 2", "1؛ 2"),
        # In a tag, and in a character reference.
        ('<a title="{{ 1 }}, {{ 2 }}">', '<a title="1, 2">', '<a title="1, 2">', '<a title="1, 2">'),
        ("{{ 1 }} &lt; {{ 2 }}", "1 &lt; 2", "1 &lt; 2", "1 &lt; 2"),
        # Numbers and times.
        ("{{ 1 }},{{ 2 }}:{{ 3 }}", "1,2:3", "1,2:3", "1,2:3"),
    ],
)
def test_marks_between_messages(template: str, english: str, french: str, arabic: str) -> None:
    assert [written(template, language) for language in ("", "fr", "ar")] == [english, french, arabic]


def test_marks_in_a_message_are_those_of_its_translation() -> None:
    assert written("{% trans n=2 %}One, two; {{ n }}{% endtrans %}; {{ 1 }}", "ar") == (
        '<span lang="en" dir="ltr">One, two; 2</span>؛ 1'
    )
