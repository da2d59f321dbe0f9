"""Which place in a document a typed citation names."""

import pytest

from web.results.typed_citation import keywords_of


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
        ("A/HRC/900/15, 115.75", "A/HRC/900/15", "115.75"),
        ("A/HRC/900/15 115.75", "A/HRC/900/15", "115.75"),
        ("A/HRC/900/15: 27.1(b)", "A/HRC/900/15", "27.1(b)"),
    ],
)
def test_a_citation_is_looked_up_by_its_place(typed: str, symbol: str, paragraph: str) -> None:
    assert keywords_of(typed) == f'symbol:"{symbol}" paragraph:"{paragraph}"'


@pytest.mark.parametrize("typed", ["115.75", " recommendation 115.75", "Rec. 115.75", "paragraph 115.75", "#115.75"])
def test_the_number_of_a_recommendation_is_looked_up_as_one(typed: str) -> None:
    assert keywords_of(typed) == 'paragraph:"115.75"'


@pytest.mark.parametrize(
    ("typed", "keywords"),
    [
        ("XAA-20-115.75-1", 'state:XAA session:20 paragraph:"115.75"'),
        ("XAA-7-27(b)-2", 'state:XAA session:7 paragraph:"27(b)"'),
    ],
)
def test_an_id_is_looked_up_by_what_it_says(typed: str, keywords: str) -> None:
    assert keywords_of(typed) == keywords


@pytest.mark.parametrize(
    "typed",
    [
        "prisons",
        "A/HRC/900/15",
        "paragraph 3",
        "115",
        "2.5 million children",
        "A/HRC/900/15 2014",
        "XAA-20",
        "symbol:A/HRC/900/15 AND paragraph:3",
        "and/or paragraph 3",
        "LGBT/NGO paragraph 3",
    ],
)
def test_other_keywords_are_left_as_they_are(typed: str) -> None:
    assert keywords_of(typed) == typed
