"""Requests that share the words of one sentence: which words each State's request takes along."""

import pytest

from indexer.extract.grammar.compose_requests import Part, compose_requests
from indexer.extract.grammar.words_of_requests import continues_sentence
from models.records.records import Sponsor

PERU, CHAD, MALI = (Sponsor(code, code) for code in ("PER", "TCD", "MLI"))


def requests(*parts: tuple[str, str, str]) -> list[tuple[str, str, bool]]:
    sponsors = {"P": PERU, "C": CHAD, "M": MALI}
    built = [
        Part(joint, words, tuple(sponsors[letter] for letter in letters), f"{joint} {words} ({letters})")
        for joint, words, letters in parts
    ]
    return [(r.text, " ".join(s.state for s in r.sponsors), r.composed) for r in compose_requests(built)]


CASES = [
    (
        "States come in the order in which they are named, each once",
        [("", "Protect the harbour", "PC"), ("and", "restore the harbour", "CM")],
        [
            ("Protect the harbour", "PER", False),
            ("Protect the harbour and restore the harbour", "TCD", True),
            ("restore the harbour", "MLI", False),
        ],
    ),
    (
        "a request that begins with “to” is another",
        [("", "Protect the harbour", "P"), ("and", "to restore the harbour", "P")],
        [("Protect the harbour", "PER", False), ("to restore the harbour", "PER", False)],
    ),
    (
        "verbs take the object alone, not what its own State asks beyond it",
        [("", "Protect", "P"), ("/", "restore the harbour, and close the old quay", "C")],
        [("Protect the harbour", "PER", True), ("restore the harbour, and close the old quay", "TCD", False)],
    ),
    (
        "nor a reason that its own State gives behind a comma",
        [("", "Protect", "P"), ("/", "restore", "C"), ("", "the harbour, in view of its age", "C")],
        [("Protect the harbour", "PER", True), ("restore the harbour, in view of its age", "TCD", True)],
    ),
    (
        "a clause behind a stroke stands in the place of another, nobody knows of how much",
        [("", "Protect the harbour and keep ships dry", "P"), ("/", "in line with the law", "C")],
        [
            ("Protect the harbour and keep ships dry", "PER", False),
            ("Protect the harbour and keep ships dry (P)/ in line with the law (C)", "TCD", False),
        ],
    ),
    (
        "two verbs before an object both go before another",
        [("", "Consider ratifying/Ratify the Lake Convention", "P"), (",", "the River Protocol", "C")],
        [
            ("Consider ratifying/Ratify the Lake Convention", "PER", False),
            ("Consider ratifying/Ratify the River Protocol", "TCD", True),
        ],
    ),
    (
        "what is taken is no object of a second kind",
        [("", "take the measures that it needs", "P"), ("and", "the River Protocol", "C")],
        [
            ("take the measures that it needs", "PER", False),
            ("take the measures that it needs (P)and the River Protocol (C)", "TCD", False),
        ],
    ),
    (
        "“-ing” begins no composed request",
        [("", "Consider", "P"), ("", "joining the Lake Convention", "PC"), ("", "by the spring", "C")],
        [
            ("Consider joining the Lake Convention", "PER", True),
            ("Consider (P) joining the Lake Convention (PC) by the spring (C)", "TCD", False),
        ],
    ),
    (
        "an object with two verbs is one object",
        [("", "Extend", "P"), ("/", "begin the work to protect and restore the harbour", "C")],
        [
            ("Extend the work to protect and restore the harbour", "PER", True),
            ("begin the work to protect and restore the harbour", "TCD", False),
        ],
    ),
    (
        "verbs that end with “-ing”, whatever they are, and adverbs take the object that follows",
        [("", "Thoroughly consider widening", "P"), ("/", "begin setting", "C"), ("", "the lake's shore", "C")],
        [
            ("Thoroughly consider widening the lake's shore", "PER", True),
            ("begin setting the lake's shore", "TCD", True),
        ],
    ),
    (
        "verbs without any object stay as printed, with all States",
        [("", "Protect", "P"), ("/", "restore", "C")],
        [("Protect (P)/ restore (C)", "PER TCD", False)],
    ),
    (
        "what follows from an event is a clause, whatever its first word",
        [("", "Protect the harbour", "P"), (",", "following the flood", "C")],
        [("Protect the harbour", "PER", False), ("Protect the harbour, following the flood", "TCD", True)],
    ),
    (
        "an act beside one that is to be considered is no clause about it",
        [("", "Consider protecting the harbour", "P"), (",", "closing the school", "C")],
        [
            ("Consider protecting the harbour", "PER", False),
            ("Consider protecting the harbour (P), closing the school (C)", "TCD", False),
        ],
    ),
    (
        "a clause behind another part's object stays as printed",
        [("", "Protect", "P"), ("", "the harbour", "P"), ("", "by the spring", "C")],
        [("Protect the harbour", "PER", True), ("Protect (P) the harbour (P) by the spring (C)", "TCD", False)],
    ),
    (
        "a request that ends with a verb finds its object later",
        [("", "Take all steps and protect", "P"), (",", "the harbour", "PC")],
        [
            ("Take all steps and protect, the harbour", "PER", True),
            ("Take all steps and protect (P), the harbour (PC)", "TCD", False),
        ],
    ),
    (
        "an object right behind stem words is theirs",
        [("", "Keep harbours open by ratifying", "P"), ("", "the Lake Convention", "C")],
        [
            ("Keep harbours open by ratifying the Lake Convention", "PER TCD", True),
        ],
    ),
    (
        "an object that points back to another State's stays as printed",
        [("", "Ratify the Lake Convention", "P"), ("and", "its Protocol", "C")],
        [
            ("Ratify the Lake Convention", "PER", False),
            ("Ratify the Lake Convention (P)and its Protocol (C)", "TCD", False),
        ],
    ),
    (
        "an act takes its object with the preposition that it has",
        [("", "Consider the ratification", "P"), ("/", "accede", "C"), ("", "the Lake Convention", "PC")],
        [
            ("Consider the ratification of the Lake Convention", "PER", True),
            ("accede to the Lake Convention", "TCD", True),
        ],
    ),
    (
        "no object is joined to a process",
        [("", "Complete the ratification process", "P"), ("/", "ratify", "C"), ("", "the Lake Convention", "PC")],
        [
            ("Complete the ratification process (P)/ ratify (C) the Lake Convention (PC)", "PER", False),
            ("ratify the Lake Convention", "TCD", True),
        ],
    ),
    (
        "a noun of an act waits for its object",
        [
            ("", "Consider the ratification", "P"),
            ("or", "the possibility of ratification", "C"),
            (",", "ratify the Lake Convention", "M"),
        ],
        [
            ("Consider the ratification of the Lake Convention", "PER", True),
            (
                "Consider the ratification (P)or the possibility of ratification (C), ratify the Lake Convention (M)",
                "TCD",
                False,
            ),
            ("ratify the Lake Convention", "MLI", False),
        ],
    ),
    (
        "words that only lead to an object are no request",
        [
            ("", "Continue", "P"),
            ("/", "maintain", "C"),
            ("", "efforts and ensure", "M"),
            ("", "the rest of ships", "M"),
        ],
        [("Continue (P)/ maintain (C) efforts and ensure (M) the rest of ships (M)", "PER TCD MLI", False)],
    ),
    (
        "what stays as printed ends where the next request begins",
        [
            ("", "Train judges in courts of villages", "P"),
            (",", "all towns", "C"),
            ("; and", "close the old quay", "M"),
        ],
        [
            ("Train judges in courts of villages", "PER", False),
            ("Train judges in courts of villages (P), all towns (C)", "TCD", False),
            ("close the old quay", "MLI", False),
        ],
    ),
    (
        "a sentence of its own does not go on",
        [
            ("", "Protect the harbour", "PC"),
            ("", "that Vellania close the quay", "P"),
            ("", "In spring, dredge it", "C"),
        ],
        [
            ("Protect the harbour (PC) that Vellania close the quay (P) In spring, dredge it (C)", "PER TCD", False),
        ],
    ),
    (
        "to consider is asked by those alone who stand behind it",
        [("", "Consider", "P"), ("", "restoring the harbour", "PC")],
        [("Consider restoring the harbour", "PER", True), ("restoring the harbour", "TCD", False)],
    ),
    (
        "things listed with nothing but names between them are parted by a comma",
        [("", "Train judges and all clerks", "PC"), ("", "jurors", "P")],
        [("Train judges and all clerks, jurors", "PER", True), ("Train judges and all clerks", "TCD", False)],
    ),
    (
        "two acts on one object are not made one sentence",
        [("", "Consider signing", "P"), ("/", "ratify the Lake Convention", "PC")],
        [
            ("Consider signing (P)/ ratify the Lake Convention (PC)", "PER", False),
            ("ratify the Lake Convention", "TCD", False),
        ],
    ),
    (
        "a request does not end with a word that leads on",
        [("", "Restore the harbour", "P"), ("", "in and", "C")],
        [("Restore the harbour", "PER", False), ("Restore the harbour (P) in and (C)", "TCD", False)],
    ),
    (
        "an object goes on with the request just before it",
        [("", "Protect harbours", "P"), (",", "restore schools", "P"), (",", "the library", "P")],
        [("Protect harbours", "PER", False), ("restore schools, the library", "PER", True)],
    ),
    (
        "another State's clause leaves “its” to the object before it",
        [("", "Ratify the Convention", "PC"), ("", "by May", "C"), ("and", "its Protocol", "P")],
        [
            ("Ratify the Convention and its Protocol", "PER", True),
            ("Ratify the Convention by May", "TCD", True),
        ],
    ),
    (
        "an object behind two acts, the first with its time",
        [
            ("", "Go on with the publication of", "P"),
            ("/", "complete at an early date and then adopt its strategy", "C"),
        ],
        [
            ("Go on with the publication of its strategy", "PER", True),
            ("complete at an early date and then adopt its strategy", "TCD", False),
        ],
    ),
    (
        "a number is no object",
        [("", "Amend act 12", "P"), (",", "a new plan for harbours", "C")],
        [("Amend act 12", "PER", False), ("Amend act 12 (P), a new plan for harbours (C)", "TCD", False)],
    ),
]


@pytest.mark.parametrize(("parts", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_words_of_each_request(parts: list[tuple[str, str, str]], expected: list[tuple[str, str, bool]]) -> None:
    assert requests(*parts) == expected


@pytest.mark.parametrize(
    ("words", "continues"),
    [
        ("the River Protocol", True),
        ("ICCPR", True),
        ("including in villages", True),
        ("protect the harbour", False),
        ("harbours and schools", False),
        ("the harbour, and to protect it", False),
        ("the harbour, protect it", False),
        ("the harbour to the school", True),
        ("that it protect the harbour", False),
        ("the harbour should be closed", False),
        ("the harbour must go", False),
        ("all harbours be repaired", False),
        ("", False),
    ],
)
def test_what_goes_on_after_a_semicolon(words: str, continues: bool) -> None:
    assert continues_sentence(words) is continues
