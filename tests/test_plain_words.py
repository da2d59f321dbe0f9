"""What pages, files, commands and the README say, in the words of the field and in plain English.

Words of others are left alone: what stands in quotation marks, code, and the labels of controlled lists.
"""

import ast
import re
from collections.abc import Iterator

import click
import pytest
from babel.messages.pofile import read_po

from models.messages.spoken import SYSTEM_WORDS
from tests.paths import REPOSITORY
from web.command_line import main

INSTEAD = {
    # positions: a State under review cannot reject a recommendation
    "rejected": "noted",
    "rejects": "notes",
    "refused": "noted",
    "accepted": "supported",
    # the field's words
    "whom to lobby": "States to approach",
    "lobbying": "States to approach",
    "in the order of their promise": "by suggested priority",
    "could ask next time": "potential supporters",
    "asks to build on": "model wording",
    "wording to build on": "model wording",
    "what it asks of others": "recommendations made",
    "was asked of": "recommendations received",
    "fared": "how States responded",
    "leans to": "regional focus",
    "times all": "compared with the average",
    "pledged by itself": "voluntary commitments",
    "speak to it": "treaty body recommendations",
    "treaty bodies told": "treaty body recommendations to",
    "where it stands": "source",
    "in its words": "formula used",
    "in its own words": "the State's comment",
    "in the report: pending": "position in the Working Group report: pending",
    "overruled by": "superseded by",
    "the frame of": "one is general, the other specific",
    "nearest to it": "possibly related",
    "is kept nowhere": "searches are not saved",
    "find out": "detect",
    "found out": "detected",
    "goes before the description": "your description is not used",
    "own reading of": "editors' reading",
    "with your words": "match",
    "slips": "typing errors",
    "keep the result": "download these results",
    "a computer assigns": "assigned automatically",
    "(alone)": "the year of a session",
    "weightiest": "authoritative",
    "joined": "merged",
    "written to no": "never stored on disk or sent anywhere",
    "surely on your issue": "no clear match",
    "give back": "upload",
    "given back": "uploaded",
    "take it with you": "download",
    "make it ours": "confirm",
    "of its own accord": "its own pledge",
    "nobody has looked": "after it was last opened",
    "have not looked": "after you last open it",
    "choose for": "use this to find States",
    "no words of": "gave no comment in the documents indexed",
    "it is right": "confirm",
    "2 times": "twice",
    "yours to judge": "for you to judge",
    "started anew": "restarted",
    "leads nowhere": "no longer works",
    "also speaks of": "nothing: a list of words helps nobody",
    # words of those who make search engines
    "hit": "result",
    "hits": "results",
    "entry": "recommendation, or record",
    "entries": "recommendations, or records",
    "query": "keywords, or question",
    "facet": "filter",
    "snapshot": "index",
    "embedded": "made searchable by meaning",
    "embedding": "meaning",
    "embeddings": "meaning",
    "vector": "meaning",
    "vectors": "meaning",
    "cosine": "meaning",
    "sentence encoder": "language model",
    "token": "word",
    "corpus": "documents",
    "retriever": "search",
    "lexical": "by words",
    "semantic": "by meaning",
    "BM25": "by words",
    "boolean": "AND, OR, NOT",
    "calibrated": "tested",
    "parse": "read",
    "null": "empty",
}
"""What nothing of ours says, and what it says instead."""

WHOLE = {"Over": "Past", "Coming": "Upcoming", "By meaning": "Similar content", "Names it": "Cites it"}
"""What no label of ours is as a whole."""

PRINTED_BY = [
    "*/cli/*.py",
    "indexer/report/report.py",
    "indexer/fetch/*.py",
    "search/**/*text.py",
    "search/answer/words.py",
    "web/assistants/*.py",
    "web/commands.py",
]
"""The files whose texts are printed by commands, beside their help."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|`[^`]*`|\]\([^)]*\)|\w+/\w+\.md|<https?:[^>]*>|%\(\w+\)s", re.DOTALL)
_LABELS = "models/vocabularies/"
"""The controlled lists of the United Nations and of UPR Info."""


def messages() -> Iterator[tuple[str, str]]:
    """What pages and files say; words of the system, which are looked up as it prints them, are not ours."""
    of_system = {str(words) for words in SYSTEM_WORDS}
    with (REPOSITORY / "web" / "translations" / "messages.pot").open("rb") as template:
        for message in read_po(template):
            files = [file for file, _ in message.locations]
            if not all(file.startswith(_LABELS) for file in files) and message.id not in of_system:
                for text in message.id if message.pluralizable else [message.id]:
                    yield files[0], text


def help_of_commands() -> Iterator[tuple[str, str]]:
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        yield f"upr {name} --help", command.get_help(click.Context(command, info_name=name))
        for inner_name, inner in command.commands.items() if isinstance(command, click.Group) else ():
            yield f"upr {name} {inner_name} --help", inner.get_help(click.Context(inner, info_name=inner_name))


def printed_by_commands() -> Iterator[tuple[str, str]]:
    """Texts of several words; docstrings and queries of SQL left out."""
    for path in sorted({path for pattern in PRINTED_BY for path in REPOSITORY.glob(pattern)}):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            is_text = isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value.strip()
            if is_text and id(node) not in docstrings and not node.value.lstrip().startswith("SELECT "):
                yield f"{path.relative_to(REPOSITORY)}:{node.lineno}", node.value


def readme() -> Iterator[tuple[str, str]]:
    for number, line in enumerate((REPOSITORY / "README.md").read_text(encoding="utf-8").splitlines(), 1):
        yield f"README.md:{number}", line


def wrong_words(text: str) -> list[str]:
    """The words of the list that a text says itself."""
    own = _QUOTED.sub(" “” ", text)
    return [
        f"“{wrong}”: say “{instead}”"
        for wrong, instead in INSTEAD.items()
        if re.search(rf"(?<!\w){re.escape(wrong)}(?!\w)", own, re.IGNORECASE)
    ]


@pytest.mark.parametrize("texts", [messages, help_of_commands, printed_by_commands, readme])
def test_only_plain_words_are_used(texts) -> None:
    said = list(texts())
    assert len(said) > 10
    assert [(where, wrong, text[:100]) for where, text in said for wrong in wrong_words(text)] == []


def test_no_label_is_a_word_that_says_too_little() -> None:
    said = [(where, text, WHOLE[text]) for where, text in messages() if text in WHOLE]
    assert said == []


@pytest.mark.parametrize("wrong", INSTEAD)
def test_each_wrong_word_is_seen(wrong: str) -> None:
    assert wrong_words(f"This page says: {wrong}.")
    assert wrong_words(f"{wrong.capitalize()} stands in a heading")
    assert not wrong_words(f"The report says “it is {wrong}” here")


@pytest.mark.parametrize(
    "text", ["A State cannot reject one", "white", "Coalitions", "the `snapshot` of it", "nullity"]
)
def test_other_words_are_left_alone(text: str) -> None:
    assert wrong_words(text) == []
