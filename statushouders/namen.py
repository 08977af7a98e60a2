"""How a name is found and sorted, however it is spelled.

The database has no Dutch collation everywhere, so the keys are made here: without accents or
capitals, and with spellings that sound alike folded together (Mohammed, Muhammad, Mohamad).
"""

import re

from regio.woorden import vlak

# Folding of transliterations, in order. Each pair makes two spellings of one name equal.
KLANKEN = (
    (r"[^a-z]", ""),
    (r"lr", "r"),
    (r"^gh", "g"),
    (r"^dj|^dzj", "j"),
    (r"^dz|^tz|^ts(?!j|ch)", "z"),
    (r"x", "ks"),
    (r"tsj|tsch|tch", "k"),
    (r"sch|sh|sj", "s"),
    (r"ph", "f"),
    (r"gh", "g"),
    (r"th", "t"),
    (r"dh", "d"),
    (r"ch|kh|ck|q|k|c", "k"),
    (r"ij|y|ee|ie|i|e", "i"),
    (r"ou|oo|oe|uu|u|o|w", "u"),
    (r"aa|a", "a"),
    (r"z|s", "s"),
    (r"v|f", "f"),
    (r"j", "i"),
    (r"h", ""),
    (r"(.)\1+", r"\1"),
    # Transliterations disagree most about the vowels, so those only say where a name begins.
    (r"^[iu]", "a"),
)
# Letters that two languages read in two ways: such a word has several sounds.
TWEE_LEZINGEN = (
    (r"(?<![st])ch", "sh"),  # French "Bouchra"
    (r"(?<![st])[ck]h", "h"),  # "Rachel" and "Rahel"
    (r"th", "s"),  # "Othman" and "Osman"
    (r"x", "h"),  # Somali "Xasan"
    (r"^c(?=[aeiou])", ""),  # Somali "Cabdi"
)
KORTSTE_MET_KLANK = 3


def klank(woord: str) -> str:
    """What a word sounds like, in a rough way: vowels folded, doubles and silent letters gone.

    A word of which one letter would be left sounds like itself alone.
    """
    uitkomst = vlak(woord)
    for patroon, vervanging in KLANKEN:
        uitkomst = re.sub(patroon, vervanging, uitkomst)
    skelet = uitkomst[:1] + re.sub(r"[aiu]", "", uitkomst[1:])
    return skelet if len(skelet) > 1 else vlak(woord)


def klanken(woord: str) -> set[str]:
    """Every sound that a word may have: more than one where languages read a letter differently.

    A word of one or two letters sounds like itself alone.
    """
    lezingen = {vlak(woord)}
    if len(re.sub(r"[\W\d_]", "", vlak(woord))) < KORTSTE_MET_KLANK:
        return lezingen
    for patroon, vervanging in TWEE_LEZINGEN:
        lezingen |= {re.sub(patroon, vervanging, lezing) for lezing in lezingen}
    return {klank(lezing) for lezing in lezingen if lezing}


def sorteernaam(voornaam: str, achternaam: str) -> str:
    """Family name first, flat; `achternaam voornaam`."""
    return f"{vlak(achternaam)} {vlak(voornaam)}".strip()


def zoeknaam(voornaam: str, achternaam: str) -> str:
    """Flat words and their sounds, in any order: `demir yusuf ~asf ~dmr`.

    A name of several words also sounds as one: Al-Khatib is found as Alkhatib.
    """
    delen = [vlak(voornaam), vlak(achternaam)]
    woorden = sorted({woord for deel in delen for woord in deel.split()})
    klinkend = {*woorden, *(deel.replace(" ", "") for deel in delen if " " in deel)}
    tekens = sorted({f"~{teken}" for woord in klinkend for teken in klanken(woord)})
    return " ".join([*woorden, *tekens])[:400]
