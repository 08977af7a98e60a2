"""B. Trajecten that ended: how many, how they went, how long they took."""

from statushouders.codes import GESLAAGD, NEUTRAAL, UITVAL
from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Maat, Telling
from verbinder.indicatoren.bouwstenen import GELDIG_TRAJECT, in_lijst, in_periode, ligt_op
from verbinder.indicatoren.uitsplitsingen import VAN_TRAJECTEN

BEEINDIGD = f"""
    select t.statushouder_id as persoon, l.gemeente_id, t.einddatum as dag, t.eindreden,
           t.actielijn_id::text as actielijn, s.code as trajectsoort,
           t.einddatum - t.begindatum + 1 as waarde
    from statushouders_traject t
    join ligging l on {ligt_op("t.einddatum", "t.statushouder_id")}
    join regio_trajectsoort s on s.id = t.soort_id
    where {in_periode("t.einddatum")} and {GELDIG_TRAJECT}
"""


def _deel(codes) -> str:
    """Ended trajecten without the neutral ones; those with one of `codes` count."""
    return f"""
        select persoon, gemeente_id, dag, eindreden, actielijn, trajectsoort,
               eindreden in ({in_lijst(codes)}) as telt
        from ({BEEINDIGD}) b where eindreden not in ({in_lijst(NEUTRAAL)})
    """


NEUTRALE_REDENEN = (
    "Trajecten die eindigden door verhuizing, vertrek uit Nederland, overlijden, de AOW-leeftijd "
    "of het intrekken van de status tellen niet mee. Trajecten van mensen onder de 18 ook niet."
)

B1 = Indicator(
    code="B1",
    titel="Beëindigde trajecten",
    definitie="Trajecten met een einddatum in het halfjaar, met de reden waarom ze eindigden.",
    eenheid=Eenheid.TRAJECTEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=(*VAN_TRAJECTEN, "eindreden"),
    telling=Telling(rijen=BEEINDIGD, uniek=""),
)

B2 = Indicator(
    code="B2",
    titel="Slagingspercentage",
    definitie=(
        "Van de beëindigde trajecten: het deel dat eindigde omdat het doel is bereikt, iemand zelf "
        f"werk vond, onderwijs ging volgen of doorging naar een ander traject. {NEUTRALE_REDENEN} "
        "Een onbekende reden telt mee in het geheel, niet in het deel."
    ),
    eenheid=Eenheid.PROCENT,
    noemer_van=Eenheid.TRAJECTEN,
    teller_heet="met een goede afloop",
    noemer_heet="beëindigde trajecten",
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_TRAJECTEN,
    telling=Telling(rijen=_deel(GESLAAGD), uniek=""),
    meer_is_beter=True,
)

B3 = Indicator(
    code="B3",
    titel="Uitval",
    definitie=(
        "Van de beëindigde trajecten: het deel dat stopte door niet verschijnen, persoonlijke "
        "omstandigheden, zorgtaken of kinderopvang, de taal, de reisafstand, of doordat werkgever "
        f"of aanbieder stopte. {NEUTRALE_REDENEN} Per eindreden: het deel van alle beëindigde "
        "trajecten dat om die reden uitviel."
    ),
    eenheid=Eenheid.PROCENT,
    noemer_van=Eenheid.TRAJECTEN,
    teller_heet="uitgevallen",
    noemer_heet="beëindigde trajecten",
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=(*VAN_TRAJECTEN, "eindreden"),
    noemer_is_totaal_bij=("eindreden",),
    telling=Telling(rijen=_deel(UITVAL), uniek=""),
    meer_is_beter=False,
)

B4 = Indicator(
    code="B4",
    titel="Doorlooptijd",
    definitie=(
        "Mediaan van het aantal dagen van begin tot en met einde, van de trajecten die in het "
        "halfjaar eindigden. De eerste en de laatste dag tellen mee."
    ),
    eenheid=Eenheid.DAGEN,
    noemer_van=Eenheid.TRAJECTEN,
    noemer_heet="beëindigde trajecten",
    maat=Maat.MEDIAAN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_TRAJECTEN,
    telling=Telling(rijen=BEEINDIGD, uniek=""),
)

TRAJECTEN = (B1, B2, B3, B4)
