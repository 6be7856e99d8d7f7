#!/usr/bin/env bash
# Makes the Python environment in .venv and puts the pinned packages and treatykit itself into it.
# Usage: tools/set-up.sh run|dev        (the Makefile calls it; PYTHON names another interpreter)
set -euo pipefail
cd "$(dirname "$0")/.."

pins=requirements/${1:?run or dev}.txt
# What WeasyPrint draws PDF with; the names are those of Debian and Ubuntu.
pango=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)

say() { printf 'set-up: %s\n' "$*" >&2; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
        if new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    say "treatykit needs Python 3.11 or newer, and found none. On Debian or Ubuntu:"
    say "    sudo apt-get install python3 python3-venv"
    exit 1
}

# Installs with apt where that is allowed; says the one command and fails where it is not.
apt_install() {
    if ! command -v apt-get >/dev/null; then
        return 1
    elif [ "$(id -u)" != 0 ]; then
        say "    sudo apt-get install $*"
        return 1
    fi
    say "installing $*"
    export DEBIAN_FRONTEND=noninteractive
    local try
    for try in 1 2 3; do
        if apt-get update -qq >/dev/null && apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null; then
            return 0
        fi
        sleep $((try * 3))
    done
    return 1
}

make_environment() {
    local python version
    if new_enough .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    # Debian ships venv without the part that installs pip.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        say "$python cannot make an environment: $version is missing"
        apt_install "$version" || exit 1
    fi
    say "making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

install_packages() {
    say "installing the pinned packages of $pins"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r "$pins"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
    # As pip does with what it copies, so that treatykit starts quickly where Python writes no compiled modules itself.
    .venv/bin/python -m compileall -q src/treatykit
}

draws_pdf() { .venv/bin/python -W ignore -c 'import weasyprint' >/dev/null 2>&1; }

install_pango() {
    if draws_pdf; then
        return
    fi
    say "PDF output needs the Pango library, which this machine lacks"
    if apt_install "${pango[@]}" && draws_pdf; then
        return
    fi
    command -v apt-get >/dev/null || say "    macOS: brew install pango    Fedora: sudo dnf install pango    others: see WeasyPrint's manual"
    say "until it is there, everything but PDF works"
}

make_environment
install_packages
install_pango
