"""One of everything, in Hilversum, as the parts of an address."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

from statushouders.services.contact import leg_contact_vast, maak_actie
from statushouders.services.overdrachten import bied_aan
from statushouders.services.plaatsingen import plaats
from statushouders.services.trajecten import start_traject
from statushouders.services.uitkeringen import leg_uitkering_vast
from tests.statushouders.hulp import OP, gemeente, maak_persoon, scope, soort


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
