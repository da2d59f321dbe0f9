"""English."""

import re

from models.languages.asking_words import AskingWords
from models.languages.positions import Grammar, PositionWords, Role, Row
from models.languages.words import (
    AnswerWords,
    BareVerbWords,
    CitationWords,
    CouncilWords,
    CoverWords,
    DialogueWords,
    LanguageWords,
    LayoutWords,
    NumberWords,
    ObservationWords,
    PledgeWords,
    ReferenceWords,
    ReviewWords,
    TableWords,
)

_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_TENS = "twent thirt fort fift sixt sevent eight ninet".split()
_ORDINALS = {word: number for number, word in enumerate((*_UNITS, *_TEENS), 1)} | {
    (f"{ten}y-{unit}" if unit else f"{ten}ieth"): 10 * tens + units
    for tens, ten in enumerate(_TENS, 2)
    for units, unit in enumerate(("", *_UNITS))
}

_COVER = CoverWords(
    months=tuple("january february march april may june july august september october november december".split()),
    ordinals=_ORDINALS,
    universal_periodic_review="universal periodic review",
    upr=r"universal periodic review|\bUPR\b",
    report_of_working_group="report of the working group on the universal periodic review",
    report_of_council="report of the human rights council on its",
    council_session="session",
    state_in_title=r"(?:Compilation on|submissions on|Outcome of the universal periodic review\s?:)",
    observed=r"concluding (?:observations|comments)\b.{0,200}?(?:\breports? of|\breports? submitted by|:)",
    reviewed_by_decision="conducted the review of .{3,90}? on",
    cycle=r"(?:UPR\s+)?(?:reporting\s+)?cycle",
    draft=r"ad referendum\b|(?:full )?draft report\b",
    placeholder=r"\[to be (?:completed|added|inserted)\b",
    distribution=r"\bDistr\b|\bOriginal\s?:",
    ordinal_endings="st|nd|rd|th",
    in_dates="of",
    session_held=re.compile(
        r"\bheld its (?P<session>[\w-]+(?: [\w-]+)?) session,? (?:in Geneva,? )?(?:from )?(?P<days>.{4,60}?\d{4})", re.I
    ),
    session_named=re.compile(
        r"\b(?P<session>[\w-]+) session of the (?:Universal Periodic Review |UPR )?Working Group", re.I
    ),
    review_held=re.compile(r"\breview of (?P<state>.{3,90}?) was held at the", re.I),
    on_review=r"\breview|\bUPR\b",
    mid_term=(
        r"mid-?\s?term\b.{0,60}?\b(?:report|review|update|assessment|evaluation|implementation)"
        r"|\b(?:report|review|update|assessment|evaluation)\b.{0,20}\bmid-?\s?term"
    ),
    end_of_title_page=r"introduction\b|foreword\b|preface\b|(?:table of )?contents\b",
    written_by=r"\b(?:submitted|prepared|drafted|written|presented|compiled|produced) (?:jointly )?by:?",
    government=(
        r"\b(?:government|ministry|ministries|minister|interministerial|inter-ministerial|permanent mission"
        r"|national report|national mid-?\s?term|attorney[- ]general)\b"
    ),
    stakeholders=(
        r"\b(?:NGOs?|civil society|stakeholders?|coalition|joint submission|alliance|network|platform|association"
        r"|foundation|institute|centre for|center for|human rights commission|ombuds\w*|UPR Info|amnesty|shadow report"
        r"|alternative report)\b"
    ),
    of_titles=frozenset(
        """
            a accepted an and assessment by commitments council cycle evaluation first for fourth human
            implementation in interim it its mid midterm nations of on periodic pledges received recommendations
            report reports review rights second term the third to united universal upr update voluntary 1st 2nd
            3rd 4th
        """.split()
    ),
    cycles=(("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th")),
    end_of_title=r"presented by the State under review|^\s*Addendum\s*\*?$",
)
_TO_NINE = "one two three four five six seven eight nine".split()
_REVIEW = ReviewWords(
    delegation_headed=re.compile(
        r"\bdelegation(?: of .{2,80}?)? was (?:co-)?(?:headed|led|chaired) by:?\s(?P<head>.{3,250}?)"
        r"(?=[.,;]?\s+(?:At|On|In|The|Its) (?:its|the|\d)|\.?\s*$|\.\s+(?:At|For)\b)"
    ),
    troika=re.compile(r"\(troika\)[^:]{5,200}:\s*(?P<states>\S.{1,198}?\S)\.?\s*$"),
    between_states=re.compile(
        r",\s*(?:and\s+)?|(?<!\s)\s+and\s+(?!Grenadines|Tobago|Principe|Nevis|Barbuda|Herzegovina|Northern)"
    ),
    article=re.compile(r"^the\s+", re.I),
    delegations_spoke=re.compile(
        r"\b(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)\s(?:delegations|countries)\s"
        r"(?:(?:made|delivered) statements|took the floor|participated in the interactive dialogue)"
        r"|\bstatements were (?:made|delivered) by (\d{1,3}|[a-z]+(?:-[a-z]+)?) delegations"
    ),
    numbers={
        (f"{ten}-{unit}" if unit else ten): 10 * tens + units
        for tens, ten in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
        for units, unit in enumerate(("", *_TO_NINE))
    },
    answer_due=re.compile(
        r"\b(?:no|not) later than (?:by |at |during )?(?:the )?(?P<session>[\w-]+(?: [\w-]+)?) session of the "
        r"(?:Human Rights )?Council(?:,? (?:to be held |scheduled )?(?:in|for|from) (?P<when>.{0,60}?\d{4}))?",
        re.I,
    ),
)
_LAYOUT = LayoutWords(
    joining=("and", "or"),
    last_joining=("and",),
    to=("to",),
    recommendation="recommendations?",
    notes=r"(?:end|foot)?notes?",
    annex="annex|appendix",
    page="page",
    recycle="Please recycle",
    behind_hyphen=("and", "or", "to", "nor"),
    prefixes=frozenset(
        """
            anti co counter cross ex extra inter macro micro mid multi non on over post pre pro quasi re self semi
            socio sub super trans ultra under up well
        """.split()
    ),
)
_NUMBERS = NumberWords(
    between="and|or|as well as",
    until="to|through|until|up to",
    since="from",
    mark=r"nos?\b\.?|numbers?\b",
    abbreviations=("no", "nos", "rec", "recs"),
    recommendation=r"recommendations?|recs?\b\.?",
    paragraph=r"paragraph(?:e?s)?|paras?\b\.?|pars?\.",
    before_list="numbered|following",
    answered="accepted|supported|noted|rejected",
    other_before=r"\bgeneral|\bILO|\bUNESCO|\bECRI|\bFATF|\barticles? \d+,?",
    other_behind=(
        r"(?:above\s|below\s)?of (?:the )?(?:annex|article|constitution|convention|covenant|protocol|resolution"
        r"|general assembly|human rights council resolution|council resolution)"
    ),
    takes_position=(
        r"(?:(?:support|accept|reject|note)(?:s|ed)?|t(?:akes?|ook) note of|endorse[sd]?)"
        r"(?: (?:fully|also|therefore|only))?"
    ),
    position_taken=(
        r"(?:(?:is|are|was|were|(?:has|have) been|cannot be)(?: (?:not|therefore|also|fully)){0,2}"
        r" (?:supported|accepted|noted|rejected)|(?:do(?:es)? not )?enjoys? (?:the|our|its) support)"
    ),
    behind_list="and|but|while|whereas|on|concerning|regarding",
    opens_clause="and|but|while|that",
    contained=r"(?:as\s)?(?:contained|listed|set out|mentioned|found|included)",
    within=r"(?:in|of|under|from)(?:\s+the)?",
    named_paragraph=r"paragraph|para\.",
    numbering="numbers?|numbering",
    note=r"(?:the\s+)?(?:first|second|third|last|latter|former)\s+(?:part|sentence|half)",
    parts="part|sentence|half",
    quantities=(
        r"per\s?cent\b|million|billion|thousand|times|year|month|week|day|hour|hectare|recommendation|state|countr"
        r"|delegation|member|other|persons?|people|of (?:which|them|these)"
    ),
)
_REFERRING = ReferenceWords(
    see=(
        r"see|refer(?:s|red)?(?: back)? to|reference is made to|as (?:in|for|under|per|stated in|explained in)"
        r"|same (?:\w+ )?as|cf\b\.?"
    ),
    answers="responses?|repl(?:y|ies)|answers?|comments?|explanations?|information|positions?|remarks?",
    small=(
        "also|the|its|our|for|in|under|on|to|of|as|above|given|provided|made|regarding|concerning|with|regard|respect"
    ),
    of="of|by|from",
    own=r"(?:the\s+)?(?:present|this|same|report|working group)",
    where="above|below|supra|infra",
)
_TABLES = TableWords(
    number=(
        r"(?:(?:rec(?:ommendation)?s?\.?|para(?:graph)?|list)\s*)?(?:nos?\.?|numbers?|#)(?:\s*of\s.{1,30})?"
        r"|recs?\.?|para(?:graph)?s?\.?|ref(?:erence)?s?\.?|items?"
    ),
    text=r"(?:text of (?:the )?|full )?recommendations?\b.{0,40}|text",
    position=(
        "positions?|responses?|repl(?:y|ies)|answers?|status|decisions?|views?"
        r"|(?:accepted|supported)\s*/\s*(?:noted|rejected|not accepted|not supported)"
    ),
    comment=(
        "comments?|remarks?|explanations?|justifications?|rationale|reasons?|observations?|notes|information"
        "|clarifications?|measures"
    ),
    done="implementation|actions?|steps|progress|activities|achievements|follow-?up|developments",
    yes="yes",
)
# What a State pledges in so many words.
_BINDS = (
    r"(?:pledge[sd]?|undert(?:akes?|ook)|(?:has|have|had) (?:also )?undertaken"
    r"|commit(?:s|ted)?(?:\s+(?:itself|themselves))?)"
)
_NO_VERB = r"(?!(?:the|its|their|all|a|an|human|this|these|that|those|such|non)\b)"
_PLEDGES_TO = rf"\b(?<!not ){_BINDS} to (?:\w+ly )?{_NO_VERB}(?!\w*ing\b)[a-z]+\b"
_MAKES_A_PLEDGE = (
    r"\b(?:ma[dk]es?|undert(?:akes?|ook)|gave|given|assumed)\s+(?:an?|the|its|their)\s+(?:[\w-]+\s){0,2}?"
    rf"(?:commitment|pledge|undertaking) to (?:\w+ly )?{_NO_VERB}[a-z]+\b"
)
_PROMISES = r"\bpledge[sd]? that\b|\b(?<!had )promise[sd]? (?:to|that)\b"
_WILL_REPORT_AT_MID_TERM = (
    r"\b(?:will|would|decided to|intend(?:s|ed) to)\b[^.;]{0,80}?"
    r"\b(?:submit|present|prepar|issu|provid|produc|undergo)\w*\b"
    r"[^.;]{0,60}?\bmid-?\s?term\b[^.;]{0,40}?\b(?:report|review|update)"
)
# "It was not in a position to commit to supporting such projects".
_DENIES = rf"\b(?:not|unable|cannot)\b[^.,;]{{0,40}}?\b{_BINDS} to\b"
_FOR_A_SEAT = r"\b(?:candida(?:te|cy|ture)|election to|elected to)\b|\bmember(?:ship)? (?:of|in) the\b"
# What every State does with what it was told ("undertook to consider all recommendations").
_OF_THE_REVIEW = (
    r"\b(?:consider|assess|examin|stud(?:y|i)|reflect)\w*\b[^.;]{0,60}?\b(?:recommendations?|contributions|comments)\b"
)
_PLEDGES = PledgeWords(
    headings=(
        r"(?:(?:new|further|additional|other|specific|international|national|key|main|future|state)[\s,]++)*"
        r"(?:voluntary\s|pledges\b|commitments\b"
        r"|(?:(?:and|,)?\s*(?:priorities|initiatives|pledges))+[\s,]++and commitments\b)"
    ),
    nouns="pledge|commitment",
    earlier=(
        r"implement|follow-up|progress|status|fulfil|achiev|previous|replies|views on|\breport\b"
        r"|member(?:ship)? (?:of|in|to)|candida"
    ),
    elsewhere=(
        r"\breferences? (?:is|are) made to\b|^see\b"
        r"|\b(?:are|is|were|was) (?:set out|included|contained|reflected|listed|found|annexed)\b"
        r"|\b(?:present|submit|announce|communicate)\w* (?:its |new |the |their )*(?:voluntary )?"
        r"(?:pledges|commitments)\b"
    ),
    deed=(
        r"\b(?:[Cc]ommitments?|[Pp]ledges?)(?: made| undertaken)?(?: by (?:the )?(?:[A-Z]\S+\s?){1,6})? ?"
        r"\bto (?!the\b|those\b|in\b)\w+"
    ),
    spoken="|".join((_PLEDGES_TO, _MAKES_A_PLEDGE, _PROMISES, _WILL_REPORT_AT_MID_TERM)),
    unspoken="|".join((_DENIES, _FOR_A_SEAT, _OF_THE_REVIEW)),
    stands_for=(r"\b(?:is|are|was|were|be|been|being|remain(?:s|ed)?)\s+(?:\w+\s+){0,2}?(?:committed|dedicated)\b"),
    recorded=r"\bpledge",
    commits=(
        "will|shall|commit(?:s|ted|ting)?|pledge[sd]?|undert(?:akes?|ook)"
        "|(?:intend|plan|propose|aim|promise)(?:s|ing)?"
        "|(?:is|are|remains?) (?:determined|resolved|ready|prepared|dedicated)"
    ),
    future_endings="",
    would="would",
)
_BODIES = (
    # Their names in words …
    r"committees?|commission(?:er)?|rapporteurs?|council of europe|experts?|fund"
    # … agencies and committees of the United Nations …
    r"|UNHCR|UNICEF|UNESCO|UNDP|CEDAW|CERD|CCPR|CRC|CRPD|CAT|ILO"
    # … and bodies of regions.
    r"|OSCE|ODIHR|ECRI|GRETA|GREVIO|GRECO|CPT|SPT|FATF|OECD|Moneyval"
)
_CITATIONS = CitationWords(
    paragraphs=r"par[as]{1,2}\.\s",
    other_bodies=_BODIES,
    made_by=r"(?:made\s)?(?:of|by|from)\s(?:the\s)?",
    of_a_year="of",
    elsewhere=r"mid-?\s?term\s+(?:\w+\s+)?report",
    reviews=r"universal periodic review|\bUPR\b|\bcycle\b|\breview\b",
    submission="submission",
    left_of_translators="in",
    lists_stakeholders=r"stakeholders?\b.{0,40}\b(?:listed|contributed)",
)
_ANSWERS = AnswerWords(
    answer_labels="response|reply|answer|position|status|decision|view",
    label_owner=r"(?:the\s+)?(?:government|state)(?:[’']?s)?",
    label_of="of|by",
    comment_labels=(
        "comments?|commentary|explanations?|explanatory note|remarks?|justification|rationale|reasons?|observations?"
    ),
    beside_position=(
        "the|recommendations?|is|are|has|been|and|but|in|part|principle|fully|already|being|implemented"
        "|implementation|process|of|under|for|now|with|accepted|supported|noted|rejected"
    ),
    recommend="recommend",
    explained=r"see\b|explained|described",
    on_part=r"(?:made\s+)?(?:with regard|relat(?:ed|ing)|pertaining)\s+to|regarding|on|concerning|about|for|to",
    on_part_alone="regarding|on|concerning|as to",
    behind_part=r"and\s+(?:notes?|considers?|will|has|is)\b|but\b|because\b|due to\b|as it\b|since\b",
    remark=(
        "(?:with|in) (?:regard|respect|relation|reference) to|regarding|concerning|as (?:regards"
        r"|for|to)|on\b|in reply to"
    ),
    these="this|these|that|those|such",
    goes_on="They|These|Those|The latter|Namely",
    announces="(?:the|these|its|as) follow(?:ing|s)|below|hereunder",
    abbreviations=r"Nos?|Rec|Recs|Art|Arts|para|paras|cf|vs|e\.g|i\.e|op|St|Mr|Ms|Dr|approx|ca|p|pp|vol|ch",
    denied=r"(?:not\sin\sa\sposition|not\sable|unable)(?:,[^,.;]{1,50},)?\sto|not|cannot|no|partially|partly",
    supports=r"accept\w*|support\w*|enjoy\w*|agree\w*",
    notes=r"note[sd]?|reject\w*|takes?\snote\sof|took\snote\sof",
    before_count=r"a\stotal\sof|only|the|remaining|other",
    of_all=r"(?:out\s)?of(?:\sthe|\sits)?",
    auxiliaries="had|have|has|been|are|were|is|was|did|do|now|also|fully|immediately|already",
    receives="receiv|contain|compris|includ",
    received="received|made",
)

# Positions: patterns of words without accents, as those of all languages.
_PHRASES = "phrases"
_ADDENDA = "addenda"
_AIM = (
    r"(?:spirit|aims?|objectives?|intent(?:ion)?s?|purposes?|thrust|goals?|rationale|sentiments?|ideas?|principles?"
    r"|concept|ambitions?|ideals?|essence)"
)
_PART = (
    r"(?:(?:first|second|third|last|latter|former|initial|final|other|remaining) )?"
    r"(?:parts?|hal(?:f|ves)|sentences?|elements?|portions?|aspects?|components?|clauses?|limbs?)"
)

_ROWS = (
    Row(Role.SUPPORT, r"accept(?:s|ed|ing)?", "Freedonia accepts {it}.", _ADDENDA),
    Row(Role.SUPPORT, r"acceptable", "Freedonia considers {it} acceptable.", _ADDENDA),
    Row(Role.SUPPORT, r"support(?:s|ed|ing)?", "Freedonia supports {it}.", _ADDENDA),
    Row(
        Role.SUPPORT,
        r"agree[sd]?(?! to (?:\w+ly )?(?:consider|stud|examin|review|explor|look))",
        "Freedonia agrees with {it}.",
        _ADDENDA,
    ),
    Row(Role.SUPPORT, r"endors(?:e[sd]?|ing)", "Freedonia endorses {it}.", _ADDENDA),
    Row(Role.SUPPORT, r"approv(?:e[sd]?|ing)", "Freedonia approves {it}.", _ADDENDA),
    Row(Role.SUPPORT, r"concur(?:s|red|ring)?", "Freedonia concurs with {it}.", _ADDENDA),
    Row(
        Role.SUPPORT,
        r"subscribe[sd]? to|consent(?:s|ed)? to|adhere[sd]? to",
        "Freedonia subscribes to {it}.",
        _PHRASES,
    ),
    Row(
        Role.SUPPORT,
        r"(?:goes|go|going|went) along with|associate[sd]? itself with|align(?:s|ed)? itself with",
        "Freedonia goes along with {it}.",
        _PHRASES,
    ),
    Row(
        Role.SUPPORT,
        r"in (?:full |complete )?agreement with|in favou?r of|favou?rable to|supportive of",
        "Freedonia is in favour of {it}.",
        _PHRASES,
    ),
    Row(
        Role.SUPPORT,
        (
            r"(?:(?:do|does|did) not have an?y? |no |without )objections?(?: (?:whatsoever|at all))?(?: to"
            r"| with| against)(?: (?:accepting|supporting))?"
        ),
        "Freedonia has no objection to {it}.",
        _PHRASES,
    ),
    Row(Role.SUPPORT, r"(?:does|do|did) not (?:object to|oppose)", "Freedonia does not object to {it}.", _PHRASES),
    Row(Role.SUPPORT_NOUN, r"support|backing", "Freedonia gives its full support to {it}.", _ADDENDA),
    Row(
        Role.SUPPORT_NOUN,
        r"acceptance|approval|agreement|consent|assent|endorsement",
        "Freedonia expresses its agreement with {it}.",
        _ADDENDA,
    ),
    Row(Role.REFUSAL, r"reject(?:s|ed|ing)?", "Freedonia rejects {it}.", _ADDENDA),
    Row(Role.REFUSAL, r"refuse[sd]?|decline[sd]?|disagree[sd]?", "Freedonia disagrees with {it}.", _ADDENDA),
    Row(
        Role.REFUSAL,
        r"oppose[sd]?|object(?:s|ed)? to|dissociate[sd]? itself from|dismiss(?:es|ed)?",
        "Freedonia opposes {it}.",
        _PHRASES,
    ),
    Row(
        Role.REFUSAL,
        r"unacceptable|not (?:appropriate|relevant|applicable|pertinent|feasible|possible|necessary)",
        "Freedonia considers {it} unacceptable.",
        _ADDENDA,
    ),
    Row(
        Role.REFUSAL,
        r"(?:express(?:es|ed)?|ha(?:s|ve|d)|maintains?|enters?) (?:its |some |serious |strong )?reservations",
        "Freedonia has reservations about {it}.",
        "session reports",
    ),
    Row(
        Role.REFUSAL,
        r"(?:does|do|did|can|could) ?not (?:see (?:its|their|our) way|commit|undertake|implement|comply|go along)",
        "Freedonia does not see its way to carrying out {it}.",
        _PHRASES,
    ),
    Row(
        Role.NOTE,
        r"(?:takes?|took|taken|taking) (?:due |full |careful |good )?note(?: of)?",
        "Freedonia takes note of {it}.",
        _ADDENDA,
    ),
    Row(
        Role.NOTE,
        r"not(?:e[sd]?|ing)(?! that\b| with\b| (?:in|at) (?:the )?(?:present )?(?:report|para))",
        "Freedonia notes {it}.",
        _ADDENDA,
    ),
    Row(
        Role.LATER,
        (
            r"(?:will|shall|would) (?:further |also |duly |carefully |therefore )?(?:be )?(?:further |duly "
            r"|carefully )?(?:examine|consider|stud(?:y|ie)|review|assess|analy[sz]e|explore)\w*"
        ),
        "Freedonia will examine {it}.",
        "Working Group reports",
    ),
    Row(
        Role.LATER,
        r"(?<!State )under (?:further |active |careful )?(?:consideration|examination|review|study|reflection)",
        "Freedonia has {it} under consideration.",
        "Working Group reports",
    ),
    Row(
        Role.OPEN,
        (
            r"(?:is|are|was|were) (?:still |currently |now |presently )?(?:being (?:considered|examined"
            r"|studied|reviewed|assessed)|considering|examining|studying|reviewing|assessing)"
        ),
        "Freedonia is still studying {it}.",
        _PHRASES,
    ),
    Row(
        Role.OPEN,
        (
            r"(?:agree[sd]?|accept(?:s|ed)?|undertakes?|willing|ready|prepared|open|intends?"
            r"|disposed) to (?:\w+ly )?(?:consider|study|examine|review|explore|look into)(?:ing)?"
        ),
        "Freedonia agrees to study {it}.",
        _PHRASES,
    ),
    Row(
        Role.OPEN,
        (
            r"(?:will|shall|would) (?:give|revert|return|come back|respond"
            r"|reflect)(?: \w+){0,4}? (?:consideration|attention|thought|to|on)"
        ),
        "Freedonia will give serious consideration to {it}.",
        _PHRASES,
    ),
    Row(
        Role.LATER,
        r"(?:provide|give|submit)\w* (?:its |a |the )?(?:responses?|repl\w+)[^.;]{0,60}\bin due (?:time|course)",
        "Freedonia will provide its response to {it} in due time.",
        "Working Group reports",
    ),
    Row(Role.OPEN, r"pending(?! the\b)", "Freedonia leaves {it} pending.", "tables of others"),
    Row(
        Role.UNDECIDED,
        (
            r"(?:cannot|can not|could not|not (?:in a position|able) to"
            r"|unable to)(?:,[^,.;]{1,50},)?\s+(?:yet\s+)?(?:make|take|give"
            r"|state)\s+an?\s+(?:\w+\s+)?(?:statement|position|commitment)"
        ),
        "Freedonia cannot take a position on {it}.",
        _ADDENDA,
    ),
    Row(
        Role.UNDECIDED,
        r"reserv(?:e[sd]?|ing) (?:its|his|their|our) (?:position|answer|response|view)",
        "Freedonia reserves its position on {it}.",
        _ADDENDA,
    ),
    Row(Role.SHARED, r"shar(?:e[sd]?|ing)", "Freedonia shares the objective of {it}.", _PHRASES),
    Row(
        Role.DENIAL,
        (
            r"(?:(?:do|does|did|can|could|will|would|is|are|was|were|has|have|had|be)\s+)?(?:not|cannot"
            r"|unable|neither|nor|never|without|no|non)\b(?! only\b| but\b)"
        ),
        "Freedonia is not, at this time, in a position to support {it}.",
        _ADDENDA,
    ),
    Row(Role.DENIAL, r"\w+n't", "Freedonia can't accept {it}.", _PHRASES),
    Row(
        Role.DENIAL,
        (
            r"(?:unwilling|reluctant|incapable|hesitat\w+|difficult\w*|impossible|premature|too early"
            r"|declin\w+|refus\w+|fail(?:s|ed)?|prevent\w*|preclud\w*|inability|far from|rather than"
            r"|instead of|unlikely)"
        ),
        "Freedonia finds it difficult to accept {it}.",
        "session reports",
    ),
    Row(
        Role.HEDGE,
        (
            r"(?:consider|considers|considering|examin(?:e|es|ing)|study|studies|studying|explor(?:e|es|ing)"
            r"|review(?:s|ing)?|contemplat\w+|envisag\w+|whether|might|may|intends?|hop(?:es?|ing)|inclined"
            r"|leans? towards|aims?|possibility|willing to consider)"
        ),
        "Freedonia will consider supporting {it}.",
        _PHRASES,
    ),
    Row(Role.PART, r"partial\w*|partly|in parts?", "Freedonia accepts {it} in part.", _ADDENDA),
    Row(
        Role.PART,
        r"(?:largely|mostly|broadly|generally|essentially|mainly|substantially|basically)",
        "Freedonia largely supports {it}.",
        _PHRASES,
    ),
    Row(
        Role.PART,
        (
            r"by and large|for the most part|in the main|in general terms|in (?:essence|substance"
            r"|broad terms)|to (?:a |some )(?:\w+ )?(?:extent|degree)"
        ),
        "Freedonia accepts {it} for the most part.",
        _PHRASES,
    ),
    Row(
        Role.PART,
        (
            r"(?:as regards|with regard to|regarding|as concerns|concerning|in respect of|with respect to"
            r"|as to|as for|in|as far as|limited to|for) (?:only )?(?:its|the) "
        )
        + _PART,
        "Freedonia accepts {it} as regards its first sentence.",
        _PHRASES,
    ),
    Row(
        Role.PART,
        (
            r"as (?:amended|reworded|modified|revised|reformulated)|in (?:a|an) (?:amended|modified|reworded"
            r"|revised) form|with (?:the following |an |some )?(?:amendments?|modifications?|changes)"
        ),
        "Freedonia accepts {it} in an amended form.",
        _PHRASES,
    ),
    Row(
        Role.SPIRIT,
        r"in (?:principle|spirit|the spirit)|as a (?:matter of principle|goal|long-term goal|aspiration)",
        "Freedonia accepts {it} in principle.",
        _ADDENDA,
    ),
    Row(
        Role.CONDITION,
        (
            r"(?:provided|providing)(?: always)?(?: that)?|on (?:the )?(?:sole )?condition|condition(?:al"
            r"|ed)(?:ly)? (?:up)?on|contingent (?:up)?on|subject to"
        ),
        "Freedonia accepts {it} on condition that donors provide the funds.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"(?:on|with|under) the (?:clear |express )?understanding(?! that (?:this|there|it) (?:is"
            r"|are) (?:not |no )?an? )|it being understood|(?:as )?understood (?:as|to mean)|interpreted as"
        ),
        "Freedonia accepts {it} on the understanding that no new body is made.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"(?:as|so) long as|in so far as|insofar as|inasmuch as|as far as(?![^,.;]{1,80}\bconcerned)"
            r"|to the (?:\w+ )?(?:extent|degree)|as much as possible"
        ),
        "Freedonia accepts {it} as far as its federal law allows.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"(?<!even )(?<!as )if\b(?! not sooner)|unless|depend(?:s|ing|ent) (?:up)?on"
            r"|when(?:ever)? (?:\w+ ){0,5}?(?:allows?|permits?|available|possible|feasible)|once (?:the|its|a"
            r"|an|these|those|such|all|funds|resources)|(?:resources|funds|means|circumstances"
            r"|conditions) (?:permitting|allowing)|as (?:resources|funds|means|circumstances"
            r"|conditions) (?:permit|allow)"
        ),
        "Freedonia accepts {it} if funds allow.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"within (?:the )?(?:limits?|bounds|constraints?|means|limitations) of|within (?:its|the|our"
            r"|their)?\s?(?:\w+ )?(?:means|capacit\w+|possibilities|resources|limits)|in (?:accordance"
            r"|conformity|compliance|keeping) with (?:its|the|our) (?:own |existing |national |domestic "
            r"|federal )*(?:constitution\w*|legislation|laws?|legal)|without prejudice to"
        ),
        "Freedonia accepts {it} within the limits of its means.",
        _PHRASES,
    ),
    Row(
        Role.CONDITION,
        (
            r"with (?:a |an |some |certain |the following |one |serious |the )?(?:\w+ )?(?:reservations?"
            r"|caveats?|qualifications?|provisos?|clarifications?|restrictions?|limitations?)"
        ),
        "Freedonia accepts {it} with reservations.",
        _ADDENDA,
    ),
    Row(
        Role.EXCEPTION,
        (
            r"except(?:ing|ed)?(?: for)?|with (?:the|an|one|some|certain|the sole"
            r"|the only) exceptions?(?: of)?|apart from|aside from|other than|excluding|exclusive of|barring"
            r"|leaving aside|setting aside|to the exclusion of|omitting|disregarding"
        ),
        "Freedonia accepts {it}, with the exception of its deadline.",
        _ADDENDA,
    ),
    Row(
        Role.EXCEPTION,
        (
            r"(?<!to )save (?:for|in|as|that|the|its)|(?<=[, ])minus|but (?:not|without)|without (?:the"
            r"|its) (?:\w+ )?(?:words?|references?|phrase|deadline|dates?|part|sentence|mention)|short of"
        ),
        "Freedonia accepts {it}, save for its deadline.",
        _PHRASES,
    ),
    Row(
        Role.UNQUALIFIED,
        (
            r"(?:without|with no|no|any) (?:\w+ )?(?:reservations?|conditions?|exceptions?|qualifications?"
            r"|hesitations?|delay|restrictions?|limitations?|reserve|difficult\w+|doubt)|not only|cannot but"
            r"|unreserved(?:ly)?|unconditional(?:ly)?"
        ),
        "Freedonia accepts {it} without reservation.",
        _PHRASES,
    ),
    Row(
        Role.ALREADY_DONE,
        (
            r"(?:(?:already|currently|now|partially|partly|largely|fully|mostly|generally|in part|being"
            r"|been)\s+){1,4}(?:implement|carr(?:ied|ying) out|in place|under way|underway|appl(?:ied|ying)"
            r"|done|reali[sz]ed|fulfilled|in force|put into|complied|met\b|reflected|covered|addressed"
            r"|provided for)\w*"
        ),
        "Freedonia accepts {it}, already partially implemented.",
        _PHRASES,
    ),
)

# Before "recommendation", behind a verb: articles, numerals and the like, words between them, what is said of it.
_DETERMINERS = (
    r"the|this|these|those|that|all|both|most|some|any|each|every|an?|following|above|below|other|remaining|present"
    r"|said|such|first|second|third|last|latter|former|one|two|three|four|five|six|seven|eight|nine|ten|only|just"
    r"|certain|number|numbers|nos?\.?|total|majority|vast|large|its|our|aforementioned|mentioned|relevant|related"
    r"|similar|noted|paragraphs?|contained|full|itself|#"
)
_BETWEEN_WORDS = (
    "of|to|with|for|in|under|on|about|behind|underlying|by|regard|regarding|concerning|out|principle|expressed|general"
    "|implementation|carrying|content|substance|into|towards?|wholehearted|favour|spirit|pleasure"
)
_GRAMMAR = Grammar(
    it="this recommendation",
    it_numbered="recommendation {number}",
    recommendation=r"(?:recommendations?|recs?\b\.?|§)",
    several="recommendations",
    adverb=r"\w+ly",
    denial="not|no",
    has="has|have",
    reason="because|since",
    number_mark=r"nos?\.?",
    determiner=rf"(?:{_DETERMINERS}|{_BETWEEN_WORDS}|{_PART}|{_AIM}|\w+ly)",
    aim=_AIM,
    part=_PART,
    only=r"(?:only|solely|merely|just)",
    of=r"of|behind|underlying|in|on|concerning|regarding|relating|expressed|contained",
    enjoying=r"enjoy\w*|ha(?:s|ve|d|ving)|receiv\w+|meets?(?: with)?|met(?: with)?|finds?|found|commands?|gets?|wins?",
    giving=(
        r"express\w*|confirm\w*|reiterat\w*|announc\w*|giv(?:e[sn]?|ing)|gave|lend(?:s|ing)?|lent|extend\w*"
        r"|offer\w*|add(?:s|ed)?|pledg\w+|stat(?:e[sd]?|ing)|declar\w+|convey\w*"
    ),
    noun_article="",
    noun_to=r"(?:\s+(?:is|was|has been)\s+(?:expressed|given))?\s+(?:for|to|of|with)(?=[\s,])",
    noun_verbs=(
        r"(?:[Ww]e|[Tt]hey|I|can|could|cannot|will|would|to|not|fully|and|nor|or|also|does|did|do"
        r"|[A-Z]\w+s|recommendations|States"
        r"|authorities|officials|delegations|islands|people|ministries)"
    ),
    denied_behind=(
        r"(?:is|are|was|were|be|remains?|seems?|appears?)\s+(?:\w+\s+){0,2}?(?:not|never|impossible|premature"
        r"|excluded|out of|difficult|ruled out|unlikely)\b"
    ),
    passive=r"(?:is|are|was|were|be|been|being|as)",
    relative=r"(?:that|which)",
    pronoun=r"(?:(?:to|with)\s+)?(?:it|them|this|these|both|those|all)",
    pronoun_before=r"(?!)",
    label_intro=r"(?:the\s+)?(?:government|state|position|response|status|answer|reply)",
    label_subject=r"(?:The\s+)?(?:[A-Z]\w+|We|we)",
    label_article="The|We",
    label_between=(
        r"fully|already|not|non|no|do|does|did|can|cannot|could|is|are|been|has been|have been|to be|also"
        r"|therefore|hereby|only|unreservedly"
    ),
    label_rest=r"and|but|as|with|by|without|recommendations?",
    earlier=r"(?:initially|previously|originally|at first|earlier)",
    clause_break=r"(?:and|but|while|whereas|however|though|although)",
    scope_end=(
        # another clause with a verb of its own
        r"and,?\s+(?!#|§|(?:(?:the\s+)?recommendations?|only|partially|in principle|subject"
        r"|on condition|provided|as far|insofar|within)\b)",
        # what is said of a noun
        r"(?:on |to |for |of |in |with |under |by )?(?:which|whose|whom|who|whereby|where(?! possible))\b",
        # reasons
        r"(?:because|since|given|considering|noting|recalling|stressing|underlining|recogni[sz]ing"
        r"|having|in view of|in order|so that)\b",
        r"as\s+(?:it|they|this|these|the|such|a|an|there|we|is|was|already|part)\b",
        # what stands against it, unless it limits it
        r"(?:while|whereas|although|though|but(?! (?:not|without|only|in part|partially)\b)|yet|however)\b",
    ),
    adversative=r"(?:but|however|although|though|albeit|yet|while|whilst|whereas)",
    against=(
        r"(?:cannot|can not|could not|unable|not (?:be )?(?:in a position|able|possible|feasible|ready"
        r"|bound|agree|accept|support|commit"
        r"|endorse|share|guarantee|subscribe|undertake|wish)\w*|disagree\w*|reject\w*|objects?|reserv(?:es|ations?)"
        r"|only|partially|partly|in part|in principle|limited to|subject to|on condition|provided that)"
    ),
    every=(
        r"(?:all|every|each|the remaining|the other|the rest of the)\b"
        r"(?:\s+(?:of|the|these|those|its|other|remaining|#)){0,4}"
    ),
    unrestricted=(
        r"(?:(?:made|received|addressed|put forward|presented|formulated|contained|set out|(?:in"
        r"|of) the report)\b(?!\s+(?:by|on)\b)"
        r"|(?:is|are|were|was|have|has|enjoy|do not|did not|cannot|could not|no|except|with the exception|save)\b)"
    ),
    points_on=r"following|below|hereunder|as follows",
    one_of_several=r"(?:the|one|this)\s+recommendation",
)

# Concluding observations.
_ADVERBS = r"(?:[\w-]+ ){0,4}?"
# Words between commas, with "No. 5" and "art. 2" in them.
_BETWEEN = r"(?:,(?:[^.;:]|(?<=No)\.|(?<=arts)\.|(?<=art)\.){1,250}?,)?"
_SPEAKER = rf"\b(?:Committees?|It|SPT|Subcommittee){_BETWEEN} "
_ADDRESSEE = r"(?:that|(?:the )?(?:State|Government|authorities|Federal))\b"
_ASKS = r"(?:recommends|urges|calls (?:up)?on|calls for|requests|invites|encourages|suggests|appeals)"
_REPEATS = r"(?:reiterates|repeats|renews) (?:its|the) (?:[\w-]+ ){0,5}(?:recommendations?|requests?|call)\b"
_WORRIED = r"(?:concerned|alarmed|worried|disturbed|preoccupied|dismayed|troubled)"
# "who are concerned": of others, inside what is said.
_IS_WORRIED = (
    rf"(?<!who )(?<!which )(?<!those )\b(?:is|are|remains?)(?:, [^,.;:]{{1,60}},)? {_ADVERBS}{_WORRIED}"
    r"(?=[:;]|(?:,[^.;:]{1,100},)?\s+(?:\w+ )?(?:about|at|by|that|over|with|regarding|in|to)\b|\s+(?:as|because)\b)"
)
_WITH_REGRET = r"\bwith (?:\w+ ){0,3}(?:concern|regret|alarm|dismay)\b|\b(?:regrets?|deplores?)\b"
_EXPRESSES_CONCERN = (
    r"\bexpress(?:es|ed)? (?:\w+ ){0,4}(?:concern|regret|alarm)\b"
    r"|\b(?:reiterates?|repeats|shares) (?:its|the) (?:\w+ ){0,3}concerns?\b"
)
_IS_OF_CONCERN = (
    r"\bconcerns? (?:is|are|was) (?:\w+ )?expressed\b|\b(?:matter|source|cause|subject)s? of (?:\w+ ){0,2}concern\b"
)
# The committee is the subject: in "article 7, which calls upon States" (paragraph 59 there) it is not.
_COMMITTEE_ASKS = (
    rf"{_SPEAKER}{_ADVERBS}(?:{_ASKS}|{_REPEATS})"
    rf"|(?:^|[,.;:] )it {_ADVERBS}{_ASKS} (?:\w+ )?{_ADDRESSEE}|\b[Ii]t is (?:\w+ )?recommended that\b"
)
_AND_ASKS = rf"\b(?:and|but)(?:,[^.;:]{{1,100}}?,)? (?:\w+ ){{0,2}}{_ASKS} {_ADDRESSEE}|\band (?:\w+ )?{_REPEATS}"
# Not "despite its recommendation that the State party should raise them", nor "they should have known".
_STATE_SHOULD = (
    r"(?<!that )(?<!that the )\b(?:State [Pp]art(?:y|ies)|Government|[Ii]t|Government of \w+|authorities)"
    rf"{_BETWEEN} (?:\w+ ){{0,2}}should\b(?! have\b)|\b(?:view|opinion) that [^.;:]{{1,250}} should\b"
)
_STATE_IS_ASKED = (
    r"\b(?:State [Pp]arty|Government|authorities) (?:is|are) (?:\w+ ){0,3}"
    r"(?:encouraged|requested|invited|urged|called upon|reminded|recommended) to\b"
)
_OBSERVATIONS = ObservationWords(
    left_out=re.compile(
        r"introduction|positive (?:aspects?|developments?|steps|factors)|achievements|follow.?up measures", re.I
    ),
    concern=re.compile("|".join((_IS_WORRIED, _WITH_REGRET, _EXPRESSES_CONCERN, _IS_OF_CONCERN)), re.I),
    recommendation=re.compile("|".join((_COMMITTEE_ASKS, _AND_ASKS, _STATE_SHOULD, _STATE_IS_ASKED))),
    welcome=re.compile(
        r"\b(?:welcomes?|commends?|appreciates?|congratulates?)\b"
        r"|\bwith (?:\w+ ){0,2}(?:appreciation|satisfaction|interest)\b",
        re.I,
    ),
)

_COUNCIL = CouncilWords(
    section_begins=re.compile(r"\d{1,4}\.\s*The review (?:of|on) .{2,80}\bwas held on\b"),
    outcome=re.compile(
        r"outcome of the review (?:of|on) .{2,80}? (?:comprises|consists of|is constituted of|contains)\s+"
        r"the report of the Working Group.{0,80}?\((?P<report>A/HRC/\d+/\d+)"
    ),
    considered=re.compile(
        r"At its \w+(?:[ -]\w+)? meeting,? (?:held )?on (?P<day>\d.{6,18}?\d{4})\b.{0,80}?\bthe outcome of the review"
    ),
    general_debate=re.compile(r"(?:[A-Z]\.\s*)?General debate on agenda item", re.I),
    president=re.compile(r"The (?:Vice-)?President\b"),
    views_of_state=r"Views expressed by the State under review\b",
    remarks_of_state=r"Concluding [Rr]emarks (?:of|by) the State under review\b",
    views_of_others=r"(?:Views expressed by (?:the )?(?:[Mm]ember|[Oo]bserver)|General comments made by)\b",
)

_BY_OTHERS = r"(?<!\bhad )(?<!\bhas )(?<!\bhave )(?<!\bthat )"
"""What a speaker reports of others ("the Committee had recommended", "a body that urged") it does not recommend."""
_ABBREVIATED = r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bNos)(?<!\bart)"
_DIALOGUE = DialogueWords(
    recommended=re.compile(
        _BY_OTHERS + r"\b(recommend(?:ed|s|ing)|suggest(?:ed|s|ing)|encourag(?:ed|es|ing)|urg(?:ed|es|ing)|"
        r"call(?:ed|s|ing) (?:up)?on|"
        r"(?:reiterat|ma|put forward)\w* (?:the|a|its|an|two|three|\w+) recommendations?)\b(?:\s*(?:that|to|:))?\s*",
        re.I,
    ),
    speaks=re.compile(
        r"\b(?:also |further )?(?:ask|encourag|enquir|inquir|recommend|request|suggest|urg)ed\b|\bcalled (?:up)?on\b"
    ),
    article=re.compile(r"^the "),
    sentence_end=re.compile(_ABBREVIATED + r"[.?!](?=\s+[A-Z“\"]|\s*$)"),
    joining=re.compile(r"^(?:and|also)\s+"),
    dangling=re.compile(
        r"(?<![\s;,:.])[\s;,:.]*+"
        r"(?:\b(?:and|as well as)\b(?:\s+also)?(?:\s+that(?:\s+(?:it|[A-Z]\w+))*)?"
        r"|(?<=[;,:.]\s)it(?:\s+also)?)?[\s;,:.]*+$"
    ),
    next_statement=re.compile(
        r"[,;]?(?<!\s)\s++and\s+(?:it\s+)?(?:also\s+|further\s+)?(?:asked|commended|encouraged|enquired|expressed|hoped"
        r"|inquired|noted|recommended|requested|stated|suggested|thanked|urged|welcomed|wished)\b.*$",
        re.S,
    ),
    sentence="sentence",
    last_sentence="last sentence",
)

_ALSO = r"(?:and|also|further|strongly|it|finally)"
_RECOMMENDS = r"recommend(?:s|ed)?|(?:encourage|urge|invite|advise|suggest|request|call)(?:s|d|ed)"
BARE_VERBS = BareVerbWords(
    verbs=frozenset(
        """
        abide abolish abrogate abstain accede accelerate accept accord accredit acknowledge act activate adapt add
        address adhere adjust adopt advance advocate agree align allocate allow ameliorate amend analyse analyze
        annul apologize appeal apply appoint appropriate approve arrange assess assign assist associate assure
        attach avail avoid avert ban become begin benefit bolster boost bridge bring broaden build call carry cease
        change check circulate clarify close codify collaborate collect combat commence commit commute complement
        complete comply conclude condemn conduct confirm conform consider consolidate consult continue contribute
        control cooperate coordinate counter create criminalise criminalize deal decide declare decriminalise
        decriminalize dedicate deepen define deliver demobilize demonstrate deny deploy derogate design designate
        desist determine develop devise devote disband discontinue discuss dismantle disseminate do double draft
        draw ease educate elaborate elevate eliminate embark embrace empower enable enact encourage end endeavor
        endeavour endorse enforce engage enhance enlarge enshrine ensure enter envisage equalize equip eradicate
        establish evaluate examine exclude execute exempt exercise exert expand expedite explain explore express
        extend facilitate fast-track favour favor fight finalise finalize finance find focus follow forbid formalise
        formalize formulate foster free fulfil fulfill fully fund further generate give grant guarantee halt
        harmonise harmonize have heed highlight hold honor honour identify immediately impose implement improve
        include incorporate increase inform initiate inquire inscribe insert insist install instill institute
        institutionalize instruct integrate intensify introduce invest investigate invite involve issue join keep
        launch lead legalize legislate lessen liberalize lift limit link look lower maintain make mainstream manage
        mandate maximize meet minimize mobilize modernize modify monitor move multiply narrow observe obtain offer
        open operationalize oppose order organise organize outlaw overcome overhaul participate pass pay penalize
        perform permit persevere persist place plan postpone practice practise prepare present preserve press
        prevent prioritise prioritize privilege proceed process proclaim produce prohibit promote promulgate propose
        prosecute protect provide publicise publicize publish punish pursue put raise ratify re-establish re-examine
        reach react reaffirm realise realize recall recognise recognize recommend reconsider reconfirm recruit
        rectify redouble redress reduce re-evaluate refer refine reflect reform refrain refuse regard register
        regulate rehabilitate reinforce reinstate reintroduce reiterate reject relax release relinquish remain
        remedy remove render renew reopen repeal replace replicate report repress request require rescind reserve
        resettle resolve respect respond restart restore restrain restrict result resume retain rethink return
        reverse review revise revisit revitalize revoke rid safeguard sanction save scale schedule scrutinize secure
        seek seize select send sensitise sensitize separate serve set settle share shift show sign simplify speed
        spare spread stamp standardize start state stay step stick stop streamline strengthen strive study submit
        subscribe substitute subject support suppress suspend sustain tackle take target task terminate tighten
        track train transfer transform translate transmit transpose treat try turn undertake unify update upgrade
        uphold urge use utilise utilize vote waive welcome widen withdraw work
        """.split()
    ),
    of_stem=frozenset(
        """
        a accession adherence approval at be by completion consideration date delay done earliest efforts finish
        first if implementation in into its measures moment necessary not of on one opportunity or and party parties
        possibilities possibility possible ratification rapid removal shortest signature so soon speedy steps
        subscription swift that the time to towards up view way ways withdrawal without already as for from with
        """.split()
    ),
    of_complement=frozenset(
        """
        about accordingly according across after against along alongside also among amongst as at based because
        before between beyond both but by concerning consistent despite due during especially etc even for from
        given if in including inter into irrespective like namely notably of on only or over particularly pending
        per pursuant regarding respectively since so specifically such than that thereby through throughout thus to
        towards under unless until upon via whatever when where whereby which while who whom whose with within
        without
        """.split()
    ),
    of_object=frozenset("a all an any both each every its it other their the these them this those".split()),
    before_verb=frozenset("to also further not and".split()),
    governing=frozenset("of for on in against with".split()),
    adverb="ly",
    gerund="ing",
    of="of",
    takes_to=frozenset("accede adhere agree belong commit comply cooperate subscribe".split()),
    articles="(?:the|an?|its|their)",
    preface=re.compile(
        rf"(?i:(?:{_ALSO}\s+)*(?:{_RECOMMENDS})(?:\s+to)?)\s+(?:(?:the\s+)?[A-Z][\w’'-]+\s+){{1,5}}to\s+"
        r"|(?:With|In|Under|Through|By|As)\b[^,;.]{5,120},\s+"
    ),
    leads_on=frozenset("against among at between by for from in into of on to under upon via with within".split()),
    how=r"(?:as (?:soon|early|quickly) as possible|without (?:further )?delay|\w+ly)",
    clause_words=frozenset({"that"}),
    refers_back=re.compile(r"(?:its|their)\b|.*\bthere(?:to|of)\b"),
    verb_after=re.compile(r"(?:,|\bto|\bthat|\bshould|\bshall)\s+(\w+)"),
    is_clause=re.compile(r"that\b|.*\b(?:should|shall|must|be \w+ed)\b"),
    joint_within=re.compile(r"(?<!\s)(?:\s*+[;/]\s*+(?:and\s++)?|,?\s++(?:and|as well as)\s++)(?:to\s++)?"),
    reports=re.compile(
        rf"(?:{_ALSO}\s+)*(?:(?:{_RECOMMENDS})(?:\s+(?:on|upon|also|further))?"
        r"(?:\s+and\s+(?:recommend|encourage|urge|request)(?:s|d|ed))?|that|to)\s+",
        re.I,
    ),
    next_report=re.compile(
        r"[;.]\s+(?=(?:(?:and|also|further|it)\s+)*(?:recommend|encourage|urge|request|suggest|call)(?:s|d|ed)\b)", re.I
    ),
    addressees=frozenset(
        "a also and authorities country government it its must of on should state that the they to upon".split()
    ),
    before_noun=re.compile(r"the|an?|its|.+[’']s"),
    infinitive=re.compile(r"[Tt]o (?=([a-z-]+))"),
)

ASKING = AskingWords(
    code="en",
    announcing=(
        "recommend",
        "call on",
        "calls on",
        "call upon",
        "calls upon",
        "our asks",
        "demands",
        "urge",
    ),
    asking=(
        r"(?:we|our organi[sz]ations?|the authors?|the coalition|the submitting organi[sz]ations?)\s+"
        r"(?:\w+\s+)?(?:recommend|urge|call|ask|request|propose|encourage)",
        "recommends that",
        "recommend that",
        "calls? (?:up)?on the (?:government|state|authorities)",
        "urges? the (?:government|state|authorities)",
        r"(?:the government|the state|the authorities|parliament|<States>)\s+(?:should|must|needs? to)",
    ),
)

ENGLISH = LanguageWords(
    code="en",
    name="English",
    cover=_COVER,
    review=_REVIEW,
    layout=_LAYOUT,
    numbers=_NUMBERS,
    referring=_REFERRING,
    tables=_TABLES,
    pledges=_PLEDGES,
    citations=_CITATIONS,
    answers=_ANSWERS,
    positions=PositionWords(_ROWS, _GRAMMAR),
    conclusions=re.compile(
        r"(?:[IV]{1,3}\s?[.)]?\s*)?conclusions?\s*(?:and\s*+(?:/\s*+)?or|and|or|/)\s*recommendations?\s*+[:.*∗†\d]{0,4}\s*",
        re.I,
    ),
    list_intro=re.compile(
        r"\d{1,3}\.\s+(?:The|All)\s(?:following\s)?recommendations\s(?:formulated|made|listed|will|below)", re.I
    ),
    next_section=re.compile(
        r"(?:III|IV)\s?[.)].{0,70}|annex(?:es)?\s*+(?:[IVX]+|\d)?\s*[.:*]{0,3}|"
        r"(?:[IV]+\s?[.)]?\s*)?voluntary\s+(?:pledges|commitments)(?:\s+and/?(?:\s*or)?\s+\w+)?(?:\s+(?:of|by|made)\b.{0,40})?",
        re.I,
    ),
    requests=re.compile(
        r"\b(?:recommend|encourag|urg|invit|request|suggest|advis|appeal)\w*|\bshould\b|\bcall(?:s|ed)? (?:up)?on\b",
        re.I,
    ),
    comments_on_others=re.compile(
        r"(?:(?:with|in) (?:regards?|respect|reference|relation) to|regarding|concerning|as (?:regards|for|to)) "
        r"(?:the )?recommendations?\b.*\bparagraphs?\b|"
        r"(?:the )?recommendations? (?:\w+ ){0,4}(?:in|under|at) (?:the )?(?:sub)?paragraphs?\b",
        re.I,
    ),
    announces_answer=re.compile(
        r"\b(?:will|shall|would)\b[^.]{0,60}\b(?:examine|consider|stud(?:y|ie)|review|respond|reply)|"
        r"\b(?:response|repl|answer|position|views)\w*\b[^.]{0,160}"
        r"\b(?:will|shall|would) be (?:included|provided|presented|submitted)|"
        r"\bin due (?:time|course)\b",
        re.I,
    ),
    agrees=re.compile(r"(?<!not )\bagree[sd]? (?:on|to) (?:the following|follow up)\b", re.I),
    no_position=re.compile(
        r"\b(?:as|been|being) endorsed by the Working Group\b|"
        r"\bnoted (?=(?:in|at|under) (?:the |this )?(?:present |following )?(?:report|para))",
        re.I,
    ),
    points_back=re.compile(r"\b(?:above|these|all(?: of)? the|the said)\b", re.I),
    says=re.compile(
        r"\b(?:consider(?:s|ed) (?:that|them|it|this|the recommendations? [^.]{0,200}? as)"
        r"|(?:indicat|stat|stress|explain|clarif|believ|inform|maintain|recall|reiterat|express|underlin|emphasi|acknowledg|point|argu)(?:e[sd]|s|ed|ies|ied|zed|zes|sed|ses)?"
        r"|wish(?:es|ed) to|would (?:have )?prefer\w*|because|reasons?)\b",
    ),
    joining=r"[Aa]nd|AND|[Tt]he|as well as",
    notes=r"(?:also\s+)?on\s+behalf\s+of|among\s+others|inter\s+alia|others\b|etc\b",
    references=r"recommendations?|recs?\b|para(?:graph)?s?\b|nos?\b|see\b|§",
    speaker=re.compile(
        r"(?:(?:the\s+)?(?:representative|delegation|delegate|ambassador|statement)\s+(?:of|by|from)\s+)", re.I
    ),
    frequent="the|of|and|that|by|with",
    articles=r"the",
    infinitives=None,
    observations=_OBSERVATIONS,
    council=_COUNCIL,
    dialogue=_DIALOGUE,
    of_a_state=re.compile(
        r"with (?:regard|respect) to the recommendations? (?:made |put forward )?(?:of|by) (?P<state>[^,]{3,60}?),? "
        r"(?:reflected|contained|made|noted|included) in paragraphs? \d+(?: above)?, (?P<request>.+)",
        re.I,
    ),
    to_do=re.compile(r"(?:with regards? to|regarding|concerning) the recommendations? (?:to|that) ", re.I),
)
