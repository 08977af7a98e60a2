"""The pages of steering: read by every role of the region, written by two."""

from tests.adressen import IEDEREEN, Adres, rollen
from tests.verbinder.sturing import schrijver

LEZERS = IEDEREEN - rollen("applicatiebeheerder", "vreemde_verbinder")
SCHRIJVERS = rollen("verbinder", "functioneel_beheerder")
# What is of another region does not exist for a stranger.
VREEMDEN = {"vreemde_verbinder": 404, "applicatiebeheerder": 404}
REGIO = {"regio": "AM12"}


def lezen(pad) -> Adres:
    return Adres(LEZERS, anders=404, pad=pad)


def schrijven(pad) -> Adres:
    return Adres(SCHRIJVERS, behalve=VREEMDEN, pad=pad)


def een_versie(mensen) -> dict:
    versie = schrijver.een_plan(mensen)
    return {"plan": versie.plan_id, "nummer": versie.nummer}


def met(**meer):
    """A version, with more parts of the address."""
    return lambda mensen: een_versie(mensen) | meer


def een_heel_plan(mensen) -> dict:
    return {"plan": een_versie(mensen)["plan"]}


PLANNEN = {
    "plannen": Adres(IEDEREEN - rollen("applicatiebeheerder")),
    "plan_beginnen": schrijven(REGIO),
    "plan": lezen(een_versie),
    "plan_bestand": lezen(met(soort="odt")),
    "plan_tekst": schrijven(een_versie),
    "doel_nieuw": schrijven(een_versie),
    "doel": schrijven(met(code="D1")),
    "doel_weg": schrijven(met(code="D1")),
    "maatregel_nieuw": schrijven(een_versie),
    "maatregel": schrijven(met(code="M1")),
    "maatregel_weg": schrijven(met(code="M1")),
    "maatregel_stand": schrijven(met(code="M1")),
    "plan_taken": schrijven(een_versie),
    "plan_vaststellen": schrijven(een_versie),
    "plan_versie_maken": schrijven(een_heel_plan),
}
ADRESSEN: dict[str, Adres] = {**PLANNEN}
