"""Sharing a server between commands: whoever leaves last switches it off.

`make start`, `manage.py importeer` and a test run may use one server at the same time, and each
may be killed at any moment. File locks keep the count: the kernel lets go of them when a process
dies, however it dies.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Gebruik:
    """One process's share in a server."""

    def __init__(self, slotbestand: Path) -> None:
        self._slotbestand = slotbestand
        self._aandeel: int | None = None

    @contextmanager
    def om_de_beurt(self) -> Iterator[None]:
        """Start and stop one at a time, so that nobody joins a server that is being stopped."""
        with _geopend(self._slotbestand.with_suffix(".beurt")) as bestand:
            fcntl.flock(bestand, fcntl.LOCK_EX)
            yield

    def begin(self) -> None:
        """Take a share; a second time changes nothing."""
        if self._aandeel is None:
            self._aandeel = _open(self._slotbestand)
            fcntl.flock(self._aandeel, fcntl.LOCK_SH)

    def eindig(self) -> bool:
        """Give up the share; True when nobody else has one. Only inside `om_de_beurt`."""
        if self._aandeel is None:
            return False
        laatste = _vergrendel(self._aandeel)
        os.close(self._aandeel)
        self._aandeel = None
        return laatste


class Alleenrecht:
    """What only one process may do at a time, held until it ends or lets go.

    `fd` may be handed to child processes: then it is held until the last of those ends as well.
    """

    def __init__(self, slotbestand: Path) -> None:
        self._slotbestand = slotbestand
        self._fd: int | None = None

    @property
    def fd(self) -> int:
        if self._fd is None:
            raise ValueError("Not held.")
        return self._fd

    def probeer(self) -> bool:
        fd = _open(self._slotbestand)
        if not _vergrendel(fd):
            os.close(fd)
            return False
        self._fd = fd
        return True

    def laat_los(self) -> None:
        if self._fd is not None:
            os.close(self._fd)
            self._fd = None


def _vergrendel(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(pad: Path) -> int:
    return os.open(pad, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


@contextmanager
def _geopend(pad: Path) -> Iterator[int]:
    fd = _open(pad)
    try:
        yield fd
    finally:
        os.close(fd)
