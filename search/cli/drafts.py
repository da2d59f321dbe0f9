"""The command `draft`: which recommendation of a draft report became which."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from models.index_database.address import IndexPlace
from models.messages.printable import one_line
from models.messages.spoken import said
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
    from search.catalogue.drafts import replaced_drafts

    found = replaced_drafts(opened(folder).snapshot.connection, review)
    if as_json:
        from search.answer.as_json import draft_requests

        print_lines(request.model_dump(mode="json") for replaced in found for request in draft_requests(replaced))
        return
    if not found:
        click.echo(said("No draft of %(review)s was replaced in this index.", review=review))
    for replaced in found:
        for words in _lines(replaced):
            click.echo(one_line(words))


def _lines(replaced: "ReplacedDraft") -> Iterator[str]:

    yield said(
        "%(report)s replaces the %(draft)s (%(file)s).",
        report=replaced.used,
        draft=replaced.draft.name,
        file=replaced.name,
    )
    if replaced.changes_nothing:
        yield said("Nothing changed.")
        return
    for request in replaced.requests:
        yield f"{request.paragraph} → {_now(request)}  {request.text}"
    for new in replaced.new:
        yield said("new: %(request)s", request=f"{new.paragraph}  {new.text}")


def _now(request: "DraftRequest") -> str:
    if request.paragraph_now is None:
        return said("not in it")
    others = [said(what) for what in request.changed if what != "number"]
    other = said("other %(what)s", what=", ".join(others))
    return f"{request.paragraph_now} ({other})" if others else request.paragraph_now
