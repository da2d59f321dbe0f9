"""Marks between what a template fills in are those of the language, in text and where it is read aloud."""

import pytest
from jinja2 import Environment

from web.site.punctuation import Punctuation


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ a }}: {{ b }}, {{ a }}", "one/colon/two/comma/one"),
        ('<a aria-label="{{ a }}: {{ b }}, {{ a }}">{{ a }}</a>', '<a aria-label="one/colon/two/comma/one">one</a>'),
        ('<a title="{{ a }}"{% if b %} alt="{{ a }}; {{ b }}"{% endif %}>', '<a title="one" alt="one/semicolon/two">'),
        ('<p style="width: {{ a }}; top: 0" title="{{ b }}">', '<p style="width: one; top: 0" title="two">'),
        ('<p title="{{ a }}" style="left: 0">{{ a }}: {{ b }}</p>', '<p title="one" style="left: 0">one/colon/two</p>'),
    ],
    ids=["text", "a label", "two attributes", "a style", "a style behind a title"],
)
def test_marks_are_the_languages_but_within_other_attributes(template: str, page: str) -> None:
    environment = Environment(extensions=[Punctuation], autoescape=True)
    environment.globals["_"] = {", ": "/comma/", "; ": "/semicolon/", ": ": "/colon/"}.__getitem__
    assert environment.from_string(template).render(a="one", b="two") == page
