"""Plans whose words, sources or answers somebody altered: no paper and no file prints them as a source's.

Each attack is a plan that says something else than the index. Every paper in every kind of file, the workbook, the
JSON and the text of the plan are searched for it: altered words may stand there as the organisation's own, without
quotation marks; an altered source, State or answer nowhere.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn

from models.errors import PaperNotMade
from models.plans.as_json import plan_from_json
from models.plans.plan import Evidence, Plan
from search import SearchIndex
from tests.web.papers.conftest import DAY, written
from tests.web.papers.paper_index import FLOOR, PLAN, PLEDGE, PRISONS, REPORTED
from web.papers.facts import PlanFacts
from web.papers.kinds import PAPERS
from web.papers.papers import make_paper, write_paper
from web.plans.as_text import plan_as_text
from web.plans.exported import exported_json
from web.plans.read_workbook import read_plan_workbook
from web.plans.write_workbook import plan_workbook
from web.words.sources_of_plan import SourcesOfPlan

FORGED = "Judges were paid to stay away"
FORGED_SOURCE = "A/HRC/777/77, paragraph 77, page 777"
TAKEN = Evidence(REPORTED, "2030", FORGED_SOURCE, "https://example.org/77", "A.HRC.WG.6.34.XAA.1-1")
"""With the words of the report, and a source that somebody changed."""
FIRST = PLAN.items[0]


def with_evidence(*evidence: Evidence) -> Plan:
    return replace(PLAN, items=(replace(FIRST, evidence=evidence), *PLAN.items[1:]))


def with_items(**altered: object) -> Plan:
    """Every item altered, of whatever kind."""
    return replace(PLAN, items=tuple(replace(item, **altered) for item in PLAN.items))


ATTACKS = {
    # edited in the form: the id of the paragraph stays with it
    "evidence edited": with_evidence(replace(TAKEN, text=FORGED)),
    "evidence with a word more": with_evidence(replace(TAKEN, text=f"{FORGED}. {REPORTED}")),
    "evidence with a part of a sentence": with_evidence(replace(TAKEN, text="prisons in the north without notice.")),
    "evidence of a record that is not indexed": with_evidence(replace(TAKEN, text=FORGED, record="gone-1")),
    "evidence with the id of another paragraph": with_evidence(replace(TAKEN, record="A.HRC.WG.6.34.XAA.1-2")),
    "evidence of the observation, edited": with_evidence(
        replace(TAKEN, text=FLOOR.replace("prisons", FORGED), record="CAT.C.XAA.CO.900-11")
    ),
    "true words, another source": with_evidence(TAKEN),
    # a plan file or the hidden sheet of a workbook
    "words of every record": with_items(quoted=FORGED),
    "a word more in every record": replace(
        PLAN, items=tuple(replace(each, quoted=f"{FORGED}. {each.quoted}") for each in PLAN.items)
    ),
    "source of every record": with_items(citation=FORGED_SOURCE),
    "ids that the index does not have": replace(
        PLAN,
        items=tuple(
            replace(item, id=f"XAA-20-77.{number}-1", quoted=FORGED, citation=FORGED_SOURCE)
            for number, item in enumerate(PLAN.items)
        ),
    ),
    "State and kind of every record": with_items(state="SVN", kind="observation"),
    "answer to every record": with_items(position="rejected"),
}
SOURCES = (
    "A/HRC/777",
    "paragraph 77",
    "page 777",
    "example.org/77",
    "rejected",
    "Slovenia supported",
    "Slovenia noted",
)
each_attack = pytest.mark.parametrize("plan", ATTACKS.values(), ids=list(ATTACKS))


def text_of_docx(content: bytes) -> str:
    return "\n".join("".join(each.itertext()) for each in Document(BytesIO(content)).element.body.iter(qn("w:p")))


def text_of_xlsx(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    shown = (sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
    return "\n".join(str(cell.value) for sheet in shown for row in sheet for cell in row if cell.value is not None)


READERS: dict[str, Callable[[bytes], str]] = {
    "docx": text_of_docx,
    "xlsx": text_of_xlsx,
    "csv": lambda content: content.decode("utf-8-sig"),
    "json": lambda content: "\n".join(strings_in(json.loads(content))),
    "zip": lambda content: "\n".join(map(text_of_docx, files_in(content))),
}


def files_in(content: bytes) -> list[bytes]:
    with ZipFile(BytesIO(content)) as files:
        return [files.read(name) for name in files.namelist()]


def strings_in(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings_in(each)]
    if isinstance(value, list):
        return [text for each in value for text in strings_in(each)]
    return [value] if isinstance(value, str) else []


def assert_nothing_is_put_into_mouths(text: str) -> None:
    for quotation in text.split("“")[1:]:
        words = quotation.partition("”")[0]
        assert FORGED not in words
        assert words != "prisons in the north without notice."
    assert not [source for source in SOURCES if source in text]


@pytest.mark.parametrize("name", PAPERS)
@each_attack
def test_no_paper_quotes_what_somebody_altered(index: SearchIndex, name: str, plan: Plan) -> None:
    try:
        paper = make_paper(name, plan, index, {}, DAY)
    except PaperNotMade:
        # A brief of recommendations that the index does not hold, a note on those that await an answer.
        assert name in ("embassy-brief", "pending-note")
        return
    for kind in PAPERS[name].extensions:
        one_file = kind != "zip"
        content = write_paper(paper, kind, PAPERS[name]) if one_file else written(name, plan, index, {}, kind)
        assert_nothing_is_put_into_mouths(READERS[kind](content))


@each_attack
def test_no_export_of_the_plan_quotes_what_somebody_altered(index: SearchIndex, plan: Plan) -> None:
    sources = SourcesOfPlan(index, plan.items)
    assert_nothing_is_put_into_mouths(plan_as_text(replace(plan, items=()), index, 100))
    for item in json.loads(exported_json(plan, sources))["items"]:
        for part in (item, *item["evidence"]):
            remembered = part.pop("remembered", {})
            assert set(remembered) <= {"quoted", "citation", "position", "state", "kind", "document", "link", "record"}
        item_says = json.dumps({name: item[name] for name in ("quoted", "citation", "position", "state", "kind")})
        assert not [words for words in (FORGED, *SOURCES) if words in item_says]
        for piece in item["evidence"]:
            assert FORGED not in piece["text"] or not (piece["document"] or piece["link"] or piece["record"])
            assert not [source for source in SOURCES if source in json.dumps(piece)]


def rows_of(content: bytes, sheet: str) -> list[dict[str, object]]:
    heading, *rows = openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


@each_attack
def test_no_workbook_of_the_plan_quotes_what_somebody_altered(index: SearchIndex, plan: Plan) -> None:
    content = plan_workbook(plan, index)
    for row in rows_of(content, "Plan"):
        told = "\n".join(str(row[heading]) for heading in ("As printed", "Source", "Position"))
        assert not [words for words in (FORGED, *SOURCES) if words in told]
    for row in rows_of(content, "Evidence"):
        assert not [source for source in SOURCES if source in str(row)]
        if FORGED in str(row["What it says"]):
            assert (row["Document"], row["Address"], row["Taken from"]) == ("", "", "")


@each_attack
def test_what_a_plan_remembers_comes_back_from_its_files(index: SearchIndex, plan: Plan) -> None:
    assert plan_from_json(exported_json(plan, SourcesOfPlan(index, plan.items))) == plan
    filled_in = read_plan_workbook(plan_workbook(plan, index), plan)
    assert (filled_in.plan, filled_in.base, filled_in.warnings) == (plan, plan, ())


@each_attack
def test_without_an_index_nothing_of_a_plan_is_quoted_or_cited(plan: Plan) -> None:
    text = plan_as_text(plan, None, 100)
    assert "“" not in text
    assert_nothing_is_put_into_mouths(text.replace("example.org/diary", ""))


@pytest.mark.parametrize(
    ("attack", "what"),
    [
        ("words of every record", "words"),
        ("a word more in every record", "words"),
        ("source of every record", "citation"),
        ("answer to every record", "position"),
        ("State and kind of every record", "state"),
    ],
)
def test_each_difference_is_told(index: SearchIndex, attack: str, what: str) -> None:
    plan = ATTACKS[attack]
    sources = SourcesOfPlan(index, plan.items)
    found = [{each.what for each in sources.differences(item)} for item in plan.items]
    assert all(what in whats for whats in found[:-1])
    assert found[-1] == set()  # the index does not hold it: nothing to compare with


def test_the_author_is_told_what_stands_as_own_words(index: SearchIndex) -> None:
    def notes(plan: Plan) -> str:
        paper = make_paper("matrix", plan, index, {}, DAY)
        return "\n".join("".join(words) for words in paper.notes)

    assert "source: XAA-20-999.9-1." in notes(PLAN)
    edited = notes(ATTACKS["evidence edited"])
    assert "has other words than it" in edited
    assert "It is on: A/HRC/920/54, paragraph 100.1, page 14." in edited
    assert "other words, sources or positions of these than the index" in notes(ATTACKS["words of every record"])
    assert "has other words than it" not in notes(with_evidence(TAKEN))


def test_a_report_of_another_state_is_not_said_to_be_the_own_states(index: SearchIndex) -> None:
    """The observation on Vellania as evidence of an item on Tamurin: its words are quoted, not as reported on that."""
    evidence = Evidence(REPORTED, record="A.HRC.WG.6.34.XAA.1-1")
    foreign = replace(FIRST, id="XBA-21-100.1-1", state="XBA", evidence=(evidence,))
    plan = Plan(title="", state="XBA", items=(foreign,))
    facts = PlanFacts(plan, index, DAY)
    ((reported,),) = (facts.reported(item) for item in facts.own)
    assert reported.kind is None
    assert reported.words.words == REPORTED


def test_papers_print_the_words_of_the_index_for_those_of_the_plan(index: SearchIndex) -> None:
    altered = json.loads(written("matrix", ATTACKS["words of every record"], index, {}, "json"))["rows"]
    as_printed = json.loads(written("matrix", PLAN, index, {}, "json"))["rows"]
    assert [row["as_printed"] for row in altered[:-1]] == [row["as_printed"] for row in as_printed[:-1]]
    assert PRISONS in altered[0]["as_printed"]
    assert PLEDGE.text in altered[4]["as_printed"]
    assert altered[-1]["as_printed"].startswith(FORGED)
