"""The pages of steering: read by every role of the region, written by two."""

from django.utils import timezone

from regio.models import Aanstelling, KlaargezetteLijst
from tests.adressen import IEDEREEN, Adres, rollen
from tests.mensen import AL_LANG
from tests.verbinder.sturing import schrijver
from verbinder.sturing.models import Agendastuk

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


def een_aanstelling(mensen) -> dict:
    aanstelling = Aanstelling.objects.create(
        regio=schrijver.regio(),
        gebruiker=mensen.verbinder,
        recht=mensen.verbinder.rechten.get(),
        uren_per_week=32,
        van=AL_LANG,
        standplaats="centrumgemeente",
    )
    return {"code": "AM12", "pk": aanstelling.pk}


def een_lijst(mensen) -> dict:
    lijst = KlaargezetteLijst.objects.create(
        soort="taakstelling",
        gebruiker=mensen.verbinder,
        regio=schrijver.regio(),
        naam="lijst.csv",
        inhoud="gemeente;halfjaar;opgave\nHilversum;2026-1;60",
        keuzes={"bron": "RVO"},
        op=timezone.now(),
    )
    return {"code": "AM12", "sleutel": lijst.sleutel}


HIER = {"code": "AM12"}
# Who works with the hours of the verbinder.
MET_UREN = rollen("verbinder", "controller", "functioneel_beheerder")
ZIEN_UREN = MET_UREN | rollen("vreemde_verbinder")
INZET = {
    "inzetten": Adres(ZIEN_UREN, goed=302),
    "inzet": Adres(MET_UREN, anders=404, pad=HIER),
    "aanstellen": Adres(
        rollen("functioneel_beheerder"),
        anders=404,
        behalve={"verbinder": 403, "controller": 403},
        pad=HIER,
    ),
    "aanstelling_beeindigen": Adres(
        rollen("functioneel_beheerder"),
        anders=404,
        behalve={"verbinder": 403, "controller": 403},
        pad=een_aanstelling,
    ),
    "uren_boeken": Adres(SCHRIJVERS, anders=404, behalve={"controller": 403}, pad=een_aanstelling),
    "taakstellingen": lezen(HIER),
    "taakstelling_invoeren": schrijven(HIER),
    "taakstelling_schatten": schrijven(HIER),
    "taakstelling_inlezen": schrijven(HIER),
    # Only who brought the list looks at it.
    "taakstelling_controle": Adres(
        rollen("verbinder"), behalve={**VREEMDEN, "functioneel_beheerder": 404}, pad=een_lijst
    ),
}


def een_overleg(mensen) -> dict:
    return {"pk": schrijver.een_vergadering(mensen).overleg_id}


def een_vergadering(mensen) -> dict:
    return {"pk": schrijver.een_vergadering(mensen).pk}


def een_punt(mensen) -> dict:
    punt = schrijver.een_vergadering(mensen).agendapunten.get(volgorde=2)
    return {"pk": punt.vergadering_id, "punt": punt.pk}


def een_stuk(mensen) -> dict:
    punt = een_punt(mensen)
    stuk = Agendastuk.objects.get(agendapunt=punt["punt"])
    return {"pk": punt["pk"], "stuk": stuk.pk}


def een_lid(mensen) -> dict:
    overleg = schrijver.een_vergadering(mensen).overleg
    return {"pk": overleg.pk, "lid": overleg.leden.get().pk}


def een_actie(mensen) -> dict:
    return {"actie": schrijver.een_vergadering(mensen).actiepunten.get().pk}


OVERLEGGEN = {
    "overleggen": Adres(IEDEREEN - rollen("applicatiebeheerder")),
    "overleg_nieuw": schrijven(REGIO),
    "overleg_voorbeelden": schrijven(REGIO),
    "overleg": lezen(een_overleg),
    "overleg_wijzigen": schrijven(een_overleg),
    "overleg_opheffen": schrijven(een_overleg),
    "lid_nieuw": schrijven(een_overleg),
    "lid": schrijven(een_lid),
    "vergaderingen_plannen": schrijven(een_overleg),
    "besluiten": lezen(lambda mensen: een_overleg(mensen) | {"jaar": 2026}),
    "besluitenbestand": lezen(lambda mensen: een_overleg(mensen) | {"jaar": 2026, "soort": "odt"}),
    "vergadering": lezen(een_vergadering),
    "vergadering_ics": lezen(een_vergadering),
    "vergadering_wijzigen": schrijven(een_vergadering),
    "actiepunt_nieuw": schrijven(een_vergadering),
    "agendapunt_nieuw": schrijven(een_vergadering),
    "agendapunt": schrijven(een_punt),
    "agendapunt_weg": schrijven(een_punt),
    "agendapunt_hoger": Adres(IEDEREEN, goed=405, pad=een_punt),
    "besluit_nieuw": schrijven(een_punt),
    "stuk_nieuw": schrijven(een_punt),
    "stuk_intrekken": schrijven(een_stuk),
    "actiepunten": Adres(IEDEREEN),
    "actiepunt_klaar": Adres(IEDEREEN, goed=405, pad=een_actie),
}


def een_werkwijze(mensen) -> dict:
    return {"pk": schrijver.een_werkwijze(mensen).pk}


def een_concept(mensen) -> dict:
    return {"pk": schrijver.een_werkwijze(mensen, gedeeld=False, titel="Concept").pk}


WERKWIJZEN = {
    "werkwijzen": Adres(IEDEREEN),
    "werkwijze": Adres(IEDEREEN, pad=een_werkwijze),
    "werkwijze_nieuw": schrijven(REGIO),
    "werkwijze_wijzigen": Adres(SCHRIJVERS, pad=een_werkwijze),
    # Before it is shared only who writes it knows of it.
    "werkwijze_delen": Adres(SCHRIJVERS, anders=404, pad=een_concept),
}
ADRESSEN: dict[str, Adres] = {**PLANNEN, **INZET, **OVERLEGGEN, **WERKWIJZEN}
