"""The command `upr`: collects the commands of every package; one is imported when its command is used."""

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from models.errors import UnknownFilter, UnknownState, UnusableBatch, UprError
from models.messages.printable import one_line
from models.messages.spoken import ENGLISH, said, spoken, spoken_language, why_it_failed
from web.spoken import language_of, sentence_of, speaking, with_help

# numpy reads it when it is imported. OpenBLAS' threads wait for the next product at full speed, a twentieth of a second
# each time, and no product here is large enough to gain by them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

MODULE_OF_COMMAND = {
    "fetch": "indexer.cli.fetch",
    "extract": "indexer.cli.extract",
    "index": "indexer.cli.index",
    "copy": "indexer.cli.index",
    "info": "indexer.cli.index",
    "check": "indexer.cli.index",
    "classify": "indexer.cli.classify",
    "find": "search.cli.commands",
    "match": "search.cli.commands",
    "similar": "search.cli.commands",
    "thread": "search.cli.threads",
    "threads": "search.cli.threads",
    "progress": "search.cli.progress",
    "reported": "search.cli.progress",
    "draft": "search.cli.drafts",
    "lobby": "search.cli.lobbying",
    "observations": "search.cli.observations",
    "calendar": "search.cli.calendar",
    "partners": "search.cli.partners",
    "uptake": "web.submissions.commands",
    "plan": "web.plans.commands",
    "mcp": "web.assistants.commands",
    "export": "web.commands",
    "serve": "web.commands",
    "demo": "web.commands",
}
"""In the order in which the help lists them."""


WRONG_ARGUMENTS = (UnknownFilter, UnknownState, UnusableBatch)
"""What click itself cannot know of an option: the status is 2, as of any wrong option."""
INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells give it: 128 and the number of SIGINT."""


class Packages(click.Group):
    """The commands of all packages; a foreseeable failure is one sentence and exit code 1.

    They speak the language of the environment, if it is one of theirs.
    """

    def main(self, args: Sequence[str] | None = None, *more: Any, **options: Any) -> Any:
        """Run what the arguments say."""
        with speaking(language_of(os.environ, sys.argv[1:] if args is None else args)):
            return super().main(args, *more, **options)

    def list_commands(self, context: click.Context) -> list[str]:
        """Names of the commands, documents first."""
        return list(MODULE_OF_COMMAND)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command of that name, out of its package."""
        module = MODULE_OF_COMMAND.get(name)
        if module is None or find_spec(module) is None:
            return None
        commands = vars(import_module(module)).values()
        command = next((one for one in commands if isinstance(one, click.Command) and one.name == name), None)
        return command if command is None or spoken_language() == ENGLISH else with_help(command)

    def format_help(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of `upr` itself."""
        told = self if spoken_language() == ENGLISH else with_help(self)
        click.Group.format_help(told, context, formatter)

    def invoke(self, context: click.Context) -> Any:
        """Run a command."""
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            click.echo(said("Aborted!"), err=True)
            context.exit(INTERRUPTED)
        except WRONG_ARGUMENTS as error:
            raise click.UsageError(sentence_of(error)) from error
        except UprError as error:
            raise click.ClickException(sentence_of(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends quietly where nobody reads on
            words = spoken(why_it_failed(error)) + (f" ({error.filename})" if error.filename else "")
            sentence = said("%(error)s: check the disk, and that the file may be used.", error=words)
            raise click.ClickException(one_line(sentence)) from error


@click.group(cls=Packages, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="upr-follow-up")
def main() -> None:
    """Search the recommendations of the UN Universal Periodic Review, and follow up on them."""
