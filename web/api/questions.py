"""What a program asks of the API: JSON, checked strictly, so that a slip never changes an answer in silence."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from werkzeug.exceptions import BadRequest

from search.datamodel.lobbying import LobbyingQuestion
from search.datamodel.question import MAX_TEXT_CHARACTERS, Filters

MAX_LIMIT = 100
MAX_OFFSET = 1_000_000
MAX_SESSION = 1_000
LOBBYING_FIELDS = ("state", "text", "label", "records", "before_session", "written_in", "limit", "offset")


@dataclass(frozen=True, slots=True)
class ApiQuestion:
    """One question of a program."""

    text: str
    own_state: str | None = None
    all_own: bool = False
    written_in: str | None = None
    filters: Filters = field(default_factory=Filters)
    grouped: bool = True
    limit: int = 10
    offset: int = 0

    @classmethod
    def from_json(cls, body: Any, allowed: Collection[str]) -> "ApiQuestion":
        """The question in a request's body.

        Raises:
            BadRequest: it is no object, has a field that is not allowed, or a value of the wrong kind.
        """
        given = _object(body, "The body", allowed)
        return cls(
            text=_text(given.get("text")),
            own_state=_code(given, "own_state", "a State"),
            all_own=_truth(given, "all", default=False),
            written_in=_code(given, "written_in", "a language"),
            filters=_filters(given.get("filters", {})),
            grouped=_truth(given, "folded", default=True),
            limit=_number(given, "limit", 1, MAX_LIMIT, default=10),
            offset=_number(given, "offset", 0, MAX_OFFSET, default=0),
        )


@dataclass(frozen=True, slots=True)
class ApiLobbyingQuestion:
    """A program's question for a lobbying list, and which States of it are wanted."""

    question: LobbyingQuestion
    limit: int
    offset: int

    @classmethod
    def from_json(cls, body: Any) -> "ApiLobbyingQuestion":
        """The question in a request's body.

        Raises:
            BadRequest: it is no object, has an unknown field or a value of the wrong kind, or does not give the issue
                in one way.
        """
        given = _object(body, "The body", LOBBYING_FIELDS)
        if sum(name in given for name in ("text", "label", "records")) != 1:
            raise BadRequest("Give the issue as “text”, as “label” or as “records”: one of the three.")
        earliest = _number(given, "before_session", 1, MAX_SESSION, default=1)
        question = LobbyingQuestion(
            state=_string(given, "state"),
            text=_text(given["text"]) if "text" in given else "",
            label=_string(given, "label") if "label" in given else None,
            records=_ids(given["records"]) if "records" in given else (),
            before_session=earliest if "before_session" in given else None,
            written_in=_code(given, "written_in", "a language"),
        )
        limit = _number(given, "limit", 1, MAX_LIMIT, default=20)
        return cls(question, limit, _number(given, "offset", 0, MAX_OFFSET, default=0))


def _string(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    if not isinstance(value, str) or not value:
        raise BadRequest(f"“{name}” must be a string that is not empty.")
    return value


def _ids(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
        raise BadRequest("“records” must be a list of ids of recommendations.")
    return tuple(dict.fromkeys(value))


def _object(value: Any, what: str, allowed: Collection[str]) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise BadRequest(f"{what} must be a JSON object, sent as application/json.")
    for name in value:
        if name not in allowed:
            raise BadRequest(f"{what} has an unknown field “{name[:40]}”; the fields are {', '.join(allowed)}.")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise BadRequest("“text” must be a string that is not empty.")
    if len(value) > MAX_TEXT_CHARACTERS:
        raise BadRequest(f"“text” must have at most {MAX_TEXT_CHARACTERS} characters.")
    return value.strip()


def _code(given: Mapping[str, Any], name: str, of_what: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise BadRequest(f"“{name}” must be the code of {of_what}, or null.")
    return value


def _number(given: Mapping[str, Any], name: str, least: int, most: int, default: int) -> int:
    value = given.get(name, default)
    if type(value) is not int or not least <= value <= most:
        raise BadRequest(f"“{name}” must be a whole number from {least} to {most}.")
    return value


def _truth(given: Mapping[str, Any], name: str, default: bool) -> bool:
    value = given.get(name, default)
    if type(value) is not bool:
        raise BadRequest(f"“{name}” must be true or false.")
    return value


def _filters(value: Any) -> Filters:
    given = _object(value, "“filters”", [each.name for each in fields(Filters)])
    return Filters(**{each.name: _values(each, given[each.name]) for each in fields(Filters) if each.name in given})


def _values(filter_field: Any, values: Any) -> tuple[Any, ...]:
    kind = int if filter_field.type == tuple[int, ...] else str
    if not isinstance(values, list) or not all(type(value) is kind for value in values):
        words = "numbers" if kind is int else "strings"
        raise BadRequest(f"The filter “{filter_field.name}” must be a list of {words}.")
    return tuple(values)
