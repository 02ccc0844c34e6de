#!/bin/sh
# Checks a report in SARIF with the validator of its makers: the schema, and what readers such as code scanning ask.
#
# Usage: sh .ci/sarif-check.sh [CATALOGUE], with Node.js 20 or newer. It is no part of `make test`: nobody needs Node.js
# for that. Without a catalogue it takes those of the cases, which have every finding there is.
set -eu

cd "$(dirname "$0")/.."
tools=.build/sarif
command -v npm >/dev/null 2>&1 || { echo "Fout: npm ontbreekt. Installeer Node.js 20 of nieuwer." >&2; exit 1; }
# No package runs a script while it is installed.
npm install --silent --no-save --ignore-scripts --prefix "$tools" @microsoft/sarif-multitool@5.7.0
# It would make its program one that can be run.
chmod +x "$tools"/node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
[ $# -gt 0 ] || set -- tests/cases/*/catalogue
for catalogue in "$@"; do
  # Findings are what is wanted here; only exit code 2 says that it did not work.
  .venv/bin/catalogue validate --catalogue "$catalogue" --site-url https://voorbeeld.nl/ --language en \
    --format sarif --output "$folder/$(echo "$catalogue" | tr / _).sarif" 2>"$folder/said" || [ $? -eq 1 ] ||
    { cat "$folder/said" >&2; exit 2; }
done
"$tools/node_modules/.bin/sarif-multitool" validate "$folder/*.sarif"
