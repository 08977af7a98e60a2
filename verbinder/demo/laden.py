"""Load the demonstration: users, a workbook per region read in as always, and next steps."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Gebruiker, Gemeente
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik, bereik_van
from statushouders.models import Actie, Statushouder
from statushouders.uitwisseling.bladen import HERKENBARE_BLADEN
from statushouders.uitwisseling.inlezen import Afzender, lees_in
from statushouders.uitwisseling.lezen import Bestand, lees
from verbinder.demo.gebruikers import (
    AMSTERDAM,
    DOET_NIET_MEE,
    GOOI,
    ZWOLLE,
    maak_deelnames,
    maak_gebruikers,
)
from verbinder.demo.geld import Demogeld
from verbinder.demo.levens import Leven, Werkmaprijen
from verbinder.demo.namen import STAPPEN
from verbinder.demo.rapporten import maak_rapporten
from verbinder.demo.samenwerken import laad_samenwerking
from verbinder.demo.sturing import laad_sturing

ZAAD = 20260101
DOOR = Door.systeem("laad_demo")


@dataclass(frozen=True)
class Regiokeuze:
    """How many people a region gets, where its azc stands, and who guides whom."""

    code: str
    voorvoegsel: str
    aantal: int
    azc: str
    verbinder: str
    klantmanagers: tuple[tuple[str, str], ...] = ()


KEUZES = (
    Regiokeuze(
        GOOI,
        "GV",
        270,
        "Hilversum",
        "verbinder",
        (
            ("Hilversum", "klantmanager"),
            ("Huizen", "klantmanager.huizen"),
            ("Gooise Meren", "klantmanager.gooisemeren"),
            ("Blaricum", "klantmanager.samen"),
            ("Laren", "klantmanager.samen"),
            ("Wijdemeren", "klantmanager.samen"),
        ),
    ),
    Regiokeuze(AMSTERDAM, "GA", 80, "Amsterdam", "verbinder.amsterdam"),
    Regiokeuze(ZWOLLE, "RZ", 50, "Zwolle", "verbinder.zwolle"),
)


def is_geladen() -> bool:
    """Whether the demonstration was loaded before; then its users exist."""
    return Gebruiker.objects.filter(email__endswith="@voorbeeld.invalid").exists()


@transaction.atomic
def laad_demo(vandaag: date) -> int:
    """Load everything, in one transaction. Returns how many people were invented."""
    gebruikers = maak_gebruikers(vandaag)
    maak_deelnames(vandaag)
    for keuze in KEUZES:
        kans = Random(f"{ZAAD}-{keuze.code}")
        regio = Arbeidsmarktregio.objects.get(code=keuze.code)
        _lees_werkmap(regio, _werkmap(keuze, regio, kans, gebruikers, vandaag), vandaag)
        _plan_stappen(gebruikers[keuze.verbinder], kans, vandaag)
        for voor in dict.fromkeys(voor for _, voor in keuze.klantmanagers):
            _plan_stappen(gebruikers[voor], kans, vandaag)
    Demogeld(Arbeidsmarktregio.objects.get(code=GOOI), gebruikers, vandaag).vertel()
    laad_sturing(gebruikers, vandaag)
    laad_samenwerking(gebruikers, vandaag)
    maak_rapporten(gebruikers, vandaag)
    return sum(keuze.aantal for keuze in KEUZES)


def _werkmap(keuze, regio, kans: Random, gebruikers, vandaag: date) -> Werkmaprijen:
    rijen = Werkmaprijen()
    begeleiders = dict(keuze.klantmanagers)
    gemeenten = list(
        Gemeente.objects.in_regio(regio, op=vandaag).exclude(naam=DOET_NIET_MEE).order_by("code")
    )
    gewichten = [gemeente.inwoners or 10_000 for gemeente in gemeenten]
    for nummer in range(1, keuze.aantal + 1):
        gemeente = kans.choices(gemeenten, gewichten)[0]
        voor = begeleiders.get(gemeente.naam, keuze.verbinder)
        begeleider = kans.choices((voor, keuze.verbinder, None), (55, 37, 8))[0]
        Leven(
            kans=kans,
            vandaag=vandaag,
            kenmerk=f"{keuze.voorvoegsel}-{nummer:04d}",
            gemeente=gemeente.naam,
            azc=keuze.azc,
            contactpersoon=gebruikers[begeleider].email if begeleider else None,
            rijen=rijen,
        ).vertel()
    return rijen


def _lees_werkmap(regio, rijen: Werkmaprijen, vandaag: date) -> None:
    """Through the same door as every workbook: so the demonstration is data that could arrive."""
    bestand = Bestand(f"voorbeeld-{regio.code}.zip", _als_zip(rijen))
    gemeenten = Gemeente.objects.in_regio(regio, op=vandaag).values_list("pk", flat=True)
    bereik = Bereik(gemeenten=frozenset(gemeenten), regios=frozenset({regio.pk}))
    with bereik_transactie(bereik):
        uitkomst = lees_in(
            werkmap=lees(bestand, bladen=HERKENBARE_BLADEN),
            bestand=bestand,
            afzender=Afzender(regio),
            bereik=bereik,
            op=vandaag,
            nu=timezone.now(),
            door=DOOR,
        )
    if uitkomst.fouten:
        raise ValueError(f"De voorbeeldgegevens kloppen niet: {uitkomst.fouten[0]}")


def _als_zip(rijen: Werkmaprijen) -> bytes:
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as pakket:
        for blad, lijst in rijen.bladen.items():
            tekst = io.StringIO()
            schrijver = csv.DictWriter(tekst, list(lijst[0]), delimiter=";")
            schrijver.writeheader()
            schrijver.writerows(lijst)
            pakket.writestr(f"{blad}.csv", tekst.getvalue())
    return doel.getvalue()


def _plan_stappen(gebruiker: Gebruiker, kans: Random, vandaag: date) -> None:
    """Some steps that are late, for today, and for this week."""
    bereik = bereik_van(gebruiker, op=vandaag)
    with bereik_transactie(bereik, gebruiker_id=gebruiker.pk):
        eigen = list(
            Statushouder.objects.zichtbaar_voor(bereik)
            .in_beeld(vandaag)
            .filter(contactpersoon=gebruiker)
            .order_by("pk")
        )
        Actie.objects.bulk_create(
            Actie(
                statushouder=persoon,
                omschrijving=kans.choice(STAPPEN),
                datum=vandaag + timedelta(days=kans.choice((-4, -1, 0, 0, 1, 2, 3, 6, 12, 20))),
                voor=gebruiker,
            )
            for persoon in eigen
            if kans.random() < 0.3
        )
