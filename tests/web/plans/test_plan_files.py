"""A plan as a workbook and back: what a file changes is seen first, and hostile files change nothing."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from flask.testing import FlaskClient

from models.plans.as_json import plan_as_json
from tests.web.inspect_page import main_of, words_of
from tests.web.own_forms import send
from tests.web.plans.plan_site import FIRST, TITLE, form_of, item_addresses, kept
from web.site.kept_questions import KeptQuestions


def workbook(client: FlaskClient, plan: str, change: Callable[[Any], object] = lambda book: None) -> bytes:
    """The workbook of a plan after somebody worked on it."""
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{plan}/plan.xlsx").data))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def write(heading: str, row: int, words: object) -> Callable[[Any], object]:
    def change(book: Any) -> None:
        sheet = book["Plan"]
        (column,) = (place.column for place in sheet[1] if place.value == heading)
        sheet.cell(row, column).value = words

    return change


def give_back(client: FlaskClient, plan: str, content: bytes, name: str = "plan.xlsx"):
    return send(client, f"{plan}/upload", {"file": (io.BytesIO(content), name)}, content_type="multipart/form-data")


def merge(client: FlaskClient, plan: str, preview, **choices: str):
    form = form_of(preview, f"{plan}/merge")
    named = {
        name: choices.get(name.rpartition("-")[2], value) for name, value in form.items() if name.startswith("choice-")
    }
    return send(client, f"{plan}/merge", form | named)


def change_here(client: FlaskClient, plan: str, **changes: str) -> None:
    address = item_addresses(client, plan)[0]
    send(client, address, form_of(client.get(address), address) | changes)


def test_what_was_filled_in_offline_is_shown_and_then_merged(client, plan):
    preview = give_back(client, plan, workbook(client, plan, write("Notes", 2, "met them")))
    words = words_of(preview)
    assert "Merge into the plan" in words
    assert "Changed in the file 1" in words
    assert "Notes met them" in words
    assert kept(client, plan).version == 1
    assert merge(client, plan, preview).status_code == 200
    assert kept(client, plan).plan.items[0].notes == "met them"


def test_what_changed_on_both_sides_is_shown_and_neither_is_lost(client, plan):
    content = workbook(client, plan, write("Notes", 2, "offline"))
    change_here(client, plan, partners="here")
    preview = give_back(client, plan, content)
    words = words_of(preview)
    assert "Notes offline" in words
    assert "Changed in the plan since the file was made: stays 1" in words
    assert "Partners here" in words
    merge(client, plan, preview)
    item = kept(client, plan).plan.items[0]
    assert (item.notes, item.partners) == ("offline", "here")


@pytest.mark.parametrize(("choice", "notes"), [("mine", "offline"), ("theirs", "here"), ("both", "here\noffline")])
def test_where_both_changed_one_text_somebody_chooses(client, plan, choice, notes):
    content = workbook(client, plan, write("Notes", 2, "offline"))
    change_here(client, plan, notes="here")
    preview = give_back(client, plan, content)
    assert "Changed on both sides: choose 1" in words_of(preview)
    assert "Before nothing In the file offline In the plan now here" in words_of(preview)
    merge(client, plan, preview, notes=choice)
    assert kept(client, plan).plan.items[0].notes == notes


def test_a_column_that_people_added_is_shown_before_it_is_merged(client, plan):
    def add(book: Any) -> None:
        sheet = book["Plan"]
        column = sheet.max_column + 1
        sheet.cell(1, column).value, sheet.cell(2, column).value = "Office", "North"

    preview = give_back(client, plan, workbook(client, plan, add))
    assert "Changed in the file 1" in words_of(preview)
    assert "Office North" in words_of(preview)
    merge(client, plan, preview)
    assert kept(client, plan).plan.items[0].own_columns == (("Office", "North"),)


def test_of_two_results_one_stands_in_the_notes_in_the_language_of_the_page(client, plan):
    plan = f"/es{plan}"
    content = workbook(client, plan, write("Resultado previsto", 2, "offline"))
    change_here(client, plan, expected_result="here")
    merge(client, plan, give_back(client, plan, content))
    assert kept(client, plan.removeprefix("/es")).plan.items[0].notes == "Resultado previsto: offline"


def test_a_change_while_somebody_looks_is_shown_before_it_is_merged(client, plan):
    preview = give_back(client, plan, workbook(client, plan, write("Notes", 2, "offline")))
    change_here(client, plan, notes="here")
    again = merge(client, plan, preview)
    assert again.status_code == 409
    assert "Somebody changed the plan meanwhile." in words_of(again)
    assert "In the file offline In the plan now here" in words_of(again)
    assert kept(client, plan).plan.items[0].notes == "here"
    merge(client, plan, again, notes="both")
    assert kept(client, plan).plan.items[0].notes == "here\noffline"


def test_a_file_that_changes_nothing_says_so(client, plan):
    words = words_of(give_back(client, plan, workbook(client, plan)))
    assert "Nothing: the plan has all that the file says." in words
    assert "Merge into the plan" not in words


def test_a_row_taken_out_is_named_before_its_item_goes(client, plan):
    preview = give_back(client, plan, workbook(client, plan, lambda book: book["Plan"].delete_rows(3)))
    assert "Not in the file: will be taken out 1" in words_of(preview)
    assert len(kept(client, plan).plan.items) == 2
    merge(client, plan, preview)
    assert [item.id for item in kept(client, plan).plan.items] == [FIRST]


def test_a_row_taken_out_whose_item_changed_meanwhile_stays(client, plan):
    content = workbook(client, plan, lambda book: book["Plan"].delete_rows(2))
    change_here(client, plan, notes="here")
    preview = give_back(client, plan, content)
    assert "Taken out on one side and changed on the other: stays 1" in words_of(preview)


def test_a_json_file_is_given_back_too(client, plan):
    exported = client.get(f"{plan}/plan.json")
    assert exported.headers["Content-Disposition"] == "attachment; filename=follow-up-plan.json"
    changed = json.loads(exported.data)
    changed["items"][0]["notes"] = "by a program"
    preview = give_back(client, plan, json.dumps(changed).encode(), "plan.json")
    merge(client, plan, preview)
    assert kept(client, plan).plan.items[0].notes == "by a program"


def test_a_file_begins_a_plan_of_its_own(client, plan, tmp_path):
    content = workbook(client, plan, write("Notes", 2, "offline"))
    response = send(
        client, "/plans/open", {"file": (io.BytesIO(content), "x.xlsx")}, content_type="multipart/form-data"
    )
    assert response.request.path not in (plan, "/plans/open")
    opened = kept(client, response.request.path).plan
    assert (opened.title, opened.items[0].notes) == (TITLE, "offline")


def bomb(size: int) -> bytes:
    """A workbook of a few kilobytes that unpacks to `size` bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b" " * size)
    return stream.getvalue()


HOSTILE: dict[str, Callable[[], bytes]] = {
    "broken archive": lambda: b"PK\x03\x04" + b"\0" * 100,
    "a bomb": lambda: bomb(200_000_000),
    "no object": lambda: b"{]",
    "nested": lambda: b'{"version":1,"items":' + b"[" * 100_000,
    "no text": lambda: b"{\xff\xfe",
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_file_is_refused_in_a_sentence_and_nothing_is_lost(client, plan, made):
    content = made()
    for response in (
        give_back(client, plan, content),
        send(client, "/plans/open", {"file": (io.BytesIO(content), "x")}, content_type="multipart/form-data"),
    ):
        assert response.status_code == 400
        assert words_of(response)
    assert kept(client, plan).version == 1


def test_macros_are_not_run_and_not_kept(client, plan):
    content = io.BytesIO(workbook(client, plan, write("Notes", 2, "offline")))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"Tarnbridge macro" * 100)
    preview = give_back(client, plan, content.getvalue(), "plan.xlsm")
    assert "Notes offline" in words_of(preview)
    merge(client, plan, preview)
    assert b"Tarnbridge macro" not in client.get(f"{plan}/plan.xlsx").data


def test_a_file_of_10_mb_is_refused_and_no_other_form_may_be_large(client, plan):
    response = give_back(client, plan, b"x" * 10_000_001)
    assert response.status_code == 400
    assert "larger than 10 MB" in words_of(response)
    assert give_back(client, plan, b"x" * 11_000_000).status_code == 413
    for path in ("/list", f"{plan}/settings", f"{plan}/items", f"{plan}/news"):
        assert send(client, path, {"title": "x" * 140_000}).status_code == 413
    assert kept(client, plan).version == 1


def test_what_was_given_back_stays_in_memory_and_cannot_be_read_there(client, plan):
    give_back(client, plan, workbook(client, plan, write("Notes", 2, "Tarnbridge offline")))
    uploads = client.application.extensions["upr_kept_uploads"]
    assert isinstance(uploads, KeptQuestions)
    held = repr(list(uploads.store._kept.items()))
    assert "Tarnbridge" not in held


def test_a_file_that_is_merged_is_forgotten(client, plan):
    preview = give_back(client, plan, workbook(client, plan, write("Notes", 2, "offline")))
    merge(client, plan, preview)
    again = merge(client, plan, preview)
    assert again.status_code == 400
    assert "The file is no longer in memory: upload it again." in words_of(again)


def test_a_merge_with_the_key_of_nothing_is_refused(client, plan):
    for key in ("", "x", "a" * 32 + "." + "b" * 22):
        assert send(client, f"{plan}/merge", {"upload": key, "seen": "1"}).status_code == 400


def test_words_of_a_file_stay_words(client, plan):
    hostile = "<script>alert(1)</script>=HYPERLINK(1)"
    preview = give_back(client, plan, workbook(client, plan, write("Notes", 2, hostile)))
    assert "<script>alert" not in preview.get_data(as_text=True)
    merge(client, plan, preview)
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"{plan}/plan.xlsx").data))["Plan"]
    assert not [cell for row in sheet for cell in row if cell.data_type == "f"]


def test_json_is_the_plan(client, plan):
    assert client.get(f"{plan}/plan.json").get_data(as_text=True) == plan_as_json(kept(client, plan).plan)


def test_a_file_is_asked_for_with_its_limits(client, plan):
    page = main_of(client.get(plan))
    assert page.find(".//input[@type='file']").get("accept") == ".xlsx,.json"
    assert "At most 10 MB. Macros and formulas are not run." in words_of(client.get(plan))


@pytest.mark.parametrize("begins_a_plan", [False, True])
def test_browsers_go_back_to_what_was_not_taken_of_a_file(client, plan, begins_a_plan):
    """It has an address of its own: a page that a form was sent to cannot be gone back to."""
    content = workbook(client, plan, write("Status", 2, "wonderful"))
    file, address = {"file": (io.BytesIO(content), "plan.xlsx")}, "/plans/open" if begins_a_plan else f"{plan}/upload"
    sent = send(client, address, file, content_type="multipart/form-data", follow_redirects=False)
    assert sent.status_code == 303
    for _ in range(2):
        page = client.get(sent.location)
        assert "Not taken from the file" in words_of(page)
        assert "No words to choose from, so not taken: wonderful (row 2)." in words_of(page)
        assert "noindex" in page.headers["X-Robots-Tag"]


def test_who_goes_back_after_merging_comes_to_the_plan(client, plan):
    preview = give_back(client, plan, workbook(client, plan, write("Notes", 2, "offline")))
    address = f"{preview.request.path}?{preview.request.query_string.decode()}"
    merge(client, plan, preview)
    again = client.get(address)
    assert "What the file changes" not in words_of(again)
    assert "What the file changes" not in words_of(client.get(f"{plan}?upload=nothing"))
    assert client.get(f"/plan/{'a' * 43}?upload=nothing").status_code == 404


def test_another_state_and_title_in_a_file_are_shown_first(client, plan):
    exported = json.loads(client.get(f"{plan}/plan.json").data)
    exported |= {"state": "XAB", "title": "Shelters"}
    preview = give_back(client, plan, json.dumps(exported).encode(), "plan.json")
    words = words_of(preview)
    assert "The plan Title of the plan Shelters Before Tarnbridge girls" in words
    assert "The plan Your State Brenmark Before Vellania" in words
    assert kept(client, plan).plan.state == "XAA"
    merge(client, plan, preview)
    assert (kept(client, plan).plan.state, kept(client, plan).plan.title) == ("XAB", "Shelters")
