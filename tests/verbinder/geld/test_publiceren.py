"""What outsiders see of money: amounts to the cent, and never how many people are behind one."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from regio.models import Gemeente
from regio.perioden import halfjaar_uit_code
from regio.toegang import Gebied
from tests.naief.laad import geladen
from tests.naief.wereld import Wereld
from tests.regio.sturing.boekhouding import als_controller
from tests.regio.sturing.uren import schrijf_uren, stel_aan
from tests.verbinder.indicatoren.hulp import iemand, traject
from verbinder.indicatoren import Cijfer, Eenheid, Maat, Plaats
from verbinder.indicatoren.geld import GELD
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.onthulling.cellen import Status
from verbinder.onthulling.regel import MILD, STANDAARD, publiceer
from verbinder.rapportage.cijfers import meet_rapport
from verbinder.rapportage.concepttekst import concepttekst
from verbinder.rapportage.opbouw import maak_document
from verbinder.rapportage.opslag import vers_rapport

PER_PERSOON = "F7.per_bereikte_persoon"
NU = datetime(2024, 9, 15, 12, tzinfo=UTC)


def gepubliceerd(mensen: int, *, weggelaten=frozenset(), zonder=frozenset(), regel=STANDAARD):
    """The cell of EUR 9,506.05 over so many people."""
    bedrag = Decimal("9506.05")
    cijfers = [
        Cijfer(Plaats("A6"), Eenheid.PERSONEN, Maat.AANTAL, mensen, None, mensen),
        Cijfer(Plaats(PER_PERSOON), Eenheid.EURO, Maat.VERHOUDING, bedrag, Decimal(mensen),
               (bedrag / mensen).quantize(Decimal("0.01"))),
    ]  # fmt: skip
    cellen = publiceer(cijfers, regel, weggelaten, niet_aangeleverd=zonder)
    return next(cel for cel in cellen if cel.plaats.indicator == PER_PERSOON)


class TestPerPersoon:
    def test_the_published_amount_is_per_published_person(self):
        cel = gepubliceerd(97)

        assert (cel.noemer, cel.weergave) == (95, "100,06")

    @pytest.mark.parametrize(
        ("mensen", "status"),
        [(7, Status.GEHEIM), (9, Status.TE_KLEIN), (12, Status.TE_KLEIN), (13, Status.GETAL)],
    )
    def test_it_is_there_when_the_published_number_says_ten_or_more(self, mensen, status):
        assert gepubliceerd(mensen).status == status

    def test_under_the_milder_rule_ten_is_ten(self):
        assert gepubliceerd(9, regel=MILD).status == Status.TE_KLEIN
        assert gepubliceerd(10, regel=MILD).weergave == "950,61"

    def test_it_is_left_out_with_the_number_that_it_is_divided_by(self):
        cel = gepubliceerd(97, weggelaten={("A6", "totaal")})

        assert cel.status == Status.NIET_UITGESPLITST

    def test_it_is_not_there_while_people_of_a_gemeente_are_missing(self):
        assert gepubliceerd(97, zonder={"GM0402"}).status == Status.NIET_AANGELEVERD

    @pytest.mark.django_db
    def test_the_people_of_the_half_year_count_once_each(self, mensen):
        wereld = Wereld(
            *_halfjaar(),
            tuple(
                replace(
                    iemand(
                        traject("2024-02-01", ref=f"a{n}"),
                        traject("2024-03-01", lijn=2, ref=f"b{n}"),
                    ),
                    nummer=n,
                )
                for n in range(1, 13)
            ),
        )  # fmt: skip
        with geladen(wereld) as sleutels, als_controller(mensen.controller) as boeken:
            boeken.bijdrage("68000")
            boeken.besteding("1200", "2024-04-01", kostensoort="activiteit")
            van_geld = meet(Meting(_gebied(sleutels), halfjaar_uit_code("2024-1")), GELD)
        waarden = {c.plaats.indicator: c for c in van_geld if c.plaats.uitsplitsing == "totaal"}

        assert (waarden[PER_PERSOON].noemer, waarden[PER_PERSOON].waarde) == (12, 100)
        assert waarden["F7.per_geplaatste_persoon"].waarde is None


@pytest.mark.django_db
class TestRapport:
    def test_money_is_in_the_report_though_nobody_delivered(self, boeken):
        rapport = _rapport(boeken, "2024-1")
        boek = rapport.boek

        assert boek["F3"].weergave == "68000,00"
        assert boek["F6"].weergave == "-500,00"
        assert boek.zoek("F5", "gemeente", "GM0402").weergave == "45000,00"
        assert boek.zoek("F5", "herkomst", "2023-du").label == "Decentralisatie-uitkering 2023"
        assert boek["A1"].status == Status.NIET_AANGELEVERD
        assert boek[PER_PERSOON].status == Status.NIET_AANGELEVERD
        # 841 hours is how people speak of it; the cents stay in the true value.
        assert boek["F7.ingezet"].weergave == "14"

    def test_the_part_about_money_has_its_tables_and_draft_text(self, boeken):
        rapport = _rapport(boeken, "2024-1")
        rapport = replace(rapport, teksten=concepttekst(rapport))

        deel = next(s for s in maak_document(rapport).secties if s.deel == "geld")
        tekst = " ".join(blok.tekst for blok in deel.blokken if blok.soort == "alinea")
        tabellen = {blok.titel: blok for blok in deel.blokken if blok.soort == "tabel"}

        assert "€ 68.000,00 beschikbaar" in tekst
        assert "Er is een tekort: vrij te besteden is −€ 500,00." in tekst
        assert "werkte de verbinder 14 uur" in tekst
        herkomst = tabellen["Herkomst van het geld van 2024"]
        assert herkomst.koppen == ("Geld", "Decentralisatie-uitkering 2023", "Totaal")
        assert ("Beschikbaar in het jaar", "€ 68.000,00", "€ 68.000,00") in herkomst.rijen
        assert tabellen["Besteed per gemeente"].rijen[0] == (
            "Hilversum", "€ 45.000,00", "€ 45.000,00",
        )  # fmt: skip

    def test_a_region_without_money_says_so(self, boeken):
        deel = next(s for s in maak_document(_leeg(boeken, "2024-1")).secties if s.deel == "geld")

        assert [blok.tekst for blok in deel.blokken] == [
            "Over dit jaar is in Verbinder nog geen geld geboekt."
        ]

    def test_in_the_second_half_the_draft_asks_to_carry_over_what_is_left(self, boeken):
        boeken.bijdrage("68000", jaar=2024, datum="2024-06-01")
        rapport = _leeg(boeken, "2024-2")

        assert "doorschuiven van 2024 naar 2025" in concepttekst(rapport)["besluit"]
        assert "doorschuiven" not in concepttekst(_leeg(boeken, "2024-1"))["besluit"]
        boeken.besteding("68000", herkomstjaar=2024, datum="2024-09-01")
        assert "doorschuiven" not in concepttekst(_leeg(boeken, "2024-2"))["besluit"]


def _rapport(boeken, halfjaar: str):
    boeken.bijdrage("68000")
    boeken.doorschuiving("68000")
    schrijf_uren(stel_aan(boeken.regio, wie="een"), date(2024, 4, 1), Decimal("13.71"))
    hilversum = list(Gemeente.objects.filter(naam="Hilversum"))
    boeken.besteding("45000", gemeenten=hilversum)
    boeken.besteding("23500", met_tekort=True)
    return _leeg(boeken, halfjaar)


def _leeg(boeken, halfjaar: str):
    cijfers = meet_rapport(boeken.regio, halfjaar_uit_code(halfjaar), bekend_op=NU)
    return vers_rapport(cijfers, versie=1)


def _halfjaar():
    halfjaar = halfjaar_uit_code("2024-1")
    return halfjaar.van, halfjaar.tot


def _gebied(sleutels):
    return Gebied(sleutels.regios["AM12"])
