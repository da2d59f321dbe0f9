"""What `make messages` says of a catalogue."""

from pathlib import Path

from tools.translation_report import report

CATALOGUE = """\
msgid "State"
msgstr "État"

msgid "Find"
msgstr ""

#, fuzzy
msgid "Position"
msgstr "Place"

msgid "%(count)s State"
msgid_plural "%(count)s States"
msgstr[0] "%(count)s État"
msgstr[1] ""
"""


def test_messages_without_a_translation_and_doubtful_ones_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "fr" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE, encoding="utf-8")
    assert report(path) == "fr: 2 of 4 messages lack a translation, 1 are doubtful (fuzzy)"
