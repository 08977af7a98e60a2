"""C. Work and what came of it: plaatsingen, bijstand, durability, level."""

from statushouders.codes import BETAALD
from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Maat, Telling
from verbinder.indicatoren.bouwstenen import (
    GELDIGE_PLAATSING,
    OOIT,
    in_lijst,
    in_periode,
    ligt_op,
    loopt_op,
    uitkering_op,
)
from verbinder.indicatoren.uitsplitsingen import UITKOMSTEN, VAN_PERSONEN, VAN_PLAATSINGEN

BETAALDE_SOORTEN = in_lijst(BETAALD)
BIJSTAND = "('bijstand', 'bijstand_aanvullend')"
NIVEAU = "array_position(array['laag', 'middelbaar', 'hoog'], {})"
RANG = f"array_position(array[{in_lijst(UITKOMSTEN)}], uitkomst)"
# Ripe after 26 weeks; a gap of at most 30 days without work keeps the chain.
RIJP_NA = 182
LANGSTE_ONDERBREKING = 30

BEGONNEN = f"""
    select pl.id, pl.statushouder_id as persoon, l.gemeente_id, pl.begindatum as dag,
           pl.soort as plaatsingsoort, pl.referentie, pl.begindatum, pl.functieniveau,
           pl.werkgever_id, pl.afspraak_werkgever,
           coalesce(t.actielijn_id::text, 'onbekend') as actielijn,
           coalesce(nullif(pl.contractvorm, ''), 'onbekend') as contractvorm,
           case when pl.uren_per_week is null then 'onbekend'
                when pl.uren_per_week < 12 then '<12' when pl.uren_per_week < 20 then '12-19'
                when pl.uren_per_week < 32 then '20-31' else '>=32' end as urenklasse
    from statushouders_plaatsing pl
    join ligging l on {ligt_op("pl.begindatum", "pl.statushouder_id")}
    left join statushouders_traject t
        on t.id = pl.traject_id and t.eindreden <> 'administratieve_correctie'
    where {in_periode("pl.begindatum")} and {GELDIGE_PLAATSING}
"""


def aan_het_werk_op(dag: str, persoon: str) -> str:
    """Some paid plaatsing runs on that very day. `persoon` may speak of a `pl` outside."""
    return f"""exists (
        select 1 from statushouders_plaatsing werk
        where werk.statushouder_id = {persoon} and werk.soort in ({BETAALDE_SOORTEN})
          and werk.ingetrokken_op is null and {loopt_op(dag, "werk")})"""


# The bijstand of the day before, and of the check day one calendar month later, at work or not.
BEOORDEELD = f"""
    select b.*, {uitkering_op("b.begindatum - 1", "b.persoon")} as voor, toets.dag as toetsdag,
           toets.dag > %(peildatum)s as te_vroeg,
           {uitkering_op("toets.dag", "b.persoon")} as na,
           {aan_het_werk_op("toets.dag", "b.persoon")} as werkt
    from ({BEGONNEN}) b
    cross join lateral (select (b.begindatum + interval '1 month')::date as dag) toets
"""

VOLLEDIG = f"betaald and not te_vroeg and voor in {BIJSTAND} and werkt and na not in {BIJSTAND}"
GEDEELTELIJK = "betaald and not te_vroeg and werkt and na = 'bijstand_aanvullend'"
NOG_NIET = f"betaald and te_vroeg and voor in {BIJSTAND}"

# Of several plaatsingen of one person, one decides every attribute: the highest uitkomst, then the
# earliest begindatum, then the smallest reference.
BESLISSEND = f"""
    select distinct on (persoon) *, {VOLLEDIG} as volledig, {GEDEELTELIJK} as gedeeltelijk,
           {NOG_NIET} as nog_niet
    from (
        select o.*, plaatsingsoort in ({BETAALDE_SOORTEN}) as betaald,
               case
                   when plaatsingsoort <> 'betaald_werk' then plaatsingsoort
                   when not te_vroeg and voor in {BIJSTAND} and werkt and na not in {BIJSTAND}
                       then 'betaald_werk_volledige_uitstroom'
                   when not te_vroeg and werkt and na = 'bijstand_aanvullend'
                       then 'betaald_werk_gedeeltelijke_uitstroom'
                   when te_vroeg and voor in {BIJSTAND}
                       then 'betaald_werk_nog_niet_vast_te_stellen'
                   when voor in {BIJSTAND} then 'betaald_werk_geen_uitstroom'
                   when voor = 'geen' then 'betaald_werk_zonder_bijstand'
                   else 'betaald_werk_uitkering_onbekend'
               end as uitkomst
        from ({BEOORDEELD}) o
    ) met_uitkomst
    order by persoon, {RANG}, begindatum, referentie collate "C", id
"""


def beslissend(voorwaarde: str = "true", telt: str = "") -> str:
    """The deciding plaatsing of each person, where it meets the condition."""
    extra = f", {telt} as telt" if telt else ""
    return f"""
        select persoon, gemeente_id, dag, actielijn, uitkomst, contractvorm, urenklasse{extra}
        from ({BESLISSEND}) b where {voorwaarde}
    """


EEN_PLAATSING = (
    "Wie meer plaatsingen kreeg, telt een keer, met de plaatsing die het verst gaat; bij gelijke "
    "uitkomst met de eerste."
)
TOETSDAG = (
    "We kijken naar de dag voor de plaatsing en naar de toetsdag: een kalendermaand na het begin. "
    "Ligt de toetsdag na de peildatum, dan is de uitstroom nog niet vast te stellen."
)

C1 = Indicator(
    code="C1",
    titel="Plaatsingen",
    definitie=(
        "Plaatsingen met een begindatum in het halfjaar, betaald en onbetaald. Wie twee "
        "plaatsingen kreeg, telt hier twee keer. Een plaatsing zonder geldig traject heeft als "
        "actielijn onbekend."
    ),
    eenheid=Eenheid.PLAATSINGEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=(*VAN_PLAATSINGEN, "plaatsingsoort"),
    telling=Telling(rijen=BEGONNEN, uniek=""),
    meer_is_beter=True,
)

C2 = Indicator(
    code="C2",
    titel="Geplaatste mensen",
    definitie=f"Mensen met ten minste een plaatsing die in het halfjaar begon. {EEN_PLAATSING}",
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=(*VAN_PLAATSINGEN, "uitkomst"),
    telling=Telling(rijen=beslissend()),
    meer_is_beter=True,
)

C3 = Indicator(
    code="C3",
    titel="Mensen naar betaald werk",
    definitie=(
        "Geplaatste mensen die betaald aan het werk gingen: in loondienst, als ondernemer of met "
        f"een bbl-opleiding. {EEN_PLAATSING}"
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PLAATSINGEN,
    telling=Telling(rijen=beslissend("betaald")),
    meer_is_beter=True,
)

C4 = Indicator(
    code="C4",
    titel="Helemaal uit de bijstand",
    definitie=(
        "Mensen naar betaald werk die bijstand hadden op de dag voor de plaatsing, en op de "
        f"toetsdag werken en geen bijstand meer hebben. {TOETSDAG} Is de uitkering op de toetsdag "
        "als onbekend vastgelegd, dan geldt dat als geen bijstand. Wie geen bijstand had, kan niet "
        "uitstromen."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PLAATSINGEN,
    telling=Telling(rijen=beslissend("volledig")),
    meer_is_beter=True,
)

C4_NOG_NIET = Indicator(
    code="C4.nog_niet_vast_te_stellen",
    titel="Uitstroom nog niet vast te stellen",
    definitie=(
        "Mensen naar betaald werk die bijstand hadden op de dag voor de plaatsing, en bij wie de "
        "toetsdag (een kalendermaand na het begin) na de peildatum ligt."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PLAATSINGEN,
    telling=Telling(rijen=beslissend("nog_niet")),
)

C5 = Indicator(
    code="C5",
    titel="Deels uit de bijstand",
    definitie=(
        "Mensen naar betaald werk die op de toetsdag werken en bijstand naast inkomen hebben. "
        f"{TOETSDAG}"
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PLAATSINGEN,
    telling=Telling(rijen=beslissend("gedeeltelijk")),
    meer_is_beter=True,
)

# Paid work that ripens in the period: the first begin of each person that does. The chain holds
# when every day without work after the begin lies in a gap of at most 30 days.
GERIJPT = f"""
    with betaald as (
        select pl.statushouder_id as persoon, pl.begindatum as van,
               coalesce(pl.einddatum, {OOIT}) as tot_en_met
        from statushouders_plaatsing pl
        where pl.soort in ({BETAALDE_SOORTEN}) and {GELDIGE_PLAATSING}
    ), begin as (
        select distinct on (b.persoon) b.persoon, l.gemeente_id, b.van as dag,
               b.van + {RIJP_NA} as rijp_op
        from betaald b
        join ligging l on {ligt_op("b.van", "b.persoon")}
        where {in_periode(f"b.van + {RIJP_NA}")}
        order by b.persoon, b.van
    ), gewerkt as (
        select begin.persoon, greatest(w.van, begin.dag) as van, w.tot_en_met, begin.rijp_op,
               max(w.tot_en_met) over (
                   partition by begin.persoon order by w.van, w.tot_en_met
                   rows between unbounded preceding and 1 preceding) as eerder_tot
        from begin
        join betaald w on w.persoon = begin.persoon
            and w.van <= begin.rijp_op and w.tot_en_met >= begin.dag
    ), keten as (
        select persoon, bool_or(rijp_op between van and tot_en_met) as werkt_dan,
               coalesce(max(van - eerder_tot - 1), 0) as langste_onderbreking
        from gewerkt group by persoon
    )
    select begin.persoon, begin.gemeente_id, begin.dag,
           keten.werkt_dan and keten.langste_onderbreking <= {LANGSTE_ONDERBREKING} as telt
    from begin join keten using (persoon)
"""

C6 = Indicator(
    code="C6",
    titel="Duurzaam aan het werk",
    definitie=(
        "Van de mensen van 18 jaar en ouder wier betaalde werk in het halfjaar 26 weken (182 "
        "dagen) geleden begon: het deel dat op die dag nog werkt, bij welke werkgever dan ook, "
        "zonder onderbreking van meer dan 30 dagen. Werk dat korter geleden begon, is nog niet "
        "bekend. Iemand telt een keer, bij de gemeente van het begin."
    ),
    eenheid=Eenheid.PROCENT,
    noemer_van=Eenheid.PERSONEN,
    teller_heet="werkt na 26 weken nog",
    noemer_heet="mensen die 26 weken geleden begonnen",
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.GERIJPT,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=GERIJPT),
    meer_is_beter=True,
)

# New bijstand in the period, within a year after the last bijstand before a full uitstroom of any
# moment. From the few new ones to their plaatsingen: the other way round reads every plaatsing.
TERUGVAL = f"""
    select distinct on (nieuw.statushouder_id) nieuw.statushouder_id as persoon, l.gemeente_id,
           nieuw.van as dag
    from statushouders_uitkering nieuw
    join ligging l on {ligt_op("nieuw.van", "nieuw.statushouder_id")}
    where {in_periode("nieuw.van")} and nieuw.soort in {BIJSTAND}
      and {uitkering_op("nieuw.van - 1", "nieuw.statushouder_id")} not in {BIJSTAND}
      and exists (
          select 1
          from statushouders_plaatsing pl
          cross join lateral (select (pl.begindatum + interval '1 month')::date as dag) toets
          cross join lateral (
              select max(b.tot_en_met) as dag from statushouders_uitkering b
              where b.statushouder_id = pl.statushouder_id and b.soort in {BIJSTAND}
                and b.tot_en_met < toets.dag) laatste
          where pl.statushouder_id = nieuw.statushouder_id
            and pl.soort in ({BETAALDE_SOORTEN}) and {GELDIGE_PLAATSING}
            and toets.dag <= %(peildatum)s
            and nieuw.van > laatste.dag and nieuw.van <= laatste.dag + interval '12 months'
            and {uitkering_op("pl.begindatum - 1", "pl.statushouder_id")} in {BIJSTAND}
            and {uitkering_op("toets.dag", "pl.statushouder_id")} not in {BIJSTAND}
            and {aan_het_werk_op("toets.dag", "pl.statushouder_id")})
    order by nieuw.statushouder_id, nieuw.van
"""

C7 = Indicator(
    code="C7",
    titel="Terug in de bijstand",
    definitie=(
        "Mensen voor wie in het halfjaar opnieuw bijstand begon, terwijl ze die de dag ervoor niet "
        "hadden, binnen twaalf maanden na de laatste dag bijstand voor een volledige uitstroom "
        "naar werk."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=TERUGVAL),
    meer_is_beter=False,
)

C8 = Indicator(
    code="C8",
    titel="Contract en uren",
    definitie=(
        "Mensen naar betaald werk, naar de vorm van hun contract en het aantal uren per week bij "
        f"het begin. {EEN_PLAATSING}"
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=("contractvorm", "urenklasse"),
    telling=Telling(rijen=beslissend("betaald")),
)

C9 = Indicator(
    code="C9",
    titel="Werk op eigen niveau",
    definitie=(
        "Van de mensen van 18 jaar en ouder naar betaald werk van wie het niveau van de functie en "
        "de opleiding bekend zijn: het deel met een functie op of boven het eigen opleidingsniveau."
    ),
    eenheid=Eenheid.PROCENT,
    noemer_van=Eenheid.PERSONEN,
    teller_heet="op of boven eigen niveau",
    noemer_heet="mensen van wie beide niveaus bekend zijn",
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(
        rijen=f"""
            select persoon, gemeente_id, dag,
                   {NIVEAU.format("functieniveau")} >= {NIVEAU.format("opleiding")} as telt
            from (
                select b.*, coalesce((
                    select e.waarde from statushouders_eerderewaarde e
                    where e.statushouder_id = b.persoon and e.veld = 'opleidingsniveau'
                      and b.dag <= e.tot_en_met and (e.van is null or e.van <= b.dag)),
                    m.opleidingsniveau) as opleiding
                from ({BESLISSEND}) b
                join statushouders_statushouder m on m.id = b.persoon
                where b.betaald
            ) n
            where functieniveau <> 'onbekend' and opleiding <> 'onbekend'
        """
    ),
    meer_is_beter=True,
)

UITKOMSTEN_VAN_WERK = (C1, C2, C3, C4, C4_NOG_NIET, C5, C6, C7, C8, C9)
