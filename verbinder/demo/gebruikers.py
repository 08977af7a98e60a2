"""The users of the demonstration: one for every role, and colleagues. All invented."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from regio.models import Arbeidsmarktregio, Deelname, Gebruiker, Gemeente, Recht, Rol

WACHTWOORD = "demonstratie-2026"
GOOI, AMSTERDAM, ZWOLLE = "AM12", "AM18", "AM36"
REGIOS = (GOOI, AMSTERDAM, ZWOLLE)
# Takes part without names, and does not take part: both are shown in the demonstration.
ZONDER_NAMEN = "Laren"
DOET_NIET_MEE = "Eemnes"


@dataclass(frozen=True)
class Demogebruiker:
    """Somebody with one role, for gemeenten by name or for a region by code."""

    voor: str
    naam: str
    rol: Rol
    gemeenten: tuple[str, ...] = ()
    regio: str | None = None
    functie: str = ""

    @property
    def email(self) -> str:
        return f"{self.voor}@voorbeeld.invalid"


GEBRUIKERS = (
    Demogebruiker("verbinder", "Sanne de Wit", Rol.VERBINDER, regio=GOOI),
    Demogebruiker("klantmanager", "Mees Jansen", Rol.KLANTMANAGER, ("Hilversum",)),
    Demogebruiker("klantmanager.huizen", "Noor Bakker", Rol.KLANTMANAGER, ("Huizen",)),
    Demogebruiker("klantmanager.gooisemeren", "Lotte Visser", Rol.KLANTMANAGER, ("Gooise Meren",)),
    Demogebruiker(
        "klantmanager.samen",
        "Daan Mulder",
        Rol.KLANTMANAGER,
        ("Blaricum", "Laren", "Wijdemeren"),
        functie="dienst voor drie gemeenten",
    ),
    Demogebruiker("gemeente", "Iris Vermeer", Rol.GEMEENTE_CIJFERS, ("Hilversum",)),
    Demogebruiker("directieoverleg", "Wim Postma", Rol.DIRECTIEOVERLEG, regio=GOOI),
    Demogebruiker("landelijk", "Els Brouwer", Rol.DIRECTIEOVERLEG, functie="heel Nederland"),
    Demogebruiker("controller", "Ria Smit", Rol.CONTROLLER, regio=GOOI),
    Demogebruiker("privacy", "Tom Dekker", Rol.PRIVACY_OFFICER, regio=GOOI),
    Demogebruiker("beheerder", "Anna Kok", Rol.FUNCTIONEEL_BEHEERDER, regio=GOOI),
    Demogebruiker("applicatiebeheerder", "Bo de Haan", Rol.APPLICATIEBEHEERDER),
    Demogebruiker("controller.twee", "Kees de Boer", Rol.CONTROLLER, regio=GOOI),
    Demogebruiker("verbinder.amsterdam", "Joris Willems", Rol.VERBINDER, regio=AMSTERDAM),
    Demogebruiker("verbinder.zwolle", "Femke Dijkstra", Rol.VERBINDER, regio=ZWOLLE),
)
OP_DE_INLOGPAGINA = 12
NA_DE_EERSTE = date(2025, 1, 1)


class Inlog(NamedTuple):
    """A row of the log-in page: what somebody is, and how to log in as them."""

    rol: str
    naam: str
    email: str
    wachtwoord: str


def inloggegevens() -> list[Inlog]:
    """The log-ins to show: every role once, colleagues of other gemeenten too."""
    return [
        Inlog(_omschrijving(g), g.naam, g.email, WACHTWOORD) for g in GEBRUIKERS[:OP_DE_INLOGPAGINA]
    ]


def _omschrijving(gebruiker: Demogebruiker) -> str:
    zonder_gebied = gebruiker.rol == Rol.DIRECTIEOVERLEG and gebruiker.regio is None
    waar = gebruiker.functie if zonder_gebied else ", ".join(gebruiker.gemeenten)
    return f"{gebruiker.rol.label} {waar}".strip()


def maak_gebruikers(vandaag: date) -> dict[str, Gebruiker]:
    """Make every user with a right that began two years ago. Returns them by `voor`.

    The verbinder of now came after the first one of 2024, whose hours stand by themselves.
    """
    al_lang = vandaag - timedelta(days=730)
    gemaakt = {}
    for demo in GEBRUIKERS:
        gebruiker = Gebruiker.objects.met_wachtwoord(
            email=demo.email, naam=demo.naam, wachtwoord=WACHTWOORD
        )
        gebruiker.functie = demo.functie
        gebruiker.save(update_fields=["functie"])
        regio = Arbeidsmarktregio.objects.get(code=demo.regio) if demo.regio else None
        begin = max(al_lang, NA_DE_EERSTE) if demo.rol == Rol.VERBINDER else al_lang
        for gemeente in (
            Gemeente.objects.filter(naam__in=demo.gemeenten) if demo.gemeenten else [None]
        ):
            Recht.objects.create(
                gebruiker=gebruiker, rol=demo.rol, gemeente=gemeente, regio=regio, van=begin
            )
        gemaakt[demo.voor] = gebruiker
    return gemaakt


def maak_deelnames(vandaag: date) -> None:
    """Every gemeente of the three regions takes part, but one; one without names."""
    for code in REGIOS:
        regio = Arbeidsmarktregio.objects.get(code=code)
        for gemeente in Gemeente.objects.in_regio(regio, op=vandaag).exclude(naam=DOET_NIET_MEE):
            Deelname.objects.create(
                gemeente=gemeente,
                van=vandaag - timedelta(days=730),
                overeenkomst="Convenant Statushouders aan het werk (voorbeeld)",
                grondslag="AVG artikel 6, eerste lid, onder e; Participatiewet artikel 7",
                met_namen=gemeente.naam != ZONDER_NAMEN,
            )
