"""How far goals and measures are, for the pages that show a plan."""

from dataclasses import dataclass
from datetime import date

from regio.models import Doel, Maatregelstand, PlanVanAanpak, Richting
from regio.toegang import Bereik
from verbinder.dashboard.woorden import getal
from verbinder.indicatoren.doelen import Realisatie, meet_doelen
from verbinder.indicatoren.onthouden import stand


def laatste_standen(plan: PlanVanAanpak) -> dict[str, tuple[str, str]]:
    """Code of a measure -> how far it is, and the remark that was made."""
    rijen = Maatregelstand.objects.filter(plan=plan).order_by("code", "-op", "-pk").distinct("code")
    return {rij.code: (rij.stand, rij.opmerking) for rij in rijen}


@dataclass(frozen=True)
class Doelstand:
    """A goal with what people read of its realisation."""

    doel: Doel
    tekst: str
    noot: str = ""


def doelstanden(plan: PlanVanAanpak, doelen: list[Doel], bereik: Bereik, *, op: date):
    """The realisation of goals by primary key, for who may see the true figures of the region."""
    if plan.regio_id not in bereik.cijferregios:
        return {}
    gebied = bereik.gebied(regio_id=plan.regio_id)
    gemeten = meet_doelen(doelen, gebied, peildatum=op, nu=stand(gebied.regio_id))
    return {doel.pk: _stand(gemeten[doel.pk]) for doel in doelen}


def _stand(realisatie: Realisatie) -> Doelstand:
    zonder = ", ".join(realisatie.zonder)
    return Doelstand(
        realisatie.doel,
        in_woorden(realisatie),
        noot=f"Zonder {zonder}: doet niet mee." if zonder else "",
    )


def in_woorden(realisatie: Realisatie) -> str:
    """`41 van 60 = 68 %`, `12 van hoogstens 20`, `62 % van 70 %`, or why there is no number."""
    doel = realisatie.doel
    if realisatie.aantal is None:
        return "nog niet begonnen" if realisatie.tot_en_met is None else "niet te tellen"
    if doel.is_percentage:
        if realisatie.procent is None:
            return "nog niemand om van te rekenen"
        return f"{realisatie.procent} % van {doel.grens}"
    tekst = f"{getal(realisatie.aantal)} van {doel.grens}"
    if doel.richting == Richting.HOOGSTENS:
        return tekst
    return f"{tekst} = {realisatie.procent} %"
