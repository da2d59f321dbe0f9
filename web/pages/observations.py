"""A paragraph of a treaty body at its permanent address."""

from flask import Blueprint, render_template

from models.records.records import Observation
from web.site.served_index import known_states, served_index, state_name
from web.words.citation import observation_citation

observation_pages = Blueprint("observation", __name__)


@observation_pages.get("/observation/<record_id>")
def observation(record_id: str) -> str:
    """The paragraph with its heading and sub-paragraphs, and where it stands."""
    record = served_index().observation(record_id)
    invented = is_invented_observation(record)
    is_copy = not served_index().holds_document(record.place.symbol)
    addressee = state_name(record.entity) if record.entity else None
    return render_template(
        "observation.html",
        record=record,
        invented=invented,
        is_copy=is_copy,
        addressee=addressee,
        citation=observation_citation(record, addressee, invented=invented, is_copy=is_copy),
    )


def is_invented_observation(record: Observation) -> bool:
    """Whether it speaks to a State of a sample."""
    known = known_states().get(record.entity or "")
    return known is not None and known.state.invented
