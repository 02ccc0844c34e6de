"""Runs a module while something happens to it at a chosen moment: by a disk, the kernel or a person.

    python interference.py WHAT EVENT TEXT NUMBER -- MODULE WORD …

EVENT is an audit event of Python (https://docs.python.org/3/library/audit_events.html); the moment is the
NUMBER-th one with TEXT among its arguments, or the NUMBER-th of any kind from there on, with `+` before it.
Python takes its arguments from a file or a call, so this works for any program and needs nothing of it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import runpy
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

# The one process: a worker that is forked from it has the same hook.
MAIN = os.getpid()


def full() -> None:
    """Refuse as a full disk does."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def fill() -> None:
    """Write until the disk named in the environment is really full."""
    with contextlib.suppress(OSError), Path(os.environ["FILLER"]).open("wb", buffering=0) as filler:
        while True:
            filler.write(b"\0" * 4096)


def wait() -> None:
    """Say that it is so far, and go on when told."""
    Path(os.environ["SO_FAR"]).write_bytes(b"")
    Path(os.environ["GO_ON"]).read_bytes()


def remove() -> None:
    """Take away what is named in the environment."""
    shutil.rmtree(os.environ["REMOVED"])


def send(number: signal.Signals) -> Callable[[], None]:
    """Return what sends a signal to the process."""
    return lambda: os.kill(MAIN, number)


HAPPENINGS = {
    "full": full,
    "fill": fill,
    "wait": wait,
    "remove": remove,
    **{name: send(signal.Signals[name]) for name in ("SIGKILL", "SIGTERM", "SIGINT", "SIGHUP")},
}


def interfere(what: str, event: str, text: str, number: str) -> None:
    """Let something happen at a moment, once."""
    left = int(number)
    has_begun = is_over = False

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        nonlocal left, has_begun, is_over
        if is_over:
            return
        if not (has_begun and number.startswith("+")):
            if name != event or not any(text in str(argument) for argument in arguments):
                return
            has_begun = True
        left -= 1
        if left <= 0:
            is_over = True
            HAPPENINGS[what]()

    sys.addaudithook(hook)


def lack(name: str) -> None:
    """Have a function of the system not be there, as on an older one."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "ctypes.dlsym" and name in arguments:
            raise AttributeError(name)

    sys.addaudithook(hook)


def main() -> None:
    """Run the module as `python -m` does."""
    _, what, event, text, number, _, module, *words = sys.argv
    sys.argv = [module, *words]
    interfere(what, event, text, number)
    if "LACKS" in os.environ:
        lack(os.environ["LACKS"])
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
