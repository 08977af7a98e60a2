"""The public edition of an adopted report: the strict rule, no names of staff, no stories.

Made of the figures that were adopted, beside the edition for the region, and audited as if every
reader holds both.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db.models import Q

from regio.models import Arbeidsmarktregio, Gebruiker, Gemeente
from regio.perioden import Halfjaar
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.regel import STRENG
from verbinder.rapportage.concepttekst import concepttekst
from verbinder.rapportage.models import Momentopname, Tekst, Versie
from verbinder.rapportage.opslag import laatste_opname, laatste_teksten, rapport_van
from verbinder.rapportage.rapport import Rapport
from verbinder.rapportage.uitgave import publicatie_van

NAAM_WEG = "[naam weggelaten]"
ADRES_WEG = "[e-mailadres weggelaten]"
VERHAAL_WEG = "Deze tekst vertelt over een persoon. Zij staat daarom niet in de openbare versie."
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def openbare_publicatie(versie: Versie) -> Publicatie:
    """The adopted figures by the strict rule; what the region does not read, nobody else does."""
    return replace(publicatie_van(laatste_opname(versie), afstand=0), regel=STRENG)


def openbare_opname(regio: Arbeidsmarktregio, halfjaar: Halfjaar) -> Momentopname | None:
    """The figures of the last public edition over a half-year."""
    return (
        Momentopname.objects.filter(
            openbaar=True,
            versie__rapportage__regio=regio,
            versie__rapportage__halfjaar=halfjaar.code,
        )
        .order_by("-versie__nummer")
        .first()
    )


def openbaar_rapport(opname: Momentopname) -> Rapport:
    """The public edition with the texts that it may carry."""
    versie = opname.versie
    rapport = replace(rapport_van(versie, opname=opname), teksten={})
    namen = list(_namen_van_medewerkers(versie))
    teksten = concepttekst(rapport)
    for tekst in laatste_teksten(versie):
        if not tekst.concept:
            teksten[tekst.deel] = _mag_mee(tekst, namen)
    besluit = rapport.besluit and replace(
        rapport.besluit, overleg=zonder_namen(rapport.besluit.overleg, namen), opmerking=""
    )
    return replace(rapport, teksten=teksten, besluit=besluit)


def _mag_mee(tekst: Tekst, namen: Iterable[str]) -> str:
    return VERHAAL_WEG if tekst.verhaal else zonder_namen(tekst.tekst, namen)


def zonder_namen(tekst: str, namen: Iterable[str]) -> str:
    """The text without these names, however they are spaced or capitalised, and without addresses.

    A name of one word is left: it may be a word like any other.
    """
    tekst = EMAIL.sub(ADRES_WEG, tekst)
    for naam in sorted(set(namen), key=len, reverse=True):
        woorden = naam.split()
        if len(woorden) > 1:
            patroon = r"\s+".join(map(re.escape, woorden))
            tekst = re.sub(rf"(?<!\w){patroon}(?!\w)", NAAM_WEG, tekst, flags=re.IGNORECASE)
    return tekst


def _namen_van_medewerkers(versie: Versie) -> Iterator[str]:
    """Who works or worked for the region or a gemeente of it, and who did something here."""
    rapportage = versie.rapportage
    leden = Gemeente.objects.in_regio_tijdens(rapportage.regio, rapportage.periode)
    van_hier = Gebruiker.objects.filter(
        Q(rechten__regio=rapportage.regio) | Q(rechten__gemeente__in=leden)
    )
    yield from van_hier.values_list("naam", flat=True).distinct()
    yield versie.wie
    for rijen in (versie.teksten, versie.stappen, versie.controles, versie.behandelingen):
        yield from rijen.values_list("wie", flat=True).order_by("wie").distinct()
    yield versie.vaststelling.wie
