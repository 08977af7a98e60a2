"""What the database holds of the persons in a workbook, read in a dozen queries."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import connection
from django.db.models import CharField, Func, Value

from regio.toegang import Bereik
from statushouders.models import (
    Contactmoment,
    EerdereAanmelding,
    Kenmerk,
    Naam,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
)
from statushouders.uitwisseling.herkennen import Gelezen


def kaal(kenmerk: str) -> str:
    """A kenmerk as it is left when a spreadsheet took it for a number."""
    return kenmerk.lstrip("0").casefold()


class Stand:
    """The rows of this deliverer that the scope opens, and which of its references it does not.

    With `vergrendel` the persons stay locked until the transaction ends.
    """

    def __init__(self, gelezen: Gelezen, *, leverancier: str, bereik: Bereik, vergrendel: bool):
        self.bereik = bereik
        verwijzingen = {
            soort: _verwijzingen(gelezen, soort) for soort in ("kenmerk", "traject", "plaatsing")
        }
        self.kenmerken: dict[str, int] = dict(
            Kenmerk.objects.filter(
                leverancier=leverancier, kenmerk__in=verwijzingen["kenmerk"]
            ).values_list("kenmerk", "statushouder_id")
        )
        self.trajecten = _op_referentie(Traject, leverancier, verwijzingen["traject"])
        self.plaatsingen = _op_referentie(Plaatsing, leverancier, verwijzingen["plaatsing"])
        self.op_nullen_na = self._op_nullen_na(leverancier, verwijzingen["kenmerk"])
        ids = set(self.kenmerken.values())
        ids |= {rij.statushouder_id for rij in self.trajecten.values()}
        ids |= {rij.statushouder_id for rij in self.plaatsingen.values()}
        self.personen = self._personen(ids, vergrendel)
        self.kenmerk_van = self._kenmerk_van(leverancier, ids)
        self.namen = {n.statushouder_id: n for n in Naam.objects.filter(pk__in=ids)}
        self.eerdere = _per_persoon(EerdereAanmelding.objects.filter(statushouder__in=ids))
        self.verblijf = _per_persoon(Verblijf.objects.filter(statushouder__in=ids))
        self.uitkering = _per_persoon(Uitkering.objects.filter(statushouder__in=ids))
        self.trajecten_van = _per_persoon(
            Traject.objects.filter(statushouder__in=ids).select_related("aanbieder")
        )
        self.plaatsingen_van = _per_persoon(
            Plaatsing.objects.filter(statushouder__in=ids).select_related("werkgever", "traject")
        )
        self.contacten = self._contacten(leverancier, ids, "contactmomenten" in gelezen.rijen)
        self.verborgen = _verborgen(leverancier, verwijzingen) - {
            *(("kenmerk", k) for k in self.kenmerken),
            *(("traject", r) for r in self.trajecten),
            *(("plaatsing", r) for r in self.plaatsingen),
        }

    def _op_nullen_na(self, leverancier: str, kenmerken: set[str]) -> dict[str, str]:
        """For new numbers: the known kenmerk that is the same but for leading zeros."""
        nieuw = {kaal(k) for k in kenmerken if k.isdecimal() and k not in self.kenmerken}
        if not nieuw:
            return {}
        rijen = (
            Kenmerk.objects.filter(leverancier=leverancier)
            .annotate(kaal=Func("kenmerk", Value("0"), function="ltrim", output_field=CharField()))
            .filter(kaal__in=nieuw)
        )
        return dict(rijen.values_list("kaal", "kenmerk"))

    @staticmethod
    def _personen(ids: set[int], vergrendel: bool) -> dict[int, Statushouder]:
        rijen = Statushouder.objects.filter(pk__in=ids).order_by("pk")
        if vergrendel:
            # Row-level security locks only what may be changed: the others are read below.
            list(rijen.select_for_update(of=("self",), no_key=True).values_list("pk"))
        return {rij.pk: rij for rij in rijen}

    @staticmethod
    def _kenmerk_van(leverancier: str, ids: set[int]) -> dict[int, str]:
        rijen = Kenmerk.objects.filter(leverancier=leverancier, statushouder__in=ids)
        return dict(rijen.order_by("-pk").values_list("statushouder_id", "kenmerk"))

    @staticmethod
    def _contacten(leverancier: str, ids: set[int], nodig: bool) -> dict[tuple, Contactmoment]:
        if not nodig:
            return {}
        rijen = Contactmoment.objects.filter(leverancier=leverancier, statushouder__in=ids)
        return {(c.statushouder_id, c.datum, c.soort, c.volgnummer): c for c in rijen}

    def mag_wijzigen(self, persoon: Statushouder) -> bool:
        """Whether the scope may change this dossier, not only read it."""
        if persoon.dossiergemeente_id is None:
            return persoon.dossierregio_id in self.bereik.regios
        return persoon.dossiergemeente_id in self.bereik.gemeenten


def _verwijzingen(gelezen: Gelezen, soort: str) -> set[str]:
    return {
        rij.waarden[soort]
        for rijen in gelezen.rijen.values()
        for rij in rijen
        if isinstance(rij.waarden.get(soort), str)
    }


def _op_referentie(model, leverancier: str, referenties: set[str]) -> dict:
    if not referenties:
        return {}
    rijen = model.objects.filter(leverancier=leverancier, referentie__in=referenties)
    return {rij.referentie: rij for rij in rijen}


def _per_persoon(rijen: Iterable) -> dict[int, list]:
    gevonden = defaultdict(list)
    for rij in rijen:
        gevonden[rij.statushouder_id].append(rij)
    return gevonden


def _verborgen(leverancier: str, verwijzingen: dict[str, set[str]]) -> set[tuple[str, str]]:
    """References of this deliverer that exist, also where the scope does not reach."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select soort, verwijzing from gebruikte_verwijzingen(%s, %s, %s, %s)",
            [leverancier, *(sorted(verwijzingen[s]) for s in ("kenmerk", "traject", "plaatsing"))],
        )
        return set(cursor.fetchall())
