"""A dossier goes from one gemeente to another: asked for or offered, then answered once.

Inside the region the dossier itself goes, with the verblijf that says since when, and the old
gemeente reads along for `MEELEZEN`. To another region nothing goes but the note (R2).
"""

from datetime import date, datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import BigIntegerField, DateField, F, Func, Value
from django.db.models.functions import Cast

from regio.logboek import Door, noteer
from regio.models import Gemeente, Handeling
from statushouders.codes import Verblijfsoort
from statushouders.models import (
    Overdracht,
    Overdrachtsoort,
    Overdrachtstand,
    Statushouder,
    Weigerreden,
)
from statushouders.namen import sorteernaam
from statushouders.services.dossierplaats import ligging_van, plaats_van_dossier
from statushouders.services.kern import (
    DUBBEL,
    GEEN_RECHT,
    controleer,
    controleer_dagen,
    log,
    nette_tekst,
    vergrendel,
    weiger,
)
from statushouders.services.namen import nette_namen
from statushouders.services.verblijven import leg_verblijf_vast, maak_los_van_oude_gemeente

MEELEZEN = timedelta(days=30)
TE_VAAK = "VB429"
TE_VAAK_GEVRAAGD = (
    "U liet dit het laatste uur al dertig keer nakijken. Probeer het over een uur opnieuw."
)
NIET_MEER_OPEN = "Deze overdracht is al beantwoord of ingetrokken. Laad de pagina en kijk."
SOORTEN = (Verblijfsoort.VESTIGING, Verblijfsoort.KOPPELING)


def meeleesbaar(op: date) -> Func:
    """The dossiers that the gemeente of a row handed over and may still read on `op`."""
    gemeente = Func(F("gemeente_id"), template="array[%(expressions)s]::bigint[]")
    dag = Cast(Value(op), DateField())
    nummers = ArrayField(BigIntegerField())
    return Func(gemeente, dag, function="meeleesbaar", output_field=nummers)


@transaction.atomic
def is_bekend_elders(
    *, voornaam: str, achternaam: str, geboortejaar: int, gemeente: Gemeente, op: date, door: Door
) -> bool | None:
    """Whether exactly this name and year is known in another gemeente of the region.

    Only yes or no, never where or who; None where the deelname of `gemeente` does not allow the
    question. Logged. Raises ValidationError when somebody asks too often.
    """
    antwoord = _vraag(
        "select bekend_elders(%s, %s, %s, %s)",
        [gemeente.pk, sorteernaam(voornaam, achternaam), geboortejaar, op],
    )[0][0]
    if antwoord is not None:
        _log_vraag(door, gemeente, op, "bekend elders", antwoord=antwoord)
    return antwoord


@transaction.atomic
def vraag_dossier(
    *,
    voornaam: str,
    achternaam: str,
    geboortejaar: int,
    gemeente: Gemeente,
    verblijf_soort: str,
    vanaf: date,
    op: date,
    door: Door,
) -> list[Overdracht]:
    """Ask for the dossier of somebody who is known elsewhere, without learning where.

    Raises ValidationError when nobody is known there (any more), or the day is yet to come.
    """
    _controleer_verblijf(verblijf_soort, vanaf, op=op)
    voornaam, achternaam = nette_namen(voornaam, achternaam)
    wie = f"{voornaam} {achternaam}, geboren in {geboortejaar}"
    naam = sorteernaam(voornaam, achternaam)
    rijen = _vraag(
        "select vraag_dossier(%s, %s, %s, %s, %s, %s, %s)",
        [gemeente.pk, naam, geboortejaar, op, verblijf_soort, vanaf, wie],
    )
    if not rijen:
        raise ValidationError("Deze persoon is niet (meer) bekend in een andere gemeente.")
    _log_vraag(door, gemeente, op, "overdracht gevraagd")
    return list(Overdracht.objects.filter(sleutel__in=[rij[0] for rij in rijen]))


def _vraag(sql: str, parameters: list) -> list[tuple]:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall()
    except DatabaseError as fout:
        code = getattr(fout.__cause__, "pgcode", None)
        if code == TE_VAAK:
            raise ValidationError(TE_VAAK_GEVRAAGD) from fout
        if code == GEEN_RECHT:
            raise ValidationError("Voor deze gemeente kunt u geen dossier vragen.") from fout
        raise


def _log_vraag(door: Door, gemeente: Gemeente, op: date, wat: str, **gegevens) -> None:
    plaats = ligging_van(gemeente, op=op)
    noteer(
        door,
        Handeling.GEZOCHT,
        soort="bekend elders",
        gemeente_id=gemeente.pk,
        regio_id=plaats.regio_id if plaats else None,
        wat=wat,
        **gegevens,
    )


@transaction.atomic
def bied_aan(
    *,
    statushouder: Statushouder,
    naar_gemeente: Gemeente,
    verblijf_soort: str,
    vanaf: date,
    bericht: str,
    nu: datetime,
    op: date,
    door: Door,
) -> Overdracht:
    """Offer the dossier to another gemeente of the region; to one elsewhere only the note.

    Raises ValidationError.
    """
    _controleer_verblijf(verblijf_soort, vanaf, op=op)
    persoon = vergrendel(statushouder)
    plaats = ligging_van(naar_gemeente, op=op)
    if plaats is None or plaats.gemeente_id != naar_gemeente.pk:
        raise ValidationError(
            {"naar_gemeente": "Deze gemeente bestaat niet meer. Kies een andere."}
        )
    if plaats == plaats_van_dossier(persoon):
        raise ValidationError({"naar_gemeente": "Het dossier is al van deze gemeente."})
    bericht = nette_tekst(bericht, "bericht", regels=True)
    if not bericht:
        raise ValidationError({"bericht": "Schrijf kort op wat de nieuwe gemeente moet weten."})
    overdracht = Overdracht(
        statushouder=persoon,
        soort=Overdrachtsoort.AANBOD,
        van_gemeente_id=persoon.dossiergemeente_id,
        naar_gemeente=naar_gemeente,
        binnen_regio=plaats.regio_id == persoon.dossierregio_id,
        verblijf_soort=verblijf_soort,
        vanaf=vanaf,
        over_wie=f"{persoon.weergavenaam}, geboren in {persoon.geboortejaar}",
        bericht=bericht,
        gevraagd_op=nu,
        gevraagd_door_id=door.gebruiker_id,
    )
    controleer(overdracht, zonder=("overdracht_een_open_per_gemeente",))
    zin = "Dit dossier is al aan deze gemeente aangeboden, of door haar gevraagd."
    with weiger(code=DUBBEL, veld="naar_gemeente", zin=zin):
        overdracht.save(force_insert=True)
    log(door, Handeling.DOSSIER_GEWIJZIGD, persoon, wat="overdracht", overdracht=overdracht.pk)
    return overdracht


def _controleer_verblijf(verblijf_soort: str, vanaf: date, *, op: date) -> None:
    controleer_dagen(vanaf=vanaf)
    if verblijf_soort not in SOORTEN:
        raise ValidationError("Een dossier gaat over bij een koppeling of vestiging.")
    if vanaf > op:
        raise ValidationError(
            {"vanaf": "Een dossier gaat over op of na de dag zelf. Kies vandaag of eerder."}
        )


@transaction.atomic
def aanvaard(
    *,
    overdracht: Overdracht,
    vanaf: date,
    nu: datetime,
    op: date,
    door: Door,
    bericht: str | None = None,
) -> Overdracht:
    """Say yes. The dossier goes, with the verblijf from `vanaf`; out of the region only the note.

    Raises ValidationError when it was answered already, or the verblijven do not allow it.
    """
    nu_open = _open(overdracht)
    _controleer_verblijf(nu_open.verblijf_soort, vanaf, op=op)
    if bericht is not None:
        nu_open.bericht = nette_tekst(bericht, "bericht", regels=True)
    nu_open.vanaf = vanaf
    nu_open.leest_mee_tot = op + MEELEZEN
    if not nu_open.binnen_regio:
        _beslis(nu_open, Overdrachtstand.AANVAARD, nu=nu, door=door)
        return nu_open
    if nu_open.soort == Overdrachtsoort.AANBOD:
        _neem_aangeboden_dossier(nu_open, op)
        persoon = Statushouder.objects.get(pk=nu_open.statushouder_id)
    else:
        persoon = vergrendel(nu_open.statushouder)
        nu_open.van_gemeente_id = persoon.dossiergemeente_id
    _beslis(nu_open, Overdrachtstand.AANVAARD, nu=nu, door=door)
    leg_verblijf_vast(
        statushouder=persoon,
        soort=nu_open.verblijf_soort,
        gemeente=nu_open.naar_gemeente,
        van=vanaf,
        op=op,
        door=door,
    )
    if nu_open.soort == Overdrachtsoort.AANBOD:
        maak_los_van_oude_gemeente(persoon, plaats_van_dossier(persoon), op=op)
        log(door, Handeling.DOSSIER_VERPLAATST, persoon, naar=nu_open.naar_gemeente_id)
    return nu_open


def _neem_aangeboden_dossier(overdracht: Overdracht, op: date) -> None:
    zin = "Dit dossier is intussen bij een andere gemeente. Vraag de afzender om het in te trekken."
    with weiger(code=GEEN_RECHT, veld="vanaf", zin=zin), connection.cursor() as cursor:
        cursor.execute("select neem_aangeboden_dossier(%s, %s)", [overdracht.pk, op])


@transaction.atomic
def weiger_overdracht(
    *, overdracht: Overdracht, weigerreden: str, nu: datetime, door: Door
) -> Overdracht:
    """Say no, with a reason. Raises ValidationError when it was answered already."""
    nu_open = _open(overdracht)
    if weigerreden not in Weigerreden.values:
        raise ValidationError({"weigerreden": "Kies waarom u weigert."})
    nu_open.weigerreden = weigerreden
    nu_open.over_wie = ""
    _beslis(nu_open, Overdrachtstand.GEWEIGERD, nu=nu, door=door)
    return nu_open


@transaction.atomic
def trek_overdracht_in(*, overdracht: Overdracht, nu: datetime, door: Door) -> Overdracht:
    """Who asked or offered takes it back. Raises ValidationError when it was answered already."""
    nu_open = _open(overdracht)
    nu_open.over_wie = ""
    _beslis(nu_open, Overdrachtstand.INGETROKKEN, nu=nu, door=door)
    return nu_open


def _open(overdracht: Overdracht) -> Overdracht:
    """The row, locked, while it waits for an answer."""
    rij = (
        Overdracht.objects.select_for_update(of=("self",), no_key=True)
        .select_related("naar_gemeente")
        .filter(pk=overdracht.pk)
        .first()
    )
    if rij is None or rij.stand != Overdrachtstand.OPEN:
        raise ValidationError(NIET_MEER_OPEN)
    return rij


def _beslis(overdracht: Overdracht, stand: str, *, nu: datetime, door: Door) -> None:
    overdracht.stand, overdracht.beslist_op = stand, nu
    overdracht.beslist_door_id = door.gebruiker_id
    controleer(overdracht, zonder=("overdracht_een_open_per_gemeente",))
    overdracht.save()
    plaats = ligging_van(overdracht.naar_gemeente, op=nu.date())
    noteer(
        door,
        Handeling.DOSSIER_GEWIJZIGD,
        Statushouder(pk=overdracht.statushouder_id),
        regio_id=plaats.regio_id if plaats else None,
        gemeente_id=overdracht.naar_gemeente_id,
        wat=f"overdracht {stand}",
        overdracht=overdracht.pk,
    )
