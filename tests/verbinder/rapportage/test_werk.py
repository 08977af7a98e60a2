"""Celery makes every report once: whatever is delivered twice, dies half-way or slept for days."""

import threading
from datetime import date
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.utils import timezone

from regio import uitvak
from regio.models import Arbeidsmarktregio, Opdracht
from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.hulp.dode_worker import laat_worker_sterven
from tests.mensen import maak_gebruiker
from tests.regio.sturing.gelijktijdig import tegelijk
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU
from verbinder.rapportage import services, tasks
from verbinder.rapportage.models import Cijfer, Momentopname, Tekst, Versie
from verbinder.rapportage.planning import ontbrekende_rapporten
from verbinder.rapportage.werk import vraag_rapport

NA_HET_HALFJAAR = date(2026, 7, 1)


@pytest.fixture
def stil(monkeypatch):
    """Nobody hears the bell: the test delivers the work itself."""
    monkeypatch.setattr(uitvak.doe_opdracht, "delay", lambda *args, **kwargs: None)
    monkeypatch.setattr(tasks, "vandaag", lambda: NA_HET_HALFJAAR)


@pytest.fixture
def in_gebruik(eigen_database, stil):
    """A region in use since May, with some people, in a database where everything is committed."""
    regio = gegevens.regio()
    Arbeidsmarktregio.objects.filter(pk=regio.pk).update(in_gebruik_sinds=date(2026, 5, 1))
    gegevens.vul(regio, 30)
    gegevens.lever_aan(regio)
    return regio


def voer_uit(opdracht) -> str:
    return uitvak.doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)


def tel(regio) -> SimpleNamespace:
    """What there is of reports, as who makes them sees it."""
    with bereik_transactie(Bereik(cijferregios=frozenset({regio.pk}))):
        return SimpleNamespace(
            versies=Versie.objects.count(),
            opnamen=Momentopname.objects.count(),
            cijfers=Cijfer.objects.count(),
            teksten=Tekst.objects.count(),
        )


def codes(op) -> list[tuple[str, str]]:
    return [(regio.code, h.code) for regio, h in ontbrekende_rapporten(op)]


class TestWhichReportsAreMissing:
    def test_none_for_a_region_that_is_not_in_use(self, db):
        assert codes(NA_HET_HALFJAAR) == []

    def test_the_half_year_that_just_ended_where_a_verbinder_works(self, db):
        maak_gebruiker("iemand", "verbinder", "AM12")

        assert codes(date(2026, 7, 1)) == [("AM12", "2026-1")]
        assert codes(date(2026, 6, 30)) == [("AM12", "2025-2")]

    def test_every_half_year_since_the_region_came_into_use_however_long_all_was_off(self, db):
        Arbeidsmarktregio.objects.filter(code="AM12").update(in_gebruik_sinds=date(2025, 3, 1))

        assert codes(date(2026, 7, 3)) == [("AM12", h) for h in ("2025-1", "2025-2", "2026-1")]

    def test_none_that_is_there_already(self, gooi, versie):
        Arbeidsmarktregio.objects.filter(code="AM12").update(in_gebruik_sinds=date(2026, 1, 1))

        assert codes(date(2026, 7, 1)) == []
        assert codes(date(2027, 1, 1)) == [("AM12", "2026-2")]


@pytest.mark.database
def test_two_beats_and_a_task_delivered_twice_make_one_report(in_gebruik):
    assert tasks.maak_halfjaarrapportages() == 1
    assert tasks.maak_halfjaarrapportages() == 1
    opdracht = Opdracht.objects.get()

    assert voer_uit(opdracht) == "klaar"
    assert voer_uit(opdracht) == "niets te doen"
    assert tel(in_gebruik).versies == tel(in_gebruik).opnamen == 1
    assert tasks.maak_halfjaarrapportages() == 0


@pytest.mark.database
def test_workers_that_make_the_same_report_at_once_make_one(in_gebruik):
    """Past the outbox too: two opdrachten for one version, as after a change of the key."""
    with transaction.atomic():
        eerste = vraag_rapport(regio=in_gebruik, halfjaar=HALFJAAR, nummer=1, door=DOOR)
    opdrachten = [eerste]
    for nummer in range(2):
        gegevens_ = {**eerste.gegevens}
        opdrachten.append(
            Opdracht.objects.create(
                taak=eerste.taak,
                gegevens=gegevens_,
                wie=eerste.wie,
                bereik=eerste.bereik,
                sleutel=f"nog eens {nummer}",
            )
        )
    antwoorden = []

    def doe(opdracht):
        antwoorden.append(voer_uit(opdracht))
        connection.close()

    draden = [threading.Thread(target=doe, args=[opdracht]) for opdracht in opdrachten]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert antwoorden == ["klaar"] * 3
    assert tel(in_gebruik).versies == tel(in_gebruik).opnamen == 1


@pytest.mark.database
def test_of_two_reports_sent_at_once_the_second_is_audited_beside_the_first(in_gebruik):
    """Each was audited without the other, so only one may be published on that verdict."""
    teller = Bereik(cijferregios=frozenset({in_gebruik.pk}))
    versies = []
    for halfjaar_ in (HALFJAAR, HALFJAAR.volgende):
        with bereik_transactie(teller):
            nieuw, _ = services.zorg_voor_versie(
                regio=in_gebruik, halfjaar=halfjaar_, nummer=1, nu=NU, door=DOOR
            )
            services.sluit_cijfers(versie=nieuw, nu=NU, door=DOOR)
            versies.append(nieuw)
    for nieuw in versies:
        with bereik_transactie(teller):
            assert services.controleer_kleine_aantallen(versie=nieuw, nu=NU, door=DOOR).klaar

    def verstuur(nummer: int) -> None:
        with bereik_transactie(teller):
            services.verstuur_concept(versie=versies[nummer], nu=NU, door=DOOR)

    (fout,) = tegelijk(verstuur, 2)

    assert "een ander rapport gepubliceerd" in str(fout)


WERKER_DIE_STERFT = """
import os, signal, sys, django
django.setup()
from regio import uitvak
from regio.models import Opdracht
from verbinder.rapportage import werk
from verbinder.rapportage.services import versies

def sterf(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(versies, sys.argv[1], sterf)
opdracht = Opdracht.objects.get()
uitvak.doe_opdracht(opdracht.pk, door=opdracht.wie, bereik=opdracht.bereik)
"""


@pytest.mark.broker
@pytest.mark.parametrize("waar", ["meet_rapport", "bewaar_concepttekst", "noteer_versie"])
def test_a_worker_killed_at_any_moment_leaves_no_report_and_the_work_is_done_again(
    in_gebruik, eigen_database, waar
):
    tasks.maak_halfjaarrapportages()
    opdracht = Opdracht.objects.get()

    laat_worker_sterven(WERKER_DIE_STERFT, waar, database=eigen_database)

    assert vars(tel(in_gebruik)) == {"versies": 0, "opnamen": 0, "cijfers": 0, "teksten": 0}
    assert voer_uit(opdracht) == "klaar"
    geteld = tel(in_gebruik)
    assert (geteld.versies, geteld.opnamen) == (1, 1)
    assert geteld.cijfers > 1000


@pytest.mark.database
def test_work_that_was_given_up_gets_new_courage_when_it_is_asked_for_again(in_gebruik):
    tasks.maak_halfjaarrapportages()
    Opdracht.objects.update(pogingen=uitvak.MEESTE_POGINGEN, volgende_poging=timezone.now())
    opdracht = Opdracht.objects.get()
    assert voer_uit(opdracht) == "niets te doen"

    tasks.maak_halfjaarrapportages()

    assert voer_uit(opdracht) == "klaar"


@pytest.mark.database
def test_the_log_says_who_made_the_report(in_gebruik):
    from regio.models import Logregel

    tasks.maak_halfjaarrapportages()
    voer_uit(Opdracht.objects.get())

    with bereik_transactie(Bereik(logregios=frozenset({in_gebruik.pk}))):
        regel = Logregel.objects.get(handeling="rapport.gemaakt")
    assert (regel.wie, regel.gegevens["halfjaar"]) == ("planner", halfjaar(2026, 1).code)
