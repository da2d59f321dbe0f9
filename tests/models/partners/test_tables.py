"""The tables of partners: as they come, an operator's in their place, and what is wrong with one."""

import re
from dataclasses import fields

import pytest

from models.errors import PartnerTableError
from models.partners.actors import actors_for
from models.partners.rows import PAGES
from models.partners.tables import partner_tables

MINISTRIES = "issue,portfolio,source,address,date\n"
INSTITUTIONS = "state,name,status,source,address,date\n"


@pytest.fixture
def replaced(tmp_path):
    """Tables with one that an operator put in the place of ours."""

    def read(name, content):
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return partner_tables(tmp_path)

    return read


def refusal(replaced, name, content):
    with pytest.raises(PartnerTableError) as caught:
        replaced(name, content)
    return str(caught.value)


def test_every_row_has_a_source_and_a_date_or_is_known_to_have_none():
    tables = partner_tables()
    rows = [row for table in fields(tables) for row in getattr(tables, table.name)]
    assert all(row.source.words for row in rows)
    undated = {str(row.source.words) for row in rows if not row.source.date}
    assert undated == {
        "Table of a published survey of national mechanisms (maker and year not stated in it)",
        "Office of the High Commissioner, About the mandate",
        "Child Rights Connect and UPR Info, fact sheet “Follow-up to the Universal Periodic Review” (cites a study of "
        "November 2014)",
    }


def test_tables_that_come_with_the_program():
    tables = partner_tables()
    slovenia = [row for row in tables.institutions if row.state == "SVN"]
    assert [(row.status, row.source.date) for row in slovenia] == [("A", "2024-05")]
    kenya = next(row for row in tables.mechanisms if row.state == "KEN")
    assert (kenya.kind, dict(kenya.scores)["total"]) == ("NMIRF", "3.33")
    detention = next(row for row in tables.special_procedures if row.mandate == "Working Group on Arbitrary Detention")
    assert (detention.since, "Detention" in detention.issues) == ("1991", True)


def test_every_list_that_may_be_missing_has_an_official_page():
    assert [about for about in PAGES if partner_tables().page(about) is None] == []


def test_table_of_an_operator_counts_instead_of_ours(replaced):
    tables = replaced("ministries.csv", MINISTRIES + "Detention,prisons,Gazette,https://example.org/g,2026-01\n")
    assert actors_for("Detention", tables=tables) == ("the ministry responsible for prisons",)
    assert actors_for("Right to health", tables=tables) == ()
    assert tables.un_bodies == partner_tables().un_bodies


def test_columns_may_come_in_another_order_with_more_beside_them(replaced):
    tables = replaced(
        "national_institutions.csv",
        b"\xef\xbb\xbfdate,notes,status,name,state,source,address\r\n2026,checked,B,Office of Rights,XAA,List,\r\n",
    )
    (row,) = tables.institutions
    assert (row.state, row.name, row.status, row.source.date) == ("XAA", "Office of Rights", "B", "2026")


def test_empty_table_of_an_operator_empties_ours(replaced):
    assert replaced("national_institutions.csv", INSTITUTIONS).institutions == ()


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Slovenia,Office,A,List,,2026", "“state” cannot be used; it must be the code of a State in three capital"),
        (",Office,A,List,,2026", "“state” cannot be used; it is empty"),
        ("XAA,Office,C,List,,2026", "“status” cannot be used; it must be one of A, B, not accredited"),
        ("XAA,Office,A,,,2026", "“source” cannot be used; it is empty"),
        ("XAA,Office,A,List,javascript:alert(1),2026", "“address” cannot be used; it must be an address that begins"),
        ("XAA,Office,A,List,,May 2026", "“date” cannot be used; it must be a day, month or year"),
        ("XAA,Office,A,List", "it has not as many cells as the first line"),
        ("XAA,Office,A,List,,2026,more", "it has not as many cells as the first line"),
    ],
)
def test_malformed_row_is_named(replaced, row, why):
    sentence = refusal(replaced, "national_institutions.csv", f"{INSTITUTIONS}XAB,First,A,List,,2026\n{row}\n")
    assert sentence.startswith("national_institutions.csv, line 3: ")
    assert why in sentence


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("issue,portfolio,source\n", "ministries.csv lacks the column “address”"),
        ("", "ministries.csv lacks the column “issue”"),
        (b"\xff\xfe\x00", "ministries.csv cannot be read: check UPR_TABLES"),
        (MINISTRIES + 'Detention,"justice', "ministries.csv, line 1: it has not as many cells"),
    ],
)
def test_table_that_is_none_is_named(replaced, content, why):
    assert refusal(replaced, "ministries.csv", content).startswith(why)


def test_misspelt_name_of_a_table_is_told(replaced):
    assert re.match(
        r"ministry\.csv is no table of partners: name it one of ", refusal(replaced, "ministry.csv", MINISTRIES)
    )


def test_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(PartnerTableError, match="cannot be read: check UPR_TABLES"):
        partner_tables(tmp_path / "none")
