"""List the sentences on records that pages of an index show, each with what it rests on.

`python -m benches.claims INDEX STATE` walks every kind of page of a State whose address is known without a question,
finds the messages of search.claims in their texts, and prints page, module and sentence. What a module's sentences rest
on is RESTS_ON; tests/test_claims.py finds a sentence that is made elsewhere.
"""

import argparse
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from babel.messages.pofile import read_po

from search import SearchIndex, open_index
from web.application import create_app
from web.site.settings import Settings

RESTS_ON = {
    "approach": "inference: texts to read, found by the program",
    "comments": "fact: words of the State in the document named; on a list where it is said to be",
    "counts": "fact: documents; coding: tables, named beside each number",
    "coverage": "fact: what took place by OHCHR's list, and what is indexed",
    "left_out": "fact: what is indexed",
    "nothing_found": "fact: what is indexed and was searched",
    "positions": "fact: the document named; coding: the table named in the sentence",
    "submissions": "inference: texts to read; what is ticked is the user's own word",
    "threads": "inference: found by the program, said to be read",
}
MESSAGES = Path(__file__).parent.parent / "web/translations/messages.pot"


RECORDS = 40
"""Pages of recommendations of each review that are looked at, spread over it."""


def sentences() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Module, words and pattern of each message of search.claims with three words or more of its own."""
    with MESSAGES.open("rb") as file:
        for message in read_po(file):
            modules = [place for place, _ in message.locations if place.startswith("search/claims/")]
            for words in map(str, message.id if isinstance(message.id, tuple) else (message.id,)):
                pieces = re.split(r"%\(\w+\)s", words)
                if modules and len(" ".join(pieces).split()) > 2:
                    yield Path(modules[0]).stem, words, re.compile(r"[^.]{1,200}?".join(map(re.escape, pieces)))


def addresses(index: SearchIndex, state: str) -> Iterator[tuple[str, str]]:
    """Kind and address of pages of a State."""
    reviews = [review for review in index.state_reviews(state) if review.recommendations]
    yield "the list of States", "/states"
    yield "a State", f"/state/{state}"
    yield "a list by filters", f"/browse?under_review={state}&position=noted"
    for review in reviews[:-1]:
        yield "follow-up", f"/state/{state}/review/{review.session}"
    for review in reviews:
        rows = index.follow_up(review.review).rows
        for row in rows[:: max(1, len(rows) // RECORDS)]:
            yield "a recommendation", f"/recommendation/{row.record.id}"


def main() -> None:
    """Read the command line and print the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("state")
    arguments = parser.parse_args()
    index = open_index(arguments.index)
    client, said = create_app(Settings(), index).test_client(), list(sentences())
    seen: set[tuple[str, str, str]] = set()
    for kind, address in addresses(index, arguments.state):
        page = client.get(address).get_data(as_text=True).partition("<main")[2].partition("</main")[0]
        text = " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
        for module, words, pattern in said:
            if (kind, module, words) not in seen and pattern.search(text):
                seen.add((kind, module, words))
                print(f"{kind}\t{RESTS_ON[module]}\t{module}\t{words}")


if __name__ == "__main__":
    main()
