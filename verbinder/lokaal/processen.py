"""The programs under `make start`: their output on one screen, and no way to survive it."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

STOPTIJD = 20.0
BREEDTE = 7
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None)


def meld(naam: str, regel: str) -> None:
    """One line on the screen, with the name of who says it."""
    try:
        sys.stdout.write(f"{naam:{BREEDTE}}| {regel}\n")
        sys.stdout.flush()
    except OSError:
        pass  # the terminal was closed; what is being stopped must still be stopped


class Programma:
    """A child process in a session of its own.

    Ctrl-C in the terminal thus reaches only the one who watches over it, and that one decides the
    order in which things stop. When it is killed itself, Linux ends the child.
    """

    def __init__(
        self,
        naam: str,
        opdracht: Sequence[str],
        *,
        map_: Path,
        omgeving: Mapping[str, str] | None = None,
        erft: Sequence[int] = (),
        ontvang: Callable[[str, str], None] = meld,
    ) -> None:
        self.naam = naam
        self._ontvang = ontvang
        self._ouder = os.getpid()
        self._proces = subprocess.Popen(
            opdracht,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            cwd=map_,
            env=omgeving,
            start_new_session=True,
            preexec_fn=self._sterf_met_de_ouder,
            pass_fds=erft,
        )
        self._lezer = threading.Thread(target=self._lees, args=[self._proces.stdout], daemon=True)
        self._lezer.start()

    @property
    def uitkomst(self) -> int | None:
        """Its exit status; None while it runs."""
        return self._proces.poll()

    def stop(self) -> None:
        """Let it end by itself, and see to it that none of its own children remain."""
        if self.uitkomst is None:
            self._proces.terminate()
        try:
            self._proces.wait(STOPTIJD)
        except subprocess.TimeoutExpired:
            meld("start", f"{self.naam} stopt niet vanzelf en wordt afgebroken")
        self.breek_af()

    def breek_af(self) -> None:
        """End it and its own children at once, whatever they are doing."""
        with suppress(ProcessLookupError):  # the usual case: all gone
            os.killpg(self._proces.pid, signal.SIGKILL)
        self._proces.wait()
        self._lezer.join(timeout=1)

    def _lees(self, uitvoer: IO[str]) -> None:
        with uitvoer:
            for regel in uitvoer:
                self._ontvang(self.naam, regel.rstrip())

    def _sterf_met_de_ouder(self) -> None:
        """Between fork and exec. On other systems than Linux there is no such request."""
        if sys.platform == "linux":
            _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
            if os.getppid() != self._ouder:
                os._exit(1)  # it died before the request was made
