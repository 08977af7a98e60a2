"""The money and the hours in the report: where it came from, what it was for, what is left."""

from collections.abc import Iterator

from verbinder.rapportage.boek import Boek
from verbinder.rapportage.document import Alinea, Tabel
from verbinder.rapportage.getallen import kort
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.tabellen import kerntabel
from verbinder.rapportage.verwijzingen import Stuk

STAND = ("F3.begin", "F1.jaar", "F2.in", "F2.uit", "F3", "F5.jaar", "F4", "F6")
IN_HET_HALFJAAR = ("F1", "F5", "F7.per_bereikte_persoon", "F7.per_geplaatste_persoon")
UREN = (
    *("F7.gepland", "F7.ingezet", "F7.vacature", "F7.per_uur"),
    *("F7.gepland_jaar", "F7.ingezet_jaar", "F7.per_uur_jaar"),
)
POTTEN_NAAST_ELKAAR = 3
WAARVOOR_KOPPEN = {"F5": "In het halfjaar", "F5.jaar": "In het jaar"}
NIETS_GEBOEKT = "Over dit jaar is in Verbinder nog geen geld geboekt."
TWEE_JAREN = (
    "Geld houdt het jaar waarvoor het kwam. Een regel zegt dus uit welk jaar het geld komt en wat "
    "daarvan in {jaar} is besteed, tot en met de peildatum."
)


def heeft_geld(boek: Boek) -> bool:
    """Whether anything of money stands in the report; a report of before has none."""
    return any(code in boek and boek[code].getal for code in ("F1", *STAND))


def heeft_uren(boek: Boek) -> bool:
    """Whether there was a verbinder, or a place for one."""
    return any(code in boek and boek[code].getal for code in UREN)


def geldblokken(rapport: Rapport) -> Iterator[Alinea | Tabel]:
    """The tables of the part about money."""
    boek, jaar = rapport.boek, rapport.halfjaar.jaar
    if "F1" not in boek:
        return
    if not heeft_geld(boek):
        yield Alinea((Stuk(NIETS_GEBOEKT),))
    else:
        yield kerntabel(rapport, f"Het geld van {jaar}, tot en met de peildatum", STAND)
        yield from _herkomst(rapport)
        yield kerntabel(rapport, "Ontvangen en besteed in het halfjaar", IN_HET_HALFJAAR)
        for kop, uitsplitsing in (("Actielijn", "actielijn"), ("Gemeente", "gemeente")):
            titel = f"Besteed per {kop.lower()}"
            yield from _verdeeld(boek, titel, kop, uitsplitsing, WAARVOOR_KOPPEN)
    if heeft_uren(boek):
        yield kerntabel(rapport, "Inzet van de verbinder", UREN)


def _herkomst(rapport: Rapport) -> Iterator[Tabel]:
    """A column per pot, as many as fit beside each other on paper, and the total."""
    boek, jaar = rapport.boek, rapport.halfjaar.jaar
    cellen = [cel for code in STAND for cel in boek.tabel(code, "herkomst") if cel.getal]
    potten = {cel.plaats.categorie: cel.label for cel in cellen}
    volgorde = sorted(potten)
    for begin in range(0, len(volgorde), POTTEN_NAAST_ELKAAR):
        naast = volgorde[begin : begin + POTTEN_NAAST_ELKAAR]
        rijen = tuple(
            (
                rapport.definities[code].titel,
                *(kort(boek.zoek(code, "herkomst", pot)) for pot in naast),
                kort(boek[code]),
            )
            for code in STAND
        )
        yield Tabel(
            f"Herkomst van het geld van {jaar}",
            ("Geld", *(potten[pot] for pot in naast), "Totaal"),
            rijen,
            noten=(TWEE_JAREN.format(jaar=jaar),),
        )


def _verdeeld(
    boek: Boek,
    titel: str,
    rijkop: str,
    uitsplitsing: str,
    koppen: dict[str, str],
) -> Iterator[Tabel]:
    """One row per category in which something moved; nothing when none did."""
    labels: dict[str, str] = {}
    for code in koppen:
        labels |= {
            cel.plaats.categorie: cel.label for cel in boek.tabel(code, uitsplitsing) if cel.getal
        }
    if not labels:
        return
    # The order of the report, whichever column was the first to have a row.
    volgorde = _op_volgorde(boek, labels)
    rijen = [
        (labels[categorie], *(kort(boek.zoek(code, uitsplitsing, categorie)) for code in koppen))
        for categorie in volgorde
    ]
    rijen.append(("Totaal", *(kort(boek[code]) for code in koppen)))
    yield Tabel(titel, (rijkop, *koppen.values()), tuple(rijen), met_totaal=True)


def _op_volgorde(boek: Boek, labels: dict[str, str]) -> list[str]:
    alle = [cel.plaats.categorie for cel in boek if cel.plaats.categorie in labels]
    return list(dict.fromkeys(alle))
