"""How a page of results is shown: which part, in which order and form. No word of a question is in it, so that it may
stand in addresses.
"""

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from werkzeug.datastructures import MultiDict

from search import SORTS, Group, Sort
from web.views.search_form import page_number

Layout = Literal["cards", "table"]

GROUPS: tuple[Group, ...] = get_args(Group)
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
PER_PAGE = (25, 50, 100)


@dataclass(frozen=True, slots=True)
class Presentation:
    """The five parameters that each page of results has, named as in addresses."""

    page: int = 1
    """From 1."""
    sort: Sort = "nearness"
    per_page: int | None = None
    """Lines on a page, one of PER_PAGE; None: as the site is set."""
    layout: Layout = "cards"
    to: Group = "own"
    """Whose results are shown, where somebody named their State."""

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
            to=next((group for group in GROUPS if group == given.get("to")), "own"),
        )

    def changed(self, **values: Any) -> "Presentation":
        """The same with other values; on the first page, unless a page is among them."""
        return replace(self, **{"page": 1, **values})

    @property
    def parameters(self) -> dict[str, str]:
        """The query parameters of its address; what is as by default is left out."""
        return {
            each.name: str(getattr(self, each.name))
            for each in fields(self)
            if getattr(self, each.name) != each.default
        }

    def lines(self, usual: int) -> int:
        """How many lines a page has; `usual` where nobody chose."""
        return self.per_page or usual
