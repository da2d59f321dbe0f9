"""Says of each language how many messages lack a translation, or have a doubtful one, and who has seen the others.

`make messages` ends with it.
"""

from collections import Counter
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from web.site.catalogues import Status, status_of

TRANSLATIONS = Path("web/translations")


def report(catalogue: Path) -> str:
    """One line on a catalogue ("fr: 12 of 2,235 messages lack a translation, 3 are doubtful (fuzzy), 200 were …")."""
    with catalogue.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    missing = sum(not is_translated(message) for message in messages)
    doubtful = sum(message.fuzzy for message in messages)
    statuses = Counter(map(status_of, messages))
    language = catalogue.parents[1].name
    return (
        f"{language}: {missing:,} of {len(messages):,} messages lack a translation, {doubtful:,} are doubtful (fuzzy), "
        f"{statuses[Status.REREAD]:,} were {Status.REREAD}, {statuses[Status.CONFIRMED]:,} {Status.CONFIRMED}"
    )


def is_translated(message: Message) -> bool:
    """Whether a message is translated, in all its plural forms."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


if __name__ == "__main__":
    for path in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")):
        print(report(path))
