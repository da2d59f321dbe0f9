"""A lobbying list as lines for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from models.messages import StateName
from models.reviews.sessions import cycle_of_session
from models.spoken import said, said_decimal, said_in_marks, said_name, said_of, spoken, spoken_language
from search.answer.quotations import words_of
from search.answer.words import none_made_to
from search.datamodel.lobbying import Evidence, LobbyingList, LobbyingTarget
from search.lobbying.words import perhaps_on_issue

_INDENT = " " * 6


def lobbying_list_as_text(listed: LobbyingList, limit: int, width: int) -> str:
    """The views for reading, wrapped at `width` columns, at most `limit` States in each."""
    state = listed.state.in_message
    asked, perhaps, prospects = listed.view("asked"), listed.view("perhaps"), listed.view("prospect")
    found = said_of(
        "%(count)s recommendation found on this up to session %(session)s, %(here)s of them to %(state)s.",
        "%(count)s recommendations found on this up to session %(session)s, %(here)s of them to %(state)s.",
        listed.on_issue,
        session=str(listed.session - 1),
        here=listed.here,
        state=state,
    )
    order = said("States by suggested priority; how it is worked out is on the site and in docs/lobbying.md.")
    blocks = [
        fill(f"{found} {spoken(perhaps_on_issue(listed) or '')} {order}", width),
        *([said("Asked %(state)s before: %(count)s", state=state, count=str(len(asked)))] if listed.is_certain else []),
        *_targets(asked[:limit], state, width),
        said("May have asked %(state)s before (read what they asked): %(count)s", state=state, count=str(len(perhaps))),
        *_targets(perhaps[:limit], state, width),
        said("Potential supporters: %(count)s", count=str(len(prospects))),
        *_targets(prospects[:limit], state, width),
    ]
    if listed.wording:
        blocks.append(said("Model wording, supported by other States:"))
        blocks += [
            fill(
                f"{said_in_marks(words_of(model, spoken_language()).words)} ({model.id})",
                width,
                initial_indent=_INDENT,
                subsequent_indent=_INDENT,
            )
            for model in listed.wording
        ]
    return "\n\n".join(blocks)


def _targets(targets: tuple[LobbyingTarget, ...], state: StateName, width: int) -> Iterator[str]:
    for target in targets:
        points = said("%(points)s points", points=said_decimal(target.promise, 1))
        head = f"{target.place:4}. {said_name(target.state.in_message)}  ({points})"
        reasons = said("; ").join(_reasons(target, state))
        yield f"{head}\n{fill(reasons, width, initial_indent=_INDENT, subsequent_indent=_INDENT)}"


def _reasons(target: LobbyingTarget, state: StateName) -> Iterator[str]:
    counts = {evidence: str(count) for evidence, count in target.counts.items()}
    if target.sessions_here:
        sessions = ", ".join(
            said("%(session)s (cycle %(cycle)s)", session=str(session), cycle=str(cycle_of_session(session)))
            for session in target.sessions_here
        )
        in_sessions = said_of(
            "in session %(sessions)s", "in sessions %(sessions)s", len(target.sessions_here), sessions=sessions
        )
        yield said("made %(count)s to it, %(in_sessions)s", count=counts[Evidence.HERE], in_sessions=in_sessions)
    else:
        yield spoken(none_made_to(target, state))
    if target.states_asked:
        yield said_of(
            "made %(recommendations)s to %(count)s other State",
            "made %(recommendations)s to %(count)s other States",
            target.states_asked,
            recommendations=counts[Evidence.OTHERS],
        )
    else:
        yield said("made none to other States")
    yield said(
        "%(share)s%% of its recommendations are on this (compared with the average: %(times)s ×)",
        share=said_decimal(100 * target.share, 1),
        times=said_decimal(target.times_average, 1),
    )
    yield said(
        "%(count)s of %(all)s for a specific action", count=counts[Evidence.SPECIFIC], all=counts[Evidence.ON_ISSUE]
    )
    yield said(
        "%(supported)s supported, %(noted)s noted", supported=counts[Evidence.SUPPORTED], noted=counts[Evidence.NOTED]
    )
    if target.reasons["same_group"].number:
        yield said("same regional group")
