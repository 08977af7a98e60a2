"""A contact in a few seconds, with what follows from it; and next steps by themselves."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models.expressions import RawSQL
from django.utils import timezone

from regio.logboek import Door
from regio.models import Gebruiker, Handeling
from statushouders.codes import Berichtsoort
from statushouders.models import Actie, Contactmoment, Statushouder
from statushouders.services.berichten import meld
from statushouders.services.contactgevolg import Vervolg, neem_gevolg_terug, voer_gevolg_uit
from statushouders.services.dossierplaats import (
    leverancier_van,
    mogelijke_contactpersonen,
    plaats_van_dossier,
)
from statushouders.services.kern import (
    bewaar,
    controleer,
    controleer_dagen,
    log,
    nette_tekst,
    vergrendel,
)

# Which of that day it is; the lock on the person keeps two of them from being the same. Nothing for
# one that was sent twice.
VOLGEND_NUMMER = """
    select coalesce(max(volgnummer), 0) + 1 from statushouders_contactmoment
    where statushouder_id = %s and datum = %s and soort = %s and leverancier = %s
    having not exists (
        select 1 from statushouders_contactmoment
        where statushouder_id = %s and datum = %s and soort = %s and notitie = %s
          and notitie <> '' and door_id = %s and ingevoerd_op > %s)
"""
# One step makes way for the next in one statement: the page saves at most ten.
VERVANG = """
    with klaar as (
        update statushouders_actie set klaar_op = %s, klaar_bij_id = %s where id = %s
    )
    insert into statushouders_actie
        (sleutel, statushouder_id, omschrijving, datum, voor_id, contact_id, ingevoerd_op)
    values (%s, %s, %s, %s, %s, %s, %s)
"""
ONGEDAAN_BINNEN = timedelta(minutes=10)


@transaction.atomic
def leg_contact_vast(
    *,
    statushouder: Statushouder,
    soort: str,
    datum: date,
    op: date,
    door: Door,
    notitie: str = "",
    vorige_stap: Actie | None = None,
    volgende_stap: str = "",
    volgende_datum: date | None = None,
    vervolg: Vervolg | None = None,
) -> Contactmoment:
    """Record a contact, what followed from it at once, and what was agreed to do next.

    `vorige_stap` is the open step that the user saw: another text or day replaces it, an empty text
    finishes it. Raises ValidationError.
    """
    controleer_dagen(datum=datum, volgende_datum=volgende_datum)
    if datum > op:
        raise ValidationError(
            {"datum": "Een contact ligt niet in de toekomst. Kies een andere dag."}
        )
    persoon = vergrendel(statushouder)
    contact = Contactmoment(
        statushouder=persoon,
        leverancier=leverancier_van(persoon),
        datum=datum,
        soort=soort,
        notitie=nette_tekst(notitie, "notitie", regels=True),
        door_id=door.gebruiker_id,
    )
    controleer(contact, zonder=("contact_eenmaal_per_volgnummer",))
    _bewaar_nieuw(contact)
    if vervolg is not None:
        voer_gevolg_uit(contact, vervolg, op=op, door=door)
    _volgende_stap(contact, vorige_stap, volgende_stap, volgende_datum, op=op, door=door)
    log(door, Handeling.CONTACT_VASTGELEGD, persoon, contact=contact.pk)
    return contact


def _bewaar_nieuw(contact: Contactmoment) -> None:
    """Two calls on a day are two contacts; two in a few minutes with one note are one, sent twice.

    Whether it is new, and which of that day, the same statement finds out.
    """
    sinds = timezone.now() - ONGEDAAN_BINNEN
    zelfde = (contact.statushouder_id, contact.datum, contact.soort)
    contact.volgnummer = RawSQL(  # nosec B611
        VOLGEND_NUMMER,
        [*zelfde, contact.leverancier, *zelfde, contact.notitie, contact.door_id, sinds],
        contact._meta.get_field("volgnummer"),
    )
    try:
        with transaction.atomic():
            contact.save(force_insert=True)
    except IntegrityError as fout:
        # Only that one has no number; another fault has another column.
        if getattr(getattr(fout.__cause__, "diag", None), "column_name", "") != "volgnummer":
            raise
        raise ValidationError(
            {
                "notitie": "Dit contact met deze notitie hebt u net al vastgelegd. Was er nog "
                "een? Schrijf dan op wat er anders was."
            }
        ) from fout
    # The database chose it: read only when somebody asks.
    del contact.__dict__["volgnummer"]


def _volgende_stap(
    contact: Contactmoment,
    vorige: Actie | None,
    omschrijving: str,
    datum: date | None,
    *,
    op: date,
    door: Door,
) -> None:
    omschrijving = nette_tekst(omschrijving, "volgende_stap")
    if vorige is not None:
        if vorige.statushouder_id != contact.statushouder_id:
            raise ValidationError("Deze volgende stap is van iemand anders.")
        if (vorige.omschrijving, vorige.datum) == (omschrijving, datum):
            return
    open_ = vorige if vorige is not None and vorige.klaar_op is None else None
    if open_ is not None:
        open_.klaar_op, open_.klaar_bij = op, contact
    if not omschrijving:
        if open_ is not None:
            bewaar(open_, "klaar_op", "klaar_bij")
        return
    if datum is None:
        raise ValidationError({"volgende_datum": "Kies de dag van de volgende stap."})
    voor_id = vorige.voor_id if vorige is not None else door.gebruiker_id
    nieuw = _gecontroleerd(contact.statushouder, omschrijving, datum, voor_id, contact)
    if open_ is None:
        nieuw.save(force_insert=True)
    else:
        _vervang(open_, nieuw)


def _vervang(klaar: Actie, nieuw: Actie) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            VERVANG,
            [
                *(klaar.klaar_op, klaar.klaar_bij_id, klaar.pk),
                *(nieuw.sleutel, nieuw.statushouder_id, nieuw.omschrijving, nieuw.datum),
                *(nieuw.voor_id, nieuw.contact_id, timezone.now()),
            ],
        )


def _gecontroleerd(
    persoon: Statushouder,
    omschrijving: str,
    datum: date,
    voor_id: int | None,
    contact: Contactmoment | None,
) -> Actie:
    """A next step that may be saved. Raises ValidationError at the fields of the form."""
    actie = Actie(
        statushouder=persoon,
        omschrijving=omschrijving,
        datum=datum,
        voor_id=voor_id,
        contact=contact,
    )
    try:
        controleer(actie)
    except ValidationError as fout:
        velden = {"omschrijving": "volgende_stap", "datum": "volgende_datum"}
        raise ValidationError(
            {velden.get(veld, veld): fouten for veld, fouten in fout.error_dict.items()}
        ) from fout
    return actie


@transaction.atomic
def maak_contact_ongedaan(*, contact: Contactmoment, nu: datetime, door: Door) -> Statushouder:
    """Within ten minutes, by who recorded it: as if the contact never was, its next step too.

    Raises ValidationError when it is too late or somebody else's.
    """
    persoon = vergrendel(contact.statushouder)
    if contact.door_id != door.gebruiker_id or nu - contact.ingevoerd_op > ONGEDAAN_BINNEN:
        raise ValidationError(
            "Ongedaan maken kan tot tien minuten na het opslaan, door wie het opsloeg."
        )
    neem_gevolg_terug(contact, door=door)
    contact.volgende_stappen.all().delete()
    contact.afgeronde_stappen.update(klaar_op=None, klaar_bij=None)
    log(door, Handeling.CONTACT_VASTGELEGD, persoon, contact=contact.pk, wat="ongedaan gemaakt")
    contact.delete()
    return persoon


@transaction.atomic
def maak_actie(
    *,
    statushouder: Statushouder,
    volgende_stap: str,
    volgende_datum: date,
    op: date,
    door: Door,
    voor: Gebruiker | None = None,
) -> Actie:
    """A next step for somebody who may open the dossier; without `voor` for the contactpersoon.

    Raises ValidationError.
    """
    controleer_dagen(volgende_datum=volgende_datum)
    persoon = vergrendel(statushouder)
    omschrijving = nette_tekst(volgende_stap, "volgende_stap")
    if not omschrijving:
        raise ValidationError({"volgende_stap": "Schrijf kort op wat er gaat gebeuren."})
    wie = mogelijke_contactpersonen(plaats_van_dossier(persoon), op=op)
    if voor is not None and not wie.filter(pk=voor.pk).exists():
        raise ValidationError({"voor": f"{voor} mag dit dossier niet openen. Kies iemand anders."})
    voor_id = voor.pk if voor else None
    actie = _gecontroleerd(persoon, omschrijving, volgende_datum, voor_id, None)
    actie.save(force_insert=True)
    if actie.voor is not None:
        meld(Berichtsoort.STAP, aan=actie.voor, door=door)
    log(door, Handeling.ACTIE_GEWIJZIGD, persoon, actie=actie.pk, wat="gemaakt")
    return actie


@transaction.atomic
def zet_actie_klaar(*, actie: Actie, op: date, door: Door) -> Actie:
    """The step is done on `op`; done is done, a second time changes nothing."""
    persoon = vergrendel(actie.statushouder)
    nu = vergrendel(actie)
    if nu.klaar_op is None:
        nu.klaar_op = op
        bewaar(nu, "klaar_op")
        log(door, Handeling.ACTIE_GEWIJZIGD, persoon, actie=nu.pk, wat="klaar")
    return nu


@transaction.atomic
def heropen_actie(*, actie: Actie, door: Door) -> Actie:
    """The step was not done after all."""
    persoon = vergrendel(actie.statushouder)
    nu = vergrendel(actie)
    if nu.klaar_op is not None:
        nu.klaar_op, nu.klaar_bij = None, None
        bewaar(nu, "klaar_op", "klaar_bij")
        log(door, Handeling.ACTIE_GEWIJZIGD, persoon, actie=nu.pk, wat="weer open")
    return nu
