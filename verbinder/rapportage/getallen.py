"""Published numbers as people read them, `1.240`, `65 %`, `41,5`, and their differences."""

from decimal import Decimal

from regio.bedragen import geschreven as euro
from verbinder.indicatoren import Eenheid, Maat
from verbinder.onthulling.cellen import Status
from verbinder.rapportage.boek import Rapportcel

STREEP = "–"
NIETS_TE_TONEN = (Status.TE_KLEIN, Status.NIET_UITGESPLITST)


def geschreven(cel: Rapportcel) -> str:
    """A cell as it is read: a number with its thousands apart, or the word that stands for it."""
    if cel.getal is None or cel.maat == Maat.PERCENTAGE:
        return cel.weergave
    return met_eenheid(cel.getal, cel.eenheid)


def met_eenheid(getal: Decimal | int, eenheid: str) -> str:
    """`€ 68.000,00`, `841 uur`; what is counted is the bare number."""
    match eenheid:
        case Eenheid.EURO:
            return euro(getal)
        case Eenheid.UREN:
            return f"{met_duizendtallen(getal)} uur"
    return met_duizendtallen(getal)


def kort(cel: Rapportcel | None) -> str:
    """The same for a table, where a note explains the dash."""
    if cel is None or cel.status in NIETS_TE_TONEN:
        return STREEP
    return geschreven(cel)


def met_duizendtallen(getal: Decimal | int) -> str:
    """`1.240` or `41,5`."""
    tekst = f"{Decimal(getal).normalize():,f}"
    return tekst.translate(str.maketrans(",.", ".,"))


def stijging(nu: Rapportcel | None, toen: Rapportcel | None) -> Decimal | None:
    """The difference between two published numbers; None when either is no number."""
    if nu is None or toen is None or nu.getal is None or toen.getal is None:
        return None
    return nu.getal - toen.getal


def met_teken(nu: Rapportcel | None, toen: Rapportcel | None) -> str:
    """`+15`, `−5 %-punt`, `0`, or a dash."""
    hoeveel = stijging(nu, toen)
    if nu is None or hoeveel is None:
        return STREEP
    teken = "+" if hoeveel > 0 else "−" if hoeveel < 0 else ""
    eenheid = " %-punt" if nu.maat == Maat.PERCENTAGE else ""
    return f"{teken}{met_eenheid(abs(hoeveel), nu.eenheid)}{eenheid}"


def verschil(nu: Rapportcel | None, toen: Rapportcel | None) -> str:
    """`15 meer dan`, `5 procentpunt minder dan`, `evenveel als`, `niet te vergelijken met`."""
    hoeveel = stijging(nu, toen)
    if nu is None or hoeveel is None:
        return "niet te vergelijken met"
    if hoeveel == 0:
        return "evenveel als"
    eenheid = " procentpunt" if nu.maat == Maat.PERCENTAGE else ""
    richting = "meer" if hoeveel > 0 else "minder"
    return f"{met_eenheid(abs(hoeveel), nu.eenheid)}{eenheid} {richting} dan"
