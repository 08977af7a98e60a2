#!/bin/sh
# Install Chromium for the browser tests. With --mag-ontbreken: only where that is no trouble.
set -eu

is_debian() { [ -r /etc/os-release ] && grep -q '^ID=debian$' /etc/os-release; }

for programma in chromium chromium-browser google-chrome; do
    if command -v "$programma" >/dev/null 2>&1; then exit 0; fi
done

if [ "$(id -u)" -eq 0 ] && is_debian; then
    echo "Chromium installeren voor de browsertests ..."
    export DEBIAN_FRONTEND=noninteractive
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; then
        exit 0
    fi
    echo "Chromium is niet te installeren. Is er een verbinding met internet?" >&2
else
    echo "Chromium ontbreekt. Installeer het met: sudo apt install chromium (Debian)," \
        "sudo snap install chromium (Ubuntu) of van uw eigen systeem." >&2
fi

[ "${1:-}" = "--mag-ontbreken" ] || exit 1
echo "De browsertests worden overgeslagen."
