"""Sponsor parentheses: which parentheses name States, which States, and where they stand."""

import csv
import re
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from indexer.datamodel.source_entries import distinct_sponsors
from indexer.extract.grammar.sponsors import find_speaker, find_sponsor_parentheses
from models.records.records import Sponsor
from models.reviews.states import StateKind, StateTable

STATES = StateTable.built_in()


def read(text: str) -> list[tuple[str, str]]:
    """(the words of each parenthesis, its States' codes), in order."""
    found = find_sponsor_parentheses(text, STATES)
    return [(text[span.start : span.end], " ".join(sponsor.state for sponsor in span.sponsors)) for span in found]


@pytest.mark.parametrize(
    ("parenthesis", "codes"),
    [
        ("(Cuba)", "CUB"),
        ("(Algeria, Mexico and the Netherlands)", "DZA MEX NLD"),
        ("(Chad; Peru; Fiji)", "TCD PER FJI"),
        ("(Chad/Peru)", "TCD PER"),
        ("(Chad & Peru)", "TCD PER"),
        ("(Chad as well as Peru)", "TCD PER"),
        ("(Chad Peru)", "TCD PER"),  # the comma was forgotten
        ("(ChadPeru)", "TCD PER"),  # glued in the file
        ("(CHAD, PERU)", "TCD PER"),
        ("(Chad, Peru, Chad)", "TCD PER"),  # each State once
        ("(The Netherlands, the Sudan)", "NLD SDN"),
        ("(Netherlands (the))", "NLD"),
        ("(Netherlands (Kingdom of the))", "NLD"),  # the article stands before the bracket
        ("(Micronesia (Federated States of))", "FSM"),
        (
            "(Iran (Islamic Republic of), Venezuela (Bolivarian Republic of) and Bosnia and Herzegovina)",
            "IRN VEN BIH",
        ),
        ("(Iran(Islamic Republic of ),Cuba)", "IRN CUB"),  # spaces misplaced
        ("(Korea, Republic of, Korea, Democratic People's Republic of)", "KOR PRK"),  # commas inside the names
        ("(the Democratic People’s Republic of Korea)", "PRK"),
        ("(Congo, Republic of Korea)", "COG KOR"),  # not "Congo, Republic of"
        ("(Moldova, Republic of the Fiji Islands)", "MDA FJI"),  # not "Moldova, Republic of"
        ("(Moldova, Republic of the Netherlands)", "MDA NLD"),  # but here: a comma was forgotten
        ("(Gambia, Republic of the, Peru)", "GMB PER"),
        ("(Congo, Democratic Republic of the Congo)", "COG COD"),  # not "Congo, Democratic Republic of the"
        ("(Congo, DR Congo)", "COG COD"),
        ("(Congo DR, Congo)", "COD COG"),
        ("(Congo (Democratic Republic of the), Congo (Brazzaville))", "COD COG"),
        ("(Congo DR, Cuba)", "COD CUB"),  # "DRC" ends within a word
        ("(Congo (DRC), Peru)", "COD PER"),
        ("(Congo; DRC)", "COG COD"),  # no name has a semicolon or a stroke
        ("(Congo/DRC)", "COG COD"),
        ("(Republic of Korea, Republic of Moldova)", "KOR MDA"),
        ("(Saint Vincent and the Grenadines and Antigua and Barbuda)", "VCT ATG"),
        ("(United Kingdom of Great Britain and Northern Ireland, Ireland)", "GBR IRL"),
        ("(the former Yugoslav Republic of Macedonia and Serbia and Montenegro)", "MKD SRB MNE"),
        ("(Niger, Nigeria, Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea)", "NER NGA GIN GNB GNQ PNG"),
        ("(Holy See, State of Palestine, Palestine)", "VAT PSE"),  # observers recommend, too
        ("(Türkiye, Eswatini, Czechia, Cabo Verde, North Macedonia, Viet Nam)", "TUR SWZ CZE CPV MKD VNM"),
        ("(Turkey, Swaziland, Czech Republic, Cape Verde, Vietnam)", "TUR SWZ CZE CPV VNM"),
        ("(Côte d‘Ivoire, Lao People`s Democratic Republic)", "CIV LAO"),  # two more apostrophes
        ("(Bosnia and Her- zegovina, Guinea- Bissau, Timor-\nLeste)", "BIH GNB TLS"),  # line breaks
        ("(And- orra, Peru And-\norra)", "AND PER"),  # begins like "and"
        ("( Cuba )", "CUB"),
        ("(Cuba,)", "CUB"),
        ("(.Cuba)", "CUB"),
        ("(Cuba.)", "CUB"),
        ("(Norway*)", "NOR"),
        ("(Norway, 1 Chile2)", "NOR CHL"),  # marks of footnotes
        ("(France; recommendation 12)", "FRA"),
        ("(Spain – para. 32)", "ESP"),
        ("(Spain, paragraph 32 (b))", "ESP"),
        ("(Spain (see above))", "ESP"),
        ("(Spain, among others)", "ESP"),
        ("(Spain and others)", "ESP"),
        ("(Egypt, on behalf of the African Group)", "EGY"),
        ("(Sweden on behalf of the Nordic countries)", "SWE"),
        ("(Sweden, also on behalf of Norway)", "SWE"),
        ("(Sweden (on behalf of the Nordic countries))", "SWE"),
        ("(France and the European Union)", "FRA"),  # only the State takes the floor
        ("(Guinea Bisau, Trinidad an Tobago)", "GNB TTO"),  # not Guinea, not Trinidad
        ("(Saint Vincent and the Granadines)", "VCT"),
        ("(Libya Arab Jamahiriya)", "LBY"),
        ("(Venezuela (Bolavarian Republic of), Cuba)", "VEN CUB"),  # the slip is behind the bracket
        ("(Eygpt, Peru)", "PER"),  # too short to be sure, but it looks like a State
        ("(Slovania, Spain)", "ESP"),  # Slovenia or Slovakia: left out
        ("(Spain, Slovania)", "ESP"),
        ("((Spain))", "ESP"),
        ("[Spain]", "ESP"),
        ("([Spain])", "ESP"),
    ],
)
@pytest.mark.parametrize("frame", ["{}", "Free the press {}; and the radio", "Join the ICC (Rome, 1998) {}. Then rest"])
def test_a_parenthesis_of_states(frame: str, parenthesis: str, codes: str) -> None:
    assert read(frame.format(parenthesis)) == [(parenthesis, codes)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no bracket, only France",
        "()",
        "(article 5)",
        "(CEDAW)",
        "(CEDAW, Peru)",
        "(Lima, Peru)",
        "(a) and (b)",
        "(Turkey's reservation)",
        "(Turkey’s reservation)",
        "(the situation in Haiti)",
        "(Haiti earthquake)",
        "(Cuba; the embargo on it)",
        "(Mexico, 1975)",  # a conference
        "(Beijing, 1995)",
        "(Nigerians)",
        "(Korea)",  # which?
        "(Congo Democratic Republic)",  # a name that cannot be read is not cut down to one that can
        "(Slovania)",
        "(European Union)",
        "(African Union)",
        "Iran (Islamic Republic of) said so",
        "the Netherlands (Kingdom of the)",
        "since [Chad] has one already",  # inserted by the editors
        "a) for Spain b) for others",
        "1) 2) 3)",
    ],
)
def test_what_is_no_parenthesis_of_states(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the list's own bracket is missing after a name that ends in one
        ("Do it (Iran (Islamic Republic of); do more", [("(Iran (Islamic Republic of)", "IRN")]),
        ("Do it (France", [("(France", "FRA")]),
        ("Do it (France.", [("(France", "FRA")]),
        ("Do it (France; Ratify it (Spain)", [("(France", "FRA"), ("(Spain)", "ESP")]),
        ("Join (Chad, and the Statute (Peru); and", [("(Chad", "TCD"), ("(Peru)", "PER")]),
        ("Do it ((Spain); do more", [("((Spain)", "ESP")]),
        ("Do it (Spain)); do more", [("(Spain))", "ESP")]),
        ("Do it (France (Peru); do more", [("(France (Peru)", "FRA PER")]),
        ("Do it (France (Peru)); do more", [("(France (Peru))", "FRA PER")]),
        ("for the child, France)", [("France)", "FRA")]),
        ("for the child France, Iran (Islamic Republic of) and Peru); more", [
            ("France, Iran (Islamic Republic of) and Peru)", "FRA IRN PER"),
        ]),
        ("for all Peru); more (Chad)", [("Peru)", "PER"), ("(Chad)", "TCD")]),
        ("work together (with neighbours (Peru))", [("(Peru)", "PER")]),  # the outer bracket is no slip
        ("Do it (Peru]", [("(Peru]", "PER")]),
        ("(((Peru)))", [("(((Peru)))", "PER")]),
        ("work (with neighbours ((Peru)))", [("((Peru))", "PER")]),
        ("work (with neighbours (Peru)) and more (Chad))", [("(Peru)", "PER"), ("(Chad))", "TCD")]),
        ("work (with all (near or far) and Peru)", []),
        ("work (Peru has one) and more (Chad)", [("(Chad)", "TCD")]),
        ("work (Peru has one", []),
        ("work (Peru, has one", [("(Peru", "PER")]),
        ("work (Peru, has one)", []),
        ("for the child Peru, more words here)", []),
        ("for Chad (Peru) and Mali)", [("(Peru) and Mali)", "PER MLI")]),
    ],
)  # fmt: skip
def test_missing_and_doubled_brackets(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("gap", ["", " ", "/", " / ", ", ", "; ", " and ", ", and ", " & ", "\n"])
def test_parentheses_in_a_row_are_one(gap: str) -> None:
    row = f"(Peru){gap}(Bolivia (Plurinational State of)){gap}(Chad, Peru)"
    assert read(f"Sign {row}; ratify (Togo)") == [(row, "PER BOL TCD"), ("(Togo)", "TGO")]


def test_words_between_parentheses_keep_them_apart() -> None:
    assert read("Sign (Peru)/ratify (Chad) or (c) leave (Togo)") == [
        ("(Peru)", "PER"),
        ("(Chad)", "TCD"),
        ("(Togo)", "TGO"),
    ]


@pytest.mark.parametrize(
    ("parenthesis", "printed"),
    [
        ("(the Netherlands)", ["Netherlands"]),
        (
            "(Swaziland, the former Yugoslav Republic of Macedonia)",
            ["Swaziland", "former Yugoslav Republic of Macedonia"],
        ),
        ("(Bosnia and Her- zegovina)", ["Bosnia and Herzegovina"]),
        ("(Bosnia and Her-\n  zegovina)", ["Bosnia and Herzegovina"]),
        ("(Bos\u00adnia and\nHerzegovina)", ["Bosnia and Herzegovina"]),
        ("(Guinea- Bissau, Timor-\nLeste)", ["Guinea-Bissau", "Timor-Leste"]),  # these hyphens are their own
        ("(Iran  (Islamic\nRepublic of))", ["Iran (Islamic Republic of)"]),
        ("(Phillippines)", ["Phillippines"]),  # a slip is quoted as printed
    ],
)
def test_citations_show_the_name_as_printed_on_one_line(parenthesis: str, printed: list[str]) -> None:
    (found,) = find_sponsor_parentheses(parenthesis, STATES)
    assert [sponsor.printed for sponsor in found.sponsors] == printed


def test_states_of_a_sample_are_sponsors(tmp_path: Path) -> None:
    table = tmp_path / "states.csv"
    table.write_text("code,name,regional_group,names\nXAA,Vellania,Amber Group,Vellania (Republic of)\n")
    (found,) = find_sponsor_parentheses("(Vellania (Republic of), Peru)", STATES.extended(table))
    assert [sponsor.state for sponsor in found.sponsors] == ["XAA", "PER"]


def printed_names() -> list[tuple[str, str]]:
    text = resources.files("models.reviews").joinpath("state_names.csv").read_text(encoding="utf-8")
    names = [(row["code"], row["name"]) for row in csv.DictReader(text.splitlines())]
    names += [(state.code, state.name) for state in STATES]
    return [(code, name) for code, name in names if STATES[code].kind is not StateKind.OTHER]


NAMES = printed_names()
SEPARATORS = [", ", "; ", " and ", " & ", "/", ", and ", " and the ", ",", "; the ", "\n"]


MOLDOVA, FIJI = ("MDA", "Moldova"), ("FJI", "Republic of the Fiji Islands")
CONGO, ITS_NEIGHBOUR = ("COG", "Congo"), ("COD", "Democratic Republic of the Congo")
UNCLEAR = re.compile(r"\bCongo[,\s]+DRC\b|\bCongo(?! ?\()[^,;/&]*\n[^,;/&]*(?<!\()Congo\b")
"""Nobody can tell whether "Congo, DRC" are one State or two, and which comes first in "Congo DR Congo"."""


@st.composite
def states_in_a_row(draw: st.DrawFn) -> list[tuple[str, str, str]]:
    """(code, name, what stands behind it)."""
    pairs = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12, unique_by=lambda pair: pair[0]))
    return [(*pair, draw(st.sampled_from(SEPARATORS))) for pair in pairs[:-1]] + [(*pairs[-1], "")]


@given(states_in_a_row())
@example([(*MOLDOVA, ", "), (*FIJI, "")])
@example([(*MOLDOVA, "\n"), (*FIJI, "")])
@example([(*CONGO, ","), (*ITS_NEIGHBOUR, "")])
@example([(*CONGO, "/"), ("COD", "DRC", "")])
@example([("COD", "Congo DR", "\n"), ("CUB", "Cuba", "")])
def test_any_list_of_states_is_read_back_in_order(row: list[tuple[str, str, str]]) -> None:
    words = "".join(name + separator for _, name, separator in row)
    assume(not UNCLEAR.search(words))
    assert read(f"Do it ({words}); more") == [(f"({words})", " ".join(code for code, _, _ in row))]


@given(st.sampled_from(NAMES), st.data())
def test_a_line_break_may_fall_anywhere_in_a_name(pair: tuple[str, str], data: st.DataObject) -> None:
    code, name = pair
    places = [place for place in range(1, len(name)) if name[place - 1 : place + 1].isalpha()]
    place = data.draw(st.sampled_from(places))
    parenthesis = f"({name[:place]}- {name[place:]}, Peru)"
    assert read(parenthesis) == [(parenthesis, " ".join(dict.fromkeys([code, "PER"])))]


PIECES = [*"()[] ,;-&*1", "Peru", "Iran", "Republic", "of", "and", "Slov"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_spans_are_ordered_and_hold_sponsors(text: str) -> None:
    end = 0
    for found in find_sponsor_parentheses(text, STATES):
        assert end <= found.start < found.end <= len(text)
        assert found.sponsors
        end = found.end


HOSTILE = [
    "(", ")", "((", "()", "(France", "France, ", "France)", "A) ", "(Xustrialia ", "(Slovania, ", "Slovania) ",
    "(Iran (Islamic ", "(France (on behalf of ", "(France see ", "(France 1", "(France and ", "and the ", "- ",
    "United ", "(Trinidad and ", "\u0301", " ", "(Republic of ",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    # A reader that looked back or ahead without bound would not return from 30,000 characters in many minutes.
    text = (piece * 30_000)[:30_000]
    assert all(found.sponsors for found in find_sponsor_parentheses(text + " (Peru)", STATES))


def test_a_name_torn_apart_by_endless_spaces_is_still_read() -> None:
    assert read("(United" + " " * 50_000 + "Kingdom)")[0][1] == "GBR"


def test_a_bracket_is_looked_for_some_four_hundred_characters_away() -> None:
    near, far = "wide rivers " * 30, "wide rivers " * 34
    assert read(f"work (Peru, {near})") == []
    assert read(f"work (Peru, {far})") == [("(Peru", "PER")]


@pytest.mark.parametrize(
    ("words", "state", "rest"),
    [
        ("Peru noted the bridge.", "PER", "noted the bridge."),
        ("The Netherlands noted the bridge.", "NLD", "noted the bridge."),
        ("The representative of Chad, noted the bridge.", "TCD", "noted the bridge."),
        ("Statement by Guinea-Bissau: bridges.", "GNB", "bridges."),
        ("Chad", "TCD", ""),
        ("The bridge of Chad is old.", None, ""),
        ("", None, ""),
    ],
)
def test_the_speaker_is_the_state_that_a_statement_begins_with(words: str, state: str | None, rest: str) -> None:
    found = find_speaker(words, STATES)
    assert (found[0].state, found[1]) == (state, rest) if found else state is None


def test_the_first_name_of_a_state_is_kept() -> None:
    first, again, other = Sponsor("PER", "Peru"), Sponsor("PER", "Republic of Peru"), Sponsor("TCD", "Chad")
    assert distinct_sponsors([first, other, again]) == (first, other)
