"""An overleg treats a report: besluiten go on its besluitenlijst, actions to their owners."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from regio.logboek import Door
from regio.models import Agendapunt, Besluit, Overleg
from regio.services.besluiten import leg_besluit_vast, spreek_af
from regio.toegang import Bereik
from verbinder.rapportage.behandeling import Behandeling
from verbinder.rapportage.models import Vaststelling, Versie
from verbinder.rapportage.services import leg_behandeling_vast
from verbinder.sturing.models import Rapportbesluit, naam_van


@dataclass(frozen=True)
class Actie:
    """Who does what before when; with an e-mail address it stands on their start page."""

    omschrijving: str
    wie: str
    datum: date
    email: str = ""


@transaction.atomic
def behandel_rapport(
    *,
    versie: Versie,
    overleg: Overleg | None,
    datum: date,
    uitkomst: str,
    nu: datetime,
    bereik: Bereik,
    door: Door,
    naam: str = "",
    opmerking: str = "",
    besluiten: Sequence[str] = (),
    acties: Sequence[Actie] = (),
) -> Behandeling:
    """Write down what an overleg did with a version that was sent, with its besluiten and actions.

    Without a besluit in words there is one that names the report. Raises ValidationError for a
    version that was withdrawn, and for besluiten of an overleg that keeps no list here.
    """
    behandeling = leg_behandeling_vast(
        versie=versie,
        overleg=overleg,
        naam=naam,
        datum=datum,
        uitkomst=uitkomst,
        opmerking=opmerking,
        nu=nu,
        door=door,
    )
    if overleg is None:
        if besluiten or acties:
            raise ValidationError(
                "Een overleg dat niet in de lijst staat, heeft geen besluitenlijst in Verbinder. "
                "Kies een overleg van de regio, of laat besluiten en acties leeg."
            )
        return behandeling
    gemaakt = [
        _besluit(versie, overleg, datum, tekst, uitkomst, nu=nu, bereik=bereik, door=door)
        for tekst in besluiten or [f"{naam_van(versie)}."]
    ]
    for actie in acties:
        spreek_af(
            overleg=overleg,
            omschrijving=actie.omschrijving,
            wie=actie.wie,
            email=actie.email,
            datum=actie.datum,
            besluit=gemaakt[0],
            bereik=bereik,
            door=door,
        )
    return behandeling


def zet_vaststelling_op_lijst(
    *, vaststelling: Vaststelling, nu: datetime, door: Door
) -> Besluit | None:
    """The besluit of an overleg of the region that adopted a report, on its list.

    None for an overleg that the region does not keep here.
    """
    versie = vaststelling.versie
    regio = versie.rapportage.regio
    overleg = Overleg.objects.filter(
        regio=regio, naam=vaststelling.overleg, opgeheven_op__isnull=True
    ).first()
    if overleg is None:
        return None
    return _besluit(
        versie,
        overleg,
        vaststelling.datum,
        f"{naam_van(versie)}, vast te stellen.",
        vaststelling.uitkomst,
        opmerking=vaststelling.opmerking,
        nu=nu,
        # Who may adopt the report was asked when it was asked for.
        bereik=Bereik(cijferregios=frozenset({regio.pk})),
        door=door,
    )


def _besluit(
    versie: Versie,
    overleg: Overleg,
    datum: date,
    tekst: str,
    uitkomst: str,
    *,
    nu: datetime,
    bereik: Bereik,
    door: Door,
    opmerking: str = "",
) -> Besluit:
    besluit = leg_besluit_vast(
        overleg=overleg,
        datum=datum,
        tekst=tekst,
        uitkomst=uitkomst,
        opmerking=opmerking,
        op=timezone.localdate(nu),
        agendapunt=_agendapunt(versie, overleg, datum),
        bereik=bereik,
        door=door,
    )
    Rapportbesluit.objects.create(besluit=besluit, rapport=versie)
    return besluit


def _agendapunt(versie: Versie, overleg: Overleg, datum: date) -> Agendapunt | None:
    """The point of that meeting on which this version hung."""
    return (
        Agendapunt.objects.filter(
            vergadering__overleg=overleg,
            vergadering__datum=datum,
            vergadering__afgezegd=False,
            stukken__rapport=versie,
            stukken__ingetrokken_op=None,
        )
        .select_related("vergadering")
        .order_by("volgorde")
        .first()
    )
