"""Whose rows these are: may this deliverer bring them, and where will the dossiers be kept?"""

from dataclasses import dataclass, field
from datetime import date

from regio.models import Gebruiker
from statushouders.models import Statushouder
from statushouders.services.dossierplaats import Plaats, mogelijke_contactpersonen
from statushouders.uitwisseling.controle import Controle
from statushouders.uitwisseling.herkennen import WIS
from statushouders.uitwisseling.verantwoordelijk import dossiergemeente, verantwoordelijk_op
from statushouders.uitwisseling.voorstel import Persoon, Voorstel

# The first and last day of what a row speaks of, by sheet.
DAGEN = {
    "statushouders": ("aangemeld_op", "afgesloten_op"),
    "verblijf": ("van", "tot_en_met"),
    "uitkering": ("van", "tot_en_met"),
    "trajecten": ("begindatum", "einddatum"),
    "plaatsingen": ("begindatum", "einddatum"),
    "contactmomenten": ("datum", "datum"),
}


@dataclass
class Dossierplaatsen:
    """Where dossiers go: of new persons, and of those whose verblijf changes their gemeente."""

    nieuw: dict[int, Plaats] = field(default_factory=dict)  # by id() of the person
    verhuisd: dict[int, Plaats] = field(default_factory=dict)
    zonder_naam: set[int] = field(default_factory=set)

    def van(self, persoon: Persoon) -> Plaats:
        """Where the dossier of the person will be kept."""
        sleutel = id(persoon)
        if sleutel in self.nieuw:
            return self.nieuw[sleutel]
        return self.verhuisd.get(sleutel) or _nu(persoon.bestaand)


def controleer_bereik(c: Controle) -> Dossierplaatsen:
    """Judge every row by who delivers it. Returns where the dossiers will be kept."""
    if c.gemeente is not None:
        _verantwoordelijk(c)
    plaatsen = _dossierplaatsen(c)
    _contactpersonen(c, plaatsen)
    return plaatsen


def _verantwoordelijk(c: Controle) -> None:
    """A gemeente delivers rows of days on which it answered for the person."""
    for blad, voorstellen in c.plan.voorstellen.items():
        begin, einde = DAGEN[blad]
        for v in voorstellen:
            van, tot = v.waarden.get(begin), v.waarden.get(einde)
            if van is None or not v.heel(begin, einde):
                continue
            delen = c.tijdlijn(v.persoon)
            if any(d.gemeente_id == c.gemeente.pk and d.raakt(van, tot) for d in delen):
                continue
            if _verblijf_onleesbaar(v.persoon):
                continue
            wat = (
                f"{c.gemeente.naam} is op geen enkele dag hiervan verantwoordelijk voor deze "
                "persoon."
            )
            doe = (
                "Voeg op blad verblijf de koppeling of vestiging toe, verbeter de datums, "
                "of haal de rij weg."
            )
            kolom = "gemeente" if blad == "verblijf" else "kenmerk"
            c.fout(v, kolom, wat, doe)


def _verblijf_onleesbaar(persoon: Persoon) -> bool:
    """A verblijf that could not be read has its own fault; the rest follows from that."""
    return any(not v.heel("soort", "gemeente", "van", "tot_en_met") for v in persoon.verblijf)


def _dossierplaatsen(c: Controle) -> Dossierplaatsen:
    plaatsen = Dossierplaatsen()
    anders = c.gemeente.pk if c.gemeente else None
    for persoon in c.plan.personen:
        delen = c.tijdlijn(persoon)
        if persoon.bestaand is None:
            gemeente = dossiergemeente(delen, regio_id=c.regio.pk, op=c.op, anders=anders)
            plaats = plaatsen.nieuw[id(persoon)] = Plaats(gemeente, c.regio.pk)
            _doet_mee(c, persoon, plaats)
        elif _verblijf_anders(persoon):
            gemeente = verantwoordelijk_op(delen, regio_id=c.regio.pk, op=c.op)
            if gemeente is not None and gemeente != persoon.bestaand.dossiergemeente_id:
                plaats = plaatsen.verhuisd[id(persoon)] = Plaats(gemeente, c.regio.pk)
                _doet_mee(c, persoon, plaats)
        _namen(c, persoon, plaatsen)
    return plaatsen


def _verblijf_anders(persoon: Persoon) -> bool:
    return any(v.rij and v.uitkomst != "ongewijzigd" for v in persoon.verblijf)


def _doet_mee(c: Controle, persoon: Persoon, plaats: Plaats) -> None:
    """Who delivers for a region brings persons of gemeenten that take part, and of no others."""
    if c.gemeente is not None or plaats.gemeente_id in (None, *c.bereik.gemeenten):
        return
    naam = c.naslag.gemeenten.op_id[plaats.gemeente_id].naam
    wat = f"Deze persoon hoort bij {naam}. Die gemeente doet nog niet mee in Verbinder."
    doe = f"Haal deze persoon uit het bestand, of laat {naam} eerst meedoen (deelname)."
    v = persoon.zelf if persoon.zelf and persoon.zelf.rij else _eerste_rij(persoon)
    if v is not None:
        c.fout(v, "kenmerk", wat, doe)


def _eerste_rij(persoon: Persoon) -> Voorstel | None:
    return next((v for v in persoon.verblijf if v.rij), None)


def _namen(c: Controle, persoon: Persoon, plaatsen: Dossierplaatsen) -> None:
    """A gemeente may take part without names: then names are left out, and said so."""
    v = persoon.zelf
    if v is None or v.rij is None:
        return
    # A dossier that moves is written where it is, and handed over after that.
    hier = plaatsen.nieuw.get(id(persoon)) or _nu(persoon.bestaand)
    if hier.gemeente_id not in c.bereik.zonder_namen:
        return
    plaatsen.zonder_naam.add(id(persoon))
    for kolom in ("voornaam", "achternaam"):
        if v.waarden.get(kolom) and kolom in v.rij.ruw:
            wat = "Deze gemeente doet mee zonder namen. De naam wordt niet bewaard."
            c.waarschuw(v, kolom, wat, "Laat de naam voortaan leeg.")
        # Whatever the name is, it is out of sight: nothing of it changes.
        v.waarden[kolom] = v.oud.get(kolom, "")


def _nu(bestaand: Statushouder) -> Plaats:
    return Plaats(bestaand.dossiergemeente_id, bestaand.dossierregio_id)


def _contactpersonen(c: Controle, plaatsen: Dossierplaatsen) -> None:
    """Whoever is named must be able to open the dossier; else nobody is named."""
    mogelijk: dict[Plaats, dict[str, int]] = {}
    for v in c.plan.voorstellen.get("statushouders", []):
        email = v.rij.waarden.get("contactpersoon")
        if email is None:
            continue
        if email is WIS:
            v.waarden["contactpersoon_id"] = None
            continue
        plaats = plaatsen.van(v.persoon)
        if plaats not in mogelijk:
            mogelijk[plaats] = _emailadressen(plaats, c.op)
        if email in mogelijk[plaats]:
            v.waarden["contactpersoon_id"] = mogelijk[plaats][email]
        else:
            wat = "Er is geen gebruiker met dit e-mailadres die dit dossier mag openen."
            doe = "De contactpersoon blijft zoals die was. Vul een ander e-mailadres in."
            c.waarschuw(v, "contactpersoon", wat, doe)


def _emailadressen(plaats: Plaats, op: date) -> dict[str, int]:
    gebruikers: list[Gebruiker] = list(mogelijke_contactpersonen(plaats, op=op))
    return {gebruiker.email.lower(): gebruiker.pk for gebruiker in gebruikers}
