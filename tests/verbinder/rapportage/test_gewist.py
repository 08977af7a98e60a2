"""After an erasure the frozen figures stand, and the page says how many people are gone."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from regio.rijrechten import bereik_transactie
from statushouders.models import Statushouder, Wissing
from statushouders.services.wissingen import tel_wissing
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import NU
from tests.verbinder.rapportage.gevallen import HIER
from verbinder.rapportage.gewist import gewist_sinds
from verbinder.rapportage.opslag import laatste_opname

PAGINA = reverse("rapportage", kwargs=HIER)
LATER = NU + timedelta(days=40)


def wis(regio, aantal: int) -> None:
    with bereik_transactie(gegevens.bereik_over(regio)):
        for persoon in Statushouder.objects.filter(aangemeld_op__lte=date(2026, 6, 30))[:aantal]:
            tel_wissing(persoon=persoon, nu=LATER)


def test_each_half_year_of_the_person_is_kept_and_nothing_of_who_it_was(gooi):
    with bereik_transactie(gegevens.bereik_over(gooi)):
        persoon = Statushouder.objects.exclude(dossiergemeente=None).first()
        persoon.aangemeld_op = date(2025, 3, 1)
        persoon.save()
        tel_wissing(persoon=persoon, nu=LATER)

    rijen = Wissing.objects.order_by("halfjaar").values_list("regio__code", "halfjaar")
    assert set(rijen) <= {("AM12", h) for h in ("2025-1", "2025-2", "2026-1", "2026-2")}
    assert ("AM12", "2026-1") in rijen
    assert {veld.name for veld in Wissing._meta.fields} == {"id", "regio", "halfjaar", "op"}


@pytest.mark.parametrize(("aantal", "lezer"), [(3, "7 of minder"), (11, "ongeveer 10")])
def test_the_maker_reads_how_many_and_a_reader_by_the_rule(vastgesteld, gooi, als, aantal, lezer):
    assert "gewist" not in als("directieoverleg").get(PAGINA).content.decode()
    eerst = laatste_opname(vastgesteld).cijfers.count()

    wis(gooi, aantal)

    assert f"van {aantal} mensen uit dit halfjaar gewist" in _pagina(als, "verbinder")
    gelezen = _pagina(als, "directieoverleg")
    assert f"van {lezer} mensen uit dit halfjaar gewist" in gelezen
    assert "Sinds 10 augustus 2026" in gelezen
    assert laatste_opname(vastgesteld).cijfers.count() == eerst


def _pagina(als, wie: str) -> str:
    return als(wie).get(PAGINA).content.decode()


def test_who_was_erased_before_the_figures_were_measured_is_not_in_them(vastgesteld, gooi):
    with bereik_transactie(gegevens.bereik_over(gooi)):
        tel_wissing(persoon=Statushouder.objects.first(), nu=NU - timedelta(days=1))

    assert gewist_sinds(laatste_opname(vastgesteld)) is None
