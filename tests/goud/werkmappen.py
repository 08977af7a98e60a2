"""The golden people as files: two deliveries of the region and one of a gemeente.

The second brings what the first had wrong, or had earlier. Dates, codes and gemeenten are written
in turn in every way that the exchange format takes.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.goud.mensen import MENSEN
from tests.naief.wereld import GEMEENTEN, Persoon

EIGEN_VAN_HUIZEN = ("P50",)
# What Huizen calls P50, his traject and his plaatsing: the region uses these for somebody else.
ZELFDE_NUMMERS = {"P50": "P33", "P50a": "P33a"}
# Not known yet, or known wrongly, when the region delivered for the first time.
EERST_BEKEND = {
    "P04": {"doelgroep": "kansrijke_asielzoeker"},
    "P09": {"wet": "wi2021", "leerroute": "b1"},
    "P10": {"wet": "wi2021", "leerroute": "b1"},
}
EERDER_IN_BEELD = ("P30", "P31")

KOPPEN = {
    "statushouders": "Kenmerk geslacht GEBOORTEJAAR doelgroep wet leerroute opleidingsniveau "
    "aangemeld_op Afgesloten_op diplomawaardering_aangevraagd_op diplomawaardering_afgerond_op "
    "taalniveau schoenmaat",
    "verblijf": "tot_en_met van gemeente soort kenmerk",
    "uitkering": "kenmerk soort van TOT_EN_MET",
    "trajecten": "Traject kenmerk actielijn soort begindatum einddatum eindreden",
    "plaatsingen": "plaatsing kenmerk traject soort werkgever begindatum einddatum uren_per_week "
    "contractvorm functieniveau afspraak_werkgever",
}
VREEMD = {"schoenmaat": 42}


def eerste_levering() -> dict[str, list[list]]:
    """Of the region: a few people, as they were known at first."""
    vroeger = [replace(MENSEN[k], **anders) for k, anders in EERST_BEKEND.items()]
    for kenmerk in EERDER_IN_BEELD:
        persoon = MENSEN[kenmerk]
        (toen,) = persoon.eerdere_aanmeldingen
        vroeger.append(replace(persoon, aanmelding=toen))
    kaal = {"trajecten": (), "plaatsingen": (), "uitkeringen": ()}
    return bladen_van(replace(persoon, **kaal) for persoon in vroeger)


def tweede_levering() -> dict[str, list[list]]:
    """Of the region: everybody but whom Huizen delivers."""
    return bladen_van(p for kenmerk, p in MENSEN.items() if kenmerk not in EIGEN_VAN_HUIZEN)


def levering_van_huizen() -> dict[str, list[list]]:
    """Of Huizen itself, with its own references."""
    bladen = bladen_van(MENSEN[kenmerk] for kenmerk in EIGEN_VAN_HUIZEN)
    return {
        blad: [[ZELFDE_NUMMERS.get(cel, cel) for cel in rij] for rij in rijen]
        for blad, rijen in bladen.items()
    }


def bladen_van(personen: Iterable[Persoon]) -> dict[str, list[list]]:
    """The sheets of a workbook with these people."""
    bladen = {blad: [kop.split()] for blad, kop in KOPPEN.items()}
    for persoon in personen:
        for blad, cellen in _rijen(persoon):
            kop = [naam.lower() for naam in bladen[blad][0]]
            nummer = len(bladen[blad])
            cellen = {naam: _als_cel(naam, waarde, nummer) for naam, waarde in cellen.items()}
            bladen[blad].append([(cellen | VREEMD).get(naam) for naam in kop])
    return bladen


def _rijen(persoon: Persoon) -> Iterable[tuple[str, dict]]:
    kenmerk = {"kenmerk": f"P{persoon.nummer:02d}"}
    aanmelding = persoon.aanmelding
    velden = ["geslacht", "geboortejaar", "doelgroep", "wet", "leerroute", "opleidingsniveau"]
    dagen = ["diplomawaardering_aangevraagd_op", "diplomawaardering_afgerond_op"]
    yield "statushouders", kenmerk | vars(aanmelding) | _van(persoon, *velden, *dagen)
    for verblijf in persoon.verblijven:
        yield "verblijf", kenmerk | vars(verblijf)
    for uitkering in persoon.uitkeringen:
        yield "uitkering", kenmerk | vars(uitkering)
    for traject in persoon.trajecten:
        yield "trajecten", kenmerk | vars(traject) | {"traject": traject.referentie}
    for plaatsing in persoon.plaatsingen:
        yield "plaatsingen", kenmerk | vars(plaatsing) | {"plaatsing": plaatsing.referentie}


def _van(persoon: Persoon, *velden: str) -> dict:
    return {veld: getattr(persoon, veld) for veld in velden}


DATUMS = (
    lambda dag: dag,
    lambda dag: dag.isoformat(),
    lambda dag: f"{dag.day}-{dag.month}-{dag.year}",
    lambda dag: f"{dag:%d-%m-%Y}",
)
# The same thing, written otherwise: with spaces, in capitals, or as the product calls it.
LABELS = {
    "wi2021": "Wi2021 (nieuwe wet)",
    "nvt": "N.v.t.",
    "b1": "B1-route",
    "betaald_werk": "Betaald werk",
    "bijstand_aanvullend": "Bijstand naast inkomen",
    "werk_elders_gevonden": "Zelf werk gevonden",
    "m": "Man",
}


def _als_cel(naam: str, waarde, nummer: int):
    """A value as somebody types it; the row decides in which way."""
    if isinstance(waarde, date):
        return DATUMS[(nummer + len(naam)) % len(DATUMS)](waarde)
    if isinstance(waarde, bool):
        return "ja" if waarde else ("nee", None)[nummer % 2]
    if isinstance(waarde, Decimal):
        return (float(waarde), str(waarde).replace(".", ","))[nummer % 2]
    if naam == "gemeente" and waarde:
        return (waarde, GEMEENTEN[waarde].naam, GEMEENTEN[waarde].naam.upper())[nummer % 3]
    if naam == "actielijn":
        return (int(waarde), waarde)[nummer % 2]
    if waarde == "onbekend" and naam in ("opleidingsniveau", "functieniveau", "geslacht"):
        return (waarde, None)[nummer % 2]
    if isinstance(waarde, str) and naam not in ("kenmerk", "traject", "plaatsing", "werkgever"):
        anders = LABELS.get(waarde, waarde.replace("_", " ").capitalize())
        return (waarde, anders, f" {waarde.upper()} ")[nummer % 3] or None
    return waarde
