"""The founding case: 32 hours a week from 1 March to 1 September 2024, booked week by week."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from regio.models import Aanstelling, Arbeidsmarktregio, Rol, Ureninzet
from tests.mensen import geef, maak_gebruiker

BEGIN, EINDE = date(2024, 3, 1), date(2024, 8, 31)
PER_WEEK = Decimal(32)


def stel_aan(
    regio: Arbeidsmarktregio, *, uren=PER_WEEK, van=BEGIN, tot_en_met: date | None = EINDE, wie=""
) -> Aanstelling:
    """Somebody as verbinder, or a vacancy without `wie`."""
    gebruiker = recht = None
    if wie:
        gebruiker = maak_gebruiker(wie)
        recht = geef(gebruiker, Rol.VERBINDER, regio.code, van=van, tot_en_met=tot_en_met)
    return Aanstelling.objects.create(
        regio=regio, gebruiker=gebruiker, recht=recht, uren_per_week=uren, van=van,
        tot_en_met=tot_en_met, standplaats="centrumgemeente",
    )  # fmt: skip


def schrijf_uren(aanstelling: Aanstelling, dag: date, uren, actielijn_id=None) -> Ureninzet:
    return Ureninzet.objects.create(
        aanstelling=aanstelling, dag=dag, uren=uren, actielijn_id=actielijn_id,
        geboekt_op=timezone.now(), wie="test",
    )  # fmt: skip


def weken_van_de_eerste_verbinder() -> Iterator[tuple[date, Decimal]]:
    """(first day, hours): whole weeks, and the week that 1 July divides in two lines."""
    dag = BEGIN
    while dag <= EINDE:
        einde = min(dag + timedelta(days=6), EINDE)
        if dag < date(2024, 7, 1) <= einde:
            einde = date(2024, 6, 30)
        dagen = (einde - dag).days + 1
        yield dag, (PER_WEEK * dagen / 7).quantize(Decimal("0.01"))
        # The rest of a divided week is a line of its own, so that weeks keep their day.
        over = 7 - dagen if einde == date(2024, 6, 30) else 0
        if over:
            volgende = einde + timedelta(days=1)
            yield volgende, (PER_WEEK * over / 7).quantize(Decimal("0.01"))
            einde += timedelta(days=over)
        dag = einde + timedelta(days=1)
