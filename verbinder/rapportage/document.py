"""What a report is made of, for every form it takes: sections with text, tiles, tables, charts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from verbinder.grafieken import Grafiek
from verbinder.rapportage.rapport import Logo, Rapport
from verbinder.rapportage.verwijzingen import Stuk, stukken

PUNT = re.compile(r"^[-*•]\s+")
NUMMER = re.compile(r"^\d+[.)]\s+")


@dataclass(frozen=True)
class Alinea:
    """A paragraph."""

    stukken: tuple[Stuk, ...]
    soort: str = "alinea"

    @property
    def tekst(self) -> str:
        return "".join(stuk.tekst for stuk in self.stukken)


@dataclass(frozen=True)
class Lijst:
    """A list of points, numbered or not."""

    punten: tuple[Alinea, ...]
    genummerd: bool = False
    soort: str = "lijst"


@dataclass(frozen=True)
class Tegel:
    """One headline figure."""

    kop: str
    waarde: str
    onder: str = ""


@dataclass(frozen=True)
class Tegels:
    """The headline figures of the first page."""

    tegels: tuple[Tegel, ...]
    soort: str = "tegels"


@dataclass(frozen=True)
class Tabel:
    """A table whose first column names the rows. `getallen`: the other columns hold numbers."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    noten: tuple[str, ...] = ()
    met_totaal: bool = False
    getallen: bool = True
    soort: str = "tabel"


@dataclass(frozen=True)
class Figuur:
    """A chart. `tabel` is the table behind it, for forms that show no chart; with `met_tabel` it
    stands below the chart on paper too, where the chart cannot say every number."""

    grafiek: Grafiek
    met_tabel: bool = False
    soort: str = "figuur"

    @property
    def tabel(self) -> Tabel:
        grafiek = self.grafiek
        return Tabel(grafiek.naam, grafiek.koppen, grafiek.teksten, noten=grafiek.noten)


@dataclass(frozen=True)
class Raster:
    """Small charts beside each other."""

    figuren: tuple[Figuur, ...]
    soort: str = "raster"


@dataclass(frozen=True)
class Sectie:
    """A part under its heading. `deel` is the code of the text that may be edited, if any;
    `naslag` is looked up rather than read, so a page keeps it folded."""

    titel: str
    blokken: tuple = ()
    deel: str = ""
    niveau: int = 1
    naslag: bool = False


@dataclass(frozen=True)
class Document:
    """The whole report, in order. The first section starts on the first page, below the head."""

    titel: str
    regio: str
    onderwerp: str
    kenmerken: tuple[tuple[str, str], ...]
    secties: tuple[Sectie, ...] = field(default_factory=tuple)
    status: str = "concept"
    logo: Logo | None = None


def blokken_van(tekst: str, rapport: Rapport | None = None) -> tuple[Alinea | Lijst, ...]:
    """The text of a part: lines that follow each other are one paragraph, an empty line ends it,
    and lines that begin with a dash or a number are a list. Only a report has figures to refer to.
    """
    return tuple(_blokken(tekst.splitlines(), rapport))


def _blokken(regels: Iterable[str], rapport: Rapport | None) -> Iterator[Alinea | Lijst]:
    soort = ""
    groep: list[str] = []
    for regel in (*map(str.strip, regels), ""):
        nieuwe_soort = _soort(regel)
        if groep and nieuwe_soort != soort:
            yield _blok(soort, groep, rapport)
            groep = []
        soort = nieuwe_soort
        if regel:
            groep.append(regel)


def _soort(regel: str) -> str:
    if not regel:
        return ""
    return "punt" if PUNT.match(regel) else "nummer" if NUMMER.match(regel) else "tekst"


def _blok(soort: str, regels: list[str], rapport: Rapport | None) -> Alinea | Lijst:
    if soort == "tekst":
        return _alinea(" ".join(regels), rapport)
    merk = PUNT if soort == "punt" else NUMMER
    punten = tuple(_alinea(merk.sub("", regel), rapport) for regel in regels)
    return Lijst(punten, genummerd=soort == "nummer")


def _alinea(tekst: str, rapport: Rapport | None) -> Alinea:
    return Alinea((Stuk(tekst),) if rapport is None else tuple(stukken(tekst, rapport)))
