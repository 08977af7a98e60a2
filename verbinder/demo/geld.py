"""The money of the demonstration: the first verbinder of 2024, as it was, and an invented year."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from regio.logboek import Door
from regio.models import (
    Aanstelling,
    Arbeidsmarktregio,
    Gebruiker,
    Gemeente,
    Recht,
    Rol,
    Ureninzet,
)
from regio.perioden import maanden_later
from regio.rijrechten import bereik_transactie
from regio.services.bestedingsplan import bewaar_planregel, stel_afspraken_in
from regio.services.boeken import leg_vast, storneer
from regio.services.boekopzet import (
    NAAR_INWONERS,
    maak_besteding,
    maak_bijdrage,
    maak_doorschuiving,
    maak_verplichting,
)
from regio.services.boekvoorstellen import dien_in
from regio.services.jaarafsluiting import sluit_jaar_af
from regio.toegang import Bereik

BEGIN, EINDE = date(2024, 3, 1), date(2024, 8, 31)
UREN_PER_WEEK = Decimal(32)
DU_2023 = {"soort": "du", "herkomstjaar": 2023}
BRON = "Nota Statushouders aan het werk, DOC-24003950, 24 januari 2024"
VERZONNEN = "Verzonnen voor de demonstratie."


class Demogeld:
    """Books the demonstration of one region, as its controller."""

    def __init__(self, regio: Arbeidsmarktregio, gebruikers: dict[str, Gebruiker], vandaag: date):
        self.regio, self.vandaag = regio, vandaag
        self.controller, self.verbinder = gebruikers["controller"], gebruikers["verbinder"]
        self.bereik = Bereik(
            geldregios=frozenset({regio.pk}),
            cijferregios=frozenset({regio.pk}),
            beheerregios=frozenset({regio.pk}),
        )
        self.door = Door.van(self.controller)

    def vertel(self) -> None:
        """The founding case, closed; then the year that runs, with something to decide."""
        with bereik_transactie(self.bereik, gebruiker_id=self.controller.pk):
            self._eerste_verbinder()
            for jaar in (2023, 2024):
                if jaar < self.vandaag.year:
                    sluit_jaar_af(regio=self.regio, jaar=jaar, rest_blijft=False, **self._wie())
            self._lopend_jaar()
        self._voorstel()

    def _eerste_verbinder(self) -> None:
        """DU 2023 of EUR 68,000, carried over to 2024: 184 days of 32 hours a week."""
        self._boek(
            maak_bijdrage, datum=date(2023, 9, 30), bedrag=Decimal(68000), **DU_2023,
            circulaire="septembercirculaire 2023", bron=BRON, zekerheid="vermeld",
            twijfel="De circulaire zelf is niet ingezien.",
        )  # fmt: skip
        self._boek(
            maak_doorschuiving, van_jaar=2023, naar_jaar=2024, bedrag=Decimal(68000), **DU_2023,
            besluit="PFHO, middelen 2023 naar 2024", besluit_datum=date(2024, 1, 24),
        )  # fmt: skip
        contract = self._boek(
            maak_verplichting, datum=BEGIN, bedrag=Decimal(68000), **DU_2023, kostensoort="inzet",
            tegenpartij="Detacheerder (voorbeeld)", omschrijving="Inzet regionale verbinder",
        )  # fmt: skip
        for dag, bedrag in _per_maand():
            self._boek(
                maak_besteding, datum=dag, bedrag=bedrag, verplichting=contract,
                kostensoort="inzet", omschrijving="Inzet verbinder", kenmerk=f"D{dag:%Y%m}",
            )  # fmt: skip
        self._uren()

    def _uren(self) -> None:
        gebruiker = Gebruiker.objects.met_wachtwoord(
            email="verbinder.2024@voorbeeld.invalid", naam="Esra Kaya"
        )
        gebruiker.is_active = False
        gebruiker.save(update_fields=["is_active"])
        recht = Recht.objects.create(
            gebruiker=gebruiker, rol=Rol.VERBINDER, regio=self.regio, van=BEGIN, tot_en_met=EINDE
        )
        aanstelling = Aanstelling.objects.create(
            regio=self.regio, gebruiker=gebruiker, recht=recht, uren_per_week=UREN_PER_WEEK,
            van=BEGIN, tot_en_met=EINDE, standplaats="centrumgemeente",
        )  # fmt: skip
        Ureninzet.objects.bulk_create(
            Ureninzet(
                aanstelling=aanstelling, dag=dag, uren=uren, geboekt_op=timezone.now(),
                wie=gebruiker.naam,
            )
            for dag, uren in _weken()
        )  # fmt: skip

    def _lopend_jaar(self) -> None:
        jaar = self.vandaag.year
        begin = date(jaar, 1, 1)
        du = {"soort": "du", "herkomstjaar": jaar}
        self._boek(
            maak_bijdrage, datum=begin, bedrag=Decimal(68000), **du,
            circulaire=f"meicirculaire {jaar} (voorbeeld)", bron="demonstratie",
            zekerheid="aangekondigd", twijfel=VERZONNEN,
        )  # fmt: skip
        self._boek(
            maak_bijdrage, datum=begin, bedrag=Decimal(10000), soort="eigen", herkomstjaar=jaar,
            circulaire="begroting centrumgemeente (voorbeeld)", bron="demonstratie",
            zekerheid="bevestigd",
        )  # fmt: skip
        contract = self._boek(
            maak_verplichting, datum=begin, bedrag=Decimal(57600), **du, kostensoort="inzet",
            tegenpartij="Detacheerder (voorbeeld)", omschrijving="Inzet regionale verbinder",
        )  # fmt: skip
        gemeenten = list(Gemeente.objects.in_regio(self.regio, op=begin).order_by("code"))
        for maand in range(1, self.vandaag.month):
            dag = maanden_later(begin, maand) - timedelta(days=1)
            self._boek(
                maak_besteding, datum=dag, bedrag=Decimal(4800), verplichting=contract,
                kostensoort="inzet", omschrijving="Inzet verbinder", kenmerk=f"D{dag:%Y%m}",
            )  # fmt: skip
            if maand % 3 == 0:
                taal = self._boek(
                    maak_besteding, datum=dag, bedrag=Decimal("1234.56"), kostensoort="activiteit",
                    soort="eigen", herkomstjaar=jaar, omschrijving="Taal op de werkvloer",
                    actielijn_id=2, gemeenten=gemeenten, verdeling=NAAR_INWONERS,
                    kenmerk=f"T{dag:%Y%m}",
                )  # fmt: skip
                if maand == 3:
                    storneer(boeking=taal, datum=dag, reden="dubbel geboekt", **self._wie())
        self._plan(jaar)
        stel_afspraken_in(
            regio=self.regio, goedkeuren_boven=Decimal(5000), waarschuw_dagen=90,
            bereik=self.bereik, door=self.door,
        )  # fmt: skip

    def _plan(self, jaar: int) -> None:
        heel = date(jaar, 1, 1), date(jaar, 12, 31)
        for omschrijving, soort, bedrag, (van, tot_en_met) in (
            ("Inzet verbinder 2024", "inzet", 68000, (BEGIN, EINDE)),
            ("Inzet regionale verbinder", "inzet", 57600, heel),
            ("Taal en voorbereiding", "activiteit", 16000, heel),
        ):
            bewaar_planregel(
                regio=self.regio, omschrijving=omschrijving, van=van, tot_en_met=tot_en_met,
                bedrag=Decimal(bedrag), kostensoort=soort, actielijn=None,
                bereik=self.bereik, door=self.door,
            )  # fmt: skip

    def _voorstel(self) -> None:
        """The verbinder asks for something that the controller decides about."""
        bereik = Bereik(cijferregios=frozenset({self.regio.pk}))
        with bereik_transactie(bereik, gebruiker_id=self.verbinder.pk):
            dien_in(
                regio=self.regio,
                soort="besteding",
                gegevens={
                    "soort": "eigen", "herkomstjaar": self.vandaag.year, "datum": self.vandaag,
                    "bedrag": Decimal("850.00"), "omschrijving": "Ontmoeting met werkgevers",
                    "kostensoort": "activiteit",
                },
                bereik=bereik,
                op=self.vandaag,
                door=Door.van(self.verbinder),
            )  # fmt: skip

    def _wie(self) -> dict:
        return {"bereik": self.bereik, "op": self.vandaag, "door": self.door}

    def _boek(self, maak, **gegevens):
        return leg_vast(maak(regio=self.regio, **gegevens), **self._wie())


def _per_maand() -> Iterator[tuple[date, Decimal]]:
    """EUR 68,000 over the 184 days, month by month, to the cent."""
    gehad, bedrag = 0, Decimal(0)
    for maand in range(1, 7):
        einde = maanden_later(BEGIN, maand) - timedelta(days=1)
        gehad = (einde - BEGIN).days + 1
        tot = (Decimal(68000) * gehad / 184).quantize(Decimal("0.01"))
        yield einde, tot - bedrag
        bedrag = tot


def _weken() -> Iterator[tuple[date, Decimal]]:
    """Hours per week by calendar week; 1 July divides a week in two lines, as do the ends."""
    dag = BEGIN
    while dag <= EINDE:
        zondag = dag + timedelta(days=6 - dag.weekday())
        einde = min(zondag, EINDE)
        if dag < date(2024, 7, 1) <= einde:
            einde = date(2024, 6, 30)
        dagen = (einde - dag).days + 1
        yield dag, (UREN_PER_WEEK * dagen / 7).quantize(Decimal("0.01"))
        dag = einde + timedelta(days=1)
