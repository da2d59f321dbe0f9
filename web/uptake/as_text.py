"""What came of a submission, as lines for a terminal, in the sentences of pages and files."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from models.messages import StateName
from models.records.records import Recommendation
from models.spoken import said, said_in_marks, said_of, spoken, spoken_language
from search import AskBefore, AskUptake, BeforeReview, OfReview, TakenUp, Uptake, position_in_words, request_of
from web.words.uptake_words import (
    GRADE_WORDS,
    NO_PROOF,
    cited_in_words,
    figures_in_words,
    nobody_in_words,
    why_in_words,
    wording_in_words,
)

_INDENT = " " * 4


def uptake_as_text(found: Uptake, names: Mapping[str, str], width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `names` are those of States by code."""
    blocks = [fill(f"{figures_in_words(found)} {NO_PROOF}", width)]
    blocks += [_of_ask(of_ask, found, names, width) for of_ask in found.asks]
    if found.not_asked:
        count = len(found.not_asked)
        line = said_of(
            "%(count)s recommendation on the same issues was not asked for:",
            "%(count)s recommendations on the same issues were not asked for:",
            count,
        )
        blocks.append("\n".join([line, *(f"{_INDENT}{record.id}" for record in found.not_asked)]))
    blocks.append(fill(cited_in_words(found), width))
    return "\n\n".join(filter(None, blocks))


def _of_ask(of_ask: AskUptake, found: Uptake, names: Mapping[str, str], width: int) -> str:
    lines = [fill(f"{of_ask.ask.number}. {of_ask.ask.text}", width, subsequent_indent=_INDENT)]
    if not of_ask.counted:
        lines.append(_INDENT + nobody_in_words(found, in_part=of_ask.is_in_part_at_most))
    lines += [_line(each, names, width) for each in of_ask.now.found]
    before = said("; ").join(
        said("session %(session)s: %(counts)s", session=str(review.session), counts=_counts(review))
        for review in of_ask.earlier
    )
    if before:
        lines.append(_INDENT + said("Before: %(reviews)s.", reviews=before))
    return "\n".join(lines)


def _counts(review: OfReview) -> str:
    same, part = (len(review.of_grade(grade)) for grade in ("same", "part"))
    return said("%(same)s the same, %(part)s part of the way", same=same, part=part)


def _line(each: TakenUp, names: Mapping[str, str], width: int) -> str:
    record = each.record
    states = _states([sponsor.state for sponsor in record.sponsors], names) or said("not named")
    facts = said("; ").join([states, spoken(position_in_words(record)), why_in_words(each.why)])
    head = said("%(grade)s: %(facts)s", grade=str(GRADE_WORDS[each.grade]), facts=f"{record.id} ({facts})")
    lines = [fill(head, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)]
    lines.append(fill(_quoted(record), width, initial_indent=_INDENT * 2, subsequent_indent=_INDENT * 2))
    return "\n".join(lines)


def _quoted(record: Recommendation) -> str:
    return said_in_marks(request_of(record, spoken_language()).words)


def _states(codes: Sequence[str], names: Mapping[str, str]) -> str:
    """States in a sentence."""
    return said(
        "%(states)s", states=tuple(said("%(state)s", state=StateName(code, names.get(code, code))) for code in codes)
    )


def before_as_text(found: BeforeReview, names: Mapping[str, str], width: int) -> str:
    """Asks before a review, for reading."""
    return "\n\n".join("\n".join(_before(of_ask, names, width)) for of_ask in found.asks)


def _before(of_ask: AskBefore, names: Mapping[str, str], width: int) -> Iterator[str]:
    yield fill(f"{of_ask.ask.number}. {of_ask.ask.text}", width, subsequent_indent=_INDENT)
    for review in of_ask.reviews:
        counts = said("Session %(session)s: %(counts)s.", session=str(review.session), counts=_counts(review))
        yield f"{_INDENT}{counts}"
    if of_ask.states:
        before = said("Asked for the same before: %(states)s.", states=_states(of_ask.states, names))
        yield fill(before, width, initial_indent=_INDENT, subsequent_indent=_INDENT)
    if of_ask.wording:
        advice = wording_in_words(of_ask.wording)
        yield from (_INDENT + said("Wording: %(advice)s", advice=line) for line in advice)
    for record in of_ask.supported_elsewhere:
        elsewhere = said("Supported elsewhere: %(record)s", record=f"{record.id} {_quoted(record)}")
        yield fill(elsewhere, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)
