"""A draft of an oral statement at the Human Rights Council, within the words that fit into the time there is.

Two occasions: the adoption of the outcome of the State's review, and the general debate under item 6. Most of the words
are to be the organisation's own; what others said is quoted in short.
"""

from collections.abc import Iterator, Mapping, Sequence

from models.reviews.calendar import EventKind
from web.papers.fitting import Count, count_spoken, fitting, total
from web.papers.item_words import answer, argued_words, asked_for, coming_events, introduced, place_in_words, seen
from web.papers.limits import Limit, count_in_language, limit_of, most_in_language, speaking_rates
from web.papers.paper import Paper, Paragraph, Words, gap, joined
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex, Reported
from web.site.language import day, gettext, language_name, listed, page_language

REQUEST_CHARACTERS = (220, 140, 90)
"""Of the longest form of an item and of shorter ones; a request is cut rather than read for half a minute."""
ARGUED_CHARACTERS = 150
MOST_ITEMS = 3
"""More are a list that nobody listens to; where there is room for so many in their shortest form, none is made longer
at the cost of the next."""
ASKED = 3
DATES = {
    "adoption": (EventKind.ADOPTION, EventKind.NEXT_ADOPTION),
    "debate": (EventKind.GENERAL_DEBATE,),
}


def oral_statement(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """The items in the order of the plan, as many as fit."""
    occasion = options["occasion"]
    limit = limit_of("oral-statement", occasion, options["pace"])
    most = most_in_language(limit.words, _language())
    items = facts.requests
    opening, closing = list(_opening(facts)), list(_closing(items, facts))
    framed = total(map(_count, (*opening, *closing)))
    arguments = facts.arguments(items)
    forms = [_forms(item, facts, arguments[item.planned.id]) for item in items[:MOST_ITEMS]]
    passages = fitting(forms, most - framed.all, _count, ahead=MOST_ITEMS)
    spoken = [*opening, *(words for passage in passages for words in passage), *closing]
    return paper_of(
        facts,
        gettext("Oral statement: %(state)s", state=facts.state_name(facts.state)),
        map(Paragraph, spoken),
        [*_left_out(items[len(passages) :]), *_notes(facts, limit, occasion)],
        purpose=_occasion(facts, occasion),
        own_lines=[(gettext("To"), (gettext("Human Rights Council"), gettext(", "), gap(gettext("session"))))],
        counted=_counted(total(map(_count, spoken)), most),
    )


def _occasion(facts: PlanInIndex, occasion: str) -> str:
    if occasion == "adoption":
        return gettext(
            "item 6, Universal Periodic Review: adoption of the outcome of the review of %(state)s",
            state=facts.state_name(facts.state),
        )
    return gettext("item 6, Universal Periodic Review: general debate")


def _language() -> str:
    return page_language().language


def _count(words: Words) -> Count:
    return count_spoken(words, lambda text: count_in_language(text, _language()))


def _counted(count: Count, most: int) -> str:
    return gettext(
        "Words: %(written)s written, %(kept)s kept free for what is shaded, %(most)s at most. What stands in small "
        "grey letters is neither read out nor counted.",
        written=count.written,
        kept=count.kept_free,
        most=most,
    )


def _opening(facts: PlanInIndex) -> Iterator[Words]:
    yield (gettext("Mr./Madam President,"),)
    yield (
        gettext(
            "We speak on the follow-up to the Universal Periodic Review of %(state)s.",
            state=facts.state_name(facts.state),
        ),
        " ",
        gap(gettext("the issue in your own words: what happens to whom, today")),
    )


def _forms(item: Item, facts: PlanInIndex, argument: Sequence[Reported]) -> Sequence[Sequence[Words]]:
    """What is said of an item, from the longest form to the shortest: with what others say of it, or without."""
    what = gettext("what you see, in one sentence")
    judged = seen(item, facts, what)
    long, short, shortest = (
        joined(filter(None, (introduced(item, facts, most), answer(item, facts)))) for most in REQUEST_CHARACTERS
    )
    others = [argued_words(each, facts, ARGUED_CHARACTERS) for each in argument[-1:]]
    forms = [[long, *others, judged]] if others else []
    return [*forms, [long, judged], [short, judged], [short], [shortest]]


def _closing(items: Sequence[Item], facts: PlanInIndex) -> Iterator[Words]:
    """What is asked for: the results that the plan expects, as it has them."""
    introduction = gettext("We ask this of %(state)s:", state=facts.state_name(facts.state))
    yield (introduction, " ", *asked_for(items, ASKED))
    yield (gettext("I thank you."),)


def _left_out(items: Sequence[Item]) -> Iterator[Words]:
    if items:
        places = gettext("; ").join(dict.fromkeys(map(place_in_words, items)))
        yield (gettext("Left out, for want of time: %(places)s.", places=places),)


def _notes(facts: PlanInIndex, limit: Limit, occasion: str) -> Iterator[Words]:
    if occasion == "adoption":
        yield (
            gettext(
                "Occasion: the Council adopts the outcome of the review of one State after the other, under item 6. "
                "Only organisations in consultative status with the Economic and Social Council (ECOSOC status) can "
                "speak, for as long as the limit below says; the Council’s page for organisations says how to sign up."
            ),
        )
    else:
        yield (
            gettext(
                "Occasion: the general debate under item 6, at each regular session of the Council, is on all States "
                "and all reviews. Only organisations in consultative status with the Economic and Social Council "
                "(ECOSOC status) can speak, for as long as the limit below says."
            ),
        )
    yield (
        gettext(
            "Without this status, ask a partner that has it to speak for you or to lend you its place; UPR Info and "
            "Child Rights Connect tell how. Statements are webcast and stay online: whoever speaks, and whoever is "
            "named, is known."
        ),
    )
    yield (
        gettext(
            "Limit: %(words)s English words. %(source)s; looked up on %(day)s. The Council decides on speaking time "
            "at each session: check it.",
            words=limit.words,
            source=limit.source,
            day=day(limit.checked),
        ),
    )
    yield (gettext("The same time in other languages: %(languages)s.", languages=_in_other_languages(limit.words)),)
    yield from coming_events(facts, DATES[occasion])


def _in_other_languages(words: int) -> str:
    """What fits into the time in the languages of the Council, by how fast texts are read aloud in them."""
    return listed(
        [
            gettext("%(language)s %(count)s characters", language=language_name(code), count=most)
            if rate.in_characters
            else gettext("%(language)s %(count)s words", language=language_name(code), count=most)
            for code, rate in speaking_rates().items()
            for most in [most_in_language(words, code)]
        ]
    )
