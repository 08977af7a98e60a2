"""The breakdowns: which categories each has, and how the database finds them.

A breakdown of persons reads facts as they were on the day of the row; a crossing of two is the
intersection of both. Every code of a closed list has a cell, also at 0.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from regio.geldstand import potnaam
from regio.models import Actielijn, Gemeente, Trajectsoort
from regio.perioden import Periode
from regio.toegang import Gebied
from statushouders.codes import (
    AOW_LEEFTIJD,
    Contractvorm,
    Doelgroep,
    Eindreden,
    Geslacht,
    Leerroute,
    Niveau,
    Plaatsingsoort,
    Wet,
)
from verbinder.indicatoren.begrippen import Datumbasis, Geldtelling, Indicator, Maat

NOG_NIET_GEKOPPELD = "nog_niet_gekoppeld"
ONBEKEND = "onbekend"
# A table without a breakdown: the headline.
TOTAAL = "totaal"
# Of money: for no single gemeente, for no single actielijn.
HELE_REGIO, ALGEMEEN = "hele_regio", "algemeen"
KRUIS = "×"

LEEFTIJDSKLASSEN = {
    "jonger_dan_16": "Jonger dan 16",
    "16-17": "16 en 17 jaar",
    "18-26": "18 tot en met 26 jaar",
    "27-39": "27 tot en met 39 jaar",
    "40-54": "40 tot en met 54 jaar",
    "55-aow": "55 jaar tot AOW-leeftijd",
    "aow_en_ouder": "AOW-leeftijd en ouder",
}
MINDERJARIG = ("jonger_dan_16", "16-17")
URENKLASSEN = {
    "<12": "Minder dan 12 uur",
    "12-19": "12 tot en met 19 uur",
    "20-31": "20 tot en met 31 uur",
    ">=32": "32 uur of meer",
    ONBEKEND: "Onbekend",
}
UITKOMSTEN = {
    "betaald_werk_volledige_uitstroom": "Betaald werk, helemaal uit de bijstand",
    "betaald_werk_gedeeltelijke_uitstroom": "Betaald werk, deels uit de bijstand",
    "betaald_werk_nog_niet_vast_te_stellen": "Betaald werk, uitstroom nog niet vast te stellen",
    "betaald_werk_geen_uitstroom": "Betaald werk, niet uit de bijstand",
    "betaald_werk_zonder_bijstand": "Betaald werk, had geen bijstand",
    "betaald_werk_uitkering_onbekend": "Betaald werk, bijstand onbekend",
    "ondernemerschap": "Ondernemerschap",
    "bbl": "Bbl (leren en werken)",
    "onderwijs": "Onderwijs",
    "proefplaatsing": "Proefplaatsing",
    "werkervaringsplaats": "Werkervaringsplaats",
    "stage_praktijkleren": "Stage of praktijkleren",
    "vrijwilligerswerk": "Vrijwilligerswerk",
}

# The age in the year of the peildatum, in classes (docs/cijfers.md: AOW at 67).
LEEFTIJD = "(extract(year from %(peildatum)s::date)::int - p.geboortejaar)"
LEEFTIJDSKLASSE_SQL = f"""case
    when {LEEFTIJD} < 16 then 'jonger_dan_16' when {LEEFTIJD} < 18 then '16-17'
    when {LEEFTIJD} < 27 then '18-26' when {LEEFTIJD} < 40 then '27-39'
    when {LEEFTIJD} < 55 then '40-54' when {LEEFTIJD} < {AOW_LEEFTIJD} then '55-aow'
    else 'aow_en_ouder' end"""


def waarde_op_de_dag(veld: str) -> str:
    """The value of a dated fact on the day of the row: an earlier value, else that of now."""
    return f"""coalesce((
        select e.waarde from statushouders_eerderewaarde e
        where e.statushouder_id = r.persoon and e.veld = '{veld}'
          and r.dag <= e.tot_en_met and (e.van is null or e.van <= r.dag)), p.{veld})"""


@dataclass(frozen=True)
class Uitsplitsing:
    """One way to divide a figure. `sql` reads row `r` and person `p` of the row.

    `som_kan_hoger`: somebody may stand in several categories, so that the parts may exceed the
    total (trajecten of one person under several actielijnen).
    """

    code: str
    titel: str
    sql: str
    labels: dict[str, str] | None = None
    som_kan_hoger: bool = False


def _keuzes(keuzes: type[TextChoices], *, met_onbekend: bool = False) -> dict[str, str]:
    labels = dict(keuzes.choices)
    return {**labels, ONBEKEND: "Onbekend"} if met_onbekend else labels


UITSPLITSINGEN: dict[str, Uitsplitsing] = {
    u.code: u
    for u in (
        Uitsplitsing(
            "gemeente",
            "Gemeente",
            "coalesce((select code from regio_gemeente g where g.id = r.gemeente_id),"
            f" '{NOG_NIET_GEKOPPELD}')",
        ),
        Uitsplitsing("wet", "Wet", waarde_op_de_dag("wet"), _keuzes(Wet)),
        Uitsplitsing(
            "leerroute",
            "Leerroute",
            f"case when {waarde_op_de_dag('wet')} = 'wi2021'"
            f" then {waarde_op_de_dag('leerroute')} else 'nvt' end",
            _keuzes(Leerroute),
        ),
        Uitsplitsing(
            "opleidingsniveau",
            "Opleidingsniveau",
            waarde_op_de_dag("opleidingsniveau"),
            _keuzes(Niveau),
        ),
        Uitsplitsing("geslacht", "Geslacht", "p.geslacht", _keuzes(Geslacht)),
        Uitsplitsing("leeftijdsklasse", "Leeftijd", LEEFTIJDSKLASSE_SQL, LEEFTIJDSKLASSEN),
        Uitsplitsing("doelgroep", "Doelgroep", waarde_op_de_dag("doelgroep"), _keuzes(Doelgroep)),
        Uitsplitsing("actielijn", "Actielijn", "r.actielijn", som_kan_hoger=True),
        Uitsplitsing("trajectsoort", "Trajectsoort", "r.trajectsoort", som_kan_hoger=True),
        Uitsplitsing("eindreden", "Eindreden", "r.eindreden", _keuzes(Eindreden)),
        Uitsplitsing(
            "plaatsingsoort", "Soort plaatsing", "r.plaatsingsoort", _keuzes(Plaatsingsoort)
        ),
        Uitsplitsing("uitkomst", "Uitkomst", "r.uitkomst", UITKOMSTEN),
        Uitsplitsing(
            "contractvorm",
            "Contractvorm",
            "r.contractvorm",
            _keuzes(Contractvorm, met_onbekend=True),
        ),
        Uitsplitsing("urenklasse", "Uren per week", "r.urenklasse", URENKLASSEN),
        Uitsplitsing(
            "gegeven",
            "Gegeven",
            "r.gegeven",
            {
                "wet": "Wet",
                "leerroute": "Leerroute (Wi2021)",
                "opleidingsniveau": "Opleidingsniveau",
                "geslacht": "Geslacht",
            },
        ),
        Uitsplitsing("herkomst", "Herkomst van het geld", "r.herkomst"),
    )
}
# Where money is divided otherwise than people.
VAN_GELD = {
    "gemeente": "coalesce((select code from regio_gemeente g where g.id = r.gemeente_id),"
    f" '{HELE_REGIO}')",
    "actielijn": f"coalesce(r.actielijn, '{ALGEMEEN}')",
}

VAN_PERSONEN = (
    "gemeente",
    "wet",
    "leerroute",
    "opleidingsniveau",
    "geslacht",
    "leeftijdsklasse",
    "doelgroep",
)
VAN_TRAJECTEN = (*VAN_PERSONEN, "actielijn", "trajectsoort")
VAN_PLAATSINGEN = (*VAN_PERSONEN, "actielijn")

# The table book (docs/cijfers.md): no other crossing exists.
KRUISINGEN = (("gemeente", "actielijn"), ("gemeente", "wet"), ("actielijn", "wet"))


def kolom_van(indicator: Indicator, uitsplitsing: str) -> str:
    """How the database finds the category of a row of this figure."""
    geld = VAN_GELD if isinstance(indicator.telling, Geldtelling) else {}
    return geld.get(uitsplitsing, UITSPLITSINGEN[uitsplitsing].sql)


class Potnamen(dict[str, str]):
    """What people read for a pot: `2023-du` is `Decentralisatie-uitkering 2023`.

    The list is open: a pot has a row when money of it moved.
    """

    def __missing__(self, code: str) -> str:
        jaar, _, soort = code.partition("-")
        return potnaam(int(jaar), soort)


def kruisingen_van(indicator: Indicator) -> tuple[tuple[str, str], ...]:
    """The crossings of the table book whose two breakdowns the indicator has; none of money."""
    if indicator.van_geld:
        return ()
    return tuple(paar for paar in KRUISINGEN if set(paar) <= set(indicator.uitsplitsingen))


def delen(tabel: str) -> list[str]:
    """The breakdowns of a table: none for the headline, two for a crossing."""
    return [] if tabel == TOTAAL else tabel.split(KRUIS)


def tabellen_van(indicator: Indicator) -> tuple[str, ...]:
    """Every breakdown and crossing of an indicator, by code, without the headline."""
    return indicator.uitsplitsingen + tuple(KRUIS.join(paar) for paar in kruisingen_van(indicator))


class Categorieen:
    """The categories of each breakdown for one area and period, with what people read.

    Reads the gemeenten, actielijnen and trajectsoorten once; the rest are closed lists. With
    `indeling_op` the gemeenten are those of that day's division.
    """

    def __init__(self, gebied: Gebied, periode: Periode, indeling_op: date | None = None):
        self._trajectsoorten = dict(
            Trajectsoort.objects.van_regio(gebied.regio_id).values_list("code", "naam")
        )
        self._actielijnen = {
            str(code): f"{code} {naam}"
            for code, naam in Actielijn.objects.values_list("code", "korte_naam")
        }
        gemeenten = Gemeente.objects.order_by("naam")
        if gebied.gemeenten is not None:
            gemeenten = gemeenten.filter(pk__in=gebied.gemeenten)
        op_peildatum = gemeenten.in_regio(gebied.regio_id, op=indeling_op or periode.peildatum)
        tijdens = (
            op_peildatum if indeling_op else gemeenten.in_regio_tijdens(gebied.regio_id, periode)
        )
        self._op_peildatum = dict(op_peildatum.values_list("code", "naam"))
        self._tijdens = dict(tijdens.values_list("code", "naam"))
        self._ongekoppeld = (
            {NOG_NIET_GEKOPPELD: "Nog niet gekoppeld"} if gebied.met_ongekoppeld else {}
        )

    def labels(self, indicator: Indicator, uitsplitsing: str) -> dict[str, str]:
        """Category code -> label of one breakdown or crossing of an indicator, in order."""
        if KRUIS in uitsplitsing:
            eerste, tweede = uitsplitsing.split(KRUIS)
            return {
                f"{a}{KRUIS}{b}": f"{label_a}, {label_b}"
                for a, label_a in self.labels(indicator, eerste).items()
                for b, label_b in self.labels(indicator, tweede).items()
            }
        if uitsplitsing == "herkomst":
            return Potnamen()
        if uitsplitsing == "gemeente" and indicator.van_geld:
            regio = {HELE_REGIO: "Hele regio"} if self._ongekoppeld else {}
            return self._tijdens | regio
        if uitsplitsing == "gemeente":
            stand = indicator.datumbasis == Datumbasis.PEILDATUM
            return (self._op_peildatum if stand else self._tijdens) | self._ongekoppeld
        if uitsplitsing == "actielijn":
            zonder_traject = {ONBEKEND: "Zonder traject"} if indicator.groep == "C" else {}
            algemeen = {ALGEMEEN: "Algemeen"} if indicator.van_geld else {}
            return self._actielijnen | zonder_traject | algemeen
        if uitsplitsing == "trajectsoort":
            return self._trajectsoorten
        labels = UITSPLITSINGEN[uitsplitsing].labels or {}
        if uitsplitsing == "leeftijdsklasse" and indicator.maat == Maat.PERCENTAGE:
            return {code: label for code, label in labels.items() if code not in MINDERJARIG}
        return labels
