"""Plans, overleggen, hours and ways of working of the demonstration. Through the services."""

from datetime import date, timedelta
from decimal import Decimal

from regio.inzet import laatste_dag
from regio.models import (
    Aanstelling,
    Actielijn,
    Arbeidsmarktregio,
    Gebruiker,
    Gemeente,
    Planversie,
    Richting,
    Rol,
    Standplaats,
    Vergadering,
)
from regio.perioden import halfjaar_van
from regio.rijrechten import bereik_transactie
from regio.services import plandelen, plannen
from regio.services.aanstellingen import stel_aan
from regio.services.plandelen import Doelopzet
from regio.services.taakstellingen import schat_taakstellingen, zet_taakstelling
from regio.services.uren import boek_week
from verbinder.demo.gebruikers import GOOI
from verbinder.demo.overleggen import laad_overleggen, maak_overleggen, plan_pfho
from verbinder.demo.schrijver import Schrijver
from verbinder.demo.werkwijzen import laad_werkwijzen
from verbinder.sturing.doelen import zet_doel

ANALYSE = """\
In de regio wonen enkele honderden statushouders met een bijstandsuitkering. De helft van hen is
jonger dan 35 jaar. De meesten willen werken, maar wachten nog op taalles, kinderopvang of een
werkgever die hen een kans geeft.

- De gemeenten zien elk een deel; samen hebben ze genoeg mensen voor een groep bij een werkgever.
- Het azc staat in de regio, dus we kunnen beginnen voordat iemand verhuist.
- De klantmanagers hebben weinig tijd om werkgevers te bezoeken.

Werkgevers in de zorg, de techniek en de horeca zoeken mensen. Zij vragen vooral om taal op de
werkvloer en om iemand die zij kunnen bellen."""
PRIORITEIT = """\
Oude wetters van wie de termijn binnen een jaar afloopt, gaan voor. Nieuwe wetters krijgen een
traject zodra hun PIP er is."""
HOOGOPGELEIDEN = """\
Wie een diploma op hbo- of wo-niveau heeft, krijgt binnen drie maanden een diplomawaardering en
een gesprek met het UAF."""


def laad_sturing(gebruikers: dict[str, Gebruiker], vandaag: date) -> None:
    """What the regions of the demonstration write and decide."""
    laad_werkwijzen(gebruikers, vandaag)
    gooi = Arbeidsmarktregio.objects.get(code=GOOI)
    _stel_aan(Schrijver(gebruikers["beheerder"], gooi, vandaag), gebruikers["verbinder"])
    verbinder = Schrijver(gebruikers["verbinder"], gooi, vandaag)
    with bereik_transactie(verbinder.bereik, gebruiker_id=verbinder.gebruiker.pk):
        overleggen = maak_overleggen(verbinder)
        pfho = plan_pfho(verbinder, overleggen)
        plan = _plan(verbinder, pfho)
        laad_overleggen(verbinder, overleggen, plan, pfho, gebruikers)
        _uren(verbinder)
        _taakstelling(verbinder)


def _stel_aan(beheerder: Schrijver, gebruiker: Gebruiker) -> None:
    """The verbinder has hours on the days of the right, and there is a vacancy beside it."""
    lijnen = {lijn.pk: lijn for lijn in Actielijn.objects.all()}
    recht = gebruiker.rechten.get(rol=Rol.VERBINDER)
    stel_aan(
        regio=beheerder.regio,
        gebruiker=gebruiker,
        uren_per_week=Decimal(32),
        van=recht.van,
        tot_en_met=recht.tot_en_met,
        standplaats=Standplaats.WERKCENTRUM,
        werkgever="Gemeente Hilversum",
        verdeling={lijnen[1]: Decimal(6), lijnen[2]: Decimal(10), lijnen[3]: Decimal(8)},
        **beheerder.wie,
    )
    stel_aan(
        regio=beheerder.regio,
        gebruiker=None,
        uren_per_week=Decimal(16),
        van=beheerder.vandaag + timedelta(days=40),
        tot_en_met=None,
        standplaats=Standplaats.CENTRUMGEMEENTE,
        werkgever="",
        **beheerder.wie,
    )


def _uren(schrijver: Schrijver) -> None:
    """Booked every week since the half-year before, but for two weeks of leave."""
    aanstelling = Aanstelling.objects.get(regio=schrijver.regio, gebruiker=schrijver.gebruiker)
    lijnen = {lijn.pk: lijn for lijn in Actielijn.objects.all()}
    dag, week = halfjaar_van(schrijver.vandaag).vorige.van, 0
    while dag <= schrijver.vandaag:
        week += 1
        if week % 14 not in (4, 5):
            uren = {lijnen[1]: 4 + week % 3, lijnen[2]: 8 + week % 5, lijnen[3]: 9 - week % 4}
            uren[None] = 8
            boek_week(
                aanstelling=aanstelling,
                dag=dag,
                uren={lijn: Decimal(getal) for lijn, getal in uren.items()},
                op=schrijver.vandaag,
                **schrijver.wie,
            )
        dag = laatste_dag(dag) + timedelta(days=1)


def _taakstelling(schrijver: Schrijver) -> None:
    """One gemeente gave its number; of the others it is estimated."""
    halfjaar = halfjaar_van(schrijver.vandaag)
    zet_taakstelling(
        gemeente=Gemeente.objects.get(naam="Hilversum"),
        halfjaar=halfjaar.code,
        opgave=96,
        gerealiseerd=58,
        bron="Opgave van de gemeente (voorbeeld)",
        regio=schrijver.regio,
        **schrijver.wie,
    )
    schat_taakstellingen(
        regio=schrijver.regio,
        halfjaar=halfjaar.code,
        landelijk=18_000,
        bron="Landelijk getal (voorbeeld)",
        **schrijver.wie,
    )


def _plan(schrijver: Schrijver, pfho: Vergadering) -> Planversie:
    """A plan of this year and the next, adopted by the aldermen."""
    jaar = schrijver.vandaag.year
    versie = plannen.begin_plan(
        regio=schrijver.regio,
        titel=f"Plan van aanpak {jaar}",
        van=date(jaar, 1, 1),
        tot_en_met=date(jaar + 1, 12, 31),
        **schrijver.wie,
    )
    plannen.schrijf_plan(
        versie=versie,
        analyse=ANALYSE,
        prioriteit=PRIORITEIT,
        hoogopgeleiden=HOOGOPGELEIDEN,
        **schrijver.wie,
    )
    _doelen(schrijver, versie)
    _maatregelen(schrijver, versie)
    plannen.stel_plan_vast(
        versie=versie,
        overleg=pfho.overleg,
        datum=pfho.datum,
        opmerking="",
        op=schrijver.vandaag,
        **schrijver.wie,
    )
    return versie


def _doelen(schrijver: Schrijver, versie: Planversie) -> None:
    jaar = schrijver.vandaag.year
    dit_jaar = {"begindatum": date(jaar, 1, 1), "einddatum": date(jaar, 12, 31)}
    besluit = f"Besluit PFHO over het plan van {jaar}"
    hilversum = Gemeente.objects.filter(naam="Hilversum")
    for opzet in (
        Doelopzet(
            "Meer mensen naar betaald werk", "C3", "personen", 90, bron=besluit,
            uitgangswaarde=41, uitgangsdatum=date(jaar - 1, 12, 31), **dit_jaar,
        ),
        Doelopzet("Iedereen in beweging", "A5", "trajecten", 320, bron=besluit, **dit_jaar),
        Doelopzet(
            "Beginnen op het azc", "A6", "personen", 110, bron=besluit,
            actielijn=Actielijn.objects.get(pk=1), **dit_jaar,
        ),
        Doelopzet(
            "Startbanen", "D4.gestart", "trajecten", 20, bron="Werkafspraak met de werkgevers",
            **dit_jaar,
        ),
        Doelopzet(
            "Wie gaat werken, werkt op het eigen niveau", "C9", "procent", 60, bron=besluit,
            **dit_jaar,
        ),
        Doelopzet(
            "Weinig mensen vallen terug", "C7", "personen", 10, bron=besluit,
            richting=Richting.HOOGSTENS, **dit_jaar,
        ),
        Doelopzet(
            "Hilversum: mensen naar betaald werk", "C3", "personen", 40,
            bron="Collegeprogramma Hilversum", gemeenten=list(hilversum), **dit_jaar,
        ),
    ):  # fmt: skip
        zet_doel(versie=versie, opzet=opzet, **schrijver.wie)


def _maatregelen(schrijver: Schrijver, versie: Planversie) -> None:
    plandelen.neem_taken_over(
        versie=versie,
        taken=["plan", "projecten", "hoogopgeleid", "voorrang", "werkbedrijf", "verdringing"],
        trekker="regionale verbinder",
        **schrijver.wie,
    )
    standen = {"M1": ("klaar", ""), "M2": ("loopt", "Twee groepen in de zorg, een in de techniek.")}
    standen["M3"] = ("vertraagd", "Het UAF heeft een wachtlijst tot het voorjaar.")
    for maatregel in versie.maatregelen.select_related("versie__plan__regio"):
        stand, opmerking = standen.get(maatregel.code, ("loopt", ""))
        plandelen.leg_stand_vast(
            maatregel=maatregel, stand=stand, opmerking=opmerking, **schrijver.wie
        )
    eerste = versie.maatregelen.get(code="M1")
    plandelen.zet_maatregel(
        versie=versie,
        maatregel=eerste,
        titel=eerste.titel,
        omschrijving=eerste.omschrijving,
        trekker=eerste.trekker,
        van=versie.plan.van,
        tot_en_met=versie.plan.van + timedelta(days=60),
        **schrijver.wie,
    )
