"""What follows from a contact at once: work begins, a traject begins, or a traject stops."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError

from regio.logboek import Door
from regio.models import Trajectsoort
from statushouders.codes import Gevolg
from statushouders.models import Contactmoment, Plaatsing, Traject
from statushouders.services.kern import bewaar, vergrendel
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajecten import sluit_traject_af, start_traject

INTUSSEN_GEWIJZIGD = (
    "Wat uit dit contact volgde, is daarna gewijzigd. Verbeter het op de pagina van de persoon."
)


@dataclass(frozen=True)
class WerkBegint:
    """Somebody begins to work or study."""

    soort: str
    begindatum: date
    werkgever: str = ""
    uren_per_week: Decimal | None = None


@dataclass(frozen=True)
class TrajectBegint:
    """A traject begins, under the usual actielijn of its soort."""

    soort: Trajectsoort
    begindatum: date


@dataclass(frozen=True)
class TrajectStopt:
    """A running traject stops on the day of the contact."""

    traject: Traject
    eindreden: str


Vervolg = WerkBegint | TrajectBegint | TrajectStopt
# How the form on a contact calls the fields of the services.
VELDEN = {
    Gevolg.WERK: {"soort": "werk_soort", "begindatum": "eerste_dag"},
    Gevolg.BEGINT: {"soort": "traject_soort", "begindatum": "traject_begin"},
    Gevolg.STOPT: {"einddatum": "andere_dag"},
}


def voer_gevolg_uit(contact: Contactmoment, vervolg: Vervolg, *, op: date, door: Door) -> None:
    """Do what follows from this contact, and remember it. Raises ValidationError."""
    try:
        match vervolg:
            case WerkBegint():
                contact.gevolg = Gevolg.WERK
                contact.plaatsing = plaats(
                    statushouder=contact.statushouder,
                    soort=vervolg.soort,
                    begindatum=vervolg.begindatum,
                    werkgever=vervolg.werkgever,
                    uren_per_week=vervolg.uren_per_week,
                    op=op,
                    door=door,
                )
            case TrajectBegint():
                contact.gevolg = Gevolg.BEGINT
                contact.traject = start_traject(
                    statushouder=contact.statushouder,
                    soort=vervolg.soort,
                    begindatum=vervolg.begindatum,
                    op=op,
                    door=door,
                )
            case TrajectStopt():
                contact.gevolg = Gevolg.STOPT
                contact.traject = sluit_traject_af(
                    traject=vervolg.traject,
                    einddatum=contact.datum,
                    eindreden=vervolg.eindreden,
                    op=op,
                    door=door,
                )
    except ValidationError as fout:
        raise _bij_de_velden(fout, VELDEN[Gevolg(contact.gevolg)]) from fout
    contact.save(update_fields=["gevolg", "plaatsing", "traject"])


def _bij_de_velden(fout: ValidationError, velden: dict[str, str]) -> ValidationError:
    if not hasattr(fout, "error_dict"):
        return fout
    return ValidationError({velden.get(v, v): zinnen for v, zinnen in fout.error_dict.items()})


def neem_gevolg_terug(contact: Contactmoment, *, door: Door) -> None:
    """As if nothing had followed. Raises ValidationError when that was changed meanwhile."""
    if contact.gevolg == Gevolg.WERK and contact.plaatsing:
        _haal_weg(contact.plaatsing)
    elif contact.gevolg == Gevolg.BEGINT and contact.traject:
        if contact.traject.plaatsingen.exists():
            raise ValidationError(INTUSSEN_GEWIJZIGD)
        _haal_weg(contact.traject)
    elif contact.gevolg == Gevolg.STOPT and contact.traject:
        traject = vergrendel(contact.traject)
        if traject.einddatum != contact.datum:
            raise ValidationError(INTUSSEN_GEWIJZIGD)
        traject.einddatum, traject.eindreden = None, ""
        bewaar(traject, "einddatum", "eindreden")


def _haal_weg(rij: Plaatsing | Traject) -> None:
    nu = vergrendel(rij)
    if nu.versie != 1:
        raise ValidationError(INTUSSEN_GEWIJZIGD)
    nu.delete()
