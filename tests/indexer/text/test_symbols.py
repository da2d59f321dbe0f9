"""The grammar of document symbols, as printed on covers and in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.symbols import parse_symbol, symbol_at_end, symbols_in


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("United Nations A/HRC/11/18*", "A/HRC/11/18"),
        ("A/HRC/ 8/29", "A/HRC/8/29"),
        ("A/HRC/WG.6/1/DZA /4", "A/HRC/WG.6/1/DZA/4"),
        ("A/HRC/900/7/ADD.1", "A/HRC/900/7/Add.1"),
        ("see document A/HRC/900/7/Add.1/Corr.2", "A/HRC/900/7/Add.1/Corr.2"),
        ("E/C.12/NAM/CO/1", "E/C.12/NAM/CO/1"),
        ("A/HRC/900/7 is the report", None),
        ("A/HRC/RES/16/21", None),
        ("A/HRC/28/NGO/6", None),
        ("resolution 5/1", None),
    ],
)
def test_the_symbol_that_ends_a_line(line: str, symbol: str | None) -> None:
    found = symbol_at_end(line)
    assert (found.text if found else None) == symbol


def test_symbols_in_running_text() -> None:
    text = "(A/HRC/WG.6/20/SVN/1); a summary (A/HRC/WG.6/20/SVN/3). See A/HRC/28/15, chapter VI and A/HRC/28/15/Add.1."
    assert [symbol.text for symbol in symbols_in(text)] == [
        "A/HRC/WG.6/20/SVN/1",
        "A/HRC/WG.6/20/SVN/3",
        "A/HRC/28/15",
        "A/HRC/28/15/Add.1",
    ]


@given(st.text("A/HRC.WG6 1Addv*", max_size=24))
def test_a_parsed_symbol_parses_to_itself(printed: str) -> None:
    symbol = parse_symbol(printed)
    if symbol:
        assert parse_symbol(symbol.text) == symbol


@pytest.mark.parametrize(
    ("printed", "state", "session", "document"),
    [
        ("A/HRC/WG.6/20/SVN/1", "SVN", 20, 1),
        ("A/HRC/WG.6/7/SVN/3", "SVN", 7, 3),
        ("A/HRC/WG.6/2/L.8", None, 2, 4),
        ("CEDAW/C/NAM/CO/4-5", "NAM", None, None),
        ("CRPD/C/EU/CO/900", "EUE", None, None),
        ("CCPR/C/CHN-HKG/CO/900", "HKG", None, None),
        ("CAT/C/CHN-MAC/CO/900/Corr.1", "MAC", None, None),
        ("CRC/C/OPSC/NAM/CO/900", "NAM", None, None),
        ("CCPR/C/NAM/COAR/900", "NAM", None, None),
        ("A/HRC/900/1", None, None, None),
    ],
)
def test_what_a_symbol_says_by_itself(
    printed: str, state: str | None, session: int | None, document: int | None
) -> None:
    symbol = parse_symbol(printed)
    assert symbol is not None
    assert (symbol.state, symbol.session, symbol.document) == (state, session, document)
