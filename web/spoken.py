"""The language of commands: that of the environment, where there is a catalogue of what commands say in it.

In English nothing of this is loaded. There is no Arabic: few terminals join Arabic letters or write from right to left.
"""

import gettext as standard_gettext
import inspect
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from copy import copy
from gettext import NullTranslations
from typing import Any

import click

from models.errors import UprError
from models.messages.printable import one_line
from models.messages.spoken import ENGLISH, said, speak_by, spoken, to_say_of

LANGUAGES = ("es", "fr")
"""The languages other than English of commands."""
LANGUAGE_VARIABLE = "UPR_LANGUAGE"
_VARIABLES = (LANGUAGE_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set counts, as for other programs; ours stands before them."""
_SILENT = re.compile(r"(?:^mcp|(?:^|\0)(?:--json|--to[=\0][^\0]*\.json))(?:$|\0)", re.I)
"""What programs read is in English: arguments, one after the other."""
_PATHS = {(True, True): "PATH", (True, False): "FILE", (False, True): "DIRECTORY"}
"""What stands for the value of an option in its help: files and folders or one of both."""


def language_of(environment: Mapping[str, str], arguments: Sequence[str] = ()) -> str:
    """The code of the language that a command speaks."""
    wanted = next(filter(None, map(environment.get, _VARIABLES)), "")
    code = wanted.replace("-", "_").replace(".", "_").partition("_")[0].lower()
    return code if code in LANGUAGES and not _SILENT.search("\0".join(arguments)) else ENGLISH


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Let commands speak a language for a while."""
    if code not in LANGUAGES:
        yield
        return
    from babel import Locale

    from web.site.catalogues import TRANSLATIONS, catalogue_of_commands
    from web.site.language import in_language_of_commands, translated

    with ExitStack() as stack:
        stack.enter_context(in_language_of_commands(code))
        stack.callback(speak_by, ENGLISH, str)
        speak_by(code, translated)
        stack.enter_context(_click_speaking(catalogue_of_commands(TRANSLATIONS, Locale(code))))
        yield


def sentence_of(error: UprError) -> str:
    """What an error says."""
    return one_line(spoken(error.sentence))


def with_help(command: click.Command) -> click.Command:
    """A copy of a command whose help is in the language that is spoken, with those that it has below it."""
    told = copy(command)
    told.help, told.epilog, told.short_help = map(_help, (command.help, command.epilog, command.short_help))
    told.params = [_parameter(each) for each in command.params]
    if isinstance(told, click.Group):
        told.commands = {name: with_help(each) for name, each in told.commands.items()}
    return told


def _parameter(parameter: click.Parameter) -> click.Parameter:
    told = copy(parameter)
    if isinstance(told, click.Option):
        told.help = _help(told.help)
        if told.metavar is None and isinstance(told.type, click.Path):
            # Click takes it from the name of the type, which errors say in the language that is spoken.
            told.metavar = _PATHS[told.type.file_okay, told.type.dir_okay]
    return told


def _help(words: str | None) -> str | None:
    """Help, paragraph by paragraph; what click keeps as it is, and has no translation, stays."""
    return "\n\n".join(map(said, paragraphs_of(words))) if words else words


def paragraphs_of(words: str) -> list[str]:
    """The paragraphs of help, each in one line; those that click keeps as they are (marked \\b) in theirs."""
    paragraphs = inspect.cleandoc(words).split("\n\n")
    return [each if each.startswith("\b") else " ".join(each.split()) for each in paragraphs]


@contextmanager
def _click_speaking(words: NullTranslations) -> Iterator[None]:
    """Click asks the standard library for its own words, which reads compiled files alone: let that find ours."""
    usual = standard_gettext.translation

    def found(domain: str, folder: str | None = None, *rest: Any, **options: Any) -> NullTranslations:
        return usual(domain, folder, *rest, **options) if folder else words

    standard_gettext.translation = found  # type: ignore[assignment]
    try:
        yield
    finally:
        standard_gettext.translation = usual


COUNTED_WORDS_OF_CLICK = (
    to_say_of("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    to_say_of("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    to_say_of("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    to_say_of("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""What click counts of what it says to people who use a command. The rest is in click_words.csv, for translators
alone; what it says to programmers stays in English."""
