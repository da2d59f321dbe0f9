"""The command `draft`: which recommendation of a draft report became which."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from models.index_database.address import IndexPlace
from models.printable import one_line
from search.cli.commands import AS_JSON, INDEX, opened, print_lines

if TYPE_CHECKING:
    from search.datamodel.drafts import DraftRequest, ReplacedDraft


@click.command()
@click.argument("review", metavar="REVIEW")
@INDEX
@AS_JSON
def draft(review: str, folder: IndexPlace, as_json: bool) -> None:
    """Print which recommendation of the draft reports of a REVIEW (SOM-52) became which in the report that is used.

    With --json a line for each recommendation of each draft, then one for each that is new.
    """
    found = opened(folder).replaced_drafts(review)
    if as_json:
        from search.answer.as_json import draft_requests

        print_lines(request.model_dump(mode="json") for replaced in found for request in draft_requests(replaced))
        return
    if not found:
        click.echo(f"No draft of {review} was replaced in this index.")
    for replaced in found:
        for words in _lines(replaced):
            click.echo(one_line(words))


def _lines(replaced: "ReplacedDraft") -> Iterator[str]:
    from models.records.drafts import draft_name

    yield f"{replaced.used} replaces the {draft_name(replaced.draft)} ({replaced.name})."
    if replaced.changes_nothing:
        yield "Nothing changed."
        return
    for request in replaced.requests:
        yield f"{request.paragraph} → {_now(request)}  {request.text}"
    for new in replaced.new:
        yield f"new: {new.paragraph}  {new.text}"


def _now(request: "DraftRequest") -> str:
    if request.id is None:
        return "not in it"
    others = [what for what in request.changed if what != "number"]
    other = f" (other {', '.join(others)})" if others else ""
    return f"{request.paragraph_now}{other}"
