"""The server of the Model Context Protocol: the list of tools, and their answers.

The lower of the two layers of the package `mcp`: the upper one makes the schema of a tool of a function's parameters,
and ours come of the types of the API.
"""

import json
import logging
import sys
from functools import partial
from typing import Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from flask import Flask
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    ToolAnnotations,
)
from mcp.types import Tool as DescribedTool

from web.api.document import FieldSchemas
from web.assistants.ask_api import Answered, ask
from web.assistants.tools import ALL_TOOLS, INSTRUCTIONS, TOOLS, Tool
from web.site.settings import PROGRAM_VERSION

MOST_WAITING = 16
"""Calls that wait for a thread; those beyond are told to come back later."""
UNASKED = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
"""No tool changes anything or reaches out of this machine, so that a host need not ask its user first."""
FAILURE = {
    "error": {
        "status": 500,
        "kind": "InternalServerError",
        "message": "Something went wrong in this tool; the question was not at fault. Tell the people who run it.",
        "field": None,
    }
}


def assistant_server(site: Flask, threads: int) -> Server[Any]:
    """A server of the protocol whose tools ask a site in memory, so many at once."""
    limiter = CapacityLimiter(threads)

    async def list_tools(context: Any, parameters: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[described(tool) for tool in ALL_TOOLS])

    async def call_tool(context: Any, parameters: CallToolRequestParams) -> CallToolResult:
        tool = TOOLS.get(parameters.name)
        if tool is None:
            raise MCPError(INVALID_PARAMS, f"There is no tool of that name: choose one of {', '.join(TOOLS)}.")
        call = partial(_answered, site, tool, parameters.arguments or {})
        if limiter.statistics().tasks_waiting >= MOST_WAITING:
            return _as_result(call(busy=True))  # at once, for nothing is searched
        # Whoever gives up need not wait; the thread counts as taken until it is done.
        return _as_result(await run_sync(call, abandon_on_cancel=True, limiter=limiter))

    server: Server[Any] = Server(
        "upr-follow-up",
        version=PROGRAM_VERSION,
        title="UPR Follow-up",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )
    # What it comes with hands names and errors of calls to OpenTelemetry, which may send them on.
    server.middleware.clear()
    return server


def described(tool: Tool) -> DescribedTool:
    """A tool as the protocol lists it; its schema is that of the API's types.

    No schema of its answers, which the protocol leaves open: nine of them are 170 KB, and hosts put the list of tools
    into the small memory of a model. Answers name their fields, and INSTRUCTIONS say what is to be known of them.
    """
    return DescribedTool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=tool.asks.model_json_schema(schema_generator=FieldSchemas),
        annotations=UNASKED,
    )


def silence_libraries() -> None:
    """Let no library of the server log: messages and errors there may hold words of a question."""
    for name in ("mcp", "uvicorn", "sse_starlette", "asyncio"):
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False


def _answered(site: Flask, tool: Tool, arguments: dict[str, Any], *, busy: bool = False) -> Answered:
    try:
        return ask(site, tool, arguments, busy=busy)
    except Exception:
        site.log_exception(sys.exc_info())  # which has the place of a failure and no word
        return Answered(FAILURE, failed=True)


def _as_result(answered: Answered) -> CallToolResult:
    """What the protocol carries: structured content, and text for hosts that know none."""
    text = json.dumps(answered.content, ensure_ascii=False)
    return CallToolResult(
        content=[TextContent(type="text", text=text)],
        structured_content=dict(answered.content),
        is_error=answered.failed,
    )
