"""The archive and the series: what was adopted, never what is known now."""

import pytest
from django.urls import reverse

from regio.perioden import halfjaar
from tests.verbinder.rapportage import gegevens
from tests.verbinder.rapportage.conftest import DOOR, HALFJAAR, NU, stel_vast
from verbinder.rapportage import services
from verbinder.rapportage.models import Cijfer, Momentopname, Versie
from verbinder.rapportage.opslag import laatste_opname
from verbinder.rapportage.rapport import Definitie
from verbinder.rapportage.reeks import Moment, Reeks, Reeksen

ARCHIEF = reverse("rapportage_archief", kwargs={"regio": "AM12"})
REEKS = reverse("rapportage_reeks", kwargs={"regio": "AM12"})


def maak_vastgesteld(regio, welk):
    versie, _ = services.zorg_voor_versie(regio=regio, halfjaar=welk, nummer=1, nu=NU, door=DOOR)
    services.sluit_cijfers(versie=versie, nu=NU, door=DOOR)
    services.controleer_kleine_aantallen(versie=versie, nu=NU, door=DOOR)
    services.verstuur_concept(versie=versie, nu=NU, door=DOOR)
    stel_vast(versie)
    return versie


@pytest.fixture
def twee(vastgesteld, gooi):
    """An adopted report, and one of a year before; between them nothing was adopted."""
    return maak_vastgesteld(gooi, HALFJAAR.jaar_eerder), vastgesteld


def moment(welk, *, weergave="", getal=None, status="getal", **opname) -> Moment:
    vast = {"definities": [["A1", "In beeld", "Wie in beeld is.", "personen"]], "levering": []}
    return Moment(
        welk,
        Versie(nummer=1),
        Momentopname(**{**vast, "indeling": {"peildatum": []}, "regel": "standaard", **opname}),
        Cijfer(weergave=weergave, getal=getal, status=status, maat="aantal", eenheid="personen"),
    )


def reeks(*momenten) -> Reeks:
    return Reeks(Definitie("A1", "In beeld", "Wie in beeld is.", "personen"), momenten)


EERST, DAARNA = halfjaar(2025, 2), halfjaar(2026, 1)


class TestTheSeries:
    def test_it_holds_what_was_adopted_and_says_where_nothing_was(self, twee):
        oud, nieuw = twee
        gekozen = Reeksen(twee).van("A1")

        verwacht = [
            laatste_opname(oud).cijfers.get(indicator="A1", uitsplitsing="totaal").weergave,
            "geen vastgesteld rapport",
            laatste_opname(nieuw).cijfers.get(indicator="A1", uitsplitsing="totaal").weergave,
        ]
        assert [m.weergave for m in gekozen.momenten] == verwacht

    def test_of_two_adopted_versions_the_last_counts(self, vastgesteld, gooi, teller):
        tweede, _ = services.zorg_voor_versie(
            regio=gooi, halfjaar=HALFJAAR, nummer=2, nu=NU, door=DOOR
        )
        services.sluit_cijfers(versie=tweede, nu=NU, door=DOOR)
        services.controleer_kleine_aantallen(versie=tweede, nu=NU, door=DOOR)
        services.verstuur_concept(versie=tweede, nu=NU, door=DOOR)
        stel_vast(tweede)

        (enige,) = Reeksen([tweede, vastgesteld]).van("A1").momenten
        assert enige.versie == tweede

    def test_a_secret_stays_a_word_and_is_not_drawn(self):
        gekozen = reeks(
            moment(EERST, weergave="geheim", status="geheim"),
            moment(DAARNA, weergave="40", getal=40),
        )

        assert [m.weergave for m in gekozen.momenten] == ["geheim", "40"]
        assert gekozen.noten == ["Geheim: 7 of minder."]
        assert [cel.tekst for cel in gekozen.grafiek.rijen[0]] == ["In beeld", "geheim", "40"]

    def test_it_says_where_the_meaning_or_the_region_or_the_rule_changed(self):
        anders = [["A1", "In beeld", "Iets anders.", "personen"]]
        gekozen = reeks(
            moment(EERST, indeling={"peildatum": [["GM1", "Weesp"], ["GM2", "Laren"]]}),
            moment(
                DAARNA,
                definities=anders,
                indeling={"peildatum": [["GM2", "Laren"], ["GM3", "Huizen"]]},
                regel="streng",
                levering=[{"naam": "Laren", "op": None}],
            ),
        )

        vanaf = "Vanaf 2026, 1e halfjaar"
        assert gekozen.noten == [
            f"{vanaf} betekent dit cijfer iets anders. Eerst: Wie in beeld is.",
            f"{vanaf} met Huizen.",
            f"{vanaf} zonder Weesp.",
            f"{vanaf} geldt voor kleine aantallen de regel 'streng' in plaats van 'standaard'.",
            "2026, 1e halfjaar: exclusief Laren.",
        ]

    def test_numbers_below_zero_are_a_table_without_a_line(self):
        assert reeks(moment(EERST, weergave="-5,00", getal=-5)).grafiek is None


class TestThePages:
    def test_the_archive_has_every_adopted_report_and_no_concept(self, twee, als, teller):
        pagina = als("directieoverleg").get(ARCHIEF).content.decode()

        for welk in ("2026-1", "2025-1"):
            assert f"/rapportages/AM12/{welk}/1/bestand/rapport.pdf" in pagina
        assert "niet gemaakt" in pagina

    def test_a_concept_is_in_neither(self, verstuurd, als):
        client = als("directieoverleg")

        assert "nog geen rapport vastgesteld" in client.get(ARCHIEF).content.decode()
        assert "nog geen rapport vastgesteld" in client.get(REEKS).content.decode()

    def test_the_series_does_not_move_when_people_are_added(self, vastgesteld, gooi, als):
        client = als("directieoverleg")
        eerst = client.get(REEKS + "?cijfer=A1").content.decode()
        gegevens.vul(gooi, 50, zaad=9)

        assert "<b>200</b>" in eerst
        assert "<b>200</b>" in client.get(REEKS + "?cijfer=A1").content.decode()

    def test_the_same_numbers_come_as_a_file(self, twee, als):
        antwoord = als("directieoverleg").get(REEKS + "?cijfer=A1&formaat=csv")
        regels = antwoord.content.decode("utf-8-sig").splitlines()

        assert antwoord.headers["Content-Disposition"] == (
            'attachment; filename="reeks-AM12-A1.csv"'
        )
        assert regels[0].startswith("Halfjaar;Cijfer")
        assert regels[-1].startswith("2026-1;200;;1;2026-06-30")

    @pytest.mark.parametrize("cijfer", ["Q9", "A1'--", "E1", "A1 gemeente GM0402"])
    def test_a_figure_outside_the_book_is_a_404(self, vastgesteld, als, cijfer):
        assert als("directieoverleg").get(REEKS, {"cijfer": cijfer}).status_code == 404

    def test_another_region_is_not_there(self, vastgesteld, als):
        assert als("vreemde_verbinder").get(ARCHIEF).status_code == 404
        assert als("vreemde_verbinder").get(REEKS).status_code == 404
