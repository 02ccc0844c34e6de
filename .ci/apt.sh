#!/bin/sh
# Installs Debian packages, as root or through sudo; says what to do when neither is possible.
#
# Usage: sh .ci/apt.sh PACKAGE...
set -eu

advise() {
    printf 'Fout: %s\nInstalleer dit zelf en begin opnieuw: %s\n' "$1" "$2" >&2
    exit 1
}

packages=$*
command -v apt-get >/dev/null 2>&1 || advise "dit systeem heeft geen apt-get." "$packages"

if [ "$(id -u)" -eq 0 ]; then
    root=""
elif ! command -v sudo >/dev/null 2>&1; then
    advise "u bent geen beheerder en sudo ontbreekt." "apt-get install $packages"
elif sudo -n true 2>/dev/null; then
    root="sudo -n"
elif [ -t 0 ]; then
    root="sudo"
else
    advise "u bent geen beheerder." "sudo apt-get install $packages"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    # shellcheck disable=SC2086 # $root is a command and its option, or nothing
    $root env DEBIAN_FRONTEND=noninteractive apt-get --quiet --option DPkg::Lock::Timeout=120 "$@" </dev/null
}

printf '» Debian-pakketten installeren: %s\n' "$packages"
# A list that cannot be refreshed need not be the one these packages come from: the installation decides.
apt update >"$log" 2>&1 || true
if ! apt install --yes --no-install-recommends "$@" >>"$log" 2>&1; then
    tail -n 20 "$log" >&2
    advise "apt-get is niet gelukt, zie hierboven." "$packages"
fi
