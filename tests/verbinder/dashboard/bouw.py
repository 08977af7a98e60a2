"""Invented people for the dashboards, in few words. Today is 20 November 2026."""

import re
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from itertools import count

from django.db import connection
from django.test.utils import CaptureQueriesContext

from regio.models import Arbeidsmarktregio, Gemeente, Trajectsoort
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.models import (
    Naam,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
)

VANDAAG = date(2026, 11, 20)
LANG_GELEDEN = date(2025, 3, 1)
_volgnummer = count(1)


@contextmanager
def alles_open():
    """Reach every dossier, as whoever fills a world must."""
    overal = Bereik(
        gemeenten=frozenset(Gemeente.objects.values_list("pk", flat=True)),
        regios=frozenset(Arbeidsmarktregio.objects.values_list("pk", flat=True)),
    )
    with bereik_transactie(overal):
        yield


def iemand(
    gemeente: str | None = "Hilversum",
    *,
    dossier: str | None = "",
    van: date = LANG_GELEDEN,
    trajecten: tuple = (),
    werk: tuple = (),
    azc: bool = False,
    **velden,
) -> Statushouder:
    """Somebody of 36 under the Wi2021 who lives in `gemeente`, or waits in the azc of Huizen.

    `trajecten` are (actielijn, begin, eind or None), `werk` (begin, eind or None) or
    (begin, eind, soort). The dossier lies where the person counts, unless `dossier` says else.
    """
    regio = Arbeidsmarktregio.objects.get(code="AM12")
    waar = gemeente if dossier == "" else dossier
    nummer = next(_volgnummer)
    with alles_open():
        persoon = Statushouder.objects.create(
            dossiergemeente=Gemeente.objects.get(naam=waar) if waar else None,
            dossierregio=regio,
            **{
                "geboortejaar": 1990,
                "geslacht": "v",
                "doelgroep": "asielstatushouder",
                "wet": "wi2021",
                "leerroute": "b1",
                "opleidingsniveau": "hoog",
                "aangemeld_op": van,
                **velden,
            },
        )
        naam = f"Nummer{nummer:03}"
        Naam.objects.create(
            statushouder=persoon,
            voornaam="Persoon",
            achternaam=naam,
            sorteernaam=f"{naam} Persoon",
            zoeknaam=naam.lower(),
        )
        _verblijf(persoon, gemeente, van, azc=azc)
        for actielijn, begin, eind in trajecten:
            traject(persoon, begin, eind, actielijn=actielijn)
        for begin, *rest in werk:
            plaatsing(persoon, begin, *rest)
    return persoon


def _verblijf(persoon: Statushouder, gemeente: str | None, van: date, *, azc: bool) -> None:
    if azc or gemeente is None:
        huizen = Gemeente.objects.get(naam="Huizen")
        Verblijf.objects.create(statushouder=persoon, soort="azc", gemeente=huizen, van=van)
    if gemeente is not None:
        Verblijf.objects.create(
            statushouder=persoon,
            soort="koppeling" if azc else "vestiging",
            gemeente=Gemeente.objects.get(naam=gemeente),
            van=van,
        )


def traject(
    persoon: Statushouder, begin: date, eind: date | None = None, *, actielijn: int = 3
) -> Traject:
    """A traject of the first kind of its actielijn."""
    return Traject.objects.create(
        statushouder=persoon,
        leverancier="AM12",
        referentie=f"T{next(_volgnummer)}",
        actielijn_id=actielijn,
        soort=Trajectsoort.objects.filter(actielijn=actielijn).order_by("code").first(),
        begindatum=begin,
        einddatum=eind,
        eindreden="doel_bereikt" if eind else "",
    )


def plaatsing(
    persoon: Statushouder, begin: date, eind: date | None = None, soort: str = "betaald_werk"
) -> Plaatsing:
    """A plaatsing of 24 hours a week."""
    return Plaatsing.objects.create(
        statushouder=persoon,
        leverancier="AM12",
        referentie=f"P{next(_volgnummer)}",
        soort=soort,
        begindatum=begin,
        einddatum=eind,
        uren_per_week=24,
        contractvorm="bepaald",
        functieniveau="hoog",
    )


def bijstand(persoon: Statushouder, van: date, tot_en_met: date | None = None) -> Uitkering:
    """Bijstand over a period."""
    return Uitkering.objects.create(
        statushouder=persoon, soort="bijstand", van=van, tot_en_met=tot_en_met
    )


def verhuis(persoon: Statushouder, naar: str, op: date) -> None:
    """Somebody lives elsewhere from a day on; the dossier goes along."""
    bestemming = Gemeente.objects.get(naam=naar)
    with alles_open():
        Verblijf.objects.filter(statushouder=persoon, tot_en_met=None).update(
            tot_en_met=op.replace(day=op.day - 1)
        )
        Verblijf.objects.create(
            statushouder=persoon, soort="vestiging", gemeente=bestemming, van=op
        )
        Statushouder.objects.filter(pk=persoon.pk).update(dossiergemeente=bestemming)


# Opening a part of the transaction, or taking the role that counts, asks nothing.
GEEN_VRAAG = re.compile(r"^(BEGIN|COMMIT|(RELEASE )?SAVEPOINT|ROLLBACK|SET LOCAL ROLE)", re.I)


def gesteld(doe: Callable[[], object]) -> list[str]:
    """The questions that the database was asked meanwhile."""
    with CaptureQueriesContext(connection) as vragen:
        doe()
    # Before the first statement of a transaction stands who it is for.
    return [v["sql"] for v in vragen if not GEEN_VRAAG.match(v["sql"].split(";")[-1].strip())]
