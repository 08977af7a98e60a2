"""The pages of money: the controller books, the verbinder reads and proposes, others see less."""

from decimal import Decimal

from django.utils import timezone

from regio.models import Arbeidsmarktregio, KlaargezetteLijst
from regio.perioden import vandaag
from regio.services.bestedingsplan import bewaar_planregel
from tests.adressen import IEDEREEN, Adres, rollen
from tests.regio.sturing.boekhouding import als_controller

LEZERS, BOEKERS = rollen("controller", "verbinder"), rollen("controller")
BEHEERDERS = rollen("functioneel_beheerder")
REGIO = {"code": "AM12"}
# Who reads the ledger and may not book in it is refused; for others it is not there.
LEEST_ALLEEN = {"verbinder": 403}


def boek(mensen):
    """A bijdrage, a verplichting and a besteding, booked by the controller."""
    with als_controller(mensen.controller) as boeken:
        bijdrage = boeken.bijdrage("1000")
        return bijdrage, boeken.verplichting("100"), boeken.besteding("10")


def een_bijdrage(mensen) -> dict:
    return {"soort": "bijdrage", "pk": boek(mensen)[0].pk}


def een_verplichting(mensen) -> dict:
    return {"pk": boek(mensen)[1].pk}


def een_voorstel(mensen) -> dict:
    with als_controller(mensen.controller) as boeken:
        boeken.bijdrage("1000")
    with als_controller(mensen.verbinder) as boeken:
        voorstel = boeken.vraag(
            "besteding", soort="du", herkomstjaar=2023, datum=boeken.op, bedrag=Decimal(10),
            omschrijving="Zaal", kostensoort="overig",
        )  # fmt: skip
        return {"pk": voorstel.pk}


def een_planregel(mensen) -> dict:
    with als_controller(mensen.controller) as boeken:
        regel = bewaar_planregel(
            regio=boeken.regio, omschrijving="Inzet", van=boeken.op, tot_en_met=boeken.op,
            bedrag=10, kostensoort="inzet", actielijn=None, bereik=boeken.bereik,
            door=boeken.door,
        )  # fmt: skip
        return {"code": "AM12", "pk": regel.pk}


def een_lijst(soort: str, wie: str):
    """An uploaded list that waits for the member of the cast who uploaded it."""

    def pad(mensen) -> dict:
        lijst = KlaargezetteLijst.objects.create(
            soort=soort,
            gebruiker=getattr(mensen, wie),
            regio=Arbeidsmarktregio.objects.get(code="AM12"),
            naam="lijst.csv",
            inhoud="datum;bedrag;omschrijving\n1-2-2024;10;Zaal\n",
            keuzes={"kolommen": {"datum": 0, "bedrag": 1, "omschrijving": 2}},
            op=timezone.now(),
        )
        return {"sleutel": lijst.sleutel}

    return pad


def vorig_jaar(mensen) -> dict:
    return {"code": "AM12", "jaar": vandaag().year - 1}


def van_lezers(**meer) -> Adres:
    """A page of who reads the ledger of the region."""
    return Adres(LEZERS, anders=404, **meer)


def van_boekers(**meer) -> Adres:
    """A page of the controller alone."""
    return Adres(BOEKERS, anders=404, behalve=LEEST_ALLEEN, **meer)


def door_te_sturen(mag, **meer) -> Adres:
    """Only a POST does something here."""
    return Adres(mag, goed=405, anders=405, **meer)


ADRESSEN: dict[str, Adres] = {
    "geld": Adres(
        IEDEREEN - rollen("applicatiebeheerder"),
        goed=302,
        # A gemeente has its own spending and the reports to choose from; so has who has two roles.
        behalve={
            "klantmanager": 200,
            "gemeente_cijfers": 200,
            "andere_klantmanager": 200,
        },
    ),
    "geld_regio(code)": van_lezers(pad=REGIO),
    "geld_regio(code, jaar)": van_lezers(pad={**REGIO, "jaar": 2024}),
    "geld_gepubliceerd": Adres(
        IEDEREEN - rollen("applicatiebeheerder", "vreemde_verbinder"), anders=404, pad=REGIO
    ),
    "geld_jaarstuk": van_lezers(pad={**REGIO, "jaar": 2024, "bestand": "boekingen.csv"}),
    "geld_gemeente": Adres(
        rollen("verbinder", "klantmanager", "gemeente_cijfers"),
        anders=404,
        pad={"code": "GM0402"},
    ),
    "geld_boeking": van_lezers(pad=een_bijdrage),
    "geld_storno": van_boekers(pad=een_bijdrage),
    "geld_vervallen": van_boekers(pad=een_verplichting),
    "geld_voorstel": van_lezers(pad=een_voorstel),
    "geld_afwijzen": door_te_sturen(BOEKERS, pad=een_voorstel),
    "geld_intrekken": door_te_sturen(rollen("verbinder"), pad=een_voorstel),
    "geld_inlezen_controle": Adres(BOEKERS, anders=404, pad=een_lijst("boekingen", "controller")),
    "geld_inlezen_weg": door_te_sturen(BOEKERS, pad=een_lijst("boekingen", "controller")),
    "geld_boeken": van_lezers(pad={**REGIO, "soort": "besteding"}),
    "geld_plan": van_lezers(pad=REGIO),
    "geld_planregel": van_lezers(pad=een_planregel),
    "geld_planregel_weg": door_te_sturen(LEZERS, pad=een_planregel),
    "geld_inlezen": van_boekers(pad=REGIO),
    "geld_afsluiten": van_boekers(pad=vorig_jaar),
    "geld_beheer": Adres(BEHEERDERS),
    "geld_bijdragen": Adres(BEHEERDERS),
    "geld_bijdragen_controle": Adres(
        BEHEERDERS, pad=een_lijst("circulaire", "functioneel_beheerder")
    ),
    "geld_bijdragen_weg": Adres(
        BEHEERDERS, goed=405, pad=een_lijst("circulaire", "functioneel_beheerder")
    ),
    "geld_afspraken": Adres(BEHEERDERS, anders=404, pad=REGIO),
}
