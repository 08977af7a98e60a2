"""Who changed which field of a row, and when: read from the history that the database keeps."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Model

LEEG = "leeg"


@dataclass(frozen=True)
class Wijziging:
    """One field of the row `nummer` that went from `oud` to `nieuw`; `volgnummer` is the order."""

    op: datetime
    wie: str
    veld: str
    oud: str
    nieuw: str
    reden: str
    nummer: int
    volgnummer: int


def gebeurtenissen_van(model: type[Model]):
    """The history of a tracked model, the oldest first, with who did it."""
    gebeurtenissen = apps.get_model(model._meta.app_label, f"{model.__name__}Event").objects
    return gebeurtenissen.select_related("pgh_context").order_by("pgh_id")


def wijzigingen(
    model: type[Model], nummers: Collection[int], *, zonder: Collection[str] = ()
) -> list[Wijziging]:
    """The changes of these rows since they were made, the oldest first.

    `zonder` names fields that are not worth a line.
    """
    gevonden: list[Wijziging] = []
    vorige: dict[int, Model] = {}
    for rij in gebeurtenissen_van(model).filter(pgh_obj_id__in=nummers):
        if rij.pgh_obj_id in vorige:
            gevonden += _verschillen(model, vorige[rij.pgh_obj_id], rij, zonder)
        vorige[rij.pgh_obj_id] = rij
    return gevonden


def door_wie(gebeurtenis) -> str:
    """The name of who did it, as it was then."""
    return _context(gebeurtenis).get("wie", "")


def _verschillen(model: type[Model], oud, nieuw, zonder: Collection[str]) -> Iterable[Wijziging]:
    for veld in model._meta.concrete_fields:
        was, werd = getattr(oud, veld.attname), getattr(nieuw, veld.attname)
        if veld.name not in zonder and was != werd:
            yield Wijziging(
                op=nieuw.pgh_created_at,
                wie=door_wie(nieuw),
                veld=str(veld.verbose_name),
                oud=_leesbaar(veld, was),
                nieuw=_leesbaar(veld, werd),
                reden=_context(nieuw).get("reden", ""),
                nummer=nieuw.pgh_obj_id,
                volgnummer=nieuw.pgh_id,
            )


def _context(gebeurtenis) -> dict:
    return (gebeurtenis.pgh_context.metadata if gebeurtenis.pgh_context else None) or {}


def _leesbaar(veld, waarde) -> str:
    if waarde in (None, ""):
        return LEEG
    if veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    if hasattr(waarde, "strftime"):
        return waarde.strftime("%d-%m-%Y")
    if veld.is_relation:
        gevonden = veld.related_model._default_manager.filter(pk=waarde).first()
        return str(gevonden or waarde)
    return str(waarde)
