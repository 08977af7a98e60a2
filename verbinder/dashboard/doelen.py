"""Goals of the plan beside the figures that they are about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regio.models import Doel
from regio.plannen import doelen_in
from verbinder.dashboard.onderdelen import Figuur, Inhoud, Tabel, Tegel
from verbinder.dashboard.plek import Plek
from verbinder.grafieken import Cel
from verbinder.indicatoren import INDICATOREN, Indicator
from verbinder.indicatoren.doelen import E1, Realisatie, meet_doelen
from verbinder.sturing.plandocument import uitgangswaarde, waar
from verbinder.sturing.standen import in_woorden

KOLOMMEN = ("Cijfer", "Waar", "Looptijd", "Bereikt", "Bij het begin")


def met_doelen(plek: Plek, inhoud: Inhoud) -> Inhoud:
    """The same part of the dashboard, with the goals of the figures that it shows."""
    getoond = {indicator.code for indicator in _indicatoren(inhoud)}
    doelen = [doel for doel in _doelen(plek) if doel.indicator in getoond]
    if not doelen:
        return inhoud
    gemeten = meet_doelen(
        doelen,
        plek.gebied,
        peildatum=plek.keuze.peildatum,
        nu=plek.stand,
        indeling_op=plek.indeling_op,
    )
    realisaties = [gemeten[doel.pk] for doel in doelen]
    return replace(
        inhoud,
        tegels=tuple(_met_regel(plek, tegel, realisaties) for tegel in inhoud.tegels),
        blokken=(*inhoud.blokken, _tabel(realisaties)),
    )


def _doelen(plek: Plek) -> Iterator[Doel]:
    """Of a region all its goals; of a gemeente those that are about it alone."""
    for doel in doelen_in(plek.regio, plek.keuze.periode, op=plek.keuze.vandaag):
        if plek.gemeente is None or [g.pk for g in doel.gemeenten.all()] == [plek.gemeente.pk]:
            yield doel


def _indicatoren(inhoud: Inhoud) -> Iterator[Indicator]:
    yield from (tegel.indicator for tegel in inhoud.tegels)
    for blok in inhoud.blokken:
        if isinstance(blok, Tabel):
            yield from blok.gedefinieerd
        elif isinstance(blok, Figuur):
            yield from blok.indicatoren


def _met_regel(plek: Plek, tegel: Tegel, realisaties: Sequence[Realisatie]) -> Tegel:
    """A goal of the same territory, over all actielijnen, beside the number itself."""
    regels = tuple(
        f"doel tot en met {r.doel.einddatum:%d-%m-%Y}: {in_woorden(r)}"
        for r in realisaties
        if r.doel.indicator == tegel.indicator.code
        and r.doel.actielijn_id is None
        and bool(r.doel.gemeenten.all()) != plek.is_regio
    )
    return replace(tegel, regels=(*tegel.regels, *regels))


def _tabel(realisaties: Sequence[Realisatie]) -> Tabel:
    zonder = sorted({naam for r in realisaties for naam in r.zonder})
    noten = ["Doelen in verschillende eenheden zijn niet op te tellen."]
    if zonder:
        noten.append(f"Zonder {', '.join(zonder)}: wie niet meedoet, telt hier niet.")
    return Tabel(
        id="doelen",
        titel="Doelen bij deze cijfers",
        kop="Doel",
        kolommen=KOLOMMEN,
        rijen=tuple(_rij(r) for r in realisaties),
        noten=tuple(noten),
        indicatoren=(E1,),
    )


def _rij(realisatie: Realisatie) -> tuple[Cel, ...]:
    doel = realisatie.doel
    lijn = f", actielijn {doel.actielijn}" if doel.actielijn else ""
    return (
        Cel(f"{doel.code} {doel.omschrijving}"),
        Cel(f"{INDICATOREN[doel.indicator].titel} ({doel.eenheid}){lijn}"),
        Cel(waar(doel)),
        Cel(f"{doel.begindatum:%d-%m-%Y} tot en met {doel.einddatum:%d-%m-%Y}"),
        Cel(in_woorden(realisatie)),
        Cel(uitgangswaarde(doel)),
    )
