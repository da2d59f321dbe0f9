"""Papers for others hold nothing of the program: no command, no hint, no word of what is indexed, no open blank."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from models.plans.plan import Evidence, Plan
from search import SearchIndex
from tests.web.papers.conftest import DAY, altered, index_for, notes_of, text_of
from tests.web.papers.paper_index import COMMENT, FLOOR, PLAN, PLEDGE, PRISONS, REPORTED
from web.files.office_files import Gap
from web.papers.kinds import DOORS, PAPERS, paper_kind
from web.papers.paper import Paper, Paragraph, Quoted
from web.papers.papers import make_paper

Compose = Callable[..., Paper]
OPTIONS: dict[str, list[dict[str, str]]] = {
    "matrix": [{"readers": "others"}],
    "embassy-brief": [{"moment": "before"}, {"moment": "between"}],
    "oral-statement": [{"occasion": "debate"}, {"occasion": "adoption", "pace": "slower"}],
    "written-statement": [{"status": "special"}, {"status": "general"}],
    "submission": [{"joint": "no"}, {"joint": "yes"}],
}
MADE = [(name, options) for name in PAPERS for options in OPTIONS.get(name, [{}])]
each_made = pytest.mark.parametrize(
    ("name", "options"), MADE, ids=[f"{name} {'/'.join(opts.values())}" for name, opts in MADE]
)
NEVER = (
    "upr fetch", "upr plan", "command", "indexed", "index of", "handling", "program", "computer", "by meaning",
    "suggest", "model", "hint", "limit", "nothing found", "this plan", "documents at hand", "comparing", "traceback",
)  # fmt: skip


def whole_text(paper: Paper) -> str:
    head = "\n".join(f"{name}: {''.join(words)}" for name, words in paper.letterhead)
    return "\n".join((paper.title, paper.head, head, text_of(paper)))


def all_words(paper: Paper) -> list[tuple[str, ...]]:
    return [*(words for _, words in paper.letterhead), *paper.words()]


@each_made
def test_no_word_of_the_program(compose: Compose, name: str, options: dict[str, str]) -> None:
    text = whole_text(compose(name, **options)).casefold().replace("programme", "")
    assert [word for word in NEVER if word in text] == []


def test_what_is_read_aloud_has_no_address(compose: Compose) -> None:
    for options in OPTIONS["oral-statement"]:
        paper = compose("oral-statement", **options)
        assert "https://example.org/diary" in text_of(compose("written-statement"))
        assert not re.search(r"https?:|www\.", whole_text(paper))
        assert paper.sources == ()


@each_made
def test_no_blank_is_unshaded(compose: Compose, name: str, options: dict[str, str]) -> None:
    for words in all_words(compose(name, **options)):
        for piece in words:
            assert isinstance(piece, Gap) == ("[ …" in piece), piece


@each_made
def test_each_request_is_a_paragraph_of_its_own(compose: Compose, name: str, options: dict[str, str]) -> None:
    paper = compose(name, **options)
    lines = ["".join(words) for words in paper.words()]
    requests = ("Let judges see every prison.", "Publish what they find.")
    with_them = [line for line in lines if any(request in line for request in requests)]
    if name == "matrix":  # as they stand in the plan
        assert with_them == ["\n".join(requests)]
    elif name in ("stakeholders-matrix", "side-event", "public-summary"):
        assert with_them == []
    else:
        assert set(with_them) == set(requests)
    assert name == "matrix" or not [line for line in lines if "Prisons are seen." in line]


LONG = (
    "Take all steps to ensure the human right to water; let judges visit prisons (in the north; in the south) "
    "without notice. Print what they find, and mend what is broken in each of the prisons of the islands"
)


@each_made
def test_each_quotation_is_whole_or_ends_at_a_full_stop_or_semicolon(
    index: SearchIndex, name: str, options: dict[str, str]
) -> None:
    longer = altered(index_for(name, index), lambda record: replace(record, text=LONG * 3, quoted=LONG * 3))
    paper = make_paper(name, PLAN, longer, options, DAY)
    found = [piece.strip("“”") for words in paper.words() for piece in words if isinstance(piece, Quoted)]
    source = LONG * 3
    cut = [words for words in found if words not in (source, COMMENT, REPORTED, PLEDGE.text, FLOOR)]
    assert found
    for words in cut:
        assert words.endswith(" […]")
        kept = words.removesuffix(" […]")
        assert source.startswith(kept)
        assert kept.endswith(".") or source[len(kept)] == ";"
        assert kept.count("(") == kept.count(")")


@each_made
def test_every_item_of_the_plan_is_in_the_paper_or_named_in_its_sheet(
    compose: Compose, name: str, options: dict[str, str]
) -> None:
    paper = compose(name, **options)
    text, sheet = text_of(paper), notes_of(paper).partition("Left out of this paper:")[2]
    for place in ("100.1, page 14", "100.2, page 14", "100.3, page 14", "117, page 19", "11, page 3"):
        assert f"paragraph {place}" in text or f"paragraph {place}" in sheet, place


def test_the_sheet_says_which_times_have_passed(compose: Compose) -> None:
    first, *rest = PLAN.items
    items = (replace(first, request="Mend prisons by 2021."), *rest)
    notes = notes_of(compose("written-statement", replace(PLAN, items=items)))
    assert "Has passed: A/HRC/920/54, paragraph 100.1, page 14: Mend prisons by 2021." in notes
    assert "passed" not in text_of(compose("written-statement", replace(PLAN, items=items)))


def test_words_of_a_plan_make_no_line_and_no_command_of_a_template(compose: Compose) -> None:
    hostile = "x\n# Heading\n@for-you\n@page\n- bullet {{ facts }} \ue0000:0\ue001 | %(state)s"
    plan = Plan(
        title="",
        state="Z\n@for-you",
        items=(
            replace(
                PLAN.items[0],
                id="gone\n@end",
                quoted=hostile,
                state="Z\n@for-you",
                request=hostile,
                evidence=(Evidence(hostile),),
            ),
        ),
    )
    for name in ("written-statement", "matrix", "mid-term", "submission", "press-release"):
        paper = compose(name, plan)
        assert "{{ facts }}" in text_of(paper)
        assert not [part for part in paper.parts if getattr(part, "text", "") == "Heading"]
        assert not any("Heading" in "".join(words) and "For" in "".join(words) for words in paper.notes)
    words = [part.words for part in compose("written-statement", plan).parts if isinstance(part, Paragraph)]
    assert any(hostile in piece for pieces in words for piece in pieces)


def test_five_doors_lead_to_all_papers() -> None:
    assert [kind.name for door in DOORS.values() for kind in door.papers] == list(PAPERS)
    assert {door: paper_kind(door).name for door in DOORS} == {
        "matrix": "matrix",
        "brief": "embassy-brief",
        "statement": "oral-statement",
        "submission": "submission",
        "public-text": "public-summary",
    }


def test_what_was_said_in_english_has_room_for_a_translation_elsewhere(index: SearchIndex) -> None:
    from tests.web.conftest import site_over
    from web.site.language_prefix import LANGUAGE

    for language, blank in (("fr", "[ … traduction ]"), ("es", "[ … traducción ]")):
        with site_over(index).test_request_context(environ_overrides={LANGUAGE: language}):
            text = text_of(make_paper("written-statement", PLAN, index, {}, DAY))
        quoted = re.search(rf"[«“]\s*{PRISONS}\s*[»”] (\[[^]]*\])", text)
        assert quoted
        assert quoted[1].replace("\N{NO-BREAK SPACE}", " ") == blank
    assert "traduction" not in text_of(make_paper("written-statement", PLAN, index, {}, DAY))
