"""The dashboard: its time for who opens it, its share of the database, and how it grows."""

import math
import time
from statistics import median

from bench.uitkomst import Uitkomst, om_de_beurt, p95
from bench.wereld import TOT, Werelden, regios_naar_grootte, verbinder_van

KEER, KEER_VERS = 60, 6
DELEN = ("", "trajecten/", "werk/", "uitsplitsen/", "jongeren/", "gegevens/")
# What a hand would write for the same headlines, per gemeente and actielijn, on one day.
MET_DE_HAND = """
    with ligging as (
        select statushouder_id, gemeente_id from statushouders_ligging
        where regio_id = %(regio)s and %(dag)s between van and tot_en_met
    ), lopend as materialized (
        select t.statushouder_id, l.gemeente_id, t.actielijn_id
        from statushouders_traject t join ligging l using (statushouder_id)
        where t.begindatum <= %(dag)s and (t.einddatum is null or t.einddatum >= %(dag)s)
          and t.eindreden <> 'administratieve_correctie'
    )
    select 'A1', gemeente_id, null::int, count(distinct s.id) from ligging l
    join statushouders_statushouder s on s.id = l.statushouder_id
    where s.aangemeld_op <= %(dag)s and (s.afgesloten_op is null or s.afgesloten_op >= %(dag)s)
       or exists (select 1 from statushouders_eerdereaanmelding e
                  where e.statushouder_id = s.id
                    and %(dag)s between e.aangemeld_op and e.afgesloten_op)
    group by grouping sets ((), (gemeente_id))
    union all
    select 'A3', gemeente_id, actielijn_id, count(distinct statushouder_id) from lopend
    group by grouping sets ((), (gemeente_id, actielijn_id))
    union all
    select 'A4', gemeente_id, actielijn_id, count(*) from lopend
    group by grouping sets ((), (gemeente_id, actielijn_id))
"""
DEKKENDE_INDEX = """
    create index if not exists bench_dekkend on statushouders_traject (statushouder_id)
    include (begindatum, einddatum, actielijn_id, eindreden)
"""


def meet(werelden: Werelden, personen: int) -> list[Uitkomst]:
    """Pages of the largest and the median region, the database against SQL by hand, growth."""
    with werelden.gebruik(personen):
        regios = regios_naar_grootte()
        grootste, middelste = regios[0], regios[len(regios) // 2]
        uitkomsten = [
            *_paginas("grootste regio", grootste, 200),
            *_paginas("middelste regio", middelste, 60),
            _tegen_de_hand(grootste),
        ]
    return [*uitkomsten, _groei(werelden, personen)]


def _paginas(naam: str, code: str, grens: float) -> list[Uitkomst]:
    client = verbinder_van(code)
    adres = f"/dashboard/regio/{code}/"
    vers = [_open(client, adres, code, vers=True) for _ in range(KEER_VERS)][1:]
    bewaard = [_open(client, adres, code, vers=False) for _ in range(KEER)][1:]
    delen = max(
        (p95([_open(client, adres + deel, code, vers=False)[0] for _ in range(KEER)][1:]), deel)
        for deel in DELEN
    )
    return [
        Uitkomst(f"Dashboard {naam}, p95", p95([s for s, _ in bewaard]), grens, "ms"),
        Uitkomst(
            f"Dashboard {naam}, mediaan als er net iets is opgeslagen",
            median(s for s, _ in vers) * 1000,
            None,
            "ms",
            "alles opnieuw geteld",
        ),
        Uitkomst(f"Traagste tabblad {naam}, p95", delen[0], grens, "ms", delen[1] or "overzicht"),
        Uitkomst(f"Dashboard {naam}, queries", max(q for _, q in vers), 15, "queries"),
    ]


def _open(client, adres: str, code: str, *, vers: bool) -> tuple[float, int]:
    """Seconds and queries of one visit, after a change of the region when `vers`."""
    from django.db import connection, reset_queries
    from django.test.utils import CaptureQueriesContext

    if vers:
        _verander(code)
    reset_queries()
    with CaptureQueriesContext(connection) as vragen:
        begin = time.perf_counter()
        antwoord = client.get(adres)
        duur = time.perf_counter() - begin
    assert antwoord.status_code == 200, (adres, antwoord.status_code)
    return duur, sum(_telt(vraag["sql"]) for vraag in vragen.captured_queries)


def _telt(sql: str) -> bool:
    """Taking a role and opening a transaction are no queries for figures or pages. Before the first
    statement of a transaction stands who it is for."""
    eigen = sql.split(";")[-1].strip().upper()
    return not eigen.startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SET LOCAL ROLE"))


def _verander(code: str) -> None:
    """What any saved traject does to the kept figures: they hold no longer."""
    from django.db import connection

    from regio.rijrechten import als_eigenaar

    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(
            "insert into verbinder_cijferstand (regio_id)"
            " select id from regio_arbeidsmarktregio where code = %s",
            [code],
        )


def _tegen_de_hand(code: str) -> Uitkomst:
    from django.db import connection

    from regio.models import Arbeidsmarktregio
    from regio.rijrechten import als_eigenaar, als_teller
    from verbinder.indicatoren import INDICATOREN

    regio = Arbeidsmarktregio.objects.get(code=code).pk
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute(DEKKENDE_INDEX)
        cursor.execute("vacuum analyze statushouders_traject")

    def met_de_hand() -> int:
        with als_teller(), connection.cursor() as cursor:
            cursor.execute(MET_DE_HAND, {"regio": regio, "dag": _periode().peildatum})
            return {code: aantal for code, g, a, aantal in cursor if g is None and a is None}

    def verbinder() -> dict:
        return {c: int(samen(regio)[c]) for c in ("A1", "A3", "A4")}

    def samen(regio: int) -> dict:
        antwoorden = _meet_koppen(regio)
        return {c: antwoorden.cijfer(INDICATOREN[c], _periode()).waarde for c in ("A1", "A3", "A4")}

    assert met_de_hand() == verbinder(), (met_de_hand(), verbinder())
    zelf, hand = om_de_beurt(lambda: _meet_koppen(regio), met_de_hand, 9)
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("drop index bench_dekkend")
    return Uitkomst("Databasetijd tegen SQL met de hand, dezelfde cijfers", zelf / hand, 2)


def _periode():
    from regio.perioden import Periode

    return Periode(TOT.replace(month=7, day=1), TOT)


def _meet_koppen(regio: int):
    from regio.toegang import Gebied
    from verbinder.indicatoren import INDICATOREN
    from verbinder.indicatoren.samen import Vraag, meet_samen

    per, kruis = "gemeente", "gemeente×actielijn"
    return meet_samen(
        Gebied(regio),
        [
            Vraag(INDICATOREN["A1"], _periode(), (per,)),
            Vraag(INDICATOREN["A3"], _periode(), (kruis,)),
            Vraag(INDICATOREN["A4"], _periode(), (kruis,)),
        ],
    )


def _groei(werelden: Werelden, personen: int) -> Uitkomst:
    """The power of the number of trajecten that time grows with: 1 is linear."""
    punten = []
    for deel in (100, 10, 1):
        with werelden.gebruik(personen // deel):
            code = regios_naar_grootte()[0]
            client = verbinder_van(code)
            adres = f"/dashboard/regio/{code}/"
            duren = [_open(client, adres, code, vers=True)[0] for _ in range(9)][1:]
            punten.append((math.log(personen / deel), math.log(median(duren))))
    midden_x = sum(x for x, _ in punten) / len(punten)
    midden_y = sum(y for _, y in punten) / len(punten)
    helling = sum((x - midden_x) * (y - midden_y) for x, y in punten) / sum(
        (x - midden_x) ** 2 for x, _ in punten
    )
    tijden = ", ".join(f"{math.exp(y) * 1000:.0f} ms" for _, y in punten)
    return Uitkomst("Groei van het dashboard met het aantal trajecten", helling, 1, "macht", tijden)
