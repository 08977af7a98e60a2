"""Rules about one row, and about a row and its person."""

from datetime import date

from statushouders.codes import Verblijfsoort
from statushouders.regels import (
    leerroute_past_bij_wet,
    te_jong_voor,
    wet_tegen_bekendmaking,
)
from statushouders.uitwisseling.bladen import BLADEN
from statushouders.uitwisseling.controle import BEGIN_EN_EINDE, Controle
from statushouders.uitwisseling.velden import DatumVeld
from statushouders.uitwisseling.voorstel import Voorstel
from statushouders.uitwisseling.zinnen import dag, periode

DATUMS = {
    blad.naam: [
        naam
        for naam, kolom in blad.kolommen().items()
        if isinstance(kolom.widget, DatumVeld) and not kolom.widget.toekomst
    ]
    for blad in BLADEN.values()
}
KLOPT_DIT = "Controleer de datum."


def controleer_rijen(c: Controle) -> None:
    """Every rule that looks at one row of the file."""
    per_blad = {
        "statushouders": _statushouder,
        "verblijf": _verblijf,
        "trajecten": _traject,
        "plaatsingen": _plaatsing,
    }
    for blad, voorstellen in c.plan.voorstellen.items():
        for voorstel in voorstellen:
            _begin_en_einde(c, blad, voorstel)
            _toekomst(c, blad, voorstel)
            if eigen := per_blad.get(blad):
                eigen(c, voorstel)


def _begin_en_einde(c: Controle, blad: str, v: Voorstel) -> None:
    for paar in BEGIN_EN_EINDE:
        if paar.blad != blad or not v.heel(paar.begin, paar.einde):
            continue
        begin, einde = v[paar.begin], v[paar.einde]
        if begin and einde and einde < begin:
            # Points at the cell that the file holds; the other may stand in the database.
            kolom = paar.einde if paar.einde in v.rij.ruw else paar.begin
            wat = f"{paar.wat} ({dag(einde)}) ligt voor het begin ({dag(begin)})."
            c.fout(v, kolom, wat, "Verbeter een van beide datums.")


def _toekomst(c: Controle, blad: str, v: Voorstel) -> None:
    for kolom in DATUMS[blad]:
        waarde = v.rij.waarden.get(kolom)
        if isinstance(waarde, date) and waarde > c.op:
            c.waarschuw(v, kolom, "Deze datum ligt in de toekomst.", KLOPT_DIT)


def _statushouder(c: Controle, v: Voorstel) -> None:
    rij = v.rij
    if rij.heel("wet", "leerroute") and (zin := leerroute_past_bij_wet(v["wet"], v["leerroute"])):
        kolom = "leerroute" if "leerroute" in rij.ruw else "wet"
        c.fout(v, kolom, f"Bij {v['wet']} past leerroute {v['leerroute']} niet.", zin)
    if rij.heel("wet", "datum_bekendmaking") and (
        zin := wet_tegen_bekendmaking(v["wet"], v["datum_bekendmaking"])
    ):
        c.waarschuw(v, "wet" if "wet" in rij.ruw else "datum_bekendmaking", zin, "")
    jaar, aangemeld = v["geboortejaar"], v["aangemeld_op"]
    if jaar and jaar > c.op.year:
        c.fout(v, "geboortejaar", "Dit geboortejaar ligt in de toekomst.", "Controleer het jaar.")
        rij.stuk.add("geboortejaar")
    elif jaar and aangemeld and jaar > aangemeld.year:
        wat = "Het geboortejaar ligt na de dag van aanmelding."
        c.fout(v, "geboortejaar", wat, "Controleer beide.")
        rij.stuk.add("geboortejaar")
    if v.bestaand is not None and v.bestaand.ingetrokken_op:
        wat = "Deze aanmelding is in Verbinder ingetrokken en telt nergens mee."
        c.waarschuw(v, "kenmerk", wat, "Maak dat eerst ongedaan als de persoon wel meedoet.")


def _verblijf(c: Controle, v: Voorstel) -> None:
    if not v.heel("soort", "gemeente", "van", "tot_en_met"):
        return
    if v["gemeente_id"] is None:
        if v["soort"] != Verblijfsoort.AZC:
            wat = "Bij een koppeling of vestiging is de gemeente verplicht."
            c.fout(v, "gemeente", wat, "Vul de GM-code of de naam van de gemeente in.")
        elif "gemeente" in v.rij.ruw or v.bestaand is None:
            wat = "Zonder gemeente van het azc hoort deze persoon bij geen enkele regio."
            c.waarschuw(v, "gemeente", wat, "Vul de gemeente in waar het azc staat.")
        return
    _bestaat(c, v)
    stukken = c.naslag.gemeenten.stukken(v["gemeente_id"])
    if not any(
        s.regio_id == c.regio.pk
        and s.van <= (v["tot_en_met"] or date.max)
        and s.tot_en_met >= v["van"]
        for s in stukken
    ):
        wat = f"Deze gemeente hoort in deze periode niet bij {c.regio.naam}."
        c.waarschuw(v, "gemeente", wat, "Controleer de gemeente; de persoon telt hier niet mee.")


def _bestaat(c: Controle, v: Voorstel) -> None:
    """Past its end, or not there yet: taken, with who is meant instead."""
    gemeente = c.naslag.gemeenten.op_id[v["gemeente_id"]]
    laatste_dag = v["tot_en_met"] or max(c.op, v["van"])
    if gemeente.tot_en_met and laatste_dag > gemeente.tot_en_met:
        opvolger = gemeente.opvolger
        wat = (
            f"{gemeente.naam} bestaat tot en met {dag(gemeente.tot_en_met)}. "
            f"Vanaf de dag erna telt deze persoon in {opvolger.naam}."
        )
        doe = f"Vul voor de dagen daarna {opvolger.naam} ({opvolger.code}) in."
        c.waarschuw(v, "gemeente", wat, doe)
    if gemeente.van and v["van"] < gemeente.van:
        wat = f"{gemeente.naam} bestaat pas vanaf {dag(gemeente.van)}."
        doe = "Vul voor de dagen daarvoor de gemeente in die er toen was."
        c.waarschuw(v, "gemeente", wat, doe)


def _traject(c: Controle, v: Voorstel) -> None:
    if not v.heel("einddatum", "eindreden"):
        return
    if v["einddatum"] and not v["eindreden"]:
        wat = "Er is een einddatum, maar geen eindreden."
        c.fout(v, "eindreden", wat, "Vul de eindreden in.")
    if v["eindreden"] and not v["einddatum"]:
        kolom = "eindreden" if "eindreden" in v.rij.ruw else "einddatum"
        wat = "Er is een eindreden, maar geen einddatum."
        c.fout(
            v, kolom, wat, "Vul de einddatum in, of maak de eindreden leeg met een streepje (-)."
        )
    _past_bij_persoon(c, v)
    _buiten_aanmelding(c, v)


def _past_bij_persoon(c: Controle, v: Voorstel) -> None:
    jaar, begin = v.persoon.feit("geboortejaar"), v["begindatum"]
    zelf = v.persoon.zelf
    if not jaar or not begin or not v.heel("begindatum"):
        return
    if zelf is not None and not zelf.heel("geboortejaar"):
        return
    if begin.year < jaar:
        wat = f"Deze persoon is geboren in {jaar}; dit begint op {dag(begin)}."
        c.fout(v, "begindatum", wat, "Controleer de datum en het geboortejaar.")
    elif zin := te_jong_voor(begin, jaar):
        c.waarschuw(v, "begindatum", zin, "")


def _buiten_aanmelding(c: Controle, v: Voorstel) -> None:
    aanmeldingen = list(v.persoon.aanmeldingen())
    begin, einde = v["begindatum"], v["einddatum"]
    if not aanmeldingen or not begin or not v.heel("begindatum", "einddatum"):
        return
    for van, tot in aanmeldingen:
        if van <= begin and (tot is None or (einde is not None and einde <= tot)):
            return
    keren = ", ".join(periode(van, tot) for van, tot in sorted(aanmeldingen, key=lambda a: a[0]))
    kolom = "begindatum" if begin < min(van for van, _ in aanmeldingen) else "einddatum"
    wat = f"Dit traject valt niet binnen de aanmelding ({keren})."
    c.waarschuw(v, kolom, wat, "Controleer de datums van het traject en van de aanmelding.")


def _plaatsing(c: Controle, v: Voorstel) -> None:
    _past_bij_persoon(c, v)
    if v.bestaand is not None and v.bestaand.ingetrokken_op:
        wat = "Deze plaatsing is in Verbinder ingetrokken en telt nergens mee."
        c.waarschuw(v, "plaatsing", wat, "")
    ruw = v.rij.ruw.get("uren_per_week")
    uren = v["uren_per_week"]
    if v.heel("uren_per_week") and isinstance(ruw, float) and uren is not None and uren != ruw:
        wat = f"De uren zijn afgerond op {uren}.".replace(".", ",", 1)
        c.waarschuw(v, "uren_per_week", wat, "")
