"""What is said of asks and recommendations, on pages and in files."""

from collections.abc import Mapping

from search import POSITION_IN_SENTENCE, Extent, Grade, Uptake, Why, Wording
from web.site.language import gettext, lazy_gettext, ngettext, number, side_by_side, translated
from web.words.sessions import review_in_words

GRADE_WORDS: Mapping[Grade, object] = {
    "same": lazy_gettext("Says the same"),
    "part": lazy_gettext("Part of the way"),
    "touches": lazy_gettext("Touches it"),
}
NO_PROOF = lazy_gettext(
    "Likeness is no proof of influence: nobody can say from these texts why a State recommended something."
)


def figures_in_words(found: Uptake) -> str:
    """How many asks came back, for an annual report."""
    if not found.rated:
        return gettext("How surely a recommendation takes an ask up is not known for the language model of this index.")
    asks = ngettext(
        "%(came_back)s of %(count)s ask came back in the review of %(review)s.",
        "%(came_back)s of %(count)s asks came back in the review of %(review)s.",
        len(found.asks),
        came_back=found.came_back,
        review=review_in_words(found.session),
    )
    counts = gettext(
        "Recommendations: %(records)s. Recommending States: %(states)s.",
        records=len(found.recommendations),
        states=len(found.states),
    )
    return " ".join([asks, counts, _positions(found)]).strip()


def _positions(found: Uptake) -> str:
    named = [
        "".join((translated(POSITION_IN_SENTENCE[position]), gettext(": "), number(count)))
        for position, count in found.positions.items()
    ]
    return gettext("Positions: %(positions)s.", positions=side_by_side(named)) if named else ""


def nobody_in_words(found: Uptake, *, in_part: bool = False) -> str:
    """That nothing takes an ask up, as far as that can be said of the review."""
    if not found.rated:
        return gettext("These are only the nearest: how sure they are is not known.")
    if in_part:
        return gettext("None was found that says the same; some go part of the way: look through them.")
    if found.extent is Extent.FULL:
        return gettext("No recommendation of this review was found to take it up.")
    return gettext("None was found, but the report of this review is not indexed: there may be more.")


def why_in_words(why: Why) -> str:
    """Why a recommendation is shown with an ask."""
    reasons = [
        gettext("words in common: %(words)s", words=side_by_side(why.demand)) if why.demand else "",
        gettext("persons: %(words)s", words=side_by_side(why.groups)) if why.groups else "",
        gettext("treaty: %(words)s", words=side_by_side(why.instruments)) if why.instruments else "",
    ]
    named = list(filter(None, reasons)) or [gettext("by meaning")]
    if why.weaker:
        named.append(gettext("only to be considered"))
    return gettext("; ").join(named)


def cited_in_words(found: Uptake) -> str:
    """Where OHCHR's summary cites the submission."""
    if found.summary is None:
        return gettext("OHCHR's summary of stakeholders' submissions before this review is not in this index.")
    if not found.cited:
        return ""
    places = side_by_side(str(text.place.paragraph) for text in found.cited)
    return gettext(
        "OHCHR's summary (%(symbol)s) cites it in paragraphs: %(places)s.", symbol=found.summary, places=places
    )


def wording_in_words(wording: Wording) -> list[str]:
    """What may be mended in the words of an ask."""
    lines = []
    if len(wording.parts) > 1:
        lines.append(
            ngettext(
                "It asks for %(count)s thing.",
                "It asks for %(count)s things; one thing in each ask is easier to take up.",
                len(wording.parts),
            )
        )
    if not wording.is_of_someone:
        lines.append(gettext("It names neither whom it is for nor who has to act."))
    if not wording.is_measurable:
        lines.append(
            gettext("Nothing in it could be seen to be done: name an act, a law, a treaty, a number or a date.")
        )
    return lines
