"""A list of persons as a page asks for it: its filter, its rows, its numbers, its links."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from statushouders.lijsten.filters import (
    IEDEREEN,
    MIJN,
    Filter,
    Keuzes,
    lees_filter,
    personen_van,
)
from statushouders.lijsten.personen import (
    Bladzijde,
    Kolom,
    beste_treffers,
    bladzijde,
    geordend,
    kolommen,
    volgende_na,
)
from statushouders.models import Statushouder
from statushouders.querysets import StatushouderQuerySet
from statushouders.web.dossier import als_uuid

STANDAARD = {"start": Filter(wie=MIJN), "personen": Filter(wie=IEDEREEN)}
# Filters that show as a chip, in the order of the page.
ALS_CHIP = ("gemeente", "actielijn", "fase", "contact", "wet", "opleiding", "let_op")
CHIPNAAM = {
    "gemeente": "Gemeente",
    "actielijn": "Actielijn",
    "fase": "Fase",
    "contact": "Laatste contact",
    "wet": "Wet",
    "opleiding": "Opleiding",
    "let_op": "Let op",
}
BOVENAAN = {
    "wie": (MIJN, "Van mij"),
    "gemeente": ("", "Alle gemeenten"),
    "actielijn": ("", "Alle actielijnen"),
    "fase": ("", "Niet afgesloten"),
    "contact": ("", "Maakt niet uit"),
    "wet": ("", "Alle wetten"),
    "opleiding": ("", "Alle niveaus"),
}
LANGSTE_NAAM = 100


@dataclass(frozen=True)
class Chip:
    """A filter that is on, and the address without it."""

    tekst: str
    zonder: str


@dataclass(frozen=True)
class Lijst:
    """One list on one page (`start` or `personen`), as of `op`."""

    pagina: str
    filter: Filter
    keuzes: Keuzes
    personen: StatushouderQuerySet
    op: date
    naam: str = ""
    na: UUID | None = None
    voor: UUID | None = None

    @property
    def adres(self) -> str:
        """The address of this list from its first page on."""
        return self._adres()

    @property
    def adres_hier(self) -> str:
        """The address of this very page of the list, to come back to."""
        plek = {"na": self.na} if self.na else {"voor": self.voor} if self.voor else {}
        return self._adres(extra={naam: str(waarde) for naam, waarde in plek.items()})

    @property
    def vraag(self) -> str:
        """The query string of this list, with its question mark."""
        return self.adres.removeprefix(reverse(self.pagina))

    @property
    def is_gefilterd(self) -> bool:
        """Whether something is left out that the page shows by itself."""
        return bool(self.naam) or any(getattr(self.filter, veld) for veld in ALS_CHIP)

    @property
    def adres_zonder_filters(self) -> str:
        leeg = dict.fromkeys(ALS_CHIP, "")
        return self._adres(**leeg)

    @property
    def chips(self) -> list[Chip]:
        """The filters that are on, each with a way to take it off."""
        aan = [(veld, getattr(self.filter, veld)) for veld in ALS_CHIP]
        return [
            Chip(f"{CHIPNAAM[veld]}: {self.keuzes.labels(veld)[waarde]}", self._adres(**{veld: ""}))
            for veld, waarde in aan
            if waarde
        ]

    @property
    def kolommen(self) -> tuple[Kolom, ...]:
        """The columns; in one's own list everybody has the same contactpersoon."""
        return kolommen(self.op, met_contactpersoon=self.filter.wie != MIJN)

    def bladzijde(self) -> Bladzijde:
        """The rows of this page. A search by name shows its best hits on one page."""
        if self.naam:
            return Bladzijde(beste_treffers(self.personen, op=self.op))
        return bladzijde(
            self.personen, self.filter.volgorde, op=self.op, na=self.na, voor=self.voor
        )

    def keuzes_van(self, veld: str) -> list[tuple[str, str]]:
        """The choices of one filter, with what an empty one means on top."""
        keuzes = list(self.keuzes.labels(veld).items())
        return [BOVENAAN[veld], *keuzes] if veld in BOVENAAN else keuzes

    def volgende_na(self, persoon: Statushouder) -> str:
        """The key of the next person of this list, or empty after the last."""
        return volgende_na(persoon, self.personen, self.filter.volgorde, op=self.op)

    def adres_na(self, sleutel: str) -> str:
        """The address of the page after this person."""
        return self._adres(extra={"na": sleutel})

    def adres_voor(self, sleutel: str) -> str:
        """The address of the page before this person."""
        return self._adres(extra={"voor": sleutel})

    def _adres(self, *, extra: dict | None = None, **anders: str) -> str:
        vraag = QueryDict(self.filter.als_vraag(STANDAARD[self.pagina], **anders), mutable=True)
        vraag.update(extra or {})
        return f"{reverse(self.pagina)}?{vraag.urlencode()}" if vraag else reverse(self.pagina)


def lees_lijst(
    request: HttpRequest,
    pagina: str,
    vraag: QueryDict,
    *,
    op: date,
    naam: str = "",
    keuzes: Keuzes | None = None,
) -> Lijst:
    """The list that `vraag` asks for; what it cannot mean is left out.

    `keuzes` of another list of this request spare a question.
    """
    keuzes = keuzes or Keuzes(request.bereik, request.user)
    filter_ = lees_filter(vraag, keuzes, STANDAARD[pagina])
    naam = naam.strip()[:LANGSTE_NAAM]
    personen = personen_van(
        filter_, bereik=request.bereik, gebruiker=request.user, op=op, naam=naam
    )
    return Lijst(
        pagina=pagina,
        filter=filter_,
        keuzes=keuzes,
        personen=personen,
        op=op,
        naam=naam,
        na=als_uuid(vraag.get("na")),
        voor=als_uuid(vraag.get("voor")),
    )


def alle_rijen(lijst: Lijst) -> list[Statushouder]:
    """The whole list, as the page orders it, for a file."""
    if lijst.naam:
        return beste_treffers(lijst.personen, op=lijst.op)
    return list(geordend(lijst.personen, lijst.filter.volgorde, op=lijst.op))
