"""What comes out goes in again unchanged: the workbook of a deliverer, there and back."""

import pytest
from django.urls import reverse

from regio.models import Arbeidsmarktregio, Deelname, Gemeente, Handeling, Logregel
from regio.rijrechten import bereik_transactie
from statushouders.management.commands.importeer import bereik_van_regio
from statushouders.models import Statushouder
from statushouders.uitwisseling.inlezen import Afzender
from statushouders.uitwisseling.uitvoer import Werkmapschrijver
from tests.statushouders.uitwisseling.test_aanleveraar import van_hilversum
from tests.statushouders.uitwisseling.test_tijdlijn import verzonnen
from tests.statushouders.uitwisseling.werkmappen import gelezen, goed, importeer, zet

pytestmark = pytest.mark.django_db


def uitvoer(formaat, gemeente=None, regio="AM12"):
    afzender = Afzender(
        Arbeidsmarktregio.objects.get(code=regio),
        Gemeente.objects.get(code=gemeente) if gemeente else None,
    )
    return Werkmapschrijver(afzender, bereik_van_regio(afzender.regio)).schrijf(formaat)


@pytest.mark.parametrize("formaat", ["xlsx", "ods"])
@pytest.mark.parametrize("naam", ["goed", "verzonnen"])
def test_the_workbook_that_comes_out_changes_nothing_when_it_goes_in(overal, formaat, naam):
    bladen = zet(goed(), "statushouders", 2, achternaam="=cmd|x", voornaam="-Yusuf")
    importeer(bladen if naam == "goed" else verzonnen(40, 9))

    uitkomst = importeer(gelezen(uitvoer(formaat), f"uit.{formaat}"))

    assert uitkomst.fouten == []
    assert uitkomst.aantal_rijen >= 15
    assert not uitkomst.iets_veranderd


def test_the_workbook_fills_an_empty_installation_alike(overal):
    importeer(goed())
    eerste = gelezen(uitvoer("xlsx"))

    # Another region knows none of these references: to it this is an empty installation.
    importeer(eerste, regio="AM13")

    assert gelezen(uitvoer("xlsx", regio="AM13")) == eerste


def test_a_gemeente_gets_its_own_rows_alone(overal):
    importeer(goed())
    importeer(van_hilversum(), gemeente="GM0402")

    werkmap = gelezen(uitvoer("xlsx", "GM0402"))

    assert [len(blad.rijen) - 1 for blad in werkmap.bladen] == [1, 2, 2, 1, 1, 2]


def test_a_user_downloads_what_they_may_change_and_that_is_logged(als, kijk):
    importeer(goed())
    client = als("verbinder")

    antwoord = client.post(
        reverse("gegevens_downloaden", kwargs={"code": "AM12", "formaat": "xlsx"})
    )

    assert len(gelezen(antwoord.content).bladen[0].rijen) == 3
    with kijk():
        regels = Logregel.objects.filter(handeling=Handeling.UITVOER_GEMAAKT)
        assert regels.count() == 2


def test_nobody_downloads_for_another(als, kijk):
    importeer(goed())
    adres = {"code": "AM12", "formaat": "xlsx"}

    for rol in ("klantmanager", "vreemde_verbinder"):
        assert als(rol).post(reverse("gegevens_downloaden", kwargs=adres)).status_code == 404
    assert (
        als("privacy_officer").post(reverse("gegevens_downloaden", kwargs=adres)).status_code == 403
    )


def test_names_stay_closed_where_a_gemeente_takes_part_without_names(als, mensen, kijk):
    importeer(goed())
    Deelname.objects.filter(gemeente__naam="Hilversum").update(met_namen=False)

    antwoord = als("verbinder").post(
        reverse("gegevens_downloaden", kwargs={"code": "AM12", "formaat": "xlsx"})
    )

    namen = [rij[2] for rij in gelezen(antwoord.content).bladen[0].rijen[1:]]
    assert namen == [None, "Öz"]
    with bereik_transactie(bereik_van_regio(Arbeidsmarktregio.objects.get(code="AM12"))):
        assert Statushouder.objects.count() == 2
