"""Figures that still hold are not counted again.

What was counted is kept under the state of the region (`verbinder_cijferstand`), which changes in
the same transaction as any row that figures read. So what is found is exactly what counting would
give, for every user, also a moment after somebody else saved something. Kept are bare numbers under
a hash: neither gemeente nor period can be read from it.
"""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from django.core.cache import cache
from django.db import connection

from regio.toegang import Gebied
from verbinder.indicatoren.samen import Antwoorden, Vraag, meet_rijen, opdracht

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
    gebied: Gebied, vragen: Iterable[Vraag], indeling_op: date | None = None
) -> Antwoorden:
    """The same as `meet_samen`, counting only what was not counted in this state."""
    vragen = list(dict.fromkeys(vragen))
    # The state is read first: what is counted after it may be newer, and is then found by nobody
    # who comes later.
    nu = stand(gebied.regio_id)
    sleutels = {vraag: _sleutel(gebied, vraag, nu, indeling_op) for vraag in vragen}
    bekend = cache.get_many(sleutels.values())
    gemeten = {vraag: bekend[s] for vraag, s in sleutels.items() if s in bekend}
    onbekend = [vraag for vraag in vragen if vraag not in gemeten]
    if nieuw := meet_rijen(gebied, onbekend, indeling_op):
        cache.set_many({sleutels[vraag]: rijen for vraag, rijen in nieuw.items()}, BEWAARTIJD)
    return Antwoorden(gemeten | nieuw)


def _sleutel(gebied: Gebied, vraag: Vraag, nu: str, indeling_op: date | None) -> str:
    """A hash of the state and of the statement itself, so that a new definition counts anew."""
    sql, parameters = opdracht(gebied, [vraag], indeling_op)
    inhoud = repr((nu, sql, sorted(parameters.items())))
    return f"cijfer:{sha256(inhoud.encode()).hexdigest()}"
