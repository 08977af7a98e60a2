"""Golden case: a correction that is found in February, after the report of the year was adopted.

Of 60 people in Hilversum 25 began a traject in the half-year. In February it turns out that 10 more
did, and that 10 people were never delivered. The adopted report keeps 60 and 25; the next one says
what they are now, and a report as known before the correction gives the old figures.
"""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from regio.models import Arbeidsmarktregio
from regio.perioden import halfjaar
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from tests.goud import tabel
from tests.goud.conftest import importeer, rapporteer
from tests.goud.mensen import genummerd
from tests.goud.mensen.bouw import HILVERSUM, iemand, traject, woont
from tests.goud.werkmappen import bladen_van
from tests.statushouders.uitwisseling.werkmappen import als_xlsx
from tests.verbinder.rapportage.conftest import DOOR, stel_vast
from verbinder.rapportage import services
from verbinder.rapportage.opbouw import maak_document
from verbinder.rapportage.opslag import rapport_van

HALFJAAR = halfjaar(2025, 2)
LATER = "later aangeleverd door Hilversum"
A1, A5 = ("A1", "totaal", "alle"), ("A5", "totaal", "alle")


def werkmap(*, met_traject: int, zonder: int):
    """`met_traject` people who began one in the half-year, and `zonder` who did not."""
    rijen = [woont(HILVERSUM, "2024-01-01")]
    begonnen = [*rijen, traject("a", 3, "jobhunting", "2025-10-01")]
    mensen = [
        iemand(*(begonnen if nummer < met_traject else rijen), aangemeld="2025-08-01")
        for nummer in range(met_traject + zonder)
    ]
    return bladen_van(genummerd(f"P{n:02d}", persoon) for n, persoon in enumerate(mensen, 1))


@pytest.fixture
def lever(tmp_path):
    def doe(**aantallen) -> None:
        (tmp_path / "regio.xlsx").write_bytes(als_xlsx(werkmap(**aantallen)))
        importeer(tmp_path / "regio.xlsx")

    return doe


def maker():
    regio = Arbeidsmarktregio.objects.get(code="AM12")
    return bereik_transactie(Bereik(cijferregios=frozenset({regio.pk})))


def verstuurd(periode, nu: datetime):
    """The report of a half-year, closed, audited and sent."""
    regio = Arbeidsmarktregio.objects.get(code="AM12")
    versie, _ = services.zorg_voor_versie(regio=regio, halfjaar=periode, nummer=1, nu=nu, door=DOOR)
    services.sluit_cijfers(versie=versie, nu=nu, door=DOOR)
    services.controleer_kleine_aantallen(versie=versie, nu=nu, door=DOOR)
    services.verstuur_concept(versie=versie, nu=nu, door=DOOR)
    return versie


@pytest.mark.django_db
def test_the_next_report_says_what_was_adopted_what_it_is_now_and_why(lever):
    lever(met_traject=25, zonder=35)
    with maker():
        nu = timezone.now()
        vastgesteld = verstuurd(HALFJAAR, nu)
        stel_vast(vastgesteld, datum=nu.date(), nu=nu)

    lever(met_traject=35, zonder=35)

    with maker():
        volgende = rapport_van(verstuurd(HALFJAAR.volgende, timezone.now()))
        oud = rapport_van(vastgesteld)
    herzien = {h.code: (h.stond, h.nu, h.reden) for h in volgende.herzien}
    assert herzien["A1"] == ("60", "70", LATER)
    assert herzien["A5"] == ("25", "35", LATER)
    (regels,) = (
        blok.rijen
        for sectie in maak_document(volgende).secties
        for blok in sectie.blokken
        if blok.soort == "tabel" and blok.titel.startswith("Cijfers over 2025, 2e halfjaar")
    )
    assert ("Mensen in beeld", "60", "70", LATER) in regels
    assert (oud.boek["A1"].weergave, oud.boek["A5"].weergave) == ("60", "25")


@pytest.mark.database
def test_as_known_before_the_correction_the_figures_are_the_old_ones(
    eigen_database, lever, tmp_path
):
    lever(met_traject=25, zonder=35)
    eergisteren = _alsof_het_eergisteren_was()
    lever(met_traject=35, zonder=35)

    rapporteer(tmp_path / "toen", "2025-2", bekend_op=eergisteren.isoformat(), intern=True)
    rapporteer(tmp_path / "nu", "2025-2", intern=True)

    toen, nu = (
        tabel.cellen(tabel.gelezen(tmp_path / map_ / "cijfers.csv")) for map_ in ("toen", "nu")
    )
    assert (toen[A1][0], toen[A5][0]) == (60, 25)
    assert (nu[A1][0], nu[A5][0]) == (70, 35)


def _alsof_het_eergisteren_was() -> date:
    """Date all that was recorded two days back, as only the owner of the database can."""
    with connection.cursor() as cursor:
        cursor.execute("reset role; set session_replication_role = replica")
        cursor.execute(
            "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid"
            " where a.attname = 'pgh_created_at' and c.relkind = 'r'"
            " and c.relname like 'statushouders%'"
        )
        for (naam,) in cursor.fetchall():
            cursor.execute(
                f"update \"{naam}\" set pgh_created_at = pgh_created_at - interval '2 days'"
            )
        cursor.execute("update statushouders_levering set op = op - interval '2 days'")
        cursor.execute("set session_replication_role = origin; set role verbinder_dossier")
    return timezone.localdate() - timedelta(days=2)
