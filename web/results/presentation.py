"""How a page of results is shown: which part, in which order and form. No word of a question is in it, so that it may
stand in addresses.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from werkzeug.datastructures import MultiDict

from search import SORTS, Evidence, EvidenceOf, Group, Order, Sort
from web.results.search_form import page_number

Layout = Literal["cards", "table"]
Tab = Literal["own", "others", "approach", "reported", "told"]
"""What results show: recommendations of the two groups, States to approach, what documents before reviews report, what
treaty bodies and special procedures told the State.
"""

GROUPS: tuple[Group, ...] = get_args(Group)
TABS: tuple[Tab, ...] = get_args(Tab)
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
ORDERS: tuple[Order, ...] = get_args(Order)
PER_PAGE = (25, 50, 100)
MOST_STRUCK = 300


@dataclass(frozen=True, slots=True)
class Presentation:
    """The parameters that pages of results have, named as in addresses."""

    page: int = 1
    """From 1."""
    sort: Sort = "nearness"
    per_page: int | None = None
    """Lines on a page, one of PER_PAGE; None: as the site is set."""
    layout: Layout = "cards"
    to: Tab = "own"
    """What is shown of the results of an issue."""
    order: Order = "said"
    """Of States to approach; so are the next two."""
    struck: tuple[str, ...] = ()
    """Codes of the States that the user struck out."""
    behind: str = ""
    """The number whose recommendations are shown: "FRA:here", or ":here" of all States together; "": the list."""

    @classmethod
    def from_args(cls, args: MultiDict[str, str]) -> "Presentation":
        """What an address or a form asks for; of anything it does not know, the default.

        Of several values of one parameter, the last counts: that of a button comes after those of hidden fields.
        """
        given = {name: values[-1] for name, values in args.lists() if values}
        return cls(
            page=page_number(given.get("page", "")),
            sort=next((sort for sort in SORTS if sort == given.get("sort")), "nearness"),
            per_page=next((count for count in PER_PAGE if str(count) == given.get("per_page")), None),
            layout=next((layout for layout in LAYOUTS if layout == given.get("layout")), "cards"),
            to=next((tab for tab in TABS if tab == given.get("to")), "own"),
            order=next((order for order in ORDERS if order == given.get("order")), "said"),
            struck=tuple(code for code in dict.fromkeys(args.getlist("struck")) if _is_code(code))[:MOST_STRUCK],
            behind=_behind(given.get("behind", "")),
        )

    def changed(self, **values: Any) -> "Presentation":
        """The presentation with other values; on the first page, unless a page is among them."""
        return replace(self, **{"page": 1, **values})

    @property
    def parameters(self) -> dict[str, Any]:
        """The query parameters of its address; what is as by default is left out."""
        given = {each.name: (getattr(self, each.name), each.default) for each in fields(self)}
        return {
            name: list(value) if isinstance(value, tuple) else str(value)
            for name, (value, default) in given.items()
            if value != default
        }

    @property
    def of_another_question(self) -> "Presentation":
        """What the form of a page posts along: another question begins with no State struck out."""
        return self.changed(struck=(), behind="")

    @property
    def evidence(self) -> EvidenceOf:
        """The number whose recommendations are shown; what the State under review received where none is named."""
        code, _, name = self.behind.partition(":")
        return EvidenceOf(Evidence(name or "here"), code or None)

    def lines(self, usual: int) -> int:
        """How many lines a page has; `usual` where nobody chose."""
        return self.per_page or usual


def _behind(value: str) -> str:
    """A number of the list as addresses name it; "" for anything else."""
    code, _, name = value.partition(":")
    return value if name in set(Evidence) and (not code or _is_code(code)) else ""


def _is_code(code: str) -> bool:
    return len(code) == 3 and code.isascii() and code.isalpha()
