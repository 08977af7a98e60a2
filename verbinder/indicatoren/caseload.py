"""A. The caseload: who is in beeld, who has a traject, who waits."""

from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Maat, Telling
from verbinder.indicatoren.bouwstenen import (
    AANMELDINGEN,
    GELDIG_TRAJECT,
    heeft_lopend_traject,
    in_periode,
    ligt_op,
    loopt_op,
)
from verbinder.indicatoren.uitsplitsingen import VAN_PERSONEN, VAN_TRAJECTEN

IN_BEELD = f"""
    select a.persoon, a.aangemeld_op, %(peildatum)s::date as dag, l.gemeente_id
    from {AANMELDINGEN} a
    join ligging l on {ligt_op("%(peildatum)s", "a.persoon")}
    where a.aangemeld_op <= %(peildatum)s
      and coalesce(a.afgesloten_op, date '9999-12-31') >= %(peildatum)s
"""

A1 = Indicator(
    code="A1",
    titel="Mensen in beeld",
    definitie=(
        "Mensen die op de peildatum zijn aangemeld en nog niet afgesloten, en bij de regio horen. "
        "Iedereen telt mee, uit elke doelgroep en van elke leeftijd."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(rijen=f"select persoon, gemeente_id, dag from ({IN_BEELD}) a"),
)

A2 = Indicator(
    code="A2",
    titel="Nieuw aangemeld",
    definitie=(
        "Mensen die in het halfjaar zijn aangemeld. Wie terugkomt, telt opnieuw als de vorige "
        "aanmelding meer dan twaalf maanden eerder was afgesloten. Iemand telt een keer per "
        "halfjaar, bij de gemeente van de eerste aanmelding in dat halfjaar."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(
        rijen=f"""
            select distinct on (a.persoon) a.persoon, l.gemeente_id, a.aangemeld_op as dag
            from (
                select persoon, aangemeld_op, lag(afgesloten_op) over elke_persoon as vorige
                from {AANMELDINGEN} alle
                window elke_persoon as (partition by persoon order by aangemeld_op)
            ) a
            join ligging l on {ligt_op("a.aangemeld_op", "a.persoon")}
            where {in_periode("a.aangemeld_op")}
              and (a.vorige is null or a.aangemeld_op > a.vorige + interval '12 months')
            order by a.persoon, a.aangemeld_op
        """
    ),
)

LOPEND = f"""
    select t.statushouder_id as persoon, l.gemeente_id, %(peildatum)s::date as dag,
           t.actielijn_id::text as actielijn, s.code as trajectsoort
    from statushouders_traject t
    join ligging l on {ligt_op("%(peildatum)s", "t.statushouder_id")}
    join regio_trajectsoort s on s.id = t.soort_id
    where {loopt_op("%(peildatum)s", "t")} and {GELDIG_TRAJECT}
"""

A3 = Indicator(
    code="A3",
    titel="Mensen met een lopend traject",
    definitie=(
        "Mensen die op de peildatum ten minste een lopend traject hebben en bij de regio horen. "
        "Een traject loopt van de begindatum tot en met de einddatum. Wie trajecten heeft onder "
        "twee actielijnen, telt in elk van beide en een keer in het totaal."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=VAN_TRAJECTEN,
    telling=Telling(rijen=LOPEND),
    meer_is_beter=True,
)

A4 = Indicator(
    code="A4",
    titel="Lopende trajecten",
    definitie=(
        "Trajecten die op de peildatum lopen, van mensen die dan bij de regio horen. "
        "Administratieve correcties tellen nergens mee."
    ),
    eenheid=Eenheid.TRAJECTEN,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=VAN_TRAJECTEN,
    telling=Telling(rijen=LOPEND, uniek=""),
    meer_is_beter=True,
)

GESTART = f"""
    select t.statushouder_id as persoon, l.gemeente_id, t.begindatum as dag,
           t.actielijn_id::text as actielijn, s.code as trajectsoort
    from statushouders_traject t
    join ligging l on {ligt_op("t.begindatum", "t.statushouder_id")}
    join regio_trajectsoort s on s.id = t.soort_id
    where {in_periode("t.begindatum")} and {GELDIG_TRAJECT}
"""

A5 = Indicator(
    code="A5",
    titel="Gestarte trajecten",
    definitie=(
        "Trajecten met een begindatum in het halfjaar. Ze tellen bij de gemeente waar iemand op de "
        "begindatum hoorde, ook als die later verhuisde."
    ),
    eenheid=Eenheid.TRAJECTEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_TRAJECTEN,
    telling=Telling(rijen=GESTART, uniek=""),
    meer_is_beter=True,
)


def bereikt(voorwaarde: str = "true") -> str:
    """Who had a day of a traject in the period while of the region; each at the last such day."""
    return f"""
        with stuk as (
            select t.statushouder_id as persoon, l.gemeente_id,
                   least(coalesce(t.einddatum, %(peildatum)s), l.tot_en_met, %(peildatum)s) as dag,
                   t.actielijn_id::text as actielijn, s.code as trajectsoort
            from statushouders_traject t
            join regio_trajectsoort s on s.id = t.soort_id
            join ligging l on l.statushouder_id = t.statushouder_id
                and greatest(t.begindatum, l.van, %(van)s)
                    <= least(coalesce(t.einddatum, %(peildatum)s), l.tot_en_met, %(peildatum)s)
            where t.begindatum <= %(peildatum)s
              and coalesce(t.einddatum, %(peildatum)s) >= %(van)s
              and {GELDIG_TRAJECT} and {voorwaarde}
        ), laatste as (
            select distinct on (persoon) persoon, gemeente_id, dag
            from stuk order by persoon, dag desc
        )
        select stuk.persoon, laatste.gemeente_id, laatste.dag, stuk.actielijn, stuk.trajectsoort
        from stuk join laatste using (persoon)
    """


A6 = Indicator(
    code="A6",
    titel="Bereikte mensen",
    definitie=(
        "Mensen die in het halfjaar ten minste een dag een traject hadden terwijl ze bij de regio "
        "hoorden. Ze tellen bij de gemeente van de laatste dag waarop dat zo was."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_TRAJECTEN,
    telling=Telling(rijen=bereikt()),
    meer_is_beter=True,
)

A7 = Indicator(
    code="A7",
    titel="Dekkingsgraad",
    definitie=(
        "Van de mensen van 18 jaar en ouder die op de peildatum in beeld zijn: het deel met ten "
        "minste een lopend traject."
    ),
    eenheid=Eenheid.PROCENT,
    noemer_van=Eenheid.PERSONEN,
    teller_heet="met een lopend traject",
    noemer_heet="mensen in beeld",
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(
        rijen=f"""
            select persoon, gemeente_id, dag, {heeft_lopend_traject("a.persoon")} as telt
            from ({IN_BEELD}) a
        """
    ),
    meer_is_beter=True,
)

A8 = Indicator(
    code="A8",
    titel="Langer dan 90 dagen zonder traject",
    definitie=(
        "Mensen die op de peildatum in beeld zijn, geen lopend traject hebben, en voor wie de "
        "laatste einddatum van een traject of de aanmelding (de laatste van die twee) meer dan 90 "
        "dagen voor de peildatum ligt. Een gepland traject telt niet als traject."
    ),
    eenheid=Eenheid.PERSONEN,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=VAN_PERSONEN,
    telling=Telling(
        rijen=f"""
            select persoon, gemeente_id, dag
            from ({IN_BEELD}) a
            where not {heeft_lopend_traject("a.persoon")}
              and %(peildatum)s::date - greatest(a.aangemeld_op, (
                    select max(t.einddatum) from statushouders_traject t
                    where t.statushouder_id = a.persoon and {GELDIG_TRAJECT}
                      and t.einddatum < %(peildatum)s)) > 90
        """
    ),
    meer_is_beter=False,
)

A9 = Indicator(
    code="A9",
    titel="Wachttijd tot het eerste traject",
    definitie=(
        "Mediaan van het aantal dagen van de aanmelding tot het begin van het allereerste traject, "
        "van mensen bij wie dat eerste traject in het halfjaar begon. Begon het traject voor de "
        "aanmelding, dan is de wachttijd 0 dagen."
    ),
    eenheid=Eenheid.DAGEN,
    noemer_van=Eenheid.PERSONEN,
    noemer_heet="mensen met een eerste traject",
    maat=Maat.MEDIAAN,
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=VAN_TRAJECTEN,
    telling=Telling(
        rijen=f"""
            select e.persoon, l.gemeente_id, e.begindatum as dag, e.actielijn, e.trajectsoort,
                   greatest(0, e.begindatum - coalesce(
                       (select max(a.aangemeld_op) from {AANMELDINGEN} a
                        where a.persoon = e.persoon and a.aangemeld_op <= e.begindatum),
                       e.begindatum)) as waarde
            from (
                select t.statushouder_id as persoon, t.begindatum,
                       t.actielijn_id::text as actielijn, s.code as trajectsoort
                from statushouders_traject t
                join regio_trajectsoort s on s.id = t.soort_id
                where {in_periode("t.begindatum")} and {GELDIG_TRAJECT}
                  and not exists (
                      select 1 from statushouders_traject v
                      where v.statushouder_id = t.statushouder_id
                        and v.eindreden <> 'administratieve_correctie'
                        and (v.begindatum, v.referentie collate "C", v.id)
                            < (t.begindatum, t.referentie collate "C", t.id))
            ) e
            join ligging l on {ligt_op("e.begindatum", "e.persoon")}
        """
    ),
    meer_is_beter=False,
)

CASELOAD = (A1, A2, A3, A4, A5, A6, A7, A8, A9)
