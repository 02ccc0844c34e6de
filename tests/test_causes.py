"""What the system refuses is told in the reader's language."""

from __future__ import annotations

import errno
import os

import pytest

from generator.causes import cause


@pytest.mark.parametrize(
    ("number", "dutch", "english"),
    [
        (errno.ENOENT, "het bestand of de map bestaat niet", "the file or the folder does not exist"),
        (errno.EACCES, "u hebt er geen rechten voor", "there is no permission for it"),
        (errno.ENOSPC, "de schijf is vol", "the disk is full"),
        (errno.EISDIR, "het is een map, geen bestand", "it is a folder, not a file"),
        (errno.ENAMETOOLONG, "de naam is te lang voor dit systeem", "the name is too long for this system"),
        (errno.EPROTO, "foutcode EPROTO", "error code EPROTO"),
        (99_999, "foutcode 99999", "error code 99999"),
    ],
)
def test_a_cause_has_words_in_both_languages(number: int, dutch: str, english: str) -> None:
    """The usual ones as words, the others by the name of their code, which a system manager can look up."""
    error = OSError(number, os.strerror(number))
    assert cause(error).in_language("nl") == dutch
    assert cause(error).in_language("en") == english


def test_a_refusal_without_a_code_has_words_too() -> None:
    """Python raises such ones itself."""
    assert cause(OSError("cannot")).in_language("nl") == "het systeem noemt geen oorzaak"


def test_no_cause_is_in_the_words_of_the_system() -> None:
    """Those come in English on most computers, and in the language of the computer on others."""
    for number in errno.errorcode:
        said = cause(OSError(number, os.strerror(number)))
        assert os.strerror(number) not in {said.in_language("nl"), said.in_language("en")}
