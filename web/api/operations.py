"""Operations of the API: views over typed questions and answers, from which its document is made too.

A view's annotations say all: the parameter whose type is a Question is read from the body of a POST or from the query
of a GET, the others are parts of the address, and what it returns is sent as JSON.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, TypeVar, get_args, get_type_hints

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from werkzeug.exceptions import UnsupportedMediaType

from models.errors import RecordMoved, UprError
from models.records.shown_as_json import AnswerPart
from web.api.questions import Question
from web.site.error_pages import RefusedField, status_of
from web.site.served_index import served_index, settings
from web.site.settings import PROGRAM_VERSION

View = Callable[..., AnswerPart]
AnyQuestion = TypeVar("AnyQuestion", bound=Question)

SENTENCES = {
    "missing": "{field} is missing{choices}.",
    "extra_forbidden": "There is an unknown field {field}: {where} lists the fields.",
    "unexpected_keyword_argument": "There is an unknown field {field}: {where} lists the fields.",
    "string_type": "{field} must be a string.",
    "string_too_short": "{field} must be a string that is not empty.",
    "string_pattern_mismatch": "{field} must be a string of more than blanks, without characters that it cannot have.",
    "string_too_long": "{field} must have at most {max_length} characters.",
    "int_type": "{field} must be a whole number.",
    "int_parsing": "{field} must be a whole number.",
    "greater_than_equal": "{field} must be {ge} or more.",
    "less_than_equal": "{field} must be {le} or less.",
    "bool_type": "{field} must be true or false.",
    "bool_parsing": "{field} must be true or false.",
    "literal_error": "{field} must be {expected}.",
    "tuple_type": "{field} must be a list.",
    "too_short": "{field} must be a list that is not empty.",
    "dataclass_type": "{field} must be a JSON object.",
    "model_type": "The body must be a JSON object.",
    "json_invalid": "The body is no JSON that can be read: {error}.",
}
"""By pydantic's type of the error."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One address of the API with one method."""

    method: str
    rule: str
    """Its address below the prefix, as Flask writes it ("/state/<code>")."""
    view: View
    asks: tuple[str, type[Question]] | None
    """The parameter of the view that takes the question, and its type."""
    answers: type[AnswerPart]
    failures: tuple[int, ...]
    """Statuses that it may answer with instead, in addition to those of its method."""

    def __call__(self, **address: str) -> ResponseReturnValue:
        """Answer the request at hand."""
        # Made first: where the index is switched meanwhile, the answer is fetched once more, and never kept too long.
        tag = _entity_tag()
        question = {} if self.asks is None else {self.asks[0]: self._question(self.asks[1])}
        if self.asks is None or self.method == "POST":
            _refuse_parameters()
        try:
            with blamed_on(next(iter(address), None)):
                answer = self.view(**address, **question)
        except RecordMoved as moved:
            parameters: dict[str, Any] = request.args.to_dict()
            return redirect(url_for(f".{self.view.__name__}", record_id=moved.new_id, **parameters), 301)
        response = Response(answer.model_dump_json(), mimetype="application/json")
        if self.method == "GET":
            response.set_etag(tag)
            response.make_conditional(request)
        return response

    def _question(self, kind: type[Question]) -> Question:
        if self.method == "GET":
            return question_in_address(kind)
        try:
            if request.mimetype != "application/json":
                raise UnsupportedMediaType("Send a JSON object, with “Content-Type: application/json”.")
            return kind.model_validate_json(request.get_data(cache=False))
        except ValidationError as error:
            raise refusal(error) from None


class Operations:
    """The operations of an API, in the order in which they are described."""

    def __init__(self) -> None:
        """None yet."""
        self.all: list[Operation] = []

    def get(self, rule: str, *failures: int) -> Callable[[View], View]:
        """Answer a GET with what a view returns; an address with parts may name what is unknown, too."""
        return self._adder("GET", rule, failures)

    def post(self, rule: str, *failures: int) -> Callable[[View], View]:
        """Answer a POST, whose body is a question, with what a view returns."""
        return self._adder("POST", rule, failures)

    def blueprint(self, name: str, prefix: str) -> Blueprint:
        """The operations below a prefix of addresses."""
        blueprint = Blueprint(name, __name__, url_prefix=prefix)
        for operation in self.all:
            blueprint.add_url_rule(
                operation.rule, operation.view.__name__, operation.__call__, methods=[operation.method]
            )
        return blueprint

    def _adder(self, method: str, rule: str, failures: tuple[int, ...]) -> Callable[[View], View]:
        def add(view: View) -> View:
            hints = get_type_hints(view)
            answers = hints.pop("return")
            asks = [(name, hint) for name, hint in hints.items() if issubclass(hint, Question)]
            self.all.append(Operation(method, rule, view, asks[0] if asks else None, answers, failures))
            return view

        return add


@contextmanager
def blamed_on(field: str | None) -> Iterator[None]:
    """Name the field of a question, or the part of the address, whose value search refuses.

    Raises:
        RefusedField: search refused it.
        RecordMoved: it is an address that leads to another today.
    """
    try:
        yield
    except UprError as error:
        if isinstance(error, RecordMoved) and field == "record_id":
            raise
        # What is no fault of the question is a failure of the site, whose sentence only its log may have.
        if status_of(error) >= 500:
            raise
        raise RefusedField(str(error), field, type(error).__name__, status_of(error)) from None


def _refuse_parameters() -> None:
    for name in request.args:
        raise RefusedField(f"This address takes no parameter “{name[:40]}”.", name[:40])


def question_in_address(kind: type[AnyQuestion]) -> AnyQuestion:
    """The question of this type that the query of the address asks.

    Raises:
        RefusedField: a parameter is missing, unknown, given twice or none of its kind.
    """
    try:
        return kind.model_validate_strings(_parameters())
    except ValidationError as error:
        raise refusal(error, kind=kind) from None


def _parameters() -> dict[str, str]:
    """The query of the address, in which no parameter may stand twice."""
    for name, values in request.args.lists():
        if len(values) > 1:
            raise RefusedField(f"The parameter “{name[:40]}” is given {len(values)} times.", name[:40])
    return request.args.to_dict()


def refusal(error: ValidationError, where: str = "/api/v1/", kind: type[Question] | None = None) -> RefusedField:
    """The first of pydantic's errors in one sentence, which never holds a value of the request.

    `where` the fields are described; `kind`: of the question, for the values that a missing field can have.
    """
    first: Any = error.errors(include_url=False, include_input=False)[0]
    field = ".".join(part[:40] for part in first["loc"] if isinstance(part, str))
    in_list = any(isinstance(part, int) for part in first["loc"])
    in_words = f"Each value of “{field}”" if in_list else f"“{field}”"
    sentence = SENTENCES.get(first["type"], "{field} cannot be used: see {where}.")
    choices = _choices(kind, field) if kind else ""
    made = sentence.format(field=in_words, where=where, choices=choices, **first.get("ctx", {}))
    return RefusedField(made, field or None)


def _choices(kind: type[Question], field: str) -> str:
    """What a field of listed values can be; "" for another."""
    listed = kind.model_fields[field].annotation if field in kind.model_fields else None
    values = [f"“{value}”" for value in get_args(listed) if isinstance(value, str)]
    return f": give {' or '.join(values)}" if values else ""


def snapshot_mark(*parts: str) -> str:
    """A short digest of the snapshot in use and of the parts given."""
    return sha256("\n".join((served_index().overview().built, *parts)).encode()).hexdigest()[:16]


def _entity_tag() -> str:
    """Stands for the answer to a GET: it changes with the index, the program, its settings and the day of estimates."""
    shown = str(settings().results_per_page)
    return snapshot_mark(request.full_path, PROGRAM_VERSION, shown, date.today().isoformat())
