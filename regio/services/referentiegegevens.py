"""Load the division of the country and the lists of policy from `regio/gegevens/`.

Repeatable: what is there already and the same stays untouched, and the report says what changed.
"""

import csv
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from django.db import transaction

from regio.logboek import Door, noteer
from regio.models import (
    Actielijn,
    Arbeidsmarktregio,
    Centrumgemeente,
    Gemeente,
    GemeenteInRegio,
    Handeling,
    Trajectsoort,
)
from regio.services.beleidslijsten import ACTIELIJNEN, TRAJECTSOORTEN

GEGEVENS = Path(__file__).resolve().parent.parent / "gegevens"
# The oldest source of who belonged where is of 2021: an earlier beginning is an estimate.
EERSTE_BRON = date(2021, 1, 1)
# "A region change without a date is taken from 1 January of the first source year that shows it."
ZONDER_INGANG = {"GM1773": date(2024, 1, 1)}


@dataclass
class Verslag:
    """What loading did, per table: how many rows are new, changed, unchanged or gone."""

    tellingen: dict[str, Counter] = field(default_factory=dict)
    wijzigingen: list[str] = field(default_factory=list)

    def tel(self, tabel: str, uitkomst: str, wat: str = "") -> None:
        self.tellingen.setdefault(tabel, Counter())[uitkomst] += 1
        if uitkomst != "ongewijzigd":
            self.wijzigingen.append(f"{tabel}: {uitkomst}: {wat}")

    @property
    def iets_veranderd(self) -> bool:
        return bool(self.wijzigingen)


@transaction.atomic
def laad_referentiegegevens(*, door: Door, map_: Path = GEGEVENS) -> Verslag:
    """Bring regions, gemeenten, memberships, centrumgemeenten and lists up to date.

    Returns what changed. A centrumgemeente that a beheerder confirmed stays as it is.
    """
    verslag = Verslag()
    _laad_lijsten(verslag)
    regios = _laad_regios(map_, verslag)
    gemeenten = _laad_gemeenten(map_, verslag)
    _laad_lidmaatschappen(map_, regios, gemeenten, verslag)
    _laad_centrumgemeenten(map_, regios, gemeenten, verslag)
    if verslag.iets_veranderd:
        tellingen = {tabel: dict(telling) for tabel, telling in verslag.tellingen.items()}
        noteer(door, Handeling.GEGEVENS_GELADEN, soort="referentiegegevens", tellingen=tellingen)
    return verslag


def _rijen(map_: Path, naam: str) -> list[dict[str, str]]:
    with (map_ / naam).open(encoding="utf-8", newline="") as bestand:
        return list(csv.DictReader(bestand))


def _datum(tekst: str) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


def _werk_bij(model, verslag: Verslag, sleutel: dict, waarden: dict):
    """Make or change one row, and tell the report."""
    rij = model.objects.filter(**sleutel).first()
    tabel = model._meta.verbose_name_plural
    if rij is None:
        rij = model.objects.create(**sleutel, **waarden)
        verslag.tel(tabel, "nieuw", str(rij))
        return rij
    anders = {veld: w for veld, w in waarden.items() if getattr(rij, veld) != w}
    if anders:
        for veld, waarde in anders.items():
            setattr(rij, veld, waarde)
        rij.save(update_fields=list(anders))
        verslag.tel(tabel, "gewijzigd", f"{rij} ({', '.join(anders)})")
    else:
        verslag.tel(tabel, "ongewijzigd")
    return rij


def _laad_lijsten(verslag: Verslag) -> None:
    for code, naam, korte_naam in ACTIELIJNEN:
        _werk_bij(Actielijn, verslag, {"code": code}, {"naam": naam, "korte_naam": korte_naam})
    for soort, naam, actielijn in TRAJECTSOORTEN:
        _werk_bij(Trajectsoort, verslag, {"code": soort}, {"naam": naam, "actielijn_id": actielijn})


def _laad_regios(map_: Path, verslag: Verslag) -> dict[str, Arbeidsmarktregio]:
    return {
        rij["code"]: _werk_bij(
            Arbeidsmarktregio,
            verslag,
            {"code": rij["code"]},
            {
                "naam": rij["naam"],
                "eerdere_naam": rij["naam_2021"],
                "bron": rij["bron_regio"],
            },
        )
        for rij in _rijen(map_, "arbeidsmarktregios.csv")
    }


def _laad_gemeenten(map_: Path, verslag: Verslag) -> dict[str, Gemeente]:
    """Successors first, so that an ended gemeente can point at hers."""
    rijen = {rij["code"]: rij for rij in _rijen(map_, "gemeenten.csv")}
    plannen = {rij["gemeente_code"]: rij for rij in _rijen(map_, "voorgenomen_herindelingen.csv")}
    gemeenten: dict[str, Gemeente] = {}

    def laad(code: str) -> Gemeente:
        if code in gemeenten:
            return gemeenten[code]
        rij, plan = rijen[code], plannen.get(code)
        laatste_dag = _datum(rij["valid_to"])
        opvolger = rij["opvolger_code"]
        if plan and laatste_dag is None:
            laatste_dag = date.fromisoformat(plan["beoogde_datum"]) - timedelta(days=1)
            opvolger = plan["opvolger_code"]
        gemeenten[code] = _werk_bij(
            Gemeente,
            verslag,
            {"code": code},
            {
                "naam": rij["naam"],
                "naam_varianten": [v for v in rij["naam_varianten"].split("; ") if v],
                "provincie": rij["provincie"],
                "van": _datum(rij["valid_from"]),
                "tot_en_met": laatste_dag,
                "opvolger": laad(opvolger) if opvolger else None,
                "einde_voorgenomen": plan is not None and not rij["valid_to"],
                "inwoners": int(rij["inwoners"]) if rij["inwoners"] else None,
                "inwoners_peildatum": _datum(rij["inwoners_peildatum"]),
                "bron": "; ".join(filter(None, [rij["bron"], plan["bron"] if plan else ""])),
            },
        )
        return gemeenten[code]

    for code in rijen:
        laad(code)
    return gemeenten


def _laad_lidmaatschappen(map_, regios, gemeenten, verslag: Verslag) -> None:
    wijzigingen = {
        rij["gemeente_code"]: rij for rij in _rijen(map_, "gemeente_regio_wijzigingen.csv")
    }
    for rij in _rijen(map_, "gemeenten.csv"):
        gemeente = gemeenten[rij["code"]]
        periodes = _periodes(gemeente, rij, wijzigingen.get(rij["code"]), regios)
        # What no longer stands in the source goes first, so that no two rows overlap on the way.
        blijvend = [(p["regio"].pk, p["van"]) for p in periodes]
        for oud in GemeenteInRegio.objects.filter(gemeente=gemeente):
            if (oud.regio_id, oud.van) not in blijvend:
                verslag.tel(str(GemeenteInRegio._meta.verbose_name_plural), "vervallen", str(oud))
                oud.delete()
        for periode in periodes:
            sleutel = {"gemeente": gemeente} | {
                naam: periode.pop(naam) for naam in ("regio", "van")
            }
            _werk_bij(GemeenteInRegio, verslag, sleutel, periode)


def _periodes(gemeente: Gemeente, rij: dict, wijziging: dict | None, regios) -> list[dict]:
    """The memberships of one gemeente, in order of time."""
    begin = {
        "van": gemeente.van,
        "van_geschat": gemeente.van is None or gemeente.van < EERSTE_BRON,
    }
    nu = {"regio": regios[rij["arbeidsmarktregio_code"]], "tot_en_met": gemeente.tot_en_met}
    if wijziging is None:
        return [{**nu, **begin, "bron": rij["bron"]}]
    ingang = _datum(wijziging["ingang"])
    overgang = ingang or ZONDER_INGANG[gemeente.code]
    eerder = {
        "regio": regios[wijziging["regio_oud"]],
        "tot_en_met": overgang - timedelta(days=1),
        "bron": wijziging["bron"],
    }
    later = {"van": overgang, "van_geschat": ingang is None, "bron": wijziging["bron"]}
    return [{**eerder, **begin}, {**nu, **later}]


def _laad_centrumgemeenten(map_, regios, gemeenten, verslag: Verslag) -> None:
    for rij in _rijen(map_, "arbeidsmarktregios.csv"):
        regio = regios[rij["code"]]
        if Centrumgemeente.objects.filter(regio=regio, bevestigd=True).exists():
            verslag.tel(str(Centrumgemeente._meta.verbose_name_plural), "ongewijzigd")
            continue
        _werk_bij(
            Centrumgemeente,
            verslag,
            {"regio": regio, "van": None},
            {
                "gemeente": gemeenten[rij["centrumgemeente_code"]],
                "bevestigd": not rij["status_centrumgemeente"].startswith("stand 2014"),
                "bron": rij["bron_centrumgemeente"],
            },
        )
