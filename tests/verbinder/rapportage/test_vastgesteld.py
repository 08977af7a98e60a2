"""What is adopted never changes: not by the app, not by the owner, not by a superuser."""

import io

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import Error, connection, transaction

from regio.rijrechten import zet_bereik
from regio.toegang import Bereik
from tests.verbinder.rapportage.conftest import DOOR, NU, stel_vast
from verbinder.rapportage import services
from verbinder.rapportage.controle import afwijkingen
from verbinder.rapportage.models import Cijfer, Tekst, Versie, WaarCijfer
from verbinder.rapportage.opslag import laatste_opname, rapport_van

TABELLEN = (
    "rapportage",
    "versie",
    "momentopname",
    "cijfer",
    "waarcijfer",
    "tekst",
    "stap",
    "bestand",
    "vaststelling",
)
ROLLEN = ("verbinder_dossier", "verbinder_eigenaar", "")


def als(rol: str) -> str:
    """SQL that takes a role; empty is the log-in of the tests, a superuser."""
    return f"set local role {rol}" if rol else "reset role"


def probeer(rol: str, opdracht: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(als(rol))
        cursor.execute("select set_config('verbinder.eigenaar_bereik', 'alles', true)")
        cursor.execute(opdracht)


def test_no_row_of_an_adopted_report_is_changed_or_deleted_by_anyone(vastgesteld):
    for rol in ROLLEN:
        for tabel in TABELLEN:
            for opdracht in ("update verbinder_{} set id = id", "delete from verbinder_{}"):
                with pytest.raises(Error, match="alleen toegevoegd|permission denied"):
                    probeer(rol, opdracht.format(tabel))


def test_no_table_of_reports_is_emptied_by_a_superuser(vastgesteld):
    for tabel in TABELLEN:
        with pytest.raises(Error, match="alleen toegevoegd"):
            probeer("", f"set constraints all immediate; truncate verbinder_{tabel} cascade")


def test_nothing_is_added_to_an_adopted_report(vastgesteld):
    opname = laatste_opname(vastgesteld)
    vaste_rijen = [
        lambda: vastgesteld.stappen.create(soort="verstuurd", op=NU, wie="iemand"),
        lambda: vastgesteld.teksten.create(deel="kern", volgnummer=99, op=NU, wie="iemand"),
        lambda: vastgesteld.bestanden.create(
            uitgave=9, soort="rapport.pdf", inhoud=b"", grootte=0, sha256="", gemaakt_op=NU
        ),
        lambda: Cijfer.objects.create(
            momentopname=opname, volgorde=99_999, indicator="A1", uitsplitsing="x", categorie="y"
        ),
    ]
    for voeg_toe in vaste_rijen:
        with pytest.raises(Error, match="vastgesteld"), transaction.atomic():
            voeg_toe()


def test_the_services_say_so_in_words(vastgesteld):
    with pytest.raises(ValidationError, match="vastgesteld"):
        services.schrijf_tekst(
            versie=vastgesteld, deel="kern", tekst="Anders.", gelezen=1, nu=NU, door=DOOR
        )
    with pytest.raises(ValidationError, match="gesloten"):
        services.meet_opnieuw(versie=vastgesteld, nu=NU, door=DOOR)
    with pytest.raises(ValidationError, match="vastgesteld"):
        stel_vast(vastgesteld)


def test_the_fingerprint_fits_until_somebody_gets_past_every_guard(vastgesteld):
    vaststelling = vastgesteld.vaststelling
    assert list(afwijkingen(vaststelling, ook_waar=True)) == []

    with connection.cursor() as cursor:
        cursor.execute("reset role; set local session_replication_role = replica")
        cursor.execute("update verbinder_cijfer set weergave = '95' where indicator = 'A1'")
        cursor.execute("set local session_replication_role = origin; set role verbinder_dossier")

    assert [a.wat for a in afwijkingen(vaststelling, ook_waar=True)] == [
        "De cijfers, teksten of gegevens zijn niet meer dezelfde."
    ]


def test_a_changed_file_is_named(vastgesteld):
    with connection.cursor() as cursor:
        cursor.execute("reset role; set local session_replication_role = replica")
        cursor.execute("update verbinder_bestand set inhoud = 'x' where soort = 'rapport.pdf'")
        cursor.execute("set local session_replication_role = origin; set role verbinder_dossier")

    gevonden = {a.wat for a in afwijkingen(vastgesteld.vaststelling, ook_waar=True)}

    assert gevonden == {"Het bestand rapport.pdf is niet meer hetzelfde."}


def test_a_second_version_stands_beside_the_adopted_one(gooi, vastgesteld):
    eerst = rapport_van(vastgesteld).boek.cellen

    tweede, nieuw = services.zorg_voor_versie(
        regio=gooi, halfjaar=vastgesteld.rapportage.periode, nummer=2, nu=NU, door=DOOR
    )

    assert nieuw
    assert tweede.rapportage == vastgesteld.rapportage
    assert rapport_van(vastgesteld).boek.cellen == eerst


def test_a_second_version_waits_for_the_vaststelling_of_the_first(gooi, verstuurd):
    with pytest.raises(ValidationError, match="nog niet vastgesteld"):
        services.zorg_voor_versie(
            regio=gooi, halfjaar=verstuurd.rapportage.periode, nummer=2, nu=NU, door=DOOR
        )


def test_closed_figures_are_not_measured_again(verstuurd):
    with pytest.raises(ValidationError, match="gesloten"):
        services.meet_opnieuw(versie=verstuurd, nu=NU, door=DOOR)
    with pytest.raises(Error, match="gesloten"), transaction.atomic():
        verstuurd.momentopnamen.create(
            volgnummer=99, peildatum="2026-06-30", bekend_op=NU, gemeten_op=NU, regel="standaard"
        )


def test_a_report_is_adopted_only_after_it_was_sent(versie):
    with pytest.raises(ValidationError, match="Verstuur eerst"):
        stel_vast(versie)


def test_two_writers_do_not_overwrite_each_other(versie):
    services.schrijf_tekst(
        versie=versie, deel="kern", tekst="Van de een.", gelezen=1, nu=NU, door=DOOR
    )
    with pytest.raises(ValidationError, match="net gewijzigd"):
        services.schrijf_tekst(
            versie=versie, deel="kern", tekst="Van de ander.", gelezen=1, nu=NU, door=DOOR
        )


@pytest.mark.parametrize("tekst", ["{{Z9}}", "{{A3", "{{A4 actielijn 9}}", "{{ A3 }"])
def test_a_reference_to_a_figure_that_does_not_exist_is_refused(versie, tekst):
    with pytest.raises(ValidationError, match="cijfer"):
        services.schrijf_tekst(versie=versie, deel="kern", tekst=tekst, gelezen=1, nu=NU, door=DOOR)


def test_texts_that_nobody_touched_follow_the_figures_and_written_ones_stay(versie):
    services.schrijf_tekst(
        versie=versie, deel="kern", tekst="Er zijn {{A1}} mensen.", gelezen=1, nu=NU, door=DOOR
    )
    services.meet_opnieuw(versie=versie, nu=NU, door=DOOR)

    laatste = Tekst.objects.filter(versie=versie, deel="kern").order_by("-volgnummer").first()

    assert laatste.tekst == "Er zijn {{A1}} mensen."


class TestWhoReachesTheTrueValues:
    def test_the_maker_of_the_report_does(self, verstuurd):
        assert WaarCijfer.objects.exists()

    @pytest.mark.parametrize("wat", [Cijfer, Tekst])
    def test_a_reader_reaches_what_was_sent_and_no_true_value(self, verstuurd, wat):
        zet_bereik(Bereik(publicaties=frozenset({verstuurd.rapportage.regio_id})))

        assert wat.objects.exists()
        assert not WaarCijfer.objects.exists()

    def test_a_reader_reaches_nothing_of_a_report_that_was_not_sent(self, versie):
        zet_bereik(Bereik(publicaties=frozenset({versie.rapportage.regio_id})))

        assert Versie.objects.exists()
        assert not Cijfer.objects.exists()
        assert not Tekst.objects.exists()

    def test_a_verbinder_of_another_region_adds_nothing(self, versie):
        zet_bereik(Bereik(cijferregios=frozenset({versie.rapportage.regio_id + 1})))

        with pytest.raises(Error, match="row-level security"), transaction.atomic():
            versie.stappen.create(soort="gesloten", op=NU, wie="vreemde")


def test_the_command_tells_which_report_changed(vastgesteld):
    uit = io.StringIO()
    call_command("controleer_rapporten", stdout=uit)
    assert "AM12 2026-1 versie 1: klopt" in uit.getvalue()

    with connection.cursor() as cursor:
        cursor.execute("reset role; set local session_replication_role = replica")
        cursor.execute("update verbinder_waarcijfer set teller = 1 where indicator = 'A1'")
        cursor.execute("set local session_replication_role = origin; set role verbinder_dossier")

    uit = io.StringIO()
    with pytest.raises(CommandError, match="iets veranderd"):
        call_command("controleer_rapporten", stdout=uit)
    assert "AM12 2026-1 versie 1: FOUT" in uit.getvalue()
    assert "ware cijfers" in uit.getvalue()
