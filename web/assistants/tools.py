"""The tools of an assistant: what each is for, what it takes, and which request of the API answers it."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from search import Filters
from web.api.questions import InfoQuestion, LobbyQuestion, Question, RecordsQuestion
from web.assistants.questions import (
    FindArguments,
    MatchArguments,
    ObservationsArguments,
    ProgressArguments,
    SimilarArguments,
    ThreadArguments,
)
from web.site.error_pages import RefusedField

_TEXTS = tomllib.loads(resources.files("web.assistants").joinpath("tools.toml").read_text(encoding="utf-8"))
INSTRUCTIONS: str = _TEXTS["instructions"]


@dataclass(frozen=True, slots=True)
class ApiRequest:
    """A request of the JSON API."""

    method: str
    path: str
    """Below /api/v1."""
    question: Mapping[str, Any]
    """The body of a POST, the parameters of a GET."""


@dataclass(frozen=True, slots=True)
class Tool:
    """One tool."""

    name: str
    title: str
    description: str
    asks: type[Question]
    request: Callable[[Any], ApiRequest]
    """How the API is asked what the tool is asked."""
    state: Callable[[Any, Any], str | None]
    """Which State the question and its answer are about, by code or name; None: no single one."""


def _post(path: str) -> Callable[[Question], ApiRequest]:
    return lambda question: ApiRequest("POST", path, question.model_dump(mode="json", exclude_none=True))


def _get(path: str) -> Callable[[Question], ApiRequest]:
    """`path` may name fields of the question in braces; the others become parameters."""

    def request(question: Question) -> ApiRequest:
        fields = question.model_dump(mode="json", exclude_none=True)
        parameters = {name: value for name, value in fields.items() if f"{{{name}}}" not in path}
        return ApiRequest("GET", path.format(**fields), parameters)

    return request


def _progress(question: ProgressArguments) -> ApiRequest:
    if (question.id is None) == (question.review is None):
        raise RefusedField("Give either “id” or “review”.", "id")
    return _get("/progress" if question.id is None else "/recommendation/{id}/progress")(question)


def _observations(question: ObservationsArguments) -> ApiRequest:
    if (question.id is None) == (question.text is None):
        raise RefusedField("Give either “text” or “id”.", "text")
    if question.id is None:
        return _post("/observations")(question)
    if question.own_state or question.written_in or question.mechanism or question.offset:
        raise RefusedField(
            "With “id” come “limit” and “cursor” alone: a recommendation says to which State it is.", "id"
        )
    asked = ThreadArguments(id=question.id, limit=question.limit, cursor=question.cursor)
    return _get("/recommendation/{id}/observations")(asked)


def _one_under_review(filters: Filters) -> str | None:
    return filters.under_review[0] if len(filters.under_review) == 1 else None


def _no_state(question: Question, answer: Any) -> None:
    return None


def _state_of_answer(question: Question, answer: Any) -> Any:
    return answer["state"]


def _state_of_record(question: Question, answer: Any) -> Any:
    first = answer["records"][0]
    return first.get("state_under_review") or first.get("state")


def _tool(
    name: str,
    asks: type[Question],
    request: Callable[[Any], ApiRequest],
    state: Callable[[Any, Any], str | None],
) -> Tool:
    return Tool(name, **_TEXTS[name], asks=asks, request=request, state=state)


ALL_TOOLS = (
    _tool(
        "match",
        MatchArguments,
        _post("/match"),
        lambda question, answer: question.own_state or _one_under_review(question.filters),
    ),
    _tool("find", FindArguments, _post("/find"), lambda question, answer: _one_under_review(question.filters)),
    _tool("get", RecordsQuestion, _get("/records"), _state_of_record),
    _tool("similar", SimilarArguments, _get("/recommendation/{id}/similar"), _no_state),
    _tool(
        "thread",
        ThreadArguments,
        _get("/recommendation/{id}/thread"),
        lambda question, answer: answer["recommendation"]["state_under_review"],
    ),
    _tool("progress", ProgressArguments, _progress, _state_of_answer),
    _tool("lobby", LobbyQuestion, _post("/lobby"), _state_of_answer),
    _tool("observations", ObservationsArguments, _observations, _state_of_answer),
    _tool("info", InfoQuestion, _get("/info"), _no_state),
)
TOOLS: Mapping[str, Tool] = {tool.name: tool for tool in ALL_TOOLS}
"""By name."""
