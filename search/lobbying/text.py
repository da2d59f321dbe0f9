"""A lobbying list as lines for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from models.reviews.sessions import cycle_of_session
from search.answer.words import none_made_to
from search.datamodel.lobbying import Evidence, LobbyingList, LobbyingTarget
from search.lobbying.words import perhaps_on_issue

_INDENT = " " * 6


def lobbying_list_as_text(listed: LobbyingList, limit: int, width: int) -> str:
    """The views for reading, wrapped at `width` columns, at most `limit` States in each."""
    name = listed.state.name
    found = f"{listed.on_issue:,} {'recommendation' if listed.on_issue == 1 else 'recommendations'} found"
    asked, perhaps, prospects = listed.view("asked"), listed.view("perhaps"), listed.view("prospect")
    blocks = [
        fill(
            f"{found} on this up to session {listed.session - 1}, {listed.here:,} "
            f"of them to {name}. {perhaps_on_issue(listed) or ''} States by suggested priority; how it is worked out "
            "is on the site and in docs/lobbying.md.",
            width,
        ),
        *([f"Asked {name} before: {len(asked)}"] if listed.is_certain else []),
        *_targets(asked[:limit], name, width),
        f"May have asked {name} before (read what they asked): {len(perhaps)}",
        *_targets(perhaps[:limit], name, width),
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
        yield none_made_to(target, name)
    yield f"made {counts[Evidence.OTHERS]} to {target.states_asked} other States"
    average = f"compared with the average: {target.times_average:.1f} ×"
    yield f"{target.share:.1%} of its recommendations are on this ({average})"
    yield f"{counts[Evidence.SPECIFIC]} of {counts[Evidence.ON_ISSUE]} for a specific action"
    yield f"{counts[Evidence.SUPPORTED]} supported, {counts[Evidence.NOTED]} noted"
    if target.reasons["same_group"].number:
        yield "same regional group"
