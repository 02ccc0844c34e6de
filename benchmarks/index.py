"""Make the search index of records that `search.py` kept, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from search import sources_in

from generator.search.index import write_index

if __name__ == "__main__":
    records, folder = map(Path, sys.argv[1:])
    write_index(sources_in(records), folder)
