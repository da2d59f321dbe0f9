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
    ("one part is its request", [("", "the harbour", "PC")], [("the harbour", "PER TCD", False)]),
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
        "a request that does not begin with “and” is another",
        [("", "Protect the harbour", "P"), (",", "restore the harbour", "P")],
        [("Protect the harbour", "PER", False), ("restore the harbour", "PER", False)],
    ),
    (
        "nor does one that begins with “to”",
        [("", "Protect the harbour", "P"), ("and", "to restore the harbour", "P")],
        [("Protect the harbour", "PER", False), ("to restore the harbour", "PER", False)],
    ),
    (
        "verbs take the next State's object",
        [("", "Protect", "P"), ("/", "restore", "C"), ("", "the harbour", "PC")],
        [("Protect the harbour", "PER", True), ("restore the harbour", "TCD", True)],
    ),
    (
        "verbs take the object of the next request",
        [("", "Consider signing", "P"), ("/", "ratify the Lake Convention", "C")],
        [("Consider signing the Lake Convention", "PER", True), ("ratify the Lake Convention", "TCD", False)],
    ),
    (
        "verbs take the object alone, not what its own State asks beyond it",
        [("", "Protect", "P"), ("/", "restore the harbour, and close the old quay", "C")],
        [("Protect the harbour", "PER", True), ("restore the harbour, and close the old quay", "TCD", False)],
    ),
    (
        "nor a clause that its own State adds behind a semicolon",
        [("", "Protect", "P"), ("/", "restore", "C"), ("", "the harbour; in order to keep ships dry", "C")],
        [("Protect the harbour", "PER", True), ("restore the harbour; in order to keep ships dry", "TCD", True)],
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
        "a clause far behind verbs stays as printed",
        [("", "Protect", "P"), ("/", "restore the harbour", "C"), ("", "by the spring", "P")],
        [
            ("Protect (P)/ restore the harbour (C) by the spring (P)", "PER", False),
            ("restore the harbour", "TCD", False),
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
        "“of” goes where a verb leads to the object",
        [
            ("", "Consider joining", "P"),
            ("/", "accelerate the ratification", "C"),
            ("", "of the Lake Convention", "PC"),
        ],
        [
            ("Consider joining the Lake Convention", "PER", True),
            ("accelerate the ratification of the Lake Convention", "TCD", True),
        ],
    ),
    (
        "a second object takes the verb along",
        [("", "Ratify the Lake Convention", "P"), (",", "the River Protocol", "C")],
        [("Ratify the Lake Convention", "PER", False), ("Ratify the River Protocol", "TCD", True)],
    ),
    (
        "an object behind words that are no verbs stays as printed",
        [("", "Train judges in courts of villages", "P"), (",", "all towns", "C")],
        [
            ("Train judges in courts of villages", "PER", False),
            ("Train judges in courts of villages (P), all towns (C)", "TCD", False),
        ],
    ),
    (
        "an object of another's verbs begins anew",
        [("", "Protect the harbour", "P"), ("and", "restore the school", "C"), (",", "the library", "P")],
        [
            ("Protect the harbour", "PER", False),
            ("restore the library", "PER", True),
            ("restore the school", "TCD", False),
        ],
    ),
    (
        "an object of a State's own verbs goes on",
        [("", "Protect the harbour", "P"), (",", "the school", "P")],
        [("Protect the harbour, the school", "PER", True)],
    ),
    (
        "a clause takes the request before it along",
        [("", "Protect the harbour", "P"), ("", "by the spring", "C")],
        [("Protect the harbour", "PER", False), ("Protect the harbour by the spring", "TCD", True)],
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
        "stem words behind a request say how",
        [("", "Protect the harbour", "P"), ("", "as soon as possible", "C")],
        [("Protect the harbour", "PER", False), ("Protect the harbour as soon as possible", "TCD", True)],
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
        "an object right behind words that want none stays as printed",
        [("", "Keep harbours clean", "P"), ("", "the ships", "C")],
        [("Keep harbours clean", "PER", False), ("Keep harbours clean (P) the ships (C)", "TCD", False)],
    ),
    (
        "an object of the same form stands for all behind the verb",
        [("", "Ratify the Convention of Lakes", "P"), (",", "the treaty on harbours", "C")],
        [("Ratify the Convention of Lakes", "PER", False), ("Ratify the treaty on harbours", "TCD", True)],
    ),
    (
        "an object of another form stays as printed",
        [("", "Ratify the Convention on Lakes", "P"), (",", "harbours of peace", "C")],
        [
            ("Ratify the Convention on Lakes", "PER", False),
            ("Ratify the Convention on Lakes (P), harbours of peace (C)", "TCD", False),
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
        "two verbs of one State each take the object",
        [("", "Sign", "P"), ("/", "accede to", "C"), ("/", "ratify", "PM"), ("", "the Lake Convention", "PCM")],
        [
            ("Sign the Lake Convention", "PER", True),
            ("ratify the Lake Convention", "PER MLI", True),
            ("accede to the Lake Convention", "TCD", True),
        ],
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
        "a stroke before the names is none of the words",
        [("", "Consider ratifying/", "P"), ("", "sign", "C"), ("", "the Lake Convention", "PC")],
        [("Consider ratifying the Lake Convention", "PER", True), ("sign the Lake Convention", "TCD", True)],
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
        "a word that is no known verb is one before an object",
        [("", "Protect the harbour", "P"), (",", "unbundle the school", "C")],
        [("Protect the harbour", "PER", False), ("unbundle the school", "TCD", False)],
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
