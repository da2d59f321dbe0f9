"""Records of one report in several languages, brought together by number, States and place."""

from dataclasses import replace

import pytest

from indexer.merge.languages import join_languages, preference
from models.records.records import Commitment, Place, Recommendation, Sponsor
from tests.invented_records import recommendation


def request(language: str, paragraph: str, text: str, *states: str, clause: int = 1) -> Recommendation:
    record = recommendation(text, paragraph, clause)
    sponsors = tuple(Sponsor(state, state) for state in states)
    quoted = f"{text} ({', '.join(states)})"
    place = Place("A/HRC/928/15", paragraph, 14 if language == "en" else 17)
    return replace(record, sponsors=sponsors, language=language, quoted=quoted, place=place)


def wordings(record: Recommendation | Commitment) -> list[tuple[str, str]]:
    return [(wording.language, wording.text) for wording in record.wordings]


def test_english_is_the_main_language_and_others_follow_by_code() -> None:
    assert sorted(["fr", "es", "en"], key=preference) == ["en", "es", "fr"]
    records = [request(language, "5.1", language, "FRA") for language in ("fr", "en", "es")]
    (joined,) = join_languages(records, []).recommendations
    assert (joined.text, wordings(joined)) == ("en", [("es", "es"), ("fr", "fr")])
    assert [wording.place.page for wording in joined.wordings] == [17, 17]


def test_requests_of_a_paragraph_are_told_by_their_states() -> None:
    english = [request("en", "5.1", "paint", "FRA"), request("en", "5.1", "sell", "PER", clause=2)]
    french = [request("fr", "5.1", "vendre", "PER"), request("fr", "5.1", "peindre", "FRA", clause=2)]
    joined = join_languages([*english, *french], []).recommendations
    assert [(each.text, wordings(each)) for each in joined] == [
        ("paint", [("fr", "peindre")]),
        ("sell", [("fr", "vendre")]),
    ]


def test_requests_of_the_same_states_are_told_by_their_place() -> None:
    english = [request("en", "5.1", "paint", "FRA"), request("en", "5.1", "sell", "FRA", clause=2)]
    french = [request("fr", "5.1", "peindre", "FRA"), request("fr", "5.1", "vendre", "FRA", clause=2)]
    joined = join_languages([*english, *french], []).recommendations
    assert [wordings(each) for each in joined] == [[("fr", "peindre")], [("fr", "vendre")]]


def test_a_request_that_cannot_be_told_has_the_whole_paragraph() -> None:
    english = [request("en", "5.1", "paint", "FRA"), request("en", "5.1", "sell", "FRA", clause=2)]
    joined = join_languages([*english, request("fr", "5.1", "peindre et vendre", "FRA")], []).recommendations
    assert [wordings(each) for each in joined] == [[("fr", "peindre et vendre (FRA)")]] * 2


def test_a_paragraph_of_one_language_alone_stands_where_that_prints_it() -> None:
    english = [request("en", number, number, "FRA") for number in ("5.1", "5.4", "6.1")]
    french = [request("fr", number, number, "FRA") for number in ("5.1", "5.2", "5.3", "5.4")]
    joined = join_languages([*english, *french], [])
    assert [(each.place.paragraph, each.language) for each in joined.recommendations] == [
        ("5.1", "en"),
        ("5.2", "fr"),
        ("5.3", "fr"),
        ("5.4", "en"),
        ("6.1", "en"),
    ]
    assert joined.warnings == (
        "A/HRC/928/15 was read otherwise in French than in English at 6.1, 5.2, 5.3: compare numbers, recommending "
        "States and positions with the document. What both have is used as in English.",
    )


def test_one_language_is_left_as_it_is() -> None:
    records = tuple(request("en", number, number, "FRA") for number in ("5.1", "5.1", "5.2"))
    assert join_languages(records, []) == type(join_languages([], []))(records, (), ())


@pytest.mark.parametrize("languages", [("en", "fr"), ("fr", "en")])
def test_commitments_of_one_place_are_one(languages: tuple[str, str]) -> None:
    place = Place("A/HRC/928/15", "8", 20)
    pledges = [
        Commitment("SVN", 20, place, order, f"{language} {order}", language)
        for language in languages
        for order in (1, 2)
    ]
    joined = join_languages([], pledges)
    assert [(each.text, wordings(each)) for each in joined.commitments] == [
        ("en 1", [("fr", "fr 1")]),
        ("en 2", [("fr", "fr 2")]),
    ]
    assert joined.warnings == ()


def test_commitments_that_differ_in_number_are_told() -> None:
    place = Place("A/HRC/928/15", "8", 20)
    pledges = [Commitment("SVN", 20, place, 1, "open", "en")]
    pledges += [Commitment("SVN", 20, place, order, f"ouvrir {order}", "fr") for order in (1, 2)]
    joined = join_languages([], pledges)
    assert [(each.text, wordings(each)) for each in joined.commitments] == [("open", [])]
    assert joined.warnings == (
        "A/HRC/928/15, paragraph 8 was read with more voluntary commitments in one language than in another: "
        "compare them with the document.",
    )
