"""Mail about the day: directly, every working morning, or not at all; chosen per kind of news.

A mail holds numbers and no name, no gemeente and no address of a page: it says no more than the
first screen after logging in would, counted with the rights of that moment.
"""

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string

from regio.logboek import Door
from regio.models import Gebruiker, Opdracht
from regio.toegang import Bereik, bereik_van
from regio.uitvak import werk, zet_klaar
from statushouders.codes import Berichtsoort, Wanneer
from statushouders.models import Bericht, Berichtvoorkeur

DIRECT = "statushouders.bericht"
# What holds for who chose nothing.
GEWOON = {
    Berichtsoort.TAKEN: Wanneer.DAGELIJKS,
    Berichtsoort.NAZORG: Wanneer.DAGELIJKS,
    Berichtsoort.TOEGEWEZEN: Wanneer.DIRECT,
    Berichtsoort.STAP: Wanneer.DAGELIJKS,
    Berichtsoort.GELD: Wanneer.DAGELIJKS,
}
# What follows from facts has no moment of its own.
ZONDER_MOMENT = (Berichtsoort.TAKEN, Berichtsoort.NAZORG, Berichtsoort.GELD)
WOORDEN = {
    Berichtsoort.TAKEN: ("taak van vandaag of te laat", "taken van vandaag of te laat"),
    Berichtsoort.NAZORG: ("nazorgvraag die openstaat", "nazorgvragen die openstaan"),
    Berichtsoort.TOEGEWEZEN: (
        "persoon van wie een collega u contactpersoon maakte",
        "personen van wie een collega u contactpersoon maakte",
    ),
    Berichtsoort.STAP: (
        "volgende stap die een collega u gaf",
        "volgende stappen die een collega u gaf",
    ),
    Berichtsoort.GELD: (
        "regio waarvan het geld binnenkort op is",
        "regio's waarvan het geld binnenkort op is",
    ),
}


def soorten_van(bereik: Bereik) -> list[Berichtsoort]:
    """The kinds of news that can reach somebody with these rights."""
    van_dossiers = [soort for soort in Berichtsoort if soort != Berichtsoort.GELD]
    van_geld = [Berichtsoort.GELD] if bereik.geld_te_lezen else []
    return (van_dossiers if bereik.met_dossiers else []) + van_geld


def voorkeuren_van(gebruiker: Gebruiker) -> dict[str, str]:
    """When this user wants mail, by kind of news."""
    gekozen = Berichtvoorkeur.objects.filter(gebruiker=gebruiker).values_list("soort", "wanneer")
    gewoon = {soort.value: wanneer.value for soort, wanneer in GEWOON.items()}
    return {**gewoon, **dict(gekozen)}


@transaction.atomic
def kies_berichten(*, gebruiker: Gebruiker, **wanneer: str) -> None:
    """Keep when this user wants mail: a keyword per kind of news."""
    Berichtvoorkeur.objects.bulk_create(
        [Berichtvoorkeur(gebruiker=gebruiker, soort=s, wanneer=w) for s, w in wanneer.items()],
        update_conflicts=True,
        unique_fields=["gebruiker", "soort"],
        update_fields=["wanneer"],
    )


def meld(soort: Berichtsoort, *, aan: Gebruiker, door: Door) -> None:
    """Something happened for `aan`; who does it themselves knows already."""
    if aan.pk == door.gebruiker_id:
        return
    wanneer = voorkeuren_van(aan)[soort]
    if wanneer == Wanneer.UIT:
        return
    bericht = Bericht.objects.create(gebruiker=aan, soort=soort)
    if wanneer == Wanneer.DIRECT:
        zet_klaar(
            DIRECT,
            sleutel=f"{DIRECT}:{bericht.pk}",
            door=door,
            bereik=bereik_van(aan, op=bericht.gemaakt_op.date()),
            bericht_id=bericht.pk,
        )


@werk(DIRECT)
def verstuur_bericht(*, door: Door, opdracht: Opdracht, bericht_id: int) -> None:
    """Send one piece of news; what the mail of the morning told already is not told twice."""
    bericht = Bericht.objects.select_related("gebruiker").filter(pk=bericht_id).first()
    if bericht is None:
        return
    bericht.delete()
    verstuur(bericht.gebruiker, {Berichtsoort(bericht.soort): 1})


def verstuur(gebruiker: Gebruiker, aantallen: dict[Berichtsoort, int]) -> None:
    """Mail the numbers, if there are any."""
    if not aantallen or not gebruiker.is_active:
        return
    regels = [
        f"{aantal} {WOORDEN[soort][0 if aantal == 1 else 1]}" for soort, aantal in aantallen.items()
    ]
    context = {"gebruiker": gebruiker, "regels": regels, "site_naam": settings.SITE_NAAM}
    tekst = render_to_string("statushouders/post/overzicht.txt", context)
    send_mail(f"{settings.SITE_NAAM}: uw overzicht", tekst, None, [gebruiker.email])
