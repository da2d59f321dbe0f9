"""What States say on numbers in invented reports of Council sessions and Working Group reports."""

import re
from datetime import date

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.review_extracts import review_extracts
from indexer.sources.document import extract_responses
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import StatedAnswers
from models.reviews.states import StateTable
from tests.indexer.printed_report import report

YES, NO = Position.SUPPORTED, Position.NOTED
STATES = StateTable.built_in()
SECTION = """
710. The review of {state} was held on 4 November 2014.

711. The outcome of the review of {state} comprises the report of the Working Group on the
Universal Periodic Review ({symbol}), the views of the State under review and its replies.

1. Views expressed by the State under review on the recommendations and/or conclusions

712. {words}

2. Views expressed by Member and observer States of the Council on the review outcome

713. Chad was pleased that recommendation 5 had been accepted by {state}.

714. The President stated that, out of 9 recommendations received, {state} had supported 6
recommendations and noted 3.
"""


SESSION = DocumentIdentity("A/HRC/900/2", DocumentKind.HRC_SESSION_REPORT, "en")


def section(words: str, state: str = "Malta", symbol: str = "A/HRC/900/4") -> str:
    return SECTION.format(state=state, words=words, symbol=symbol)


def session_report(words: str) -> StatedAnswers:
    return stated_in(section(words))


def stated_in(text: str) -> StatedAnswers:
    return extract_responses(report(text), SESSION, STATES)


@pytest.mark.parametrize(
    ("words", "positions"),
    [
        ("Malta did not support recommendations 6 and 7 on harbours.", {"6": NO, "7": NO}),
        ("Support was expressed for recommendation 8.", {"8": YES}),
        (
            "A total of 2 recommendations had been accepted. They included recommendations 1 and 2.",
            {"1": YES, "2": YES},
        ),
        ("Concerning recommendation 3, schools had been opened. Malta supported this recommendation.", {"3": YES}),
        ("Concerning recommendation 3, schools had been opened.", {"3": None}),
        (
            "Laws were passed pursuant to recommendation 4. Malta had not accepted the recommendations on prisons.",
            {"4": None},
        ),
        (
            "It clarified 2 recommendations included in paragraph 92 of the report. It supported recommendation 1.",
            {"92.1": YES},
        ),
        ("That recommendation 126.27, which had not initially been supported, had now been accepted.", {"126.27": YES}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_state_takes_positions_where_it_names_numbers(words: str, positions: dict[str, Position | None]) -> None:
    stated = session_report(words)

    assert {response.answers: response.position for response in stated.responses} == positions


def test_remarks_are_comments_with_their_paragraph_and_report() -> None:
    stated = session_report(
        "Regarding recommendation 3, schools had been opened. Teachers were being trained. Regarding recommendation 4, "
        "a law was drafted."
    )

    assert [(r.answers, r.report, r.place.symbol, r.place.paragraph, r.comment) for r in stated.responses] == [
        (
            "3",
            "A/HRC/900/4",
            "A/HRC/900/2",
            "712",
            "Regarding recommendation 3, schools had been opened. Teachers were being trained.",
        ),
        ("4", "A/HRC/900/4", "A/HRC/900/2", "712", "Regarding recommendation 4, a law was drafted."),
    ]


def test_other_delegations_take_no_positions_but_the_president_counts() -> None:
    stated = session_report("Malta thanked all delegations.")

    assert stated.responses == ()
    assert {(total.count, total.position) for total in stated.totals} == {(6, YES), (3, NO), (9, None)}


def test_each_review_of_the_session_has_its_own_report() -> None:
    text = section("Malta supported recommendation 1.")
    other = section("Chad noted recommendation 1.", "Chad", "A/HRC/900/5").replace("71", "81")

    stated = stated_in(text + other)

    assert [(r.report, r.answers, r.position) for r in stated.responses] == [
        ("A/HRC/900/4", "1", YES),
        ("A/HRC/900/5", "1", NO),
    ]


def test_the_first_list_named_holds_until_another_is() -> None:
    paragraphs = [
        "It clarified 2 recommendations included in paragraph 92 of the report.",
        "713. It supported recommendation 1.",
        "714. It noted recommendation 93.2 and recommendation 4.",
        "715. It dealt with recommendations in paragraph 94 of the report. It supported recommendation 5.",
    ]
    stated = session_report("\n\n".join(paragraphs))

    assert [response.answers for response in stated.responses] == ["92.1", "93.2", "92.4", "94.5"]


def test_a_number_that_does_not_count_on_begins_no_paragraph() -> None:
    (response,) = session_report("Malta supported recommendation 1. It was adopted in\n1990. It is old.").responses

    assert response.comment == "Malta supported recommendation 1. It was adopted in 1990. It is old."
    assert response.place.paragraph == "712"


def test_what_stands_under_the_next_heading_is_not_the_state_s() -> None:
    stated = session_report(
        "Malta supported recommendation 1.\n\n2. General comments made by others\n\nIt noted recommendation 2."
    )

    assert [response.answers for response in stated.responses] == ["1"]


CONCLUSIONS = """
58. Chad spoke of harbours.

59. Malta thanked all speakers.

II. Conclusions and/or recommendations

60. The following recommendations did not enjoy the support of Malta:

    60.1. Close the mountain prisons (Norway);

    60.2. Give every village school a teacher (Japan).

61. With regard to the recommendation in paragraph 60.1 above, Malta indicated that the
prisons were the subject of an inquiry.

62. Recommendations 60.1 and 60.2 were discussed.
"""


def test_a_working_group_report_holds_remarks_on_numbers() -> None:
    identity = DocumentIdentity("A/HRC/900/4", DocumentKind.WORKING_GROUP_REPORT, "en", "MLT", 20)

    stated = extract_responses(report(CONCLUSIONS), identity, STATES)

    assert [(r.answers, r.position, r.place.paragraph, r.report) for r in stated.responses] == [
        ("60.1", None, "61", "A/HRC/900/4")
    ]


@pytest.mark.parametrize("kind", [DocumentKind.NATIONAL_REPORT, DocumentKind.DECISION, DocumentKind.SUMMARY])
def test_other_documents_answer_nothing(kind: DocumentKind) -> None:
    stated = extract_responses(report("Malta accepts recommendation 1."), DocumentIdentity("A/X", kind, "en"), STATES)

    assert stated == StatedAnswers()


def test_an_addendum_in_a_language_that_is_not_read_says_so() -> None:
    identity = DocumentIdentity("A/HRC/900/4/Add.1", DocumentKind.ADDENDUM, "ru", "MLT", 20)

    stated = extract_responses(report("1. 2. 3."), identity, STATES)

    assert stated.responses == ()
    assert "language" in stated.warnings[0]


def test_concluding_remarks_are_the_states_too() -> None:
    closing = """
4. Concluding remarks of the State under review

715. Malta would not accept recommendation 8. It will work towards supporting the 15 recommendations noted.

716. The President stated that Malta had noted all of the 17 recommendations.
"""
    text = section("Malta thanked all.") + closing
    stated = stated_in(text)
    assert [(answer.answers, answer.position, answer.place.paragraph) for answer in stated.responses] == [
        ("8", NO, "715")
    ]
    assert [total.count for total in stated.totals if total.place.paragraph == "715"] == []


def test_a_review_ends_before_the_heading_of_the_next_and_the_general_debate() -> None:
    closing = """
4. Concluding remarks of the State under review

{}. {} rejected recommendation 8.

{}
"""
    first = section("Malta thanked all.")
    second = section("Chad thanked all.", "Chad", "A/HRC/900/5")
    debate = "B. General debate on agenda item 6\n\n716. Chad would not accept recommendation 9 of the draft.\n"
    text = first + closing.format(715, "Malta", "Chad") + second + closing.format(715, "Chad", debate)
    answers = stated_in(text).responses
    assert [(answer.report, answer.answers, answer.comment) for answer in answers] == [
        ("A/HRC/900/4", "8", "Malta rejected recommendation 8."),
        ("A/HRC/900/5", "8", "Chad rejected recommendation 8."),
    ]


def test_paragraph_numbers_may_be_glued_to_words() -> None:
    glued = re.sub(r"^(\d+)\. ", r"\1.", SECTION, flags=re.M)
    text = glued.format(state="Malta", words="Malta did not support recommendation 6.", symbol="A/HRC/900/4")
    (only,) = stated_in(text).responses
    assert (only.answers, only.position, only.place.paragraph) == ("6", NO, "712")


@pytest.mark.parametrize(
    ("words", "pledges"),
    [
        ("Malta pledged to build two harbours. It thanked all.", ["Malta pledged to build two harbours."]),
        ("Malta pledged that the harbours would be built.", None),
        ("It promised to mend the piers.", None),
        ("In 2001, Malta had promised to mend the piers.", []),
        ("Malta was also committed to mending the piers.", []),
        ("Malta remains fully committed to mend its piers.", []),
        ("Malta was not committed to mending the piers.", []),
        ("It was not in a position to commit to mending the piers.", []),
        ("The delegation reiterated the firm commitment of Malta to mend the piers.", []),
        ("Malta renewed its commitment to upholding the rights of rowers.", []),
        ("Malta reaffirmed its commitment to human rights.", []),
        ("It reiterated its thanks, which showed its commitment to mend the piers.", []),
        ("Malta had made a voluntary commitment to submit its reports on time.", None),
        ("As a candidate for the Council, Malta pledged to mend the piers of all.", []),
        ("It told of the measures undertaken to mend the piers.", []),
        ("It had undertaken to mend the piers.", None),
        ("Malta undertook to consider with care all the recommendations.", []),
        ("Malta would undergo a midterm review.", None),
        ("Malta had committed itself to mend the piers.", ["Malta had committed itself to mend the piers."]),
        ("Malta committed to open two harbours.", None),
        ("It was firmly committed to mending all piers.", []),
        ("It would once again be preparing a midterm report.", ["It would once again be preparing a midterm report."]),
        ("The Government had decided to submit a mid-term report.", None),
        ("Malta was committed to human rights and to the review.", []),
        ("Malta would continue to paint its piers.", []),
        ("Chad had submitted a midterm report in 2013.", []),
    ],
)
def test_pledges_in_what_the_state_says(words: str, pledges: list[str] | None) -> None:
    stated = session_report(words).pledges
    assert [pledge.commitment.text for pledge in stated] == ([words] if pledges is None else pledges)
    assert {(pledge.report, pledge.commitment.place.paragraph) for pledge in stated} <= {("A/HRC/900/4", "712")}


def test_a_pledge_belongs_to_the_review_whose_report_the_section_names() -> None:
    stated = session_report("Malta pledged to build two harbours. It undertook to mend the piers.")
    extracts = review_extracts(DocumentExtract("session.pdf", "0" * 64, SESSION, answers=stated))
    of_review = [(each.text, each.order) for each in extracts["A/HRC/900/4"].commitments]
    assert of_review == [("Malta pledged to build two harbours.", 1), ("It undertook to mend the piers.", 2)]
    assert extracts[""].commitments == ()


@pytest.mark.parametrize(
    ("meeting", "day"),
    [
        (
            "At its 22nd meeting, on 19 March 2015, the Council considered and adopted the outcome of the review of "
            "Malta.",
            19,
        ),
        ("At the 22nd meeting, on 19 March 2015, the delegation of Malta took the floor.", None),
        ("", None),
    ],
    ids=["the outcome was considered", "another sentence with a day", "no meeting"],
)
def test_pledges_bear_the_day_on_which_the_council_considered_the_review(meeting: str, day: int | None) -> None:
    words = (
        f"Malta pledged to open two harbours.\n\n713. {meeting}" if meeting else "Malta pledged to open two harbours."
    )
    stated = session_report(words)
    assert [each.commitment.text for each in stated.pledges] == ["Malta pledged to open two harbours."]
    assert [each.commitment.made_on for each in stated.pledges] == [day and date(2015, 3, day)]


@pytest.mark.parametrize("day", [19, None])
def test_answers_bear_the_same_day(day: int | None) -> None:
    meeting = "At its 22nd meeting, on 19 March 2015, the Council considered the outcome of the review of Malta."
    words = "Malta accepted recommendation 100.1."
    stated = session_report(f"{words}\n\n713. {meeting}" if day else words)
    assert [each.answered_on for each in stated.responses] == [day and date(2015, 3, day)]
