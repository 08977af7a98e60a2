"""What was true of somebody on a day."""

import calendar
from datetime import date, timedelta

from tests.naief.codes import BETAALD, BIJSTAND, CORRECTIE, NOG_NIET_GEKOPPELD
from tests.naief.wereld import GEMEENTEN, Persoon, Plaatsing, Traject, Verblijf

EEN_DAG = timedelta(days=1)


def loopt_op(begin: date, eind: date | None, dag: date) -> bool:
    """Begun on or before the day, and open or ending on or after it."""
    return begin <= dag and (eind is None or eind >= dag)


def maanden_later(dag: date, maanden: int) -> date:
    """The same day so many calendar months later; where there is none, the last of that month."""
    jaar, maand, nummer = dag.year, dag.month, dag.day
    for _ in range(maanden):
        maand += 1
        if maand == 13:
            jaar, maand = jaar + 1, 1
    laatste = calendar.monthrange(jaar, maand)[1]
    return date(jaar, maand, min(nummer, laatste))


def _verblijf_op(persoon: Persoon, soort: str, dag: date) -> Verblijf | None:
    for verblijf in persoon.verblijven:
        if verblijf.soort == soort and loopt_op(verblijf.van, verblijf.tot_en_met, dag):
            return verblijf
    return None


def gemeente_zoals_op(code: str, dag: date) -> str:
    """The gemeente itself, or, from the day after its end, its successor."""
    gemeente = GEMEENTEN[code]
    while gemeente.laatste_dag is not None and gemeente.laatste_dag < dag:
        gemeente = GEMEENTEN[gemeente.opvolger]
    return gemeente.code


def regio_van(code: str, dag: date) -> str | None:
    """The region that the gemeente is a member of on the day."""
    for lid in GEMEENTEN[code].leden:
        if lid.van <= dag <= lid.tot_en_met:
            return lid.regio
    return None


def plek_op(persoon: Persoon, dag: date) -> tuple[str | None, str | None]:
    """The region, and the responsible gemeente or "nog niet gekoppeld"; (None, None) if nowhere.

    Vestiging decides, else koppeling; with neither, the gemeente where the azc stands gives the
    region.
    """
    for soort in ("vestiging", "koppeling"):
        verblijf = _verblijf_op(persoon, soort, dag)
        if verblijf is not None:
            gemeente = gemeente_zoals_op(verblijf.gemeente, dag)
            return regio_van(gemeente, dag), gemeente
    verblijf = _verblijf_op(persoon, "azc", dag)
    if verblijf is None or verblijf.gemeente is None:
        return None, None
    return regio_van(gemeente_zoals_op(verblijf.gemeente, dag), dag), NOG_NIET_GEKOPPELD


def waarde_op(persoon: Persoon, veld: str, dag: date) -> str:
    """A dated fact as it was on the day."""
    for eerder in persoon.eerdere_waarden:
        if eerder.veld == veld and (eerder.van or date.min) <= dag <= eerder.tot_en_met:
            return eerder.waarde
    return getattr(persoon, veld)


def leerroute_op(persoon: Persoon, dag: date) -> str:
    """Only the Wi2021 has leerroutes."""
    if waarde_op(persoon, "wet", dag) != "wi2021":
        return "nvt"
    return waarde_op(persoon, "leerroute", dag)


def leeftijd(persoon: Persoon, peildatum: date) -> int:
    return peildatum.year - persoon.geboortejaar


def is_minderjarig(persoon: Persoon, peildatum: date) -> bool:
    return leeftijd(persoon, peildatum) < 18


def leeftijdsklasse(persoon: Persoon, peildatum: date) -> str:
    jaren = leeftijd(persoon, peildatum)
    for grens, klasse in (
        (16, "jonger_dan_16"),
        (18, "16-17"),
        (27, "18-26"),
        (40, "27-39"),
        (55, "40-54"),
        (67, "55-aow"),
    ):
        if jaren < grens:
            return klasse
    return "aow_en_ouder"


def in_beeld_op(persoon: Persoon, dag: date) -> bool:
    return any(loopt_op(a.aangemeld_op, a.afgesloten_op, dag) for a in persoon.aanmeldingen)


def geldige_trajecten(persoon: Persoon) -> list[Traject]:
    """Without administratieve correcties, which count nowhere."""
    return [t for t in persoon.trajecten if t.eindreden != CORRECTIE]


def geldige_plaatsingen(persoon: Persoon) -> list[Plaatsing]:
    """Without what was registered by mistake."""
    return [p for p in persoon.plaatsingen if p.ingetrokken_op is None]


def lopende_trajecten(persoon: Persoon, dag: date) -> list[Traject]:
    return [t for t in geldige_trajecten(persoon) if loopt_op(t.begindatum, t.einddatum, dag)]


def betaalde_plaatsingen(persoon: Persoon) -> list[Plaatsing]:
    return [p for p in geldige_plaatsingen(persoon) if p.soort in BETAALD]


def aan_het_werk_op(persoon: Persoon, dag: date) -> bool:
    """Any paid plaatsing runs on that very day."""
    return any(loopt_op(p.begindatum, p.einddatum, dag) for p in betaalde_plaatsingen(persoon))


def uitkering_op(persoon: Persoon, dag: date) -> str:
    """The uitkering of the day. Without a row: `geen` for who has any row, else `onbekend`."""
    for uitkering in persoon.uitkeringen:
        if loopt_op(uitkering.van, uitkering.tot_en_met, dag):
            return uitkering.soort
    return "geen" if persoon.uitkeringen else "onbekend"


def heeft_bijstand_op(persoon: Persoon, dag: date) -> bool:
    return uitkering_op(persoon, dag) in BIJSTAND


def dagen(van: date, tot_en_met: date) -> list[date]:
    """Every day from the first to the last, both inclusive."""
    return [van + timedelta(days=n) for n in range((tot_en_met - van).days + 1)]
