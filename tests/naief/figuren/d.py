"""D: what is told per actielijn."""

from tests.naief.blik import Blik, Rij, na
from tests.naief.cellen import PERCENTAGE, Figuur
from tests.naief.codes import NOG_NIET_GEKOPPELD
from tests.naief.feiten import dagen, geldige_trajecten, lopende_trajecten
from tests.naief.figuren.a import gestarte, lopende
from tests.naief.figuren.c import in_periode
from tests.naief.wereld import Persoon

WARM_BINNEN = 60


def vroeg_actief(blik: Blik) -> list[Rij]:
    """D1: a day of a traject of actielijn 1 in the period; where the last such day was."""
    rijen = []
    for persoon in blik.personen():
        zulke_dagen = [
            dag
            for dag in blik.dagen
            if any(t.actielijn == "1" for t in lopende_trajecten(persoon, dag))
            and blik.plek(persoon, dag)
        ]
        if zulke_dagen:
            dag = zulke_dagen[-1]
            rijen.append(Rij(persoon, blik.plek(persoon, dag), dag))
    return rijen


def vroeg_actief_gekoppeld(blik: Blik) -> list[Rij]:
    """D1.gekoppeld: of these, who had a gemeente on that day."""
    return [rij for rij in vroeg_actief(blik) if rij.plek != NOG_NIET_GEKOPPELD]


def warm_overgedragen(blik: Blik) -> list[Rij]:
    """D2: adults of actielijn 1 whose first vestiging plus 60 days lies in the period."""
    rijen = []
    for persoon in blik.personen():
        vestigingen = [v.van for v in persoon.verblijven if v.soort == "vestiging"]
        if not vestigingen or not blik.is_volwassen(persoon) or not _vroeg_begonnen(persoon, blik):
            continue
        eerste = min(vestigingen)
        plek = blik.plek(persoon, eerste)
        if plek and blik.in_periode(na(eerste, WARM_BINNEN)):
            warm = any(
                t.actielijn in ("2", "3", "4")
                for dag in dagen(eerste, na(eerste, WARM_BINNEN))
                for t in lopende_trajecten(persoon, dag)
            )
            rijen.append(Rij(persoon, plek, eerste, telt=warm))
    return rijen


def _vroeg_begonnen(persoon: Persoon, blik: Blik) -> bool:
    return any(
        t.actielijn == "1" and t.begindatum <= blik.peildatum for t in geldige_trajecten(persoon)
    )


def via_afspraak(blik: Blik) -> list[Rij]:
    """D3.plaatsingen: plaatsingen of the period that came from an agreement with the employer."""
    return [
        Rij(persoon, blik.plek(persoon, p.begindatum), p.begindatum, ding=p.referentie)
        for persoon in blik.personen()
        for p in in_periode(blik, persoon)
        if p.afspraak_werkgever
    ]


def betrokken_werkgevers(blik: Blik) -> list[Rij]:
    """D3.werkgevers: the different employers behind them."""
    return [
        Rij(persoon, blik.plek(persoon, p.begindatum), p.begindatum, ding=p.werkgever)
        for persoon in blik.personen()
        for p in in_periode(blik, persoon)
        if p.afspraak_werkgever and p.werkgever is not None
    ]


def afspraken(blik: Blik) -> list[Rij]:
    """D3.afspraken: agreements that were made in the period, not taken back; of nobody."""
    return [
        Rij(None, afspraak.gemeente or NOG_NIET_GEKOPPELD, afspraak.afgesproken_op, ding=nummer)
        for nummer, afspraak in enumerate(blik.wereld.afspraken)
        if afspraak.regio == blik.regio
        and afspraak.ingetrokken_op is None
        and blik.in_periode(afspraak.afgesproken_op)
    ]


def startbanen(rijen_van):
    """D4: the trajecten of soort startbaan among A5 or A4."""

    def rijen(blik: Blik) -> list[Rij]:
        return [r for r in rijen_van(blik) if r.kenmerken["trajectsoort"] == "startbaan"]

    return rijen


def diplomawaardering(*velden: str):
    """D5: a diplomawaardering asked for or completed in the period; by the first such day."""

    def rijen(blik: Blik) -> list[Rij]:
        uit = []
        for persoon in blik.personen():
            data = [getattr(persoon, veld) for veld in velden]
            geteld = [d for d in data if blik.in_periode(d) and blik.plek(persoon, d)]
            if geteld:
                uit.append(Rij(persoon, blik.plek(persoon, min(geteld)), min(geteld)))
        return uit

    return rijen


AANGEVRAAGD, AFGEROND = "diplomawaardering_aangevraagd_op", "diplomawaardering_afgerond_op"
PER_ACTIELIJN = (
    Figuur(code="D1", eenheid="personen", rijen=vroeg_actief),
    Figuur(code="D1.gekoppeld", eenheid="personen", rijen=vroeg_actief_gekoppeld),
    Figuur(code="D2", eenheid="procent", soort=PERCENTAGE, rijen=warm_overgedragen),
    Figuur(code="D3.werkgevers", eenheid="werkgevers", rijen=betrokken_werkgevers),
    Figuur(code="D3.afspraken", eenheid="afspraken", rijen=afspraken, alleen_per=()),
    Figuur(code="D3.plaatsingen", eenheid="plaatsingen", rijen=via_afspraak),
    Figuur(code="D4.gestart", eenheid="trajecten", rijen=startbanen(gestarte)),
    Figuur(code="D4.lopend", eenheid="trajecten", rijen=startbanen(lopende), op_peildatum=True),
    Figuur(code="D5", eenheid="personen", rijen=diplomawaardering(AANGEVRAAGD, AFGEROND)),
    Figuur(code="D5.aangevraagd", eenheid="personen", rijen=diplomawaardering(AANGEVRAAGD)),
    Figuur(code="D5.afgerond", eenheid="personen", rijen=diplomawaardering(AFGEROND)),
)
