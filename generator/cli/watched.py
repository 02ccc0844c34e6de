"""Work of some length: how far it is for who waits, and where the time goes for who asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from generator.cli.progress import Progress, is_awaited
from generator.cli.trace import Trace
from generator.messages import Language, msg


@contextmanager
def watched(language: Language, profile: Path | None) -> Iterator[Progress]:
    """Follow the stages of the work in the block.

    Args:
        language: Of the words.
        profile: Where to write a trace; None for none.
    """
    trace = Trace() if profile else None
    progress = Progress(language, trace, is_shown=is_awaited())
    with ExitStack() as watching:
        watching.enter_context(progress.watching())
        if trace is not None:
            watching.enter_context(trace.sampling())
        yield progress
    if trace is not None and profile is not None:
        trace.write(profile)
        written = msg("The trace is in '{file}'. Open it at https://ui.perfetto.dev.", file=profile)
        click.echo(written.in_language(language), err=True)
