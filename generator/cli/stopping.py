"""What happens when somebody stops a build: it tidies up first, and says that nothing was lost."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

import click

from generator.messages import Language, msg

# Ctrl-C, `kill`, and a terminal or connection that is closed.
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
# What a shell adds to the number of the signal that ended a command.
_STOPPED = 128


class StoppedError(BaseException):
    """Somebody stopped the work; no `Exception`, so that nothing on the way takes it for a fault.

    Attributes:
        number: Of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def stoppable(language: Language) -> Iterator[None]:
    """Let signals end the block as an exception, so that it tidies up; then say so and exit."""
    # `nohup` has SIGHUP ignored: that stays.
    taken = [number for number in _SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _stop) for number in taken}
    try:
        yield
    except StoppedError as error:
        said = msg("stopped. No half site is left behind.")
        # The terminal may be gone.
        with suppress(OSError):
            click.echo(f"catalogue: {said.in_language(language)}", err=True)
        sys.exit(_STOPPED + error.number)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _: FrameType | None) -> None:
    raise StoppedError(number)
