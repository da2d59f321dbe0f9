"""Names in keyword queries under all names of the same thing, over invented texts."""

from pathlib import Path

import pytest
from whoosh.query import And, Not, Or, Query, Term

from models.texts.words import FORM_FIELD, TEXT_FIELD
from search import IssueQuestion, KeywordQuestion, SearchIndex, open_index
from search.datamodel.answer import Answer
from search.query.other_names import Named
from search.query.parse import parse_query
from tests.search.invented_index import Request, build

REQUESTS = [
    Request("Outlaw FGM in every province"),
    Request("Outlaw female genital mutilation in the coastal province"),
    Request("Train midwives against female and other genital mutilation"),
    Request("Let NHRIs visit quarries"),
    Request("Give the national human rights institution a budget"),
    Request("Ratify CEDAW"),
    Request("Withdraw reservations to the Convention on the Elimination of All Forms of Discrimination against Women"),
    Request("Treat those with AIDS free of charge"),
    Request("Give aid to fishers"),
    Request("Invite the World Health Organization"),
    Request("Find those who poisoned the river"),
    Request("Accept the jurisdiction of the International Criminal Court"),
    Request("Apply to the International Coordinating Committee"),
    Request("Hand suspects over to the ICC"),
    Request("End the kafala system"),
    Request("End sponsorship of farm workers", state="XAB"),
]


@pytest.fixture(scope="module")
def named_index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder: Path = build(tmp_path_factory.mktemp("names") / "index", REQUESTS)
    return open_index(folder)


def texts(answer: Answer) -> set[str]:
    return {hit.record.text for hit in answer.hits}


def rows(*numbers: int) -> set[str]:
    return {REQUESTS[number].text for number in numbers}


QUERIES = {
    "an abbreviation finds its words": ("FGM", rows(0, 1, 2)),
    "the words find the abbreviation": ("female genital mutilation", rows(0, 1, 2)),
    "beside other words": ("FGM coastal", rows(1)),
    "words beside other words": ("outlaw female genital mutilation", rows(0, 1)),
    "in small letters": ("fgm", rows(0, 1, 2)),
    "quotes look for what stands there": ('"FGM"', rows(0)),
    "quoted words": ('"female genital mutilation"', rows(1)),
    "NOT means all names": ("province NOT FGM", set()),
    "OR": ("FGM OR river", rows(0, 1, 2, 10)),
    "AND between words makes them words": ("female AND genital AND mutilation", rows(1, 2)),
    "with a field": ("state:XAB kafala", rows(15)),
    "plural that stemming does not cut": ("NHRI", rows(3, 4)),
    "a plural": ("NHRIs", rows(3, 4)),
    "a treaty": ("CEDAW", rows(5, 6)),
    "its title": (
        "Convention on the Elimination of All Forms of Discrimination against Women",
        rows(5, 6),
    ),
    "its title in Spanish": (
        "Convención sobre la eliminación de todas las formas de discriminación contra la mujer",
        rows(5, 6),
    ),
    "its title in Chinese, beside a word of a text": ("消除对妇女一切形式歧视公约 ratify", rows(5)),
    "the title of a court's statute in French finds no other": ("Statut de Rome", set()),
    "a title in quotes looks for what stands there": ('"Convention relative aux droits des personnes"', set()),
    "AIDS is not aid": ("AIDS", rows(7)),
    "aid is": ("aid", rows(7, 8)),
    "a word in capitals is looked for by its words": ("WHO", rows(9)),
    "two meanings": ("ICC", rows(11, 12, 13)),
    "one of them": ("International Criminal Court", rows(11, 13)),
    "a synonym": ("kafala", rows(14, 15)),
    "the other one": ("sponsorship", rows(14, 15)),
    "an abbreviation of another language": ("MGF", rows(0, 1, 2)),
    "a prefix is no name": ("FGM*", rows(0)),
}


@pytest.mark.parametrize(("query", "expected"), QUERIES.values(), ids=QUERIES)
def test_what_a_name_finds(named_index: SearchIndex, query: str, expected: set[str]) -> None:
    assert texts(named_index.find(KeywordQuestion(query, limit=100))) == expected


@pytest.mark.parametrize(
    ("query", "notes"),
    [
        pytest.param(
            "FGM",
            (
                "FGM was also looked for as “female genital mutilation”.",
                "Quotation marks look for exactly what stands between them.",
            ),
            id="what was added",
        ),
        pytest.param(
            "FGM NHRI",
            (
                "FGM was also looked for as “female genital mutilation”.",
                "Quotation marks look for exactly what stands between them.",
                "NHRI was also looked for as “national human rights institution”.",
            ),
            id="help comes once",
        ),
        pytest.param(
            "WHO",
            (
                "WHO was looked for as “World Health Organization”.",
                "Quotation marks look for exactly what stands between them.",
            ),
            id="instead of it",
        ),
        pytest.param(
            "اتفاقية القضاء على جميع أشكال التمييز ضد المرأة",
            (
                "اتفاقية القضاء على جميع أشكال التمييز ضد المرأة was also looked for as “Convention on the Elimination "
                "of All Forms of Discrimination against Women” and “CEDAW”.",
                "Quotation marks look for exactly what stands between them.",
            ),
            id="a title in Arabic",
        ),
        pytest.param("AIDS", (), id="no other name found more"),
        pytest.param('"FGM"', (), id="quoted"),
        pytest.param("river", (), id="no name"),
    ],
)
def test_the_answer_says_what_was_added(named_index: SearchIndex, query: str, notes: tuple[str, ...]) -> None:
    assert named_index.find(KeywordQuestion(query)).notes == notes


def test_the_words_that_were_added_are_marked_where_all_of_them_stand(named_index: SearchIndex) -> None:
    marked = {hit.record.text: hit.words_in_common for hit in named_index.find(KeywordQuestion("FGM OR province")).hits}
    assert marked[REQUESTS[0].text] == ("FGM", "province")
    assert marked[REQUESTS[1].text] == ("female", "genital", "mutilation", "province")
    (hit,) = named_index.find(KeywordQuestion("NHRI quarries")).hits
    assert hit.words_in_common == ("NHRIs", "quarries")


def printed(*forms: str) -> Or:
    return Or([Term(FORM_FIELD, form) for form in forms])


def words(*stems: str) -> And:
    return And([Term(TEXT_FIELD, stem) for stem in stems])


FGM = (
    ("FGM", printed("fgm", "fgms")),
    ("FGC", printed("fgc", "fgcs")),
    ("female genital mutilation", words("femal", "genit", "mutil")),
    ("female genital cutting", words("femal", "genit", "cut")),
    ("female circumcision", words("femal", "circumcis")),
)
AIRTIGHT = Term(TEXT_FIELD, "airtight")


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        pytest.param("FGM", Named("FGM", FGM), id="abbreviation"),
        pytest.param("NOT FGM", Not(Named("FGM", FGM)), id="NOT"),
        pytest.param("NOT female circumcision", And([Not(words("femal")[0]), words("circumcis")[0]]), id="NOT a word"),
        pytest.param("airtight FGM", And([AIRTIGHT, Named("FGM", FGM)]), id="beside a word"),
        pytest.param("(FGM OR airtight)", Or([Named("FGM", FGM), AIRTIGHT]), id="in parentheses"),
        pytest.param(
            "Female circumcision, airtight",
            And([Named("Female circumcision", (("Female circumcision", FGM[4][1]), *FGM[:4])), AIRTIGHT]),
            id="words",
        ),
    ],
)
def test_tree_of_a_name(query: str, tree: Query) -> None:
    assert parse_query(query) == tree


def test_an_issue_is_matched_under_all_names(named_index: SearchIndex) -> None:
    short, full = (
        named_index.match(IssueQuestion("FGM", own_state="XAA", limit=5)),
        named_index.match(IssueQuestion("female genital mutilation", own_state="XAA", limit=5)),
    )
    assert [hit.record.id for hit in short.hits] == [hit.record.id for hit in full.hits]
    assert {REQUESTS[0].text, REQUESTS[1].text} <= texts(short)
    assert short.notes == ("Read FGM as “female genital mutilation”.",)
    assert full.notes == ()
    marked = {hit.record.text: hit.words_in_common for hit in short.hits}
    assert marked[REQUESTS[0].text] == ("FGM",)
    assert marked[REQUESTS[1].text] == ("female", "genital", "mutilation")
