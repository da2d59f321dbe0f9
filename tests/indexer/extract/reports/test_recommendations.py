"""From the lines of a Working Group report to its recommendations."""

import pytest

from indexer.extract.reports.recommendations import extract_recommendations
from models.records.enums import Position
from models.records.records import Recommendation
from models.reviews.states import StateTable
from tests.indexer.printed_report import IDENTITY, report

STATES = StateTable.built_in()

DIALOGUE = """
30. Chad spoke of the winter, of the long road to the north,
of the people who keep it open and of the people who pay for
the salt, the sand and the lamps that it takes to do so.

31. Peru thanked the delegation. It recommended that Slovenia: (a) build two schools in the valley;
(b) train forty teachers; and that Slovenia (c) publish the budget. It asked about the bridge.

32. The Netherlands recommended the painting of the bridge. Mr. Osel spoke of snow. It further recommended
that Slovenia widen the bridge at night.

33. The delegation thanked all speakers.

II. Conclusions and/or recommendations

"""


def extract(conclusions: str) -> list[Recommendation]:
    return extract_recommendations(report(DIALOGUE + conclusions), IDENTITY, STATES)


def rows(records: list[Recommendation]) -> list[tuple[str, str, str, str]]:
    return [(r.id, " ".join(s.state for s in r.sponsors), r.interim_position.value, r.text) for r in records]


def test_a_record_says_where_it_stands() -> None:
    (record,) = extract(
        "34. These enjoy the support of Slovenia:\n\n---\n    34.1. Build a ferry for the\n    islands (Chad);\n"
    )
    assert (record.place.symbol, record.place.paragraph, record.place.page) == ("A/HRC/900/7", "34.1", 10)
    assert record.printed_number == "34.1."
    assert record.quoted == "Build a ferry for the islands (Chad);"
    assert record.text == "Build a ferry for the islands"
    assert record.position_source is not None and record.position_source.paragraph == "34"
    assert record.id == "SVN-20-34.1-1"


def test_each_list_has_the_position_of_its_intro() -> None:
    text = """
34. The recommendations listed below enjoy the support of Slovenia:

    1. Build a ferry (Chad);

35. The following will be examined by Slovenia, which will respond in due time:

    1. Build a port (Mali); dig a canal (Fiji);

36. The following did not enjoy the support of Slovenia:

    1. Sell the port (Cuba).
"""
    assert rows(extract(text)) == [
        ("SVN-20-34.1-1", "TCD", "supported", "Build a ferry"),
        ("SVN-20-35.1-1", "MLI", "pending", "Build a port"),
        ("SVN-20-35.1-2", "FJI", "pending", "dig a canal"),
        ("SVN-20-36.1-1", "CUB", "noted", "Sell the port"),
    ]


def test_what_an_intro_says_beside_its_position_is_kept_as_words_on_its_list() -> None:
    done = "34. These enjoy the support of the United States, which considers that they are already implemented:"
    later = "35. These will be examined by the United States, which indicated that it would answer in due time:"
    text = f"\n{done}\n\n    1. Build a ferry (Chad);\n\n{later}\n\n    1. Build a port (Mali).\n"
    text += "\n36. These enjoy the support of the United States:\n\n    1. Build a school (Mali).\n"
    ferry, port, school = extract(text)
    assert ferry.list_comment == done[4:]
    assert ferry.list_comment_source == ferry.position_source
    assert port.list_comment is None
    assert school.list_comment is None


def test_a_closing_statement_gives_its_position_to_the_numbers_it_names() -> None:
    text = """
34. The following were made to Slovenia:

    1. Build a ferry (Chad);

    2. Build a port (Mali);

    3. Build a quay (Mali);

35. Slovenia cannot accept recommendations 2

---
and 3 above.
"""
    records = extract(text)
    assert [record.interim_position.value for record in records] == ["pending", "noted", "noted"]
    assert [record.position_source and record.position_source.paragraph for record in records] == [None, "35", "35"]
    assert [record.position_source and record.position_source.page for record in records] == [None, 9, 9]


def test_a_closing_statement_without_a_position_changes_none() -> None:
    text = """
34. The recommendations listed below enjoy the support of Slovenia:

    1. Build a ferry (Chad);

    2. Build a port (Mali);

35. Recommendation 2 above was read out once more by the Netherlands.
"""
    assert [record.position.value for record in extract(text)] == ["supported", "supported"]


def test_a_closing_statement_on_something_else_gives_no_position() -> None:
    text = """
34. The following were made to Slovenia:

    1. Build a ferry (Chad);

35. The speech will be published, and an answer to it given, in due time.
"""
    assert [record.position_source for record in extract(text)] == [None]


def test_a_closing_statement_on_all_above_leaves_lists_with_a_position_alone() -> None:
    text = """
34. The following were made to Slovenia:

    1. Build a ferry (Chad);

The recommendations listed above enjoy the support of Slovenia.

35. The following did not enjoy the support of Slovenia:

    1. Sell the port (Cuba).
"""
    assert [record.interim_position.value for record in extract(text)] == ["supported", "noted"]


def test_a_single_item_may_stand_without_a_number() -> None:
    text = "34. The following recommendation did not enjoy the support of Slovenia:\n\n    Sell the port (Cuba).\n"
    assert rows(extract(text)) == [("SVN-20-34-1", "CUB", "noted", "Sell the port")]


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("31 (b)", [("SVN-20-31(b)-1", "PER", "train forty teachers")]),
        (
            "31 (a), (c)",
            [
                ("SVN-20-31(a)-1", "PER", "build two schools in the valley"),
                ("SVN-20-31(c)-1", "PER", "publish the budget"),
            ],
        ),
        # no letter: every lettered part
        ("31", [(f"SVN-20-31({letter})-1", "PER", None) for letter in "abc"]),
        # no letters in the paragraph: every "recommended …", the noun with its verb
        (
            "32",
            [
                ("SVN-20-32-1", "NLD", "recommended the painting of the bridge"),
                ("SVN-20-32-2", "NLD", "widen the bridge at night"),
            ],
        ),
        ("31 (h)", []),  # a part that is not there is not guessed
        ("99", []),
    ],
    ids=["letter", "letters", "whole paragraph", "reported", "no such part", "no such paragraph"],
)
def test_references_to_the_dialogue_are_followed(reference: str, expected: list[tuple[str, str, str | None]]) -> None:
    records = extract(
        f"34. The recommendations noted in paragraphs {reference} above did not enjoy the support of Slovenia.\n"
    )
    assert [(r.id, " ".join(s.state for s in r.sponsors)) for r in records] == [row[:2] for row in expected]
    for record, (*_, text) in zip(records, expected, strict=True):
        assert text is None or record.text == text
        assert record.interim_position is Position.NOTED
        assert record.printed_number == ""


def test_conclusions_that_ask_nothing_are_no_recommendations() -> None:
    text = """
34. The review came to these conclusions:

    1. The new library was welcomed.

    2. Slovenia is encouraged to open it on Sundays.

    3. On bridges: (a) Slovenia is encouraged to paint them; (b) It was recommended that they be lit.

    4. What libraries gain from recommendations is important.
"""
    assert [(r.place.paragraph, r.text) for r in extract(text)] == [
        ("34.2", "Slovenia is encouraged to open it on Sundays"),
        ("34.3(a)", "Slovenia is encouraged to paint them"),
        ("34.3(b)", "It was recommended that they be lit"),
    ]


def test_comments_on_other_recommendations_are_no_recommendations() -> None:
    text = """
34. Slovenia takes note of these and comments:

    1. With regard to recommendations on bridges, as in paragraphs 31 (Peru) and 32 (Netherlands), work has begun.

    2. Regarding the recommendation to dredge the harbour (Chad), included in paragraph 31, this is done each spring.

    3. With regard to the recommendation of Peru reflected in paragraph 31 above, Slovenia would build two schools.
"""
    assert rows(extract(text)) == [
        ("SVN-20-34.2-1", "TCD", "noted", "dredge the harbour"),
        ("SVN-20-34.3-1", "PER", "noted", "Slovenia would build two schools"),
    ]


def test_a_sweeping_sentence_adds_no_records() -> None:
    assert (
        extract("34. All recommendations formulated during the dialogue have been examined and enjoy its support.\n")
        == []
    )


def test_a_report_without_conclusions_has_no_recommendations() -> None:
    assert extract_recommendations(report("1. The council met.\n\n2. It closed.\n"), IDENTITY, STATES) == []


def test_a_list_whose_intro_paragraph_was_lost_is_one_of_its_own() -> None:
    text = """
34. The following did not enjoy the support of Slovenia:

    34.1. Sell the port (Cuba);

    36.1. Build a bridge (Peru);

    36.2. Paint the bridge (Chad);
"""
    assert [(r.place.paragraph, r.interim_position.value) for r in extract(text)] == [
        ("34.1", "noted"),
        ("36.1", "unknown"),
        ("36.2", "unknown"),
    ]


def test_lettered_parts_of_an_item_without_sponsors_are_items() -> None:
    text = """
34. These will be examined:

    1. It said that (a) a school should be built; and (b) a bridge should be built.

    2. It said that (a) a school should be built; and (b) the snow is deep.

    3. It said that (a) a school should be built; and (b) a bridge should be built (Peru).

    4. It said that (a) a school should be built.
"""
    assert [record.place.paragraph for record in extract(text)] == ["34.1(a)", "34.1(b)", "34.2", "34.3", "34.4"]


@pytest.mark.parametrize(
    ("words", "sponsors", "request_"),
    [
        (
            "With regard to the recommendation made by Peru, contained in paragraph 30, to build two schools.",
            "PER",
            "build two schools",
        ),
        ("Regarding the recommendation to build two schools (Peru), Slovenia agrees.", "PER", "build two schools"),
        ("Regarding the recommendation to build two schools (Peru), others (Chad) agree.", "PER", "build two schools"),
    ],
)
def test_a_comment_may_give_the_recommendation_that_it_is_about(words: str, sponsors: str, request_: str) -> None:
    (record,) = extract(f"34. These will be examined:\n\n    1. {words}\n")
    assert (" ".join(sponsor.state for sponsor in record.sponsors), record.text) == (sponsors, request_)


def test_what_the_state_says_it_would_do_is_no_recommendation() -> None:
    text = """
34. These enjoy the support of Slovenia:

    1. Build a ferry (Chad);

    2. Slovenia would consider a port in the future;

    3. Slovenia should dig a canal.
"""
    assert [record.place.paragraph for record in extract(text)] == ["34.1", "34.3"]
