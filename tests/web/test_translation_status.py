"""A page says how much of its translation was reread, and by whom, as the catalogue has it."""

from pathlib import Path

import pytest

from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from web.site.language import prepare_language

DRAFTED = 'msgid "State"\nmsgstr "État"\n\n'
REREAD = """\
# reread by machine
msgid "Position"
msgstr "Position"

# reread by machine
msgid "Issue"
msgstr "Sujet"

"""
CONFIRMED = '# confirmed by a native speaker\nmsgid "Treaty"\nmsgstr "Traité"\n\n'
LACKING = 'msgid "Paragraph"\nmsgstr ""\n\n'
HEAD = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


def said_of_translation(folder: Path, messages: str, address: str = "/fr/about") -> str:
    path = folder / "fr" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEAD + messages, encoding="utf-8")
    app = site_over(InventedIndex())
    prepare_language(app, folder)
    return text_of(page_of(app.test_client().get(address)))


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (DRAFTED, "1 sentences and labels, and read 0 of them a second time. Confirmed by native speakers: 0."),
        (
            DRAFTED + REREAD + LACKING,
            "3 sentences and labels, and read 2 of them a second time. Confirmed",
        ),
        (REREAD + CONFIRMED, "read 2 of them a second time. Confirmed by native speakers: 1. Where one"),
    ],
)
def test_the_page_on_reading_results_counts_what_was_reread(tmp_path: Path, messages: str, said: str) -> None:
    assert said in said_of_translation(tmp_path, messages)


def test_official_titles_with_a_source_are_counted(tmp_path: Path) -> None:
    committees = ["Human Rights Committee", "Committee against Torture", "Special Rapporteur on the right to food"]
    titles = [f'msgid "{title}"\nmsgstr "Comité {number}"\n\n' for number, title in enumerate(committees)]
    other = '# source: A/HRC/900/1\nmsgid "Treaty"\nmsgstr "Traité"\n\n'
    said = said_of_translation(tmp_path, "".join([other, "# source: A/HRC/901/2\n", *titles]))
    assert "Of 3 official titles of treaties, committees and mandates, 1 were compared with" in said


def test_nothing_is_said_of_titles_where_none_is_translated(tmp_path: Path) -> None:
    assert "official titles" not in said_of_translation(tmp_path, DRAFTED)


def test_nothing_of_it_stands_in_english(tmp_path: Path) -> None:
    assert "a second time" not in said_of_translation(tmp_path, DRAFTED, "/about")
