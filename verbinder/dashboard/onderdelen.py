"""What the parts of a dashboard are made of: tiles, tables, and charts with their definitions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verbinder.dashboard.plek import Plek
from verbinder.dashboard.woorden import eerder, getal, geteld, met_eenheid, vergelijking
from verbinder.grafieken import Cel, Grafiek, Punt
from verbinder.indicatoren import Cijfer, Eenheid, Indicator, Maat
from verbinder.indicatoren.samen import Antwoorden, Vraag


@dataclass(frozen=True)
class Tegel:
    """One figure on a tile: its number, where it leads, what it is part of, and comparisons."""

    indicator: Indicator
    naam: str
    waarde: str
    eenheid: str
    adres: str
    regels: tuple[str, ...]
    let_op: bool = False


@dataclass(frozen=True)
class Tabel:
    """A table. Its columns that are indicators, or else `indicatoren`, are defined below it."""

    id: str
    titel: str
    kop: str
    kolommen: tuple[Indicator | str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    noten: tuple[str, ...] = ()
    met_totaal: bool = False
    indicatoren: tuple[Indicator, ...] = ()
    sjabloon: str = "verbinder/dashboard/onderdelen/tabel.html"

    @property
    def koppen(self) -> tuple[str, ...]:
        return self.kop, *(k if isinstance(k, str) else k.titel for k in self.kolommen)

    @property
    def gedefinieerd(self) -> tuple[Indicator, ...]:
        """The indicators to explain below the table."""
        return self.indicatoren or tuple(k for k in self.kolommen if isinstance(k, Indicator))

    @property
    def regels(self) -> list[tuple[Cel, list[tuple[str, Cel]]]]:
        """Each row as its name and its other cells, each with the head of its column."""
        return [(rij[0], list(zip(self.koppen[1:], rij[1:], strict=True))) for rij in self.rijen]

    @property
    def teksten(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(cel.tekst for cel in rij) for rij in self.rijen)


@dataclass(frozen=True)
class Figuur:
    """A chart with the indicators that it draws."""

    grafiek: Grafiek
    indicatoren: tuple[Indicator, ...]
    sjabloon: str = "verbinder/dashboard/onderdelen/figuur.html"

    @property
    def id(self) -> str:
        return self.grafiek.id

    @property
    def koppen(self) -> tuple[str, ...]:
        return self.grafiek.koppen

    @property
    def teksten(self) -> tuple[tuple[str, ...], ...]:
        return self.grafiek.teksten


@dataclass(frozen=True)
class Tekst:
    """A note between the figures."""

    id: str
    titel: str
    alineas: tuple[str, ...]
    sjabloon: str = "verbinder/dashboard/onderdelen/tekst.html"


@dataclass(frozen=True)
class Inhoud:
    """What one part of a dashboard shows."""

    tegels: tuple[Tegel, ...] = ()
    blokken: tuple[Tabel | Figuur | Tekst, ...] = field(default=())

    @property
    def leeg(self) -> bool:
        """Whether there are headlines and all of them are zero or nothing."""
        return bool(self.tegels) and all(tegel.waarde in ("0", "–") for tegel in self.tegels)

    def vind(self, id: str) -> Tabel | Figuur | None:
        """The chart or table with this id."""
        return next((b for b in self.blokken if b.id == id and not isinstance(b, Tekst)), None)


def vragen_van_tegels(plek: Plek, indicatoren: Iterable[Indicator]) -> list[Vraag]:
    """What tiles need: now, half a year before, a year before."""
    keuze = plek.keuze
    perioden = (keuze.periode, keuze.halfjaar_eerder, keuze.jaar_eerder)
    return [Vraag(indicator, periode) for indicator in indicatoren for periode in perioden]


def tegel(
    plek: Plek, antwoorden: Antwoorden, indicator: Indicator, *, naam: str = "", let_op=False
) -> Tegel:
    """A tile of one indicator that was asked by `vragen_van_tegels`."""
    keuze = plek.keuze
    cijfer = antwoorden.cijfer(indicator, keuze.periode)
    regels = [_waarvan(indicator, cijfer)] if cijfer.noemer is not None else []
    perioden = (keuze.halfjaar_eerder, keuze.jaar_eerder)
    for periode, wanneer in zip(perioden, eerder(indicator, keuze), strict=True):
        regels.append(vergelijking(cijfer, antwoorden.cijfer(indicator, periode), wanneer))
    return Tegel(
        indicator=indicator,
        naam=naam or indicator.titel,
        waarde=_groot(cijfer),
        eenheid=_eenheid(cijfer),
        adres=plek.gevallen(indicator) if _iets(cijfer) else "",
        regels=tuple(regels),
        let_op=let_op and _iets(cijfer),
    )


def _eenheid(cijfer: Cijfer) -> str:
    if cijfer.eenheid == Eenheid.UREN:
        return "uur"
    return "dagen (mediaan)" if cijfer.maat == Maat.MEDIAAN else ""


def _iets(cijfer: Cijfer) -> bool:
    """Whether the cell counts anybody; zero is no link."""
    return bool(cijfer.noemer if cijfer.maat == Maat.MEDIAAN else cijfer.teller)


def _groot(cijfer: Cijfer) -> str:
    if cijfer.maat == Maat.PERCENTAGE and cijfer.waarde is not None:
        return f"{getal(cijfer.waarde)} %"
    return met_eenheid(cijfer.waarde, cijfer.eenheid)


def _waarvan(indicator: Indicator, cijfer: Cijfer) -> str:
    if not cijfer.noemer:
        return f"nog geen {indicator.noemer_heet or 'gevallen'}"
    if cijfer.maat == Maat.PERCENTAGE:
        return f"{getal(cijfer.teller)} van {getal(cijfer.noemer)} {indicator.noemer_heet}"
    if cijfer.maat == Maat.VERHOUDING:
        return f"over {getal(cijfer.noemer)} {indicator.noemer_heet}"
    return f"van {geteld(cijfer.noemer, indicator.noemer_van or Eenheid.PERSONEN)}"


def punt(
    plek: Plek,
    antwoorden: Antwoorden,
    indicator: Indicator,
    uitsplitsing: str = "totaal",
    categorie: str = "alle",
) -> Punt:
    """The value of a cell of the shown period for a chart, with the address of its cases."""
    cijfer = antwoorden.cijfer(indicator, plek.keuze.periode, uitsplitsing, categorie)
    adres = plek.gevallen(indicator, uitsplitsing, categorie) if _iets(cijfer) else ""
    return Punt(cijfer.waarde, adres)


def cel(
    plek: Plek,
    antwoorden: Antwoorden,
    indicator: Indicator,
    uitsplitsing: str = "totaal",
    categorie: str = "alle",
) -> Cel:
    """The same for a table: `12`, `41 van 69 (59 %)`, `35 dagen`."""
    cijfer = antwoorden.cijfer(indicator, plek.keuze.periode, uitsplitsing, categorie)
    adres = plek.gevallen(indicator, uitsplitsing, categorie) if _iets(cijfer) else ""
    return Cel(in_tabel(cijfer), adres)


def in_tabel(cijfer: Cijfer) -> str:
    """A figure as a table holds it."""
    if cijfer.waarde is None:
        return "–"
    if cijfer.maat == Maat.PERCENTAGE:
        deel, geheel = getal(cijfer.teller), getal(cijfer.noemer)
        return f"{deel} van {geheel} ({getal(cijfer.waarde)} %)"
    if cijfer.maat == Maat.MEDIAAN:
        return f"{getal(cijfer.waarde)} {'dag' if cijfer.waarde == 1 else 'dagen'}"
    return met_eenheid(cijfer.waarde, cijfer.eenheid)


def tabel_van(
    plek: Plek,
    antwoorden: Antwoorden,
    *,
    id: str,
    titel: str,
    indicatoren: Sequence[Indicator],
    uitsplitsing: str,
    kop: str,
    noten: Sequence[str] = (),
) -> Tabel:
    """Indicators side by side over the categories of one breakdown, with the total last."""
    labels: dict[str, str] = {}
    for indicator in indicatoren:
        if uitsplitsing in indicator.uitsplitsingen:
            labels |= plek.labels(indicator, uitsplitsing)
            gezien = antwoorden.categorieen(indicator, plek.keuze.periode, uitsplitsing)
            labels |= {code: code for code in gezien if code not in labels}
    rijen = [
        (
            Cel(label),
            *(
                cel(plek, antwoorden, indicator, uitsplitsing, code)
                if uitsplitsing in indicator.uitsplitsingen
                else Cel("–")
                for indicator in indicatoren
            ),
        )
        for code, label in labels.items()
    ]
    rijen.append((Cel("Totaal"), *(cel(plek, antwoorden, i) for i in indicatoren)))
    return Tabel(
        id=id,
        titel=titel,
        kop=kop,
        kolommen=tuple(indicatoren),
        rijen=tuple(rijen),
        noten=tuple(noten),
        met_totaal=True,
    )
