"""How far the work is: a line on the terminal that renews itself, and the slowest stages at the end."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from generator.cli.trace import Trace
from generator.messages import Language, Message, msg
from generator.stages import Advance
from generator.text import neutral

# Work that is done sooner needs no words.
_PATIENCE = 1.0
_RENEWED_EVERY = 0.2
_SLOWEST = 3


@dataclass
class _Stage:
    """A stage that goes on, or that was."""

    name: Message
    total: int
    begin: float
    done: int = 0
    end: float = 0.0


class Progress:
    """Follows stages; shows them when a person waits, and hands them to a trace when there is one.

    Attributes:
        is_shown: Whether a person waits at a terminal.
    """

    def __init__(self, language: Language, trace: Trace | None = None, *, is_shown: bool) -> None:
        self.is_shown = is_shown
        self._language = language
        self._trace = trace
        self._begin = time.monotonic()
        self._open: list[_Stage] = []
        self._past: list[_Stage] = []

    @contextmanager
    def stage(self, name: Message, total: int = 0) -> Iterator[Advance]:
        """Begin a stage, as in `Stages`."""
        stage = _Stage(name, total, time.monotonic())
        self._open.append(stage)

        def advance(more: int) -> None:
            stage.done += more

        try:
            yield advance
        finally:
            stage.end = time.monotonic()
            self._open.remove(stage)
            if not self._open:
                self._past.append(stage)
            self._clear()
            if self._trace is not None:
                self._trace.stage(name.in_language("en"), stage.begin, stage.end, stage.done)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Renew the line for as long as the block takes.

        By a timer of the system: a thread would be in the way of processes that are forked for the pages.
        """
        if not self.is_shown:
            yield
            return
        before = signal.signal(signal.SIGALRM, lambda *_: self._draw())
        signal.setitimer(signal.ITIMER_REAL, _PATIENCE, _RENEWED_EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)
            self._clear()

    def summary(self) -> str:
        """Return how long it took and what took longest; an empty text when it was done at once."""
        whole = time.monotonic() - self._begin
        if whole < _PATIENCE or not self._past:
            return ""
        slowest = sorted(self._past, key=lambda stage: stage.begin - stage.end)[:_SLOWEST]
        parts = [
            f"{stage.name.in_language(self._language)} {_seconds(stage.end - stage.begin)}"
            for stage in slowest
        ]
        text = msg("Done in {time}. Slowest: {stages}.", time=_seconds(whole), stages=", ".join(parts))
        return text.in_language(self._language)

    def _draw(self) -> None:
        if self._open:
            width = shutil.get_terminal_size().columns - 1
            _write(f"\r{_line(self._open[-1], time.monotonic(), self._language)[:width]}\x1b[K")

    def _clear(self) -> None:
        if self.is_shown and time.monotonic() - self._begin >= _PATIENCE:
            _write("\r\x1b[K")


def is_awaited() -> bool:
    """Return whether a person waits at a terminal; not so in continuous integration."""
    return sys.stderr.isatty() and "CI" not in os.environ and os.environ.get("TERM") != "dumb"


def _line(stage: _Stage, now: float, language: Language) -> str:
    """Return what stage it is, how many are done, how many a second, and how long it will still take."""
    name = neutral(stage.name.in_language(language))
    spent = now - stage.begin
    if not stage.done or spent <= 0:
        return f"{name} …"
    if not stage.total:
        return f"{name}: {stage.done}"
    # Hand-written pages come on top of those that are counted beforehand.
    done = min(stage.done, stage.total)
    count = msg("{done} of {total}", done=done, total=stage.total).in_language(language)
    rate = stage.done / spent
    left = (stage.total - done) / rate
    pace = msg("{rate} a second, {time} left", rate=round(rate), time=_seconds(left, digits=0))
    return f"{name}: {count} ({pace.in_language(language)})"


def _seconds(seconds: float, *, digits: int = 1) -> str:
    """Return a duration as `0:03:12` or, below a minute, `4.2 s`."""
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{seconds:.{digits}f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def _write(text: str) -> None:
    """Write at once: the timer may go off in the middle of a print, and Python's streams cannot bear that."""
    os.write(sys.stderr.fileno(), text.encode(sys.stderr.encoding, "replace"))
