"""What a blank of an item of a plan offers to choose from: at most two that the words or issues of its record hint at.

A guess is nobody's word: it stands beside the blank, and in the plan once a person takes it.
"""

from collections.abc import Mapping, Sequence

from models.messages.message import Message
from models.partners.actors import MOST_TO_CHOOSE, actors_to_choose
from models.partners.tables import PartnerTables
from models.plans.plan import PlanItem
from models.plans.suggestions import suggested_action_types
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Commitment, Observation, Recommendation
from models.texts.words import ENGLISH
from search import ChosenRecord, SearchIndex


def to_choose(item: PlanItem, index: SearchIndex, tables: PartnerTables) -> Mapping[str, Sequence[Message]]:
    """By column that is not filled in, what it may be; nothing of a record that is not indexed any more."""
    (entry,) = index.chosen([item.id])
    offered = _offered(entry.record, tables)
    return {name: words for name, words in offered.items() if words and not getattr(item, name)}


def _offered(record: ChosenRecord | None, tables: PartnerTables) -> Mapping[str, Sequence[Message]]:
    if not isinstance(record, Recommendation | Commitment | Observation):
        return {}
    text = record.text if record.language == ENGLISH else ""
    kinds = suggested_action_types(text)
    offered: dict[str, Sequence[Message]] = {"action_types": [Message(kind.value) for kind in kinds[:MOST_TO_CHOOSE]]}
    if not isinstance(record, Observation):
        issues = [label.label for label in record.labels if label.scheme == ISSUE_SCHEME]
        offered["actors"] = actors_to_choose(text, issues, kinds, tables)
    return offered
