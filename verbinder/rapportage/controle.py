"""Fingerprints of adopted reports, and the check that nothing in them changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from verbinder.rapportage.models import Vaststelling, Versie
from verbinder.rapportage.opslag import laatste_opname

CIJFERVELDEN = (
    "volgorde",
    "indicator",
    "uitsplitsing",
    "categorie",
    "label",
    "eenheid",
    "maat",
    "status",
    "weergave",
    "getal",
    "teller",
    "noemer",
    "samengevoegd",
)
WARE_VELDEN = ("volgorde", "indicator", "uitsplitsing", "categorie", "teller", "noemer", "waarde")


@dataclass(frozen=True)
class Afwijking:
    """Something in an adopted report that is not what it was."""

    vaststelling: Vaststelling
    wat: str


def sha256_inhoud(versie: Versie) -> str:
    """The fingerprint of all that is published in a version, in one fixed written form."""
    opname = laatste_opname(versie)
    rapportage = versie.rapportage
    vaststelling = versie.vaststelling
    return _vingerafdruk(
        {
            "regio": rapportage.regio.code,
            "halfjaar": rapportage.halfjaar,
            "versie": versie.nummer,
            "peildatum": opname.peildatum,
            "bekend_op": opname.bekend_op,
            "regel": opname.regel,
            "levering": opname.levering,
            "indeling": opname.indeling,
            "definities": opname.definities,
            "audit": opname.audit,
            **({"herzien": opname.herzien} if opname.herzien else {}),
            "vergeleken_met": [opname.vorig_id, opname.jaar_eerder_id],
            "cijfers": list(opname.cijfers.order_by("volgorde").values_list(*CIJFERVELDEN)),
            "teksten": list(
                versie.teksten.order_by("deel", "volgnummer").values_list(
                    "deel", "volgnummer", "tekst"
                )
            ),
            "bestanden": list(
                versie.bestanden.order_by("uitgave", "soort").values_list(
                    "uitgave", "soort", "sha256"
                )
            ),
            "overleg": vaststelling.overleg,
            "datum": vaststelling.datum,
            "uitkomst": vaststelling.uitkomst,
            "opmerking": vaststelling.opmerking,
        }
    )


def sha256_waar(versie: Versie) -> str:
    """The fingerprint of the true values behind the version."""
    ware = laatste_opname(versie).gemeten.ware_cijfers.order_by("volgorde")
    return _vingerafdruk(list(ware.values_list(*WARE_VELDEN)))


def afwijkingen(vaststelling: Vaststelling, *, ook_waar: bool) -> Iterator[Afwijking]:
    """What changed since the vaststelling; nothing when all is well.

    `ook_waar` looks at the true values too, for who may count in the region.
    """
    versie = vaststelling.versie
    for bestand in versie.bestanden.order_by("uitgave", "soort"):
        if hashlib.sha256(bestand.inhoud).hexdigest() != bestand.sha256:
            yield Afwijking(vaststelling, f"Het bestand {bestand.soort} is niet meer hetzelfde.")
    if sha256_inhoud(versie) != vaststelling.sha256:
        yield Afwijking(vaststelling, "De cijfers, teksten of gegevens zijn niet meer dezelfde.")
    if ook_waar and sha256_waar(versie) != vaststelling.sha256_waar:
        yield Afwijking(vaststelling, "De ware cijfers zijn niet meer dezelfde.")


def _vingerafdruk(inhoud) -> str:
    """SHA-256 over JSON with sorted keys and no spaces; dates and decimals as text."""
    tekst = json.dumps(
        inhoud, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )
    return hashlib.sha256(tekst.encode()).hexdigest()
