"""Read a workbook in: all of it, or nothing. One service for the page and the command."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import DatabaseError, connection, transaction

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Gemeente, Handeling
from regio.perioden import halfjaar_van
from regio.toegang import Bereik
from regio.uitwisseling.meldingen import Geweigerd, Melding
from statushouders.models import Levering
from statushouders.uitwisseling.bladen import BLADEN
from statushouders.uitwisseling.controle import Controle
from statushouders.uitwisseling.controle_bereik import DAGEN, Dossierplaatsen, controleer_bereik
from statushouders.uitwisseling.controle_dubbel import controleer_dubbel
from statushouders.uitwisseling.controle_rijen import controleer_rijen
from statushouders.uitwisseling.controle_samen import controleer_samen
from statushouders.uitwisseling.herkennen import Gelezen, herken
from statushouders.uitwisseling.lezen import Bestand, Werkmap
from statushouders.uitwisseling.naslag import Naslag
from statushouders.uitwisseling.samenvoegen import Samenvoeger
from statushouders.uitwisseling.schrijven import Schrijver
from statushouders.uitwisseling.stand import Stand
from statushouders.uitwisseling.voorstel import Plan
from statushouders.uitwisseling.weigering import zin_bij

SLOT = 0x1A7E
# A second import of the same region waits its turn this long; a page ends after thirty seconds.
WACHTTIJD_MS = 15_000
SLOT_NIET_GEKREGEN = "55P03"


@dataclass(frozen=True)
class Afzender:
    """Who delivers: a gemeente, or without one the verbinder of the region."""

    regio: Arbeidsmarktregio
    gemeente: Gemeente | None = None

    @property
    def code(self) -> str:
        """Under which references are unique."""
        return self.gemeente.code if self.gemeente else self.regio.code


@dataclass
class Uitkomst:
    """What an import did, or would do. With faults nothing was written."""

    tellingen: dict[str, dict[str, int]]
    fouten: list[Melding]
    waarschuwingen: list[Melding]
    onbekende_bladen: list[str]
    onbekende_kolommen: list[tuple[str, str]]
    plan: Plan
    naslag: Naslag
    eerder_op: datetime | None = None
    levering: Levering | None = None
    geschreven: bool = False
    aantal_rijen: int = field(default=0)

    @property
    def iets_veranderd(self) -> bool:
        """Whether any row is new or changed."""
        return any(t["nieuw"] or t["gewijzigd"] for t in self.tellingen.values())


def lees_in(
    *,
    werkmap: Werkmap,
    bestand: Bestand,
    afzender: Afzender,
    bereik: Bereik,
    op: date,
    nu: datetime,
    door: Door,
    proef: bool = False,
) -> Uitkomst:
    """Check a parsed workbook and, unless `proef` or a fault, write it. `bereik` is in force.

    Everything is checked against the rows of this moment, also when a preview came before.
    Raises Geweigerd when another import of the region does not end.
    """
    if not proef:
        _wacht_op_beurt(afzender.regio)
    naslag = Naslag(afzender.regio)
    gelezen = herken(werkmap, naslag)
    stand = Stand(gelezen, leverancier=afzender.code, bereik=bereik, vergrendel=not proef)
    plan = Samenvoeger(gelezen, stand).voeg_samen()
    controle = Controle(
        plan=plan, gelezen=gelezen, naslag=naslag, bereik=bereik, gemeente=afzender.gemeente, op=op
    )
    controleer_rijen(controle)
    controleer_samen(controle)
    controleer_dubbel(controle, stand.op_nullen_na)
    plaatsen = controleer_bereik(controle)
    uitkomst = _uitkomst(gelezen, plan, naslag)
    vorige = Levering.objects.filter(leverancier=afzender.code, sha256=bestand.sha256).first()
    uitkomst.eerder_op = vorige.op if vorige else None
    if not proef and not uitkomst.fouten:
        _schrijf(uitkomst, controle, plaatsen, afzender, bestand, nu, door, vorige)
    if not proef:
        _log(uitkomst, afzender, door)
    return uitkomst


def _uitkomst(gelezen: Gelezen, plan: Plan, naslag: Naslag) -> Uitkomst:
    return Uitkomst(
        tellingen=plan.tellingen(BLADEN),
        fouten=_op_volgorde(gelezen.fouten),
        waarschuwingen=_op_volgorde(gelezen.waarschuwingen),
        onbekende_bladen=gelezen.onbekende_bladen,
        onbekende_kolommen=gelezen.onbekende_kolommen,
        plan=plan,
        naslag=naslag,
        aantal_rijen=sum(len(rijen) for rijen in gelezen.rijen.values()),
    )


def _op_volgorde(meldingen: list[Melding]) -> list[Melding]:
    """As somebody walks through the workbook: by sheet, row and column; each once."""
    bladen = {blad: nummer for nummer, blad in enumerate(BLADEN)}
    kolommen = {
        (blad, kolom): nummer
        for blad in BLADEN
        for nummer, kolom in enumerate(BLADEN[blad].kolommen())
    }

    def plek(melding: Melding) -> tuple:
        kolom = kolommen.get((melding.blad, melding.kolom), -1)
        return bladen.get(melding.blad, -1), melding.rij, kolom

    return sorted(dict.fromkeys(meldingen), key=plek)


def _schrijf(
    uitkomst: Uitkomst,
    controle: Controle,
    plaatsen: Dossierplaatsen,
    afzender: Afzender,
    bestand: Bestand,
    nu: datetime,
    door: Door,
    vorige: Levering | None,
) -> None:
    gemeente = afzender.gemeente
    schrijver = Schrijver(
        uitkomst.plan,
        plaatsen,
        regio=afzender.regio,
        leverancier=afzender.code,
        thuis=gemeente.pk if gemeente else None,
        te_openen=controle.bereik.gemeenten,
        op=controle.op,
        door=door,
    )
    try:
        with transaction.atomic():
            if _is_nieuwe_levering(uitkomst, vorige, controle.op):
                uitkomst.levering = _levering(uitkomst, controle, afzender, bestand, nu, door)
            else:
                uitkomst.levering = vorige
            schrijver.schrijf(levering_id=uitkomst.levering.pk if uitkomst.levering else None)
            _controleer_nu()
    except DatabaseError as fout:
        # What our checks let through and the database does not: nothing stays, and we say so.
        uitkomst.levering = None
        uitkomst.fouten.append(zin_bij(fout))
    else:
        uitkomst.geschreven = True


def _is_nieuwe_levering(uitkomst: Uitkomst, vorige: Levering | None, op: date) -> bool:
    """The same file without news, in the same half-year, is the same delivery."""
    if not uitkomst.aantal_rijen:
        return False
    if uitkomst.iets_veranderd or vorige is None:
        return True
    return halfjaar_van(vorige.op.date()) != halfjaar_van(op)


def _levering(
    uitkomst: Uitkomst,
    controle: Controle,
    afzender: Afzender,
    bestand: Bestand,
    nu: datetime,
    door: Door,
) -> Levering:
    levering = Levering.objects.create(
        regio=afzender.regio,
        leverancier=afzender.code,
        op=nu,
        door_id=door.gebruiker_id,
        bestandsnaam=bestand.naam[-255:],
        sha256=bestand.sha256,
        samenvatting={
            "bladen": uitkomst.tellingen,
            "waarschuwingen": len(uitkomst.waarschuwingen),
        },
    )
    levering.gemeenten.set(_gemeenten(controle))
    return levering


def _gemeenten(controle: Controle) -> set[int]:
    """The gemeenten whose rows the file held: who answered on a day that a row speaks of."""
    if controle.gemeente is not None:
        return {controle.gemeente.pk}
    gevonden = set()
    for blad, voorstellen in controle.plan.voorstellen.items():
        begin, einde = DAGEN[blad]
        for v in voorstellen:
            gevonden |= {
                deel.gemeente_id
                for deel in controle.tijdlijn(v.persoon)
                if deel.gemeente_id is not None and deel.raakt(v[begin], v[einde])
            }
    return gevonden


def _controleer_nu() -> None:
    """Let rules over two rows speak now, and not only when the request ends."""
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate; set constraints all deferred")


def _log(uitkomst: Uitkomst, afzender: Afzender, door: Door) -> None:
    noteer(
        door,
        Handeling.IMPORT_GEDAAN if uitkomst.geschreven else Handeling.IMPORT_MISLUKT,
        gelukt=uitkomst.geschreven,
        soort="levering",
        regio_id=afzender.regio.pk,
        gemeente_id=afzender.gemeente.pk if afzender.gemeente else None,
        levering=uitkomst.levering.pk if uitkomst.levering else None,
        bladen=uitkomst.tellingen if uitkomst.geschreven else {},
        fouten=len(uitkomst.fouten),
        waarschuwingen=len(uitkomst.waarschuwingen),
    )


def log_weigering(afzender: Afzender, door: Door) -> None:
    """Write down that a file was refused before it could be read."""
    noteer(
        door,
        Handeling.IMPORT_MISLUKT,
        gelukt=False,
        soort="levering",
        regio_id=afzender.regio.pk,
        gemeente_id=afzender.gemeente.pk if afzender.gemeente else None,
    )


def _wacht_op_beurt(regio: Arbeidsmarktregio) -> None:
    """One import of a region at a time: the second then sees what the first wrote."""
    try:
        with transaction.atomic(), connection.cursor() as cursor, _geduld(cursor):
            cursor.execute("select pg_advisory_xact_lock(%s, %s)", [SLOT, regio.pk])
    except DatabaseError as fout:
        if getattr(fout.__cause__, "pgcode", None) != SLOT_NIET_GEKREGEN:
            raise
        raise Geweigerd(
            "Er wordt op dit moment al een bestand van deze regio ingelezen.",
            "Er is niets opgeslagen. Probeer het over een minuut opnieuw.",
        ) from fout


@contextmanager
def _geduld(cursor) -> Iterator[None]:
    """Wait longer than a page usually may, for one statement."""
    namen = ("lock_timeout", "statement_timeout")
    cursor.execute("select current_setting(%s), current_setting(%s)", namen)
    gewoon = cursor.fetchone()
    zet = "select set_config(%s, %s, true), set_config(%s, %s, true)"
    cursor.execute(zet, [namen[0], str(WACHTTIJD_MS), namen[1], str(WACHTTIJD_MS + 1_000)])
    yield
    cursor.execute(zet, [namen[0], gewoon[0], namen[1], gewoon[1]])
