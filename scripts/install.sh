#!/bin/sh
# Put the program and its libraries into .venv; make runs this when pyproject.toml has changed.
#
#   sh scripts/install.sh        what the program needs to run
#   sh scripts/install.sh dev    and what its tests and checks need
#
# PYTHON=... names the interpreter to use; otherwise the first of python3, python3.14 ... python3.11
# that will do is taken.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "tuiticket: $1" >&2
    exit 1
}

# Whether "$1" runs and is what the program needs: its version, and SQLite with full-text search.
will_do() {
    "$1" -c '
import sqlite3, sys
assert sys.version_info >= (3, 11)
sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(x)")
' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11
    fi
    for candidate; do
        if will_do "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    fail "no Python 3.11 or newer with SQLite full-text search was found${PYTHON:+ as $PYTHON}.
Install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python) or name it: make PYTHON=/path/to/python3"
}

# Debian and Ubuntu sell Python without the part that makes environments.
make_environment() {
    rm -rf .venv
    if "$1" -c 'import ensurepip' 2>/dev/null; then
        "$1" -m venv .venv
    elif "$1" -m pip --version >/dev/null 2>&1; then
        "$1" -m venv --without-pip .venv
        "$1" -m pip --python .venv/bin/python install -qq pip
    elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing Debian's python3-venv, which Python's environments need ..."
        package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y "$package" >/dev/null
        "$1" -m venv .venv
    else
        fail "$1 cannot make environments. On Debian and Ubuntu: sudo apt install python3-venv; then run make again."
    fi
}

if ! { [ -x .venv/bin/pip ] && will_do .venv/bin/python; }; then
    python=$(find_python)
    echo "Making .venv with $("$python" --version) ..."
    make_environment "$python"
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1 PIP_ROOT_USER_ACTION=ignore
pip=".venv/bin/python -m pip install -qq --constraint constraints.txt"

if [ "${1:-}" = dev ]; then
    echo "Installing tuiticket with its test tools into .venv (about a minute, once) ..."
    $pip --upgrade 'pip>=25.1' # the first that knows dependency groups
    $pip --editable . --group dev
    touch .venv/ready-dev
else
    echo "Installing tuiticket into .venv (about half a minute, once) ..."
    $pip --editable .
fi
touch .venv/ready
