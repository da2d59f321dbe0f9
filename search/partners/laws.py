"""Whether a request asks for a law: to adopt one, to change one, or to do away with one.

A verb of lawmaking and, within the next words, a law or what is one. Laws that are only named (the rule of law, law
enforcement, in accordance with international law) are none that is asked for.
"""

import re

_LAWMAKING = (
    r"(?:abolish|abrogat|adapt|adjust|adopt|align|amend|approv|bring|chang|complet|decriminali[sz]|criminali[sz]|defin"
    r"|develop|draft|enact|establish|expedit|finali[sz]|harmoni[sz]|improv|incorporat|introduc|legislat|modif|pass"
    r"|prohibit|promulgat|reform|repeal|replac|review|revis|revok|strengthen|transpos|updat|ban|explicitly|integrat|codif)\w*"
)
_LAW = (
    r"(?:(?<!rule of )(?<!international )(?<!humanitarian )(?<!rights )(?<!refugee )(?<!with the )(?<!sharia )"
    r"laws?\b(?! enforcement)(?!yers?)|legislation|legislative framework"
    r"|legal (?:framework|provisions?|reforms?|prohibition|protection|age)|(?:penal|criminal|civil|family|labour) code"
    r"|code of criminal procedure|constitution\b|statute\b(?! of the)|bill\b|bills\b|decrees?\b|acts? (?:on|of))"
)
_ASKS = re.compile(rf"\b{_LAWMAKING}\b(?:\W+[\w’'-]+){{0,12}}?\W+{_LAW}", re.I)
_OF_ITSELF = re.compile(
    r"\b(?:(?:de)?criminali[sz](?:e|ing|ation)\b|legislate\b"
    r"|abolish\w*\W+(?:\w+\W+){0,3}?(?:death penalty|capital punishment)"
    r"|abolition of (?:the )?(?:death penalty|capital punishment)"
    r"|legislative (?:(?:and|or) \w+ )?(?:amendments|changes|measures|reforms?|review|steps))",
    re.I,
)


def asks_for_law(text: str) -> bool:
    """Whether a request asks for a law to be made, changed or repealed."""
    return bool(_ASKS.search(text) or _OF_ITSELF.search(text))
