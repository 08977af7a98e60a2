"""Who changed which field of a row, and when: read from the history that the database keeps."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

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


class _Verschil(NamedTuple):
    """A field that differs between an event and the one before it."""

    veld: Any
    was: Any
    werd: Any
    gebeurtenis: Any


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
    verschillen: list[_Verschil] = []
    vorige: dict[int, Model] = {}
    for rij in gebeurtenissen_van(model).filter(pgh_obj_id__in=nummers):
        if rij.pgh_obj_id in vorige:
            verschillen += _verschillen(model, vorige[rij.pgh_obj_id], rij, zonder)
        vorige[rij.pgh_obj_id] = rij
    namen = _namen(verschillen)
    return [_wijziging(verschil, namen) for verschil in verschillen]


def door_wie(gebeurtenis) -> str:
    """The name of who did it, as it was then."""
    return _context(gebeurtenis).get("wie", "")


def _verschillen(model: type[Model], oud, nieuw, zonder: Collection[str]) -> Iterator[_Verschil]:
    for veld in model._meta.concrete_fields:
        was, werd = getattr(oud, veld.attname), getattr(nieuw, veld.attname)
        if veld.name not in zonder and was != werd:
            yield _Verschil(veld, was, werd, nieuw)


def _namen(verschillen: list[_Verschil]) -> dict[tuple[type[Model], Any], str]:
    """What the rows are called that fields referred to: one question for each table."""
    sleutels: defaultdict[type[Model], set] = defaultdict(set)
    for verschil in verschillen:
        if verschil.veld.is_relation:
            sleutels[verschil.veld.related_model] |= {verschil.was, verschil.werd} - {None}
    return {
        (model, sleutel): str(rij)
        for model, nummers in sleutels.items()
        for sleutel, rij in model._default_manager.in_bulk(nummers).items()
    }


def _wijziging(verschil: _Verschil, namen: dict[tuple[type[Model], Any], str]) -> Wijziging:
    veld, rij = verschil.veld, verschil.gebeurtenis
    oud, nieuw = (_leesbaar(veld, waarde, namen) for waarde in (verschil.was, verschil.werd))
    return Wijziging(
        op=rij.pgh_created_at,
        wie=door_wie(rij),
        veld=str(veld.verbose_name),
        oud=oud,
        nieuw=nieuw,
        reden=_context(rij).get("reden", ""),
        nummer=rij.pgh_obj_id,
        volgnummer=rij.pgh_id,
    )


def _context(gebeurtenis) -> dict:
    return (gebeurtenis.pgh_context.metadata if gebeurtenis.pgh_context else None) or {}


def _leesbaar(veld, waarde, namen: dict[tuple[type[Model], Any], str]) -> str:
    if waarde in (None, ""):
        return LEEG
    if veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    if hasattr(waarde, "strftime"):
        return waarde.strftime("%d-%m-%Y")
    if veld.is_relation:
        return namen.get((veld.related_model, waarde), str(waarde))
    return str(waarde)
