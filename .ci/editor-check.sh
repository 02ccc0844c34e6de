#!/bin/sh
# Checks what VS Code shows in the YAML files of the catalogue: completion, explanation and faults, by our own settings.
#
# Usage: sh .ci/editor-check.sh, with Node.js 20 or newer. It is no part of `make test`: nobody needs Node.js for that.
set -eu

cd "$(dirname "$0")/.."
tools=.build/editor
command -v npm >/dev/null 2>&1 || { echo "Fout: npm ontbreekt. Installeer Node.js 20 of nieuwer." >&2; exit 1; }
# The same program that the extension of VS Code for YAML starts. No package runs a script while it is installed.
npm install --silent --no-save --ignore-scripts --prefix "$tools" yaml-language-server@1.25.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
node .ci/editor-check.mjs "$tools/node_modules/yaml-language-server/bin/yaml-language-server" "$folder"
