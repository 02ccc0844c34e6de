"""What tests share."""

from __future__ import annotations

import signal

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`: write expected output anew instead of comparing; read the diff before you commit it."""
    parser.addoption("--update", action="store_true", help="write expected output anew; read the diff")


def pytest_configure() -> None:
    """Let programs that tests start obey Ctrl-C, also where a shell runs the tests behind it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def is_update(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written anew."""
    return bool(request.config.getoption("--update"))
