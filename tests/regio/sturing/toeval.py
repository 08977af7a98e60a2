"""Random bookings, and beside each the same in plain rows (tests/naief/geld.py)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from django.core.exceptions import ValidationError
from django.db import transaction

from regio.models import Besteding, Bijdrage, Doorschuiving, Gemeente, Verplichting
from regio.models.begroting import Boeking
from regio.services.boeken import laat_vervallen, neem_mee, storneer
from regio.services.boekregels import open_van
from regio.services.jaarafsluiting import open_verplichtingen, sluit_jaar_af, te_sluiten
from tests.naief.geld import Kas, Post
from tests.regio.sturing.boekhouding import Boekhouder

EERSTE, LAATSTE = date(2022, 1, 1), date(2024, 9, 15)
SOORTEN = ("du", "du", "spuk", "eigen")


class Toeval:
    """A bookkeeper who does whatever comes up. What is refused changes nothing, here or there."""

    def __init__(self, boeken: Boekhouder, zaad: int, gemeenten: list[Gemeente]):
        self.boeken, self.kans, self.gemeenten = boeken, Random(zaad), gemeenten
        self.kas = Kas()
        self.geboekt: list[tuple[Boeking, Post]] = []
        self.geweigerd = 0
        self.gesloten: list[int] = []

    def boek(self, aantal: int) -> None:
        """Try this many acts."""
        daden: list[Callable[[], None]] = [
            *[self.bijdrage] * 3, *[self.doorschuiving] * 2, *[self.verplichting] * 3,
            *[self.besteding] * 6, *[self.storno] * 2, self.verval, self.mee, self.sluit,
        ]  # fmt: skip
        self.bijdrage()
        for _ in range(aantal):
            try:
                with transaction.atomic():
                    self.kans.choice(daden)()
            except ValidationError:
                self.geweigerd += 1

    def bijdrage(self) -> None:
        soort, jaar = self._pot()
        datum = self._dag(date(jaar, 1, 1))
        boeking = self.boeken.bijdrage(self._bedrag(), jaar, str(datum), soort)
        self._onthoud(boeking, Post("bijdrage", datum, boeking.bedrag, f"{jaar}-{soort}"))

    def doorschuiving(self) -> None:
        soort, jaar = self._pot()
        van = self.kans.randint(jaar, 2024)
        naar = van + self.kans.randint(1, 2)
        boeking = self.boeken.doorschuiving(
            self._bedrag(), van, naar, soort=soort, herkomstjaar=jaar
        )
        self._onthoud(
            boeking,
            Post(
                "doorschuiving", date(van, 12, 31), boeking.bedrag, f"{jaar}-{soort}",
                naar_jaar=naar,
            ),
        )  # fmt: skip

    def verplichting(self) -> None:
        soort, jaar = self._pot()
        datum, kosten = self._dag(date(jaar, 1, 1)), self._kosten()
        boeking = self.boeken.verplichting(
            self._bedrag(), str(datum), soort=soort, herkomstjaar=jaar, **kosten
        )
        self._onthoud(boeking, self._post("verplichting", boeking))

    def besteding(self) -> None:
        soort, jaar = self._pot()
        datum = self._dag(date(jaar, 1, 1))
        gegevens = {"soort": soort, "herkomstjaar": jaar, **self._kosten()}
        if (keuze := self._een(Verplichting)) and self.kans.random() < 0.6:
            verplichting = keuze[0]
            gegevens["verplichting"] = verplichting
            datum = max(verplichting.datum, min(LAATSTE, date(verplichting.jaar, 12, 31)))
        aantal = self.kans.choice((0, 0, 1, 3, len(self.gemeenten)))
        gemeenten = self.kans.sample(self.gemeenten, min(aantal, len(self.gemeenten)))
        boeking = self.boeken.besteding(
            self._bedrag(), str(datum), gemeenten=gemeenten,
            verdeling=self.kans.choice(("gelijk", "inwoners")), **gegevens,
        )  # fmt: skip
        self._onthoud(boeking, self._post("besteding", boeking))

    def storno(self) -> None:
        keuze = self._een(Bijdrage, Doorschuiving, Verplichting, Besteding)
        if keuze is None:
            return
        boeking, post = keuze
        datum = self._dag(boeking.datum)
        terug = storneer(boeking=boeking, datum=datum, reden="toeval", **self.boeken.wie)
        self._onthoud(terug, self._terug(post, terug))

    def verval(self) -> None:
        if keuze := self._een(Verplichting):
            verplichting, post = keuze
            rest = open_van(verplichting)
            datum = max(verplichting.datum, min(LAATSTE, date(verplichting.jaar, 12, 31)))
            laat_vervallen(
                verplichting=verplichting, datum=datum, reden="toeval", **self.boeken.wie
            )
            self.kas.posten.append(replace(post, datum=datum, bedrag=-rest))

    def mee(self) -> None:
        if keuze := self._een(Verplichting):
            self._neem_mee(keuze[0], open_van(keuze[0]))

    def sluit(self) -> None:
        jaren = te_sluiten(self.boeken.regio, voor=2024)
        if not jaren or len(self.kas.posten) < 4:
            return
        jaar = jaren[0]
        mee = open_verplichtingen(self.boeken.regio, jaar)
        sluit_jaar_af(regio=self.boeken.regio, jaar=jaar, rest_blijft=True, **self.boeken.wie)
        for verplichting, rest in mee:
            self._schuif(verplichting, rest)
        self.gesloten.append(jaar)

    def _neem_mee(self, verplichting: Verplichting, rest: Decimal) -> None:
        neem_mee(verplichting=verplichting, bereik=self.boeken.bereik, door=self.boeken.door)
        self._schuif(verplichting, rest)

    def _schuif(self, verplichting: Verplichting, rest: Decimal) -> None:
        """The rows that moving a verplichting to the next year makes."""
        post = self._post("verplichting", verplichting)
        einde = date(verplichting.jaar, 12, 31)
        self.kas.posten.append(replace(post, datum=einde, bedrag=-rest))
        vervolg = Verplichting.objects.filter(vervolg_op=verplichting).latest("pk")
        begin = date(verplichting.jaar + 1, 1, 1)
        self._onthoud(vervolg, replace(post, datum=begin, bedrag=rest))

    def _post(self, soort: str, boeking) -> Post:
        delen = ()
        if isinstance(boeking, Besteding):
            delen = tuple((d.gemeente.code, d.bedrag) for d in boeking.delen.all())
        return Post(
            soort, boeking.datum, boeking.bedrag, f"{boeking.herkomstjaar}-{boeking.soort}",
            actielijn=str(boeking.actielijn_id) if boeking.actielijn_id else None,
            kostensoort=boeking.kostensoort,
            op_verplichting=bool(getattr(boeking, "verplichting_id", None)),
            delen=delen,
        )  # fmt: skip

    def _terug(self, post: Post, terug) -> Post:
        """The opposite of a row; over the turn of the year the commitment does not come back."""
        op_verplichting = post.op_verplichting and terug.verplichting_id is not None
        delen = tuple((gemeente, -deel) for gemeente, deel in post.delen)
        return replace(
            post, datum=terug.datum, bedrag=-post.bedrag, delen=delen,
            op_verplichting=op_verplichting,
        )  # fmt: skip

    def _onthoud(self, boeking: Boeking, post: Post) -> None:
        self.kas.posten.append(post)
        self.geboekt.append((boeking, post))

    def _een(self, *soorten: type[Boeking]) -> tuple | None:
        keuzes = [paar for paar in self.geboekt if isinstance(paar[0], soorten)]
        return self.kans.choice(keuzes) if keuzes else None

    def _pot(self) -> tuple[str, int]:
        return self.kans.choice(SOORTEN), self.kans.choice((2022, 2023, 2024))

    def _kosten(self) -> dict:
        return {
            "kostensoort": self.kans.choice(("inzet", "activiteit", "overig")),
            "actielijn_id": self.kans.choice((None, 1, 2, 3, 4)),
            "met_tekort": self.kans.random() < 0.15,
        }

    def _bedrag(self) -> str:
        cent = self.kans.choice((1, 99, 100, 3333, 10001, 6_800_000))
        return str(Decimal(self.kans.randint(1, 3) * cent) / 100)

    def _dag(self, vanaf: date) -> date:
        vanaf = max(vanaf, EERSTE)
        return vanaf + timedelta(days=self.kans.randint(0, max(0, (LAATSTE - vanaf).days)))
