"""What came of a submission, as lines for a terminal."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from models.messages import StateName
from models.records.enums import Position
from models.spoken import said, said_of, to_say
from search import AskBefore, AskUptake, BeforeReview, Extent, OfReview, TakenUp, Uptake, Why

GRADE_WORDS = {"same": to_say("same"), "part": to_say("part of the way"), "touches": to_say("touches it")}
NO_PROOF = to_say(
    "Likeness is no proof of influence: nobody can say from these texts why a State recommended something."
)
_INDENT = " " * 4


def uptake_as_text(found: Uptake, names: Mapping[str, str], width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `names` are those of States by code."""
    blocks = [fill(f"{summary(found)} {said(NO_PROOF)}", width)]
    blocks += [_of_ask(of_ask, found, names, width) for of_ask in found.asks]
    if found.not_asked:
        count = len(found.not_asked)
        line = said_of(
            "%(count)s recommendation on the same issues was not asked for:",
            "%(count)s recommendations on the same issues were not asked for:",
            count,
        )
        blocks.append("\n".join([line, *(f"{_INDENT}{record.id}" for record in found.not_asked)]))
    blocks.append(_cited(found, width))
    return "\n\n".join(filter(None, blocks))


def summary(found: Uptake) -> str:
    """How many asks came back, in a sentence."""
    if not found.rated:
        return said(
            "How surely a recommendation takes an ask up is not known for the model of this index: only the nearest."
        )
    return said_of(
        "%(came_back)s of %(count)s ask came back in %(records)s of %(states)s; %(supported)s supported.",
        "%(came_back)s of %(count)s asks came back in %(records)s of %(states)s; %(supported)s supported.",
        len(found.asks),
        came_back=found.came_back,
        records=said_of("%(count)s recommendation", "%(count)s recommendations", len(found.recommendations)),
        states=said_of("%(count)s State", "%(count)s States", len(found.states)),
        supported=found.positions.get(Position.SUPPORTED, 0),
    )


def _of_ask(of_ask: AskUptake, found: Uptake, names: Mapping[str, str], width: int) -> str:
    lines = [fill(f"{of_ask.ask.number}. {of_ask.ask.text}", width, subsequent_indent=_INDENT)]
    lines += [_line(each, names, width) for each in of_ask.now.found]
    if not of_ask.now.of_grade("same", "part") and found.rated:
        lines.append(_INDENT + nobody(found))
    before = said("; ").join(
        said("session %(session)s: %(counts)s", session=str(review.session), counts=_counts(review))
        for review in of_ask.earlier
    )
    if before:
        lines.append(_INDENT + said("Before: %(reviews)s.", reviews=before))
    return "\n".join(lines)


def nobody(found: Uptake) -> str:
    """That nothing was found, as far as that can be said."""
    if found.extent is Extent.FULL:
        return said("No recommendation of session %(session)s was found to take it up.", session=str(found.session))
    return said("Nothing was found, but the report of this review is not indexed: there may be more.")


def _counts(review: OfReview) -> str:
    same, part = (len(review.of_grade(grade)) for grade in ("same", "part"))
    return said("%(same)s the same, %(part)s part of the way", same=same, part=part)


def _line(each: TakenUp, names: Mapping[str, str], width: int) -> str:
    record = each.record
    states = _states([sponsor.state for sponsor in record.sponsors], names) or said("not named")
    facts = said("; ").join([states, said(record.position.value), reasons(each.why)])
    head = said("%(grade)s: %(facts)s", grade=said(GRADE_WORDS[each.grade]), facts=f"{record.id} ({facts})")
    lines = [fill(head, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)]
    lines.append(fill(record.text, width, initial_indent=_INDENT * 2, subsequent_indent=_INDENT * 2))
    return "\n".join(lines)


def _states(codes: Sequence[str], names: Mapping[str, str]) -> str:
    """States in a sentence."""
    return said(
        "%(states)s", states=tuple(said("%(state)s", state=StateName(code, names.get(code, code))) for code in codes)
    )


def reasons(why: Why) -> str:
    """Why it is shown."""
    named = [", ".join(words) for words in (why.demand, why.groups, why.instruments) if words]
    reason = said("in common: %(words)s", words=said("; ").join(named)) if named else said("by meaning")
    return said("; ").join([reason, said("only to be considered")]) if why.weaker else reason


def _cited(found: Uptake, width: int) -> str:
    if found.summary is None:
        return said("OHCHR's summary of stakeholders' submissions before this review is not indexed.")
    if not found.cited:
        return ""
    places = tuple(said("paragraph %(number)s", number=text.place.paragraph or "") for text in found.cited)
    cited = said(
        "OHCHR's summary (%(symbol)s) cites the submission in %(places)s.", symbol=found.summary, places=places
    )
    return fill(cited, width)


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
        yield from (_INDENT + said("Wording: %(advice)s", advice=line) for line in wording_lines(of_ask))
    for record in of_ask.supported_elsewhere:
        elsewhere = said("Supported elsewhere: %(record)s", record=f"{record.id} {record.text}")
        yield fill(elsewhere, width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2)


def wording_lines(of_ask: AskBefore) -> list[str]:
    """What may be mended in the words of an ask."""
    wording = of_ask.wording
    if wording is None:
        return []
    lines = []
    if len(wording.parts) > 1:
        lines.append(said("it asks for %(count)s things; one ask each is easier to take up.", count=len(wording.parts)))
    if not wording.is_of_someone:
        lines.append(said("it names neither whom it is for nor who has to act."))
    if not wording.is_measurable:
        lines.append(said("nothing in it could be seen to be done: name an act, a law, a treaty, a number or a date."))
    return lines
