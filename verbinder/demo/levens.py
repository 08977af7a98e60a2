"""What happened to each invented person, as rows of the workbook of the exchange format."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from verbinder.demo.namen import (
    AANBIEDERS,
    ACHTERNAMEN,
    NOTITIES,
    VOORNAMEN,
    WERKGEVERS,
)

SOORTEN = {
    1: ("voorinburgering", "meedoenbalie", "vroege_intake", "taalstage"),
    2: ("branche_leerwerktraject", "groepstraject", "vaktaal", "proefplaatsing"),
    3: ("startbaan", "werkervaringsplaats", "leerwerktraject", "jobhunting", "duaal_traject"),
    4: ("diplomawaardering", "uaf_traject", "schakeltraject", "mentor"),
}
EINDREDENEN = (
    ("doel_bereikt", 34),
    ("doorstroom_ander_traject", 20),
    ("werk_elders_gevonden", 10),
    ("onderwijs", 6),
    ("niet_verschenen_geen_contact", 7),
    ("persoonlijke_omstandigheden", 6),
    ("zorgtaken_kinderopvang", 5),
    ("taal_onvoldoende", 5),
    ("reisafstand", 2),
    ("aanbieder_gestopt", 2),
    ("onbekend", 3),
)
PLAATSINGSOORTEN = (
    ("betaald_werk", 52),
    ("ondernemerschap", 4),
    ("bbl", 10),
    ("onderwijs", 6),
    ("proefplaatsing", 8),
    ("werkervaringsplaats", 10),
    ("stage_praktijkleren", 4),
    ("vrijwilligerswerk", 6),
)
BETAALD = ("betaald_werk", "ondernemerschap", "bbl")
MEESTE_TRAJECTEN = 5
CONTRACTEN = (("bepaald", 55), ("uitzend", 20), ("onbepaald", 15), ("oproep", 10))


@dataclass
class Werkmaprijen:
    """The rows of one workbook, by sheet."""

    bladen: dict[str, list[dict]] = field(default_factory=lambda: defaultdict(list))

    def voeg_toe(self, blad: str, **rij) -> None:
        self.bladen[blad].append({k: "" if v is None else str(v) for k, v in rij.items()})


@dataclass
class Leven:
    """One person on the way, told from aanmelding to today."""

    kans: Random
    vandaag: date
    kenmerk: str
    gemeente: str
    azc: str
    contactpersoon: str | None
    rijen: Werkmaprijen
    aangemeld_op: date = date.min
    geboortejaar: int = 0
    vestiging: date | None = None
    opleiding: str = "onbekend"

    def vertel(self) -> None:
        """Write every row of this person."""
        k = self.kans
        self.aangemeld_op = self._terug(k.choice((k.randint(10, 360), k.randint(200, 1_000))))
        leeftijd = k.choices((k.randint(18, 45), k.randint(46, 64), 17, 68), (70, 26, 2, 2))[0]
        self.geboortejaar = self.vandaag.year - leeftijd
        self.opleiding = k.choices(("laag", "middelbaar", "hoog", "onbekend"), (38, 28, 22, 12))[0]
        self._verblijf()
        self._persoon()
        trajecten = self._trajecten()
        self._uitkering_en_werk(trajecten)
        self._contact()

    def _terug(self, dagen: int) -> date:
        return self.vandaag - timedelta(days=dagen)

    def _verder(self, dag: date, kort: int, lang: int) -> date:
        return dag + timedelta(days=self.kans.randint(kort, lang))

    def _verblijf(self) -> None:
        azc_vanaf = self._verder(self.aangemeld_op, -400, -60)
        fase = self.kans.choices(("azc", "koppeling", "vestiging"), (12, 14, 74))[0]
        koppeling = self.aangemeld_op - timedelta(days=self.kans.randint(0, 40))
        self.vestiging = None
        if fase == "vestiging":
            self.vestiging = min(self._verder(koppeling, 10, 110), self.vandaag)
        voeg_toe = self.rijen.voeg_toe
        azc_tot = self.vestiging - timedelta(days=1) if self.vestiging else None
        basis = {"kenmerk": self.kenmerk}
        voeg_toe(
            "verblijf", **basis, soort="azc", gemeente=self.azc, van=azc_vanaf, tot_en_met=azc_tot
        )
        if fase != "azc":
            voeg_toe(
                "verblijf",
                **basis,
                soort="koppeling",
                gemeente=self.gemeente,
                van=koppeling,
                tot_en_met=azc_tot,
            )
        if self.vestiging:
            voeg_toe(
                "verblijf",
                **basis,
                soort="vestiging",
                gemeente=self.gemeente,
                van=self.vestiging,
                tot_en_met=None,
            )

    def _persoon(self) -> None:
        k = self.kans
        wet = k.choices(
            ("wi2021", "wi2013", "niet_inburgeringsplichtig", "onbekend"), (66, 24, 5, 5)
        )[0]
        bekend = self._verder(self.aangemeld_op, -200, -30)
        if wet == "wi2013":
            bekend = date(2021, 12, 31) - timedelta(days=k.randint(30, 900))
        elif bekend < date(2022, 1, 1):
            bekend = date(2022, 1, 1) + timedelta(days=k.randint(0, 300))
        afgesloten = None
        if k.random() < 0.07:
            afgesloten = min(self._verder(self.aangemeld_op, 150, 500), self.vandaag)
        waardering = self._verder(self.aangemeld_op, 20, 200)
        vraagt = self.opleiding == "hoog" and k.random() < 0.7 and waardering <= self.vandaag
        klaar = self._verder(waardering, 25, 60)
        heeft_leerroute = wet == "wi2021" and k.random() < 0.85
        self.rijen.voeg_toe(
            "statushouders",
            kenmerk=self.kenmerk,
            voornaam=k.choice(VOORNAMEN),
            achternaam=k.choice(ACHTERNAMEN),
            geboortejaar=self.geboortejaar,
            geslacht=k.choices(("m", "v", "x", "onbekend"), (56, 42, 1, 1))[0],
            doelgroep=k.choices(
                ("asielstatushouder", "kansrijke_asielzoeker", "gezinsmigrant"), (86, 7, 7)
            )[0],
            wet=wet,
            datum_bekendmaking=bekend if wet != "onbekend" else None,
            leerroute=k.choices(("b1", "onderwijs", "z"), (60, 12, 28))[0]
            if heeft_leerroute
            else None,
            opleidingsniveau=self.opleiding,
            taalniveau=k.choices(("a0", "a1", "a2", "b1", "b2", "onbekend"), (8, 24, 34, 22, 5, 7))[
                0
            ],
            termijn_einde=self._verder(self.vandaag, -60, 900) if wet == "wi2021" else None,
            aangemeld_op=self.aangemeld_op,
            afgesloten_op=afgesloten,
            datum_brede_intake=self.vestiging,
            datum_pip=self._verder(self.vestiging, 20, 70)
            if heeft_leerroute and self.vestiging and self.vestiging < self._terug(70)
            else None,
            diplomawaardering_aangevraagd_op=waardering if vraagt else None,
            diplomawaardering_afgerond_op=klaar if vraagt and klaar <= self.vandaag else None,
            contactpersoon=self.contactpersoon,
        )

    def _trajecten(self) -> list[tuple[str, date, date | None]]:
        """One traject after another until today, now and then two at once; some have none yet."""
        k, gemaakt = self.kans, []
        dag = self._verder(self.aangemeld_op, 5, 110)
        while dag <= self.vandaag and len(gemaakt) < MEESTE_TRAJECTEN and k.random() < 0.86:
            einde = self._verder(dag, 60, 330)
            loopt = einde > self.vandaag
            lijn = self._actielijn(dag)
            referentie = f"{self.kenmerk}-T{len(gemaakt) + 1}"
            self.rijen.voeg_toe(
                "trajecten",
                traject=referentie,
                kenmerk=self.kenmerk,
                actielijn=lijn,
                soort=k.choice(SOORTEN[lijn]),
                aanbieder=k.choice(AANBIEDERS),
                begindatum=dag,
                einddatum=None if loopt else einde,
                eindreden=None if loopt else _loot(k, EINDREDENEN),
            )
            gemaakt.append((referentie, dag, None if loopt else einde))
            tegelijk = k.random() < 0.12
            dag = self._verder(dag if tegelijk else einde, 15, 90)
        return gemaakt

    def _actielijn(self, dag: date) -> int:
        """Number 1 until somebody lives in a gemeente, then one of the others."""
        if self.vestiging is None or dag < self.vestiging:
            return 1
        return self.kans.choices((2, 3, 4), (28, 52, 20))[0]

    def _uitkering_en_werk(self, trajecten: list[tuple[str, date, date | None]]) -> None:
        k = self.kans
        banen = [self._plaatsing(traject) for traject in trajecten if k.random() < 0.5]
        baan = next((dag for dag in banen if dag), None)
        if not self.vestiging or k.random() < 0.06:
            return
        stopt = baan and baan < self.vandaag and k.random() < 0.8
        einde = self._verder(baan, 0, 25) if stopt else None
        if einde and einde >= self.vandaag:
            einde = None
        basis = {"kenmerk": self.kenmerk}
        begin = self.vestiging
        if einde and einde < begin:
            return
        self.rijen.voeg_toe("uitkering", **basis, soort="bijstand", van=begin, tot_en_met=einde)
        if einde and k.random() < 0.3:
            self.rijen.voeg_toe(
                "uitkering",
                **basis,
                soort="bijstand_aanvullend",
                van=einde + timedelta(days=1),
                tot_en_met=None,
            )

    def _plaatsing(self, traject: tuple[str, date, date | None]) -> date | None:
        k = self.kans
        referentie, begin, einde = traject
        dag = self._verder(einde or begin, -20 if einde else 30, 40 if einde else 120)
        if dag > self.vandaag:
            return None
        soort = _loot(k, PLAATSINGSOORTEN)
        werkgever, sector = k.choice(WERKGEVERS)
        gestopt = k.random() < 0.25
        slot = self._verder(dag, 40, 260)
        betaald = soort in BETAALD
        contract = {"ondernemerschap": "zzp", "bbl": "leerovereenkomst"}.get(soort)
        self.rijen.voeg_toe(
            "plaatsingen",
            plaatsing=f"{referentie}-P",
            kenmerk=self.kenmerk,
            traject=referentie,
            soort=soort,
            werkgever=None if soort in ("ondernemerschap", "onderwijs") else werkgever,
            sector=sector,
            begindatum=dag,
            einddatum=slot if gestopt and slot <= self.vandaag else None,
            uren_per_week=k.choice((16, 20, 24, 28, 32, 36)),
            contractvorm=contract or (_loot(k, CONTRACTEN) if betaald else "geen"),
            functieniveau=k.choices(("laag", "middelbaar", "hoog", "onbekend"), (50, 30, 12, 8))[0],
            afspraak_werkgever="ja" if k.random() < 0.35 else "nee",
            loonkostensubsidie="ja" if betaald and k.random() < 0.12 else "nee",
        )
        return dag if betaald else None

    def _contact(self) -> None:
        k = self.kans
        dag = self._terug(k.choices((k.randint(1, 28), k.randint(31, 75)), (82, 18))[0])
        for _ in range(k.randint(2, 7)):
            if dag < self.aangemeld_op:
                break
            self.rijen.voeg_toe(
                "contactmomenten",
                kenmerk=self.kenmerk,
                datum=dag,
                soort=k.choices(
                    ("gesprek", "telefoon", "bericht", "werkgeversbezoek", "geen_gehoor"),
                    (34, 38, 14, 6, 8),
                )[0],
                notitie=k.choice(NOTITIES),
            )
            dag -= timedelta(days=k.randint(12, 50))


def _loot(kans: Random, gewichten: tuple[tuple[str, int], ...]) -> str:
    return kans.choices([naam for naam, _ in gewichten], [gewicht for _, gewicht in gewichten])[0]
