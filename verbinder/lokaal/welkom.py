"""What the screen says when everything runs: the address, and who may log in."""

from collections.abc import Sequence

from verbinder.lokaal.plek import Plek
from verbinder.lokaal.processen import meld


def toon_welkom(plek: Plek, poort: int) -> None:
    """Print the address and the demo log-in of every role."""
    from verbinder.demo import inloggegevens

    meld("start", "")
    meld("start", f"Verbinder draait: http://127.0.0.1:{poort}/")
    meld("start", "")
    rijen = [(wie.rol, wie.email, wie.wachtwoord) for wie in inloggegevens()]
    for regel in als_tabel([("rol", "e-mail", "wachtwoord"), *rijen]):
        meld("start", regel)
    meld("start", "")
    meld("start", f"Gegevens van deze kloon: {plek.wortel}. Ze blijven bewaard. Stoppen: Ctrl-C.")


def als_tabel(rijen: Sequence[Sequence[str]]) -> list[str]:
    """Lines with columns as wide as their longest word."""
    breedtes = [max(map(len, kolom)) for kolom in zip(*rijen, strict=True)]
    return [
        "  ".join(
            f"{woord:{breedte}}" for woord, breedte in zip(rij, breedtes, strict=True)
        ).rstrip()
        for rij in rijen
    ]
