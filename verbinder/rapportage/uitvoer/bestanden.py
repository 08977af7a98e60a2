"""All files of a report at once, by name."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

from verbinder.rapportage.opbouw import maak_document, voluit
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.uitvoer.csv import Waar, csv
from verbinder.rapportage.uitvoer.ods import ods
from verbinder.rapportage.uitvoer.odt import odt
from verbinder.rapportage.uitvoer.pdf import pdf
from verbinder.rapportage.uitvoer.werkboek import bladen
from verbinder.rapportage.uitvoer.xlsx import xlsx


def maak_bestanden(
    rapport: Rapport, *, op: datetime, waar: Waar | None = None, alleen: str = ""
) -> dict[str, bytes]:
    """File name -> bytes, of every form, or of the one called `alleen`.

    `op` is the moment written into the files. `waar` adds the true values to the tables of
    figures. The texts to read, and the figures in the PDF, stay what is published: those get
    passed on.
    """
    titel = f"{rapport.titel}, {rapport.naam_van_regio}"
    voet = f"Peildatum {voluit(rapport.halfjaar.peildatum)}"
    document = cache(lambda: maak_document(rapport))
    vellen = cache(lambda: bladen(rapport, waar))
    makers: dict[str, Callable[[], bytes]] = {
        "cijfers.csv": lambda: csv(rapport, waar),
        "rapport.pdf": lambda: pdf(document(), csv=csv(rapport), voet=voet, op=op, voorpagina=2),
        "rapport.odt": lambda: odt(document(), op=op),
        "cijfers.ods": lambda: ods(vellen(), titel=titel, op=op),
        "cijfers.xlsx": lambda: xlsx(vellen(), titel=titel, op=op),
    }
    return {naam: maak() for naam, maak in makers.items() if alleen in ("", naam)}
