"""Between the tables and a `Rapport`: what is stored is read back the same."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from regio.models import Arbeidsmarktregio, Gemeente
from regio.perioden import Halfjaar
from regio.services.huisstijl import huisstijl_van
from verbinder.indicatoren import Cijfer as IndicatorCijfer
from verbinder.indicatoren import Plaats
from verbinder.rapportage.boek import Boek, Rapportcel
from verbinder.rapportage.cijfers import Cijferset
from verbinder.rapportage.herzien import herziene_rijen, meet_herzien
from verbinder.rapportage.levering import Aanlevering
from verbinder.rapportage.models import (
    Cijfer,
    Eigencijfers,
    Momentopname,
    Tekst,
    Uitkomst,
    Versie,
    WaarCijfer,
)
from verbinder.rapportage.opvolging import opvolgingen
from verbinder.rapportage.rapport import (
    Besluit,
    Definitie,
    Herzien,
    Logo,
    Opvolging,
    Rapport,
    definities_van_nu,
)

# In the order of `Rapportcel`, which the model repeats by name.
VELDEN_VAN_EEN_CEL = [veld.name for veld in fields(Rapportcel) if veld.name != "plaats"]

# What published figures share with the measured ones.
OVERGENOMEN = (
    *("versie", "peildatum", "bekend_op", "gemeten_op", "regel", "levering", "indeling"),
    *("definities", "vorig", "jaar_eerder"),
)


def bewaar_cijfers(versie: Versie, cijfers: Cijferset, *, op: datetime) -> Momentopname:
    """Add the figures to a version, with all that explains them."""
    eerder = gepubliceerd_eerder(cijfers.regio, cijfers.halfjaar)
    opname = Momentopname.objects.create(
        versie=versie,
        volgnummer=versie.momentopnamen.count() + 1,
        peildatum=cijfers.halfjaar.peildatum,
        bekend_op=cijfers.bekend_op,
        gemeten_op=op,
        regel=cijfers.regel.naam,
        levering=[_als_json(a) for a in cijfers.aanleveringen],
        indeling=_indeling(cijfers),
        definities=[list(d) for d in definities_van_nu().values()],
        herzien=_herzien(cijfers, eerder["vorig"]),
        **eerder,
    )
    _bewaar_boek(opname, cijfers.boek)
    WaarCijfer.objects.bulk_create(
        WaarCijfer(
            momentopname=opname,
            volgorde=nummer,
            teller=cijfer.teller,
            noemer=cijfer.noemer,
            waarde=cijfer.waarde,
            **_plaats(cijfer.plaats),
        )
        for nummer, cijfer in enumerate(cijfers.ware_cijfers)
    )
    Eigencijfers.objects.bulk_create(
        Eigencijfers(momentopname=opname, gemeente=code, cijfers=[_als_rij(c) for c in eigen])
        for code, eigen in sorted(cijfers.per_gemeente.items())
    )
    return opname


def _herzien(cijfers: Cijferset, vorig: Momentopname | None) -> dict:
    """What is known better by now of an adopted half-year, with its true values."""
    if vorig is None or not hasattr(vorig.versie, "vaststelling"):
        return {}
    boek = boek_van(vorig)
    nieuw = meet_herzien(
        cijfers.regio,
        cijfers.halfjaar.vorige,
        boek,
        aanleveringen_van(vorig),
        regel=vorig.regel,
        nu=cijfers.bekend_op,
    )
    if nieuw is None:
        return {}
    return nieuw.als_gegevens() | {"rijen": list(herziene_rijen(nieuw, boek, vorig.regel))}


def bewaar_uitgave(
    gemeten: Momentopname,
    boek: Boek,
    weggelaten: Iterable[tuple[str, str]],
    herzien: Iterable[Herzien] = (),
    **anders,
) -> Momentopname:
    """Add what may be published of measured figures: the same, with these tables left out.

    `anders` are the fields that an edition does not share with what was measured.
    """
    gegevens = {veld: getattr(gemeten, veld) for veld in OVERGENOMEN}
    opname = Momentopname.objects.create(
        van=gemeten,
        volgnummer=gemeten.versie.momentopnamen.count() + 1,
        audit={"weggelaten": sorted(map(list, weggelaten))},
        herzien={"rijen": list(map(list, herzien))} if herzien else {},
        **gegevens | anders,
    )
    _bewaar_boek(opname, boek)
    return opname


def _bewaar_boek(opname: Momentopname, boek: Boek) -> None:
    Cijfer.objects.bulk_create(
        Cijfer(momentopname=opname, volgorde=nummer, **_plaats(cel.plaats), **_inhoud(cel))
        for nummer, cel in enumerate(boek)
    )


def rapport_van(
    versie: Versie,
    *,
    teksten_tot: datetime | None = None,
    opname: Momentopname | None = None,
) -> Rapport:
    """The report as the version holds it: its last figures (or those of `opname`), and its texts
    as they were at `teksten_tot`, or are now."""
    opname = opname or laatste_opname(versie)
    rapportage = versie.rapportage
    return Rapport(
        regio_code=rapportage.regio.code,
        regio_naam=rapportage.regio.naam,
        halfjaar=rapportage.periode,
        versie=versie.nummer,
        bekend_op=opname.bekend_op,
        boek=boek_van(opname),
        aanleveringen=aanleveringen_van(opname),
        regel=opname.regel,
        definities=definities_van(opname),
        teksten={t.deel: t.tekst for t in laatste_teksten(versie, tot=teksten_tot)},
        besluit=_besluit(versie),
        vorig=_boek(opname.vorig),
        jaar_eerder=_boek(opname.jaar_eerder),
        gecontroleerd=opname.van_id is not None,
        openbaar=opname.openbaar,
        herzien=tuple(Herzien(*rij) for rij in opname.herzien.get("rijen", ())),
        opvolgers=tuple(Opvolging(*rij) for rij in opname.indeling.get("opvolgers", ())),
        **_huisstijl(rapportage.regio, op=_vastgesteld_op(versie)),
    )


def vers_rapport(cijfers: Cijferset, *, versie: int, teksten: Mapping[str, str] = {}) -> Rapport:
    """A report of figures that were just measured."""
    eerder = gepubliceerd_eerder(cijfers.regio, cijfers.halfjaar)
    return Rapport(
        regio_code=cijfers.regio.code,
        regio_naam=cijfers.regio.naam,
        halfjaar=cijfers.halfjaar,
        versie=versie,
        bekend_op=cijfers.bekend_op,
        boek=cijfers.boek,
        aanleveringen=tuple(cijfers.aanleveringen),
        regel=cijfers.regel.naam,
        definities=definities_van_nu(),
        teksten=teksten,
        vorig=_boek(eerder["vorig"]),
        jaar_eerder=_boek(eerder["jaar_eerder"]),
        opvolgers=_opvolgers(cijfers),
        **_huisstijl(cijfers.regio),
    )


def _vastgesteld_op(versie: Versie) -> datetime | None:
    vaststelling = getattr(versie, "vaststelling", None)
    return vaststelling and vaststelling.op


def _huisstijl(regio: Arbeidsmarktregio, *, op: datetime | None = None) -> dict:
    """The name and logo that hold now, or held on the day of an adopted report."""
    gekozen = huisstijl_van(regio, op=op)
    if gekozen is None:
        return {}
    logo = Logo(bytes(gekozen.logo), gekozen.beschrijving, gekozen.pk) if gekozen.logo else None
    return {"eigen_naam": gekozen.naam, "logo": logo}


def definities_van(opname: Momentopname) -> dict[str, Definitie]:
    """What each figure meant when these were measured."""
    return {rij[0]: Definitie(*rij) for rij in opname.definities}


def aanleveringen_van(opname: Momentopname) -> tuple[Aanlevering, ...]:
    """Who had delivered when these figures were measured."""
    return tuple(_aanlevering(a) for a in opname.levering)


def boek_van(opname: Momentopname) -> Boek:
    """The published cells of one measurement."""
    rijen = opname.cijfers.order_by("volgorde").values_list(
        "indicator", "uitsplitsing", "categorie", *VELDEN_VAN_EEN_CEL
    )
    return Boek(Rapportcel(Plaats(*rij[:3]), *rij[3:]) for rij in rijen)


def _boek(opname: Momentopname | None) -> Boek | None:
    return None if opname is None else boek_van(opname)


def gepubliceerd_eerder(
    regio: Arbeidsmarktregio, halfjaar: Halfjaar
) -> dict[str, Momentopname | None]:
    """What was published about the half-year before and about a year before."""
    return {
        "vorig": gepubliceerd(regio, halfjaar.vorige),
        "jaar_eerder": gepubliceerd(regio, halfjaar.jaar_eerder),
    }


def gepubliceerd(regio: Arbeidsmarktregio, halfjaar: Halfjaar) -> Momentopname | None:
    """The figures of the last version that was adopted, else of the last that was sent and not
    withdrawn."""
    versies = Versie.objects.met_stappen().filter(
        rapportage__regio=regio, rapportage__halfjaar=halfjaar.code
    )
    versie = (
        versies.filter(vaststelling__isnull=False).order_by("-nummer").first()
        or versies.filter(is_verstuurd=True, intrekking=None).order_by("-nummer").first()
    )
    return versie and laatste_opname(versie)


def laatste_opname(versie: Versie) -> Momentopname:
    """The figures that the version shows to who belongs to the region."""
    return versie.momentopnamen.filter(openbaar=False).order_by("-volgnummer")[0]


def laatste_teksten(versie: Versie, *, tot: datetime | None = None) -> QuerySet[Tekst]:
    """The last text of each part, of those written up to `tot`."""
    teksten = versie.teksten.filter(op__lte=tot) if tot else versie.teksten.all()
    return teksten.order_by("deel", "-volgnummer").distinct("deel")


def _besluit(versie: Versie) -> Besluit | None:
    vaststelling = getattr(versie, "vaststelling", None)
    if vaststelling is None:
        return None
    return Besluit(
        vaststelling.overleg,
        vaststelling.datum,
        Uitkomst(vaststelling.uitkomst).label,
        vaststelling.opmerking,
    )


def _plaats(plaats: Plaats) -> dict[str, str]:
    return dict(zip(("indicator", "uitsplitsing", "categorie"), plaats, strict=True))


def _inhoud(cel: Rapportcel) -> dict:
    inhoud = asdict(cel)
    del inhoud["plaats"]
    return inhoud


def _als_rij(cijfer: IndicatorCijfer) -> list:
    waarde = None if cijfer.waarde is None else str(cijfer.waarde)
    return [*cijfer.plaats, cijfer.teller, cijfer.noemer, waarde]


def _als_json(aanlevering: Aanlevering) -> dict:
    return asdict(aanlevering) | {"op": aanlevering.op and aanlevering.op.isoformat()}


def _aanlevering(gegevens: dict) -> Aanlevering:
    op = gegevens["op"]
    return Aanlevering(**gegevens | {"op": op and datetime.fromisoformat(op)})


def _opvolgers(cijfers: Cijferset) -> tuple[Opvolging, ...]:
    op = timezone.localdate(cijfers.bekend_op)
    return tuple(opvolgingen(cijfers.regio, cijfers.halfjaar, op=op))


def _indeling(cijfers: Cijferset) -> dict[str, list[list]]:
    """The gemeenten of the region: on the peildatum, on any day of the half-year, and since."""
    regio, halfjaar = cijfers.regio, cijfers.halfjaar
    gemeenten = Gemeente.objects.order_by("code")
    op_peildatum = gemeenten.in_regio(regio, op=halfjaar.peildatum)
    tijdens = gemeenten.in_regio_tijdens(regio, halfjaar)
    return {
        "peildatum": [list(paar) for paar in op_peildatum.values_list("code", "naam")],
        "tijdens": [list(paar) for paar in tijdens.values_list("code", "naam")],
        "opvolgers": [list(opvolging) for opvolging in _opvolgers(cijfers)],
    }
