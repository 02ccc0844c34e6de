#!/bin/sh
# Compares our build with that of other programs, which get an environment of their own.
#
# Usage: sh .ci/bench.sh RESULTS [SIZE ...]
set -eu

results=$1
shift
tools=.build/bench/tools

# Versions stand in the list; a dependency of one of these may be newer on another day.
if ! cmp -s benchmarks/tools.txt "$tools/installed.txt"; then
    printf '» Andere programma'"'"'s installeren in %s\n' "$tools"
    rm -rf "$tools"
    .venv/bin/python -m venv "$tools"
    "$tools/bin/python" -m pip --disable-pip-version-check --no-input install -qq --only-binary :all: \
        -r benchmarks/tools.txt
    cp benchmarks/tools.txt "$tools/installed.txt"
fi
exec .venv/bin/python benchmarks/compare.py "$@" --tools "$tools" --results "$results"
