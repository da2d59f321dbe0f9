"""List recommendations whose words look like a fragment, to be read beside their paragraphs.

    python -m benches.doubtful_requests RECORDS... [--sample 60 --seed 48] [--composed]

RECORDS are files that `upr extract --json` printed. A request is doubtful that ends with a word that leads on, begins
with "recommended", or holds no act; `--composed` lists those that were brought together from a shared sentence.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from indexer.extract.grammar.words_of_requests import ends_open, holds_act

_REPORTED = re.compile(r"recommend(?:s|ed)\b", re.I)


def doubt(text: str) -> str:
    """What makes a request doubtful, "" where nothing does."""
    if ends_open(text):
        return "ends with a word that leads on"
    if _REPORTED.match(text):
        return "begins with “recommended”"
    return "" if holds_act(text) else "holds no act"


def records(files: list[Path]) -> Iterator[dict[str, Any]]:
    """The recommendations in English of files of JSON lines."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["kind"] == "recommendation" and record["language"] == "en":
                yield record


def main() -> None:
    """Print id, reason, text and paragraph of each."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("records", type=Path, nargs="+")
    arguments.add_argument("--sample", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=48)
    arguments.add_argument("--composed", action="store_true")
    given = arguments.parse_args()
    found = [
        (record, "composed" if given.composed else doubt(record["text"]))
        for record in records(given.records)
        if (record["composed"] if given.composed else doubt(record["text"]))
    ]
    if given.sample:
        found = random.Random(given.seed).sample(found, min(given.sample, len(found)))  # noqa: S311
    for record, reason in found:
        print(f"{record['id']} ({', '.join(record['recommending_states'])}), {reason}: {record['text']}")
        print(f"    {record['quoted']}")
    print(len(found))


if __name__ == "__main__":
    main()
