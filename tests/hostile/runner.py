"""Runs `catalogue validate` in a process of its own for each catalogue, with Python started once.

Standard input: a JSON list of the folders to run in. Standard output: a JSON list with, for each, the exit
code, the seconds of processor time and the peak memory in MB. What the command prints goes to a file
`printed.text` in the folder; the findings in each other form to `printed.<form>`.
"""

from __future__ import annotations

import json
import os
import sys
import traceback

from generator.cli import main
from generator.cli.validate import command
from generator.messages import translator
from generator.reporters import names, reporter
from generator.rules import all_rules

CRASH = 70
FORMS = tuple(form for form in names() if form != "text")


def warm_up() -> None:
    """Import what every run needs, so that only the work itself is measured."""
    all_rules()
    translator("nl")
    for form in names():
        reporter(form)


def run(place: str) -> tuple[int, float, float]:
    """Run the command in a child process and measure that alone."""
    child = os.fork()
    if child == 0:
        os.chdir(place)
        printed = os.open("printed.text", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(printed, sys.stdout.fileno())
        os.dup2(printed, sys.stderr.fileno())
        os._exit(exit_code())
    _, status, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def exit_code() -> int:
    """Run the command as its entry point does; return the code it exits with."""
    others = (option for form in FORMS for option in ("--format", form, "--output", f"printed.{form}"))
    sys.argv = ["catalogue", str(command.name), "--format", "text", *others]
    try:
        main()
        code = 0
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    except BaseException:  # noqa: BLE001 - a crash is what is looked for
        traceback.print_exc()
        code = CRASH
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    warm_up()
    json.dump([run(place) for place in json.load(sys.stdin)], sys.stdout)
