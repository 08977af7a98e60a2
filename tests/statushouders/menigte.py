"""A crowd of invented people to search in: the names of the schrijfwijzen and 2,000 others."""

from datetime import date
from random import Random
from types import SimpleNamespace

from statushouders.models import Naam, Statushouder
from statushouders.namen import sorteernaam, zoeknaam
from tests.statushouders.hulp import gemeente
from tests.statushouders.schrijfwijzen import SCHRIJFWIJZEN
from verbinder.demo.namen import ACHTERNAMEN, VOORNAMEN

ANDEREN = 2_000


def maak_menigte(mensen: SimpleNamespace, *, anderen: int = ANDEREN) -> None:
    """Everyone lives in Hilversum. Inside the scope of somebody who may register there."""
    toeval = Random(20261120)
    namen = [(toeval.choice(VOORNAMEN), toeval.choice(ACHTERNAMEN)) for _ in range(anderen)]
    namen += [(voornaam, achternaam) for voornaam, achternaam, _ in SCHRIJFWIJZEN]
    hilversum = gemeente("Hilversum")
    regio_id = hilversum.lidmaatschappen.get(tot_en_met__isnull=True).regio_id
    personen = Statushouder.objects.bulk_create(
        Statushouder(
            dossiergemeente=hilversum,
            dossierregio_id=regio_id,
            geboortejaar=toeval.randint(1960, 2006),
            doelgroep="asielstatushouder",
            aangemeld_op=date(2026, 5, 4),
        )
        for _ in namen
    )
    Naam.objects.bulk_create(
        Naam(
            statushouder=persoon,
            voornaam=voornaam,
            achternaam=achternaam,
            sorteernaam=sorteernaam(voornaam, achternaam),
            zoeknaam=zoeknaam(voornaam, achternaam),
        )
        for persoon, (voornaam, achternaam) in zip(personen, namen, strict=True)
    )
