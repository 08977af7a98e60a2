"""Figures that still hold are not counted again.

What was counted is kept under the state of the region (`verbinder_cijferstand`), which changes in
the same transaction as any row that figures read. So what is found is exactly what counting would
give, for every user, also a moment after somebody else saved something. Kept are bare numbers under
a hash: neither gemeente nor period can be read from it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256

from django.core.cache import cache
from django.db import connection

from regio.toegang import Gebied
from verbinder.indicatoren.samen import Antwoorden, Gemeten, Vraag, meet_rijen, opdracht

BEWAARTIJD = 24 * 60 * 60


def stand(regio_id: int) -> str:
    """The state of everything that the figures of a region are made of."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select coalesce(sum(merk), 0)::text from verbinder_cijferstand"
            " where regio_id = %s or regio_id is null",
            [regio_id],
        )
        return cursor.fetchone()[0]


def meet_of_onthoud(
    gevraagd: Mapping[Gebied, Iterable[Vraag]], nu: str, indeling_op: date | None = None
) -> dict[Gebied, Antwoorden]:
    """The same as `meet_samen` for each territory, counting only what was not counted in the state
    `nu`. That is read first: what is counted after it may be newer, and is then found by nobody who
    comes later."""
    sleutels = {
        (gebied, vraag): _sleutel(gebied, vraag, nu, indeling_op)
        for gebied, vragen in gevraagd.items()
        for vraag in vragen
    }
    bekend = cache.get_many(sleutels.values())
    gemeten: dict[Gebied, dict[Vraag, Gemeten]] = {gebied: {} for gebied in gevraagd}
    onbekend: dict[Gebied, list[Vraag]] = {gebied: [] for gebied in gevraagd}
    for (gebied, vraag), sleutel in sleutels.items():
        if sleutel in bekend:
            gemeten[gebied][vraag] = bekend[sleutel]
        else:
            onbekend[gebied].append(vraag)
    nieuw = meet_rijen(onbekend, indeling_op)
    te_bewaren = {
        sleutels[gebied, vraag]: rijen
        for gebied, van_gebied in nieuw.items()
        for vraag, rijen in van_gebied.items()
    }
    if te_bewaren:
        cache.set_many(te_bewaren, BEWAARTIJD)
    return {gebied: Antwoorden(gemeten[gebied] | nieuw[gebied]) for gebied in gevraagd}


def _sleutel(gebied: Gebied, vraag: Vraag, nu: str, indeling_op: date | None) -> str:
    """A hash of the state and of the statement itself, so that a new definition counts anew."""
    sql, parameters = opdracht(gebied, [vraag], indeling_op)
    inhoud = repr((nu, sql, sorted(parameters.items())))
    return f"cijfer:{sha256(inhoud.encode()).hexdigest()}"
