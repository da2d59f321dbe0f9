from dataclasses import replace

import pytest

from models.records.enums import Position
from models.records.records import ActionCategory, Conflict, Label, Origin, Place, Wording
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, parse, text_of, words_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import MOVED, MOVED_TO, PLEDGE, WITHDRAWN, recommendation, symbol_of


def words_on(client, record) -> str:
    return words_of(client.get(f"/recommendation/{record.id}"))


def test_record_shows_words_source_and_position(client_over):
    record = recommendation()
    words = words_on(client_over(record), record)
    assert "Open shelters for girls who flee an early marriage (Brenmark, Tamurin);" in words
    assert "Document A/HRC/920/1, paragraph 115.1, page 14 of the file" in words
    assert "Made by Brenmark, the Union of Tamurin" in words
    assert "Review 2014 (session 20), cycle 2" in words
    assert "Position recorded in A/HRC/920/1/Add.1, paragraph 3, page 2 of the file" in words
    assert "Position in the Working Group report pending" in words
    assert "The documents indexed hold no comment of Vellania on this recommendation." in words


def test_citation_is_ready_to_copy(client_over):
    record = recommendation()
    page = page_of(client_over(record).get(f"/recommendation/{record.id}"))
    area = page.find(".//textarea[@id='citation']")
    assert area.get("readonly") is not None
    assert "A/HRC/920/1, paragraph 115.1, page 14" in area.text


def test_states_own_words_are_shown_with_their_source(client_over):
    record = recommendation(comment="We built twelve shelters.", comment_source=Place("A/HRC/920/1/Add.1", "9", 4))
    words = words_on(client_over(record), record)
    assert "We built twelve shelters. A/HRC/920/1/Add.1, paragraph 9, page 4 of the file" in words


def test_overruled_statements_are_shown(client_over):
    conflict = Conflict(Place("A/HRC/920/1", "116", 15), Position.NOTED, "did not enjoy the support")
    record = recommendation(conflicts=(conflict,))
    words = words_on(client_over(record), record)
    assert "Noted “did not enjoy the support” A/HRC/920/1, paragraph 116, page 15 of the file" in words


def words_with(conflict):
    """The page of a recommendation that has a conflict which several files of one document make."""
    record = recommendation()
    index = InventedIndex([record])
    index.record = lambda _: replace(record, conflicts=(conflict,))
    return words_on(site_over(index).test_client(), record)


def test_what_the_same_document_states_differently_is_not_called_superseded(client_over):
    """An addendum in two languages, say, whose translation takes another word."""
    french = Conflict(Place("A/HRC/920/1/Add.1", "3", 2), Position.NOTED, "note")
    words = words_with(french)
    assert "Stated differently in the same document, elsewhere or in another language Noted “note”" in words
    assert "Superseded" not in words


def test_what_another_file_of_the_symbol_says_is_shown_with_both_files(client_over):
    place = Place("A/HRC/920/1/Add.1", "3", 2)
    words = words_with(Conflict(place, Position.NOTED, "notes", "scan.pdf", "from the UN.pdf"))
    assert (
        "Two documents with this symbol differ Noted “notes” A/HRC/920/1/Add.1, paragraph 3, page 2 of the file "
        "So says the file scan.pdf. The file from the UN.pdf with the same symbol is used" in words
    )
    assert "Superseded" not in words
    assert "Stated differently" not in words


@pytest.mark.parametrize(
    ("session", "words"),
    [(20, "no answer in the documents indexed"), (50, "the report announces a later answer")],
    ids=["adopted", "not adopted yet"],
)
def test_missing_answer_is_said(client_over, session, words):
    record = recommendation(session=session, position_source=None)
    assert words in words_on(client_over(record), record)


def test_real_record_links_the_un_document_and_invented_one_does_not(client_over):
    record = recommendation()
    real = recommendation("SVN")
    address = 'href="https://undocs.org/A/HRC/9'
    client = client_over(record, real)
    assert address not in client.get(f"/recommendation/{record.id}").get_data(as_text=True)
    assert address in client.get(f"/recommendation/{real.id}").get_data(as_text=True)


def test_record_in_further_languages_says_where_each_wording_stands(client_over):
    french = Wording(
        "fr", "Ouvrir des foyers", "Ouvrir des foyers (Brenmark) ;", False, Place(symbol_of("SVN", 20), "115.1", 17)
    )
    record = recommendation("SVN", wordings=(french,))
    page = client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True)
    section = parse(page).find(".//section[@class='wordings']")
    assert text_of(section.find("h3")) == "French"
    assert section.find("blockquote").get("lang") == "fr"
    assert text_of(section.find("blockquote")) == "Ouvrir des foyers (Brenmark) ;"
    assert text_of(section.find("p[@class='meta']")) == f"{french.place.symbol}, paragraph 115.1, page 17 of the file"
    page = client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True)
    assert f'href="https://undocs.org/fr/{record.place.symbol}"' in page
    answer = client_over(record).get(f"/api/v1/recommendation/{record.id}").get_json()
    assert answer["wordings"] == [
        {
            "language": "fr",
            "text": "Ouvrir des foyers",
            "quoted": "Ouvrir des foyers (Brenmark) ;",
            "composed": False,
            "source": {"symbol": french.place.symbol, "paragraph": "115.1", "page": 17},
        }
    ]


def test_record_in_one_language_has_no_such_section(client):
    assert "In other languages" not in client.get("/recommendation/XAB-20-115.1-1").get_data(as_text=True)


def test_record_in_french_alone_links_the_document_in_french(client_over):
    record = recommendation("SVN", language="fr")
    page = client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True)
    assert f'href="https://undocs.org/fr/{record.place.symbol}"' in page


def test_similar_recommendations_are_others(client):
    page = page_of(client.get("/recommendation/XAB-20-115.1-1"))
    similar = page.find(".//section[@class='similar']")
    titles = [text_of(heading) for heading in similar.iter("h3")]
    assert len(titles) == 5
    assert "Brenmark, paragraph 115.1, 2014 (session 20)" not in titles


def test_later_request_of_a_paragraph_is_told(client_over):
    record = recommendation(
        clause=2,
        text="ratify the protocol",
        quoted="Open shelters (Brenmark); ratify the protocol (Tamurin);",
    )
    page = client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True)
    assert "This page is about request 2 of the paragraph." in page
    assert '<span class="rest">Open shelters (Brenmark); </span>ratify the protocol' in page


def test_composed_sentence_is_never_shown(client_over):
    record = recommendation(
        text="Consider ratifying the protocol", quoted="Consider signing (Brenmark)/ratifying (Tamurin) the protocol"
    )
    record = replace(record, composed=True)
    page = client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True)
    assert "Consider ratifying the protocol" not in page
    assert "It is shown as printed." in page


def test_record_known_from_a_table_alone_has_no_paragraph(client_over):
    record = recommendation(
        paragraph=None, printed_number="", place=Place("UPR Info", None, None), position_source=None
    )
    words = words_on(client_over(record), record)
    assert "Document UPR Info, report not indexed To Vellania" in words
    assert "paragraph" not in words.split("Timeline")[0]


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("zh", "ltr")])
def test_text_has_its_language_and_direction(client_over, language, direction):
    record = recommendation(language=language)
    page = page_of(client_over(record).get(f"/recommendation/{record.id}"))
    quote = page.find(".//blockquote")
    assert (quote.get("lang"), quote.get("dir")) == (language, direction)


def test_old_address_leads_to_the_same_ask(client):
    response = client.get(f"/recommendation/{MOVED}")
    assert response.status_code == 301
    assert response.location == f"/recommendation/{MOVED_TO}"


def test_withdrawn_address_says_so(client):
    response = client.get(f"/recommendation/{WITHDRAWN}")
    assert response.status_code == 410
    assert "was withdrawn" in response.get_data(as_text=True)


def test_unknown_address_helps(client):
    response = client.get("/recommendation/nonsense")
    assert response.status_code == 404
    assert "Describe an issue" in response.get_data(as_text=True)


def test_words_of_the_position_are_shown_and_who_assigned_issues_and_kind_of_action(client_over):
    record = recommendation(
        position_words="enjoys the support",
        labels=(
            Label("upr-info", "Right to education", Origin.CLASSIFIER, 0.874),
            Label("uhri", "Schools & <more>", Origin.SOURCE),
        ),
        action=ActionCategory(5, Origin.CLASSIFIER, "build"),
    )
    words = words_on(client_over(record), record)
    assert "Formula used “enjoys the support”" in words
    assert (
        "What it is about Theme (UHRI) Schools & <more> by OHCHR "
        "UPR Info issues Right to education (assigned automatically, 87% sure)" in words
    )
    assert "Kind of action Specific (5/5), by the verb “build”, assigned automatically" in words


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("UPR Info", "Coding coded “Accepted” by UPR Info; not words of Vellania"),
        ("OHCHR thematic list", "Coding coded “Accepted” by OHCHR in its thematic list; not words of Vellania"),
        ("Universal Human Rights Index", "Coding coded “Accepted” by the Universal Human Rights Index; not words of"),
    ],
)
def test_a_position_of_a_table_is_said_to_be_its_coding(client_over, source, said):
    others = (Conflict(Place("UPR Info", None, None), Position.NOTED, "Noted"),) if source != "UPR Info" else ()
    record = recommendation(position_source=Place(source, None, None), position_words="Accepted", conflicts=others)
    words = words_on(client_over(record), record)
    assert said in words
    assert "Formula used" not in words
    superseded = "Superseded: from an earlier or less authoritative source Noted coded “Noted” by UPR Info"
    assert (superseded in words) == bool(others)


NO_ANSWER = "UPR Info’s table counts as noted what a State did not clearly accept, and what it never answered."


@pytest.mark.parametrize(
    ("source", "is_no_answer"),
    [(Place("UPR Info", None, None), True), (Place("A/HRC/920/1/Add.1", "3", 2), False)],
    ids=["coded by UPR Info", "answered in an addendum"],
)
def test_what_a_table_counts_as_noted_is_not_said_to_be_an_answer(client_over, source, is_no_answer):
    record = recommendation(position=Position.NOTED, position_source=source, position_words="Noted")
    words = words_on(client_over(record), record)
    assert (NO_ANSWER in words) == is_no_answer
    assert ("The State under review gave another answer than clear support" in words) != is_no_answer


def test_what_a_comment_refers_to_stands_beneath_it_with_its_own_source(client_over):
    there = recommendation(
        paragraph="115.2", text="Sail", comment="Boats <sail>.", comment_source=Place("A/HRC/920/1/Add.1", "4", 2)
    )
    here = recommendation(comment="See recommendation 115.2.", comment_source=Place("A/HRC/920/1/Add.1", "9", 4))
    words = words_on(client_over(here, there), here)
    assert (
        "See recommendation 115.2. A/HRC/920/1/Add.1, paragraph 9, page 4 of the file "
        "Comment on paragraph 115.2, to which it refers: Boats <sail>. A/HRC/920/1/Add.1, paragraph 4, page 2"
    ) in words


def test_what_upr_info_coded_is_said_to_be_its(client_over):
    record = recommendation(
        labels=(Label("upr-info", "Labour", Origin.SOURCE),), action=ActionCategory(2, Origin.SOURCE)
    )
    words = words_on(client_over(record), record)
    assert "UPR Info issues Labour by UPR Info" in words
    assert "Kind of action Continuing (2/5), by UPR Info" in words


def test_a_commitment_shows_what_was_reported_on_it_since(client_over):
    pledge = replace(
        PLEDGE,
        session=20,
        place=Place("A/HRC/920/1", "117", 19),
        text="Vellania will open shelters for girls who flee a marriage",
    )
    page = client_over(recommendation(), pledge=pledge).get(f"/commitment/{pledge.id}")
    since = page_of(page).find(".//section[@class='through-time']")
    words = text_of(since)
    assert "2019 National report 1 paragraph" in words
    assert "Three shelters for girls < 18 who flee a marriage were opened." in words
    assert "Nothing on this was found in A/HRC/WG.6/34/XAA/3." in words
    assert "Not indexed: a mid-term report; compilation before the next review in 2019 (session 34)." in words
    assert "Whether it was carried out is for you to judge" in words
