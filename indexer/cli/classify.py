"""The command that classifies texts, without an index.

What is slow to import is imported by the command that needs it.
"""

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from indexer.cli.options import AS_JSON, progress_bar
from models.files.batch_files import MOST_CHARACTERS, Batch, read_texts
from models.messages.printable import json_line, one_line
from models.messages.spoken import said, spoken, to_say
from models.records.enums import ACTION_CATEGORIES

if TYPE_CHECKING:
    from indexer.classify.texts import Classes

TEXTS_AT_ONCE = 10_000
CATEGORY_WORDS = (
    to_say("minimal"),
    to_say("continuing"),
    to_say("considering"),
    to_say("general"),
    to_say("specific"),
)
"""Those of ACTION_CATEGORIES."""


@click.command("classify")
@click.argument("text", nargs=-1)
@click.option(
    "--batch",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="File with a text a line, its id and the text with a tab between.",
)
@AS_JSON
def classify_command(text: tuple[str, ...], batch: Path | None, as_json: bool) -> None:
    """Say which issues a recommendation in English is about, and what kind of action it asks for.

    Issues are UPR Info's, each with the probability that its coders would agree; action categories go from 1
    (minimal) to 5 (specific) and are shown with the verb that tells them.
    """
    from indexer.classify.texts import classify_texts

    if bool(text) == bool(batch):
        raise click.UsageError(said("Give either a TEXT or --batch FILE."))
    read = read_texts(batch) if batch else Batch([("text", " ".join(text)[:MOST_CHARACTERS])])
    for remark in read.remarks:
        click.echo(one_line(spoken(remark)), err=True)
    lines = iter(read.lines)
    while chunk := list(islice(lines, TEXTS_AT_ONCE)):
        texts = [each for _, each in chunk]
        for (text_id, words), classified in zip(chunk, classify_texts(texts, progress_bar), strict=True):
            # A text without a word asks for nothing, whatever its vector is near to.
            classes = classified if any(map(str.isalnum, words)) else None
            as_text = f"{one_line(text_id)}\t{_as_text(classes)}"
            click.echo(json_line(_as_json(text_id, classes)) if as_json else as_text)


def _as_json(text_id: str, classes: "Classes | None") -> dict[str, Any]:
    if classes is None:
        return {"id": text_id, "issues": [], "action_category": None}
    return {
        "id": text_id,
        "issues": [
            {"label": label.label, "scheme": label.scheme, "confidence": label.confidence} for label in classes.labels
        ],
        "action_category": {"category": classes.action.category, "verb": classes.action.verb},
    }


def _as_text(classes: "Classes | None") -> str:
    if classes is None:
        return said("no issue") + "\t" + said("no action")
    issues = ", ".join(f"{label.label} ({label.confidence:.0%})" for label in classes.labels) or said("no issue")
    action = classes.action
    verb = f" (“{action.verb}”)" if action.verb else ""
    return f"{issues}\t{action.category} {said(ACTION_CATEGORIES[action.category])}{verb}"
