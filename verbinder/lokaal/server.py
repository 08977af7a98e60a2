"""What the two local servers have in common: started once, shared, stopped by the last user."""

import os
import signal
import socket
import subprocess
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import ClassVar

from verbinder.lokaal.fouten import LokaleFout, in_een_zin
from verbinder.lokaal.gebruik import Gebruik
from verbinder.lokaal.plek import Plek

GROOTSTE_LOGBOEK = 10 * 1024**2
WACHTTIJD = 60.0
TUSSENPOOS = 0.02
# A database that was killed keeps its shared memory for a moment, and refuses to start until then.
POGINGEN = 4


class Server(ABC):
    """A server program on a socket of our own. Nothing else on the machine can reach it."""

    naam: ClassVar[str]
    onderdeel: ClassVar[str]

    def __init__(self, plek: Plek) -> None:
        self.plek = plek
        self.gegevens = plek.thuis / self.onderdeel
        self.logboek = plek.thuis / f"{self.onderdeel}.log"
        self._gebruik = Gebruik(plek.thuis / f"{self.onderdeel}.slot")
        self._proces: subprocess.Popen[bytes] | None = None

    @property
    @abstractmethod
    def socket(self) -> Path:
        """The socket that the program listens on."""

    @abstractmethod
    def _bereid_voor(self) -> None:
        """Make the data folder ready for the program."""

    @abstractmethod
    def _opdracht(self) -> list[str]:
        """The command line of the program."""

    @abstractmethod
    def _antwoordt(self) -> bool:
        """Whether it answers questions; it listens a little earlier than that."""

    def _richt_in(self) -> None:  # noqa: B027 - most servers need nothing
        """Make what must exist before anyone uses it."""

    @abstractmethod
    def _vraag_te_stoppen(self) -> None:
        """Ask it to save everything and end, and wait until it has."""

    def start(self) -> bool:
        """Use the server, which is started when it does not run. True when it was started."""
        self.plek.maak()
        with in_een_zin(), self._gebruik.om_de_beurt():
            self._gebruik.begin()
            try:
                draaide = self.draait()
                if not draaide:
                    self._bereid_voor()
                    self._start_programma()
                self._wacht_op_antwoord()
                self._richt_in()
            except BaseException:
                self._geef_op()
                raise
        return not draaide

    def stop(self) -> bool:
        """Leave the server, which stops when nobody else uses it. True when it was stopped."""
        with self._gebruik.om_de_beurt():
            if not self._gebruik.eindig():
                return False
            if self.draait():
                self._vraag_te_stoppen()
            if self._proces is not None:
                self._proces.wait()
        return True

    def stop_als_verlaten(self) -> bool:
        """Stop what a killed command left behind. False when someone still uses it."""
        self._gebruik.begin()
        return self.stop()

    def _geef_op(self) -> None:
        """A start that was interrupted leaves nothing running that nobody asked for."""
        if self._gebruik.eindig() and self._proces is not None:
            self._proces.send_signal(signal.SIGINT)
            self._proces.wait()

    def draait(self) -> bool:
        """Whether anything listens on the socket."""
        with socket.socket(socket.AF_UNIX) as verbinding:
            try:
                verbinding.connect(str(self.socket))
            except OSError:
                return False
        return True

    def _start_programma(self) -> None:
        for poging in range(1, POGINGEN + 1):
            if self._start_eenmaal():
                return
            time.sleep(0.25 * poging)
        raise LokaleFout(
            f"{self.naam} start niet. Het laatste wat het zei: {self._laatste_regel()} "
            f"Meer staat in {self.logboek}."
        )

    def _start_eenmaal(self) -> bool:
        """Start the program; False when it ended before it listened."""
        with open(self.logboek, self._logboekmodus(), opener=_voor_mij_alleen) as logboek:
            self._proces = subprocess.Popen(
                self._opdracht(),
                stdin=subprocess.DEVNULL,
                stdout=logboek,
                stderr=subprocess.STDOUT,
                # Ctrl-C is for the command; the server hears of it when the command leaves.
                start_new_session=True,
                **self.plek.account.opties(),
            )
        while not self.draait():
            if self._proces.poll() is not None:
                self._proces = None
                return False
            time.sleep(TUSSENPOOS)
        return True

    def _logboekmodus(self) -> str:
        te_groot = self.logboek.exists() and self.logboek.stat().st_size > GROOTSTE_LOGBOEK
        return "wb" if te_groot else "ab"

    def _wacht_op_antwoord(self) -> None:
        einde = time.monotonic() + WACHTTIJD
        while not self._antwoordt():
            if time.monotonic() > einde:
                raise LokaleFout(
                    f"{self.naam} draait, maar antwoordt niet. Kijk in {self.logboek}."
                )
            time.sleep(TUSSENPOOS)

    def _laatste_regel(self) -> str:
        regels = self.logboek.read_text(errors="replace").split("\n")
        return next((regel for regel in reversed(regels) if regel.strip()), "(niets)")


def _voor_mij_alleen(pad: str, vlaggen: int) -> int:
    """A log may quote what it stumbled over."""
    return os.open(pad, vlaggen, mode=0o600)
