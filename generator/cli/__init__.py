"""The command `catalogue`: the only package that prints, exits, or reads arguments and the environment."""

from __future__ import annotations

import gc
import importlib
import os
import sys

import click

from generator.cli.errors import CannotRunError
from generator.text import shown

COMMANDS = {
    "validate": "Check every entry and say what to mend.",
    "build": "Build the site beside the old one and put it in place when it is whole.",
    "serve": "Show the site on this computer and follow changes.",
    "new": "Write a new entry: asks what it needs, never overwrites.",
    "rules": "List the rules, or explain one.",
    "schema": "Print the JSON Schema of a kind of file.",
}


UNFORESEEN = (
    "something went wrong that we did not foresee ({kind}: {error}). Please report it, with the command you "
    "typed. With CATALOGUE_DEBUG=1 in front of the command it says where."
)


class LazyGroup(click.Group):
    """Imports a command only when it is run, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as in click
        """Return the names in the order in which people need them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - idem
        """Import and return one command."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"generator.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - idem
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


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


def main() -> None:
    """Run the command; what went wrong reads as a sentence, never as a traceback."""
    try:
        catalogue(prog_name="catalogue")
    except CannotRunError as error:
        click.echo(f"catalogue: {error}", err=True)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("CATALOGUE_DEBUG"):
            raise
        click.echo(
            f"catalogue: {UNFORESEEN.format(kind=type(error).__name__, error=shown(str(error)))}", err=True
        )
        sys.exit(2)
