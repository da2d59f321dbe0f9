"""Recommendations that conclusions state by reference to the dialogue."""

import pytest

from indexer.extract.reports.recommendations import extract_recommendations
from models.reviews.states import StateTable
from tests.indexer.printed_report import IDENTITY, report

STATES = StateTable.built_in()


def extract(dialogue: str, conclusion: str) -> list[tuple[str, str]]:
    closing = "32. The delegation thanked all speakers."
    text = f"29. Thanks.\n\n{dialogue}\n\n{closing}\n\nII. Conclusions and/or recommendations\n\n33. {conclusion}\n"
    records = extract_recommendations(report(text), IDENTITY, STATES)
    return [(record.place.paragraph or "", record.text) for record in records]


def noted(reference: str) -> str:
    return f"The recommendations noted in paragraphs {reference} above did not enjoy the support of Slovenia."


TWO = (
    "30. Peru recommended that Slovenia build two large schools. It recommended that Slovenia widen the northern road."
)


@pytest.mark.parametrize(
    ("reference", "texts"),
    [
        ("30", ["build two large schools", "widen the northern road"]),
        ("30 (last sentence)", ["widen the northern road"]),
        ("30 (to widen the road)", ["widen the northern road"]),
        ("30 (on the painting of ships)", []),
    ],
)
def test_a_note_tells_which_request_is_meant(reference: str, texts: list[str]) -> None:
    assert extract(TWO, noted(reference)) == [("30", text) for text in texts]


def test_one_note_describes_all_the_paragraphs_before_it() -> None:
    other = (
        "31. Chad recommended that Slovenia sell two old ships. It recommended that Slovenia widen the southern road."
    )
    found = extract(f"{TWO}\n\n{other}", noted("30 and 31 (to widen the road)"))
    assert found == [("30", "widen the northern road"), ("31", "widen the southern road")]


def test_a_note_on_one_sentence_describes_its_paragraph_alone() -> None:
    other = (
        "31. Chad recommended that Slovenia sell two old ships. It recommended that Slovenia widen the southern road."
    )
    found = extract(f"{TWO}\n\n{other}", noted("30 and 31 (last sentence)"))
    assert found == [
        ("30", "build two large schools"),
        ("30", "widen the northern road"),
        ("31", "widen the southern road"),
    ]


LETTERED = (
    "30. Peru recommended (a) the building of schools; and that Slovenia (b) widen the road: (i) at the harbour, "
    "and (ii) at the bridge."
)


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("30 (a)", [("30(a)", "recommended the building of schools")]),
        (
            "30 (b)",
            [
                ("30(b)(i)", LETTERED[4 : LETTERED.index(", and (ii)")]),
                ("30(b)(ii)", LETTERED[4:-1]),
            ],
        ),
    ],
)
def test_a_part_that_begins_with_no_act_stands_behind_what_leads_to_it_in_print(
    reference: str, found: list[tuple[str, str]]
) -> None:
    assert extract(LETTERED, noted(reference)) == found


def test_a_request_ends_with_its_sentence_and_before_what_the_speaker_said_next() -> None:
    dialogue = "30. Peru recommended that Slovenia build schools near Mr. Osel’s road and thanked the delegation."
    assert extract(dialogue, noted("30")) == [("30", "build schools near Mr. Osel’s road")]


def test_a_recommendation_named_twice_is_one() -> None:
    dialogue = "30. Peru recommended that Slovenia build two large schools."
    twice = f"{noted('30')} The recommendations in paragraph 30 were also examined and are noted."
    assert extract(dialogue, twice) == [("30", "build two large schools")]


@pytest.mark.parametrize(
    "conclusion",
    [
        "The recommendations noted in paragraph 30 above were made by Peru.",  # no answer
        "The plan noted in paragraph 30 did not enjoy the support of Slovenia.",  # no recommendation
        "The recommendations noted in paragraph 30.1 above did not enjoy the support of Slovenia.",  # an item
        "The recommendations noted in paragraph 33 above did not enjoy the support of Slovenia.",  # no dialogue
    ],
)
def test_what_refers_to_no_recommendation_of_the_dialogue(conclusion: str) -> None:
    assert extract("30. Peru recommended that Slovenia build two large schools.", conclusion) == []


def test_a_verb_without_three_words_is_no_request() -> None:
    assert extract("30. Peru recommended more schools.", noted("30")) == [("30", "recommended more schools")]
    assert extract("30. Peru recommended it.", noted("30")) == []


def test_the_speaker_is_the_state_that_recommends_wherever_its_name_stands() -> None:
    dialogue = "30. While praising its schools, the Czech Republic recommended that Slovenia widen the northern road."
    text = f"29. Thanks.\n\n{dialogue}\n\n31. Thanks.\n\nII. Conclusions and/or recommendations\n\n33. {noted('30')}\n"
    (record,) = extract_recommendations(report(text), IDENTITY, STATES)
    assert [(sponsor.state, sponsor.printed) for sponsor in record.sponsors] == [("CZE", "Czech Republic")]


@pytest.mark.parametrize(
    "others",
    ["The lake council had called on Slovenia to sell two old ships.", "It cited bodies that urged it to sell ships."],
)
def test_what_others_recommended_is_not_the_speakers(others: str) -> None:
    dialogue = f"30. Peru spoke. {others} It recommended that Slovenia widen the northern road."
    assert extract(dialogue, noted("30")) == [("30", "widen the northern road")]


def test_a_part_that_leads_on_to_the_next_is_the_sentence_as_printed() -> None:
    sentence = "Peru recommended that Slovenia (a) end the use of fees for pupils or (b) rewards for teachers"
    dialogue = f"30. Peru spoke of schools. {sentence}. It thanked the delegation."
    assert extract(dialogue, noted("30 (a)")) == [("30(a)", sentence)]
    assert extract(dialogue, noted("30 (b)")) == [("30(b)", sentence)]


def test_a_request_keeps_the_pronoun_at_its_end() -> None:
    dialogue = "30. Peru recommended that Slovenia (a) ensure that rules allow it. The State should say so."
    assert extract(dialogue, noted("30 (a)")) == [("30(a)", "ensure that rules allow it")]


def test_the_words_that_lead_to_a_part_are_kept() -> None:
    dialogue = "30. Peru spoke. It recommended that (a) old bridges be painted."
    assert extract(dialogue, noted("30 (a)")) == [("30(a)", "recommended that old bridges be painted")]


@pytest.mark.parametrize(
    ("dialogue", "part", "text"),
    [
        (
            "Peru recommended the following: (a) mend the roads; (b) Slovenia’s plan for bridges should be printed.",
            "(b)",
            "Slovenia’s plan for bridges should be printed",
        ),
        (
            "Peru recommended: (a) to mend the roads; (b) given that rivers rise, to consider buying boats.",
            "(b)",
            "given that rivers rise, to consider buying boats",
        ),
        (
            "Peru recommended that Slovenia (a) mend the roads; (b) through new rules, to sell boats.",
            "(b)",
            "Peru recommended that Slovenia (a) mend the roads; (b) through new rules, to sell boats",
        ),
        (
            "Peru recommended that Slovenia (a) sign and ratify (i) the Lake Convention and (ii) the River Convention.",
            "(a)(ii)",
            "sign and ratify the River Convention",
        ),
        (
            "Peru recommended that Slovenia (a) sign and ratify (i) the Lake Convention and (ii) the River Convention.",
            "(a)",
            "sign and ratify the Lake Convention",
        ),
        (
            "Peru recommended that (a) Slovenia build two roads; Peru also recommended that (b) Slovenia buy boats.",
            "(a)",
            "build two roads",
        ),
        (
            "Peru recommended that Slovenia (a) mend roads; (b) lift what it reserves to articles 9 (2) and 16 (1), "
            "(c), (d) and (g) of the Convention; (c) and buy boats.",
            "(b)",
            "lift what it reserves to articles 9 (2) and 16 (1), (c), (d) and (g) of the Convention",
        ),
        ("Peru recommended to Slovenia to: (a) mend roads; (b) accomplish its goals.", "(b)", "accomplish its goals"),
    ],
)
def test_a_part_is_read_with_no_more_than_it_needs(dialogue: str, part: str, text: str) -> None:
    (first, *_) = extract(f"30. {dialogue}", noted(f"30 {part}"))
    assert first[1] == text


@pytest.mark.parametrize("verb", ["urged", "encouraged", "invited", "called upon"])
def test_a_request_in_another_word(verb: str) -> None:
    dialogue = f"30. Peru liked the road and {verb} Slovenia to widen it further."
    assert extract(dialogue, noted("30")) == [("30", "widen it further")]
