#!/bin/sh
# Make .venv from the hashed lock file. Needs Python 3.11 or newer, and nothing else.
set -eu

meld() { printf '%s\n' "$*"; }
stop() {
    printf '%s\n' "$*" >&2
    exit 1
}

oud_genoeg() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

zoek_python() {
    for kandidaat in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if oud_genoeg "$kandidaat"; then
            printf '%s' "$kandidaat"
            return
        fi
    done
    stop "Verbinder heeft Python 3.11 of nieuwer nodig. Installeer dat, of wijs het aan:" \
        "make opzetten PYTHON=/pad/naar/python3"
}

maak_venv() {
    python=$(zoek_python)
    meld "Python-omgeving maken met $("$python" --version) ..."
    if ! uitvoer=$("$python" -m venv --clear .venv 2>&1); then
        rm -rf .venv
        case $uitvoer in
        *ensurepip*) stop "Het onderdeel venv van Python ontbreekt. Op Debian en Ubuntu:" \
            "sudo apt install python3-venv" ;;
        *) stop "De map .venv is niet te maken: $uitvoer" ;;
        esac
    fi
}

# The lock pins uv as well: its own lines are all that pip needs to install it first.
installeer_uv() {
    awk '/^[^ #]/ { binnen = /^uv==/ } binnen' requirements.lock >.venv/uv.lock
    .venv/bin/python -m pip install --quiet --require-hashes --no-deps -r .venv/uv.lock
}

installeer_alles() {
    # Compiled once here, where pip always does so: else each start would compile it all again.
    if installeer_uv && .venv/bin/uv pip sync --quiet --python .venv/bin/python \
        --compile-bytecode --require-hashes requirements.lock; then
        return
    fi
    meld "Het lukt niet met uv; nu met pip. Dat duurt langer."
    .venv/bin/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock ||
        stop "De Python-pakketten zijn niet op te halen. Is er een verbinding met internet?"
}

# Someone without a home folder has no place to keep downloads either.
[ -w "${HOME:-/nergens}" ] || export UV_NO_CACHE=1 PIP_NO_CACHE_DIR=1
[ -f requirements.lock ] || stop "Draai dit in de map van Verbinder."
{ [ -x .venv/bin/python ] && oud_genoeg .venv/bin/python; } || maak_venv
meld "Python-pakketten ophalen ..."
installeer_alles
