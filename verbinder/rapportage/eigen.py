"""What a gemeente looks at before it confirms: its own figures, and what to mend in its data."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from regio.models import Arbeidsmarktregio, Gemeente
from regio.perioden import Halfjaar
from regio.toegang import Bereik
from statushouders.models import Bevestiging
from verbinder.indicatoren import INDICATOREN, Cijfer, Maat, Plaats
from verbinder.indicatoren.kwaliteit import G1
from verbinder.indicatoren.meten import meet
from verbinder.indicatoren.meting import Meting
from verbinder.indicatoren.signalen import ONTBREEKT, SIGNALEN
from verbinder.onthulling.cellen import weergave_getal


@dataclass(frozen=True)
class Eigencijfer:
    """A headline of one gemeente, as it truly is."""

    titel: str
    waarde: str
    definitie: str


@dataclass(frozen=True)
class Taak:
    """Something to mend, in so many dossiers; `adres` leads to them, for who may open them."""

    wat: str
    aantal: int
    adres: str
    tegenstrijdig: bool = False


def eigen_cijfers(bereik: Bereik, regio: Arbeidsmarktregio, gemeente: Gemeente, halfjaar: Halfjaar):
    """The headlines of a gemeente, and what to mend. Raises PermissionDenied without the right."""
    gebied = bereik.gebied(regio_id=regio.pk, gemeente_id=gemeente.pk)
    meting = Meting(gebied, halfjaar)
    # The money is the region's, and what is unknown stands among what to mend.
    van_mensen = [i for i in INDICATOREN.values() if not i.van_geld and i is not G1]
    cijfers = [_eigencijfer(cijfer) for cijfer in meet(meting, van_mensen, ())]
    opent = gemeente.pk in bereik.gemeenten
    return cijfers, list(_taken(meting, gemeente.code, halfjaar, opent))


def laatste_bevestigingen(regio: Arbeidsmarktregio, halfjaar: Halfjaar) -> dict[str, Bevestiging]:
    """Gemeente code -> what it said last of its figures."""
    leden = Gemeente.objects.in_regio_tijdens(regio, halfjaar)
    rijen = (
        Bevestiging.objects.filter(gemeente__in=leden, halfjaar=halfjaar.code)
        .select_related("gemeente", "door")
        .order_by("gemeente_id", "-op", "-pk")
        .distinct("gemeente_id")
    )
    return {rij.gemeente.code: rij for rij in rijen}


def _eigencijfer(cijfer: Cijfer) -> Eigencijfer:
    indicator = INDICATOREN[cijfer.plaats.indicator]
    return Eigencijfer(indicator.titel, _waarde(cijfer), indicator.definitie)


def _waarde(cijfer: Cijfer) -> str:
    if cijfer.waarde is None:
        return "geen"
    getal = weergave_getal(cijfer.waarde)
    if cijfer.maat == Maat.PERCENTAGE:
        return f"{getal} % ({cijfer.teller} van {cijfer.noemer})"
    if cijfer.maat == Maat.MEDIAAN:
        return f"{getal} dagen (van {cijfer.noemer})"
    return getal


def _taken(meting: Meting, gemeente: str, halfjaar: Halfjaar, opent: bool) -> Iterator[Taak]:
    def adres(**cel: str) -> str:
        if not opent:
            return ""
        pad = reverse("dashboard_gemeente_gevallen", args=[gemeente])
        return f"{pad}?{urlencode({'halfjaar': halfjaar.code} | cel)}"

    for signaal in meet(meting, SIGNALEN.values(), ()):
        code = signaal.plaats.indicator
        if signaal.teller:
            yield Taak(SIGNALEN[code].titel, int(signaal.teller), adres(cijfer=code), True)
    codes = dict.fromkeys(regel.cijfer for regel in ONTBREEKT)
    per_plaats = {
        cijfer.plaats: int(cijfer.teller or 0)
        for cijfer in meet(
            meting, [INDICATOREN[code] for code in codes], {regel.per for regel in ONTBREEKT}
        )
    }
    for regel in ONTBREEKT:
        aantal = per_plaats.get(Plaats(regel.cijfer, regel.per, regel.categorie), 0)
        if aantal:
            cel = {"cijfer": regel.cijfer, "per": regel.per, "categorie": regel.categorie}
            yield Taak(regel.wat, aantal, adres(**cel))
