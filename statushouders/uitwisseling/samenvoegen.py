"""File and database together: for each row of the workbook, what it would become.

Here is decided which person and which row a line is about. What may stand in it is judged by the
`controle_*` modules.
"""

from collections import Counter
from collections.abc import Callable

from regio.uitwisseling.meldingen import Melding
from statushouders.models import EerdereAanmelding
from statushouders.uitwisseling.bladen import BLADEN, Kolom
from statushouders.uitwisseling.herkennen import WIS, Gelezen, Rij
from statushouders.uitwisseling.kiezen import kies_gemeente
from statushouders.uitwisseling.stand import Stand
from statushouders.uitwisseling.velden import Organisatienaam, VerwijzingVeld
from statushouders.uitwisseling.voorstel import Persoon, Plan, Voorstel
from statushouders.uitwisseling.zinnen import dag
from statushouders.uitwisseling.zoeken import Zoeker

# Who that is, is decided when it is known where the dossier will be.
LATER = "contactpersoon"


def _zelf(blad: str) -> list[tuple[str, Kolom]]:
    """The columns that fill the row itself, not those that say which row or person it is."""
    return [
        (naam, kolom)
        for naam, kolom in BLADEN[blad].kolommen().items()
        if not (kolom.sleutel and isinstance(kolom.widget, VerwijzingVeld))
        and naam not in ("kenmerk", LATER)
    ]


class Samenvoeger:
    """Makes the plan of one import. Faults and warnings go into `gelezen`."""

    def __init__(self, gelezen: Gelezen, stand: Stand):
        self.gelezen = gelezen
        self.stand = stand
        self.plan = Plan(voorstellen={blad: [] for blad in gelezen.rijen})
        self.zoeker = Zoeker(gelezen, stand, self.plan)
        self._op_id: dict[int, Persoon] = {}

    def voeg_samen(self) -> Plan:
        """The plan: every person, with the rows of file and database."""
        for nummer in self.stand.personen:
            self._persoon_uit_database(nummer)
        for kenmerk, nummer in self.stand.kenmerken.items():
            self.plan.op_kenmerk[kenmerk] = self._op_id[nummer]
        stappen: dict[str, Callable[[Rij], Voorstel | None]] = {
            "statushouders": self._statushouder,
            "verblijf": self._periode,
            "uitkering": self._periode,
            "trajecten": self._traject,
            "plaatsingen": self._plaatsing,
            "contactmomenten": self._contact,
        }
        self._hoeveelste: Counter = Counter()
        self._gezien: dict[tuple, Rij] = {}
        for blad, stap in stappen.items():
            for rij in self.gelezen.rijen.get(blad, []):
                voorstel = stap(rij)
                if voorstel is not None:
                    self.plan.voorstellen[blad].append(voorstel)
        return self.plan

    # --- what the database has --------------------------------------------------------------------

    def _persoon_uit_database(self, nummer: int) -> None:
        bestaand = self.stand.personen[nummer]
        persoon = Persoon(
            kenmerk=self.stand.kenmerk_van.get(nummer, ""),
            bestaand=bestaand,
            eerdere=list(self.stand.eerdere.get(nummer, [])),
        )
        self._op_id[nummer] = persoon
        self.plan.personen.append(persoon)
        for rij in self.stand.verblijf.get(nummer, []):
            persoon.verblijf.append(self._uit_database("verblijf", persoon, rij))
        for rij in self.stand.uitkering.get(nummer, []):
            persoon.uitkering.append(self._uit_database("uitkering", persoon, rij))
        for rij in self.stand.trajecten_van.get(nummer, []):
            persoon.trajecten.append(self._uit_database("trajecten", persoon, rij))
        for rij in self.stand.plaatsingen_van.get(nummer, []):
            persoon.plaatsingen.append(self._uit_database("plaatsingen", persoon, rij))

    def _uit_database(self, blad: str, persoon: Persoon, bestaand) -> Voorstel:
        oud = {}
        for naam, kolom in _zelf(blad):
            if naam in ("aanbieder", "werkgever"):
                organisatie = getattr(bestaand, naam)
                oud[naam] = Organisatienaam(organisatie.naam) if organisatie else None
            elif naam == "traject":
                bij = (t for t in persoon.trajecten if t.bestaand.pk == bestaand.traject_id)
                oud[naam] = next(bij, None)
            else:
                oud[kolom.veld] = getattr(bestaand, kolom.veld)
        return Voorstel(persoon, None, bestaand, dict(oud), oud)

    # --- one row of each sheet --------------------------------------------------------------------

    def _statushouder(self, rij: Rij) -> Voorstel | None:
        kenmerk = rij.waarden.get("kenmerk")
        if kenmerk is None or self.zoeker.is_verborgen(rij, "kenmerk", "kenmerk"):
            return None
        persoon = self.plan.op_kenmerk.get(kenmerk)
        if persoon is None:
            persoon = self.plan.op_kenmerk[kenmerk] = Persoon(kenmerk)
            self.plan.personen.append(persoon)
        elif persoon.zelf is not None and persoon.zelf.rij is not None:
            wat = f"Deze persoon staat ook in rij {persoon.zelf.rij.nummer}."
            self.zoeker.fout(rij, "kenmerk", wat, "Houd een rij per persoon over.")
            return None
        bestaand = persoon.bestaand
        voorstel = Voorstel(persoon, rij, bestaand)
        if bestaand is not None:
            if not self.zoeker.is_wijzigbaar(rij, "kenmerk", persoon):
                return None
            voorstel.oud = self._oud_van_statushouder(persoon)
        self._vul(voorstel)
        persoon.zelf = voorstel
        if bestaand is not None:
            self._meld_opnieuw_aan(voorstel)
        return voorstel

    def _oud_van_statushouder(self, persoon: Persoon) -> dict:
        bestaand, naam = persoon.bestaand, self.stand.namen.get(persoon.bestaand.pk)
        oud = {
            kolom.veld: getattr(naam, veld, "")
            if veld in ("voornaam", "achternaam")
            else getattr(bestaand, kolom.veld)
            for veld, kolom in _zelf("statushouders")
        }
        oud["afsluitreden"] = bestaand.afsluitreden
        oud["contactpersoon_id"] = bestaand.contactpersoon_id
        return oud

    @staticmethod
    def _meld_opnieuw_aan(voorstel: Voorstel) -> None:
        """An aanmelding after the stored last day is a new one; the earlier is kept beside it."""
        oud, nieuw = voorstel.oud, voorstel.waarden
        gesloten = oud["afgesloten_op"]
        if gesloten and nieuw["aangemeld_op"] and nieuw["aangemeld_op"] > gesloten:
            voorstel.persoon.heraangemeld = EerdereAanmelding(
                statushouder=voorstel.bestaand,
                aangemeld_op=oud["aangemeld_op"],
                afgesloten_op=gesloten,
                afsluitreden=oud["afsluitreden"],
            )
            nieuw["afsluitreden"] = ""
            if voorstel.rij.waarden.get("afgesloten_op", WIS) is WIS:
                nieuw["afgesloten_op"] = None
        elif nieuw["afgesloten_op"] is None:
            nieuw["afsluitreden"] = ""

    def _periode(self, rij: Rij) -> Voorstel | None:
        """A row of verblijf or uitkering: its key is person, soort and first day."""
        persoon = self.zoeker.persoon(rij)
        if persoon is None or not rij.heel("soort", "van"):
            return None
        soort, van = rij.waarden["soort"], rij.waarden["van"]
        if self._dubbel(rij, "van", (rij.blad, id(persoon), soort, van)):
            return None
        rijen: list[Voorstel] = getattr(persoon, rij.blad)
        voorstel = next((v for v in rijen if (v["soort"], v["van"]) == (soort, van)), None)
        if voorstel is None:
            voorstel = Voorstel(persoon)
            rijen.append(voorstel)
        voorstel.rij = rij
        self._vul(voorstel)
        return voorstel

    def _traject(self, rij: Rij) -> Voorstel | None:
        return self._met_referentie(rij, "traject", self.stand.trajecten)

    def _plaatsing(self, rij: Rij) -> Voorstel | None:
        return self._met_referentie(rij, "plaatsing", self.stand.plaatsingen)

    def _met_referentie(self, rij: Rij, kolom: str, bekend: dict) -> Voorstel | None:
        """A row with a reference of its own; an existing one keeps its person."""
        referentie = rij.waarden.get(kolom)
        if referentie is None:
            if "kenmerk" in rij.waarden:
                self.zoeker.persoon(rij)
            return None
        if self.zoeker.is_verborgen(rij, kolom, kolom):
            return None
        if self._dubbel(rij, kolom, (rij.blad, referentie)):
            return None
        bestaand = bekend.get(referentie)
        eigenaar = self._op_id.get(bestaand.statushouder_id) if bestaand else None
        persoon = self.zoeker.persoon(rij, anders=eigenaar)
        if persoon is None:
            return None
        if eigenaar is not None and persoon is not eigenaar:
            wat = f"Deze {kolom} is in Verbinder van een andere persoon."
            self.zoeker.fout(
                rij, "kenmerk", wat, f"Controleer het kenmerk en de code van de {kolom}."
            )
            return None
        if eigenaar is not None and not self.zoeker.is_wijzigbaar(rij, kolom, eigenaar):
            return None
        rijen: list[Voorstel] = getattr(persoon, rij.blad)
        voorstel = None
        if bestaand is not None:
            voorstel = next(v for v in rijen if v.bestaand and v.bestaand.pk == bestaand.pk)
        if voorstel is None:
            voorstel = Voorstel(persoon)
            rijen.append(voorstel)
        voorstel.rij = rij
        self._vul(voorstel)
        return voorstel

    def _contact(self, rij: Rij) -> Voorstel | None:
        persoon = self.zoeker.persoon(rij)
        if persoon is None or not rij.heel("datum", "soort"):
            return None
        kolommen = BLADEN["contactmomenten"].kolommen()
        soort = rij.waarden.get("soort", WIS)
        soort = kolommen["soort"].leeg if soort is WIS else soort
        sleutel = (id(persoon), rij.waarden["datum"], soort)
        self._hoeveelste[sleutel] += 1
        volgnummer = self._hoeveelste[sleutel]
        voorstel = Voorstel(persoon, rij)
        vast = {"datum": rij.waarden["datum"], "soort": soort, "volgnummer": volgnummer}
        if persoon.bestaand is not None:
            nummer = persoon.bestaand.pk
            voorstel.bestaand = self.stand.contacten.get((nummer, *vast.values()))
        if voorstel.bestaand is not None:
            voorstel.oud = {**vast, "notitie": voorstel.bestaand.notitie}
        self._vul(voorstel)
        voorstel.waarden |= vast
        return voorstel

    # --- what every row needs ---------------------------------------------------------------------

    def _vul(self, voorstel: Voorstel) -> None:
        """The values as they will be: of the file, else of the database, else empty."""
        rij = voorstel.rij
        nieuw = dict(voorstel.oud)
        for naam, kolom in _zelf(rij.blad):
            nieuw.setdefault(kolom.veld, kolom.leeg)
            if naam in rij.waarden:
                waarde = rij.waarden[naam]
                waarde = kolom.leeg if waarde is WIS else self._omgezet(naam, waarde, voorstel)
                if rij.heel(naam):
                    nieuw[kolom.veld] = waarde
            elif voorstel.bestaand is None and kolom.verplicht and rij.heel(naam):
                self.zoeker.meld_gemis(rij, naam)
        if voorstel.bestaand is None and rij.blad == "statushouders":
            nieuw |= {"afsluitreden": "", "contactpersoon_id": None}
        voorstel.waarden = nieuw

    def _omgezet(self, naam: str, waarde, voorstel: Voorstel):
        if naam == "traject":
            return self.zoeker.traject(voorstel, waarde)
        if naam == "gemeente":
            gekozen = kies_gemeente(waarde, voorstel.rij)
            if isinstance(gekozen, Melding):
                self.gelezen.fouten.append(gekozen)
                voorstel.rij.stuk.add("gemeente")
                return None
            return gekozen.pk
        return waarde

    def _dubbel(self, rij: Rij, kolom: str, sleutel: tuple) -> bool:
        eerder = self._gezien.setdefault(sleutel, rij)
        if eerder is rij:
            return False
        waar = dag(rij.waarden[kolom]) if kolom == "van" else rij.waarden[kolom]
        wat = f"Dit staat twee keer in het bestand: {waar} staat ook in rij {eerder.nummer}."
        self.zoeker.fout(rij, kolom, wat, "Haal een van beide rijen weg.")
        return True
