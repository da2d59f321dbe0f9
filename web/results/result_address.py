"""The address of a page of results, for links to the same results shown otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from web.results.presentation import Presentation, Tab


@dataclass(frozen=True, slots=True)
class ResultAddress:
    """Where results are, and how they are shown there."""

    endpoint: str
    values: Mapping[str, Any]
    """What the address names besides the presentation: the key of a question, or filters."""
    presentation: Presentation
    form_action: str
    """Where the form of the page sends a changed question."""

    def of_tab(self, tab: Tab, **changes: Any) -> str:
        """The address of what a tab shows from its beginning."""
        return self.shown(to=tab, behind="", **changes)

    def of_struck(self, code: str) -> str:
        """The address of the list with a State struck out, or put back if it was."""
        struck = self.presentation.struck
        left = tuple(each for each in struck if each != code)
        return self.shown(struck=left if code in struck else (*struck, code))

    def shown(self, **changes: Any) -> str:
        """The address of the same results, shown otherwise: any field of a presentation."""
        parameters: dict[str, Any] = {**self.values, **self.presentation.changed(**changes).parameters}
        return url_for(self.endpoint, **parameters)


def kept_results(key: str, presentation: Presentation, form_action: str) -> ResultAddress:
    """The address of the results of a kept question."""
    return ResultAddress("results.show", {"key": key}, presentation, form_action)
