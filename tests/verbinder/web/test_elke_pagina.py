"""Every address that shows a page, in a real browser: no fault for axe, nothing off the side.

The list is the table of addresses itself, so that a new page takes part from its first day. What
no role of the cast gets at once stands in `MEER_NODIG`, with what it needs.
"""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.test import Client
from django.urls import reverse

from regio.models import Rol
from tests.adressen import Adres
from tests.adressen.tabel import DELEN, PAGINAS, TABEL
from tests.hulp.browser import axe, te_breed
from tests.mensen import ROLLEN, WACHTWOORD, geef, log_in, maak_gebruiker, maak_mensen
from tests.verbinder.web.sleutel import een_sleutel

# Only something to send to, or a way to another page.
ZONDER_PAGINA = {302, 405}
MEER_NODIG = {
    "account_login",
    "dashboard_gemeente_gevallen",
    "dashboard_regio_gevallen",
    "landelijk",
    "mfa_authenticate",
    "mfa_deactivate_totp",
    "mfa_edit_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
}
# Files, which no role of the cast gets in an empty region.
BESTANDEN = {
    "mfa_download_recovery_codes",
    "rapportage_bijlage",
    "rapportage_openbaar_bestand",
}


def kijker(regel: Adres) -> str | None:
    """The first of the cast who gets this page."""
    return next((rol for rol in ROLLEN if regel.verwacht(rol) == 200), None)


def zonder_kijker() -> set[str]:
    """The pages that nobody of the cast gets at once; the API has no pages."""
    return {
        naam
        for naam, regel in TABEL.items()
        if not naam.startswith("api-")
        and kijker(regel) is None
        and not ZONDER_PAGINA & {regel.goed, regel.anders}
    } | {naam for naam in PAGINAS if naam in MEER_NODIG}


class Kijkt:
    """A window that looks at pages and remembers every fault, not the first alone."""

    def __init__(self, pagina, site: str):
        self.pagina, self.site = pagina, site
        self.fouten: list[str] = []

    def als(self, client: Client) -> None:
        """Make the window that of this client."""
        naam = settings.SESSION_COOKIE_NAME
        koek = {"name": naam, "value": client.cookies[naam].value, "url": self.site}
        self.pagina.context.add_cookies([koek])

    def bekijk(self, naam: str, adres: str) -> None:
        antwoord = self.pagina.goto(adres)
        if (
            antwoord.status != 200
            or self.pagina.url.partition("?")[0] != self.site + (adres.partition("?")[0])
        ):
            self.fouten.append(f"{naam}: {antwoord.status} van {self.pagina.url}")
            return
        self.fouten += [f"{naam}: {fout}" for fout in te_breed(self.pagina)]
        try:
            axe(self.pagina)
        except AssertionError as fout:
            self.fouten.append(f"{naam}: {fout}")


@pytest.fixture
def kijkt(pagina, live_server) -> Kijkt:
    return Kijkt(pagina, live_server.url)


@pytest.fixture
def mensen(live_server) -> SimpleNamespace:
    return maak_mensen()


def geeft_pagina(client: Client, adres: str) -> bool:
    """Whether this is a page; otherwise it is a file."""
    return client.get(adres).headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize("deel", DELEN)
def test_every_page_of_the_table_is_accessible_and_fits(deel, kijkt, mensen):
    paden: dict[Callable, dict] = {}
    clients: dict[str, Client] = {}
    for naam, regel in DELEN[deel].items():
        if (rol := kijker(regel)) is None:
            continue
        pad = regel.pad
        if callable(pad):
            if pad not in paden:
                paden[pad] = pad(mensen)
            pad = paden[pad]
        adres = reverse(naam.partition("(")[0], kwargs=pad)
        client = clients.setdefault(rol, log_in(Client(), getattr(mensen, rol)))
        if geeft_pagina(client, adres):
            kijkt.als(client)
            kijkt.bekijk(naam, adres)

    assert not kijkt.fouten, "\n".join(kijkt.fouten)


def test_what_nobody_gets_at_once_is_looked_at_as_well():
    assert zonder_kijker() == MEER_NODIG | BESTANDEN


def test_the_cases_behind_a_figure_are_accessible_and_fit(kijkt, mensen):
    kijkt.als(log_in(Client(), mensen.verbinder))
    for naam, code in (
        ("dashboard_gemeente_gevallen", "GM0402"),
        ("dashboard_regio_gevallen", "AM12"),
    ):
        kijkt.bekijk(naam, f"{reverse(naam, args=[code])}?cijfer=A1")

    assert not kijkt.fouten, "\n".join(kijkt.fouten)


def test_the_national_page_is_accessible_and_fits(kijkt, mensen):
    landelijk = maak_gebruiker("landelijk")
    geef(landelijk, Rol.DIRECTIEOVERLEG)
    kijkt.als(log_in(Client(), landelijk))
    kijkt.bekijk("landelijk", reverse("landelijk"))

    assert not kijkt.fouten, "\n".join(kijkt.fouten)


def test_the_pages_of_the_second_factor_are_accessible_and_fit(kijkt, mensen):
    TOTP.activate(mensen.verbinder, generate_totp_secret())
    RecoveryCodes.activate(mensen.verbinder)
    sleutel = een_sleutel(mensen.verbinder)
    kijkt.als(log_in(Client(), mensen.verbinder))
    for naam in ("mfa_index", "mfa_view_recovery_codes", "mfa_list_webauthn"):
        kijkt.bekijk(naam, reverse(naam))
    for naam in ("mfa_edit_webauthn", "mfa_remove_webauthn"):
        kijkt.bekijk(naam, reverse(naam, args=[sleutel.pk]))
    for naam in ("mfa_reauthenticate", "mfa_reauthenticate_webauthn"):
        kijkt.bekijk(naam, reverse(naam))
    Authenticator.objects.filter(type=Authenticator.Type.WEBAUTHN).delete()
    kijkt.bekijk("mfa_deactivate_totp", reverse("mfa_deactivate_totp"))

    assert not kijkt.fouten, "\n".join(kijkt.fouten)


def test_logging_in_is_accessible_and_fits(kijkt, mensen):
    kijkt.bekijk("account_login", reverse("account_login"))
    TOTP.activate(mensen.verbinder, generate_totp_secret())
    pagina = kijkt.pagina
    pagina.fill("[name=login]", mensen.verbinder.email)
    pagina.fill("[name=password]", WACHTWOORD)
    pagina.press("[name=password]", "Enter")
    pagina.wait_for_url(f"**{reverse('mfa_authenticate')}")
    kijkt.bekijk("mfa_authenticate", reverse("mfa_authenticate"))

    assert not kijkt.fouten, "\n".join(kijkt.fouten)
