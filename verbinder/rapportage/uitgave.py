"""From stored figures to what the audit asks: what is published now, and what readers hold."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db.models import F
from django.shortcuts import get_object_or_404

from regio.models import Arbeidsmarktregio, Gemeente, Recht, Rol
from regio.perioden import Halfjaar
from verbinder.indicatoren import Cijfer, Eenheid, Maat, Plaats
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.regel import OPENBARE_EENHEDEN, REGELS
from verbinder.rapportage.cijfers import aangevuld, is_van, leeg, toont_iets
from verbinder.rapportage.levering import niet_geleverd
from verbinder.rapportage.models import Momentopname, Stapsoort, Versie
from verbinder.rapportage.opslag import aanleveringen_van

MET_EIGEN_CIJFERS = (Rol.KLANTMANAGER, Rol.GEMEENTE_CIJFERS)
Uitgaven = list[tuple[Momentopname, int]]


def uitgave_van(versie: Versie) -> Momentopname:
    """The audited figures of a version, which all its readers see: not those of the public edition,
    which shows fewer. Raises Http404 without any."""
    uitgaven = versie.momentopnamen.filter(van__isnull=False, openbaar=False)
    uitgaven = uitgaven.order_by("-volgnummer")
    return get_object_or_404(uitgaven[:1])


def publicatie_van(opname: Momentopname, *, afstand: int = -1) -> Publicatie:
    """Stored figures as a publication, with what its own audit left out."""
    zonder = niet_geleverd(aanleveringen_van(opname))
    waar = list(_ware_cijfers(opname.gemeten))
    cijfers = [leeg(c) if _telt_niet(c, zonder) else c for c in waar]
    soorten = {c.plaats.indicator: (c.eenheid, c.maat) for c in waar}
    eigen = {
        rij.gemeente: [_cijfer(*cijfer, soort=soorten[cijfer[0]]) for cijfer in rij.cijfers]
        for rij in opname.gemeten.eigen_cijfers.all()
    }
    return Publicatie(
        cijfers=cijfers,
        per_gemeente=aangevuld(eigen, cijfers),
        regel=REGELS[opname.regel],
        weggelaten=frozenset((code, tabel) for code, tabel in opname.audit.get("weggelaten", ())),
        niet_aangeleverd=zonder,
        afstand=afstand,
    )


def bekende_uitgaven(
    regio: Arbeidsmarktregio, halfjaar: Halfjaar, *, behalve: Momentopname | None = None
) -> Uitgaven:
    """What readers hold that tells of these figures, each with how many half-years it lies away.

    Other publications of the measured figures `behalve` show the same numbers or fewer.
    """
    afstanden = {halfjaar.vorige.code: -1, halfjaar.code: 0, halfjaar.volgende.code: 1}
    uitgaven = Momentopname.objects.filter(
        van__isnull=False,
        versie__rapportage__regio=regio,
        versie__rapportage__halfjaar__in=afstanden,
        versie__stappen__soort=Stapsoort.VERSTUURD,
    )
    if behalve is not None:
        uitgaven = uitgaven.exclude(van=behalve)
    uitgaven = (
        uitgaven.annotate(halfjaar=F("versie__rapportage__halfjaar"))
        .select_related("van")
        .distinct()
        .order_by("pk")
    )
    return [(uitgave, afstanden[uitgave.halfjaar]) for uitgave in uitgaven]


def bekende_publicaties(uitgaven: Uitgaven) -> list[Publicatie]:
    """The same for the audit, without those that show nothing."""
    publicaties = [publicatie_van(uitgave, afstand=afstand) for uitgave, afstand in uitgaven]
    return [p for p in publicaties if toont_iets(p)]


def samen_bekend(regio: Arbeidsmarktregio, halfjaar: Halfjaar, *, op: date) -> set[frozenset[str]]:
    """Sets of gemeenten whose figures one person knows: by their rights, or as a successor."""
    gemeenten = Gemeente.objects.in_regio_tijdens(regio, halfjaar)
    codes = dict(gemeenten.values_list("pk", "code"))
    groepen: dict[tuple[str, int], set[str]] = defaultdict(set)
    for gemeente in gemeenten.filter(opvolger__isnull=False):
        groepen["opvolger", gemeente.opvolger_id] |= {gemeente.code}
        if gemeente.opvolger_id in codes:
            groepen["opvolger", gemeente.opvolger_id] |= {codes[gemeente.opvolger_id]}
    rechten = Recht.objects.geldig_op(op).filter(rol__in=MET_EIGEN_CIJFERS, gemeente__in=codes)
    for gebruiker, gemeente in rechten.values_list("gebruiker", "gemeente"):
        groepen["gebruiker", gebruiker] |= {codes[gemeente]}
    return {frozenset(groep) for groep in groepen.values() if len(groep) > 1}


def _telt_niet(cijfer: Cijfer, zonder: frozenset[str]) -> bool:
    """People of a gemeente that did not deliver; its money is known without it."""
    return cijfer.eenheid not in OPENBARE_EENHEDEN and is_van(cijfer.plaats, zonder)


def _ware_cijfers(gemeten: Momentopname) -> Iterator[Cijfer]:
    cellen = gemeten.cijfers.filter(samengevoegd=False)
    soorten = {
        (indicator, tabel, categorie): soort
        for indicator, tabel, categorie, *soort in cellen.values_list(
            "indicator", "uitsplitsing", "categorie", "eenheid", "maat"
        )
    }
    rijen = gemeten.ware_cijfers.order_by("volgorde").values_list(
        "indicator", "uitsplitsing", "categorie", "teller", "noemer", "waarde"
    )
    for rij in rijen:
        yield _cijfer(*rij, soort=soorten[rij[:3]])


def _cijfer(indicator, uitsplitsing, categorie, teller, noemer, waarde, *, soort) -> Cijfer:
    eenheid, maat = soort
    return Cijfer(
        Plaats(indicator, uitsplitsing, categorie),
        Eenheid(eenheid),
        Maat(maat),
        teller,
        noemer,
        None if waarde is None else Decimal(waarde),
    )
