"""What the page of an issue shows: a tab for the recommendations of each group, and one for each thing beside them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from math import ceil
from operator import itemgetter
from typing import Any

from flask import render_template, url_for

from models.messages.message import Message
from models.records.records import Recommendation
from models.reviews.states import StateKind
from search import (
    BACK_TEST,
    BY_WHAT_THEY_SAID,
    BY_WHO_IS_LIKELY,
    NEAREST_QUOTED,
    STRUCK_OUT,
    Answer,
    Evidence,
    Group,
    looked_through,
    nothing_found,
    parts_of,
    reasons,
    recommended_to,
)
from search.lobbying.compose import evidence_page
from search.progress.on_issue import reported_on_issue
from web.results.files import MOST_IN_FILES
from web.results.kind_words import issue_heading
from web.results.lobbying_words import evidence_words
from web.results.presentation import GROUPS, Presentation, Tab
from web.results.result_address import ResultAddress, kept_results
from web.results.result_page import result_page
from web.results.search_form import SearchForm, ways_to_ask
from web.results.tabs import tabs_of_issue, tabs_of_label
from web.site.language import gettext
from web.site.served_index import (
    is_invented,
    is_invented_state,
    known_states,
    name_of,
    served_index,
    settings,
    state_name,
)

STATES_A_PAGE = 10


def issue_page(key: str, form: SearchForm, presentation: Presentation) -> str:
    """The results of an issue in a user's own words, as far as the address wants them shown."""
    presentation = replace(presentation, to=_offered(form, presentation.to))
    here, is_list = kept_results(key, presentation, url_for("match.match")), presentation.to in GROUPS
    group: Group | None = "others" if presentation.to == "others" else "own" if form.state else None

    def ask(limit: int, offset: int) -> Answer:
        question = replace(
            form.issue_question(), limit=limit, offset=offset, by_paragraph=True, sort=presentation.sort, group=group
        )
        return served_index().match(replace(question, observed=1))

    page = result_page(form, presentation if is_list else Presentation(per_page=1), ask, group)
    own = state_name(form.state) if form.state else ""
    heading = issue_heading(page.words, page.answer, own)
    shown = {"heading": heading} if is_list else _BESIDE[presentation.to](form, here)
    return render_template(
        "match.html",
        page=page,
        form=page.form,
        here=here,
        own=own,
        tabs=tabs_of_issue(page, here),
        nothing_found=nothing_found(page.answer, own),
        most_in_files=MOST_IN_FILES,
        **shown,
    )


def _offered(form: SearchForm, tab: Tab) -> Tab:
    """The tab that is shown: without a State there are no others, and only a member is approached."""
    known = known_states().get(form.state or "")
    if tab == "others" and not form.state:
        return "own"
    if tab == "approach" and not (known and known.state.kind is StateKind.MEMBER):
        return "own"
    return tab


def approach_without_words(form: SearchForm, presentation: Presentation) -> str:
    """States to approach on a label or on chosen recommendations."""
    presentation = replace(presentation, to="approach")
    here = ResultAddress("match.without_words", form.as_address, presentation, url_for("match.match"))
    tabs = tabs_of_label(form.state, form.label, "approach") if form.label and not form.records else ()
    return render_template(
        "match.html",
        page=None,
        form=form,
        here=here,
        own=state_name(form.state or ""),
        tabs=tabs,
        **ways_to_ask(form),
        **_approach(form, here),
    )


def _approach(form: SearchForm, here: ResultAddress) -> dict[str, Any]:
    """The States, by what they said or by a formula on past reviews; or the recommendations behind a number of one."""
    if here.presentation.behind:
        return _behind(form, here.presentation)
    listed = served_index().lobby(form.approach_question())
    struck, first = here.presentation.struck, (here.presentation.page - 1) * STATES_A_PAGE
    rows = [
        (heading, number, target)
        for heading, targets in parts_of(listed, here.presentation.order)
        for number, target in enumerate((target for target in targets if target.state.code not in struck), 1)
    ]
    return {
        "heading": gettext(": ").join((gettext("States to approach"), name_of(listed.state))),
        "listed": listed,
        "parts": [(heading, [*part]) for heading, part in groupby(rows[first : first + STATES_A_PAGE], itemgetter(0))],
        "in_part": Counter(heading for heading, _, _ in rows),
        "page_count": ceil(len(rows) / STATES_A_PAGE),
        "struck": [target for target in listed.targets if target.state.code in struck],
        "Evidence": Evidence,
        "evidence_words": evidence_words,
        "looked_through": looked_through(listed),
        "nearest_quoted": NEAREST_QUOTED,
        "back_test": BACK_TEST,
        "reasons": reasons,
        "orders": (("said", BY_WHAT_THEY_SAID), ("likely", BY_WHO_IS_LIKELY)),
        "struck_out": STRUCK_OUT,
        "recommended_to": _recommended_to,
        "is_invented": is_invented,
    }


def _behind(form: SearchForm, shown: Presentation) -> dict[str, Any]:
    lines = shown.lines(settings().results_per_page)
    found = evidence_page(
        served_index().snapshot, form.approach_question(), shown.evidence, lines, (shown.page - 1) * lines
    )
    other = name_of(found.recommending) if found.recommending else None
    return {
        "heading": evidence_words(found.evidence, found.total, other),
        "found": found,
        "first": (shown.page - 1) * lines + 1,
        "page_count": ceil(found.total / lines),
        "is_invented": is_invented,
    }


def _recommended_to(record: Recommendation) -> Message:
    return recommended_to(record, served_index().state(record.state_under_review).in_message)


def _reported(form: SearchForm, here: ResultAddress) -> dict[str, Any]:
    """The paragraphs of documents before reviews: those on the user's own State first, then those on others."""
    lines = here.presentation.lines(settings().results_per_page)
    offset = (here.presentation.page - 1) * lines
    reported = reported_on_issue(served_index().snapshot, form.text, form.state, lines, offset, form.read_in)
    return {
        "heading": gettext("What was reported"),
        "reported": reported,
        "page_count": ceil(reported.total / lines),
        "is_invented_state": is_invented_state,
    }


def _told(form: SearchForm, here: ResultAddress) -> dict[str, Any]:
    """What treaty bodies and special procedures told the State, and all States."""
    lines = here.presentation.lines(settings().results_per_page)
    offset = (here.presentation.page - 1) * lines
    told = served_index().observations(form.text, form.state, lines, offset, written_in=form.read_in)
    to_state = gettext(
        "Recommendations of treaty bodies and special procedures to %(state)s", state=state_name(form.state or "")
    )
    to_all = gettext("What general comments and thematic reports say on it")
    return {"heading": to_state if form.state else to_all, "told": told, "page_count": ceil(told.total / lines)}


_BESIDE: dict[Tab, Callable[[SearchForm, ResultAddress], dict[str, Any]]] = {
    "approach": _approach,
    "reported": _reported,
    "told": _told,
}
"""What each tab beside the recommendations shows."""
