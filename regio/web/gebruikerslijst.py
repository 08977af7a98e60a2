"""The users that a beheerder manages, and their rights as the pages show them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from regio.models import Gebruiker, Gemeente, Recht
from regio.services.accounts import rechten_in
from regio.toegang import Bereik


def gebruikers_van(
    beheer: Bereik,
    *,
    op: date,
    q: str = "",
    rol: str = "",
    gemeente: Gemeente | None = None,
    ook_beeindigd: bool = False,
) -> QuerySet[Gebruiker]:
    """The users with a right that touches what `beheer` manages; all users for the application."""
    rechten = rechten_in(beheer, op=op).filter(gebruiker=OuterRef("pk"))
    lijst = Gebruiker.objects.annotate(
        heeft_tweede_factor=Exists(
            Authenticator.objects.filter(user=OuterRef("pk")).exclude(
                type=Authenticator.Type.RECOVERY_CODES
            )
        )
    )
    if q:
        lijst = lijst.filter(Q(naam__icontains=q) | Q(email__icontains=q))
    beperkt = rechten
    if rol:
        beperkt = beperkt.filter(rol=rol)
    if gemeente:
        beperkt = beperkt.filter(gemeente=gemeente)
    if (rol or gemeente) and not ook_beeindigd:
        beperkt = beperkt.filter(Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=op))
    if rol or gemeente or not beheer.applicatie:
        lijst = lijst.filter(Exists(beperkt))
    return lijst


def met_rechten(
    gebruikers: Iterable[Gebruiker],
    rechten: QuerySet[Recht],
    *,
    op: date,
    ook_beeindigd: bool = False,
) -> None:
    """Give each user `getoonde_rechten`, each with its `stand` on a day; in one query."""
    gebruikers = list(gebruikers)
    if not ook_beeindigd:
        rechten = rechten.filter(Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=op))
    per_gebruiker = defaultdict(list)
    for recht in (
        rechten.filter(gebruiker__in=gebruikers)
        .select_related("gemeente", "regio")
        .order_by("rol", "gemeente__naam", "regio__naam", "van")
    ):
        recht.stand = _stand(recht, op)
        per_gebruiker[recht.gebruiker_id].append(recht)
    for gebruiker in gebruikers:
        gebruiker.getoonde_rechten = per_gebruiker[gebruiker.pk]


def _stand(recht: Recht, op: date) -> str:
    if recht.tot_en_met and recht.tot_en_met < op:
        return "beeindigd"
    return "later" if recht.van > op else "nu"
