"""The codes of the exchange format, typed over once more so that a slip in the product shows."""

GESLACHT = ("m", "v", "x", "onbekend")
DOELGROEP = ("asielstatushouder", "kansrijke_asielzoeker", "gezinsmigrant", "overig")
WET = ("wi2021", "wi2013", "wi2007", "niet_inburgeringsplichtig", "onbekend")
LEERROUTE = ("b1", "onderwijs", "z", "nvt", "onbekend")
NIVEAU = ("laag", "middelbaar", "hoog", "onbekend")
LEEFTIJDSKLASSE = ("jonger_dan_16", "16-17", "18-26", "27-39", "40-54", "55-aow", "aow_en_ouder")
ACTIELIJN = ("1", "2", "3", "4")
TRAJECTSOORT = (
    "voorinburgering", "meedoenbalie", "vroege_intake", "taalstage",
    "branche_leerwerktraject", "groepstraject", "vaktaal", "proefplaatsing",
    "startbaan", "startbaan_parttime", "werkervaringsplaats", "leerwerktraject",
    "praktijkleren", "duaal_traject", "jobhunting", "sollicitatietraining",
    "sociaal_ontwikkelbedrijf",
    "diplomawaardering", "uaf_traject", "schakeltraject", "traineeship", "mentor",
)  # fmt: skip

SUCCES = ("doel_bereikt", "werk_elders_gevonden", "onderwijs", "doorstroom_ander_traject")
NEUTRAAL = (
    "verhuisd_binnen_regio", "verhuisd_buiten_regio", "vertrokken_uit_nl", "overleden",
    "aow_leeftijd", "status_ingetrokken",
)  # fmt: skip
UITVAL = (
    "niet_verschenen_geen_contact", "persoonlijke_omstandigheden", "zorgtaken_kinderopvang",
    "taal_onvoldoende", "reisafstand", "werkgever_gestopt", "aanbieder_gestopt",
)  # fmt: skip
CORRECTIE = "administratieve_correctie"
EINDREDEN = (*SUCCES, *NEUTRAAL, *UITVAL, CORRECTIE, "onbekend")

PLAATSINGSOORT = (
    "betaald_werk", "ondernemerschap", "bbl", "onderwijs", "proefplaatsing",
    "werkervaringsplaats", "stage_praktijkleren", "vrijwilligerswerk",
)  # fmt: skip
BETAALD = ("betaald_werk", "ondernemerschap", "bbl")
# From high to low.
UITKOMST = (
    "betaald_werk_volledige_uitstroom",
    "betaald_werk_gedeeltelijke_uitstroom",
    "betaald_werk_nog_niet_vast_te_stellen",
    "betaald_werk_geen_uitstroom",
    "betaald_werk_zonder_bijstand",
    "betaald_werk_uitkering_onbekend",
    "ondernemerschap",
    "bbl",
    "onderwijs",
    "proefplaatsing",
    "werkervaringsplaats",
    "stage_praktijkleren",
    "vrijwilligerswerk",
)
UITKOMST_IS_BETAALD = UITKOMST[:8]
CONTRACTVORM = ("onbepaald", "bepaald", "uitzend", "oproep", "zzp", "leerovereenkomst", "geen")
URENKLASSE = ("<12", "12-19", "20-31", ">=32", "onbekend")
BIJSTAND = ("bijstand", "bijstand_aanvullend")
UITKERING = (*BIJSTAND, "geen", "onbekend")

NOG_NIET_GEKOPPELD = "nog_niet_gekoppeld"
KRUIS = "×"
