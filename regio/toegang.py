"""The one door: what a user may open, count, read and manage on a day.

`Bereik` is the sum of the rights that hold. Opening a row asks `zichtbaar_voor`, which the
database repeats with row-level security; counting rows asks for a `Gebied`, which only a Bereik
can give. A figure never sees a user, so it cannot widen what someone may know.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import PermissionDenied
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Exists,
    Expression,
    F,
    OuterRef,
    Q,
    Subquery,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from regio.models import Deelname, Gebruiker, GemeenteInRegio, Recht, Rol

Ids = frozenset[int]
NIETS: Ids = frozenset()
# These stand where a right has its role.
LID = Value("", output_field=TextField())
VOORGANGER = Value("*", output_field=TextField())
# The floor with the dossiers adds what a gemeente (`gemeente_id`) may still read on a day: an
# expression of the numbers of those dossiers, so that it costs no question of its own.
MEELEZERS: list[Callable[[date], Expression]] = []
GEEN_DOSSIERS = Value(None, output_field=ArrayField(BigIntegerField()))


@dataclass(frozen=True)
class Gebied:
    """Whose figures to measure: one region, or one gemeente in it.

    `gemeenten` narrows a region to those gemeenten (and to persons not yet gekoppeld, when
    `met_ongekoppeld`); None means the whole region.
    """

    regio_id: int
    gemeenten: Ids | None = None
    met_ongekoppeld: bool = True


@dataclass(frozen=True)
class Bereik:
    """All that somebody may do today. Sets hold primary keys."""

    gemeenten: Ids = NIETS  # dossiers of these gemeenten may be opened and changed
    regios: Ids = NIETS  # likewise of persons not yet gekoppeld, who belong to the region
    zonder_namen: Ids = NIETS  # gemeenten whose persons show a kenmerk in place of a name
    leest_mee: Ids = NIETS  # single dossiers that may be read for a while after an overdracht
    cijfergemeenten: Ids = NIETS  # gemeenten whose true figures may be seen
    cijferregios: Ids = NIETS  # regions whose true figures may be seen
    voorgangers: Ids = NIETS  # gemeenten that ended, and whose figures of then may be seen
    publicaties: Ids = NIETS  # regions whose publications may be read
    alle_publicaties: bool = False  # likewise of the whole country
    geldregios: Ids = NIETS  # regions whose money may be booked
    logregios: Ids = NIETS  # regions whose log may be read
    beheerregios: Ids = NIETS  # regions whose accounts and reference data may be managed
    applicatie: bool = False  # manages the application, no region
    rollen: tuple[str, ...] = field(default=(), compare=False)
    werkgebied: str = field(default="", compare=False)  # for beside the name of the site

    @cached_property
    def met_dossiers(self) -> bool:
        """Whether any dossier at all may be opened."""
        return bool(self.gemeenten or self.regios)

    @property
    def schrijfregios(self) -> Ids:
        """Regions for which plans, overleggen and the like are written: by the verbinder, and by
        the functioneel beheerder, who keeps things going where there is no verbinder."""
        return self.cijferregios | self.beheerregios

    @property
    def geld_te_lezen(self) -> Ids:
        """Regions whose ledger may be read."""
        return self.geldregios | self.cijferregios

    def gebied(self, *, regio_id: int, gemeente_id: int | None = None) -> Gebied:
        """The area of a region or gemeente whose true figures may be measured.

        Raises PermissionDenied when the rights do not reach it.
        """
        if gemeente_id is not None:
            if gemeente_id in self.cijfergemeenten | self.voorgangers:
                return Gebied(regio_id, frozenset({gemeente_id}), met_ongekoppeld=False)
        elif regio_id in self.cijferregios:
            return Gebied(regio_id, self.cijfergemeenten | self.voorgangers)
        raise PermissionDenied("Deze cijfers mag u niet zien.")

    def als_gegevens(self) -> dict:
        """Plain values, to hand to a task."""
        return {
            naam: sorted(waarde) if isinstance(waarde, frozenset) else waarde
            for naam, waarde in asdict(self).items()
            if naam not in ("rollen", "werkgebied")
        }

    @classmethod
    def uit_gegevens(cls, gegevens: dict) -> "Bereik":
        """The inverse of `als_gegevens`."""
        bekend = {veld.name for veld in fields(cls)}
        waarden: dict[str, Any] = {
            naam: frozenset(waarde) if isinstance(waarde, list) else waarde
            for naam, waarde in gegevens.items()
            if naam in bekend
        }
        return cls(**waarden)


GEEN_BEREIK = Bereik()


def bereik_van(gebruiker: Gebruiker, *, op: date) -> Bereik:
    """Everything that the rights of `gebruiker` give on day `op`, in one query."""
    if not getattr(gebruiker, "is_active", False):
        return GEEN_BEREIK
    rechten, alle_leden, voorgangers, namen = _rechten_en_leden(gebruiker, op)
    regios_van = {rol: _regios(rechten, rol) for rol in Rol}
    gemeenten_van = {rol: _gemeenten(rechten, rol) for rol in Rol}
    verbonden = regios_van[Rol.VERBINDER]
    eigen = gemeenten_van[Rol.KLANTMANAGER]
    alle_eigen = eigen | gemeenten_van[Rol.GEMEENTE_CIJFERS]
    leden = [lid for lid in alle_leden if lid[1] in verbonden or lid[0] in alle_eigen]
    deelnemers = {g: met_namen for g, regio, met_namen in leden if regio in verbonden}
    meedoend = frozenset(g for g, met_namen in deelnemers.items() if met_namen is not None)
    lid_van = frozenset(regio for g, regio, _ in leden if g in alle_eigen)
    publicaties = frozenset().union(*regios_van.values()) | lid_van
    return Bereik(
        gemeenten=eigen | meedoend,
        regios=verbonden,
        zonder_namen=frozenset(g for g in meedoend - eigen if not deelnemers[g]),
        leest_mee=_leest_mee(rechten),
        cijfergemeenten=alle_eigen | meedoend,
        cijferregios=verbonden,
        voorgangers=voorgangers,
        publicaties=publicaties,
        alle_publicaties=any(r.rol == Rol.DIRECTIEOVERLEG and not r.regio_id for r in rechten),
        geldregios=regios_van[Rol.CONTROLLER],
        logregios=regios_van[Rol.PRIVACY_OFFICER],
        beheerregios=regios_van[Rol.FUNCTIONEEL_BEHEERDER],
        applicatie=any(r.rol == Rol.APPLICATIEBEHEERDER for r in rechten),
        rollen=tuple(dict.fromkeys(r.rol for r in rechten)),
        werkgebied=_werkgebied(namen, alle_eigen | meedoend, verbonden, publicaties),
    )


def _werkgebied(namen: "Namen", gemeenten: Ids, verbonden: Ids, publicaties: Ids) -> str:
    """The one gemeente or region that somebody works for; empty for more, or for none."""
    if len(gemeenten) == 1 and not verbonden:
        return f"Gemeente {namen.gemeenten.get(min(gemeenten), '')}"
    if len(publicaties) == 1:
        return f"Arbeidsmarktregio {namen.regios.get(min(publicaties), '')}"
    return ""


class Namen(NamedTuple):
    """What gemeenten and regions are called, by primary key."""

    gemeenten: dict[int, str]
    regios: dict[int, str]


class _Recht(NamedTuple):
    rol: str
    gemeente_id: int | None
    regio_id: int | None
    leest_mee: Ids


def _rechten_en_leden(
    gebruiker: Gebruiker, op: date
) -> tuple[list[_Recht], list[tuple[int, int, bool | None]], Ids, "Namen"]:
    """The rights that hold; of the gemeenten and regions in them (gemeente, region, met_namen);
    the gemeenten that went before those; and how they are called.

    `met_namen` is None for a gemeente without a deelname on that day.
    """
    geldig = Recht.objects.filter(gebruiker=gebruiker).geldig_op(op).order_by()
    deelname = Deelname.objects.geldig_op(op).filter(gemeente=OuterRef("gemeente"))
    leden = (
        GemeenteInRegio.objects.geldig_op(op)
        .filter(
            Q(regio__in=geldig.filter(regio__isnull=False).values("regio"))
            | Q(gemeente__in=geldig.filter(gemeente__isnull=False).values("gemeente"))
        )
        .order_by()
        .annotate(rol_=LID, namen_=Subquery(deelname.values("met_namen")))
    )
    mee = {f"mee_{nummer}": lezer(op) for nummer, lezer in enumerate(MEELEZERS)}
    geen = dict.fromkeys(mee, GEEN_DOSSIERS)
    plaatsnamen = ("gemeente__naam", "regio__naam")
    kolommen = ("rol_", "gemeente_id", "regio_id", "namen_", *plaatsnamen, *mee)
    eigen = geldig.annotate(
        rol_=Cast("rol", TextField()), namen_=Value(None, output_field=BooleanField()), **mee
    )
    rijen = list(
        eigen.values_list(*kolommen)
        .union(
            leden.annotate(**geen).values_list(*kolommen),
            _voorgangers(geldig, op).annotate(**geen).values_list(*kolommen),
            all=True,
        )
        .order_by("rol_", "gemeente_id", "regio_id")
    )
    rechten = [rij for rij in rijen if rij[0] not in (LID.value, VOORGANGER.value)]
    return (
        [
            _Recht(rol, gemeente, regio, NIETS.union(*(ids or () for ids in leest_mee)))
            for rol, gemeente, regio, _, _, _, *leest_mee in rechten
        ],
        [rij[1:4] for rij in rijen if rij[0] == LID.value],
        frozenset(rij[1] for rij in rijen if rij[0] == VOORGANGER.value),
        Namen({rij[1]: rij[4] for rij in rijen}, {rij[2]: rij[5] for rij in rijen}),
    )


def _voorgangers(geldig, op: date):
    """Memberships of gemeenten that ended before `op`: of the region of a verbinder, when they took
    part on their last day, or of who followed them."""
    deed_mee = Deelname.objects.geldig_op(OuterRef("tot_en_met")).filter(
        gemeente=OuterRef("gemeente")
    )
    van_verbinder = Q(regio__in=geldig.filter(rol=Rol.VERBINDER).values("regio"))
    opgegaan = Q(gemeente__opvolger__in=geldig.filter(gemeente__isnull=False).values("gemeente"))
    return (
        GemeenteInRegio.objects.filter(
            gemeente__tot_en_met__lt=op, tot_en_met=F("gemeente__tot_en_met")
        )
        .filter(van_verbinder & Exists(deed_mee) | opgegaan)
        .order_by()
        .annotate(rol_=VOORGANGER, namen_=Value(None, output_field=BooleanField()))
    )


def _leest_mee(rechten: list[_Recht]) -> Ids:
    """Dossiers that the own gemeenten handed over not long ago."""
    return NIETS.union(*(r.leest_mee for r in rechten if r.rol == Rol.KLANTMANAGER))


def _regios(rechten: list[_Recht], rol: str) -> Ids:
    return frozenset(r.regio_id for r in rechten if r.rol == rol and r.regio_id)


def _gemeenten(rechten: list[_Recht], rol: str) -> Ids:
    return frozenset(r.gemeente_id for r in rechten if r.rol == rol and r.gemeente_id)
