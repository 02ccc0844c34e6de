"""Where the time goes, as a file for https://ui.perfetto.dev (the trace event format of Chrome).

The stages stand in one row, below it what Python was doing every few milliseconds of processor time.
See https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU.
"""

from __future__ import annotations

import json
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

# Of processor time; the kernel looks no more often.
_EVERY = 0.004
_DEEPEST = 100
_STAGES, _CODE = 1, 2

Event = dict[str, object]


class Trace:
    """What happened when, to write to a file."""

    def __init__(self) -> None:
        self._begin = time.monotonic()
        self._events: list[Event] = [_named(_STAGES, "Stages"), _named(_CODE, "Python")]
        self._open: list[tuple[str, float]] = []
        self._is_looking = False

    def stage(self, name: str, begin: float, end: float, done: int) -> None:
        """Note a stage that is over.

        Args:
            name: In English: the file is for who works on the code.
            begin: As `time.monotonic` gives it.
            end: Idem.
            done: How many things were done in it; 0 when nothing was counted.
        """
        event = self._event(name, begin, end, _STAGES)
        self._events.append({**event, "args": {"done": done}} if done else event)

    @contextmanager
    def sampling(self) -> Iterator[None]:
        """Look at what Python does for as long as the block takes; in this thread only."""
        before = signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, _EVERY, _EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.signal(signal.SIGPROF, before)
            self._follow([])

    def write(self, file: Path) -> None:
        """Write the trace.

        Raises:
            OSError: The file cannot be written.
        """
        text = json.dumps({"displayTimeUnit": "ms", "traceEvents": self._events}, separators=(",", ":"))
        file.write_text(text, encoding="utf-8")

    def _look(self, _: int, frame: FrameType | None) -> None:
        # The timer goes on while we look, and would have us look at ourselves.
        if self._is_looking:
            return
        self._is_looking = True
        names: list[str] = []
        while frame is not None:
            names.append(f"{frame.f_globals.get('__name__', '?')}.{frame.f_code.co_qualname}")
            frame = frame.f_back
        self._follow(names[::-1][:_DEEPEST])
        self._is_looking = False

    def _follow(self, names: list[str]) -> None:
        """End what is no longer at work and begin what is, from the outermost function inwards."""
        now = time.monotonic()
        same = 0
        while same < min(len(names), len(self._open)) and names[same] == self._open[same][0]:
            same += 1
        self._events += [self._event(name, begin, now, _CODE) for name, begin in self._open[same:]]
        self._open[same:] = [(name, now) for name in names[same:]]

    def _event(self, name: str, begin: float, end: float, row: int) -> Event:
        start, length = round((begin - self._begin) * 1e6), round((end - begin) * 1e6)
        return {"name": name, "ph": "X", "ts": start, "dur": length, "pid": 1, "tid": row}


def _named(row: int, name: str) -> Event:
    return {"name": "thread_name", "ph": "M", "pid": 1, "tid": row, "args": {"name": name}}
