"""The Speed section of the day: what a page asks, and how long it takes, in the big world.

`meet()` measures in the database that `bench.vul` filled, as the verbinder of the largest region.
Each measure gives its ratio to the target: 1.0 or less is met. The hand-written query is the same
rows in plain SQL, with the same row-level security, in the same run.
"""

import statistics
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date, timedelta

HERHALINGEN = 20
VRAGEN_VAN_EEN_PAGINA = 12
VRAGEN_VAN_EEN_CONTACT = 10
KEER_EEN_HANDGESCHREVEN_VRAAG = 3
MILLISECONDEN = 150
GEBEURTENISSEN = 200
# The marks within a transaction ask nothing.
GEEN_VRAAG = ("SAVEPOINT", "RELEASE SAVEPOINT")
BENCHER = "bench-verbinder@voorbeeld.invalid"

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


def meet() -> list[dict]:
    """Each target of the day with what was measured."""
    from regio.perioden import vandaag

    op = vandaag()
    gebruiker = _verbinder_van_de_grootste_regio(op)
    klant = _ingelogd(gebruiker)
    uitkomsten = []
    for naam, adres in (("startpagina", "/"), ("lijst van iedereen", "/personen/")):
        metingen = [_meet(lambda adres=adres: klant.get(adres)) for _ in range(HERHALINGEN)]
        uitkomsten += [
            _uitkomst(f"{naam}: vragen", max(m.vragen for m in metingen) / VRAGEN_VAN_EEN_PAGINA),
            _uitkomst(f"{naam}: p95 tegen {MILLISECONDEN} ms", _p95(metingen) / MILLISECONDEN),
        ]
    met_de_hand = statistics.median(_met_de_hand(gebruiker, op) for _ in range(HERHALINGEN))
    uitkomsten.append(
        _uitkomst(
            "lijst van iedereen: databasetijd tegen een handgeschreven vraag",
            statistics.median(m.database for m in metingen) / met_de_hand,
            doel=KEER_EEN_HANDGESCHREVEN_VRAAG,
        )
    )
    persoon = _iemand_met_veel(gebruiker, op)
    pagina = _meet(lambda: klant.get(persoon.get_absolute_url()))
    contact = _meet_contact(klant, gebruiker, persoon)
    return [
        *uitkomsten,
        _uitkomst(
            f"persoon met {GEBEURTENISSEN} gebeurtenissen: vragen",
            pagina.vragen / VRAGEN_VAN_EEN_PAGINA,
        ),
        _uitkomst("contact opslaan: vragen", contact.vragen / VRAGEN_VAN_EEN_CONTACT),
    ]


def _uitkomst(naam: str, verhouding: float, *, doel: float = 1.0) -> dict:
    return {
        "name": naam,
        "ratio": round(verhouding, 2),
        "target": doel,
        "met": verhouding <= doel,
    }


class Meting:
    """One request: how many questions, their time together and the whole time, in milliseconds."""

    def __init__(self):
        self.vragen, self.database, self.geheel = 0, 0.0, 0.0

    def __call__(self, voer_uit, sql, parameters, veel, context):
        begin = time.perf_counter()
        try:
            return voer_uit(sql, parameters, veel, context)
        finally:
            self.vragen += not sql.startswith(GEEN_VRAAG)
            self.database += (time.perf_counter() - begin) * 1000


def _meet(doe: Callable) -> Meting:
    from django.db import connection

    meting = Meting()
    begin = time.perf_counter()
    with connection.execute_wrapper(meting):
        antwoord = doe()
    meting.geheel = (time.perf_counter() - begin) * 1000
    if antwoord.status_code not in (200, 302):
        raise SystemExit(f"De pagina gaf status {antwoord.status_code}.")
    return meting


def _p95(metingen: list[Meting]) -> float:
    return sorted(m.geheel for m in metingen)[int(len(metingen) * 0.95) - 1]


def _verbinder_van_de_grootste_regio(op: date):
    """A user for this bench alone, for whom every gemeente of the largest region takes part."""
    from django.db import connection

    from regio.models import Arbeidsmarktregio, Deelname, Gebruiker, GemeenteInRegio, Recht, Rol
    from regio.rijrechten import als_teller

    with als_teller(), connection.cursor() as cursor:
        cursor.execute(
            "select dossierregio_id from statushouders_statushouder"
            " group by 1 order by count(*) desc limit 1"
        )
        [regio_id] = cursor.fetchone()
    regio = Arbeidsmarktregio.objects.get(pk=regio_id)
    gebruiker = Gebruiker.objects.filter(email=BENCHER).first()
    if gebruiker is None:
        gebruiker = Gebruiker.objects.create(email=BENCHER, naam="Bench", password="!")
    van = op - timedelta(days=4000)
    Recht.objects.get_or_create(
        gebruiker=gebruiker, rol=Rol.VERBINDER, regio=regio, defaults={"van": van}
    )
    for lid in GemeenteInRegio.objects.geldig_op(op).filter(regio=regio):
        if not Deelname.objects.geldig_op(op).filter(gemeente=lid.gemeente_id).exists():
            Deelname.objects.create(
                gemeente_id=lid.gemeente_id, van=op, overeenkomst="Bench", grondslag="Bench"
            )
    return gebruiker


def _ingelogd(gebruiker):
    from django.conf import settings
    from django.test import Client

    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    klant = Client()
    klant.force_login(gebruiker)
    # The first request warms the process and begins the session.
    klant.get("/")
    return klant


@contextmanager
def _scope(gebruiker, op: date):
    from regio.logboek import Door
    from regio.rijrechten import bereik_transactie
    from regio.toegang import bereik_van

    bereik = bereik_van(gebruiker, op=op)
    with bereik_transactie(bereik, gebruiker_id=gebruiker.pk):
        yield bereik, Door.van(gebruiker)


def _met_de_hand(gebruiker, op: date) -> float:
    """Milliseconds of the same rows and numbers, by hand."""
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
        return (time.perf_counter() - begin) * 1000


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
