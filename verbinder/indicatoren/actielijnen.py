"""D. Figures of one actielijn: azc and handover, employers, startbanen, diplomawaardering."""

from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Maat, Telling
from verbinder.indicatoren.bouwstenen import (
    GELDIG_TRAJECT,
    OOIT,
    in_periode,
    ligt_op,
)
from verbinder.indicatoren.caseload import GESTART, LOPEND, bereikt
from verbinder.indicatoren.uitkomsten import BEGONNEN
from verbinder.indicatoren.uitsplitsingen import VAN_PERSONEN

VANUIT_HET_AZC = bereikt("t.actielijn_id = 1")

D1 = Indicator(
    code="D1",
    titel="Actief vanuit het azc",
    definitie=(
        "Mensen die in het halfjaar ten minste een dag een traject van actielijn 1 hadden terwijl "
        "ze bij de regio hoorden. Ze tellen bij de gemeente van de laatste dag waarop dat zo was."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=VANUIT_HET_AZC),
    meer_is_beter=True,
)

D1_GEKOPPELD = Indicator(
    code="D1.gekoppeld",
    titel="Actief vanuit het azc, al gekoppeld",
    definitie=(
        "Mensen van D1 voor wie op die laatste dag een gemeente van de regio verantwoordelijk was, "
        "door koppeling of vestiging."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=f"select * from ({VANUIT_HET_AZC}) d where d.gemeente_id is not null"),
    meer_is_beter=True,
)

# Warm: a traject of actielijn 2 to 4 on any day from the vestiging until 60 days after it.
OVERDRACHT_BINNEN = 60

D2 = Indicator(
    code="D2",
    titel="Warm overgedragen na het azc",
    definitie=(
        "Van de mensen van 18 jaar en ouder met een traject van actielijn 1 die zich voor het "
        "eerst in een gemeente vestigden: het deel dat binnen 60 dagen een traject van actielijn "
        "2, 3 of 4 had. We beoordelen dit in het halfjaar waarin die 60 dagen om zijn, bij de "
        "gemeente van vestiging."
    ),
    eenheid=Eenheid.PROCENT,
    noemer_van=Eenheid.PERSONEN,
    teller_heet="warm overgedragen",
    noemer_heet="mensen die zich vestigden na een traject vanuit het azc",
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.GERIJPT,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(
        rijen=f"""
            select v.persoon, l.gemeente_id, v.dag, exists (
                select 1 from statushouders_traject t
                where t.statushouder_id = v.persoon and {GELDIG_TRAJECT}
                  and t.actielijn_id in (2, 3, 4)
                  and t.begindatum <= v.dag + {OVERDRACHT_BINNEN}
                  and coalesce(t.einddatum, {OOIT}) >= v.dag) as telt
            from (
                select statushouder_id as persoon, min(van) as dag
                from statushouders_verblijf where soort = 'vestiging' group by statushouder_id
            ) v
            join ligging l on {ligt_op("v.dag", "v.persoon")}
            where {in_periode(f"v.dag + {OVERDRACHT_BINNEN}")} and exists (
                select 1 from statushouders_traject t
                where t.statushouder_id = v.persoon and {GELDIG_TRAJECT}
                  and t.actielijn_id = 1 and t.begindatum <= %(peildatum)s)
        """
    ),
    meer_is_beter=True,
)

VIA_AFSPRAAK = f"select * from ({BEGONNEN}) b where b.afspraak_werkgever"

D3_PLAATSINGEN = Indicator(
    code="D3.plaatsingen",
    titel="Plaatsingen via een afspraak met een werkgever",
    definitie=(
        "Plaatsingen met een begindatum in het halfjaar die voortkwamen uit een afspraak met de "
        "werkgever, onder welke actielijn ook."
    ),
    eenheid=Eenheid.PLAATSINGEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=VIA_AFSPRAAK, uniek=""),
    meer_is_beter=True,
)

D3_WERKGEVERS = Indicator(
    code="D3.werkgevers",
    titel="Betrokken werkgevers",
    definitie=(
        "Verschillende werkgevers bij wie in het halfjaar iemand via een afspraak is geplaatst."
    ),
    eenheid=Eenheid.WERKGEVERS,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(
        rijen=f"select * from ({VIA_AFSPRAAK}) a where a.werkgever_id is not null",
        uniek="werkgever_id",
    ),
    meer_is_beter=True,
)

D3_AFSPRAKEN = Indicator(
    code="D3.afspraken",
    titel="Afspraken met werkgevers",
    definitie=(
        "Afspraken met een werkgever die in het halfjaar zijn gemaakt, door de regio of door een "
        "van haar gemeenten. Ze staan niet in de werkmap, maar worden in Verbinder vastgelegd."
    ),
    eenheid=Eenheid.AFSPRAKEN,
    datumbasis=Datumbasis.PERIODE,
    # Of no person, so there is nothing of a person to break it down by.
    telling=Telling(
        rijen=f"""
            select null::bigint as persoon, a.gemeente_id, a.afgesproken_op as dag
            from statushouders_werkgeversafspraak a
            where a.regio_id = %(regio)s and a.ingetrokken_op is null
              and {in_periode("a.afgesproken_op")}
        """,
        uniek="",
    ),
    meer_is_beter=True,
)

STARTBAAN = "trajectsoort = 'startbaan'"

D4_GESTART = Indicator(
    code="D4.gestart",
    titel="Gestarte startbanen",
    definitie=(
        "Trajecten van de soort startbaan met een begindatum in het halfjaar, onder welke "
        "actielijn ook."
    ),
    eenheid=Eenheid.TRAJECTEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=f"select * from ({GESTART}) g where {STARTBAAN}", uniek=""),
    meer_is_beter=True,
)

D4_LOPEND = Indicator(
    code="D4.lopend",
    titel="Lopende startbanen",
    definitie=(
        "Trajecten van de soort startbaan die op de peildatum lopen, onder welke actielijn ook."
    ),
    eenheid=Eenheid.TRAJECTEN,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=f"select * from ({LOPEND}) l where {STARTBAAN}", uniek=""),
    meer_is_beter=True,
)


def diplomawaardering(*kolommen: str) -> str:
    """Who had one of these dates in the period, at the first of them while of the region."""
    dagen = ", ".join(f"(p.{kolom})" for kolom in kolommen)
    return f"""
        select distinct on (p.id) p.id as persoon, l.gemeente_id, d.dag
        from statushouders_statushouder p
        cross join lateral (values {dagen}) as d (dag)
        join ligging l on {ligt_op("d.dag", "p.id")}
        where {in_periode("d.dag")}
        order by p.id, d.dag
    """


def _d5(code: str, titel: str, wat: str, *kolommen: str) -> Indicator:
    return Indicator(
        code=code,
        titel=titel,
        definitie=f"Mensen voor wie in het halfjaar een diplomawaardering is {wat}.",
        eenheid=Eenheid.PERSONEN,
        datumbasis=Datumbasis.PERIODE,
        uitsplitsingen=VAN_PERSONEN,
        telling=Telling(rijen=diplomawaardering(*kolommen)),
        meer_is_beter=True,
    )


AANGEVRAAGD, AFGEROND = "diplomawaardering_aangevraagd_op", "diplomawaardering_afgerond_op"
D5 = _d5("D5", "Diplomawaarderingen", "aangevraagd of afgerond", AANGEVRAAGD, AFGEROND)
D5_AANGEVRAAGD = _d5(
    "D5.aangevraagd", "Diplomawaarderingen aangevraagd", "aangevraagd", AANGEVRAAGD
)
D5_AFGEROND = _d5("D5.afgerond", "Diplomawaarderingen afgerond", "afgerond", AFGEROND)

PER_ACTIELIJN = (
    D1,
    D1_GEKOPPELD,
    D2,
    D3_WERKGEVERS,
    D3_AFSPRAKEN,
    D3_PLAATSINGEN,
    D4_GESTART,
    D4_LOPEND,
    D5,
    D5_AANGEVRAAGD,
    D5_AFGEROND,
)
