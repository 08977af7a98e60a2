"""Which gemeenten take part, since when, and by which agreement."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import Deelname, Gemeente, GemeenteInRegio, Handeling
from regio.toegang import Bereik


@transaction.atomic
def begin_deelname(
    *,
    gemeente: Gemeente,
    van: date,
    overeenkomst: str,
    grondslag: str,
    met_namen: bool,
    beheer: Bereik,
    door: Door,
    tot_en_met: date | None = None,
) -> Deelname:
    """Let a gemeente take part. From that day the verbinder sees its persons.

    Raises ValidationError for what does not fit, PermissionDenied outside `beheer`.
    """
    deelname = Deelname(
        gemeente=gemeente,
        van=van,
        tot_en_met=tot_en_met,
        overeenkomst=overeenkomst,
        grondslag=grondslag,
        met_namen=met_namen,
    )
    deelname.full_clean()
    regio_id = _eis_beheer(gemeente, van, beheer)
    deelname.save()
    _noteer(door, deelname, regio_id)
    return deelname


@transaction.atomic
def beeindig_deelname(
    *, deelname: Deelname, laatste_dag: date, op: date, beheer: Bereik, door: Door
) -> None:
    """Let a deelname end after `laatste_dag`; one that would not have begun by then disappears.

    Raises ValidationError for a day that is past, PermissionDenied outside `beheer`.
    """
    deelname = Deelname.objects.select_for_update(of=("self",)).get(pk=deelname.pk)
    regio_id = _eis_beheer(deelname.gemeente, op, beheer)
    if (op - laatste_dag).days > 1:
        raise ValidationError(
            {"laatste_dag": "Een deelname eindigt op zijn vroegst gisteren. Kies een latere dag."}
        )
    if deelname.tot_en_met and deelname.tot_en_met < laatste_dag:
        raise ValidationError(
            {"laatste_dag": "Deze deelname eindigt al eerder. Kies een eerdere dag."}
        )
    if laatste_dag < deelname.van:
        _noteer(door, deelname, regio_id, laatste_dag=str(laatste_dag))
        deelname.delete()
        return
    deelname.tot_en_met = laatste_dag
    deelname.full_clean()
    deelname.save(update_fields=["tot_en_met"])
    _noteer(door, deelname, regio_id, laatste_dag=str(laatste_dag))


def gemeenten_in(beheer: Bereik, *, op: date):
    """The gemeenten of the regions that a beheerder manages, on a day."""
    leden = GemeenteInRegio.objects.geldig_op(op).filter(regio__in=beheer.beheerregios)
    return Gemeente.objects.filter(pk__in=leden.values("gemeente"))


def _eis_beheer(gemeente: Gemeente, op: date, beheer: Bereik) -> int:
    """The region of the gemeente on that day, which must be managed here."""
    lid = GemeenteInRegio.objects.geldig_op(op).filter(gemeente=gemeente).first()
    if lid is None or lid.regio_id not in beheer.beheerregios:
        raise PermissionDenied("Deze gemeente hoort niet bij de regio die u beheert.")
    return lid.regio_id


def _noteer(door: Door, deelname: Deelname, regio_id: int, **gegevens) -> None:
    noteer(
        door,
        Handeling.DEELNAME_GEWIJZIGD,
        deelname,
        regio_id=regio_id,
        gemeente_id=deelname.gemeente_id,
        van=str(deelname.van),
        met_namen=deelname.met_namen,
        **gegevens,
    )
