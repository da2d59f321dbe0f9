"""Words against a limit."""

from models.records.records import Place
from web.downloads.office_files import Gap
from web.papers.fitting import Count, count_printed, count_spoken, fitting, total
from web.papers.limits import count_words
from web.papers.paper import Aside, Cited, Words


def printed(words: Words) -> Count:
    return count_printed(words, count_words)


def test_what_is_not_read_out_is_not_counted() -> None:
    words = ("Judges visit ", "“prisons”", " ", Cited(Place("A", "4", None)), " ", Aside("found by meaning"))
    assert count_spoken(words, count_words) == Count(3, 0)
    assert count_printed(words, count_words) == Count(9, 0)


def test_room_is_kept_for_what_is_to_be_filled_in() -> None:
    assert count_spoken(("We ask for ", Gap("[ … two things ]")), count_words) == Count(3, 15)
    assert total([Count(3, 15), Count(4, 0)]) == Count(7, 15)
    assert Count(7, 15).all == 22


def test_passages_fill_the_room_in_their_order() -> None:
    long, short = [("one two three four five six",)], [("one two",)]
    assert fitting([[long, short], [long, short], [long, short]], 10, printed) == [long, short, short]
    assert fitting([[long, short], [long, short]], 5, printed) == [short, short]
    assert fitting([[long, short]], 100, printed) == [long]


def test_what_does_not_fit_ends_the_list() -> None:
    long, short = [("one two three four five six",)], [("one two",)]
    assert fitting([[short], [long], [short]], 5, printed) == [short]
    assert fitting([[long]], 5, printed) == []


def test_what_just_fits_is_taken() -> None:
    long, short = [("one two three four five six",)], [("one two",)]
    assert fitting([[long, short], [short]], 8, printed) == [long, short]
    assert fitting([[long, short], [short]], 7, printed) == [short, short]


def test_room_is_kept_for_as_many_of_the_next_as_is_said() -> None:
    long, short = [("one two three four five six",)], [("one two",)]
    passages = [[long, short], [short], [short]]
    assert fitting(passages, 9, printed, ahead=1) == [long, short]
    assert fitting(passages, 9, printed, ahead=2) == [short, short, short]
    assert fitting(passages, 9, printed, ahead=0) == [long, short]
