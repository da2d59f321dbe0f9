"""What kind of action a request wants, by its verbs and what they are about: for a person to choose from.

The status of an item is never suggested. A request can want several kinds ("enact a law and train the police").
"""

import re
from collections.abc import Mapping

from models.plans.plan import ActionType

MOST_SUGGESTED = 3

SIGNS: Mapping[ActionType, str] = {
    ActionType.RATIFICATION: r"""
        ratif\w+ | acced(e|es|ing)\b | accession | becom(e|ing)\ (a\ )?([Ss]tate\ )?party
        | (sign|signing|signature)\ (of\ )?the\ [\w\s]{0,60}?(Convention|Protocol|Covenant|Treaty)
        | (lift|withdraw)\w*\ [\w\s]{0,30}?reservations?
    """,
    ActionType.LEGISLATIVE: r"""
        amend\w* | enact\w* | repeal\w* | (de)?criminali[sz]\w+ | [Ll]egislat\w+ | outlaw\w* | prohibit\w*
        | legali[sz]\w+
        | (?<!rule\ of\ )(?<!martial\ )[Ll]aws?\b(?!\ enforcement)
        | (?i:penal|criminal|civil|family|labour|military)\ [Cc]odes?
        | [Cc]onstitution(al)?\b | bills?\b | abolish\w* | abolition | harmoni[sz]\w+ | ban\b | banning
        | incorporat\w+\ [\w\s]{0,60}?(domestic|national)
    """,
    ActionType.JUDICIAL: r"""
        investigat(e|es|ed|ing|ions?)\b | prosecut\w+ | (bring|bringing|brought)\ [\w\s]{0,60}?justice | impunity
        | fair\ trials? | judicia(l|ry)\w* | courts?\b | judges? | compensat\w+ | redress | remed(y|ies)
        | retrials? | release\b | access\ to\ justice | punish\w*
    """,
    ActionType.RESOURCES: r"""
        allocat\w+ | budget\w* | fund(s|ing)?\b | resourced
        | (financial|human|adequate|sufficient|necessary|additional|more)\ [\w\s]{0,25}?resources
    """,
    ActionType.TRAINING: r"""train(ing|ings)?\b | capacity[\s-]building | build\w*\ [\w\s]{0,20}?capacit\w+""",
    ActionType.AWARENESS: r"""
        awareness | campaigns? | sensiti[sz]\w+ | public\ education | [Hh]uman\ [Rr]ights\ [Ee]ducation
        | public\ information | disseminat\w+ | stereotypes?
    """,
    ActionType.RESEARCH: r"""
        data\b | statistic\w* | study\b | studies\b | surveys? | research\b | census | indicators?
    """,
    ActionType.COOPERATION: r"""
        technical\ (assistance|cooperation|support) | international\ (cooperation|community|assistance|partners)
        | (?i:special\ procedures|special\ rapporteurs?) | (standing|open)\ invitation | (?i:treaty\ bod)(y|ies) | OHCHR
        | (?i:office\ of\ the\ (united\ nations\ )?high\ commissioner) | overdue\ reports? | development\ assistance
    """,
    ActionType.POLITICAL: r"""
        moratori(um|a) | publicly | condemn\w* | political\ will | dialogue | declar(e|ing)\b
        | (commit|commitment)\ to\b
    """,
    ActionType.ADMINISTRATIVE: r"""
        (?i:action\ plans?|plans?\ of\ action|national\ (\w+\ )?plans?|paris\ principles) | [Ss]trateg(y|ies)
        | [Pp]olic(y|ies)\b | [Pp]rogrammes? | [Pp]rograms?\b | [Mm]echanisms? | [Ii]nstitutions? | establish\w*
        | set(ting)?\ up | guidelines? | regist(er|ry|ration)\w* | shelters? | [Oo]mbuds\w+ | [Cc]ommission\b
        | inspect\w*
    """,
}
"""What speaks for each kind, in English. A capital letter counts only where it is written here: names of treaties and
courts say nothing of the kind of action."""
WEAK_SIGNS = r"implement\w* | measures | provi(de|ding|sion)\w* | services? | monitor\w* | procedures? | facilit(y|ies)"
"""What nearly every request holds: it speaks for an administrative action where nothing else is found."""


def _pattern(signs: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{signs})", re.VERBOSE)


_PATTERNS: Mapping[ActionType, re.Pattern[str]] = {kind: _pattern(signs) for kind, signs in SIGNS.items()}
_WEAK = _pattern(WEAK_SIGNS)


def suggested_action_types(request: str) -> tuple[ActionType, ...]:
    """The kinds of action that a request in English wants, at most three, in the order in which they are named."""
    text = " ".join(request.split())
    text = text[:1].lower() + text[1:]
    found = {kind: match.start() for kind, pattern in _PATTERNS.items() if (match := pattern.search(text))}
    if not found and _WEAK.search(text):
        return (ActionType.ADMINISTRATIVE,)
    return tuple(sorted(found, key=found.__getitem__)[:MOST_SUGGESTED])
