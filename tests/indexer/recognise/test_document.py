"""What a document is, from its cover, headers and first paragraphs."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from indexer.read.pdf import read_pdf
from indexer.recognise.document import _language, recognise
from indexer.recognise.session import day_of_review, first_date, session_on
from models.errors import UnrecognisedDocument
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.reviews.states import StateTable
from tests.paths import SHARED

STATES = StateTable.built_in()

BODY = (
    "The delegation said that the plan had been drawn up with all groups of society, and that it would be ready in",
    "spring. It thanked the States that had spoken and answered their questions on the schools in the mountains.",
) * 8
HELD = "1. The Working Group on the Universal Periodic Review, established in accordance with resolution 5/1,"
COVER_2008 = """
UNITED
NATIONS
A
General Assembly Distr.
GENERAL
A/HRC/900/7
23 May 2008
Original: ENGLISH
HUMAN RIGHTS COUNCIL
Nine hundredth session
Agenda item 6
UNIVERSAL PERIODIC REVIEW
Report of the Working Group on the Universal Periodic Review
Slovenia*
* Previously issued under the symbol A/HRC/WG.6/2/L.8; minor revisions have been added.
""".strip().splitlines()
COVER_2014 = """
United Nations A/HRC/900/7
General Assembly Distr.: General
10 December 2014
Original: English
Human Rights Council
Nine hundredth session
Agenda item 6
Universal periodic review
Report of the Working Group on the Universal Periodic
Review*
Slovenia
""".strip().splitlines()
COVER_2023 = """
United Nations A/HRC/900/7
General Assembly Distr.: General
4 January 2023
Original: English
Human Rights Council
Nine hundredth session
27 February–31 March 2023
Agenda item 6
Universal periodic review
Report of the Working Group on the Universal Periodic Review*
Slovenia
""".strip().splitlines()


def held(session: str, dates: str, state: str = "Slovenia") -> tuple[str, ...]:
    return (HELD, f"held its {session} session from {dates}. The review of {state} was held at the 3rd meeting.")


def document(*pages: Sequence[str], headers: Sequence[str] = ()) -> ReadDocument:
    lines = tuple(
        Line(text, number, 113, 480, 50 + 12 * row, 10, False, False)
        for number, page in enumerate(pages, 1)
        for row, text in enumerate(page)
    )
    return ReadDocument("report.pdf", "0" * 64, lines, len(pages), tuple(headers))


def recognised(*pages: Sequence[str], headers: Sequence[str] = ()) -> DocumentIdentity:
    return recognise(document(*pages, headers=headers), STATES)


@pytest.mark.parametrize(
    ("cover", "printed_on", "opening", "session"),
    [
        pytest.param(COVER_2008, date(2008, 5, 23), held("second", "5 to 19 May 2008"), 2, id="2008"),
        pytest.param(COVER_2014, date(2014, 12, 10), held("twentieth", "27 October to 7 November 2014"), 20, id="2014"),
        pytest.param(COVER_2023, date(2023, 1, 4), held("forty-first", "7 to 18 November 2022"), 41, id="2023"),
        pytest.param(COVER_2014, date(2014, 12, 10), held("20th", "27 October to 7 November 2014"), 20, id="in digits"),
        pytest.param(
            COVER_2014,
            date(2014, 12, 10),
            (HELD, "held its", "twenty-", "first session from 19 to 30 January 2015."),
            21,
            id="over line ends",
        ),
    ],
)
def test_a_working_group_report(cover: Sequence[str], printed_on: date, opening: tuple[str, ...], session: int) -> None:
    assert recognised(cover, opening, BODY) == DocumentIdentity(
        "A/HRC/900/7", DocumentKind.WORKING_GROUP_REPORT, "en", "SVN", session, printed_on
    )


@pytest.mark.parametrize(
    ("top", "title", "expected"),
    [
        pytest.param(
            "A/HRC/900/7/Add.1",
            ("Report of the Working Group on the Universal Periodic Review", "Slovenia", "Addendum"),
            ("A/HRC/900/7/Add.1", DocumentKind.ADDENDUM, "SVN", None),
            id="addendum",
        ),
        pytest.param(
            "A/HRC/900/7/Corr.1",
            ("Report of the Working Group on the Universal Periodic Review", "Slovenia", "Corrigendum"),
            ("A/HRC/900/7/Corr.1", DocumentKind.ADDENDUM, "SVN", None),
            id="corrigendum",
        ),
        pytest.param(
            "A/HRC/WG.6/20/SVN/1",
            ("Twentieth session", "National report submitted in accordance with paragraph 5*", "Slovenia"),
            ("A/HRC/WG.6/20/SVN/1", DocumentKind.NATIONAL_REPORT, "SVN", 20),
            id="national report",
        ),
        pytest.param(
            "A/HRC/WG.6/34/SVN/2",
            ("Thirty-fourth session", "Compilation on Slovenia", "Report of the Office of the High Commissioner"),
            ("A/HRC/WG.6/34/SVN/2", DocumentKind.COMPILATION, "SVN", 34),
            id="compilation",
        ),
        pytest.param(
            "A/HRC/WG.6/34/SVN/3",
            ("Thirty-fourth session", "Summary of Stakeholders’ submissions on Slovenia*", "Report of the Office"),
            ("A/HRC/WG.6/34/SVN/3", DocumentKind.SUMMARY, "SVN", 34),
            id="summary",
        ),
        pytest.param(
            "A/HRC/900/2",
            (
                "Agenda item 1",
                "Report of the Human Rights Council on its",
                "nine hundredth session",
                "Rapporteur: (Togo)",
            ),
            ("A/HRC/900/2", DocumentKind.HRC_SESSION_REPORT, None, None),
            id="session report",
        ),
        pytest.param(
            "A/HRC/DEC/900/111",
            (
                "Universal periodic review",
                "Decision adopted by the Human Rights Council",
                "900/111. Outcome of the universal periodic review: Slovenia",
                "Having conducted the review of Slovenia on 4 November 2014 in conformity with",
            ),
            ("A/HRC/DEC/900/111", DocumentKind.DECISION, "SVN", 20),
            id="decision: session by the day of the review",
        ),
        pytest.param(
            "CCPR/C/NAM/CO/900",
            ("Concluding observations on the report of Namibia", "adopted by the Committee at its third session"),
            ("CCPR/C/NAM/CO/900", DocumentKind.CONCLUDING_OBSERVATIONS, "NAM", None),
            id="concluding observations",
        ),
    ],
)
def test_other_documents(
    top: str, title: tuple[str, ...], expected: tuple[str, DocumentKind, str | None, int | None]
) -> None:
    cover = (f"United Nations {top}", "Distr.: General", "1 March 2015", "Original: English", *title)
    found = recognised(cover, BODY)
    assert (found.symbol, found.kind, found.state_under_review, found.session) == expected
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        pytest.param(("Islamic Republic of Iran",), "IRN", id="word order"),
        pytest.param(("Bolivia (Plurinational State of)*",), "BOL", id="star"),
        pytest.param(("United Kingdom of Great Britain", "and Northern Ireland"), "GBR", id="two lines"),
        pytest.param(("Democratic Republic of the", "Congo∗"), "COD", id="second line is another State"),
        pytest.param(("The former Yugoslav Republic of Macedonia",), "MKD", id="name of its time"),
    ],
)
def test_the_state_is_the_one_that_the_cover_names(name: tuple[str, ...], code: str) -> None:
    cover = (*COVER_2014[:-1], *name)
    assert (
        recognised(cover, held("twentieth", "27 October to 7 November 2014", " ".join(name)), BODY).state_under_review
        == code
    )


def test_an_addendum_that_names_its_session() -> None:
    cover = ("United Nations A/HRC/900/7/Add.1", *COVER_2014[1:], "Addendum")
    text = ("1. The review of Slovenia took place during the seventh session of the Working Group.", *BODY)
    assert recognised(cover, text).session == 7


def test_states_of_a_sample_are_recognised(tmp_path: Path) -> None:
    table = tmp_path / "states.csv"
    table.write_text("code,name,regional_group,names\nXAA,Vellania,Northern Group,\n", encoding="utf-8")
    states = STATES.extended(table)
    cover = (*COVER_2014[:-1], "Vellania")
    found = recognise(document(cover, held("twentieth", "27 October to 7 November 2014", "Vellania"), BODY), states)
    assert (found.state_under_review, found.session) == ("XAA", 20)


def test_a_report_without_its_cover_is_known_by_headers_and_paragraphs() -> None:
    opening = (*held("twentieth", "27 October to 7 November 2014"), "3. National report (A/HRC/WG.6/20/SVN/1)")
    found = recognised((*opening, *BODY), BODY, headers=["Page 3", "A/HRC/900/7"])
    assert (found.symbol, found.kind, found.state_under_review, found.session) == (
        "A/HRC/900/7",
        DocumentKind.WORKING_GROUP_REPORT,
        "SVN",
        20,
    )


FRENCH_COVER = """
Nations Unies A/HRC/900/7
Assemblée générale Distr. générale
10 décembre 2014
Original: français
Conseil des droits de l’homme
Examen périodique universel
Rapport du Groupe de travail sur l’Examen périodique
universel
Slovénie
""".strip().splitlines()
FRENCH_BODY = (
    "La délégation a déclaré que le plan avait été établi avec tous les groupes de la société et qu’il serait prêt au",
    "printemps. Elle a remercié les États de leurs questions (A/HRC/WG.6/20/SVN/1) et des écoles dans les montagnes.",
) * 8


SPANISH_COVER = """
Naciones Unidas
Asamblea General Distr. general
10 de diciembre de 2014
Original: español
Consejo de Derechos Humanos
Examen periódico universal
Informe del Grupo de Trabajo sobre el Examen Periódico
Universal
""".strip().splitlines()


def test_a_report_in_another_language_is_known_and_its_language_told() -> None:
    found = recognised(FRENCH_COVER, FRENCH_BODY)
    assert (found.symbol, found.kind, found.language) == ("A/HRC/900/7", DocumentKind.WORKING_GROUP_REPORT, "fr")
    assert (found.state_under_review, found.session) == ("SVN", 20)


SPANISH_BODY = (
    "La delegación declaró que el plan se había preparado con todos los grupos de la sociedad y que estaría listo en",
    "primavera. Dio las gracias a los Estados por sus preguntas y respondió a las que trataban de las escuelas.",
) * 8


@pytest.mark.parametrize(
    ("opening", "session", "state"),
    [
        pytest.param(
            "1. Le Groupe de travail sur l’Examen périodique universel, créé en 2006, a tenu sa vingtième session "
            "du 27 octobre au 7 novembre 2014. L’Examen concernant la Slovénie a eu lieu à la 13e séance.",
            20,
            "SVN",
            id="French",
        ),
        pytest.param(
            "1. Le Groupe de travail a tenu sa quarante et unième session du 7 au 18 novembre 2022. L’examen des "
            "Pays-Bas s’est déroulé à la 13e séance.",
            41,
            "NLD",
            id="French in three words",
        ),
        pytest.param(
            "1. Le Groupe de travail a tenu sa 34e session à Genève, du 4 au 15 novembre 2019. L’Examen de "
            "l’Italie a eu lieu à la 1re séance.",
            34,
            "ITA",
            id="French in figures",
        ),
        pytest.param(
            "1. El Grupo de Trabajo sobre el Examen Periódico Universal celebró su 20º período de sesiones del 27 de "
            "octubre al 7 de noviembre de 2014. El examen de Eslovenia se llevó a cabo en la 13ª sesión.",
            20,
            "SVN",
            id="Spanish in figures",
        ),
        pytest.param(
            "1. El Grupo de Trabajo celebró su primer período de sesiones del 7 al 18 de abril de 2008. El examen de "
            "los Países Bajos se celebró en la 13ª sesión.",
            1,
            "NLD",
            id="Spanish in words",
        ),
    ],
)
def test_session_and_state_of_the_first_paragraph_in_french_and_spanish(opening: str, session: int, state: str) -> None:
    is_french = opening.startswith("1. Le")
    body = FRENCH_BODY if is_french else SPANISH_BODY
    cover = ("A/HRC/900/7", *(FRENCH_COVER[1:-1] if is_french else SPANISH_COVER))
    found = recognised(cover, [opening], [line.replace("(A/HRC/WG.6/20/SVN/1)", "") for line in body])
    assert (found.kind, found.language) == (DocumentKind.WORKING_GROUP_REPORT, "fr" if is_french else "es")
    assert (found.session, found.state_under_review, found.warnings) == (session, state, ())


@pytest.mark.parametrize(
    ("opening", "headers", "warning"),
    [
        pytest.param(held("twentieth", "27 October to 7 November 2015"), (), "2015-11-07", id="year of the session"),
        pytest.param(held("twentieth", "27 October to 7 November 2014", "Croatia"), (), "Croatia", id="State"),
        pytest.param(
            (*held("twentieth", "27 October to 7 November 2014"), "(A/HRC/WG.6/19/SVN/1)"),
            (),
            "session 19",
            id="sources",
        ),
        pytest.param(
            held("twentieth", "27 October to 7 November 2014"), ("A/HRC/900/8",), "A/HRC/900/8", id="running header"
        ),
    ],
)
def test_what_does_not_fit_is_a_warning_and_what_is_printed_wins(
    opening: tuple[str, ...], headers: tuple[str, ...], warning: str
) -> None:
    found = recognised(COVER_2014, opening, BODY, headers=headers)
    assert (found.symbol, found.state_under_review, found.session) == ("A/HRC/900/7", "SVN", 20)
    assert ["report.pdf" in text and warning in text for text in found.warnings] == [True]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        pytest.param("Distr. générale 16 novembre 2031", date(2031, 11, 16), id="French"),
        pytest.param("1er août 2031", date(2031, 8, 1), id="French first"),
        pytest.param("6 de agosto de 2031", date(2031, 8, 6), id="Spanish"),
        pytest.param("31 June 2031, 1 July 2031", date(2031, 7, 1), id="a day that there is not"),
    ],
)
def test_dates_in_the_languages_of_reports(printed: str, day: date) -> None:
    assert first_date(printed) == day


def test_the_language_is_that_of_the_text_not_of_the_notes() -> None:
    notes = [f"{number} JS{number} p. 16; JS 14 p. 13; paras. 2–4; AI para. 38." for number in range(130)]
    lines = [Line(text, 2, 0, 0, 0, 10, False, False) for text in (*BODY * 4, *notes)]
    assert _language(lines) == "en"


def test_a_session_that_is_not_planned_is_none() -> None:
    cover = ("United Nations A/HRC/WG.6/99/SVN/2", "Distr.: General", "1 March 2015", "Compilation on Slovenia")
    found = recognised(cover, BODY)
    assert (found.state_under_review, found.session) == ("SVN", None)
    assert found.warnings == ("report.pdf: it says session 99 of the Working Group, which there is not.",)


def test_what_a_report_does_not_say_is_unknown() -> None:
    found = recognised((*COVER_2014[:2], *COVER_2014[3:-1]), BODY)
    assert (found.state_under_review, found.session, found.date) == (None, None, None)
    assert len(found.warnings) == 2


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(("United Nations A/RES/60/251", "Distr.: General", "Resolution"), id="resolution"),
        pytest.param(
            ("United Nations A/HRC/900/44", "Distr.: General", "Report of the Special Rapporteur"), id="another report"
        ),
    ],
)
def test_what_is_no_document_of_a_review_is_refused(page: tuple[str, ...]) -> None:
    with pytest.raises(UnrecognisedDocument, match=r"report\.pdf"):
        recognised(page, BODY)


@pytest.mark.parametrize(
    ("page", "headers", "reason"),
    [
        pytest.param(BODY, (), "has no UN symbol", id="none printed"),
        pytest.param((*BODY, "as said in A/900/18"), (), "has no UN symbol", id="one cited in running text"),
        pytest.param(
            ("United Nations A/900/18", "Distr.: General"),
            (),
            "A/900/18 is a document of a kind that is not",
            id="cover",
        ),
        pytest.param(
            ("United Nations HRI/CORE/NAM/2031 *", "Distr.: General"), (), "HRI/CORE/NAM/2031 is a doc", id="starred"
        ),
        pytest.param(BODY, ("A/900/18",), "A/900/18 is a document of a kind that is not read", id="running header"),
    ],
)
def test_a_missing_symbol_is_told_from_one_of_other_documents(
    page: Sequence[str], headers: Sequence[str], reason: str
) -> None:
    with pytest.raises(UnrecognisedDocument, match=reason):
        recognised(page, BODY, headers=headers)


@pytest.mark.parametrize(
    ("language", "name", "text"),
    [
        pytest.param("fr", "Slovénie*", FRENCH_BODY[:1] * 16, id="French"),
        pytest.param(
            "es",
            "Eslovenia",
            ("La delegación dijo que el plan se había elaborado con todos los grupos de la sociedad.",) * 16,
            id="Spanish",
        ),
        pytest.param(
            "ru",
            "Словения",
            ("Делегация сообщила, что план был разработан со всеми группами общества.",) * 16,
            id="Russian",
        ),
        pytest.param(
            "zh", "斯洛文尼亚*", ("代表团说，该计划是与社会各界一起制定的，将于春季完成。",) * 16, id="Chinese"
        ),
        pytest.param(
            "ar", "سلوفينيا", ("قال الوفد إن الخطة وضعت مع جميع فئات المجتمع وستكون جاهزة في الربيع",) * 16, id="Arabic"
        ),
    ],
)
def test_covers_name_their_state_in_their_language(language: str, name: str, text: Sequence[str]) -> None:
    cover = (*FRENCH_COVER[:-1], name)
    found = recognised(cover, text)
    assert (found.language, found.state_under_review) == (language, "SVN")


def test_a_mark_in_the_middle_of_the_title() -> None:
    cover = [*COVER_2023[:-2], "Report of the Working Group on the Universal Periodic *", "Review", "Slovenia"]
    found = recognised(cover, held("forty-first", "7 to 18 November 2022"), BODY)
    assert (found.kind, found.state_under_review) == (DocumentKind.WORKING_GROUP_REPORT, "SVN")
    addendum = ["United Nations A/HRC/900/7/Add.1", *cover[1:4], "Universal periodic ∗", "review", "Slovenia"]
    assert recognised(addendum, BODY).kind is DocumentKind.ADDENDUM


@pytest.mark.parametrize(
    ("day", "session"), [(date(2014, 11, 4), 20), (date(2014, 11, 7), 20), (date(2014, 12, 1), None), (None, None)]
)
def test_the_session_that_met_on_a_day(day: date | None, session: int | None) -> None:
    assert session_on(day) == session


def real_reports() -> list[dict[str, str]]:
    index = SHARED / "working_group_reports" / "index.csv"
    if not index.exists():
        return []
    with index.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))[::22]


@pytest.mark.real_data
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside this checkout")
@pytest.mark.parametrize("row", real_reports(), ids=lambda row: row["file"])
def test_real_reports_are_recognised(row: dict[str, str]) -> None:
    found = recognise(read_pdf(SHARED / "working_group_reports" / row["file"]), STATES)
    assert (found.symbol, found.kind) == (row["symbol"], DocumentKind.WORKING_GROUP_REPORT)
    assert (found.state_under_review, found.session, found.language) == (row["state_iso3"], int(row["session"]), "en")
    assert found.date is not None


@pytest.mark.parametrize(
    ("session", "sentences", "day"),
    [
        (20, "The review of Slovenia was held at the 3rd meeting, on 29 October 2014.", date(2014, 10, 29)),
        # The day of the adoption follows where the report gives no year.
        (
            20,
            "The review of Slovenia was held at the 3rd meeting, on 29 October. The delegation of Slovenia was headed "
            "by the Minister of Justice. At its 10th meeting, held on 4 November 2014, it adopted the report.",
            None,
        ),
        (20, "The review of Slovenia was held at the 3rd meeting.", None),
        # Moved to the week after its session.
        (20, "The review of Slovenia was held at the 18th meeting, on 12 November 2014.", date(2014, 11, 12)),
        (
            20,
            "L’examen concernant la Slovénie a eu lieu à la 3e séance, le 1er novembre 2014.",
            date(2014, 11, 1),
        ),
        (
            20,
            "El examen de Eslovenia se llevó a cabo en la tercera sesión, celebrada el 29 de octubre de 2014.",
            date(2014, 10, 29),
        ),
    ],
    ids=["English", "no year", "no day", "in the week after", "French", "Spanish"],
)
def test_the_day_of_the_review_is_what_its_report_says(session: int, sentences: str, day: date | None) -> None:
    assert day_of_review(DocumentKind.WORKING_GROUP_REPORT, session, sentences) == (day, [])


def test_a_day_on_which_the_session_did_not_meet_is_none_and_is_reported() -> None:
    sentence = "The review of Slovenia was held at the 3rd meeting, on 29 October 2010."
    day, doubts = day_of_review(DocumentKind.WORKING_GROUP_REPORT, 20, sentence)
    assert day is None
    assert doubts == ["it says the review was on 2010-10-29, when session 20 did not meet."]


def test_a_document_that_cites_a_review_does_not_date_it() -> None:
    sentence = "The review of Slovenia was held at the 3rd meeting, on 29 October 2014."
    assert day_of_review(DocumentKind.ADDENDUM, 20, sentence) == (None, [])
