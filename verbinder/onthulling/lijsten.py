"""Which cells cannot exist, and the merged lists that say enough where numbers are small."""

from statushouders.codes import GESLAAGD, NEUTRAAL, UITVAL, Eindreden
from verbinder.indicatoren import Plaats
from verbinder.indicatoren.uitsplitsingen import (
    KRUIS,
    NOG_NIET_GEKOPPELD,
    ONBEKEND,
    UITKOMSTEN,
    delen,
)

BETAALDE_UITKOMSTEN = tuple(
    code
    for code in UITKOMSTEN
    if code.startswith("betaald_werk") or code in ("ondernemerschap", "bbl")
)

# Breakdown -> merged category -> the codes that it takes together. Codes that are not named stay
# as they are: wi2021 and wi2013, the eindreden onbekend, the uitkomst onderwijs.
SAMENVOEGINGEN: dict[str, dict[str, tuple[str, ...]]] = {
    "wet": {"overig": ("wi2007", "niet_inburgeringsplichtig", ONBEKEND)},
    "eindreden": {
        "succes": tuple(map(str, GESLAAGD)),
        "uitval": tuple(map(str, UITVAL)),
        "neutraal": tuple(map(str, NEUTRAAL)),
    },
    "uitkomst": {
        "betaald": BETAALDE_UITKOMSTEN,
        "onbetaald": tuple(
            code for code in UITKOMSTEN if code not in BETAALDE_UITKOMSTEN and code != "onderwijs"
        ),
    },
}
SAMENGEVOEGD_HEET = {
    "overig": "Overig of onbekend",
    "succes": "Goede afloop",
    "uitval": "Uitval",
    "neutraal": "Neutraal einde",
    "betaald": "Betaald werk",
    "onbetaald": "Onbetaald",
}


def bestaat_nooit(plaats: Plaats) -> bool:
    """Whether the definitions make this cell empty, whatever happens in the region."""
    per_deel = dict(zip(delen(plaats.uitsplitsing), plaats.categorie.split(KRUIS), strict=False))
    eindreden = per_deel.get("eindreden")
    if eindreden == Eindreden.CORRECTIE:
        return True
    if plaats.indicator == "B3" and eindreden is not None:
        return eindreden not in UITVAL
    if plaats.indicator in ("D1.gekoppeld", "D2"):
        return per_deel.get("gemeente") == NOG_NIET_GEKOPPELD
    return plaats.indicator == "C9" and per_deel.get("opleidingsniveau") == ONBEKEND


def samengevoegd(uitsplitsing: str, categorie: str) -> str:
    """The category under which a code is published where the list is merged."""
    return KRUIS.join(
        _samengevoegd(deel, code)
        for deel, code in zip(delen(uitsplitsing), categorie.split(KRUIS), strict=True)
    )


def heeft_samenvoeging(uitsplitsing: str) -> bool:
    """Whether some list of the table has a merged form."""
    return any(deel in SAMENVOEGINGEN for deel in delen(uitsplitsing))


def _samengevoegd(deel: str, code: str) -> str:
    for naam, codes in SAMENVOEGINGEN.get(deel, {}).items():
        if code in codes:
            return naam
    return code
