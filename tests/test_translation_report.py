"""What `make messages` says of a catalogue, and what it keeps of it."""

from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface

from tests.paths import REPOSITORY
from tools.translation_report import main, report

CATALOGUE = """\
msgid ""
msgstr ""
"Language: fr\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

# reread by machine
msgid "State"
msgstr "État"

msgid "Find"
msgstr ""

#, fuzzy
msgid "Position"
msgstr "Place"

# confirmed by a native speaker
msgid "%(count)s State"
msgid_plural "%(count)s States"
msgstr[0] "%(count)s État"
msgstr[1] ""
"""


def write(folder: Path, words: str) -> Path:
    path = folder / "fr" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(words, encoding="utf-8")
    return path


def update(folder: Path, messages: str) -> None:
    """What `make messages` does with the template that it gathered."""
    template = folder / "messages.pot"
    template.write_text(messages, encoding="utf-8")
    recipe = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    options = [word for word in ("--no-fuzzy-matching", "--ignore-obsolete") if word in recipe]
    CommandLineInterface().run(
        ["pybabel", "-q", "update", f"--input-file={template}", f"--output-dir={folder}", *options]
    )


def test_messages_are_counted_by_what_they_lack_and_who_has_seen_them(tmp_path: Path) -> None:
    assert report(write(tmp_path, CATALOGUE)) == (
        "fr: 2 of 4 messages lack a translation, 1 are doubtful (fuzzy), "
        "1 were reread by machine, 1 confirmed by a native speaker"
    )


def test_who_has_seen_a_translation_is_kept_while_its_english_stays(tmp_path: Path) -> None:
    path = write(tmp_path, CATALOGUE)
    template = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    update(tmp_path, template + 'msgid "State"\nmsgstr ""\n')
    assert report(path).endswith("1 were reread by machine, 0 confirmed by a native speaker")
    update(tmp_path, template + 'msgid "A State"\nmsgstr ""\n')
    assert report(path).endswith("0 were reread by machine, 0 confirmed by a native speaker")


def test_a_release_is_refused_while_a_translation_is_lacking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, CATALOGUE)

    def run(*options: str) -> object:
        monkeypatch.setattr("sys.argv", ["translation_report", *options, str(tmp_path)])
        with pytest.raises(SystemExit) as ended:
            main()
        return ended.value.code

    assert run() is None
    assert "lacking" not in capsys.readouterr().out
    assert "release" in str(run("--complete"))
    # No form of one, no form for several, and a doubtful one.
    lacking = [line for line in capsys.readouterr().out.splitlines() if "lacking" in line]
    assert lacking == ["  lacking: Find", "  lacking: Position", "  lacking: %(count)s State"]
    complete = CATALOGUE.replace('""\n\n#, fuzzy', '"Trouver"\n\n#').replace('[1] ""', '[1] "%(count)s États"')
    path.write_text(complete, encoding="utf-8")
    assert run("--complete") is None
