"""Parse the front matter of every file below a folder with libyaml, and do nothing with it: a lower bound."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml


def main() -> None:
    """Run as a command, with the folder as its argument."""
    for file in sorted(Path(sys.argv[1]).rglob("*.md")):
        front = file.read_text(encoding="utf-8").split("---\n", 2)[1]
        yaml.compose(front, Loader=yaml.CSafeLoader)


if __name__ == "__main__":
    main()
