"""A lobbying list as lines for a terminal, and a State on it as a flat JSON object."""

from collections.abc import Iterator
from textwrap import fill
from typing import Any

from models.sessions import cycle_of_session
from search.lobbying_results import Evidence, LobbyingList, LobbyingTarget

_INDENT = " " * 6


def target_as_json(target: LobbyingTarget) -> dict[str, Any]:
    """Place, numbers and points, and how many recommendations stand behind each number."""
    return {
        "rank": target.rank,
        "state": target.state.code,
        "name": target.state.name,
        "view": target.view,
        "promise": target.promise,
        "reasons": {
            name: {"number": reason.number, "points": reason.points} for name, reason in target.reasons.items()
        },
        "recommendations": {evidence.value: count for evidence, count in target.counts.items()},
        "states_asked": target.states_asked,
        "share": round(target.share, 4),
        "sessions_here": list(target.sessions_here),
        "cycles_here": list(target.cycles_here),
        "last_session": target.last_session,
    }


def lobbying_list_as_text(listed: LobbyingList, limit: int, width: int) -> str:
    """Both views for reading, wrapped at `width` columns, at most `limit` States in each."""
    name = listed.state.name
    asked, prospects = listed.view("asked"), listed.view("prospect")
    blocks = [
        fill(
            f"{listed.on_issue:,} recommendations on this before session {listed.session}, {listed.here:,} of them to "
            f"{name}. States in the order of their promise; its formula is on the site and in docs/lobbying.md.",
            width,
        ),
        f"Asked {name} before: {len(asked)}",
        *_targets(asked[:limit], width),
        f"Could ask next time: {len(prospects)}",
        *_targets(prospects[:limit], width),
    ]
    if listed.wording:
        blocks.append("Asks to build on, supported by other States:")
        blocks += [
            fill(f"“{ask.quoted}” ({ask.id})", width, initial_indent=_INDENT, subsequent_indent=_INDENT)
            for ask in listed.wording
        ]
    return "\n\n".join(blocks)


def _targets(targets: tuple[LobbyingTarget, ...], width: int) -> Iterator[str]:
    for target in targets:
        head = f"{target.rank:4}. {target.state.name}  ({target.promise:.1f} points)"
        reasons = "; ".join(_reasons(target))
        yield f"{head}\n{fill(reasons, width, initial_indent=_INDENT, subsequent_indent=_INDENT)}"


def _reasons(target: LobbyingTarget) -> Iterator[str]:
    counts = target.counts
    if target.sessions_here:
        sessions = ", ".join(f"{session} (cycle {cycle_of_session(session)})" for session in target.sessions_here)
        yield f"made {counts[Evidence.HERE]} to it, in session {sessions}"
    yield f"made {counts[Evidence.OTHERS]} to {target.states_asked} other States"
    care = target.reasons["care"].number
    yield f"{target.share:.1%} of its recommendations are on this, {care:.1f} times the average State's share"
    yield f"{counts[Evidence.SPECIFIC]} of {counts[Evidence.ON_ISSUE]} for a specific action"
    yield f"{counts[Evidence.SUPPORTED]} supported, {counts[Evidence.NOTED]} noted"
    if target.reasons["same_group"].number:
        yield "same regional group"
