"""Shares work among processes and prints what came of it: only a program without threads can share."""

# ruff: noqa: T201 - what it is for

from __future__ import annotations

from generator.build.workers import WorkFailedError, shared


def square(number: int) -> int:
    """Return a number times itself, or fail as asked."""
    if number == 666:
        raise OSError(28, "No space left on device")
    if number == 777:
        raise ValueError("seven")
    return number * number


def main() -> None:
    """Print the results of 1, 2, 3 and 50 processes, how many items were told of, and two faults."""
    told: list[int] = []
    for workers in (1, 2, 3, 50):
        print(sorted(shared(range(20), lambda _: square, workers, told.append)))
    print(sum(told))
    for bad in (666, 777):
        try:
            list(shared([1, bad], lambda _: square, 2, told.append))
        except (OSError, WorkFailedError) as error:
            print(type(error).__name__, error)


if __name__ == "__main__":
    main()
