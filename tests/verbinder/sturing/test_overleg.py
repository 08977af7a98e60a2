"""Overleggen: series of meetings, numbered besluiten, documents by version, action points."""

import io
from datetime import date, datetime, time
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pikepdf
import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from icalendar import Calendar

from regio.models import Actiepunt, Besluit, Overleg, Vergadering
from regio.services import vergaderingen as diensten
from regio.services.besluiten import rond_af, spreek_af
from regio.services.overleggen import hef_op, neem_voorbeelden_over, zet_lid, zet_overleg
from tests.mensen import ANDERE_REGIO
from tests.verbinder.sturing.schrijver import OP, Schrijver, een_vergadering, regio
from tests.verstuur import verstuur
from verbinder.sturing.agendastukken import hang_aan, trek_stuk_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vandaag():
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        yield


@pytest.fixture
def verbinder(mensen) -> Schrijver:
    return Schrijver(mensen.verbinder)


def test_the_usual_bodies_are_added_once_and_can_be_called_otherwise(verbinder):
    eerst = neem_voorbeelden_over(regio=regio(), **verbinder.wie)
    zet_overleg(regio=regio(), overleg=eerst[0], naam="BORA", afkorting="BORA", **verbinder.wie)
    daarna = neem_voorbeelden_over(regio=regio(), **verbinder.wie)

    assert len(eerst) == 6
    assert [overleg.afkorting for overleg in daarna] == ["PTWP"]


@pytest.mark.parametrize(
    ("herhaling", "eerste", "verwacht"),
    [
        ("week", date(2026, 12, 24), [date(2026, 12, 31), date(2027, 1, 7)]),
        ("twee_weken", date(2026, 11, 20), [date(2026, 12, 4), date(2026, 12, 18)]),
        # The second Thursday stays the second Thursday; a fifth one is the last of its month.
        ("maand", date(2026, 11, 12), [date(2026, 12, 10), date(2027, 1, 14)]),
        ("maand", date(2026, 10, 29), [date(2026, 11, 26), date(2026, 12, 31)]),
        ("halfjaar", date(2026, 1, 29), [date(2026, 7, 30), date(2027, 1, 28)]),
    ],
)
def test_a_series_keeps_its_weekday(verbinder, herhaling, eerste, verwacht):
    reeks = verbinder.vergadering(datum=eerste, herhaling=herhaling, aantal=3)

    assert [v.datum for v in reeks] == [eerste, *verwacht]
    assert all(v.agendapunten.count() == 2 for v in reeks)


def test_a_body_does_not_meet_twice_at_once_and_nothing_of_the_series_stays(verbinder):
    verbinder.vergadering(datum=date(2026, 12, 4))

    with pytest.raises(ValidationError, match="vergadert dan al"), transaction.atomic():
        verbinder.vergadering(datum=date(2026, 11, 27), herhaling="week", aantal=3)
    assert Vergadering.objects.count() == 1


def test_besluiten_are_numbered_per_body_and_year(verbinder):
    vorig_jaar = verbinder.vergadering(datum=date(2025, 12, 11)).agendapunten.first()
    dit_jaar = verbinder.vergadering().agendapunten.first()
    ander = verbinder.overleg(naam="Directieoverleg", afkorting="DO", agenda=["Opening"])
    van_ander = verbinder.vergadering(overleg=ander).agendapunten.first()

    kenmerken = [verbinder.besluit(p).kenmerk for p in (dit_jaar, vorig_jaar, dit_jaar, van_ander)]

    assert kenmerken == ["PFHO 2026-01", "PFHO 2025-01", "PFHO 2026-02", "DO 2026-01"]


def test_a_besluit_never_changes_and_is_replaced_once(verbinder):
    punt = verbinder.vergadering().agendapunten.first()
    eerste = verbinder.besluit(punt)
    verbinder.besluit(punt, tekst="Toch niet.", vervangt=eerste)

    with pytest.raises(ValidationError, match="is al vervangen"):
        verbinder.besluit(punt, vervangt=eerste)
    with pytest.raises(DatabaseError), transaction.atomic():
        Besluit.objects.filter(pk=eerste.pk).update(tekst="anders")


def test_nothing_is_decided_ahead_or_in_a_meeting_that_was_off(verbinder):
    straks = verbinder.vergadering(datum=date(2026, 12, 4)).agendapunten.first()
    with pytest.raises(ValidationError, match="Deze dag moet nog komen"):
        verbinder.besluit(straks)

    vergadering = verbinder.vergadering(begintijd=time(10), eindtijd=time(11))
    diensten.wijzig_vergadering(
        vergadering=vergadering,
        datum=OP,
        begintijd=time(10),
        eindtijd=time(11),
        plaats="",
        afgezegd=True,
        **verbinder.wie,
    )
    with pytest.raises(ValidationError, match="afgezegd"):
        verbinder.besluit(vergadering.agendapunten.select_related("vergadering__overleg").first())
    assert not Besluit.objects.exists()


def test_a_meeting_with_besluiten_is_not_cancelled_and_its_point_stays(verbinder):
    vergadering = verbinder.vergadering()
    punt = vergadering.agendapunten.first()
    verbinder.besluit(punt)

    with pytest.raises(ValidationError, match="nam besluiten"):
        diensten.wijzig_vergadering(
            vergadering=vergadering,
            datum=OP,
            begintijd=time(10),
            eindtijd=time(11),
            plaats="",
            afgezegd=True,
            **verbinder.wie,
        )
    with pytest.raises(ValidationError, match="Het blijft op de agenda"):
        diensten.haal_agendapunt_weg(punt=punt, **verbinder.wie)


def test_the_agenda_keeps_its_numbers_when_points_move_or_go(verbinder):
    vergadering = verbinder.vergadering()
    derde = diensten.zet_agendapunt(vergadering=vergadering, titel="Derde", **verbinder.wie)
    eerste, tweede = vergadering.agendapunten.exclude(pk=derde.pk)
    volgorde = [derde.pk, eerste.pk, tweede.pk]
    diensten.orden_agenda(vergadering=vergadering, volgorde=volgorde, **verbinder.wie)
    diensten.haal_agendapunt_weg(punt=eerste, **verbinder.wie)

    assert [(p.volgorde, p.titel) for p in vergadering.agendapunten.all()] == [
        (1, "Derde"),
        (2, "Rapport"),
    ]
    with pytest.raises(ValidationError, match="net gewijzigd"):
        diensten.orden_agenda(vergadering=vergadering, volgorde=[derde.pk], **verbinder.wie)


def test_a_document_is_one_version_and_stays_that(verbinder):
    eerste = verbinder.plan()
    punt = verbinder.vergadering().agendapunten.first()
    stuk = hang_aan(agendapunt=punt, plan=eerste, **verbinder.wie)

    assert stuk.naam == "Plan van aanpak 2026, versie 1"
    with pytest.raises(ValidationError, match="staat al bij dit agendapunt"):
        hang_aan(agendapunt=punt, plan=eerste, **verbinder.wie)


def test_nothing_is_decided_on_what_was_withdrawn_until_another_version_hangs_there(verbinder):
    eerste, tweede = verbinder.plan(), verbinder.plan(titel="Ander plan")
    punt = verbinder.vergadering().agendapunten.first()
    stuk = hang_aan(agendapunt=punt, plan=eerste, **verbinder.wie)
    trek_stuk_in(stuk=stuk, reden="Er staat een fout in", **verbinder.wie)

    with pytest.raises(ValidationError, match="versie 1 is ingetrokken. Zet eerst de goede"):
        verbinder.besluit(punt)
    assert not Besluit.objects.exists()

    hang_aan(agendapunt=punt, plan=tweede, **verbinder.wie)
    assert verbinder.besluit(punt).nummer == 1


def test_a_document_of_another_region_does_not_hang_here(verbinder, mensen):

    punt = verbinder.vergadering().agendapunten.first()
    vreemd = verbinder.plan()
    type(vreemd.plan).objects.filter(pk=vreemd.plan_id).update(regio=regio(ANDERE_REGIO))
    vreemd = type(vreemd).objects.select_related("plan").get(pk=vreemd.pk)

    with pytest.raises(ValidationError, match="Kies een stuk van deze regio"):
        hang_aan(agendapunt=punt, plan=vreemd, **verbinder.wie)


def test_an_action_point_reaches_its_owner_on_the_start_page(als, mensen):
    een_vergadering(mensen)
    klantmanager = Schrijver(mensen.klantmanager)
    verbinder = Schrijver(mensen.verbinder)
    for voor in (mensen.klantmanager, mensen.directieoverleg):
        spreek_af(
            overleg=verbinder.overleg(),
            omschrijving=f"Iets voor {voor.naam}",
            wie="",
            email=voor.email,
            datum=date(2026, 11, 19),
            **verbinder.wie,
        )

    assert "Iets voor Klantmanager" in als("klantmanager").get("/").content.decode()
    assert als("directieoverleg").get("/").url == "/actiepunten/"
    assert (
        "Iets voor Directieoverleg" in als("directieoverleg").get("/actiepunten/").content.decode()
    )
    actie = Actiepunt.objects.get(eigenaar=mensen.klantmanager)
    with pytest.raises(PermissionDenied):
        rond_af(actiepunt=actie, op=OP, **Schrijver(mensen.andere_klantmanager).wie)
    rond_af(actiepunt=actie, op=OP, **klantmanager.wie)
    assert "Iets voor" not in als("klantmanager").get("/").content.decode()


def test_an_action_point_is_for_somebody_of_the_region(verbinder, mensen):
    with pytest.raises(ValidationError, match="Niemand in deze regio"):
        spreek_af(
            overleg=verbinder.overleg(),
            omschrijving="Iets",
            wie="",
            email=mensen.vreemde_verbinder.email,
            datum=OP,
            **verbinder.wie,
        )


def test_a_member_is_recognised_by_address_within_the_region_only(verbinder, mensen):
    leden = [
        zet_lid(
            overleg=verbinder.overleg(),
            naam="Lid",
            rol="lid",
            van=OP,
            email=gebruiker.email,
            **verbinder.wie,
        )
        for gebruiker in (mensen.klantmanager, mensen.vreemde_verbinder)
    ]

    assert [lid.gebruiker for lid in leden] == [mensen.klantmanager, None]


def test_an_ended_body_decides_no_more_and_keeps_what_it_decided(als, verbinder):
    vergadering = verbinder.vergadering()
    punt = vergadering.agendapunten.first()
    verbinder.besluit(punt)
    hef_op(overleg=vergadering.overleg, op=OP, **verbinder.wie)

    with pytest.raises(ValidationError, match="is opgeheven"):
        verbinder.besluit(punt)
    lijst = f"/overleggen/{vergadering.overleg_id}/besluiten/2026/"
    assert "PFHO 2026-01" in als("klantmanager").get(lijst).content.decode()


def test_the_invitation_follows_a_change(als, verbinder):
    vergadering = verbinder.vergadering(datum=date(2027, 1, 14))
    adres = f"/vergaderingen/{vergadering.pk}/uitnodiging.ics"
    eerst = _punt(als("directieoverleg").get(adres))
    diensten.wijzig_vergadering(
        vergadering=vergadering,
        datum=date(2027, 7, 15),
        begintijd=time(9),
        eindtijd=time(10),
        plaats="Huizen; zaal 2",
        afgezegd=False,
        **verbinder.wie,
    )
    daarna = _punt(als("directieoverleg").get(adres))

    assert eerst["uid"] == daarna["uid"]
    assert (eerst["sequence"], daarna["sequence"]) == (0, 1)
    assert eerst["dtstart"].dt.isoformat() == "2027-01-14T13:30:00+01:00"
    assert daarna["dtstart"].dt.isoformat() == "2027-07-15T09:00:00+02:00"
    assert daarna["location"] == "Huizen; zaal 2"
    assert "attendee" not in daarna


def _punt(antwoord):
    assert antwoord["Content-Type"].startswith("text/calendar")
    (punt,) = Calendar.from_ical(antwoord.content).walk("VEVENT")
    return punt


def test_the_besluitenlijst_is_a_file_for_every_role(als, mensen):
    vergadering = een_vergadering(mensen)
    adres = f"/overleggen/{vergadering.overleg_id}/besluiten/2026/"
    pdf, odt = (als("gemeente_cijfers").get(f"{adres}{soort}/").content for soort in ("pdf", "odt"))

    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert "Besluitenlijst PFHO 2026" in str(document.docinfo["/Title"])
    inhoud = ZipFile(io.BytesIO(odt)).read("content.xml").decode()
    assert "PFHO 2026-01" in inhoud
    assert "Plan van aanpak 2026, versie 1" in inhoud


def test_a_meeting_is_planned_and_written_up_by_form(als, mensen):
    klant = als("verbinder")
    verstuur(klant, "/overleggen/AM12/voorbeelden/")
    pfho = Overleg.objects.get(afkorting="PFHO")
    antwoord = verstuur(
        klant,
        f"/overleggen/{pfho.pk}/plannen/",
        datum="2026-11-19",
        begintijd="13:30",
        eindtijd="15:00",
        plaats="Raadhuis",
        herhaling="eenmaal",
        aantal="1",
    )
    pagina = antwoord.url
    punt = Vergadering.objects.get().agendapunten.get(titel="Besluiten")
    versie = Schrijver(mensen.verbinder).plan()
    verstuur(klant, f"{pagina}punten/{punt.pk}/stuk/", stuk=f"plan-{versie.pk}")
    verstuur(klant, f"{pagina}punten/{punt.pk}/besluit/", tekst="Akkoord.", uitkomst="ingestemd")
    verstuur(
        klant,
        f"{pagina}acties/nieuw/",
        omschrijving="Rondsturen",
        wie="Verbinder",
        email=mensen.verbinder.email,
        datum="2026-12-01",
    )
    klant.post(f"{pagina}punten/{punt.pk}/hoger/", {"naar": "1"})

    lees = als("klantmanager").get(pagina).content.decode()
    assert "1. Besluiten" in lees
    assert "PFHO 2026-01" in lees
    assert "Plan van aanpak 2026, versie 1" in lees
    assert "Rondsturen" in lees
    assert "punten/nieuw/" not in lees


def test_an_agenda_asks_no_more_for_more_points(als, verbinder, django_assert_max_num_queries):
    vergadering = verbinder.vergadering()
    for nummer in range(6):
        punt = diensten.zet_agendapunt(
            vergadering=vergadering, titel=f"Punt {nummer}", **verbinder.wie
        )
        hang_aan(agendapunt=punt, plan=verbinder.plan(titel=f"Plan {nummer}"), **verbinder.wie)
        verbinder.besluit(punt)
    klant = als("verbinder")

    with django_assert_max_num_queries(18):
        assert klant.get(f"/vergaderingen/{vergadering.pk}/").status_code == 200
