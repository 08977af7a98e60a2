"""The closed lists of the field. The codes are those of the exchange format, everywhere.

Labels are what people read. Sources: the exchange format (docs/uitwisseling.md), DUO's Wi2021
value lists for wet and leerroute, CBS for education, and the plan van aanpak.
"""

from django.db import models

# Used for every year and everyone (docs/cijfers.md).
AOW_LEEFTIJD = 67
VOLWASSEN = 18


class Geslacht(models.TextChoices):
    M = "m", "Man"
    V = "v", "Vrouw"
    X = "x", "X"
    ONBEKEND = "onbekend", "Onbekend"


class Doelgroep(models.TextChoices):
    """Why somebody is in the programme; it may change, both ways (DUO SS124, SS125)."""

    ASIELSTATUSHOUDER = "asielstatushouder", "Asielstatushouder"
    KANSRIJKE_ASIELZOEKER = "kansrijke_asielzoeker", "Kansrijke asielzoeker"
    GEZINSMIGRANT = "gezinsmigrant", "Gezinsmigrant"
    OVERIG = "overig", "Overig"


class Wet(models.TextChoices):
    """The law of the inburgering: a stored fact, never only derived from a date."""

    WI2021 = "wi2021", "Wi2021 (nieuwe wet)"
    WI2013 = "wi2013", "Wi2013 (oude wet)"
    WI2007 = "wi2007", "Wi2007"
    NIET = "niet_inburgeringsplichtig", "Niet inburgeringsplichtig"
    ONBEKEND = "onbekend", "Onbekend"


OUDE_WETTEN = (Wet.WI2013, Wet.WI2007)


class Leerroute(models.TextChoices):
    """Only the Wi2021 has learning routes."""

    B1 = "b1", "B1-route"
    ONDERWIJS = "onderwijs", "Onderwijsroute"
    Z = "z", "Z-route"
    NVT = "nvt", "N.v.t."
    ONBEKEND = "onbekend", "Onbekend"


LEERROUTES_VAN_WI2021 = (Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.Z)


class Niveau(models.TextChoices):
    """Level of education or of a job, in the three classes of CBS."""

    LAAG = "laag", "Laag"
    MIDDELBAAR = "middelbaar", "Middelbaar"
    HOOG = "hoog", "Hoog"
    ONBEKEND = "onbekend", "Onbekend"


class Taalniveau(models.TextChoices):
    """Spoken Dutch, on the European scale (ERK)."""

    A0 = "a0", "A0"
    A1 = "a1", "A1"
    A2 = "a2", "A2"
    B1 = "b1", "B1"
    B2 = "b2", "B2"
    C1 = "c1", "C1"
    ONBEKEND = "onbekend", "Onbekend"


class Verblijfsoort(models.TextChoices):
    """Where somebody is, in rising order of who answers for them."""

    AZC = "azc", "Azc"
    KOPPELING = "koppeling", "Koppeling"
    VESTIGING = "vestiging", "Vestiging"


class Uitkeringsoort(models.TextChoices):
    BIJSTAND = "bijstand", "Bijstand"
    AANVULLEND = "bijstand_aanvullend", "Bijstand naast inkomen"
    GEEN = "geen", "Geen bijstand"
    ONBEKEND = "onbekend", "Onbekend"


class Eindreden(models.TextChoices):
    """Why a traject ended. `administratieve_correctie` counts in no figure."""

    DOEL_BEREIKT = "doel_bereikt", "Doel bereikt"
    DOORSTROOM = "doorstroom_ander_traject", "Door naar een ander traject"
    WERK_ELDERS = "werk_elders_gevonden", "Zelf werk gevonden"
    ONDERWIJS = "onderwijs", "Onderwijs"
    VERHUISD_BINNEN = "verhuisd_binnen_regio", "Verhuisd binnen de regio"
    VERHUISD_BUITEN = "verhuisd_buiten_regio", "Verhuisd buiten de regio"
    VERTROKKEN = "vertrokken_uit_nl", "Vertrokken uit Nederland"
    OVERLEDEN = "overleden", "Overleden"
    NIET_VERSCHENEN = "niet_verschenen_geen_contact", "Niet verschenen of geen contact"
    PERSOONLIJK = "persoonlijke_omstandigheden", "Persoonlijke omstandigheden"
    ZORGTAKEN = "zorgtaken_kinderopvang", "Zorgtaken of kinderopvang"
    TAAL = "taal_onvoldoende", "Taal onvoldoende"
    REISAFSTAND = "reisafstand", "Reisafstand"
    WERKGEVER_GESTOPT = "werkgever_gestopt", "Werkgever gestopt"
    AANBIEDER_GESTOPT = "aanbieder_gestopt", "Aanbieder gestopt"
    AOW = "aow_leeftijd", "AOW-leeftijd bereikt"
    STATUS_INGETROKKEN = "status_ingetrokken", "Status ingetrokken"
    CORRECTIE = "administratieve_correctie", "Administratieve correctie"
    ONBEKEND = "onbekend", "Onbekend"


# The three groups of docs/cijfers.md; what is in none of them is "onbekend" or the correction.
GESLAAGD = (
    Eindreden.DOEL_BEREIKT,
    Eindreden.WERK_ELDERS,
    Eindreden.ONDERWIJS,
    Eindreden.DOORSTROOM,
)
UITVAL = (
    Eindreden.NIET_VERSCHENEN,
    Eindreden.PERSOONLIJK,
    Eindreden.ZORGTAKEN,
    Eindreden.TAAL,
    Eindreden.REISAFSTAND,
    Eindreden.WERKGEVER_GESTOPT,
    Eindreden.AANBIEDER_GESTOPT,
)
NEUTRAAL = (
    Eindreden.VERHUISD_BINNEN,
    Eindreden.VERHUISD_BUITEN,
    Eindreden.VERTROKKEN,
    Eindreden.OVERLEDEN,
    Eindreden.AOW,
    Eindreden.STATUS_INGETROKKEN,
)


class Voorzieningsoort(models.TextChoices):
    """What is used within a traject, together or one after another (CBS, SRG)."""

    JOBCOACH = "jobcoach", "Jobcoach"
    TAAL = "taal", "Taalondersteuning"
    VAKTAAL = "vaktaal", "Vaktaal op de werkvloer"
    SCHOLING = "scholing", "Scholing"
    TRAINING = "training", "Training"
    WERKBEGELEIDING = "werkbegeleiding", "Begeleiding op de werkplek"
    PROEFPLAATSING = "proefplaatsing", "Proefplaatsing"
    LOONKOSTENSUBSIDIE = "loonkostensubsidie", "Loonkostensubsidie"
    REISKOSTEN = "reiskosten", "Reiskosten of vervoer"
    KINDEROPVANG = "kinderopvang", "Kinderopvang"
    OVERIG = "overig", "Andere voorziening"


class Twv(models.TextChoices):
    """The permit that an asylum seeker needs to work, and nobody else (R36)."""

    NIET_NODIG = "niet_nodig", "Niet nodig"
    AANGEVRAAGD = "aangevraagd", "Aangevraagd"
    VERLEEND = "verleend", "Verleend"
    GEWEIGERD = "geweigerd", "Geweigerd"


class Plaatsingsoort(models.TextChoices):
    """What somebody was placed in, in the order in which outcomes rank."""

    BETAALD_WERK = "betaald_werk", "Betaald werk"
    ONDERNEMERSCHAP = "ondernemerschap", "Ondernemerschap"
    BBL = "bbl", "Bbl (leren en werken)"
    ONDERWIJS = "onderwijs", "Onderwijs"
    PROEFPLAATSING = "proefplaatsing", "Proefplaatsing"
    WERKERVARINGSPLAATS = "werkervaringsplaats", "Werkervaringsplaats"
    STAGE = "stage_praktijkleren", "Stage of praktijkleren"
    VRIJWILLIGERSWERK = "vrijwilligerswerk", "Vrijwilligerswerk"


BETAALD = (Plaatsingsoort.BETAALD_WERK, Plaatsingsoort.ONDERNEMERSCHAP, Plaatsingsoort.BBL)


# "Is this person still at work?": after so many months (docs/begrippen.md, nazorg).
NAZORG_NA_MAANDEN = (1, 3, 6)
# So long before its day the question may be answered already.
NAZORG_VROEG_DAGEN = 14
# Another job within so many days without work continues the first (docs/cijfers.md, C6).
LANGSTE_ONDERBREKING = 30
WEKEN_DUURZAAM = 26


class Nazorgantwoord(models.TextChoices):
    JA = "ja", "Nog aan het werk"
    NEE = "nee", "Niet meer aan het werk"


class Contractvorm(models.TextChoices):
    ONBEPAALD = "onbepaald", "Onbepaalde tijd"
    BEPAALD = "bepaald", "Bepaalde tijd"
    UITZEND = "uitzend", "Uitzendwerk"
    OPROEP = "oproep", "Oproep"
    ZZP = "zzp", "Zzp"
    LEEROVEREENKOMST = "leerovereenkomst", "Leerovereenkomst"
    GEEN = "geen", "Geen contract"


class Contactsoort(models.TextChoices):
    GESPREK = "gesprek", "Gesprek"
    TELEFOON = "telefoon", "Telefoon"
    BERICHT = "bericht", "Bericht"
    WERKGEVERSBEZOEK = "werkgeversbezoek", "Werkgeversbezoek"
    GEEN_GEHOOR = "geen_gehoor", "Geen gehoor"


class Gevolg(models.TextChoices):
    """What a contact led to, besides a next step."""

    BEGINT = "begint", "Er begint een traject"
    WERK = "werk", "Gaat aan het werk of naar school"
    STOPT = "stopt", "Een traject stopt"


class Berichtsoort(models.TextChoices):
    """News that may be mailed: as numbers, never a name."""

    TAKEN = "taken", "Taken van vandaag en te laat"
    NAZORG = "nazorg", "Nazorgvragen die openstaan"
    TOEGEWEZEN = "toegewezen", "Personen van wie een collega u contactpersoon maakte"
    STAP = "stap", "Volgende stappen die een collega u gaf"
    GELD = "geld", "Het geld van de regio raakt op"


class Wanneer(models.TextChoices):
    DIRECT = "direct", "Direct"
    DAGELIJKS = "dagelijks", "Elke werkdag in de ochtend"
    UIT = "uit", "Niet"


class Afsluitreden(models.TextChoices):
    """Why somebody is no longer "in beeld"."""

    AAN_HET_WERK = "aan_het_werk", "Duurzaam aan het werk"
    VERHUISD = "verhuisd", "Verhuisd buiten de regio"
    VERTROKKEN = "vertrokken_uit_nl", "Vertrokken uit Nederland"
    OVERLEDEN = "overleden", "Overleden"
    AOW = "aow_leeftijd", "AOW-leeftijd bereikt"
    EIGEN_VERZOEK = "eigen_verzoek", "Op eigen verzoek"
    STATUS_INGETROKKEN = "status_ingetrokken", "Status ingetrokken"
    OVERIG = "overig", "Andere reden"


class Fase(models.TextChoices):
    """How far somebody is; never stored, always read from trajecten and plaatsingen."""

    INTAKE = "intake", "Intake"
    TRAJECT = "traject", "Traject"
    WERK = "werk", "Werk"
    NAZORG = "nazorg", "Nazorg"
    AFGESLOTEN = "afgesloten", "Afgesloten"


class Correctiereden(models.TextChoices):
    """Why a fact was corrected: a closed list, so that no name ever stands in a reason."""

    TIKFOUT = "tikfout", "Verkeerd ingevoerd"
    GEMEENTE = "bericht_gemeente", "Bericht van de gemeente"
    DUO = "bericht_duo", "Bericht van DUO"
    PERSOON = "persoon_zelf", "De persoon gaf het door"
    DOCUMENT = "document_gezien", "Document gezien"
    AANVULLING = "aanvulling", "Aanvulling: was nog niet bekend"


class Sector(models.TextChoices):
    """Sections of SBI 2008 (CBS), with their short names."""

    A = "A", "Landbouw, bosbouw en visserij"
    B = "B", "Delfstoffenwinning"
    C = "C", "Industrie"
    D = "D", "Energievoorziening"
    E = "E", "Waterbedrijven en afvalbeheer"
    F = "F", "Bouwnijverheid"
    G = "G", "Handel"
    H = "H", "Vervoer en opslag"
    I = "I", "Horeca"  # noqa: E741  (the letter of the section)
    J = "J", "Informatie en communicatie"
    K = "K", "Financiële dienstverlening"
    L = "L", "Verhuur en handel onroerend goed"
    M = "M", "Specialistische zakelijke diensten"
    N = "N", "Verhuur en overige zakelijke diensten"
    O = "O", "Openbaar bestuur en overheidsdiensten"  # noqa: E741  (the letter of the section)
    P = "P", "Onderwijs"
    Q = "Q", "Gezondheids- en welzijnszorg"
    R = "R", "Cultuur, sport en recreatie"
    S = "S", "Overige dienstverlening"
    T = "T", "Huishoudens"
    U = "U", "Extraterritoriale organisaties"
