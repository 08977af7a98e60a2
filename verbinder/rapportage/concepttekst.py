"""The first draft of each part, in plain Dutch, made by rules from the published figures.

A rule says a sentence only when its figures say something: a number, beside it "7 of minder".
"""

from collections.abc import Iterator
from decimal import Decimal

from verbinder.onthulling.cellen import Status
from verbinder.rapportage.delen import ACTIELIJN, actielijnen_van
from verbinder.rapportage.geld import heeft_geld, heeft_uren
from verbinder.rapportage.rapport import Rapport, opsomming
from verbinder.rapportage.verwijzingen import verwijs

TE_ZEGGEN = (Status.GETAL, Status.GEHEIM)


def concepttekst(rapport: Rapport) -> dict[str, str]:
    """Part code -> draft text, with references in place of numbers."""
    schrijver = Schrijver(rapport)
    teksten = {deel: "\n".join(regels(schrijver)) for deel, regels in REGELS.items()}
    for code in actielijnen_van(rapport.boek):
        teksten[f"{ACTIELIJN}{code}"] = "\n".join(actielijn(schrijver, code))
    return teksten


class Schrijver:
    """Knows which figures can be spoken of, and how to refer to them."""

    def __init__(self, rapport: Rapport):
        self.rapport = rapport

    def zegt(self, *codes: str, bij: tuple[str, str] = ("totaal", "alle")) -> bool:
        """Whether each of these cells holds a number or "7 of minder", and one of them a number."""
        cellen = [self.rapport.boek.zoek(code, *bij) for code in codes]
        statussen = [cel.status if cel else None for cel in cellen]
        return Status.GETAL in statussen and all(status in TE_ZEGGEN for status in statussen)

    def klein(self, code: str) -> bool:
        """Whether the headline is 7 or fewer: worth a line of its own where it is the news."""
        return code in self.rapport.boek and self.rapport.boek[code].is_geheim

    def getal(self, code: str, bij: tuple[str, str] = ("totaal", "alle")) -> bool:
        """Whether the cell is a number."""
        cel = self.rapport.boek.zoek(code, *bij)
        return cel is not None and cel.is_getal

    def vergelijk(self, code: str) -> str:
        """`, 15 meer dan een halfjaar eerder`, when there is a report to compare with."""
        vorig = self.rapport.vorig
        if vorig is None or code not in vorig or not vorig[code].is_getal or not self.getal(code):
            return ""
        return f", {verwijs(code, welk='verschil')} een halfjaar eerder"


def besluit(s: Schrijver) -> Iterator[str]:
    punten = [
        "Kennis te nemen van de voortgangsrapportage statushouders aan het werk, "
        f"{s.rapport.halfjaar.naam}.",
        "In te stemmen met de vooruitblik op het komende halfjaar.",
    ]
    if s.rapport.halfjaar.helft == 2 and _over(s) > 0 and not _tekort(s):
        jaar = s.rapport.halfjaar.jaar
        punten.append(
            f"In te stemmen met het doorschuiven van {jaar} naar {jaar + 1} van wat van het geld "
            f"over is: {verwijs('F6')} vrij en {verwijs('F4')} verplicht."
        )
    if zonder := s.rapport.zonder_levering:
        wie = opsomming(zonder)
        punten.append(f"{wie} te vragen de gegevens van dit halfjaar alsnog aan te leveren.")
    for nummer, punt in enumerate(punten, start=1):
        yield f"{nummer}. {punt}"


def kern(s: Schrijver) -> Iterator[str]:
    if s.zegt("A1"):
        yield f"- Er zijn {verwijs('A1')} mensen in beeld{s.vergelijk('A1')}."
    if s.zegt("A3", "A4"):
        dekking = ""
        if s.getal("A7"):
            dekking = f" Van de volwassenen heeft {verwijs('A7')} een lopend traject."
        yield (
            f"- Er lopen {verwijs('A4')} trajecten van {verwijs('A3')} mensen"
            f"{s.vergelijk('A4')}.{dekking}"
        )
    if s.zegt("C3") or s.klein("C3"):
        yield f"- {verwijs('C3')} mensen gingen betaald aan het werk{s.vergelijk('C3')}."
    if s.zegt("C4"):
        yield f"- {verwijs('C4')} mensen kwamen door werk helemaal uit de bijstand."
    if s.getal("C6"):
        yield f"- Van wie 26 weken geleden begon, werkt {verwijs('C6')} nog."
    elif s.zegt("A8"):
        yield f"- {verwijs('A8')} mensen hebben langer dan 90 dagen geen traject."
    if s.rapport.zonder_levering:
        yield f"- Deze cijfers zijn {s.rapport.exclusief}: daar is niet aangeleverd."


def actielijn(s: Schrijver, code: str) -> Iterator[str]:
    bij = ("actielijn", code)
    if s.zegt("A4", "A3", bij=bij):
        lopend, mensen = (verwijs(c, *bij) for c in ("A4", "A3"))
        yield f"Op de peildatum lopen hier {lopend} trajecten, van {mensen} mensen."
    if s.zegt("A5", "B1", bij=bij):
        gestart, klaar = (verwijs(c, *bij) for c in ("A5", "B1"))
        yield f"In het halfjaar begonnen {gestart} trajecten en eindigden er {klaar}."
    if s.zegt("C3", bij=bij):
        yield f"{verwijs('C3', *bij)} mensen gingen na zo'n traject betaald aan het werk."
    yield from BIJZONDER.get(code, lambda _: iter(()))(s)


def vanuit_het_azc(s: Schrijver) -> Iterator[str]:
    if s.zegt("D1", "D1.gekoppeld"):
        yield (
            f"{verwijs('D1')} mensen waren vanuit het azc actief; voor "
            f"{verwijs('D1.gekoppeld')} van hen was al een gemeente verantwoordelijk."
        )
    if s.getal("D2"):
        yield f"Van wie zich daarna vestigde, is {verwijs('D2')} warm overgedragen."


def werkgevers(s: Schrijver) -> Iterator[str]:
    if s.zegt("D3.afspraken"):
        yield f"Er zijn {verwijs('D3.afspraken')} afspraken met werkgevers gemaakt."
    if s.zegt("D3.plaatsingen"):
        yield f"Afspraken met werkgevers leverden {verwijs('D3.plaatsingen')} plaatsingen op."
    if s.zegt("D3.werkgevers"):
        yield f"Daarbij waren {verwijs('D3.werkgevers')} werkgevers betrokken."


def startbanen(s: Schrijver) -> Iterator[str]:
    if s.zegt("D4.gestart", "D4.lopend"):
        yield (
            f"Er begonnen {verwijs('D4.gestart')} startbanen; op de peildatum lopen er "
            f"{verwijs('D4.lopend')}."
        )


def op_niveau(s: Schrijver) -> Iterator[str]:
    if s.zegt("D5.aangevraagd", "D5.afgerond"):
        yield (
            f"Voor {verwijs('D5.aangevraagd')} mensen is een diplomawaardering aangevraagd, voor "
            f"{verwijs('D5.afgerond')} mensen is zij afgerond."
        )
    if s.getal("C9"):
        yield f"Van wie aan het werk ging, werkt {verwijs('C9')} op of boven het eigen niveau."


BIJZONDER = {"1": vanuit_het_azc, "2": werkgevers, "3": startbanen, "4": op_niveau}


def caseload(s: Schrijver) -> Iterator[str]:
    if s.zegt("A2"):
        yield f"In het halfjaar zijn {verwijs('A2')} mensen nieuw aangemeld."
    if s.zegt("A6"):
        yield f"{verwijs('A6')} mensen hadden ten minste een dag een traject."
    if s.zegt("A8"):
        yield f"{verwijs('A8')} mensen hebben langer dan 90 dagen geen traject."
    if s.getal("A9"):
        yield (
            f"De helft van wie voor het eerst begon, wachtte {verwijs('A9')} dagen of korter op "
            "het eerste traject."
        )


def uitkomsten(s: Schrijver) -> Iterator[str]:
    if s.zegt("C1", "C2"):
        yield f"In het halfjaar begonnen {verwijs('C1')} plaatsingen, van {verwijs('C2')} mensen."
    if s.zegt("C3", "C4", "C5"):
        yield (
            f"{verwijs('C3')} van hen gingen betaald aan het werk. {verwijs('C4')} mensen kwamen "
            f"helemaal uit de bijstand, {verwijs('C5')} deels."
        )
    if s.getal("C6"):
        yield (
            f"Van de mensen die 26 weken geleden begonnen, werkt {verwijs('C6')} nog. Wie korter "
            "geleden begon, telt daar nog niet in mee."
        )
    if s.zegt("C7"):
        yield f"{verwijs('C7')} mensen kwamen na werk terug in de bijstand."
    if s.getal("B2"):
        yield f"Van de beëindigde trajecten had {verwijs('B2')} een goede afloop."


def gemeenten(s: Schrijver) -> Iterator[str]:
    if zonder := s.rapport.zonder_levering:
        yield f"Niet aangeleverd: {opsomming(zonder)}."


def geld(s: Schrijver) -> Iterator[str]:
    boek, jaar = s.rapport.boek, s.rapport.halfjaar.jaar
    if heeft_geld(boek):
        yield (
            f"In {jaar} is tot en met de peildatum {verwijs('F3')} beschikbaar. Daarvan is "
            f"{verwijs('F5.jaar')} besteed en nog {verwijs('F4')} verplicht."
        )
        if boek["F2.in"].getal:
            yield f"Van het beschikbare geld is {verwijs('F2.in')} doorgeschoven uit eerdere jaren."
        yield (
            f"Er is een tekort: vrij te besteden is {verwijs('F6')}."
            if _tekort(s)
            else f"Vrij te besteden is {verwijs('F6')}."
        )
    if heeft_uren(boek):
        yield (
            f"In het halfjaar werkte de verbinder {verwijs('F7.ingezet')}; gepland was "
            f"{verwijs('F7.gepland')}."
        )
    if s.getal("F7.per_uur"):
        yield f"Een uur kostte {verwijs('F7.per_uur')}."


def _over(s: Schrijver) -> Decimal:
    """What is left of the money, committed or free."""
    boek = s.rapport.boek
    delen = [boek[code].getal or Decimal(0) for code in ("F4", "F6") if code in boek]
    return sum(delen, Decimal(0))


def _tekort(s: Schrijver) -> bool:
    return (s.rapport.boek["F6"].getal or 0) < 0


def kanttekeningen(s: Schrijver) -> Iterator[str]:
    yield "De inzet mag niet ten koste gaan van bestaande dienstverlening aan andere groepen."
    if s.getal("G1", bij=("opleidingsniveau", "onbekend")):
        onbekend = verwijs("G1", "opleidingsniveau", "onbekend")
        yield f"Opleidingsniveau niet bekend: {onbekend} van de volwassenen in beeld."
    if s.zegt("C4.nog_niet_vast_te_stellen"):
        yield (
            f"Van {verwijs('C4.nog_niet_vast_te_stellen')} mensen die pas begonnen, is nog niet "
            "vast te stellen of zij uit de bijstand komen."
        )


def vooruitblik(s: Schrijver) -> Iterator[str]:
    if s.zegt("A8"):
        yield (
            f"De eerste aandacht gaat naar de {verwijs('A8')} mensen die langer dan 90 dagen geen "
            "traject hebben."
        )


REGELS = {
    "besluit": besluit,
    "kern": kern,
    "caseload": caseload,
    "uitkomsten": uitkomsten,
    "gemeenten": gemeenten,
    "geld": geld,
    "kanttekeningen": kanttekeningen,
    "vooruitblik": vooruitblik,
}
