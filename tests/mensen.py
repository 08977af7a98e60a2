"""The fixed cast: one user per role in Gooi en Vechtstreek, and two strangers.

`mensen` makes them, `als` gives a test client that is logged in as one of them. All names are
invented. Rights began long ago, so that no test depends on today.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from types import SimpleNamespace

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.hashers import make_password
from django.test import Client

from regio.models import (
    Arbeidsmarktregio,
    Deelname,
    Gebruiker,
    Gemeente,
    GemeenteInRegio,
    Recht,
    Rol,
)
from regio.toegang import bereik_van

WACHTWOORD = "vier-woorden-op-een-rij"
AL_LANG = date(2020, 1, 1)
REGIO = "AM12"
ANDERE_REGIO = "AM13"

# Who, with what role, where. The last two are strangers to what the others may see.
ROLLEN = {
    "verbinder": (Rol.VERBINDER, REGIO),
    "klantmanager": (Rol.KLANTMANAGER, "Hilversum"),
    "gemeente_cijfers": (Rol.GEMEENTE_CIJFERS, "Hilversum"),
    "directieoverleg": (Rol.DIRECTIEOVERLEG, REGIO),
    "controller": (Rol.CONTROLLER, REGIO),
    "privacy_officer": (Rol.PRIVACY_OFFICER, REGIO),
    "functioneel_beheerder": (Rol.FUNCTIONEEL_BEHEERDER, REGIO),
    "applicatiebeheerder": (Rol.APPLICATIEBEHEERDER, None),
    "andere_klantmanager": (Rol.KLANTMANAGER, "Huizen"),
    "vreemde_verbinder": (Rol.VERBINDER, ANDERE_REGIO),
}


@cache
def _versleuteld() -> str:
    """Made once: making it slowly is what keeps passwords safe."""
    return make_password(WACHTWOORD)


def maak_gebruiker(naam: str, rol: str | None = None, gebied: str | None = None) -> Gebruiker:
    """A user with one right: for a gemeente by name, or for a region by code."""
    gebruiker = Gebruiker.objects.met_wachtwoord(
        email=f"{naam}@voorbeeld.invalid", naam=naam.replace("_", " ").capitalize()
    )
    gebruiker.password = _versleuteld()
    gebruiker.save(update_fields=["password"])
    if rol:
        geef(gebruiker, rol, gebied)
    return gebruiker


def geef(gebruiker: Gebruiker, rol: str, gebied: str | None = None, **dagen) -> Recht:
    """One more right, from long ago unless `van` says otherwise."""
    return Recht.objects.create(
        gebruiker=gebruiker,
        rol=rol,
        regio=Arbeidsmarktregio.objects.filter(code=gebied).first(),
        gemeente=Gemeente.objects.filter(naam=gebied).first(),
        **{"van": AL_LANG, **dagen},
    )


def laat_meedoen(naam: str, *, met_namen: bool = True, van: date = AL_LANG) -> Deelname:
    """A gemeente takes part."""
    return Deelname.objects.create(
        gemeente=Gemeente.objects.get(naam=naam),
        van=van,
        overeenkomst="Samenwerkingsovereenkomst",
        grondslag="Participatiewet artikel 7",
        met_namen=met_namen,
    )


def maak_mensen() -> SimpleNamespace:
    """The whole cast by name, and every gemeente of the region taking part."""
    leden = GemeenteInRegio.objects.geldig_op(date(2026, 11, 20)).filter(regio__code=REGIO)
    for lid in leden.select_related("gemeente"):
        laat_meedoen(lid.gemeente.naam)
    return SimpleNamespace(
        **{naam: maak_gebruiker(naam, rol, gebied) for naam, (rol, gebied) in ROLLEN.items()}
    )


def log_in(client: Client, gebruiker: Gebruiker, *, bevestigd: bool = True) -> Client:
    """Log a client in, as somebody who just typed their password (unless not `bevestigd`)."""
    client.force_login(gebruiker)
    if bevestigd:
        sessie = client.session
        verzoek = SimpleNamespace(session=sessie)
        record_authentication(verzoek, gebruiker, "password", reauthenticated=True)
        sessie.save()
    return client


def bereik(gebruiker: Gebruiker, *, op: date = date(2026, 11, 20)):
    """What somebody may do on a day."""
    return bereik_van(gebruiker, op=op)


@pytest.fixture
def mensen(db) -> SimpleNamespace:
    """The cast."""
    return maak_mensen()


@pytest.fixture
def als(mensen) -> Callable[[str], Client]:
    """`als("verbinder")`: a client logged in as that member of the cast."""
    return lambda naam, **kwargs: log_in(Client(), getattr(mensen, naam), **kwargs)
