"""English."""

import re

from indexer.languages.words import (
    AnswerWords,
    CitationWords,
    CoverWords,
    LanguageWords,
    LayoutWords,
    PledgeWords,
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
_NUMBERS = "one two three four five six seven eight nine".split()
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
        for units, unit in enumerate(("", *_NUMBERS))
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
    begins_recommendation=r"recommendations?|recs?\b",
    notes=r"(?:end|foot)?notes?",
    annex="annex|appendix",
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
    commits=(
        "will|shall|commit(?:s|ted|ting)?|pledge[sd]?|undert(?:akes?|ook)"
        "|(?:intend|plan|propose|aim|promise)(?:s|ing)?"
        "|(?:is|are|remains?) (?:determined|resolved|ready|prepared|dedicated)"
    ),
    future_endings="",
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
    between_numbers="and|or|as well as",
    abbreviations=r"Nos?|Rec|Recs|Art|Arts|para|paras|cf|vs|e\.g|i\.e|op|St|Mr|Ms|Dr|approx|ca|p|pp|vol|ch",
    recommendations="recommendations",
    denied=r"(?:not\sin\sa\sposition|not\sable|unable)(?:,[^,.;]{1,50},)?\sto|not|cannot|no|partially|partly",
    supports=r"accept\w*|support\w*|enjoy\w*|agree\w*",
    notes=r"note[sd]?|reject\w*|takes?\snote\sof|took\snote\sof",
    before_count=r"a\stotal\sof|only|the|remaining|other",
    auxiliaries="had|have|has|been|are|were|is|was|did|do|now|also|fully|immediately|already",
    receives="receiv|contain|compris|includ",
    received="received|made",
)

ENGLISH = LanguageWords(
    code="en",
    cover=_COVER,
    review=_REVIEW,
    layout=_LAYOUT,
    tables=_TABLES,
    pledges=_PLEDGES,
    citations=_CITATIONS,
    answers=_ANSWERS,
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
    recommendations=re.compile(r"\brecommendations\b", re.I),
    says=re.compile(
        r"\b(?:consider(?:s|ed) (?:that|them|it|this|the recommendations? [^.]{0,200}? as)"
        r"|(?:indicat|stat|stress|explain|clarif|believ|inform|maintain|recall|reiterat|express|underlin|emphasi|acknowledg|point|argu)(?:e[sd]|s|ed|ies|ied|zed|zes|sed|ses)?\b"
        r"|wish(?:es|ed) to|would (?:have )?prefer)",
        re.I,
    ),
    joining=r"[Aa]nd|AND|[Tt]he|as well as",
    last_joining="and",
    notes=r"(?:also\s+)?on\s+behalf\s+of|among\s+others|inter\s+alia|others\b|etc\b",
    references=r"recommendations?|recs?\b|para(?:graph)?s?\b|nos?\b|see\b|§",
    speaker=re.compile(
        r"(?:(?:the\s+)?(?:representative|delegation|delegate|ambassador|statement)\s+(?:of|by|from)\s+)", re.I
    ),
    articles=r"the",
)
