"""What was asked after work began, in the demonstration, and trajecten under an agreement."""

from datetime import date
from itertools import pairwise
from random import Random

from regio.logboek import Door
from regio.models import Actielijn
from regio.perioden import maanden_later
from statushouders.codes import NAZORG_NA_MAANDEN
from statushouders.models import Plaatsing, Traject, Werkgeversafspraak
from statushouders.services.nazorg import nog_aan_het_werk
from statushouders.services.trajectdelen import beantwoord_vragen
from statushouders.services.werkgevers import vervuld

DEEL_GEVRAAGD = 0.7
ONDER_AFSPRAAK = 6
VAN_WERKGEVERS = 2


def vraag_na(kans: Random, vandaag: date, door: Door) -> None:
    """Of seven in ten questions that came, an answer a few days later; in the scope of `door`."""
    werk = Plaatsing.objects.geldig().betaald().select_related("statushouder__dossierregio")
    for plaatsing in werk.filter(begindatum__lt=vandaag).order_by("pk"):
        for maanden, volgende in pairwise((*NAZORG_NA_MAANDEN, None)):
            gevraagd = maanden_later(plaatsing.begindatum, maanden)
            straks = maanden_later(plaatsing.begindatum, volgende or maanden + 3)
            laatste = plaatsing.einddatum or vandaag
            dag = date.fromordinal(gevraagd.toordinal() + kans.randint(0, 9))
            # The question that is open now stays open: that is what there is to do.
            if straks <= vandaag and dag <= laatste and kans.random() < DEEL_GEVRAAGD:
                nog_aan_het_werk(plaatsing=plaatsing, maanden=maanden, op=dag, door=door)


def zet_onder_afspraak(vandaag: date, door: Door) -> None:
    """Some running trajecten with employers take a place of an agreement."""
    alle = list(Werkgeversafspraak.objects.order_by("-plaatsen", "pk"))
    bezet = vervuld(alle)
    afspraken = [rij for rij in alle if bezet[rij.pk] < rij.plaatsen][:ONDER_AFSPRAAK]
    trajecten = (
        Traject.objects.lopend(vandaag)
        .filter(actielijn=Actielijn.objects.get(pk=VAN_WERKGEVERS), einddatum__isnull=True)
        .select_related("statushouder__dossierregio")
        .order_by("-begindatum", "pk")
    )
    for afspraak, traject in zip(afspraken, trajecten, strict=False):
        if traject.statushouder.dossierregio_id == afspraak.regio_id:
            beantwoord_vragen(
                traject=traject, versie=1, afspraak=afspraak, werkgever="", op=vandaag, door=door
            )
