"""Ways of working that the regions of the demonstration share."""

from datetime import date

from regio.models import Actielijn, Arbeidsmarktregio, Gebruiker
from regio.services.werkwijzen import Beschrijving, deel
from verbinder.demo.gebruikers import AMSTERDAM, GOOI, ZWOLLE
from verbinder.demo.schrijver import Schrijver
from verbinder.sturing.werkwijzen import beschrijf

# Who, for which region, whether it is shared, under which actielijn, and what they write.
WERKWIJZEN = (
    ("verbinder", GOOI, True, 2, Beschrijving(
        titel="Taal op de werkvloer in de zorg",
        situatie="Zorginstellingen wilden mensen aannemen, maar de taal hield het tegen.",
        aanpak=(
            "- Een docent komt twee keer per week naar de instelling.\n"
            "- Een collega is taalmaatje en krijgt daar een uur voor.\n"
            "- Na drie maanden kijken we samen of iemand een contract krijgt."
        ),
        kosten="Ongeveer 900 euro per persoon, half betaald door de instelling.",
        resultaat="De meeste deelnemers bleven na drie maanden werken.",
        contact="regionale verbinder",
        groepen=["laagtaalvaardig", "vrouwen"],
    )),
    ("verbinder", GOOI, False, 1, Beschrijving(
        titel="Beroepentafel op het azc",
        situatie="Mensen op het azc weten niet welk werk er in de regio is.",
        aanpak="Elke maand vertellen drie werkgevers over hun vak, met een tolk erbij.",
        kosten="Zaal en tolk: 350 euro per keer.",
        contact="regionale verbinder",
        groepen=["azc"],
    )),
    ("verbinder.amsterdam", AMSTERDAM, True, 4, Beschrijving(
        titel="Van arts naar praktijkondersteuner",
        situatie="Artsen uit het buitenland wachten jaren op hun registratie.",
        aanpak="Zij werken intussen als praktijkondersteuner, met begeleiding van het UAF.",
        kosten="Begeleiding: 2.500 euro per persoon per jaar.",
        contact="projectleider werken op niveau",
        groepen=["hoogopgeleid"],
    )),
    ("verbinder.zwolle", ZWOLLE, True, 3, Beschrijving(
        titel="Startbaan bij de gemeente zelf",
        situatie="Werkgevers vonden startbanen ingewikkeld en wilden eerst een voorbeeld zien.",
        aanpak="De gemeente nam zelf acht mensen aan in het groen en in de kantine.",
        kosten="Loonkosten, deels gedekt door loonkostensubsidie.",
        contact="regionale verbinder",
        groepen=["nieuwe_wet", "jongeren"],
    )),
)  # fmt: skip


def laad_werkwijzen(gebruikers: dict[str, Gebruiker], vandaag: date) -> None:
    """Each written by the verbinder of its region."""
    for voor, code, gedeeld, lijn, tekst in WERKWIJZEN:
        regio = Arbeidsmarktregio.objects.get(code=code)
        schrijver = Schrijver(gebruikers[voor], regio, vandaag)
        velden = vars(tekst) | {"actielijn": Actielijn.objects.get(pk=lijn)}
        werkwijze = beschrijf(regio=regio, beschrijving=Beschrijving(**velden), **schrijver.wie)
        if gedeeld:
            deel(werkwijze=werkwijze, gedeeld=True, **schrijver.wie)
