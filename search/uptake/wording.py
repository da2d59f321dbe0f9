"""Whether the words of an ask are such as a State can be held to: one thing, for whom or by whom, and measurable.

How specific the act is that it asks for, the classifier of action categories says (indexer.classify), which only the
site and the commands can ask.
"""

import re
from functools import cache

from models.sentences import sentences_of
from models.words import ENGLISH, stem, words_of
from search.datamodel.uptake import Wording
from search.query.issue import IssueReading
from search.threads.words import RequestWords, read_request

LEAST_WORDS_OF_PART = 4
_VERBS = """
    adopt amend abolish allocate build close collect create criminalise decriminalise develop draft end enforce ensure
    establish finance give guarantee implement increase introduce investigate let make offer open pay prohibit
    prosecute protect provide publish punish ratify reduce release repeal replace review set sign stop strengthen train
"""
"""Verbs that begin another request behind "and"."""
_WHO_ACTS = """
    authority authorities commission council court government judge judiciary legislator military minister ministry
    municipality ombudsman ombudsperson parliament police prosecutor
"""
_ANYBODY_ELSE = "citizen family girl boy people person population resident student survivor victim voter worker youth"


def wording_of(reading: IssueReading) -> Wording | None:
    """What can be said of an ask that was read; None in another language than English."""
    if reading.language != ENGLISH:
        return None
    text = reading.text.text
    words = read_request(text)
    parts = _parts(text)
    return Wording(parts, _is_of_someone(text, words), is_measurable=any(map(_is_measurable, parts)))


def _parts(text: str) -> tuple[str, ...]:
    pieces = [piece.strip(" .") for sentence in sentences_of(text) for piece in _between_parts().split(sentence)]
    parts: list[str] = []
    for piece in pieces:
        # What is too short to ask for anything belongs to what stands before: "water, and sanitation".
        if parts and len(piece.split()) < LEAST_WORDS_OF_PART:
            continue
        parts.append(piece)
    return tuple(parts)


@cache
def _between_parts() -> re.Pattern[str]:
    verbs = "|".join(_VERBS.split())
    before = r"(?:,\s++|(?<!\s)\s++)"  # from its first space on, or a flood of them takes time with its square
    return re.compile(rf";\s++|{before}as well as\s++|{before}and\s++(?=(?:to\s++)?(?:{verbs})\b)", re.IGNORECASE)


def _is_of_someone(text: str, words: RequestWords) -> bool:
    named = {stem(word) for word in (_WHO_ACTS + _ANYBODY_ELSE).split()}
    return bool(words.persons) or any(word.stem in named for word in words_of(text))


def _is_measurable(part: str) -> bool:
    words = read_request(part)
    return bool(words.instruments) or bool(words.act.verbs) or bool(re.search(r"\d", part))
