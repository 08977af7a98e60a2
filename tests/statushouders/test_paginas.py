"""The pages of one person: what is saved, what is refused, and that nothing typed is lost."""

import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.urls import reverse

from regio.models import Logregel
from statushouders.models import Contactmoment, Statushouder, Traject
from statushouders.services.trajecten import start_traject, wijzig_traject
from tests.statushouders.hulp import OP, gemeente, maak_persoon, persoon_van, scope, soort

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def twintig_november():
    with time_machine.travel("2026-11-20 10:00", tick=False):
        yield


@pytest.fixture
def client(als):
    return als("klantmanager")


@pytest.fixture
def persoon(mensen):
    # A number that Dutch would write with a dot: no address or id on a page may.
    with connection.cursor() as cursor:
        cursor.execute(
            "select nextval('statushouders_statushouder_id_seq') from generate_series(1, 1000)"
        )
    return persoon_van(mensen.klantmanager, contactpersoon=mensen.klantmanager)


def velden(antwoord) -> dict:
    """What the form of a page holds, as a browser would send it."""
    form = antwoord.context["form"]
    gevuld = {
        veld.html_name: form[naam].value()
        for naam, veld in ((naam, form[naam]) for naam in form.fields)
    }
    for naam in form.fields:
        if form.fields[naam].show_hidden_initial:
            gevuld[form[naam].html_initial_name] = form[naam].initial
    sleutel = re.search(r'name="formulier_sleutel" value="([^"]+)"', antwoord.content.decode())
    gevuld["formulier_sleutel"] = sleutel[1]
    return {
        naam: getattr(waarde, "code", waarde)
        for naam, waarde in gevuld.items()
        if waarde not in (None, False)
    }


def verstuur(client, adres, **anders):
    """Open the page, change some fields, and send it."""
    return client.post(adres, {**velden(client.get(adres)), **anders})


def fouten(antwoord) -> dict:
    assert antwoord.status_code == 422, antwoord.content.decode()[:2000]
    return antwoord.context["form"].errors


def over(naam, *args):
    return reverse(naam, args=args)


# Registering


NIEUW = {
    "voornaam": "Omar",
    "achternaam": "Al-Khatib",
    "geboortejaar": "1988",
    "verblijf_soort": "vestiging",
    "verblijf_gemeente": "GM0402",
    "verblijf_van": "2026-05-01",
}


def test_registering_leads_to_the_person(client, mensen):
    antwoord = verstuur(client, over("persoon_toevoegen"), **NIEUW)

    with scope(mensen.klantmanager):
        persoon = Statushouder.objects.get()
        assert antwoord.url == persoon.get_absolute_url()
        assert persoon.naam.volledig == "Omar Al-Khatib"
        assert persoon.contactpersoon == mensen.klantmanager


def test_what_is_wrong_stands_at_the_field_and_what_was_typed_stays(client, mensen):
    antwoord = verstuur(
        client,
        over("persoon_toevoegen"),
        **{**NIEUW, "geboortejaar": "negentien", "verblijf_van": "31-02-2026", "kenmerk": "K1"},
    )

    assert set(fouten(antwoord)) == {"geboortejaar", "verblijf_van"}
    pagina = antwoord.content.decode()
    assert "<title>Fout: " in pagina
    for getypt in ("Omar", "Al-Khatib", "negentien", "31-02-2026", "K1"):
        assert f'value="{getypt}"' in pagina
    with scope(mensen.klantmanager):
        assert not Statushouder.objects.exists()


def test_who_seems_to_be_there_already_is_shown_before_a_second_one_is_made(
    client, persoon, mensen
):
    lijkt = {**NIEUW, "voornaam": "Rachel", "achternaam": "Gebremedhen", "geboortejaar": "1995"}

    antwoord = verstuur(client, over("persoon_toevoegen"), **lijkt)

    assert antwoord.status_code == 422
    assert persoon.get_absolute_url() in antwoord.content.decode()
    form = antwoord.context["form"]
    opnieuw = {**velden(antwoord), "toch": form.toch}
    assert client.post(over("persoon_toevoegen"), opnieuw).status_code == 302
    with scope(mensen.klantmanager):
        assert Statushouder.objects.count() == 2


def test_a_confirmation_holds_for_the_warnings_that_were_shown_only(client, persoon):
    lijkt = {**NIEUW, "voornaam": "Rahel", "achternaam": "Gebremedhin", "geboortejaar": "1994"}
    antwoord = verstuur(client, over("persoon_toevoegen"), **lijkt)
    toch = antwoord.context["form"].toch

    later = {**velden(antwoord), "toch": toch, "aangemeld_op": "2027-03-01"}

    assert "toekomst" in client.post(over("persoon_toevoegen"), later).content.decode()


def test_while_typing_the_known_people_appear_and_the_look_is_logged(client, persoon, mensen):
    antwoord = client.post(over("persoon_gelijken"), {"voornaam": "rahel", "geboortejaar": "1994"})

    assert "Rahel Gebremedhin" in antwoord.content.decode()
    with scope(mensen.privacy_officer):
        assert Logregel.objects.filter(
            handeling="lijst.geopend", object_id=persoon.pk, gegevens__lijst="gelijken"
        ).exists()


def test_a_kenmerk_that_looks_like_a_bsn_is_allowed_with_a_warning(client):
    antwoord = verstuur(client, over("persoon_toevoegen"), **NIEUW, kenmerk="111222333")

    assert "lijkt op een BSN" in antwoord.context["form"].waarschuwingen[0]


# Contact


def contact(client, persoon, **anders):
    return verstuur(client, over("contact_vastleggen", persoon.sleutel), **anders)


def test_all_defaults_of_the_quick_form_are_valid(client, persoon, mensen):
    antwoord = contact(client, persoon)

    assert antwoord.url == persoon.get_absolute_url()
    with scope(mensen.klantmanager):
        vastgelegd = Contactmoment.objects.get()
        assert (vastgelegd.soort, vastgelegd.datum) == ("telefoon", OP)
        assert vastgelegd.door == mensen.klantmanager


def test_the_soort_of_last_time_is_chosen_next_time(client, persoon):
    contact(client, persoon, soort="gesprek")

    form = client.get(over("contact_vastleggen", persoon.sleutel)).context["form"]
    assert form["soort"].value() == "gesprek"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"notitie": "a" * 10_000}, "notitie"),
        ({"notitie": "BSN 111222333"}, "notitie"),
        ({"wanneer": "anders"}, "andere_dag"),
        ({"wanneer": "anders", "andere_dag": "2026-12-24"}, "__all__"),
        ({"wanneer": "anders", "andere_dag": "0001-01-01"}, "andere_dag"),
        ({"soort": "duif"}, "soort"),
        ({"volgende_stap": "Bellen", "volgende_datum": ""}, "volgende_datum"),
    ],
)
def test_a_contact_that_cannot_be_is_refused_with_everything_kept(
    client, persoon, mensen, anders, veld
):
    antwoord = contact(client, persoon, **{"volgende_stap": "Naar de open dag", **anders})

    assert veld in fouten(antwoord)
    pagina = antwoord.content.decode()
    for getypt in anders.values():
        assert getypt in pagina or getypt in ("duif",)
    with scope(mensen.klantmanager):
        assert not Contactmoment.objects.exists()


def test_the_same_form_sent_twice_makes_one_contact(client, persoon, mensen):
    adres = over("contact_vastleggen", persoon.sleutel)
    gevuld = velden(client.get(adres))

    antwoorden = [client.post(adres, gevuld) for _ in range(2)]

    assert [antwoord.url for antwoord in antwoorden] == [persoon.get_absolute_url()] * 2
    with scope(mensen.klantmanager):
        assert Contactmoment.objects.count() == 1


def test_a_form_of_a_colleague_is_not_accepted(client, als, persoon, mensen):
    adres = over("contact_vastleggen", persoon.sleutel)

    assert als("verbinder").post(adres, velden(client.get(adres))).status_code == 400
    with scope(mensen.klantmanager):
        assert not Contactmoment.objects.exists()


def test_saving_leads_back_to_the_list_and_on_to_the_next_person(client, mensen, persoon):
    with scope(mensen.klantmanager) as door:
        volgende = maak_persoon(
            door,
            voornaam="Zoe",
            achternaam="Zorg",
            contactpersoon=mensen.klantmanager,
        )
    lijst = f"{over('start')}?fase=intake"

    assert contact(client, persoon, terug=lijst).url == lijst
    naar = contact(client, persoon, terug=lijst, volgende="ja").url
    assert naar == f"{lijst}&open={volgende.sleutel}"
    assert contact(client, volgende, terug=lijst, volgende="ja").url == lijst


@pytest.mark.parametrize(
    "elders", ["https://elders.invalid/", "//elders.invalid", "/bestaat-niet/", "javascript:x"]
)
def test_saving_never_leads_out_of_the_house(client, persoon, elders):
    assert contact(client, persoon, terug=elders).url == persoon.get_absolute_url()


def in_rij(persoon):
    return {"HX-Request": "true", "HX-Target": f"p-{persoon.pk}"}


def test_in_the_list_the_row_comes_back_with_what_happened(client, persoon):
    adres = over("contact_vastleggen", persoon.sleutel)
    gevuld = {**velden(client.get(adres)), "terug": over("start")}

    antwoord = client.post(adres, gevuld, headers=in_rij(persoon))
    pagina = antwoord.content.decode()

    assert f'id="p-{persoon.pk}"' in pagina
    assert "Contact opgeslagen" in pagina
    assert "<html" not in pagina
    assert "contact-opgeslagen" in antwoord.headers["HX-Trigger"]


def test_the_tasks_of_the_start_page_can_be_asked_for_by_themselves(client, persoon):
    kop = {"HX-Request": "true", "HX-Target": "taken"}

    pagina = client.get(over("taken"), headers=kop).content.decode()

    assert 'id="taken"' in pagina
    assert "Te laat en vandaag" in pagina
    assert "<html" not in pagina


def test_in_the_list_a_fault_comes_back_in_the_form(client, persoon):
    adres = over("contact_vastleggen", persoon.sleutel)
    gevuld = {**velden(client.get(adres)), "terug": over("start"), "notitie": "111222333"}

    antwoord = client.post(adres, gevuld, headers=in_rij(persoon))

    assert antwoord.status_code == 422
    assert antwoord.headers["HX-Retarget"] == f"#f-{persoon.pk}"


def test_a_contact_can_be_taken_back_for_ten_minutes(client, persoon, mensen):
    contact(client, persoon, volgende_stap="Bellen")
    with scope(mensen.klantmanager):
        adres = over("contact_ongedaan", Contactmoment.objects.get().sleutel)

    assert client.get(adres).status_code == 200
    client.post(adres)

    with scope(mensen.klantmanager):
        assert not Contactmoment.objects.exists()
        assert not persoon.acties.exists()


# Trajecten and facts


def test_a_traject_is_started_with_six_fields_at_most(client, persoon, mensen):
    adres = over("traject_starten", persoon.sleutel)
    zichtbaar = client.get(adres).context["form"].visible_fields()
    assert len(zichtbaar) <= 6

    verstuur(client, adres, soort=soort().pk, aanbieder="Taalhuis")

    with scope(mensen.klantmanager):
        traject = Traject.objects.get()
        assert (traject.begindatum, traject.aanbieder.naam) == (OP, "Taalhuis")


@pytest.mark.parametrize("code", ["startbaan", "diplomawaardering"])
def test_a_traject_is_closed_with_four_fields_at_most(client, persoon, mensen, code):
    with scope(mensen.klantmanager) as door:
        traject = start_traject(
            statushouder=persoon,
            soort=soort(code),
            begindatum=date(2026, 6, 1),
            op=OP,
            door=door,
        )
    adres = over("traject_afsluiten", traject.sleutel)
    assert len(client.get(adres).context["form"].visible_fields()) <= 4

    assert "eindreden" in fouten(verstuur(client, adres, einddatum="2026-11-01"))
    assert "einddatum" in fouten(
        verstuur(client, adres, einddatum="2026-05-31", eindreden="doel_bereikt")
    )
    antwoord = verstuur(client, adres, eindreden="doel_bereikt", vervolg="plaatsing")

    assert antwoord.url.startswith(over("plaatsing_vastleggen", persoon.sleutel))
    assert client.get(antwoord.url).context["form"]["traject"].value() == traject.pk


def test_the_same_soort_at_once_is_allowed_after_a_warning(client, persoon, mensen):
    adres = over("traject_starten", persoon.sleutel)
    verstuur(client, adres, soort=soort().pk)

    antwoord = verstuur(client, adres, soort=soort().pk)
    assert "al een traject van deze soort" in antwoord.content.decode()

    client.post(adres, {**velden(antwoord), "toch": antwoord.context["form"].toch})
    with scope(mensen.klantmanager):
        assert Traject.objects.count() == 2


def test_a_wet_against_the_bekendmaking_is_allowed_after_a_warning(client, persoon):
    antwoord = verstuur(
        client,
        over("persoon_wijzigen", persoon.sleutel),
        wet="wi2013",
        datum_bekendmaking="2024-02-01",
    )

    assert "meestal de Wi2021" in antwoord.content.decode()


def test_two_people_on_one_dossier_see_both_versions(client, als, persoon, mensen):
    adres = over("persoon_wijzigen", persoon.sleutel)
    mijn = velden(client.get(adres))
    verstuur(als("verbinder"), adres, taalniveau="b1", beschikbaar_uren="24")

    antwoord = client.post(adres, {**mijn, "taalniveau": "a2", "termijn_einde": "2027-05-05"})

    # What only one of both changed goes in; what both changed stands side by side.
    assert antwoord.status_code == 422
    assert antwoord.context["form"].verschillen == [("Nederlands spreken", "B1", "A2")]
    assert antwoord.context["form"].door_wie == "Verbinder"
    with scope(mensen.klantmanager):
        assert Statushouder.objects.get(pk=persoon.pk).taalniveau == "b1"

    client.post(adres, velden(antwoord))
    with scope(mensen.klantmanager):
        nu = Statushouder.objects.get(pk=persoon.pk)
        assert (nu.taalniveau, nu.beschikbaar_uren) == ("a2", 24)
        assert nu.termijn_einde == date(2027, 5, 5)


def test_two_people_on_one_traject_see_both_versions(client, persoon, mensen):
    with scope(mensen.klantmanager) as door:
        traject = start_traject(
            statushouder=persoon, soort=soort(), begindatum=date(2026, 6, 1), op=OP, door=door
        )
    adres = over("traject_wijzigen", traject.sleutel)
    mijn = velden(client.get(adres))
    with scope(mensen.verbinder) as door:
        wijzig_traject(traject=traject, versie=1, aanbieder="Taalhuis", op=OP, door=door)

    antwoord = client.post(adres, {**mijn, "aanbieder": "Werkplein"})

    assert antwoord.context["form"].verschillen == [
        ("Aanbieder of werkgever", "Taalhuis", "Werkplein")
    ]


def test_handing_over_out_of_sight_says_so_first_and_leads_to_the_start(client, persoon, mensen):
    adres = over("verblijf_toevoegen", persoon.sleutel)
    naar_huizen = {"soort": "vestiging", "gemeente": "GM0406", "van": "2026-11-01"}

    antwoord = verstuur(client, adres, **naar_huizen)
    assert "niet meer openen" in antwoord.content.decode()

    antwoord = client.post(adres, {**velden(antwoord), "toch": antwoord.context["form"].toch})
    assert antwoord.url == over("start")
    assert client.get(persoon.get_absolute_url()).status_code == 404
    with scope(mensen.andere_klantmanager):
        assert Statushouder.objects.get().dossiergemeente == gemeente("Huizen")


def test_a_verblijf_of_somebody_else_is_not_found_under_this_person(client, persoon, mensen):
    with scope(mensen.klantmanager) as door:
        ander = maak_persoon(door, voornaam="Omar")
        nummer = ander.verblijven.get().pk

    assert client.get(over("verblijf_wijzigen", persoon.sleutel, nummer)).status_code == 404
    assert client.post(over("verblijf_wissen", persoon.sleutel, nummer)).status_code == 404


@pytest.mark.parametrize(
    "pagina",
    [
        "persoon",
        "persoon_trajecten",
        "persoon_gegevens",
        "contact_vastleggen",
        "traject_starten",
    ],
)
def test_every_opening_of_a_dossier_is_logged(client, persoon, mensen, pagina):
    client.get(over(pagina, persoon.sleutel))

    with scope(mensen.privacy_officer):
        regel = Logregel.objects.get(handeling="dossier.geopend")
        assert (regel.object_id, regel.gebruiker_id) == (persoon.pk, mensen.klantmanager.pk)


def test_closing_and_coming_back(client, persoon, mensen):
    verstuur(
        client,
        over("persoon_afsluiten", persoon.sleutel),
        afsluitreden="vertrokken_uit_nl",
        afgesloten_op="2026-10-31",
    )
    assert "Opnieuw aanmelden" in client.get(persoon.get_absolute_url()).content.decode()

    verstuur(client, over("persoon_heraanmelden", persoon.sleutel))
    with scope(mensen.klantmanager):
        assert Statushouder.objects.get().afgesloten_op is None


def test_withdrawing_and_putting_back(client, persoon, mensen):
    verstuur(client, over("persoon_intrekken", persoon.sleutel), intrekreden="Dubbel ingevoerd")
    assert "Dubbel ingevoerd" in client.get(persoon.get_absolute_url()).content.decode()

    client.post(over("persoon_herstellen", persoon.sleutel))
    with scope(mensen.klantmanager):
        assert Statushouder.objects.get().ingetrokken_op is None


def test_notes_and_names_are_shown_as_text_only(client, mensen):
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(
            door, voornaam="<script>alert(1)</script>", achternaam="{{ 7|add:1 }}"
        )
    contact(client, persoon, notitie="<img src=x onerror=alert(1)>")

    pagina = client.get(persoon.get_absolute_url()).content.decode()
    assert "<script>alert" not in pagina
    assert "<img src=x" not in pagina
    assert "{{ 7|add:1 }}" in pagina
