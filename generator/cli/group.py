"""The commands as click runs them; each is imported when it is run."""

from __future__ import annotations

import gc
import importlib
import os
import sys

import click

from generator.cli import COMMANDS
from generator.cli.errors import CannotRunError
from generator.cli.wording import language_of, speak, worded
from generator.messages import Language, msg, translator
from generator.text import shown


class LazyGroup(click.Group):
    """Imports a command only when it is run."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as in click
        """Return the names in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - idem
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"generator.cli.{cmd_name}").command
        return worded(command, _language()) if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - idem
        """List the commands without importing them."""
        words = translator(_language())
        with formatter.section(words.gettext("Commands")):
            formatter.write_dl([(name, words.gettext(text)) for name, text in COMMANDS.items()])


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="intermunicipal-catalogue", message="%(version)s")
@click.pass_context
def catalogue(context: click.Context) -> None:
    """Check, build and extend a catalogue of what municipalities share."""
    if context.invoked_subcommand == "validate" and gc.isenabled():
        # One short run that makes no garbage in cycles and keeps all it reads; Python would search through
        # that again and again: 40 % of the time on 2,000 files.
        gc.disable()
        context.call_on_close(gc.enable)


def run() -> None:
    """Run the command; what went wrong reads as a sentence, never as a traceback."""
    language = _language()
    speak(language)
    try:
        worded(catalogue, language)(prog_name="catalogue")
    except CannotRunError as error:
        click.echo(f"catalogue: {error}", err=True)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("CATALOGUE_DEBUG"):
            raise
        said = msg(
            "something went wrong that we did not foresee ({kind}: {error}). Please report it, with the "
            "command you typed. With CATALOGUE_DEBUG=1 in front of the command it says where.",
            kind=type(error).__name__,
            error=shown(str(error)),
        )
        click.echo(f"catalogue: {said.in_language(language)}", err=True)
        sys.exit(2)


def _language() -> Language:
    return language_of(sys.argv[1:], os.environ)
