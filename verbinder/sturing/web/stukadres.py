"""Where a document of an agenda can be read."""

from regio.models import Planversie
from verbinder.rapportage.models import Versie
from verbinder.rapportage.web.vinden import adres_van
from verbinder.sturing.models import Agendastuk
from verbinder.sturing.web.vinden import planadres

RAPPORT, PLAN = "rapport", "plan"


def adres_van_stuk(stuk: Agendastuk) -> str:
    """The page of exactly this version."""
    if stuk.rapport is not None:
        return adres_van(stuk.rapport)
    return planadres(stuk.plan)


def te_kiezen(regio_id: int) -> list[tuple[str, str]]:
    """The versions of reports and plans of a region that may go on an agenda, newest first."""
    rapporten = (
        Versie.objects.met_stappen()
        .filter(rapportage__regio=regio_id, is_verstuurd=True, intrekking=None)
        .order_by("-rapportage__halfjaar", "-nummer")[:20]
    )
    plannen = (
        Planversie.objects.filter(plan__regio=regio_id)
        .select_related("plan")
        .order_by("-plan__van", "-nummer")[:20]
    )
    return [
        *((f"{RAPPORT}-{v.pk}", Agendastuk(rapport=v).naam) for v in rapporten),
        *((f"{PLAN}-{v.pk}", Agendastuk(plan=v).naam) for v in plannen),
    ]


def gekozen(keuze: str) -> dict[str, Versie | Planversie]:
    """What a choice of `te_kiezen` stands for, as the service takes it."""
    soort, _, sleutel = keuze.partition("-")
    if soort == RAPPORT:
        return {"rapport": Versie.objects.select_related("rapportage").get(pk=sleutel)}
    return {"plan": Planversie.objects.select_related("plan").get(pk=sleutel)}
