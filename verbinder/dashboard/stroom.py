"""How far the people in beeld are, from azc to nazorg: every step defined here and nowhere else.

Each step is a part of the one before, and the first is A1. The steps of work agree with the phase
on the person's page: "aan het werk" are the phases werk and nazorg, "nazorg" is the phase nazorg.
"""

from verbinder.indicatoren.begrippen import Datumbasis, Eenheid, Indicator, Telling
from verbinder.indicatoren.bouwstenen import GELDIG_TRAJECT, heeft_lopend_traject
from verbinder.indicatoren.caseload import A1, IN_BEELD
from verbinder.indicatoren.uitkomsten import aan_het_werk_op
from verbinder.indicatoren.uitsplitsingen import VAN_PERSONEN

PEILDATUM = "%(peildatum)s"
WERKT = aan_het_werk_op(PEILDATUM, "a.persoon")
TRAJECT_BEGONNEN = f"""exists (
    select 1 from statushouders_traject t
    where t.statushouder_id = a.persoon and {GELDIG_TRAJECT} and t.begindatum <= {PEILDATUM})"""
INTAKE_GEDAAN = f"""exists (
    select 1 from statushouders_statushouder i
    where i.id = a.persoon and i.datum_brede_intake <= {PEILDATUM})"""


def _verblijf(soort: str) -> str:
    return f"""exists (
        select 1 from statushouders_verblijf v
        where v.statushouder_id = a.persoon and v.soort = '{soort}' and v.van <= {PEILDATUM}
          and coalesce(v.tot_en_met, {PEILDATUM}) >= {PEILDATUM})"""


def _stap(code: str, titel: str, definitie: str, voorwaarde: str) -> Indicator:
    return Indicator(
        code=f"stroom.{code}",
        titel=titel,
        definitie=f"Mensen die op de peildatum in beeld zijn (A1) en {definitie}",
        eenheid=Eenheid.PERSONEN,
        datumbasis=Datumbasis.PEILDATUM,
        uitsplitsingen=VAN_PERSONEN,
        telling=Telling(
            rijen=f"select persoon, gemeente_id, dag from ({IN_BEELD}) a where {voorwaarde}"
        ),
    )


AZC = _stap(
    "azc",
    "Nog op het azc",
    "die dag op een azc verblijven en nog niet in een gemeente zijn gevestigd.",
    f"{_verblijf('azc')} and not {_verblijf('vestiging')}",
)
INTAKE = _stap(
    "intake",
    "Intake gedaan",
    "de brede intake hebben gehad, of al verder zijn: een traject begon of ze werken betaald.",
    f"({INTAKE_GEDAAN} or {TRAJECT_BEGONNEN} or {WERKT})",
)
TRAJECT = _stap(
    "traject",
    "Traject begonnen",
    "ten minste een traject begonnen, lopend of afgerond, of al betaald werken.",
    f"({TRAJECT_BEGONNEN} or {WERKT})",
)
WERK = _stap("werk", "Aan het werk", "die dag betaald werken.", WERKT)
NAZORG = _stap(
    "nazorg",
    "In nazorg",
    "die dag betaald werken zonder lopend traject.",
    f"{WERKT} and not {heeft_lopend_traject('a.persoon')}",
)

STAPPEN = (A1, INTAKE, TRAJECT, WERK, NAZORG)
STROOM: dict[str, Indicator] = {stap.code: stap for stap in (AZC, *STAPPEN[1:])}
