"""Which place in a document a typed citation names."""

import pytest

from web.views.cited_place import keywords_of


@pytest.mark.parametrize(
    ("typed", "symbol", "paragraph"),
    [
        ("A/HRC/900/15 paragraph 115.75", "A/HRC/900/15", "115.75"),
        # the line of a card, as one press copies it
        ("Vellania, UPR 2014 (session 20), A/HRC/900/15, paragraph 115.75, page 17 (Chile)", "A/HRC/900/15", "115.75"),
        ("A/HRC/900/15/Add.1, para. 3", "A/HRC/900/15/Add.1", "3"),
        ("¶ 27 (b) of A/HRC/900/15", "A/HRC/900/15", "27(b)"),
        ("A/HRC/900/15, paragraphe 115.75", "A/HRC/900/15", "115.75"),
        ("A/HRC/900/15, párrafo 115.75", "A/HRC/900/15", "115.75"),
        ("CRC/C/XAA/CO/3-4, paragraph 24", "CRC/C/XAA/CO/3-4", "24"),
    ],
)
def test_a_citation_is_looked_up_by_its_place(typed: str, symbol: str, paragraph: str) -> None:
    assert keywords_of(typed) == f'symbol:"{symbol}" paragraph:"{paragraph}"'


@pytest.mark.parametrize(
    "typed",
    [
        "prisons",
        "A/HRC/900/15",
        "paragraph 115.75",
        "symbol:A/HRC/900/15 AND paragraph:3",
        "and/or paragraph 3",
        "LGBT/NGO paragraph 3",
    ],
)
def test_other_keywords_are_left_as_they_are(typed: str) -> None:
    assert keywords_of(typed) == typed
