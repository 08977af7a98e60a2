"""The outcome of an import for people at a terminal, and for programs."""

import json

from regio.uitwisseling.meldingen import Geweigerd, Melding
from statushouders.uitwisseling.inlezen import Uitkomst


def als_tekst(uitkomst: Uitkomst, *, proef: bool) -> str:
    """The summary per sheet, or every fault; and what else should be known."""
    regels = []
    if uitkomst.fouten:
        regels += ["Fouten:", *(f"- {fout}" for fout in uitkomst.fouten)]
    else:
        regels += [
            f"{blad}: " + ", ".join(f"{aantal} {soort}" for soort, aantal in telling.items())
            for blad, telling in uitkomst.tellingen.items()
        ]
    if uitkomst.waarschuwingen:
        regels += ["Waarschuwingen:", *(f"- {melding}" for melding in uitkomst.waarschuwingen)]
    if uitkomst.onbekende_bladen:
        regels.append(f"Onbekende bladen, niet gelezen: {', '.join(uitkomst.onbekende_bladen)}.")
    for blad, kolom in uitkomst.onbekende_kolommen:
        regels.append(f"Onbekende kolom op blad {blad}, niet gelezen: {kolom}.")
    regels.append(slotzin(uitkomst, proef=proef))
    return "\n".join(regels)


def slotzin(uitkomst: Uitkomst, *, proef: bool) -> str:
    """One sentence that says what happened."""
    if uitkomst.fouten:
        return "Er is niets opgeslagen. Verbeter de fouten en lees het hele bestand opnieuw in."
    if not uitkomst.iets_veranderd:
        eerder = f" Dit bestand is al ingelezen op {uitkomst.eerder_op:%d-%m-%Y}." if (
            uitkomst.eerder_op
        ) else ""  # fmt: skip
        return f"Er is niets veranderd.{eerder}"
    return "Dit is een proef: er is niets opgeslagen." if proef else "Alles is opgeslagen."


def als_json(uitkomst: Uitkomst, *, proef: bool) -> str:
    """The same, as JSON."""
    return _json(
        {
            "gelukt": not uitkomst.fouten,
            "proef": proef,
            "opgeslagen": uitkomst.geschreven,
            "bladen": uitkomst.tellingen,
            "fouten": [melding.als_gegevens() for melding in uitkomst.fouten],
            "waarschuwingen": [melding.als_gegevens() for melding in uitkomst.waarschuwingen],
            "onbekende_bladen": uitkomst.onbekende_bladen,
            "onbekende_kolommen": [
                {"blad": blad, "kolom": kolom} for blad, kolom in uitkomst.onbekende_kolommen
            ],
            "eerder_ingelezen_op": uitkomst.eerder_op.isoformat() if uitkomst.eerder_op else None,
        }
    )


def weigering_als_json(weigering: Geweigerd) -> str:
    """A refusal of the whole file in the same shape."""
    fout = Melding("", 0, "", "", weigering.wat, weigering.doe)
    return _json(
        {
            "gelukt": False,
            "proef": False,
            "opgeslagen": False,
            "bladen": {},
            "fouten": [fout.als_gegevens()],
            "waarschuwingen": [],
            "onbekende_bladen": [],
            "onbekende_kolommen": [],
            "eerder_ingelezen_op": None,
        }
    )


def _json(gegevens: dict) -> str:
    return json.dumps(gegevens, ensure_ascii=False, indent=2)
