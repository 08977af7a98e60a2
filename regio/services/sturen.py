"""What the services of steering share: may this be done here, and one booking at a time."""

from django.core.exceptions import PermissionDenied
from django.db import connection

from regio.models import Arbeidsmarktregio
from regio.toegang import Bereik


def eis_controller(regio: Arbeidsmarktregio, bereik: Bereik) -> None:
    """Raises PermissionDenied for who does not book the money of this region."""
    if regio.pk not in bereik.geldregios:
        raise PermissionDenied("Alleen de controller van deze regio boekt.")


def eis_geldlezer(regio: Arbeidsmarktregio, bereik: Bereik) -> None:
    """Raises PermissionDenied for who does not read the ledger of this region."""
    if regio.pk not in bereik.geld_te_lezen:
        raise PermissionDenied("Het geld van deze regio is van de controller en de verbinder.")


def eis_schrijver(regio: Arbeidsmarktregio, bereik: Bereik) -> None:
    """Raises PermissionDenied for who does not write the plans and overleggen of this region."""
    if regio.pk not in bereik.schrijfregios:
        raise PermissionDenied("Dit wijzigt de verbinder of de functioneel beheerder van de regio.")


def eis_beheerder(regio: Arbeidsmarktregio, bereik: Bereik) -> None:
    """Raises PermissionDenied for who does not manage this region."""
    if regio.pk not in bereik.beheerregios:
        raise PermissionDenied("Dit doet de functioneel beheerder van de regio.")


def om_de_beurt(regio: Arbeidsmarktregio) -> None:
    """One booking of a region at a time: the lock that the triggers of the ledger take too."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext('regio_geld'), %s)", [regio.pk])
