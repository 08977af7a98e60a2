"""The actielijnen and the usual kinds of traject under them. A region may add its own kinds.

Source of the actielijnen: Uitwerking plan van aanpak Statushouders aan het werk, Kamerstuk 32 824
nr. 389 (11 July 2023). The kinds are those of the exchange format.
"""

ACTIELIJNEN = (
    (1, "Vroege participatie vanuit het azc", "Vroeg vanuit azc"),
    (
        2,
        "Gerichte ondersteuning en samenwerking met werkgevers en branches",
        "Werkgevers",
    ),
    (
        3,
        "Regionale aanpak via gemeenten en arbeidsmarktregio's, waaronder startbanen",
        "Regionale aanpak",
    ),
    (4, "Werken op eigen niveau", "Werk op niveau"),
)

TRAJECTSOORTEN = (
    ("voorinburgering", "Voorinburgering", 1),
    ("meedoenbalie", "Meedoenbalie", 1),
    ("vroege_intake", "Vroege intake", 1),
    ("taalstage", "Taalstage", 1),
    ("branche_leerwerktraject", "Leerwerktraject met een branche", 2),
    ("groepstraject", "Groepstraject", 2),
    ("vaktaal", "Vaktaal op de werkvloer", 2),
    ("proefplaatsing", "Proefplaatsing", 2),
    ("startbaan", "Startbaan", 3),
    ("startbaan_parttime", "Startbaan in deeltijd", 3),
    ("werkervaringsplaats", "Werkervaringsplaats", 3),
    ("leerwerktraject", "Leerwerktraject", 3),
    ("praktijkleren", "Praktijkleren", 3),
    ("duaal_traject", "Duaal traject", 3),
    ("jobhunting", "Jobhunting", 3),
    ("sollicitatietraining", "Sollicitatietraining", 3),
    ("sociaal_ontwikkelbedrijf", "Sociaal ontwikkelbedrijf", 3),
    ("diplomawaardering", "Diplomawaardering", 4),
    ("uaf_traject", "UAF-traject", 4),
    ("schakeltraject", "Schakeltraject", 4),
    ("traineeship", "Traineeship", 4),
    ("mentor", "Mentor", 4),
)
