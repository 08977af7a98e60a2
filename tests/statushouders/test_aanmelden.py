"""Somebody comes into view, leaves it, and may come back."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from regio.models import Deelname, Logregel
from statushouders.codes import Afsluitreden, Eindreden
from statushouders.models import Naam, Statushouder
from statushouders.services.aanmelden import heraanmelden, sluit_af
from statushouders.services.contact import maak_actie
from statushouders.services.intrekken import herstel_aanmelding, trek_aanmelding_in
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajecten import start_traject
from statushouders.services.verblijven import leg_verblijf_vast
from tests.statushouders.hulp import OP, gemeente, maak_persoon, scope, soort

pytestmark = pytest.mark.django_db


def weigering(**anders):
    """The faults of a registration, by field."""
    with pytest.raises(ValidationError) as fout:
        maak_persoon(**anders)
    return fout.value.message_dict


@pytest.mark.parametrize("waar", ["koppeling", "vestiging"])
def test_the_dossier_goes_to_the_gemeente_that_answers_for_somebody(mensen, waar):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Huizen", verblijf_soort=waar)

        assert persoon.dossiergemeente == gemeente("Huizen")
        assert persoon.dossierregio.code == "AM12"


def test_who_is_in_an_azc_belongs_to_the_region_of_the_azc(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Huizen", verblijf_soort="azc")

        assert persoon.dossiergemeente is None
        assert persoon.dossierregio.code == "AM12"


def test_a_klantmanager_registers_in_the_own_gemeente_only(mensen):
    with scope(mensen.klantmanager) as door:
        assert maak_persoon(door, in_="Hilversum").pk

        assert "verblijf_gemeente" in weigering(door=door, in_="Huizen")
        assert "verblijf_gemeente" in weigering(door=door, in_="Hilversum", verblijf_soort="azc")
        assert Statushouder.objects.count() == 1


def test_a_verbinder_does_not_register_where_the_gemeente_takes_no_part(mensen):
    Deelname.objects.filter(gemeente__naam="Huizen").delete()

    with scope(mensen.verbinder) as door:
        assert "meedoet" in weigering(door=door, in_="Huizen")["verblijf_gemeente"][0]
        assert "verblijf_gemeente" in weigering(door=door, in_="Amsterdam")


def test_without_names_a_kenmerk_takes_their_place(mensen):
    Deelname.objects.filter(gemeente__naam="Huizen").update(met_namen=False)

    with scope(mensen.verbinder) as door:
        assert "zonder namen" in weigering(door=door, in_="Huizen")["achternaam"][0]

        persoon = maak_persoon(door, in_="Huizen", voornaam="", achternaam="", kenmerk="K-17")
        assert persoon.weergavenaam == "K-17"


def test_the_name_that_the_gemeente_wrote_stays_hidden_from_a_verbinder_without_names(mensen):
    with scope(mensen.andere_klantmanager) as door:
        persoon = maak_persoon(door, in_="Huizen", kenmerk="K-18")
    Deelname.objects.filter(gemeente__naam="Huizen").update(met_namen=False)

    with scope(mensen.verbinder):
        gezien = Statushouder.objects.select_related("naam").get(pk=persoon.pk)
        assert gezien.weergavenaam == "K-18"
        assert not Naam.objects.filter(statushouder=persoon).exists()


def test_a_person_needs_a_name_or_a_kenmerk(mensen):
    with scope(mensen.klantmanager) as door:
        assert "achternaam" in weigering(door=door, voornaam="", achternaam=" ", kenmerk=" ")
        assert "achternaam" in weigering(door=door, voornaam="\u202e", achternaam="\u200b")


def test_a_kenmerk_is_of_one_person_also_when_that_one_moved_out_of_sight(mensen):
    with scope(mensen.klantmanager) as door:
        maak_persoon(door, kenmerk="H-1")
        assert "al gebruikt" in weigering(door=door, kenmerk="H-1")["kenmerk"][0]

        verhuisd = maak_persoon(door, kenmerk="H-2")
        leg_verblijf_vast(
            statushouder=verhuisd,
            soort="vestiging",
            gemeente=gemeente("Huizen"),
            van=date(2026, 6, 1),
            op=OP,
            door=door,
        )
        assert not Statushouder.objects.filter(pk=verhuisd.pk).exists()
        assert "al gebruikt" in weigering(door=door, kenmerk="H-2")["kenmerk"][0]


@pytest.mark.parametrize(
    ("voornaam", "achternaam", "bewaard"),
    [
        ("O", "", "O"),
        ("محمد", "الخطيب", "محمد الخطيب"),
        ("🙂", "Ünal", "🙂 Ünal"),
        ("  Sam ", "de   Wit", "Sam de Wit"),
        ("Evil\u202etxt", "Naam\x00", "Eviltxt Naam"),
    ],
)
def test_any_name_that_people_have_is_kept_and_nothing_hidden_in_it(
    mensen, voornaam, achternaam, bewaard
):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door, voornaam=voornaam, achternaam=achternaam)

        assert persoon.naam.volledig == bewaard


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"voornaam": "111222333"}, "voornaam"),
        ({"achternaam": "x" * 101}, "achternaam"),
        ({"kenmerk": "k" * 61}, "kenmerk"),
        ({"geboortejaar": 2030}, "geboortejaar"),
        ({"geboortejaar": 1200}, "geboortejaar"),
        ({"aangemeld_op": date(1, 1, 1)}, "aangemeld_op"),
        ({"verblijf_van": date(9999, 12, 31)}, "verblijf_van"),
        ({"verblijf_soort": "azc", "verblijf_gemeente": None}, "verblijf_gemeente"),
        ({"doelgroep": "bestaat_niet"}, "doelgroep"),
        ({"wet": "wi2013", "leerroute": "b1"}, "leerroute"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nobody_is_made(mensen, anders, veld):
    with scope(mensen.verbinder) as door:
        assert veld in weigering(door=door, **anders)
        assert Statushouder.objects.count() == 0


def test_registering_leaves_a_row_in_the_log_without_the_name(mensen):
    with scope(mensen.klantmanager) as door:
        maak_persoon(door, kenmerk="H-9")

    # The privacy officer of the region may read the log.
    with scope(mensen.privacy_officer):
        regel = Logregel.objects.get(handeling="dossier.gemaakt")
        assert "Rahel" not in str(regel.gegevens)
        assert "H-9" not in str(regel.gegevens)
        assert regel.gebruiker_id == mensen.klantmanager.pk


def met_alles(door):
    """A person with a running and a planned traject, paid work and a next step."""
    persoon = maak_persoon(door)
    start_traject(
        statushouder=persoon, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
    )
    start_traject(
        statushouder=persoon,
        soort=soort("taalstage"),
        begindatum=date(2026, 12, 1),
        op=OP,
        door=door,
    )
    plaats(
        statushouder=persoon,
        soort="betaald_werk",
        begindatum=date(2026, 7, 1),
        op=OP,
        door=door,
    )
    maak_actie(
        statushouder=persoon,
        volgende_stap="Bellen",
        volgende_datum=date(2026, 12, 1),
        op=OP,
        door=door,
    )
    return persoon


def test_after_a_death_everything_ends_neutrally_and_nothing_is_left_to_do(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = met_alles(door)

        sluit_af(
            statushouder=persoon,
            afsluitreden=Afsluitreden.OVERLEDEN,
            afgesloten_op=date(2026, 11, 18),
            op=OP,
            door=door,
        )

        assert set(persoon.trajecten.values_list("eindreden", "einddatum")) == {
            (Eindreden.OVERLEDEN, date(2026, 11, 18)),
            (Eindreden.CORRECTIE, date(2026, 12, 1)),  # never began
        }
        assert persoon.plaatsingen.get().einddatum == date(2026, 11, 18)
        assert not persoon.acties.filter(klaar_op__isnull=True).exists()


def test_for_another_reason_the_running_traject_is_closed_first(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = met_alles(door)

        with pytest.raises(ValidationError, match="loopt nog een traject"):
            sluit_af(
                statushouder=persoon,
                afsluitreden=Afsluitreden.EIGEN_VERZOEK,
                afgesloten_op=OP,
                op=OP,
                door=door,
            )
        persoon.refresh_from_db()
        assert persoon.afgesloten_op is None


def test_the_last_day_does_not_lie_before_the_aanmelding(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)

        with pytest.raises(ValidationError) as fout:
            sluit_af(
                statushouder=persoon,
                afsluitreden=Afsluitreden.AAN_HET_WERK,
                afgesloten_op=date(2026, 1, 1),
                op=OP,
                door=door,
            )
        assert "afgesloten_op" in fout.value.message_dict


def test_who_comes_back_keeps_the_earlier_time(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        sluit_af(
            statushouder=persoon,
            afsluitreden=Afsluitreden.VERTROKKEN,
            afgesloten_op=date(2026, 8, 31),
            op=OP,
            door=door,
        )
        with pytest.raises(ValidationError, match="Kies een latere dag"):
            heraanmelden(statushouder=persoon, aangemeld_op=date(2026, 8, 31), op=OP, door=door)

        heraanmelden(statushouder=persoon, aangemeld_op=date(2026, 9, 1), op=OP, door=door)

        persoon.refresh_from_db()
        assert (persoon.aangemeld_op, persoon.afgesloten_op) == (date(2026, 9, 1), None)
        eerder = persoon.eerdere_aanmeldingen.get()
        assert (eerder.aangemeld_op, eerder.afgesloten_op) == (date(2026, 5, 4), date(2026, 8, 31))
        with pytest.raises(ValidationError, match="nog in beeld"):
            heraanmelden(statushouder=persoon, aangemeld_op=OP, op=OP, door=door)


def test_a_withdrawn_registration_counts_nowhere_and_can_be_put_back(mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        with pytest.raises(ValidationError):
            trek_aanmelding_in(statushouder=persoon, intrekreden=" ", op=OP, door=door)

        trek_aanmelding_in(statushouder=persoon, intrekreden="Dubbel", op=OP, door=door)
        assert not Statushouder.objects.geldig().filter(pk=persoon.pk).exists()
        assert not persoon.ligging.exists()

        herstel_aanmelding(statushouder=persoon, op=OP, door=door)
        assert Statushouder.objects.geldig().filter(pk=persoon.pk).exists()
        assert persoon.ligging.exists()
