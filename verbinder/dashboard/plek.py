"""Where a dashboard stands: one region or gemeente, one half-year, for one user."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import Http404
from django.urls import reverse

from regio.models import Actielijn, Arbeidsmarktregio, Gemeente, GemeenteInRegio, Trajectsoort
from regio.models.velden import GeldigQuerySet
from regio.perioden import halfjaar_van
from regio.toegang import Bereik, Gebied
from verbinder.dashboard.perioden import Keuze, lees_keuze, te_kiezen
from verbinder.indicatoren import Indicator
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.onthouden import meet_of_onthoud, stand
from verbinder.indicatoren.samen import Antwoorden, Vraag
from verbinder.indicatoren.uitsplitsingen import (
    ALGEMEEN,
    HELE_REGIO,
    NOG_NIET_GEKOPPELD,
    ONBEKEND,
    UITSPLITSINGEN,
)

# The part that has no name in the address.
EERSTE_DEEL = "overzicht"
# In the address: everything in the division of the country of today.
NAAR_NU = "nu"


@dataclass(frozen=True)
class Lid:
    """A gemeente of the region on the peildatum, and whether its figures are counted here."""

    pk: int
    code: str
    naam: str
    telt: bool


@dataclass(frozen=True)
class Plek:
    """The place of a dashboard. `gemeente` is empty for the region as a whole.

    `opent`: whether this user may open dossiers here, so that numbers link to persons.
    """

    regio: Arbeidsmarktregio
    gemeente: Gemeente | None
    gebied: Gebied
    keuze: Keuze
    bereik: Bereik
    leden: tuple[Lid, ...]
    deel: str = EERSTE_DEEL
    # The day whose division of the country every row is counted in; None: of each row's own day.
    indeling_op: date | None = None

    @property
    def is_regio(self) -> bool:
        return self.gemeente is None

    @property
    def naam(self) -> str:
        return str(self.gemeente or self.regio)

    @property
    def opent(self) -> bool:
        if self.gemeente is None:
            return self.regio.pk in self.bereik.regios
        return self.gemeente.pk in self.bereik.gemeenten

    @cached_property
    def actielijnen(self) -> dict[str, str]:
        """Code -> what people read, of all actielijnen."""
        rijen = Actielijn.objects.values_list("code", "korte_naam")
        return {str(code): f"{code} {naam}" for code, naam in rijen}

    @cached_property
    def trajectsoorten(self) -> dict[str, str]:
        """Code -> name of the kinds of traject of the region."""
        return dict(Trajectsoort.objects.van_regio(self.regio).values_list("code", "naam"))

    def labels(self, indicator: Indicator, uitsplitsing: str) -> dict[str, str]:
        """Category -> what people read, of one breakdown, in order."""
        geld = indicator.van_geld
        match uitsplitsing:
            case "actielijn":
                zonder = {ONBEKEND: "Zonder traject"} if indicator.groep == "C" else {}
                return self.actielijnen | zonder | ({ALGEMEEN: "Algemeen"} if geld else {})
            case "trajectsoort":
                return self.trajectsoorten
            case "gemeente" if geld:
                return {lid.code: lid.naam for lid in self.leden} | {HELE_REGIO: "Hele regio"}
            case "gemeente":
                eigen = {lid.code: lid.naam for lid in self.leden if lid.telt}
                return eigen | {NOG_NIET_GEKOPPELD: "Nog niet gekoppeld"}
        return UITSPLITSINGEN[uitsplitsing].labels or {}

    def meting(self) -> Meting:
        """What a single measuring call measures."""
        return Meting(self.gebied, self.keuze.periode, self.indeling_op)

    def meet(self, vragen: Iterable[Vraag]) -> Antwoorden:
        """The figures of this place, in the chosen division."""
        gevraagd = {self.gebied: list(vragen)}
        return meet_of_onthoud(gevraagd, self.stand, self.indeling_op)[self.gebied]

    @cached_property
    def stand(self) -> str:
        """The state of the region that this page shows, read once."""
        return stand(self.gebied.regio_id)

    def adres(self, *, deel: str | None = None, halfjaar: str = "", **vraag: str) -> str:
        """The address of a part of this dashboard."""
        pad = _pad(self._soort, self._code, self.deel if deel is None else deel)
        return pad + self._vraag(halfjaar, vraag)

    def gevallen(
        self, indicator: Indicator, uitsplitsing: str = "totaal", categorie: str = "alle"
    ) -> str:
        """The address of the cases that a number counts; nothing for who may not open them."""
        if not self.opent or indicator.van_geld:
            return ""
        cel = {} if uitsplitsing == "totaal" else {"per": uitsplitsing, "categorie": categorie}
        vraag = self._vraag("", {"cijfer": indicator.code} | cel)
        return reverse(f"dashboard_{self._soort}_gevallen", args=[self._code]) + vraag

    @property
    def _soort(self) -> str:
        return "regio" if self.is_regio else "gemeente"

    @property
    def _code(self) -> str:
        return (self.gemeente or self.regio).code

    def _vraag(self, halfjaar: str, vraag: dict[str, str]) -> str:
        """The running half-year needs no name in the address."""
        code = halfjaar or self.keuze.halfjaar.code
        lopend = code == halfjaar_van(self.keuze.vandaag).code
        delen = {} if lopend else {"halfjaar": code}
        delen |= {"indeling": NAAR_NU} if self.indeling_op else {}
        delen |= vraag
        return f"?{urlencode(delen)}" if delen else ""

    def buren(self) -> list[tuple[str, str, bool]]:
        """(name, address, is this one) of the region and its gemeenten that may be seen."""
        rij = []
        if self.regio.pk in self.bereik.cijferregios:
            rij.append(("Hele regio", self._adres_van("regio", self.regio.code), self.is_regio))
        for lid in self.leden:
            if lid.telt:
                hier = self.gemeente is not None and lid.pk == self.gemeente.pk
                rij.append((lid.naam, self.buur(lid.code), hier))
        return rij

    def buur(self, code: str) -> str:
        """The address of this part for a gemeente of the region."""
        return self._adres_van("gemeente", code)

    def _adres_van(self, soort: str, code: str) -> str:
        return _pad(soort, code, self.deel) + self._vraag("", {})

    def indelingen(self) -> list[tuple[str, str, bool]]:
        """(name, address, is this one) of both divisions, where the region changed within sight."""
        begin = min(keuze.halfjaar.van for keuze, _ in self.halfjaren())
        gewisseld = GemeenteInRegio.objects.filter(
            Q(regio=self.regio) | Q(gemeente__opvolger__lidmaatschappen__regio=self.regio),
            Q(tot_en_met__gte=begin, tot_en_met__lt=self.keuze.vandaag)
            | Q(van__gt=begin, van__lte=self.keuze.vandaag),
        )
        if not gewisseld.exists():
            return []
        return [
            ("Zoals toen", replace(self, indeling_op=None).adres(), self.indeling_op is None),
            (
                "Naar de indeling van nu",
                replace(self, indeling_op=self.keuze.vandaag).adres(),
                self.indeling_op is not None,
            ),
        ]

    def halfjaren(self) -> list[tuple[Keuze, str]]:
        """The half-years to choose from, with their addresses."""
        return [
            (keuze, self.adres(halfjaar=keuze.halfjaar.code))
            for keuze in te_kiezen(self.keuze.vandaag, self.keuze.halfjaar)
        ]


def _pad(soort: str, code: str, deel: str) -> str:
    delen = {} if deel == EERSTE_DEEL else {"deel": deel}
    return reverse(f"dashboard_{soort}", kwargs={"code": code} | delen)


def vind_regio(
    bereik: Bereik, code: str, gevraagd: Mapping[str, str], vandaag: date, deel: str
) -> Plek:
    """The dashboard of a region. `gevraagd` may hold `halfjaar` and `indeling`.

    Raises Http404 where the rights do not reach.
    """
    keuze, indeling_op = _keuze(gevraagd, vandaag)
    leden = GemeenteInRegio.objects.filter(regio__code=code)
    return _plek(bereik, leden, None, keuze, deel, indeling_op)


def vind_gemeente(
    bereik: Bereik, code: str, gevraagd: Mapping[str, str], vandaag: date, deel: str
) -> Plek:
    """The dashboard of a gemeente, in the region that it was part of on the day of the division.

    Raises Http404 where the rights do not reach, or where it was in no region.
    """
    keuze, indeling_op = _keuze(gevraagd, vandaag)
    op = indeling_op or keuze.peildatum
    van_gemeente = GemeenteInRegio.objects.filter(gemeente__code=code).geldig_op(op)
    leden = GemeenteInRegio.objects.filter(regio__in=van_gemeente.values("regio"))
    return _plek(bereik, leden, code, keuze, deel, indeling_op)


def _plek(
    bereik: Bereik,
    leden: GeldigQuerySet,
    gemeentecode: str | None,
    keuze: Keuze,
    deel: str,
    indeling_op: date | None,
) -> Plek:
    """`leden` are the memberships of one region."""
    rijen = list(
        leden.geldig_op(indeling_op or keuze.peildatum)
        .select_related("gemeente", "regio")
        .order_by("gemeente__naam")
    )
    if not rijen:
        raise Http404
    regio = rijen[0].regio
    gemeente = next((lid.gemeente for lid in rijen if lid.gemeente.code == gemeentecode), None)
    try:
        gebied = bereik.gebied(regio_id=regio.pk, gemeente_id=gemeente and gemeente.pk)
    except PermissionDenied as geweigerd:
        raise Http404 from geweigerd
    return Plek(
        regio=regio,
        gemeente=gemeente,
        gebied=gebied,
        keuze=keuze,
        bereik=bereik,
        leden=tuple(
            Lid(
                lid.gemeente_id,
                lid.gemeente.code,
                lid.gemeente.naam,
                telt=lid.gemeente_id in bereik.cijfergemeenten | bereik.voorgangers,
            )
            for lid in rijen
        ),
        deel=deel,
        indeling_op=indeling_op,
    )


def _keuze(gevraagd: Mapping[str, str], vandaag: date) -> tuple[Keuze, date | None]:
    """The half-year, and the day of the division when it is not each row's own."""
    indeling = gevraagd.get("indeling", "")
    if indeling not in ("", NAAR_NU):
        raise Http404
    try:
        keuze = lees_keuze(gevraagd.get("halfjaar", ""), vandaag)
    except ValidationError as fout:
        raise Http404 from fout
    return keuze, vandaag if indeling else None
