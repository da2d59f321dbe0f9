"""The addresses of a list of States to approach, and of the recommendations behind its numbers."""

from dataclasses import dataclass, replace
from typing import Any

from flask import url_for

from models.reviews.states import State
from search import Evidence
from web.views.lobbying_form import LobbyingForm


@dataclass(frozen=True, slots=True)
class LobbyingAddress:
    """Where a list is: under the key of a kept question, or where its State and its label or recommendations stand."""

    form: LobbyingForm
    key: str | None = None

    def of_list(self, **changes: Any) -> str:
        """The address of the list with other values of the form: `order`, `show_all`."""
        form = replace(self.form, **changes)
        return self._address("results.show", "lobbying.ask", form.presentation)

    def behind(self, state: State | None, evidence: Evidence) -> str:
        """The address of what a number of a State counts, or one of all States together."""
        return self._of_recommendations(f"{state.code if state else ''}:{evidence.value}", 1)

    def of_page(self, page: int) -> str:
        """The address of another page of what the number counts that the form names."""
        return self._of_recommendations(self.form.behind_as_posted, page)

    def _of_recommendations(self, behind: str, page: int) -> str:
        page_parameter = {"page": page} if page > 1 else {}
        shown = {**self.form.presentation, "behind": behind, **page_parameter}
        return self._address("results.behind", "lobbying.recommendations", shown)

    def _address(self, kept: str, readable: str, shown: dict[str, Any]) -> str:
        if self.key is not None:
            return url_for(kept, **{"key": self.key, **shown})
        return url_for(readable, **{**self.form.as_address, **shown})
