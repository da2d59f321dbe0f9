"""What was reported on recommendations, as lines for a terminal, and in sentences where nothing was."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill

from models.messages.message import StateName
from models.messages.spoken import said, said_in_marks, said_name, said_of, spoken, spoken_language
from models.records.documents import PRE_SESSION_KINDS, REPORTING_KINDS, DocumentKind
from models.records.enums import Position
from models.records.places import place_in_words
from models.texts.natural_order import natural_order
from search.answer.quotations import request_of
from search.claims.positions import position_in_words
from search.datamodel.progress import (
    REPORTERS,
    ProgressLink,
    RecommendationProgress,
    ReportedOnIssue,
    ReportedText,
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
    indexed = tuple(f"{_with_year(document)}, {document.symbol}" for document in progress.documents)
    missing = tuple(spoken(kind.rules.name) for kind in progress.missing)
    sentences = [
        said("Indexed since %(review)s: %(documents)s.", review=progress.review, documents="; ".join(indexed)),
        said("Not indexed since %(review)s: %(documents)s.", review=progress.review, documents="; ".join(missing)),
    ]
    return " ".join(sentence for sentence, named in zip(sentences, (indexed, missing), strict=True) if named)


def nothing_reported(progress: ReviewProgress, kind: DocumentKind) -> str:
    """The sentence for a kind of document in which nothing is found: it is silent, or it is not there."""
    documents = [document for document in progress.documents if document.kind is kind]
    if not documents:
        return said("not indexed: %(document)s", document=spoken(kind.rules.name))
    return said("nothing on this in: %(documents)s", documents=", ".join(map(_with_year, documents)))


def reported_on_issue_as_text(answer: ReportedOnIssue, state_names: Mapping[str, str], width: int) -> str:
    """What is reported on an issue, wrapped at `width` columns; `state_names` are by code."""
    if not answer.total:
        return said("Nothing on this was found in national reports, compilations and summaries indexed.")
    blocks = [_how_many(answer, state_names)]
    for hit in answer.hits:
        text = hit.record
        state = said_name(StateName(hit.state, state_names.get(hit.state, hit.state)))
        place = said("; ").join([_place(text), text.id])
        contributors = _contributors(text)
        lines = [place, said_in_marks(hit.sentence), *([contributors] if contributors else [])]
        head = f"{hit.rank:4}. {state}  {said(REPORTERS[text.document.kind])}"
        wrapped = (fill(line, width, initial_indent=_INDENT, subsequent_indent=_INDENT) for line in lines)
        blocks.append("\n".join([head, *wrapped]))
    return "\n\n".join(blocks)


def _how_many(answer: ReportedOnIssue, state_names: Mapping[str, str]) -> str:
    if not answer.is_rated:
        return said("These are only the nearest: how sure they are is not known.")
    found = said_of("%(count)s paragraph found", "%(count)s paragraphs found", answer.total)
    if answer.own_state:
        own = StateName(answer.own_state, state_names.get(answer.own_state, answer.own_state))
        found = said("%(found)s: %(count)s on %(state)s", found=found, count=answer.own_total, state=own)
    return f"{found}."


def _contributors(text: ReportedText) -> str:
    return said("; ").join(said(": ").join(filter(None, (code, name))) for code, name in text.contributors)


def _place(text: ReportedText) -> str:
    year = f", {text.document.issued.year}" if text.document.issued else ""
    return f"{spoken(place_in_words(text.place))}{year}"


def _with_year(document: ReportingDocument) -> str:
    named = spoken(document.kind.rules.name)
    return f"{named} ({document.issued.year})" if document.issued else named


def _of_recommendation(progress: ReviewProgress, found: RecommendationProgress, limit: int, width: int) -> str:
    record = found.record
    position = "" if record.position is Position.UNKNOWN else f"  {spoken(position_in_words(record))}"
    words = said_in_marks(request_of(record, spoken_language()).words)
    lines = [f"{record.id}{position}", fill(words, width, initial_indent="  ", subsequent_indent="  ")]
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
    reporter = said(REPORTERS[kind])
    shown = [link for link in links if is_shown(link)]
    in_sections = [link.report.place.paragraph or "" for link in links if link.stated and not is_shown(link)]
    if not shown and not in_sections:
        nothing = said(": ").join((reporter, nothing_reported(progress, kind)))
        yield fill(f"  {nothing}", width, subsequent_indent="  ")
    else:
        if len(shown) > limit:
            count = str(len(shown))
            reporter = said(
                "%(reporter)s, the first %(shown)s of %(count)s", reporter=reporter, shown=str(limit), count=count
            )
        yield "  " + said("%(reporter)s:", reporter=reporter)
    for link in shown[:limit]:
        yield from (
            fill(line, width, initial_indent=_INDENT if indented else "    ", subsequent_indent=_INDENT)
            for indented, line in enumerate(_link(link))
        )
    if in_sections:
        in_order = tuple(sorted(in_sections, key=natural_order))
        under = said_of(
            "Under headings that name it: paragraph %(numbers)s.",
            "Under headings that name it: paragraphs %(numbers)s.",
            len(in_sections),
            numbers=in_order,
        )
        yield fill(f"    {under}", width, subsequent_indent=_INDENT)


def _link(link: ProgressLink) -> Iterator[str]:
    report = link.report
    yield _place(report) if link.stated else said("by meaning: %(place)s", place=_place(report))
    yield said_in_marks(link.sentence)
    if report.contributors:
        yield _contributors(report)
    if link.stated:
        yield said("%(how)s: “%(words)s”", how=_how(link.stated), words=link.stated.printed)


def _how(stated: StatedIn) -> str:
    if stated.points_elsewhere:
        return said("the paragraph says where another report tells more on it")
    return said("the section names it") if stated.holds_below else said("the paragraph names it")
