"""What a deliverer has in Verbinder, as the workbook that it can correct and read in again.

Only rows under the deliverer's own references: those of others have no name in this workbook.
"""

from collections.abc import Iterable

from django.db.models import Prefetch, Q

from regio.toegang import Bereik
from statushouders.models import (
    Contactmoment,
    Kenmerk,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
)
from statushouders.uitwisseling.bladen import BLADEN
from statushouders.uitwisseling.inlezen import Afzender
from statushouders.uitwisseling.lijst import Kolom, Tabel, plat, schrijf_boek
from statushouders.uitwisseling.naslag import Naslag


class Werkmapschrijver:
    """Collects the rows of one deliverer, as far as `bereik` may change the dossiers."""

    def __init__(self, afzender: Afzender, bereik: Bereik):
        self.code = afzender.code
        self.naslag = Naslag(afzender.regio)
        self.personen = list(self._personen(bereik))
        self._kenmerken = {p.pk: p.eigen_kenmerken[0].kenmerk for p in self.personen}

    def _personen(self, bereik: Bereik) -> Iterable[Statushouder]:
        eigen = Kenmerk.objects.filter(leverancier=self.code).order_by("pk")
        return (
            Statushouder.objects.geldig()
            .filter(
                Q(dossiergemeente__in=bereik.gemeenten)
                | Q(dossiergemeente__isnull=True, dossierregio__in=bereik.regios),
                kenmerken__leverancier=self.code,
            )
            .select_related("naam", "contactpersoon")
            .prefetch_related(Prefetch("kenmerken", eigen, to_attr="eigen_kenmerken"))
            .distinct()
            .order_by("pk")
        )

    def schrijf(self, formaat: str) -> bytes:
        """All sheets as xlsx or ods."""
        eigen = {"leverancier": self.code}
        bladen = {
            "statushouders": self.personen,
            "verblijf": self._van_personen(Verblijf).order_by("statushouder", "soort", "van"),
            "uitkering": self._van_personen(Uitkering).order_by("statushouder", "van"),
            "trajecten": self._van_personen(Traject).filter(**eigen).select_related("aanbieder"),
            "plaatsingen": self._van_personen(Plaatsing)
            .filter(**eigen, ingetrokken_op__isnull=True)
            .select_related("werkgever", "traject"),
            "contactmomenten": self._van_personen(Contactmoment)
            .filter(**eigen)
            .order_by("statushouder", "datum", "soort", "volgnummer"),
        }
        tabellen = [self._tabel(naam, rijen) for naam, rijen in bladen.items()]
        return schrijf_boek(tabellen, formaat, f"Gegevens van {self.code}")

    def _van_personen(self, model):
        return model.objects.filter(statushouder__in=self.personen)

    def _tabel(self, naam: str, rijen: Iterable) -> Tabel:
        kolommen = BLADEN[naam].kolommen()
        return Tabel(
            naam,
            [Kolom(kolom) for kolom in kolommen],
            [[plat(self._cel(naam, kolom, rij)) for kolom in kolommen] for rij in rijen],
        )

    def _cel(self, blad: str, kolom: str, rij):
        """The value of one column: code, day, number or text."""
        if kolom == "kenmerk":
            return self._kenmerken[rij.pk if blad == "statushouders" else rij.statushouder_id]
        if kolom in ("voornaam", "achternaam"):
            return getattr(getattr(rij, "naam", None), kolom, "")
        if kolom == "contactpersoon":
            return rij.contactpersoon.email if rij.contactpersoon else None
        if kolom == "gemeente":
            return self.naslag.gemeenten.op_id[rij.gemeente_id].code if rij.gemeente_id else None
        if (blad, kolom) in (("trajecten", "traject"), ("plaatsingen", "plaatsing")):
            return rij.referentie
        if kolom == "traject":
            eigen = rij.traject and rij.traject.leverancier == self.code
            return rij.traject.referentie if eigen else None
        if kolom in ("aanbieder", "werkgever"):
            return str(getattr(rij, kolom) or "")
        if blad == "trajecten" and kolom in ("actielijn", "soort"):
            lijst = self.naslag.actielijnen if kolom == "actielijn" else self.naslag.trajectsoorten
            return lijst.code_van(getattr(rij, f"{kolom}_id"))
        return getattr(rij, kolom)
