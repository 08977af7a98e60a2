"""The mail of the morning: what the start page would say, as numbers."""

from collections import Counter
from datetime import date

from regio.geldwaarschuwing import waarschuwingen
from regio.logboek import Door
from regio.models import Gebruiker, Opdracht
from regio.toegang import Bereik, bereik_van
from regio.uitvak import werk, zet_klaar
from statushouders.codes import Berichtsoort, Wanneer
from statushouders.lijsten.taken import NAZORG, taken_van
from statushouders.models import Bericht
from statushouders.services.berichten import soorten_van, verstuur, voorkeuren_van

OVERZICHT = "statushouders.dagoverzicht"


def zet_overzichten_klaar(*, op: date, door: Door) -> int:
    """Ask for the mail of this morning, once per user and day. Says for how many."""
    aantal = 0
    for gebruiker in Gebruiker.objects.filter(is_active=True).order_by("pk"):
        bereik = bereik_van(gebruiker, op=op)
        if _wil(gebruiker, bereik):
            zet_klaar(
                OVERZICHT,
                sleutel=f"{OVERZICHT}:{gebruiker.pk}:{op.isoformat()}",
                door=door,
                bereik=bereik,
                gebruiker_id=gebruiker.pk,
                dag=op.isoformat(),
            )
            aantal += 1
    return aantal


@werk(OVERZICHT)
def verstuur_overzicht(*, door: Door, opdracht: Opdracht, gebruiker_id: int, dag: str) -> None:
    """Count what the start page shows on that day, and mail the numbers, if there are any.

    Counts with the rights of that moment, and for nobody who left meanwhile.
    """
    op = date.fromisoformat(dag)
    gebruiker = Gebruiker.objects.filter(pk=gebruiker_id, is_active=True).first()
    if gebruiker is None:
        return
    bereik = bereik_van(gebruiker, op=op)
    wil = _wil(gebruiker, bereik)
    if not wil:
        return
    aantallen = _aantallen(gebruiker, bereik, op)
    nieuw = Bericht.objects.filter(gebruiker=gebruiker, soort__in=wil)
    aantallen.update(nieuw.values_list("soort", flat=True))
    nieuw.delete()
    verstuur(gebruiker, {soort: aantallen[soort] for soort in wil if aantallen[soort]})


def _wil(gebruiker: Gebruiker, bereik: Bereik) -> list[Berichtsoort]:
    """What this user gets every morning."""
    voorkeuren = voorkeuren_van(gebruiker)
    return [s for s in soorten_van(bereik) if voorkeuren[s] == Wanneer.DAGELIJKS]


def _aantallen(gebruiker: Gebruiker, bereik: Bereik, op: date) -> Counter[str]:
    geld = Counter({Berichtsoort.GELD: len(waarschuwingen(bereik.geld_te_lezen, op=op))})
    if not bereik.met_dossiers:
        return geld
    laat = [taak for taak in taken_van(gebruiker, bereik=bereik, op=op) if taak.datum <= op]
    nazorg = sum(taak.soort == NAZORG for taak in laat)
    return geld + Counter({Berichtsoort.TAKEN: len(laat) - nazorg, Berichtsoort.NAZORG: nazorg})
