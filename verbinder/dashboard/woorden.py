"""Comparisons in words, by rules. Pure functions on true figures."""

from decimal import ROUND_HALF_UP, Decimal

from regio.bedragen import geschreven as euro
from verbinder.dashboard.perioden import Keuze
from verbinder.grafieken.begrippen import geschreven
from verbinder.indicatoren import Cijfer, Datumbasis, Eenheid, Indicator, Maat

# Below this number a change in percent says more than it knows (domein: no % when base < 10).
KLEINSTE_BASIS = 10


def getal(waarde: Decimal | int | None) -> str:
    """`1.240`, `41,5`, or a dash."""
    return geschreven(waarde)


def met_eenheid(waarde: Decimal | int | None, eenheid: Eenheid) -> str:
    """`€ 68.000,00`; anything else is the bare number, hours whole."""
    if waarde is not None and eenheid == Eenheid.EURO:
        return euro(waarde)
    if waarde is not None and eenheid == Eenheid.UREN:
        waarde = Decimal(waarde).quantize(Decimal(1), ROUND_HALF_UP)
    return getal(waarde)


def meervoud(aantal: Decimal | int, enkel: str, meer: str) -> str:
    """`1 persoon`, `1.240 personen`."""
    return f"{getal(aantal)} {enkel if aantal == 1 else meer}"


def geteld(aantal: Decimal | int, eenheid: Eenheid) -> str:
    """`1 mens`, `12 trajecten`: a number with what it counts."""
    enkel, meer = {
        Eenheid.PERSONEN: ("persoon", "mensen"),
        Eenheid.TRAJECTEN: ("traject", "trajecten"),
        Eenheid.PLAATSINGEN: ("plaatsing", "plaatsingen"),
        Eenheid.WERKGEVERS: ("werkgever", "werkgevers"),
        Eenheid.DAGEN: ("dag", "dagen"),
    }.get(eenheid, (str(eenheid), str(eenheid)))
    return meervoud(aantal, enkel, meer)


def vergelijking(nu: Cijfer, toen: Cijfer, wanneer: str) -> str:
    """`8 meer dan een halfjaar geleden (+12 %)`, `evenveel als …`, `17 dagen korter dan …`.

    A percentage of change only on a base of at least ten. Says so when there is nothing to
    compare with.
    """
    if nu.waarde is None or toen.waarde is None:
        return f"niet te vergelijken met {wanneer}"
    verschil = Decimal(nu.waarde) - toen.waarde
    meer, minder = {
        Maat.PERCENTAGE: ("hoger", "lager"),
        Maat.MEDIAAN: ("langer", "korter"),
    }.get(nu.maat, ("meer", "minder"))
    if verschil == 0:
        gelijk = {Maat.PERCENTAGE: "even hoog", Maat.MEDIAAN: "even lang"}
        return f"{gelijk.get(nu.maat, 'evenveel')} als {wanneer}"
    return f"{_hoeveel(abs(verschil), nu)} {meer if verschil > 0 else minder} dan {wanneer}" + (
        _in_procenten(verschil, toen.waarde) if nu.maat == Maat.AANTAL else ""
    )


def _hoeveel(verschil: Decimal | int, cijfer: Cijfer) -> str:
    if cijfer.maat == Maat.PERCENTAGE:
        return meervoud(int(verschil), "procentpunt", "procentpunten")
    if cijfer.maat == Maat.MEDIAAN:
        return f"{getal(verschil)} {'dag' if verschil == 1 else 'dagen'}"
    return met_eenheid(verschil, cijfer.eenheid)


def _in_procenten(verschil: Decimal, toen: Decimal | int) -> str:
    if toen < KLEINSTE_BASIS:
        return ""
    deel = (100 * abs(verschil) / toen).quantize(Decimal(1), ROUND_HALF_UP)
    return f" ({'+' if verschil > 0 else '−'}{getal(deel)} %)" if deel else ""


def eerder(indicator: Indicator, keuze: Keuze) -> tuple[str, str]:
    """How the half-year before and the year before are called beside this figure."""
    if not keuze.loopt:
        return "een halfjaar eerder", "een jaar eerder"
    if indicator.datumbasis == Datumbasis.PEILDATUM:
        return "een halfjaar geleden", "een jaar geleden"
    return "in hetzelfde deel van vorig halfjaar", "in dezelfde maanden vorig jaar"
