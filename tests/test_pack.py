"""Texts that stand on disk until they are asked for."""

from __future__ import annotations

import pickle
from pathlib import Path

from generator.build.pack import Passage, copy, opened, pack_in

TEXTS = ["een", "", "é 👋 \ud800 \0", "twee\n" * 100_000]


def test_a_text_comes_back_as_it_was(tmp_path: Path) -> None:
    """Whatever is in it, also after another file took the name of the pack."""
    pack, kept = pack_in(tmp_path), tmp_path / "kept"
    passages = [pack.add(text) for text in TEXTS]
    assert [passage.text for passage in passages] == TEXTS
    copy(passages, kept)
    again, start = opened(kept), 0
    (tmp_path / "other").write_bytes(b"")
    (tmp_path / "other").replace(kept)
    for text, passage in zip(TEXTS, passages, strict=True):
        assert Passage(again, start, passage.size).text == text
        start += passage.size


def test_a_pack_leaves_nothing_behind(tmp_path: Path) -> None:
    """It has no name, and it is closed with the last text that anyone keeps of it."""
    before = len(list(Path("/dev/fd").iterdir()))
    passage = pack_in(tmp_path).add("een")
    assert list(tmp_path.iterdir()) == []
    assert passage.text == "een"
    del passage
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_a_text_is_found_again_behind_a_pipe(tmp_path: Path) -> None:
    """What a copy of this process wrote to a pack of ours, we read there."""
    passage = pack_in(tmp_path).add("een")
    again = pickle.loads(pickle.dumps(passage))  # noqa: S301 - our own
    assert again.pack is passage.pack
    assert again.text == "een"
