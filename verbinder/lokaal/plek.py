"""Where the local servers of one clone keep their data, sockets and programs.

An ordinary user keeps all of it in `var/` of the clone. Root cannot: the servers run under
another account, which may not be able to reach the clone (`/root` has mode 0700). Their folders
then stand under `/var/lib/verbinder/<id>`, and `var/id` remembers which.
"""

import os
import pwd
import re
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from verbinder.lokaal.account import Account, eigenaar_van, is_root, kies_account
from verbinder.lokaal.fouten import LokaleFout, in_een_zin

VOOR_ROOT = Path("/var/lib/verbinder")
MINSTENS_VRIJ_MB = 200
# The kernel allows 107 bytes for the name of a socket on Linux, 103 elsewhere.
LANGSTE_SOCKETNAAM = 103
LANGSTE_BESTANDSNAAM = len("/.s.PGSQL.5432")
# Names that need no escaping in any address, shell or configuration file.
GEWOON_PAD = re.compile(r"[A-Za-z0-9/._-]+")


@dataclass(frozen=True)
class Plek:
    """The folders of one set of local servers: those of `make start`, or those of the tests."""

    basis: Path
    onderdeel: str = "start"

    @property
    def var(self) -> Path:
        return self.basis / "var"

    @property
    def wortel(self) -> Path:
        """The folder that holds everything of this clone that is not in Git."""
        return VOOR_ROOT / self._id() if is_root() else self.var

    @property
    def thuis(self) -> Path:
        return self.wortel / self.onderdeel

    @property
    def programmas(self) -> Path:
        """Copies of programs that the account of the servers cannot reach where they are."""
        return self.wortel / "programmas"

    @property
    def contact(self) -> Path:
        """The folder of the sockets."""
        return (self.thuis / "contact").resolve()

    @property
    def account(self) -> Account:
        """Whom the servers run as: the owner of the sockets."""
        return eigenaar_van(self.contact)

    def maak(self) -> None:
        """Make the folders; one sentence for whoever may not, or has no room."""
        controleer_eigenaar(self.var)
        with in_een_zin():
            self.var.mkdir(exist_ok=True)
            for map_ in (self.wortel.parent, self.wortel, self.thuis):
                if not map_.exists():
                    map_.mkdir(parents=True)
                    map_.chmod(0o755)
            self._maak_contact()
        self._controleer_ruimte()

    def _id(self) -> str:
        bestand = self.var / "id"
        if not bestand.exists():
            controleer_eigenaar(self.var)
            with in_een_zin():
                schrijf_eenmaal(bestand, secrets.token_hex(5))
        return bestand.read_text().strip()

    def _maak_contact(self) -> None:
        """A folder for the sockets; a link to a short name where its own name is unusable."""
        map_ = self.thuis / "contact"
        lengte = len(os.fsencode(map_)) + LANGSTE_BESTANDSNAAM
        if lengte <= LANGSTE_SOCKETNAAM and GEWOON_PAD.fullmatch(str(map_)):
            map_.mkdir(mode=0o700, exist_ok=True)
        elif not map_.exists():
            map_.unlink(missing_ok=True)  # a link to a folder that a clean-up of /tmp removed
            map_.symlink_to(tempfile.mkdtemp(prefix="verbinder-"))
        kies_account(self.contact).geef(self.contact)

    def _controleer_ruimte(self) -> None:
        vrij = shutil.disk_usage(self.thuis).free // 1024**2
        if vrij < MINSTENS_VRIJ_MB:
            raise LokaleFout(
                f"Er is nog maar {vrij} MB vrij op de schijf van {self.thuis}. "
                f"Verbinder heeft minstens {MINSTENS_VRIJ_MB} MB nodig. Maak ruimte vrij."
            )


def controleer_eigenaar(var: Path) -> None:
    """Refuse when someone else started with this clone: there would be two sets of data."""
    if not var.exists() or (eigenaar := var.stat().st_uid) == os.geteuid():
        return
    raise LokaleFout(
        f"Deze map is eerder gebruikt door {_naam(eigenaar)}, en u bent {_naam(os.geteuid())}. "
        f"Werk verder als {_naam(eigenaar)}, of laat {_naam(eigenaar)} eerst `make wis` doen."
    )


def _naam(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"gebruiker {uid}"


def schrijf_eenmaal(bestand: Path, tekst: str) -> None:
    """Write a private file that two commands may make at the same moment: the first one wins."""
    bestand.parent.mkdir(exist_ok=True)
    concept = bestand.with_name(f"{bestand.name}.{os.getpid()}")
    concept.touch(mode=0o600)
    concept.write_text(tekst)
    try:
        os.link(concept, bestand)
    except FileExistsError:
        pass
    finally:
        concept.unlink()
