"""The commands `progress` and `reported`: what later documents report on recommendations, and on an issue."""

from functools import partial

import click

from models.index_database.address import IndexPlace
from models.messages.printable import one_line
from models.messages.spoken import said
from search.cli.commands import (
    AS_JSON,
    INDEX,
    KEPT_BY_SHELLS,
    LIMIT,
    WRITTEN_IN,
    opened,
    print_lines,
    print_text,
    say_coverage,
    words_asked,
)


@click.command()
@click.argument("record_id", metavar="[ID]", required=False)
@click.option("--review", help="State and session of a review, as in SVN-20: all of its recommendations.")
@click.option(
    "--limit",
    type=click.IntRange(1, 10_000),
    default=3,
    show_default=True,
    help="How many paragraphs of each reporter on each recommendation; --json prints all.",
)
@INDEX
@AS_JSON
def progress(record_id: str | None, review: str | None, limit: int, folder: IndexPlace, as_json: bool) -> None:
    """Print who reports what on the recommendation with this ID, or on all of a review, before the next review.

    The State in its national report, UN bodies in OHCHR's compilation, stakeholders in its summary; the State and
    stakeholders in mid-term reports. With --json a line
    for each paragraph and recommendation, the most direct first; what is no more than near is marked as related.
    """
    from search.datamodel.progress import ReportsOn
    from search.progress.follow import progress_on_record, progress_on_review
    from search.progress.text import progress_as_text, what_is_indexed

    if record_id is None and review is None:
        raise click.UsageError(said("Give the ID of a recommendation or --review: --review SVN-20, for example."))
    index = opened(folder)
    found = (
        progress_on_record(index.snapshot, record_id)
        if record_id is not None
        else progress_on_review(index.snapshot, review or "")
    )
    if review is not None and found.review != review:
        raise click.UsageError(
            said("%(id)s is no recommendation of the review %(review)s.", id=record_id or "", review=review)
        )
    say_coverage(index, found.state)
    if not as_json:
        print_text(partial(progress_as_text, found, limit))
        return
    from search.answer.as_json import ProgressLink

    if found.missing:
        click.echo(one_line(what_is_indexed(found)), err=True)
    print_lines(
        ProgressLink.as_json(ReportsOn(of_record.record, link))
        for of_record in found.recommendations
        for link in of_record.links
    )


@click.command(epilog=KEPT_BY_SHELLS)
@click.argument("text", nargs=-1, required=True, metavar="- | TEXT")
@click.option("--state", help="Your own State, by code or name: what is reported on it comes first.")
@WRITTEN_IN
@INDEX
@LIMIT
@AS_JSON
def reported(
    text: tuple[str, ...], state: str | None, written_in: str | None, folder: IndexPlace, limit: int, as_json: bool
) -> None:
    """Print what was reported on the issue that a text in your own words describes.

    Paragraphs of national reports, of OHCHR's compilations and of its summaries; `match` and `find` never give them.
    """
    from search.progress.on_issue import reported_on_issue
    from search.progress.text import reported_on_issue_as_text

    index = opened(folder)
    answer = reported_on_issue(index.snapshot, words_asked(text), state, limit, written_in=written_in)
    if state:
        say_coverage(index, index.state(state).code)
    if as_json:
        from search.answer.as_json import FoundReport

        print_lines(map(FoundReport.as_json, answer.hits))
    else:
        names = {known.state.code: known.state.name for known in index.snapshot.states_in_index}
        print_text(partial(reported_on_issue_as_text, answer, names))
