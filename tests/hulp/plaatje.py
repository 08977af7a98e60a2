"""Pictures for the tests: a small PNG, right or wrong as asked."""

import struct
import zlib

KOP = b"\x89PNG\r\n\x1a\n"


def stuk(naam: bytes, inhoud: bytes, *, som: int | None = None) -> bytes:
    """One chunk; `som` is another checksum than the right one."""
    som = zlib.crc32(naam + inhoud) if som is None else som
    return struct.pack(">I", len(inhoud)) + naam + inhoud + struct.pack(">I", som)


def png(
    breedte: int = 120,
    hoogte: int = 40,
    *,
    soort: int = 2,
    diepte: int = 8,
    extra: bytes = b"",
    punten: bytes | None = None,
    verweven: int = 0,
) -> bytes:
    """A PNG of one colour. `extra` are chunks before the pixels, `punten` other rows of pixels."""
    per_punt = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[soort]
    regel = b"\0" + b"\x5e" * (breedte * per_punt * diepte // 8)
    kop = struct.pack(">IIBBBBB", breedte, hoogte, diepte, soort, 0, 0, verweven)
    pixels = zlib.compress(regel * hoogte if punten is None else punten)
    return KOP + stuk(b"IHDR", kop) + extra + stuk(b"IDAT", pixels) + stuk(b"IEND", b"")
