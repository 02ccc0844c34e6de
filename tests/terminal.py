"""A terminal for tests: types as a person does and waits for what appears on the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

DOWN = "\x1b[B"
ENTER = "\r"
ESCAPE = "\x1b"
INTERRUPT = "\x03"
CLEAR_LINE = "\x15"
PATIENCE = 30.0
"""Seconds to wait for a text before the test fails."""

_CONTROLS = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\][^\x07]*\x07|\r")


class Terminal:
    """A process in a terminal of 50 lines of 120 characters."""

    def __init__(self, command: Sequence[str], folder: Path, **environment: str) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
        # Without NO_CPR the library asks the terminal where its cursor is, and waits for an answer.
        settings = {**os.environ, "TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env=settings,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
        )
        os.close(slave)
        self._bytes = b""
        self._read_to = 0

    @property
    def screen(self) -> str:
        """Everything that appeared, without colours and movements of the cursor."""
        return _CONTROLS.sub("", self._bytes.decode("utf-8", "replace"))

    def expect(self, text: str) -> None:
        """Wait until a text appears after what was expected before.

        Raises:
            AssertionError: It did not appear, or the process ended.
        """
        end = time.monotonic() + PATIENCE
        while (found := self.screen.find(text, self._read_to)) < 0:
            if not self._receive(end - time.monotonic()):
                raise AssertionError(f"waited for {text!r} after:\n{self.screen[-2000:]}")
        self._read_to = found + len(text)

    def type(self, text: str) -> None:
        """Type a text; keys with a name are constants of this module."""
        os.write(self._master, text.encode())

    def answer(self, question: str, text: str) -> None:
        """Wait for a question, then type and press Enter."""
        self.expect(question)
        self.type(text + ENTER)

    def end(self) -> int:
        """Wait until the process ends, and return its exit code."""
        while self._receive(PATIENCE):
            pass
        return self._process.wait(PATIENCE)

    def __enter__(self) -> Self:
        """Return the terminal; leaving the block closes it, whatever happens in it."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process when it still runs."""
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def _receive(self, seconds: float) -> bool:
        """Take in what the process wrote; return whether there was anything in time."""
        ready, _, _ = select.select([self._master], [], [], max(seconds, 0))
        try:
            received = os.read(self._master, 65536) if ready else b""
        except OSError:  # Linux says so when the other side is closed
            received = b""
        self._bytes += received
        return bool(received)
