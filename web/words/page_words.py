"""The controlled words that pages show, each with what it means."""

from models.records.documents import DocumentKind
from models.records.enums import ACTION_CATEGORIES, Position
from models.vocabularies.ratifications import Status

POSITION_WORDS: dict[str, str] = {
    Position.SUPPORTED: "Supported",
    Position.NOTED: "Noted",
    Position.PENDING: "Pending",
    Position.UNKNOWN: "Unknown",
}

POSITION_MEANINGS: dict[str, str] = {
    Position.SUPPORTED: "The State under review gave the recommendation its clear support.",
    Position.NOTED: "The State under review gave another answer than clear support: none of it, part of it, "
    "or support on conditions.",
    Position.PENDING: "The Working Group report announces a later answer, and the review is not adopted yet.",
    Position.UNKNOWN: "The answer is not in the documents indexed. It is never counted as noted.",
}

DOCUMENT_KINDS: dict[str, str] = {
    DocumentKind.HRC_SESSION_REPORT: "report of the Human Rights Council session",
    DocumentKind.THEMATIC_LIST: "list of recommendations by theme",
    DocumentKind.RECOMMENDATION_TABLE: "table of recommendations",
    DocumentKind.RIGHTS_INDEX_EXPORT: "export",
}
"""Kinds of document that pages call otherwise than the catalogue."""

ACTION_WORDS: dict[str, str] = {str(number): name.capitalize() for number, name in ACTION_CATEGORIES.items()}
"""UPR Info's action categories."""

LABEL_SCHEMES: dict[str, str] = {
    "uhri": "Themes (UHRI)",
    "uhri-persons": "Affected persons (UHRI)",
    "uhri-sdg": "Development goals",
    "upr-info": "UPR Info issues",
}
"""Schemes of models.records.records.Label."""

LABELLED_BY: dict[str, str] = {"uhri": "OHCHR", "uhri-persons": "OHCHR", "uhri-sdg": "OHCHR", "upr-info": "UPR Info"}
"""Who gives the labels of a scheme, where no computer does."""

RATIFICATION_WORDS: dict[str, str] = {
    Status.PARTY: "{state} was a party; it ratified, acceded or succeeded in {year}.",
    Status.SIGNATORY: "{state} had signed it, not ratified it.",
    Status.NONE: "{state} had neither signed it nor become a party.",
    Status.WITHDREW: "{state} had denounced it in {year}.",
}
"""What a State had done about a treaty."""
