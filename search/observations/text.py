"""What treaty bodies and special procedures told a State, as lines for a terminal."""

from dataclasses import replace
from textwrap import fill

from models.messages.message import StateName
from models.messages.spoken import said, spoken
from models.records.places import place_in_words
from models.records.records import ObservationKind
from models.vocabularies.mechanisms import body_names
from search.datamodel.observations import ObservationAnswer, ObservationHit

MOST_NAMED = 10
"""Of the documents that were searched, the newest."""
_INDENT = " " * 6


def observations_as_text(answer: ObservationAnswer, state: StateName | None, width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `state` is the one asked about, if any."""
    to_state = [_to_state_as_text(answer, state, width)] if state else []
    to_all = [_hit_as_text(hit, width) for hit in answer.general_comments]
    if to_all:
        head = said("What general comments and thematic reports say to all States on it, the nearest first:")
        to_all.insert(0, fill(head, width))
    elif not to_state:
        to_state = [said("No paragraph of a general comment or thematic report in this index is near to it.")]
    return "\n\n".join([*to_state, *to_all])


def _to_state_as_text(answer: ObservationAnswer, state: StateName, width: int) -> str:
    if not answer.documents:
        return fill(
            said("No document of a treaty body or special procedure on %(state)s is in this index.", state=state), width
        )
    searched = ", ".join(document.symbol for document in answer.documents[:MOST_NAMED])
    if len(answer.documents) > MOST_NAMED:
        more = str(len(answer.documents) - MOST_NAMED)
        searched = said("%(listed)s and %(count)s more", listed=searched, count=more)
    if not answer.hits:
        nothing = said(
            "Nothing on this was found in the documents of treaty bodies and special procedures on %(state)s indexed: "
            "%(documents)s.",
            state=state,
            documents=searched,
        )
        return fill(nothing, width)
    head = said(
        "%(count)s on this in the documents of treaty bodies and special procedures on %(state)s indexed: "
        "%(documents)s.",
        count=str(answer.total),
        state=state,
        documents=searched,
    )
    return "\n\n".join([fill(head, width), *(_hit_as_text(hit, width) for hit in answer.hits)])


def _hit_as_text(hit: ObservationHit, width: int) -> str:
    record = hit.record
    kind = "" if record.kind == "other" else f"  {said(record.kind)}"
    sample = "  " + said("invented sample") if hit.invented else ""
    form = record.report_form
    bodies = said("%(bodies)s", bodies=body_names(record.committee))
    by = filter(None, (bodies, said(form) if form else "", str(record.date or said("no date"))))
    head = f"{', '.join(by)}{kind}{sample}"
    lines = [_place(hit), *record.text.split("\n")]
    wrapped = (fill(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for line in lines)
    return "\n".join([fill(head, width, subsequent_indent=_INDENT), *wrapped])


def _place(hit: ObservationHit) -> str:
    record = hit.record
    parts = f" {', '.join(f'({part})' for part in hit.parts)}" if hit.parts else ""
    place = replace(record.place, paragraph=f"{record.place.paragraph or ''}{parts}".strip() or None)
    # The heading of a general comment is its title.
    of_title = record.kind is ObservationKind.GENERAL_COMMENT
    words = (
        said("title “%(heading)s”", heading=record.heading)
        if of_title
        else said("under “%(heading)s”", heading=record.heading)
    )
    return said("; ").join([spoken(place_in_words(place)), *([words] if record.heading else [])])
