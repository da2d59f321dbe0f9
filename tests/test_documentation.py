"""What the pages for people name is there: commands, options, settings, targets, files, other pages."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from indexer.fetch.https_client import AGENT_SETTING
from indexer.fetch.sources import SOURCES as FETCHED
from models.index_database.address import VARIABLE as DATABASE_VARIABLE
from tests.paths import REPOSITORY
from tools.answer_reference import with_tables
from web.command_line import main
from web.site.settings import Settings, variable_name
from web.spoken import LANGUAGE_VARIABLE

README, CHANGELOG, INDEX = (REPOSITORY / name for name in ("README.md", "CHANGELOG.md", "docs/index.md"))
PAGES = [
    *sorted(REPOSITORY.glob("*.md")),
    *sorted((REPOSITORY / ".github").rglob("*.md")),
    *sorted((REPOSITORY / "docs").rglob("*.md")),
]
FOLDERS = "models|indexer|search|web|tests|samples|docs|benches|tools"
SOURCES = [
    *(REPOSITORY / name for name in ("Procfile", "Makefile", "Containerfile", "pyproject.toml")),
    *(
        path
        for folder in ("models", "indexer", "search", "web", "tools")
        for path in (REPOSITORY / folder).rglob("*.py")
    ),
    *sorted((REPOSITORY / "web").rglob("*.html")),
]
PAGES_OF_DOCS = [page for page in PAGES if INDEX.parent in page.parents]

COMMAND = re.compile(r"\bupr ([a-z]+)([^|]*)")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
SETTING = re.compile(r"\bUPR_[A-Z_]+\b")
TARGET = re.compile(r"\bmake (?:[A-Z]+=\S+ )?([a-z][a-z-]*)")
FILE = re.compile(rf"(?<![\w./~<>-])(?:{FOLDERS})/[\w./*-]*")
MADE = re.compile(r"^--- /dev/null\n\+\+\+ b/(.+)", re.MULTILINE)
_INSTALLS = r"\b(?:install|add|pipx run|uvx|--with|--from)\s"
BARE_NAME = re.compile(_INSTALLS + r"[^\n]*?(?<![\w./-])upr[-_]follow[-_]up(?![\w.-]|` *(?:or|,))")
"""A line that installs the program by its name alone; `pipx runpip NAME install` names an environment."""
LINK = re.compile(r"\]\(([^)#]+)\)")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(REPOSITORY)))


def code_on(page: Path) -> Iterator[str]:
    """The pieces of code on a page: lines of blocks, and words between backticks."""
    fenced = False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith("```"):
            fenced = not fenced
        elif fenced or line.startswith("    "):
            yield line.strip()
        else:
            yield from re.findall(r"`([^`]+)`", line)


def commands() -> dict[str, click.Command]:
    context = click.Context(main)
    found = {name: main.get_command(context, name) for name in main.list_commands(context)}
    return {name: command for name, command in found.items() if command}


def parameters_of(command: click.Command) -> list[click.Parameter]:
    """Its own, and those of its commands where it is a group (`upr fetch uhri`)."""
    within = command.commands.values() if isinstance(command, click.Group) else ()
    return [*command.params, *(parameter for inner in within for parameter in inner.params)]


def options_of(command: click.Command) -> set[str]:
    return {"--help"} | {option for parameter in parameters_of(command) for option in parameter.opts}


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@each_page
def test_commands_exist_with_their_options(page: Path) -> None:
    known = commands()
    for code in code_on(page):
        for name, arguments in COMMAND.findall(code):
            assert name in known, code
            assert set(OPTION.findall(arguments)) <= options_of(known[name]), code


@each_page
def test_options_named_alone_are_options_of_upr(page: Path) -> None:
    of_upr = {option for command in commands().values() for option in options_of(command)}
    named = {option for code in code_on(page) if code.startswith("--") for option in OPTION.findall(code)}
    assert named <= of_upr


@each_page
def test_settings_exist(page: Path) -> None:
    of_site = {variable_name(setting.name) for setting in fields(Settings)}
    of_commands = {parameter.envvar for command in commands().values() for parameter in parameters_of(command)}
    of_fetch = {source.setting for source in (FETCHED.documents, FETCHED.export, FETCHED.models)}
    assert set(SETTING.findall(page.read_text(encoding="utf-8"))) <= of_site | of_commands | of_fetch | {
        AGENT_SETTING,
        DATABASE_VARIABLE,
        LANGUAGE_VARIABLE,
    }


@each_page
def test_make_targets_exist(page: Path) -> None:
    assert {name for code in code_on(page) for name in TARGET.findall(code)} <= targets()


@each_page
def test_files_of_the_repository_exist(page: Path) -> None:
    made_by_examples = set(MADE.findall(page.read_text(encoding="utf-8")))
    for code in code_on(page):
        for name in FILE.findall(code):
            assert name in made_by_examples or any(REPOSITORY.glob(name)), code


@pytest.mark.parametrize("path", [*PAGES, *SOURCES], ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_nothing_is_installed_by_the_bare_name_of_the_program(path: Path) -> None:
    """On the public index nobody owns the name: whoever takes it runs code on machines of people at risk."""
    assert not BARE_NAME.search(path.read_text(encoding="utf-8"))


@each_page
def test_linked_pages_exist(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        assert "://" in link or (page.parent / link).exists(), link


def test_the_reference_of_commands_is_that_of_today() -> None:
    # In a process of its own: a command that another test ran by itself, without `upr`, has lost its "-h" (click).
    code = "from tools.command_reference import reference; print(reference(), end='')"
    made = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert (REPOSITORY / "docs" / "commands.md").read_text(encoding="utf-8") == made.stdout, "run `make commands`"


def test_the_reference_of_answers_is_that_of_today() -> None:
    page = (REPOSITORY / "docs" / "responses.md").read_text(encoding="utf-8")
    assert with_tables(page) == page, "run `make commands`"


@pytest.mark.parametrize("target", sorted(targets()))
def test_each_target_is_named_somewhere(target: str) -> None:
    assert any(target in TARGET.findall(code) for page in PAGES for code in code_on(page))


@pytest.mark.parametrize("page", PAGES_OF_DOCS, ids=lambda page: page.name)
def test_each_page_is_in_the_index_of_pages(page: Path) -> None:
    takes_in = re.match(r"```\{include\} (.+)", page.read_text(encoding="utf-8"))
    link = takes_in.group(1) if takes_in else page.relative_to(INDEX.parent).as_posix()
    assert page == INDEX or link in LINK.findall(INDEX.read_text(encoding="utf-8"))


def test_changelog_has_a_dated_section_of_this_version_with_what_to_do_when_upgrading() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    sections = CHANGELOG.read_text(encoding="utf-8").split("\n## ")[1:]
    released = [section for section in sections if not section.startswith("Unreleased\n")]
    assert re.match(rf"{re.escape(project['version'])}, \d{{1,2}} [A-Z][a-z]+ 20\d\d\n", released[0])
    assert "**Upgrading" in released[0]
    assert "\n- " in released[0]


def test_readme_says_how_to_try_the_program_and_how_to_check_it() -> None:
    assert {"demo", "test"} <= {name for code in code_on(README) for name in TARGET.findall(code)}


def test_readme_and_index_of_pages_link_to_what_is_promised() -> None:
    assert {"SECURITY.md", "docs/security.md"} <= set(LINK.findall(README.read_text(encoding="utf-8")))
    assert {"../SECURITY.md", "security.md"} <= set(LINK.findall(INDEX.read_text(encoding="utf-8")))


def test_readme_shows_standard_input_first_and_says_what_shells_keep() -> None:
    text = README.read_text(encoding="utf-8")
    assert 0 < text.index("upr match --state Bangladesh -`") < text.index('upr match "')
    assert "words in a command stay in the history of your shell" in text
