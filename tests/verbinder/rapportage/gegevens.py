"""Invented people for the tests of the report: enough of them, and the same every time."""

import random
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from unittest import mock

from regio.models import Arbeidsmarktregio, Gemeente, Trajectsoort
from regio.rijrechten import bereik_transactie
from regio.toegang import Bereik
from statushouders.codes import (
    BETAALD,
    Contractvorm,
    Doelgroep,
    Eindreden,
    Geslacht,
    Leerroute,
    Niveau,
    Plaatsingsoort,
    Uitkeringsoort,
    Verblijfsoort,
    Wet,
)
from statushouders.models import (
    Levering,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
)
from verbinder.indicatoren.regiometing import meet_regio

DAG = date(2026, 6, 30)
GELEVERD_OP = datetime(2026, 6, 15, 10, tzinfo=UTC)


def regio(code: str = "AM12") -> Arbeidsmarktregio:
    return Arbeidsmarktregio.objects.get(code=code)


def gemeenten_van(regio_: Arbeidsmarktregio, op: date = DAG) -> list[Gemeente]:
    return list(Gemeente.objects.in_regio(regio_, op=op).order_by("code"))


def bereik_over(regio_: Arbeidsmarktregio) -> Bereik:
    """May open every dossier of the region, as on the peildatum."""
    alle = frozenset(g.pk for g in gemeenten_van(regio_))
    return Bereik(
        gemeenten=alle,
        regios=frozenset({regio_.pk}),
        cijfergemeenten=alle,
        cijferregios=frozenset({regio_.pk}),
    )


def lever_aan(regio_: Arbeidsmarktregio, gemeenten=None, op: datetime = GELEVERD_OP) -> Levering:
    """Say that these gemeenten (all) delivered."""
    levering = Levering.objects.create(
        regio=regio_,
        leverancier=regio_.code,
        op=op,
        bestandsnaam="levering.xlsx",
        sha256="0" * 64,
    )
    levering.gemeenten.set(gemeenten_van(regio_) if gemeenten is None else gemeenten)
    return levering


def vul(regio_: Arbeidsmarktregio, aantal: int = 300, zaad: int = 1, gemeenten=None) -> None:
    """Register `aantal` people with a verblijf, bijstand, and often a traject and a plaatsing."""
    with bereik_transactie(bereik_over(regio_)):
        Vuller(regio_, zaad, gemeenten).vul(aantal)


class Vuller:
    """Deals out lives from one seed."""

    def __init__(self, regio_: Arbeidsmarktregio, zaad: int, gemeenten=None):
        self.regio = regio_
        self.kans = random.Random(zaad)
        self.gemeenten = gemeenten or gemeenten_van(regio_)
        self.gewichten = [1 + 3 * plek for plek in range(len(self.gemeenten))][::-1]
        self.soorten = list(Trajectsoort.objects.filter(regio=None).order_by("code"))
        self.zaad = zaad

    def vul(self, aantal: int) -> None:
        personen = Statushouder.objects.bulk_create(self._persoon() for _ in range(aantal))
        # The dossier is already placed; from here on each row belongs to its person.
        Verblijf.objects.bulk_create(v for p in personen for v in self._verblijven(p))
        trajecten = Traject.objects.bulk_create(t for p in personen for t in self._trajecten(p))
        plaatsingen = Plaatsing.objects.bulk_create(
            p for t in trajecten for p in self._plaatsingen(t)
        )
        werk = {p.statushouder_id: p.begindatum for p in plaatsingen if p.soort in BETAALD}
        Uitkering.objects.bulk_create(
            u for p in personen for u in self._uitkering(p, werk.get(p.pk))
        )

    def _persoon(self) -> Statushouder:
        kans = self.kans
        gemeente = kans.choices([*self.gemeenten, None], [*self.gewichten, 3])[0]
        wet = kans.choices(list(Wet), [70, 18, 1, 8, 3])[0]
        return Statushouder(
            dossiergemeente=gemeente,
            dossierregio=self.regio,
            geboortejaar=kans.randint(1958, 2008),
            geslacht=kans.choices(list(Geslacht), [50, 46, 1, 3])[0],
            doelgroep=kans.choices(list(Doelgroep), [80, 8, 9, 3])[0],
            wet=wet,
            leerroute=kans.choice(list(Leerroute)) if wet == Wet.WI2021 else Leerroute.NVT,
            opleidingsniveau=kans.choice(list(Niveau)),
            aangemeld_op=self._dag(900, 30),
        )

    def _verblijven(self, persoon):
        sinds = persoon.aangemeld_op - timedelta(days=60)
        soort = Verblijfsoort.VESTIGING if persoon.dossiergemeente else Verblijfsoort.AZC
        plaats = persoon.dossiergemeente or self.gemeenten[0]
        yield Verblijf(statushouder=persoon, soort=soort, gemeente=plaats, van=sinds)

    def _uitkering(self, persoon, werk_vanaf: date | None):
        """Bijstand from the aanmelding; of who finds paid work half leave it, some in part."""
        if self.kans.random() > 0.8:
            return
        lot = self.kans.random() if werk_vanaf and werk_vanaf > persoon.aangemeld_op else 1
        einde = werk_vanaf + timedelta(days=10) if lot < 0.75 else None
        yield Uitkering(
            statushouder=persoon,
            soort=Uitkeringsoort.BIJSTAND,
            van=persoon.aangemeld_op,
            tot_en_met=einde,
        )
        if 0.5 < lot < 0.75:
            yield Uitkering(
                statushouder=persoon,
                soort=Uitkeringsoort.AANVULLEND,
                van=einde + timedelta(days=1),
            )

    def _trajecten(self, persoon):
        for nummer in range(self.kans.choices([0, 1, 2], [25, 60, 15])[0]):
            begin = max(persoon.aangemeld_op, self._dag(500, 5))
            af = self.kans.random() < 0.4 and begin < DAG - timedelta(days=60)
            einde = begin + timedelta(days=self.kans.randint(30, 60)) if af else None
            soort = self.kans.choice(self.soorten)
            yield Traject(
                statushouder=persoon,
                leverancier=self.regio.code,
                referentie=f"t{self.zaad}-{persoon.pk}-{nummer}",
                actielijn=soort.actielijn,
                soort=soort,
                begindatum=begin,
                einddatum=einde,
                eindreden=self._eindreden() if einde else "",
            )

    def _eindreden(self) -> str:
        return self.kans.choices(
            [Eindreden.DOEL_BEREIKT, Eindreden.WERK_ELDERS, Eindreden.TAAL, Eindreden.ONBEKEND],
            [55, 15, 20, 10],
        )[0]

    def _plaatsingen(self, traject):
        if self.kans.random() < 0.5:
            begin = traject.begindatum + timedelta(days=self.kans.randint(0, 120))
            yield Plaatsing(
                statushouder=traject.statushouder,
                traject=traject,
                leverancier=self.regio.code,
                referentie=f"p-{traject.referentie}",
                soort=self.kans.choices(list(Plaatsingsoort), [50, 4, 8, 8, 8, 8, 7, 7])[0],
                begindatum=begin,
                uren_per_week=self.kans.choice([8, 16, 24, 32, 36]),
                contractvorm=self.kans.choice(list(Contractvorm)),
                functieniveau=self.kans.choice(list(Niveau)),
                afspraak_werkgever=self.kans.random() < 0.4,
            )

    def _dag(self, meest: int, minst: int) -> date:
        return DAG - timedelta(days=self.kans.randint(minst, meest))


@contextmanager
def klein_tabellenboek():
    """Inside, a report has its headlines and two breakdowns: a tenth of the cells and the time."""
    tabellen = ("gemeente", "actielijn")
    klein = partial(meet_regio, tabellen=tabellen)
    with mock.patch("verbinder.rapportage.cijfers.meet_regio", klein):
        yield
