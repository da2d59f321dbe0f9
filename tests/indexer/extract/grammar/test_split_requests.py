"""One item, its requests, and who makes each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.extract.grammar.split_requests import split_requests, without_lead_in
from models.reviews.states import StateTable
from tests.paths import REPOSITORY

STATES = StateTable.built_in().extended(REPOSITORY / "samples" / "states.csv")

CASES = [
    ("one request", "Build two schools (Peru);", [("Build two schools", "PER", False)]),
    ("no sponsor", "Build two schools.", [("Build two schools", "", False)]),
    ("parentheses in a row", "Build two schools (Peru) (Chad);", [("Build two schools", "PER TCD", False)]),
    (
        "several requests",
        "Build two schools (Peru); train forty teachers (Chad, Mali);",
        [("Build two schools", "PER", False), ("train forty teachers", "TCD MLI", False)],
    ),
    # a number of the list that the report was made from
    (
        "a number between requests",
        "Build two schools (Peru); 13. Train forty teachers (Chad);",
        [("Build two schools", "PER", False), ("Train forty teachers", "TCD", False)],
    ),
    # three verbs share one object; the States are named again at its end
    (
        "shared object",
        "To consider joining (Peru)/sign and ratify (Chad)/ratify (Mali) the Lake Convention (Peru, Chad, Mali);",
        [
            ("consider joining the Lake Convention", "PER", True),
            ("sign and ratify the Lake Convention", "TCD", True),
            ("ratify the Lake Convention", "MLI", True),
        ],
    ),
    # what is joined by "as well as" is asked beside what stands before, by its own State alone
    (
        "as well as",
        "To restore the harbour (Peru) as well as to train teachers (Chad);",
        [("restore the harbour", "PER", False), ("train teachers", "TCD", False)],
    ),
    (
        "as well as another object",
        "Ratify the Lake Convention (Peru), as well as the River Protocol (Chad);",
        [("Ratify the Lake Convention", "PER", False), ("Ratify the River Protocol", "TCD", True)],
    ),
    # … or only once
    (
        "object of the last verb",
        "Proceed with ratifying (Peru)/accelerate the ratification of (Chad)/ratify the Lake Convention (Mali);",
        [
            ("Proceed with ratifying the Lake Convention", "PER", True),
            ("accelerate the ratification of the Lake Convention", "TCD", True),
            ("ratify the Lake Convention", "MLI", False),
        ],
    ),
    (
        "stem with its own object word",
        "Combat (Peru, Chad) and continue efforts to eradicate (Mali) rural poverty (Peru, Mali, Chad).",
        [("Combat rural poverty", "PER TCD", True), ("continue efforts to eradicate rural poverty", "MLI", True)],
    ),
    # what says how a verb is meant stands between the verb and its object
    (
        "verb, manner, object",
        "Ratify (Peru, Chad) as soon as possible (Mali) the Lake Convention;",
        [
            ("Ratify the Lake Convention", "PER TCD", True),
            ("Ratify as soon as possible the Lake Convention", "MLI", True),
        ],
    ),
    (
        "object, manner",
        "Ratify the Lake Convention (Peru, Mali) as soon as possible (Mali);",
        [
            ("Ratify the Lake Convention", "PER", False),
            ("Ratify the Lake Convention as soon as possible", "MLI", True),
        ],
    ),
    (
        "verb at the end",
        "Clean the lake and protect (Peru)/protect (Chad) the fish that live in it;",
        [
            ("Clean the lake and protect the fish that live in it", "PER", True),
            ("protect the fish that live in it", "TCD", True),
        ],
    ),
    # a complement takes the request before it along
    (
        "complement",
        "Ratify the Lake Convention (Peru, Chad) without reservations (Chad);",
        [
            ("Ratify the Lake Convention", "PER", False),
            ("Ratify the Lake Convention without reservations", "TCD", True),
        ],
    ),
    # another object takes the verb along, also after a semicolon
    (
        "another object",
        "Ratify the Lake Convention (Peru); the River Protocol (Chad);",
        [("Ratify the Lake Convention", "PER", False), ("Ratify the River Protocol", "TCD", True)],
    ),
    # the sponsors say whose it is: the words that report the request are dropped, a noun keeps them
    ("reported", "Recommended that Vellania build schools (Peru);", [("build schools", "PER", False)]),
    ("reported to the State", "It encouraged the Government of Vellania to build (Peru);", [("build", "PER", False)]),
    (
        "that",
        "That Vellania’s request for aid be met (Peru);",
        [("That Vellania’s request for aid be met", "PER", False)],
    ),
    (
        "how it goes on from what was done",
        "To further widen the road (Peru);",
        [("further widen the road", "PER", False)],
    ),
    ("a verb that no list has", "To unbundle harbours (Peru);", [("unbundle harbours", "PER", False)]),
    (
        "no infinitive",
        "To the extent possible, build schools (Peru);",
        [("To the extent possible, build schools", "PER", False)],
    ),
    # who is to act is part of the request, unless it is the State
    (
        "reported to another body",
        "That the Ministry of Lakes restore the harbours (Peru);",
        [("That the Ministry of Lakes restore the harbours", "PER", False)],
    ),
    (
        "body in brackets",
        "To (the Council of Villages) restore the harbours (Peru);",
        [("To (the Council of Villages) restore the harbours", "PER", False)],
    ),
    (
        "reported to a State of two words",
        "That the Government of Trinidad and Tobago also restore the harbours (Peru);",
        [("restore the harbours", "PER", False)],
    ),
    ("sponsor in the sentence", "The delegation of Peru recommended that Vellania build.", [("build", "PER", False)]),
    ("State that is no sponsor", "Peru and Vellania share a river.", [("Peru and Vellania share a river", "", False)]),
    (
        "reported noun",
        "Recommended the building of schools (Peru);",
        [("Recommended the building of schools", "PER", False)],
    ),
    (
        "reported twice",
        "That Vellania build schools; recommends that Vellania train teachers (Peru).",
        [("build schools", "PER", False), ("train teachers", "PER", False)],
    ),
    (
        "sub-items",
        "(a) Build schools; and (b) train teachers (Peru);",
        [("Build schools", "PER", False), ("train teachers", "PER", False)],
    ),
    (
        "imperative that looks like a report",
        "Request the help it needs to build (Peru);",
        [("Request the help it needs to build", "PER", False)],
    ),
    # the words after the sponsors belong to the request
    (
        "tail",
        "Build two schools (Peru), including one in the valley;",
        [("Build two schools, including one in the valley", "PER", True)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_requests_and_their_sponsors(text: str, expected: list[tuple[str, str, bool]]) -> None:
    requests = split_requests(text, STATES)
    assert [
        (request.text, " ".join(s.state for s in request.sponsors), request.composed) for request in requests
    ] == expected


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("(a) Build schools", "Build schools"),
        ("a) That the State build schools", "build schools"),
        ("Build schools (a) to (c) of the plan", "Build schools (a) to (c) of the plan"),
    ],
)
def test_a_letter_is_no_word_of_a_request(words: str, request_: str) -> None:
    assert without_lead_in(words, STATES) == request_


def test_a_parenthesis_far_behind_another_has_the_same_request() -> None:
    requests = split_requests("Build schools (Mali); train teachers (Peru) ; ; ; ; ; ; ; ; (Chad);", STATES)
    assert [(r.text, [s.state for s in r.sponsors]) for r in requests] == [
        ("Build schools", ["MLI"]),
        ("train teachers", ["PER", "TCD"]),
    ]


NAMES = st.sampled_from(["Peru", "Chad", "Mali", "Fiji", "Cuba", "Iran (Islamic Republic of)"])
DEEDS = st.sampled_from(["Build schools", "Train teachers", "Repeal the curfew act", "Ratify the Lake Convention"])


@given(st.lists(st.tuples(DEEDS, st.lists(NAMES, min_size=1, max_size=3, unique=True)), min_size=1, max_size=5))
def test_requests_closed_by_their_sponsors_are_read_back(requests: list[tuple[str, list[str]]]) -> None:
    text = "; ".join(f"{deed} ({', '.join(names)})" for deed, names in requests) + ";"
    found = split_requests(text, STATES)
    assert [request.text for request in found] == [deed for deed, _ in requests]
    assert [[s.printed for s in request.sponsors] for request in found] == [names for _, names in requests]
    assert not any(request.composed for request in found)


@given(st.text(alphabet="ab Peru(),;/.()[]Chad and", max_size=200))
def test_any_words_give_requests_made_of_those_words(text: str) -> None:
    for request in split_requests(text, STATES):
        assert set(request.text) <= set(text) | {" "}


def test_nouns_alone_behind_a_semicolon_go_on_with_the_request_before_them() -> None:
    words = "Continue to train the judiciary (Peru); judges and clerks (Chad); restore roads (Mali)"
    assert [(request.text, request.composed) for request in split_requests(words, STATES)] == [
        ("Continue to train the judiciary", False),
        ("Continue to train the judiciary (Peru); judges and clerks (Chad)", False),
        ("restore roads", False),
    ]
