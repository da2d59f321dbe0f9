"""What the indexer must find in the sample documents, derived from the content alone.

Shapes are those of `upr extract --json`; fields that the content cannot tell are left out.
"""

from collections.abc import Iterator
from typing import Any

from samples.addendum_pages import UNNUMBERED_COMMENTS, comment_text, printed_numbers
from samples.content import NOTE, Report, Request, expand, request_text, requests_of
from samples.report_pages import dialogue_text, printed_item

Record = dict[str, Any]
LAST_SESSION_OF_CYCLE = {1: 12, 2: 26, 3: 40}


def expected_recommendations(report: Report, pages: dict[str, int]) -> list[Record]:
    """The recommendations of a report, with the position and comment that the addendum gives them."""
    answers = {answer["answers"]: answer for answer in expected_responses(report, {})}
    records = [*_listed(report, pages), *_referred(report, pages)]
    for record in records:
        answer = answers.get(record["paragraph"], {})
        interim = record["interim_position"]
        unanswered = "unknown" if interim == "pending" else interim
        record |= {"position": answer.get("position", unanswered), "comment": answer.get("comment")}
    return records


def expected_responses(report: Report, pages: dict[str, int]) -> list[Record]:
    """The answers of an addendum, one for each recommendation, in the order of their numbers."""
    answers: dict[str, Record] = {}
    for numbers, position, comment, paragraph in _answers(report):
        for key, item in expand(numbers):
            name = report.paragraph_of(key, item)
            page = pages.get(name) or pages.get(f"{name}#")
            first = {"kind": "response", "symbol": report.addendum_symbol, "paragraph": paragraph, "page": page}
            answer = answers.setdefault(name, {**first, "answers": name, "position": position, "comment": None})
            answer["comment"] = comment_text(report, comment) if comment else answer["comment"]
    return sorted(answers.values(), key=lambda answer: [int(part) for part in answer["answers"].split(".")])


def expected_commitments(report: Report, pages: dict[str, int]) -> list[Record]:
    """The voluntary commitments of a national report, as printed."""
    national = report.raw["national_report"]
    return [
        {
            "kind": "commitment",
            "symbol": national["symbol"],
            "paragraph": f"{national_paragraph(national)}{letter}",
            "page": pages[letter],
            "text": printed_commitment(national, letter),
            "state_under_review": report.state,
            "session": report.raw["session"],
        }
        for letter in national["commitments"]
    ]


def printed_commitment(national: dict[str, Any], letter: str) -> str:
    """A commitment with the mark that closes it."""
    last = letter == list(national["commitments"])[-1]
    return str(national["commitments"][letter]) + ("." if last else ";")


def national_paragraph(national: dict[str, Any]) -> int:
    """The number of the paragraph that introduces the commitments: the one after all others."""
    return sum(len(section["paragraphs"]) for section in national["sections"]) + 1


def _answers(report: Report) -> Iterator[tuple[str, str | None, str, str | None]]:
    """(numbers, position, comment, paragraph of the addendum); lists come before the comments that explain them."""
    for numbers, position, text in report.addendum.get("rows", []):
        yield numbers, position, text, None
    paragraph = len(report.addendum["opening"])
    for part in report.addendum.get("parts", []):
        if "numbers" in part:
            paragraph += 1
            words = part["text"].format(numbers=printed_numbers(report, part["numbers"])) if "explains" in part else ""
            yield part["numbers"], part["position"], words, str(paragraph)
        for numbers, text, *position in part.get("comments", []):
            paragraph += report.addendum["style"] not in UNNUMBERED_COMMENTS
            yield numbers, position[0] if position else part.get("position"), text, str(paragraph)


def _listed(report: Report, pages: dict[str, int]) -> Iterator[Record]:
    for number, entry in enumerate(report.conclusions, report.paragraphs["conclusions"]):
        items = entry.get("items", [])
        for k, item in enumerate(items, 1):
            position = "noted" if k in entry.get("noted", []) else entry["position"]
            quoted = NOTE.sub("", printed_item(report, item, last=k == len(items)))
            printed = report.printed_number(entry["key"], k)
            for clause, request in enumerate(requests_of(item), 1):
                place = {"paragraph": f"{number}.{k}", "printed_number": printed, "page": pages[f"{number}.{k}"]}
                yield _record(report, place, clause, request, quoted, position)


def _referred(report: Report, pages: dict[str, int]) -> Iterator[Record]:
    """Recommendations that the conclusions name only by a paragraph of the dialogue."""
    referred = {key: entry["position"] for entry in report.conclusions for key in entry.get("refers", [])}
    for number, entry in enumerate(report.dialogue, report.paragraphs["dialogue"]):
        if entry.get("key") not in referred:
            continue
        for letter, words in entry["asks"]:
            place = {"paragraph": f"{number}{letter}", "printed_number": "", "page": pages[str(number)]}
            text = request_text(words)
            text = text[0].lower() + text[1:] if letter else text
            request = Request(text, (entry["sponsor"],))
            yield _record(report, place, 1, request, dialogue_text(entry), referred[entry["key"]])


def _record(report: Report, place: Record, clause: int, request: Request, quoted: str, position: str) -> Record:
    session = report.raw["session"]
    return {
        "kind": "recommendation",
        "id": f"{report.state}-{session}-{place['paragraph']}-{clause}",
        "symbol": report.symbol,
        **place,
        "clause": clause,
        "text": request.text,
        "quoted": quoted,
        "composed": request.composed,
        "state_under_review": report.state,
        "recommending_states": list(request.sponsors),
        "interim_position": position,
        "session": session,
        "cycle": next(cycle for cycle, last in LAST_SESSION_OF_CYCLE.items() if session <= last),
        "language": "en",
    }
