"""The day: what a page asks, and how long it takes for the verbinder of the largest region.

The hand-written query is the same rows in plain SQL, with the same row-level security.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial

from bench.uitkomst import Uitkomst, p95
from bench.wereld import Werelden, gebruiker_van, regios_naar_grootte, verbinder_van

# So many that the slowest of all is no measure.
HERHALINGEN = 60
VRAGEN_VAN_EEN_PAGINA = 12
VRAGEN_VAN_EEN_CONTACT = 10
KEER_EEN_HANDGESCHREVEN_VRAAG = 3
MILLISECONDEN = 150
GEBEURTENISSEN = 200
# The marks within a transaction ask nothing.
GEEN_VRAAG = ("SAVEPOINT", "RELEASE SAVEPOINT")
ZOEKTIJD = 50

# The first page of everyone, by name, with what its columns show and how many there are.
MET_DE_HAND = """
    with bladzijde as (
        select p.id, n.sorteernaam
        from statushouders_statushouder p
        left join statushouders_naam n on n.statushouder_id = p.id
        where p.ingetrokken_op is null and (p.afgesloten_op is null or p.afgesloten_op >= %(op)s)
          and ({mag})
        order by n.sorteernaam, p.id limit 26
    )
    select b.id, n.voornaam, n.achternaam, g.naam, c.datum, a.omschrijving, a.datum, t.lijnen,
           w.werkt
    from bladzijde b
    join statushouders_statushouder p on p.id = b.id
    left join statushouders_naam n on n.statushouder_id = b.id
    left join regio_gemeente g on g.id = p.dossiergemeente_id
    left join lateral (select datum from statushouders_contactmoment
                       where statushouder_id = b.id and datum <= %(op)s
                       order by datum desc limit 1) c on true
    left join lateral (select omschrijving, datum from statushouders_actie
                       where statushouder_id = b.id and klaar_op is null
                       order by datum limit 1) a on true
    left join lateral (select array_agg(distinct actielijn_id) as lijnen
                       from statushouders_traject
                       where statushouder_id = b.id and begindatum <= %(op)s
                         and (einddatum is null or einddatum >= %(op)s)) t on true
    left join lateral (select exists (select 1 from statushouders_plaatsing
                                      where statushouder_id = b.id and einddatum is null
                                        and soort in ('betaald_werk', 'ondernemerschap', 'bbl'))
                       as werkt) w on true
    order by b.sorteernaam, b.id
"""
AANTAL = """
    select count(*),
           count(*) filter (where p.aangemeld_op < %(grens)s and not exists (
               select 1 from statushouders_contactmoment c
               where c.statushouder_id = p.id and c.datum >= %(grens)s))
    from statushouders_statushouder p
    where p.ingetrokken_op is null and (p.afgesloten_op is null or p.afgesloten_op >= %(op)s)
      and ({mag})
"""
MAG = """p.dossiergemeente_id = any(%(gemeenten)s)
         or (p.dossiergemeente_id is null and p.dossierregio_id = any(%(regios)s))"""


def meet(werelden: Werelden, personen: int) -> list[Uitkomst]:
    """Each target of the day with what was measured, in the largest region."""
    with werelden.gebruik(personen):
        return list(_meet_de_dag(regios_naar_grootte()[0]))


def _meet_de_dag(code: str) -> Iterator[Uitkomst]:
    import verbinder.wsgi  # noqa: F401  (pages are measured as the web server loads them)
    from regio.perioden import vandaag

    op = vandaag()
    gebruiker, klant = gebruiker_van(code), verbinder_van(code)
    for naam, adres in (("Startpagina", "/"), ("Lijst van iedereen", "/personen/")):
        klant.get(adres)
        metingen = [_meet(lambda adres=adres: klant.get(adres)) for _ in range(HERHALINGEN)]
        vragen = max(meting.vragen for meting in metingen)
        yield Uitkomst(f"{naam}, queries", vragen, VRAGEN_VAN_EEN_PAGINA, "queries")
        yield Uitkomst(f"{naam}, p95", p95([m.geheel for m in metingen]), MILLISECONDEN, "ms")
    met_de_hand = statistics.median(_met_de_hand(gebruiker, op) for _ in range(HERHALINGEN))
    database = statistics.median(meting.database for meting in metingen)
    yield Uitkomst(
        "Lijst: databasetijd tegen SQL met de hand",
        database / met_de_hand,
        KEER_EEN_HANDGESCHREVEN_VRAAG,
        toelichting=f"{database * 1000:.0f} tegen {met_de_hand * 1000:.0f} ms",
    )
    persoon = _iemand_met_veel(gebruiker, op)
    pagina = _meet(lambda: klant.get(persoon.get_absolute_url()))
    yield Uitkomst(
        f"Persoon met {GEBEURTENISSEN} gebeurtenissen, queries",
        pagina.vragen,
        VRAGEN_VAN_EEN_PAGINA,
        "queries",
    )
    contact = _meet_contact(klant, gebruiker, persoon)
    yield Uitkomst("Contact opslaan, queries", contact.vragen, VRAGEN_VAN_EEN_CONTACT, "queries")
    yield from _zoeken(klant)


def _zoeken(klant) -> Iterator[Uitkomst]:
    """Typing a name: what finding somebody costs, and who might be the same before creating."""
    from verbinder.demo.namen import ACHTERNAMEN, VOORNAMEN

    voornaam, achternaam = VOORNAMEN[3], ACHTERNAMEN[3]
    for wat, adres, getypt in (
        ("Zoeken op achternaam", "/personen/zoeken/", {"q": achternaam}),
        ("Zoeken op hele naam", "/personen/zoeken/", {"q": f"{voornaam} {achternaam}"}),
        (
            "Gelijken bij het typen",
            "/personen/gelijken/",
            {"voornaam": voornaam, "achternaam": achternaam},
        ),
    ):
        metingen = [_meet(partial(klant.post, adres, getypt)) for _ in range(HERHALINGEN)][1:]
        duur = statistics.median(meting.database for meting in metingen) * 1000
        yield Uitkomst(f"{wat}, databasetijd", duur, ZOEKTIJD, "ms")


class Meting:
    """One request: how many questions, their time together and the whole time, in seconds."""

    def __init__(self):
        self.vragen, self.database, self.geheel = 0, 0.0, 0.0

    def __call__(self, voer_uit, sql, parameters, veel, context):
        begin = time.perf_counter()
        try:
            return voer_uit(sql, parameters, veel, context)
        finally:
            self.vragen += not sql.startswith(GEEN_VRAAG)
            self.database += time.perf_counter() - begin


def _meet(doe: Callable) -> Meting:
    from django.db import connection

    meting = Meting()
    begin = time.perf_counter()
    with connection.execute_wrapper(meting):
        antwoord = doe()
    meting.geheel = time.perf_counter() - begin
    if antwoord.status_code not in (200, 302):
        raise SystemExit(f"De pagina gaf status {antwoord.status_code}.")
    return meting


@contextmanager
def _scope(gebruiker, op: date):
    from regio.logboek import Door
    from regio.rijrechten import bereik_transactie
    from regio.toegang import bereik_van

    bereik = bereik_van(gebruiker, op=op)
    with bereik_transactie(bereik, gebruiker_id=gebruiker.pk):
        yield bereik, Door.van(gebruiker)


def _met_de_hand(gebruiker, op: date) -> float:
    """Seconds of the same rows and numbers, by hand."""
    from django.db import connection

    with _scope(gebruiker, op) as (bereik, _), connection.cursor() as cursor:
        parameters = {
            "op": op,
            "grens": op - timedelta(days=30),
            "gemeenten": list(bereik.gemeenten),
            "regios": list(bereik.regios),
        }
        begin = time.perf_counter()
        for vraag in (MET_DE_HAND, AANTAL):
            cursor.execute(vraag.format(mag=MAG), parameters)
            cursor.fetchall()
        return time.perf_counter() - begin


def _iemand_met_veel(gebruiker, op: date):
    """Somebody of the region, with so many contacts."""
    from statushouders.models import Statushouder
    from statushouders.services.contact import leg_contact_vast

    with _scope(gebruiker, op) as (_, door):
        persoon = Statushouder.objects.niet_afgesloten(op).order_by("pk").first()
        erbij = GEBEURTENISSEN - persoon.contactmomenten.count()
        for nummer in range(max(0, erbij)):
            leg_contact_vast(
                statushouder=persoon,
                soort="telefoon",
                datum=op - timedelta(days=nummer),
                op=op,
                door=door,
            )
    return persoon


def _meet_contact(klant, gebruiker, persoon) -> Meting:
    from django.urls import reverse

    from regio.inzendingen import VELD, nieuwe_sleutel

    gevuld = {
        "soort": "telefoon",
        "wanneer": "vandaag",
        "resultaat": "geen",
        "terug": "/",
        VELD: nieuwe_sleutel(gebruiker),
    }
    adres = reverse("contact_vastleggen", args=[persoon.sleutel])
    return _meet(lambda: klant.post(adres, gevuld))
