"""What holds for every paper: whose words are whose, what is never said, what stays private, and what is refused."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn

from models.errors import PaperNotMade
from models.plans.plan import Plan, PlanItem, Status
from models.records.enums import Position
from models.records.records import Discrepancy, Place, Recommendation
from search import SearchIndex
from tests.web.papers.conftest import DAY, altered, notes_of, sheet_of, text_of, written
from tests.web.papers.paper_index import BOOKS, CIVIL, COMMENT, PLAN, PRISONS, PRIVATE, REPORTED, item
from web.papers.kinds import PAPERS
from web.papers.paper import Heading, Paper, Quoted
from web.papers.papers import file_name, make_paper, states_to_brief
from web.papers.write_document import write_document

OF_PENDING = "pending-note"
TABLES = {"matrix", "stakeholders-matrix", "mid-term"}
QUOTATION = re.compile("“[^”]*”")
OTHERS = (PRISONS, BOOKS, COMMENT, REPORTED, CIVIL)

each_paper = pytest.mark.parametrize("name", [name for name in PAPERS if name != OF_PENDING])
Compose = Callable[..., Paper]


@each_paper
def test_only_words_of_others_stand_in_quotation_marks(compose: Compose, name: str) -> None:
    for words in compose(name).words():
        for piece in words:
            assert isinstance(piece, Quoted) == bool(QUOTATION.search(piece)), piece
    quoted = {piece.strip("“”") for words in compose(name).words() for piece in words if isinstance(piece, Quoted)}
    assert PRISONS in {words.removesuffix(" (Brenmark)") for words in quoted}


@each_paper
def test_each_quotation_has_its_source_beside_it(compose: Compose, name: str) -> None:
    text = text_of(compose(name))
    for quotation in QUOTATION.finditer(text):
        after = text[quotation.end() : quotation.end() + 80]
        assert re.match(r"\s+\((A/HRC/|CAT/C/XAA/CO/900)", after), quotation[0] + after


@each_paper
def test_no_paper_judges(compose: Compose, name: str) -> None:
    text = QUOTATION.sub("", text_of(compose(name))).casefold()
    for never in ("rejected", "refused", "accepted", "violat", "failed", "has been implemented"):
        assert never not in text
    without_status = replace(PLAN, items=tuple(replace(each, status=None) for each in PLAN.items))
    assert "implemented" not in QUOTATION.sub("", text_of(compose(name, without_status)))


@each_paper
def test_what_is_to_be_filled_in_is_shaded_and_in_brackets(document: Callable[..., Any], name: str) -> None:
    paper = document(name)
    assert paper.styles["Gap"].element.rPr.find(qn("w:shd")).get(qn("w:fill")) == "FFF0B3"
    shaded = ["".join(run.itertext()) for run in paper.element.body.iter(qn("w:r")) if run.style == "Gap"]
    assert len(shaded) > 1
    assert all(re.fullmatch(r"(\[ … .*\])+", words) for words in shaded)


@each_paper
def test_a_paper_says_that_it_is_a_draft_in_its_properties_and_file_name_until_it_is_filled_in_and_signed(
    compose: Compose, name: str
) -> None:
    paper = compose(name)
    opened = Document(BytesIO(write_document(paper)))
    assert opened.core_properties.content_status == "DRAFT"
    assert file_name(name, PLAN, paper) == f"{name}-XAA-DRAFT"
    assert "draft" not in "".join(opened.element.body.itertext()).casefold()
    filled = compose(name, filled={blank.key: "Said." for blank in paper.blanks})
    filled.sign(["Rowers", "Divers"])
    opened = Document(BytesIO(write_document(filled)))
    assert opened.core_properties.content_status == ""
    assert file_name(name, PLAN, filled) == f"{name}-XAA"
    assert "[ …" not in "".join(opened.element.body.itertext())
    assert "Joint signatories: Rowers; Divers" in [paragraph.text for paragraph in opened.paragraphs]


@each_paper
def test_each_blank_has_a_key_of_its_own_that_stays_and_stands_in_the_sheet(compose: Compose, name: str) -> None:
    paper = compose(name)
    keys = [blank.key for blank in paper.blanks]
    assert len(set(keys)) == len(keys) > 1
    assert keys == [blank.key for blank in compose(name, filled={}).blanks]
    to_fill_in = notes_of(paper).partition("To fill in:")[2]
    assert all(str(blank) in to_fill_in for blank in paper.blanks)


@each_paper
def test_no_heading_stands_over_nothing(compose: Compose, name: str) -> None:
    parts = compose(name).parts
    headings = [part for part in parts if isinstance(part, Heading)]
    for heading, after in pairwise([*parts, None]):
        if isinstance(heading, Heading):
            assert after is not None
            assert not isinstance(after, Heading) or after.level > heading.level, heading.text
    assert len({heading.text for heading in headings}) == len(headings)


@each_paper
def test_no_blank_is_empty_no_quotation_ends_in_a_mark_of_a_list_and_none_is_doubled(
    compose: Compose, name: str
) -> None:
    text = text_of(compose(name))
    judged = replace(PLAN, items=tuple(replace(each, status=Status.NOT_STARTED, evidence=()) for each in PLAN.items))
    assert "[ …  ]" not in text_of(compose(name, judged))
    for artefact in ("[ … None", ";”", ",”", "““", "””", "  ", "()", "[]", " ."):
        assert artefact not in text, artefact
    if name not in TABLES:  # where a heading of a column says what belongs into a cell
        assert "[ … ]" not in text


@each_paper
def test_what_is_for_its_makers_alone_is_in_no_copy_for_others(
    index: SearchIndex, document: Callable[..., Any], name: str
) -> None:
    hints = "Assess first whether contact is safe"
    assert hints not in "".join(document(name).element.body.itertext())
    alone = Document(BytesIO(sheet_of(name, PLAN, index)))
    assert hints in "".join(alone.element.body.itertext())
    assert "Reprisals: " in "".join(alone.element.body.itertext())
    if "xlsx" in PAPERS[name].extensions:
        book = openpyxl.load_workbook(BytesIO(written(name, PLAN, index, {}, "xlsx")))
        cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
        assert not [cell for cell in cells if hints in cell]


@each_paper
def test_others_do_not_learn_of_partners_next_steps_and_notes(compose: Compose, name: str) -> None:
    options = {"readers": "others"} if name == "matrix" else {}
    paper = compose(name, **options)
    head = ["".join(words) for _, words in paper.letterhead]
    told = "\n".join([paper.title, paper.head, *head, text_of(paper), *("".join(words) for words in paper.notes)])
    assert [words for words in PRIVATE if words in told] == []


@pytest.mark.parametrize(
    "name", ["embassy-brief", "oral-statement", "written-statement", "submission", "side-event", "public-summary"]
)
def test_own_evidence_is_in_until_it_is_left_out(index: SearchIndex, name: str) -> None:
    for choice, is_there in (({}, True), ({"evidence": "in"}, True), ({"evidence": "out"}, False)):
        body = Document(BytesIO(written(name, PLAN, index, choice, "docx"))).element.body
        assert ("We counted two visits" in "".join(body.itertext())) == is_there


def test_whom_to_tell_of_reprisals_stands_with_pages_and_their_day(compose: Compose) -> None:
    assert "https://www.ohchr.org/en/special-procedures-human-rights-council" in notes_of(compose("side-event"))
    assert "Addresses as of 26 November 2026." in notes_of(compose("side-event"))


def test_an_invented_sample_says_so_to_its_makers(compose: Compose) -> None:
    assert "Invented sample" in notes_of(compose("matrix"))


@each_paper
def test_documents_cited_are_listed_with_what_they_are(
    compose: Compose, document: Callable[..., Any], name: str
) -> None:
    if name == "oral-statement":  # nobody reads a table aloud
        assert "Source: A/HRC/920/54, Working Group report, 1 January 2015, 100.1" in notes_of(compose(name))
        return
    opened = document(name)
    sources = [[cell.text for cell in row.cells] for row in opened.tables[-1].rows]
    assert sources[0] == ["Document", "What it is", "Paragraphs cited", "Address"]
    listed = {row[0]: row[1:] for row in sources[1:]}
    assert listed["A/HRC/920/54"][0] == "Working Group report, 1 January 2015"
    assert "100.1" in listed["A/HRC/920/54"][1].split(", ")
    assert listed["A/HRC/920/54"][2] == ""  # an invented document is nowhere


@each_paper
def test_word_documents_have_a_head_page_numbers_and_a4(document: Callable[..., Any], name: str) -> None:
    (section,) = document(name).sections
    assert (
        section.header.paragraphs[0].text == "Vellania | Follow-up to the Universal Periodic Review | 26 November 2026"
    )
    assert [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))] == [
        "PAGE",
        "NUMPAGES",
    ]
    size = (round(section.page_width.cm, 1), round(section.page_height.cm, 1))
    assert size == ((29.7, 21.0) if name in TABLES else (21.0, 29.7))


@each_paper
def test_words_of_people_in_any_script_are_kept(index: SearchIndex, name: str) -> None:
    result = "يحصل كل طفل على التعليم.\nمجانا 学校 \x00\u202e<b>"
    plan = replace(PLAN, items=tuple(replace(each, request=result, notes=result) for each in PLAN.items))
    opened = Document(BytesIO(written(name, plan, index, {}, "docx")))
    assert "\u202e" not in opened.element.xml
    if name in {"matrix", "mid-term", "oral-statement", "written-statement", "submission", "embassy-brief"}:
        paragraphs = [each for each in opened.element.body.iter(qn("w:p")) if "يحصل" in "".join(each.itertext())]
        assert paragraphs
        assert all(list(each.iter(qn("w:rtl"))) for each in paragraphs)


@each_paper
def test_a_plan_made_elsewhere_is_written_all_the_same(index: SearchIndex, name: str) -> None:
    """Ids that the index does not know, words outside of their lists, a State that is none."""
    strange = item("../../etc", "x" * 20_000, "recommendation", position="rejected", citation="c" * 5_000)
    odd = PlanItem(id="", kind="nonsense", state="XAA", citation="", quoted="")
    plan = Plan(title="t" * 5_000, state="XAA", items=(strange, odd))
    if name == "embassy-brief":
        with pytest.raises(PaperNotMade, match="names the State that made it"):
            written(name, plan, index, {}, "docx")
    else:
        for extension in PAPERS[name].extensions:
            assert written(name, plan, index, {}, extension)


@each_paper
def test_a_state_that_is_none_is_no_error_of_the_program(index: SearchIndex, name: str) -> None:
    plan = Plan(title="", state="Z" * 4_000, items=(replace(PLAN.items[-1], state="Z" * 4_000),))
    if name != "embassy-brief":
        assert written(name, plan, index, {}, "docx")


@pytest.mark.parametrize(
    ("name", "options", "extension", "message"),
    [
        ("nonsense", {}, "docx", "Papers: there is no “nonsense” here; choose from matrix, stakeholders-matrix"),
        ("oral-statement", {}, "xlsx", "Oral statement: there is no “xlsx” here; choose from docx."),
        (
            "oral-statement",
            {"occasion": "9"},
            "docx",
            "Occasion: there is no “9” here; choose from debate, adoption.",
        ),
        (
            "oral-statement",
            {"hours": "9"},
            "docx",
            "Oral statement: there is no “hours” here; choose from occasion, pace, ",
        ),
        ("mid-term", {"hours": "9"}, "docx", "This paper has no options, and so no “hours”."),
        ("embassy-brief", {"state": "ITA"}, "docx", "ITA recommended nothing on the plan: choose another State."),
    ],
)
def test_what_is_no_paper_is_refused_in_a_sentence(
    index: SearchIndex, name: str, options: dict[str, str], extension: str, message: str
) -> None:
    with pytest.raises(PaperNotMade) as refused:
        written(name, PLAN, index, options, extension)
    assert str(refused.value).startswith(message)


@each_paper
def test_an_empty_plan_becomes_no_paper(index: SearchIndex, name: str) -> None:
    with pytest.raises(PaperNotMade):
        written(name, Plan(title="Empty", state="XAA"), index, {}, "docx")


def test_files_are_named_without_a_word_of_the_plan() -> None:
    assert file_name("embassy-brief", PLAN) == "embassy-brief-XAA"
    assert file_name("matrix", Plan(title="Secret", state="../x")) == "matrix"


def test_properties_of_a_document_name_nobody(document: Callable[..., Any]) -> None:
    properties = document("matrix").core_properties
    assert (properties.title, properties.author, properties.comments) == ("", "", "")


def test_states_to_brief_are_those_that_recommended(index: SearchIndex) -> None:
    assert [state.name for state in states_to_brief(PLAN, index)] == ["Brenmark", "France", "Slovenia"]


def test_the_state_of_most_items_stands_for_one_that_was_not_chosen(compose: Compose) -> None:
    assert compose("public-summary", replace(PLAN, state="")).title == "What Vellania was told, and what it answered"


@each_paper
def test_its_author_is_told_once_which_positions_to_check(index: SearchIndex, name: str) -> None:
    def notes_over(searched: SearchIndex) -> list[str]:
        paper = make_paper(name, PLAN, searched, {}, DAY)
        return ["".join(words) for words in paper.notes if "Check the positions" in "".join(words)]

    def counted_otherwise(record: Recommendation) -> Recommendation:
        total = Discrepancy(Place("A/HRC/921/2", "779", 108), Position.SUPPORTED, stated=175, read=173)
        return replace(record, discrepancies=(total,)) if record.session == 20 else record

    assert notes_over(altered(index, counted_otherwise)) == [
        "Check the positions of 2014 (session 20). Documents count other numbers than were read: a document with "
        "answers is not indexed, a recommendation or a position is misread, or the documents differ. Compare them "
        "before you rely on a position. A/HRC/921/2, paragraph 779: the document counts 175 as supported; the program "
        "read 173."
    ]
    assert notes_over(index) == []
