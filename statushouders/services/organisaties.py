"""Aanbieders and werkgevers by name: one row per region and kind, however the name is spelled."""

from django.core.exceptions import ValidationError

from regio.models import Arbeidsmarktregio, Organisatie, Organisatiesoort
from regio.woorden import vlak
from statushouders.codes import Plaatsingsoort
from statushouders.services.kern import nette_tekst

LANGSTE_NAAM = Organisatie._meta.get_field("naam").max_length or 0


def zoeksleutel(naam: str) -> str:
    """By what an organisation is found: capitals, accents and hyphens make no difference."""
    return vlak(naam)[:150]


def soort_van_werkgever(plaatsingsoort: str) -> str:
    """What kind of organisation a plaatsing is with: a school for onderwijs, else a werkgever."""
    if plaatsingsoort == Plaatsingsoort.ONDERWIJS:
        return Organisatiesoort.ONDERWIJS
    return Organisatiesoort.WERKGEVER


def zoek_of_maak(
    *, regio: Arbeidsmarktregio, soort: str, naam: str, veld: str
) -> Organisatie | None:
    """The organisation with this name in `regio`, made when new; None for an empty name.

    Capitals, accents and hyphens make no other organisation. Raises ValidationError at `veld`.
    """
    naam = nette_tekst(naam, veld)
    if not naam:
        return None
    sleutel = zoeksleutel(naam)
    if not sleutel:
        raise ValidationError({veld: "Vul een naam in met letters of cijfers."})
    if len(naam) > LANGSTE_NAAM:
        raise ValidationError(
            {veld: f"Deze naam is te lang. Gebruik hoogstens {LANGSTE_NAAM} tekens."}
        )
    organisatie, _ = Organisatie.objects.get_or_create(
        regio=regio, soort=soort, zoeknaam=sleutel, defaults={"naam": naam}
    )
    return organisatie
