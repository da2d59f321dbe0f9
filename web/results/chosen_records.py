"""What pages need to offer their records for a visitor's list."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from flask import g, url_for

from models.records.records import Recommendation
from search import ChosenEntry
from web.results.search_form import MOST_RECORDS, SearchForm
from web.site.chosen_list import chosen_list
from web.site.language import in_order, translated
from web.site.served_index import served_index

ANCHOR = "choose-"
"""Of the button of a record, with its id."""


def main_state(entries: Iterable[ChosenEntry]) -> str:
    """The code of the State that most entries are about; "" where they are about none."""
    states = Counter(entry.state for entry in entries if entry.state)
    return states.most_common(1)[0][0] if states else ""


def record_address(kind: str, record_id: str) -> str:
    """The address of the page of a record."""
    return url_for("records.reported" if kind == "report" else f"records.{kind}", record_id=record_id)


def ways_to_ask(form: SearchForm) -> dict[str, Any]:
    """What a form offers instead of a description: the issue labels, and the recommendations that it names or that are
    on the visitor's list, without those that the index does not have."""
    ids = dict.fromkeys((*form.records, *chosen_list().ids))
    records = (entry.record for entry in served_index().chosen(tuple(ids)))
    return {
        "labels": sorted(served_index().labels(), key=lambda label: in_order(translated(label))),
        "chosen": [record for record in records if isinstance(record, Recommendation)][:MOST_RECORDS],
    }


def is_chosen(record_id: str) -> bool:
    """Whether a record is on the list of who sent this request."""
    if "chosen_ids" not in g:
        g.chosen_ids = frozenset(chosen_list().ids)
    return record_id in g.chosen_ids


def choice_anchor(record_id: str) -> str:
    """The id of a record's first button on this page, where the browser comes back to; "" for further ones."""
    if "choice_anchors" not in g:
        g.choice_anchors = set()
    if record_id in g.choice_anchors:
        return ""
    g.choice_anchors.add(record_id)
    return f"{ANCHOR}{record_id}"


def not_chosen(record_ids: Iterable[str]) -> list[str]:
    """Those of several records that are not on the list, each once."""
    return [each for each in dict.fromkeys(record_ids) if not is_chosen(each)]
