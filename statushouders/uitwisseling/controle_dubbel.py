"""New persons who may be there already: under a number without its zeros, or by name."""

from statushouders.models import Naam
from statushouders.namen import sorteernaam
from statushouders.uitwisseling.controle import Controle
from statushouders.uitwisseling.stand import kaal
from statushouders.uitwisseling.voorstel import NIEUW, Voorstel


def controleer_dubbel(c: Controle, op_nullen_na: dict[str, str]) -> None:
    """Warn where a new person looks like one that the user may see."""
    nieuw = [v for v in c.plan.voorstellen.get("statushouders", []) if v.uitkomst == NIEUW]
    for v in nieuw:
        bekend = op_nullen_na.get(kaal(v.persoon.kenmerk))
        if bekend:
            wat = f"In Verbinder staat al kenmerk {bekend}. Een rekenblad haalt nullen vooraan weg."
            c.waarschuw(v, "kenmerk", wat, "Is dit dezelfde persoon? Herstel dan het kenmerk.")
    _zelfde_naam(c, nieuw)


def _zelfde_naam(c: Controle, nieuw: list[Voorstel]) -> None:
    sleutels = {_sleutel(v): v for v in nieuw if v["achternaam"] and v["geboortejaar"]}
    if not sleutels:
        return
    bekend = Naam.objects.filter(
        sorteernaam__in={naam for naam, _ in sleutels}, statushouder__ingetrokken_op__isnull=True
    ).values_list("sorteernaam", "statushouder__geboortejaar")
    for sleutel in set(bekend) & set(sleutels):
        v = sleutels[sleutel]
        wat = "Er is al iemand met deze naam en dit geboortejaar, onder een ander kenmerk."
        doe = "Zoek de persoon op. Is het dezelfde? Neem die rij dan niet op."
        c.waarschuw(v, "achternaam", wat, doe)


def _sleutel(v: Voorstel) -> tuple[str, int]:
    return sorteernaam(v["voornaam"] or "", v["achternaam"])[:202], v["geboortejaar"]
