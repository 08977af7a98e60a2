"""Hypothesis strategies that invent worlds: about twenty people around a half-year.

Everything that the tables can hold and that moves a figure: moves, an azc before a koppeling,
herindelingen, trajecten side by side, planned ones, corrections, what was registered by mistake,
earlier facts and aanmeldingen, minors, gaps in the uitkering and between jobs.
"""

from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.naief import codes
from tests.naief.genereer_werk import plaatsingen_van, uitkeringen_van
from tests.naief.kalender import PERIODEN, rond
from tests.naief.trekker import AANTAL, SOMS, VAAK, ZELDEN, Trekker
from tests.naief.wereld import (
    EIGEN_TRAJECTSOORTEN,
    GOOI,
    UTRECHT,
    Aanmelding,
    Afspraak,
    EerdereWaarde,
    Persoon,
    Traject,
    Verblijf,
    Wereld,
)

GOOISE = ("GM0402", "GM0402", "GM0406", "GM0417", "GM1696", "GM1942")
BIJZONDERE = ("GM0457", "GM9901", "GM9902", "GM9903", "GM9904", "GM1696")
ANDERE = ("GM0363", "GM0344")
GEMEENTE = st.sampled_from((*GOOISE * 2, *BIJZONDERE, *ANDERE))
SOORT_TRAJECT = st.sampled_from(
    ("startbaan", "startbaan", "voorinburgering", "jobhunting", "mentor", "startbaan_parttime",
     *EIGEN_TRAJECTSOORTEN)
)  # fmt: skip
EINDREDEN = st.sampled_from((*codes.EINDREDEN, codes.CORRECTIE, codes.CORRECTIE))
ZONDER_ROUTE = ("nvt", "onbekend")


def _verblijven(t: Trekker) -> tuple[Verblijf, ...]:
    patroon = t.uit(
        "v", "v", "v", "vv", "vv", "vvv", "k", "kk", "kv", "kvv", "ak", "akv", "a", "aa", "aak",
        "akkv", "av", "",
    )  # fmt: skip
    verblijven = []
    for letter, soort in (("a", "azc"), ("k", "koppeling"), ("v", "vestiging")):
        aantal = patroon.count(letter)
        starts = [t.dag() if n else t.vroege_dag() for n in range(aantal)]
        for van, tot_en_met in t.perioden(starts):
            gemeente = None if soort == "azc" and t.draw(ZELDEN) else t.draw(GEMEENTE)
            verblijven.append(Verblijf(soort, gemeente, van, tot_en_met))
    return tuple(verblijven)


def _aanmeldingen(t: Trekker) -> tuple[Aanmelding, tuple[Aanmelding, ...]]:
    """The aanmelding of now, and the earlier ones."""
    op = t.vroege_dag() if t.draw(VAAK) else t.dag()
    nu = Aanmelding(op, t.eind(op) if t.draw(SOMS) else None)
    if not t.draw(SOMS):
        return nu, ()
    jaar_eerder = op.replace(year=op.year - 1, day=min(op.day, 28))
    dicht = t.uit(*(op - timedelta(days=n) for n in (1, 2, 90, 365, 366, 367)), *rond(jaar_eerder))
    begin = dicht - timedelta(days=t.uit(0, 1, 30, 200))
    return nu, (Aanmelding(begin, dicht),)


def _trajecten(t: Trekker, ankers: tuple[date, ...]) -> tuple[Traject, ...]:
    trajecten = []
    for _ in range(t.draw(AANTAL)):
        eerder = [x.begindatum for x in trajecten]
        begin = t.dag(*ankers, *eerder)
        eind = t.eind(begin, *ankers)
        reden = t.draw(EINDREDEN) if eind else ""
        actielijn, soort = t.uit(*codes.ACTIELIJN, "1"), t.draw(SOORT_TRAJECT)
        trajecten.append(Traject(t.referentie(), actielijn, soort, begin, eind, reden))
    return tuple(trajecten)


def _eerdere_waarden(t: Trekker) -> tuple[EerdereWaarde, ...]:
    eerdere = []
    for veld, waarden in (
        ("doelgroep", codes.DOELGROEP),
        ("wet", codes.WET),
        ("leerroute", codes.LEERROUTE),
        ("opleidingsniveau", codes.NIVEAU),
    ):
        if not t.draw(SOMS):
            continue
        laatste_dagen = sorted({t.dag() for _ in range(t.uit(1, 1, 2))})
        van = None if t.draw(VAAK) else laatste_dagen[0] - timedelta(days=t.uit(0, 40))
        for tot_en_met in laatste_dagen:
            eerdere.append(EerdereWaarde(veld, t.uit(*waarden), van, tot_en_met))
            van = tot_en_met + timedelta(days=1)
    return tuple(eerdere)


def _diplomawaardering(t: Trekker) -> tuple[date | None, date | None]:
    if not t.draw(SOMS):
        return None, None
    gevraagd, klaar = sorted([t.dag(), t.dag()])
    return t.uit((gevraagd, klaar), (gevraagd, None), (None, klaar))


def _geboortejaar(t: Trekker) -> int:
    jaren = t.uit(30, 30, 30, 15, 16, 17, 18, 26, 27, 39, 40, 54, 55, 66, 67)
    return t.peildatum.year - jaren


@st.composite
def personen(draw, van: date, tot: date, nummer: int) -> Persoon:
    """Somebody with a history around the period."""
    t = Trekker(draw, van, tot, nummer)
    verblijven = _verblijven(t)
    nu, eerder = _aanmeldingen(t)
    vestigingen = [v.van for v in verblijven if v.soort == "vestiging"]
    ankers = [d for v in vestigingen for d in rond(v, 59, 60, 61)]
    trajecten = _trajecten(t, tuple(ankers))
    plaatsingen = plaatsingen_van(t, trajecten)
    wet = t.uit("wi2021", "wi2021", *codes.WET)
    oud = wet in ("wi2013", "wi2007")
    aangevraagd, afgerond = _diplomawaardering(t)
    return Persoon(
        nummer=nummer,
        aanmelding=nu,
        geboortejaar=_geboortejaar(t),
        geslacht=t.uit(*codes.GESLACHT),
        doelgroep=t.uit(*codes.DOELGROEP),
        wet=wet,
        leerroute=t.uit(*(ZONDER_ROUTE if oud else codes.LEERROUTE)),
        opleidingsniveau=t.uit(*codes.NIVEAU),
        diplomawaardering_aangevraagd_op=aangevraagd,
        diplomawaardering_afgerond_op=afgerond,
        ingetrokken_op=t.dag() if draw(ZELDEN) else None,
        eerdere_aanmeldingen=eerder,
        eerdere_waarden=_eerdere_waarden(t),
        verblijven=verblijven,
        uitkeringen=uitkeringen_van(t, plaatsingen),
        trajecten=trajecten,
        plaatsingen=plaatsingen,
    )


@st.composite
def werelden(draw, aantal: int = 20) -> Wereld:
    """A period and the people around it."""
    van, tot = draw(st.sampled_from(PERIODEN))
    mensen = tuple(draw(personen(van, tot, n + 1)) for n in range(aantal))
    return Wereld(van, tot, mensen, afspraken=_afspraken(Trekker(draw, van, tot, 0)))


def _afspraken(t: Trekker) -> tuple[Afspraak, ...]:
    """Agreements around the period, some elsewhere, some taken back."""
    return tuple(
        Afspraak(
            werkgever=t.uit("De Linde", "Hotel Het Meer"),
            afgesproken_op=t.dag(),
            gemeente=t.uit(None, "GM0402", "GM0406"),
            regio=t.uit(GOOI, GOOI, UTRECHT),
            ingetrokken_op=t.peildatum if t.draw(ZELDEN) else None,
        )
        for _ in range(t.draw(AANTAL))
    )


def enkele_werelden(zaad: int, aantal: int) -> list[Wereld]:
    """The same worlds every time for one seed.

    Few per seed: hypothesis likes to vary on what it made before, and then people come back.
    """
    verzonnen: list[Wereld] = []

    @seed(zaad)
    @settings(
        max_examples=aantal,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(werelden())
    def verzin(wereld: Wereld) -> None:
        verzonnen.append(wereld)

    verzin()
    return verzonnen
