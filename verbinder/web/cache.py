"""The cache may be away: then each process keeps its own, so that log-in limits still hold."""

import logging

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import RedisError

logboek = logging.getLogger(__name__)


class VergevingsgezindeCache(RedisCache):
    """A Redis cache that falls back on the memory of this process when Redis cannot be reached."""

    def __init__(self, server, params):
        super().__init__(server, params)
        self._nood = LocMemCache("verbinder-nood", {**params, "OPTIONS": {}})


def _vergeef(naam: str):
    origineel = getattr(RedisCache, naam)

    def doe(self, *args, **kwargs):
        try:
            return origineel(self, *args, **kwargs)
        except RedisError as fout:
            logboek.warning("De cache is niet bereikbaar: %s", type(fout).__name__)
            return getattr(self._nood, naam)(*args, **kwargs)

    doe.__name__ = naam
    doe.__doc__ = origineel.__doc__
    return doe


for _naam in (
    "get",
    "set",
    "add",
    "delete",
    "touch",
    "incr",
    "has_key",
    "get_many",
    "set_many",
    "delete_many",
):
    setattr(VergevingsgezindeCache, _naam, _vergeef(_naam))
