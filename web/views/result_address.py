"""The address of a page of results, for links to the same results shown otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from web.views.presentation import Presentation


@dataclass(frozen=True, slots=True)
class ResultAddress:
    """Where results are, and how they are shown there."""

    endpoint: str
    values: Mapping[str, Any]
    """What the address names besides the presentation: the key of a question, or filters."""
    presentation: Presentation
    form_action: str
    """Where the form of the page sends a changed question."""

    def shown(self, **changes: Any) -> str:
        """The address of the same results, shown otherwise: `page`, `sort`, `per_page`, `layout`."""
        parameters: dict[str, Any] = {**self.values, **self.presentation.changed(**changes).parameters}
        return url_for(self.endpoint, **parameters)


def kept_results(key: str, presentation: Presentation, form_action: str) -> ResultAddress:
    """The address of the results of a kept question."""
    return ResultAddress("results.show", {"key": key}, presentation, form_action)
