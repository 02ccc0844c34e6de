"""Work shared by processes of our own: the same results in the same order as one would give."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Fewer pages a process are done before it has started: measured, see docs/decisions/0011-build.md.
_LEAST = 100


class WorkFailedError(RuntimeError):
    """A worker ended before its work was done."""


def worthwhile(items: int) -> int:
    """Return how many processes finish this number of pages soonest, this one included."""
    return max(1, min(_processors(), items // _LEAST))


def shared(
    items: Sequence[Item],
    work: Callable[[int], Callable[[Item], Result]],
    workers: int,
    advance: Callable[[int], None],
) -> Iterator[Result]:
    """Yield the result of every item.

    The other processes are copies of this one, so that all it has read is there at once. Where that cannot
    be done, or does not pay, this process does everything.

    Args:
        items: To work on; taken in turn, so that long and short ones are spread.
        work: Given the number of a process, returns what does the work there: the same in each, but for where
            it leaves what does not go through a pipe, as what it returns does.
        workers: How many processes to use, this one included.
        advance: Called with how many more are done.

    Raises:
        WorkFailedError: Another process failed; its own error is the cause, when it has told.
    """
    number = min(workers, len(items))
    # A copy of a process with threads has their locks but not them.
    can_copy = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    if number < 2 or not can_copy:  # noqa: PLR2004
        yield from _alone(items, work(0), advance)
        return
    others = [_Other(items[index::number], work(index)) for index in range(1, number)]
    try:
        yield from _alone(items[::number], work(0), advance)
        for other in others:
            results = other.results()
            advance(len(results))
            yield from results
    finally:
        for other in others:
            other.end()


def _alone(
    items: Sequence[Item], work: Callable[[Item], Result], advance: Callable[[int], None]
) -> Iterator[Result]:
    for item in items:
        yield work(item)
        advance(1)


class _Other(Generic[Item, Result]):
    """A copy of this process that does a part."""

    def __init__(self, items: Sequence[Item], work: Callable[[Item], Result]) -> None:
        copies = multiprocessing.get_context("fork")
        self._answer, there = copies.Pipe(duplex=False)
        self._process = copies.Process(target=_work, args=(items, work, there, os.getpid()), daemon=True)
        self._process.start()
        there.close()

    def results(self) -> list[Result]:
        """Wait for the results, in the order of the items."""
        try:
            answer = self._answer.recv()
        except EOFError:
            raise WorkFailedError("a process ended before its work was done") from None
        if isinstance(answer, BaseException):
            raise answer
        found: list[Result] = answer
        return found

    def end(self) -> None:
        """Stop it, if it is still at work."""
        self._answer.close()
        self._process.terminate()
        self._process.join()


def _work(items: Sequence[Item], work: Callable[[Item], Result], answer: Connection, parent: int) -> None:
    # What the command does when it is told to stop is not for its copies.
    for name in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(name, signal.SIG_DFL)
    try:
        found = []
        for item in items:
            if os.getppid() != parent:
                return
            found.append(work(item))
        answer.send(found)
    except OSError as error:
        # The other end can say better what is wrong with the disk.
        answer.send(error)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other end waits for an answer
        answer.send(WorkFailedError(f"{type(error).__name__}: {error}"))


def _processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
