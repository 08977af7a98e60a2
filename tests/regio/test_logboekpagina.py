"""The page of the log: rows of the own region, without names of persons."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Gebruiker, Handeling, Logregel

DOOR = Door("Anna", gebruiker_id=1, herkomst="10.0.0.1")


def regio_id(code: str = "AM12") -> int:
    return Arbeidsmarktregio.objects.get(code=code).pk


def schrijf(aantal: int = 1, *, regio: str = "AM12", op: datetime | None = None, **gegevens):
    """Rows of the log, one second apart when `op` is given."""
    for n in range(aantal):
        Logregel.objects.bulk_create(
            [
                Logregel(
                    op=(op or datetime(2026, 11, 20, 12, tzinfo=UTC)) + timedelta(seconds=n),
                    wie=f"Gebruiker {n}",
                    handeling=gegevens.get("handeling", Handeling.DOSSIER_GEOPEND),
                    soort="statushouder",
                    object_id=gegevens.get("object_id", 5),
                    regio_id=regio_id(regio),
                )
            ]
        )


def rijen(antwoord) -> list[str]:
    return re.findall(r"<tr class=\"utrecht-table__row\">", antwoord.content.decode())


@pytest.fixture
def client(als):
    """The privacy officer; logging in wrote no row here."""
    return als("privacy_officer")


ALLES = "/logboek/?handeling=dossier.geopend"


def test_the_privacy_officer_reads_the_own_region_alone(client):
    schrijf(2)
    schrijf(3, regio="AM13")

    assert len(rijen(client.get(ALLES))) == 2


@pytest.mark.parametrize(
    ("filter_", "aantal"),
    [
        ("van=2026-11-20&tot_en_met=2026-11-20", 1),
        ("van=2026-11-21", 1),
        ("tot_en_met=2026-11-20", 1),
        ("object=7", 1),
        ("wie=gebruiker", 2),
        ("wie=niemand", 0),
    ],
)
def test_filters(client, filter_, aantal):
    schrijf(object_id=5)
    schrijf(object_id=7, op=datetime(2026, 11, 21, 12, tzinfo=UTC))

    assert len(rijen(client.get(f"{ALLES}&{filter_}"))) == aantal


def test_filters_can_be_cleared_when_there_are_any(client):
    schrijf(60)
    begin = client.get("/logboek/?van=&wie=").content.decode()
    volgende = re.search(r'href="(\?[^"]*na=[^"]+)"', begin)[1].replace("&amp;", "&")

    assert "Filters wissen" not in begin
    assert "Filters wissen" in client.get("/logboek/?wie=Gebruiker").content.decode()
    assert "Terug naar het begin" in client.get(f"/logboek/{volgende}").content.decode()


def test_a_day_is_a_day_in_the_netherlands(client):
    # Half past midnight on the 21st in Amsterdam.
    schrijf(op=datetime(2026, 11, 20, 23, 30, tzinfo=UTC))

    assert len(rijen(client.get(f"{ALLES}&van=2026-11-21"))) == 1


def test_every_row_is_on_one_page_and_no_page_shows_it_twice(client):
    schrijf(120)
    gezien, adres = [], ALLES
    while adres:
        tekst = client.get(adres).content.decode()
        gezien += re.findall(r"Gebruiker (\d+)", tekst)
        volgende = re.search(r'rel="next" href="([^"]+)"', tekst)
        adres = f"/logboek/{volgende[1].replace('&amp;', '&')}" if volgende else ""

    assert gezien == [str(n) for n in reversed(range(120))]


@pytest.mark.parametrize(
    "onzin",
    ["na=onzin", "na=_", "na=2026-13-45T00:00:00_x", "van=gisteren", "object=abc", "object=-1",
     "handeling=wissen", "object=99999999999999999999", "van=2026-11-20&tot_en_met=9999-12-31"],
)  # fmt: skip
def test_odd_questions_are_no_fault(client, onzin):
    assert client.get(f"/logboek/?{onzin}").status_code in (200, 422)


def test_no_row_can_be_read_by_anyone_else(als):
    schrijf()

    for rol in ("verbinder", "functioneel_beheerder", "applicatiebeheerder"):
        assert als(rol).get("/logboek/").status_code == 403


def test_a_refused_page_stands_in_the_log_of_the_region_of_the_user(als, client, mensen):
    als("verbinder").get("/logboek/")
    als("vreemde_verbinder").get("/logboek/")

    tekst = client.get("/logboek/?handeling=toegang.geweigerd").content.decode()
    assert tekst.count("niet gelukt") == 1
    assert "pagina: logboek" in tekst
    assert mensen.verbinder.naam in tekst


def test_the_page_of_a_row_shows_the_number_of_the_object(client):
    noteer(DOOR, Handeling.DOSSIER_GEOPEND, Gebruiker.objects.first(), regio_id=regio_id())

    assert f"gebruiker {Gebruiker.objects.first().pk}" in client.get(ALLES).content.decode()


def test_the_page_asks_few_questions(client, django_assert_max_num_queries):
    schrijf(60)

    with django_assert_max_num_queries(12):
        client.get("/logboek/")


def test_the_way_back_to_the_beginning_keeps_the_filters(client):
    schrijf(60)

    verder = client.get("/logboek/?wie=Gebruiker&na=2026-11-20T12:00:30+00:00_1").content.decode()

    assert 'href="/logboek/?wie=Gebruiker">Terug naar het begin' in verder
