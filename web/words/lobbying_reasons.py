"""Why a State stands where it does among the States to approach, in one line."""

from collections.abc import Iterator

from search import Evidence, LobbyingTarget
from web.site.language import decimal, gettext, listed, ngettext
from web.words.sessions import year

SPEAKS_MORE = 1.5
"""How many times the average a share is at least, so that it is worth a word."""
REASONS_GIVEN = 3


def reason_in_one_line(target: LobbyingTarget, state: str, is_certain: bool) -> str:
    """The facts of the formula that speak most for a State, in words to repeat in a meeting, the strongest first.

    `state`: the name of the State under review. `is_certain`: whether what was found is on the issue probably or surely
    (search.LobbyingList.is_certain); nobody is said to have asked for it where that cannot be told.
    """
    return gettext("; ").join(list(_reasons(target, state, is_certain))[:REASONS_GIVEN])


def _reasons(target: LobbyingTarget, state: str, is_certain: bool) -> Iterator[str]:
    yield from _asked(target, state) if is_certain else _may_have_asked(target, state)
    if target.times_average >= SPEAKS_MORE:
        yield gettext(
            "speaks on it %(times)s times as often as the average State", times=decimal(target.times_average, 1)
        )
    if target.reasons["same_group"].number:
        yield gettext("same regional group")
    if target.counts[Evidence.RETURNED]:
        yield ngettext(
            "received %(count)s recommendation from %(state)s",
            "received %(count)s recommendations from %(state)s",
            target.counts[Evidence.RETURNED],
            state=state,
        )


def _asked(target: LobbyingTarget, state: str) -> Iterator[str]:
    """What is probably on the issue or surely; what may be is told of the State under review alone, as such."""
    if target.sessions_here:
        years = listed(list(dict.fromkeys(map(year, target.sessions_here))))
        yield gettext("asked %(state)s for this in %(years)s", state=state, years=years)
    elif target.counts[Evidence.HERE_PERHAPS]:
        yield _may_be_on_it(target.counts[Evidence.HERE_PERHAPS], state)
    if target.states_asked:
        yield ngettext(
            "asked %(count)s other State for this", "asked %(count)s other States for this", target.states_asked
        )


def _may_have_asked(target: LobbyingTarget, state: str) -> Iterator[str]:
    if target.counts[Evidence.HERE_PERHAPS]:
        yield _may_be_on_it(target.counts[Evidence.HERE_PERHAPS], state)
    if target.counts[Evidence.OTHERS]:
        yield ngettext(
            "made %(count)s recommendation to other States that may be on it",
            "made %(count)s recommendations to other States that may be on it",
            target.counts[Evidence.OTHERS],
        )


def _may_be_on_it(count: int, state: str) -> str:
    return ngettext(
        "made %(count)s recommendation to %(state)s that may be on it",
        "made %(count)s recommendations to %(state)s that may be on it",
        count,
        state=state,
    )
