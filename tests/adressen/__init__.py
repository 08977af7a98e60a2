"""Every page by name, with who may open it. Each package lists its own pages in a module here.

An address that shares its name with another has its parts behind it: `persoon(sleutel, deel)`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace

from tests.mensen import ROLLEN

IEDEREEN = frozenset(ROLLEN)
GEEN = frozenset[str]()


@dataclass(frozen=True)
class Adres:
    """Who may open a page by GET, and what the others get.

    `mag` get `goed`; the others get `anders`, unless `behalve` says otherwise for somebody. A
    visitor who is not logged in is sent to the log-in page, unless `anoniem` says otherwise.
    `pad` gives the parts of the address: a dict, or a function of the cast that may make rows.
    """

    mag: frozenset[str]
    goed: int = 200
    anders: int = 403
    anoniem: int = 302
    behalve: dict[str, int] = field(default_factory=dict)
    pad: dict | Callable[[SimpleNamespace], dict] = field(default_factory=dict)

    def verwacht(self, rol: str) -> int:
        """The status that a member of the cast gets."""
        return self.behalve.get(rol, self.goed if rol in self.mag else self.anders)


def rollen(*namen: str) -> frozenset[str]:
    """Members of the cast, by name; refuses a name that is not in it."""
    assert set(namen) <= IEDEREEN, set(namen) - IEDEREEN
    return frozenset(namen)
