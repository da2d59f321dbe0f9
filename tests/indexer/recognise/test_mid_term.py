"""Mid-term reports are told by their covers: whose they are, who wrote them, and on which review they report."""

from collections.abc import Sequence
from datetime import date

import pytest

from indexer.recognise.document import recognise
from models.errors import UnrecognisedDocument
from models.records.documents import DocumentIdentity, DocumentKind, Line, ReadDocument
from models.reviews.states import StateTable

STATES = StateTable.built_in()
BODY = (
    "The ministry asked every town on the coast which ferries it needs, and the plan was drawn up with the rowers.",
    "It was ready in spring. The towns have thanked the ministry for the new piers, and the schools for their boats.",
) * 8
REVIEWED = "1. Chile was reviewed by the Working Group on the Universal Periodic Review on 28 January 2014."


def recognised(cover: Sequence[str], opening: Sequence[str] = (REVIEWED,)) -> DocumentIdentity:
    texts = [(text, 1) for text in (*cover, "Introduction", *opening)] + [(text, 2) for text in BODY]
    lines = tuple(Line(text, page, 80, 500, 80.0, 10, False, False) for text, page in texts)
    return recognise(ReadDocument("report.pdf", "0" * 64, lines, 2), STATES)


STATE, STAKEHOLDERS = DocumentKind.MID_TERM_REPORT, DocumentKind.STAKEHOLDERS_MID_TERM_REPORT
COUNTRY_TEAM = DocumentKind.COUNTRY_TEAM_MID_TERM_REPORT


@pytest.mark.parametrize(
    ("cover", "kind", "symbol", "author"),
    [
        pytest.param(
            ["Republic of Chile", "Universal Periodic Review", "Mid-term report", "March 2016"],
            STATE,
            "CHL-18/mid-term",
            "",
            id="a republic",
        ),
        pytest.param(
            ["UPR MIDTERM IMPLEMENTATION REPORT", "Chile", "Ministry of Foreign Affairs"],
            STATE,
            "CHL-18/mid-term",
            "",
            id="a ministry",
        ),
        pytest.param(
            ["Examen périodique universel", "Rapport à mi-parcours du Chili", "présenté par le Gouvernement"],
            STATE,
            "CHL-18/mid-term",
            "",
            id="French",
        ),
        pytest.param(
            ["Examen périodique universel de l’Allemagne", "Bilan à mi-parcours"],
            STATE,
            "DEU-18/mid-term",
            "",
            id="French, of another State",
        ),
        pytest.param(
            ["Examen Periódico Universal", "Informe de mitad de período", "Gobierno de Chile"],
            STATE,
            "CHL-18/mid-term",
            "",
            id="Spanish",
        ),
        pytest.param(
            ["Universal Periodic Review of Chile", "Mid-Term Report", "Submitted by: Pier Pals, Geneva, Switzerland"],
            STAKEHOLDERS,
            "CHL-18/mid-term/pier-pals-geneva-switzerland",
            "Pier Pals, Geneva, Switzerland",
            id="submitted by others, who live elsewhere",
        ),
        pytest.param(
            ["Coalition of Ferry Friends", "Mid-term review of UPR commitments", "Chile", "Bern, Switzerland"],
            STAKEHOLDERS,
            "CHL-18/mid-term/coalition-of-ferry-friends",
            "Coalition of Ferry Friends",
            id="a coalition",
        ),
        pytest.param(
            ["Mid-term report", "of the UPR of Chile", "prepared by", "Pier Pals"],
            STAKEHOLDERS,
            "CHL-18/mid-term/pier-pals",
            "Pier Pals",
            id="the author on the next line",
        ),
        pytest.param(
            ["Mid-term report on the UPR of Chile", "Prepared by the United Nations country team in Chile"],
            COUNTRY_TEAM,
            "CHL-18/mid-term/united-nations-country-team-in-chile",
            "the United Nations country team in Chile",
            id="the country team",
        ),
        pytest.param(
            ["Informe de mitad de período", "EPU de Chile", "Elaborado por: Equipo de las Naciones Unidas en el País"],
            COUNTRY_TEAM,
            "CHL-18/mid-term/equipo-de-las-naciones-unidas-en-el-pais",
            "Equipo de las Naciones Unidas en el País",
            id="the country team, Spanish",
        ),
        pytest.param(
            ["Mid-term report on the UPR of Chile", "Coalition of Ferry Friends, with the United Nations country team"],
            STAKEHOLDERS,
            "CHL-18/mid-term/coalition-of-ferry-friends-with-united-n",
            "Coalition of Ferry Friends, with the United Nations country team",
            id="others, who name the country team",
        ),
        pytest.param(
            [
                "Distr. General",
                "A/HRC/901/12",
                "Original: English",
                "Government of Chile",
                "Mid-term report on the UPR",
            ],
            STATE,
            "A/HRC/901/12",
            "",
            id="with a symbol",
        ),
    ],
)
def test_whose_it_is(cover: list[str], kind: DocumentKind, symbol: str, author: str) -> None:
    found = recognised(cover)
    assert (found.kind, found.symbol, found.author) == (kind, symbol, author)
    assert (found.session, found.language) == (18, "en")
    assert found.state_under_review == ("DEU" if symbol.startswith("DEU") else "CHL")


COVER = ["Republic of Chile", "UPR mid-term report"]


@pytest.mark.parametrize(
    ("cover", "opening", "session"),
    [
        pytest.param(COVER, "The 18th session of the Working Group reviewed it.", 18, id="an ordinal"),
        pytest.param(COVER, "The eighteenth session of the UPR Working Group was ours.", 18, id="in words"),
        pytest.param(COVER, "See the report for the UPR, A/HRC/WG.6/18/CHL/1.", 18, id="a document before the review"),
        pytest.param(COVER, "The review of Peru (A/HRC/WG.6/14/PER/1); of Chile: 28 January 2014.", 18, id="others"),
        pytest.param(COVER, "L’examen de janvier 2014 fut le deuxième.", 18, id="a month"),
        pytest.param(COVER, "It was reviewed by Mr. Osel and others on 28 January 2014.", 18, id="an abbreviation"),
        pytest.param(
            [*COVER, "second cycle"], "Reviewed on 8 May 2009 and on 28 January 2014.", 18, id="the cycle on the cover"
        ),
        pytest.param(
            [*COVER, "12 March 2016"],
            "Reviewed on 8 May 2009 and on 28 January 2014; the next review is on 22 January 2019.",
            18,
            id="the last before the report",
        ),
    ],
)
def test_on_which_review_it_reports(cover: list[str], opening: str, session: int) -> None:
    assert recognised(cover, [opening]).session == session


def test_its_date_is_that_of_the_cover() -> None:
    assert recognised([*COVER, "12 March 2016"]).date == date(2016, 3, 12)


@pytest.mark.parametrize(
    ("cover", "opening", "reason"),
    [
        pytest.param(["UPR mid-term report", "Government"], REVIEWED, "on which State", id="no State"),
        pytest.param(["UPR mid-term report", "Chile", "The sea is ours"], REVIEWED, "who wrote it", id="no author"),
        pytest.param(["UPR mid-term report", "Republic of Chile", "Pier Pals"], REVIEWED, "who wrote it", id="whose?"),
        pytest.param(COVER, "Many recommendations came.", "on which review", id="no review"),
        pytest.param(COVER, "The reviews of May 2009 and January 2014.", "on which review", id="several reviews"),
    ],
)
def test_one_that_does_not_say_whose_it_is_is_refused_with_the_reason(
    cover: list[str], opening: str, reason: str
) -> None:
    with pytest.raises(UnrecognisedDocument, match=rf"report\.pdf is a mid-term report, .* {reason}"):
        recognised(cover, [opening])


@pytest.mark.parametrize(
    "cover",
    [
        pytest.param(["Distr. General", "A/HRC/WG.6/32/CHL/1", "National report", "Chile", "Mid-term report of 2016"]),
        pytest.param(["A/HRC/WG.6/32/CHL/1", "Distr. General", "Chile", "It sent its UPR mid-term report in 2016."]),
    ],
)
def test_a_document_before_a_review_that_mentions_one_is_none(cover: list[str]) -> None:
    assert recognised(cover).kind is DocumentKind.NATIONAL_REPORT
