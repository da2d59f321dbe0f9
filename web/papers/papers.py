"""The table of papers that a plan can become, and the one call that makes them.

    content = write_paper("oral-statement", plan, index, {"occasion": "debate"}, "docx")
    name = paper_name("oral-statement", plan)

Forms and commands are made of `PAPERS`: each paper has a title, a sentence on what it is for, its kinds of file and its
options. An option takes one of its `choices` (value → words); one whose `choices` are None takes the code of a State
out of `states_to_brief(plan, index)`, or "". What is not given has the option's default; unknown options are refused.
Words are in the language of the page, English without a page.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from models.errors import PaperNotMade
from models.messages import Message
from models.plans.plan import Plan
from models.reviews.calendar import CalendarEvent, EventKind
from models.reviews.states import State
from search import SearchIndex
from web.papers.embassy_brief import brief_for_each, embassy_briefs
from web.papers.matrix import follow_up_matrix
from web.papers.mid_term import mid_term_table
from web.papers.oral_statement import oral_statement
from web.papers.paper import Paper
from web.papers.pending_note import pending_note
from web.papers.plan_in_index import PlanInIndex
from web.papers.press_release import press_release
from web.papers.public_summary import public_summary
from web.papers.side_event import side_event_note
from web.papers.stakeholders_matrix import stakeholders_matrix
from web.papers.submission import submission_outline
from web.papers.write_document import write_document
from web.papers.write_document import write_hints as write_hints_of
from web.papers.write_files import ZIP, write_files
from web.papers.write_table import write_csv, write_json, write_workbook
from web.papers.written_statement import written_statement
from web.site.served_index import place_in_order

Composer = Callable[[PlanInIndex, Mapping[str, str]], Paper]
"""A paper of a plan with the options chosen; PaperNotMade where the plan has nothing for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOption:
    """Something that a user chooses about a paper."""

    title: Message
    help: Message
    choices: Mapping[str, Message] | None
    """Value → words; None: the code of a State (`states_to_brief`), "" for each of them."""
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperKind:
    """One kind of paper."""

    title: Message
    about: Message
    """What it is for, in a sentence or two."""
    extensions: tuple[str, ...]
    """Its kinds of file, the usual one first."""
    options: Mapping[str, PaperOption]
    """By key, in the order of the form."""
    occasions: Mapping[EventKind, Mapping[str, str]]
    """The dates of a State's follow-up that it is for, each with the options that it then takes; none: at any time."""
    compose: Composer
    for_each: Callable[[PlanInIndex, Mapping[str, str]], Iterator[tuple[str, Paper]]] | None = None
    """Of one that can be a ZIP file: a paper for each State, with its code."""


WRITERS: Mapping[str, Callable[[Paper], bytes]] = {
    "docx": write_document,
    "xlsx": write_workbook,
    "csv": write_csv,
    "json": write_json,
}


def _on_own_state(compose: Composer) -> Composer:
    """What composes a paper, for plans alone that have something on their State."""

    def composed(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
        if not facts.own:
            raise PaperNotMade(Message("The plan has nothing on its State: add what you follow up on."))
        return compose(facts, options)

    return composed


DOCUMENT = ("docx",)
TABLE = tuple(WRITERS)
EVIDENCE = "evidence"
"""The option on the organisation's own evidence, in all papers for others that have room for it."""
OWN_EVIDENCE = PaperOption(
    title=Message("Your own evidence"),
    help=Message("Evidence that you wrote into the plan. Leave it out where it could put anybody at risk."),
    choices={"in": Message("In the paper"), "out": Message("Left out")},
    default="in",
)


PAPERS: Mapping[str, PaperKind] = {
    "matrix": PaperKind(
        title=Message("Follow-up matrix"),
        about=Message("All items of the plan, with what you expect, who acts, by when, and what you see."),
        extensions=TABLE,
        options={
            "readers": PaperOption(
                title=Message("For whom"),
                help=Message("For others, your partners, next steps and notes are left out."),
                choices={"ours": Message("For ourselves"), "others": Message("For others")},
                default="ours",
            )
        },
        occasions={},
        compose=follow_up_matrix,
    ),
    "stakeholders-matrix": PaperKind(
        title=Message("OHCHR’s matrix for stakeholders"),
        about=Message("The table in which the Office of the High Commissioner asks for your assessment."),
        extensions=TABLE,
        options={},
        occasions={EventKind.SUBMISSIONS: {}},
        compose=stakeholders_matrix,
    ),
    "embassy-brief": PaperKind(
        title=Message("Brief for an embassy or mission"),
        about=Message("One page for a State that made recommendations on your plan."),
        extensions=(*DOCUMENT, ZIP),
        options={
            "state": PaperOption(
                title=Message("State to brief"),
                help=Message("A State that made a recommendation on the plan."),
                choices=None,
                default="",
            ),
            "moment": PaperOption(
                title=Message("When"),
                help=Message(
                    "Before the next review a brief has a question and a recommendation; between reviews, "
                    "what the State can do now."
                ),
                choices={"between": Message("Between reviews"), "before": Message("Before the next review")},
                default="between",
            ),
            EVIDENCE: OWN_EVIDENCE,
        },
        occasions={EventKind.MID_TERM: {"moment": "between"}, EventKind.NEXT_REVIEW: {"moment": "before"}},
        compose=embassy_briefs,
        for_each=brief_for_each,
    ),
    "oral-statement": PaperKind(
        title=Message("Oral statement"),
        about=Message("A draft for the Human Rights Council, within the time that you have."),
        extensions=DOCUMENT,
        options={
            "occasion": PaperOption(
                title=Message("Occasion"),
                help=Message("General debates, such as that under item 6, give less time than others."),
                choices={
                    "debate": Message("General debate under item 6: 1 minute 30 seconds"),
                    "adoption": Message("Adoption of the outcome of the review: 2 minutes"),
                },
                default="debate",
            ),
            "pace": PaperOption(
                title=Message("Pace"),
                help=Message("Interpreters follow a slower speaker better."),
                choices={"usual": Message("Usual"), "slower": Message("Slower")},
                default="usual",
            ),
            EVIDENCE: OWN_EVIDENCE,
        },
        occasions={
            EventKind.GENERAL_DEBATE: {"occasion": "debate"},
            EventKind.ADOPTION: {"occasion": "adoption"},
            EventKind.NEXT_ADOPTION: {"occasion": "adoption"},
        },
        compose=_on_own_state(oral_statement),
    ),
    "written-statement": PaperKind(
        title=Message("Written statement"),
        about=Message("A draft for the Human Rights Council, published as a document of the United Nations."),
        extensions=DOCUMENT,
        options={
            "status": PaperOption(
                title=Message("Consultative status"),
                help=Message("Of the organisation that submits it, with the Economic and Social Council."),
                choices={"special": Message("Special, or on the Roster"), "general": Message("General")},
                default="special",
            ),
            EVIDENCE: OWN_EVIDENCE,
        },
        occasions={EventKind.GENERAL_DEBATE: {}},
        compose=_on_own_state(written_statement),
    ),
    "submission": PaperKind(
        title=Message("Stakeholder submission"),
        about=Message("What you send to the Office of the High Commissioner before the next review."),
        extensions=DOCUMENT,
        options={
            "joint": PaperOption(
                title=Message("Who submits"),
                help=Message("A joint submission may be twice as long."),
                choices={"no": Message("One organisation"), "yes": Message("Several together")},
                default="no",
            ),
            EVIDENCE: OWN_EVIDENCE,
        },
        occasions={EventKind.SUBMISSIONS: {}},
        compose=_on_own_state(submission_outline),
    ),
    "mid-term": PaperKind(
        title=Message("Mid-term report table"),
        about=Message("What has been done on each item half-way to the next review, and who says so."),
        extensions=TABLE,
        options={},
        occasions={EventKind.MID_TERM: {}},
        compose=_on_own_state(mid_term_table),
    ),
    "side-event": PaperKind(
        title=Message("Side-event note"),
        about=Message("A concept note for an event at the Palais des Nations."),
        extensions=DOCUMENT,
        options={EVIDENCE: OWN_EVIDENCE},
        occasions={EventKind.GENERAL_DEBATE: {}},
        compose=_on_own_state(side_event_note),
    ),
    "public-summary": PaperKind(
        title=Message("Public summary"),
        about=Message("One page for media, parliament and communities, in plain words."),
        extensions=DOCUMENT,
        options={EVIDENCE: OWN_EVIDENCE},
        occasions={EventKind.NEXT_REVIEW: {}, EventKind.NEXT_ADOPTION: {}},
        compose=_on_own_state(public_summary),
    ),
    "press-release": PaperKind(
        title=Message("Press release"),
        about=Message("One page for media, with room for your own words."),
        extensions=DOCUMENT,
        options={EVIDENCE: OWN_EVIDENCE},
        occasions={EventKind.NEXT_REVIEW: {}, EventKind.NEXT_ADOPTION: {}},
        compose=_on_own_state(press_release),
    ),
    "pending-note": PaperKind(
        title=Message("Note on pending recommendations"),
        about=Message("Arguments for supporting what your State has announced to answer later."),
        extensions=DOCUMENT,
        options={EVIDENCE: OWN_EVIDENCE},
        occasions={EventKind.ANSWER_DUE: {}, EventKind.ADOPTION: {}},
        compose=pending_note,
    ),
}
"""By the name that addresses and commands use, in the order in which they are offered."""


def write_paper(
    name: str,
    plan: Plan,
    index: SearchIndex,
    options: Mapping[str, str],
    extension: str,
    today: date | None = None,
) -> bytes:
    """One paper as a file.

    Args:
        name: a key of PAPERS.
        plan: what it is made of.
        index: where answers and progress are looked up; what it no longer holds stands as the plan has it.
        options: key → value, as PAPERS says.
        extension: one of the paper's kinds of file ("docx").
        today: what "next" is counted from; None: today.

    Raises:
        PaperNotMade: there is no such paper, option, value or kind of file, or the plan has nothing for it.
        UnknownState: the plan's State is none.
        IndexFolderError: the index cannot be used.
    """
    kind = _kind(name)
    if extension not in kind.extensions:
        raise PaperNotMade(
            Message(
                "This paper cannot be a file “.%(kind)s”: choose one of %(kinds)s.",
                kind=extension[:20],
                kinds=kind.extensions,
            )
        )
    facts, chosen = _facts_and_options(kind, plan, index, options, today)
    if extension == ZIP and kind.for_each:
        papers = kind.for_each(facts, chosen)
        return write_files((f"{paper_name(name, plan, code)}.docx", paper) for code, paper in papers)
    return WRITERS[extension](kind.compose(facts, chosen))


def write_hints(
    name: str, plan: Plan, index: SearchIndex, options: Mapping[str, str], today: date | None = None
) -> bytes:
    """What those who hand the paper on have to know, as a Word document of its own: for nobody else.

    Raises: as `write_paper`.
    """
    kind = _kind(name)
    return write_hints_of(kind.compose(*_facts_and_options(kind, plan, index, options, today)))


def _facts_and_options(
    kind: PaperKind, plan: Plan, index: SearchIndex, options: Mapping[str, str], today: date | None
) -> tuple[PlanInIndex, Mapping[str, str]]:
    chosen = _checked(kind, options)
    with_own_evidence = chosen.get(EVIDENCE) != "out"
    return PlanInIndex(plan, index, today or date.today(), with_own_evidence=with_own_evidence), chosen


def _kind(name: str) -> PaperKind:
    """The paper of that name.

    Raises:
        PaperNotMade: there is none.
    """
    if name not in PAPERS:
        raise PaperNotMade(
            Message("There is no paper “%(name)s”: choose one of %(papers)s.", name=name[:80], papers=tuple(PAPERS))
        )
    return PAPERS[name]


def paper_name(name: str, plan: Plan, reader: str = "") -> str:
    """What its file is called ("embassy-brief-SVN", "embassy-brief-SVN-for-FRA"), without a word of the plan.

    Args:
        name: a key of PAPERS.
        plan: what it is made of.
        reader: code of the State that it is for, where each has a file of its own.
    """
    state = f"-{plan.state}" if plan.state.isalpha() and plan.state.isascii() and len(plan.state) == 3 else ""
    return f"{name}{state}{f'-for-{reader}' if reader else ''}"


@dataclass(frozen=True, slots=True)
class PaperFor:
    """A paper for one date, with the options that it then takes."""

    name: str
    kind: PaperKind
    options: Mapping[str, str]


def papers_for(event: CalendarEvent) -> tuple[PaperFor, ...]:
    """The papers that are for a date of a State's follow-up."""
    kinds = PAPERS.items()
    return tuple(
        PaperFor(name, kind, kind.occasions[event.kind]) for name, kind in kinds if event.kind in kind.occasions
    )


def states_to_brief(plan: Plan, index: SearchIndex) -> tuple[State, ...]:
    """The States that made a recommendation on the plan to its State, by name: whom an embassy brief can be for."""
    states = PlanInIndex(plan, index, date.today()).recommending_states
    return tuple(sorted(map(index.state, states), key=place_in_order))


def _checked(kind: PaperKind, options: Mapping[str, str]) -> dict[str, str]:
    """The options given with the defaults of the others.

    Raises:
        PaperNotMade: one is unknown, or has a value outside its choices.
    """
    for key, value in options.items():
        option = kind.options.get(key)
        if option is None:
            raise PaperNotMade(_unknown_option(kind, key))
        if option.choices is not None and value not in option.choices:
            raise PaperNotMade(
                Message(
                    "“%(value)s” is no choice for %(option)s: choose one of %(choices)s.",
                    value=value[:80],
                    option=key,
                    choices=tuple(option.choices),
                )
            )
    return {key: option.default for key, option in kind.options.items()} | dict(options)


def _unknown_option(kind: PaperKind, key: str) -> Message:
    if not kind.options:
        return Message("This paper has no options, and so no “%(option)s”.", option=key[:80])
    return Message(
        "This paper has no option “%(option)s”: choose one of %(choices)s.",
        option=key[:80],
        choices=tuple(kind.options),
    )
