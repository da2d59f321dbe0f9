"""List the sentences on records that pages, papers and files of an index show, each with what it rests on.

`python -m benches.claims INDEX STATE [--issue WORDS]` asks for every kind of page of a State, those behind a question
too, for each paper and each file, finds in their texts the messages of search.claims, and prints page, what they rest
on, module and sentence. What a module's sentences rest on is RESTS_ON. Other messages that may speak of records are
printed after them, as "elsewhere", with the file that says them: they are to be read. What gives no page is named.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.pofile import read_po
from docx import Document
from docx.oxml.ns import qn
from flask.testing import FlaskClient
from openpyxl import load_workbook
from werkzeug.test import TestResponse

from benches.papers import plan_of
from search import SearchIndex, open_index
from search.progress.follow_up import follow_up_of
from search.snapshot.describe import state_reviews
from web.application import create_app
from web.papers.kinds import PAPERS
from web.plans.plan_store import PlanStore
from web.results.presentation import TABS
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
CLAIMS, ELSEWHERE = "search/claims/", "elsewhere"
CATALOGUE = Path(__file__).parent.parent / "web/translations/messages.pot"
ON_RECORDS = re.compile(
    r"\b(?:recommend(?:ed|ation)s?|commitments?|supported|noted|answer(?:ed|s)?|comments?|positions?|similar|asks?|asked"
    r"|said|says|found|reports? on|requests?|related|nearest)\b",
    re.I,
)
"""What a sentence on records has."""
ISSUE = "Women who were beaten by their husbands are sent back to them by the police, and there is no shelter."
SLUG, LABEL = "womens-rights", "Women's rights"
"""Of an issue in addresses, and its label."""
EVERY = 8
"""Of so many recommendations of a review one is looked at."""


@dataclass(frozen=True)
class Sentence:
    """A message that pages show."""

    words: str
    file: str
    """That says it, one of search.claims where there is one."""
    pieces: tuple[str, ...]
    """What stands between its placeholders."""

    @property
    def rests_on(self) -> str:
        """What it rests on; "elsewhere" where search.claims does not make it."""
        return RESTS_ON[Path(self.file).stem] if self.file.startswith(CLAIMS) else ELSEWHERE

    def is_in(self, text: str) -> bool:
        """Whether a text holds it."""
        if not all(piece in text for piece in self.pieces):
            return False
        return re.search(r"[^.]{1,200}?".join(map(re.escape, self.pieces)), text) is not None


def sentences() -> Iterator[Sentence]:
    """The messages with three words or more of their own: of search.claims, and others that speak of records."""
    with CATALOGUE.open("rb") as catalogue:
        for message in read_po(catalogue):
            files = [place for place, _ in message.locations]
            file_of_claims = next((place for place in files if place.startswith(CLAIMS)), None)
            for words in map(str, message.id if isinstance(message.id, tuple) else (message.id,)):
                pieces = tuple(" ".join(piece.split()) for piece in re.split(r"%\(\w+\)s", _plain(words)))
                if len(" ".join(pieces).split()) > 2 and (file_of_claims or ON_RECORDS.search(words)):
                    yield Sentence(words, file_of_claims or files[0], pieces)


def _plain(page: str) -> str:
    """The words of a page or message on one line, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def _text(answer: TestResponse) -> str:
    """The words of an answer: of the body of a page, of all cells and paragraphs of a file."""
    kind = answer.mimetype or ""
    if kind.endswith("sheet"):
        sheets = load_workbook(BytesIO(answer.data), read_only=True)
        return " ".join(str(cell) for sheet in sheets for row in sheet.values for cell in row if cell is not None)
    if kind.endswith("wordprocessingml.document"):
        return " ".join(node.text or "" for node in Document(BytesIO(answer.data)).element.iter(qn("w:t")))
    text = str(answer.data, "utf-8", "replace")
    return text.partition("<main")[2].partition("</main")[0] if kind == "text/html" else text


def addresses(index: SearchIndex, state: str) -> Iterator[tuple[str, str]]:
    """Kind and address of what can be seen of a State without a question."""
    reviews = [review for review in state_reviews(index.snapshot.connection, state) if review.recommendations]
    yield "the list of States", "/states"
    yield "a State", f"/state/{state}"
    yield "all issues", "/themes"
    yield "an issue", f"/themes/{SLUG}"
    yield "an issue of a State", f"/state/{state}/issue/{SLUG}"
    yield "a list by filters", f"/browse?under_review={state}&position=noted"
    yield "a list by filters: file", f"/browse/download?under_review={state}&format=csv"
    yield "States to approach for a label", f"/results?state={state}&label={LABEL}&to=approach"
    for review in reviews:
        yield "a review", f"/state/{state}/review/{review.session}"
        for extension in ("csv", "xlsx"):
            yield f"follow-up: {extension}", f"/state/{state}/review/{review.session}/follow-up.{extension}"
        rows = follow_up_of(index.snapshot, review.review).rows
        for row in rows[::EVERY]:
            yield "a recommendation", f"/recommendation/{row.record.id}"


def seen(client: FlaskClient, index: SearchIndex, state: str, plan: str, issue: str) -> Iterator[tuple[str, str]]:
    """Kind and text of every page, paper and file."""

    def text(kind: str, answer: TestResponse) -> tuple[str, str]:
        if answer.status_code != HTTPStatus.OK:
            print(f"Not seen ({answer.status_code}): {kind}", file=sys.stderr)
        return kind, _plain(_text(answer))

    def got(kind: str, address: str) -> tuple[str, str]:
        return text(kind, client.get(address))

    def asked(kind: str, address: str, form: Mapping[str, str]) -> tuple[str, str]:
        return text(kind, client.post(address, data=form, follow_redirects=True))

    yield from (got(*each) for each in addresses(index, state))
    told = {"text": issue, "state": state}
    for tab in TABS:
        yield asked(f"results of an issue: {tab}", "/match", {**told, "to": tab})
    yield asked("results of an issue in a table", "/match", {**told, "as": "table"})
    yield asked("results of keywords", "/find", {"text": "shelters"})
    for extension in ("csv", "xlsx", "docx"):
        form = {**told, "format": extension}
        yield asked(f"results: {extension}", "/match/download", form)
        yield asked(f"States to approach: {extension}", "/match/download", {**form, "to": "approach"})
    submission = {"text": issue + "\n\nWe recommend that the State open shelters.", "state": state, "session": ""}
    yield asked("a submission", "/uptake", submission)
    yield got("a plan", plan)
    yield got("a plan: news", f"{plan}?news=1")
    yield got("a plan: dates", f"{plan}/plan.ics")
    yield got("a plan: settings", f"{plan}/settings")
    items = re.findall(rf"{plan}/item/\w+", client.get(plan).get_data(as_text=True))
    for item in items:
        yield got("an item of a plan", item)
    yield got("a plan: workbook", f"{plan}/plan.xlsx")
    for name, kind in PAPERS.items():
        yield got(f"paper: {name}", f"{plan}/paper/{name}")
        yield got(f"paper: {name}, for you alone", f"{plan}/paper/{name}/for-you")
        for extension in kind.extensions:
            yield got(f"paper: {name}.{extension}", f"{plan}/paper/{name}.{extension}")


def main() -> None:
    """Read the command line and print the list."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("index", type=Path)
    parser.add_argument("state")
    parser.add_argument("--issue", default=ISSUE)
    arguments = parser.parse_args()
    index, known = open_index(arguments.index), list(sentences())
    reviews = state_reviews(index.snapshot.connection, arguments.state)
    last = [review for review in reviews if review.recommendations][-1]
    said: set[tuple[str, Sentence]] = set()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plans.sqlite"
        example = plan_of(index, [last.review])
        plan = f"/plan/{PlanStore(file).create(replace(example, items=example.items[::EVERY]))}"
        client = create_app(Settings(plans=str(file)), index).test_client()
        for kind, text in seen(client, index, arguments.state, plan, arguments.issue):
            said |= {(kind, sentence) for sentence in known if sentence.is_in(text)}
    for kind, sentence in sorted(said, key=lambda each: (each[1].rests_on == ELSEWHERE, each[0], each[1].words)):
        print(f"{kind}\t{sentence.rests_on}\t{sentence.file}\t{sentence.words}")


if __name__ == "__main__":
    main()
