"""Rules of the field that forms and the import share."""

from datetime import date

import pytest

from regio.bsn import bevat_bsn
from regio.models import Gemeente
from statushouders import waarschuwingen
from statushouders.models import Statushouder, Verblijf
from statushouders.regels import (
    leerroute_past_bij_wet,
    te_jong_voor,
    wet_tegen_bekendmaking,
)


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("111222333", True),
        ("BSN: 111.222.333.", True),
        ("111 222 333", True),
        ("111222334", False),  # fails the eleven-test
        ("06-11122233", False),
        ("1112223334", False),  # ten digits
        ("", False),
        ("٣٣٣", False),
    ],
)
def test_nine_digits_that_pass_the_eleven_test_are_found(tekst, gevonden):
    assert bevat_bsn(tekst) is gevonden


@pytest.mark.parametrize(
    ("wet", "dag", "zegt"),
    [
        ("wi2013", date(2022, 1, 1), "Wi2021"),
        ("wi2021", date(2021, 12, 31), "Wi2013"),
        ("wi2021", date(2022, 1, 1), None),
        ("wi2007", date(2012, 1, 1), None),
        ("onbekend", date(2022, 1, 1), None),
        ("wi2013", None, None),
    ],
)
def test_the_day_of_bekendmaking_warns_about_the_wet(wet, dag, zegt):
    zin = wet_tegen_bekendmaking(wet, dag)

    assert (zegt in zin) if zegt else zin is None


def test_only_the_new_law_knows_leerroutes():
    assert leerroute_past_bij_wet("wi2013", "b1")
    assert not leerroute_past_bij_wet("wi2021", "b1")
    assert not leerroute_past_bij_wet("wi2013", "nvt")


def test_nobody_works_before_they_are_twelve():
    assert te_jong_voor(date(2011, 12, 31), 2000)
    assert not te_jong_voor(date(2012, 1, 1), 2000)


def test_future_days_are_named():
    zinnen = waarschuwingen.bij_dagen(
        op=date(2026, 11, 20), begin_van_het_verblijf=date(2026, 11, 21), einde=None
    )

    assert zinnen == ["Begin van het verblijf ligt in de toekomst (21-11-2026)."]


@pytest.mark.django_db
def test_of_an_ended_gemeente_the_successor_is_proposed():
    weesp = Gemeente.objects.get(naam="Weesp")

    assert waarschuwingen.bij_gemeente(weesp, van=date(2022, 3, 23)) == []
    assert "Amsterdam" in waarschuwingen.bij_gemeente(weesp, van=date(2022, 3, 24))[0]


def test_a_dossier_says_what_is_worth_mending():
    persoon = Statushouder(wet="wi2021", leerroute="onbekend", datum_pip=date(2026, 1, 1))
    sinds = {"van": date(2026, 1, 1)}
    beide = [Verblijf(soort="koppeling", **sinds), Verblijf(soort="vestiging", **sinds)]

    zinnen = " ".join(waarschuwingen.van_dossier(persoon, beide, op=date(2026, 11, 20)))
    assert "koppeling staat nog open" in zinnen
    assert "leerroute is nog onbekend" in zinnen

    zinnen = " ".join(waarschuwingen.van_dossier(persoon, [], op=date(2026, 11, 20)))
    assert "telt nu in geen regio" in zinnen
