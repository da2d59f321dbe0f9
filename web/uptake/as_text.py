"""What came of a submission, as lines for a terminal."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from models.messages import counted, listed
from models.records.enums import Position
from search import AskBefore, AskUptake, BeforeReview, Extent, OfReview, TakenUp, Uptake, Why

GRADE_WORDS = {"same": "same", "part": "part of the way", "touches": "touches it"}
NO_PROOF = "Likeness is no proof of influence: nobody can say from these texts why a State recommended something."
_INDENT = " " * 4


def uptake_as_text(found: Uptake, names: Mapping[str, str], width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `names` are those of States by code."""
    blocks = [fill(f"{summary(found)} {NO_PROOF}", width)]
    blocks += [_of_ask(of_ask, found, names, width) for of_ask in found.asks]
    if found.not_asked:
        count = len(found.not_asked)
        line = counted(
            "%(count)s recommendation on the same issues was not asked for:",
            "%(count)s recommendations on the same issues were not asked for:",
            count,
        )
        blocks.append("\n".join([str(line), *(f"{_INDENT}{record.id}" for record in found.not_asked)]))
    blocks.append(_cited(found, width))
    return "\n\n".join(filter(None, blocks))


def summary(found: Uptake) -> str:
    """How many asks came back, in a sentence."""
    if not found.rated:
        return "How surely a recommendation takes an ask up is not known for the model of this index: only the nearest."
    records, states = len(found.recommendations), len(found.states)
    supported = found.positions.get(Position.SUPPORTED, 0)
    return (
        f"{found.came_back} of {len(found.asks)} {'ask' if len(found.asks) == 1 else 'asks'} came back in "
        f"{counted('%(count)s recommendation', '%(count)s recommendations', records)} of "
        f"{counted('%(count)s State', '%(count)s States', states)}; {supported} supported."
    )


def _of_ask(of_ask: AskUptake, found: Uptake, names: Mapping[str, str], width: int) -> str:
    lines = [fill(f"{of_ask.ask.number}. {of_ask.ask.text}", width, subsequent_indent=_INDENT)]
    lines += [_line(each, names, width) for each in of_ask.now.found]
    if not of_ask.now.of_grade("same", "part") and found.rated:
        lines.append(_INDENT + nobody(found))
    before = "; ".join(f"session {review.session}: {_counts(review)}" for review in of_ask.earlier)
    if before:
        lines.append(f"{_INDENT}Before: {before}.")
    return "\n".join(lines)


def nobody(found: Uptake) -> str:
    """That nothing was found, as far as that can be said."""
    if found.extent is Extent.FULL:
        return f"No recommendation of session {found.session} was found to take it up."
    return "Nothing was found, but the report of this review is not indexed: there may be more."


def _counts(review: OfReview) -> str:
    same, part = (len(review.of_grade(grade)) for grade in ("same", "part"))
    return f"{same} the same, {part} part of the way"


def _line(each: TakenUp, names: Mapping[str, str], width: int) -> str:
    record = each.record
    states = listed([names.get(sponsor.state, sponsor.state) for sponsor in record.sponsors]) or "not named"
    head = f"{GRADE_WORDS[each.grade]}: {record.id} ({states}; {record.position.value}; {reasons(each.why)})"
    lines = [fill(head, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)]
    lines.append(fill(record.text, width, initial_indent=_INDENT * 2, subsequent_indent=_INDENT * 2))
    return "\n".join(lines)


def reasons(why: Why) -> str:
    """Why it is shown."""
    named = [", ".join(words) for words in (why.demand, why.groups, why.instruments) if words]
    said = f"in common: {'; '.join(named)}" if named else "by meaning"
    return f"{said}; only to be considered" if why.weaker else said


def _cited(found: Uptake, width: int) -> str:
    if found.summary is None:
        return "OHCHR's summary of stakeholders' submissions before this review is not indexed."
    if not found.cited:
        return ""
    places = listed([f"paragraph {text.place.paragraph}" for text in found.cited])
    return fill(f"OHCHR's summary ({found.summary}) cites the submission in {places}.", width)


def before_as_text(found: BeforeReview, names: Mapping[str, str], width: int) -> str:
    """Asks before a review, for reading."""
    return "\n\n".join("\n".join(_before(of_ask, names, width)) for of_ask in found.asks)


def _before(of_ask: AskBefore, names: Mapping[str, str], width: int) -> Iterator[str]:
    yield fill(f"{of_ask.ask.number}. {of_ask.ask.text}", width, subsequent_indent=_INDENT)
    for review in of_ask.reviews:
        yield f"{_INDENT}Session {review.session}: {_counts(review)}."
    states = [names.get(code, code) for code in of_ask.states]
    if states:
        yield fill(f"Asked for the same before: {listed(states)}.", width, initial_indent=_INDENT,
                   subsequent_indent=_INDENT)  # fmt: skip
    if of_ask.wording:
        yield from (f"{_INDENT}Wording: {line}" for line in wording_lines(of_ask))
    for record in of_ask.supported_elsewhere:
        yield fill(f"Supported elsewhere: {record.id} {record.text}", width, initial_indent=_INDENT,
                   subsequent_indent=_INDENT * 2)  # fmt: skip


def wording_lines(of_ask: AskBefore) -> list[str]:
    """What may be mended in the words of an ask."""
    wording = of_ask.wording
    if wording is None:
        return []
    lines = []
    if len(wording.parts) > 1:
        lines.append(f"it asks for {len(wording.parts)} things; one ask each is easier to take up.")
    if not wording.is_of_someone:
        lines.append("it names neither whom it is for nor who has to act.")
    if not wording.is_measurable:
        lines.append("nothing in it could be seen to be done: name an act, a law, a treaty, a number or a date.")
    return lines
