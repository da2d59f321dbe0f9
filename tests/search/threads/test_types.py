"""Kinds of pairs of recommendations, with the cosine that an encoder would give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.records.enums import ThreadType
from search.threads.types import Comparison, ThreadNumbers, threads_between
from search.threads.words import read_request
from tests.calibrations import LETTERS

SAME, SIMILAR, NONE = ThreadType

NUMBERS = LETTERS.numbers("threads", ThreadNumbers)
PAIRS = {
    "word for word": ("Ratify the OP-CAT", "Ratify the OP-CAT", 1.0, SAME),
    "abbreviation and title": ("Ratify the OP-CAT", "Accede to the Optional Protocol to the CAT", 0.7, SAME),
    "in the order of two requests": (
        "End censorship of newspapers and open the archives",
        "Open the archives and end newspaper censorship",
        0.9,
        SAME,
    ),
    "same where the vectors are far apart": ("Ratify the OP-CAT", "Accede to OPCAT without delay", 0.1, SAME),
    "a strategy, then efforts": (
        "Adopt a national strategy on combating domestic violence",
        "Strengthen the efforts to combat domestic violence",
        0.9,
        SIMILAR,
    ),
    "a crime, then efforts": ("Criminalise harmful fishing", "Combat harmful fishing", 0.85, SIMILAR),
    "asked for, then only considered": ("Ratify the OP-CAT", "Consider ratifying the OP-CAT", 0.95, SIMILAR),
    "considered, then asked for": ("Consider ratifying the OP-CAT", "Ratify the OP-CAT", 0.95, SIMILAR),
    "asked for, then to be continued": ("Fight child labour", "Continue to fight child labour", 0.95, SIMILAR),
    "conventions by number": (
        "Ratify the ILO Convention No. 169",
        "Ratify the ILO Convention No. 189",
        0.95,
        SIMILAR,
    ),
    "persons that differ": (
        "Adopt a national strategy on the rights of women",
        "Adopt a national strategy on the rights of older persons",
        0.9,
        NONE,
    ),
    "a ban, then a law with it": (
        "Prohibit harmful fishing in lagoons",
        "Adopt a law that prohibits harmful fishing in lagoons",
        0.9,
        SIMILAR,
    ),
    "the contrary": ("Criminalise defamation", "Decriminalise defamation", 0.95, SIMILAR),
    "two treaties more": ("Ratify the OP-CAT", "Ratify the OP-CAT, the CED and the ICRMW", 0.85, SIMILAR),
    "other measures": (
        "Train judges on violence against women",
        "Open shelters for victims of violence against women",
        0.7,
        SIMILAR,
    ),
    "another treaty": ("Ratify the OP-CAT", "Ratify the OP-CEDAW", 0.45, NONE),
    "treaty and its substance": ("Ratify the OP-CEDAW", "Open shelters for battered wives", 0.4, NONE),
    "another thing": ("Plant trees along roads", "Let judges visit crowded prisons", 0.1, NONE),
    "only words of any request in common": (
        "Continue to take all necessary measures to promote dialysis",
        "Continue to take all necessary measures to promote chess",
        0.35,
        NONE,
    ),
    "what any request says, twice": (
        "Continue to promote and protect human rights",
        "Continue to promote and protect human rights",
        0.5,
        SIMILAR,
    ),
    "empty": ("", "", 1.0, NONE),
    "verbs alone": ("Ratify", "Ratify", 1.0, NONE),
}


def thread_kind(earlier: str, later: str, cosine: float, least: float = NUMBERS.linked) -> ThreadType:
    pair = Comparison(read_request(earlier), read_request(later), cosine)
    ((kind, _),) = threads_between([pair], NUMBERS.curve, least)
    return kind


@pytest.mark.parametrize(("earlier", "later", "cosine", "expected"), PAIRS.values(), ids=PAIRS)
def test_kind_of_a_pair(earlier: str, later: str, cosine: float, expected: ThreadType) -> None:
    assert thread_kind(earlier, later, cosine) == expected


def test_among_all_recommendations_to_a_state_more_is_needed_to_link_two() -> None:
    earlier, later = "Fight dust in quarries", "Fence all quarries and water their roads"
    assert thread_kind(earlier, later, 0.65) != ThreadType.NONE
    assert thread_kind(earlier, later, 0.65, NUMBERS.sure) == ThreadType.NONE


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("Prohibit harmful fishing in lagoons", 1.0),
        ("Continue efforts", 0.4 / 0.6),  # two words of 0.2, beside the least weight
    ],
)
def test_a_request_of_little_weight_holds_less_than_itself(text: str, share: float) -> None:
    request = read_request(text)
    assert Comparison(request, request, 1.0).shared == pytest.approx(share)


def test_requests_that_say_nothing_are_not_linked_however_near() -> None:
    assert thread_kind("On the", "On the", 1.0, 0.0) == ThreadType.NONE


REQUESTS = st.sampled_from([text for pair in PAIRS.values() for text in pair[:2]])


@given(REQUESTS, REQUESTS, st.floats(-1, 1), st.floats(0, 1))
def test_nearer_vectors_never_make_a_link_less_likely(earlier: str, later: str, cosine: float, more: float) -> None:
    before, now = read_request(earlier), read_request(later)
    pairs = [Comparison(before, now, cosine), Comparison(before, now, min(cosine + more, 1.0))]
    (_, less), (_, near) = threads_between(pairs, NUMBERS.curve, NUMBERS.linked)
    assert 0 <= less <= near <= 1


@given(REQUESTS, REQUESTS, st.floats(-1, 1))
def test_the_kind_does_not_depend_on_the_order(one: str, other: str, cosine: float) -> None:
    assert thread_kind(one, other, cosine) == thread_kind(other, one, cosine)
