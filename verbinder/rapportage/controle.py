"""Fingerprints of adopted reports, and the check that nothing in them changed."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from verbinder.rapportage.models import Momentopname, Vaststelling, Versie
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
                versie.bestanden.filter(openbaar=False)
                .order_by("uitgave", "soort")
                .values_list("uitgave", "soort", "sha256")
            ),
            "overleg": vaststelling.overleg,
            "datum": vaststelling.datum,
            "uitkomst": vaststelling.uitkomst,
            "opmerking": vaststelling.opmerking,
        }
    )


def sha256_openbaar(opname: Momentopname) -> str:
    """The fingerprint of a public edition."""
    bestanden = opname.versie.bestanden.filter(openbaar=True).order_by("soort")
    return _vingerafdruk(
        {
            "van": opname.van_id,
            "regel": opname.regel,
            "audit": opname.audit,
            "vergeleken_met": [opname.vorig_id, opname.jaar_eerder_id],
            "cijfers": list(opname.cijfers.order_by("volgorde").values_list(*CIJFERVELDEN)),
            "bestanden": list(bestanden.values_list("soort", "sha256")),
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
            welk = f"openbare {bestand.soort}" if bestand.openbaar else bestand.soort
            yield Afwijking(vaststelling, f"Het bestand {welk} is niet meer hetzelfde.")
    openbaar = getattr(versie, "openbaarmaking", None)
    if openbaar and sha256_openbaar(openbaar.opname) != openbaar.sha256:
        yield Afwijking(vaststelling, "De openbare versie is niet meer dezelfde.")
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
