"""The page of a review, and that of a reported paragraph."""

import json
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from models.records.enums import Position
from models.reviews.states import State, StateKind
from search.datamodel.coverage import ReviewCoverage
from search.snapshot.coverage import coverage_of
from tests.web.inspect_page import main_of, text_of
from tests.web.invented_records import REPORTED, recommendation
from tests.web.words_in_files import lines_of_csv, rows_of_csv

ADDRESS = "/state/XAA/review/20"
FILE = f"{ADDRESS}/follow-up"
HERE = [
    recommendation(paragraph="115.1", text="Open shelters", position=Position.NOTED),
    recommendation(paragraph="115.2", text="Plant oaks"),
    recommendation(paragraph="115.3", text="Keep the lakes clean"),
]
LATER = recommendation(session=34, paragraph="88.7", text="Open shelters", position=Position.SUPPORTED)


@pytest.fixture
def site(client_over):
    return client_over(*HERE, LATER)


def rows_of(response) -> list[list[str]]:
    """The texts of the cells, without the buttons for the visitor's list."""
    rows = main_of(response).findall(".//table[@class='follow-up']/tbody/tr")
    for row in rows:
        row[0].remove(row[0].find("button"))
    return [[text_of(cell) for cell in row] for row in rows]


def links_of(response) -> dict[str, str]:
    return {link.get("aria-label") or text_of(link): link.get("href") for link in main_of(response).iter("a")}


def test_each_row_says_who_reports_and_what_is_similar_in_the_next_review(site):
    page = site.get(ADDRESS)
    assert rows_of(page)[:2] == [
        [
            "115.1 Open shelters (Brenmark, Tamurin);",
            "Noted",
            "Cites it paragraph 12",
            "Nothing found",
            "1 similar in 2019: read it; 1 of them asks the same 88.7 Open shelters Supported",
        ],
        [
            "115.2 Plant oaks (Brenmark, Tamurin);",
            "Supported",
            "Cites it paragraph 12",
            "Nothing found",
            "Nothing similar found in 2019",
        ],
    ]
    heads = [text_of(head) for head in main_of(page).findall(".//table[@class='follow-up']/thead/tr/th")]
    assert heads == ["Recommendation", "Position, 2014", "The State", "Stakeholders", "In the next review"]
    words = text_of(main_of(page))
    assert "Recommendations: 3 of 3" in words
    assert "Not indexed: a mid-term report; compilation before the next review in 2019 (session 34)." in words
    assert "Whether it has been implemented is for you to judge." in words
    links = links_of(page)
    assert links["115.1"] == "/recommendation/XAA-20-115.1-1"
    assert links["88.7"] == "/recommendation/XAA-34-88.7-1"
    assert links["A/HRC/WG.6/34/XAA/1, paragraph 12, page 5"] == f"/reported/{REPORTED.id}"


def test_every_count_leads_to_so_many_rows(site):
    page = site.get(ADDRESS)
    counted = {label: href for label, href in links_of(page).items() if ": " in label and ", " in label}
    assert "Position: Noted, 1" in counted
    assert "Stakeholders: Nothing found, 3" in counted
    assert "In the next review: Nothing similar found, 2" in counted
    for label, href in counted.items():
        assert len(rows_of(site.get(href))) == int(label.rpartition(", ")[2]), label
    presets = main_of(page).findall(".//details[@class='more counted']/ul/li")
    asked = {text_of(preset.find("a")): int(text_of(preset.find("span"))) for preset in presets}
    assert asked == {
        "Noted, found in the State’s reports": 1,
        "Noted in 2014, one found that asks the same supported in 2019": 1,
        "Nothing similar found in 2019": 2,
    }
    for preset in presets:
        assert len(rows_of(site.get(preset.find("a").get("href")))) == int(text_of(preset.find("span")))


def test_what_is_not_indexed_has_no_column_and_no_filter(client_over):
    page = client_over(recommendation(session=7)).get("/state/XAA/review/7")
    heads = [text_of(head) for head in main_of(page).findall(".//table[@class='follow-up']/thead/tr/th")]
    assert heads == ["Recommendation", "Position, 2010"]
    words = text_of(main_of(page))
    assert "Nothing found" not in words.replace("“Nothing found” says nothing", "")
    assert "Nothing similar found" not in words
    assert "Not indexed: a mid-term report" in words


@pytest.mark.parametrize("filter_by", ["later_position=supported", "again=same", "by_state=stated"])
def test_a_filter_by_what_is_not_indexed_can_be_removed(client_over, filter_by):
    page = client_over(recommendation(session=7)).get(f"/state/XAA/review/7?{filter_by}")
    assert rows_of(page) == []
    assert [href for words, href in links_of(page).items() if words.startswith("Remove the filter")] == [
        "/state/XAA/review/7"
    ]


def test_filters_add_up_and_can_be_removed(site):
    page = site.get(f"{ADDRESS}?position=noted&position=supported&later_position=supported")
    assert [row[0] for row in rows_of(page)] == ["115.1 Open shelters (Brenmark, Tamurin);"]
    links = links_of(page)
    assert links["Remove the filter Position: Noted"] == f"{ADDRESS}?position=supported&later_position=supported"
    nothing = site.get(f"{ADDRESS}?position=supported&later_position=supported")
    assert "Nothing found. Remove a filter above." in text_of(main_of(nothing))


def test_values_that_no_field_has_are_left_out(site):
    page = site.get(f"{ADDRESS}?position=rejected&label=%3Cb%3E&by_un=yes&page=99999&other=1")
    assert len(rows_of(page)) == 3
    # Links to this page in other languages, in the header, take values of known parameters along as they came.
    assert "rejected" not in page.get_data(as_text=True).partition("<main")[2]


def test_long_tables_have_pages(client_over):
    records = [recommendation(paragraph=f"115.{number}", text=f"Plant oak {number}") for number in range(1, 41)]
    site = client_over(*records)
    assert [len(rows_of(site.get(f"{ADDRESS}?page={number}"))) for number in (1, 2, 4, 9)] == [10, 10, 10, 10]
    links = links_of(site.get(f"{ADDRESS}?page=2"))
    assert links["← Previous page"] == f"{ADDRESS}#table"
    assert links["Next page →"] == f"{ADDRESS}?page=3#table"


def test_a_review_without_later_documents_says_so(client_over):
    record = recommendation(session=7)
    page = client_over(record).get("/state/XAA/review/7")
    words = text_of(main_of(page))
    gaps = "a mid-term report; national report, compilation and summary before the next review in 2014 (session 19)"
    assert f"Not indexed: {gaps} or 2014 (session 20)." in words
    assert "No later review of Vellania is known to have taken place." in words
    assert rows_of(page)[0][1:] == ["Supported"]


@pytest.mark.parametrize(
    ("language", "said"), [("es", "antes del examen siguiente, hacia 20"), ("fr", "avant l’examen suivant, vers 20")]
)
def test_a_next_review_of_about_a_year_fits_its_sentence(client_over, language: str, said: str) -> None:
    page = client_over(recommendation(session=46)).get(f"/{language}/state/XAA/review/46")
    assert said in text_of(main_of(page))


def test_addresses(site):
    assert site.get("/state/XAA/review/33").status_code == 404
    assert site.get("/state/QQQ/review/20").status_code == 404
    assert site.get(f"{FILE}.pdf").status_code == 404
    moved = site.get("/state/xaa/review/20?position=noted&x=1")
    assert (moved.status_code, moved.location) == (301, f"{ADDRESS}?position=noted")


@pytest.mark.parametrize(
    ("former", "address"),
    [
        ("/state/XAA/review/20/follow-up", ADDRESS),
        ("/fr/state/xaa/review/20/follow-up?position=noted&sort=position&x=1", f"/fr{ADDRESS}?position=noted"),
        ("/state/XAA/review/20/draft", f"{ADDRESS}#draft"),
    ],
)
def test_former_addresses_lead_here(site, former, address):
    response = site.get(former)
    assert (response.status_code, response.location) == (301, address)


def test_files_have_the_rows_that_the_filters_leave(site):
    table = site.get(f"{FILE}.csv?position=noted")
    assert table.headers["Content-Disposition"] == "attachment; filename=follow-up-XAA-20.csv"
    row, *_ = rows_of_csv(table.data)
    assert row["Recommendation"] == "XAA-20-115.1-1"
    assert (row["Position"], row["Position on one that asks the same"]) == ("noted", "supported")
    assert row["The State: reports on it"] == "Cites it"
    assert row["The State: Source"] == "A/HRC/WG.6/34/XAA/1, paragraph 12, page 5"
    assert row["The State: As printed"] == "Three shelters for girls < 18 who flee a marriage were opened."
    assert row["The State: Named as"] == "Recommendations 1–4"
    assert row["Stakeholders: reports on it"] == "Nothing found"
    unread = row["United Nations bodies: reports on it"], row["United Nations bodies: paragraphs"]
    assert (row["The State: paragraphs"], unread) == ("1", ("Not indexed", ""))
    assert (row["In the next review: Asks the same"], row["Later recommendation"]) == ("1", "XAA-34-88.7-1")
    assert row["Invented sample"] == "yes"

    book = load_workbook(BytesIO(site.get(f"{FILE}.xlsx?position=supported").data))
    assert book.sheetnames == ["Follow-up", "About"]
    assert [values[0] for values in book["Follow-up"].values] == ["Recommendation", "XAA-20-115.2-1", "XAA-20-115.3-1"]
    assert "2 of 3" in [cell for values in book["About"].values for cell in values]

    whole = json.loads(site.get(f"{FILE}.json?position=noted").data)
    assert (whole["review"], whole["total"], whole["missing"], whole["compared"]) == (
        "XAA-20",
        3,
        ["mid-term report", "compilation"],
        34,
    )
    (row,) = whole["rows"]
    assert (row["id"], [(each["type"], each["id"]) for each in row["similar"]]) == (
        "XAA-20-115.1-1",
        [("same", "XAA-34-88.7-1")],
    )
    assert [each["reporting"] for each in row["reported"]] == ["stated", "not indexed", "silent"]
    assert row["reported"][0]["first"]["id"] == REPORTED.id


def test_files_say_what_is_not_indexed(site, monkeypatch):
    state = State("JPN", "Japan", StateKind.MEMBER, "Asia-Pacific Group")
    held = coverage_of(state, [ReviewCoverage(2, positions={Position.NOTED: 26})], date(2026, 11, 28))
    monkeypatch.setattr("web.site.served_index.state_coverage", lambda *_: held)
    again = "Japan was reviewed again in October"
    documents = "Not indexed: a mid-term report; compilation before the next review"

    lines = lines_of_csv(site.get(f"{FILE}.csv").data)
    compared, skipped, *sentences = [line[0] for line in lines if len(line) == 1]
    assert skipped.startswith("The recommendations of 2017 (session 28), in between")
    gap, *_, later, only = sentences
    assert gap.startswith(documents)
    assert compared.startswith("Compared with the recommendations of ")
    assert later.startswith(again)
    assert only.startswith("The review of 2008 is known from tables alone")
    book = load_workbook(BytesIO(site.get(f"{FILE}.xlsx").data))["About"].values
    assert [row[1] for row in book if row[0] == "Not indexed"] == sentences
    told = json.loads(site.get(f"{FILE}.json").data)["not_indexed"]
    assert told[0].startswith(again)
    assert told[1].startswith("The review of 2008 is known from tables alone")


def test_files_have_no_column_of_later_ones_where_nothing_was_compared(site):
    first, *_ = rows_of_csv(site.get(f"{FILE}.csv?position=supported").data)
    assert first["In the next review: similar: read"] == ""
    header, *rows = lines_of_csv(site.get(FILE.replace("20", "34") + ".csv").data)
    assert not [name for name in header if "next review" in name or "later" in name.lower()]
    assert ["No later review of Vellania is known to have taken place."] in rows


def test_the_columns_of_the_table_have_the_colon_of_the_language(site):
    header, *_ = lines_of_csv(site.get(f"/fr{FILE}.csv").data)
    assert "L’État\N{NO-BREAK SPACE}: paragraphes" in header


def test_what_was_compared_is_not_said_to_be_not_indexed(site):
    about = load_workbook(BytesIO(site.get(f"{FILE}.xlsx").data)).worksheets[-1]
    rows = [(label, words) for label, words, *_ in about.iter_rows(values_only=True)]
    assert [label for label, words in rows if words.startswith("Compared with")] == ["How to read results"]


def test_a_reported_paragraph_has_a_page(site):
    page = site.get(f"/reported/{REPORTED.id}")
    words = text_of(main_of(page))
    assert "National report, Vellania A/HRC/WG.6/34/XAA/1, paragraph 12" in words
    assert "Ferries sail. Three shelters for girls < 18 who flee a marriage were opened. Bridges hold." in words
    assert "Document A/HRC/WG.6/34/XAA/1, paragraph 12, page 5 of the file Date 6 August 2019" in words
    assert "Under Girls & boys › Recommendations 1–4" in words
    assert "Named as “Recommendations 1–4”" in words
    assert "Reports on Vellania, Recommendations of 2014 (session 20)" in words
    assert "Written before 2019 (session 34), cycle 3" in words
    named = words[words.index("Recommendations that the document names") :]
    assert "paragraph 115.1 Noted the document names this recommendation for the whole section" in named
    links = links_of(page)
    assert links["Paragraph after →"] == "/reported/A.HRC.WG.6.34.XAA.1-13"
    assert "← Paragraph before" not in links
    assert links["Recommendations of 2014 (session 20)"] == ADDRESS
    assert "https://undocs.org" not in page.get_data(as_text=True)


def test_addresses_of_reported_paragraphs(site):
    assert site.get("/reported/nothing").status_code == 404


def test_a_row_folds_what_stands_beside_its_request(client_over):
    """A narrow screen shows three lines: those of the first request stood in the row of each."""
    before = f"Open shelters in {'each village of ' * 6}the coast (Brenmark); "
    record = recommendation(clause=2, text="mend boats", quoted=f"{before}mend boats (Tamurin); paint doors (France);")
    quotation = main_of(client_over(record).get(ADDRESS)).find(".//table[@class='follow-up']//blockquote")
    assert quotation is not None
    assert [text_of(part) for part in quotation.findall("p/span[@class='before']")] == [before.strip()]
    assert text_of(quotation) == f"{before}mend boats (Tamurin); paint doors (France);"
