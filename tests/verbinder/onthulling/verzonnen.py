"""Invented regions, person by person, counted with plain loops into true figures.

Days are numbers: the half-year runs from day 0 to day 180, the one before from -181 to -1. The
counting follows the definitions of `verbinder.indicatoren`, so that every relation between figures
holds as it does in real ones.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from random import Random
from statistics import median

from statushouders.codes import BETAALD, GESLAAGD, NEUTRAAL, UITVAL
from verbinder.indicatoren import INDICATOREN, Cijfer, Maat, Plaats, procent
from verbinder.indicatoren.uitsplitsingen import (
    KRUIS,
    LEEFTIJDSKLASSEN,
    MINDERJARIG,
    NOG_NIET_GEKOPPELD,
    ONBEKEND,
    UITKOMSTEN,
    UITSPLITSINGEN,
    tabellen_van,
)

DIT_HALFJAAR = (0, 180)
VORIG_HALFJAAR = (-181, -1)
BUITEN = "buiten de regio"
NOOIT = 10**6
TRAJECTSOORTEN = (
    "voorinburgering", "taalstage", "branche_leerwerktraject", "vaktaal", "startbaan",
    "werkervaringsplaats", "jobhunting", "diplomawaardering", "schakeltraject", "mentor",
)  # fmt: skip


WETTEN = {
    "wi2021": 70, "wi2013": 20, "wi2007": 1, "niet_inburgeringsplichtig": 4, ONBEKEND: 3,
}  # fmt: skip
DOELGROEPEN = {
    "asielstatushouder": 75, "kansrijke_asielzoeker": 8, "gezinsmigrant": 13, "overig": 4,
}  # fmt: skip


@dataclass
class Traject:
    begin: int
    eind: int | None
    actielijn: str
    soort: str
    eindreden: str = ""

    def loopt_op(self, dag: int) -> bool:
        return self.begin <= dag <= (NOOIT if self.eind is None else self.eind)


@dataclass
class Plaatsing:
    begin: int
    soort: str
    uitkomst: str
    actielijn: str
    contractvorm: str
    urenklasse: str
    werkgever: int | None
    via_afspraak: bool
    duurzaam: bool
    functie: str


@dataclass
class Persoon:
    gemeente: str | None  # None: nog niet gekoppeld
    wet: str = "wi2021"
    leerroute: str = "b1"
    opleidingsniveau: str = "laag"
    geslacht: str = "m"
    leeftijdsklasse: str = "27-39"
    doelgroep: str = "asielstatushouder"
    aangemeld: int = -400
    afgesloten: int = NOOIT
    eerdere_gemeente: str | None = None
    verhuisd_op: int | None = None
    diploma_aangevraagd: int | None = None
    diploma_afgerond: int | None = None
    terugval_op: int | None = None
    gevestigd_op: int | None = None
    trajecten: list[Traject] = field(default_factory=list)
    plaatsingen: list[Plaatsing] = field(default_factory=list)

    def plek(self, dag: int) -> str | None:
        """The gemeente of a day; `BUITEN` where the person is of another region."""
        if self.verhuisd_op is not None and dag < self.verhuisd_op:
            return self.eerdere_gemeente
        return self.gemeente

    def in_beeld(self, dag: int) -> bool:
        return self.aangemeld <= dag <= self.afgesloten

    def traject_op(self, dag: int) -> bool:
        return any(t.loopt_op(dag) for t in self.trajecten)


@dataclass
class Regio:
    gemeenten: list[str]
    personen: list[Persoon]

    def cijfers(self, periode=DIT_HALFJAAR, gemeente: str | None = None) -> list[Cijfer]:
        """The true figures of the region, or those of one gemeente in it."""
        return [
            cijfer
            for code, indicator in INDICATOREN.items()
            if not indicator.van_geld
            for cijfer in _cijfers(self, code, periode, gemeente)
        ]

    def per_gemeente(self, periode=DIT_HALFJAAR) -> dict[str, list[Cijfer]]:
        return {code: self.cijfers(periode, code) for code in self.gemeenten}


def _rij(p: Persoon, dag: int, **extra) -> dict:
    return {"persoon": p, "dag": dag, "gemeente": p.plek(dag), **extra}


def _lopend(p: Persoon, tot: int) -> list[dict]:
    return [
        _rij(p, tot, actielijn=t.actielijn, trajectsoort=t.soort)
        for t in p.trajecten
        if t.loopt_op(tot)
    ]


def _gestart(p: Persoon, van: int, tot: int) -> list[dict]:
    return [
        _rij(p, t.begin, actielijn=t.actielijn, trajectsoort=t.soort)
        for t in p.trajecten
        if van <= t.begin <= tot
    ]


def _bereikt(p: Persoon, van: int, tot: int, actielijn: str | None = None) -> list[dict]:
    dagen = [
        (dag, t)
        for t in p.trajecten
        if actielijn in (None, t.actielijn)
        for dag in _dagen_in_de_regio(p, t, van, tot)
    ]
    if not dagen:
        return []
    laatste = max(dag for dag, _ in dagen)
    return [
        _rij(p, laatste, actielijn=t.actielijn, trajectsoort=t.soort)
        for t in {id(t): t for _, t in dagen}.values()
    ]


def _dagen_in_de_regio(p: Persoon, t: Traject, van: int, tot: int) -> list[int]:
    """The last day of each stay of the person in which the traject ran, within the period."""
    begin, eind = max(van, t.begin), min(tot, NOOIT if t.eind is None else t.eind)
    knip = p.verhuisd_op if p.verhuisd_op is not None else begin
    stukken = [(begin, min(eind, knip - 1)), (max(begin, knip), eind)]
    return [tot_ for van_, tot_ in stukken if van_ <= tot_ and p.plek(tot_) != BUITEN]


def _beeindigd(p: Persoon, van: int, tot: int) -> list[dict]:
    return [
        _rij(
            p, t.eind, actielijn=t.actielijn, trajectsoort=t.soort, eindreden=t.eindreden,
            waarde=t.eind - t.begin + 1,
        )
        for t in p.trajecten
        if t.eind is not None and van <= t.eind <= tot
    ]  # fmt: skip


def _begonnen(p: Persoon, van: int, tot: int) -> list[dict]:
    return [
        _rij(
            p, pl.begin, actielijn=pl.actielijn, plaatsingsoort=pl.soort, uitkomst=pl.uitkomst,
            contractvorm=pl.contractvorm, urenklasse=pl.urenklasse, plaatsing=pl,
        )
        for pl in p.plaatsingen
        if van <= pl.begin <= tot and p.plek(pl.begin) != BUITEN
    ]  # fmt: skip


def _beslissend(p: Persoon, van: int, tot: int) -> list[dict]:
    rang = list(UITKOMSTEN)
    rijen = _begonnen(p, van, tot)
    return sorted(rijen, key=lambda r: (rang.index(r["uitkomst"]), r["dag"]))[:1]


def _betaald(p: Persoon, van: int, tot: int) -> list[dict]:
    return [r for r in _beslissend(p, van, tot) if r["plaatsingsoort"] in BETAALD]


def _met_uitkomst(p: Persoon, van: int, tot: int, einde: str) -> list[dict]:
    return [r for r in _betaald(p, van, tot) if r["uitkomst"].endswith(einde)]


def _eerste_traject(p: Persoon, van: int, tot: int) -> list[dict]:
    if not p.trajecten:
        return []
    t = min(p.trajecten, key=lambda t: t.begin)
    if not van <= t.begin <= tot:
        return []
    wacht = max(0, t.begin - p.aangemeld)
    return [_rij(p, t.begin, actielijn=t.actielijn, trajectsoort=t.soort, waarde=wacht)]


def _gerijpt(p: Persoon, van: int, tot: int) -> list[dict]:
    rijp = [
        pl
        for pl in p.plaatsingen
        if pl.soort in BETAALD and van <= pl.begin + 182 <= tot and p.plek(pl.begin) != BUITEN
    ]
    return [_rij(p, pl.begin, telt=pl.duurzaam) for pl in rijp[:1]]


def _overgedragen(p: Persoon, van: int, tot: int) -> list[dict]:
    dag = p.gevestigd_op
    had_actielijn_1 = any(t.actielijn == "1" and t.begin <= tot for t in p.trajecten)
    if dag is None or not van <= dag + 60 <= tot or not had_actielijn_1 or not p.plek(dag):
        return []
    warm = any(
        t.actielijn != "1" and t.begin <= dag + 60 and (t.eind is None or t.eind >= dag)
        for t in p.trajecten
    )
    return [_rij(p, dag, telt=warm)]


def _diploma(p: Persoon, van: int, tot: int, *dagen: int | None) -> list[dict]:
    geldig = [d for d in dagen if d is not None and van <= d <= tot and p.plek(d) != BUITEN]
    return [_rij(p, min(geldig))] if geldig else []


def _niveau(p: Persoon, van: int, tot: int) -> list[dict]:
    orde = ("laag", "middelbaar", "hoog")
    return [
        {**r, "telt": orde.index(r["plaatsing"].functie) >= orde.index(p.opleidingsniveau)}
        for r in _betaald(p, van, tot)
        if r["plaatsing"].functie in orde and p.opleidingsniveau in orde
    ]


def _onbekend(p: Persoon, tot: int) -> list[dict]:
    gegevens = {
        "wet": p.wet == ONBEKEND,
        "leerroute": p.leerroute == ONBEKEND if p.wet == "wi2021" else None,
        "opleidingsniveau": p.opleidingsniveau == ONBEKEND,
        "geslacht": p.geslacht == ONBEKEND,
    }
    return [_rij(p, tot, gegeven=g, telt=v) for g, v in gegevens.items() if v is not None]


def _rijen_van(code: str, p: Persoon, van: int, tot: int) -> list[dict]:
    """The rows of one person under one indicator."""
    beeld = [_rij(p, tot)] if p.in_beeld(tot) else []
    einden = [r for r in _beeindigd(p, van, tot) if r["eindreden"] not in NEUTRAAL]
    al1 = _bereikt(p, van, tot, "1")[:1]
    afspraken = [r for r in _begonnen(p, van, tot) if r["plaatsing"].via_afspraak]
    match code:
        case "A1":
            return beeld
        case "A2":
            nieuw = van <= p.aangemeld <= tot and p.plek(p.aangemeld) != BUITEN
            return [_rij(p, p.aangemeld)] if nieuw else []
        case "A3" | "A4":
            return _lopend(p, tot)
        case "A5":
            return _gestart(p, van, tot)
        case "A6":
            return _bereikt(p, van, tot)
        case "A7":
            return [{**r, "telt": p.traject_op(tot)} for r in beeld]
        case "A8":
            eind = max(
                [t.eind for t in p.trajecten if t.eind is not None and t.eind < tot] or [-NOOIT]
            )
            lang = tot - max(p.aangemeld, eind) > 90
            return beeld if lang and not p.traject_op(tot) else []
        case "A9":
            return _eerste_traject(p, van, tot)
        case "B1" | "B4":
            return _beeindigd(p, van, tot)
        case "B2":
            return [{**r, "telt": r["eindreden"] in GESLAAGD} for r in einden]
        case "B3":
            return [{**r, "telt": r["eindreden"] in UITVAL} for r in einden]
        case "C1":
            return _begonnen(p, van, tot)
        case "C2":
            return _beslissend(p, van, tot)
        case "C3" | "C8":
            return _betaald(p, van, tot)
        case "C4":
            return _met_uitkomst(p, van, tot, "_volledige_uitstroom")
        case "C4.nog_niet_vast_te_stellen":
            return _met_uitkomst(p, van, tot, "_nog_niet_vast_te_stellen")
        case "C5":
            return _met_uitkomst(p, van, tot, "_gedeeltelijke_uitstroom")
        case "C6":
            return _gerijpt(p, van, tot)
        case "C7":
            terug = p.terugval_op is not None and van <= p.terugval_op <= tot
            return [_rij(p, p.terugval_op)] if terug else []
        case "C9":
            return _niveau(p, van, tot)
        case "D1":
            return al1
        case "D1.gekoppeld":
            return [r for r in al1 if r["gemeente"]]
        case "D2":
            return _overgedragen(p, van, tot)
        case "D3.afspraken":
            return []
        case "D3.plaatsingen":
            return afspraken
        case "D3.werkgevers":
            return [r for r in afspraken if r["plaatsing"].werkgever is not None]
        case "D4.gestart":
            return [r for r in _gestart(p, van, tot) if r["trajectsoort"] == "startbaan"]
        case "D4.lopend":
            return [r for r in _lopend(p, tot) if r["trajectsoort"] == "startbaan"]
        case "D5":
            return _diploma(p, van, tot, p.diploma_aangevraagd, p.diploma_afgerond)
        case "D5.aangevraagd":
            return _diploma(p, van, tot, p.diploma_aangevraagd)
        case "D5.afgerond":
            return _diploma(p, van, tot, p.diploma_afgerond)
        case "G1":
            return _onbekend(p, tot) if beeld else []
    raise NotImplementedError(
        f"Hoe telt {code}? Breid tests/verbinder/onthulling/verzonnen.py uit."
    )


def _waarde(rij: dict, uitsplitsing: str) -> str:
    p = rij["persoon"]
    if uitsplitsing == "gemeente":
        return rij["gemeente"] or NOG_NIET_GEKOPPELD
    if uitsplitsing == "leerroute":
        return p.leerroute if p.wet == "wi2021" else "nvt"
    return rij[uitsplitsing] if uitsplitsing in rij else getattr(p, uitsplitsing)


def _categorieen(regio: Regio, code: str, uitsplitsing: str, gemeente: str | None) -> list[str]:
    if KRUIS in uitsplitsing:
        een, twee = (_categorieen(regio, code, u, gemeente) for u in uitsplitsing.split(KRUIS))
        return [f"{a}{KRUIS}{b}" for a in een for b in twee]
    match uitsplitsing:
        case "gemeente":
            return [*regio.gemeenten, NOG_NIET_GEKOPPELD] if gemeente is None else [gemeente]
        case "actielijn":
            return ["1", "2", "3", "4", *([ONBEKEND] if code[0] == "C" else [])]
        case "trajectsoort":
            return list(TRAJECTSOORTEN)
        case "leeftijdsklasse" if INDICATOREN[code].maat == Maat.PERCENTAGE:
            return [k for k in LEEFTIJDSKLASSEN if k not in MINDERJARIG]
    return list(UITSPLITSINGEN[uitsplitsing].labels)


def _cijfers(regio: Regio, code: str, periode, gemeente: str | None) -> Iterator[Cijfer]:
    indicator = INDICATOREN[code]
    rijen = [
        rij
        for p in regio.personen
        if indicator.maat != Maat.PERCENTAGE or p.leeftijdsklasse not in MINDERJARIG
        for rij in _rijen_van(code, p, *periode)
        if rij["gemeente"] != BUITEN and gemeente in (None, rij["gemeente"])
    ]
    if code == "G1":
        for over in UITSPLITSINGEN["gegeven"].labels:
            groep = [r for r in rijen if r["gegeven"] == over]
            yield _cijfer(indicator, Plaats("G1", over, ONBEKEND), groep)
        return
    totaal = _cijfer(indicator, Plaats(code), rijen)
    yield totaal
    for tabel in tabellen_van(indicator):
        stukken = tabel.split(KRUIS)
        groepen: dict[str, list[dict]] = {}
        for rij in rijen:
            groepen.setdefault(KRUIS.join(_waarde(rij, s) for s in stukken), []).append(rij)
        for categorie in _categorieen(regio, code, tabel, gemeente):
            cijfer = _cijfer(indicator, Plaats(code, tabel, categorie), groepen.get(categorie, []))
            if set(stukken) & set(indicator.noemer_is_totaal_bij):
                cijfer = replace(cijfer, noemer=totaal.noemer)
            yield cijfer


def _cijfer(indicator, plaats: Plaats, rijen: list[dict]) -> Cijfer:
    soort = indicator.eenheid, indicator.maat
    if indicator.maat == Maat.MEDIAAN:
        waarden = [r["waarde"] for r in rijen]
        waarde = Decimal(str(median(waarden))).normalize() if waarden else None
        return Cijfer(plaats, *soort, None, len(waarden), waarde)
    if indicator.maat == Maat.PERCENTAGE:
        n, noemer = _tel(indicator, [r for r in rijen if r["telt"]]), _tel(indicator, rijen)
        return Cijfer(plaats, *soort, n, noemer, procent(n, noemer))
    n = _tel(indicator, rijen)
    return Cijfer(plaats, *soort, n, None, n)


def _tel(indicator, rijen: list[dict]) -> int:
    match indicator.telling.uniek:
        case "":
            return len(rijen)
        case "werkgever_id":
            return len({r["plaatsing"].werkgever for r in rijen})
    return len({id(r["persoon"]) for r in rijen})


@dataclass
class Vorm:
    """The shape of a random region: how large, how uneven, how busy."""

    gemeenten: int = 5
    personen: int = 400
    scheef: float = 1.0  # 1: alike; more: the first gemeente dominates
    ongekoppeld: float = 0.1
    verhuisd: float = 0.05
    minderjarig: float = 0.05
    trajecten: float = 0.8
    plaatsingen: float = 0.4


def verzin(zaad: int, vorm: Vorm | None = None) -> Regio:
    """A random region: the same seed and shape, the same region."""
    vorm = vorm or Vorm()
    kans = Random(zaad)
    gemeenten = [f"GM{1000 + i}" for i in range(vorm.gemeenten)]
    gewichten = [1 / (i + 1) ** vorm.scheef for i in range(vorm.gemeenten)]
    personen = [_persoon(kans, vorm, gemeenten, gewichten) for _ in range(vorm.personen)]
    return Regio(gemeenten, personen)


def _kies(kans: Random, verdeling: dict):
    return kans.choices(list(verdeling), list(verdeling.values()))[0]


def _persoon(kans: Random, vorm: Vorm, gemeenten: list[str], gewichten: list[float]) -> Persoon:
    gekoppeld = kans.random() >= vorm.ongekoppeld
    p = Persoon(
        gemeente=kans.choices(gemeenten, gewichten)[0] if gekoppeld else None,
        wet=_kies(kans, WETTEN),
        leerroute=_kies(kans, {"b1": 45, "onderwijs": 10, "z": 30, ONBEKEND: 15}),
        opleidingsniveau=_kies(kans, {"laag": 40, "middelbaar": 30, "hoog": 15, ONBEKEND: 15}),
        geslacht=_kies(kans, {"m": 60, "v": 38, "x": 0.5, ONBEKEND: 1.5}),
        leeftijdsklasse=_kies(kans, {
            "jonger_dan_16": vorm.minderjarig * 20, "16-17": vorm.minderjarig * 60, "18-26": 25,
            "27-39": 40, "40-54": 25, "55-aow": 8, "aow_en_ouder": 2,
        }),
        doelgroep=_kies(kans, DOELGROEPEN),
        aangemeld=kans.randint(-500, 170),
        afgesloten=NOOIT if kans.random() < 0.85 else kans.randint(-100, 180),
    )  # fmt: skip
    p.afgesloten = max(p.afgesloten, p.aangemeld)
    if kans.random() < vorm.verhuisd:
        p.eerdere_gemeente = kans.choice([*gemeenten, None, BUITEN])
        p.verhuisd_op = kans.randint(-250, 180)
        if p.eerdere_gemeente is None and p.gemeente:
            p.gevestigd_op = p.verhuisd_op
    elif p.gemeente and kans.random() < 0.3:
        p.gevestigd_op = kans.randint(-300, 150)
    while kans.random() < vorm.trajecten / (1 + len(p.trajecten)):
        p.trajecten.append(_traject(kans, p))
    while kans.random() < vorm.plaatsingen / (1 + len(p.plaatsingen)):
        p.plaatsingen.append(_plaatsing(kans))
    if kans.random() < 0.1:
        p.diploma_aangevraagd = kans.randint(-200, 180)
        if kans.random() < 0.5:
            p.diploma_afgerond = p.diploma_aangevraagd + kans.randint(10, 150)
    if kans.random() < 0.03:
        p.terugval_op = kans.randint(-200, 180)
    return p


def _traject(kans: Random, p: Persoon) -> Traject:
    begin = max(p.aangemeld, kans.randint(-300, 190))
    actielijn = kans.choice("1234") if p.gemeente else _kies(kans, {"1": 8, "2": 1, "3": 1})
    if kans.random() < 0.5:
        return Traject(begin, None, actielijn, kans.choice(TRAJECTSOORTEN))
    eindreden = _kies(kans, {
        **dict.fromkeys(map(str, GESLAAGD), 8), **dict.fromkeys(map(str, UITVAL), 4),
        **dict.fromkeys(map(str, NEUTRAAL), 1.5), ONBEKEND: 4,
    })  # fmt: skip
    einde = begin + kans.randint(10, 250)
    return Traject(begin, einde, actielijn, kans.choice(TRAJECTSOORTEN), eindreden)


def _plaatsing(kans: Random) -> Plaatsing:
    uitkomst = _kies(
        kans, dict(zip(UITKOMSTEN, (20, 10, 6, 6, 5, 2, 3, 5, 8, 6, 6, 4, 6), strict=True))
    )
    contracten = UITSPLITSINGEN["contractvorm"].labels
    return Plaatsing(
        begin=kans.randint(-300, 180),
        soort="betaald_werk" if uitkomst.startswith("betaald_werk") else uitkomst,
        uitkomst=uitkomst,
        actielijn=_kies(kans, {"1": 5, "2": 20, "3": 40, "4": 10, ONBEKEND: 25}),
        contractvorm=_kies(kans, dict(zip(contracten, (5, 40, 20, 10, 5, 8, 3, 9), strict=True))),
        urenklasse=kans.choice(list(UITSPLITSINGEN["urenklasse"].labels)),
        werkgever=kans.randint(1, 60) if kans.random() < 0.9 else None,
        via_afspraak=kans.random() < 0.3,
        duurzaam=kans.random() < 0.6,
        functie=_kies(kans, {"laag": 50, "middelbaar": 25, "hoog": 8, ONBEKEND: 17}),
    )
