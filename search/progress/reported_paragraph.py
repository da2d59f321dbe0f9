"""One paragraph of a document before a review, with the recommendations that it reports on."""

from search.catalogue.recommendations import recommendations
from search.catalogue.reported import reported_on, reported_paragraph
from search.datamodel.progress import ReportedParagraphAnswer
from search.progress.follow import recommendations_of
from search.progress.ranking import RankedReports
from search.snapshot.snapshot import Snapshot


def paragraph_with_recommendations(snapshot: Snapshot, record_id: str) -> ReportedParagraphAnswer:
    """The paragraph with an id, and the recommendations of the review before that it names or likely reports on."""
    record = reported_paragraph(snapshot.connection, record_id)
    if record.reported_on is None:
        return ReportedParagraphAnswer(record, (), ())
    numbers = recommendations_of(snapshot, record.reported_on)
    reported = reported_on(snapshot.connection, record.reported_on)
    ranked = RankedReports(snapshot, numbers, recommendations(snapshot.connection, numbers), reported)
    found = ranked.on(record_id)
    return ReportedParagraphAnswer(
        record,
        stated=tuple(each for each in found if each.link.stated),
        by_meaning=tuple(each for each in found if not each.link.stated),
    )
