"""Names and contacts stand where their dossier is, whoever moves it and writes what."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.models import Contactmoment, Naam, Statushouder
from statushouders.services.contact import leg_contact_vast
from tests.mensen import maak_mensen
from tests.regio.sturing.gelijktijdig import tegelijk
from tests.statushouders.hulp import OP, gemeente, maak_persoon, scope

PLEK = """
    select k.plek = coalesce(p.dossiergemeente_id, -p.dossierregio_id)
    from {tabel} k join statushouders_statushouder p on p.id = k.statushouder_id
    where p.id = %s
"""
MET_PLEK = {"statushouders_naam": Naam, "statushouders_contactmoment": Contactmoment}
VERPLAATS = "select verplaats_dossier(%s, %s, %s)"


@pytest.fixture
def mensen(eigen_database):
    return maak_mensen()


@pytest.fixture
def beide(mensen) -> Bereik:
    """Who may open the dossiers of two gemeenten."""
    return van("Hilversum", "Huizen")


@pytest.fixture(params=MET_PLEK)
def tabel(request) -> str:
    return request.param


@pytest.fixture
def persoon(mensen):
    """Somebody of Hilversum with a name and a contact."""
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        leg_contact_vast(statushouder=persoon, soort="gesprek", datum=OP, op=OP, door=door)
    return persoon


def vraag(sql: str, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchone()[0] if cursor.description else cursor.rowcount


def verhuis(persoon, naar: str = "Huizen") -> None:
    vraag(VERPLAATS, persoon.pk, gemeente(naar).pk, persoon.dossierregio_id)


def te_zien(tabel: str, persoon, bereik: Bereik) -> bool:
    with bereik_transactie(bereik):
        return MET_PLEK[tabel].objects.filter(statushouder=persoon.pk).exists()


def van(*gemeenten: str) -> Bereik:
    return Bereik(gemeenten=frozenset(gemeente(naam).pk for naam in gemeenten))


def test_it_moves_with_the_dossier(tabel, persoon, beide):
    hier_en_daar = van("Hilversum"), van("Huizen")
    assert [te_zien(tabel, persoon, waar) for waar in hier_en_daar] == [True, False]

    with bereik_transactie(beide):
        verhuis(persoon)

    assert [te_zien(tabel, persoon, waar) for waar in hier_en_daar] == [False, True]


def test_of_somebody_not_yet_gekoppeld_it_is_the_regions(tabel, mensen):
    with scope(mensen.verbinder) as door:
        persoon = maak_persoon(door, in_="Huizen", verblijf_soort="azc")
        leg_contact_vast(statushouder=persoon, soort="gesprek", datum=OP, op=OP, door=door)
        assert persoon.dossiergemeente_id is None
    nummer = persoon.dossierregio_id

    assert te_zien(tabel, persoon, Bereik(regios=frozenset({nummer})))
    assert not te_zien(tabel, persoon, Bereik(regios=frozenset({nummer + 1})))
    assert not te_zien(tabel, persoon, Bereik(gemeenten=frozenset({nummer})))


def test_who_handed_a_dossier_over_reads_along(tabel, persoon):
    assert te_zien(tabel, persoon, Bereik(leest_mee=frozenset({persoon.pk})))


def test_a_gemeente_without_names_hides_the_name_and_nothing_else(tabel, persoon, beide):
    dicht = Bereik(gemeenten=beide.gemeenten, zonder_namen=van("Hilversum").gemeenten)

    assert te_zien(tabel, persoon, dicht) is (tabel != "statushouders_naam")


def test_moving_a_dossier_changes_nothing_in_it(tabel, persoon, beide):
    with bereik_transactie(beide):
        verhuis(persoon)

        assert vraag(f"select count(*) from {tabel}event") == 1


def test_nobody_puts_it_where_the_dossier_is_not(tabel, persoon, beide):
    with bereik_transactie(beide):
        vraag(f"update {tabel} set plek = %s", gemeente("Huizen").pk)

        assert vraag(PLEK.format(tabel=tabel), persoon.pk) is True


def test_it_is_not_written_in_a_dossier_out_of_sight(persoon):
    with pytest.raises(DatabaseError, match="row-level security"), bereik_transactie(van("Huizen")):
        vraag(
            "insert into statushouders_naam"
            " (statushouder_id, voornaam, achternaam, sorteernaam, zoeknaam, plek)"
            " values (%s, 'Een', 'Ander', 'ander', 'een', %s)",
            persoon.pk,
            gemeente("Huizen").pk,
        )


def test_a_name_written_while_the_dossier_moves_stands_where_it_went(persoon, beide):
    with bereik_transactie(beide):
        Naam.objects.filter(pk=persoon.pk).delete()
    verhuisd, schrijft = threading.Event(), threading.Event()

    def een_van_twee(nummer: int) -> None:
        with bereik_transactie(beide):
            if nummer == 0:
                verhuis(persoon)
                verhuisd.set()
                schrijft.wait(0.3)
            else:
                verhuisd.wait(10)
                Naam.objects.create(statushouder=persoon, voornaam="Rahel")
                schrijft.set()

    assert tegelijk(een_van_twee, 2) == []

    with bereik_transactie(beide), transaction.atomic():
        assert Statushouder.objects.get(pk=persoon.pk).dossiergemeente == gemeente("Huizen")
        assert vraag(PLEK.format(tabel="statushouders_naam"), persoon.pk) is True
