"""One review, held in English, French and Spanish: one set of records, found in each, whose ids stay."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.cli.extract import extract
from indexer.gather.gather_documents import Sources
from indexer.report.report import IndexReport
from indexer.runs.build_index import build_index
from indexer.write.check import problems_of
from models.encoders.load_encoder import load_encoder
from models.index_folder.folder import current_snapshot
from models.records.records import Recommendation
from search import IssueQuestion, KeywordQuestion, SearchIndex, open_index
from tests.indexer.invented_addenda import paragraph, write_addendum
from tests.indexer.printed_report import printed
from tests.indexer.reports_in_languages import REPORTS

IDS = ["4.1-1", "4.2-1", "5.1-1", "5.2-1", "5.2-2", "6.1-1"]
SIGN = {
    "en": "Sign the Protocol on Harbours",
    "es": "Firmar el Protocolo sobre los Puertos",
    "fr": "Signer le Protocole sur les ports",
}


class Review:
    """Files of a review in a folder, and the index of them."""

    def __init__(self, folder: Path) -> None:
        self.documents, self.index = folder / "documents", folder / "index"
        self.documents.mkdir()

    def give(self, *languages: str, **changed: str) -> list[Path]:
        """Put the report there in these languages alone; `changed` is another text of one."""
        for path in self.documents.glob("report_*"):
            path.unlink()
        for language in languages:
            text = changed.get(language, REPORTS[language])
            words = "\n".join(line.text for line in printed(text))
            (self.documents / f"report_{language}.txt").write_text(words, encoding="utf-8")
        return sorted(self.documents.iterdir())

    def run(self, *languages: str, fresh: bool = False, **changed: str) -> IndexReport:
        self.give(*languages, **changed)
        report = build_index(Sources((self.documents,), None, 1), self.index, "letters", fresh=fresh)
        assert list(problems_of(current_snapshot(self.index))) == []
        return report

    def open(self) -> SearchIndex:
        return open_index(self.index, load_encoder("letters"))

    def records(self) -> dict[str, Recommendation]:
        index = self.open()
        return {name: index.record(f"SVN-20-{name}") for name in IDS}  # type: ignore[misc]


@pytest.fixture
def review(tmp_path: Path) -> Review:
    return Review(tmp_path)


@pytest.mark.parametrize(
    ("languages", "main"),
    [(("fr",), "fr"), (("es", "fr"), "es"), (("es", "fr", "en"), "en")],
)
def test_one_set_of_records(review: Review, languages: tuple[str, ...], main: str) -> None:
    report = review.run(*languages)
    assert [count.recommendations for count in report.counts] == [6]
    assert report.warnings == ()
    record = review.records()["5.2-1"]
    assert (record.language, record.text) == (main, SIGN[main])
    further = [language for language in sorted(languages) if language != main]
    assert [(each.language, each.text) for each in record.wordings] == [(each, SIGN[each]) for each in further]
    assert [sponsor.state for sponsor in record.sponsors] == ["ESP"]


def test_each_language_finds_the_record(review: Review) -> None:
    review.run("fr", "en")
    index = review.open()
    for words in ("Harbours", "Protocole", '"les ports"'):
        assert [hit.record.id for hit in index.find(KeywordQuestion(words)).hits][:2] == [
            "SVN-20-5.2-1",
            "SVN-20-5.2-2",
        ]
    (hit,) = index.find(KeywordQuestion("bateaux")).hits
    assert (hit.record.id, hit.words_in_common, hit.highlights) == ("SVN-20-4.2-1", ("bateaux",), ())
    assert hit.wording is not None and hit.wording.language == "fr"
    for text in SIGN["en"], SIGN["fr"]:
        assert "SVN-20-5.2-1" in [hit.record.id for hit in index.match(IssueQuestion(text, written_in="en")).hits][:2]


def test_a_story_shows_the_wording_in_its_language(review: Review) -> None:
    review.run("fr", "en", "es")
    index = review.open()
    for language, shown in (("fr", "fr"), ("es", "es"), ("en", None)):
        hits = index.match(IssueQuestion(SIGN[language], written_in=language)).hits
        (hit,) = (hit for hit in hits if hit.record.id == "SVN-20-5.2-1")
        assert (hit.wording.language if hit.wording else None) == shown


RUNS = [
    ("another is added", ("fr",), ("fr", "en")),
    ("one is taken away", ("fr", "en"), ("fr",)),
    ("the main one is taken away", ("en", "es"), ("es",)),
    ("one takes the place of another", ("fr",), ("en",)),
    ("a third is added", ("es", "fr"), ("en", "es", "fr")),
]


@pytest.mark.parametrize(("before", "after"), [run[1:] for run in RUNS], ids=[run[0] for run in RUNS])
def test_ids_stay_when_languages_change(review: Review, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    review.run(*before)
    # Documents that are not given again stay in the index: only a fresh one loses them.
    report = review.run(*after, fresh=True)
    assert report.withdrawn == 0
    records = review.records()
    assert list(records) == IDS
    for record in records.values():
        assert sorted([record.language, *(each.language for each in record.wordings)]) == sorted(after)


def test_what_one_language_alone_has_is_a_record_and_is_told(review: Review) -> None:
    other = REPORTS["fr"].replace(
        """    6.1 Vendre le vieux bac (Italie et Royaume-Uni de Grande-Bretagne et d’Irlande du Nord).
""",
        """    6.1 Vendre le vieux bac (Italie) ;

    6.2 Fermer la jetée (Malte).
""",
    )
    report = review.run("en", "fr", fr=other)
    assert report.warnings == (
        "A/HRC/928/7 was read otherwise in French than in English at 6.1, 6.2: compare numbers, recommending States "
        "and positions with the document. What both have is used as in English.",
    )
    index = review.open()
    assert index.record("SVN-20-6.2-1").language == "fr"
    assert [sponsor.state for sponsor in index.record("SVN-20-6.1-1").sponsors] == ["ITA", "GBR"]


def test_answers_in_two_languages_count_once_and_the_english_words_come_first(review: Review) -> None:
    french = [
        paragraph("La Slovénie a examiné toutes les recommandations avec les écoles et les pêcheurs du pays.", "1."),
        paragraph("La Slovénie accepte les recommandations 5.1 et 5.2, que tous attendaient depuis l’hiver.", "2."),
        paragraph("La recommandation 4.1 : Acceptée. Le bac du nord est déjà repeint et remis à l’eau.", "3."),
    ]
    english = [
        paragraph("Slovenia has considered all the recommendations together with the schools of the country.", "1."),
        paragraph("Slovenia accepts recommendation 5.1 and notes recommendation 5.2, as the law is still new.", "2."),
    ]
    for name, rows in ("add_fr.pdf", french), ("add_en.pdf", english):
        write_addendum(review.documents / name, rows, "A/HRC/928/7/Add.1")
    review.run("en", "fr")
    records = review.records()
    assert (records["5.1-1"].position, records["5.1-1"].position_words) == ("supported", "accepts")
    # Where the languages differ, the English words count, and the others are shown beside them.
    assert (records["5.2-1"].position, [each.position for each in records["5.2-1"].conflicts]) == (
        "noted",
        ["supported"],
    )
    comment = records["4.1-1"].comment
    assert comment is not None and comment.endswith("Le bac du nord est déjà repeint et remis à l’eau.")


def test_extract_prints_both_wordings(review: Review) -> None:
    files = review.give("fr", "en")
    printed_lines = CliRunner().invoke(extract, ["--json", *map(str, files)]).stdout.splitlines()
    lines = [json.loads(line) for line in printed_lines]
    assert [line["id"] for line in lines] == [f"SVN-20-{name}" for name in IDS]
    assert lines[0]["text"] == "Ratify the Convention on Ferries"
    assert lines[0]["wordings"] == [
        {
            "language": "fr",
            "text": "Ratifier la Convention sur les bacs",
            "quoted": "Ratifier la Convention sur les bacs (France ; Pays-Bas) ;",
            "composed": False,
            "source": {"symbol": "A/HRC/928/7", "paragraph": "4.1", "page": None},
        }
    ]
    alone = CliRunner().invoke(extract, ["--json", str(files[0])]).stdout
    assert "wordings" not in alone
