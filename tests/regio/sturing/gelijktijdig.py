"""Several users at the very same moment, each with a connection of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


def tegelijk(doe: Callable[[int], None], aantal: int) -> list[Exception]:
    """Run `doe(0)`, `doe(1)`, … at once; return the exceptions that were raised."""
    start = Barrier(aantal)

    def een(nummer: int) -> Exception | None:
        start.wait()
        try:
            doe(nummer)
        except Exception as fout:  # noqa: BLE001  (the test looks at each)
            return fout
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(aantal) as uitvoerders:
        return [fout for fout in uitvoerders.map(een, range(aantal)) if fout is not None]
