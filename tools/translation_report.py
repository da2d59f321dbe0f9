"""Says of each language how many messages lack a translation, or have a doubtful one, and who has seen the others.

`make messages` ends with it. With `--complete`, as `make release-check` runs it, it also names each message that a
catalogue lacks, and fails where there is any.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from web.site.catalogues import Status, is_translated, status_of

TRANSLATIONS = Path("web/translations")


def messages_in(catalogue: Path) -> list[Message]:
    """The messages of a catalogue."""
    with catalogue.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def report(catalogue: Path) -> str:
    """One line on a catalogue ("fr: 12 of 2,235 messages lack a translation, 3 are doubtful (fuzzy), 200 were …")."""
    messages = messages_in(catalogue)
    missing = sum(not is_translated(message) for message in messages)
    doubtful = sum(message.fuzzy for message in messages)
    statuses = Counter(map(status_of, messages))
    of_commands = "" if catalogue.stem == "messages" else f", {catalogue.stem}"
    language = f"{catalogue.parents[1].name}{of_commands}"
    return (
        f"{language}: {missing:,} of {len(messages):,} messages lack a translation, {doubtful:,} are doubtful (fuzzy), "
        f"{statuses[Status.REREAD]:,} were {Status.REREAD}, {statuses[Status.CONFIRMED]:,} {Status.CONFIRMED}"
    )


def lacking(catalogue: Path) -> list[str]:
    """The messages, in English, of which pages show no translation: none is there, or a doubtful one."""
    messages = (message for message in messages_in(catalogue) if message.fuzzy or not is_translated(message))
    return [message.id if isinstance(message.id, str) else message.id[0] for message in messages]


def main() -> None:
    """Report on each catalogue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--complete", action="store_true", help="fail where a translation is lacking")
    parser.add_argument("folder", nargs="?", type=Path, default=TRANSLATIONS)
    arguments = parser.parse_args()
    complete = True
    for path in sorted(arguments.folder.glob("*/LC_MESSAGES/*.po")):
        print(report(path))
        missing = lacking(path) if arguments.complete else []
        print(*(f"  lacking: {message}" for message in missing), sep="\n", end="\n" if missing else "")
        complete = complete and not missing
    sys.exit(None if complete else "A release needs complete catalogues: docs/translating.md")


if __name__ == "__main__":
    main()
