"""A picture that somebody sends, taken apart and written anew: only what draws it is kept.

A PNG is a row of chunks. Those that draw (size, palette, transparency, pixels) are checked and
written again by us; texts, profiles, animations and whatever hides behind the end are left out.
Nothing unpacks more than the size that the picture says it has.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError

KOP = b"\x89PNG\r\n\x1a\n"
GROOTSTE_BESTAND = 500_000
GROOTSTE_BREEDTE, GROOTSTE_HOOGTE = 2_000, 1_000
KLEINSTE = 16
# Colour type -> samples per pixel, and the bit depths that the format allows.
KLEURSOORTEN = {
    0: (1, (1, 2, 4, 8, 16)),
    2: (3, (8, 16)),
    3: (1, (1, 2, 4, 8)),
    4: (2, (8, 16)),
    6: (4, (8, 16)),
}
PALET = 3
HOOGSTE_FILTER = 4
GEEN_PNG = "Dit is geen PNG-bestand."
DOE_PNG = "Bewaar het logo als PNG, bijvoorbeeld met 'Opslaan als' of 'Exporteren', en kies dat."
BESCHADIGD = "Dit PNG-bestand is beschadigd of niet volgens de norm."


@dataclass(frozen=True)
class Beeld:
    """A picture that may be shown: its bytes as we wrote them, and its size in pixels."""

    inhoud: bytes
    breedte: int
    hoogte: int


def lees_png(inhoud: bytes) -> Beeld:
    """The picture, written anew. Raises ValidationError with what is wrong and what to do."""
    if len(inhoud) > GROOTSTE_BESTAND:
        raise _weigering(
            f"Het logo is groter dan {GROOTSTE_BESTAND // 1000} kB.",
            "Maak het plaatje kleiner en kies het opnieuw.",
        )
    if not inhoud.startswith(KOP):
        raise _weigering(GEEN_PNG, DOE_PNG)
    stukken = _verzamel(inhoud)
    kop = _lees_kop(stukken.get(b"IHDR", b""))
    palet, doorzicht = stukken.get(b"PLTE", b""), stukken.get(b"tRNS", b"")
    _controleer_palet(kop, palet, doorzicht)
    punten = _pak_uit(stukken.get(b"IDAT", b""), kop)
    delen = [_stuk(b"IHDR", stukken[b"IHDR"])]
    if kop.kleursoort == PALET:
        # A pixel may name a colour that the palette lacks: then it is black, not a fault.
        delen.append(_stuk(b"PLTE", palet.ljust(3 * 2**kop.diepte, b"\0")))
    if doorzicht:
        delen.append(_stuk(b"tRNS", doorzicht))
    delen += [_stuk(b"IDAT", zlib.compress(punten, 9)), _stuk(b"IEND", b"")]
    return Beeld(KOP + b"".join(delen), kop.breedte, kop.hoogte)


@dataclass(frozen=True)
class _Kop:
    breedte: int
    hoogte: int
    diepte: int
    kleursoort: int

    @property
    def regel(self) -> int:
        """How many bytes one row of pixels takes, with the byte of its filter."""
        per_punt = KLEURSOORTEN[self.kleursoort][0] * self.diepte
        return 1 + (self.breedte * per_punt + 7) // 8


def _verzamel(inhoud: bytes) -> dict[bytes, bytes]:
    """The chunks that draw, by name; pixels may come in several pieces."""
    gevonden: dict[bytes, bytes] = {}
    for naam, stuk in _stukken(inhoud):
        if naam == b"IDAT":
            gevonden[naam] = gevonden.get(naam, b"") + stuk
        elif naam in (b"IHDR", b"PLTE", b"tRNS"):
            if naam in gevonden:
                raise _weigering(BESCHADIGD, DOE_PNG)
            gevonden[naam] = stuk
    return gevonden


def _stukken(inhoud: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and content of each chunk up to the end, each with a checksum that is right."""
    plek = len(KOP)
    while plek + 12 <= len(inhoud):
        lengte, naam = struct.unpack_from(">I4s", inhoud, plek)
        einde = plek + 8 + lengte
        if einde + 4 > len(inhoud):
            break
        stuk = inhoud[plek + 8 : einde]
        if struct.unpack_from(">I", inhoud, einde)[0] != zlib.crc32(naam + stuk):
            break
        if naam == b"IEND":
            return
        yield naam, stuk
        plek = einde + 4
    raise _weigering(BESCHADIGD, DOE_PNG)


def _lees_kop(stuk: bytes) -> _Kop:
    if len(stuk) != 13:
        raise _weigering(BESCHADIGD, DOE_PNG)
    breedte, hoogte, diepte, kleursoort, inpakken, filters, verweven = struct.unpack(
        ">IIBBBBB", stuk
    )
    if verweven == 1:
        raise _weigering(
            "Dit PNG-bestand is 'interlaced' opgeslagen.", "Sla het op zonder interlace."
        )
    bekend = kleursoort in KLEURSOORTEN and diepte in KLEURSOORTEN[kleursoort][1]
    if not bekend or (inpakken, filters, verweven) != (0, 0, 0):
        raise _weigering(BESCHADIGD, DOE_PNG)
    if not (KLEINSTE <= breedte <= GROOTSTE_BREEDTE and KLEINSTE <= hoogte <= GROOTSTE_HOOGTE):
        raise _weigering(
            f"Het logo is {breedte} bij {hoogte} punten. Het mag {KLEINSTE} tot "
            f"{GROOTSTE_BREEDTE} punten breed en {KLEINSTE} tot {GROOTSTE_HOOGTE} hoog zijn.",
            "Pas de maat van het plaatje aan en kies het opnieuw.",
        )
    return _Kop(breedte, hoogte, diepte, kleursoort)


def _controleer_palet(kop: _Kop, palet: bytes, doorzicht: bytes) -> None:
    kleuren, rest = divmod(len(palet), 3)
    met_palet = kop.kleursoort == PALET
    goed = not met_palet or (not rest and 1 <= kleuren <= 2**kop.diepte)
    lengtes = {0: (2,), 2: (6,), PALET: range(1, kleuren + 1)}.get(kop.kleursoort, ())
    if not goed or (doorzicht and len(doorzicht) not in lengtes):
        raise _weigering(BESCHADIGD, DOE_PNG)


def _pak_uit(ingepakt: bytes, kop: _Kop) -> bytes:
    """The rows of pixels: as many as the head says, and never one byte more."""
    verwacht = kop.regel * kop.hoogte
    uitpakker = zlib.decompressobj()
    try:
        punten = uitpakker.decompress(ingepakt, verwacht + 1)
    except zlib.error as fout:
        raise _weigering(BESCHADIGD, DOE_PNG) from fout
    heel = len(punten) == verwacht and uitpakker.eof
    if not heel or max(punten[:: kop.regel], default=0) > HOOGSTE_FILTER:
        raise _weigering(BESCHADIGD, DOE_PNG)
    return punten


def _weigering(wat: str, doe: str) -> ValidationError:
    return ValidationError(f"{wat} {doe}")


def _stuk(naam: bytes, inhoud: bytes) -> bytes:
    som = struct.pack(">I", zlib.crc32(naam + inhoud))
    return struct.pack(">I", len(inhoud)) + naam + inhoud + som
