#!/usr/bin/env bash
# Makes a Python environment in build/peers with the programs that the benchmark runs beside treatykit.
# Who cannot be installed here is left out; the benchmark says so.
set -euo pipefail
cd "$(dirname "$0")/.."

pins=requirements/peers.txt
peers=(docx-scalpel docx-trackdiff jubarte-redlines prosediff "python-redlines[docxodus]")

say() { printf 'set-up: %s\n' "$*" >&2; }

install() { build/peers/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }

say "installing the pinned packages of $pins"
.venv/bin/python -m venv --clear build/peers
install --require-hashes -r "$pins" && exit
# Not all of them at once, then: one by one, at the same versions.
sed '/--hash/d; s/ \\$//' "$pins" >build/peers/pins.txt
for peer in "${peers[@]}"; do
    install -c build/peers/pins.txt "$peer" || say "$peer cannot be installed here"
done
