"""`upr calendar`: what it prints of a State's dates, in its three forms, and that it says what is not indexed."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from icalendar import Calendar

from web.command_line import main


def run(state: str, *options: str, index: Path) -> Result:
    return CliRunner().invoke(main, ["calendar", "--state", state, *options, "--index", str(index)])


def test_each_form_begins_with_the_last_review(index_folder: Path) -> None:
    text = run("Brenmark", index=index_folder).stdout
    assert text.startswith("2015-01-19 to 2015-01-30  Last review (published)\n")
    first, *_ = map(json.loads, run("XAB", "--json", index=index_folder).stdout.splitlines())
    assert (first["event"], first["first_day"], first["how_known"]) == ("last review", "2015-01-19", "published")
    file = Calendar.from_ical(run("XAB", "--ics", index=index_folder).stdout)
    assert str(next(iter(file.walk("VEVENT")))["summary"]) == "Brenmark: Last review (published)"


def test_what_is_not_indexed_is_said_beside_it(index_folder: Path) -> None:
    result = run("SVN", index=index_folder)
    assert result.exit_code == 0
    assert result.stderr.startswith("Slovenia: its reviews of 2010, 2014, 2019")
