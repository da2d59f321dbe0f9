"""Lists of numbers: what a person would read, and nothing else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.recommendation_numbers import leading_numbers, number_list, numbers_named, section_named


def expand(*parts: str) -> tuple[str, ...]:
    """("61.2-4", "7(a)") written out."""
    numbers: list[str] = []
    for part in parts:
        match = re.fullmatch(r"(\d+\.)?(\d+)-(\d+)", part)
        items = range(int(match[2]), int(match[3]) + 1) if match else ()
        numbers += [f"{match[1] or ''}{item}" for item in items] if match else [part]
    return tuple(numbers)


LISTS = {
    "ranges within one section": ("122.17-18, 122.34-35", expand("122.17-18", "122.34-35")),
    "a space typed after the dash": ("122.34- 35", expand("122.34-35")),
    "a full stop for a comma": ("140.35. 140.36", ("140.35", "140.36")),
    "no comma at all": ("140.35 140.36", ("140.35", "140.36")),
    "no space after the comma": ("122.141-144,122.146", expand("122.141-144", "122.146")),
    "bare numbers, two kinds of dashes": ("1-5, 14–16", expand("1-5", "14-16")),
    "spaces around the dash": ("150 – 152", expand("150-152")),
    "both ends with their section and a full stop": ("50.28.-50.30", expand("50.28-30")),
    "bare numbers that inherit their section": ("50.23, 25, 26", ("50.23", "50.25", "50.26")),
    "a bare range that inherits its section": ("50.23, 25-27", expand("50.23", "50.25-27")),
    "the section changes": ("50.23, 25, 51.1, 2", ("50.23", "50.25", "51.1", "51.2")),
    "and": ("115.12 and 115.13", ("115.12", "115.13")),
    "to": ("1 to 8", expand("1-8")),
    "through": ("91.1 through 91.3", expand("91.1-3")),
    "a letter for the list": ("A - 91.1 to 91.5", expand("91.1-5")),
    "semicolons": ("130.1; 130.2; 130.3", ("130.1", "130.2", "130.3")),
    "full stops and commas": ("5., 6., 7.", ("5", "6", "7")),
    "full stops alone": ("5. 6. 7.", ("5", "6", "7")),
    "sub-paragraphs": ("27 (b), (c), 28 (a)", ("27(b)", "27(c)", "28(a)")),
    "sub-paragraphs in one bracket": ("38 (a, d), 39 (c)", ("38(a)", "38(d)", "39(c)")),
    "a range of sub-paragraphs": ("12(a)-(c)", ("12(a)", "12(b)", "12(c)")),
    "sub-paragraphs of sub-paragraphs": ("67 (a), (b) (i) and (ii)", ("67(a)", "67(b)(i)", "67(b)(ii)")),
    "the letter after (h)": ("80 (h), (i)", ("80(h)", "80(i)")),
    "a sub-paragraph of an item": ("77.7(a)", ("77.7(a)",)),
    "half a bracket": ("108 a), b)", ("108(a)", "108(b)")),
    "French": ("1 à 3, 7 et 9", expand("1-3", "7", "9")),
    "Spanish": ("1 a 3, 7 y 9", expand("1-3", "7", "9")),
    "Spanish with articles": ("115.1 a la 115.3", expand("115.1-3")),
    "a comma typed for the point": ("122.16, 122,17", ("122.16", "122.17")),
    "three numbers in step, no spaces": ("122.120,121,122,123", expand("122.120-123")),
    "the States that asked": ("26 (Spain), 33 (b) (Chad)", ("26", "33(b)")),
}


@pytest.mark.parametrize(("printed", "numbers"), LISTS.values(), ids=LISTS.keys())
def test_a_list_expands_to_the_numbers_that_a_person_reads(printed: str, numbers: tuple[str, ...]) -> None:
    named = number_list(printed)

    assert named is not None
    assert named.numbers == numbers
    assert named.malformed == ()


@pytest.mark.parametrize(
    "printed",
    ["122.34-12", "1-999", "50.28-51.3", "27 (a) - 28 (c)", "9 to 9"],
    ids=["inverted", "longer than any list", "over two sections", "over sub-paragraphs", "empty"],
)
def test_a_range_that_nobody_can_read_is_reported(printed: str) -> None:
    named = numbers_named(f"recommendations {printed}")

    assert named.numbers == ()
    assert named.malformed == (printed,)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("accepts recommendations 1 to 3 and notes recommendation 9 (a)", expand("1-3", "9(a)")),
        ("recommendations Nos. 3, 4 (b) and 7", ("3", "4(b)", "7")),
        ("See recommendations 53, 71 and 77.", ("53", "71", "77")),
        ("recommendations 39 and 40 in paragraph 95 of the report", ("95.39", "95.40")),
        ("They included recommendations 7 and 9 (A/HRC/900/2, para. 85).", ("85.7", "85.9")),
        ("paragraph 95, recommendations 39 and 40", ("95.39", "95.40")),
        ("The following recommendations enjoy support: 1, 3–5.", expand("1", "3-5")),
        ("Accepted: 77.1; 77.3", ("77.1", "77.3")),
        ("recommendations 105.61 and 105.62 on health, and 105.49 to 105.51 on law", expand("105.61-62", "105.49-51")),
        ("Recommandations nos 1 à 3 et 12", expand("1-3", "12")),
        ("las recomendaciones núms. 1, 2 y 5", ("1", "2", "5")),
        ("recommendation 5. 12 States spoke", ("5",)),
        ("recommendations from 1 to 3", expand("1-3")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_text_names_numbers_after_a_word_for_recommendations(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_named(text).numbers == numbers


@pytest.mark.parametrize(
    "text",
    [
        "resolution 5/1 of 18 June 2007",
        "article 15, paragraph 2 (a)",
        "ILO Convention No. 169",
        "general recommendation No. 19",
        "general recommendations Nos. 19 and 35",
        "paragraph 15 (a) of the annex to resolution 5/1",
        "in the years 2011-2015",
        "recommendations 2011-2015",
        "recommendation 1737 of the Assembly",
        "A/HRC/28/15",
        "CRC/C/SVN/CO/3-4",
        "maternal deaths fell from 15.1 to 9.4 per 100,000",
        "87.37 per cent of the recommendations",
        "recommendations received, 142 were accepted",
        "recommendations of 4 November 2014",
        "recommendations from 12 States",
        "targets 5.1, 5.2 and 16.1",
        "the recommendations on trafficking: 68 victims were found",
    ],
)
def test_other_numbers_are_none_of_recommendations(text: str) -> None:
    assert numbers_named(text).numbers == ()
    assert numbers_named(text).malformed == ()


def test_dotted_numbers_count_without_a_word_where_their_section_is_known() -> None:
    assert numbers_named("Chad supports 61.2 and 61.4, and 2.5 million people live there.").numbers == ()
    assert numbers_named("Chad supports 61.2 and 61.4.", sections={"61"}).numbers == ("61.2", "61.4")


@pytest.mark.parametrize(
    ("text", "numbers", "rest"),
    [
        ("Rec. 18  We consider it done.", ("18",), "We consider it done."),
        ("Recs. 6–8 The Government", ("6", "7", "8"), "The Government"),
        ("5., 6. The Government", ("5", "6"), "The Government"),
        ("122.14– 15: Chad considers", ("122.14", "122.15"), "Chad considers"),
        ("• 61.1: Accepted", ("61.1",), "Accepted"),
        ("Recommendation n° 12 – noted", ("12",), "noted"),
    ],
)
def test_an_item_begins_with_its_numbers(text: str, numbers: tuple[str, ...], rest: str) -> None:
    named = leading_numbers(text)

    assert named is not None
    assert (named.numbers, text[named.end :]) == (numbers, rest)


@pytest.mark.parametrize(
    "text", ["12 States spoke", "1995 Programme of Measures", "12.11.2019", "5/1", "12.5 per cent", ""]
)
def test_an_item_does_not_begin_with_other_numbers(text: str) -> None:
    assert leading_numbers(text) is None


def test_notes_stand_with_their_numbers() -> None:
    references = numbers_named("recommendations 17 (first part), 31, last sentence, and 40").references

    assert [(reference.number, reference.note) for reference in references] == [
        ("17", "first part"),
        ("31", "last sentence"),
        ("40", ""),
    ]


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("The recommendations contained in paragraph 19 of the report", "19"),
        ("The serial numbers of recommendations follow the list in paragraph 115 of the report.", "115"),
        ("The recommendation in paragraph 27 (b) is noted.", None),
        ("The recommendations were examined.", None),
    ],
)
def test_a_text_may_say_which_list_its_bare_numbers_count_in(text: str, section: str | None) -> None:
    assert section_named(text) == section


ITEMS = st.lists(
    st.tuples(st.integers(1, 350), st.integers(0, 8)).map(lambda pair: (pair[0], pair[0] + pair[1])),
    min_size=1,
    max_size=8,
)
SEPARATORS = st.sampled_from([", ", "; ", ",", " and ", ", and ", " et ", " y ", " & "])
DASHES = st.sampled_from(["-", "–", "—", " – ", "- ", " to ", " à ", " a "])
SECTIONS = st.sampled_from([None, "5", "61", "122"])
HEADS = st.sampled_from(["recommendations ", "Recs. ", "recommandations nos ", "recomendaciones núms. "])


@given(items=ITEMS, section=SECTIONS, head=HEADS, data=st.data())
def test_every_printed_list_expands_to_exactly_its_numbers(
    items: list[tuple[int, int]], section: str | None, head: str, data: st.DataObject
) -> None:
    """Ranges and single numbers, with any separators, each with its section or inheriting it."""
    printed, numbers = head, []
    for place, (first, last) in enumerate(items):
        prefix = f"{section}." if section and (place == 0 or data.draw(st.booleans())) else ""
        if place:
            # "," without a space after a section ("5,1", "1-5,5.1") would be a comma typed for a point
            clear = not section or (prefix and not printed.endswith(section))
            printed += data.draw(SEPARATORS if clear else SEPARATORS.filter(lambda mark: mark != ","))
        printed += f"{prefix}{first}" + (f"{data.draw(DASHES)}{last}" if last > first else "")
        numbers += [f"{section}.{item}" if section else str(item) for item in range(first, last + 1)]

    named = numbers_named(f"{printed} are accepted.")

    assert named.numbers == tuple(numbers)
    assert named.malformed == ()


@given(st.text(alphabet="0123456789.,;-–() ab toàrecommendationsparagraphs:\n", max_size=120))
def test_no_number_is_invented(text: str) -> None:
    """Each number is printed, or lies between two that are printed as a range; a part alone has that before it."""
    for reference in numbers_named(text).references + (named.references if (named := leading_numbers(text)) else ()):
        printed = [int(number) for number in re.findall(r"\d+", text[reference.start : reference.end])]
        assert reference.sub or min(printed) <= int(reference.item) <= max(printed)
        assert reference.intro is None or re.search(rf"\b0*{reference.intro}\b", text)


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    named = numbers_named(text)

    assert all(0 <= reference.start <= reference.end <= len(text) for reference in named.references)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We support 100.1 and 100.3.", ["100.1", "100.3"]),
        ("We do not accept 100.8; we note 100.9-100.10.", ["100.8", "100.9", "100.10"]),
        ("100.4 is noted, but 100.6 enjoys our support.", ["100.4", "100.6"]),
        ("We also support 100.1 on ferries.", ["100.1"]),
        ("Nous acceptons 100.1 à 100.3 et prenons note de 100.9.", ["100.1", "100.2", "100.3", "100.9"]),
        ("Aceptamos 100.1, pero tomamos nota de 100.4.", ["100.1", "100.4"]),
        ("100.4 no es aceptada.", ["100.4"]),
        ("We accepted 3.5 per cent growth.", []),
        ("We supported 12.4 million children.", []),
        ("We note that 12.4 of them are ill.", []),
        ("Target 16.3 is supported.", []),
        ("We support target 16.3 and note version 2.1.", []),
    ],
)
def test_dotted_numbers_that_a_position_is_taken_on(text: str, numbers: list[str]) -> None:
    """A letter that never says "recommendation"."""
    assert [reference.number for reference in numbers_named(text, answered=True).references] == numbers
