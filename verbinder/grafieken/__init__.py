"""Our own charts: numbers in, accessible SVG and the table behind it out.

    grafiek = staven("wet", [Rij("Wi2021", 120), Rij("Wi2013", "geheim")],
                     titel="Twee van de drie vallen onder de nieuwe wet",
                     naam="Mensen in beeld naar wet", kop="Wet")

Every kind returns a `Grafiek`: drawn twice (`breed` and `smal`, 340 points), with `titel` (the
conclusion), `naam` (what is shown), `omschrijving` (what it says to who cannot see it) and the
table (`koppen`, `rijen`) with the same numbers. A page includes `onderdelen/grafiek.html` with
`grafiek`; Typst takes `image(bytes(breed), format: "svg", alt: omschrijving)`.

- `staven`: bars of one number each.
- `gestapeld`: bars in at most four parts.
- `stroom`: bars that follow from each other, with a remark at each (azc to nazorg).
- `lijnen`: at most four lines over months or half-years; a dashed one is a plan (burn-down).

A value is a number, None (not known: a dash) or a word such as "geheim". A word is written where
the number would stand and has no bar, point or place in the scale, so that nothing drawn and
nothing said gives away what is secret. Give published charts published numbers only.

The drawing uses presentation attributes alone: no style, no script, so it passes a strict Content
Security Policy, and needs no colour to be read: every bar has its number, every line its own
marker and label. `id` is unique on the page and becomes part of the ids in the drawing.
"""

from verbinder.grafieken.begrippen import BREED, SMAL, VOL, Cel, Grafiek, Punt, Reeks, Rij
from verbinder.grafieken.gestapeld import MEESTE_DELEN, gestapeld
from verbinder.grafieken.lijnen import lijnen
from verbinder.grafieken.staven import staven
from verbinder.grafieken.stroom import stroom

__all__ = [
    "BREED",
    "MEESTE_DELEN",
    "SMAL",
    "VOL",
    "Cel",
    "Grafiek",
    "Punt",
    "Reeks",
    "Rij",
    "gestapeld",
    "lijnen",
    "staven",
    "stroom",
]
