"""The name and the kenmerk of a person: apart, so that a deelname can keep the name shut."""

from django.core.exceptions import ValidationError

from statushouders.models import Kenmerk, Naam, Statushouder
from statushouders.namen import sorteernaam, zoeknaam
from statushouders.services.dossierplaats import leverancier_van
from statushouders.services.kern import (
    DUBBEL,
    GEEN_RECHT,
    controleer,
    nette_tekst,
    weiger,
    zichtbare_tekst,
)

ZONDER_NAMEN = (
    "Deze gemeente doet mee zonder namen. Laat de naam leeg en vul het kenmerk in dat de gemeente "
    "gebruikt."
)
KENMERK_BESTAAT = (
    "Dit kenmerk is al gebruikt voor iemand anders. Zoek die persoon op, of controleer het kenmerk."
)


def nette_namen(voornaam: str, achternaam: str) -> tuple[str, str]:
    """Both names, cleaned. Raises ValidationError at the field that may hold a BSN."""
    return nette_tekst(voornaam, "voornaam"), nette_tekst(achternaam, "achternaam")


def zet_naam(statushouder: Statushouder, *, voornaam: str, achternaam: str) -> bool:
    """Write the name with its search keys. True when something changed.

    Raises ValidationError when the deelname of the gemeente keeps names closed.
    """
    voornaam, achternaam = nette_namen(voornaam, achternaam)
    naam = Naam.objects.filter(statushouder=statushouder).first()
    oud = (naam.voornaam, naam.achternaam) if naam else ("", "")
    if (voornaam, achternaam) == oud:
        return False
    naam = naam or Naam(statushouder=statushouder)
    naam.voornaam, naam.achternaam = voornaam, achternaam
    naam.sorteernaam = sorteernaam(voornaam, achternaam)[:202]
    naam.zoeknaam = zoeknaam(voornaam, achternaam)
    controleer(naam)
    veld = "achternaam" if achternaam else "voornaam"
    with (
        weiger(code=GEEN_RECHT, veld=veld, zin=ZONDER_NAMEN),
        weiger(code=DUBBEL, veld=veld, zin=ZONDER_NAMEN),
    ):
        naam.save()
    return True


def zet_kenmerk(statushouder: Statushouder, kenmerk: str) -> bool:
    """Write the kenmerk of who holds the dossier; empty takes it away. True when it changed.

    Kenmerken of other deliverers stay. Raises ValidationError when it belongs to somebody else.
    """
    kenmerk = zichtbare_tekst(kenmerk)
    eigen = statushouder.kenmerken.filter(leverancier=leverancier_van(statushouder))
    rij = eigen.first()
    if kenmerk == (rij.kenmerk if rij else ""):
        return False
    if not kenmerk and rij is not None:
        rij.delete()
        return True
    rij = rij or Kenmerk(statushouder=statushouder, leverancier=leverancier_van(statushouder))
    rij.kenmerk = kenmerk
    try:
        controleer(rij)
    except ValidationError as fout:
        zinnen = [zin for fouten in fout.message_dict.values() for zin in fouten]
        raise ValidationError({"kenmerk": zinnen}) from fout
    with weiger(code=DUBBEL, veld="kenmerk", zin=KENMERK_BESTAAT):
        rij.save()
    return True
