"""Two copies of a plan: what either wrote is in the merged one, or a person is asked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.plans.plan import Evidence, Plan, PlanItem, Status
from web.plans.merge_plans import Change, Choice, Clash, merge_plans, settle


def item(number: int, **columns: object) -> PlanItem:
    blank = PlanItem(id=f"AVA-3-{number}-1", kind="recommendation", state="AVA", citation="", quoted="")
    return replace(blank, **columns)  # type: ignore[arg-type]


def plan(*items: PlanItem) -> Plan:
    return Plan(title="Schools", state="AVA", items=items)


def test_what_only_one_changed_is_taken() -> None:
    base = plan(item(1), item(2))
    merge = merge_plans(base, plan(item(1, actors="Courts"), item(2)), plan(item(1, notes="Ask again"), item(2)))
    assert merge.plan == plan(item(1, actors="Courts", notes="Ask again"), item(2))
    assert merge.changes == (Change("AVA-3-1-1", "notes", "", "Ask again"),)
    assert (merge.clashes, merge.added, merge.removed, merge.kept) == ((), (), (), ())


def test_a_text_that_was_emptied_is_empty() -> None:
    base = plan(item(1, notes="old"))
    assert merge_plans(base, base, plan(item(1))).plan == plan(item(1))


def test_a_text_that_both_changed_clashes_and_mine_stands_until_it_is_settled() -> None:
    merge = merge_plans(plan(item(1, notes="a")), plan(item(1, notes="b")), plan(item(1, notes="c")))
    assert merge.clashes == (Clash("AVA-3-1-1", "notes", "a", "b", "c"),)
    assert merge.plan.items[0].notes == "b"
    assert settle(merge, {}).items[0].notes == "b\nc"
    assert settle(merge, {("AVA-3-1-1", "notes"): Choice.THEIRS}).items[0].notes == "c"
    assert settle(merge, {("AVA-3-1-1", "notes"): Choice.MINE}).items[0].notes == "b"


@pytest.mark.parametrize("name", ["expected_result", "request"])
def test_of_two_statements_one_is_kept_and_the_other_shown_in_the_notes(name: str) -> None:
    base, first = plan(item(1, **{name: "a"})), plan(item(1, **{name: "b", "notes": "Call them."}))
    merge = merge_plans(base, first, plan(item(1, **{name: "c"})))
    settled = settle(merge, {}).items[0]
    assert getattr(settled, name) == "b"
    heading = {"expected_result": "Expected result", "request": "What we ask the State to do"}[name]
    assert settled.notes == f"Call them.\n{heading}: c"
    theirs = settle(merge, {("AVA-3-1-1", name): Choice.THEIRS}).items[0]
    assert (getattr(theirs, name), theirs.notes) == ("c", "Call them.")


def test_of_a_status_that_both_changed_one_counts() -> None:
    merge = merge_plans(plan(item(1)), plan(item(1, status=Status.PARTLY)), plan(item(1, status=Status.FULLY)))
    assert settle(merge, {}).items[0].status == Status.PARTLY
    assert settle(merge, {("AVA-3-1-1", "status"): Choice.THEIRS}).items[0].status == Status.FULLY


def test_lists_hold_what_neither_removed_and_what_either_added() -> None:
    visit, law, march = Evidence("Visit"), Evidence("Law"), Evidence("March")
    base = plan(item(1, evidence=(visit, law)))
    merge = merge_plans(base, plan(item(1, evidence=(law,))), plan(item(1, evidence=(visit, law, march))))
    assert merge.plan.items[0].evidence == (law, march)
    assert merge.clashes == ()


def test_item_removed_and_untouched_goes() -> None:
    base = plan(item(1), item(2))
    merge = merge_plans(base, base, plan(item(2)))
    assert merge.plan == plan(item(2))
    assert merge.removed == ("AVA-3-1-1",)


def test_item_removed_by_one_and_changed_by_the_other_stays() -> None:
    base = plan(item(1))
    written = plan(item(1, notes="new"))
    for mine, theirs in ((plan(), written), (written, plan())):
        merge = merge_plans(base, mine, theirs)
        assert merge.plan.items == written.items
        assert (merge.kept, merge.removed) == (("AVA-3-1-1",), ())


def test_items_that_theirs_added_follow() -> None:
    merge = merge_plans(plan(item(1)), plan(item(1), item(3)), plan(item(2), item(1)))
    assert merge.plan == plan(item(1), item(3), item(2))
    assert merge.added == ("AVA-3-2-1",)


def test_item_that_both_added_is_one() -> None:
    merge = merge_plans(plan(), plan(item(1, notes="a")), plan(item(1, actors="Courts")))
    assert merge.plan == plan(item(1, notes="a", actors="Courts"))


TEXTS = st.sampled_from(["", "a", "b", "c"])
ITEMS = st.builds(item, st.integers(1, 3), notes=TEXTS, actors=TEXTS)
PLANS = st.lists(ITEMS, unique_by=lambda each: each.id).map(lambda items: plan(*items))


@given(PLANS, PLANS, PLANS)
def test_no_word_that_either_wrote_is_lost(base: Plan, mine: Plan, theirs: Plan) -> None:
    settled = settle(merge_plans(base, mine, theirs), {})
    for copy in (mine, theirs):
        for written in copy.items:
            before = base.item(written.id)
            for column in ("notes", "actors"):
                text = getattr(written, column)
                if text and (before is None or getattr(before, column) != text):
                    kept = settled.item(written.id)
                    assert kept is not None
                    assert text in getattr(kept, column)


@given(PLANS, PLANS)
def test_a_copy_that_changed_nothing_changes_nothing(base: Plan, mine: Plan) -> None:
    assert merge_plans(base, mine, base).plan == mine


def test_state_and_title_are_merged_as_columns_are() -> None:
    base = Plan(title="Schools", state="AVA")
    merge = merge_plans(base, replace(base, title="Girls"), replace(base, state="BOR"))
    assert (merge.plan.title, merge.plan.state) == ("Girls", "BOR")
    assert merge.changes == (Change("", "state", "AVA", "BOR"),)
    assert merge.clashes == ()


def test_a_state_or_title_that_both_changed_is_for_a_person_to_choose() -> None:
    base = Plan(title="Schools", state="AVA")
    mine, theirs = Plan(title="Girls", state="BOR"), Plan(title="Boys", state="CAS")
    merge = merge_plans(base, mine, theirs)
    assert merge.clashes == (
        Clash("", "title", "Schools", "Girls", "Boys"),
        Clash("", "state", "AVA", "BOR", "CAS"),
    )
    assert merge.plan == mine
    assert settle(merge, {}) == Plan(title="Girls / Boys", state="BOR")
    chosen = {("", "title"): Choice.THEIRS, ("", "state"): Choice.THEIRS}
    assert settle(merge, chosen) == theirs


def test_columns_that_people_added_are_merged_too() -> None:
    base = plan(item(1, own_columns=(("Who", "Ada"), ("Price", "3"))))
    mine = plan(item(1, own_columns=(("Who", "Ada"), ("Price", "4"))))
    theirs = plan(item(1, own_columns=(("Who", "Bo"), ("Price", "5"), ("Where", "Port"))))
    merge = merge_plans(base, mine, theirs)
    (merged,) = merge.plan.items
    assert merged.own_columns == (("Who", "Bo"), ("Price", "4\n5"), ("Where", "Port"))
    assert [(change.about.heading, change.before, change.after) for change in merge.changes] == [
        ("Who", "Ada", "Bo"),
        ("Price", "4", "4\n5"),
        ("Where", "", "Port"),
    ]
    (emptied,) = merge_plans(base, base, plan(item(1, own_columns=(("Price", "3"),)))).plan.items
    assert emptied.own_columns == (("Price", "3"),)
