"""What every page shows around its content: the menu of this user, and who and where they are."""

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from regio.models import Rol
from regio.toegang import GEEN_BEREIK, Bereik


@dataclass(frozen=True)
class Menupunt:
    """One entry of the main menu; `hier` is the value of aria-current, or empty."""

    naam: str
    adres: str
    hier: str = ""


def mag_cijfers(bereik: Bereik) -> bool:
    """Whether there is a dashboard to see."""
    return bool(bereik.cijfergemeenten or bereik.cijferregios)


def mag_publicaties(bereik: Bereik) -> bool:
    """Whether there are publications to read."""
    return bool(bereik.publicaties) or bereik.alle_publicaties


def mag_inzet(bereik: Bereik) -> bool:
    """Whether there are hours of a verbinder to see."""
    return bool(bereik.cijferregios | bereik.geldregios | bereik.beheerregios)


def mag_geld(bereik: Bereik) -> bool:
    """Whether there is money to see: the ledger, what was spent for a gemeente, or reports."""
    return bool(bereik.geld_te_lezen or bereik.cijfergemeenten) or (
        Rol.DIRECTIEOVERLEG in bereik.rollen and mag_publicaties(bereik)
    )


def mag_beheren(bereik: Bereik) -> bool:
    """Whether there are accounts to manage."""
    return bool(bereik.beheerregios) or bereik.applicatie


# Name on screen, name of the page, and who sees it.
MENU = (
    ("Start", "start", lambda bereik: True),
    ("Personen", "personen", lambda bereik: bereik.met_dossiers),
    ("Werkgevers", "werkgevers", lambda bereik: bereik.met_dossiers),
    ("Inlezen", "inlezen", lambda bereik: bereik.met_dossiers),
    ("Dashboard", "dashboard", mag_cijfers),
    ("Rapportages", "rapportages", mag_publicaties),
    ("Landelijk", "landelijk", lambda bereik: bereik.alle_publicaties),
    ("Geld", "geld", mag_geld),
    ("Plan", "plannen", mag_publicaties),
    ("Overleggen", "overleggen", mag_publicaties),
    ("Inzet", "inzetten", mag_inzet),
    ("Wat werkt elders", "werkwijzen", lambda bereik: True),
    ("Regio's", "regios", lambda bereik: True),
    ("Gebruikers", "gebruikers", mag_beheren),
    ("Deelname", "deelnames", lambda bereik: bool(bereik.beheerregios)),
    ("Trajectsoorten", "beleidslijsten", lambda bereik: bool(bereik.beheerregios)),
    ("Naam en logo", "huisstijlen", lambda bereik: bool(bereik.beheerregios)),
    ("Geld beheren", "geld_beheer", lambda bereik: bool(bereik.beheerregios)),
    ("Referentiegegevens", "admin:index", lambda bereik: bereik.applicatie),
    ("Logboek", "logboek", lambda bereik: bool(bereik.logregios)),
)
# Pages that belong to an entry, but whose address does not begin with its own.
ERBIJ = {
    "start": ("/taken/", "/waarneming/", "/contact/", "/stappen/"),
    "personen": (
        *("/nazorg/", "/verwijzingen/", "/begeleiding/", "/overdrachten/"),
        *("/trajecten/", "/plaatsingen/"),
    ),
    "werkgevers": ("/afspraken/",),
    "overleggen": ("/vergaderingen/", "/actiepunten/"),
}


def navigatie(request) -> dict:
    """Context for every template. Asks the database only when a template shows the answer."""
    bereik = getattr(request, "bereik", GEEN_BEREIK)
    ingelogd = getattr(request, "user", None) is not None and request.user.is_authenticated
    zoekadres = _adres("zoeken")
    return {
        "ontwikkeling": settings.ONTWIKKELING,
        "site_naam": settings.SITE_NAAM,
        "tweede_factor_verplicht": settings.TWEEDE_FACTOR_VERPLICHT,
        "menu": _menu(request, bereik) if ingelogd else (),
        "mag_rapporten_lezen": ingelogd and mag_publicaties(bereik),
        "mag_zoeken": ingelogd and bereik.met_dossiers and bool(zoekadres),
        "zoekadres": zoekadres,
        "rolnamen": ", ".join(Rol(rol).label.lower() for rol in bereik.rollen),
        "werkgebied": bereik.werkgebied,
        "demo_inlog": _demo_inlog,
    }


def _demo_inlog() -> list:
    """The log-ins of the demonstration; only in the development setting, where they work."""
    if not settings.ONTWIKKELING or find_spec("verbinder.demo") is None:
        return []
    return list(import_module("verbinder.demo").inloggegevens())


def _menu(request, bereik: Bereik) -> tuple[Menupunt, ...]:
    punten = []
    for naam, pagina, mag in MENU:
        adres = _adres(pagina)
        if adres and mag(bereik):
            punten.append(Menupunt(naam, adres, _hier(request.path, adres, ERBIJ.get(pagina, ()))))
    return tuple(punten)


def _hier(pad: str, adres: str, erbij: tuple[str, ...]) -> str:
    if pad == adres:
        return "page"
    onder = pad.startswith(erbij) or (adres != "/" and pad.startswith(adres))
    return "true" if onder else ""


def _adres(pagina: str) -> str:
    """The address of a page, or nothing when this installation does not have it."""
    try:
        return reverse(pagina)
    except NoReverseMatch:
        return ""
