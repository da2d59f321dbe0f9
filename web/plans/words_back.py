"""Words that somebody typed and that could not be kept are given back: the plan was deleted meanwhile, or is full."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import ParamSpec

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue

from models.errors import PlanError
from models.plans.plan import PLAN_COLUMNS, PLAN_FIELDS, PlanColumn
from web.plans.item_form import EVIDENCE_FIELDS, MOST_ROWS
from web.plans.workbook_columns import EVIDENCE
from web.site.error_pages import status_of
from web.site.language import gettext, side_by_side, translated

Parameters = ParamSpec("Parameters")


def giving_words_back(view: Callable[Parameters, ResponseReturnValue]) -> Callable[Parameters, ResponseReturnValue]:
    """Around a view that keeps what a form says: where that fails, the page of the failure has all that was typed."""

    @wraps(view)
    def guarded(*arguments: Parameters.args, **named: Parameters.kwargs) -> ResponseReturnValue:
        try:
            return view(*arguments, **named)
        except PlanError as error:
            typed, status = _typed(), status_of(error)
            if not typed:
                raise
            if status == HTTPStatus.SERVICE_UNAVAILABLE:
                current_app.logger.error("%s: %s", type(error).__name__, error)
            sentence = translated(error.args[0])
            return render_template("error.html", title=gettext("Not saved"), sentence=sentence, typed=typed), status

    return guarded


def _typed() -> list[tuple[str, str]]:
    """What the form of this request says, by heading, in the order of the form; what is empty is left out."""
    columns = {**PLAN_FIELDS, **PLAN_COLUMNS}
    typed = [(translated(column.heading), _words(column)) for column in columns.values() if column.name != "evidence"]
    for number in range(MOST_ROWS):
        texts = {name: request.form.get(f"evidence-{number}-{name}", "") for name in EVIDENCE_FIELDS}
        evidence = gettext("Evidence %(number)s", number=str(number + 1))
        typed += [
            (side_by_side((evidence, translated(EVIDENCE[name]))), text)
            for name, text in texts.items()
            if name != "record"
        ]
    return [(heading, words) for heading, words in typed if words.strip()]


def _words(column: PlanColumn) -> str:
    values = request.form.getlist(column.name)
    if column.values is None:
        return "\n".join(values)
    return side_by_side(gettext(value.value) for value in column.values if value.value in values)
