"""One of everything, in Hilversum, as the parts of an address."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from regio.logboek import Door
from regio.models import Actielijn, Arbeidsmarktregio
from statushouders.services.begeleiding import begin_begeleiding
from statushouders.services.beleidslijsten import bewaar_aanbieder
from statushouders.services.contact import leg_contact_vast, maak_actie
from statushouders.services.nazorg import nog_aan_het_werk
from statushouders.services.overdrachten import bied_aan
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajectdelen import leg_voorziening_vast
from statushouders.services.trajecten import start_traject
from statushouders.services.uitkeringen import leg_uitkering_vast
from statushouders.services.verwijzingen import verwijs
from statushouders.services.werkgevers import maak_afspraak, maak_werkgever
from tests.mensen import REGIO, bereik
from tests.statushouders.hulp import OP, gemeente, maak_persoon, regio, scope, soort


def een_persoon(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        return {"sleutel": maak_persoon(door).sleutel}


def twee_gelijken(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        return {"sleutel": maak_persoon(door).sleutel, "ander": maak_persoon(door).sleutel}


def een_waarde(mensen: SimpleNamespace) -> dict:
    return {**een_persoon(mensen), "veld": "wet"}


def een_verblijf(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        return {"sleutel": persoon.sleutel, "nummer": persoon.verblijven.get().pk}


def een_uitkering(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        persoon = maak_persoon(door)
        uitkering = leg_uitkering_vast(
            statushouder=persoon, soort="bijstand", van=date(2026, 5, 1), op=OP, door=door
        )
        return {"sleutel": persoon.sleutel, "nummer": uitkering.pk}


def een_traject(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        traject = start_traject(
            statushouder=maak_persoon(door),
            soort=soort(),
            begindatum=date(2026, 6, 1),
            op=OP,
            door=door,
        )
        return {"sleutel": traject.sleutel}


def een_plaatsing(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        plaatsing = plaats(
            statushouder=maak_persoon(door),
            soort="betaald_werk",
            begindatum=date(2026, 7, 1),
            op=OP,
            door=door,
        )
        return {"sleutel": plaatsing.sleutel}


def een_voorziening(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        traject = start_traject(
            statushouder=maak_persoon(door),
            soort=soort(),
            begindatum=date(2026, 6, 1),
            op=OP,
            door=door,
        )
        voorziening = leg_voorziening_vast(
            traject=traject, soort="jobcoach", van=date(2026, 6, 1), op=OP, door=door
        )
        return {"sleutel": voorziening.sleutel}


def een_trajectsoort(mensen: SimpleNamespace) -> dict:
    return {"pk": soort().pk}


def een_aanbieder(mensen: SimpleNamespace) -> dict:
    regio = Arbeidsmarktregio.objects.get(code=REGIO)
    aanbieder = bewaar_aanbieder(
        regio=regio,
        naam="Bureau Vooruit",
        beheer=bereik(mensen.functioneel_beheerder),
        door=Door.van(mensen.functioneel_beheerder),
    )
    return {"pk": aanbieder.pk}


def een_nazorgvraag(mensen: SimpleNamespace) -> dict:
    return {**een_plaatsing(mensen), "maanden": 3}


def een_antwoord(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        plaatsing = plaats(
            statushouder=maak_persoon(door),
            soort="betaald_werk",
            begindatum=date(2026, 7, 1),
            op=OP,
            door=door,
        )
        moment = nog_aan_het_werk(plaatsing=plaatsing, maanden=3, op=OP, door=door)
        return {"sleutel": moment.sleutel}


def een_contact(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        contact = leg_contact_vast(
            statushouder=maak_persoon(door), soort="telefoon", datum=OP, op=OP, door=door
        )
        return {"sleutel": contact.sleutel}


def een_actie(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        actie = maak_actie(
            statushouder=maak_persoon(door),
            volgende_stap="Bellen",
            volgende_datum=OP,
            op=OP,
            door=door,
        )
        return {"sleutel": actie.sleutel}


def een_overdracht(mensen: SimpleNamespace) -> dict:
    """Hilversum offers a dossier to Huizen."""
    with scope(mensen.klantmanager) as door:
        overdracht = bied_aan(
            statushouder=maak_persoon(door),
            naar_gemeente=gemeente("Huizen"),
            verblijf_soort="vestiging",
            vanaf=OP,
            bericht="Zoekt werk in de zorg.",
            nu=datetime(2026, 11, 20, 12, tzinfo=UTC),
            op=OP,
            door=door,
        )
        return {"sleutel": overdracht.sleutel}


def een_werkgever(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        return {"nummer": maak_werkgever(regio=regio(), naam="De Linde", door=door).pk}


def een_afspraak(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        afspraak = maak_afspraak(
            werkgever=maak_werkgever(regio=regio(), naam="De Linde", door=door),
            omschrijving="Leerplekken in de zorg",
            plaatsen=2,
            afgesproken_op=date(2026, 9, 1),
            actielijn=Actielijn.objects.get(pk=2),
            op=OP,
            door=door,
        )
        return {"sleutel": afspraak.sleutel}


def een_verwijzing(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        verwijzing = verwijs(
            statushouder=maak_persoon(door),
            soort="werkcentrum",
            gevraagd_op=OP,
            op=OP,
            door=door,
        )
        return {"sleutel": verwijzing.sleutel}


def een_begeleiding(mensen: SimpleNamespace) -> dict:
    with scope(mensen.klantmanager) as door:
        begeleiding = begin_begeleiding(
            statushouder=maak_persoon(door),
            rol="mentor",
            doel="werk",
            naam="Jo de Boer",
            bereikbaar="jo@voorbeeld.invalid",
            van=OP,
            op=OP,
            door=door,
        )
        return {"sleutel": begeleiding.sleutel}
