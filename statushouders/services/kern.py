"""What every service on a dossier shares: lock it, check it, save it, log it.

The lock is on the person, so that two changes of one dossier never run at once.
"""

import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar, cast

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import DatabaseError, models, transaction

from regio.bsn import bsn_in_tekst
from regio.logboek import Door, noteer
from regio.models import Handeling
from statushouders.models import Statushouder

Rij = TypeVar("Rij", bound=models.Model)

VROEGSTE_DAG = date(1990, 1, 1)
LAATSTE_DAG = date(2100, 12, 31)
DUBBEL = "23505"
GEEN_RECHT = "42501"
# Joiners shape letters and emoji; every other invisible character only hides something.
VOEGTEKENS = "\u200c\u200d"

# At which field a constraint over several fields shows its sentence.
VELD_VAN = {
    "persoon_geboortejaar_klopt": "geboortejaar",
    "persoon_afgesloten_na_aanmelding": "afgesloten_op",
    "persoon_oude_wet_zonder_leerroute": "leerroute",
    "persoon_diplomawaardering_na_aanvraag": "diplomawaardering_afgerond_op",
    "persoon_intrekking_heeft_reden": "intrekreden",
    "verblijf_einde_na_begin": "tot_en_met",
    "verblijf_heeft_gemeente": "gemeente",
    "verblijf_een_per_soort": "van",
    "uitkering_einde_na_begin": "tot_en_met",
    "uitkering_een_tegelijk": "van",
    "traject_einde_na_begin": "einddatum",
    "traject_verwacht_einde_na_begin": "verwachte_einddatum",
    "traject_eindreden_bij_einddatum": "eindreden",
    "plaatsing_einde_na_begin": "einddatum",
    "plaatsing_uren_in_een_week": "uren_per_week",
    "plaatsing_intrekking_heeft_reden": "intrekreden",
    "voorziening_einde_na_begin": "tot_en_met",
    "soortgebruik_einde_na_begin": "tot_en_met",
    "organisatie_einde_na_begin": "tot_en_met",
    "organisatie_eenmaal_per_soort": "naam",
    "verwijzing_antwoord_bij_stand": "datum",
    "verwijzing_afgerond_heeft_dag": "datum",
    "verwijzing_weigering_heeft_reden": "reden",
    "verwijzing_antwoord_na_vraag": "datum",
    "verwijzing_afgerond_na_antwoord": "datum",
    "begeleiding_einde_na_begin": "tot_en_met",
    "afspraak_einde_na_begin": "tot_en_met",
    "eerdere_waarde_zonder_overlap": "vanaf",
    "eerdere_aanmelding_zonder_overlap": "aangemeld_op",
}


class Ingehaald(ValidationError):
    """Somebody else saved this row first. `nu` is the row as it stands now."""

    def __init__(self, nu: models.Model):
        super().__init__(
            "Deze gegevens zijn net gewijzigd, door iemand anders of door u in een ander venster. "
            "Vergelijk wat er nu staat met wat u invulde, en sla opnieuw op."
        )
        self.nu = nu


def vergrendel(rij: Rij, *, versie: int | None = None) -> Rij:
    """The row as it stands now, locked until the transaction ends.

    A row that was read with a lock in this transaction (`op_slot`) is that row already. Raises
    Ingehaald when `versie` is no longer the current one, ValidationError when the row may
    be read but not changed.
    """
    if versie is None and getattr(rij, "op_slot", False):
        return rij
    try:
        nu = type(rij)._default_manager.select_for_update(of=("self",), no_key=True).get(pk=rij.pk)
    except type(rij).DoesNotExist as fout:  # type: ignore[attr-defined]
        raise ValidationError(
            "Dit dossier kunt u lezen, maar niet wijzigen. Het hoort nu bij een andere gemeente."
        ) from fout
    if versie is not None and cast(Any, nu).versie != versie:
        raise Ingehaald(nu)
    return nu


def controleer(rij: models.Model, *, zonder: Collection[str] = ()) -> None:
    """`full_clean`, with each fault at a field, and no look-up of keys that a service set itself.

    Constraints named in `zonder` are left to the database. Raises ValidationError.
    """
    fouten: dict[str, list] = {}
    relaties = {veld.name for veld in rij._meta.concrete_fields if veld.is_relation}
    try:
        rij.clean_fields(exclude=relaties)
    except ValidationError as fout:
        fouten = fout.update_error_dict(fouten)
    for veld in rij._meta.concrete_fields:
        if isinstance(veld, models.TextField) and veld.name not in fouten:
            _controleer_lengte(veld, getattr(rij, veld.attname), fouten)
        dag = getattr(rij, veld.attname)
        if isinstance(veld, models.DateField) and type(dag) is date and veld.name not in fouten:
            _controleer_dag(veld.name, dag, fouten)
    if not fouten:
        _controleer_regels(rij, zonder, fouten)
    if fouten:
        raise ValidationError(fouten)


def _controleer_lengte(veld: models.TextField, tekst: str, fouten: dict[str, list]) -> None:
    """Django leaves the length of long text to forms."""
    if veld.max_length and len(tekst or "") > veld.max_length:
        fouten[veld.name] = [
            ValidationError(
                f"Deze tekst is te lang ({len(tekst)} tekens). Gebruik er hoogstens "
                f"{veld.max_length}."
            )
        ]


def _controleer_regels(rij: models.Model, zonder: Collection[str], fouten: dict) -> None:
    for regel in rij._meta.constraints:
        if regel.name in zonder:
            continue
        try:
            regel.validate(type(rij), rij)
        except ValidationError as fout:
            fouten.setdefault(VELD_VAN.get(regel.name, NON_FIELD_ERRORS), []).append(fout)


def controleer_dagen(**dagen: date | None) -> None:
    """Refuse a day outside 1990-2100 before anything is counted from it.

    Raises ValidationError at the field.
    """
    fouten: dict[str, list] = {}
    for veld, dag in dagen.items():
        if dag is not None:
            _controleer_dag(veld, dag, fouten)
    if fouten:
        raise ValidationError(fouten)


def _controleer_dag(veld: str, dag: date, fouten: dict[str, list]) -> None:
    if not VROEGSTE_DAG <= dag <= LAATSTE_DAG:
        fouten[veld] = [
            ValidationError(
                f"Het jaar {dag.year} kan hier niet kloppen. Vul een datum in van "
                f"{VROEGSTE_DAG.year} tot en met {LAATSTE_DAG.year}."
            )
        ]


def bewaar(rij: models.Model, *velden: str) -> None:
    """Check the row and save these fields, as a next version where the row counts them."""
    if hasattr(rij, "versie"):
        rij.versie += 1
        velden = (*velden, "versie")
    controleer(rij)
    rij.save(update_fields=velden)


def voeg_toe(rij: Rij) -> Rij:
    """Check a new row and insert it."""
    controleer(rij)
    rij.save(force_insert=True)
    return rij


def nette_tekst(tekst: str, veld: str, *, regels: bool = False) -> str:
    """Text without invisible characters or double spaces; `regels` keeps the lines.

    Raises ValidationError at `veld` when it holds what may be a BSN.
    """
    schoon = zichtbare_tekst(tekst, regels=regels)
    if zin := bsn_in_tekst(schoon):
        raise ValidationError({veld: zin})
    return schoon


def zichtbare_tekst(tekst: str, *, regels: bool = False) -> str:
    """What a reader sees of a text: no invisible characters and no double spaces."""
    zichtbaar = "".join(
        teken
        for teken in unicodedata.normalize("NFC", tekst or "")
        if teken in VOEGTEKENS
        or teken.isspace()
        or not unicodedata.category(teken).startswith(("Cc", "Cf", "Cs", "Co"))
    )
    delen = zichtbaar.splitlines() if regels else [zichtbaar]
    return "\n".join(" ".join(deel.split()) for deel in delen).strip(f"{VOEGTEKENS} \n")


@contextmanager
def weiger(*, code: str, veld: str, zin: str) -> Iterator[None]:
    """Turn one refusal of the database (`DUBBEL`, `GEEN_RECHT`) into a sentence at a field."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as fout:
        if getattr(fout.__cause__, "pgcode", None) != code:
            raise
        raise ValidationError({veld: zin}) from fout


def log(door: Door, handeling: Handeling, persoon: Statushouder, **gegevens) -> None:
    """One log row, always on the person: whatever happened to a dossier is found in one place."""
    noteer(door, handeling, persoon, **gegevens)
