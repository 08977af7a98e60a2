"""Putting a world into the database for as long as one `with` lasts, in a few statements."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from regio.models import (
    Arbeidsmarktregio,
    Gemeente,
    GemeenteInRegio,
    Organisatie,
    Trajectsoort,
)
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders import models as rijen
from tests.naief.wereld import (
    EIGEN_TRAJECTSOORTEN,
    VERZONNEN_GEMEENTEN,
    Persoon,
    Wereld,
)


@dataclass(frozen=True)
class Geladen:
    """A world as the database knows it: its keys."""

    regios: dict[str, int]
    gemeenten: dict[str, int]
    personen: dict[int, int]  # primary key -> nummer


def leg_vast(wereld: Wereld, eerder: Geladen | None = None) -> Geladen:
    """Commit a world; over an earlier one, whose people then get other facts and rows."""
    with transaction.atomic():
        sleutels = eerder or _laad_indeling()
        with bereik_transactie(_alles(sleutels)):
            if eerder is None:
                return _laad_personen(wereld, sleutels)
            return _wijzig_personen(wereld, eerder)


class _Terug(Exception):
    """Takes a world out again."""


@contextmanager
def geladen(wereld: Wereld) -> Iterator[Geladen]:
    """The world is in the database inside, and gone afterwards."""
    try:
        with transaction.atomic():
            sleutels = _laad_indeling()
            with bereik_transactie(_alles(sleutels)):
                yield _laad_personen(wereld, sleutels)
            raise _Terug
    except _Terug:
        pass


def _alles(sleutels: Geladen) -> Bereik:
    return Bereik(
        gemeenten=frozenset(sleutels.gemeenten.values()),
        regios=frozenset(sleutels.regios.values()),
    )


def _laad_indeling() -> Geladen:
    """Add the invented gemeenten and trajectsoorten; return every region and gemeente."""
    regios = dict(Arbeidsmarktregio.objects.values_list("code", "pk"))
    opvolgers = dict(Gemeente.objects.values_list("code", "pk"))
    for g in VERZONNEN_GEMEENTEN:
        rij = Gemeente.objects.create(
            code=g.code,
            naam=g.naam,
            provincie="Verzonnen",
            tot_en_met=g.laatste_dag,
            opvolger_id=opvolgers.get(g.opvolger),
            bron="test",
        )
        opvolgers[g.code] = rij.pk
        GemeenteInRegio.objects.bulk_create(
            GemeenteInRegio(
                gemeente=rij,
                regio_id=regios[lid.regio],
                van=None if lid.van == date.min else lid.van,
                tot_en_met=None if lid.tot_en_met == date.max else lid.tot_en_met,
                bron="test",
            )
            for lid in g.leden
        )
    Trajectsoort.objects.bulk_create(
        Trajectsoort(code=code, naam=code, actielijn_id=3, regio_id=regios[regio])
        for code, regio in EIGEN_TRAJECTSOORTEN.items()
    )
    return Geladen(regios, opvolgers, {})


def _laad_personen(wereld: Wereld, sleutels: Geladen) -> Geladen:
    # Against the order of the numbers, so that no figure can lean on the order of keys.
    personen = list(reversed(wereld.personen))
    nieuw = rijen.Statushouder.objects.bulk_create(
        rijen.Statushouder(**_persoonsvelden(p, wereld, sleutels)) for p in personen
    )
    pk = {p.nummer: rij.pk for p, rij in zip(personen, nieuw, strict=True)}
    return _laad_alles(wereld, personen, pk, sleutels)


def _wijzig_personen(wereld: Wereld, eerder: Geladen) -> Geladen:
    """Who was there is changed, who was not is added, and every other row is made anew."""
    for model in (
        rijen.Plaatsing,
        rijen.Traject,
        rijen.Uitkering,
        rijen.Verblijf,
        rijen.EerdereWaarde,
        rijen.EerdereAanmelding,
    ):
        model.objects.filter(statushouder__in=eerder.personen).delete()
    pk = {nummer: sleutel for sleutel, nummer in eerder.personen.items()}
    for p in wereld.personen:
        velden = _persoonsvelden(p, wereld, eerder)
        if p.nummer in pk:
            rijen.Statushouder.objects.filter(pk=pk[p.nummer]).update(**velden)
        else:
            pk[p.nummer] = rijen.Statushouder.objects.create(**velden).pk
    return _laad_alles(wereld, list(wereld.personen), pk, eerder)


def _laad_alles(
    wereld: Wereld, personen: list[Persoon], pk: dict[int, int], sleutels: Geladen
) -> Geladen:
    _laad_data(personen, pk, sleutels)
    trajecten = _laad_trajecten(personen, pk)
    _laad_plaatsingen(personen, pk, trajecten, sleutels.regios[wereld.regio])
    _laad_afspraken(wereld, sleutels)
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
        cursor.execute("set constraints all deferred")
    nummers = {sleutel: nummer for nummer, sleutel in pk.items()}
    return Geladen(sleutels.regios, sleutels.gemeenten, nummers)


def _laad_afspraken(wereld: Wereld, sleutels: Geladen) -> None:
    rijen.Werkgeversafspraak.objects.all().delete()
    for afspraak in wereld.afspraken:
        werkgever, _ = Organisatie.objects.get_or_create(
            regio_id=sleutels.regios[afspraak.regio],
            soort="werkgever",
            zoeknaam=afspraak.werkgever.lower(),
            defaults={"naam": afspraak.werkgever},
        )
        rijen.Werkgeversafspraak.objects.create(
            werkgever=werkgever,
            regio_id=sleutels.regios[afspraak.regio],
            gemeente_id=sleutels.gemeenten[afspraak.gemeente] if afspraak.gemeente else None,
            actielijn_id=2,
            omschrijving="Leerplekken",
            plaatsen=3,
            afgesproken_op=afspraak.afgesproken_op,
            ingetrokken_op=afspraak.ingetrokken_op,
            intrekreden="vergissing" if afspraak.ingetrokken_op else "",
        )


def _persoonsvelden(p: Persoon, wereld: Wereld, sleutels: Geladen) -> dict:
    """The dossier lies elsewhere than where the person counts: that must not matter."""
    return {
        "dossierregio_id": sleutels.regios[wereld.regio],
        "dossiergemeente_id": sleutels.gemeenten["GM0014"] if p.nummer % 2 else None,
        "geboortejaar": p.geboortejaar,
        "geslacht": p.geslacht,
        "doelgroep": p.doelgroep,
        "wet": p.wet,
        "leerroute": p.leerroute,
        "opleidingsniveau": p.opleidingsniveau,
        "diplomawaardering_aangevraagd_op": p.diplomawaardering_aangevraagd_op,
        "diplomawaardering_afgerond_op": p.diplomawaardering_afgerond_op,
        "aangemeld_op": p.aanmelding.aangemeld_op,
        "afgesloten_op": p.aanmelding.afgesloten_op,
        "ingetrokken_op": p.ingetrokken_op,
        "intrekreden": "vergissing" if p.ingetrokken_op else "",
    }


def _laad_data(personen: Iterable[Persoon], pk: dict[int, int], sleutels: Geladen) -> None:
    """Everything dated that belongs to one person."""
    rijen.EerdereAanmelding.objects.bulk_create(
        rijen.EerdereAanmelding(
            statushouder_id=pk[p.nummer],
            aangemeld_op=a.aangemeld_op,
            afgesloten_op=a.afgesloten_op,
        )
        for p in personen
        for a in p.eerdere_aanmeldingen
    )
    rijen.EerdereWaarde.objects.bulk_create(
        rijen.EerdereWaarde(
            statushouder_id=pk[p.nummer],
            veld=e.veld,
            waarde=e.waarde,
            van=e.van,
            tot_en_met=e.tot_en_met,
        )
        for p in personen
        for e in p.eerdere_waarden
    )
    rijen.Verblijf.objects.bulk_create(
        rijen.Verblijf(
            statushouder_id=pk[p.nummer],
            soort=v.soort,
            gemeente_id=sleutels.gemeenten[v.gemeente] if v.gemeente else None,
            van=v.van,
            tot_en_met=v.tot_en_met,
        )
        for p in personen
        for v in p.verblijven
    )
    rijen.Uitkering.objects.bulk_create(
        rijen.Uitkering(
            statushouder_id=pk[p.nummer], soort=u.soort, van=u.van, tot_en_met=u.tot_en_met
        )
        for p in personen
        for u in p.uitkeringen
    )


def _laad_trajecten(personen: Iterable[Persoon], pk: dict[int, int]) -> dict[str, int]:
    """Returns the key of each reference."""
    soorten = dict(Trajectsoort.objects.values_list("code", "pk"))
    nieuw = rijen.Traject.objects.bulk_create(
        rijen.Traject(
            statushouder_id=pk[p.nummer],
            leverancier="AM12",
            referentie=t.referentie,
            actielijn_id=int(t.actielijn),
            soort_id=soorten[t.soort],
            begindatum=t.begindatum,
            einddatum=t.einddatum,
            eindreden=t.eindreden,
        )
        for p in personen
        for t in reversed(p.trajecten)
    )
    return {t.referentie: t.pk for t in nieuw}


def _laad_plaatsingen(
    personen: Iterable[Persoon], pk: dict[int, int], trajecten: dict[str, int], regio: int
) -> None:
    namen = {x.werkgever for p in personen for x in p.plaatsingen if x.werkgever}
    sleutel_van = dict(Organisatie.objects.filter(regio_id=regio).values_list("naam", "pk"))
    for werkgever in Organisatie.objects.bulk_create(
        Organisatie(regio_id=regio, soort="werkgever", naam=naam, zoeknaam=naam.lower())
        for naam in sorted(namen - sleutel_van.keys())
    ):
        sleutel_van[werkgever.naam] = werkgever.pk
    rijen.Plaatsing.objects.bulk_create(
        rijen.Plaatsing(
            statushouder_id=pk[p.nummer],
            traject_id=trajecten[x.traject] if x.traject else None,
            leverancier="AM12",
            referentie=x.referentie,
            soort=x.soort,
            werkgever_id=sleutel_van.get(x.werkgever),
            begindatum=x.begindatum,
            einddatum=x.einddatum,
            uren_per_week=x.uren_per_week,
            contractvorm=x.contractvorm,
            functieniveau=x.functieniveau,
            afspraak_werkgever=x.afspraak_werkgever,
            ingetrokken_op=x.ingetrokken_op,
            intrekreden="vergissing" if x.ingetrokken_op else "",
        )
        for p in personen
        for x in reversed(p.plaatsingen)
    )
