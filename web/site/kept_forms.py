"""From a posted question to the address of its results, and back.

What is kept is the form as it was posted, so that the results are searched for anew whenever the address is opened.
"""

from collections.abc import Mapping
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode

from flask import current_app, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from web.site.kept_questions import KeptQuestions

KEPT_QUESTIONS = "upr_kept_questions"
ASKED = "asked"
"""Of a kept form: what it asks, the name of a blueprint."""
SEARCH = "search"
"""Of a posted form: the key of the results on whose page it stood."""


def kept_questions() -> KeptQuestions:
    """The questions that this site keeps."""
    return cast(KeptQuestions, current_app.extensions[KEPT_QUESTIONS])


def to_results(shown: Mapping[str, Any]) -> Response:
    """Keep the question of this request and lead to its results: a page that can be reloaded and gone back to.

    `shown` are the parameters of the address, which say how they are shown.
    """
    posted = [(name, value) for name, value in request.form.items(multi=True) if name not in (ASKED, SEARCH)]
    question = urlencode([(ASKED, request.blueprint), *posted]).encode()
    key = kept_questions().put(question, beside=request.form.get(SEARCH, ""))
    return redirect(url_for("results.show", key=key, **shown), 303)


def kept_form(key: str) -> MultiDict[str, str] | None:
    """The form kept under a key; None where it is not kept, or no longer."""
    question = kept_questions().get(key)
    return None if question is None else MultiDict(parse_qsl(question.decode(), keep_blank_values=True))
