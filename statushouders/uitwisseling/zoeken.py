"""Which person, traject or dossier a cell points at; and what to say when there is none."""

from functools import cached_property

from regio.uitwisseling.meldingen import Melding
from statushouders.uitwisseling.herkennen import Gelezen, Rij
from statushouders.uitwisseling.stand import Stand, kaal
from statushouders.uitwisseling.voorstel import Persoon, Plan, Voorstel

VERBORGEN = (
    "Deze code is al gebruikt voor een dossier dat u niet (meer) mag wijzigen.",
    "Haal de rij weg, of vraag de gemeente die het dossier nu heeft.",
)


class Zoeker:
    """Looks in the file first, then in the database. Faults go into `gelezen`."""

    def __init__(self, gelezen: Gelezen, stand: Stand, plan: Plan):
        self.gelezen = gelezen
        self.stand = stand
        self.plan = plan
        self._gemist: set[tuple[str, str]] = set()

    def meld_gemis(self, rij: Rij, naam: str) -> None:
        """A required cell is empty in a new row; an absent column is told once."""
        if naam in self.gelezen.kolommen[rij.blad]:
            self.fout(rij, naam, "Deze cel is leeg.", f"Vul {naam} in: dit is een nieuwe rij.")
        elif (rij.blad, naam) not in self._gemist:
            self._gemist.add((rij.blad, naam))
            koprij = self.gelezen.koprij[rij.blad]
            wat = (
                f"De kolom {naam} ontbreekt. "
                f"Voor een nieuwe rij, zoals {rij.nummer}, is die verplicht."
            )
            doe = f"Voeg de kolom {naam} toe."
            self.gelezen.fouten.append(Melding(rij.blad, koprij, naam, "", wat, doe))
        rij.stuk.add(naam)

    def persoon(self, rij: Rij, *, anders: Persoon | None = None) -> Persoon | None:
        """The person that a row is about; a fault when there is none."""
        kenmerk = rij.waarden.get("kenmerk")
        if kenmerk is None:
            if anders is None and rij.heel("kenmerk"):
                self.meld_gemis(rij, "kenmerk")
            return anders
        persoon = self.plan.op_kenmerk.get(kenmerk)
        if persoon is None:
            if not self.is_verborgen(rij, "kenmerk", "kenmerk"):
                wat = "Dit kenmerk staat niet op blad statushouders en niet in Verbinder."
                self.fout(rij, "kenmerk", wat + self._lijkt_op(kenmerk), "Voeg de persoon toe.")
            return None
        if not self.is_wijzigbaar(rij, "kenmerk", persoon):
            return None
        return persoon

    def traject(self, voorstel: Voorstel, referentie: str) -> Voorstel | None:
        """The traject that a plaatsing follows from; a fault when it is nowhere or of another."""
        for traject in voorstel.persoon.trajecten:
            if self._referentie(traject) == referentie:
                return traject
        rij = voorstel.rij
        rij.stuk.add("traject")
        if referentie in self._trajecten_in_bestand or referentie in self.stand.trajecten:
            # A row of the file that was refused itself is told of there.
            self.fout(rij, "traject", "Dit traject is niet van deze persoon.", "Controleer beide.")
        elif not self.is_verborgen(rij, "traject", "traject"):
            wat = "Dit traject staat niet op blad trajecten en niet in Verbinder."
            self.fout(rij, "traject", wat, "Voeg het traject toe, of maak de cel leeg.")
        return None

    @cached_property
    def _trajecten_in_bestand(self) -> set:
        return {rij.waarden.get("traject") for rij in self.gelezen.rijen.get("trajecten", [])}

    def _referentie(self, traject: Voorstel) -> str | None:
        if traject.rij is not None:
            return traject.rij.waarden.get("traject")
        eigen = self.stand.trajecten.get(traject.bestaand.referentie)
        return traject.bestaand.referentie if eigen and eigen.pk == traject.bestaand.pk else None

    def is_wijzigbaar(self, rij: Rij, kolom: str, persoon: Persoon) -> bool:
        """Whether the dossier may be changed; a fault at the cell when not."""
        if persoon.bestaand is None or self.stand.mag_wijzigen(persoon.bestaand):
            return True
        self.fout(rij, kolom, *VERBORGEN)
        return False

    def is_verborgen(self, rij: Rij, kolom: str, soort: str) -> bool:
        """Whether the reference is taken by a dossier out of sight; a fault when it is."""
        if (soort, rij.waarden.get(kolom)) not in self.stand.verborgen:
            return False
        self.fout(rij, kolom, *VERBORGEN)
        return True

    def _lijkt_op(self, kenmerk: str) -> str:
        """Excel takes leading zeros away; say so when that explains it."""
        bekend = self._kale_kenmerken.get(kaal(kenmerk))
        return f" Wel staat er {bekend}: let op nullen vooraan en hoofdletters." if bekend else ""

    @cached_property
    def _kale_kenmerken(self) -> dict[str, str]:
        return {kaal(kenmerk): kenmerk for kenmerk in self.plan.op_kenmerk}

    def fout(self, rij: Rij, kolom: str, wat: str, doe: str) -> None:
        """A fault at a cell."""
        self.gelezen.fouten.append(rij.melding(kolom, wat, doe))
