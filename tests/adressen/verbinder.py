"""The pages of the top floor: start, dashboard, reports."""

from tests.adressen import GEEN, IEDEREEN, Adres, rollen
from tests.adressen.dashboard import DASHBOARD
from tests.verbinder.rapportage import gevallen

VERBINDERS = rollen("verbinder", "vreemde_verbinder")
LEZERS = IEDEREEN - rollen("applicatiebeheerder", "vreemde_verbinder")
# For a stranger to the region there is no report; who only reads it does not work on it.
VREEMDEN = {"vreemde_verbinder": 404, "applicatiebeheerder": 404}


def werk_aan_rapport(pad=gevallen.verstuurde_versie) -> Adres:
    """A page where the verbinder of the region works on a report."""
    return Adres(rollen("verbinder"), behalve=VREEMDEN, pad=pad)


def in_de_api(mensen) -> dict:
    """The same version, as the API names the parts of its address."""
    plek = dict(gevallen.verstuurde_versie(mensen))
    return {"code": plek.pop("regio"), **plek}


API = {
    "api-indicatoren": Adres(IEDEREEN, anoniem=401),
    "api-publicaties": Adres(IEDEREEN, anoniem=401),
    "api-publicatie": Adres(LEZERS, anders=404, anoniem=401, pad=in_de_api),
    "api-cijfers": Adres(LEZERS, anders=404, anoniem=401, pad=in_de_api),
}

RAPPORTAGES = {
    "rapportages": Adres(IEDEREEN - rollen("applicatiebeheerder")),
    "rapportage_maken": Adres(VERBINDERS),
    "rapportage_voortgang": Adres(
        rollen("verbinder"), goed=302, anders=404, pad=gevallen.verstuurde_versie
    ),
    "rapportage": Adres(LEZERS, anders=404, pad=gevallen.verstuurde_versie),
    "rapportage_abonnementen": Adres(IEDEREEN - rollen("applicatiebeheerder")),
    "rapportage_abonnement": Adres(GEEN, anders=405, pad={"regio": "AM12"}),
    # The link of a mail opens for who has it, logged in or not.
    "rapportage_afmelden": Adres(IEDEREEN, anoniem=200, pad=gevallen.afmeldlink),
    "rapportage_archief": Adres(LEZERS, anders=404, pad={"regio": "AM12"}),
    "rapportage_reeks": Adres(LEZERS, anders=404, pad={"regio": "AM12"}),
    "rapportage_download": Adres(LEZERS, anders=404, pad=gevallen.verstuurd_bestand),
    "rapportage_gevallen": Adres(
        rollen("verbinder", "klantmanager", "andere_klantmanager"),
        anders=404,
        pad=gevallen.verstuurde_versie,
    ),
    "rapportage_openbaar": werk_aan_rapport(),
    "rapportage_openbaar_bestand": Adres(GEEN, anders=404, pad=gevallen.verstuurd_bestand),
    "rapportage_bijlage": Adres(GEEN, anders=404, pad=gevallen.bijlage_van_hilversum),
    "rapportage_voorbeeld": werk_aan_rapport(gevallen.verstuurd_bestand),
    "rapportage_tekst": werk_aan_rapport(gevallen.verstuurde_tekst),
    "rapportage_meten": werk_aan_rapport(),
    "rapportage_sluiten": werk_aan_rapport(),
    "rapportage_versturen": werk_aan_rapport(),
    "rapportage_vaststellen": werk_aan_rapport(),
    "rapportage_overleg": werk_aan_rapport(),
    "rapportage_intrekken": werk_aan_rapport(),
    "rapportage_bewaar": Adres(GEEN, anders=405, pad=gevallen.verstuurde_tekst),
    "rapportage_gemeente": Adres(
        rollen("verbinder", "klantmanager", "gemeente_cijfers"),
        anders=404,
        pad=gevallen.van_hilversum,
    ),
    "rapportage_controle": Adres(
        rollen("verbinder"), behalve=VREEMDEN, pad=gevallen.versie_in_controle
    ),
}
ADRESSEN: dict[str, Adres] = {**RAPPORTAGES, **DASHBOARD, **API}
