"""States by code and by every name that UN documents print."""

import csv
import re
from collections import Counter
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import StateTableError, UnknownState
from models.reviews.states import (
    RegionalGroup,
    State,
    StateKind,
    StateTable,
    fold_letters,
    fold_name,
    short_names_in,
)
from tests.paths import REPOSITORY, SHARED

STATES = StateTable.built_in()


def rows_of(file_name: str) -> list[dict[str, str]]:
    text = resources.files("models.reviews").joinpath(file_name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


NAMES = [(row["code"], row["name"]) for row in rows_of("state_names.csv")]
NAMES += [(state.code, state.name) for state in STATES]


def code_of(name: str) -> str | None:
    state = STATES.find(name)
    return state.code if state else None


def test_every_member_has_a_group_of_the_size_that_the_un_gives() -> None:
    groups = Counter(state.regional_group for state in STATES if state.kind is StateKind.MEMBER)
    assert groups == {
        RegionalGroup.AFRICA: 54,
        RegionalGroup.ASIA_PACIFIC: 54,
        RegionalGroup.EASTERN_EUROPE: 23,
        RegionalGroup.LATIN_AMERICA: 33,
        RegionalGroup.WESTERN_EUROPE: 29,
    }


@pytest.mark.parametrize(
    ("code", "kind", "group"),
    [
        ("SVN", StateKind.MEMBER, "Eastern European Group"),
        ("TUR", StateKind.MEMBER, "Western European and Others Group"),  # sits in two groups, votes in this one
        ("USA", StateKind.MEMBER, "Western European and Others Group"),  # an observer that votes with the group
        ("ISR", StateKind.MEMBER, "Western European and Others Group"),  # far from Western Europe
        ("CYP", StateKind.MEMBER, "Asia-Pacific Group"),  # a member of the European Union
        ("KIR", StateKind.MEMBER, "Asia-Pacific Group"),  # in no group until 2008
        ("VAT", StateKind.OBSERVER, None),
        ("PSE", StateKind.OBSERVER, None),
        ("XKX", StateKind.OTHER, None),
        ("EUE", StateKind.OTHER, None),
    ],
)
def test_kind_and_regional_group(code: str, kind: StateKind, group: str | None) -> None:
    assert (STATES[code].kind, STATES[code].regional_group) == (kind, group)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("BOL", "Bolivia (Plurinational State of)"),
        ("COD", "Democratic Republic of the Congo"),  # ISO 3166 turns it round
        ("CPV", "Cabo Verde"),
        ("CZE", "Czechia"),
        ("KOR", "Republic of Korea"),  # ISO 3166 turns it round
        ("MKD", "North Macedonia"),
        ("NLD", "Netherlands (Kingdom of the)"),
        ("PSE", "State of Palestine"),
        ("SWZ", "Eswatini"),
        ("TUR", "Türkiye"),
        ("VAT", "Holy See"),
        ("VNM", "Viet Nam"),
    ],
)
def test_pages_show_the_name_that_the_un_uses_today(code: str, name: str) -> None:
    assert STATES[code].name == name


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Bolivarian Republic of Venezuela", "VEN"),
        ("Venezuela(Bolivarian republic of )", "VEN"),  # spaces and capitals at will
        ("Venezuela, Bolivarian Republic of", "VEN"),  # as catalogues sort it
        ("the former Yugoslav Republic of Macedonia", "MKD"),
        ("Libyan Arab Jamahiriya", "LBY"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("Turkey", "TUR"),
        ("Turkiye", "TUR"),  # without its umlaut
        ("Côte d'Ivoire", "CIV"),
        ("Cote d’Ivoire", "CIV"),  # curly apostrophe, no circumflex
        ("Côte d`Ivoire", "CIV"),  # a grave accent for an apostrophe
        ("CÔTE D‘IVOIRE", "CIV"),
        ("Bosnia & Herzegovina", "BIH"),
        ("Guinea Bissau", "GNB"),
        ("St. Kitts & Nevis", "KNA"),
        ("Kingdom of the Netherlands", "NLD"),
        ("Korea, Republic of", "KOR"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("Lao People's Democratic Republic", "LAO"),
        ("Congo", "COG"),
        ("Democratic Republic of Congo", "COD"),  # an article short
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("United States", "USA"),
        ("U.S.A.", "USA"),
        ("Palestine", "PSE"),
        ("Vatican City State", "VAT"),
        ("European Union", "EUE"),
        ("Hong Kong, China", "HKG"),
    ],
)
def test_a_state_is_found_by_any_name_that_documents_print(printed: str, code: str) -> None:
    assert code_of(printed) == code


@pytest.mark.parametrize(
    "words",
    ["", "the", "Korea", "SVN", "Northern Ireland", "Nigerian", "Spain and Portugal", "Чад", "France 2", "Atlantis"],
)
def test_what_names_no_state_finds_none(words: str) -> None:
    assert STATES.find(words) is None


def test_niger_is_not_nigeria_however_the_line_breaks() -> None:
    assert [code_of(name) for name in ("Niger", "the Niger", "Niger- ia", "Nigeria")] == ["NER", "NER", "NGA", "NGA"]


@given(st.sampled_from(NAMES), st.data())
def test_a_name_broken_between_any_two_letters_is_the_same_name(pair: tuple[str, str], data: st.DataObject) -> None:
    code, name = pair
    place = data.draw(st.integers(1, len(name) - 1))
    mark = data.draw(st.sampled_from(["- ", "-\n", " ", "\u00ad"]))
    assert code_of(name[:place] + mark + name[place:]) == code


@given(st.sampled_from(NAMES), st.sampled_from(["{}", "the {}", "The {}", " {} ", "{} (the)"]))
def test_case_and_article_do_not_matter(pair: tuple[str, str], frame: str) -> None:
    code, name = pair
    assert {code_of(frame.format(form)) for form in (name, name.upper(), name.lower())} == {code}


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@given(st.text())
def test_every_folded_letter_knows_its_place(text: str) -> None:
    letters, places = fold_letters(text)
    assert len(letters) == len(places)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Lichtenstein", "LIE"),  # a letter short
        ("Switerland", "CHE"),
        ("Phillippines", "PHL"),  # two letters too many
        ("Azerbejan", "AZE"),  # two slips in a long name
        ("Columbia", "COL"),  # wrong letter
        ("Isreal", "ISR"),  # swapped
        ("Guinea-Bisau", "GNB"),
        ("United Sates of America", "USA"),
        ("Holly See", "VAT"),
        ("Trinidad an Tobago", "TTO"),
        ("Slovenia", "SVN"),  # nothing wrong with it
        ("Slovania", None),  # Slovenia or Slovakia
        ("Nigera", None),  # Nigeria or Niger
        ("Austrlia", None),  # Australia or Austria
        ("Guina", None),  # too short to be sure
        ("Irak", None),  # Iraq or Iran
        ("Malaysian", None),  # a people's adjective
        ("German", None),
        ("Germane", None),
        ("Argentine", None),
        ("Republic of", None),
        ("article", None),
        ("x" * 10_000, None),
    ],
)
def test_a_misspelt_name_is_recognised_where_only_one_state_comes_near(printed: str, code: str | None) -> None:
    state = STATES.find_misspelt(printed)
    assert (state and state.code) == code


def test_the_name_of_one_state_is_never_a_misspelling_of_another() -> None:
    for code, name in NAMES:
        assert STATES.find(name) is STATES[code]
        assert STATES.find_misspelt(name) in (STATES[code], None)


def test_codes_and_iteration() -> None:
    codes = [state.code for state in STATES]
    assert codes == sorted(codes)
    assert len(codes) == len(STATES) == len(set(codes))
    assert STATES.get("ZZZ") is None
    with pytest.raises(UnknownState, match="“ZZZ”; use its three-letter ISO code"):
        STATES["ZZZ"]


SAMPLE = "code,name,regional_group,names\nXAA,Vellania,Amber Group,Republic of Vellania; Old Vellania\nXAB,Brenn,,\n"


def write_csv(folder: Path, text: str) -> Path:
    path = folder / "states.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_sample_adds_invented_states(tmp_path: Path) -> None:
    states = STATES.extended(write_csv(tmp_path, SAMPLE))
    assert states["XAA"] == State("XAA", "Vellania", StateKind.MEMBER, "Amber Group", invented=True)
    assert states["XAB"].regional_group is None
    assert states.find("the Republic of Vel- lania") is states.find("old vellania") is states["XAA"]
    assert states.find("Cape Verde") is STATES["CPV"]
    assert len(states) == len(STATES) + 2
    assert STATES.get("XAA") is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("code,name,regional_group,names\nSVN,Slavonia,,\n", "“SVN” stands for two States"),
        (
            "code,name,regional_group,names\nXAA,Cape Verde,,\n",
            "“Cape Verde” stands for two",
        ),  # a former name is taken too
        ("code,name,regional_group,names\nXAA,Aa,,The Niger\n", "“The Niger” stands for two"),
        ("code,name,regional_group,names\nXAA,Aa,,\nXAA,Bb,,\n", "“XAA” stands for two"),
        ("code,name,regional_group,names\nXAA,Aa,,\nXAB,AA,,\n", "“AA” stands for two"),
        ("code,name,regional_group,names\nxaa,Aa,,\n", "three capital letters"),
        ("code,name,regional_group,names\nXAA,,,\n", "write names in letters"),
        ("code,name,regional_group,names\nXAA\n", "write names in letters"),  # a short row
        ("code,name,names\nXAA,Aa,\n", "with the columns code, name, regional_group, names"),
        ("", "is no table of States"),
        ("code,name,regional_group,names\n" + "XAA,Aa,,\n" * 1_001, "at most 1000 States"),
        ("code,name,regional_group,names\nXAA," + "A" * 200_000, "save it as CSV in UTF-8"),  # one endless field
    ],
)
def test_a_malformed_table_is_an_error_that_names_the_file(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(StateTableError, match=reason) as caught:
        STATES.extended(write_csv(tmp_path, text))
    assert "states.csv" in str(caught.value)


def test_a_file_that_is_not_text_or_not_there_is_the_same_kind_of_error(tmp_path: Path) -> None:
    binary = tmp_path / "states.csv"
    binary.write_bytes(b"\xff\xfe\x00")
    for path in (binary, tmp_path / "missing.csv", tmp_path):
        with pytest.raises(StateTableError, match="save it as CSV in UTF-8"):
            STATES.extended(path)


def test_a_table_rebuilt_from_its_states_knows_the_names_of_the_real_ones(tmp_path: Path) -> None:
    extended = STATES.extended(write_csv(tmp_path, SAMPLE))
    rebuilt = StateTable.from_states(extended[code] for code in ("XAA", "SWZ"))
    assert [state.code for state in rebuilt] == ["SWZ", "XAA"]
    assert rebuilt.find("Swaziland") is rebuilt["SWZ"]
    assert rebuilt.find("Vellania") is rebuilt["XAA"]
    assert rebuilt.find("Slovenia") is None


def test_names_at_lists_the_longest_name_first() -> None:
    letters, _ = fold_letters("Guinea-Bissau, Chad")
    assert [(state.code, end) for state, end in STATES.names_at(letters, 0)] == [("GNB", 12), ("GIN", 6)]
    assert [state.code for state, _ in STATES.names_at(letters, 12)] == ["TCD"]
    assert list(STATES.names_at(letters, len(letters))) == []


@pytest.mark.real_data
def test_every_state_name_of_upr_info_is_known() -> None:
    path = SHARED / "upr_info" / "state_names.csv"
    if not path.exists():
        pytest.skip("the table of UPR Info's State names is not on this machine")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row for row in rows if code_of(row["upr_info_name"]) != row["iso3"]] == []


def test_names_in_other_languages_are_those_of_the_states_of_the_table_and_take_none_from_another() -> None:
    invented = State("XAA", "Chili", StateKind.MEMBER, None, invented=True)
    translated = StateTable.from_states([STATES["CHL"], STATES["SVN"], invented]).with_names_in(["fr"])
    found = [translated.find(name) for name in ("Chili", "Slovénie", "Allemagne")]
    assert found == [invented, STATES["SVN"], None]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("République islamique d’Iran", "IRN"),
        ("Bolivie (État plurinational de)", "BOL"),
        ("Bolivie", "BOL"),
        ("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord", "GBR"),
        ("Países Bajos", "NLD"),
        ("Santa Sede", "VAT"),
        ("СЛОВЕНИЯ", "SVN"),
        ("斯洛文尼亚", "SVN"),
        ("دولة فلسطين", "PSE"),
    ],
)
def test_names_that_the_un_gives_states_in_its_other_languages(printed: str, code: str) -> None:
    assert STATES.with_names_in(["ar", "es", "fr", "ru", "zh"]).find(printed) is STATES[code]
    assert STATES.find(printed) is None


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "fr",
            {"SVN": "Slovénie", "BOL": "Bolivie (État plurinational de)", "EUE": "Union européenne"},
        ),
        ("es", {"SVN": "Eslovenia", "NLD": "Países Bajos (Reino de los)", "DOM": "República Dominicana"}),
        ("ar", {"SVN": "سلوفينيا", "BOL": "دولة بوليفيا المتعددة القوميات"}),
        ("de", {"SVN": "Slowenien", "FRA": "Frankreich"}),
    ],
)
def test_short_names_of_states_in_a_language(language: str, names: dict[str, str]) -> None:
    short = short_names_in(language)
    assert {code: short[code] for code in names} == names


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_each_state_has_one_short_name_in_each_language_of_the_un(language: str) -> None:
    with (REPOSITORY / "models/reviews/state_names_in_languages.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if (row["language"], row["use"]) == (language, "today")]
    assert sorted(row["code"] for row in rows) == [state.code for state in StateTable.built_in()]
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert "*" not in row["name"]
        assert not re.search(r"\((l'|le|la|les|el|los|las)\)$", row["name"])
