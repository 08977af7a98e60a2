"""How many statushouders each gemeente has to house: entered, read in, or estimated."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from regio.bedragen import verdeel
from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Gemeente, Handeling, Taakstelling
from regio.perioden import halfjaar_uit_code
from regio.services.sturen import eis_schrijver
from regio.toegang import Bereik

KOLOMMEN = ("gemeente", "halfjaar", "opgave", "gerealiseerd")
MEESTE_REGELS, LANGSTE_LIJST = 5_000, 500_000
HOOGSTE = 100_000


@dataclass(frozen=True)
class Regel:
    """One line of a list: what becomes of it, or what is wrong with it."""

    nummer: int
    tekst: str
    taakstelling: Taakstelling | None = None
    fout: str = ""
    soort: str = ""


@transaction.atomic
def zet_taakstelling(
    *,
    gemeente: Gemeente,
    halfjaar: str,
    opgave: int,
    gerealiseerd: int | None,
    bron: str,
    regio: Arbeidsmarktregio,
    bereik: Bereik,
    door: Door,
) -> Taakstelling:
    """What a gemeente has to house in a half-year; over an estimate, or over what stood there."""
    eis_schrijver(regio, bereik)
    rij = _rij(gemeente, halfjaar)
    rij.opgave, rij.gerealiseerd, rij.bron = opgave, gerealiseerd, bron
    rij.geschat = False
    return _bewaar(rij, regio, door)


@transaction.atomic
def schat_taakstellingen(
    *,
    regio: Arbeidsmarktregio,
    halfjaar: str,
    landelijk: int,
    bron: str,
    bereik: Bereik,
    door: Door,
) -> list[Taakstelling]:
    """Divide the national number by inhabitants, for the gemeenten of the region without a number
    of their own. Each is marked as estimated; what was entered stays."""
    eis_schrijver(regio, bereik)
    dag = halfjaar_uit_code(halfjaar).van
    gemeenten = list(Gemeente.objects.bestaand_op(dag).filter(inwoners__gt=0).order_by("code"))
    if not gemeenten:
        raise ValidationError("Er zijn geen inwoneraantallen om mee te schatten.")
    delen = verdeel(Decimal(landelijk), [gemeente.inwoners or 0 for gemeente in gemeenten])
    leden = set(Gemeente.objects.in_regio(regio, op=dag).values_list("pk", flat=True))
    geschat = []
    for gemeente, deel in zip(gemeenten, delen, strict=True):
        rij = _rij(gemeente, halfjaar) if gemeente.pk in leden else None
        if rij is None or (rij.pk and not rij.geschat):
            continue
        rij.opgave, rij.bron, rij.geschat = int(round(deel)), bron, True
        geschat.append(_bewaar(rij, regio, door))
    return geschat


def lees_lijst(tekst: str, *, regio: Arbeidsmarktregio) -> list[Regel]:
    """A csv of taakstellingen, line by line: `gemeente;halfjaar;opgave;gerealiseerd`.

    Raises ValidationError when it is no such list at all. Nothing is saved.
    """
    if len(tekst) > LANGSTE_LIJST:
        raise ValidationError("Deze lijst is te lang. Kies een bestand van hooguit 500 kB.")
    scheiding = ";" if tekst.split("\n", 1)[0].count(";") else ","
    try:
        rijen = list(csv.reader(io.StringIO(tekst.lstrip("\ufeff")), delimiter=scheiding))
    except csv.Error as fout:
        raise ValidationError("Dit bestand is geen csv. Bewaar het opnieuw als csv.") from fout
    koppen = [kop.strip().lower() for kop in rijen[0]] if rijen else []
    ontbreekt = [kop for kop in KOLOMMEN[:3] if kop not in koppen]
    if ontbreekt:
        raise ValidationError(
            f"De kolom {', '.join(ontbreekt)} ontbreekt. De eerste regel noemt de kolommen: "
            f"{'; '.join(KOLOMMEN)}."
        )
    if len(rijen) > MEESTE_REGELS:
        raise ValidationError(f"Deze lijst heeft meer dan {MEESTE_REGELS} regels. Splits hem.")
    return _regels(koppen, rijen[1:], regio)


@transaction.atomic
def lees_in(
    *, regels: Sequence[Regel], bron: str, regio: Arbeidsmarktregio, bereik: Bereik, door: Door
) -> int:
    """Save every line of a list that was looked at: all of them, or none."""
    eis_schrijver(regio, bereik)
    fout = [regel for regel in regels if regel.fout]
    if fout:
        raise ValidationError(f"Regel {fout[0].nummer}: {fout[0].fout}")
    for regel in regels:
        rij = regel.taakstelling
        if rij is None:
            raise PermissionDenied("A line without a gemeente.")
        rij.bron = bron
        _bewaar(rij, regio, door)
    return len(regels)


def _regels(koppen: list[str], rijen: Iterable[list[str]], regio: Arbeidsmarktregio) -> list[Regel]:
    leden: dict[str, Gemeente] = {}
    for gemeente in Gemeente.objects.filter(lidmaatschappen__regio=regio).distinct():
        leden |= {gemeente.code.lower(): gemeente, gemeente.naam.lower(): gemeente}
    bekend = {
        (rij.gemeente_id, rij.halfjaar): rij
        for rij in Taakstelling.objects.filter(gemeente__in=leden.values())
    }
    regels: list[Regel] = []
    gezien: dict[tuple[int, str], int] = {}
    for nummer, cellen in enumerate(rijen, 2):
        if not any(cel.strip() for cel in cellen):
            continue
        waarden = dict(zip(koppen, map(str.strip, cellen), strict=False))
        try:
            regels.append(_regel(nummer, waarden, leden, bekend, gezien))
        except ValidationError as fout:
            regels.append(Regel(nummer, ", ".join(cellen), fout=" ".join(fout.messages)))
    if not regels:
        raise ValidationError("Deze lijst heeft geen regels onder de kolomkoppen.")
    return regels


def _regel(nummer: int, waarden: dict[str, str], leden, bekend, gezien) -> Regel:
    naam = waarden.get("gemeente", "")
    gemeente = leden.get(naam.lower())
    if gemeente is None:
        raise ValidationError(f"'{naam[:60]}' is geen gemeente van deze regio.")
    code = halfjaar_uit_code(waarden.get("halfjaar", "")).code
    plek = (gemeente.pk, code)
    if plek in gezien:
        raise ValidationError(f"Deze gemeente en dit halfjaar staan ook in regel {gezien[plek]}.")
    gezien[plek] = nummer
    rij = bekend.get(plek) or Taakstelling(gemeente=gemeente, halfjaar=code)
    was = (rij.opgave, rij.gerealiseerd, rij.geschat) if rij.pk else None
    rij.opgave = _getal(waarden.get("opgave", ""), "opgave")
    gerealiseerd = waarden.get("gerealiseerd", "")
    rij.gerealiseerd = _getal(gerealiseerd, "gerealiseerd") if gerealiseerd else rij.gerealiseerd
    rij.geschat = False
    nu = (rij.opgave, rij.gerealiseerd, False)
    soort = "nieuw" if was is None else "ongewijzigd" if was == nu else "gewijzigd"
    tekst = f"{gemeente.naam}, {code}: {rij.opgave}"
    return Regel(nummer, tekst, taakstelling=rij, soort=soort)


def _getal(tekst: str, kolom: str) -> int:
    if not tekst.isdecimal() or int(tekst) > HOOGSTE:
        raise ValidationError(f"'{tekst[:20]}' bij {kolom} is geen heel getal van 0 of meer.")
    return int(tekst)


def _rij(gemeente: Gemeente, halfjaar: str) -> Taakstelling:
    code = halfjaar_uit_code(halfjaar).code
    bestaand = (
        Taakstelling.objects.select_for_update(of=("self",))
        .filter(gemeente=gemeente, halfjaar=code)
        .first()
    )
    return bestaand or Taakstelling(gemeente=gemeente, halfjaar=code)


def _bewaar(rij: Taakstelling, regio: Arbeidsmarktregio, door: Door) -> Taakstelling:
    rij.full_clean()
    rij.save()
    noteer(
        door,
        Handeling.TAAKSTELLING_GEWIJZIGD,
        rij,
        regio_id=regio.pk,
        gemeente_id=rij.gemeente_id,
        halfjaar=rij.halfjaar,
        opgave=rij.opgave,
        geschat=rij.geschat,
    )
    return rij
