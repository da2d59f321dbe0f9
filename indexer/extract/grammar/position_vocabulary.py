"""The words in which documents take a position on a recommendation, in English, French and Spanish.

Patterns alone; indexer/extract/grammar/position_words.py says when they count. Each is tried on a text whose numbers
are replaced by "#" (`NUMBERS`), so that a list of fifty of them is one word long.
"""

import re

SUPPORT = re.compile(
    r"\b(?:accept(?:s|ed|able|ance|e|ent|er|ée?s?)?|support(?:s|ed)?|agree[sd]?|endorse[sd]?|approve[sd]?|concur(?:s|red)?"
    r"|appui(?:e|ent)?|appuy(?:er|ée?s?)|soutien(?:t|nent)?|sout(?:enir|enue?s?)|approuv(?:e|ent|er|ée?s?)|souscri(?:t|vent|re)"
    r"|adh(?:ère|èrent|érer|ésion)|agré(?:e|ent|er|ée?s?)|acepta(?:n|r|da|das|do|dos|ble|bles|mos|ción)?"
    r"|apoy(?:o|a|an|ar|ada|adas|ado|ados|amos)|respald(?:o|a|an|ar|ada|adas)|suscrib(?:e|en|ir)|adhesión)(?![\w-])",
    re.I,
)
"""Support, unless it is denied or limited."""
REFUSE = re.compile(
    r"\b(?:reject(?:s|ed)?|refuse[sd]?|decline[sd]?|disagree[sd]?|unacceptable|inacceptables?|inaceptables?"
    r"|not (?:appropriate|relevant|applicable|pertinent)|express(?:es|ed)? reservations"
    r"|rejett(?:e|ent)|rejet(?:er|ée?s?)|refus(?:e|ent|er|ée?s?)|rechaz(?:a|an|ar|ada|adas|ado|ados))(?![\w-])",
    re.I,
)
NOTE = re.compile(
    r"\b(?:(?:takes?|took|taken|taking) (?:due |full |careful )?note(?: of)?"
    r"|note[sd]?(?! that\b| (?:in|at) (?:the )?(?:present )?(?:report|para))"
    r"|prises? en note|pris en note|tomad[ao]s? nota|anotad[ao]s?"
    r"|(?:toma|toman|tomó) (?:debido )?conocimiento(?: del?)?"
    r"|(?:prend|prennent|prenons|prendre|pris|prises?) (?:(?:bonne |dûment )?note|acte)(?: des?| du| d['’])?"
    r"|not(?:ent|ée?s?)(?! que\b)"
    r"|(?:toma|toman|tomar|tomado|tomó|tomamos) (?:debida )?nota(?: de(?:l| la| las| los)?)?|notad[ao]s?)(?![\w-])",
    re.I,
)
"""Taking note, but "notes that …" and "as noted in the report" take no position."""
LATER = re.compile(
    r"\b(?:will|shall|would) (?:further |also |duly |carefully )?(?:be )?(?:further |duly |carefully )?"
    r"(?:examine|consider|stud(?:y|ie)|review)\w*"
    r"|(?<!State )\bunder (?:further )?(?:consideration|examination|review)\b"
    r"|\b(?:seront|sera) (?:examin|étudi)\w+|\bserán? (?:examinad|estudiad)\w+|\ben cours d['’]examen\b|\ben estudio\b"
    r"|\b(?:provide|give|submit)\w* (?:its |a |the )?(?:responses?|repl\w+)[^.;]{0,60}\bin due (?:time|course)\b",
    re.I,
)
"""An answer that is announced."""
UNDECIDED = re.compile(
    r"\b(?:cannot|can not|could not|not (?:in a position|able) to|unable to)(?:,[^,.;]{1,50},)?\s+(?:yet\s+)?"
    r"(?:make|take|give|state)\s+an?\s+(?:\w+\s+)?(?:statement|position|commitment)\b"
    r"|\breserve[sd]?\s+(?:its|his|their)\s+position\b",
    re.I,
)
"""An answer that is none, given as a State's last word: noted."""
SUPPORT_AS_NOUN = re.compile(r"(?:support|appui|soutien|apoyo|respaldo|adhésion|adhesión|acceptance)\b", re.I)
"""Words of support that are nouns as well: "support for families" is no position."""
ENJOYING = re.compile(
    r"\b(?:enjoy\w*|ha(?:s|ve|d|ving)|receiv\w+|meets?|met|recueill\w+|bénéfici\w+|reçoi\w+|reçu\w*|obten\w*|obt(?:ient|iennent)"
    r"|emport\w*|cuenta[n]?|contaron|contado|goza[n]?|gozaron|gozado|recib\w+|merec\w+|tienen?|tuvieron|tenido)\s+(?:[\w’']+\s+){0,3}(?:de\s?l?['’]?\s?|[ld]['’]\s?)?$",
    re.I,
)
"""Before the noun: "enjoy the support of", "recueillent l'adhésion"."""
SUPPORT_FOR = re.compile(r"(?:\s+(?:is|was|has been)\s+(?:expressed|given))?\s+(?:for|to|of)(?=[\s,])", re.I)
"""After the noun, before what is supported: "support was expressed for"."""
EXPRESSING = re.compile(
    r"\b(?:express\w*|confirm\w*|reiterat\w*|announc\w*)\s+(?:(?:its|his|their|the|full|of)\s+){1,3}$|^\W*$", re.I
)
"""Before the noun: "expressed its support"."""
SUPPORTING = re.compile(
    r"\b(?:[Ww]e|[Tt]hey|I|can|could|cannot|will|would|to|not|fully|and|nor|or|also|does|did|do|[A-Z]\w+s)\s+$"
    r"|(?:recommendations|States)\s+$"
)
"""Before the word where it is a verb after all: "we support", "recommendations support"."""
NEGATION = re.compile(
    r"(?:\b(?:do|does|did|can|could|will|would|is|are|was|were|has|have|had|be)\s+)?"
    r"(?:\b(?:not|cannot|unable|neither|nor|never|without|no|non|ne)\b(?! only\b)|\bn['’]|\b\w+n['’]t\b)",
    re.I,
)
REACHING = re.compile(r"(?:,[^,]{1,60},)?[\w-]*(?:[\s’']+[\w-]+){0,6}[\s’']*")
"""What may stand between a word that denies and the word denied."""
REACH = 300
"""How many characters of a sentence before and behind a word are looked at."""
TO_SENTENCE_END = re.compile(rf"[^.;]{{0,{REACH}}}")
EARLIER = re.compile(
    r"\b(?:initially|previously|originally|at first|earlier|initialement|auparavant|inicialmente|anteriormente)\b"
    r"[^.;:,]*$",
    re.I,
)
"""Before a word: it speaks of a position since changed."""
CLAUSE_BREAK = re.compile(r"[.;:]|\b(?:and|but|while|whereas|however|et|mais|y|pero)\b", re.I)
PARTIAL = (
    r"(?:partial\w*|partly|in part|in principle|partiellement|en partie|en principe|parcialmente|en parte|en principio)"
)
ONLY_PARTIAL = re.compile(rf"\W*({PARTIAL})\W*", re.I)
"""A text that says nothing else."""
PARTIAL_BEFORE = re.compile(rf"\b(?:{PARTIAL}|with reservations?)\s+(?:\w+\s+)?$", re.I)
PARTIAL_AFTER = re.compile(
    rf"[\s,(]+{PARTIAL}\b"
    r"|[\s,]+(?:(?:only|but|the|this|these|it|them|of(?: (?!(?:which|who|that|and|as)\b)\w+){1,6}?|of"
    r"|la|les|las|cette|esta|reco\w+|#|by \w+)[\s,]+){1,4}"
    rf"{PARTIAL}\b"
    r"|\s+(?:only\s+)?(?:a\s+|the\s+)?(?:first |second |third |last |latter |former )?(?:part|sentence|half)s? of\b"
    r"|\s+with (?:a )?reservations?\b",
    re.I,
)
RECOMMENDATION = r"(?:recommendations?|recs?\b\.?|recommandations?|recomendaci[oó]n(?:es)?)"
DETERMINER = (
    r"(?:pas|point|the|this|these|those|that|all|both|most|some|any|each|every|an?|following|above|below|other|remaining|present|said|such"
    r"|first|second|third|last|one|two|three|four|five|six|seven|eight|nine|ten|part|parts|sentence|half|of|to|with|for|in|under"
    r"|number|total|majority|vast|large|only|its|following|aforementioned|mentioned|relevant|regard|regarding|concerning|about|on|related|similar|noted|paragraphs?|by"
    r"|contained|out|its|#|les?|la|las|los|aux|cette|ces|toutes?|des?|du|à|l['’]|ensemble|suivantes?|autres|esta|estas|todas|con|a|al|el"
    r"|siguientes|demás|otras|número|numéros?)"
)
OBJECT = re.compile(rf"(?:[\s,(«\"]+{DETERMINER}){{0,8}}[\s,(«\"]+{RECOMMENDATION}", re.I)
PRONOUN = re.compile(
    rf"\s+(?:(?:to|with)\s+)?(?:it|them|this|these|both|those|all)\s*(?:$|[.,;:)]|\b(?:{PARTIAL}|and|but|as|because|since)\b)",
    re.I,
)
"""After a word: "accepts them", at the end of its clause."""
PRONOUN_BEFORE = re.compile(
    r"\b(?:en|les|las|los)\s+(?:(?:a|ont|avons|ha|han|hemos)\s+)?(?:(?:donc|dûment|pleinement|plenamente)\s+)?$", re.I
)
"""Before a word of French or Spanish: "en a pris note", "las apoya"."""
PASSIVE = re.compile(
    rf"\b{RECOMMENDATION}(?!\w)[^.;:]{{0,160}}?\b(?:is|are|was|were|be|been|being|est|sont|été|être|es|son|sido|ser|fue|fueron|quedan?|as)"
    r"(?:\s+\w+){0,3}\s+$",
    re.I,
)
"""Before a word: "the recommendations are"."""
RELATIVE = re.compile(
    rf"\b{RECOMMENDATION}(?!\w)[\s,]+(?:#\s*)?(?:that|which|(?:de las? )?que|qui|dont|auxquelles|desquelles)\s+"
    r"(?:\w+[\s,]+){0,9}$"
    rf"|\b{RECOMMENDATION}\s+(?:#\s*)?(?:(?:not|non|no)\s+)?(?:\w+ly\s+)?$",
    re.I,
)
"""Before a word: "recommendations that Chad", "recommendations not"."""
LABEL_SUBJECT = re.compile(
    r"\W{0,2000}+(?:(?:the\s+)?(?:government|state|position|response|status|answer|reply|réponse|respuesta|posición)[\w\s’']{0,40}"
    r"[:–-]\s*+)?"
    rf"(?P<subject>(?=\w)(?!(?:The|We|Le|La|El)?\s*{PARTIAL})(?:(?:The|Le|La|El)\s+)?(?:[A-Z]\w+|We|we)\s+)?"
    r"(?:(?:fully|already|not|non|no|[Nn]['’](?:est|ont|a)|[Nn]e|pas|do|does|can|cannot|could|is|are|est|sont|es|son"
    r"|has been|have been|to be|se"
    rf"|{PARTIAL})\s+){{0,4}}",
)
"""All that may stand before the word in a label: "Position of the Government: fully", "Chad does not".

It is tried before each word of a position: two hundred numbers may stand there, but no page of them.
"""
LABEL_REST = re.compile(rf"\s*(?:$|[.:;,/()\n–—-]|{PARTIAL}\b)", re.I)
"""After the word of a label."""
BARE_LABEL_REST = re.compile(
    r"\s+(?:and|but|as|et|y|with|by|recommendations?|recommandations?|recomendaciones)\b", re.I
)
"""After the word of a label that names no subject: "Accepted and implemented"; "Chad accepts and …" is a sentence."""
NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3})?[\d.,;\s–-]*(?:\([a-z]\)[\s,;]*)*(?<![\s.])")
