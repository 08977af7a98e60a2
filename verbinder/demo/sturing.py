"""Plans, overleggen, hours and ways of working of the demonstration. Through the services."""

from datetime import date, timedelta

from regio.logboek import Door
from regio.models import Actielijn, Arbeidsmarktregio, Gebruiker, Gemeente, Overleg, Planversie
from regio.rijrechten import bereik_transactie
from regio.services import plandelen, plannen
from regio.services.plandelen import Doelopzet
from regio.toegang import Bereik, bereik_van
from verbinder.demo.gebruikers import GOOI
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


class Schrijver:
    """Somebody who writes for their region, on the day of loading."""

    def __init__(self, gebruiker: Gebruiker, regio: Arbeidsmarktregio, vandaag: date):
        self.gebruiker, self.regio, self.vandaag = gebruiker, regio, vandaag
        self.bereik: Bereik = bereik_van(gebruiker, op=vandaag)
        self.wie = {"bereik": self.bereik, "door": Door.van(gebruiker, herkomst="laad_demo")}


def laad_sturing(gebruikers: dict[str, Gebruiker], vandaag: date) -> None:
    """What the regions of the demonstration write and decide."""
    gooi = Arbeidsmarktregio.objects.get(code=GOOI)
    verbinder = Schrijver(gebruikers["verbinder"], gooi, vandaag)
    with bereik_transactie(verbinder.bereik, gebruiker_id=verbinder.gebruiker.pk):
        _plan(verbinder)


def _plan(schrijver: Schrijver) -> None:
    """A plan of this year, adopted, with a second version in the making."""
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
        overleg=_pfho(schrijver),
        datum=min(date(jaar, 2, 12), schrijver.vandaag),
        opmerking="",
        op=schrijver.vandaag,
        **schrijver.wie,
    )


def _pfho(schrijver: Schrijver) -> Overleg:
    return Overleg.objects.get_or_create(
        regio=schrijver.regio,
        naam="Portefeuillehoudersoverleg",
        defaults={"afkorting": "PFHO", "stelt_vast": True, "volgorde": 60},
    )[0]


def _doelen(schrijver: Schrijver, versie: Planversie) -> None:
    jaar = schrijver.vandaag.year
    dit_jaar = {"begindatum": date(jaar, 1, 1), "einddatum": date(jaar, 12, 31)}
    besluit = f"Besluit PFHO 12 februari {jaar}"
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
