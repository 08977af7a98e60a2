"""`make controle`: every check that needs no test run. Each runs, also when another one failed."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from gereedschap import slot

BASIS = Path(__file__).resolve().parents[1]
PAKKETTEN = ("regio", "statushouders", "verbinder")
GETYPEERD = (
    *("regio/services", "statushouders/services", "verbinder/indicatoren", "verbinder/onthulling"),
    "verbinder/lokaal",
    *(str(bestand.relative_to(BASIS)) for bestand in sorted((BASIS / "regio").glob("*.py"))),
)
# A port where nothing listens: these checks read code, and must not depend on anyone's data.
GEEN_DATABASE = {"DATABASE_URL": "postgres://niemand@127.0.0.1:1/niets", "PYTHONWARNINGS": "ignore"}
ALS_PRODUCTIE = {
    "VERBINDER_OMGEVING": "productie",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "DATABASE_URL": "postgres://niemand@127.0.0.1:1/niets",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "ALLOWED_HOSTS": "verbinder.voorbeeld.invalid",
}
ALS_ONTWIKKELING = {**ALS_PRODUCTIE, **GEEN_DATABASE, "VERBINDER_OMGEVING": "ontwikkeling"}


class Oordeel(StrEnum):
    GOED = "goed"
    FOUT = "FOUT"
    NIET_GEMETEN = "niet gemeten"


@dataclass(frozen=True)
class Uitslag:
    """What one check found. Not measured is not good, but no fault of the code either."""

    oordeel: Oordeel
    uitleg: str = ""


Controle = Callable[[], Uitslag]


def opdracht(programma: str, *argumenten: str, omgeving: dict[str, str] | None = None) -> Controle:
    """A check that consists of one program of the virtual environment."""

    def draai() -> Uitslag:
        uitkomst = _draai([_pad(programma), *argumenten], omgeving)
        oordeel = Oordeel.FOUT if uitkomst.returncode else Oordeel.GOED
        return Uitslag(oordeel, uitkomst.stdout + uitkomst.stderr)

    return draai


def sloten_zijn_vers() -> Uitslag:
    klachten = slot.klachten()
    return Uitslag(Oordeel.FOUT if klachten else Oordeel.GOED, "\n".join(klachten))


def bekende_kwetsbaarheden() -> Uitslag:
    """Whether a package that runs in production has a known hole.

    pip-audit calls a package that it could not look up 'skipped', and ends well. That is no
    answer, and it must not look like a good one.
    """
    uitkomst = _draai(
        [_pad("pip-audit"), "--require-hashes", "--disable-pip", "--progress-spinner", "off"]
        + ["--format", "json", "--requirement", slot.PRODUCTIESLOT.name]
    )
    try:
        pakketten = json.loads(uitkomst.stdout)["dependencies"]
    except (ValueError, KeyError):
        return Uitslag(Oordeel.NIET_GEMETEN, uitkomst.stderr)
    lek = [f"{een['name']}: {gat['id']}" for een in pakketten for gat in een.get("vulns", ())]
    if lek:
        return Uitslag(Oordeel.FOUT, "\n".join(lek))
    overgeslagen = [een["name"] for een in pakketten if "skip_reason" in een]
    if overgeslagen:
        reden = f"{len(overgeslagen)} van {len(pakketten)} pakketten zijn niet op te zoeken."
        return Uitslag(Oordeel.NIET_GEMETEN, reden)
    return Uitslag(Oordeel.GOED)


def docker_compose() -> Uitslag:
    """Whether docker-compose.yml can be read, where Docker Compose is installed."""
    for aanroep in (["docker", "compose"], ["docker-compose"]):
        aanwezig = shutil.which(aanroep[0]) and _draai([*aanroep, "version"]).returncode == 0
        if aanwezig:
            uitkomst = _draai(
                [*aanroep, "--file", "docker-compose.yml", "config", "--quiet"],
                {"VERBINDER_DOMEIN": "verbinder.voorbeeld.invalid"},
            )
            oordeel = Oordeel.FOUT if uitkomst.returncode else Oordeel.GOED
            return Uitslag(oordeel, uitkomst.stderr)
    return Uitslag(Oordeel.NIET_GEMETEN, "Docker Compose staat niet op deze computer.")


CONTROLES: dict[str, Controle] = {
    "ruff": opdracht("ruff", "check", "."),
    "ruff format": opdracht("ruff", "format", "--check", "."),
    "djlint": opdracht("djlint", "--quiet", "--lint", "templates"),
    "mypy": opdracht("mypy", *GETYPEERD, omgeving=ALS_ONTWIKKELING),
    "lagen": opdracht("lint-imports", "--no-cache"),
    "migraties": opdracht(
        "python", "manage.py", "makemigrations", "--check", "--dry-run", omgeving=ALS_ONTWIKKELING
    ),
    "check --deploy": opdracht(
        *("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        omgeving=ALS_PRODUCTIE,
    ),
    "bandit": opdracht("bandit", "-q", "-r", "-ll", "-ii", *PAKKETTEN),
    "sloten": sloten_zijn_vers,
    "pip-audit": bekende_kwetsbaarheden,
    "docker compose": docker_compose,
}


def main() -> int:
    """Run all checks, two at a time; explain what is not good, and sum up."""
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as uitvoerders:
        lopend = {
            naam: uitvoerders.submit(_meet_tijd, controle) for naam, controle in CONTROLES.items()
        }
        uitslagen = {naam: belofte.result() for naam, belofte in lopend.items()}
    for naam, (uitslag, _) in uitslagen.items():
        if uitslag.oordeel is not Oordeel.GOED:
            print(f"\n--- {naam}: {uitslag.oordeel}\n{uitslag.uitleg.strip()}")
    print()
    for naam, (uitslag, duur) in uitslagen.items():
        print(f"{naam:16}{uitslag.oordeel:14}{duur:5.1f} s".replace(".", ","))
    return int(any(uitslag.oordeel is Oordeel.FOUT for uitslag, _ in uitslagen.values()))


def _meet_tijd(controle: Controle) -> tuple[Uitslag, float]:
    begin = time.monotonic()
    return controle(), time.monotonic() - begin


def _draai(
    aanroep: list[str], omgeving: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        aanroep,
        cwd=BASIS,
        env={**os.environ, **(omgeving or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def _pad(programma: str) -> str:
    return str(Path(sys.executable).with_name(programma))


if __name__ == "__main__":
    sys.exit(main())
