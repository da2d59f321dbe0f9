"""The command `upr plan`: plans in files, without a site."""

import re
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from models.plans.as_json import plan_as_json, plan_from_json
from models.plans.plan import Plan
from tests.indexer.test_refused_writes import files_no_larger_than
from tests.web.api.full_index import NORM, PLEDGE, RECOMMENDATION, REPORTED_ID, TOLD, full_folder
from web.command_line import main
from web.plans.read_file import read_plan

pytestmark = pytest.mark.slow

Upr = Callable[..., Result]


@pytest.fixture
def upr(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Upr:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UPR_INDEX", str(full_folder()))
    return lambda *arguments, words="": CliRunner().invoke(main, ["plan", *map(str, arguments)], input=words)


def read(file: str) -> Plan:
    return read_plan(Path(file).read_bytes(), Plan(title="")).plan


def write(file: str, plan: Plan) -> None:
    Path(file).write_text(plan_as_json(plan), encoding="utf-8")


def test_a_plan_is_made_of_ids_of_every_kind(upr: Upr) -> None:
    ids = [RECOMMENDATION, PLEDGE.id, TOLD.id, NORM.id, REPORTED_ID]
    result = upr("make", *ids, "--state", "vellania", "--title", "Prisons", "--to", "plan.xlsx")
    assert result.exit_code == 0, result.output
    plan = read("plan.xlsx")
    assert (plan.title, plan.state, [item.id for item in plan.items]) == ("Prisons", "XAA", ids)
    assert [item.kind for item in plan.items] == [
        "recommendation",
        "commitment",
        "observation",
        "observation",
        "report",
    ]
    assert all(item.citation for item in plan.items)
    assert all(item.status is None for item in plan.items)


@pytest.mark.parametrize(
    "words",
    [
        f"{RECOMMENDATION}\n\n {PLEDGE.id} \n{RECOMMENDATION}\n",
        f'{{"id": "{RECOMMENDATION}", "rank": 1}}\n{{"id": "{PLEDGE.id}"}}\n{{broken\n',
    ],
    ids=["ids", "JSON lines"],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ids_come_from_standard_input(upr: Upr, words: str, mark: str) -> None:
    assert upr("make", "-", "--to", "plan.json", words=mark + words).exit_code == 0
    assert [item.id for item in read("plan.json").items] == [RECOMMENDATION, PLEDGE.id]


def test_what_the_index_does_not_have_is_named(upr: Upr) -> None:
    result = upr("make", RECOMMENDATION, "XAA-1-1.1-1\x1b[2J", "--to", "plan.json")
    assert result.exit_code == 0
    assert "Not in this index: XAA-1-1.1-1\\x1b[2J" in result.output
    result = upr("make", "XAA-1-1.1-1", "--to", "other.json")
    assert result.exit_code == 1
    assert not Path("other.json").exists()


def test_files_are_for_their_owner_alone_and_none_is_written_over(upr: Upr) -> None:
    upr("make", RECOMMENDATION, "--to", "plan.xlsx")
    assert stat.S_IMODE(Path("plan.xlsx").stat().st_mode) == 0o600
    before = Path("plan.xlsx").read_bytes()
    for arguments in (("make", RECOMMENDATION), ("export", "plan.xlsx"), ("merge", "plan.xlsx", "plan.xlsx")):
        result = upr(*arguments, "--to", "plan.xlsx")
        assert result.exit_code == 1
        assert "plan.xlsx is there already: name another file with --to." in result.output
    assert Path("plan.xlsx").read_bytes() == before


def test_a_plan_that_a_full_disk_refuses_leaves_no_file_in_the_way(upr: Upr) -> None:
    with files_no_larger_than(100):
        result = upr("make", RECOMMENDATION, "--to", "plan.json")
    told = "Error: File too large (plan.json): check the disk, and that the file may be used.\n"
    assert (result.exit_code, result.output) == (1, told)
    assert upr("make", RECOMMENDATION, "--to", "plan.json").exit_code == 0


def test_a_plan_is_shown_with_all_that_is_filled_in(upr: Upr) -> None:
    upr("make", RECOMMENDATION, "--state", "XAA", "--to", "plan.json")
    plan = read("plan.json")
    item = replace(plan.items[0], notes="Met\nthe warden \x1b[2J", position="supported")
    write("other.json", replace(plan, items=(item,)))
    shown = upr("show", "other.json").output
    assert "(XAA, 1 item)\n" in shown
    assert f"1. {RECOMMENDATION}: Vellania, UPR" in shown
    assert "Timetable" not in shown, "which nobody filled in"
    assert "Notes: Met\n        the warden" in shown
    assert "\x1b" not in shown
    assert plan_from_json(upr("show", "plan.json", "--json").output) == plan


def test_two_copies_become_one_and_what_differs_is_printed(upr: Upr) -> None:
    upr("make", RECOMMENDATION, PLEDGE.id, "--to", "base.json")
    base = read("base.json")
    first, second = base.items
    write("one.json", replace(base, items=(replace(first, notes="by her", partners="hers"), second)))
    write("two.json", replace(base, items=(replace(first, notes="by him", next_step="his"), second)))
    result = upr("merge", "one.json", "two.json", "--base", "base.json", "--to", "both.xlsx")
    assert result.exit_code == 0, result.output
    assert f"Changed: {RECOMMENDATION}, Next step: his" in result.output
    assert f"Changed in both: {RECOMMENDATION}, Notes" in result.output
    item = read("both.xlsx").items[0]
    assert (item.notes, item.partners, item.next_step) == ("by her\nby him", "hers", "his")
    for choice, notes in (("first", "by her"), ("second", "by him")):
        target = f"{choice}.json"
        upr("merge", "one.json", "two.json", "--base", "base.json", "--clashes", choice, "--to", target)
        assert read(target).items[0].notes == notes


def test_a_workbook_knows_what_it_was_made_of(upr: Upr) -> None:
    upr("make", RECOMMENDATION, "--to", "base.json")
    base = read("base.json")
    upr("export", "base.json", "--to", "plan.xlsx")
    write("one.json", replace(base, items=(replace(base.items[0], notes="by her"),)))
    result = upr("merge", "one.json", "plan.xlsx", "--to", "both.json")
    assert "Nothing differs." in result.output
    assert read("both.json").items[0].notes == "by her"


def test_papers_are_listed_and_made(upr: Upr) -> None:
    upr("make", RECOMMENDATION, "--state", "XAA", "--to", "plan.json")
    listed = upr("export", "plan.json", "--papers").output
    assert "matrix: Follow-up matrix (docx, xlsx, csv, json)" in listed
    assert "--option occasion=…  Occasion: debate, adoption  [default: debate]" in listed
    result = upr("export", "plan.json", "--paper", "matrix", "--option", "readers=others", "--to", "matrix.docx")
    assert result.exit_code == 0, result.output
    assert Path("matrix.docx").read_bytes().startswith(b"PK")
    result = upr("export", "plan.json", "--paper", "embassy-brief", "--to", "briefs.zip")
    assert result.exit_code == 0, result.output
    with ZipFile("briefs.zip") as files:
        names = files.namelist()
    assert names
    assert all(re.fullmatch(r"embassy-brief-XAA-for-[A-Z]{3}-DRAFT\.docx", name) for name in names)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("export", "plan.json"), 2),
        (("export", "plan.json", "--option", "a=b", "--to", "x.json"), 2),
        (("export", "plan.json", "--to", "x.pdf"), 1),
        (("export", "plan.json", "--paper", "nothing", "--to", "x.docx"), 1),
        (("export", "plan.json", "--paper", "matrix", "--to", "x.exe"), 1),
        (("export", "plan.json", "--paper", "matrix", "--option", "readers=x", "--to", "x.docx"), 1),
        (("show", "broken.json"), 1),
        (("show", "nothing.json"), 2),
    ],
)
def test_what_cannot_be_done_is_one_sentence(upr: Upr, arguments: tuple[str, ...], code: int) -> None:
    upr("make", RECOMMENDATION, "--to", "plan.json")
    Path("broken.json").write_text("{]", encoding="utf-8")
    result = upr(*arguments)
    assert result.exit_code == code
    assert "Traceback" not in result.output
    assert not list(Path.cwd().glob("x.*"))


def test_news_are_printed_and_taken(upr: Upr) -> None:
    upr("make", RECOMMENDATION, "--state", "XAA", "--to", "plan.json")
    assert upr("news", "plan.json").output == "Nothing new on its items.\n"
    plan = read("plan.json")
    item = replace(plan.items[0], known=(), position="pending")
    write("old.json", replace(plan, items=(item, replace(item, id="XAA-1-1.1-1")), index_date="2020-01-01"))
    printed = upr("news", "old.json", "--to", "new.json").output
    assert "New answer: " in printed
    assert "(before: pending)" in printed
    assert f"Reported on it: {REPORTED_ID}" in printed
    assert "2. XAA-1-1.1-1" in printed
    assert "The documents indexed now do not hold it." in printed
    brought = read("new.json")
    assert brought.items[0].known == plan.items[0].known
    assert brought.index_date == plan.index_date
    assert [each.id for each in brought.items] == [RECOMMENDATION, "XAA-1-1.1-1"]
