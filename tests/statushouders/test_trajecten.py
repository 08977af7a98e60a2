"""Trajecten: started, changed, closed, withdrawn."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from regio.models import Actielijn, Organisatie
from statushouders.codes import Eindreden
from statushouders.models import Traject
from statushouders.services.kern import Ingehaald
from statushouders.services.plaatsingen import plaats, trek_plaatsing_in
from statushouders.services.trajecten import (
    sluit_traject_af,
    start_traject,
    trek_traject_in,
    wijzig_traject,
)
from tests.statushouders.hulp import OP, maak_persoon, scope, soort

pytestmark = pytest.mark.django_db


@pytest.fixture
def door(mensen):
    with scope(mensen.klantmanager) as door:
        yield door


@pytest.fixture
def persoon(door):
    return maak_persoon(door)


def start(persoon, door, **anders):
    gegevens = {"soort": soort(), "begindatum": date(2026, 6, 1)}
    return start_traject(**{**gegevens, **anders}, statushouder=persoon, op=OP, door=door)


def test_the_actielijn_follows_from_the_soort_unless_chosen(persoon, door):
    assert start(persoon, door).actielijn_id == 3
    assert start(persoon, door, actielijn=Actielijn.objects.get(pk=2)).actielijn_id == 2


def test_several_trajecten_may_run_at_once_also_of_one_soort(persoon, door):
    start(persoon, door)
    start(persoon, door)

    assert Traject.objects.lopend(OP).count() == 2


def test_references_are_made_by_the_product_and_unique(persoon, door):
    eerste, tweede = start(persoon, door), start(persoon, door)

    assert eerste.leverancier == "GM0402"
    assert eerste.referentie != tweede.referentie


def test_a_reference_that_a_workbook_used_already_is_stepped_over(persoon, door):
    bezet = start(persoon, door)
    bezet.referentie = f"T-{bezet.pk + 1}"
    bezet.save(update_fields=["referentie"])

    assert start(persoon, door).referentie != bezet.referentie


def test_an_aanbieder_is_one_however_it_is_spelled(persoon, door):
    for naam in ("Taal-huis Ünder", "taal huis under", " TAAL HUIS UNDER "):
        start(persoon, door, aanbieder=naam)

    assert Organisatie.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"begindatum": date(2001, 1, 1)}, "begindatum"),  # seven years old
        ({"verwachte_einddatum": date(2026, 5, 31)}, "verwachte_einddatum"),
        ({"begindatum": date(1, 1, 1)}, "begindatum"),
        ({"aanbieder": "a" * 151}, "aanbieder"),
        ({"aanbieder": "BSN 111222333"}, "aanbieder"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(persoon, door, anders, veld):
    with pytest.raises(ValidationError) as fout:
        start(persoon, door, **anders)

    assert veld in fout.value.message_dict
    assert not Traject.objects.exists()


def test_a_planned_traject_does_not_run_yet(persoon, door):
    start(persoon, door, begindatum=date(2026, 12, 1))

    assert not Traject.objects.lopend(OP).exists()
    assert Traject.objects.lopend(date(2026, 12, 1)).exists()


def test_closing_asks_a_reason_and_a_day_after_the_begin(persoon, door):
    traject = start(persoon, door)
    with pytest.raises(ValidationError) as fout:
        sluit_traject_af(
            traject=traject,
            einddatum=date(2026, 5, 31),
            eindreden="doel_bereikt",
            op=OP,
            door=door,
        )
    assert "einddatum" in fout.value.message_dict
    with pytest.raises(ValidationError) as fout:
        sluit_traject_af(traject=traject, einddatum=OP, eindreden="", op=OP, door=door)
    assert "eindreden" in fout.value.message_dict

    sluit_traject_af(traject=traject, einddatum=OP, eindreden="doel_bereikt", op=OP, door=door)
    with pytest.raises(ValidationError, match="al afgesloten"):
        sluit_traject_af(traject=traject, einddatum=OP, eindreden="onderwijs", op=OP, door=door)


def test_the_day_of_the_diplomawaardering_goes_to_the_person(persoon, door):
    traject = start(persoon, door, soort=soort("diplomawaardering"))

    sluit_traject_af(
        traject=traject,
        einddatum=OP,
        eindreden="doel_bereikt",
        diplomawaardering_afgerond_op=date(2026, 11, 2),
        op=OP,
        door=door,
    )

    persoon.refresh_from_db()
    assert persoon.diplomawaardering_afgerond_op == date(2026, 11, 2)


def test_a_closed_traject_can_run_again(persoon, door):
    traject = start(persoon, door)
    traject = sluit_traject_af(
        traject=traject, einddatum=OP, eindreden="doel_bereikt", op=OP, door=door
    )

    wijzig_traject(
        traject=traject, versie=traject.versie, einddatum=None, eindreden="", op=OP, door=door
    )

    assert Traject.objects.lopend(date(2027, 1, 1)).exists()


def test_a_traject_does_not_begin_after_its_plaatsing(persoon, door):
    traject = start(persoon, door)
    plaats(
        statushouder=persoon,
        soort="betaald_werk",
        traject=traject,
        begindatum=date(2026, 7, 1),
        op=OP,
        door=door,
    )

    with pytest.raises(ValidationError) as fout:
        wijzig_traject(traject=traject, versie=1, begindatum=date(2026, 7, 2), op=OP, door=door)
    assert "begindatum" in fout.value.message_dict


def test_nobody_overwrites_a_traject_unseen(persoon, door):
    traject = start(persoon, door)
    wijzig_traject(traject=traject, versie=1, aanbieder="Taalhuis", op=OP, door=door)

    with pytest.raises(Ingehaald):
        wijzig_traject(traject=traject, versie=1, aanbieder="Werkplein", op=OP, door=door)
    traject.refresh_from_db()
    assert traject.aanbieder.naam == "Taalhuis"


@pytest.mark.parametrize("begindatum", [date(2026, 6, 1), date(2026, 12, 1)])
def test_a_withdrawn_traject_is_a_correctie_that_never_ran(persoon, door, begindatum):
    traject = start(persoon, door, begindatum=begindatum)

    trek_traject_in(traject=traject, intrekreden="Verkeerde persoon", op=OP, door=door)

    traject.refresh_from_db()
    assert traject.eindreden == Eindreden.CORRECTIE
    assert not Traject.objects.lopend(begindatum).exists()


def test_withdrawing_needs_a_reason_and_no_plaatsing(persoon, door):
    traject = start(persoon, door)
    werk = plaats(
        statushouder=persoon,
        soort="betaald_werk",
        traject=traject,
        begindatum=date(2026, 7, 1),
        op=OP,
        door=door,
    )

    with pytest.raises(ValidationError, match="kort op"):
        trek_traject_in(traject=traject, intrekreden="", op=OP, door=door)
    with pytest.raises(ValidationError, match="hoort een plaatsing"):
        trek_traject_in(traject=traject, intrekreden="Dubbel", op=OP, door=door)

    trek_plaatsing_in(plaatsing=werk, intrekreden="Dubbel", op=OP, door=door)
    trek_traject_in(traject=traject, intrekreden="Dubbel", op=OP, door=door)


def test_a_correctie_is_not_an_ordinary_eindreden(persoon, door):
    with pytest.raises(ValidationError) as fout:
        sluit_traject_af(
            traject=start(persoon, door),
            einddatum=OP,
            eindreden="administratieve_correctie",
            op=OP,
            door=door,
        )
    assert "eindreden" in fout.value.message_dict
