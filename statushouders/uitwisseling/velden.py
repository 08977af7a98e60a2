"""How one cell is read and written: the widgets of the columns.

`clean` takes what stands in a cell (never empty) and gives the value of the model, or raises
`Ongeldig` with what is wrong and what to do. `render` gives the cell for a value.
"""

import re
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from import_export.widgets import Widget

from regio.uitwisseling.koppen import herkenbaar
from regio.uitwisseling.meldingen import Ongeldig
from statushouders.services.kern import LAATSTE_DAG, VROEGSTE_DAG, nette_tekst
from statushouders.services.organisaties import zoeksleutel

GETAL_DAT_AFBREEKT = 10**15
WETENSCHAPPELIJK = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
ISO_DATUM = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
NL_DATUM = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(?: 0?0:00(?::00)?)?")
GEEN_DATUM = "Schrijf de datum als jjjj-mm-dd of d-m-jjjj, of maak er een datumcel van."
ALS_TEKST = "Maak van deze kolom een tekstkolom en vul de waarde opnieuw in."


def als_tekst(waarde) -> str:
    """What a person sees in the cell: `5.0` is `5`, a day is `31-1-2024`."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, float) and waarde.is_integer() and abs(waarde) < GETAL_DAT_AFBREEKT:
        return str(int(waarde))
    if isinstance(waarde, date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    return str(waarde)


class Veld(Widget):
    """What every column here shares. `soort` is what a spreadsheet should make of it."""

    soort = "tekst"
    uitleg = ""

    def keuzes(self, naslag=None) -> list[tuple[str, str]]:
        """Code and label of a closed list; empty when anything may be filled in."""
        return []


class TekstVeld(Veld):
    """Free text of at most `lengte` characters, without a BSN."""

    def __init__(self, lengte: int, *, regels: bool = False):
        super().__init__()
        self.lengte = lengte
        self.regels = regels

    def clean(self, value, row=None, **kwargs) -> str:
        tekst = als_tekst(value)
        # Plain letters need none of the care that invisible characters ask for.
        if tekst.isascii() and tekst.isprintable() and not re.search(r"\d{3}|  ", tekst):
            tekst = tekst.strip()
        else:
            try:
                tekst = nette_tekst(tekst, "cel", regels=self.regels)
            except ValidationError as fout:
                raise Ongeldig(" ".join(fout.messages), "") from fout
        if len(tekst) > self.lengte:
            raise Ongeldig(
                f"Deze tekst heeft {len(tekst)} tekens; {self.lengte} is het meeste.",
                "Kort de tekst in.",
            )
        return tekst


class Organisatienaam(str):
    """The name of an aanbieder or werkgever: two spellings of one name are equal."""

    def __eq__(self, ander) -> bool:
        return isinstance(ander, str) and zoeksleutel(self) == zoeksleutel(ander)

    def __ne__(self, ander) -> bool:
        return not self == ander

    def __hash__(self) -> int:
        return hash(zoeksleutel(self))


class OrganisatieVeld(TekstVeld):
    """The name of an organisation; it must hold something to find it by."""

    def __init__(self):
        super().__init__(150)

    def clean(self, value, row=None, **kwargs) -> Organisatienaam:
        naam = Organisatienaam(super().clean(value))
        if not zoeksleutel(naam):
            raise Ongeldig("Deze naam heeft geen letters of cijfers.", "Vul de naam in.")
        return naam


class VerwijzingVeld(Veld):
    """A reference of the deliverer: kept as it is, never counted with."""

    uitleg = "eigen nummer of code, hoogstens 60 tekens"
    soort = "verwijzing"

    def clean(self, value, row=None, **kwargs) -> str:
        if isinstance(value, date):
            raise Ongeldig("Het rekenprogramma heeft van deze code een datum gemaakt.", ALS_TEKST)
        tekst = " ".join(als_tekst(value).split())
        te_groot = isinstance(value, float) and abs(value) >= GETAL_DAT_AFBREEKT
        if te_groot or WETENSCHAPPELIJK.fullmatch(tekst):
            raise Ongeldig("Het rekenprogramma heeft dit nummer afgerond.", ALS_TEKST)
        if any(not teken.isprintable() for teken in tekst):
            raise Ongeldig("Er staan onzichtbare tekens in deze code.", "Typ de code opnieuw.")
        if len(tekst) > 60:
            raise Ongeldig("Deze code is langer dan 60 tekens.", "Gebruik een kortere code.")
        return tekst


class DatumVeld(Veld):
    """A day. `toekomst` says whether a day after today is normal here."""

    soort = "datum"
    uitleg = "een datum: jjjj-mm-dd of d-m-jjjj"

    def __init__(self, *, toekomst: bool = False):
        super().__init__()
        self.toekomst = toekomst

    def clean(self, value, row=None, **kwargs) -> date:
        dag = value if isinstance(value, date) else self._uit_tekst(value)
        if not VROEGSTE_DAG <= dag <= LAATSTE_DAG:
            raise Ongeldig(
                f"Het jaar {dag.year} kan niet kloppen.",
                f"Vul een datum in van {VROEGSTE_DAG.year} tot en met {LAATSTE_DAG.year}. "
                "Laat de cel leeg als er geen datum is.",
            )
        return dag

    @staticmethod
    def _uit_tekst(value) -> date:
        if isinstance(value, bool | int | float):
            raise Ongeldig("Dit is een getal, geen datum.", GEEN_DATUM)
        tekst = value.strip()
        if treffer := ISO_DATUM.fullmatch(tekst):
            jaar, maand, dag = map(int, treffer.groups())
        elif treffer := NL_DATUM.fullmatch(tekst):
            dag, maand, jaar = map(int, treffer.groups())
        else:
            raise Ongeldig("Dit is geen datum.", GEEN_DATUM)
        try:
            return date(jaar, maand, dag)
        except ValueError as fout:
            raise Ongeldig("Deze datum bestaat niet.", "Controleer de dag en de maand.") from fout

    def render(self, value, obj=None, **kwargs):
        return value


class CodeVeld(Veld):
    """One of a closed list, as its code or its label."""

    soort = "keuze"

    def __init__(self, lijst):
        super().__init__()
        self.lijst = lijst
        self.bekend = bekende_namen(lijst.choices)

    def keuzes(self, naslag=None) -> list[tuple[str, str]]:
        return list(self.lijst.choices)

    def clean(self, value, row=None, **kwargs) -> str:
        return zoek_code(value, self.bekend, self.keuzes())


class NaslagVeld(Veld):
    """One of a list that stands in the database (`actielijnen`, `trajectsoorten`)."""

    soort = "keuze"

    def __init__(self, lijst: str):
        super().__init__()
        self.lijst = lijst

    def keuzes(self, naslag=None) -> list[tuple[str, str]]:
        return getattr(naslag, self.lijst).keuzes if naslag else []

    def clean(self, value, row=None, naslag=None, **kwargs) -> int:
        lijst = getattr(naslag, self.lijst)
        return lijst.sleutels[zoek_code(value, lijst.bekend, lijst.keuzes)]


class GemeenteVeld(Veld):
    """A gemeente by its code or its name. Gives every gemeente that it may be: names come back."""

    soort = "gemeente"
    uitleg = "GM-code of naam van de gemeente"

    def clean(self, value, row=None, naslag=None, **kwargs):
        gevonden = naslag.gemeenten.zoek(als_tekst(value))
        if not gevonden:
            lijkt = naslag.gemeenten.lijkt_op(als_tekst(value))
            bedoelt = f" Bedoelt u {' of '.join(lijkt)}?" if lijkt else ""
            raise Ongeldig(
                "Deze gemeente kennen we niet." + bedoelt,
                "Vul de GM-code in, zoals GM0402, of de naam zoals het CBS die schrijft.",
            )
        return gevonden


class JaNeeVeld(Veld):
    """Yes or no."""

    soort = "keuze"
    CODES = (("ja", "Ja"), ("nee", "Nee"))
    BEKEND: Mapping[str, bool] = {
        "ja": True, "j": True, "waar": True, "true": True, "1": True,
        "nee": False, "n": False, "onwaar": False, "false": False, "0": False,
    }  # fmt: skip

    def keuzes(self, naslag=None) -> list[tuple[str, str]]:
        return list(self.CODES)

    def clean(self, value, row=None, **kwargs) -> bool:
        antwoord = self.BEKEND.get(herkenbaar(als_tekst(value)))
        if antwoord is None:
            raise Ongeldig("Hier past alleen ja of nee.", "Vul ja of nee in.")
        return antwoord

    def render(self, value, obj=None, **kwargs):
        return "ja" if value else "nee"


class JaarVeld(Veld):
    """A year of birth: the year only, four digits."""

    soort = "getal"
    uitleg = "een jaar van vier cijfers"

    def clean(self, value, row=None, **kwargs) -> int:
        tekst = als_tekst(value).strip()
        if isinstance(value, date) or not re.fullmatch(r"\d{4}", tekst):
            raise Ongeldig("Dit is geen jaar.", "Vul alleen het jaar in, met vier cijfers.")
        if not 1900 <= int(tekst) <= 2100:
            raise Ongeldig(f"Het jaar {tekst} kan niet kloppen.", "Controleer het jaar.")
        return int(tekst)

    def render(self, value, obj=None, **kwargs):
        return value


class UrenVeld(Veld):
    """Hours in a week, with at most one decimal."""

    soort = "getal"
    uitleg = "een aantal uren van 0 tot en met 60"

    def clean(self, value, row=None, **kwargs) -> Decimal:
        tekst = als_tekst(value).strip().replace(",", ".")
        try:
            uren = Decimal(tekst)
        except InvalidOperation as fout:
            raise Ongeldig(
                "Dit is geen aantal uren.", "Vul een getal in, zoals 24 of 32,5."
            ) from fout
        if not uren.is_finite() or isinstance(value, date | bool) or not 0 <= uren <= 60:
            raise Ongeldig("Dit aantal uren kan niet kloppen.", "Vul 0 tot en met 60 in.")
        return uren.quantize(Decimal("0.1"), ROUND_HALF_UP)

    def render(self, value, obj=None, **kwargs):
        return value


class EmailVeld(Veld):
    """The e-mail address of a user; who it is, is looked up later."""

    uitleg = "e-mailadres van een gebruiker van Verbinder"

    def clean(self, value, row=None, **kwargs) -> str:
        tekst = als_tekst(value).strip()
        if "@" not in tekst or " " in tekst or len(tekst) > 254:
            raise Ongeldig("Dit is geen e-mailadres.", "Vul een e-mailadres in, of laat leeg.")
        return tekst.lower()


def bekende_namen(keuzes) -> dict[str, str]:
    """Everything by which a code is recognised: itself, with spaces for underscores, its label."""
    return {
        herkenbaar(naam): code for code, label in reversed(list(keuzes)) for naam in (label, code)
    }


def zoek_code(waarde, bekend: dict, keuzes: list) -> str:
    """The code that a cell means. Raises Ongeldig with what would have been right."""
    code = bekend.get(herkenbaar(als_tekst(waarde)))
    if code is None:
        passend = ", ".join(str(code) for code, _ in keuzes)
        raise Ongeldig("Dit staat niet in de lijst.", f"Kies uit: {passend}.")
    return code
