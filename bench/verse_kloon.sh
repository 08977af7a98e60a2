#!/usr/bin/env bash
# The two commands of the README in a clone that was never used: `make start` and `make test`.
#
#   bench/verse_kloon.sh                 as who you are; as root also as an ordinary user, and in a
#                                        folder of mode 0700
#   bench/verse_kloon.sh --zonder-tests  only `make start`, which takes a minute
#
# It clones what is committed (HEAD), so commit first. For each kind of user it measures the first
# start, checks the page, stops with Ctrl-C and looks for processes that stayed behind, starts
# again (at most 5 seconds), kills that start without mercy and starts once more, runs the tests,
# and removes everything with `make wis`. Needs: git, make, python3 with venv, curl, setsid.
set -uo pipefail
cd "$(dirname "$0")/.." || exit

BRON=$PWD
WERKMAP=$(mktemp -d /var/tmp/verbinder-kloon.XXXXXX)
POORT=${POORT:-8123}
GEWONE_GEBRUIKER=${GEWONE_GEBRUIKER:-nobody}
HOOGSTENS_TWEEDE_START=5
MET_TESTS=ja
[ "${1:-}" = "--zonder-tests" ] && MET_TESTS=nee

samenvatting=()
fouten=0

noteer() { samenvatting+=("$(printf '%-22s %-34s %s' "$geval" "$1" "$2")"); }
fout() {
    fouten=$((fouten + 1))
    noteer "$1" "FOUT: $2"
}

# Run a command in the clone as the user of this case, in a session of its own.
als() {
    if [ "$gebruiker" = "$(id -un)" ]; then
        env -u DATABASE_URL -u REDIS_URL -u VERBINDER_OMGEVING -u SECRET_KEY \
            setsid --wait sh -c "cd '$kloon' && exec $*"
    else
        env -i PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" \
            LANG=C.UTF-8 \
            setsid --wait runuser -u "$gebruiker" -- sh -c "cd '$kloon' && exec $*"
    fi
}

# Every process that has to do with the clone: by its folder, or by the folder of its data.
overgebleven() {
    pgrep -f -- "$kloon/" | grep -v "^$$\$"
    [ -n "$gegevens" ] && pgrep -f -- "$gegevens"
}

start() {
    uitvoer=$WERKMAP/uitvoer
    : >"$uitvoer"
    begin=$(date +%s%N)
    als make start POORT="$POORT" >"$uitvoer" 2>&1 &
    baan=$!
    until grep -q "Stoppen: Ctrl-C" "$uitvoer"; do
        if ! kill -0 $baan 2>/dev/null; then
            tail -n 20 "$uitvoer"
            return 1
        fi
        sleep 0.05
    done
    duur=$(($(date +%s%N) - begin))
    seconden=$(printf '%d,%d' $((duur / 1000000000)) $((duur / 100000000 % 10)))
    gegevens=$(sed -n 's/.*Gegevens van deze kloon: \(.*\)\. Ze blijven.*/\1/p' "$uitvoer")
}

toezichthouder() { pgrep -f -- "manage.py start" | while read -r pid; do
    [ "$(readlink -f "/proc/$pid/cwd")" = "$(readlink -f "$kloon")" ] && echo "$pid"
done | tail -n 1; }

stop_met_ctrl_c() {
    local pid
    pid=$(toezichthouder)
    # Ctrl-C reaches every process of the terminal: make and what it runs.
    kill -INT -- "-$(ps -o pgid= -p "$pid" | tr -d ' ')"
    wait $baan
    sleep 0.5
    if [ -n "$(overgebleven)" ]; then
        fout "na Ctrl-C" "er draait nog: $(overgebleven | tr '\n' ' ')"
    else
        noteer "na Ctrl-C" "geen proces over"
    fi
}

controleer_pagina() {
    local antwoord
    antwoord=$(curl --silent --location --output /dev/null --write-out '%{http_code}' \
        "http://127.0.0.1:$POORT/")
    if [ "$antwoord" = 200 ]; then
        noteer "de eerste pagina" 200
    else
        fout "de eerste pagina" "$antwoord"
    fi
}

beproef() {
    if ! start; then
        fout "make start" "start niet"
        return
    fi
    noteer "eerste make start" "$seconden s"
    controleer_pagina
    stop_met_ctrl_c

    start && noteer "tweede make start" "$seconden s"
    [ $((duur / 1000000)) -le $((HOOGSTENS_TWEEDE_START * 1000)) ] ||
        fout "tweede make start" "meer dan $HOOGSTENS_TWEEDE_START s"

    kill -KILL "$(toezichthouder)"
    wait $baan
    if ! start; then
        fout "na kill -9" "start niet"
        return
    fi
    noteer "na kill -9" "$seconden s"
    controleer_pagina
    stop_met_ctrl_c

    if [ $MET_TESTS = ja ]; then
        begin=$SECONDS
        als make test >"$WERKMAP/tests" 2>&1 || fout "make test" "$(tail -n 1 "$WERKMAP/tests")"
        noteer "make test ($((SECONDS - begin)) s)" "$(tail -n 1 "$WERKMAP/tests" | tr -d '=')"
    fi
}

wis() {
    als make wis WIS=ja >/dev/null 2>&1
    if [ -n "$gegevens" ] && [ -e "$gegevens" ]; then
        fout "make wis" "$gegevens staat er nog"
    else
        noteer "make wis" "alles weg"
    fi
    rm -rf "$kloon"
}

doorloop() {
    geval=$1 gebruiker=$2 kloon=$3 gegevens=""
    printf '\n=== %s\n' "$geval"
    git clone --quiet "$BRON" "$kloon"
    chown -R "$gebruiker" "$kloon"
    beproef
    wis
}

chmod 755 "$WERKMAP"
doorloop "$(id -un)" "$(id -un)" "$WERKMAP/kloon"
if [ "$(id -u)" -eq 0 ]; then
    install -d -o "$GEWONE_GEBRUIKER" "$WERKMAP/open"
    doorloop "$GEWONE_GEBRUIKER" "$GEWONE_GEBRUIKER" "$WERKMAP/open/kloon"
    install -d -m 0700 "$WERKMAP/dicht"
    doorloop "root, map van 0700" root "$WERKMAP/dicht/kloon"
    [ "$(stat -c %a "$WERKMAP/dicht")" = 700 ] || { geval=root && fout "map van 0700" "is geopend"; }
fi
rm -rf "$WERKMAP"

printf '\n'
printf '%s\n' "${samenvatting[@]}"
exit $((fouten > 0))
