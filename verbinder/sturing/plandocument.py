"""A version of a plan as a document: what page, PDF and ODT show of it."""

from collections.abc import Iterator, Sequence

from regio.models import Doel, Maatregel, Planversie, Voortgang
from verbinder.indicatoren import INDICATOREN
from verbinder.rapportage.document import Document, Sectie, Tabel, blokken_van
from verbinder.sturing.standen import laatste_standen
from verbinder.sturing.stukken import STREEP, voluit, zin

HELE_REGIO = "hele regio"
ALLE_LIJNEN = "alle"
DOELKOPPEN = ("Doel", "Cijfer", "Waar", "Looptijd", "Begin en bron")
MAATREGELKOPPEN = ("Maatregel", "Actielijn", "Trekker", "Partners", "Planning", "Stand")


def plandocument(versie: Planversie) -> Document:
    """The whole version, with how far its measures are now."""
    plan = versie.plan
    vaststelling = getattr(versie, "vaststelling", None)
    return Document(
        titel=plan.titel,
        regio=f"Arbeidsmarktregio {plan.regio.naam}",
        onderwerp="Plan van aanpak Statushouders aan het werk",
        kenmerken=tuple(_kenmerken(versie, vaststelling)),
        secties=tuple(_secties(versie)),
        status="vastgesteld" if vaststelling else "concept",
    )


def _kenmerken(versie: Planversie, vaststelling) -> Iterator[tuple[str, str]]:
    plan = versie.plan
    yield "Looptijd", f"{voluit(plan.van)} tot en met {voluit(plan.tot_en_met)}"
    yield "Versie", f"{versie.nummer}, {'vastgesteld' if vaststelling else 'concept'}"
    if vaststelling:
        yield "Vastgesteld", f"{vaststelling.overleg}, {voluit(vaststelling.datum)}"
    yield "Contact", f"regionale verbinder, arbeidsmarktregio {plan.regio.naam}"


def _secties(versie: Planversie) -> Iterator[Sectie]:
    yield Sectie("Analyse", blokken_van(versie.analyse))
    yield Sectie("Voorrang tussen oude en nieuwe wetters", blokken_van(versie.prioriteit))
    yield Sectie("Aandacht voor hoogopgeleiden", blokken_van(versie.hoogopgeleiden))
    doelen = list(
        versie.doelen.select_related("actielijn").prefetch_related("gemeenten").order_by("pk")
    )
    yield Sectie("Doelen", (_doelen(doelen),) if doelen else ())
    maatregelen = list(versie.maatregelen.select_related("actielijn"))
    standen = {code: stand for code, (stand, _) in laatste_standen(versie.plan).items()}
    yield Sectie("Maatregelen", (_maatregelen(maatregelen, standen),) if maatregelen else ())
    vaststelling = getattr(versie, "vaststelling", None)
    if vaststelling and vaststelling.opmerking:
        yield Sectie("Bij de vaststelling", (zin(vaststelling.opmerking),))


def _doelen(doelen: Sequence[Doel]) -> Tabel:
    return Tabel(
        "Doelen van het plan",
        DOELKOPPEN,
        tuple(
            (
                f"{doel.code} {doel.omschrijving}: {doel.streven}",
                cijfernaam(doel.indicator)
                + (f", actielijn {doel.actielijn}" if doel.actielijn else ""),
                waar(doel),
                f"{doel.begindatum:%d-%m-%Y} tot en met {doel.einddatum:%d-%m-%Y}",
                f"{uitgangswaarde(doel)}; {doel.bron}" if doel.uitgangsdatum else doel.bron,
            )
            for doel in doelen
        ),
        noten=("Doelen in verschillende eenheden zijn niet op te tellen.",),
        getallen=False,
    )


def _maatregelen(maatregelen: Sequence[Maatregel], standen: dict[str, str]) -> Tabel:
    return Tabel(
        "Maatregelen van het plan",
        MAATREGELKOPPEN,
        tuple(
            (
                f"{m.code} {m.titel}" + (f": {m.omschrijving}" if m.omschrijving else ""),
                str(m.actielijn or ALLE_LIJNEN),
                m.trekker,
                m.partnernamen or STREEP,
                planning(m),
                Voortgang(standen.get(m.code, Voortgang.GEPLAND)).label,
            )
            for m in maatregelen
        ),
        getallen=False,
    )


def cijfernaam(code: str) -> str:
    """`C3 Mensen naar betaald werk`; the bare code of a figure that is no more."""
    indicator = INDICATOREN.get(code)
    return f"{code} {indicator.titel}" if indicator else code


def waar(doel: Doel) -> str:
    """The gemeenten of a goal, or the whole region."""
    return ", ".join(gemeente.naam for gemeente in doel.gemeenten.all()) or HELE_REGIO


def uitgangswaarde(doel: Doel) -> str:
    """`40 op 31-12-2025`, or a dash."""
    if doel.uitgangswaarde is None:
        return STREEP
    teken = " %" if doel.is_percentage else ""
    return f"{doel.uitgangswaarde}{teken} op {doel.uitgangsdatum:%d-%m-%Y}"


def planning(maatregel: Maatregel) -> str:
    """`vanaf 01-03-2026 tot en met 31-12-2026`, as far as it is known."""
    delen = []
    if maatregel.van:
        delen.append(f"vanaf {maatregel.van:%d-%m-%Y}")
    if maatregel.tot_en_met:
        delen.append(f"tot en met {maatregel.tot_en_met:%d-%m-%Y}")
    return " ".join(delen) or STREEP
