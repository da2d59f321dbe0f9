"""Whether memory grows: `python -m benches.soak INDEX`; `make soak` runs it for two hours.

Every kind of page, file and answer of the API is asked for in every language, again and again, each time of other
records and States and with other words. What the processes of the site hold after a fifth of the time is compared with
what they hold at the end.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from benches.load import (
    FORM,
    ISSUES,
    KEYWORDS,
    MOST_SECONDS,
    PATIENCE,
    linked_copy,
    memory_of,
    recommendations_by_state,
    served,
)

PORT = 8767
LANGUAGES = ("", "/fr", "/es", "/ar")
OF_RESULTS = ("csv", "xlsx", "docx")

Question = tuple[str, str, dict[str, str] | None]
"""Method, address, form."""


def questions(states: Mapping[str, Sequence[str]], chance: random.Random) -> Iterator[Question]:
    """One round: each kind of address once in each language, of a record and State by chance."""
    for language in LANGUAGES:
        state = chance.choice(list(states))
        record = chance.choice(states[state])
        issue = {"text": f"{chance.choice(ISSUES)} {chance.randrange(10**6)}", "own_state": state}
        words = {"text": f"{chance.choice(KEYWORDS)}"}
        pages = ["/", "/about", "/states", "/match", "/find", "/list", "/plans", "/themes"]
        yield from (("GET", f"{language}{page}", None) for page in pages)
        yield "GET", f"{language}/state/{state}", None
        yield "GET", f"{language}/recommendation/{record}", None
        yield "GET", f"{language}/browse?under_review={state}", None
        yield from (
            ("GET", f"{language}/browse/download?under_review={state}&format={kind}", None) for kind in OF_RESULTS
        )
        yield "POST", f"{language}/match", issue
        yield from (("POST", f"{language}/match/download", {**issue, "format": kind}) for kind in OF_RESULTS)
        yield "POST", f"{language}/find", words
        for tab in ("approach", "reported", "told"):
            yield "POST", f"{language}/match", {"text": issue["text"], "state": state, "to": tab}
        yield "GET", f"/api/v1/recommendation/{record}", None
        yield "GET", f"/api/v1/recommendation/{record}/similar", None
        yield "GET", f"/api/v1/recommendation/{record}/thread", None
        yield "GET", f"/api/v1/export?format=csv&state={state}", None


def ask(connection: HTTPConnection, question: Question) -> int | None:
    """The status of an answer, read whole; of that to which a form leads."""
    method, path, form = question
    try:
        connection.request(method, path, urlencode(form) if form else None, FORM if form else {})
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        connection.close()
        return None
    return ask(connection, ("GET", answer.headers["Location"], None)) if answer.status == 303 else answer.status


def main() -> None:
    """Serve the index, ask for everything again and again, and print what memory did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path)
    parser.add_argument("--seconds", type=int, default=1_800)
    parser.add_argument("--processes", type=int, default=1)
    given = parser.parse_args()
    if given.seconds > MOST_SECONDS:
        parser.error(f"At most {MOST_SECONDS} seconds.")
    if sys.platform != "linux":
        parser.error("What processes hold is read from /proc, of Linux.")
    states = recommendations_by_state(given.index)
    statuses: Counter[str] = Counter()
    chance = random.Random(7)  # noqa: S311 - no secret
    with linked_copy(given.index) as folder, served(folder, given.processes, PORT) as site:
        connection = HTTPConnection("127.0.0.1", PORT, timeout=PATIENCE)
        began, held, rounds = time.monotonic(), list[int](), 0
        while True:
            rounds += 1
            for question in questions(states, chance):
                status = ask(connection, question)
                statuses[str(status) if status == 200 else f"{status} {question[0]} {question[1].split('?')[0]}"] += 1
            share = (time.monotonic() - began) / given.seconds
            if share > 0.2 or held:
                held.append(sum(of_all for _, of_all in memory_of(site)))
            if share >= 1 and len(held) > 1:
                break
    early, late = held[0], held[-1]
    print(f"{statuses.total():,} answers in {rounds} rounds and {time.monotonic() - began:.0f} s")
    print(f"MB: {early} after a fifth of the time, {late} at the end, {max(held)} at most: {late / early - 1:+.1%}")
    print(f"others than 200: {dict(statuses - Counter({'200': statuses['200']})) or 'none'}")


if __name__ == "__main__":
    main()
