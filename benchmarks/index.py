"""Make the search index of records that `search.py` kept, and nothing else."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

from generator.search.index import write_index

if __name__ == "__main__":
    records, folder = map(Path, sys.argv[1:])
    write_index(pickle.loads(records.read_bytes()), folder, "nl")  # noqa: S301 - kept by `search.py`
