"""`make bench`: measure, print a table, and write `bench/uitkomst.json`.

    python -m bench [--alleen dashboard rapport] [--personen 200000] [--bewaar]

Each module in this folder with a `meet(werelden, personen)` is a chapter. Everything is a ratio
between two things measured in the same run, or has its unit beside it. Uses the server of
DATABASE_URL where it is set (its log-in must be able to make databases), else the embedded one.
"""

import argparse
import importlib
import json
import os
import sys
import traceback
from pathlib import Path

from bench.uitkomst import Uitkomst

HIER = Path(__file__).parent
UITKOMST = HIER / "uitkomst.json"
GEEN_HOOFDSTUK = {"__init__", "__main__", "uitkomst", "wereld", "vul"}
PERSONEN = 200_000


def hoofdstukken() -> list[str]:
    """The names of the modules that measure something."""
    return sorted(pad.stem for pad in HIER.glob("*.py") if pad.stem not in GEEN_HOOFDSTUK)


def main() -> int:
    """Run what was asked for. Returns 1 when something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__.split("\n")[0])
    parser.add_argument("--alleen", nargs="+", choices=hoofdstukken(), default=hoofdstukken())
    parser.add_argument("--personen", type=int, default=PERSONEN)
    parser.add_argument("--bewaar", action="store_true", help="houd de databases voor later")
    opties = parser.parse_args()

    from verbinder.lokaal.omgeving import voor_opdracht

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verbinder.settings")
    with voor_opdracht(["manage.py", "bench"]):
        return _draai(opties)


def _draai(opties: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.conf import settings

    from bench.wereld import Werelden

    if not settings.ONTWIKKELING:
        sys.exit("Meten kan alleen in de omgeving 'ontwikkeling'.")
    settings.ALLOWED_HOSTS = ["testserver"]
    werelden = Werelden(bewaar=opties.bewaar, meld=print)
    uitkomsten: list[Uitkomst] = []
    mislukt = []
    try:
        for naam in opties.alleen:
            print(f"\n{naam}")
            try:
                nieuw = importlib.import_module(f"bench.{naam}").meet(werelden, opties.personen)
            except Exception:
                traceback.print_exc()
                mislukt.append(naam)
                continue
            uitkomsten += nieuw
            for uitkomst in nieuw:
                print(_regel(uitkomst), flush=True)
    finally:
        werelden.ruim_op()
    gegevens = [uitkomst.als_gegevens() for uitkomst in uitkomsten]
    UITKOMST.write_text(json.dumps(gegevens, indent=2, ensure_ascii=False) + "\n")
    print(f"\n{len(uitkomsten)} metingen, geschreven naar bench/{UITKOMST.name}.")
    if mislukt:
        print(f"Niet gemeten: {', '.join(mislukt)}.")
    return 1 if mislukt else 0


def _regel(uitkomst: Uitkomst) -> str:
    grens = "" if uitkomst.grens is None else f"hoogstens {uitkomst.grens:g}"
    oordeel = {True: "gehaald", False: "NIET GEHAALD", None: ""}[uitkomst.gehaald]
    waarde = f"{uitkomst.waarde:.2f} {uitkomst.eenheid}"
    return f"  {uitkomst.name:<62} {waarde:>12}  {grens:<14} {oordeel} {uitkomst.toelichting}"


if __name__ == "__main__":
    sys.exit(main())
