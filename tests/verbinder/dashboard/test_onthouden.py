"""What was counted is kept only as long as counting would give the same."""

import threading
from datetime import date

import pytest
from django.db import connection
from django.db.utils import ProgrammingError

from regio.models import Arbeidsmarktregio, Gemeente, GemeenteInRegio, Trajectsoort
from regio.perioden import Periode
from regio.toegang import Gebied
from statushouders.models import EerdereAanmelding, EerdereWaarde, Statushouder, Verblijf
from tests.verbinder.dashboard.bouw import (
    alles_open,
    bijstand,
    iemand,
    plaatsing,
    traject,
    verhuis,
)
from verbinder.dashboard.stroom import STROOM
from verbinder.indicatoren import INDICATOREN
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.onthouden import meet_of_onthoud, stand
from verbinder.indicatoren.samen import Vraag, meet_samen
from verbinder.indicatoren.uitsplitsingen import tabellen_van

pytestmark = pytest.mark.django_db

HALFJAAR = Periode(date(2026, 7, 1), date(2026, 11, 21))
EERDER = Periode(date(2026, 1, 1), date(2026, 7, 1))


def onthoud(gebied: Gebied, vragen):
    """The figures of one territory in the state of now."""
    return meet_of_onthoud({gebied: vragen}, stand(gebied.regio_id))[gebied]


@pytest.fixture
def gooi(db) -> int:
    return Arbeidsmarktregio.objects.get(code="AM12").pk


def test_measuring_together_gives_what_measuring_apart_gives(wereld, gooi):
    hilversum = Gemeente.objects.get(naam="Hilversum").pk
    for gebied in (Gebied(gooi), Gebied(gooi, frozenset({hilversum}), met_ongekoppeld=False)):
        vragen = [
            Vraag(indicator, periode, tabellen_van(indicator))
            for indicator in INDICATOREN.values()
            for periode in (HALFJAAR, EERDER)
        ]
        samen = meet_samen(gebied, vragen)
        for periode in (HALFJAAR, EERDER):
            for cijfer in meet(Meting(gebied, periode)):
                indicator = INDICATOREN[cijfer.plaats.indicator]
                _, uitsplitsing, categorie = cijfer.plaats
                assert samen.cijfer(indicator, periode, uitsplitsing, categorie) == cijfer


def test_what_is_shared_is_not_cut_to_the_gemeente_before_one_plaatsing_decides(wereld, gooi):
    """Somebody of Hilversum moved, and found better work in Huizen in the same half-year."""
    persoon = iemand(werk=((date(2026, 7, 6), None, "vrijwilligerswerk"),))
    verhuis(persoon, "Huizen", date(2026, 8, 10))
    with alles_open():
        plaatsing(persoon, date(2026, 9, 1))
    hilversum = Gemeente.objects.get(naam="Hilversum").pk
    gebied = Gebied(gooi, frozenset({hilversum}), met_ongekoppeld=False)
    # One that looks at all plaatsingen, and one for which a single one decides.
    vragen = [Vraag(INDICATOREN["C1"], HALFJAAR), Vraag(INDICATOREN["C2"], HALFJAAR)]

    samen = meet_samen(gebied, vragen)

    apart = {c.plaats.indicator: c for c in meet(Meting(gebied, HALFJAAR), tabellen=())}
    for code in ("C1", "C2"):
        assert samen.cijfer(INDICATOREN[code], HALFJAAR) == apart[code]


def test_what_is_kept_is_what_was_counted_and_is_not_counted_again(
    wereld, gooi, django_assert_num_queries
):
    vragen = [Vraag(INDICATOREN["A4"], HALFJAAR, ("actielijn",)), Vraag(INDICATOREN["B2"], EERDER)]
    eerst = onthoud(Gebied(gooi), vragen)

    with django_assert_num_queries(1):  # the state alone
        daarna = onthoud(Gebied(gooi), vragen)

    a4 = INDICATOREN["A4"]
    assert daarna.cijfer(a4, HALFJAAR) == eerst.cijfer(a4, HALFJAAR)
    assert daarna.aantal(a4, HALFJAAR) == 4


def test_another_area_has_figures_of_its_own(wereld, gooi):
    a1 = INDICATOREN["A1"]
    huizen = Gemeente.objects.get(naam="Huizen").pk
    for gebied, aantal in ((Gebied(gooi), 7), (Gebied(gooi, frozenset({huizen}), False), 1)):
        antwoord = onthoud(gebied, [Vraag(a1, HALFJAAR)])
        assert antwoord.aantal(a1, HALFJAAR) == aantal


# Every kind of change of a row that some figure reads.
WIJZIGINGEN = {
    "een traject begint": lambda w: traject(w.jong, date(2026, 11, 1)),
    "een traject eindigt": lambda w: w.met_traject.trajecten.update(
        einddatum=date(2026, 11, 1), eindreden="onbekend"
    ),
    "een traject gaat weg": lambda w: w.met_traject.trajecten.all().delete(),
    "een plaatsing begint": lambda w: plaatsing(w.jong, date(2026, 11, 1)),
    "een plaatsing wordt ingetrokken": lambda w: w.werkt.plaatsingen.update(
        ingetrokken_op=date(2026, 11, 1), intrekreden="vergissing"
    ),
    "bijstand begint": lambda w: bijstand(w.jong, date(2026, 11, 1)),
    "bijstand eindigt eerder": lambda w: w.werkt.uitkeringen.update(tot_en_met=date(2026, 8, 1)),
    "iemand verhuist": lambda w: verhuis(w.jong, "Huizen", date(2026, 11, 2)),
    "iemand komt van het azc": lambda w: Verblijf.objects.create(
        statushouder=w.op_azc,
        soort="vestiging",
        gemeente=Gemeente.objects.get(naam="Hilversum"),
        van=date(2026, 11, 1),
    ),
    "iemand verlaat de regio": lambda w: verhuis(w.jong, "Utrecht", date(2026, 11, 2)),
    "iemand komt erbij": lambda w: iemand("Hilversum"),
    "de wet wordt verbeterd": lambda w: Statushouder.objects.filter(pk=w.jong.pk).update(
        wet="wi2007", leerroute="nvt"
    ),
    "iemand wordt ingetrokken": lambda w: Statushouder.objects.filter(pk=w.jong.pk).update(
        ingetrokken_op=date(2026, 11, 1), intrekreden="vergissing"
    ),
    "een eerdere waarde": lambda w: EerdereWaarde.objects.create(
        statushouder=w.jong, veld="wet", waarde="wi2013", tot_en_met=date(2026, 11, 10)
    ),
    "een eerdere aanmelding": lambda w: EerdereAanmelding.objects.create(
        statushouder=w.jong, aangemeld_op=date(2024, 1, 1), afgesloten_op=date(2024, 6, 1)
    ),
    "een verblijf gaat weg": lambda w: w.jong.verblijven.all().delete(),
    "een soort krijgt een andere code": lambda w: Trajectsoort.objects.filter(
        code="jobhunting"
    ).update(code="werk_zoeken"),
    "een gemeente krijgt een andere code": lambda w: Gemeente.objects.filter(
        naam="Hilversum"
    ).update(code="GM9402"),
    "een gemeente gaat later naar een andere regio": lambda w: GemeenteInRegio.objects.filter(
        gemeente__naam="Huizen"
    ).update(tot_en_met=date(2026, 9, 30)),
}


@pytest.mark.parametrize("wijziging", WIJZIGINGEN.values(), ids=WIJZIGINGEN.keys())
def test_every_change_gives_another_state_and_exact_figures(wereld, gooi, wijziging):
    vragen = [
        Vraag(indicator, periode, indicator.uitsplitsingen)
        for indicator in (INDICATOREN | STROOM).values()
        for periode in (HALFJAAR, EERDER)
    ]
    onthoud(Gebied(gooi), vragen)
    eerst = stand(gooi)

    with alles_open():
        wijziging(wereld)

    assert stand(gooi) != eerst
    onthouden, vers = onthoud(Gebied(gooi), vragen), meet_samen(Gebied(gooi), vragen)
    for vraag in vragen:
        for tabel in ("totaal", *vraag.tabellen):
            for categorie in vers.categorieen(vraag.indicator, vraag.periode, tabel) or ["alle"]:
                cel = (vraag.indicator, vraag.periode, tabel, categorie)
                assert onthouden.cijfer(*cel) == vers.cijfer(*cel)


def test_a_change_in_another_region_leaves_the_state_as_it_is(wereld, gooi):
    eerst = stand(gooi)

    iemand("Utrecht", trajecten=((2, date(2026, 8, 1), None),))

    assert stand(gooi) == eerst


@pytest.mark.parametrize(
    "opdracht",
    [
        "delete from verbinder_cijferstand",
        "update verbinder_cijferstand set merk = 0",
        "insert into verbinder_cijferstand (merk) values (1)",
    ],
)
def test_nobody_can_wipe_out_that_something_changed(db, opdracht):
    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match="permission denied"):
        cursor.execute(opdracht)


def test_adding_the_marks_up_changes_no_state(wereld, gooi):
    for begin in range(1, 9):
        with alles_open():
            traject(wereld.jong, date(2026, 11, begin))
    eerst, rijen = stand(gooi), _rijen(gooi)

    with connection.cursor() as cursor:
        cursor.execute("select tel_cijferstand_op(array[%s]::bigint[])", [gooi])

    assert stand(gooi) == eerst
    assert rijen > 1
    assert _rijen(gooi) == 1


def _rijen(regio_id: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from verbinder_cijferstand where regio_id = %s", [regio_id])
        return cursor.fetchone()[0]


def test_writers_at_once_never_leave_a_figure_behind(eigen_database, gooi):
    """Eight writers and a reader: whoever reads last reads what is there."""
    a4 = INDICATOREN["A4"]
    personen = [iemand() for _ in range(8)]
    vragen = [Vraag(a4, HALFJAAR, ("actielijn",))]
    klaar = threading.Event()
    fouten: list[str] = []

    def schrijf(persoon):
        try:
            for nummer in range(10):
                with alles_open():
                    traject(persoon, date(2026, 8, 1), actielijn=1 + nummer % 4)
        except Exception as fout:  # noqa: BLE001  (told by the test)
            fouten.append(repr(fout))
        finally:
            connection.close()

    def lees():
        try:
            while not klaar.is_set():
                onthoud(Gebied(gooi), vragen)
        finally:
            connection.close()

    lezer = threading.Thread(target=lees)
    schrijvers = [threading.Thread(target=schrijf, args=(persoon,)) for persoon in personen]
    for draad in (lezer, *schrijvers):
        draad.start()
    for draad in schrijvers:
        draad.join()
    klaar.set()
    lezer.join()

    assert fouten == []
    onthouden, vers = onthoud(Gebied(gooi), vragen), meet_samen(Gebied(gooi), vragen)
    assert onthouden.aantal(a4, HALFJAAR) == vers.aantal(a4, HALFJAAR) == 80
    for lijn in "1234":
        cel = (a4, HALFJAAR, "actielijn", lijn)
        assert onthouden.cijfer(*cel) == vers.cijfer(*cel)
