"""What an import would do, in words for a page: new rows, and per changed cell old and new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format, number_format

from regio.models import Gebruiker
from statushouders.uitwisseling.bladen import BLADEN
from statushouders.uitwisseling.inlezen import Uitkomst
from statushouders.uitwisseling.naslag import Naslag
from statushouders.uitwisseling.velden import CodeVeld
from statushouders.uitwisseling.voorstel import GEWIJZIGD, NIEUW, Voorstel

LEEG = "leeg"
# Fields that follow from others and need no line of their own.
VOLGT_VANZELF = ("afsluitreden",)


@dataclass(frozen=True)
class Verandering:
    """One cell: its column, what it was and what it becomes."""

    kolom: str
    oud: str
    nieuw: str


@dataclass(frozen=True)
class Regel:
    """One row of the file as a line of the preview."""

    blad: str
    rij: int
    wie: str
    wat: str = ""
    veranderingen: tuple[Verandering, ...] = ()


class Overzicht:
    """The lines of a preview, made as they are asked for."""

    def __init__(self, uitkomst: Uitkomst):
        self.uitkomst = uitkomst
        self.naslag: Naslag = uitkomst.naslag
        self._gebruikers: dict[int, str] = {}

    def nieuw(self) -> Iterator[Regel]:
        """Rows that will be added."""
        for blad, v in self._met(NIEUW):
            yield Regel(blad, v.rij.nummer, _wie(v), self._kort(blad, v))

    def gewijzigd(self) -> Iterator[Regel]:
        """Rows that will change, cell by cell."""
        for blad, v in self._met(GEWIJZIGD):
            veranderingen = tuple(
                Verandering(
                    _kop(blad, veld), self._waarde(veld, oud, blad), self._waarde(veld, nieuw, blad)
                )
                for veld, (oud, nieuw) in v.wijzigingen.items()
                if veld not in VOLGT_VANZELF
            )
            yield Regel(blad, v.rij.nummer, _wie(v), veranderingen=veranderingen)

    def gewijzigde_personen(self) -> list:
        """Whose dossiers the changed lines show something of."""
        return list(
            {v.persoon.bestaand.pk: v.persoon.bestaand for _, v in self._met(GEWIJZIGD)}.values()
        )

    def _met(self, uitkomst: str) -> Iterator[tuple[str, Voorstel]]:
        for blad, voorstellen in self.uitkomst.plan.voorstellen.items():
            for voorstel in voorstellen:
                if voorstel.uitkomst == uitkomst:
                    yield blad, voorstel

    def _kort(self, blad: str, v: Voorstel) -> str:
        """What the file says of a new row, without the kenmerk and what is empty."""
        delen = [
            self._waarde(kolom.veld, v.waarden[kolom.veld], blad)
            for naam, kolom in BLADEN[blad].kolommen().items()
            if naam in v.rij.waarden and v.waarden.get(kolom.veld) not in (None, "")
        ]
        return ", ".join(delen)

    def _waarde(self, veld: str, waarde, blad: str) -> str:
        if waarde is None or waarde == "":
            return LEEG
        if isinstance(waarde, date):
            return date_format(waarde, "j M Y").lower()
        if isinstance(waarde, bool):
            return "ja" if waarde else "nee"
        if isinstance(waarde, Voorstel):
            return waarde.rij.waarden["traject"] if waarde.rij else waarde.bestaand.referentie
        return self._uit_lijst(veld, waarde, blad) or str(waarde)

    def _uit_lijst(self, veld: str, waarde, blad: str) -> str:
        if veld == "gemeente_id":
            return self.naslag.gemeenten.op_id[waarde].naam
        if veld == "contactpersoon_id":
            return self._gebruiker(waarde)
        if veld == "uren_per_week":
            return f"{number_format(waarde)} uur"
        if veld in ("actielijn_id", "soort_id"):
            lijst = (
                self.naslag.actielijnen if veld == "actielijn_id" else self.naslag.trajectsoorten
            )
            return next(
                (label for code, label in lijst.keuzes if lijst.sleutels[code] == waarde), ""
            )
        kolom = BLADEN[blad].kolommen().get(veld)
        if kolom is not None and isinstance(kolom.widget, CodeVeld):
            return dict(kolom.widget.keuzes()).get(waarde, "")
        return ""

    def _gebruiker(self, nummer: int) -> str:
        if nummer not in self._gebruikers:
            namen = Gebruiker.objects.filter(pk=nummer).values_list("naam", flat=True)
            self._gebruikers[nummer] = namen.first() or ""
        return self._gebruikers[nummer]


def _wie(v: Voorstel) -> str:
    return v.persoon.kenmerk


def _kop(blad: str, veld: str) -> str:
    """The name of the column that fills a field."""
    for naam, kolom in BLADEN[blad].kolommen().items():
        if kolom.veld == veld:
            return naam
    return veld.removesuffix("_id")
