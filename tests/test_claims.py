"""What may be said of records is said in search.claims alone, and some words are nobody's."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from babel.messages.pofile import read_po

from models.messages.message import StateName
from models.records.enums import Position, Qualified, ThreadType
from models.records.records import Place
from search import (
    answer_claim,
    by_change,
    codings_in_words,
    comments_on,
    position_badge,
    position_in_words,
    position_meaning,
    similar_found,
)
from search.claims.approach import recommended_to
from search.claims.basis import RestsOn
from search.datamodel.answer import FacetValue
from search.datamodel.threads import SimilarInReview, ThreadLink
from tests.paths import REPOSITORY
from tests.web.invented_records import recommendation

NOBODYS = re.compile(
    r"did not agree|not agreed?\b|agreed to|\brefuse[sd]?\b|(?<!cannot )\brejects?\b|rejected|\bweaker\b"
    r"|go(?:es)? further|took (?:it|them|an ask|asks) up|taken? up\b(?! in)|(?:is|are) expected to|clearly support"
    r"|(?<!which )says the same",
    re.I,
)
"""No State agrees, refuses or is expected to anything here, and nothing goes further than another."""
OF_MACHINES = re.compile(r"the server refuses|server refuses connections|connection refused|take this up in", re.I)
"""Servers refuse; and an organisation asks the Council, in its own paper, to take something up."""
OF_RECORDS = re.compile(
    r"%\((?:state|own|coder)\)s (?:itself )?(?:supported|noted|answered|coded|codes|gave no|did not)"
    r"|\b(?:supported|noted|answered|coded) by %\(|\b(?:answer|comment) (?:of|by) %\(state\)s.* not in|no answer in"
    r"|similar (?:in|found)|asks? the same|recommended again|made again|gave no comment|hold no comment"
    r"|the state gave (?:the|another)",
    re.I,
)
"""How sentences on answers, links and their absence read."""
PAPERS = ("web/papers/",)
"""In which the organisation speaks; they take what is said of records from search.claims."""


def messages() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each message in English, with the files that say it."""
    for domain in ("messages", "commands"):
        with (REPOSITORY / f"web/translations/{domain}.pot").open("rb") as file:
            for message in read_po(file):
                files = tuple(place for place, _ in message.locations)
                for words in message.id if isinstance(message.id, tuple) else (message.id,):
                    yield words, files


def test_words_that_are_nobodys_are_said_nowhere() -> None:
    said = [words for words, _ in messages() if NOBODYS.search(OF_MACHINES.sub("", words))]
    assert said == []


def test_sentences_on_records_are_made_in_one_place() -> None:
    elsewhere = [
        (words, files)
        for words, files in messages()
        if OF_RECORDS.search(words)
        for others in [[file for file in files if not file.startswith(("search/claims/", *PAPERS))]]
        if others and not _are_definitions(words)
    ]
    assert elsewhere == []


def _are_definitions(words: str) -> bool:
    """Whether it says what a position means, of no record."""
    return words.startswith(("A State under review", "Where several States asked for the same"))


@pytest.mark.parametrize("words", ["The State did not agree.", "goes further", "Ghana refused", "It took it up"])
def test_the_scan_finds_such_words(words: str) -> None:
    assert NOBODYS.search(OF_MACHINES.sub("", words))


VELLANIA = StateName("XAA", "Vellania")
ANSWERED = recommendation(position=Position.NOTED, position_words="takes note")
IN_PART = recommendation(position=Position.NOTED, qualified=Qualified.PART, position_words="accepts the first half")
CODED = recommendation(
    position=Position.NOTED, position_source=Place("UPR Info", None, None), position_words="Rejected"
)
UNKNOWN = recommendation(position=Position.UNKNOWN, position_source=None)


def test_a_position_that_a_document_gives_is_a_fact() -> None:
    badge = position_badge(ANSWERED)
    assert (badge.words, badge.rests_on, badge.source) == ("Noted", RestsOn.FACT, ANSWERED.position_source)
    assert answer_claim(ANSWERED, VELLANIA).words == "Vellania noted this recommendation."
    assert answer_claim(IN_PART, VELLANIA).words == (
        "Vellania noted this recommendation (supports in part: “accepts the first half”)."
    )
    assert answer_claim(UNKNOWN, VELLANIA).words == ("The answer of the State itself is not in the documents indexed.")


def test_a_coding_names_its_table_and_says_nothing_of_the_state() -> None:
    badge = position_badge(CODED)
    assert (badge.words, badge.rests_on) == ("Coded noted by UPR Info", RestsOn.CODING)
    assert answer_claim(CODED, VELLANIA) == badge
    assert "what it never answered" in position_meaning(CODED)
    assert position_in_words(CODED) == "noted (coded “Rejected” by UPR Info)"
    assert position_in_words(CODED, quoting=False) == "noted (coded by UPR Info)"


def test_behind_the_words_of_a_recommendation_stands_what_its_answer_rests_on() -> None:
    assert recommended_to(CODED, VELLANIA) == "recommended to Vellania in 2014 (noted, coded by UPR Info)"
    assert recommended_to(UNKNOWN, VELLANIA) == ("recommended to Vellania in 2014 (no answer in the documents indexed)")


def test_a_total_says_how_many_are_codings() -> None:
    found = codings_in_words(
        [FacetValue("noted", "Noted", 35, {"UPR Info": 7}), FacetValue("supported", "Supported", 9)]
    )
    assert found == "Positions that are codings: 35 noted, of them 7 coded by UPR Info; 9 supported."
    assert codings_in_words([]) is None


@pytest.mark.parametrize(
    ("count", "same", "words"),
    [
        (0, 0, "Nothing similar found in 2019"),
        (1, 0, "1 similar in 2019: read it"),
        (1, 1, "1 similar in 2019: read it; 1 of them asks the same"),
        (7, 0, "7 similar in 2019: read them"),
        (7, 1, "7 similar in 2019: read them; 1 of them asks the same"),
        (7, 3, "7 similar in 2019: read them; 3 of them ask the same"),
    ],
)
def test_what_is_similar_is_counted_with_what_asks_the_same_beside_it(count: int, same: int, words: str) -> None:
    assert similar_found(count, same, 34) == words


def test_a_change_of_position_is_said_of_what_asks_the_same_alone() -> None:
    now = recommendation(session=34, position=Position.SUPPORTED)
    same = SimilarInReview(now, 20, (ThreadLink(ANSWERED, ThreadType.SAME), ThreadLink(UNKNOWN, ThreadType.SIMILAR)))
    coded = SimilarInReview(now, 20, (ThreadLink(CODED, ThreadType.SAME),))
    similar = SimilarInReview(now, 20, (ThreadLink(ANSWERED, ThreadType.SIMILAR),))
    kept = SimilarInReview(now, 20, (ThreadLink(replace(now, session=20), ThreadType.SAME),))
    changes = by_change([same, coded, similar, kept])
    assert {str(words): pairs for words, pairs in changes.items()} == {
        "From supported in 2014 to supported in 2019": ((replace(now, session=20), now),),
        "From noted in 2014 to supported in 2019": ((ANSWERED, now),),
        "From coded noted by UPR Info in 2014 to supported in 2019": ((CODED, now),),
    }


def test_a_comment_says_whether_it_is_on_a_list() -> None:
    place = Place("A/HRC/920/1", "104", 17)
    record = recommendation(comment="We built two.", list_comment="Already implemented.", list_comment_source=place)
    headings = [(str(comment.heading), comment.words) for comment in comments_on([record, record])]
    assert headings == [
        ("The State’s comment", "We built two."),
        ("The State’s comment on a list of recommendations that has this one", "Already implemented."),
    ]
