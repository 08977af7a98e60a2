"""How sheets, columns, codes and names are recognised: case, accents and signs do not count."""

import re

from regio.woorden import vlak


def herkenbaar(tekst: str) -> str:
    """Letters and digits only, flat: `Datum bekendmaking *` and `datum_bekendmaking` are one."""
    return re.sub(r"[^a-z0-9]+", "", vlak(tekst))
