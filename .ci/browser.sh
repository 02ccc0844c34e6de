#!/bin/sh
# Makes sure that the browser tests can start a Chromium; takes Debian's own when this machine has none.
#
# Usage: sh .ci/browser.sh, after the test packages are installed
set -eu

has_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if command -v "$name" >/dev/null 2>&1; then
            return 0
        fi
    done
    return 1
}

missing=""
has_chromium || missing="chromium fonts-liberation"
# Playwright steers the browser with a Node of its own, and that needs a library which a small Debian lacks.
.venv/bin/playwright --version >/dev/null 2>&1 || missing="$missing libatomic1"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 # a list of packages
    sh .ci/apt.sh $missing
fi
