#!/bin/sh
# Start the broker with its password from a file, so that it stands in no command line.
set -eu
umask 077
cat >/tmp/valkey.conf <<INSTELLINGEN
requirepass $(cat "${WACHTWOORDBESTAND:-/run/secrets/redis_wachtwoord}")
dir ${GEGEVENSMAP:-/data}
# Work stands in the outbox in PostgreSQL; this only saves a bell that has just been rung.
save 60 1
maxmemory 256mb
# Make room by forgetting what the cache holds (it expires), never a message (it does not).
maxmemory-policy volatile-lru
INSTELLINGEN
exec "${PROGRAMMA:-valkey-server}" /tmp/valkey.conf "$@"
