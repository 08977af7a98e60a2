"""The one exception of this package: a sentence for whoever typed the command."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager

REDENEN = {
    errno.EACCES: "geen toegang",
    errno.EPERM: "geen toegang",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOENT: "het bestaat niet",
    errno.ENOTDIR: "het is geen map",
}


class LokaleFout(Exception):
    """Something on this computer is in the way; the message says what, and what to do about it."""


@contextmanager
def in_een_zin() -> Iterator[None]:
    """Turn what the system says about a file or folder into a sentence."""
    try:
        yield
    except OSError as fout:
        reden = REDENEN.get(fout.errno or 0, os.strerror(fout.errno or 0))
        raise LokaleFout(
            f"{fout.filename} is niet te gebruiken: {reden}. Verbinder bewaart daar zijn gegevens. "
            "Geef uzelf toegang, of zet DATABASE_URL en REDIS_URL."
        ) from fout
