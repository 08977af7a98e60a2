"""What the audit found: stored with the report, shown to the verbinder, never published."""

from dataclasses import asdict, dataclass, field, replace

from verbinder.onthulling.cellen import Tabel


@dataclass(frozen=True, slots=True)
class Weglating:
    """One table that was left out, and the secret that gave cause."""

    indicator: str
    uitsplitsing: str
    cel: str  # indicator, uitsplitsing, categorie of the cell that could be narrowed
    aanvaller: str  # `buitenstaander`, or the gemeente or gemeenten whose figures are known
    onbeslist: bool = False  # not proven unsafe, but not proven safe in time either


@dataclass(frozen=True, slots=True)
class Aanvaller:
    """How one attacker fared against what is published in the end.

    `smalste` is the least distance that was proven between two values of one secret cell; None
    without secret cells.
    """

    naam: str
    geheime_cellen: int
    smalste: int | None


@dataclass(frozen=True, kw_only=True)
class Auditverslag:
    """The verdict on one publication.

    `klaar`: every secret cell keeps its width; only then may the figures be published.
    `gelovigen_klaar`: for readers who wrongly assume that nobody moved as well. `reden` says in
    Dutch why not. `eerder_herleidbaar` are secret cells of an earlier publication that
    could already be narrowed without this one. `tegenspraak` counts relations between figures
    that the figures themselves do not obey: a sign of contradictory data, not of a leak.
    """

    regel: str
    klaar: bool
    gelovigen_klaar: bool = True
    reden: str = ""
    weggelaten: tuple[Weglating, ...] = ()
    aanvallers: tuple[Aanvaller, ...] = ()
    eerder_herleidbaar: tuple[str, ...] = ()
    tegenspraak: dict[str, int] = field(default_factory=dict)
    seconden_per_indicator: dict[str, float] = field(default_factory=dict)
    seconden: float = 0.0
    oplossingen: int = 0

    @property
    def tabellen(self) -> frozenset[Tabel]:
        """What `publiceer` must leave out."""
        return frozenset(Tabel(w.indicator, w.uitsplitsing) for w in self.weggelaten)

    @property
    def smalste(self) -> int | None:
        """The least proven width over all attackers."""
        breedtes = [a.smalste for a in self.aanvallers if a.smalste is not None]
        return min(breedtes, default=None)

    def als_gegevens(self) -> dict:
        """Plain values, for JSON."""
        return asdict(self)

    @classmethod
    def uit_gegevens(cls, gegevens: dict) -> "Auditverslag":
        """The inverse of `als_gegevens`."""
        return cls(
            **{
                **gegevens,
                "weggelaten": tuple(Weglating(**w) for w in gegevens["weggelaten"]),
                "aanvallers": tuple(Aanvaller(**a) for a in gegevens["aanvallers"]),
                "eerder_herleidbaar": tuple(gegevens["eerder_herleidbaar"]),
            }
        )

    def zonder_tijden(self) -> "Auditverslag":
        """The part that is the same whenever and wherever it is measured."""
        return replace(self, seconden_per_indicator={}, seconden=0.0)
