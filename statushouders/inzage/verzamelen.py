"""Gather everything that is kept about one person.

Read from the models themselves: a table that is added later is in the document without anybody
thinking of it, and so is a field.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Field, Model
from django.utils import timezone

from statushouders.lijsten.geschiedenis import geschiedenis
from statushouders.models import Ligging, Statushouder, Zoekwoord

# Keys and counters of the machine say nothing about a person.
TECHNISCH = ("id", "sleutel", "versie", "zoeknaam", "sorteernaam", "statushouder")
# Worked out by the database from the verblijven and the name, which are in the document.
AFGELEID = (Ligging, Zoekwoord)
NIETS = "Niets vastgelegd."


@dataclass(frozen=True)
class Stuk:
    """One thing that is kept: what it is, and each of its facts."""

    kop: str
    feiten: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Hoofdstuk:
    """One kind of data, oldest first."""

    titel: str
    stukken: tuple[Stuk, ...]


def verzamel(persoon: Statushouder) -> list[Hoofdstuk]:
    """The person's own facts, then every kind of data about them, then what was changed."""
    zelf = Stuk("", tuple(_feiten(persoon)))
    hoofdstukken = [Hoofdstuk("Gegevens", (zelf,))]
    hoofdstukken += [_hoofdstuk(persoon, relatie) for relatie in delen_van_een_dossier()]
    return [*hoofdstukken, _wijzigingen(persoon)]


def delen_van_een_dossier() -> list:
    """The relations of every table that belongs to a person, the history aside."""
    return [
        relatie
        for relatie in Statushouder._meta.get_fields(include_hidden=True)
        if (relatie.one_to_many or relatie.one_to_one)
        and relatie.auto_created
        and not hasattr(relatie.related_model, "pgh_tracked_model")
        and relatie.related_model not in AFGELEID
    ]


def _hoofdstuk(persoon: Statushouder, relatie) -> Hoofdstuk:
    model = relatie.related_model
    verwijzingen = [veld.name for veld in model._meta.concrete_fields if veld.is_relation]
    rijen = model._default_manager.filter(**{relatie.field.name: persoon}).select_related(
        *verwijzingen
    )
    return Hoofdstuk(
        str(model._meta.verbose_name_plural).capitalize(),
        tuple(Stuk(_kop(rij), tuple(_feiten(rij))) for rij in sorted(rijen, key=_dag)),
    )


def _feiten(rij: Model):
    for veld in rij._meta.concrete_fields:
        waarde = getattr(rij, veld.name)
        if veld.name not in TECHNISCH and waarde not in (None, ""):
            yield str(veld.verbose_name).capitalize(), leesbaar(veld, waarde)


def leesbaar(veld: Field, waarde) -> str:
    """A value as people read it."""
    match waarde:
        case bool():
            return "Ja" if waarde else "Nee"
        case datetime():
            return f"{timezone.localtime(waarde):%d-%m-%Y om %H.%M uur}"
        case date():
            return f"{waarde:%d-%m-%Y}"
        case Decimal():
            return f"{waarde.normalize():f}".replace(".", ",")
        case Model():
            return _verwijzing(waarde)
    return str(dict(veld.flatchoices).get(waarde, waarde)) if veld.choices else str(waarde)


def _verwijzing(rij: Model) -> str:
    """What a row points at: by name, else by what it is and its day."""
    if isinstance(naam := getattr(rij, "naam", None), str):
        return naam
    return _kop(rij) or str(rij)


def _kop(rij: Model) -> str:
    """The first day of a row; that is how people find it back."""
    dag = _dag(rij)
    soort = str(rij._meta.verbose_name).capitalize()
    return f"{soort} van {dag:%d-%m-%Y}" if dag != date.min else ""


def _dag(rij: Model) -> date:
    for veld in rij._meta.concrete_fields:
        waarde = getattr(rij, veld.attname)
        if type(waarde) is date:
            return waarde
    return date.min


def _wijzigingen(persoon: Statushouder) -> Hoofdstuk:
    stukken = [
        Stuk(
            f"{leesbaar(persoon._meta.pk, wijziging.op)}: {wijziging.veld}",
            (
                ("Was", wijziging.oud),
                ("Werd", wijziging.nieuw),
                *((("Door", wijziging.wie),) if wijziging.wie else ()),
                *((("Reden", wijziging.reden),) if wijziging.reden else ()),
            ),
        )
        for wijziging in reversed(geschiedenis(persoon))
    ]
    return Hoofdstuk("Wat aan de gegevens is veranderd", tuple(stukken))
