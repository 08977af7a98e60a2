"""The pages of reading in."""

from django.utils import timezone

from regio.models import Arbeidsmarktregio
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.models import KlaargezetBestand
from statushouders.services.klaarzetten import zet_klaar
from tests.adressen import GEEN, Adres, rollen
from tests.statushouders.uitwisseling.werkmappen import als_zip, goed

DOSSIERS = rollen("verbinder", "klantmanager", "andere_klantmanager", "vreemde_verbinder")
# A file is of who uploaded it; for others who may read in, it does not exist.
VREEMDEN = dict.fromkeys(("klantmanager", "andere_klantmanager", "vreemde_verbinder"), 404)


def een_bestand(mensen) -> dict:
    """A workbook that the verbinder uploaded a moment ago."""
    return {"sleutel": _zet_klaar(mensen).sleutel}


def een_gelezen_bestand(mensen) -> dict:
    """A workbook that the verbinder read in."""
    pad = een_bestand(mensen)
    with bereik_transactie(Bereik(), gebruiker_id=mensen.verbinder.pk):
        KlaargezetBestand.objects.filter(**pad).update(inhoud=b"", samenvatting={"bladen": {}})
    return pad


def _zet_klaar(mensen) -> KlaargezetBestand:
    with bereik_transactie(Bereik(), gebruiker_id=mensen.verbinder.pk):
        return zet_klaar(
            gebruiker=mensen.verbinder,
            regio=Arbeidsmarktregio.objects.get(code="AM12"),
            gemeente=None,
            bestandsnaam="aanlevering.zip",
            inhoud=als_zip(goed()),
            nu=timezone.now(),
        )


def van_de_verbinder(pad, **kwargs) -> Adres:
    return Adres(rollen("verbinder"), behalve=VREEMDEN, pad=pad, **kwargs)


ADRESSEN: dict[str, Adres] = {
    "inlezen": Adres(DOSSIERS),
    "inlezen_sjabloon": Adres(
        DOSSIERS - rollen("vreemde_verbinder"),
        behalve={"vreemde_verbinder": 404},
        pad={"code": "AM12"},
    ),
    "inlezen_controle": van_de_verbinder(een_bestand),
    "inlezen_kolommen": van_de_verbinder(een_bestand),
    "inlezen_meldingen": van_de_verbinder(lambda mensen: {**een_bestand(mensen), "formaat": "ods"}),
    "inlezen_klaar": van_de_verbinder(een_gelezen_bestand),
    "gegevens_downloaden": Adres(GEEN, anders=405, pad={"code": "AM12", "formaat": "ods"}),
    "inlezen_weg": Adres(GEEN, anders=405, pad=een_bestand),
}
