"""Words of a source are made by the index alone: nothing else can stand between quotation marks with a citation."""

import ast
import inspect
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.records.records import Place
from search import Quotation, comment_of, printed_request_of, request_of, words_of
from tests.paths import REPOSITORY
from tests.web import invented_records
from tests.web.invented_records import PLEDGE, recommendation
from web.papers.paper import Cited, Quoted, quoted
from web.words.quotations import in_marks

PLACE = Place("A/HRC/920/1", "115.1", 14)
REPORTED = replace(
    invented_records.REPORTED, text="Ferries sail. Three shelters for girls < 18 were opened. Bridges hold."
)
MADE_BY_THE_INDEX = {
    "Recommendation",
    "Commitment",
    "Observation",
    "ReportedText",
    "ReportedParagraphRecord",
    "Wording",
}
MADE_BY_THE_INDEX |= {"Place", "Quotation", "ProgressLink", "ReferredComment"}
QUOTED_VALUE = re.compile(r"“\.?(%\(\w+\)s|\{|$)")
NOT_OF_A_SOURCE = {
    "This paper has no options, and so no “%(option)s”.",
    "Fill in the columns after “%(position)s”; rows may be sorted, and rows and columns moved.",
    "Leave the column “%(record)s” and the hidden sheet as they are: by them the workbook is read back.",
}
"""Messages of plans and papers that put a name between quotation marks."""


def test_nobody_but_the_index_makes_a_quotation() -> None:
    made = words_of(PLEDGE)
    for by in (None, object(), made, True):
        with pytest.raises(TypeError, match="come out of an index alone"):
            Quotation("Judges were paid", PLACE, by)  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        replace(made, words="Judges were paid")
    with pytest.raises(AttributeError):
        made.words = "Judges were paid"  # type: ignore[misc]
    with pytest.raises(TypeError):
        type("Mine", (Quotation,), {})("Judges were paid", PLACE, None)


@pytest.mark.parametrize("use", [Quoted, in_marks, quoted])
def test_what_is_no_quotation_gets_no_marks(use: Any) -> None:
    parameter, *_ = inspect.signature(use).parameters.values()
    assert parameter.annotation in (Quotation, "Quotation")  # mypy, which is strict, refuses a str
    with pytest.raises(AttributeError):
        use("Judges were paid")


def test_what_has_no_place_gets_no_citation() -> None:
    with pytest.raises(AttributeError):
        Cited("A/HRC/777/77, paragraph 77")  # type: ignore[arg-type]


def modules(*packages: str) -> Iterator[tuple[Path, ast.AST]]:
    for package in packages:
        for file in sorted((REPOSITORY / package).rglob("*.py")):
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def test_pages_files_and_papers_make_no_records_of_their_own() -> None:
    """A quotation is made of a record: whoever could make one could make the other. (The API's types are its own.)"""
    found = [
        f"{file.name}:{node.lineno}"
        for file, tree in modules("web")
        if "api" not in file.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MADE_BY_THE_INDEX
    ]
    assert found == []


def test_no_message_of_a_plan_or_paper_puts_a_value_between_quotation_marks() -> None:
    found = {
        node.value
        for _, tree in modules("web/plans", "web/papers")
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and QUOTED_VALUE.search(node.value)
    }
    docstrings = {text for text in found if "\n" in text or text.endswith('.")')}
    assert found - docstrings == NOT_OF_A_SOURCE


def test_templates_of_plans_quote_nothing_of_a_plan() -> None:
    for file in sorted((REPOSITORY / "web" / "plans" / "templates").glob("plan*.html")):
        quotations = re.findall(r"<(?:q|blockquote)\b.*?</(?:q|blockquote)>", file.read_text(encoding="utf-8"), re.S)
        for each in quotations:
            assert not re.search(r"\bitem\.|\bplan\.|\.own\.|remembered", each), (file.name, each)


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        (REPORTED.text, REPORTED.text),
        ("  Ferries  sail.\nThree shelters for girls < 18 were opened. ", REPORTED.text.removesuffix(" Bridges hold.")),
        ("Three shelters for girls < 18 were opened.", "Three shelters for girls < 18 were opened."),
        ("Three shelters for girls […]", None),
        ("shelters for girls < 18 were opened.", None),
        ("Three shelters for girls < 18 were opened", None),
        ("Three shelters for girls < 81 were opened.", None),
        ("Ferries sail. Bridges hold.", None),
        ("three shelters for girls < 18 were opened.", None),
        ("", None),
        ("[…]", None),
    ],
)  # fmt: skip
def test_a_passage_is_whole_sentences_of_its_source(words: str, passage: str | None) -> None:
    found = words_of(REPORTED).passage(words)
    assert (found and found.words) == passage
    assert found is None or found.place == REPORTED.place


def test_what_is_cut_is_cut_from_the_words_of_the_index() -> None:
    cut = words_of(REPORTED).shortened(30)
    assert cut.words == "Ferries sail. Three shelters […]"
    assert words_of(REPORTED).shortened(500) == words_of(REPORTED)


def test_quotations_of_a_record_are_its_words() -> None:
    record = recommendation(comment="It will.", comment_source=PLACE)
    assert words_of(record).words == record.quoted
    assert request_of(record).words == record.text
    assert printed_request_of(record).words == record.quoted
    comment = comment_of(record)
    assert comment is not None
    assert (comment.words, comment.place) == ("It will.", PLACE)
    assert comment_of(recommendation()) is None
    assert comment_of(PLEDGE) is None
