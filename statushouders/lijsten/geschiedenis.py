"""Who changed which fact of a person, and when: read from the history that the database keeps."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import Model

from statushouders.codes import Correctiereden
from statushouders.models import Naam, Statushouder

# Facts worth a line; keys, versions and search keys are not.
NIET_TONEN = ("id", "sleutel", "versie", "ingevoerd_op", "sorteernaam", "zoeknaam")
LEEG = "leeg"


@dataclass(frozen=True)
class Wijziging:
    """One field that went from `oud` to `nieuw`."""

    op: datetime
    wie: str
    veld: str
    oud: str
    nieuw: str
    reden: str


def geschiedenis(persoon: Statushouder) -> list[Wijziging]:
    """The changes of the person's facts and name since registration, newest first."""
    wijzigingen = [*_van(Statushouder, persoon.pk), *_van(Naam, persoon.pk)]
    return sorted(wijzigingen, key=lambda wijziging: wijziging.op, reverse=True)


def _van(model: type[Model], nummer: int) -> list[Wijziging]:
    gebeurtenissen = apps.get_model("statushouders", f"{model.__name__}Event").objects
    rijen = gebeurtenissen.filter(pgh_obj_id=nummer).select_related("pgh_context")
    gevonden, vorige = [], None
    for rij in rijen.order_by("pgh_id"):
        if vorige is not None:
            gevonden += _verschillen(model, vorige, rij)
        vorige = rij
    return gevonden


def _verschillen(model: type[Model], oud, nieuw) -> list[Wijziging]:
    context = (nieuw.pgh_context.metadata if nieuw.pgh_context else None) or {}
    return [
        Wijziging(
            op=nieuw.pgh_created_at,
            wie=context.get("wie", ""),
            veld=str(veld.verbose_name),
            oud=_leesbaar(veld, getattr(oud, veld.attname)),
            nieuw=_leesbaar(veld, getattr(nieuw, veld.attname)),
            reden=_reden(context.get("reden", "")),
        )
        for veld in model._meta.concrete_fields
        if veld.name not in NIET_TONEN
        and getattr(oud, veld.attname) != getattr(nieuw, veld.attname)
    ]


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


def _reden(code: str) -> str:
    return Correctiereden(code).label if code in Correctiereden.values else ""
