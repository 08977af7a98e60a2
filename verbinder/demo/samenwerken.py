"""What gemeenten, employers and others do together in the demonstration; before the reports."""

from datetime import date, timedelta
from random import Random

from django.utils import timezone

from regio.logboek import Door
from regio.models import Actielijn, Gebruiker, Gemeente, Organisatie
from regio.rijrechten import bereik_transactie
from regio.toegang import bereik_van
from statushouders.models import Plaatsing, Statushouder
from statushouders.services.begeleiding import begin_begeleiding
from statushouders.services.overdrachten import bied_aan
from statushouders.services.verwijzingen import verwijs, zet_stand
from statushouders.services.werkgevers import maak_afspraak, vervul_plaats, zet_contact
from verbinder.demo.gebruikers import GOOI
from verbinder.demo.nazorg import vraag_na, zet_onder_afspraak

CONTACTEN = ("Kim Bos", "Ton Vos", "Els Prins", "Rob Maas")
MAATJES = ("Jo de Boer", "Ans Kuiper", "Piet Hoek")


def laad_samenwerking(gebruikers: dict[str, Gebruiker], vandaag: date) -> None:
    """Agreements, verwijzingen, mentors, and one dossier that waits for an answer."""
    kans = Random(20260102)
    with _als(gebruikers["verbinder"], vandaag) as door:
        _afspraken(kans, vandaag, door)
        zet_onder_afspraak(vandaag, door)
        vraag_na(kans, vandaag, door)
    with _als(gebruikers["klantmanager"], vandaag) as door:
        personen = list(
            Statushouder.objects.in_beeld(vandaag)
            .filter(dossiergemeente__naam="Hilversum", naam__isnull=False)
            .order_by("pk")[:8]
        )
        for persoon in personen[:6]:
            _help(persoon, kans, vandaag, door)
        bied_aan(
            statushouder=personen[7],
            naar_gemeente=Gemeente.objects.get(naam="Huizen"),
            verblijf_soort="vestiging",
            vanaf=vandaag - timedelta(days=3),
            bericht="Is verhuisd. De taalles loopt door tot de zomer; de werkgever weet ervan.",
            nu=timezone.now(),
            op=vandaag,
            door=door,
        )


class _als:
    """Inside the scope of a user; gives who acts."""

    def __init__(self, gebruiker: Gebruiker, vandaag: date):
        self.gebruiker = gebruiker
        self.scope = bereik_transactie(bereik_van(gebruiker, op=vandaag), gebruiker_id=gebruiker.pk)

    def __enter__(self) -> Door:
        self.scope.__enter__()
        return Door.van(self.gebruiker)

    def __exit__(self, *fout) -> bool | None:
        return self.scope.__exit__(*fout)


def _afspraken(kans: Random, vandaag: date, door: Door) -> None:
    werkgevers = Organisatie.objects.filter(soort="werkgever", regio__code=GOOI).order_by("pk")
    for nummer, werkgever in enumerate(werkgevers[:9]):
        afspraak = maak_afspraak(
            werkgever=werkgever,
            omschrijving="Werkplekken met taal op de werkvloer",
            plaatsen=kans.randint(2, 8),
            afgesproken_op=vandaag - timedelta(days=kans.randint(20, 300)),
            actielijn=Actielijn.objects.get(pk=2),
            op=vandaag,
            door=door,
        )
        zet_contact(
            werkgever=werkgever,
            naam=CONTACTEN[nummer % len(CONTACTEN)],
            functie="Personeelszaken",
            telefoon="035 000 00 00",
            email="",
            door=door,
        )
        plaatsingen = Plaatsing.objects.filter(
            werkgever=werkgever,
            begindatum__gte=afspraak.afgesproken_op,
            afspraak_werkgever=True,
            ingetrokken_op__isnull=True,
        )
        for plaatsing in plaatsingen.order_by("pk")[: afspraak.plaatsen]:
            vervul_plaats(afspraak=afspraak, plaatsing=plaatsing, door=door)


def _help(persoon: Statushouder, kans: Random, vandaag: date, door: Door) -> None:
    gevraagd_op = vandaag - timedelta(days=kans.randint(10, 60))
    soort = kans.choice(("werkcentrum", "uaf", "vluchtelingenwerk", "wsp"))
    verwijzing = verwijs(
        statushouder=persoon,
        soort=soort,
        diensten=("loopbaanadvies",) if soort == "werkcentrum" else (),
        vraag="Wat is een haalbare eerste stap naar werk?",
        gevraagd_op=gevraagd_op,
        op=vandaag,
        door=door,
    )
    stand = kans.choice(("", "aanvaard", "geweigerd"))
    if stand:
        zet_stand(
            verwijzing=verwijzing,
            stand=stand,
            datum=gevraagd_op + timedelta(days=7),
            versie=verwijzing.versie,
            reden="geen_plek" if stand == "geweigerd" else "",
            op=vandaag,
            door=door,
        )
    begin_begeleiding(
        statushouder=persoon,
        rol=kans.choice(("taalmaatje", "mentor")),
        doel="taal",
        naam=kans.choice(MAATJES),
        bereikbaar="maatje@voorbeeld.invalid",
        van=gevraagd_op,
        op=vandaag,
        door=door,
        organisatie="Taalhuis Midden",
    )
