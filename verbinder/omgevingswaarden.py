"""Read settings from the environment; an odd value stops the start with a clear Dutch sentence."""

import os
import sys
from pathlib import Path
from typing import NoReturn

from django.core.exceptions import ImproperlyConfigured

WAAR = {"1", "ja", "true", "aan", "yes"}
ONWAAR = {"0", "nee", "false", "uit", "no", ""}


def stop(zin: str) -> NoReturn:
    """Refuse to start: print the sentence without a traceback for commands, raise it elsewhere."""
    if Path(sys.argv[0]).name in {"manage.py", "celery", "gunicorn"}:
        sys.exit(f"Verbinder start niet. {zin}")
    raise ImproperlyConfigured(zin)


def tekst(naam: str, standaard: str | None = None, *, keuzes: tuple[str, ...] = ()) -> str:
    """The value of `naam`, or of the file that `naam`_FILE points at, or the default.

    Stops the start when it is missing without a default, or not one of `keuzes`.
    """
    waarde = os.environ.get(naam)
    bestand = os.environ.get(f"{naam}_FILE")
    if waarde is None and bestand:
        try:
            waarde = Path(bestand).read_text(encoding="utf-8").strip()
        except OSError as fout:
            stop(f"{naam}_FILE wijst naar {bestand}, maar dat is niet te lezen ({fout.strerror}).")
    if waarde is None:
        waarde = standaard
    if waarde is None:
        stop(f"De omgevingsvariabele {naam} ontbreekt. Geef {naam} of {naam}_FILE een waarde.")
    if keuzes and waarde not in keuzes:
        stop(f"{naam} is '{waarde}', maar kan alleen {' of '.join(keuzes)} zijn.")
    return waarde


def ja_nee(naam: str, standaard: bool) -> bool:
    """A yes or no; anything else stops the start."""
    waarde = tekst(naam, "ja" if standaard else "nee").strip().lower()
    if waarde in WAAR:
        return True
    if waarde in ONWAAR:
        return False
    stop(f"{naam} is '{waarde}', maar kan alleen ja of nee zijn.")


def getal(naam: str, standaard: int, *, minstens: int = 0) -> int:
    """A whole number of at least `minstens`; anything else stops the start."""
    waarde = tekst(naam, str(standaard))
    if not waarde.isdigit() or int(waarde) < minstens:
        stop(f"{naam} is '{waarde}', maar moet een heel getal vanaf {minstens} zijn.")
    return int(waarde)


def lijst(naam: str, standaard: str = "") -> list[str]:
    """Values separated by commas."""
    return [deel.strip() for deel in tekst(naam, standaard).split(",") if deel.strip()]
