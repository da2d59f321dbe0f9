"""What reading documents needs to know of a language: headings, formulas, and the words around names of States.

Where a pattern is given as a string, it is one of alternatives: what any of the languages prints is looked for
(`any_language` of models.languages.read_languages), because the language of a cover or a table is not known yet.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from models.languages.positions import PositionWords


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CoverWords:
    """What covers and first paragraphs print, by which kind, State and session are recognised."""

    months: tuple[str, ...]
    """January to December, in small letters."""
    ordinals: Mapping[str, int]
    """Words, in small letters with hyphens between their parts, and what they count ("twenty-first": 21)."""
    universal_periodic_review: str
    upr: str
    """The universal periodic review by its name, its abbreviation, and as it is misspelt."""
    report_of_working_group: str
    report_of_council: str
    """Titles of reports whose symbols look alike."""
    council_session: str
    """The word for a session of the Human Rights Council, as covers name it."""
    state_in_title: str
    """What stands in a title before the name of the State under review …"""
    observed: str
    """… and of the State on which a committee concludes."""
    reviewed_by_decision: str
    """Between "conducted the review of" and the day, in a decision."""
    cycle: str
    """ "cycle", with what may stand between it and its number."""
    draft: str
    """How a line of a cover or a page header begins that says so."""
    placeholder: str
    """What a draft prints for what is still to come."""
    distribution: str
    """What covers of the United Nations print above their titles."""
    ordinal_endings: str
    """Behind figures ("21st")."""
    in_dates: str
    """What may stand before a month or a year."""
    session_held: re.Pattern[str]
    """The first paragraph of a report: groups `session`, an ordinal, and `days`, which end with the year."""
    session_named: re.Pattern[str]
    """A session of the Working Group: group `session`."""
    review_held: re.Pattern[str]
    """A State's review: group `state`, perhaps with its article."""
    on_review: str
    """Words of a sentence that speaks of a review."""

    mid_term: str
    """What a mid-term report calls itself."""
    end_of_title_page: str
    """Headings that follow it."""
    written_by: str
    """What stands before the name of an author."""
    government: str
    """Authors that are the State's."""
    stakeholders: str
    """Authors that are not."""
    of_titles: frozenset[str]
    """Words of titles of mid-term reports, in small letters: what is left is a name."""
    cycles: tuple[tuple[str, ...], ...]
    """How the first to the fourth cycle are counted, in words and figures."""
    end_of_title: str
    """What ends the title of an addendum."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReviewWords:
    """How a Working Group report says how the review was held."""

    delegation_headed: re.Pattern[str]
    """Group `head`: name and office."""
    troika: re.Pattern[str]
    """Group `states`: the names, as a list."""
    between_states: re.Pattern[str]
    """What parts them."""
    article: re.Pattern[str]
    """What stands before a name."""
    delegations_spoke: re.Pattern[str]
    """In its groups the number, in figures or words."""
    numbers: Mapping[str, int]
    """Words, in small letters, and the numbers that they say."""
    answer_due: re.Pattern[str]
    """A session of the Human Rights Council until which the State answers: groups `session`, an ordinal, and `when`,
    which names months, or None."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LayoutWords:
    """What lines begin and end with, and headings at the end of a document."""

    joining: tuple[str, ...]
    """"and" and "or"."""
    last_joining: tuple[str, ...]
    """Of these, what stands before the last number of a list, as it may end a line."""
    to: tuple[str, ...]
    """Between the ends of a range of numbers."""
    recommendation: str
    """The word, in singular and plural, whole."""
    notes: str
    """All of the heading of footnotes or endnotes."""
    annex: str
    """How the heading of an annex begins."""
    page: str
    """Before the number of a page in headers and footers."""
    recycle: str
    """What is printed beside the number of a print job."""
    behind_hyphen: tuple[str, ...]
    """What follows a hyphen that stands for the rest of a word ("pre- and post-war")."""
    prefixes: frozenset[str]
    """What takes a hyphen in one place and none in another ("co-operation", "cooperation")."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SentenceWords:
    """Abbreviations, in small letters: a full stop behind them ends no sentence (models/texts/sentences.py)."""

    whatever_follows: tuple[str, ...]
    """Titles, and what is printed before numbers."""
    capitalised: tuple[str, ...]
    """What is printed before numbers, with a capital ("No. U-7"): "no" is a word, which may end a sentence."""
    before_small: tuple[str, ...]
    """Where no capital follows; before one they may be words that end a sentence ("art")."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NumberWords:
    """The words in lists of numbers of recommendations and around them."""

    between: str
    """Words that may stand between two numbers of a list."""
    until: str
    """Between the first and the last number of a range …"""
    since: str
    """… and before the first."""
    mark: str
    """What is printed before a number ("No.")."""
    recommendation: str
    """How a text names recommendations before their numbers, with abbreviations …"""
    paragraph: str
    """… and paragraphs."""
    before_list: str
    """What else may stand between these words and their numbers ("numbered", "following")."""
    answered: str
    """Participles before a colon and a list of recommendations ("accepted:")."""
    other_before: str
    """Right before these words: recommendations or paragraphs that are none of a review."""
    other_behind: str
    """Right behind the numbers: recommendations or paragraphs that are none of a review."""
    takes_position: str
    """What takes a position on the numbers right behind it, also without a word for recommendations ("we support") …"""
    position_taken: str
    """… and on those right before it ("is noted")."""
    behind_list: str
    """Words with which a sentence goes on behind such numbers; behind a quantity its unit stands."""
    opens_clause: str
    """Words before numbers that a clause begins with."""
    contained: str
    """Between numbers of recommendations and "in paragraph 95"."""
    within: str
    """ "in" there, with its article."""
    whole_list: str
    """Before "recommendations in paragraph 95": all of them are meant, not some."""
    named_paragraph: str
    """ "paragraph" there."""
    numbering: str
    """What says how a document numbers recommendations."""
    note: str
    """Words behind a number that say which part of it is meant, without brackets."""
    parts: str
    """Nouns of such notes."""
    quantities: str
    """Words behind a number of anything but recommendations ("per cent", "countries")."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReferenceWords:
    """The words by which an answer refers on to the answer to other recommendations."""

    see: str
    answers: str
    """What is referred to."""
    small: str
    """Words that may stand between."""
    of: str
    """Before whose recommendations they are …"""
    own: str
    """… unless it is this."""
    where: str
    """ "above", "below"."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TableWords:
    """What heads the columns of tables of answers."""

    number: str
    text: str
    """The recommendation."""
    position: str
    comment: str
    done: str
    """Mid-term reports say what was done."""
    yes: str
    """Stands in a column for one position where another table has a cross."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PledgeWords:
    """The words of sections on voluntary commitments."""

    headings: str
    """How their headings begin."""
    nouns: str
    """One of which such a heading has."""
    earlier: str
    """Words of headings on what was pledged before."""
    elsewhere: str
    """Words of a sentence that points to commitments in another document …"""
    deed: str
    """… unless it says in passing what is pledged. Case counts."""
    spoken: str
    """Words that record a pledge in a sentence …"""
    unspoken: str
    """… unless these deny it, or say that it is of something else …"""
    stands_for: str
    """… or are all: what a State is ("remains fully committed to"), not what it will do."""
    recorded: str
    """The word itself, where the others mostly tell of measures."""
    commits: str
    """Words with which a State says what it will do, whole …"""
    future_endings: str
    """… and the endings of such words, "" for none."""
    would: str
    """How a report tells that it will, with the endings of such words."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CitationWords:
    """The words around numbers of recommendations in reports before a review."""

    paragraphs: str
    """The abbreviation of "paragraphs" before a list in brackets."""
    other_bodies: str
    """Bodies whose recommendations are none of a review."""
    made_by: str
    """Between a recommendation and the body that made it."""
    of_a_year: str
    """Between a recommendation and the year in which it was made."""
    elsewhere: str
    """Another report to which a document points."""
    reviews: str
    """Words that say that a review is meant."""
    submission: str
    """A document whose paragraphs have dotted numbers of their own."""
    left_of_translators: str
    """ "And" of a State's own language that its translators leave between the last two numbers ("in" is Slovene)."""
    lists_stakeholders: str
    """How the note begins that lists who contributed to a summary."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AnswerWords:
    """The words around answers: labels, remarks on numbers, parts, counts."""

    answer_labels: str
    """What names an answer before a colon, behind "the Government's" or not."""
    label_owner: str
    """Whose answer a label names, before it ("the Government's"); "" where the language puts it behind."""
    label_of: str
    """What joins a label to whose answer it is, behind it."""
    comment_labels: str
    """What names a comment before a colon."""
    beside_position: str
    """Words that may stand beside a position in a label that is one and nothing else."""
    recommend: str
    """How all words on recommending begin."""
    explained: str
    """Words behind "recommends" that point to a paragraph with an explanation, not with a recommendation."""
    on_part: str
    """Between "recommendation" and the part that it is on."""
    on_part_alone: str
    """Between a position and the part of a recommendation that it is on."""
    behind_part: str
    """Words that end the name of a part: what follows is a reason, or something else."""
    remark: str
    """How a sentence begins that remarks on numbers."""
    these: str
    """Before "recommendations", of those just named."""
    goes_on: str
    """How a sentence begins that goes on about the one before."""
    concludes: str
    """How a sentence begins that draws a conclusion from those before."""
    announces: str
    """What announces words or a list that follow."""
    denied: str
    """Before a verb of support that is counted: not all of it, or none."""
    supports: str
    """Verbs of support before or behind a count."""
    notes: str
    """Other verbs of answers before or behind a count."""
    before_count: str
    """Between such a verb and the count."""
    of_all: str
    """Between the count and that of all ("of the")."""
    auxiliaries: str
    """Between a count and such a participle."""
    receives: str
    """How verbs begin whose object is all recommendations of a review."""
    received: str
    """Participles behind all recommendations of a review."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ObservationWords:
    """How treaty bodies speak in concluding observations."""

    left_out: re.Pattern[str]
    """In headings of what is not addressed to the State."""
    concern: re.Pattern[str]
    """What the committee says of itself. "Concerns" that a recommendation cites ("take the concerns of … into account")
    are none: CERD/C/BRA/CO/18-20, paragraph 36."""
    recommendation: re.Pattern[str]
    welcome: re.Pattern[str]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CouncilWords:
    """The formulas of reports of sessions of the Human Rights Council."""

    section_begins: re.Pattern[str]
    """The first lines of the section on one review, their number included."""
    outcome: re.Pattern[str]
    """Which Working Group report was reviewed: group `report`."""
    considered: re.Pattern[str]
    """When: group `day`."""
    general_debate: re.Pattern[str]
    """The heading behind the last review."""
    president: re.Pattern[str]
    """How a paragraph begins in which the President speaks."""
    views_of_state: str
    """Headings of what the State says …"""
    remarks_of_state: str
    """… and says in closing …"""
    views_of_others: str
    """… and of what others say."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DialogueWords:
    """How paragraphs of the dialogue report recommendations, which conclusions of 2008 to 2010 only point to."""

    recommended: re.Pattern[str]
    """The verb that reports one: group 1."""
    speaks: re.Pattern[str]
    """Verbs whose subject is a State that takes the floor."""
    article: re.Pattern[str]
    """Before its name."""
    joining: re.Pattern[str]
    """What joins a part to the next, before it."""
    dangling: re.Pattern[str]
    """What leads from one part to the next ("…; and that Vellania (c)"), behind it."""
    next_statement: re.Pattern[str]
    """What the speaker said next, in the same sentence."""
    sentence: str
    last_sentence: str
    """Notes that say which sentence is meant."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class InfinitiveWords:
    """The words of requests that begin with infinitives (indexer/extract/grammar/infinitives.py)."""

    infinitive: re.Pattern[str]
    """A word that begins a request."""
    reported: re.Pattern[str]
    """A verb that reports a request ("recommande à l’État de")."""
    beside_verbs: frozenset[str]
    """Words that may stand beside the verbs of a request before its object ("envisager de")."""
    before_object: frozenset[str]
    """Words with which the object of a request begins."""
    before_infinitive: re.Pattern[str]
    """Words that may stand before it ("se", "ne pas")."""
    addressees: frozenset[str]
    """Words that may stand between a verb that reports a request and the request ("au Gouvernement")."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class CorrectionWords:
    """The words of a corrigendum to a report."""

    corrects: re.Pattern[str]
    """What names the paragraph that is corrected, before all else: groups `paragraph` and, in "paragraph 86,
    recommendation 25", `item`."""
    whole: re.Pattern[str]
    """What leads to a new wording of the whole paragraph, its number included."""
    words: tuple[re.Pattern[str], ...]
    """All of a correction of some words: groups `old` and `new`."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class BareVerbWords:
    """The words of requests that begin with verbs that look like other words, as in English
    (indexer/extract/grammar/compose_requests.py)."""

    verbs: frozenset[str]
    """What requests begin with."""
    of_stem: frozenset[str]
    """Beside verbs, their "-ing" and adverbs, the words of a stem ("consider the possibility of ratifying", "take steps
    towards ratification")."""
    of_complement: frozenset[str]
    """Words that begin a clause about what stands before, not a request or an object of its own."""
    of_object: frozenset[str]
    """Words that begin the object of a request."""
    before_verb: frozenset[str]
    """Words that may stand before it, adverbs aside."""
    adverb: str
    """The ending of adverbs …"""
    gerund: str
    """… and of nouns made of verbs."""
    of: str
    """What joins such a noun to its object."""
    beside: str
    """What joins a request to another, as "and" and "or" do."""
    takes_to: tuple[str, ...]
    """Beginnings of acts whose object "to" joins to them ("accede to") …"""
    takes_of: tuple[str, ...]
    """… of those that take `of` …"""
    takes_other: tuple[str, ...]
    """… and of those that take a word of which it is not plain which."""
    articles: str
    """Words before a noun, of which it has one."""
    preface: re.Pattern[str]
    """What may stand before the verb of a request: who is asked to, and with what help."""
    leads_on: frozenset[str]
    """Words with which no request ends."""
    how: str
    """Words behind a verb that say how soon or how it is done ("as soon as possible"), before its object."""
    clause_words: frozenset[str]
    """What leads to a clause with a subject of its own ("that")."""
    own_modal: re.Pattern[str]
    """With which a clause says by itself what ought to be done."""
    refers_back: re.Pattern[str]
    """An object with a word that stands for another one before it ("thereto")."""
    verb_after: re.Pattern[str]
    """Where a verb of its own may stand in a clause: group 1."""
    is_clause: re.Pattern[str]
    joint_within: re.Pattern[str]
    """What joins a further request to an object."""
    reports: re.Pattern[str]
    """Words that report a request ("recommended that Vellania …", "That the State …"): the sponsors say whose it is."""
    next_report: re.Pattern[str]
    """Where the same States' next recommendation is reported ("…; recommends that Vellania …")."""
    addressees: frozenset[str]
    """Words of whom a request is addressed to."""
    before_noun: re.Pattern[str]
    """A word behind which no verb stands."""
    infinitive: re.Pattern[str]
    """ "To" before the verb, which is group 1."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LanguageWords:
    """The words of one language. Patterns ignore case where documents print both."""

    code: str
    """ISO 639-1."""
    name: str
    """In English."""
    cover: CoverWords
    review: ReviewWords
    layout: LayoutWords
    sentences: SentenceWords
    numbers: NumberWords
    referring: ReferenceWords
    tables: TableWords
    pledges: PledgeWords
    citations: CitationWords
    answers: AnswerWords
    positions: PositionWords

    conclusions: re.Pattern[str]
    """All of a line that is the heading "Conclusions and/or recommendations"."""
    list_intro: re.Pattern[str]
    """How the paragraph above the first list begins, its number included."""
    next_section: re.Pattern[str]
    """All of a line that heads what stands behind the conclusions."""

    requests: re.Pattern[str]
    """Words of which a recommendation without a recommending State has one."""
    comments_on_others: re.Pattern[str]
    """How a comment of the State under review on recommendations that stand elsewhere begins."""
    announces_answer: re.Pattern[str]
    """An answer that will be given later."""
    agrees: re.Pattern[str]
    """Support in other words than those of a position."""
    no_position: re.Pattern[str]
    """Words that sound like a position and are none."""
    points_back: re.Pattern[str]
    """Words that speak of recommendations above."""
    says: re.Pattern[str]
    """Words with which a report tells what a State says on a recommendation, beside its position."""

    joining: str
    """Alternatives of a pattern: the words that stand between two names of a list, or before one ("and", "the")."""
    notes: str
    """Alternatives: the beginnings of notes beside a name ("on behalf of")."""
    references: str
    """Alternatives: words before a number beside a name ("recommendation", "see")."""
    speaker: re.Pattern[str]
    """What may stand before the name of a State that speaks ("The representative of")."""
    frequent: str
    """Words by which short texts are known to be in the language, "" for none: its letters tell."""
    articles: str
    """Alternatives: what may end a name in brackets ("Gambia (Republic of the)")."""

    infinitives: InfinitiveWords | None = None
    bare_verbs: BareVerbWords | None = None
    """With one of these requests begin: with bare verbs in English."""

    # Read where a language has them; no real document of these kinds was seen but in English.
    observations: ObservationWords | None = None
    council: CouncilWords | None = None
    dialogue: DialogueWords | None = None
    corrections: CorrectionWords | None = None
    of_a_state: re.Pattern[str] | None = None
    """How a comment of the State under review gives the recommendation that it is about: groups `state`, `request` …"""
    to_do: re.Pattern[str] | None = None
    """… or all before the request."""

    def __post_init__(self) -> None:
        """Holds that it is known with which verbs requests begin."""
        if (self.infinitives is None) == (self.bare_verbs is None):
            raise ValueError(f"{self.name} has to have either infinitives or bare_verbs")


STATES = "<States>"
"""Stands for the names of States in a language, which are looked up where a submission is read."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AskingWords:
    """The words by which submissions ask, each the beginning of words, a part of a pattern that ignores case."""

    announcing: tuple[str, ...]
    """In a heading, or before a colon: what follows are asks."""
    asking: tuple[str, ...]
    """In a sentence: it asks."""
