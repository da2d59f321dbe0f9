"""English."""

import re

from indexer.languages.words import LanguageWords

ENGLISH = LanguageWords(
    code="en",
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
