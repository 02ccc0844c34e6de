#!/bin/sh
# Makes a virtual environment that holds exactly what a lock file asks for.
#
# Usage: sh .ci/venv.sh FOLDER LOCK [--project]
#   --project  also installs this project itself, editable
# It does nothing when FOLDER is already so: the check reads a few files and starts Python once.
set -eu

folder=$1
lock=$2
project=${3:-}
minimum="3, 11"

say() { printf '» %s\n' "$*"; }
fail() { printf 'Fout: %s\n' "$*" >&2; exit 1; }

new_enough() { "$1" -c "import sys; sys.exit(sys.version_info < ($minimum))" >/dev/null 2>&1; }
version_of() { "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])'; }

# The Python that was asked for, or else the first one on this machine that is new enough.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        command -v "$PYTHON" >/dev/null 2>&1 || fail "PYTHON=$PYTHON bestaat niet."
        new_enough "$PYTHON" || fail "PYTHON=$PYTHON is te oud of werkt niet. Nodig: Python 3.11 of nieuwer."
        printf '%s\n' "$PYTHON"
        return
    fi
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if new_enough "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
    found=$(python3 --version 2>&1) || found="geen Python"
    fail "Python 3.11 of nieuwer is nodig, gevonden: $found. Staat hij ergens anders? make site PYTHON=/pad/naar/python3"
}

# Everything that decides what the environment must hold. The path is part of it: scripts inside carry it.
wanted() {
    { pwd; printf '%s\n' "${PYTHON:-}"; cat "$lock" pyproject.toml .ci/venv.sh; } | cksum
}

works() { "$folder/bin/python" -c 'import pip' >/dev/null 2>&1; }

stamp="$folder/.installed-$(basename "$lock")"
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ] && works; then
    exit 0
fi

python=$(find_python)
version=$(version_of "$python")
if ! works || ! new_enough "$folder/bin/python" ||
    { [ -n "${PYTHON:-}" ] && [ "$(version_of "$folder/bin/python")" != "$version" ]; }; then
    # Debian keeps this part of Python in a package of its own.
    "$python" -c 'import ensurepip' >/dev/null 2>&1 || sh .ci/apt.sh "python$version-venv"
    say "Python $version klaarzetten in $folder"
    rm -rf "$folder"
    "$python" -m venv "$folder"
fi

# Wheels only: installing then runs no code of a package. -qq: errors are still printed.
pip() { "$folder/bin/python" -m pip --disable-pip-version-check --no-input "$@"; }
say "Pakketten installeren uit $lock"
pip install -qq --require-hashes --only-binary :all: -r "$lock"
if [ -n "$project" ]; then
    pip install -qq --no-deps --no-build-isolation --editable .
fi
pip check >"$folder/.pip-check" 2>&1 || { cat "$folder/.pip-check" >&2; fail "$lock past niet bij pyproject.toml: typ 'make lock'."; }
wanted >"$stamp"
