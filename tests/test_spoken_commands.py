"""Commands speak French and Spanish, by the environment; English elsewhere, and JSON the same everywhere."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import click
import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from models.encoders.text_encoder import TEST_ENCODER
from models.messages.spoken import said, spoken_language
from tests.indexer.printed_report import printed
from tests.indexer.reports_in_languages import REPORTS
from tests.paths import REPOSITORY
from web.command_line import main
from web.spoken import language_of, paragraphs_of, speaking, with_help

TRANSLATIONS = REPOSITORY / "web" / "translations"
TEMPLATE = TRANSLATIONS / "commands.pot"
LANGUAGES = ("es", "fr")
GATHER = (
    "--mapping-file=commands.cfg --omit-header --no-location --no-default-keywords --keyword=said "
    "--keyword=said_of:1,2 --keyword=saying --keyword=saying_of:1,2 --keyword=to_say --keyword=to_say_of:1,2"
)
NO_LANGUAGE = dict.fromkeys(("UPR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
PLACE = re.compile(r"%\((\w+)(?::\w+)?\)s|(\{\w+(?:!r)?\})")


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, list(arguments), env={**NO_LANGUAGE, **environment})


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "es_MX.UTF-8"}, "es"),
        ({"LANG": "fr_FR", "LC_ALL": ""}, "fr"),
        ({"LANG": "fr_FR", "UPR_LANGUAGE": "en"}, "en"),
        ({"UPR_LANGUAGE": "es"}, "es"),
        ({"LANG": "ar_EG.UTF-8"}, "en"),
        ({"LANG": "frr_DE"}, "en"),
    ],
    ids=str,
)
def test_the_environment_says_which_language(environment: Mapping[str, str], language: str) -> None:
    assert language_of(environment) == language


@pytest.mark.parametrize(
    "arguments",
    [
        ["match", "--json", "-"],
        ["mcp"],
        ["plan", "export", "p.xlsx", "--to", "p.json"],
        ["plan", "export", "p.xlsx", "--to=p.json"],
    ],
)
def test_what_programs_read_is_in_english(arguments: list[str]) -> None:
    assert language_of({"UPR_LANGUAGE": "fr"}, arguments) == "en"


@pytest.mark.parametrize(
    "arguments", [["index", "uhri.json", "--to", "index"], ["find", "mcp"], ["plan", "show", "p.json"]]
)
def test_what_people_read_of_files_for_programs_is_not(arguments: list[str]) -> None:
    assert language_of({"UPR_LANGUAGE": "fr"}, arguments) == "fr"


def test_help_is_in_the_language_and_english_again_afterwards() -> None:
    # Click keeps the help option of the first call in a process; a command is one call.
    info = main.get_command(click.Context(main), "info")
    assert info is not None
    info._help_option = None
    french = run("info", "--help", LC_ALL="fr_FR.UTF-8").output
    assert french.startswith("Utilisation : ".replace(" :", "\u00a0:"))
    assert "Affiche ce que contient un index." in french
    assert "Affiche ce message et s’arrête." in french
    english = run("info", "--help", LC_ALL="C").output
    assert english.startswith("Usage: ")
    assert "Show what an index holds." in english
    assert "Utilisation" not in english
    assert spoken_language() == "en"
    assert said("The index is sound.") == "The index is sound."


def test_values_in_help_are_named_as_in_english() -> None:
    with speaking("es"):
        options = [click.Option(["--from"], type=click.Path(dir_okay=False)), click.Option(["--to"], type=click.Path())]
        told = with_help(click.Command("copy", params=[*options]))
        shown = told.get_help(click.Context(told))
    assert "--from FILE" in shown
    assert "--to PATH" in shown


def test_errors_are_in_the_language() -> None:
    wrong = run("match", UPR_LANGUAGE="es")
    assert wrong.exit_code == 2
    assert "Indique el TEXT de una cuestión, o --batch FILE." in wrong.output
    missing = run("info", "nowhere", UPR_LANGUAGE="fr")
    assert missing.exit_code == 1
    assert "Il n’y a pas d’index dans nowhere" in missing.output
    no_file = run("index", "nowhere", "--to", "index", UPR_LANGUAGE="es")
    assert "'nowhere': no existe." in no_file.output
    unknown = run("nonsense", UPR_LANGUAGE="fr")
    assert "La commande 'nonsense' n’existe pas." in unknown.output


def test_click_has_its_own_words_again_afterwards() -> None:
    assert "Utilisation\u00a0:" in run("info", UPR_LANGUAGE="fr").output
    assert "Usage:" in run("info").output


def test_what_click_puts_together_reads_as_a_sentence() -> None:
    assert "\nOptions\u00a0:\n" in run("plan", "--help", UPR_LANGUAGE="fr").output
    assert "Argument manquant\u00a0: 'INDEX'." in run("info", UPR_LANGUAGE="fr").output
    assert " introuvable\u00a0: 'nowhere.json'." in run("plan", "show", "nowhere.json", UPR_LANGUAGE="fr").output


def test_reasons_are_in_the_language_whatever_process_found_them(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    refused = run("extract", str(tmp_path / "empty.pdf"), str(tmp_path / "nowhere.pdf"), UPR_LANGUAGE="es")
    assert refused.exit_code == 1
    assert "empty.pdf no tiene texto: consígalo de nuevo y compruebe que es el documento que quería." in refused.stderr
    assert "No se puede abrir nowhere.pdf (no existe ese archivo o carpeta)" in refused.stderr


def test_what_is_to_be_fetched_is_told_in_the_language(tmp_path: Path) -> None:
    asked = run("fetch", "documents", "--state", "SVN", "--to", str(tmp_path / "here"), UPR_LANGUAGE="fr")
    assert asked.exit_code == 2
    assert "Le serveur voit que l’on demande les documents de la Slovénie." in asked.stderr
    assert "environ 3,0 Mo en tout" in asked.stderr.replace("\u00a0", " ")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spoken")
    for language in ("en", "fr"):
        words = "\n".join(line.text for line in printed(REPORTS[language]))
        (folder / f"report_{language}.txt").write_text(words, encoding="utf-8")
    (folder / "note.txt").write_text("Nothing of a review.", encoding="utf-8")
    report = run("index", str(folder), "--to", str(folder / "index"), "--encoder", TEST_ENCODER, UPR_LANGUAGE="fr")
    assert report.exit_code == 0, report.output
    assert "Fichiers lus\u00a0: 2" in report.output
    assert "Recommandations\u00a0: 6" in report.output
    return folder / "index"


def test_answers_are_in_the_language_and_quote_its_edition(index: Path) -> None:
    found = run("find", "Harbours", "--index", str(index), UPR_LANGUAGE="fr").output
    assert "Trouvées\u00a0: 2." in found
    assert "Slovénie  inconnue  correspondance exacte" in found
    assert "«\u00a0Signer (Espagne) et ratifier (Pérou) le Protocole sur les ports ;\u00a0»" in found
    assert "Recommandée par l’Espagne" in found
    english = run("find", "Harbours", "--index", str(index)).output
    assert "Found: 2." in english
    assert "“Sign (Spain) and ratify (Peru) the Protocol on Harbours;”" in english


def test_lists_name_states_as_sentences_of_the_language_do(index: Path) -> None:
    lobbying = run("lobby", "--state", "SVN", "--index", str(index), "Harbours", UPR_LANGUAGE="fr").output
    assert "Selon ce qu’ils ont dit" in lobbying
    assert "recommandé à la Slovénie en 2014" in lobbying
    assert "jusqu’à la 20e session, dont 2 faites à la Slovénie" in " ".join(lobbying.split())
    nothing = run("observations", "--state", "SVN", "--index", str(index), "Harbours", UPR_LANGUAGE="es").output
    assert "ningún documento de un órgano de tratado o de un procedimiento especial sobre Eslovenia" in " ".join(
        nothing.split()
    )
    held = run("info", str(index), UPR_LANGUAGE="fr").output.replace("\u00a0", " ")
    assert "recommandations : 6" in held
    assert "rapport du Groupe de travail : 2" in held
    assert re.search(r"^Slovénie +6$", held, re.MULTILINE)
    assert "ignoré : note.txt n’a pas de cote de l’ONU" in held


def test_json_is_the_same_in_all_languages(index: Path) -> None:
    english, french = (
        run("find", "Harbours", "--json", "--index", str(index), **environment).stdout
        for environment in ({}, {"UPR_LANGUAGE": "fr"})
    )
    assert english.startswith("{")
    assert french == english


def commands(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner)


def catalogue_of(path: Path) -> dict[object, object]:
    with path.open("rb") as file:
        return {tuple(each.id) if each.pluralizable else each.id: each.string for each in read_po(file) if each.id}


def test_all_help_is_gathered_for_translators() -> None:
    known = catalogue_of(TEMPLATE)
    options = [each for command in commands(main) for each in command.params if isinstance(each, click.Option)]
    told = {option.help for option in options} | {each.help for each in commands(main)}
    told |= {each.epilog for each in commands(main)}
    paragraphs = {each for words in told if words for each in paragraphs_of(words)}
    # Names of fields of a search are the same in all languages.
    assert [each for each in paragraphs if each not in known and re.search(r"[a-z] [a-z]", each)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_translated_has_its_places(language: str) -> None:
    known = catalogue_of(TRANSLATIONS / language / "LC_MESSAGES" / "commands.po")
    assert set(known) == set(catalogue_of(TEMPLATE))
    for message, translation in known.items():
        several = isinstance(message, tuple)
        forms = zip(message, translation, strict=True) if several else [(message, translation)]  # type: ignore[call-overload]
        for english, words in forms:
            # What lacks a translation `make release-check` names.
            assert not words or sorted(PLACE.findall(words)) == sorted(PLACE.findall(english)), message


def test_the_template_has_what_commands_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    fresh = tmp_path / "commands.pot"
    CommandLineInterface().run(["pybabel", "-q", "extract", *GATHER.split(), f"--output-file={fresh}", "."])
    assert set(catalogue_of(fresh)) == set(catalogue_of(TEMPLATE)), "run `make messages`"


def test_french_marks_stay_on_the_line_of_the_word_before_them() -> None:
    with (TRANSLATIONS / "fr" / "LC_MESSAGES" / "commands.po").open("rb") as file:
        messages = [message.string for message in read_po(file) if message.id]
    texts = [text for string in messages for text in ((string,) if isinstance(string, str) else string)]
    assert [text for text in texts if re.search(r" [:;?!»]|« ", text)] == []
