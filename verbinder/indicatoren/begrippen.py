"""The words in which figures are defined: Indicator, Uitsplitsing, Cijfer."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple


class Eenheid(StrEnum):
    """What is counted, as the exchange format calls it."""

    PERSONEN = "personen"
    TRAJECTEN = "trajecten"
    PLAATSINGEN = "plaatsingen"
    WERKGEVERS = "werkgevers"
    AFSPRAKEN = "afspraken"
    GEMEENTEN = "gemeenten"
    DAGEN = "dagen"
    UREN = "uren"
    EURO = "euro"
    PROCENT = "procent"


class Maat(StrEnum):
    """How the counted rows become one number."""

    AANTAL = "aantal"
    PERCENTAGE = "percentage"
    MEDIAAN = "mediaan"
    SOM = "som"
    VERHOUDING = "verhouding"


class Datumbasis(StrEnum):
    """On which days the figure looks."""

    PEILDATUM = "peildatum"
    PERIODE = "periode"
    GERIJPT = "gerijpt in de periode"
    CUMULATIEF = "vanaf het begin"


@dataclass(frozen=True, kw_only=True)
class Telling:
    """The rows behind a figure, as the body of one SQL query.

    `rijen` selects `persoon`, `gemeente_id` and `dag` (the day on which facts about the person
    are read), and where they exist `actielijn`, `trajectsoort`, `eindreden`, `plaatsingsoort`,
    `uitkomst`, `contractvorm`, `urenklasse`. A percentage also selects the boolean `telt` (in the
    numerator?), a median the number `waarde`. It reads `ligging`: where everyone counts in the
    region, by date. Parameters: `regio`, `van`, `peildatum`.

    `uniek` is the expression whose distinct values are counted; empty counts the rows.
    """

    rijen: str
    uniek: str = "persoon"


@dataclass(frozen=True, kw_only=True)
class Geldtelling(Telling):
    """The amounts or hours behind a figure: of the region, or of a gemeente, and of no person.

    `rijen` selects `gemeente_id` (empty: for the whole region), `waarde`, and where they exist
    `actielijn` and `herkomst`. Parameters too: `jaarbegin`, `bekend_op`.
    """

    uniek: str = ""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One figure, defined once: what it means, what it counts, and out of what.

    `definitie` is Dutch and stands under the figure everywhere. `noemer_van` names the unit of the
    denominator of a percentage, or of the number that a median is about. `per` is the code of the
    count of persons that an amount is divided by: it hides where that count is hidden.
    """

    code: str
    titel: str
    definitie: str
    eenheid: Eenheid
    datumbasis: Datumbasis
    telling: Telling
    maat: Maat = Maat.AANTAL
    uitsplitsingen: tuple[str, ...] = ()
    noemer_van: Eenheid | None = None
    teller_heet: str = ""
    noemer_heet: str = ""
    per: str = ""
    # Breakdowns in which the denominator stays that of the total: "share that left because of …".
    noemer_is_totaal_bij: tuple[str, ...] = ()
    meer_is_beter: bool | None = None

    @property
    def groep(self) -> str:
        """The letter of the chapter: A caseload, B trajecten, C work, D actielijnen, …"""
        return self.code[0]

    @property
    def van_geld(self) -> bool:
        """Money or hours: there are no cases behind it."""
        return self.maat in (Maat.SOM, Maat.VERHOUDING)


class Plaats(NamedTuple):
    """Where a cell stands: indicator, breakdown, category. `totaal`/`alle` is the headline."""

    indicator: str
    uitsplitsing: str = "totaal"
    categorie: str = "alle"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One true figure. A count or sum has teller = waarde; a percentage n, N and whole percent; a
    median no teller; a ratio both numbers and their quotient. `waarde` is None where there is
    nothing to say (N = 0)."""

    plaats: Plaats
    eenheid: Eenheid
    maat: Maat
    teller: Decimal | int | None
    noemer: Decimal | int | None
    waarde: Decimal | int | None


def procent(n: int, noemer: int) -> int | None:
    """Whole percent, half up (89,5 -> 90); 0 only when n = 0, 100 only when n = N.

    None when there is no denominator. Source: docs/cijfers.md.
    """
    if noemer == 0:
        return None
    afgerond = int((Decimal(100 * n) / noemer).quantize(Decimal(1), ROUND_HALF_UP))
    if afgerond == 0 and n > 0:
        return 1
    if afgerond == 100 and n < noemer:
        return 99
    return afgerond
