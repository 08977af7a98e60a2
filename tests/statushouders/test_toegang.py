"""Who opens which dossier: by page, by service, and by the database itself."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from regio.logboek import Door
from regio.models import Deelname
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.models import Contactmoment, Naam, Statushouder, Traject
from statushouders.services.contact import leg_contact_vast
from statushouders.services.trajecten import start_traject, wijzig_traject
from tests.statushouders.hulp import OP, maak_persoon, persoon_van, scope, soort

pytestmark = pytest.mark.django_db


@pytest.fixture
def hilversum(mensen):
    return persoon_van(mensen.klantmanager, kenmerk="H-1")


@pytest.fixture
def huizen(mensen):
    return persoon_van(mensen.andere_klantmanager, in_="Huizen", voornaam="Omar")


def zichtbaar(gebruiker):
    with scope(gebruiker):
        return set(Statushouder.objects.values_list("pk", flat=True))


def test_each_sees_the_own_gemeente_and_the_verbinder_those_that_take_part(
    mensen, hilversum, huizen
):
    assert zichtbaar(mensen.klantmanager) == {hilversum.pk}
    assert zichtbaar(mensen.andere_klantmanager) == {huizen.pk}
    assert zichtbaar(mensen.verbinder) == {hilversum.pk, huizen.pk}
    assert zichtbaar(mensen.vreemde_verbinder) == set()
    assert zichtbaar(mensen.directieoverleg) == set()
    assert zichtbaar(mensen.gemeente_cijfers) == set()


def test_without_a_deelname_the_verbinder_sees_nothing_of_a_gemeente(mensen, hilversum, huizen):
    Deelname.objects.filter(gemeente__naam="Huizen").delete()

    assert zichtbaar(mensen.verbinder) == {hilversum.pk}


def test_without_names_the_verbinder_sees_and_finds_the_kenmerk_only(mensen, als, hilversum):
    Deelname.objects.filter(gemeente__naam="Hilversum").update(met_namen=False)

    for adres in (hilversum.get_absolute_url(), reverse("personen")):
        pagina = als("verbinder").get(adres).content.decode()
        assert "H-1" in pagina
        assert "Gebremedhin" not in pagina

    gevonden = als("verbinder").post(reverse("zoeken"), {"q": "Gebremedhin"}).content.decode()
    assert "Niemand gevonden" in gevonden
    assert "H-1" in als("verbinder").post(reverse("zoeken"), {"q": "H-1"}).content.decode()
    # The gemeente itself sees the name as before.
    eigen = als("klantmanager").get(hilversum.get_absolute_url()).content.decode()
    assert "Gebremedhin" in eigen


def test_correcting_a_person_without_names_leaves_the_name_alone(mensen, als, hilversum):
    Deelname.objects.filter(gemeente__naam="Hilversum").update(met_namen=False)

    pagina = als("verbinder").get(reverse("persoon_wijzigen", args=[hilversum.sleutel]))

    assert "voornaam" not in pagina.context["form"].fields


def test_a_stranger_cannot_tell_a_dossier_from_nothing(mensen, als, hilversum):
    bestaat_niet = "00000000-0000-4000-8000-000000000000"

    for sleutel in (hilversum.sleutel, bestaat_niet):
        for pagina in ("persoon", "traject_starten", "contact_vastleggen"):
            antwoord = als("andere_klantmanager").get(reverse(pagina, args=[sleutel]))
            assert antwoord.status_code == 404


def test_the_database_refuses_what_the_scope_does_not_open(mensen, hilversum):
    with scope(mensen.andere_klantmanager):
        assert Statushouder.objects.filter(pk=hilversum.pk).update(geboortejaar=1950) == 0
        assert Naam.objects.filter(pk=hilversum.pk).delete()[0] == 0
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from statushouders_statushouder")
        assert cursor.fetchone() == (0,)


def test_a_dossier_that_may_only_be_read_is_not_changed(mensen, hilversum):
    with bereik_transactie(Bereik(leest_mee=frozenset({hilversum.pk}))):
        gelezen = Statushouder.objects.get(pk=hilversum.pk)
        assert gelezen.naam.volledig == "Rahel Gebremedhin"

        with pytest.raises(ValidationError, match="lezen, maar niet wijzigen"):
            leg_contact_vast(
                statushouder=gelezen, soort="telefoon", datum=OP, op=OP, door=Door.systeem("test")
            )


def test_a_traject_of_another_gemeente_in_the_body_is_refused(mensen, als, hilversum, huizen):
    with scope(mensen.andere_klantmanager) as door:
        elders = start_traject(
            statushouder=huizen, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
        )
    client = als("klantmanager")
    adres = reverse("plaatsing_vastleggen", args=[hilversum.sleutel])
    sleutel = client.get(adres).content.decode().split('name="formulier_sleutel" value="')[1]

    antwoord = client.post(
        adres,
        {
            "formulier_sleutel": sleutel.split('"')[0],
            "soort": "betaald_werk",
            "begindatum": "2026-07-01",
            "functieniveau": "onbekend",
            "traject": elders.pk,
        },
    )

    assert antwoord.status_code == 422
    assert "traject" in antwoord.context["form"].errors
    with scope(mensen.verbinder):
        assert not hilversum.plaatsingen.exists()


def test_a_service_does_not_change_a_traject_out_of_scope(mensen, huizen):
    with scope(mensen.andere_klantmanager) as door:
        traject = start_traject(
            statushouder=huizen, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
        )

    with scope(mensen.klantmanager) as door, pytest.raises(ValidationError, match="niet wijzigen"):
        wijzig_traject(traject=traject, versie=1, aanbieder="Van mij", op=OP, door=door)
    with scope(mensen.verbinder):
        assert Traject.objects.get().aanbieder is None
        assert not Contactmoment.objects.exists()


def test_a_person_of_nobody_is_not_of_everybody(mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Huizen", verblijf_soort="azc")

    assert zichtbaar(mensen.verbinder) == {persoon.pk}
    assert zichtbaar(mensen.andere_klantmanager) == set()
    assert zichtbaar(mensen.vreemde_verbinder) == set()
