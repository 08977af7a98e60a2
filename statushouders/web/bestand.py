"""What a list shows, as a spreadsheet: the same rows, logged, and no cell is ever a formula."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBadRequest
from django.utils.text import slugify

from regio.logboek import noteer, noteer_in_regios
from regio.models import Handeling
from regio.perioden import vandaag
from statushouders.lijsten.personen import plaatsnaam
from statushouders.models import Statushouder
from statushouders.uitwisseling.lijst import INHOUDSOORTEN, schrijf

FORMATEN = ("xlsx", "ods")
KIES = "Kies xlsx of ods."


@dataclass(frozen=True)
class Blad:
    """The sheet of one list: its title, headers and rows, and the persons who stand in it."""

    titel: str
    koppen: Sequence[str]
    rijen: Iterable[Sequence]
    personen: Sequence[Statushouder] = field(default=())


def als_bestand(request: HttpRequest, lijst: str, maak: Callable[[], Blad]) -> HttpResponse:
    """The list by this name in the format that was asked for; status 400 for another format.

    In the log stands each person of the list; for a list without persons, its regions.
    """
    formaat = request.POST.get("formaat", "")
    if formaat not in FORMATEN:
        return HttpResponseBadRequest(KIES)
    blad = maak()
    rijen = [[_platte_waarde(waarde) for waarde in rij] for rij in blad.rijen]
    gegevens = {"formaat": formaat, "lijst": lijst}
    if blad.personen:
        noteer(request.door, Handeling.UITVOER_GEMAAKT, *blad.personen, **gegevens)
    else:
        regios = request.bereik.publicaties
        noteer_in_regios(
            request.door, Handeling.UITVOER_GEMAAKT, regios=regios, soort="lijst", **gegevens
        )
    naam = f"{slugify(blad.titel)}-{vandaag().isoformat()}.{formaat}"
    return HttpResponse(
        schrijf(blad.koppen, rijen, formaat, titel=blad.titel),
        content_type=INHOUDSOORTEN[formaat],
        headers={"Content-Disposition": f'attachment; filename="{naam}"'},
    )


def wie_en_waar(persoon: Statushouder) -> tuple[str, str, str]:
    """Name, gemeente and contactpersoon: how a person begins a row that is about something else."""
    wie = persoon.contactpersoon.naam if persoon.contactpersoon else ""
    return persoon.weergavenaam, plaatsnaam(persoon), wie


def elk_eenmaal(personen: Iterable[Statushouder]) -> list[Statushouder]:
    """Each person once, however many rows they stand in."""
    return list({persoon.pk: persoon for persoon in personen}.values())


def _platte_waarde(waarde):
    """A code as its label; days and numbers as they are."""
    return getattr(waarde, "label", waarde)
