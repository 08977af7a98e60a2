"""The hours of the verbinder beside the people whom they are for."""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from regio.inzet import Urenstand, urenstand
from regio.perioden import Periode
from verbinder.dashboard.onderdelen import Inhoud, Tabel
from verbinder.dashboard.plek import Plek
from verbinder.dashboard.woorden import getal
from verbinder.grafieken import Cel
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.samen import Antwoorden

A1, A3 = INDICATOREN["A1"], INDICATOREN["A3"]
VOLLEDIG = 36
ZONDER = "Op de peildatum is er geen verbinder met een aanstelling."


def met_capaciteit(plek: Plek, inhoud: Inhoud, antwoorden: Antwoorden) -> Inhoud:
    """The overview of a region, with what its verbinder can do beside what there is to do."""
    periode = plek.keuze.periode
    stand = urenstand(plek.regio, periode)
    per_week = stand.per_week(periode.peildatum)
    tabel = Tabel(
        id="capaciteit",
        titel="Capaciteit naast caseload",
        kop="Wat",
        kolommen=("Aantal",),
        rijen=(
            (Cel("Uren per week van de verbinder, op de peildatum"), Cel(getal(per_week))),
            (Cel("Uren gepland tot en met de peildatum"), Cel(getal(_heel(stand.gepland)))),
            (Cel("Uren ingezet"), Cel(getal(stand.ingezet))),
            *_per_verbinder(antwoorden, periode, per_week),
        ),
        noten=tuple(_noten(stand, per_week)),
        indicatoren=(A1, A3),
    )
    return replace(inhoud, blokken=(*inhoud.blokken, tabel))


def _per_verbinder(antwoorden: Antwoorden, periode: Periode, per_week: Decimal):
    for indicator in (A1, A3):
        aantal = antwoorden.aantal(indicator, periode)
        yield Cel(indicator.titel), Cel(getal(aantal))
        naam = f"{indicator.titel} per {VOLLEDIG} uur verbinder"
        deel = _heel(Decimal(aantal) * VOLLEDIG / per_week) if per_week else None
        yield Cel(naam), Cel(getal(deel))


def _noten(stand: Urenstand, per_week: Decimal):
    if not per_week:
        yield ZONDER
    if stand.vacature:
        yield f"Daarnaast is er een vacature: {getal(_heel(stand.vacature))} uur in deze periode."


def _heel(uren: Decimal) -> int:
    return int(uren.quantize(Decimal(1), ROUND_HALF_UP))
