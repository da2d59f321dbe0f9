"""The grammar of United Nations document symbols, as far as documents of a review use it.

A/HRC/28/15              report: Human Rights Council, 28th session, document 15
A/HRC/28/15/Add.1        its addendum; also /Add.1/Rev.1, /Corr.1, /Rev.1
A/HRC/DEC/28/111         decision
A/HRC/WG.6/20/SVN/1      Working Group, 20th session, on SVN: 1 national report, 2 compilation, 3 summary
A/HRC/WG.6/20/L.14       Working Group, 20th session: draft report
CCPR/C/NAM/CO/2          treaty body: concluding observations on NAM; COAR, where it had no report to observe on
CRPD/C/EU/CO/1           the same on the European Union, CCPR/C/CHN-HKG/CO/4 on Hong Kong, CAT/C/CHN-MAC/CO/5 on Macao
CRC/C/15/Add.900         the same until about 2004: the State stands in the title only
CCPR/CO/90/NAM           the same of the Human Rights Committee, 2000-2004
"""

import re
from dataclasses import dataclass

from models.records.documents import DocumentKind

PRINTED = re.compile(
    r"\b(?:A\s?/\s?HRC|E\s?/\s?C\.12|CCPR|CRC|CEDAW|CERD|CAT|CMW|CRPD|CED)(?:\s?/\s?[A-Z\d][A-Za-z\d.-]*)+"
)
_NUMBERS = "".join(str(kind.rules.number) for kind in DocumentKind if kind.rules.number)
WORKING_GROUP = re.compile(
    rf"A/HRC/WG\.6/(?P<session>\d{{1,3}})/(?:(?P<state>[A-Z]{{3}})/(?P<document>[{_NUMBERS}])|L\.\d+)"
)
COUNCIL = re.compile(r"A/HRC/(?:DEC/)?\d{1,4}/\d{1,4}")
TREATY_BODY = re.compile(
    r"(?:CCPR|CRC|CEDAW|CERD|CAT|CMW|CRPD|CED|E/C\.12)(?:/[A-Z]+)*?/(?:(?P<part>CHN-HKG|CHN-MAC|EU)|(?P<state>[A-Z]{3}))"
    r"/CO(?:AR)?/[\d-]+"
)
CODES_OF_PARTS = {"CHN-HKG": "HKG", "CHN-MAC": "MAC", "EU": "EUE"}
"""What symbols call entities that are not States, and their codes."""
OLD_OBSERVATIONS = re.compile(
    r"(?:CRC/C/15|CCPR/C/79|E/C\.12/1|CERD/C/304)/Add\.\d{1,3}|CERD/C/\d{2}/CO/\d{1,2}|CAT/C/CR/\d{2}/\d{1,2}"
    r"|CCPR/CO/\d{2}/(?P<state>[A-Z]{3})"
)
DRAFT = DocumentKind.WORKING_GROUP_REPORT.rules.number
ANY_DOCUMENT = re.compile(r"\b[A-Z]{1,5}(?:/[A-Z\d][A-Z\d.-]{0,20}){2,8}(?=[\s*∗]{0,6}$)")
"""What ends a line and has the form of a symbol: "A/80/18", "HRI/CORE/NAM/2014"."""
LATER_ISSUE = re.compile(r"(?:/(?:Add|Corr|Rev)\.\d+)+")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol and what it says by itself."""

    text: str
    """Without spaces and reissue stars."""
    state: str | None = None
    """The State's code, where the symbol holds one."""
    session: int | None = None
    """The Working Group session, where the symbol holds one."""
    document: int | None = None
    """Its kind, by the number that `DocumentKind` gives it: 1 national report, 4 draft report."""

    @property
    def answers_a_report(self) -> bool:
        """Whether it is an addendum or a corrigendum to a report."""
        return "/Add." in self.text or "/Corr." in self.text

    @property
    def is_of_council(self) -> bool:
        """Whether it is a report to the Human Rights Council, no addendum, decision or document of a session."""
        return COUNCIL.fullmatch(self.text) is not None and not self.is_decision

    @property
    def is_decision(self) -> bool:
        """Whether it is a decision of the Human Rights Council."""
        return self.text.startswith("A/HRC/DEC/")

    @property
    def is_of_treaty_body(self) -> bool:
        """Whether it belongs to concluding observations."""
        return TREATY_BODY.match(self.text) is not None or OLD_OBSERVATIONS.fullmatch(self.text) is not None


def symbols_in(text: str) -> list[Symbol]:
    """The symbols printed in a text, in order; those of no document of a review are passed over."""
    found = (parse_symbol(match[0]) for match in PRINTED.finditer(text))
    return [symbol for symbol in found if symbol]


def symbol_at_end(line: str) -> Symbol | None:
    """The symbol that a line ends with, reissue stars aside."""
    bare = line.rstrip(" *∗")
    matches = list(PRINTED.finditer(bare))
    return parse_symbol(matches[-1][0]) if matches and matches[-1].end() == len(bare) else None


def any_symbol_at_end(line: str) -> str | None:
    """What has the form of a symbol at the end of a line, also of documents that have nothing to do with reviews."""
    found = ANY_DOCUMENT.search(line)
    return found[0] if found else None


def parse_symbol(printed: str) -> Symbol | None:
    """The symbol that `printed` is, with spaces where the line was set wide; None where it is of another kind."""
    text = re.sub(r"\s", "", printed).rstrip(".-")
    text = re.sub(r"/(add|corr|rev)\.", lambda match: f"/{match[1].title()}.", text.upper(), flags=re.I)
    if match := OLD_OBSERVATIONS.fullmatch(text):
        return Symbol(text, match["state"])
    issue = LATER_ISSUE.search(text)
    first_issue = text[: issue.start()] if issue else text
    if issue and issue.end() != len(text):
        return None
    if match := WORKING_GROUP.fullmatch(first_issue):
        document = int(match["document"]) if match["document"] else DRAFT
        return Symbol(text, match["state"], int(match["session"]), document)
    if COUNCIL.fullmatch(first_issue):
        return Symbol(text)
    if match := TREATY_BODY.fullmatch(first_issue):
        return Symbol(text, match["state"] or CODES_OF_PARTS[match["part"]])
    return None
