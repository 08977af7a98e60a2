"""The figures of one report: measured, and made fit to be published."""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from regio.models import Arbeidsmarktregio, Gemeente
from regio.perioden import Halfjaar
from regio.toegang import Gebied
from verbinder.indicatoren import INDICATOREN, Cijfer, Indicator, Maat, Plaats
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.regiometing import meet_regio
from verbinder.indicatoren.uitsnede import uitgesneden
from verbinder.indicatoren.uitsplitsingen import KRUIS, NOG_NIET_GEKOPPELD, TOTAAL, Categorieen
from verbinder.onthulling.cellen import Cel, Status, Tabel, woord
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.lijsten import SAMENGEVOEGD_HEET, heeft_samenvoeging
from verbinder.onthulling.regel import (
    OPENBARE_EENHEDEN,
    STANDAARD,
    Regel,
    publiceer,
    samengevoegde_cijfers,
)
from verbinder.rapportage.boek import ALLE, Boek, Rapportcel
from verbinder.rapportage.levering import Aanlevering, aanleveringen, niet_geleverd


@dataclass(frozen=True, kw_only=True)
class Cijferset:
    """The figures of a region and half-year as known at one moment, true and published.

    `cijfers` is what the published cells were made of: without the rows of gemeenten that did not
    deliver. `ware_cijfers` is for the internal file: there those gemeenten have what is known.
    `per_gemeente` is what each gemeente that delivered knows of itself, of all that is not zero.
    `boek` follows the rule and was not audited yet.
    """

    regio: Arbeidsmarktregio
    halfjaar: Halfjaar
    bekend_op: datetime
    regel: Regel
    aanleveringen: list[Aanlevering]
    cijfers: list[Cijfer]
    ware_cijfers: list[Cijfer]
    per_gemeente: dict[str, list[Cijfer]]
    boek: Boek

    @property
    def publicatie(self) -> Publicatie:
        """What would be published, for the audit."""
        return Publicatie(
            cijfers=self.cijfers,
            per_gemeente=aangevuld(self.per_gemeente, self.cijfers),
            regel=self.regel,
            niet_aangeleverd=niet_geleverd(self.aanleveringen),
        )

    def zonder(self, weggelaten: Iterable[tuple[str, str]]) -> "Cijferset":
        """The same with these tables left out of what is published."""
        return replace(self, boek=boek_zonder(self.boek, self.publicatie, weggelaten))

    def volgens(self, regel: Regel) -> "Cijferset":
        """The same figures published by another rule."""
        anders = replace(self, regel=regel)
        return replace(anders, boek=boek_zonder(self.boek, anders.publicatie, ()))

    @property
    def waar(self) -> dict[Plaats, Cijfer]:
        """The true value of every cell, those of merged lists too."""
        per_tabel: dict[Tabel, list[Cijfer]] = {}
        for cijfer in self.ware_cijfers:
            per_tabel.setdefault(Tabel(*cijfer.plaats[:2]), []).append(cijfer)
        samen = [
            som
            for tabel, rij in per_tabel.items()
            if heeft_samenvoeging(tabel.uitsplitsing) and tabel.indicator != "G1"
            for som in samengevoegde_cijfers(tabel, rij)
        ]
        return {cijfer.plaats: cijfer for cijfer in (*self.ware_cijfers, *samen)}


def meet_rapport(
    regio: Arbeidsmarktregio,
    halfjaar: Halfjaar,
    *,
    bekend_op: datetime,
    toen: bool = False,
    regel: Regel = STANDAARD,
) -> Cijferset:
    """Measure every figure of the region and apply the small-number rule.

    `bekend_op` decides who had delivered. With `toen` the figures are those that were known at
    that moment, from the history; else all that is known now. The figures are of the whole region,
    whoever asks: a report is its publication.
    """
    leveringen = aanleveringen(regio, halfjaar, bekend_op=bekend_op)
    zonder = niet_geleverd(leveringen)
    meting = Meting(Gebied(regio.pk), halfjaar, bekend_op=bekend_op if toen else None)
    geteld = meting_zonder(meting, zonder)
    with uitgesneden(meting):
        gemeten = meet_regio(geteld)
    alles = gemeten.alles
    cijfers = _zonder(alles, gemeten.geteld) if zonder else alles
    cellen = publiceer(cijfers, regel, niet_aangeleverd=zonder)
    if len(zonder) == len(leveringen):
        cellen = [_niet_aangeleverd(cel) for cel in cellen]
    return Cijferset(
        regio=regio,
        halfjaar=halfjaar,
        bekend_op=bekend_op,
        regel=regel,
        aanleveringen=leveringen,
        cijfers=cijfers,
        ware_cijfers=[
            waar if is_van(waar.plaats, zonder) else gepubliceerd
            for waar, gepubliceerd in zip(alles, cijfers, strict=True)
        ],
        per_gemeente=gemeten.per_gemeente,
        boek=Boek(_met_labels(cellen, Categorieen(meting.gebied, halfjaar))),
    )


def _niet_aangeleverd(cel: Cel) -> Cel:
    if cel.eenheid in OPENBARE_EENHEDEN:
        return cel
    return woord(cel, Status.NIET_AANGELEVERD, samengevoegd=cel.samengevoegd)


def boek_zonder(boek: Boek, publicatie: Publicatie, weggelaten: Iterable[tuple[str, str]]) -> Boek:
    """The book when these tables are left out of the publication that it was made of."""
    if not toont_iets(publicatie):
        return boek
    cellen = replace(publicatie, weggelaten=frozenset(weggelaten)).cellen()
    labels = {cel.plaats: cel.label for cel in boek}
    # Another rule may merge a list that the book has in full.
    return Boek(
        _rapportcel(cel, labels.get(cel.plaats) or SAMENGEVOEGD_HEET[cel.plaats.categorie])
        for cel in cellen
    )


def toont_iets(publicatie: Publicatie) -> bool:
    """Whether any gemeente delivered: else every figure of people says that none did."""
    return bool(set(publicatie.per_gemeente) - set(publicatie.niet_aangeleverd))


def aangevuld(
    per_gemeente: Mapping[str, list[Cijfer]], cijfers: Iterable[Cijfer]
) -> dict[str, list[Cijfer]]:
    """With nothing for each gemeente that is named and of which nothing counts."""
    genoemd = {
        c.plaats.categorie
        for c in cijfers
        if c.plaats.uitsplitsing == "gemeente" and c.eenheid not in OPENBARE_EENHEDEN
    }
    leeg_: dict[str, list[Cijfer]] = {code: [] for code in sorted(genoemd - {NOG_NIET_GEKOPPELD})}
    return leeg_ | dict(per_gemeente)


def meting_van(cijfers: Cijferset, *, toen: bool = False) -> Meting:
    """How the totals of a report are measured: without who did not deliver."""
    bekend_op = cijfers.bekend_op if toen else None
    meting = Meting(Gebied(cijfers.regio.pk), cijfers.halfjaar, bekend_op=bekend_op)
    return meting_zonder(meting, niet_geleverd(cijfers.aanleveringen))


def meting_zonder(meting: Meting, zonder: frozenset[str]) -> Meting:
    """The same without these gemeenten, and without who ended in them before the period.

    Who ended in a gemeente that delivered still counts: what began there may ripen in the period.
    """
    if not zonder:
        return meting
    leden = Gemeente.objects.in_regio_tijdens(meting.gebied.regio_id, meting.periode)
    opgegaan = Gemeente.objects.exclude(pk__in=leden)
    weg = set(zonder)
    while erbij := set(
        opgegaan.filter(opvolger__code__in=weg).exclude(code__in=weg).values_list("code", flat=True)
    ):
        weg |= erbij
    wel = frozenset(Gemeente.objects.exclude(code__in=weg).values_list("pk", flat=True))
    return replace(meting, gebied=replace(meting.gebied, gemeenten=wel))


def _zonder(alles: list[Cijfer], geteld: list[Cijfer]) -> list[Cijfer]:
    """The same cells of what is counted: "exclusief" means that the others are not."""
    per_plaats = {cijfer.plaats: cijfer for cijfer in geteld}
    return [per_plaats.get(cijfer.plaats) or leeg(cijfer) for cijfer in alles]


def leeg(cijfer: Cijfer) -> Cijfer:
    """The cell of a gemeente of which nothing counts."""
    if cijfer.maat in (Maat.PERCENTAGE, Maat.MEDIAAN):
        teller = 0 if cijfer.maat == Maat.PERCENTAGE else None
        return replace(cijfer, teller=teller, noemer=0, waarde=None)
    return replace(cijfer, teller=0, waarde=0)


def is_van(plaats: Plaats, gemeenten: frozenset[str]) -> bool:
    """Whether the cell speaks of one of these gemeenten."""
    delen = zip(plaats.uitsplitsing.split(KRUIS), plaats.categorie.split(KRUIS), strict=True)
    return any(deel == "gemeente" and code in gemeenten for deel, code in delen)


def _met_labels(cellen: Iterable[Cel], categorieen: Categorieen) -> Iterator[Rapportcel]:
    labels: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    # A gemeente that ended is in no list of the half-year, but what began there may ripen in it.
    geeindigd = dict(Gemeente.objects.exclude(tot_en_met=None).values_list("code", "naam"))
    for cel in cellen:
        indicator, uitsplitsing, categorie = cel.plaats
        if cel.tabel not in labels:
            lijsten = _labels(INDICATOREN[indicator], uitsplitsing, categorieen)
            labels[cel.tabel] = [ChainMap({}, lijst, geeindigd) for lijst in lijsten]
        yield _rapportcel(cel, _label(categorie, labels[cel.tabel]))


def _rapportcel(cel: Cel, label: str) -> Rapportcel:
    return Rapportcel(
        plaats=cel.plaats,
        label=label,
        eenheid=str(cel.eenheid),
        maat=str(cel.maat),
        status=str(cel.status),
        weergave=cel.weergave,
        getal=None if cel.gepubliceerd is None else Decimal(cel.gepubliceerd),
        teller=cel.teller,
        noemer=cel.noemer,
        samengevoegd=cel.samengevoegd,
    )


def _labels(
    indicator: Indicator, uitsplitsing: str, categorieen: Categorieen
) -> list[Mapping[str, str]]:
    """What people read for each code of a table, per side of a crossing."""
    if uitsplitsing == TOTAAL:
        return [{ALLE: "Totaal"}]
    return [
        ChainMap(categorieen.labels(indicator, deel), SAMENGEVOEGD_HEET)
        for deel in uitsplitsing.split(KRUIS)
    ]


def _label(categorie: str, labels: list[Mapping[str, str]]) -> str:
    codes = categorie.split(KRUIS)
    return ", ".join(zijde[code] for zijde, code in zip(labels, codes, strict=True))
