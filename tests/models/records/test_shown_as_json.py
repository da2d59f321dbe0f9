"""Types of JSON that show what one of the datamodel has: under which name, of which type, and of which of several."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from pydantic import ValidationError

from models.records.enums import Position
from models.records.shown_as_json import AnswerPart, part, shows


@dataclass(frozen=True, slots=True)
class Shelf:
    number: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A book of an archive."""

    title: str
    shelf: Shelf | None = None
    copies: tuple[Shelf, ...] = ()
    counts: Mapping[Position, int] = field(default_factory=dict)

    @property
    def is_long(self) -> bool:
        return len(self.title) > 10


@dataclass(frozen=True, slots=True)
class Loan:
    record: Book
    days: int
    title: str = "a loan"


ShelfPart = part("ShelfPart", Shelf, "number label?")
BookPart = part("BookPart", Book, "is_long name=title at=shelf.number shelf copies numbers=copies.number counts")


@shows(Loan, Book, "days heading=record.title title book=record price")
class LoanPart(AnswerPart):
    """A book that is lent."""

    price: float
    book: BookPart  # type: ignore[valid-type]


BOOK = Book("Prisons", Shelf(7), (Shelf(8, "red"), Shelf(9)), {Position.NOTED: 2})
SHOWN = {
    "is_long": False,
    "name": "Prisons",
    "at": 7,
    "shelf": {"number": 7, "label": None},
    "copies": [{"number": 8, "label": "red"}, {"number": 9, "label": None}],
    "numbers": [8, 9],
    "counts": {"noted": 2},
}


def test_fields_stand_in_their_order_under_their_names() -> None:
    assert list(BookPart.as_json(BOOK).items()) == list(SHOWN.items())


def test_what_has_no_shelf_has_null_for_what_the_shelf_says() -> None:
    line = BookPart.as_json(Book("Prisons"))
    assert (line["at"], line["shelf"], line["copies"], line["numbers"]) == (None, None, [], [])


def test_types_are_those_of_the_datamodel() -> None:
    fields = BookPart.model_json_schema(mode="serialization")["properties"]
    assert fields["at"]["anyOf"] == [{"type": "integer"}, {"type": "null"}]
    assert fields["shelf"]["anyOf"][0] == {"$ref": "#/$defs/ShelfPart"}
    assert fields["copies"]["items"] == {"$ref": "#/$defs/ShelfPart"}
    assert fields["numbers"]["items"] == {"type": "integer"}
    assert fields["is_long"]["type"] == "boolean"
    assert BookPart.__doc__ == "A book of an archive."


def test_of_several_the_first_that_has_it_and_what_is_given() -> None:
    line = LoanPart.as_json(Loan(BOOK, 3), price=1.5)
    assert line == {"days": 3, "heading": "Prisons", "title": "a loan", "book": SHOWN, "price": 1.5}


def test_what_is_given_counts_before_the_datamodel_and_is_checked() -> None:
    assert LoanPart.as_json(Loan(BOOK, 3), price=1.5, days=4)["days"] == 4
    with pytest.raises(ValidationError, match="days"):
        LoanPart.as_json(Loan(BOOK, 3), price=1.5, days="many")
    with pytest.raises(ValidationError, match="shelf_mark"):
        LoanPart.as_json(Loan(BOOK, 3), price=1.5, shelf_mark="x")


def test_a_name_that_the_datamodel_does_not_have_is_a_fault_of_the_program() -> None:
    with pytest.raises(AttributeError):
        part("Wrong", Book, "shelf.colour")
