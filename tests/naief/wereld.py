"""A small world: a few gemeenten and the people in them, with every row that counts.

Plain values only. Dates named `tot_en_met` or `einddatum` are the last day, inclusive; None is
open.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Lidmaatschap:
    """The days on which a gemeente belonged to a region."""

    regio: str
    van: date = date.min
    tot_en_met: date = date.max


@dataclass(frozen=True)
class Gemeente:
    """A gemeente, the regions it belonged to, its last day and who follows it."""

    code: str
    naam: str
    leden: tuple[Lidmaatschap, ...]
    laatste_dag: date | None = None
    opvolger: str | None = None


GOOI, UTRECHT, AMSTERDAM = "AM12", "AM13", "AM18"

# As in the reference data of the product.
ECHTE_GEMEENTEN = (
    Gemeente("GM0317", "Eemnes", (Lidmaatschap(GOOI),)),
    Gemeente("GM0376", "Blaricum", (Lidmaatschap(GOOI),)),
    Gemeente("GM0402", "Hilversum", (Lidmaatschap(GOOI),)),
    Gemeente("GM0406", "Huizen", (Lidmaatschap(GOOI),)),
    Gemeente("GM0417", "Laren", (Lidmaatschap(GOOI),)),
    Gemeente("GM1942", "Gooise Meren", (Lidmaatschap(GOOI),)),
    Gemeente(
        "GM1696",
        "Wijdemeren",
        (Lidmaatschap(GOOI, tot_en_met=date(2026, 12, 31)),),
        laatste_dag=date(2026, 12, 31),
        opvolger="GM0402",
    ),
    Gemeente(
        "GM0457",
        "Weesp",
        (Lidmaatschap(GOOI, tot_en_met=date(2022, 3, 23)),),
        laatste_dag=date(2022, 3, 23),
        opvolger="GM0363",
    ),
    Gemeente("GM0363", "Amsterdam", (Lidmaatschap(AMSTERDAM),)),
    Gemeente("GM0344", "Utrecht", (Lidmaatschap(UTRECHT),)),
)
# Invented, so that a herindeling and a change of region also fall in the middle of a half-year.
VERZONNEN_GEMEENTEN = (
    Gemeente(
        "GM9901",
        "Oudeveen",
        (Lidmaatschap(GOOI, tot_en_met=date(2026, 4, 15)),),
        laatste_dag=date(2026, 4, 15),
        opvolger="GM0406",
    ),
    Gemeente(
        "GM9902",
        "Voorveen",
        (Lidmaatschap(GOOI, tot_en_met=date(2025, 11, 30)),),
        laatste_dag=date(2025, 11, 30),
        opvolger="GM9901",
    ),
    Gemeente(
        "GM9903",
        "Grensdorp",
        (
            Lidmaatschap(GOOI, tot_en_met=date(2026, 2, 28)),
            Lidmaatschap(UTRECHT, van=date(2026, 3, 1)),
        ),
    ),
    Gemeente(
        "GM9904",
        "Overstap",
        (
            Lidmaatschap(UTRECHT, tot_en_met=date(2026, 3, 31)),
            Lidmaatschap(GOOI, van=date(2026, 4, 1)),
        ),
    ),
)
GEMEENTEN = {g.code: g for g in (*ECHTE_GEMEENTEN, *VERZONNEN_GEMEENTEN)}

# Kinds of traject that one region added for itself.
EIGEN_TRAJECTSOORTEN = {"gooi_taalmaatje": GOOI, "utrecht_fietsles": UTRECHT}


@dataclass(frozen=True)
class Verblijf:
    soort: str  # azc, koppeling, vestiging
    gemeente: str | None
    van: date
    tot_en_met: date | None = None


@dataclass(frozen=True)
class Uitkering:
    soort: str
    van: date
    tot_en_met: date | None = None


@dataclass(frozen=True)
class Aanmelding:
    aangemeld_op: date
    afgesloten_op: date | None = None


@dataclass(frozen=True)
class EerdereWaarde:
    """What one fact (doelgroep, wet, leerroute, opleidingsniveau) was until a day."""

    veld: str
    waarde: str
    van: date | None
    tot_en_met: date


@dataclass(frozen=True)
class Traject:
    referentie: str
    actielijn: str
    soort: str
    begindatum: date
    einddatum: date | None = None
    eindreden: str = ""


@dataclass(frozen=True)
class Plaatsing:
    referentie: str
    soort: str
    begindatum: date
    einddatum: date | None = None
    traject: str | None = None  # its reference
    uren_per_week: Decimal | None = None
    contractvorm: str = ""
    functieniveau: str = "onbekend"
    werkgever: str | None = None
    afspraak_werkgever: bool = False
    ingetrokken_op: date | None = None


@dataclass(frozen=True)
class Persoon:
    """Somebody, as the database holds them: what is true now, and dated rows beside it."""

    nummer: int
    aanmelding: Aanmelding
    geboortejaar: int = 1990
    geslacht: str = "m"
    doelgroep: str = "asielstatushouder"
    wet: str = "wi2021"
    leerroute: str = "b1"
    opleidingsniveau: str = "laag"
    diplomawaardering_aangevraagd_op: date | None = None
    diplomawaardering_afgerond_op: date | None = None
    ingetrokken_op: date | None = None
    eerdere_aanmeldingen: tuple[Aanmelding, ...] = ()
    eerdere_waarden: tuple[EerdereWaarde, ...] = ()
    verblijven: tuple[Verblijf, ...] = ()
    uitkeringen: tuple[Uitkering, ...] = ()
    trajecten: tuple[Traject, ...] = ()
    plaatsingen: tuple[Plaatsing, ...] = ()

    @property
    def aanmeldingen(self) -> list[Aanmelding]:
        """All times in beeld, oldest first."""
        return sorted([*self.eerdere_aanmeldingen, self.aanmelding], key=lambda a: a.aangemeld_op)


@dataclass(frozen=True)
class Afspraak:
    """What was agreed with an employer, by a gemeente or (without one) by the region."""

    werkgever: str
    afgesproken_op: date
    gemeente: str | None = None
    regio: str = GOOI
    ingetrokken_op: date | None = None


@dataclass(frozen=True)
class Wereld:
    """The people, and the half-year and region in which they are counted."""

    van: date
    tot: date  # exclusive
    personen: tuple[Persoon, ...] = ()
    regio: str = GOOI
    afspraken: tuple[Afspraak, ...] = ()
