"""Every address of Verbinder with its row, and the way from a name to an address."""

from collections import Counter

from django.urls import URLPattern, get_resolver, reverse

from tests.adressen import Adres, geld, regio, statushouders, sturing, verbinder

# By the part of the product that lists them.
DELEN: dict[str, dict[str, Adres]] = {
    "regio": regio.ADRESSEN,
    "geld": geld.ADRESSEN,
    "statushouders": statushouders.ADRESSEN,
    "sturing": sturing.ADRESSEN,
    "verbinder": verbinder.ADRESSEN,
}
TABEL: dict[str, Adres] = {
    naam: adres for adressen in DELEN.values() for naam, adres in adressen.items()
}


def patronen(resolver=None, ruimte=""):
    """(name, pattern) of every address in the resolver, with the namespace before the name."""
    for patroon in (resolver or get_resolver()).url_patterns:
        if isinstance(patroon, URLPattern):
            yield f"{ruimte}{patroon.name}", patroon
        else:
            onder = f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte
            yield from patronen(patroon, onder)


PATRONEN = list(patronen())
VAKER = {naam for naam, aantal in Counter(naam for naam, _ in PATRONEN).items() if aantal > 1}


def sleutel(naam: str, patroon: URLPattern) -> str:
    """How the table calls an address: by its name, and its parts when others share that name."""
    return f"{naam}({', '.join(patroon.pattern.converters)})" if naam in VAKER else naam


NAMEN = [sleutel(naam, patroon) for naam, patroon in PATRONEN]
PAGINAS = {naam for naam in NAMEN if not naam.startswith("admin:")}


def adres_van(naam: str, mensen) -> str:
    """The address that this name stands for, with the rows that it needs made for the cast."""
    pad = TABEL[naam].pad
    return reverse(naam.partition("(")[0], kwargs=pad(mensen) if callable(pad) else pad)
