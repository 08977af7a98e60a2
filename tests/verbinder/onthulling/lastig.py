"""Regions that a careless rule gives away, small enough to try them all in a minute."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field, replace

from tests.verbinder.onthulling.verzonnen import (
    DIT_HALFJAAR,
    VORIG_HALFJAAR,
    Persoon,
    Plaatsing,
    Regio,
    Traject,
    Vorm,
    verzin,
)
from verbinder.indicatoren import Cijfer, Eenheid, Maat, Plaats
from verbinder.onthulling.gegevens import Publicatie
from verbinder.onthulling.regel import MILD, STANDAARD, STRENG, Regel

# Who is there, and who has what: the figures that hang together most.
STAND = ("A1", "A3", "A4", "A5")
EEN, TWEE, DRIE, VIER = "GM1000", "GM1001", "GM1002", "GM1003"


@dataclass
class Geval:
    """A publication to audit and attack, with what readers hold already."""

    nu: Publicatie
    ervoor: Publicatie | None = None
    stromen: dict[str, str] = field(default_factory=dict)
    samen: list[tuple[str, ...]] = field(default_factory=list)

    def met(self, *begin: str) -> "Geval":
        """The same with only the indicators whose code begins so: quicker to attack."""
        ervoor = self.ervoor and _met(self.ervoor, begin)
        return replace(self, nu=_met(self.nu, begin), ervoor=ervoor)


def _met(publicatie: Publicatie, begin: tuple[str, ...]) -> Publicatie:
    def kies(cijfers):
        return [c for c in cijfers if c.plaats.indicator.startswith(begin)]

    eigen = {gemeente: kies(cijfers) for gemeente, cijfers in publicatie.per_gemeente.items()}
    return replace(publicatie, cijfers=kies(publicatie.cijfers), per_gemeente=eigen)


LASTIG: dict[str, Callable[[], Geval]] = {}


def lastig(maker: Callable[[], Geval]) -> Callable[[], Geval]:
    LASTIG[maker.__name__] = maker
    return maker


def publicatie(regio: Regio, periode=DIT_HALFJAAR, regel: Regel = STANDAARD, **rest) -> Publicatie:
    return Publicatie(
        cijfers=regio.cijfers(periode),
        per_gemeente=regio.per_gemeente(periode),
        regel=regel,
        **rest,
    )


def mensen(aantal: int, gemeente: str | None = EEN, **feiten) -> list[Persoon]:
    """Alike people; every third one is a woman, ages differ."""
    klassen = ("18-26", "27-39", "40-54")
    return [
        Persoon(
            **{
                "gemeente": gemeente,
                "geslacht": "v" if i % 3 == 0 else "m",
                "leeftijdsklasse": klassen[i % 3],
                **deepcopy(feiten),
            }
        )
        for i in range(aantal)
    ]


def met_traject(personen: list[Persoon], actielijn="3", soort="jobhunting", begin=20, **rest):
    for p in personen:
        p.trajecten.append(Traject(begin, None, actielijn, soort, **rest))
    return personen


def _plaatsing(uitkomst="betaald_werk_volledige_uitstroom", begin=60) -> Plaatsing:
    return Plaatsing(
        begin, "betaald_werk", uitkomst, "3", "bepaald", ">=32", 1, False, True, "laag"
    )


@lastig
def kleine_gemeenten() -> Geval:
    """Seven gemeenten of two to six people beside one of ninety."""
    personen = met_traject(mensen(90))
    gemeenten = [EEN, *(f"GM110{i}" for i in range(7))]
    for i, gemeente in enumerate(gemeenten[1:]):
        personen += met_traject(mensen(2 + i % 5, gemeente), actielijn=str(1 + i % 4))
    return Geval(publicatie(Regio(gemeenten, personen)))


@lastig
def een_overheersende_gemeente() -> Geval:
    return Geval(publicatie(verzin(3, Vorm(gemeenten=4, personen=160, scheef=4, ongekoppeld=0.03))))


@lastig
def twee_gemeenten() -> Geval:
    """Each can subtract itself from the total."""
    personen = met_traject(mensen(98, EEN)) + met_traject(mensen(4, TWEE), actielijn="2")
    return Geval(publicatie(Regio([EEN, TWEE], personen)))


@lastig
def een_gemeente() -> Geval:
    """All that is not its own has no gemeente yet."""
    personen = met_traject(mensen(70)) + met_traject(mensen(6, None), "1", "voorinburgering")
    return Geval(publicatie(Regio([EEN], personen)))


def _twee_halfjaren(regio: Regio, eerder: Regio | None = None) -> Geval:
    ervoor = publicatie(eerder or regio, VORIG_HALFJAAR)
    return Geval(publicatie(regio), ervoor)


@lastig
def een_persoon_verhuist() -> Geval:
    regio = verzin(5, Vorm(gemeenten=3, personen=110, verhuisd=0, plaatsingen=0.1))
    verhuizer = next(p for p in regio.personen if p.gemeente == EEN and p.traject_op(180))
    verhuizer.eerdere_gemeente, verhuizer.gemeente, verhuizer.verhuisd_op = EEN, DRIE, 40
    return _twee_halfjaren(regio)


@lastig
def een_persoon_erbij() -> Geval:
    """Two half-years that differ by one person."""
    personen = met_traject(mensen(47, EEN), begin=-300) + met_traject(mensen(7, TWEE), begin=-300)
    nieuw = met_traject(mensen(1, TWEE, aangemeld=30), begin=50)
    return _twee_halfjaren(Regio([EEN, TWEE, DRIE], personen + nieuw))


@lastig
def een_persoon_eruit() -> Geval:
    personen = met_traject(mensen(60, EEN), begin=-300) + met_traject(mensen(8, TWEE), begin=-300)
    vertrekt = mensen(
        1, TWEE, afgesloten=40, trajecten=[Traject(-300, 40, "3", "mentor", "overleden")]
    )
    return _twee_halfjaren(Regio([EEN, TWEE], personen + vertrekt))


@lastig
def niets_veranderd() -> Geval:
    """The same stock twice, no flow at all."""
    personen = [
        p
        for i, gemeente in enumerate((EEN, TWEE, DRIE))
        for p in met_traject(mensen(40 - 17 * i, gemeente), begin=-300)
    ]
    return _twee_halfjaren(Regio([EEN, TWEE, DRIE], personen))


@lastig
def nullen() -> Geval:
    """Everybody alike: nearly all rows are zero."""
    personen = met_traject(mensen(80, EEN)) + met_traject(mensen(30, TWEE))
    return Geval(publicatie(Regio([EEN, TWEE, DRIE, VIER], personen)))


@lastig
def cumulatief() -> Geval:
    """A total since the beginning gives away what came in this half-year."""
    regio = verzin(11, Vorm(gemeenten=3, personen=200, plaatsingen=0.7))
    ervoor, nu = (_met_lopend_totaal(regio, periode) for periode in (VORIG_HALFJAAR, DIT_HALFJAAR))
    return Geval(nu, ervoor, stromen={"E1": "C3"})


def _met_lopend_totaal(regio: Regio, periode) -> Publicatie:
    def met(cijfers: list[Cijfer], vorige: list[Cijfer]) -> list[Cijfer]:
        toen = {c.plaats[1:]: c.waarde for c in vorige if c.plaats.indicator == "C3"}
        return cijfers + [
            Cijfer(Plaats("E1", *c.plaats[1:]), Eenheid.PERSONEN, Maat.AANTAL, n, None, n)
            for c in cijfers
            if c.plaats.indicator == "C3" and c.plaats.uitsplitsing in ("totaal", "gemeente", "wet")
            for n in [(toen[c.plaats[1:]] if periode == DIT_HALFJAAR else 0) + c.waarde]
        ]

    return Publicatie(
        cijfers=met(regio.cijfers(periode), regio.cijfers(VORIG_HALFJAAR)),
        per_gemeente={
            g: met(regio.cijfers(periode, g), regio.cijfers(VORIG_HALFJAAR, g))
            for g in regio.gemeenten
        },
    )


@lastig
def percentages_bijna_alles() -> Geval:
    """Nearly everybody has a traject, so that the percentage tells the numerator."""
    regio = verzin(13, Vorm(gemeenten=3, personen=620, trajecten=0, plaatsingen=0, scheef=0.4))
    met_traject([p for i, p in enumerate(regio.personen) if i % 40])
    return Geval(publicatie(regio))


@lastig
def percentages_bijna_niets() -> Geval:
    regio = verzin(14, Vorm(gemeenten=3, personen=620, trajecten=0, plaatsingen=0, scheef=0.4))
    met_traject([p for i, p in enumerate(regio.personen) if not i % 12])
    return Geval(publicatie(regio))


@lastig
def op_de_grens() -> Geval:
    """Sevens and eights everywhere."""
    gemeenten = [f"GM10{i:02}" for i in range(8)]
    personen = [
        p
        for i, gemeente in enumerate(gemeenten)
        for p in met_traject(mensen(7 + i % 2, gemeente), actielijn=str(1 + i % 4))
    ]
    return Geval(publicatie(Regio(gemeenten, personen)))


@lastig
def net_groot_genoeg() -> Geval:
    """Headlines of 48 and 148, which are published as 50 and 150."""
    personen = met_traject(mensen(48, EEN)) + mensen(70, TWEE) + mensen(25, DRIE, wet="wi2013")
    personen += mensen(5, VIER, wet="wi2013")
    return Geval(publicatie(Regio([EEN, TWEE, DRIE, VIER], personen)))


@lastig
def eenlingen() -> Geval:
    """One person in every small category."""
    personen = met_traject(mensen(75, EEN)) + met_traject(mensen(20, TWEE))
    vreemd = [
        {"wet": "wi2007"}, {"geslacht": "x"}, {"opleidingsniveau": "hoog"},
        {"leeftijdsklasse": "55-aow"}, {"doelgroep": "overig"}, {"leerroute": "onderwijs"},
    ]  # fmt: skip
    for feiten in vreemd:
        personen += met_traject(mensen(1, TWEE, **feiten), actielijn="4")
    return Geval(publicatie(Regio([EEN, TWEE, DRIE], personen)))


@lastig
def bijna_alles_van_een() -> Geval:
    """A gemeente that owns six of the seven in a secret cell."""
    personen = met_traject(mensen(60, EEN)) + met_traject(mensen(40, TWEE))
    personen += met_traject(mensen(6, EEN, doelgroep="gezinsmigrant"), actielijn="2")
    personen += met_traject(mensen(1, TWEE, doelgroep="gezinsmigrant"), actielijn="2")
    return Geval(publicatie(Regio([EEN, TWEE, DRIE], personen)))


@lastig
def minderjarigen() -> Geval:
    """The percentage leaves them out, the number does not."""
    personen = met_traject(mensen(70, EEN)) + mensen(20, TWEE)
    personen += met_traject(mensen(9, TWEE, leeftijdsklasse="16-17"))
    personen += mensen(3, DRIE, leeftijdsklasse="jonger_dan_16")
    return Geval(publicatie(Regio([EEN, TWEE, DRIE], personen)))


@lastig
def drie_trajecten_per_persoon() -> Geval:
    personen = met_traject(mensen(30, EEN)) + met_traject(mensen(12, TWEE))
    for soort, actielijn in (("taalstage", "1"), ("startbaan", "3")):
        met_traject(personen, actielijn, soort, begin=10)
    return Geval(publicatie(Regio([EEN, TWEE, DRIE], personen)))


@lastig
def precieze_koppen() -> Geval:
    """The mild rule: headlines as they are."""
    regio = verzin(19, Vorm(gemeenten=4, personen=150))
    return Geval(publicatie(regio, regel=MILD))


@lastig
def een_gemeente_leverde_niets() -> Geval:
    """Who reads "exclusief Laren" knows that all of Laren counts nothing."""
    regio = Regio([EEN, TWEE, DRIE], met_traject(mensen(70, EEN)) + met_traject(mensen(9, TWEE)))
    return Geval(publicatie(regio, niet_aangeleverd=frozenset({DRIE})))


@lastig
def een_dienst_voor_twee() -> Geval:
    """Somebody works for two of the three small gemeenten, and subtracts both."""
    personen = met_traject(mensen(80, EEN))
    for gemeente, aantal in ((TWEE, 6), (DRIE, 5), (VIER, 4)):
        personen += met_traject(mensen(aantal, gemeente), actielijn="2")
    geval = Geval(publicatie(Regio([EEN, TWEE, DRIE, VIER], personen)))
    geval.samen = [(TWEE, DRIE), (EEN, TWEE, DRIE)]
    return geval


@lastig
def streng_na_mild() -> Geval:
    """The same half-year, first with exact headlines, then in public."""
    regio = verzin(20, Vorm(gemeenten=4, personen=170))
    mild = publicatie(regio, regel=MILD, afstand=0)
    return Geval(publicatie(regio, regel=STRENG), mild)
