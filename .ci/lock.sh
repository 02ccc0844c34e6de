#!/bin/sh
# Writes the lock files from pyproject.toml: every package by version and hash, for Python 3.11 and newer on any system.
#
# Usage: sh .ci/lock.sh [--upgrade]
# Releases younger than a week are left alone: a poisoned one is mostly found and withdrawn by then.
set -eu

upgrade=${1:-}
export UV_CUSTOM_COMPILE_COMMAND="make lock"

compile() {
    output=$1
    shift
    printf '» %s\n' "$output"
    # Extras are kept: pip looks for a newer release of what is asked for with an extra alone, and then misses its hash.
    # One version for all Pythons: the same input must give the same site everywhere.
    .build/tools/bin/uv pip compile --quiet --universal --python-version 3.11 \
        --fork-strategy fewest --exclude-newer "7 days" --generate-hashes --no-emit-index-url --no-strip-extras \
        ${upgrade:+"$upgrade"} --output-file "$output" "$@"
}

compile requirements.txt pyproject.toml --group build
compile requirements-test.txt pyproject.toml --group build --group test --constraint requirements.txt
compile requirements-tools.txt --group pyproject.toml:tools
