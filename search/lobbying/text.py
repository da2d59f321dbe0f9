"""A lobbying list as lines for a terminal, and a State on it as a flat JSON object."""

from collections.abc import Iterator
from textwrap import fill
from typing import Any

from models.reviews.sessions import cycle_of_session
from search.datamodel.lobbying import Evidence, LobbyingList, LobbyingTarget, none_found

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
            f"{listed.on_issue:,} recommendations found on this before session {listed.session}, {listed.here:,} "
            f"of them to {name}. States by suggested priority; how it is worked out is on the site and in "
            "docs/lobbying.md.",
            width,
        ),
        f"Asked {name} before: {len(asked)}",
        *_targets(asked[:limit], name, width),
        f"Potential supporters: {len(prospects)}",
        *_targets(prospects[:limit], name, width),
    ]
    if listed.wording:
        blocks.append("Model wording, supported by other States:")
        blocks += [
            fill(f"“{model.quoted}” ({model.id})", width, initial_indent=_INDENT, subsequent_indent=_INDENT)
            for model in listed.wording
        ]
    return "\n\n".join(blocks)


def _targets(targets: tuple[LobbyingTarget, ...], name: str, width: int) -> Iterator[str]:
    for target in targets:
        head = f"{target.place:4}. {target.state.name}  ({target.promise:.1f} points)"
        reasons = "; ".join(_reasons(target, name))
        yield f"{head}\n{fill(reasons, width, initial_indent=_INDENT, subsequent_indent=_INDENT)}"


def _reasons(target: LobbyingTarget, name: str) -> Iterator[str]:
    counts = target.counts
    if target.sessions_here:
        sessions = ", ".join(f"{session} (cycle {cycle_of_session(session)})" for session in target.sessions_here)
        yield f"made {counts[Evidence.HERE]} to it, in session {sessions}"
    else:
        yield none_found(target, name)
    yield f"made {counts[Evidence.OTHERS]} to {target.states_asked} other States"
    average = f"compared with the average: {target.times_average:.1f} ×"
    yield f"{target.share:.1%} of its recommendations are on this ({average})"
    yield f"{counts[Evidence.SPECIFIC]} of {counts[Evidence.ON_ISSUE]} for a specific action"
    yield f"{counts[Evidence.SUPPORTED]} supported, {counts[Evidence.NOTED]} noted"
    if target.reasons["same_group"].number:
        yield "same regional group"
