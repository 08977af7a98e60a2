"""Fill an empty development database with invented persons, for measuring: `python -m bench.vul`.

`vul(personen=200_000, tot=day)` makes about five trajecten a person over the eight years before
`tot`, in all 35 regions, skewed by inhabitants (the largest region gets about a tenth). The same
numbers give the same world. Rows go in by insert-select as the owner, without the triggers that
keep history: a bench measures reading. Where everyone counts is worked out by the database's own
view, once. Never on a database with persons in it, and never outside development.
"""

import argparse
import os
import sys
import time
from datetime import date

LUS = "generate_series(1, %(personen)s)"

# A weight a bit steeper than inhabitants, so that the largest region holds about a tenth.
GEMEENTEN = """
    create temp table bench_gemeente as
    select row_number() over (order by g.code) as nr, g.id, l.regio_id,
           sum(power(coalesce(g.inwoners, 20000), 1.2)) over (order by g.code) as tot
    from regio_gemeente g
    join gemeente_ligging l on l.gemeente_id = g.id and l.geldt_als_id = g.id
        and %(tot)s between l.van and l.tot_en_met
"""
PERSONEN = f"""
    create temp table bench_persoon as
    select r.n as id, g.id as gemeente_id, g.regio_id, r.aangemeld_op, r.k1, r.k2, r.k3, r.k4, r.k5,
           case when r.k1 < 0.4
                then r.aangemeld_op + 60 + (r.k2 * (%(tot)s - r.aangemeld_op))::int end
                as afgesloten_op
    from (
        select n, random() * (select max(tot) from bench_gemeente) as prik,
               %(tot)s::date - 10 - (random() * 2900)::int as aangemeld_op,
               random() as k1, random() as k2, random() as k3, random() as k4, random() as k5
        from {LUS} n
    ) r
    join bench_gemeente g on g.nr = 1 + width_bucket(
        r.prik, (select array_agg(tot order by nr) from bench_gemeente))
"""

STAPPEN = {
    "personen": """
        insert into statushouders_statushouder
            (id, sleutel, dossiergemeente_id, dossierregio_id, geboortejaar, geslacht, doelgroep,
             wet, wet_bron, leerroute, opleidingsniveau, taalniveau, beroepswens, aangemeld_op,
             afgesloten_op, afsluitreden, intrekreden, ingevoerd_op, versie,
             diplomawaardering_aangevraagd_op, diplomawaardering_afgerond_op)
        select id, gen_random_uuid(), case when k3 < 0.9 then gemeente_id end, regio_id,
               extract(year from %(tot)s::date)::int - 16 - (k2 * 52)::int,
               (array['m', 'v', 'm', 'v', 'm', 'v', 'x', 'onbekend'])[1 + (k4 * 7)::int],
               (array['asielstatushouder', 'asielstatushouder', 'asielstatushouder',
                      'kansrijke_asielzoeker', 'gezinsmigrant', 'overig'])[1 + (k5 * 5)::int],
               w.wet, '', case w.wet when 'wi2021'
                   then (array['b1', 'onderwijs', 'z', 'b1', 'onbekend'])[1 + (k1 * 4)::int]
                   else 'nvt' end,
               (array['laag', 'middelbaar', 'hoog', 'onbekend'])[1 + (k2 * 3)::int], 'a2', '',
               aangemeld_op, case when afgesloten_op <= %(tot)s then afgesloten_op end,
               case when afgesloten_op <= %(tot)s then 'overig' else '' end, '', now(), 1,
               case when k5 < 0.1 then aangemeld_op + 90 end,
               case when k5 < 0.06 then aangemeld_op + 200 end
        from bench_persoon
        cross join lateral (
            select (array['wi2021', 'wi2021', 'wi2013', 'wi2007', 'niet_inburgeringsplichtig',
                          'onbekend', 'wi2021'])[1 + (k3 * 6)::int] as wet) w
    """,
    "namen": """
        insert into statushouders_naam
            (statushouder_id, voornaam, achternaam, sorteernaam, zoeknaam, plek)
        select p.id, n.voornaam, n.achternaam, n.sorteernaam, n.zoeknaam,
               case when p.k3 < 0.9 then p.gemeente_id else -p.regio_id end
        from bench_persoon p join bench_naam n
            on n.nr = 1 + (p.id * 7919::bigint) %% (select count(*) from bench_naam)
    """,
    "zoekwoorden": """
        insert into statushouders_zoekwoord (statushouder_id, plek, woord)
        select distinct p.id, coalesce(p.dossiergemeente_id, -p.dossierregio_id), woord
        from statushouders_naam n join statushouders_statushouder p on p.id = n.statushouder_id
        cross join lateral string_to_table(n.zoeknaam, ' ') woord
    """,
    "kenmerken": """
        insert into statushouders_kenmerk (statushouder_id, leverancier, kenmerk)
        select p.id, g.code, 'B' || p.id from bench_persoon p join regio_gemeente g
            on g.id = p.gemeente_id
    """,
    # A tenth still waits in an azc of the region; the others came through one, moved sometimes.
    "azc": """
        insert into statushouders_verblijf
            (statushouder_id, soort, gemeente_id, van, tot_en_met, versie)
        select id, 'azc', gemeente_id, aangemeld_op - 200,
               case when k3 < 0.9 then aangemeld_op + (k5 * 300)::int - 150 end, 1
        from bench_persoon where k4 < 0.6 or k3 >= 0.9
    """,
    "vestigingen": """
        insert into statushouders_verblijf
            (statushouder_id, soort, gemeente_id, van, tot_en_met, versie)
        select id, 'vestiging', gemeente_id, aangemeld_op + (k5 * 300)::int - 149,
               case when k2 < 0.06 then aangemeld_op + 400 end, 1
        from bench_persoon where k3 < 0.9
        union all
        select p.id, 'vestiging', g.id, p.aangemeld_op + 401, null, 1
        from bench_persoon p join bench_gemeente g on g.nr = 1 + p.id %% 300
        where p.k3 < 0.9 and p.k2 < 0.06
    """,
    "eerdere waarden": """
        insert into statushouders_eerderewaarde (statushouder_id, veld, waarde, tot_en_met)
        select id, 'opleidingsniveau', 'onbekend', aangemeld_op + 120
        from bench_persoon where k4 < 0.08
    """,
    "eerdere aanmeldingen": """
        insert into statushouders_eerdereaanmelding
            (statushouder_id, aangemeld_op, afgesloten_op, afsluitreden)
        select id, aangemeld_op - 700, aangemeld_op - (200 + k2 * 300)::int, 'overig'
        from bench_persoon where k5 < 0.05
    """,
    "trajecten": """
        insert into statushouders_traject
            (id, sleutel, statushouder_id, leverancier, referentie, actielijn_id, soort_id,
             begindatum, einddatum, eindreden, intrekreden, ingevoerd_op, versie)
        select t.nr, gen_random_uuid(), t.persoon, 'BENCH', 'T' || t.nr,
               case when t.r3 < 0.85 then s.actielijn_id else 1 + (t.r1 * 3)::int end, s.id,
               t.begin, d.eind, case when d.eind is null then '' else (array[
                   'doel_bereikt', 'doorstroom_ander_traject', 'werk_elders_gevonden', 'onderwijs',
                   'verhuisd_binnen_regio', 'niet_verschenen_geen_contact', 'taal_onvoldoende',
                   'persoonlijke_omstandigheden', 'onbekend', 'administratieve_correctie'
               ])[1 + (power(t.r4, 1.3) * 9.3)::int] end, '', now(), 1
        from (
            select row_number() over () as nr, p.id as persoon, random() as r1, random() as r3,
                   random() as r4, 30 + (power(random(), 2) * 330)::int as duur,
                   1 + (random() * 21)::int as soort,
                   p.aangemeld_op + (random() * p.dagen)::int as begin
            from (select *, least(1100, %(tot)s - aangemeld_op) as dagen from bench_persoon) p
            cross join lateral generate_series(
                1, ceil((1 + p.id %% 11) * p.dagen / 1100.0)::int) keer
        ) t
        join (select row_number() over (order by code) as nr, id, actielijn_id
              from regio_trajectsoort) s on s.nr = t.soort
        cross join lateral (
            select case when t.begin + t.duur <= %(tot)s then t.begin + t.duur end as eind) d
    """,
    "plaatsingen": """
        insert into statushouders_plaatsing
            (id, sleutel, statushouder_id, traject_id, leverancier, referentie, soort, werkgever_id,
             sector, begindatum, einddatum, uren_per_week, contractvorm, functieniveau,
             afspraak_werkgever, loonkostensubsidie, intrekreden, ingevoerd_op, versie)
        select r.id, gen_random_uuid(), r.statushouder_id, r.id, 'BENCH', 'P' || r.id,
               (array['betaald_werk', 'betaald_werk', 'betaald_werk', 'ondernemerschap', 'bbl',
                      'onderwijs', 'proefplaatsing', 'werkervaringsplaats', 'stage_praktijkleren',
                      'vrijwilligerswerk'])[1 + (r.r1 * 9)::int],
               null, '', r.begin,
               case when r.r2 < 0.5 and r.begin + 20 + (r.r2 * 600)::int <= %(tot)s
                    then r.begin + 20 + (r.r2 * 600)::int end,
               8 + (r.r2 * 32)::int,
               (array['onbepaald', 'bepaald', 'uitzend', 'oproep', ''])[1 + (r.r3 * 4)::int],
               (array['laag', 'middelbaar', 'hoog', 'onbekend'])[1 + (r.r3 * 3)::int],
               r.r1 < 0.3, false, '', now(), 1
        from (
            select t.id, t.statushouder_id, random() as r1, random() as r2, random() as r3,
                   t.begindatum + (random() * 90)::int as begin
            from statushouders_traject t where t.id %% 10 < 3
        ) r where r.begin <= %(tot)s
    """,
    "uitkeringen": """
        insert into statushouders_uitkering (statushouder_id, soort, van, tot_en_met, versie)
        select p.id, v.soort, v.van, v.tot_en_met, 1
        from bench_persoon p
        left join lateral (
            select min(begindatum) as dag from statushouders_plaatsing pl
            where pl.statushouder_id = p.id and pl.soort in ('betaald_werk', 'bbl')
        ) werk on true
        cross join lateral (values
            ('bijstand', p.aangemeld_op - 300, werk.dag + 10),
            (case when p.k4 < 0.3 then 'bijstand_aanvullend' end, werk.dag + 11, werk.dag + 150),
            (case when p.k5 < 0.15 then 'bijstand' end, werk.dag + 200, null)
        ) as v (soort, van, tot_en_met)
        where p.k2 < 0.75 and v.soort is not null and v.van <= coalesce(v.tot_en_met, v.van)
    """,
    "contactmomenten": """
        insert into statushouders_contactmoment
            (sleutel, statushouder_id, leverancier, datum, soort, volgnummer, notitie, ingevoerd_op,
             gevolg, plek)
        select gen_random_uuid(), id, 'BENCH', %(tot)s::date - (power(random(), 2) * 300)::int - n,
               'telefoon', n, '', now(), '', case when k3 < 0.9 then gemeente_id else -regio_id end
        from bench_persoon, generate_series(1, 2) n
    """,
    "ligging": """
        insert into statushouders_ligging
            (statushouder_id, regio_id, gemeente_id, plaats_id, van, tot_en_met)
        select statushouder_id, regio_id, gemeente_id, plaats_id, van, tot_en_met
        from ligging_berekend
    """,
}
TABELLEN = (
    "statushouder",
    "naam",
    "zoekwoord",
    "kenmerk",
    "verblijf",
    "eerderewaarde",
    "eerdereaanmelding",
    "traject",
    "plaatsing",
    "uitkering",
    "contactmoment",
    "ligging",
)
MET_EIGEN_NUMMER = ("statushouder", "traject", "plaatsing")


def vul(*, personen: int, tot: date, meld=lambda tekst: None) -> dict[str, int]:
    """Make the world; returns the number of rows by step. Raises SystemExit where it may not."""
    from django.conf import settings
    from django.db import connection

    from regio.rijrechten import als_eigenaar, eigenaar_opent_alles

    if not settings.ONTWIKKELING:
        raise SystemExit("Alleen in de omgeving 'ontwikkeling'.")
    aantallen = {}
    with als_eigenaar(), eigenaar_opent_alles(), connection.cursor() as cursor:
        cursor.execute("select exists (select 1 from statushouders_statushouder)")
        if cursor.fetchone()[0]:
            raise SystemExit("In deze database staan al personen. Neem een lege database.")
        cursor.execute("select setseed(0.42)")
        _triggers(cursor, "disable")
        for sql in (GEMEENTEN, PERSONEN, "analyze bench_persoon"):
            cursor.execute(sql, {"personen": personen, "tot": tot})
        _namen(cursor)
        for stap, sql in STAPPEN.items():
            begin = time.perf_counter()
            cursor.execute(sql, {"personen": personen, "tot": tot})
            aantallen[stap] = cursor.rowcount
            meld(f"{stap:<22}{cursor.rowcount:>10,}{time.perf_counter() - begin:8.1f} s")
            # The view that works out the ligging needs to know how large its tables are.
            cursor.execute("analyze statushouders_statushouder, statushouders_verblijf")
        for tabel in MET_EIGEN_NUMMER:
            cursor.execute(
                f"select setval(pg_get_serial_sequence('statushouders_{tabel}', 'id'), max(id))"
                f" from statushouders_{tabel}"
            )
        _triggers(cursor, "enable")
    with als_eigenaar(), connection.cursor() as cursor:
        for tabel in TABELLEN:
            cursor.execute(f"vacuum analyze statushouders_{tabel}")
    return aantallen


def _namen(cursor) -> None:
    """Every common first name with every common family name."""
    from statushouders.namen import sorteernaam, zoeknaam
    from verbinder.demo.namen import ACHTERNAMEN, VOORNAMEN

    cursor.execute(
        "create temp table bench_naam (nr serial, voornaam text, achternaam text,"
        " sorteernaam text, zoeknaam text)"
    )
    cursor.executemany(
        "insert into bench_naam (voornaam, achternaam, sorteernaam, zoeknaam)"
        " values (%s, %s, %s, %s)",
        [(v, a, sorteernaam(v, a), zoeknaam(v, a)) for v in VOORNAMEN for a in ACHTERNAMEN],
    )


def _triggers(cursor, wat: str) -> None:
    cursor.execute("set constraints all immediate")
    for tabel in TABELLEN:
        cursor.execute(f"alter table statushouders_{tabel} {wat} trigger user")


def main() -> None:
    """The command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verbinder.settings")
    import django

    django.setup()
    from regio.perioden import vandaag

    parser = argparse.ArgumentParser(prog="python -m bench.vul", description=__doc__.split("\n")[0])
    parser.add_argument("--personen", type=int, default=200_000)
    parser.add_argument("--tot", type=date.fromisoformat, default=vandaag())
    opties = parser.parse_args()
    vul(personen=opties.personen, tot=opties.tot, meld=lambda t: sys.stdout.write(f"{t}\n"))


if __name__ == "__main__":
    main()
