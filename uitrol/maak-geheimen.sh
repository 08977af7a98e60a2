#!/bin/sh
# Make the secrets of docker-compose.yml, once. What exists stays as it is.
#
# The folder can be opened by its owner only. The files in it can be read by everyone who gets at
# them, because inside the containers they are read by other users than the owner.
set -eu
cd "$(dirname "$0")/geheimen"
chmod 700 .

willekeurig() { od -An -N32 -tx1 /dev/urandom | tr -d ' \n'; }
bewaar() {
    [ -e "$1" ] && return
    printf '%s' "$2" >"$1"
    chmod 444 "$1"
    echo "gemaakt: uitrol/geheimen/$1"
}

bewaar secret_key "$(willekeurig)$(willekeurig)"
for naam in postgres_wachtwoord beheer_wachtwoord web_wachtwoord redis_wachtwoord; do
    bewaar "$naam" "$(willekeurig)"
done
bewaar email_wachtwoord ""
bewaar database_url "postgres://verbinder_web:$(cat web_wachtwoord)@postgres/verbinder"
bewaar beheer_url "postgres://verbinder_beheer:$(cat beheer_wachtwoord)@postgres/verbinder"
bewaar redis_url "redis://:$(cat redis_wachtwoord)@redis:6379/0"
