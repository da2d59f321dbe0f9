"""The commands of threads: `thread` follows a recommendation through the reviews, `threads` compares given pairs."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from models.files.batch_files import read_pairs
from models.index_database.address import IndexPlace
from models.messages.printable import json_line, one_line
from models.messages.spoken import spoken
from search.cli.commands import AS_JSON, INDEX, LIMIT, opened, print_lines, print_text, say_coverage, say_remarks

if TYPE_CHECKING:
    from models.encoders.text_encoder import TextEncoder

PAIRS_AT_ONCE = 1_000


@click.command()
@click.argument("record_id", metavar="ID")
@INDEX
@LIMIT
@AS_JSON
def thread(record_id: str, folder: IndexPlace, limit: int, as_json: bool) -> None:
    """Print what the State was told on the same thing in its other reviews, with both positions.

    --limit is for each review. With --json a line for each recommendation that is linked with the one of this ID.
    """
    from search.claims.coverage import compared_after
    from search.snapshot.coverage import state_coverage
    from search.threads.text import thread_as_text

    index = opened(folder)
    followed = index.thread(record_id, limit)
    code = followed.record.state_under_review
    say_coverage(index, code)
    coverage = state_coverage(index.snapshot, code, date.today())
    for sentence in compared_after(coverage, followed.record.session, followed.later_compared):
        click.echo(one_line(spoken(sentence)), err=True)
    if as_json:
        from search.answer.as_json import link_as_json

        print_lines(link_as_json(followed, link) for review in followed.reviews for link in review.links)
    else:
        print_text(partial(thread_as_text, followed, index.state(code).in_message))


@click.command()
@click.option(
    "--batch",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="File with a pair a line: its id, the earlier and the later text, with tabs between.",
)
@click.option("--encoder", help="Language model, by name or path.  [default: all-MiniLM-L6-v2]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines instead of an id, a tab and a type a line.")
def threads(batch: Path, encoder: str | None, as_json: bool) -> None:
    """Print what two recommendations of each pair are: same, similar (to be read) or none."""
    from models.encoders.load_encoder import load_encoder
    from models.encoders.model_files import LIGHT_MODEL

    read = read_pairs(batch)
    say_remarks(read)
    pairs, loaded = iter(read.lines), load_encoder(encoder or LIGHT_MODEL)
    while chunk := list(islice(pairs, PAIRS_AT_ONCE)):
        for (pair_id, _, _), kind in zip(chunk, _types(chunk, loaded), strict=True):
            click.echo(json_line({"id": pair_id, "type": kind}) if as_json else f"{one_line(pair_id)}\t{kind}")


def _types(pairs: Sequence[tuple[str, ...]], encoder: "TextEncoder") -> Iterator[str]:
    from models.encoders.calibration import known_calibration, needed
    from search.threads.types import Comparison, ThreadNumbers, threads_between
    from search.threads.words import read_request

    numbers = needed(known_calibration(encoder.space)).numbers("threads", ThreadNumbers)
    earlier = encoder.encode([before for _, before, _ in pairs])
    later = encoder.encode([now for _, _, now in pairs])
    compared = [
        Comparison(read_request(before), read_request(now), cosine)
        for (_, before, now), cosine in zip(pairs, (earlier * later).sum(axis=1).tolist(), strict=True)
    ]
    return (kind.value for kind, _ in threads_between(compared, numbers.curve, numbers.linked))
