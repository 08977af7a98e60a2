"""The audit: try to work back every secret cell, and leave out tables until nobody can.

Attackers are an outsider, who reads everything that is published now and before, and each gemeente,
which also knows its own share of every cell. See docs/kleine-aantallen.md.
"""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from verbinder.indicatoren.uitsplitsingen import delen
from verbinder.onthulling.cellen import Tabel
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.geloof import Geloven
from verbinder.onthulling.model import Model
from verbinder.onthulling.relaties import NU
from verbinder.onthulling.verslag import Aanvaller, Auditverslag, Weglating
from verbinder.onthulling.zoeken import Zoeker

# done, to do: pairs of an attacker and a secret.
Voortgang = Callable[[int, int], None]
MELD_OM_DE = 0.5  # seconds


class TijdOm(Exception):
    """The audit may not take longer."""


@dataclass(frozen=True, slots=True)
class Gebroken:
    """A secret that an attacker narrows too far, or of which that could not be decided."""

    zoeker: Zoeker
    aanvaller: int
    nummer: int
    onbeslist: bool = False

    @property
    def moment(self) -> int:
        """In which publication the secret stands."""
        return self.zoeker.geheim(self.nummer).sleutel.moment

    @property
    def tabel(self) -> Tabel:
        """In which table the secret stands."""
        return self.zoeker.geheim(self.nummer).tabel


def audit(
    publicatie: Publicatie,
    eerdere: Sequence[Publicatie] = (),
    *,
    stromen: Mapping[str, str] | None = None,
    samen: Iterable[Collection[str]] = (),
    voortgang: Voortgang | None = None,
    seconden_per_cel: float = 5.0,
    seconden_totaal: float = 900.0,
    seconden_geloof: float = 120.0,
) -> Auditverslag:
    """Attack a publication, and say what to leave out of it.

    `eerdere` are publications that readers also hold: of the half-year before and after, and other
    ones of this half-year, each with what its own audit left out. `stromen` names cumulative
    quantities: code -> code of the figure of the half-year that it adds up. `samen` are sets of
    gemeenten whose figures one person knows. A cell that is undecided after
    `seconden_per_cel` counts as broken; after `seconden_totaal` the verdict is `klaar=False`. When
    the publication is safe from all that is true, readers who believe too much are searched
    for at most `seconden_geloof` more; the verdict says when that was not enough.
    """
    model = Model(publicatie, eerdere, stromen, samen)
    ronde = _Audit(model, publicatie.regel.smalste, seconden_per_cel)
    ronde.tot = ronde.begin + seconden_totaal
    ronde.seconden_geloof = seconden_geloof
    ronde.voortgang = voortgang
    try:
        while gebroken := ronde.zoek():
            ronde.laat_weg(gebroken)
    except TijdOm:
        # Leaving out takes away only: what was safe from the truth is safe still.
        if ronde.is_veilig:
            return ronde.verslag(publicatie.regel.naam, klaar=True, gelovigen_klaar=False)
        reden = (
            f"De controle op kleine aantallen was na {seconden_totaal:.0f} seconden niet klaar. "
            "Start haar opnieuw, of kies een strengere regel."
        )
        return ronde.verslag(publicatie.regel.naam, klaar=False, reden=reden)
    ronde.meld()
    return ronde.verslag(publicatie.regel.naam, klaar=True)


class _Audit:
    def __init__(self, model: Model, smalste: int, seconden_per_cel: float):
        self.begin = time.monotonic()
        self.tot = self.begin
        self.seconden_geloof = 0.0
        # Whether nobody who holds to what is true can find anything.
        self.is_veilig = False
        self.voortgang: Voortgang | None = None
        self._gemeld = self.begin
        self._model = model
        self._seconden = seconden_per_cel
        self._zoeker = Zoeker(model, smalste, seconden_per_cel)
        self._weggelaten: list[Weglating] = []
        self._eerder: list[int] = []
        # The same searches for who knows only the earlier publications.
        self._zonder: dict[Zoeker, Zoeker] = {}
        self._geloven = Geloven(model, self._zoeker, seconden_per_cel, self._bewaak)
        # Who searches now, and how many pairs each began with.
        self._zoekers = [self._zoeker]
        self._te_doen = {self._zoeker: int(self._zoeker.open().sum())}

    # Finding what is broken

    def zoek(self) -> list[Gebroken]:
        """Secrets that are broken now, at most one per table. None: the publication is safe."""
        gebroken = self._zonder_oplosser(self._zoeker) or self._zoek_met(self._zoeker)
        if gebroken:
            return gebroken
        self._veilig_vanaf_nu()
        gelovigen = self._geloven.zoekers()
        self._zoekers = [self._zoeker, *gelovigen]
        for zoeker in gelovigen:
            self._te_doen.setdefault(zoeker, int(zoeker.open().sum()))
        return self._van_allen(self._zonder_oplosser, gelovigen) or self._van_allen(
            self._zoek_met, gelovigen
        )

    def _veilig_vanaf_nu(self) -> None:
        if not self.is_veilig:
            self.is_veilig = True
            self.tot = min(self.tot, time.monotonic() + self.seconden_geloof)

    def _van_allen(
        self, zoek: Callable[[Zoeker], list[Gebroken]], zoekers: Sequence[Zoeker]
    ) -> list[Gebroken]:
        return [gebroken for zoeker in zoekers for gebroken in zoek(zoeker)]

    def _zonder_oplosser(self, zoeker: Zoeker) -> list[Gebroken]:
        return self._per_tabel(zoeker, zoeker.smal_volgens_intervallen())

    def _zoek_met(self, zoeker: Zoeker) -> list[Gebroken]:
        """What is broken for these attackers."""
        for blok, ook_apart in zoeker.fasen():
            zoeker.doorzoek(blok, ook_apart=ook_apart)
            self._bewaak()
        gebroken = self._per_tabel(zoeker, zoeker.open_paren(), zoeker.kan_breed)
        if gebroken:
            return gebroken
        return self._per_tabel(zoeker, zoeker.open_paren(), zoeker.duw, onbeslist=True)

    def _per_tabel(
        self,
        zoeker: Zoeker,
        paren: Iterable[tuple[int, int]],
        is_veilig: Callable[[int, int], bool] = lambda aanvaller, nummer: False,
        *,
        onbeslist: bool = False,
    ) -> list[Gebroken]:
        """The first broken pair of each table, crossings first."""
        gevonden: dict[tuple[int, Tabel], Gebroken] = {}
        for aanvaller, nummer in sorted(paren, key=partial(_volgorde, zoeker)):
            geheim = zoeker.geheim(nummer)
            tabel = geheim.sleutel.moment, geheim.tabel
            if tabel not in gevonden and not is_veilig(aanvaller, nummer):
                gevonden[tabel] = Gebroken(zoeker, aanvaller, nummer, onbeslist)
            self._bewaak()
        return list(gevonden.values())

    def _bewaak(self) -> None:
        nu = time.monotonic()
        if nu > self._gemeld + MELD_OM_DE:
            self.meld()
            self._gemeld = nu
        if nu > self.tot:
            raise TijdOm

    def meld(self) -> None:
        """Say how far it is."""
        if self.voortgang is not None:
            te_doen = sum(self._te_doen[zoeker] for zoeker in self._zoekers)
            self.voortgang(te_doen - sum(int(z.open().sum()) for z in self._zoekers), te_doen)

    # Leaving out

    def laat_weg(self, gebroken: Sequence[Gebroken]) -> None:
        """Leave out tables for the deepest broken cells; shallower ones may be safe after that.

        Of each breakdown or crossing one indicator at a time: often the next is safe then.
        """
        stappen = [(g, self._stap(g)) for g in self._eerst(gebroken) if not self._was_eerder(g)]
        diepst = max((_diepte(stap[0]) for _, stap in stappen), default=0)
        gedaan: set[str] = set()
        weg: set[Tabel] = set()
        for gebrokene, stap in stappen:
            soorten = {tabel.uitsplitsing for tabel in stap}
            if _diepte(stap[0]) < diepst or soorten & gedaan:
                continue
            gedaan |= soorten
            weg |= set(stap)
            self._weggelaten += [self._weglating(gebrokene, tabel) for tabel in stap]
        self._model.laat_weg(weg)
        self._zoeker.neem_grenzen_over()
        self._geloven.neem_grenzen_over()

    def _eerst(self, gebroken: Sequence[Gebroken]) -> Iterable[Gebroken]:
        """Those of this publication: what is left out for them is often enough for earlier ones.
        When only those remain, one of each table, whoever finds it."""
        van_nu = [g for g in gebroken if g.moment == NU]
        return van_nu or {(g.moment, g.tabel): g for g in gebroken}.values()

    def _stap(self, gebroken: Gebroken) -> list[Tabel]:
        """What to leave out next for this cell: its crossings, its breakdown, last its headline."""
        geheim = gebroken.zoeker.geheim(gebroken.nummer)
        if gebroken.moment != NU:
            return self._minste(gebroken)
        langs = set(delen(geheim.tabel.uitsplitsing))
        dieper = [
            tabel
            for tabel in self._model.getoonde_tabellen()
            if tabel.indicator == geheim.tabel.indicator
            and _diepte(tabel) > _diepte(geheim.tabel)
            and langs <= set(delen(tabel.uitsplitsing))
        ]
        return _diepste(dieper) or [geheim.tabel]

    def _minste(self, gebroken: Gebroken) -> list[Tabel]:
        """As little as must be left out now to keep a secret of an earlier publication, crossings
        rather than breakdowns, headlines last."""

        def veilig(weg: Sequence[Tabel]) -> bool:
            zoeker, paar = gebroken.zoeker.zonder(weg), (gebroken.aanvaller, gebroken.nummer)
            return zoeker.kan_breed(*paar) and (not gebroken.onbeslist or zoeker.duw(*paar))

        getoond = self._model.getoonde_tabellen()
        return _nodig(veilig, [], sorted(getoond, key=lambda tabel: (-_diepte(tabel), tabel)))

    def _was_eerder(self, gebroken: Gebroken) -> bool:
        """Whether earlier publications alone give this secret of theirs away: nothing that we
        leave out now can help."""
        if gebroken.moment == NU:
            return False
        if self._model.getoonde_tabellen() and self._is_veilig_zonder(gebroken):
            return False
        gebroken.zoeker.negeer(gebroken.nummer)
        self._eerder.append(gebroken.nummer)
        return True

    def _is_veilig_zonder(self, gebroken: Gebroken) -> bool:
        zoeker = gebroken.zoeker
        if zoeker not in self._zonder:
            self._zonder[zoeker] = zoeker.zonder(self._model.getoonde_tabellen())
        paar = gebroken.aanvaller, gebroken.nummer
        return self._zonder[zoeker].kan_breed(*paar) and self._zonder[zoeker].duw(*paar)

    def _weglating(self, gebroken: Gebroken, tabel: Tabel) -> Weglating:
        geheim = gebroken.zoeker.geheim(gebroken.nummer)
        cel = " ".join((geheim.tabel.indicator, *geheim.sleutel[2:]))
        naam = gebroken.zoeker.model.aanvallers[gebroken.aanvaller]
        return Weglating(*tabel, cel=cel, aanvaller=naam, onbeslist=gebroken.onbeslist)

    # The verdict

    def verslag(
        self, regel: str, *, klaar: bool, reden: str = "", gelovigen_klaar: bool = True
    ) -> Auditverslag:
        kosten = self._zoeker.kosten
        return Auditverslag(
            regel=regel,
            klaar=klaar,
            gelovigen_klaar=klaar and gelovigen_klaar,
            reden=reden,
            weggelaten=tuple(self._weggelaten),
            aanvallers=tuple(self._aanvallers()),
            eerder_herleidbaar=tuple(
                " ".join(self._model.sleutels[nummer][1:]) for nummer in dict.fromkeys(self._eerder)
            ),
            tegenspraak=dict(self._model.tegenspraak),
            seconden_per_indicator={
                code: round(seconden, 3) for code, seconden in sorted(kosten.seconden.items())
            },
            seconden=round(time.monotonic() - self.begin, 3),
            oplossingen=kosten.oplossingen,
        )

    def _aanvallers(self) -> Iterator[Aanvaller]:
        for naam, breedtes in self._zoeker.breedtes().items():
            smalste = int(breedtes.min()) if len(breedtes) else None
            yield Aanvaller(naam, len(breedtes), smalste)


def _volgorde(zoeker: Zoeker, paar: tuple[int, int]) -> tuple:
    aanvaller, nummer = paar
    geheim = zoeker.geheim(nummer)
    return -_diepte(geheim.tabel), geheim.sleutel, aanvaller


def _diepte(tabel: Tabel) -> int:
    """0 for a headline, 1 for a breakdown, 2 for a crossing."""
    return len(delen(tabel.uitsplitsing))


def _nodig(
    veilig: Callable[[Sequence[Tabel]], bool], weg: list[Tabel], keus: list[Tabel]
) -> list[Tabel]:
    """The fewest of `keus`, early ones first, that make it safe when they are left out beside
    `weg`. Safe it is when all of them are."""
    if len(keus) <= 1:
        return keus
    helft = len(keus) // 2
    vroeg, laat = keus[:helft], keus[helft:]
    laat = [] if veilig(weg + vroeg) else _nodig(veilig, weg + vroeg, laat)
    vroeg = [] if laat and veilig(weg + laat) else _nodig(veilig, weg + laat, vroeg)
    return vroeg + laat


def _diepste(tabellen: Iterable[Tabel]) -> list[Tabel]:
    """The crossings among them, else the breakdowns, else the headlines."""
    alle = sorted(tabellen)
    diepst = max(map(_diepte, alle), default=0)
    return [tabel for tabel in alle if _diepte(tabel) == diepst]
