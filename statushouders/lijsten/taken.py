"""What somebody has to do: their own next steps, and what the facts ask for.

All in one query, so that the start page costs the same for 5 and for 500 tasks.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import (
    Case,
    CharField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    UUIDField,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, Concat, NullIf, Trim

from regio.models import Gebruiker
from regio.toegang import Bereik
from statushouders.lijsten.nazorg import open_vragen
from statushouders.models import Actie, Kenmerk, Statushouder, Traject
from statushouders.querysets import van_gebruiker

ACTIE, TRAJECT, NAZORG = "actie", "traject", "nazorg"
DAGEN_VOORUIT = 7
KOLOMMEN = (
    "soort_",
    "datum_",
    "tekst_",
    "sleutel_",
    "maanden_",
    "statushouder_id",
    "persoon_",
    "gemeente_",
    "regio_",
    "naam_",
    "plaats_",
)


@dataclass(frozen=True)
class Taak:
    """One thing to do for one person. An `actie` is ticked off, nazorg (after so many `maanden`) is
    answered, another fact ends by itself."""

    soort: str
    datum: date
    tekst: str
    sleutel: UUID
    maanden: int
    persoon_id: int
    persoon: UUID
    gemeente_id: int | None
    regio_id: int
    naam: str
    plaats: str

    def als_persoon(self) -> Statushouder:
        """Just enough of the person for a row in the log."""
        return Statushouder(
            pk=self.persoon_id,
            dossiergemeente_id=self.gemeente_id,
            dossierregio_id=self.regio_id,
        )

    def dagen_te_laat(self, op: date) -> int:
        """Days past its day; 0 or less when it is not late."""
        return (op - self.datum).days


def taken_van(
    gebruiker: Gebruiker, *, bereik: Bereik, op: date, hoogstens: int | None = None
) -> list[Taak]:
    """The tasks of a user up to a week after `op`, or the first by day; own steps come first."""
    delen = [_acties(gebruiker, op), *_trajecten(gebruiker, op), _nazorg(gebruiker, op)]
    vragen = [
        deel.filter(_in_beeld(op), statushouder__ingetrokken_op__isnull=True)
        .zichtbaar_voor(bereik)
        .annotate(**_persoon())
        .order_by()
        .values_list(*KOLOMMEN)
        for deel in delen
    ]
    alles = vragen[0].union(*vragen[1:], all=True).order_by("datum_", "sleutel_")
    taken = [Taak(*rij) for rij in alles[:hoogstens]]
    # What somebody promised goes before what a date says.
    return sorted(taken, key=lambda taak: taak.soort != ACTIE)


def _in_beeld(op: date) -> Q:
    return Q(statushouder__afgesloten_op__isnull=True) | Q(statushouder__afgesloten_op__gte=op)


def _acties(gebruiker: Gebruiker, op: date) -> QuerySet:
    mijn = van_gebruiker(gebruiker, op, "voor") | (Q(voor__isnull=True) & _van_mij(gebruiker, op))
    return Actie.objects.filter(
        mijn, klaar_op__isnull=True, datum__lte=op + timedelta(days=DAGEN_VOORUIT)
    ).annotate(**_taak(ACTIE, F("datum"), F("omschrijving")))


def _trajecten(gebruiker: Gebruiker, op: date) -> list[QuerySet]:
    """Own trajecten, and those without a contactpersoon or with another of own people: apart, so
    that each is found by an index."""
    tekst = Concat("soort__naam", Value(": verwacht einde is voorbij"), output_field=TextField())
    voorbij = Traject.objects.voorbij_verwacht_einde(op).annotate(
        **_taak(TRAJECT, F("verwachte_einddatum"), tekst)
    )
    mijn = van_gebruiker(gebruiker, op)
    van_een_ander = Q(contactpersoon__isnull=True) | ~mijn
    return [voorbij.filter(mijn), voorbij.filter(_van_mij(gebruiker, op), van_een_ander)]


def _nazorg(gebruiker: Gebruiker, op: date) -> QuerySet:
    """Is somebody still at work? Open until it is answered or the next question is there."""
    maanden = Case(
        When(na=1, then=Value("1 maand")),
        default=Concat(Cast("na", TextField()), Value(" maanden")),
        output_field=TextField(),
    )
    tekst = Concat(
        Value("Nog aan het werk? "), maanden, Value(" na het begin"), output_field=TextField()
    )
    vragen = open_vragen(op=op, tot_en_met=op + timedelta(days=DAGEN_VOORUIT))
    taak = _taak(NAZORG, F("dag"), tekst) | {"maanden_": F("na")}
    return vragen.filter(_van_mij(gebruiker, op)).annotate(**taak)


def _van_mij(gebruiker: Gebruiker, op: date) -> Q:
    return van_gebruiker(gebruiker, op, "statushouder__contactpersoon")


def _taak(soort: str, datum, tekst) -> dict:
    return {
        "soort_": Value(soort, output_field=CharField()),
        "datum_": datum,
        "tekst_": Cast(tekst, TextField()),
        "sleutel_": F("sleutel"),
        "maanden_": Value(0),
    }


def _persoon() -> dict:
    kenmerk = Kenmerk.objects.filter(statushouder=OuterRef("statushouder")).order_by("pk")
    naam = Concat(
        "statushouder__naam__voornaam",
        Value(" "),
        "statushouder__naam__achternaam",
        output_field=TextField(),
    )
    return {
        "persoon_": Cast("statushouder__sleutel", UUIDField()),
        "gemeente_": F("statushouder__dossiergemeente_id"),
        "regio_": F("statushouder__dossierregio_id"),
        "naam_": Cast(
            Coalesce(
                NullIf(Trim(naam), Value("")),
                Subquery(kenmerk.values("kenmerk")[:1], output_field=TextField()),
                Concat(
                    Value("Persoon "), Cast("statushouder", TextField()), output_field=TextField()
                ),
            ),
            TextField(),
        ),
        "plaats_": Coalesce(
            Cast("statushouder__dossiergemeente__naam", TextField()),
            Value("nog niet gekoppeld", output_field=TextField()),
        ),
    }
