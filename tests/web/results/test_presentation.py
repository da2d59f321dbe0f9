"""Part, order and form of a page of results, read from its address and written into others."""

import pytest
from werkzeug.datastructures import MultiDict

from web.results.presentation import Presentation


def test_without_parameters_all_is_as_usual() -> None:
    shown = Presentation.from_args(MultiDict())
    assert (shown.page, shown.sort, shown.per_page, shown.layout) == (1, "nearness", None, "cards")
    assert shown.lines(10) == 10
    assert shown.parameters == {}


def test_all_four_are_read_and_written() -> None:
    shown = Presentation.from_args(MultiDict({"page": "3", "sort": "date", "per_page": "50", "layout": "table"}))
    assert shown == Presentation(3, "date", 50, "table")
    assert shown.lines(10) == 50
    assert shown.parameters == {"page": "3", "sort": "date", "per_page": "50", "layout": "table"}


@pytest.mark.parametrize(
    "name, value",
    [
        ("page", "0"),
        ("page", "-1"),
        ("page", ""),
        ("page", "1e9"),
        ("page", "²"),
        ("page", "٣"),  # an Arabic three
        ("page", "99999999999999999999"),
        ("sort", "relevance"),
        ("sort", "Date"),
        ("sort", ""),
        ("per_page", "26"),
        ("per_page", "1000"),
        ("per_page", "025"),
        ("layout", "<script>"),
        ("nearness", "date"),
    ],
)
def test_what_is_unknown_is_dropped(name: str, value: str) -> None:
    assert Presentation.from_args(MultiDict({name: value})) == Presentation()


def test_of_several_values_the_last_counts() -> None:
    """A form carries the old value in a hidden field, its button the new one after it."""
    assert Presentation.from_args(MultiDict([("sort", "date"), ("sort", "paragraph")])).sort == "paragraph"


def test_another_order_begins_on_the_first_page() -> None:
    shown = Presentation(page=3, per_page=50)
    assert shown.changed(sort="position") == Presentation(1, "position", 50)
    assert shown.changed(page=4) == Presentation(4, "nearness", 50)
    assert shown.changed(per_page=None).parameters == {}
