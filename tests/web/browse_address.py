"""Filters out of the addresses at which pages say that what they count is listed."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

from models.records.records import Commitment, Recommendation
from models.reviews.states import StateTable
from search.datamodel.question import FILTER_FIELDS, LABEL_FIELDS, Filters
from tests.search.invented_index import STATES
from tests.web.inspect_page import text_of

GROUPS = {state.code: state.regional_group for state in (*StateTable.built_in(), *STATES)}


def counted_addresses(page: Element) -> Iterator[tuple[int, str]]:
    """The number that each link of a page stands for, and where it leads."""
    for link in page.iter("a"):
        if link.get("class") == "count-link":
            yield int(text_of(link).replace(",", "")), link.get("href", "")


def counted_links(page: Element) -> Iterator[tuple[int, Filters]]:
    """The same with the filters that the address names."""
    return ((number, filters_of(address)) for number, address in counted_addresses(page))


def filters_of(address: str) -> Filters:
    """The filters that an address names; every parameter must be one."""
    given = parse_qs(urlsplit(address).query)
    numbers = {name for name, field in FILTER_FIELDS.items() if field.has_numbers}
    return Filters(**{name: tuple(map(int if name in numbers else str, values)) for name, values in given.items()})


def passes(record: Recommendation, filters: Filters) -> bool:
    """Whether a recommendation has what the filters ask for, told from the record itself."""
    assert not isinstance(record, Commitment)
    values = {
        "under_review": {record.state_under_review},
        "recommending": {sponsor.state for sponsor in record.sponsors},
        "position": {record.position.value},
        "qualified": {record.qualified},
        "session": {record.session},
        "cycle": {1 if record.session <= 12 else 2 if record.session <= 26 else 3},
        "action_category": {record.action.category} if record.action else set(),
        "kind": {"recommendation"},
        "group": {GROUPS[record.state_under_review]},
    }
    for name, scheme in LABEL_FIELDS.items():
        values[name] = {label.label for label in record.labels if label.scheme == scheme}
    wanted = {name: set(getattr(filters, name)) for name in FILTER_FIELDS if getattr(filters, name)}
    return all(chosen & values[name] for name, chosen in wanted.items())
