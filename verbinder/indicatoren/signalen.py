"""What a gemeente should look at before it confirms its figures: data that is missing, or that
contradicts itself. No figures of a report: each counts the persons to look at.
"""

from dataclasses import dataclass

from statushouders.codes import NEUTRAAL, Eindreden
from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Telling
from verbinder.indicatoren.bouwstenen import (
    AANMELDINGEN,
    GELDIG_TRAJECT,
    GELDIGE_PLAATSING,
    in_lijst,
    in_periode,
    ligt_op,
)
from verbinder.indicatoren.caseload import IN_BEELD, LOPEND

NIET_MEER_HIER = in_lijst(
    reden for reden in NEUTRAAL if reden not in (Eindreden.VERHUISD_BINNEN, Eindreden.AOW)
)


@dataclass(frozen=True)
class Ontbreekt:
    """A cell of a figure that says what is not known, and what to do about it."""

    cijfer: str
    per: str
    categorie: str
    wat: str


def _signaal(code: str, titel: str, definitie: str, rijen: str, basis=Datumbasis.PEILDATUM):
    return Indicator(
        code=f"signaal.{code}",
        titel=titel,
        definitie=definitie,
        eenheid=Eenheid.PERSONEN,
        datumbasis=basis,
        uitsplitsingen=(),
        telling=Telling(rijen=rijen),
    )


AFGESLOTEN_MET_TRAJECT = _signaal(
    "afgesloten_met_traject",
    "Afgesloten, maar met een lopend traject",
    "Mensen die op de peildatum niet meer in beeld zijn en nog een lopend traject hebben.",
    f"""select persoon, gemeente_id, dag from ({LOPEND}) t
        where not exists (select 1 from {AANMELDINGEN} a
                          where a.persoon = t.persoon and a.aangemeld_op <= %(peildatum)s
                            and coalesce(a.afgesloten_op, date '9999-12-31') >= %(peildatum)s)""",
)
WEG_MAAR_IN_BEELD = _signaal(
    "weg_maar_in_beeld",
    "Vertrokken volgens een traject, maar nog in beeld",
    "Mensen van wie een traject eindigde omdat zij de regio of Nederland verlieten, overleden of "
    "hun status verloren, en die op de peildatum nog in beeld zijn.",
    f"""select persoon, gemeente_id, dag from ({IN_BEELD}) b
        where exists (select 1 from statushouders_traject t
                      where t.statushouder_id = b.persoon and t.eindreden in ({NIET_MEER_HIER})
                        and {in_periode("t.einddatum")})""",
)
WERK_ZONDER_PLAATSING = _signaal(
    "werk_zonder_plaatsing",
    "Werk gevonden volgens een traject, maar geen plaatsing",
    "Mensen van wie in het halfjaar een traject eindigde met werk elders, zonder dat er een "
    "plaatsing is vastgelegd.",
    f"""select t.statushouder_id as persoon, l.gemeente_id, t.einddatum as dag
        from statushouders_traject t
        join ligging l on {ligt_op("t.einddatum", "t.statushouder_id")}
        where {in_periode("t.einddatum")} and t.eindreden = '{Eindreden.WERK_ELDERS}'
          and {GELDIG_TRAJECT}
          and not exists (select 1 from statushouders_plaatsing pl
                          where pl.statushouder_id = t.statushouder_id and {GELDIGE_PLAATSING})""",
    Datumbasis.PERIODE,
)
TEGENSTRIJDIG = (AFGESLOTEN_MET_TRAJECT, WEG_MAAR_IN_BEELD, WERK_ZONDER_PLAATSING)
SIGNALEN: dict[str, Indicator] = {signaal.code: signaal for signaal in TEGENSTRIJDIG}

ONTBREEKT = (
    Ontbreekt("A1", "wet", "onbekend", "Wet niet bekend"),
    Ontbreekt("A1", "leerroute", "onbekend", "Leerroute niet bekend (Wi2021)"),
    Ontbreekt("A1", "opleidingsniveau", "onbekend", "Opleidingsniveau niet bekend"),
    Ontbreekt("A1", "geslacht", "onbekend", "Geslacht niet bekend"),
    Ontbreekt("B1", "eindreden", "onbekend", "Traject geëindigd zonder reden"),
    Ontbreekt("C1", "actielijn", "onbekend", "Plaatsing zonder traject"),
    Ontbreekt(
        "C2", "uitkomst", "betaald_werk_uitkering_onbekend", "Aan het werk, bijstand onbekend"
    ),
    Ontbreekt("C8", "contractvorm", "onbekend", "Aan het werk, contractvorm niet bekend"),
    Ontbreekt("C8", "urenklasse", "onbekend", "Aan het werk, uren niet bekend"),
)
