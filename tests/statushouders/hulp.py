"""Making persons in tests, through the services and inside somebody's scope."""

from contextlib import contextmanager
from datetime import date

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Gebruiker, Gemeente, Trajectsoort
from regio.rijrechten import bereik_transactie
from regio.toegang import bereik_van
from statushouders.models import Statushouder
from statushouders.services.aanmelden import meld_aan

OP = date(2026, 11, 20)


@contextmanager
def scope(gebruiker: Gebruiker, *, op: date = OP):
    """What this user may open on `op`, as a request would."""
    with bereik_transactie(bereik_van(gebruiker, op=op), gebruiker_id=gebruiker.pk):
        yield Door.van(gebruiker)


def gemeente(naam: str) -> Gemeente:
    return Gemeente.objects.get(naam=naam)


def regio(code: str = "AM12") -> Arbeidsmarktregio:
    return Arbeidsmarktregio.objects.get(code=code)


def soort(code: str = "startbaan") -> Trajectsoort:
    return Trajectsoort.objects.get(code=code)


def maak_persoon(door: Door, *, in_: str = "Hilversum", op: date = OP, **anders) -> Statushouder:
    """Somebody who lives in a gemeente since 1 May 2026, unless told otherwise."""
    gegevens = {
        "voornaam": "Rahel",
        "achternaam": "Gebremedhin",
        "geboortejaar": 1994,
        "doelgroep": "asielstatushouder",
        "aangemeld_op": date(2026, 5, 4),
        "verblijf_soort": "vestiging",
        "verblijf_gemeente": gemeente(in_) if in_ else None,
        "verblijf_van": date(2026, 5, 1),
    }
    return meld_aan(**{**gegevens, **anders}, op=op, door=door)


def persoon_van(gebruiker: Gebruiker, **anders) -> Statushouder:
    """Somebody registered by this user."""
    with scope(gebruiker) as door:
        return maak_persoon(door, **anders)
