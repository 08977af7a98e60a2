"""A list of taakstellingen, looked at line by line and then read in: all of it, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import ngettext

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Gemeente, Taakstelling
from regio.perioden import halfjaar_uit_code
from regio.services.sturen import eis_schrijver
from regio.services.taakstellingen import bewaar
from regio.toegang import Bereik
from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.tabel import Tabel, Tabelrij

KOLOMMEN = ("gemeente", "halfjaar", "opgave", "gerealiseerd")
MEESTE_REGELS = 5_000
HOOGSTE = 100_000


@dataclass(frozen=True)
class Regel:
    """One line of a list: what becomes of it, or what is wrong with it."""

    nummer: int
    tekst: str
    taakstelling: Taakstelling | None = None
    fout: str = ""
    soort: str = ""


def lees_lijst(tabel: Tabel, *, regio: Arbeidsmarktregio) -> list[Regel]:
    """A table of taakstellingen, line by line: `gemeente;halfjaar;opgave;gerealiseerd`.

    Raises ValidationError when it is no such list at all. Nothing is saved.
    """
    kolommen = {naam: tabel.kolom((herkenbaar(naam),)) for naam in KOLOMMEN}
    ontbreekt = [naam for naam in KOLOMMEN[:3] if kolommen[naam] is None]
    if ontbreekt:
        zin = ngettext(
            "De kolom %s ontbreekt.", "Deze kolommen ontbreken: %s.", len(ontbreekt)
        ) % ", ".join(ontbreekt)
        raise ValidationError(f"{zin} De eerste regel noemt de kolommen: {'; '.join(KOLOMMEN)}.")
    return _regels(kolommen, tabel.rijen, regio)


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
        bewaar(rij, regio, door)
    return len(regels)


def _regels(
    kolommen: dict[str, int | None], rijen: Iterable[Tabelrij], regio: Arbeidsmarktregio
) -> list[Regel]:
    leden: dict[str, Gemeente] = {}
    for gemeente in Gemeente.objects.filter(lidmaatschappen__regio=regio).distinct():
        leden |= {gemeente.code.lower(): gemeente, gemeente.naam.lower(): gemeente}
    bekend = {
        (rij.gemeente_id, rij.halfjaar): rij
        for rij in Taakstelling.objects.filter(gemeente__in=leden.values())
    }
    regels: list[Regel] = []
    gezien: dict[tuple[int, str], int] = {}
    for rij in rijen:
        waarden = {naam: rij.cel(kolom) for naam, kolom in kolommen.items()}
        try:
            regels.append(_regel(rij.nummer, waarden, leden, bekend, gezien))
        except ValidationError as fout:
            regels.append(Regel(rij.nummer, ", ".join(rij.cellen), fout=" ".join(fout.messages)))
    return regels


def _regel(nummer: int, waarden: dict[str, str], leden, bekend, gezien) -> Regel:
    naam = waarden["gemeente"]
    gemeente = leden.get(naam.lower())
    if gemeente is None:
        raise ValidationError(f"'{naam[:60]}' is geen gemeente van deze regio.")
    code = halfjaar_uit_code(waarden["halfjaar"]).code
    plek = (gemeente.pk, code)
    if plek in gezien:
        raise ValidationError(f"Deze gemeente en dit halfjaar staan ook in regel {gezien[plek]}.")
    gezien[plek] = nummer
    rij = bekend.get(plek) or Taakstelling(gemeente=gemeente, halfjaar=code)
    was = (rij.opgave, rij.gerealiseerd, rij.geschat) if rij.pk else None
    rij.opgave = _getal(waarden["opgave"], "opgave")
    gerealiseerd = waarden["gerealiseerd"]
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
