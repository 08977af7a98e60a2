"""Every address and every role: who gets a page, who is refused, who is sent to log in."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.adressen.tabel import NAMEN, PAGINAS, PATRONEN, TABEL, adres_van
from tests.mensen import ROLLEN

# These lead elsewhere, because nobody has to log in for what they do.
ELDERS_HEEN = {"favicon", "account_logout"}
GEWEIGERD = {302, 400, 403, 404, 405, 409}


# Pages of one row, or of a choice, that the lists and the forms to add stand for.
ADMIN_VAN_EEN_RIJ = ("_change", "_delete", "_history", "view_on_site", "autocomplete", "app_list")
ADMIN_DOORVERWIJZINGEN = {"admin:login", "admin:logout", "admin:password_change"} | {
    "admin:password_change_done"
}
VAN_DE_ADMIN = sorted(
    naam
    for naam in set(NAMEN)
    if naam.startswith("admin:")
    and not naam.startswith("admin:None")
    and not naam.endswith(ADMIN_VAN_EEN_RIJ)
)
MET_REGEL = sorted(PAGINAS & set(TABEL))


def test_every_address_has_a_name_and_a_row_in_the_table():
    assert "None" not in {naam for naam, _ in PATRONEN}
    assert sorted(PAGINAS - set(TABEL)) == [], "deze adressen hebben geen regel in de tabel"
    assert sorted(set(TABEL) - PAGINAS) == [], "deze regels horen bij geen adres"


@pytest.mark.parametrize("naam", MET_REGEL)
def test_each_role_gets_what_the_table_says(naam, mensen, als):
    adres, regel = adres_van(naam, mensen), TABEL[naam]

    gekregen = {rol: als(rol).get(adres).status_code for rol in ROLLEN}

    assert gekregen == {rol: regel.verwacht(rol) for rol in ROLLEN}


@pytest.mark.parametrize("naam", MET_REGEL)
def test_a_visitor_is_sent_to_log_in(naam, mensen):
    antwoord = Client().get(adres_van(naam, mensen))

    assert antwoord.status_code == TABEL[naam].anoniem
    if antwoord.status_code == 302 and naam not in ELDERS_HEEN:
        assert antwoord.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("naam", MET_REGEL)
def test_who_may_not_open_a_page_may_not_send_to_it_either(naam, mensen, als):
    adres, regel = adres_van(naam, mensen), TABEL[naam]
    buiten = [rol for rol in ROLLEN if regel.verwacht(rol) in (403, 404)]

    gekregen = {rol: als(rol).post(adres).status_code for rol in buiten}

    assert {rol: status for rol, status in gekregen.items() if status not in GEWEIGERD} == {}


@pytest.mark.parametrize("naam", VAN_DE_ADMIN)
def test_the_admin_opens_for_the_applicatiebeheerder_alone(naam, als):
    adres = reverse(naam)

    gekregen = {rol: als(rol).get(adres).status_code for rol in ROLLEN}

    open_voor = {rol for rol, status in gekregen.items() if status == 200}
    assert open_voor <= {"applicatiebeheerder"}
    assert open_voor or naam in ADMIN_DOORVERWIJZINGEN
