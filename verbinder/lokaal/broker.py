"""The local broker: Valkey or Redis on a socket, for the bell of Celery and for the cache."""

import socket
import time
from pathlib import Path

from verbinder.lokaal import programmas
from verbinder.lokaal.fouten import LokaleFout
from verbinder.lokaal.server import TUSSENPOOS, WACHTTIJD, Server


class Brokerserver(Server):
    """Valkey of the wheel, else an installed Valkey or Redis."""

    naam = "De broker"
    onderdeel = "broker"

    @property
    def socket(self) -> Path:
        return self.plek.contact / "broker.sock"

    def adres(self) -> str:
        """The value of REDIS_URL for this server."""
        return f"redis+socket://{self.socket}"

    def _bereid_voor(self) -> None:
        self.gegevens.mkdir(mode=0o700, exist_ok=True)
        self.plek.account.geef(self.gegevens)

    def _opdracht(self) -> list[str]:
        gevonden = programmas.zoek_broker()
        map_ = programmas.bereikbaar(
            gevonden.parent, gevonden.name, self.plek.account, self.plek.programmas
        )
        return [
            str(map_ / gevonden.name),
            *("--port", "0"),
            *("--unixsocket", str(self.socket)),
            *("--unixsocketperm", "700"),
            *("--dir", str(self.gegevens)),
            *("--save", "60 1"),
            *("--loglevel", "warning"),
        ]

    def _antwoordt(self) -> bool:
        return self._zeg("PING") == b"+PONG"

    def _vraag_te_stoppen(self) -> None:
        if self._zeg("SHUTDOWN"):
            # It cannot save. Nothing is lost: the work itself stands in the outbox.
            self._zeg("SHUTDOWN NOSAVE")
        einde = time.monotonic() + WACHTTIJD
        while self.draait():
            if time.monotonic() > einde:
                raise LokaleFout(f"De broker stopt niet. Kijk in {self.logboek}.")
            time.sleep(TUSSENPOOS)

    def _zeg(self, opdracht: str) -> bytes:
        """One command and its answer; a server that goes away answers nothing.

        By hand, because importing the client costs every command a quarter of a second.
        """
        with socket.socket(socket.AF_UNIX) as verbinding:
            verbinding.settimeout(WACHTTIJD)
            try:
                verbinding.connect(str(self.socket))
                verbinding.sendall(f"{opdracht}\r\n".encode())
                return verbinding.recv(1024).strip()
            except OSError:
                return b""
