#!/bin/sh
# Install a program that tests need: `browser` or `kantoor`. With --mag-ontbreken behind it: only
# where that is no trouble.
set -eu

case "$1" in
browser) naam=Chromium programmas="chromium chromium-browser google-chrome" pakketten=chromium ;;
kantoor) naam=LibreOffice programmas=soffice pakketten="libreoffice-calc-nogui libreoffice-writer-nogui" ;;
esac

is_debian() { [ -r /etc/os-release ] && grep -q '^ID=debian$' /etc/os-release; }

for programma in $programmas; do
    if command -v "$programma" >/dev/null 2>&1; then exit 0; fi
done

if [ "$(id -u)" -eq 0 ] && is_debian; then
    echo "$naam installeren voor de tests ..."
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086 - more packages than one
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends $pakketten >/dev/null; then
        exit 0
    fi
    echo "$naam is niet te installeren. Is er een verbinding met internet?" >&2
else
    echo "$naam ontbreekt. Installeer het van uw eigen systeem, bijvoorbeeld: sudo apt install" \
        "$pakketten (Debian)." >&2
fi

[ "${2:-}" = "--mag-ontbreken" ] || exit 1
echo "De tests met $naam worden overgeslagen."
