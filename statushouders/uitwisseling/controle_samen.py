"""Rules about several rows of one person, and about the file as a whole."""

from collections.abc import Iterable
from itertools import combinations

from regio.bsn import bevat_bsn
from regio.perioden import EIND_DER_TIJDEN
from regio.uitwisseling.meldingen import Melding
from statushouders.codes import Eindreden, Verblijfsoort
from statushouders.regels import bsn_in_kenmerk
from statushouders.uitwisseling.bladen import BLADEN
from statushouders.uitwisseling.controle import Controle
from statushouders.uitwisseling.voorstel import Persoon, Voorstel
from statushouders.uitwisseling.zinnen import dag, periode

SOORTEN = {
    blad: dict(BLADEN[blad].kolommen()["soort"].widget.keuzes())
    for blad in ("verblijf", "uitkering")
}


def controleer_samen(c: Controle) -> None:
    """Every rule that looks at more than one row."""
    _kenmerken(c)
    for persoon in c.plan.personen:
        for soort in Verblijfsoort:
            _overlap(c, "verblijf", [v for v in persoon.verblijf if v["soort"] == soort])
        _overlap(c, "uitkering", persoon.uitkering)
        _koppeling_naast_vestiging(c, persoon)
        _zelfde_soort_tegelijk(c, persoon)
        _plaatsing_na_traject(c, persoon)
        _eerdere_aanmeldingen(c, persoon)


def _kenmerken(c: Controle) -> None:
    """One in eleven numbers looks like a BSN by chance; more than half is no chance."""
    kenmerken = {
        rij.waarden["kenmerk"]
        for rijen in c.gelezen.rijen.values()
        for rij in rijen
        if isinstance(rij.waarden.get("kenmerk"), str)
    }
    verdacht = {kenmerk for kenmerk in kenmerken if bevat_bsn(kenmerk)}
    if len(verdacht) * 2 > len(kenmerken):
        blad = next(blad for blad in c.gelezen.rijen if "kenmerk" in c.gelezen.kolommen[blad])
        wat = f"{len(verdacht)} van de {len(kenmerken)} kenmerken kunnen een BSN zijn."
        doe = "Verbinder bewaart geen BSN. Gebruik het eigen klantnummer van de gemeente."
        c.gelezen.fouten.append(Melding(blad, c.gelezen.koprij[blad], "kenmerk", "", wat, doe))
        return
    for voorstel in c.plan.voorstellen.get("statushouders", []):
        if voorstel.rij.waarden["kenmerk"] in verdacht:
            c.waarschuw(voorstel, "kenmerk", bsn_in_kenmerk(voorstel.rij.waarden["kenmerk"]), "")


def _overlap(c: Controle, blad: str, rijen: list[Voorstel]) -> None:
    """Rows that share a day, in the file or with what is there already."""
    heel = [v for v in rijen if v.heel("van", "tot_en_met") and _klopt(v)]
    verst: Voorstel | None = None
    for rij in sorted(heel, key=lambda v: v["van"]):
        if verst is not None and _einde(verst) >= rij["van"] and (verst.rij or rij.rij):
            _meld_overlap(c, blad, verst, rij)
        if verst is None or _einde(rij) > _einde(verst):
            verst = rij


def _meld_overlap(c: Controle, blad: str, eerste: Voorstel, tweede: Voorstel) -> None:
    bij, ander = (tweede, eerste) if tweede.rij else (eerste, tweede)
    waar = f"rij {ander.rij.nummer}" if ander.rij else "staat al in Verbinder"
    soort = SOORTEN[blad][ander["soort"]].lower()
    wat = f"Overlapt met {soort} {periode(ander['van'], ander['tot_en_met'])} ({waar})."
    doe = "Geef de eerste periode een laatste dag (tot_en_met), of verbeter de datums."
    if ander.rij is None:
        doe += " Neem de rij die al in Verbinder staat dan ook op in het bestand."
    c.fout(bij, "van", wat, doe)


def _klopt(v: Voorstel) -> bool:
    return v["tot_en_met"] is None or v["van"] <= v["tot_en_met"]


def _einde(v: Voorstel):
    return v["tot_en_met"] or EIND_DER_TIJDEN


def _koppeling_naast_vestiging(c: Controle, persoon: Persoon) -> None:
    open_ = [
        v
        for v in _heel(persoon.verblijf, "van", "tot_en_met")
        if v["soort"] == Verblijfsoort.KOPPELING and v["tot_en_met"] is None
    ]
    for koppeling in open_:
        for vestiging in _heel(persoon.verblijf, "van", "tot_en_met"):
            if (
                vestiging["soort"] != Verblijfsoort.VESTIGING
                or _einde(vestiging) < koppeling["van"]
            ):
                continue
            bij = koppeling if koppeling.rij else vestiging
            if bij.rij:
                wat = (
                    f"De koppeling vanaf {dag(koppeling['van'])} loopt nog, naast de vestiging "
                    f"vanaf {dag(vestiging['van'])}."
                )
                c.waarschuw(bij, "tot_en_met", wat, "Geef de koppeling een laatste dag.")
            break


def _zelfde_soort_tegelijk(c: Controle, persoon: Persoon) -> None:
    lopend = [
        v
        for v in _heel(persoon.trajecten, "soort", "begindatum", "einddatum", "eindreden")
        if v["eindreden"] != Eindreden.CORRECTIE and v["begindatum"] and v["soort_id"]
    ]
    for een, ander in combinations(sorted(lopend, key=lambda v: v["begindatum"]), 2):
        if een["soort_id"] != ander["soort_id"] or not (een.rij or ander.rij):
            continue
        if (een["einddatum"] or EIND_DER_TIJDEN) < ander["begindatum"]:
            continue
        bij, naast = (ander, een) if ander.rij else (een, ander)
        waar = f"rij {naast.rij.nummer}" if naast.rij else "in Verbinder"
        dagen = periode(naast["begindatum"], naast["einddatum"])
        wat = f"Op een van deze dagen loopt al een traject van deze soort: {dagen} ({waar})."
        c.waarschuw(bij, "soort", wat, "Controleer of het twee trajecten zijn.")


def _plaatsing_na_traject(c: Controle, persoon: Persoon) -> None:
    for plaatsing in _heel(persoon.plaatsingen, "traject", "begindatum"):
        traject = plaatsing["traject"]
        if traject is None or not traject.heel("begindatum"):
            continue
        begin, vanaf = plaatsing["begindatum"], traject["begindatum"]
        if begin is None or vanaf is None or begin >= vanaf:
            continue
        if plaatsing.rij:
            wat = f"De plaatsing begint voor het traject ({dag(vanaf)})."
            c.fout(
                plaatsing, "begindatum", wat, "Verbeter de begindatum, of kies een ander traject."
            )
        elif traject.rij:
            wat = f"Bij dit traject hoort een plaatsing die al op {dag(begin)} begint."
            c.fout(traject, "begindatum", wat, "Verbeter eerst de plaatsing.")


def _eerdere_aanmeldingen(c: Controle, persoon: Persoon) -> None:
    v = persoon.zelf
    if v is None or not persoon.eerdere or not v.heel("aangemeld_op", "afgesloten_op"):
        return
    for eerder in persoon.eerdere:
        if eerder.afgesloten_op >= v["aangemeld_op"]:
            dagen = periode(eerder.aangemeld_op, eerder.afgesloten_op)
            wat = f"Deze persoon was al eerder in beeld, {dagen}."
            c.fout(v, "aangemeld_op", wat, "Vul een aanmelding in die daarna begint.")


def _heel(rijen: Iterable[Voorstel], *kolommen: str) -> list[Voorstel]:
    return [v for v in rijen if v.heel(*kolommen)]
