"""Write what the plan says, set by set. The caller holds the transaction: all of it, or nothing."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model

from regio.logboek import Door, noteer
from regio.models import Arbeidsmarktregio, Handeling, Organisatie, Organisatiesoort
from statushouders.models import (
    Contactmoment,
    EerdereWaarde,
    Kenmerk,
    Naam,
    Plaatsing,
    Statushouder,
    Traject,
    Uitkering,
    Verblijf,
)
from statushouders.models.statushouder import Veld
from statushouders.namen import sorteernaam, zoeknaam
from statushouders.services.dossierplaats import Plaats
from statushouders.services.nazorg import herzie_nazorg
from statushouders.services.organisaties import soort_van_werkgever, zoeksleutel
from statushouders.services.verblijven import dossier_volgt
from statushouders.uitwisseling.controle_bereik import Dossierplaatsen
from statushouders.uitwisseling.voorstel import GEWIJZIGD, NIEUW, Persoon, Plan, Voorstel

# A statement of this many rows stays far below the time that a page gives one statement.
PER_KEER = 1_000
NAAMVELDEN = ("voornaam", "achternaam")


class Schrijver:
    """Writes one plan for one deliverer. Leaves the plan as it is: it may still be shown."""

    def __init__(
        self,
        plan: Plan,
        plaatsen: Dossierplaatsen,
        *,
        regio: Arbeidsmarktregio,
        leverancier: str,
        thuis: int | None,
        te_openen: frozenset[int],
        op: date,
        door: Door,
    ):
        self.plan = plan
        self.plaatsen = plaatsen
        self.regio = regio
        self.leverancier = leverancier
        self.thuis = thuis
        self.te_openen = te_openen
        self.op = op
        self.door = door
        self._nieuwe_personen: dict[int, Statushouder] = {}
        self._trajecten: dict[int, Traject] = {}

    def schrijf(self, *, levering_id: int | None) -> None:
        """Everything, in the order in which rows need each other; handing over comes last."""
        self._personen()
        self._rijen("verblijf", Verblijf, self._gewoon)
        self._rijen("uitkering", Uitkering, self._gewoon)
        self._organisaties = self._zoek_of_maak_organisaties()
        self._rijen("trajecten", Traject, self._traject)
        self._rijen("plaatsingen", Plaatsing, self._plaatsing)
        gewijzigd = self._met("plaatsingen", GEWIJZIGD)
        herzie_nazorg({v.bestaand.statushouder_id for v in gewijzigd})
        self._rijen("contactmomenten", Contactmoment, self._contact)
        self._log(levering_id)
        self._draag_over()

    def _bij(self, persoon: Persoon) -> Statushouder:
        return persoon.bestaand or self._nieuwe_personen[id(persoon)]

    def _met(self, blad: str, uitkomst: str) -> list[Voorstel]:
        return [v for v in self.plan.voorstellen.get(blad, []) if v.uitkomst == uitkomst]

    # --- persons ----------------------------------------------------------------------------------

    def _personen(self) -> None:
        nieuw, gewijzigd = self._met("statushouders", NIEUW), self._met("statushouders", GEWIJZIGD)
        rijen = [self._nieuwe_persoon(v) for v in nieuw]
        Statushouder.objects.bulk_create(rijen, batch_size=PER_KEER)
        for voorstel, rij in zip(nieuw, rijen, strict=True):
            self._nieuwe_personen[id(voorstel.persoon)] = rij
        Kenmerk.objects.bulk_create(
            [
                Kenmerk(statushouder=rij, leverancier=self.leverancier, kenmerk=v.persoon.kenmerk)
                for v, rij in zip(nieuw, rijen, strict=True)
            ],
            batch_size=PER_KEER,
        )
        self._wijzig_personen(gewijzigd)
        self._schrijf_namen([*nieuw, *gewijzigd])

    def _nieuwe_persoon(self, v: Voorstel) -> Statushouder:
        plaats = self.plaatsen.nieuw[id(v.persoon)]
        gemeente_id = plaats.gemeente_id
        if gemeente_id is not None and gemeente_id not in self.te_openen:
            # Made where the deliverer may make it, and handed over at the end.
            gemeente_id = self.thuis
        eigen = {veld: waarde for veld, waarde in v.waarden.items() if veld not in NAAMVELDEN}
        return Statushouder(
            dossiergemeente_id=gemeente_id, dossierregio_id=plaats.regio_id, **eigen
        )

    def _wijzig_personen(self, gewijzigd: list[Voorstel]) -> None:
        velden = {"versie"}
        for voorstel in gewijzigd:
            voorstel.bestaand.versie += 1
            for veld, (_, nieuw) in voorstel.wijzigingen.items():
                if veld not in NAAMVELDEN:
                    setattr(voorstel.bestaand, veld, nieuw)
                    velden.add(veld)
        rijen = [v.bestaand for v in gewijzigd]
        Statushouder.objects.bulk_update(rijen, sorted(velden), batch_size=PER_KEER)
        for veld in Veld.values:
            # A fact that a workbook changes holds for every date: what it was earlier goes.
            anders = [v.bestaand for v in gewijzigd if veld in v.wijzigingen]
            EerdereWaarde.objects.filter(statushouder__in=anders, veld=veld).delete()
        for voorstel in gewijzigd:
            if voorstel.persoon.heraangemeld is not None:
                voorstel.persoon.heraangemeld.save(force_insert=True)

    def _schrijf_namen(self, voorstellen: Iterable[Voorstel]) -> None:
        rijen = []
        for v in voorstellen:
            nieuw = tuple(v[veld] or "" for veld in NAAMVELDEN)
            oud = tuple(v.oud.get(veld) or "" for veld in NAAMVELDEN)
            if nieuw != oud:
                rijen.append(
                    Naam(
                        statushouder=self._bij(v.persoon),
                        voornaam=nieuw[0],
                        achternaam=nieuw[1],
                        sorteernaam=sorteernaam(*nieuw)[:202],
                        zoeknaam=zoeknaam(*nieuw),
                    )
                )
        Naam.objects.bulk_create(
            rijen,
            batch_size=PER_KEER,
            update_conflicts=True,
            unique_fields=["statushouder"],
            update_fields=[*NAAMVELDEN, "sorteernaam", "zoeknaam"],
        )

    # --- what belongs to them ---------------------------------------------------------------------

    def _rijen(self, blad: str, model: type[Model], waarden) -> None:
        """Change and make the rows of one sheet; `waarden` gives the fields of the model.

        Changes go first: a period that ends makes room for the next, and the database looks at
        every row as it comes.
        """
        self._wijzig_rijen(model, self._met(blad, GEWIJZIGD), waarden)
        nieuw = self._met(blad, NIEUW)
        rijen = [model(statushouder=self._bij(v.persoon), **waarden(v)) for v in nieuw]
        model._default_manager.bulk_create(rijen, batch_size=PER_KEER)
        if blad == "trajecten":
            self._trajecten = {id(v): rij for v, rij in zip(nieuw, rijen, strict=True)}

    @staticmethod
    def _wijzig_rijen(model: type[Model], gewijzigd: list[Voorstel], waarden) -> None:
        velden: set[str] = set()
        for voorstel in gewijzigd:
            for veld, waarde in waarden(voorstel).items():
                if getattr(voorstel.bestaand, veld) != waarde:
                    setattr(voorstel.bestaand, veld, waarde)
                    velden.add(veld.removesuffix("_id"))
            if hasattr(voorstel.bestaand, "versie"):
                voorstel.bestaand.versie += 1
                velden.add("versie")
        if velden:
            rijen = [v.bestaand for v in gewijzigd]
            model._default_manager.bulk_update(rijen, sorted(velden), batch_size=PER_KEER)

    @staticmethod
    def _gewoon(v: Voorstel) -> dict:
        return dict(v.waarden)

    def _traject(self, v: Voorstel) -> dict:
        waarden = {veld: w for veld, w in v.waarden.items() if veld != "aanbieder"}
        if v.bestaand is None or "aanbieder" in v.wijzigingen:
            aanbieder = self._organisatie(Organisatiesoort.AANBIEDER, v["aanbieder"])
            waarden["aanbieder_id"] = aanbieder
        return waarden | self._verwijzing(v, "traject")

    def _plaatsing(self, v: Voorstel) -> dict:
        waarden = {veld: w for veld, w in v.waarden.items() if veld not in ("werkgever", "traject")}
        if v.bestaand is None or {"werkgever", "soort"} & v.wijzigingen.keys():
            werkgever = self._organisatie(soort_van_werkgever(v["soort"]), v["werkgever"])
            waarden["werkgever_id"] = werkgever
        traject = v["traject"]
        rij = traject and (traject.bestaand or self._trajecten[id(traject)])
        waarden["traject_id"] = rij.pk if rij else None
        return waarden | self._verwijzing(v, "plaatsing")

    def _contact(self, v: Voorstel) -> dict:
        if v.bestaand is not None:
            return dict(v.waarden)
        return {**v.waarden, "leverancier": self.leverancier, "door_id": self.door.gebruiker_id}

    def _verwijzing(self, v: Voorstel, kolom: str) -> dict:
        if v.bestaand is not None:
            return {}
        return {"leverancier": self.leverancier, "referentie": v.rij.waarden[kolom]}

    # --- organisations ----------------------------------------------------------------------------

    def _zoek_of_maak_organisaties(self) -> dict[tuple[str, str], int]:
        nodig: dict[tuple[str, str], str] = {}
        for v in self._veranderd("trajecten"):
            if v["aanbieder"]:
                nodig.setdefault(
                    (Organisatiesoort.AANBIEDER, zoeksleutel(v["aanbieder"])), v["aanbieder"]
                )
        for v in self._veranderd("plaatsingen"):
            if v["werkgever"]:
                soort = soort_van_werkgever(v["soort"])
                nodig.setdefault((soort, zoeksleutel(v["werkgever"])), v["werkgever"])
        if not nodig:
            return {}
        Organisatie.objects.bulk_create(
            [
                Organisatie(regio=self.regio, soort=soort, zoeknaam=sleutel, naam=str(naam))
                for (soort, sleutel), naam in nodig.items()
            ],
            batch_size=PER_KEER,
            ignore_conflicts=True,
        )
        rijen = Organisatie.objects.filter(regio=self.regio, zoeknaam__in={s for _, s in nodig})
        return {(rij.soort, rij.zoeknaam): rij.pk for rij in rijen}

    def _organisatie(self, soort: str, naam: str | None) -> int | None:
        return self._organisaties[(soort, zoeksleutel(naam))] if naam else None

    def _veranderd(self, blad: str) -> list[Voorstel]:
        return [*self._met(blad, NIEUW), *self._met(blad, GEWIJZIGD)]

    # --- afterwards -------------------------------------------------------------------------------

    def _log(self, levering_id: int | None) -> None:
        nieuw = list(self._nieuwe_personen.values())
        geraakt = {
            v.persoon.bestaand.pk: v.persoon.bestaand
            for blad in self.plan.voorstellen
            for v in self._veranderd(blad)
            if v.persoon.bestaand is not None
        }
        if nieuw:
            noteer(self.door, Handeling.DOSSIER_GEMAAKT, *nieuw, levering=levering_id)
        if geraakt:
            noteer(self.door, Handeling.DOSSIER_GEWIJZIGD, *geraakt.values(), levering=levering_id)

    def _draag_over(self) -> None:
        """Dossiers go to who answers today; after this they may be out of sight."""
        for persoon in self.plan.personen:
            if id(persoon) in self.plaatsen.verhuisd:
                dossier_volgt(persoon.bestaand, op=self.op, door=self.door)
            elif (bedoeld := self.plaatsen.nieuw.get(id(persoon))) and id(
                persoon
            ) in self._nieuwe_personen:
                rij = self._nieuwe_personen[id(persoon)]
                if bedoeld != Plaats(rij.dossiergemeente_id, rij.dossierregio_id):
                    dossier_volgt(rij, op=self.op, door=self.door)
