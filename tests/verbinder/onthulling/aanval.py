"""An attacker with a laptop: reads published files, and nothing of the code that made them.

`val_aan` takes the text of a file (`regio;halfjaar;…;weergave`), the one of the half-year before if
there is one, and for an insider the true rows of the own gemeente, or of several. It sets up one
unknown per number, writes down everything that the definitions imply, and asks an integer solver
how far each secret cell can go up and down.

It knows the field by heart, from the published definitions; it shares no code with the audit.
"""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

KRUIS = "×"
GEHEIM, MINSTENS = 7, 8
GEEN_MENSEN = ("euro", "uren", "gemeenten")
PERSONEN_DUBBEL = {"A3", "A6"}
LOSSE_WERKGEVERS = "D3.werkgevers"
MINDERJARIG = ("jonger_dan_16", "16-17")
GESLAAGD = ("doel_bereikt", "werk_elders_gevonden", "onderwijs", "doorstroom_ander_traject")
UITVAL = (
    "niet_verschenen_geen_contact", "persoonlijke_omstandigheden", "zorgtaken_kinderopvang",
    "taal_onvoldoende", "reisafstand", "werkgever_gestopt", "aanbieder_gestopt",
)  # fmt: skip
NEUTRAAL = (
    "verhuisd_binnen_regio", "verhuisd_buiten_regio", "vertrokken_uit_nl", "overleden",
    "aow_leeftijd", "status_ingetrokken",
)  # fmt: skip
IN_DIENST = (
    "betaald_werk_volledige_uitstroom", "betaald_werk_gedeeltelijke_uitstroom",
    "betaald_werk_nog_niet_vast_te_stellen", "betaald_werk_geen_uitstroom",
    "betaald_werk_zonder_bijstand", "betaald_werk_uitkering_onbekend",
)  # fmt: skip
BETAALD = (*IN_DIENST, "ondernemerschap", "bbl")
ONBETAALD = ("proefplaatsing", "werkervaringsplaats", "stage_praktijkleren", "vrijwilligerswerk")
SAMEN = {
    ("wet", "overig"): ("wi2007", "niet_inburgeringsplichtig", "onbekend"),
    ("eindreden", "succes"): GESLAAGD,
    ("eindreden", "uitval"): UITVAL,
    ("eindreden", "neutraal"): NEUTRAAL,
    ("uitkomst", "betaald"): BETAALD,
    ("uitkomst", "onbetaald"): ONBETAALD,
}
# Left is at least right, cell by cell in every table.
KLEINER = [
    ("A4", ["A3"]), ("A6", ["A3"]), ("A1", ["A7n"]), ("A7n", ["A7t"]), ("A3", ["A7t"]),
    ("A1", ["A8", "A7t"]), ("A5", ["A9n"]), ("A5", ["D4.gestart"]), ("A4", ["D4.lopend"]),
    ("B1", ["B2n"]), ("B2n", ["B2t", "B3t"]), ("C1", ["C2"]), ("C2", ["C3"]),
    ("C3", ["C4", "C5", "C4.nog_niet_vast_te_stellen"]), ("C3", ["C9n"]), ("C6n", ["C6t"]),
    ("C9n", ["C9t"]), ("D1", ["D1.gekoppeld"]), ("D2n", ["D2t"]), ("C1", ["D3.plaatsingen"]),
    ("D3.plaatsingen", ["D3.werkgevers"]),
]  # fmt: skip
GELIJK = [("B4n", "B1"), ("B2n", "B3n"), ("C8", "C3")]
VAST = ("totaal", "geslacht", "leeftijdsklasse")
KLEINER_VAST = [
    ("A6", ["A9n"]), ("A6", ["D1"]), ("D5", ["D5.aangevraagd"]), ("D5", ["D5.afgerond"]),
]  # fmt: skip
# Between two half-years, if nobody moved: left is at least right; ' is the one before.
STROMEN = [
    (["A1'", "A2"], ["A1"]), (["A3'", "A5"], ["A3"]), (["A4'", "A5"], ["A4"]),
    (["A3'", "A5"], ["A6"]), (["D4.lopend'", "D4.gestart"], ["D4.lopend"]), (["C3'"], ["C6n"]),
    (["A4", "B1"], ["A4'", "A5"]),
]  # fmt: skip


@dataclass
class Buit:
    """What the attack brought: secret cells attacked, and those found."""

    aangevallen: int = 0
    exact: list = field(default_factory=list)
    smal: list = field(default_factory=list)
    smalste: int = GEHEIM
    onbeslist: int = 0
    mogelijk: bool = True

    def __iadd__(self, ander: "Buit") -> "Buit":
        self.aangevallen += ander.aangevallen
        self.exact += ander.exact
        self.smal += ander.smal
        self.smalste = min(self.smalste, ander.smalste)
        self.onbeslist += ander.onbeslist
        self.mogelijk = self.mogelijk and ander.mogelijk
        return self


class Puzzel:
    """Unknown numbers of the others (all, for an outsider), with bounds and rows."""

    def __init__(self):
        self.nummer: dict[tuple, int] = {}
        self.eigen: list[int] = []
        self.grens: dict[str, list[float]] = {"onder": [], "boven": []}
        self.rijen: list[tuple[dict, float, float]] = []
        self.cellen: dict[tuple, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))

    def getal(self, *sleutel, eigen: int = 0) -> int:
        if sleutel not in self.nummer:
            self.nummer[sleutel] = len(self.eigen)
            self.eigen.append(eigen)
            self.grens["onder"].append(0)
            self.grens["boven"].append(np.inf)
            if len(sleutel) == 4:
                self.cellen[sleutel[:2]][sleutel[2]].append(sleutel[3])
        return self.nummer[sleutel]

    def heeft(self, *sleutel) -> bool:
        return sleutel in self.nummer

    def ligt(self, i: int, onder: float, boven: float) -> None:
        """A published bound on the whole, so on the others less the own share."""
        self.grens["onder"][i] = max(self.grens["onder"][i], onder - self.eigen[i])
        self.grens["boven"][i] = min(self.grens["boven"][i], boven - self.eigen[i])

    def rij(self, termen: dict[int, float], onder: float = 0, boven: float = np.inf) -> None:
        self.rijen.append((termen, onder, boven))

    def minstens(self, groter: list[int], kleiner: list[int]) -> None:
        if groter and kleiner:
            self.rij(dict.fromkeys(groter, 1.0) | dict.fromkeys(kleiner, -1.0))

    def gelijk(self, links: list[int], rechts: list[int]) -> None:
        self.rij(dict.fromkeys(links, 1.0) | dict.fromkeys(rechts, -1.0), 0, 0)


def lees(tekst: str) -> list[dict]:
    rijen = csv.DictReader(io.StringIO(tekst), delimiter=";")
    return [r for r in rijen if r["eenheid"] not in GEEN_MENSEN]


def val_aan(
    nu: str,
    ervoor: str | None = None,
    eigen: Mapping[str, str] | None = None,
    eigen_ervoor: Mapping[str, str] | None = None,
    *,
    exact: tuple[bool, bool] = (False, False),
    zelfde: bool = False,
    stromen: dict[str, str] | None = None,
    grondig: bool = True,
) -> Buit:
    """Attack every secret cell of these files. `eigen` are the true rows by gemeente.

    `exact`: whether the headlines of the two files are exact. `zelfde`: the files speak of the same
    half-year. `stromen`: a running total -> what it adds up. `grondig`: decide each cell with the
    integer solver; else only those that look narrow.
    """
    buit = Buit(mogelijk=False)
    # A guess that contradicts the files is dropped, the last one first.
    gissingen = ["zelfde" if zelfde else "stromen", "niets"] if ervoor else ["niets"]
    for gissing in gissingen:
        puzzel = Puzzel()
        doelen = _vul(puzzel, 0, lees(nu), eigen or {}, exact[0])
        if ervoor:
            doelen += _vul(puzzel, 1, lees(ervoor), eigen_ervoor or {}, exact[1])
            _lopende_totalen(puzzel, stromen or {})
        if gissing == "stromen":
            _stromen(puzzel)
        if gissing == "zelfde":
            _zelfde(puzzel)
        buit = _zoek(puzzel, doelen, grondig)
        if buit.mogelijk:
            break
    return buit


# Reading


def _vul(p: Puzzel, keer: int, rijen: list[dict], eigen: Mapping[str, str], exact: bool) -> list:
    mijn = Counter()
    for gemeente, tekst in eigen.items():
        mijn.update(_eigen(lees(tekst), gemeente))
    doelen = []
    # A crossing of which nothing stands in the file anywhere only adds unknowns.
    zegt_iets = {r["uitsplitsing"] for r in rijen if r["weergave"][:1].isdigit()}
    for r in rijen:
        if KRUIS in r["uitsplitsing"] and r["uitsplitsing"] not in zegt_iets:
            continue
        code, tabel, categorie = r["indicator"], r["uitsplitsing"], r["categorie"]
        deel = {"procent": ("t", "n"), "dagen": ("n",)}.get(r["eenheid"], ("",))
        nummers = [
            p.getal(
                keer, code + d, tabel, categorie, eigen=mijn.get((code + d, tabel, categorie), 0)
            )
            for d in deel
            if not (code == "B3" and tabel == "eindreden" and d == "n")
        ]
        van_mij = bool(set(eigen) & set(categorie.split(KRUIS)))
        if van_mij:
            for i in nummers:
                p.grens["boven"][i] = 0
        else:
            _lees_weergave(p, r, nummers, exact and (tabel == "totaal" or code == "G1"))
        if r["weergave"] == "geheim" and not van_mij:
            doelen.append((nummers[0], (keer, code, tabel, categorie)))
    _verbind(p, keer)
    return doelen


def _eigen(rijen: list[dict], gemeente: str) -> dict:
    """The own share in each cell of the region."""
    mijn = {}
    for r in rijen:
        code, tabel, categorie = r["indicator"], r["uitsplitsing"], r["categorie"]
        if "gemeente" in tabel.split(KRUIS):
            continue
        waarden = {"procent": {"t": "teller", "n": "noemer"}, "dagen": {"n": "noemer"}}
        for deel, kolom in waarden.get(r["eenheid"], {"": "waarde"}).items():
            n = int(float(r[kolom] or 0))
            mijn[code + deel, tabel, categorie] = n
            if tabel == "totaal":
                mijn[code + deel, "gemeente", gemeente] = n
            elif KRUIS not in tabel and code != "G1":
                mijn[code + deel, f"gemeente{KRUIS}{tabel}", f"{gemeente}{KRUIS}{categorie}"] = n
    for (code, tabel, categorie), n in list(mijn.items()):
        if code.startswith(("G1", LOSSE_WERKGEVERS)):
            continue
        delen, codes = tabel.split(KRUIS), categorie.split(KRUIS)
        for plek, deel in enumerate(delen):
            for (welke, naam), leden in SAMEN.items():
                if welke == deel and codes[plek] in leden:
                    samen = KRUIS.join([*codes[:plek], naam, *codes[plek + 1 :]])
                    mijn[code, tabel, samen] = mijn.get((code, tabel, samen), 0) + n
    return mijn


def _rond(getal: int) -> tuple[int, int]:
    return max(MINSTENS, getal - 2), getal + 2


def _lees_weergave(p: Puzzel, r: dict, nummers: list[int], exact: bool) -> None:
    tekst = r["weergave"]
    if tekst in ("n.v.t.", "niet aangeleverd"):
        for i in nummers:
            p.ligt(i, 0, 0)
    elif tekst == "geheim":
        p.ligt(nummers[0], 0, GEHEIM)
    elif tekst.endswith("%"):
        _lees_percentage(p, int(tekst.split()[0]), nummers, 1 if exact else 5)
    elif r["eenheid"] == "dagen" and tekst[:1].isdigit():
        p.ligt(nummers[0], 10, np.inf)
        if "," in tekst:
            half = p.getal("half", nummers[0])
            p.rij({nummers[0]: 1, half: -2}, -p.eigen[nummers[0]], -p.eigen[nummers[0]])
    elif tekst.isdigit() and exact:
        p.ligt(nummers[0], int(tekst), int(tekst))
    elif tekst.isdigit():
        p.ligt(nummers[0], *_rond(int(tekst)))


def _lees_percentage(p: Puzzel, procent: int, nummers: list[int], stap: int) -> None:
    """Somewhere are two multiples of five (two numbers, where exact) that make this percentage."""
    delen = []
    for i, minstens in zip(nummers, (MINSTENS, 18), strict=False):
        deel = p.getal("stappen", i)
        p.ligt(i, minstens, np.inf)
        p.rij({i: 1, deel: -stap}, -(stap // 2) - p.eigen[i], stap // 2 - p.eigen[i])
        delen.append(deel)
    if len(delen) < 2:
        return
    teller, noemer = delen
    if procent == 100:
        p.gelijk([teller], [noemer])
        return
    p.rij({teller: 200, noemer: -(2 * procent - 1)})
    p.rij({teller: -200, noemer: 200 if procent == 99 else 2 * procent + 1})


# What the definitions imply


def _verbind(p: Puzzel, keer: int) -> None:
    for (moment, code), tabellen in list(p.cellen.items()):
        if moment == keer and "totaal" in tabellen:
            for tabel, categorieen in list(tabellen.items()):
                if tabel != "totaal":
                    _sommen(p, keer, code, tabel, list(categorieen))
    for groter, kleiner in KLEINER:
        _per_cel(p, [(keer, groter)], [(keer, k) for k in kleiner])
    for groter, kleiner in KLEINER_VAST:
        _per_cel(p, [(keer, groter)], [(keer, k) for k in kleiner], VAST)
    for een, twee in GELIJK:
        for tabel, categorieen in p.cellen[keer, een].items():
            for c in categorieen:
                if p.heeft(keer, twee, tabel, c):
                    p.gelijk([p.getal(keer, een, tabel, c)], [p.getal(keer, twee, tabel, c)])
    _over_tabellen(p, keer)


def _sommen(p: Puzzel, keer: int, code: str, tabel: str, categorieen: list[str]) -> None:
    delen = tabel.split(KRUIS)

    def lid(categorie: str) -> int:
        return p.getal(keer, code, tabel, categorie)

    if len(delen) == 1:
        namen = [n for t, n in SAMEN if t == tabel and n in categorieen]
        codes = [c for c in categorieen if c not in namen]
        for naam in namen:
            p.gelijk([lid(naam)], [lid(c) for c in SAMEN[tabel, naam] if c in codes])
        _optellen(p, code, tabel, p.getal(keer, code, "totaal", "alle"), [lid(c) for c in codes])
        return
    for plek in (0, 1):
        groepen = defaultdict(list)
        for categorie in categorieen:
            groepen[categorie.split(KRUIS)[plek]].append(categorie)
        for naam, leden in groepen.items():
            ander = [c.split(KRUIS)[1 - plek] for c in leden]
            samen = {lid_ for n in ander for lid_ in SAMEN.get((delen[1 - plek], n), ())}
            los = [c for c, a in zip(leden, ander, strict=True) if a not in samen]
            if p.heeft(keer, code, delen[plek], naam) and code != LOSSE_WERKGEVERS:
                geheel = p.getal(keer, code, delen[plek], naam)
                _optellen(p, code, delen[1 - plek], geheel, [lid(c) for c in los])


def _optellen(p: Puzzel, code: str, langs: str, geheel: int, delen: list[int]) -> None:
    if code == LOSSE_WERKGEVERS:
        return
    if code in PERSONEN_DUBBEL and langs in ("actielijn", "trajectsoort"):
        p.minstens(delen, [geheel])
        for deel in delen:
            p.minstens([geheel], [deel])
    else:
        p.gelijk([geheel], delen)


def _per_cel(p: Puzzel, groter: list, kleiner: list, tabellen: tuple | None = None) -> None:
    for tabel, categorieen in list(p.cellen[groter[0]].items()):
        if tabellen and tabel not in tabellen:
            continue
        for c in categorieen:
            if all(p.heeft(*g, tabel, c) for g in groter):
                rechts = [p.getal(*k, tabel, c) for k in kleiner if p.heeft(*k, tabel, c)]
                p.minstens([p.getal(*g, tabel, c) for g in groter], rechts)


def _over_tabellen(p: Puzzel, keer: int) -> None:
    def alle(code: str, tabel: str, categorieen) -> list[int] | None:
        if all(p.heeft(keer, code, tabel, c) for c in categorieen):
            return [p.getal(keer, code, tabel, c) for c in categorieen]
        return None

    def totaal(code: str) -> list[int] | None:
        return alle(code, "totaal", ["alle"])

    def gelijk(links, rechts) -> None:
        if links and rechts:
            p.gelijk(links, rechts)

    def minstens(groter, kleiner) -> None:
        if groter and kleiner:
            p.minstens(groter, kleiner)

    for c in p.cellen[keer, "A7n"].get("leeftijdsklasse", []):
        gelijk(alle("A7n", "leeftijdsklasse", [c]), alle("A1", "leeftijdsklasse", [c]))
    minder = alle("A1", "leeftijdsklasse", MINDERJARIG)
    if minder and totaal("A7n"):
        gelijk(totaal("A1"), totaal("A7n") + minder)
    gelijk(totaal("D1"), alle("A6", "actielijn", ["1"]))
    gelijk(totaal("D4.gestart"), alle("A5", "trajectsoort", ["startbaan"]))
    gelijk(totaal("D4.lopend"), alle("A4", "trajectsoort", ["startbaan"]))
    for c in p.cellen[keer, "D1"].get("gemeente", []):
        if c == "nog_niet_gekoppeld" and totaal("D1.gekoppeld"):
            los = alle("D1", "gemeente", [c])
            gelijk(totaal("D1"), los + totaal("D1.gekoppeld") if los else None)
        else:
            gelijk(alle("D1", "gemeente", [c]), alle("D1.gekoppeld", "gemeente", [c]))
    gelijk(alle("C2", "uitkomst", BETAALD), totaal("C3"))
    minstens(totaal("C4"), alle("C2", "uitkomst", BETAALD[:1]))
    minstens(totaal("C5"), alle("C2", "uitkomst", BETAALD[1:2]))
    minstens(totaal("C4.nog_niet_vast_te_stellen"), alle("C2", "uitkomst", BETAALD[2:3]))
    for soort in (*BETAALD[6:], "onderwijs", *ONBETAALD):
        minstens(alle("C1", "plaatsingsoort", [soort]), alle("C2", "uitkomst", [soort]))
    minstens(alle("C1", "plaatsingsoort", ["betaald_werk"]), alle("C2", "uitkomst", IN_DIENST))
    minstens(alle("B1", "eindreden", GESLAAGD), totaal("B2t"))
    minstens(alle("B1", "eindreden", UITVAL), totaal("B3t"))
    minstens(alle("B1", "eindreden", (*GESLAAGD, *UITVAL, "onbekend")), totaal("B2n"))
    for reden in UITVAL:
        minstens(alle("B1", "eindreden", [reden]), alle("B3t", "eindreden", [reden]))
    for gegeven in ("wet", "opleidingsniveau", "geslacht", "leerroute"):
        wie = alle("A7n", "wet", ["wi2021"]) if gegeven == "leerroute" else totaal("A7n")
        gelijk(alle("G1n", gegeven, ["onbekend"]), wie)
        gelijk(alle("G1t", gegeven, ["onbekend"]), alle("A7n", gegeven, ["onbekend"]))
        minstens(alle("G1n", gegeven, ["onbekend"]), alle("G1t", gegeven, ["onbekend"]))
    for moment, code in list(p.cellen):
        if moment == keer and code != LOSSE_WERKGEVERS:
            routes = alle(code, "leerroute", ("b1", "onderwijs", "z", "onbekend"))
            minstens(alle(code, "wet", ["wi2021"]), routes)


def _stromen(p: Puzzel) -> None:
    def wie(code: str) -> tuple[int, str]:
        return (1, code[:-1]) if code.endswith("'") else (0, code)

    for groter, kleiner in STROMEN:
        _per_cel(p, [wie(c) for c in groter], [wie(c) for c in kleiner])


def _zelfde(p: Puzzel) -> None:
    for sleutel, i in list(p.nummer.items()):
        if len(sleutel) == 4 and sleutel[0] == 0 and p.heeft(1, *sleutel[1:]):
            p.gelijk([i], [p.nummer[1, *sleutel[1:]]])


def _lopende_totalen(p: Puzzel, stromen: dict[str, str]) -> None:
    for totaal, stroom in stromen.items():
        for tabel, categorieen in list(p.cellen[0, totaal].items()):
            for c in categorieen:
                if p.heeft(1, totaal, tabel, c) and p.heeft(0, stroom, tabel, c):
                    delen = [p.getal(1, totaal, tabel, c), p.getal(0, stroom, tabel, c)]
                    p.gelijk([p.getal(0, totaal, tabel, c)], delen)


# Solving


def _zoek(p: Puzzel, doelen: list, grondig: bool) -> Buit:
    lengte = [len(termen) for termen, _, _ in p.rijen]
    matrix = csr_array(
        (
            [f for termen, _, _ in p.rijen for f in termen.values()],
            [i for termen, _, _ in p.rijen for i in termen],
            np.concatenate([[0], np.cumsum(lengte)]).astype(int),
        ),
        shape=(len(p.rijen), len(p.eigen)),
    )
    eisen = LinearConstraint(matrix, [r[1] for r in p.rijen], [r[2] for r in p.rijen])
    ruimte = Bounds(p.grens["onder"], p.grens["boven"])
    if (ruimte.lb > ruimte.ub).any():
        return Buit(mogelijk=False)

    def los_op(doel: np.ndarray, heel: bool, presolve: bool = True) -> np.ndarray | None:
        uitkomst = milp(
            doel, constraints=eisen, bounds=ruimte, integrality=np.full(len(doel), int(heel)),
            options={"time_limit": 20, "mip_rel_gap": 0.5 if np.abs(doel).sum() > 1 else 0.0,
                     "presolve": presolve},
        )  # fmt: skip
        return uitkomst.x

    buit = Buit(aangevallen=len(doelen))
    nummers = np.array([i for i, _ in doelen], dtype=int)
    if not len(nummers):
        return buit
    if los_op(np.zeros(len(p.eigen)), False) is None:
        return Buit(mogelijk=False)
    laag, hoog = np.full(len(nummers), np.inf), np.full(len(nummers), -np.inf)
    toeval = np.random.default_rng(7)
    # Fractions first: what they leave narrow is narrow.
    smal = _veeg(los_op, nummers, laag, hoog, toeval, len(p.eigen), heel=False)
    verdacht = set(smal)
    for j in smal:
        laag[j], hoog[j] = _uitersten(los_op, nummers[j], len(p.eigen), heel=False)
    for j in range(len(nummers)):
        if hoog[j] - laag[j] < 4:
            verdacht.add(j)
    te_doen = list(range(len(nummers))) if grondig else sorted(verdacht)
    laag_heel, hoog_heel = laag.copy(), hoog.copy()
    laag_heel[te_doen], hoog_heel[te_doen] = np.inf, -np.inf
    over = te_doen
    if te_doen:
        rest = _veeg(
            los_op, nummers, laag_heel, hoog_heel, toeval, len(p.eigen), heel=True, alleen=te_doen
        )
        over = rest
    for j in over:
        onder, boven = _uitersten(los_op, nummers[j], len(p.eigen), heel=True)
        if onder is None:
            buit.onbeslist += 1
            onder, boven = laag[j], hoog[j]
        laag_heel[j], hoog_heel[j] = onder, boven
    for j, (_, waar) in enumerate(doelen):
        breedte = int(round(hoog_heel[j] - laag_heel[j]))
        buit.smalste = min(buit.smalste, breedte)
        if breedte == 0:
            buit.exact.append(waar)
        if breedte < 3:
            buit.smal.append(waar)
    return buit


def _veeg(los_op, nummers, laag, hoog, toeval, n, *, heel: bool, alleen=None) -> list[int]:
    """Solutions in random directions; returns the cells that they did not show to be wide."""
    over = list(range(len(nummers))) if alleen is None else list(alleen)
    for ronde in range(8):
        doel = np.zeros(n)
        teken = {0: 1.0, 1: -1.0}.get(ronde)
        for j in over:
            doel[nummers[j]] = toeval.choice([-1.0, 1.0]) if teken is None else teken
        x = los_op(doel, heel)
        if x is None:
            break
        waarden = np.round(x[nummers], 6) if not heel else np.rint(x[nummers])
        np.minimum(laag, waarden, out=laag)
        np.maximum(hoog, waarden, out=hoog)
        over = [j for j in over if hoog[j] - laag[j] < 3]
        if not over:
            break
    return over


def _uitersten(los_op, nummer: int, n: int, *, heel: bool):
    uiterste = []
    for kant in (1.0, -1.0):
        doel = np.zeros(n)
        doel[nummer] = kant
        # With presolve HiGHS 1.12 sometimes calls a value the best that is not.
        x = los_op(doel, heel, not heel)
        if x is None:
            return None, None
        uiterste.append(
            np.rint(x[nummer])
            if heel
            else (np.ceil if kant > 0 else np.floor)(x[nummer] - kant * 1e-6)
        )
    return uiterste[0], uiterste[1]
