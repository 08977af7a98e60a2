"""G. The quality of the data itself: how much is unknown."""

from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Maat, Telling
from verbinder.indicatoren.caseload import IN_BEELD
from verbinder.indicatoren.uitsplitsingen import waarde_op_de_dag

WET = waarde_op_de_dag("wet")

G1 = Indicator(
    code="G1",
    titel="Aandeel onbekend",
    definitie=(
        "Van de mensen van 18 jaar en ouder die op de peildatum in beeld zijn: het deel van wie "
        "dit gegeven niet bekend is. Bij de leerroute gaat het alleen om mensen onder de Wi2021."
    ),
    eenheid=Eenheid.PROCENT,
    noemer_van=Eenheid.PERSONEN,
    teller_heet="onbekend",
    noemer_heet="mensen in beeld",
    maat=Maat.PERCENTAGE,
    datumbasis=Datumbasis.PEILDATUM,
    uitsplitsingen=("gegeven",),
    telling=Telling(
        rijen=f"""
            select r.persoon, r.gemeente_id, r.dag, g.gegeven, g.telt
            from ({IN_BEELD}) r
            join statushouders_statushouder p on p.id = r.persoon
            cross join lateral (values
                ('wet', {WET} = 'onbekend'),
                ('leerroute', case when {WET} = 'wi2021'
                              then {waarde_op_de_dag("leerroute")} = 'onbekend' end),
                ('opleidingsniveau', {waarde_op_de_dag("opleidingsniveau")} = 'onbekend'),
                ('geslacht', p.geslacht = 'onbekend')
            ) as g (gegeven, telt)
            where g.telt is not null
        """
    ),
    meer_is_beter=False,
)

KWALITEIT = (G1,)
