"""Inventing work, and the bijstand around it."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from tests.naief import codes
from tests.naief.feiten import maanden_later
from tests.naief.kalender import rond
from tests.naief.trekker import AANTAL, SOMS, VAAK, ZELDEN, Trekker
from tests.naief.wereld import Plaatsing, Traject, Uitkering

SOORT_PLAATSING = st.sampled_from((*["betaald_werk"] * 8, *codes.BETAALD, *codes.PLAATSINGSOORT))
UREN = st.sampled_from([None, *map(Decimal, ("0", "11.5", "12", "19.5", "20", "31.5", "32", "40"))])


def _losse_banen(t: Trekker) -> list[tuple[str, date, date | None]]:
    """Places that stand apart, follow each other, or run at once."""
    banen: list[tuple[str, date, date | None]] = []
    for _ in range(t.draw(AANTAL)):
        na_vorige = [e + timedelta(days=n) for _, _, e in banen if e for n in (1, 2, 31, 32)]
        begin = t.dag(*na_vorige, *(begin for _, begin, _ in banen))
        controle, rijp = maanden_later(begin, 1), begin + timedelta(days=182)
        eind = t.eind(begin, *rond(controle), *rond(rijp), rijp - timedelta(days=31))
        banen.append((t.draw(SOORT_PLAATSING), begin, eind))
    return banen


def _banen_achtereen(t: Trekker) -> list[tuple[str, date, date | None]]:
    """Paid jobs one after another, with about as long without work as the chain allows."""
    rijpe_dagen = [d for d in t.dagen if t.van <= d <= t.peildatum]
    rijp = t.uit(t.van, t.peildatum, t.tot, t.van - timedelta(days=1), *rijpe_dagen)
    begin = rijp - timedelta(days=182)
    banen: list[tuple[str, date, date | None]] = []
    for _ in range(t.uit(1, 2, 2, 3)):
        eind = max(begin, min(begin + timedelta(days=t.uit(0, 30, 61, 120, 150, 152)), rijp))
        banen.append((t.uit(*codes.BETAALD, *codes.PLAATSINGSOORT), begin, eind))
        begin = eind + timedelta(days=t.uit(1, 31, 31, 32))
    laatste = banen[-1]
    banen[-1] = (*laatste[:2], max(laatste[1], t.uit(*rond(rijp))) if t.draw(SOMS) else None)
    return banen


def plaatsingen_van(t: Trekker, trajecten: tuple[Traject, ...]) -> tuple[Plaatsing, ...]:
    plaatsingen: list[Plaatsing] = []
    banen = _banen_achtereen(t) if t.draw(SOMS) else _losse_banen(t)
    for soort, begin, eind in banen:
        past = [x.referentie for x in trajecten if x.begindatum <= begin]
        plaatsingen.append(
            Plaatsing(
                referentie=t.referentie(),
                soort=soort,
                begindatum=begin,
                einddatum=eind,
                traject=t.uit(None, *past),
                uren_per_week=t.draw(UREN),
                contractvorm=t.uit("", *codes.CONTRACTVORM),
                functieniveau=t.uit(*codes.NIVEAU),
                werkgever=t.uit(None, "Kade 9", "Kade 9", "De Zaak", "Groen"),
                afspraak_werkgever=t.draw(VAAK),
                ingetrokken_op=t.peildatum if t.draw(ZELDEN) else None,
            )
        )
    return tuple(plaatsingen)


def uitkeringen_van(t: Trekker, plaatsingen: tuple[Plaatsing, ...]) -> tuple[Uitkering, ...]:
    betaald = [p.begindatum for p in plaatsingen if p.soort in codes.BETAALD]
    if betaald and not t.draw(SOMS):
        return _bijstand_rond_werk(t, t.uit(*betaald))
    starts = [t.dag() for _ in range(t.uit(0, 0, 1, 2, 3))]
    return tuple(Uitkering(t.uit(*codes.UITKERING), van, tm) for van, tm in t.perioden(starts))


def _bijstand_rond_werk(t: Trekker, begin: date) -> tuple[Uitkering, ...]:
    """Bijstand before a job, near its check day perhaps something else, and perhaps again later."""
    controle = maanden_later(begin, 1)
    net_ervoor = begin - timedelta(days=1)
    laatste = t.uit(*[net_ervoor] * 4, *rond(begin, -2, 9), *rond(controle, -2))
    eerste = min(begin, laatste) - timedelta(days=t.uit(0, 1, 60))
    rijen = [(t.uit(*["bijstand"] * 6, *codes.UITKERING), eerste, laatste)]
    vrij = laatste + timedelta(days=1)
    if t.draw(VAAK):
        van = max(vrij, t.uit(vrij, *rond(controle)))
        tot_en_met = max(van, t.uit(van, *rond(controle, 3, 20)))
        rijen.append((t.uit(*codes.UITKERING, *["bijstand_aanvullend"] * 3), van, tot_en_met))
        vrij = tot_en_met + timedelta(days=1)
    if not t.draw(SOMS):
        jaar_later = [dag for rij in rijen for dag in rond(maanden_later(rij[2], 12))]
        vlot = [vrij, vrij + timedelta(days=1), *rond(controle, 3), t.dag()]
        van = max(vrij, t.uit(*t.liefst_in_periode(jaar_later + vlot)))
        rijen.append((t.uit("bijstand", "bijstand_aanvullend", "onbekend"), van, t.eind(van)))
        if rijen[-1][2] is not None and t.draw(VAAK):
            van = rijen[-1][2] + timedelta(days=t.uit(1, 2, 2, 20))
            rijen.append((t.uit(*codes.BIJSTAND), van, t.eind(van)))
    return tuple(Uitkering(*rij) for rij in rijen)
