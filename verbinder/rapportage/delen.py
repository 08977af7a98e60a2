"""The parts of the report, in the order of a Dutch board memo (domein.md §5.1)."""

from dataclasses import dataclass

from verbinder.rapportage.boek import Boek

ACTIELIJN = "actielijn_"


@dataclass(frozen=True)
class Deel:
    """A part that holds text. `hulp` says to the writer what belongs there."""

    code: str
    titel: str
    hulp: str


BESLUIT = Deel(
    "besluit",
    "Gevraagd besluit",
    "Genummerde punten: waarvan neemt het overleg kennis, waarmee stemt het in?",
)
KERN = Deel("kern", "Kernboodschap", "Vijf regels die een directeur in een minuut leest.")
CASELOAD = Deel("caseload", "Caseload", "Wie zijn er in beeld, en wie wacht?")
UITKOMSTEN = Deel("uitkomsten", "Uitkomsten en duurzaamheid", "Wat kwam ervan, en houdt het stand?")
GEMEENTEN = Deel("gemeenten", "Per gemeente", "Wat valt op tussen de gemeenten?")
GELD = Deel(
    "geld",
    "Financiën en inzet van de verbinder",
    "Wat is ontvangen, besteed en nog vrij? Hoeveel uur is de verbinder ingezet?",
)
KANTTEKENINGEN = Deel(
    "kanttekeningen",
    "Kanttekeningen",
    "Wat zit tegen? Gaat het werk ten koste van andere dienstverlening (verdringing)?",
)
VOORUITBLIK = Deel("vooruitblik", "Vooruitblik", "Wat gaat de regio het komende halfjaar doen?")
HULP_BIJ_ACTIELIJN = (
    "Wat is gedaan, wat leverde het op, wat zit tegen, en wat vraagt u het overleg?"
)


def delen_van(boek: Boek) -> list[Deel]:
    """All parts with text, in order; one per actielijn of this report."""
    return [
        BESLUIT,
        KERN,
        *(
            Deel(f"{ACTIELIJN}{code}", f"Actielijn {label}", HULP_BIJ_ACTIELIJN)
            for code, label in actielijnen_van(boek).items()
        ),
        CASELOAD,
        UITKOMSTEN,
        GEMEENTEN,
        GELD,
        KANTTEKENINGEN,
        VOORUITBLIK,
    ]


def actielijnen_van(boek: Boek) -> dict[str, str]:
    """The numbers and names of the actielijnen of this report."""
    return {cel.plaats.categorie: cel.label for cel in boek.tabel("A4", "actielijn")}
