"""What a State says on numbered recommendations in the Working Group report itself, beside the lists.

    "107. With regard to the recommendation in paragraph 103.4 above, the State indicated that …"

Positions that a report takes on its lists are read with the recommendations
(indexer/extract/reports/recommendations.py).
"""

from indexer.extract.positions.prose import read_prose
from indexer.extract.reports.segment import segment_report
from indexer.extract.responses.remarks import remarks_on_numbers
from indexer.extract.responses.statements import Statement, gather_statements, stated_in
from indexer.text.lines import join_lines
from models.languages.read_languages import words_of
from models.languages.words import LanguageWords
from models.records.documents import DocumentIdentity, ReadDocument
from models.records.records import Place, StatedAnswers, StatedTotal


def working_group_answers(document: ReadDocument, identity: DocumentIdentity) -> StatedAnswers:
    """The State's remarks on numbers, and the totals that its conclusions state."""
    statements: list[Statement] = []
    totals: list[StatedTotal] = []
    language = words_of(identity.language)
    for paragraph in segment_report(document.lines, language):
        if not paragraph.in_conclusions or paragraph.item is not None:
            continue
        text = join_lines(paragraph.lines)
        place = Place(identity.symbol, str(paragraph.paragraph), paragraph.page)
        statements += (remark for remark in remarks_on_numbers(text, place) if _is_remark(remark, language))
        totals += stated_in(read_prose(text), place, identity.symbol)
    responses, conflicts = gather_statements(statements, identity.symbol, identity.language)
    return StatedAnswers(responses, tuple(totals), conflicts)


def _is_remark(statement: Statement, language: LanguageWords) -> bool:
    """Whether the State says anything: "… did not enjoy the support of the State" alone is none."""
    words = statement.comment or ""
    return language.says.search(words) is not None and not words.endswith(":")
