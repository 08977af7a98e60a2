"""The list of persons: its columns, its orders, and one page of it.

Pages go from one person to the next ("after this one") in place of by number, so that page 600
costs what page 1 costs, and a row that is added meanwhile shifts nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat

from regio.perioden import BEGIN_DER_TIJDEN, EIND_DER_TIJDEN
from statushouders.models import Actie, Contactmoment, Kenmerk, Statushouder, Traject
from statushouders.querysets import StatushouderQuerySet

PER_BLADZIJDE = 25


@dataclass(frozen=True)
class Kolom:
    """One column, of the page and of the file alike.

    `cel` names the template of the cell on the page; a file holds the value itself.
    """

    kop: str
    waarde: Callable[[Statushouder], object]
    cel: str = "tekst"

    @property
    def sjabloon(self) -> str:
        """The template that draws the cell."""
        return f"statushouders/cellen/{self.cel}.html"


@dataclass(frozen=True)
class Volgorde:
    """An order of the list: what it sorts on, and whether downwards. The key makes it total."""

    sleutel: Callable[[date], object]
    omlaag: bool = False


def _laatste_contact(op: date) -> Subquery:
    contact = Contactmoment.objects.filter(statushouder=OuterRef("pk"), datum__lte=op)
    return Subquery(contact.order_by("-datum").values("datum")[:1])


def _eerste_stap(veld: str) -> Subquery:
    stap = Actie.objects.filter(statushouder=OuterRef("pk"), klaar_op__isnull=True)
    return Subquery(stap.order_by("datum", "pk").values(veld)[:1])


def _eerste_kenmerk() -> Subquery:
    kenmerk = Kenmerk.objects.filter(statushouder=OuterRef("pk")).order_by("pk")
    return Subquery(kenmerk.values("kenmerk")[:1])


VOLGORDES = {
    "naam": Volgorde(lambda op: Coalesce("naam__sorteernaam", _eerste_kenmerk(), Value(""))),
    "contact": Volgorde(lambda op: Coalesce(_laatste_contact(op), Value(BEGIN_DER_TIJDEN))),
    "stap": Volgorde(lambda op: Coalesce(_eerste_stap("datum"), Value(EIND_DER_TIJDEN))),
    "nieuw": Volgorde(lambda op: F("aangemeld_op"), omlaag=True),
}


@dataclass(frozen=True)
class Bladzijde:
    """Some rows of a list; `vorige` and `volgende` are keys of persons, or empty."""

    rijen: list[Statushouder]
    vorige: str = ""
    volgende: str = ""


def met_lijstgegevens(personen: StatushouderQuerySet, *, op: date) -> StatushouderQuerySet:
    """Annotate what the columns show as of `op`; related rows come along in the same query."""
    lijnen = (
        Traject.objects.filter(statushouder=OuterRef("pk"))
        .lopend(op)
        .annotate(
            lijn=Concat(
                "actielijn_id", Value(" "), "actielijn__korte_naam", output_field=TextField()
            )
        )
        .order_by("lijn")
        .values_list("lijn")
        .distinct()
    )
    return (
        personen.met_kenmerk()
        .met_fase(op)
        .select_related("naam", "dossiergemeente", "contactpersoon")
        .annotate(
            laatste_contact=_laatste_contact(op),
            stap=_eerste_stap("omschrijving"),
            stap_datum=_eerste_stap("datum"),
            stap_sleutel=_eerste_stap("sleutel"),
            actielijnen=ArraySubquery(lijnen),
        )
    )


def kolommen(op: date, *, met_contactpersoon: bool) -> tuple[Kolom, ...]:
    """The columns as of `op`; whose it is matters only in a list of more than one's own."""
    wie = Kolom("Contactpersoon", lambda p: p.contactpersoon.naam if p.contactpersoon else "")
    return (
        Kolom("Naam", lambda p: p.weergavenaam, cel="naam"),
        Kolom("Fase", lambda p: p.fase_op(op), cel="fase"),
        Kolom("Gemeente", plaatsnaam),
        Kolom("Actielijn", lambda p: ", ".join(p.actielijnen)),
        *((wie,) if met_contactpersoon else ()),
        Kolom("Laatste contact", lambda p: p.laatste_contact, cel="contact"),
        Kolom("Volgende stap", lambda p: p.stap or "", cel="stap"),
    )


def plaatsnaam(persoon: Statushouder) -> str:
    """The gemeente of the dossier, or that there is none yet."""
    if persoon.dossiergemeente_id is None:
        return "Nog niet gekoppeld"
    return persoon.dossiergemeente.naam


def geordend(personen: StatushouderQuerySet, volgorde: str, *, op: date) -> StatushouderQuerySet:
    """The whole list in one of `VOLGORDES`, with what its columns show."""
    return _op_volgorde(met_lijstgegevens(personen, op=op), volgorde, op=op)


def _op_volgorde(
    personen: StatushouderQuerySet, volgorde: str, *, op: date
) -> StatushouderQuerySet:
    """In order, with nothing more than the order needs."""
    keuze = VOLGORDES[volgorde]
    rijen = personen.annotate(sorteersleutel=keuze.sleutel(op))
    if keuze.omlaag:
        return rijen.order_by("-sorteersleutel", "-pk")
    return rijen.order_by("sorteersleutel", "pk")


def bladzijde(
    personen: StatushouderQuerySet,
    volgorde: str,
    *,
    op: date,
    na: UUID | None = None,
    voor: UUID | None = None,
) -> Bladzijde:
    """The rows after the person `na`, or before `voor`, or the first; in one query.

    A person who is out of sight as a starting point gives the first page.
    """
    alles = _op_volgorde(personen, volgorde, op=op)
    terug = voor is not None
    anker = voor or na
    if anker is not None:
        alles = alles.filter(_voorbij(anker, volgorde, op=op, terug=terug))
    # Who is on the page first, what the columns show after that: for these few alone.
    nummers = (alles.reverse() if terug else alles).values("pk")[: PER_BLADZIJDE + 1]
    rijen = list(geordend(Statushouder.objects.filter(pk__in=nummers), volgorde, op=op))
    if anker is not None and not rijen:
        return bladzijde(personen, volgorde, op=op)
    verder = len(rijen) > PER_BLADZIJDE
    rijen = rijen[-PER_BLADZIJDE:] if terug else rijen[:PER_BLADZIJDE]
    eerder = verder if terug else anker is not None
    later = terug or verder
    return Bladzijde(
        rijen,
        vorige=str(rijen[0].sleutel) if eerder else "",
        volgende=str(rijen[-1].sleutel) if later else "",
    )


def volgende_na(
    persoon: Statushouder, personen: StatushouderQuerySet, volgorde: str, *, op: date
) -> str:
    """The key of who comes after `persoon` in this list, or empty after the last."""
    later = _op_volgorde(personen, volgorde, op=op).filter(
        _voorbij(persoon.sleutel, volgorde, op=op, terug=False)
    )
    sleutel = later.values_list("sleutel", flat=True).first()
    return str(sleutel or "")


def beste_treffers(personen: StatushouderQuerySet, *, op: date) -> list[Statushouder]:
    """The best hits of a search, best first, with what the columns show."""
    return list(met_lijstgegevens(personen, op=op)[:PER_BLADZIJDE])


def _voorbij(anker: UUID, volgorde: str, *, op: date, terug: bool) -> Q:
    """The rows on the far side of the person `anker`."""
    hier = _op_volgorde(Statushouder.objects.filter(sleutel=anker), volgorde, op=op)
    kant = "lt" if VOLGORDES[volgorde].omlaag != terug else "gt"
    sleutel = Subquery(hier.values("sorteersleutel")[:1])
    nummer = Subquery(hier.values("pk")[:1])
    return Q(**{f"sorteersleutel__{kant}": sleutel}) | Q(
        **{"sorteersleutel": sleutel, f"pk__{kant}": nummer}
    )
