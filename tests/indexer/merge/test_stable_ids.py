"""Ids never change meaning, whatever happens to the clauses and paragraphs of a report."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.merge.stable_ids import Alias, KnownRequest, meaning_of, pair_ids
from models.records.records import Commitment, Place, Recommendation
from tests.invented_records import recommendation

CAT = "Ratify the Optional Protocol to the Convention against Torture"
DEATH = "Abolish the death penalty for all crimes"
GIRLS = "Raise the age of marriage to eighteen years for girls and boys alike"
SCHOOLS = "Open more schools in mountain districts"


class Reading:
    """One review, read again and again."""

    def __init__(self) -> None:
        self.records: list[Recommendation] = []
        self.aliases: list[Alias] = []

    def read(self, *records: Recommendation) -> list[str]:
        known = [
            KnownRequest(old.id, meaning_of(old.text, states), old.place.paragraph or "", old.text, states)
            for old in self.records
            for states in [frozenset(sponsor.state for sponsor in old.sponsors)]
        ]
        self.records, self.aliases = pair_ids(records, known, self.aliases)
        return [record.id.removeprefix("SVN-20-") for record in self.records]

    def follow(self, old_id: str) -> str | None:
        """The text that an address leads to; None where it says "withdrawn"."""
        texts = {record.id.removeprefix("SVN-20-"): record.text for record in self.records}
        leads_to = {alias.old_id.removeprefix("SVN-20-"): alias.id for alias in self.aliases}
        if old_id in texts:
            assert old_id not in leads_to
            return texts[old_id]
        target = leads_to[old_id]
        return None if target is None else texts[target.removeprefix("SVN-20-")]


def requests(paragraph: str, *texts: str) -> list[Recommendation]:
    return [recommendation(text, paragraph, clause) for clause, text in enumerate(texts, 1)]


def test_first_reading_numbers_asks_as_printed() -> None:
    assert Reading().read(*requests("100.1", CAT, DEATH), *requests("100.2", GIRLS)) == [
        "100.1-1",
        "100.1-2",
        "100.2-1",
    ]


@pytest.mark.parametrize(
    ("before", "after", "ids"),
    [
        pytest.param(requests("5", CAT, DEATH), requests("5", CAT, DEATH), ["5-1", "5-2"], id="nothing changed"),
        pytest.param(
            requests("5", CAT, DEATH), requests("5", GIRLS, CAT, DEATH), ["5-3", "5-1", "5-2"], id="one more in front"
        ),
        pytest.param(
            requests("5", CAT, DEATH), requests("5", CAT, GIRLS, DEATH), ["5-1", "5-3", "5-2"], id="one more between"
        ),
        pytest.param(requests("5", CAT, DEATH), requests("5", DEATH, CAT), ["5-2", "5-1"], id="order changed"),
        pytest.param(requests("5", CAT, DEATH), requests("5", DEATH), ["5-2"], id="one less"),
        pytest.param(
            requests("5", CAT), requests("5", CAT.upper() + "!"), ["5-1"], id="case and punctuation do not count"
        ),
        pytest.param(
            requests("5", GIRLS), requests("5", GIRLS.replace("eighteen", "eigh teen")), ["5-1"], id="read better"
        ),
        pytest.param(requests("5", CAT), requests("5", DEATH), ["5-2"], id="another ask never gets the id"),
        pytest.param(requests("5", CAT), requests("6", CAT), ["6-1"], id="paragraph numbered anew"),
        pytest.param(
            [*requests("5", CAT), *requests("6", DEATH)],
            [*requests("5", DEATH), *requests("6", CAT)],
            ["5-2", "6-2"],
            id="swapped",
        ),
    ],
)
def test_ids_of_second_reading(before: list[Recommendation], after: list[Recommendation], ids: list[str]) -> None:
    reading = Reading()
    reading.read(*before)
    assert reading.read(*after) == ids


def test_old_addresses_are_followed_when_paragraphs_are_numbered_anew() -> None:
    reading = Reading()
    reading.read(*requests("5", CAT), *requests("6", DEATH))
    reading.read(*requests("5", DEATH), *requests("6", CAT))
    assert reading.follow("5-1") == CAT
    assert reading.follow("6-1") == DEATH


def test_chains_are_flattened() -> None:
    reading = Reading()
    for paragraph in ("5", "6", "7"):
        reading.read(*requests(paragraph, CAT))
    assert [(alias.old_id, alias.id) for alias in reading.aliases] == [
        ("SVN-20-6-1", "SVN-20-7-1"),
        ("SVN-20-5-1", "SVN-20-7-1"),
    ]


def test_an_ask_that_moves_back_gets_its_first_id_again() -> None:
    reading = Reading()
    reading.read(*requests("5", CAT))
    reading.read(*requests("6", CAT), *requests("5", DEATH))
    assert reading.read(*requests("5", DEATH, CAT)) == ["5-2", "5-1"]
    assert reading.follow("6-1") == CAT


def test_a_withdrawn_id_waits_for_its_ask() -> None:
    reading = Reading()
    reading.read(*requests("5", CAT, DEATH))
    reading.read(*requests("5", DEATH))
    assert reading.follow("5-1") is None
    assert reading.read(*requests("5", GIRLS, DEATH)) == ["5-3", "5-2"]
    assert reading.read(*requests("5", CAT, DEATH)) == ["5-1", "5-2"]
    assert reading.follow("5-3") is None


def test_same_words_of_another_sponsor_are_another_ask() -> None:
    french, german = (
        recommendation(CAT, paragraph, sponsors=(state,)) for paragraph, state in [("5", "FRA"), ("6", "DEU")]
    )
    reading = Reading()
    reading.read(french, german)
    reading.read(german)
    assert reading.follow("5-1") is None


def test_likeness_needs_a_sponsor_in_common() -> None:
    reading = Reading()
    reading.read(recommendation(GIRLS, "5", sponsors=("FRA",)))
    assert reading.read(recommendation(GIRLS.replace("girls", "girl"), "5", sponsors=("DEU",))) == ["5-2"]


def test_an_id_made_of_words_leads_to_the_place_once_a_report_is_known() -> None:
    from_report = recommendation(CAT, "5")
    from_table = replace(from_report, place=replace(from_report.place, paragraph=None))
    reading = Reading()
    (old_id,) = reading.read(from_table)
    assert reading.read(from_report) == ["5-1"]
    assert reading.follow(old_id) == CAT


def test_the_meaning_kept_with_an_id_is_of_words_and_sponsors_and_never_changes() -> None:
    # In the aliases of all index folders.
    assert meaning_of("Plant trees!", ["FRA", "DEU"]) == meaning_of("plant  trees", ["DEU", "FRA"]) == "c86c4e28dd"


TEXTS = [CAT, DEATH, GIRLS, SCHOOLS]
REPORTS = st.lists(
    st.tuples(st.sampled_from(["5", "6", "7"]), st.sampled_from(TEXTS)),
    unique_by=lambda request: request[1],
    max_size=4,
)


@given(st.lists(REPORTS, min_size=1, max_size=6))
def test_an_address_never_shows_another_ask(reports: list[list[tuple[str, str]]]) -> None:
    reading = Reading()
    first_meaning: dict[str, str] = {}
    for report in reports:
        places: dict[str, int] = {}
        records = []
        for paragraph, text in sorted(report):
            places[paragraph] = places.get(paragraph, 0) + 1
            records.append(recommendation(text, paragraph, places[paragraph]))
        ids = reading.read(*records)
        assert len(set(ids)) == len(ids)
        for record_id, record in zip(ids, reading.records, strict=True):
            assert first_meaning.setdefault(record_id, record.text) == record.text
        given = reading.records, reading.aliases
        reading.read(*records)
        assert (reading.records, reading.aliases) == given, "reading the same again changes nothing"
        present = {text for _, text in report}
        for old_id, text in first_meaning.items():
            assert reading.follow(old_id) == (text if text in present else None)


LETTERS = "abcdefghij" * 10


@pytest.mark.parametrize(("misread", "ids"), [(10, ["5-1"]), (11, ["5-2"])])
def test_nine_tenths_of_the_letters_make_it_the_request_it_was(misread: int, ids: list[str]) -> None:
    reading = Reading()
    reading.read(*requests("5", LETTERS))
    assert reading.read(*requests("5", "1" * misread + LETTERS[misread:])) == ids


def test_commitments_are_known_again_by_their_words_in_one_paragraph() -> None:
    place = Place("A/HRC/900/1", "113", 20)
    roads, huts = (
        Commitment("SVN", 20, place, order, text) for order, text in enumerate(["Mend roads", "Mend huts"], 1)
    )
    known = [
        KnownRequest(record.id, meaning_of(record.text, ()), "c-A.HRC.900.1-113", record.text)
        for record in (roads, huts)
    ]
    more = replace(huts, order=3), replace(roads, text="Open schools", order=1), replace(roads, order=2)
    named, aliases = pair_ids(more, known, [])
    assert [(record.text, record.order) for record in named] == [
        ("Mend huts", 2),
        ("Open schools", 3),
        ("Mend roads", 1),
    ]
    assert aliases == []


def test_a_request_that_was_brought_together_leads_to_the_sentence_that_holds_it() -> None:
    reading = Reading()
    sign = recommendation("Sign the Lake Convention", "5", 1, sponsors=["PER"])
    ratify = recommendation("ratify the Lake Convention", "5", 2, sponsors=["TCD"])
    reading.read(sign, ratify)
    printed = "Sign (Peru)/ratify (Chad) the Lake Convention"
    reading.read(recommendation(printed, "5", 1, sponsors=["PER", "TCD"]), recommendation(GIRLS, "5", 2))
    assert [reading.follow(old_id) for old_id in ("5-1", "5-2")] == [printed, printed]


def test_one_whose_words_or_states_are_gone_is_withdrawn() -> None:
    reading = Reading()
    reading.read(
        recommendation("Sign the Lake Convention", "5", 1, sponsors=["PER"]),
        recommendation("Mend the old bridges of the valley", "5", 2, sponsors=["TCD"]),
    )
    reading.read(recommendation("Ratify (Chad) or sign (Mali) the Lake Convention", "5", 1, sponsors=["TCD", "MLI"]))
    assert [reading.follow(old_id) for old_id in ("5-1", "5-2")] == [None, None]
