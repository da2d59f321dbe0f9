"""What was reported on recommendations, as lines for a terminal, and in sentences where nothing was."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from models.messages import listed
from models.records.documents import MID_TERM_KINDS, PRE_SESSION_KINDS, REPORTING_KINDS, DocumentKind
from models.records.enums import Position
from models.records.position_words import position_in_words
from search.datamodel.progress import (
    REPORTERS,
    ProgressLink,
    RecommendationProgress,
    ReportedOnIssue,
    ReportingDocument,
    ReviewProgress,
    StatedIn,
    is_shown,
)

_INDENT = " " * 6


def progress_as_text(progress: ReviewProgress, limit: int, width: int) -> str:
    """The answer for reading, wrapped at `width` columns: of each reporter, at most `limit` paragraphs on each."""
    found = [_of_recommendation(progress, of_record, limit, width) for of_record in progress.recommendations]
    return "\n\n".join([fill(what_is_indexed(progress), width), *(found if progress.documents else ())])


def what_is_indexed(progress: ReviewProgress) -> str:
    """Which documents before the next review are in the index, and which are not, in a sentence."""
    indexed = [f"the {_with_year(document)} ({document.symbol})" for document in progress.documents]
    sentences = [f"Since {progress.review}: {listed(indexed)}."] if indexed else []
    before_next = [f"no {kind.value}" for kind in progress.missing if kind in PRE_SESSION_KINDS]
    if before_next:
        sessions = " or ".join(map(str, progress.sessions))
        kinds, place = listed(before_next).capitalize(), f" (session {sessions})" if sessions else ""
        sentences.append(f"{kinds} of the review after {progress.review}{place} is indexed.")
    sentences += [f"No {kind.value} of the State is indexed." for kind in progress.missing if kind in MID_TERM_KINDS]
    return " ".join(sentences)


def nothing_reported(progress: ReviewProgress, kind: DocumentKind) -> str:
    """The sentence for a kind of document in which nothing is found: it is silent, or it is not there."""
    documents = [document for document in progress.documents if document.kind is kind]
    if not documents:
        of_review = " of that review" if kind in PRE_SESSION_KINDS else ""
        return f"no {kind.value}{of_review} is indexed."
    return f"nothing on this in the {listed([_with_year(document) for document in documents])}."


def reported_on_issue_as_text(answer: ReportedOnIssue, state_names: Mapping[str, str], width: int) -> str:
    """What is reported on an issue, wrapped at `width` columns; `state_names` are by code."""
    own = state_names.get(answer.own_state or "", answer.own_state or "")
    if not answer.total:
        return "Nothing on this was found in national reports, compilations and summaries indexed."
    found = f"{answer.total:,} {'paragraph' if answer.total == 1 else 'paragraphs'} found"
    blocks = [f"{found}: {answer.own_total:,} on {own}." if answer.own_state else f"{found}."]
    for hit in answer.hits:
        text, state = hit.record, state_names.get(hit.state, hit.state)
        year = f", {text.document.issued.year}" if text.document.issued else ""
        place = f"{text.place.symbol}, paragraph {text.place.paragraph}, page {text.place.page}{year}; {text.id}"
        contributors = "; ".join(f"{code}: {name}" for code, name in text.contributors)
        lines = [place, f"“{hit.sentence}”", *([contributors] if contributors else [])]
        head = f"{hit.rank:4}. {state}  {REPORTERS[text.document.kind]}  {hit.strength} match"
        wrapped = (fill(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for line in lines)
        blocks.append("\n".join([head, *wrapped]))
    return "\n\n".join(blocks)


def _with_year(document: ReportingDocument) -> str:
    return f"{document.kind.value} of {document.issued.year}" if document.issued else document.kind.value


def _of_recommendation(progress: ReviewProgress, found: RecommendationProgress, limit: int, width: int) -> str:
    record = found.record
    position = "" if record.position is Position.UNKNOWN else f"  {position_in_words(record)}"
    lines = [f"{record.id}{position}", fill(f"“{record.text}”", width, initial_indent="  ", subsequent_indent="  ")]
    for kind in _kinds_told(progress):
        links = [link for link in found.links if link.report.document.kind is kind]
        lines += _of_reporter(progress, kind, links, limit, width)
    return "\n".join(lines)


def _kinds_told(progress: ReviewProgress) -> Iterator[DocumentKind]:
    """In the order of time; of kinds that a State or NGO need not write, those indexed."""
    indexed = {document.kind for document in progress.documents}
    return (kind for kind in REPORTING_KINDS if kind in PRE_SESSION_KINDS or kind in indexed)


def _of_reporter(
    progress: ReviewProgress, kind: DocumentKind, links: Sequence[ProgressLink], limit: int, width: int
) -> Iterator[str]:
    """What one reporter says: the most direct paragraphs, and how much more there is."""
    reporter = REPORTERS[kind]
    shown = [link for link in links if is_shown(link)]
    if not shown:
        yield fill(f"  {reporter}: {nothing_reported(progress, kind)}", width, subsequent_indent="  ")
    else:
        more = f", the first {limit} of {len(shown)}" if len(shown) > limit else ""
        yield f"  {reporter}{more}:"
    for link in shown[:limit]:
        yield from (
            fill(line, width, initial_indent=_INDENT if indented else "    ", subsequent_indent=_INDENT)
            for indented, line in enumerate(_link(link))
        )
    in_sections = [link.report.place.paragraph or "" for link in links if link.stated and not is_shown(link)]
    if in_sections:
        numbers = listed(sorted(in_sections, key=int))
        paragraphs = "paragraph" if len(in_sections) == 1 else "paragraphs"
        yield fill(f"    Under headings that name it, too: {paragraphs} {numbers}.", width, subsequent_indent=_INDENT)


def _link(link: ProgressLink) -> Iterator[str]:
    report = link.report
    year = f", {report.document.issued.year}" if report.document.issued else ""
    yield f"{link.strength}: {report.place.symbol}, paragraph {report.place.paragraph}, page {report.place.page}{year}"
    yield f"“{link.sentence}”"
    if report.contributors:
        yield "; ".join(f"{code}: {name}" if code else name for code, name in report.contributors)
    if link.stated:
        yield f"{_how(link.stated)}: “{link.stated.printed}”"


def _how(stated: StatedIn) -> str:
    if stated.points_elsewhere:
        return "the paragraph says where another report tells more on it"
    return "the section names it" if stated.holds_below else "the paragraph names it"
