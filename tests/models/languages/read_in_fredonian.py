"""What is read in documents in English, and in the same in an invented language, of which there is only a table.

tests/models/languages/test_a_further_language.py runs it in a process of its own: patterns are made when they are
imported, and must find the table there. Prints a JSON object: by document, what each language gives, without its words.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models import languages
from tests.models.languages.invented_language import CODE, in_fredonian, write_table

if TYPE_CHECKING:
    from indexer.datamodel.document_extract import DocumentExtract


def main(folder: Path) -> None:
    """Put the table where tables are looked for, and read."""
    write_table(Path(languages.__path__[0]) / "english.toml", folder)
    languages.__path__.append(str(folder))
    # Only now: what is imported here looks for tables.
    from indexer.recognise import document as recognising
    from indexer.sources.document import _un_document
    from models.reviews.states import StateTable
    from search.uptake.cut_asks import cut_asks
    from tests.indexer.printed_report import bold, report
    from tests.models.languages.documents_in_english import DOCUMENTS, NAMES, SUBMISSION

    def read(text: str, code: str) -> dict[str, Any]:
        recognising.classify = lambda _: (code, 1.0)  # no model knows the invented language
        document = report(text)
        lines = (replace(line, page=line.page - 8) for line in document.lines)
        headed = (bold(line) if re.match(r"[IVX]+\.", line.text) else line for line in lines)
        return dict(_read(_un_document(replace(document, lines=tuple(headed)), "invented.txt", StateTable.built_in())))

    given = {
        name: {"en": read(text, "en"), CODE: read(in_fredonian(text, *NAMES), CODE)} for name, text in DOCUMENTS.items()
    }
    submissions = {"en": SUBMISSION, CODE: [in_fredonian(each, *NAMES) for each in SUBMISSION]}
    asks = {code: [[len(ask.text), len(ask.heading)] for ask in cut_asks(of)] for code, of in submissions.items()}
    print(json.dumps({**given, "submission": asks}))


def _read(found: "DocumentExtract") -> Iterator[tuple[str, Any]]:
    identity = found.identity
    day = identity.reviewed or identity.date
    yield "identity", [identity.kind.value, identity.state_under_review, identity.session, day and day.isoformat()]
    yield (
        "recommendations",
        [
            [each.id, [sponsor.state for sponsor in each.sponsors], each.position.value, each.composed, len(each.text)]
            for each in found.recommendations
        ],
    )
    yield (
        "answers",
        [
            [each.answers, each.position and each.position.value, each.qualified, len(each.comment or "")]
            for each in found.answers.responses
        ],
    )
    yield "totals", [[each.count, each.position and each.position.value] for each in found.answers.totals]
    yield "pledges", [[each.report, len(each.commitment.text)] for each in found.answers.pledges]
    yield "commitments", [[each.id, len(each.text)] for each in found.commitments]
    yield "observations", [[each.place.paragraph, each.kind.value] for each in found.observations]
    yield "reported", [[each.id, [named.numbers for named in each.references]] for each in found.reported]
    yield "facts", [[each.kind.value, len(each.words)] for each in found.facts]
    yield "warnings", len(found.warnings)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
