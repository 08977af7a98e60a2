"""Nothing is sent or adopted before the audit, and readers reach only what it left."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import Error, transaction
from django.urls import reverse

from regio.rijrechten import zet_bereik
from regio.toegang import Bereik, Gebied
from tests.mensen import geef, maak_gebruiker
from tests.verbinder.onthulling.strijd import bestorm
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU, stel_vast
from tests.verbinder.rapportage.gevallen import HIER
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.regiometing import meet_regio
from verbinder.onthulling.verslag import Weglating
from verbinder.rapportage import services
from verbinder.rapportage.los import maak_los_rapport
from verbinder.rapportage.models import Controle, Eigencijfers, Momentopname
from verbinder.rapportage.opslag import boek_van, laatste_opname, laatste_teksten
from verbinder.rapportage.services import controleren
from verbinder.rapportage.uitgave import bekende_uitgaven, publicatie_van, samen_bekend


def controleer(versie, **anders) -> Controle:
    return services.controleer_kleine_aantallen(versie=versie, nu=NU, door=DOOR, **anders)


@pytest.fixture
def gesloten(versie):
    services.sluit_cijfers(versie=versie, nu=NU, door=DOOR)
    return versie


def test_a_concept_is_not_sent_before_the_audit(gesloten):
    with pytest.raises(ValidationError, match="nog niet gedaan"):
        services.verstuur_concept(versie=gesloten, nu=NU, door=DOOR)


def test_open_figures_are_not_audited(versie):
    with pytest.raises(ValidationError, match="Sluit eerst"):
        controleer(versie)


def test_an_audit_that_runs_out_of_time_blocks_and_says_so(gesloten):
    controle = controleer(gesloten, seconden=0)

    assert not controle.klaar
    with pytest.raises(ValidationError, match="niet klaar. Start haar opnieuw"):
        services.verstuur_concept(versie=gesloten, nu=NU, door=DOOR)
    assert not Momentopname.objects.filter(van__isnull=False).exists()


def test_a_vaststelling_waits_for_a_new_audit_when_another_report_was_published(verstuurd, gooi):
    eerder, _ = services.zorg_voor_versie(
        regio=gooi, halfjaar=HALFJAAR.vorige, nummer=1, nu=NU, door=DOOR
    )
    services.sluit_cijfers(versie=eerder, nu=NU, door=DOOR)
    controleer(eerder)
    services.verstuur_concept(versie=eerder, nu=NU, door=DOOR)

    with pytest.raises(ValidationError, match="een ander rapport gepubliceerd"):
        stel_vast(verstuurd)
    controle = controleer(verstuurd)
    assert controle.bekend == [laatste_opname(eerder).pk]
    stel_vast(verstuurd)


def test_what_is_shown_is_what_the_audit_left(gesloten, monkeypatch):
    """Whatever it says to leave out is gone from every cell, and its crossings and merged forms."""
    echt = controleren.audit

    def streng(*args, **kwargs):
        verslag = echt(*args, **kwargs)
        extra = replace(_weglating(), indicator="A4", uitsplitsing="actielijn")
        return replace(verslag, weggelaten=(*verslag.weggelaten, extra))

    monkeypatch.setattr(controleren, "audit", streng)
    controleer(gesloten)

    uitgave = laatste_opname(gesloten)
    boek = boek_van(uitgave)
    assert uitgave.van is not None
    assert {cel.weergave for cel in boek.tabel("A4", "actielijn")} == {"niet uitgesplitst"}
    teksten = "".join(tekst.tekst for tekst in laatste_teksten(gesloten))
    assert "{{A4 actielijn" not in teksten


@pytest.mark.parametrize("genoeg", [True, False])
def test_the_maker_reads_when_time_was_too_short_for_who_believes_too_much(
    gesloten, monkeypatch, als, genoeg
):
    echt = controleren.audit
    stand = {"gelovigen_klaar": genoeg}
    monkeypatch.setattr(controleren, "audit", lambda *a, **k: replace(echt(*a, **k), **stand))
    assert controleer(gesloten).klaar

    pagina = als("verbinder").get(reverse("rapportage", kwargs=HIER)).content.decode()

    zin = "Lezers die ten onrechte aannemen dat niemand verhuisde"
    assert (zin in pagina) is not genoeg


def _weglating() -> Weglating:
    return Weglating("A1", "gemeente", cel="A1 gemeente GM0402", aanvaller="buitenstaander")


def test_the_stored_publication_withstands_the_attacker(verstuurd):
    publicatie = publicatie_van(laatste_opname(verstuurd), afstand=0)

    buit = bestorm(publicatie)
    assert buit.mogelijk
    assert (buit.exact, buit.smal) == ([], [])
    opgeslagen = {c.plaats: c.weergave for c in boek_van(laatste_opname(verstuurd))}
    assert {c.plaats: c.weergave for c in publicatie.cellen()} == opgeslagen


class TestWhatAReaderReaches:
    def test_only_the_published_form(self, verstuurd):
        zet_bereik(Bereik(publicaties=frozenset({verstuurd.rapportage.regio_id})))

        assert [opname.van_id for opname in Momentopname.objects.all()] != [None]
        assert not Momentopname.objects.filter(van__isnull=True).exists()
        assert not Controle.objects.exists()
        assert not Eigencijfers.objects.exists()

    def test_a_gemeente_reaches_its_own_figures_of_a_published_report_only(self, verstuurd, gooi):
        hilversum = next(g for g in gegevens.gemeenten_van(gooi) if g.naam == "Hilversum")
        zet_bereik(
            Bereik(publicaties=frozenset({gooi.pk}), cijfergemeenten=frozenset({hilversum.pk}))
        )

        assert {rij.gemeente for rij in Eigencijfers.objects.all()} == {hilversum.code}

    def test_a_gemeente_reaches_nothing_of_an_open_report(self, versie, gooi):
        alle = frozenset(g.pk for g in gegevens.gemeenten_van(gooi))
        zet_bereik(Bereik(publicaties=frozenset({gooi.pk}), cijfergemeenten=alle))

        assert not Eigencijfers.objects.exists()


def test_no_verdict_is_added_after_the_vaststelling(vastgesteld):
    with pytest.raises(Error, match="vastgesteld"), transaction.atomic():
        Controle.objects.create(
            versie=vastgesteld,
            momentopname=laatste_opname(vastgesteld).gemeten,
            volgnummer=99,
            klaar=True,
            verslag={},
            op=NU,
            wie="iemand",
        )


def test_the_last_publications_around_a_half_year_are_known(verstuurd, gooi):
    uitgave = laatste_opname(verstuurd)

    def afstanden(halfjaar, **rest):
        return bekende_uitgaven(gooi, halfjaar, **rest)

    assert afstanden(HALFJAAR.volgende) == [(uitgave, -1)]
    assert afstanden(HALFJAAR.vorige) == [(uitgave, 1)]
    assert afstanden(HALFJAAR) == [(uitgave, 0)]
    assert afstanden(HALFJAAR, behalve=uitgave.gemeten) == []
    assert afstanden(HALFJAAR.volgende.volgende) == []


def test_who_works_for_more_gemeenten_and_a_successor_know_them_together(gooi, mensen):
    samen = maak_gebruiker("samen")
    for naam in ("Blaricum", "Laren"):
        geef(samen, "klantmanager", naam)
    codes = {g.naam: g.code for g in gegevens.gemeenten_van(gooi)}

    groepen = samen_bekend(gooi, HALFJAAR, op=NU.date())
    assert frozenset({codes["Blaricum"], codes["Laren"]}) in groepen


def test_own_figures_of_a_gemeente_are_what_measuring_it_alone_gives(gooi, teller):
    meting = Meting(Gebied(gooi.pk), HALFJAAR)
    per_gemeente = meet_regio(meting).per_gemeente
    for gemeente in gegevens.gemeenten_van(gooi):
        alleen = Meting(Gebied(gooi.pk, frozenset({gemeente.pk}), met_ongekoppeld=False), HALFJAAR)
        anders = {
            c.plaats: (c.teller, c.noemer, c.waarde)
            for c in meet(alleen, [i for i in INDICATOREN.values() if not i.van_geld])
            if (c.teller or c.noemer)
            and "gemeente" not in c.plaats.uitsplitsing
            # A share of all that ended: nothing is kept of a reason that nobody had.
            and (c.teller or c.plaats[:2] != ("B3", "eindreden"))
        }
        eigen = {
            c.plaats: (c.teller, c.noemer, c.waarde)
            for c in per_gemeente.get(gemeente.code, ())
            if (c.teller or c.noemer) and (c.teller or c.plaats[:2] != ("B3", "eindreden"))
        }
        assert eigen == anders


def test_the_command_refuses_when_the_audit_cannot_finish(gooi, tmp_path, monkeypatch):
    monkeypatch.setattr("verbinder.rapportage.los.SECONDEN", 0.0)

    with pytest.raises(CommandError, match="niet klaar.*Er is niets geschreven"):
        call_command("rapporteer", regio="AM12", halfjaar="2026-1", uit=str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_two_half_years_written_to_files_one_after_the_other_keep_their_secrets(gooi, teller):
    """Nothing is stored of either: each is audited as if the one before were read as well."""
    nu = maak_los_rapport(regio=gooi, halfjaar=HALFJAAR, bekend_op=NU, op=NU.date())
    vorige = maak_los_rapport(regio=gooi, halfjaar=HALFJAAR.vorige, bekend_op=NU, op=NU.date())

    def publicatie(los):
        return replace(los.cijfers.publicatie, weggelaten=los.verslag.tabellen)

    buit = bestorm(publicatie(nu), publicatie(vorige))
    assert buit.mogelijk
    assert (buit.exact, buit.smal) == ([], [])
