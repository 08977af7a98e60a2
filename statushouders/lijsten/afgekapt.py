"""Lists of which a page shows the beginning: the number beside it stays true."""

from collections.abc import Sequence, Sized


def aantal_of_meer(rijen: Sized, hoogstens: int | None) -> str:
    """How many there are, or `500 of meer` when no more than 500 were asked for."""
    aantal = len(rijen)
    return f"{aantal} of meer" if hoogstens is not None and aantal >= hoogstens else str(aantal)


def als_begin(rijen: Sequence, hoogstens: int) -> dict:
    """What a page tells of a list of which at most so many were asked for: `rijen`, `aantal` in
    words, and `vol` when there may be more."""
    aantal = aantal_of_meer(rijen, hoogstens)
    return {"rijen": rijen, "aantal": aantal, "vol": len(rijen) >= hoogstens}
