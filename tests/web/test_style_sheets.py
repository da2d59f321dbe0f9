"""Colours of the style sheets: all are custom properties, and each pair that meets has enough contrast."""

import re
from pathlib import Path

import pytest

from tests.paths import REPOSITORY
from tests.web.speaking import speaking
from web.site.language import gettext

SHEETS = sorted((REPOSITORY / "web" / "static").glob("*.css"))
STYLE = (REPOSITORY / "web" / "static" / "style.css").read_text(encoding="utf-8")
MODES = {
    "light": r":root \{(.*?)\}",
    "dark": r"@media screen and \(prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}",
    "forced": r"@media \(forced-colors: active\) \{\s*:root \{(.*?)\}",
}

TEXT = 4.5
"""WCAG 2.2, criterion 1.4.3."""
BOUNDARY = 3.0
"""Criterion 1.4.11: what a control or a drawing is recognised by."""

PAIRS = [
    ("ink", "paper", TEXT),
    ("ink", "wash", TEXT),
    ("ink", "line", TEXT),  # a chosen filter under the pointer
    ("ink", "mark", TEXT),
    ("ink", "sample", TEXT),
    ("muted", "paper", TEXT),
    ("muted", "wash", TEXT),
    ("muted", "mark", TEXT),  # a word in common in the rest of a paragraph
    ("accent", "paper", TEXT),
    ("accent", "wash", TEXT),
    ("accent-hover", "paper", TEXT),
    ("accent-hover", "wash", TEXT),
    ("on-accent", "accent", TEXT),
    ("on-accent", "accent-hover", TEXT),
    ("supported", "supported-wash", TEXT),
    ("supported", "paper", TEXT),
    ("noted", "noted-wash", TEXT),
    ("noted", "paper", TEXT),
    ("paper", "supported", TEXT),  # a number in a bar
    ("wrong", "paper", TEXT),
    ("on-focus", "focus", TEXT),
    ("on-sample", "sample", TEXT),
    ("control", "paper", BOUNDARY),
    ("control", "wash", BOUNDARY),
    ("mark-line", "paper", BOUNDARY),
    ("sample-line", "paper", BOUNDARY),
]
DECORATION = {"shadow", "line"}
"""What nobody needs to see: lines between what spaces tell apart."""


def colours(mode: str) -> dict[str, str]:
    block = re.search(MODES[mode], STYLE, re.DOTALL)
    assert block
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+|[A-Z]\w+);", block[1]))


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    digits = colour.removeprefix("#")
    full = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    parts = [int(full[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_wcag_says():
    assert contrast("#fff", "#000") == 21
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_that_meet_have_contrast(mode: str, front: str, back: str, least: float):
    known = colours(mode)
    assert contrast(known[front], known[back]) >= least


def test_each_mode_has_a_value_for_each_colour():
    light = colours("light")
    assert len(light) > 20
    assert set(colours("dark")) == set(colours("forced")) == set(light)
    assert {name for pair in PAIRS for name in pair[:2]} | DECORATION == set(light)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_boxes_follow_the_direction_of_the_text(sheet: Path):
    """Four values are the sides of a screen, with right and left; `padding-inline` are those of a line of text."""
    rules = sheet.read_text(encoding="utf-8")
    sides = re.findall(r"\b(?:margin|padding|inset): ([^;]*);", rules)
    four = [each for each in map(str.split, sides) if len(each) == 4]
    assert [each for each in four if each[1] != each[3]] == []
    assert re.findall(r"\b(?:margin|padding|border)-(?:left|right)\b|\b(?:float|align): (?:left|right)\b", rules) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_rules_name_colours_by_their_property(sheet: Path):
    rules = re.sub(r":root \{.*?\}|/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black)\b", rules)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_properties_that_are_named_exist(sheet: Path):
    known = set(re.findall(r"(--[a-z-]+):", STYLE))
    assert set(re.findall(r"var\((--[a-z-]+)\)", sheet.read_text(encoding="utf-8"))) <= known


def test_links_and_buttons_show_the_focus_in_forced_colours():
    """Shadows are not drawn there, so the outline must not be taken away."""
    for selector, rule in re.findall(r"([^{}]*:focus[^{}]*)\{([^{}]*)\}", STYLE):
        assert "outline: none" not in rule or '[tabindex="-1"]' in selector


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_text_has_the_sizes_of_the_scale(sheet: Path) -> None:
    """Other sizes are relative to the text around, or those of paper and of drawings."""
    sizes = re.findall(r"font-size: ([^;}]+)", sheet.read_text(encoding="utf-8"))
    known = set(re.findall(r"(--size-\d+): ", STYLE))
    assert len(known) == 10
    assert [
        size
        for size in sizes
        if (
            size.removeprefix("var(").removesuffix(")") not in known
            and not size.endswith(("em", "%", "pt", "px", "inherit"))
        )
        or size.endswith("rem")
    ] == []


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_a_colon_that_a_style_sheet_writes_is_that_of_the_language(language: str) -> None:
    with speaking(language):
        colon = gettext(": ")
    of_language = re.search(rf':root:lang\({language}\) {{ --colon: "(.*?)"', STYLE)
    written = of_language or re.search(r'--colon: "(.*?)"', STYLE)
    assert written and written[1].replace(r"\a0", "\N{NO-BREAK SPACE}") == colon


def test_no_style_sheet_writes_a_colon_otherwise() -> None:
    assert [name.name for name in SHEETS if re.search(r'content:[^;]*": ?"', name.read_text(encoding="utf-8"))] == []
