"""From sheets to rows that mean something: which column is which, and what each cell says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from regio.bsn import BSN_ACHTIG, bevat_bsn
from regio.uitwisseling.formules import zonder_voorvoegsel
from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.meldingen import Melding, Ongeldig
from statushouders.uitwisseling.bladen import BLADEN, ZONDER_GEGEVENS, Blad, Kolom
from statushouders.uitwisseling.cellen import letters
from statushouders.uitwisseling.lezen import Werkblad, Werkmap
from statushouders.uitwisseling.naslag import Naslag
from statushouders.uitwisseling.velden import als_tekst

# A title and a few lines of explanation may stand above the header.
ZOEK_KOP_IN = 20
LANGSTE_WAARDE = 80


class _Wis:
    """What `-` in a cell says: make it empty."""

    def __repr__(self) -> str:
        return "-"


WIS = _Wis()


@dataclass
class Rij:
    """One row of a sheet: its number, and the cells that hold something, read.

    `stuk` names the columns whose cell could not be read: no rule should judge them again.
    """

    blad: str
    nummer: int
    waarden: dict = field(default_factory=dict)
    ruw: dict = field(default_factory=dict)
    stuk: set[str] = field(default_factory=set)

    def heel(self, *kolommen: str) -> bool:
        """Whether none of these cells was unreadable."""
        return self.stuk.isdisjoint(kolommen)

    def melding(self, kolom: str, wat: str, doe: str) -> Melding:
        """A fault or warning at a cell of this row."""
        return Melding(self.blad, self.nummer, kolom, toonbaar(self.ruw.get(kolom)), wat, doe)


@dataclass
class Gelezen:
    """A workbook, understood: rows by sheet, the columns that were there, and what went wrong."""

    rijen: dict[str, list[Rij]] = field(default_factory=dict)
    koprij: dict[str, int] = field(default_factory=dict)
    kolommen: dict[str, set[str]] = field(default_factory=dict)
    fouten: list[Melding] = field(default_factory=list)
    waarschuwingen: list[Melding] = field(default_factory=list)
    onbekende_bladen: list[str] = field(default_factory=list)
    onbekende_kolommen: list[tuple[str, str]] = field(default_factory=list)


def toonbaar(ruw) -> str:
    """A cell as a message may show it: short, and never a BSN."""
    if ruw is None:
        return ""
    tekst = als_tekst(ruw)
    if bevat_bsn(tekst):
        tekst = BSN_ACHTIG.sub("•••••••••", tekst)
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= LANGSTE_WAARDE else f"{tekst[: LANGSTE_WAARDE - 1]}…"


def herken(werkmap: Werkmap, naslag: Naslag) -> Gelezen:
    """Read every sheet that we know; report the rest."""
    gelezen = Gelezen()
    gelezen.onbekende_bladen = [
        naam for naam in werkmap.overig if herkenbaar(naam) not in ZONDER_GEGEVENS
    ]
    for naam, tekst in werkmap.opmerkingen:
        doe = "Controleer of letters als é en ü goed zijn overgekomen."
        gelezen.waarschuwingen.append(Melding(naam, 0, "", "", tekst, doe))
    per_naam = {herkenbaar(naam): blad for naam, blad in BLADEN.items()}
    volgorde = {naam: plek for plek, naam in enumerate(per_naam)}
    for werkblad in sorted(werkmap.bladen, key=lambda w: volgorde[herkenbaar(w.naam)]):
        blad = per_naam[herkenbaar(werkblad.naam)]
        if blad.naam in gelezen.rijen:
            gelezen.fouten.append(
                Melding(
                    blad.naam, 0, "", werkblad.naam, "Dit blad staat twee keer in het bestand.",
                    "Zet alle rijen op een blad.",
                )
            )  # fmt: skip
            continue
        gelezen.rijen[blad.naam] = list(
            _lees_blad(
                blad, werkblad, naslag, gelezen, werkmap.onleesbaar.get(werkblad.naam, set())
            )
        )
    if not gelezen.rijen and not gelezen.fouten:
        gelezen.fouten.append(
            Melding(
                "", 0, "", "", "In dit bestand staat geen enkel blad dat we kennen.",
                f"Noem de bladen (of csv-bestanden): {', '.join(BLADEN)}.",
            )
        )  # fmt: skip
    return gelezen


def _lees_blad(
    blad: type[Blad], werkblad: Werkblad, naslag: Naslag, gelezen: Gelezen, onleesbaar: set[str]
) -> Iterator[Rij]:
    nummer_kop = _zoek_kop(blad, werkblad.rijen)
    gelezen.koprij[blad.naam] = nummer_kop
    gelezen.kolommen[blad.naam] = set()
    if nummer_kop == 0:
        return
    plekken = _plekken(blad, werkblad.rijen[nummer_kop - 1], nummer_kop, gelezen)
    gelezen.kolommen[blad.naam] = {naam for naam, _ in plekken.values()}
    ontbrekend = [n for n in blad.sleutelkolommen() if n not in gelezen.kolommen[blad.naam]]
    for naam in ontbrekend:
        wat = f"De verplichte kolom {naam} ontbreekt."
        doe = f"Zet in rij {nummer_kop} een kolom met de kop {naam}."
        gelezen.fouten.append(Melding(blad.naam, nummer_kop, naam, "", wat, doe))
    lezer = _Celllezer(naslag, werkblad.is_csv)
    for nummer, cellen in enumerate(werkblad.rijen[nummer_kop:], start=nummer_kop + 1):
        rij = Rij(blad.naam, nummer)
        kapot = onleesbaar and {
            letters(k + 1) for k in plekken if f"{letters(k + 1)}{nummer}" in onleesbaar
        }
        if not any(cel is not None for cel in cellen) and not kapot:
            continue
        for plek, (naam, kolom) in plekken.items():
            if kapot and letters(plek + 1) in kapot:
                rij.stuk.add(naam)
                wat = "Deze cel bevat een fout, of een formule zonder uitkomst."
                doe = "Herstel de formule, of vul de waarde zelf in."
                gelezen.fouten.append(rij.melding(naam, wat, doe))
            elif plek < len(cellen) and cellen[plek] is not None:
                lezer.lees(rij, naam, kolom, cellen[plek], gelezen)
        if not rij.ruw and not rij.stuk:
            continue
        _eis_sleutels(blad, rij, ontbrekend, gelezen)
        yield rij


def _zoek_kop(blad: type[Blad], rijen: list[list]) -> int:
    """The number of the header: the first row that names a key column, else the first that holds
    anything; 0 for an empty sheet."""
    sleutels = {herkenbaar(naam) for naam in blad.sleutelkolommen()}
    eerste = 0
    for nummer, cellen in enumerate(rijen, start=1):
        gevuld = {herkenbaar(als_tekst(cel)) for cel in cellen if cel is not None}
        if gevuld & sleutels:
            return nummer
        eerste = eerste or (nummer if gevuld else 0)
        if eerste and nummer - eerste >= ZOEK_KOP_IN:
            break
    return eerste


def _plekken(
    blad: type[Blad], kop: list, nummer: int, gelezen: Gelezen
) -> dict[int, tuple[str, Kolom]]:
    """Which column stands where; columns that we do not know are reported."""
    bekend = {herkenbaar(naam): (naam, kolom) for naam, kolom in blad.kolommen().items()}
    plekken: dict[int, tuple[str, Kolom]] = {}
    for plek, cel in enumerate(kop):
        if cel is None or not als_tekst(cel).strip():
            continue
        gevonden = bekend.get(herkenbaar(als_tekst(cel)))
        if gevonden is None:
            gelezen.onbekende_kolommen.append((blad.naam, toonbaar(cel)))
        elif gevonden in plekken.values():
            wat = f"De kolom {gevonden[0]} staat twee keer op dit blad."
            gelezen.fouten.append(
                Melding(blad.naam, nummer, gevonden[0], toonbaar(cel), wat, "Haal er een weg.")
            )
        else:
            plekken[plek] = gevonden
    return plekken


class _Celllezer:
    """Reads cells; what was read before in the same column is remembered, for codes repeat."""

    def __init__(self, naslag: Naslag, is_csv: bool):
        self.naslag = naslag
        self.is_csv = is_csv
        self._eerder: dict = {}

    def lees(self, rij: Rij, naam: str, kolom: Kolom, cel, gelezen: Gelezen) -> None:
        """Put the value of one cell in the row, or a fault in the report."""
        if isinstance(cel, str):
            cel = zonder_voorvoegsel(cel) if self.is_csv else cel
            if not cel.strip():
                return
        rij.ruw[naam] = cel
        if isinstance(cel, str) and cel.strip() == "-":
            self._wis(rij, naam, kolom, gelezen)
            return
        sleutel = (naam, type(cel), cel)
        if sleutel in self._eerder:
            rij.waarden[naam] = self._eerder[sleutel]
            return
        try:
            waarde = kolom.widget.clean(cel, naslag=self.naslag)
        except Ongeldig as fout:
            rij.stuk.add(naam)
            gelezen.fouten.append(rij.melding(naam, fout.wat, fout.doe))
        else:
            self._eerder[sleutel] = rij.waarden[naam] = waarde

    @staticmethod
    def _wis(rij: Rij, naam: str, kolom: Kolom, gelezen: Gelezen) -> None:
        if kolom.verplicht:
            rij.stuk.add(naam)
            wat, doe = "Deze cel mag niet leeg worden gemaakt.", "Vul een waarde in."
            gelezen.fouten.append(rij.melding(naam, wat, doe))
        else:
            rij.waarden[naam] = WIS


def _eis_sleutels(blad: type[Blad], rij: Rij, ontbrekend: Iterable[str], gelezen: Gelezen) -> None:
    for naam in blad.sleutelkolommen():
        if naam not in rij.waarden and rij.heel(naam):
            rij.stuk.add(naam)
            if naam not in ontbrekend:
                gelezen.fouten.append(rij.melding(naam, "Deze cel is leeg.", f"Vul {naam} in."))
