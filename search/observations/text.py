"""What treaty bodies and special procedures told a State, as lines for a terminal."""

from textwrap import fill

from models.records.records import ObservationKind
from models.vocabularies.mechanisms import body_names, report_form
from search.datamodel.observations import ObservationAnswer, ObservationHit

MOST_NAMED = 10
"""Of the documents that were searched, the newest."""
_INDENT = " " * 6


def observations_as_text(answer: ObservationAnswer, state_name: str | None, width: int) -> str:
    """The answer for reading, wrapped at `width` columns; `state_name` is that of the State asked about, if any."""
    to_state = [_to_state_as_text(answer, state_name, width)] if state_name else []
    to_all = [_hit_as_text(hit, width) for hit in answer.general_comments]
    if to_all:
        to_all.insert(0, "What general comments and thematic reports say to all States on it, the nearest first:")
    elif not to_state:
        to_state = ["No paragraph of a general comment or thematic report in this index is near to it."]
    return "\n\n".join([*to_state, *to_all])


def _to_state_as_text(answer: ObservationAnswer, state_name: str, width: int) -> str:
    if not answer.documents:
        return fill(f"No document of a treaty body or special procedure on {state_name} is in this index.", width)
    searched = ", ".join(document.symbol for document in answer.documents[:MOST_NAMED])
    if len(answer.documents) > MOST_NAMED:
        searched += f" and {len(answer.documents) - MOST_NAMED} more"
    of = f"documents of treaty bodies and special procedures on {state_name} indexed: {searched}."
    if not answer.hits:
        return fill(f"Nothing on this in the {of}", width)
    head = fill(f"{answer.total} on this in the {of}", width)
    return "\n\n".join([head, *(_hit_as_text(hit, width) for hit in answer.hits)])


def _hit_as_text(hit: ObservationHit, width: int) -> str:
    record = hit.record
    kind = "" if record.kind == "other" else f"  {record.kind}"
    sample = "  invented sample" if hit.invented else ""
    form = report_form(record.committee, record.place.symbol, record.entity)
    by = filter(None, (" and ".join(body_names(record.committee)), form, str(record.date or "no date")))
    head = f"{', '.join(by)}{kind}  {hit.strength} match{sample}"
    lines = [_place(hit), *record.text.split("\n")]
    return "\n".join([head, *(fill(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for line in lines)])


def _place(hit: ObservationHit) -> str:
    record = hit.record
    paragraph = f", paragraph {record.place.paragraph}" if record.place.paragraph else ""
    parts = f" {', '.join(f'({part})' for part in hit.parts)}" if hit.parts else ""
    # The heading of a general comment is its title.
    where = "title" if record.kind is ObservationKind.GENERAL_COMMENT else "under"
    heading = f"; {where} “{record.heading}”" if record.heading else ""
    return f"{record.place.symbol}{paragraph}{parts}{heading}"
