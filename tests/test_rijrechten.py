"""Row-level security as the catalogue of the database tells it: no table may be forgotten."""

import pytest
from django.db import DatabaseError, connection, transaction

from regio.controles import rollen_zijn_beperkt
from regio.rijrechten import DOSSIER, EIGENAAR, TELLER, als_teller, bereik_transactie
from regio.toegang import GEEN_BEREIK

pytestmark = [pytest.mark.django_db, pytest.mark.database]

# Tables that hold something of a person: they, and their history, are behind row-level security.
PERSOONLIJK = """
    select c.relname, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r'
      and (c.relname = 'statushouders_statushouder'
           or c.relname = 'statushouders_statushouderevent'
           or exists (select 1 from pg_attribute a where a.attrelid = c.oid
                      and a.attname = 'statushouder_id' and not a.attisdropped))
"""
# What figures never read.
GESLOTEN_VOOR_DE_TELLER = {
    "statushouders_naam",
    "statushouders_kenmerk",
    "statushouders_naamevent",
    "statushouders_actie",
}


def vraag(sql, parameters=None):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def test_every_table_with_something_of_a_person_has_forced_row_level_security():
    tabellen = vraag(PERSOONLIJK)

    assert len(tabellen) > 15
    assert [naam for naam, aan, ook_eigenaar in tabellen if not (aan and ook_eigenaar)] == []


def test_every_such_table_has_policies_for_reading_and_for_adding():
    zonder = vraag(
        f"""
        select t.relname from ({PERSOONLIJK}) t
        where not exists (select 1 from pg_policies p where p.tablename = t.relname
                          and %s = any(p.roles) and p.cmd in ('SELECT', 'ALL'))
           or exists (select 1 from pg_policies p where p.tablename = t.relname
                      and %s = any(p.roles) and p.cmd in ('INSERT', 'UPDATE', 'ALL')
                      and p.with_check is null)
        """,
        [DOSSIER, DOSSIER],
    )

    assert zonder == []


def test_no_view_hides_from_row_level_security():
    views = vraag(
        """
        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('v', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
          and not coalesce(c.reloptions @> array['security_invoker=true'], false)
        """
    )

    assert views == []


def test_every_function_that_works_as_the_owner_fixes_its_search_path():
    los = vraag(
        """
        select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname = 'public'
          and not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=%')
        """
    )

    assert los == []


def test_tables_belong_to_the_owner_and_to_nobody_else():
    eigenaren = vraag(
        """
        select distinct r.rolname from pg_class c
        join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
        where n.nspname = 'public' and c.relkind in ('r', 'v')
        """
    )

    assert eigenaren == [(EIGENAAR,)]


def test_a_connection_works_as_the_dossier_role_which_is_bound_by_the_policies():
    assert vraag("select current_user") == [(DOSSIER,)]
    assert rollen_zijn_beperkt(None, ["default"]) == []


def test_the_check_names_a_role_that_is_too_powerful(monkeypatch):
    monkeypatch.setattr("regio.controles.DOSSIER", EIGENAAR)

    fouten = rollen_zijn_beperkt(None, ["default"])

    assert [fout.id for fout in fouten] == ["regio.E001"]
    assert "eigenaar" in fouten[0].msg


def test_the_counting_role_reads_no_name_no_note_and_no_kenmerk():
    for tabel in GESLOTEN_VOOR_DE_TELLER:
        assert vraag("select has_any_column_privilege(%s, %s, 'select')", [TELLER, tabel]) == [
            (False,)
        ]
    open_ = vraag(
        """
        select table_name, column_name from information_schema.column_privileges
        where grantee = %s and (column_name in ('notitie', 'voornaam', 'achternaam', 'kenmerk',
              'intrekreden', 'omschrijving', 'contactpersoon_id', 'sleutel'))
        """,
        [TELLER],
    )
    assert open_ == []


def test_the_counting_role_only_reads():
    schrijft = vraag(
        """
        select table_name, privilege_type from information_schema.table_privileges
        where grantee = %s and privilege_type <> 'SELECT'
        """,
        [TELLER],
    )

    assert schrijft == []


def test_the_counting_role_ends_with_its_call():
    with als_teller():
        assert vraag("select current_user") == [(TELLER,)]
    assert vraag("select current_user") == [(DOSSIER,)]


def test_the_counting_role_ends_with_its_call_after_a_fault_too():
    with pytest.raises(DatabaseError), als_teller():
        vraag("select voornaam from statushouders_naam")
    assert vraag("select current_user") == [(DOSSIER,)]


def test_the_log_is_only_added_to():
    for opdracht in (
        "update regio_logregel set wie = 'iemand anders'",
        "delete from regio_logregel",
        "truncate regio_logregel",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            vraag(opdracht)


@pytest.mark.django_db(transaction=True)
def test_the_scope_does_not_outlive_its_transaction():
    with bereik_transactie(GEEN_BEREIK, gebruiker_id=7):
        assert vraag("select current_setting('verbinder.gebruiker', true)") == [("7",)]
    assert vraag("select coalesce(current_setting('verbinder.gebruiker', true), '')") == [("",)]


@pytest.mark.django_db(transaction=True)
def test_the_scope_does_not_outlive_a_transaction_that_failed():
    with pytest.raises(ZeroDivisionError), bereik_transactie(GEEN_BEREIK, gebruiker_id=7):
        raise ZeroDivisionError
    assert vraag("select coalesce(current_setting('verbinder.gebruiker', true), '')") == [("",)]
