"""Why a State stands where it does among the States to approach, in one line."""

from collections.abc import Iterator

from search import Evidence, LobbyingTarget
from web.site.language import decimal, gettext, ngettext
from web.words.sessions import month_and_session

SPEAKS_MORE = 1.5
"""How many times the average a share is at least, so that it is worth a word."""
REASONS_GIVEN = 3


def reason_in_one_line(target: LobbyingTarget, state: str) -> str:
    """The facts of the formula that speak most for a State, the strongest evidence first; `state`: the name of the
    State under review."""
    return gettext("; ").join(list(_reasons(target, state))[:REASONS_GIVEN])


def _reasons(target: LobbyingTarget, state: str) -> Iterator[str]:
    counts = target.counts
    if target.last_asked_here is not None:
        yield ngettext(
            "recommended it to %(state)s once, in %(session)s",
            "recommended it to %(state)s %(count)s times, last in %(session)s",
            counts[Evidence.HERE],
            state=state,
            session=month_and_session(target.last_asked_here),
        )
    if counts[Evidence.OTHERS]:
        yield ngettext(
            "recommended it to %(count)s other State (%(number)s in all)",
            "recommended it to %(count)s other States (%(number)s in all)",
            target.states_asked,
            number=counts[Evidence.OTHERS],
        )
    if target.times_average >= SPEAKS_MORE:
        yield gettext(
            "speaks on it %(times)s times as often as the average State", times=decimal(target.times_average, 1)
        )
    if target.reasons["same_group"].number:
        yield gettext("same regional group")
    if counts[Evidence.RETURNED]:
        yield ngettext(
            "received %(count)s recommendation from %(state)s",
            "received %(count)s recommendations from %(state)s",
            counts[Evidence.RETURNED],
            state=state,
        )
