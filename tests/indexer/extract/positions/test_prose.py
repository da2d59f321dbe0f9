"""Sentences on numbers, on all recommendations, and sentences that count them."""

import pytest

from indexer.extract.positions.prose import read_prose, sentences
from indexer.extract.positions.totals import stated_totals
from models.records.enums import Position

YES, NO = Position.SUPPORTED, Position.NOTED


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "The Government accepts recommendations 1 and 2 and notes recommendation 3.",
            {"1": YES, "2": YES, "3": NO},
        ),
        (
            "Recommendations 1 and 2 are accepted, while recommendation 3 is noted.",
            {"1": YES, "2": YES, "3": NO},
        ),
        ("Recommendation No. 5 is accepted.", {"5": YES}),
        ("Recommendations Nos. 5 and 6 are not accepted.", {"5": NO, "6": NO}),
        ("Recommendations 1 and 2 are part of the recommendations that enjoy its support.", {"1": YES, "2": YES}),
        ("The Government accepts all recommendations, except recommendation 122.5.", {"*": YES, "122.5": NO}),
        ("It accepts all recommendations, except recommendations 5 and 6.", {"*": YES, "5": NO, "6": NO}),
        (
            "Le Tchad accepte toutes les recommandations, à l’exception des recommandations 5 et 6.",
            {"*": YES, "5": NO, "6": NO},
        ),
        ("Chad acepta todas las recomendaciones, con excepción de la recomendación 5.", {"*": YES, "5": NO}),
        ("It accepts recommendations 4 to 6, with the exception of recommendation 5.", {"4": YES, "5": NO, "6": YES}),
        ("All other recommendations are noted.", {"*": NO}),
        ("The remaining recommendations do not enjoy the support of Malta.", {"*": NO}),
        ("Toutes les autres recommandations sont notées.", {"*": NO}),
        ("The Government accepts all recommendations made by Algeria.", {}),
        ("The Government accepts all recommendations on women's rights.", {}),
        ("Although it accepted most of the recommendations, it was silent on recommendations 36 and 37.", {}),
        ("With regard to recommendations 1 to 4, Chad accepted the recommendation regarding treaties.", {}),
        (
            "With regard to recommendations 5 and 6, Chad supported these recommendations, except for the last words.",
            {"5": NO, "6": NO},
        ),
        ("As explained in paragraph 12 above, the Government accepts the recommendation.", {}),
        (
            "The recommendations in paragraphs 27 (b), (c) did not enjoy the support of Chad.",
            {"27(b)": NO, "27(c)": NO},
        ),
        (
            "Le Tchad accepte les recommandations nos 1 et 2 et prend note de la recommandation no 3.",
            {"1": YES, "2": YES, "3": NO},
        ),
        (
            "El Gobierno acepta la recomendación 115.1 y toma nota de la recomendación 115.2.",
            {"115.1": YES, "115.2": NO},
        ),
        # the active voice takes the words before a list, the passive those behind it
        ("It accepts recommendation 1, and recommendation 2 is noted.", {"1": YES, "2": YES}),
        ("Recommendation 1 is accepted and it notes recommendation 2 and is silent.", {"1": YES, "2": NO}),
        # an exception that names no numbers limits those before it; one from all recommendations does not
        ("Chad accepts recommendations 1 and 2, except their last words.", {"1": NO, "2": NO}),
        ("Chad accepts all recommendations, and recommendation 3, except the last words.", {"*": YES, "3": YES}),
        ("Chad accepts recommendations 1 to 4, except recommendation 2 and 3.", {"1": YES, "2": NO, "3": NO, "4": YES}),
        ("Chad accepts recommendations 1 to 3 except recommendation 2, which it notes.", {"1": YES, "2": NO, "3": YES}),
        ("Except for recommendation 2, Chad accepts recommendations 1 and 3.", {"2": NO, "1": YES, "3": YES}),
        # an answer that is announced for all others answers none of them
        ("All other recommendations will be examined.", {}),
        # words beside "all recommendations" are five at most
        ("All recommendations have after long talks been accepted.", {"*": YES}),
        ("All recommendations have after some long talks been accepted.", {}),
        ("As explained in paragraph 12 above, Chad accepts recommendation 5.", {"5": YES}),
        ("The recommendation in paragraph 12 is accepted.", {"12": YES}),
        # one of several numbers: nobody can say which
        ("Concerning recommendations 1 and 2, Chad accepts the recommendation.", {}),
        ("Concerning recommendation 1, Chad accepts the recommendation.", {"1": YES}),
        # recommendations of its own, unless it points on to the list
        ("Chad accepts the following recommendations: recommendations 5 and 6.", {"5": YES, "6": YES}),
        ("Chad accepts recommendations 1 and 2, and recommendations 3 and 4.", dict.fromkeys("1234", YES)),
        # what is said of other numbers limits none before them
        (
            "Recommendations 5.1 and 5.2 were accepted by Parliament, 5.3 was partially accepted, and 5.4 rejected.",
            {"5.1": YES, "5.2": YES, "5.3": NO, "5.4": NO},
        ),
        (
            "Les recommandations 5.1 et 5.2 sont acceptées, 5.3 est acceptée en partie.",
            {"5.1": YES, "5.2": YES, "5.3": NO},
        ),
        (
            "Las recomendaciones 5.1 y 5.2 fueron aceptadas, 5.3 fue aceptada en parte.",
            {"5.1": YES, "5.2": YES, "5.3": NO},
        ),
        ("Chad supports recommendations 5.1, 5.2 and the first part of 5.3.", {"5.1": YES, "5.2": YES, "5.3": NO}),
        (
            "Las recomendaciones 5.1 y 5.2 se aceptan; la recomendación 5.3 no se acepta.",
            {"5.1": YES, "5.2": YES, "5.3": NO},
        ),
        (
            "Chad fully accepts 15.1 and 15.2, partially accepts 15.3, and in principle supports 15.4.",
            {"15.1": YES, "15.2": YES, "15.3": NO, "15.4": NO},
        ),
        (
            "Le Tchad accepte la recommandation 15.1, accepte en partie la recommandation 15.2.",
            {"15.1": YES, "15.2": NO},
        ),
        ("Chad accepts recommendation 15.1, in part, as it supports women.", {"15.1": NO}),
        ("Chad accepts recommendations 15.1 up to and including 15.3.", {"15.1": YES, "15.2": YES, "15.3": YES}),
        ("Chad accepts fully recommendation 15.1 and partly recommendation 15.2.", {"15.1": YES, "15.2": NO}),
        ("Chile acepta plenamente la recomendación 15.1 y en parte la recomendación 15.2.", {"15.1": YES, "15.2": NO}),
        ("Le Tchad accepte la recommandation 15.1 et une partie de la recommandation 15.2.", {"15.1": YES, "15.2": NO}),
        # a pronoun, with what may follow a position
        ("Regarding recommendation 5.1, Chad cannot accept it at this stage.", {"5.1": NO}),
        ("As to recommendations 5.1 and 5.2, Chad had noted them in the same way.", {"5.1": NO, "5.2": NO}),
        ("As to recommendations 5.1 and 5.2, Chad supported them, given the law.", {"5.1": YES, "5.2": YES}),
        # "the following" alone are recommendations where numbers follow
        ("Chad has decided to accept the following: 5.1, 5.2.", {"5.1": YES, "5.2": YES}),
        ("The following could not be accepted: 5.1; 5.2.", {"5.1": NO, "5.2": NO}),
        ("We support the following in part: 62, 63.", {"62": NO, "63": NO}),
        ("The following are laws that women support: 5.1, 5.2.", {}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_number_gets_the_position_of_its_own_words(text: str, answers: dict[str, Position]) -> None:
    read = read_prose(text)

    assert {(a.reference.number if a.reference else "*"): a.answer.position for a in read.answers} == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("Chad accepts the recommendations in paragraph 61.", {"61": (YES, True)}),
        (
            "All recommendations listed in paragraphs 61 and 62 of the report enjoy the support of Chad.",
            {"61": (YES, True), "62": (YES, True)},
        ),
        ("The remaining recommendations in paragraph 61 are noted.", {"61": (NO, True)}),
        (
            "Chad accepts the 25 recommendations contained in paragraph 61, except 61.3.",
            {"61": (YES, True), "61.3": (NO, False)},
        ),
        ("Le Tchad prend note des recommandations figurant au paragraphe 61 du rapport.", {"61": (NO, True)}),
        ("Chile acepta las recomendaciones que figuran en el párrafo 61 del informe.", {"61": (YES, True)}),
        ("Chad accepts the recommendations in paragraph 61, with the exception of:", {"61": (YES, True)}),
        # a part of a list, which nobody can tell from the rest
        ("Chad accepts the recommendations in paragraph 61, with the exception of those on women.", {}),
        ("Most of the recommendations in paragraph 61 are accepted.", {}),
        ("The recommendations in paragraph 61 on women are noted.", {}),
        ("La plupart des recommandations figurant au paragraphe 61 sont acceptées.", {}),
        ("La mayoría de las recomendaciones que figuran en el párrafo 61 son aceptadas.", {}),
        # a position on something else
        ("Chad welcomes the recommendations in paragraph 61 and accepts recommendation 61.4.", {"61.4": (YES, False)}),
        # one recommendation is a paragraph of the dialogue
        ("The recommendation in paragraph 12 is accepted.", {"12": (YES, False)}),
    ],
)
def test_every_recommendation_of_a_list_may_be_answered_by_its_paragraph(
    text: str, answers: dict[str, tuple[Position, bool]]
) -> None:
    read = read_prose(text, {"61"})

    assert {a.reference.number: (a.answer.position, a.on_list) for a in read.answers if a.reference} == answers


@pytest.mark.parametrize(
    "text",
    [
        "The following recommendations enjoy the support of Chad:",
        "Les recommandations ci-après recueillent l'adhésion du Tchad.",
    ],
)
def test_a_sentence_may_point_on_to_what_stands_below(text: str) -> None:
    points_on = read_prose(text).points_on

    assert points_on is not None
    assert points_on.position is YES


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        ("The Government accepts 142 recommendations.", {(142, YES)}),
        ("Chad notes 21 recommendations for the time being.", {(21, NO)}),
        ("It had supported a total of 182 recommendations and noted 33 recommendations.", {(182, YES), (33, NO)}),
        (
            "Out of 159 recommendations received, Chad had supported 117 recommendations and noted 42.",
            {(159, None), (117, YES), (42, NO)},
        ),
        ("It had rejected only 5 of the 97 recommendations made.", {(5, NO), (97, None)}),
        (
            "Chad answers the remaining 157 recommendations, of which 124 are now supported and 33 noted.",
            {(124, YES), (33, NO)},
        ),
        ("Chad was unable to accept the remaining 54 recommendations.", {(54, NO)}),
        ("It was not in a position to support 12 recommendations.", {(12, NO)}),
        ("Chad was not able to accept 12 recommendations.", {(12, NO)}),
        ("Chad was unable, at this stage, to accept 12 recommendations.", {(12, NO)}),
        ("Chad was able to accept 12 recommendations.", {(12, YES)}),
        ("The report contains 163 recommendations.", {(163, None)}),
        ("The Government built 142 schools.", set()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_totals_are_read_as_a_check(text: str, totals: set[tuple[int, Position | None]]) -> None:
    assert {(total.count, total.position) for total in stated_totals(text)} == totals


def test_a_sentence_with_numbers_points_on_to_nothing() -> None:
    assert read_prose("The following recommendations are accepted: 122.5.").points_on is None
    assert read_prose("The following recommendations are on schools:").points_on is None


def test_a_sentence_that_answers_counts_nothing() -> None:
    assert read_prose("Chad accepts 142 recommendations and notes recommendation 5.").totals == ()


def test_words_of_an_exception_are_kept_with_those_of_the_position() -> None:
    read = read_prose("Chad accepts recommendations 1 and 2, except recommendation 2.")
    assert [(a.reference.number, a.answer.words) for a in read.answers if a.reference] == [
        ("1", "accepts"),
        ("2", "accepts … except"),
    ]
    read = read_prose(
        "Le Tchad accepte les recommandations 5.1, 5.2 et la première partie de 5.3, à l’exception de 5.2."
    )
    assert [(a.reference.number, a.answer.words) for a in read.answers if a.reference] == [
        ("5.1", "accepte"),
        ("5.3", "accepte … première partie"),
        ("5.2", "accepte … à l’exception de"),
    ]


def test_a_total_answers_no_number() -> None:
    assert read_prose("The Government accepts 142 recommendations.").answers == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two.", 2),
        ("See recommendation No. 5 of the list.", 1),
        ("The Convention (No. 118) is ratified. Another follows.", 2),
        ("Paragraphs 26 (b); 27 (b); 28 are noted.", 1),
        ("First paragraph\nsecond paragraph", 2),
        ("Nos. 122.14. 122.15 are noted.", 1),
        ("It is of art. 5. Another follows.", 2),
        ("It is noted; 28 is not.", 1),
        ("It is noted; another is not.", 2),
        ("a" * 10_000, 1),
        ("a" * 10_001, 2),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_sees_it(text: str, count: int) -> None:
    assert len(list(sentences(text))) == count
