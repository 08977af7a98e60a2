"""What a way of working led to: from the adopted report of the region, and from nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from regio.logboek import Door
from regio.models import Arbeidsmarktregio, Werkwijze
from regio.perioden import halfjaar_uit_code
from regio.services import werkwijzen as diensten
from regio.services.werkwijzen import Beschrijving
from regio.toegang import Bereik
from verbinder.indicatoren import INDICATOREN
from verbinder.rapportage.getallen import geschreven
from verbinder.rapportage.models import Cijfer, Versie
from verbinder.rapportage.opslag import laatste_opname

NIET_VASTGESTELD = "nog niet in een vastgesteld rapport"


@dataclass(frozen=True)
class Resultaat:
    """A published figure of a region, as it stands in its adopted report."""

    cijfer: str
    halfjaar: str
    waarde: str
    versie: Versie | None = None


def beschrijf(
    *,
    regio: Arbeidsmarktregio,
    beschrijving: Beschrijving,
    bereik: Bereik,
    door: Door,
    werkwijze: Werkwijze | None = None,
) -> Werkwijze:
    """The same as below, with a figure that exists."""
    if beschrijving.indicator and beschrijving.indicator not in INDICATOREN:
        raise ValidationError({"indicator": "Kies een cijfer uit de lijst."})
    return diensten.beschrijf(
        regio=regio, beschrijving=beschrijving, bereik=bereik, door=door, werkwijze=werkwijze
    )


def resultaten(werkwijzen: Iterable[Werkwijze]) -> dict[int, Resultaat]:
    """The result of each way of working that names a figure, by its key."""
    met_cijfer = [w for w in werkwijzen if w.indicator]
    versies = _vastgesteld(met_cijfer)
    opnamen = {versie: laatste_opname(versie) for versie in set(versies.values())}
    koppen = Cijfer.objects.filter(
        momentopname__in=opnamen.values(), uitsplitsing="totaal", categorie="alle"
    )
    cellen = {(cel.momentopname_id, cel.indicator): cel for cel in koppen}
    gevonden = {}
    for werkwijze in met_cijfer:
        versie = versies.get((werkwijze.regio_id, werkwijze.halfjaar))
        cel = cellen.get((opnamen[versie].pk, werkwijze.indicator)) if versie else None
        gevonden[werkwijze.pk] = Resultaat(
            cijfer=_naam(werkwijze.indicator),
            halfjaar=halfjaar_uit_code(werkwijze.halfjaar).naam,
            waarde=geschreven(cel) if cel else NIET_VASTGESTELD,
            versie=versie if cel else None,
        )
    return gevonden


def _vastgesteld(werkwijzen: list[Werkwijze]) -> dict[tuple[int, str], Versie]:
    """The last adopted version of each region and half-year that is named."""
    versies = (
        Versie.objects.filter(
            vaststelling__isnull=False,
            rapportage__regio__in={w.regio_id for w in werkwijzen},
            rapportage__halfjaar__in={w.halfjaar for w in werkwijzen},
        )
        .select_related("rapportage__regio")
        .order_by("nummer")
    )
    return {(v.rapportage.regio_id, v.rapportage.halfjaar): v for v in versies}


def _naam(code: str) -> str:
    indicator = INDICATOREN.get(code)
    return indicator.titel if indicator else code
