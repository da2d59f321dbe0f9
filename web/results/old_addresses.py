"""Addresses and forms of before, answered by the page that took them in (docs/pages.md)."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from search import Evidence
from web.results.match import download, match
from web.results.presentation import Presentation
from web.results.search_form import SearchForm
from web.site.leading_on import lead_on

old_addresses = Blueprint("old", __name__)
old_addresses.add_url_rule("/lobby", "approach", match, methods=["POST"], defaults={"tab": "approach"})
old_addresses.add_url_rule("/lobby/download", "download", download, methods=["POST"], defaults={"tab": "approach"})
old_addresses.add_url_rule("/reported", "reported_on", match, methods=["POST"], defaults={"tab": "reported"})
lead_on(old_addresses, "/reported", "start.start", to="reported")

EVIDENCE_OF_BEFORE = {
    "here-supported": Evidence.HERE,
    "here-noted": Evidence.HERE,
    "specific": Evidence.ON_ISSUE,
    "supported": Evidence.ON_ISSUE,
    "noted": Evidence.ON_ISSUE,
    "near-on-issue": Evidence.OTHERS,
    "near": Evidence.ALL,
}
"""Numbers that are counted no longer, with those that they were part of."""


@old_addresses.get("/lobby")
@old_addresses.get("/lobby/download")
def states_to_approach() -> Response:
    """States to approach are a part of the results of an issue."""
    form, presentation = SearchForm.from_address(request.args), Presentation.from_args(request.args)
    if form.state and form.as_address.keys() - {"state"}:
        return _to_results(form, presentation)
    return redirect(url_for("start.start", **form.as_address, to="approach"), 301)


@old_addresses.get("/lobby/recommendations")
def behind_a_number() -> Response:
    """Recommendations behind a number of a State to approach are a part of the results of an issue."""
    form, presentation = SearchForm.from_address(request.args), Presentation.from_args(request.args)
    code, _, name = request.args.get("behind", "").partition(":")
    number = f"{code}:{EVIDENCE_OF_BEFORE.get(name, name)}"
    behind = Presentation.from_args(MultiDict({"behind": number})).behind or ":here"
    return _to_results(form, presentation.changed(behind=behind, page=presentation.page))


@old_addresses.get("/results/<key>/recommendations")
def behind_a_number_of_words(key: str) -> Response:
    """The list behind a number, of an address with the key of its words, is a part of the States to approach."""
    shown = Presentation.from_args(request.args)
    parameters = shown.changed(to="approach", behind=shown.behind or ":here", page=shown.page).parameters
    return redirect(url_for("results.show", key=key, **parameters), 301)


def _to_results(form: SearchForm, presentation: Presentation) -> Response:
    return redirect(url_for("match.without_words", **form.as_address, **presentation.parameters), 301)
