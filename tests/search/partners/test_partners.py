"""The panel over an index and the tables."""

from dataclasses import replace
from datetime import date

import pytest

from models.errors import UnknownFilter, UnknownRecord, UnknownState
from models.partners.tables import partner_tables
from models.records.documents import DocumentKind
from models.records.records import Label, Origin
from search import open_index
from search.answer.as_json import Partner as PartnerLine
from search.datamodel.partners import Basis, PartnerKind
from search.partners.compose import state_partners
from search.partners.words import partners_as_text
from tests.invented_records import TODAY, pre_session, recommendation
from tests.search.invented_index import build
from tests.state_index import state_index
from web.spoken import speaking

DETENTION = Label("upr-info", "Detention", Origin.SOURCE)


def partners(state, issue, today=TODAY, tables=None, records=()):
    return state_partners(state_index().snapshot, state, issue, today, tables or partner_tables(), records)


@pytest.fixture(scope="module")
def panel():
    return partners("XAA", "detention")


def lines(panel, kind):
    return [(str(line.name), line.basis) for line in panel.of_kind(kind)]


def test_every_kind_has_a_line_and_caution_comes_first(panel):
    assert (panel.state.name, panel.issue) == ("Vellania", "Detention")
    assert "assess whether you have, or can safely establish, a working relationship" in panel.caution
    kinds = [line.kind for line in panel.partners]
    of_members_alone = PartnerKind.REGIONAL_BODY
    assert list(dict.fromkeys(kinds)) == [kind for kind in PartnerKind if kind is not of_members_alone]
    assert kinds == sorted(kinds, key=list(PartnerKind).index)


def test_usual_ministries(panel):
    assert lines(panel, PartnerKind.MINISTRY)[:2] == [
        ("the ministry responsible for justice", Basis.USUAL),
        ("the ministry responsible for the interior", Basis.USUAL),
    ]


def test_what_no_list_has_is_said_to_be_missing_with_the_official_page(panel):
    for kind, page in {
        PartnerKind.INSTITUTION: "https://ganhri.org/membership/",
        PartnerKind.MECHANISM: "https://www.ohchr.org/en/hr-bodies/upr/documentation",
        PartnerKind.UN_PRESENCE: "https://www.ohchr.org/en/about-us/where-we-work",
    }.items():
        (line,) = panel.of_kind(kind)
        assert (line.basis, line.page, line.source) == (Basis.MISSING, page, None)
        assert "This installation does not say" in line.details[0] or "The lists here name no office" in line.details[0]


def test_mandates_on_the_issue_and_where_others_are_found(panel):
    mandates = panel.of_kind(PartnerKind.SPECIAL_PROCEDURE)
    assert [str(line.name) for line in mandates] == [
        "Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment",
        "Working Group on Arbitrary Detention",
        "Other mandates on this issue or on Vellania",
    ]
    by_name = {str(line.name): line for line in mandates}
    assert by_name["Working Group on Arbitrary Detention"].details[0] == "The mandate was created in 1991."
    assert mandates[-1].page == "https://www.ohchr.org/en/special-procedures-human-rights-council"


def test_bodies_of_the_council_of_europe_are_for_its_members(panel):
    slovenia = partners("Slovenia", "Detention").of_kind(PartnerKind.REGIONAL_BODY)
    assert [str(line.name) for line in slovenia] == [
        "European Committee for the Prevention of Torture (CPT)",
        "Council of Europe Commissioner for Human Rights",
    ]
    assert {(line.basis, line.source.date) for line in slovenia} == {(Basis.TABLE, "2022")}
    assert panel.of_kind(PartnerKind.REGIONAL_BODY) == ()
    members = frozenset().union(*(row.states for row in partner_tables().regional_bodies))
    assert (len(members), "RUS" in members) == (46, False)


def test_the_mandate_on_water_is_for_wells():
    mandates = [str(line.name) for line in partners("XAA", "Right to water").of_kind(PartnerKind.SPECIAL_PROCEDURE)]
    assert mandates[0] == "Special Rapporteur on the human rights to safe drinking water and sanitation"


def test_guidance_and_fund(panel):
    assert [name for name, _ in lines(panel, PartnerKind.GUIDANCE)] == ["UPR Info", "Child Rights Connect"]
    assert [name for name, _ in lines(panel, PartnerKind.FUND)] == [
        "UPR Voluntary Fund for Financial and Technical Assistance"
    ]


def test_lists_of_a_state_that_is_in_them():
    slovenia = partners("Slovenia", "Detention")
    (institution,) = slovenia.of_kind(PartnerKind.INSTITUTION)
    assert institution.name == "Human Rights Ombudsman of the Republic of Slovenia"
    assert institution.details[0] == "A status: it complies fully with the Paris Principles."
    assert institution.source is not None
    assert institution.source.date == "2024-05"
    (mechanism,) = slovenia.of_kind(PartnerKind.MECHANISM)
    assert mechanism.basis is Basis.SURVEY
    assert mechanism.details[0] == "A survey calls it “Single inter-ministerial”."
    assert "parliament 1, the judiciary -1, civil society 1" in mechanism.details[1]
    assert mechanism.details[1].endswith("responsibility for coordination -1 and in total 2.33.")


def test_country_mandate_counts_whatever_the_issue():
    panel = partners("BLR", "Older persons")
    names = [str(line.name) for line in panel.of_kind(PartnerKind.SPECIAL_PROCEDURE)]
    assert names == [
        "Special Rapporteur on the situation of human rights in Belarus",
        "Other mandates on this issue or on Belarus",
    ]


OLD_TABLES = {
    "un_presences.csv": "state,presence,page,source,address,date\n"
    "XAA,country office,https://example.org/o,Register,https://example.org/r,2021-06\n"
    "XAB,country office,https://example.org/o,Register,https://example.org/r,2022-01\n"
    "XBA,country office,https://example.org/o,Register,https://example.org/r,\n",
    "national_institutions.csv": "state,name,status,source,address,date\n"
    "XAB,Ombudsperson of Brenmark,A,Register,https://example.org/r,2024\n",
    "official_pages.csv": "about,page,what,there_are,counted,source,address,date\n"
    "institution,https://example.org/i,List of institutions,31,,Register,,\n"
    "special procedure,https://example.org/s,List of mandates,48,2022-03,Register,,\n",
}


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("XAA", ["This is as of 2021: check whether it still holds before you rely on it."]),
        ("XAB", []),
        ("XBA", ["The source has no date: look it up before you rely on it."]),
    ],
)
def test_a_row_says_that_it_is_old_from_its_third_year_on(tmp_path, state, said):
    for name, table in OLD_TABLES.items():
        (tmp_path / name).write_text(table)
    panel = partners(state, "Detention", date(2024, 1, 1), tables=partner_tables(tmp_path))
    (office,) = panel.of_kind(PartnerKind.UN_PRESENCE)
    assert [str(detail) for detail in office.details] == said


def test_lists_say_how_many_there_should_be(tmp_path):
    for name, table in OLD_TABLES.items():
        (tmp_path / name).write_text(table)
    panel = partners("XAA", "Privacy", date(2024, 1, 1), tables=partner_tables(tmp_path))
    (institution,) = panel.of_kind(PartnerKind.INSTITUTION)
    assert str(institution.details[-1]) == "The list here has 1 of about 31."
    *_, mandates = panel.of_kind(PartnerKind.SPECIAL_PROCEDURE)
    assert str(mandates.details[-1]).endswith("; in 2022 there were 48.")


def test_no_office_is_listed_that_is_known_to_have_closed():
    assert "UGA" not in {row.state for row in partner_tables().un_presences}, "closed on 5 August 2023"


def test_tables_of_an_operator_count(tmp_path):
    (tmp_path / "national_institutions.csv").write_text(
        "state,name,status,source,address,date\nXAA,Ombudsperson of Vellania,B,Register,https://example.org/r,2021-02-03\n"
    )
    (tmp_path / "special_procedures.csv").write_text("mandate,issues,state,since,source,address,date\n")
    (tmp_path / "official_pages.csv").write_text("about,page,what,there_are,counted,source,address,date\n")
    panel = partners("XAA", "Detention", tables=partner_tables(tmp_path))
    (institution,) = panel.of_kind(PartnerKind.INSTITUTION)
    assert (institution.name, institution.details[0], institution.page) == (
        "Ombudsperson of Vellania",
        "B status: it complies partly with the Paris Principles.",
        "",
    )
    (missing,) = panel.of_kind(PartnerKind.SPECIAL_PROCEDURE)
    assert (missing.basis, missing.page, missing.published) == (Basis.MISSING, "", None)


def test_chosen_recommendations_alone():
    record_id = partners("XAA", "Detention").of_kind(PartnerKind.RECOMMENDING_STATE)[0].requests[0].id
    (only,) = partners("XAA", "Detention", records=[record_id, record_id]).of_kind(PartnerKind.RECOMMENDING_STATE)
    assert (only.state, [record.id for record in only.requests]) == ("FRA", [record_id])


def test_what_is_unknown_is_told():
    with pytest.raises(UnknownFilter, match="Issue: there is no “Prisons” here; choose from Asylum-seekers"):
        partners("XAA", "Prisons")
    with pytest.raises(UnknownState):
        partners("Atlantis", "Detention")
    with pytest.raises(UnknownRecord):
        partners("XAA", "Detention", records=["XAA-1-1-1"])
    brenmark = partners("XAB", "Detention").of_kind(PartnerKind.RECOMMENDING_STATE)[0].requests[0].id
    with pytest.raises(UnknownRecord, match="is no recommendation to this State"):
        partners("XAA", "Detention", records=[brenmark])


def test_text_shows_blanks_words_sources_and_pages(panel):
    text = partners_as_text(panel, 80)
    assert text.startswith("These are possible partners.")
    assert "- France (from documents indexed here)\n" in text
    assert "- ________________ (to fill in)\n" in text
    assert "    Source: editors' reading, 2026-11-26\n" in text
    assert "members\n    and their status\n    https://ganhri.org/membership/\n" in text
    assert all(len(line) <= 80 or "https://" in line for line in text.splitlines())


def test_text_names_states_in_the_language_of_commands(panel):
    with speaking("es"):
        assert "- Francia (según documentos indexados aquí)\n" in partners_as_text(panel, 80)


def test_json_of_a_line(panel):
    line = PartnerLine.as_json(panel.of_kind(PartnerKind.RECOMMENDING_STATE)[0])
    assert {name: line[name] for name in ("kind", "name", "basis", "state", "date", "page")} == {
        "kind": "recommending State",
        "name": "France",
        "basis": "documents of this index",
        "state": "FRA",
        "date": None,
        "page": None,
    }
    assert [(each["session"], each["quoted"]) for each in line["recommendations"]] == [
        (34, "Let judges visit prisons in the north (France);")
    ]
    blank = PartnerLine.as_json(panel.of_kind(PartnerKind.NGOS)[0])
    assert (blank["name"], blank["source"], blank["basis"]) == (None, None, "to fill in")


def test_bodies_that_work_on_the_issue_come_before_those_that_work_on_all():
    names = [str(line.name) for line in partners("XAA", "Rights of the Child").of_kind(PartnerKind.UN_BODY)]
    assert names == [
        "United Nations Children’s Fund (UNICEF)",
        "Office of the United Nations High Commissioner for Human Rights (OHCHR)",
        "United Nations Development Programme (UNDP)",
        "Other bodies of the United Nations that work on this",
    ]


def test_summary_of_submissions_names_ngos(tmp_path):
    records = [replace(recommendation("Train guards", state="XAA"), labels=(DETENTION,))]
    summaries = [pre_session("XAA", session, {"1": ()}, DocumentKind.SUMMARY) for session in (20, 34)]
    snapshot = open_index(build(tmp_path, [*records, *summaries])).snapshot
    (ngos,) = state_partners(snapshot, "XAA", "Detention", TODAY, partner_tables()).of_kind(PartnerKind.NGOS)
    assert ngos.documents == (summaries[1].identity.symbol,)
    assert ngos.details == (
        f"OHCHR’s summary {summaries[1].identity.symbol} names those who made submissions on the review of 2019 "
        "(session 34).",
    )
