"""The as-of views: the figures as they were known at a moment, whatever happened since."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Gebied
from statushouders.codes import Eindreden
from statushouders.models import Plaatsing, Statushouder, Traject, Uitkering, Verblijf
from tests.verbinder.rapportage import gegevens
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting

EERSTE_HELFT = halfjaar(2026, 1)


def vraag(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_every_table_that_figures_read_has_a_view_with_the_columns_they_may_read(db):
    """Who gives the counting role a column or a table has to call `bekend_op.bouw()` again."""
    mag = """
        select c.relname, a.attname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = '{}'::regnamespace and c.relname like 'statushouders%'
          and has_column_privilege('verbinder_teller', c.oid, a.attnum, 'select')
    """
    van_nu = set(vraag(mag.format("public")))
    tabellen = {(naam, kolom) for naam, kolom in van_nu if not naam.endswith("event")}
    # A derived row has no number of its own.
    tabellen.discard(("statushouders_ligging", "id"))

    assert set(vraag(mag.format("bekend_op"))) == tabellen


def test_the_ligging_of_then_is_worked_out_by_the_sql_of_now(db):
    with connection.cursor() as cursor:
        cursor.execute("set local role verbinder_teller")
        cursor.execute("select pg_get_viewdef('ligging_berekend'::regclass)")
        nu = cursor.fetchone()[0]
        cursor.execute("set local search_path = bekend_op, public")
        cursor.execute("select pg_get_viewdef('bekend_op.statushouders_ligging'::regclass)")
        toen = cursor.fetchone()[0]
        cursor.execute("set local search_path = public")

    assert toen == nu


def gemeten(regio, *, bekend_op=None):
    return meet(Meting(Gebied(regio.pk), EERSTE_HELFT, bekend_op=bekend_op))


@pytest.mark.database
def test_corrections_deletions_moves_and_late_entries_change_now_and_not_then(eigen_database):
    regio = gegevens.regio()
    gegevens.vul(regio, 80)
    toen, moment = gemeten(regio), timezone.now()

    with bereik_transactie(gegevens.bereik_over(regio)):
        verbeter(regio)
    gegevens.vul(regio, 20, zaad=2)
    na_verbetering, tweede_moment = gemeten(regio), timezone.now()
    with bereik_transactie(gegevens.bereik_over(regio)):
        Verblijf.objects.filter(pk__in=Verblijf.objects.order_by("pk").values("pk")[:5]).delete()

    assert gemeten(regio, bekend_op=moment) == toen
    assert gemeten(regio, bekend_op=tweede_moment) == na_verbetering
    assert toen != na_verbetering
    assert gemeten(regio, bekend_op=timezone.now()) == gemeten(regio) != na_verbetering
    assert {c.teller for c in gemeten(regio, bekend_op=moment - timedelta(days=1))} <= {0, None}


def verbeter(regio) -> None:
    """What is found out later: every kind of change that moves a figure."""
    personen = list(Statushouder.objects.order_by("pk"))
    Traject.objects.filter(statushouder__in=personen[:15], plaatsingen=None).update(
        einddatum=date(2026, 5, 1), eindreden=Eindreden.DOEL_BEREIKT, begindatum=date(2026, 4, 1)
    )
    Traject.objects.filter(statushouder__in=personen[15:20], plaatsingen=None).delete()
    Plaatsing.objects.filter(statushouder__in=personen[20:40]).delete()
    Uitkering.objects.filter(statushouder__in=personen[:40]).delete()
    Statushouder.objects.filter(pk__in=[p.pk for p in personen[40:45]]).update(wet="onbekend")
    Statushouder.objects.filter(pk=personen[45].pk).update(
        ingetrokken_op=date(2026, 7, 2), intrekreden="dubbel"
    )
    # A move: to another gemeente of the region, from a day in the half-year.
    ander = gegevens.gemeenten_van(regio)[0]
    for persoon in [p for p in personen[50:] if p.aangemeld_op < date(2026, 1, 1)][:10]:
        persoon.verblijven.update(tot_en_met=date(2026, 2, 28))
        Verblijf.objects.create(
            statushouder=persoon, soort="vestiging", gemeente=ander, van=date(2026, 3, 1)
        )
