"""From a report to a document: which tables, charts and texts stand where.

The order is that of a Dutch board memo; the first page stands alone.
"""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format

from verbinder.indicatoren import Maat
from verbinder.onthulling.regel import GEHEIM_IN_WOORDEN
from verbinder.rapportage import delen, figuren
from verbinder.rapportage.boek import Rapportcel
from verbinder.rapportage.document import (
    Alinea,
    Document,
    Sectie,
    Tabel,
    Tegel,
    Tegels,
    blokken_van,
)
from verbinder.rapportage.doelen import doeltabel
from verbinder.rapportage.geld import geldblokken
from verbinder.rapportage.getallen import STREEP, geschreven, verschil
from verbinder.rapportage.indeling import huidige_indeling
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.tabellen import kerntabel, kruistabel, verdeling, waarom_niet
from verbinder.rapportage.verwijzingen import Stuk

CIJFERS_VAN_DE_CASELOAD = ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9")
CIJFERS_VAN_TRAJECTEN = ("B1", "B2", "B3", "B4")
CIJFERS_VAN_WERK = ("C1", "C2", "C3", "C4", "C4.nog_niet_vast_te_stellen", "C5", "C6", "C7", "C9")
CIJFERS_VAN_ACTIELIJNEN = (
    *("D1", "D1.gekoppeld", "D2", "D3.werkgevers", "D3.afspraken", "D3.plaatsingen"),
    *("D4.gestart", "D4.lopend", "D5.aangevraagd", "D5.afgerond"),
)
ONDERWERP, OPENBARE_VERSIE = "Statushouders aan het werk", "Openbare versie"
NIET_GECONTROLEERD = (
    "Voorbeeld voor de maker: nog niet gecontroleerd op kleine aantallen. Verspreid dit niet."
)
PER_ACTIELIJN = ("A4", "A3", "A5", "B1", "B2", "C3")
PER_GEMEENTE = ("A1", "A3", "A4", "A5", "C3")
TEGELS = (
    ("A1", "Mensen in beeld"),
    ("A4", "Lopende trajecten"),
    ("C3", "Naar betaald werk"),
    ("C4", "Helemaal uit de bijstand"),
    ("C6", "Duurzaam aan het werk"),
)


def maak_document(rapport: Rapport) -> Document:
    """The report as sections, from its published cells and its texts."""
    return Document(
        titel=rapport.titel,
        regio=rapport.naam_van_regio,
        onderwerp=f"{OPENBARE_VERSIE}. {ONDERWERP}" if rapport.openbaar else ONDERWERP,
        kenmerken=tuple(_kenmerken(rapport)),
        secties=tuple(_secties(rapport)),
        status=rapport.status,
        logo=rapport.logo,
    )


def _kenmerken(rapport: Rapport) -> Iterator[tuple[str, str]]:
    yield "Periode", f"{rapport.halfjaar.naam}, peildatum {voluit(rapport.halfjaar.peildatum)}"
    yield "Versie", f"{rapport.versie}, {rapport.status}"
    if rapport.openbaar:
        yield OPENBARE_VERSIE, "strenge regel, zonder namen van medewerkers"
    if besluit := rapport.besluit:
        yield "Vastgesteld", f"{besluit.overleg}, {voluit(besluit.datum)}"
    yield "Cijfers", f"zoals bekend op {voluit(timezone.localdate(rapport.bekend_op))}"
    if not rapport.gecontroleerd:
        yield "Let op", NIET_GECONTROLEERD
    yield "Contact", f"regionale verbinder, {rapport.naam_van_regio}"


def voluit(dag) -> str:
    """`30 juni 2026`."""
    return date_format(dag, "j F Y")


def _secties(rapport: Rapport) -> Iterator[Sectie]:
    yield _met_tekst(rapport, delen.BESLUIT)
    yield _met_tekst(
        rapport,
        delen.KERN,
        voor=[Tegels(tuple(_tegels(rapport)))],
        na=[figuren.van_beeld_naar_werk(rapport)],
    )
    yield from _actielijnen(rapport)
    yield _met_tekst(rapport, delen.CASELOAD, na=_caseload(rapport))
    yield _met_tekst(rapport, delen.UITKOMSTEN, na=_uitkomsten(rapport))
    yield _met_tekst(rapport, delen.GEMEENTEN, na=_gemeenten(rapport))
    yield _met_tekst(rapport, delen.GELD, na=geldblokken(rapport))
    yield _met_tekst(rapport, delen.KANTTEKENINGEN)
    yield _met_tekst(rapport, delen.VOORUITBLIK)
    yield from _verantwoording(rapport)


def _met_tekst(rapport: Rapport, deel: delen.Deel, *, voor=(), na=(), niveau: int = 1) -> Sectie:
    tekst = blokken_van(rapport.teksten.get(deel.code, ""), rapport)
    blokken = (*voor, *tekst, *(blok for blok in na if blok is not None))
    return Sectie(deel.titel, blokken, deel=deel.code, niveau=niveau)


def _tegels(rapport: Rapport) -> Iterator[Tegel]:
    for code, kop in TEGELS:
        cel = rapport.boek[code]
        if cel.is_getal or cel.is_geheim:
            yield Tegel(kop, geschreven(cel), _onder_de_tegel(rapport, cel))
        else:
            yield Tegel(kop, STREEP, cel.weergave)


def _onder_de_tegel(rapport: Rapport, cel: Rapportcel) -> str:
    """What the number is of, or how it compares."""
    if cel.is_geheim:
        return GEHEIM_IN_WOORDEN if cel.maat == Maat.AANTAL else ""
    if cel.maat == Maat.PERCENTAGE:
        return f"{cel.teller} van {cel.noemer}"
    vorig = rapport.vorig.zoek(*cel.plaats) if rapport.vorig else None
    if vorig is not None and vorig.is_getal:
        return f"{verschil(cel, vorig)} vorig halfjaar"
    return ""


def _actielijnen(rapport: Rapport) -> Iterator[Sectie]:
    overzicht = kruistabel(
        rapport, "Resultaat per actielijn", "Actielijn", "actielijn", PER_ACTIELIJN
    )
    blokken = [overzicht or _te_klein(rapport, "A4", "actielijn", "per actielijn")]
    yield Sectie("Voortgang per actielijn", (*blokken, *figuren.per_actielijn(rapport)))
    if doelen := doeltabel(rapport.boek):
        yield Sectie("Doelen", (doelen,), niveau=2)
    for deel in delen.delen_van(rapport.boek):
        if deel.code.startswith(delen.ACTIELIJN):
            yield _met_tekst(rapport, deel, niveau=2)
    yield Sectie(
        "Cijfers die bij een actielijn horen",
        (kerntabel(rapport, "Azc, werkgevers, startbanen, niveau", CIJFERS_VAN_ACTIELIJNEN),),
        niveau=2,
    )


def _caseload(rapport: Rapport) -> Iterator:
    yield kerntabel(rapport, "Caseload in cijfers", CIJFERS_VAN_DE_CASELOAD)
    yield from figuren.wie_in_beeld(rapport)
    yield verdeling(rapport, "Mensen in beeld naar geslacht", "Geslacht", "A1", "geslacht")


def _uitkomsten(rapport: Rapport) -> Iterator:
    yield kerntabel(rapport, "Werk en bijstand", CIJFERS_VAN_WERK)
    yield from figuren.uitkomsten(rapport)
    yield kerntabel(rapport, "Beëindigde trajecten", CIJFERS_VAN_TRAJECTEN)
    yield verdeling(rapport, "Waarom trajecten eindigden", "Eindreden", "B1", "eindreden")


def _gemeenten(rapport: Rapport) -> Iterator:
    tabel = kruistabel(rapport, "Cijfers per gemeente", "Gemeente", "gemeente", PER_GEMEENTE)
    yield tabel or _te_klein(rapport, "A1", "gemeente", "per gemeente")
    yield huidige_indeling(rapport, PER_GEMEENTE)
    yield from figuren.per_gemeente(rapport)


def _te_klein(rapport: Rapport, code: str, uitsplitsing: str, waarnaar: str) -> Alinea:
    reden = waarom_niet(rapport.boek, code, uitsplitsing)
    return _zin(f"De cijfers {waarnaar}: {reden}.")


def _zin(tekst: str) -> Alinea:
    return Alinea((Stuk(tekst),))


def _verantwoording(rapport: Rapport) -> Iterator[Sectie]:
    yield Sectie("Verantwoording", tuple(map(_zin, _hoe_gemeten(rapport))))
    if rapport.herzien:
        yield Sectie("Herzien sinds vaststelling", (_herzien(rapport),), niveau=2)
    yield Sectie("Aanlevering", (_levertabel(rapport),), niveau=2)
    if kwaliteit := _kwaliteit(rapport):
        yield Sectie("Kwaliteit van de gegevens", (kwaliteit,), niveau=2)
    definities = Tabel(
        "Wat de cijfers betekenen",
        ("Cijfer", "Definitie"),
        tuple((f"{d.code} {d.titel}", d.definitie) for d in rapport.definities.values()),
        getallen=False,
    )
    yield Sectie("Definities", (definities,), niveau=2, naslag=True)


def _hoe_gemeten(rapport: Rapport) -> Iterator[str]:
    yield (
        f"De cijfers gaan over de gemeenten die bij de regio {rapport.regio_naam} hoorden, elk "
        "op de dag waarover het cijfer gaat. Een stand is van de peildatum; de rest telt over "
        "het hele halfjaar."
    )
    yield (
        f"Om niemand herkenbaar te maken geldt de regel '{rapport.regel}': aantallen van 7 of "
        "minder zijn geheim, de andere zijn afgerond op vijftallen. Percentages zijn berekend uit "
        "de afgeronde aantallen. Totalen zijn apart afgerond, zodat de som van de delen anders "
        "kan zijn. 'Te klein om uit te splitsen' en 'niet uitgesplitst' beschermen ook."
    )
    if rapport.openbaar:
        yield (
            "Dit is de openbare versie van het vastgestelde rapport. Er staan minder "
            "uitsplitsingen in, geen namen van medewerkers en geen verhalen over personen. De "
            "vergelijking met eerder is met eerdere openbare versies."
        )
    if rapport.gecontroleerd:
        yield (
            "Voor de publicatie is geprobeerd elk geheim aantal toch te herleiden, ook met eerdere "
            "rapporten en met de eigen cijfers van elke gemeente. Een tabel die dat mogelijk "
            "maakte, is weggelaten."
        )
    else:
        yield NIET_GECONTROLEERD
    if rapport.zonder_levering:
        yield f"De totalen zijn {rapport.exclusief}: daarover is niets aangeleverd."
    yield "Alle cijfers van dit rapport zitten als bijlage (cijfers.csv) in de pdf."


def _herzien(rapport: Rapport) -> Tabel:
    return Tabel(
        f"Cijfers over {rapport.halfjaar.vorige.naam} die nu anders zijn",
        ("Cijfer", "Vastgesteld", "Nu", "Waarom"),
        tuple((h.titel, h.stond, h.nu, h.reden) for h in rapport.herzien),
        noten=("Het vastgestelde rapport verandert niet.",),
        getallen=False,
    )


def _levertabel(rapport: Rapport) -> Tabel:
    rijen = tuple(
        (
            a.naam,
            "ja" if a.geleverd else "niet aangeleverd",
            voluit(timezone.localdate(a.op)) if a.op else "–",
            "ja" if a.bevestigd else "nee",
        )
        for a in rapport.aanleveringen
    )
    koppen = ("Gemeente", "Aangeleverd", "Laatst op", "Cijfers bevestigd")
    return Tabel("Aanlevering per gemeente", koppen, rijen, getallen=False)


def _kwaliteit(rapport: Rapport) -> Tabel | None:
    cellen = [cel for cel in rapport.boek if cel.plaats.indicator == "G1"]
    rijen = tuple(
        (KWALITEIT_HEET.get(cel.plaats.uitsplitsing, cel.plaats.uitsplitsing), geschreven(cel))
        for cel in cellen
    )
    if not rijen:
        return None
    return Tabel("Hoeveel er niet bekend is", ("Gegeven", "Deel onbekend"), rijen)


KWALITEIT_HEET = {
    "wet": "Wet",
    "leerroute": "Leerroute (alleen Wi2021)",
    "opleidingsniveau": "Opleidingsniveau",
    "geslacht": "Geslacht",
}
