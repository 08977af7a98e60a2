"""Rules of the field that no other file tells in its own story (docs/regels.md names them all)."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from regio.models import Organisatie
from regio.perioden import halfjaar
from regio.toegang import Gebied
from statushouders.lijsten.filters import Filter, personen_van
from statushouders.lijsten.geschiedenis import geschiedenis
from statushouders.models import Statushouder
from statushouders.services.gegevens import wijzig_gegevens, wijzig_waarde_per_datum
from statushouders.services.organisaties import zoek_of_maak
from statushouders.services.trajectdelen import beantwoord_vragen
from statushouders.services.trajecten import start_traject
from tests.mensen import bereik
from tests.statushouders.hulp import OP, maak_persoon, regio, scope, soort
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


def verander(persoon, door, veld, waarde, vanaf):
    wijzig_waarde_per_datum(
        statushouder=persoon, veld=veld, waarde=waarde, vanaf=vanaf, op=OP, door=door
    )
    persoon.refresh_from_db()


def zet_termijn(persoon, door, dag):
    wijzig_gegevens(
        statushouder=persoon, versie=persoon.versie, termijn_einde=dag, op=OP, door=door
    )
    persoon.refresh_from_db()


def in_beeld():
    meting = Meting(Gebied(regio().pk), halfjaar(2026, 2))
    (cijfer,) = meet(meting, [INDICATOREN["A1"]], ())
    return cijfer.waarde


def test_r14_an_extended_term_counts_as_it_is_now_and_what_it_was_stays_in_the_history(
    mensen, door
):
    persoon = maak_persoon(door, wet="wi2013", leerroute="nvt", termijn_einde=date(2027, 1, 31))
    wat = {"bereik": bereik(mensen.klantmanager), "gebruiker": mensen.klantmanager, "op": OP}
    assert personen_van(Filter(let_op="termijn"), **wat).count() == 1

    zet_termijn(persoon, door, date(2028, 1, 31))

    assert personen_van(Filter(let_op="termijn"), **wat).count() == 0
    (regel,) = [w for w in geschiedenis(persoon) if "termijn" in w.veld]
    assert (regel.oud, regel.nieuw) == ("31-01-2027", "31-01-2028")
    # R13: an extension does not move somebody to the new law.
    assert (persoon.wet, persoon.leerroute) == ("wi2013", "nvt")


def test_r15_a_temporary_exemption_stops_the_duty_and_gives_it_back_under_another_law(door):
    persoon = maak_persoon(door, wet="wi2013", leerroute="nvt")

    verander(persoon, door, "wet", "niet_inburgeringsplichtig", date(2026, 6, 1))
    verander(persoon, door, "wet", "wi2021", date(2026, 10, 1))

    eerder = persoon.eerdere_waarden.filter(veld="wet").order_by("tot_en_met")
    assert [(rij.waarde, rij.tot_en_met) for rij in eerder] == [
        ("wi2013", date(2026, 5, 31)),
        ("niet_inburgeringsplichtig", date(2026, 9, 30)),
    ]
    assert (persoon.wet, persoon.leerroute) == ("wi2021", "onbekend")


def test_r16_the_doelgroep_changes_both_ways(door):
    persoon = maak_persoon(door)

    verander(persoon, door, "doelgroep", "gezinsmigrant", date(2026, 6, 1))
    verander(persoon, door, "doelgroep", "asielstatushouder", date(2026, 9, 1))

    assert persoon.doelgroep == "asielstatushouder"
    assert persoon.eerdere_waarden.count() == 2


def test_r17_from_16_on_somebody_may_begin_and_a_child_may_not(door):
    jong = maak_persoon(door, geboortejaar=2010)
    kind = maak_persoon(door, geboortejaar=2016)
    wat = {"soort": soort(), "begindatum": date(2026, 6, 1), "op": OP, "door": door}

    start_traject(statushouder=jong, **wat)
    with pytest.raises(ValidationError, match="jonger dan"):
        start_traject(statushouder=kind, **wat)


def test_r19_naturalisation_ends_the_duty_and_not_the_programme(door):
    persoon = maak_persoon(door, wet="wi2021", leerroute="b1")
    traject = start_traject(
        statushouder=persoon, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
    )
    assert in_beeld() == 1

    verander(persoon, door, "wet", "niet_inburgeringsplichtig", date(2026, 9, 1))

    assert in_beeld() == 1
    traject.refresh_from_db()
    assert traject.einddatum is None


def test_r25_without_a_verbinder_the_gemeenten_go_on(mensen, door):
    mensen.verbinder.rechten.all().delete()

    persoon = maak_persoon(door)
    start_traject(
        statushouder=persoon, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
    )

    assert in_beeld() == 1


def test_r30_what_is_entered_late_says_when_it_was_entered(door, time_machine):
    time_machine.move_to(date(2026, 8, 3))
    persoon = maak_persoon(door, aangemeld_op=date(2026, 5, 4), op=date(2026, 8, 3))

    assert persoon.ingevoerd_op.date() == date(2026, 8, 3)
    assert Statushouder.objects.get().aangemeld_op == date(2026, 5, 4)


def test_r35_an_employer_is_one_in_a_region_and_another_in_the_next(door):
    for code in ("AM12", "AM13"):
        for naam in ("Bäckerei Al-Khatib", "backerei al khatib"):
            zoek_of_maak(regio=regio(code), soort="werkgever", naam=naam, veld="werkgever")

    assert Organisatie.objects.filter(soort="werkgever").count() == 2


def test_r36_with_the_status_no_permit_to_work_is_needed_any_more(door):
    persoon = maak_persoon(door, doelgroep="kansrijke_asielzoeker")
    traject = start_traject(
        statushouder=persoon,
        soort=soort("voorinburgering"),
        begindatum=date(2026, 6, 1),
        op=OP,
        door=door,
    )
    beantwoord_vragen(traject=traject, versie=1, op=OP, door=door, twv="aangevraagd")
    verander(persoon, door, "doelgroep", "asielstatushouder", date(2026, 9, 1))
    traject.refresh_from_db()

    with pytest.raises(ValidationError, match="Alleen een asielzoeker"):
        beantwoord_vragen(
            traject=traject, versie=traject.vragen.versie, op=OP, door=door, twv="verleend"
        )
