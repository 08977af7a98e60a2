#!/bin/sh
# Runs once, when the database is made: the roles of Verbinder and two log-ins that are no superuser.
#
#   verbinder_beheer  changes tables (the service `migreer`); is a member of the owner
#   verbinder_web     web, worker and beat; can never take the role of the owner
set -eu

geheim() { cat "${GEHEIMEN:-/run/secrets}/$1"; }

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 \
    --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-verbinder}" \
    --set database="${POSTGRES_DB:-verbinder}" \
    --set beheer_wachtwoord="$(geheim beheer_wachtwoord)" \
    --set web_wachtwoord="$(geheim web_wachtwoord)" <<'SQL'
create role verbinder_eigenaar nologin;
create role verbinder_dossier nologin;
create role verbinder_teller nologin;
create role verbinder_beheer login password :'beheer_wachtwoord';
create role verbinder_web login password :'web_wachtwoord';
grant verbinder_eigenaar, verbinder_dossier, verbinder_teller to verbinder_beheer;
grant verbinder_dossier, verbinder_teller to verbinder_web;

revoke all on database :"database" from public;
grant connect, temporary on database :"database" to verbinder_web, verbinder_beheer;
grant create, connect, temporary on database :"database" to verbinder_eigenaar;
grant create, usage on schema public to verbinder_eigenaar;
SQL
