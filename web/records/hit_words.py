"""What lists of results say of a hit: State and year, the request in short, who made it, its paragraph, its citation.

The short form is cut from the request as it is printed; no word is added or changed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from flask import url_for
from markupsafe import Markup

from models.records.records import Commitment, Recommendation, Sponsor
from search import Hit, Record
from web.site.language import gettext, listed, ngettext
from web.site.served_index import state_name
from web.words.citation import citation_line
from web.words.editions import edition_shown
from web.words.review_dates import year
from web.words.safe_text import Folded, folded, spans_of_words, visible

SHORT = 100
"""Characters of a short form at most; a longer clause is cut between words."""
SHORTEST_CLAUSE = 25
"""Characters; a shorter one says too little ("In this regard: …")."""
STATES_NAMED = 2

_CLAUSE_END = re.compile(r"[;:]|(?<=[a-z)]{3})[.?!](?=\s)")
"""Not the point of "No. 169" or "St. Lucia"."""
_LOOSE_AT_THE_END = frozenset(
    """
    a all an and as at be by especially for from in including into its of on or particular particularly that the their
    this to which with
    """.split()
)
"""No short form ends with these: what they lead to is cut off."""


def record_address(kind: str, record_id: str) -> str:
    """The address of the page of a record."""
    return url_for("records.reported" if kind == "report" else f"records.{kind}", record_id=record_id)


def state_and_year(record: Record) -> str:
    """The review that a record is of ("Uganda 2011")."""
    return gettext("%(state)s %(year)s", state=state_name(record.state_under_review), year=year(record.session))


def sponsors_in(hits: Iterable[Hit]) -> tuple[Sponsor, ...]:
    """Who made several requests of one paragraph, each once, in the order of the paragraph."""
    records = (hit.record for hit in hits)
    recommendations = (record for record in records if isinstance(record, Recommendation))
    return tuple(dict.fromkeys(sponsor for record in recommendations for sponsor in record.sponsors))


def recommending_in_short(states: Sequence[str]) -> str:
    """The names of one or two States, of more the first and how many others ("Austria and 3 others")."""
    if len(states) <= STATES_NAMED:
        return listed([state_name(state) for state in states])
    return ngettext(
        "%(state)s and %(count)s other",
        "%(state)s and %(count)s others",
        len(states) - 1,
        state=state_name(states[0]),
    )


def exact_place(record: Record) -> str:
    """What tells a record from all others of its review: its paragraph and request, or its id, as HTML."""
    if not record.place.paragraph:
        return Markup("<bdi>{}</bdi>").format(record.id)
    number = record.order if isinstance(record, Commitment) else record.clause
    if number == 1:
        return gettext("paragraph %(paragraph)s", paragraph=record.place.paragraph)
    return gettext("paragraph %(paragraph)s, request %(number)s", paragraph=record.place.paragraph, number=str(number))


def shortened(text: str) -> str:
    """The first clause of a text with a capital letter, cut between words where it is long; "…" where text follows."""
    text = " ".join(visible(text).split()).strip(" ,;:.")
    end = _CLAUSE_END.search(text, SHORTEST_CLAUSE)
    clause = text[: end.start()] if end else text
    if len(clause) > SHORT:
        clause = _cut(clause)
    more = "" if len(clause) == len(text) else "…"
    return f"{clause[:1].upper()}{clause[1:]}{more}"


def _cut(clause: str) -> str:
    """The whole words of a long clause that there is room for, up to one that can stand at the end."""
    words = clause[: SHORT + 1].rsplit(" ", 1)[0].split(" ")
    while len(words) > 1 and words[-1].casefold() in _LOOSE_AT_THE_END:
        words.pop()
    return _balanced(" ".join(words)[:SHORT]).rstrip(",")


def _balanced(clause: str) -> str:
    """A cut clause without a bracket that it opens and does not close, unless it begins with that."""
    opened = clause.rfind("(")
    return clause[:opened].rstrip() if opened > 0 and clause.count("(") > clause.count(")") else clause


def citation_in_line(hit: Hit) -> str:
    """What a card is cited by: a paragraph of several requests by the States of all that stand in it."""
    record = hit.record
    if isinstance(record, Recommendation) and hit.requests:
        record = replace(record, sponsors=sponsors_in(hit.requests))
    return citation_line(record, state_name(record.state_under_review))


def folded_paragraph(hit: Hit) -> Folded:
    """The paragraph of a hit, with all the requests that stand in its line if it is a card of several."""
    hits = hit.requests or (hit,)
    editions = [edition_shown(each.record) for each in hits]
    quoted, is_main = editions[0].quoted, editions[0].language == hit.record.language
    highlights = {
        span for each in hits for span in (each.highlights if is_main else spans_of_words(quoted, each.words_in_common))
    }
    return folded(quoted, [edition.request for edition in editions], sorted(highlights))
