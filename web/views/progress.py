"""What the documents before the next review report on a recommendation, by who reports it, for its page."""

from dataclasses import dataclass

from models.records.documents import PRE_SESSION_KINDS, DocumentKind
from search import ProgressLink, ReportingDocument, ReviewProgress, is_shown
from web.site.language import lazy_gettext

LINKS_SHOWN = 3
"""Paragraphs of one reporter that stand on the page of a recommendation."""

REPORTERS: dict[DocumentKind, str] = {
    DocumentKind.NATIONAL_REPORT: lazy_gettext("What the State says it did"),
    DocumentKind.COMPILATION: lazy_gettext("What United Nations bodies say"),
    DocumentKind.SUMMARY: lazy_gettext("What stakeholders say"),
}
NOT_INDEXED: dict[DocumentKind, str] = {
    DocumentKind.NATIONAL_REPORT: lazy_gettext("The national report for the next review is not indexed."),
    DocumentKind.COMPILATION: lazy_gettext("OHCHR’s compilation for the next review is not indexed."),
    DocumentKind.SUMMARY: lazy_gettext("OHCHR’s summary of submissions for the next review is not indexed."),
}
SILENT: dict[DocumentKind, str] = {
    DocumentKind.NATIONAL_REPORT: lazy_gettext("Nothing on this was found in the national report."),
    DocumentKind.COMPILATION: lazy_gettext("Nothing on this was found in OHCHR’s compilation."),
    DocumentKind.SUMMARY: lazy_gettext("Nothing on this was found in OHCHR’s summary of submissions."),
}


@dataclass(frozen=True, slots=True)
class ReporterSection:
    """What one reporter says."""

    heading: str
    documents: tuple[ReportingDocument, ...]
    links: tuple[ProgressLink, ...]
    """The most direct paragraphs, in their order."""
    more: int
    """So many further paragraphs may report on it."""
    nothing: str
    """What is said where there are none; "" where there are."""


def sections_of(progress: ReviewProgress) -> tuple[ReporterSection, ...]:
    """The State, United Nations bodies and stakeholders, in this order, on the one recommendation asked about."""
    (found,) = progress.recommendations
    sections = []
    for kind in PRE_SESSION_KINDS:
        documents = tuple(document for document in progress.documents if document.kind is kind)
        links = [link for link in found.links if link.report.document.kind is kind and is_shown(link)]
        nothing = "" if links else SILENT[kind] if documents else NOT_INDEXED[kind]
        sections.append(
            ReporterSection(
                REPORTERS[kind], documents, tuple(links[:LINKS_SHOWN]), max(len(links) - LINKS_SHOWN, 0), nothing
            )
        )
    return tuple(sections)
