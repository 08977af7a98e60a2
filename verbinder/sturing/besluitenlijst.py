"""The besluiten of one body in one year as a document."""

from collections.abc import Iterable, Iterator

from regio.models import Besluit, Overleg
from verbinder.rapportage.document import Document, Sectie, Tabel
from verbinder.rapportage.models import Versie
from verbinder.sturing.models import naam_van
from verbinder.sturing.stukken import voluit, zin

KOPPEN = ("Besluit", "Datum", "Uitkomst", "Wat is besloten", "Bij")


def besluiten_van(overleg: Overleg, jaar: int) -> list[Besluit]:
    """The besluiten of a year, in the order of their numbers."""
    return list(
        Besluit.objects.filter(overleg=overleg, datum__year=jaar)
        .select_related("overleg", "agendapunt", "vervangt__overleg", "vervangen_door__overleg")
        .select_related(
            "over_rapport__rapport__rapportage__regio", "over_rapport__rapport__intrekking"
        )
        .prefetch_related("agendapunt__stukken__rapport__rapportage")
        .prefetch_related("agendapunt__stukken__rapport__intrekking")
        .prefetch_related("agendapunt__stukken__plan__plan")
        .order_by("nummer")
    )


def besluitenlijst(overleg: Overleg, jaar: int) -> Document:
    """The list, with what replaced what."""
    besluiten = besluiten_van(overleg, jaar)
    return Document(
        titel=f"Besluitenlijst {overleg.afkorting} {jaar}",
        regio=f"Arbeidsmarktregio {overleg.regio.naam}",
        onderwerp=overleg.naam,
        kenmerken=tuple(_kenmerken(overleg, besluiten)),
        secties=(Sectie("Besluiten", tuple(_blokken(besluiten))),),
        status=f"{len(besluiten)} besluiten",
    )


def _kenmerken(overleg: Overleg, besluiten: list[Besluit]) -> Iterator[tuple[str, str]]:
    yield "Overleg", overleg.naam
    if besluiten:
        yield "Laatste besluit", f"{besluiten[-1].kenmerk}, {voluit(besluiten[-1].datum)}"
    yield "Contact", f"regionale verbinder, arbeidsmarktregio {overleg.regio.naam}"


def _blokken(besluiten: list[Besluit]) -> Iterator:
    if not besluiten:
        yield zin("In dit jaar zijn geen besluiten vastgelegd.")
        return
    rijen = tuple(
        (
            besluit.kenmerk,
            f"{besluit.datum:%d-%m-%Y}",
            besluit.get_uitkomst_display(),
            " ".join([besluit.tekst, *([besluit.opmerking] if besluit.opmerking else [])]),
            "; ".join(waarbij(besluit)),
        )
        for besluit in besluiten
    )
    yield Tabel("Besluiten op volgorde", KOPPEN, rijen, getallen=False)


def rapport_van(besluit: Besluit) -> Versie | None:
    """The version of a report that it is about."""
    over = getattr(besluit, "over_rapport", None)
    return over.rapport if over else None


def waarbij(besluit: Besluit) -> Iterable[str]:
    """The point it was about, the documents, and what it replaces or was replaced by."""
    over = rapport_van(besluit)
    if over is not None:
        yield naam_van(over) + (" (later ingetrokken)" if hasattr(over, "intrekking") else "")
    if besluit.agendapunt is not None:
        yield besluit.agendapunt.titel
        for stuk in besluit.agendapunt.stukken.all():
            if over is None or stuk.rapport_id != over.pk:
                yield stuk.naam + (" (ingetrokken)" if stuk.waarom_weg else "")
    if besluit.vervangt is not None:
        yield f"vervangt {besluit.vervangt.kenmerk}"
    if hasattr(besluit, "vervangen_door"):
        yield f"vervangen door {besluit.vervangen_door.kenmerk}"
