"""Invented names, put together by chance from common first and last names."""

from pathlib import Path

HIER = Path(__file__).parent
VOORNAMEN = (HIER / "voornamen.txt").read_text(encoding="utf-8").split()
ACHTERNAMEN = (HIER / "achternamen.txt").read_text(encoding="utf-8").split()
WERKGEVERS = (
    ("Zorggroep De Linde", "Q"),
    ("Bakkerij Van Vliet", "C"),
    ("Installatiebedrijf Noord", "F"),
    ("Hotel Het Meer", "I"),
    ("Distributiecentrum Oost", "H"),
    ("Supermarkt Plein", "G"),
    ("Kinderopvang De Boom", "Q"),
    ("Schoonmaak Blink", "N"),
    ("Softwarehuis Delta", "J"),
    ("Kwekerij Zonneveld", "A"),
    ("Metaalwerken Groen", "C"),
    ("Vervoersbedrijf Lijn", "H"),
)
AANBIEDERS = ("Taalhuis Midden", "Leerwerkbedrijf Samen", "Bureau Vooruit", "Regiocollege")
NOTITIES = (
    "Gesproken over de taalles. Gaat goed.",
    "Cv nagekeken en twee vacatures besproken.",
    "Afspraak gemaakt voor een kennismaking bij de werkgever.",
    "Wil graag in de zorg werken. Diploma's liggen klaar.",
    "Terugbellen over het rooster.",
    "Reistijd is te lang. Zoeken dichter bij huis.",
    "",
    "",
    "",
)
STAPPEN = (
    "Diplomawaardering opvragen",
    "Terugbellen over de taalstage",
    "Gesprek met de werkgever voorbereiden",
    "Profiel invullen",
    "Vervoer regelen",
    "Evaluatie van de proefplaatsing",
)
