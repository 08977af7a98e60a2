"""F. Money and hours: what came in, what is left, and what an hour of the verbinder costs.

Money is shown by where it came from (year and kind) in the year in which it is spent, so both
years stand in the report. See docs/geld.md.
"""

from verbinder.indicatoren.begrippen import (
    Datumbasis,
    Eenheid,
    Geldtelling,
    Indicator,
    Maat,
    Telling,
)
from verbinder.indicatoren.bouwstenen import in_periode
from verbinder.indicatoren.caseload import bereikt
from verbinder.indicatoren.uitkomsten import beslissend

HERKOMST = ("herkomst",)
WAARVOOR = ("herkomst", "actielijn", "gemeente")
IN_HALFJAAR = in_periode("s.datum")
IN_JAAR = "s.datum between %(jaarbegin)s and %(peildatum)s"
TOT_EN_MET_PEILDATUM = "s.datum <= %(peildatum)s"
INZET = "s.kostensoort = 'inzet'"
EEN_JAAR = "van 1 januari tot en met de peildatum"


def bekend(tabel: str) -> str:
    """Booked by the moment that is asked about; rows are only added."""
    return f"{tabel}.geboekt_op <= coalesce(%(bekend_op)s::timestamptz, 'infinity')"


def stroom(voorwaarde: str, bedrag: str = "s.bedrag") -> str:
    """What moved in the ledger of the region."""
    return f"""
        select s.gemeente_id, s.datum as dag, {bedrag} as waarde, s.actielijn_id::text as actielijn,
               s.herkomstjaar || '-' || s.soort as herkomst
        from regio_geldstroom s
        where s.regio_id = %(regio)s and {bekend("s")} and {voorwaarde}"""


ONTVANGEN, ERBIJ, ERAF, BESTEED = (
    f"s.stroom = '{naam}'" for naam in ("ontvangen", "in", "uit", "besteed")
)
ERIN_OF_ERUIT = "case when s.stroom in ('ontvangen', 'in') then s.bedrag else -s.bedrag end"
# All that was before the year, and what came in and went on in it: what may be spent.
TE_BESTEDEN = f"""{TOT_EN_MET_PEILDATUM} and (s.stroom in ('ontvangen', 'in', 'uit')
    or ({BESTEED} and s.datum < %(jaarbegin)s))"""
NOG_OPEN = "case s.stroom when 'verplicht' then s.bedrag else -s.bedrag end"
# Free: in, less what went on, was spent, and is committed and not spent yet.
VRIJ = """case when s.stroom in ('ontvangen', 'in', 'voldaan') then s.bedrag else -s.bedrag end"""


def _bedrag(code: str, titel: str, definitie: str, rijen: str, **meer) -> Indicator:
    standaard = {"datumbasis": Datumbasis.PEILDATUM, "uitsplitsingen": HERKOMST}
    return Indicator(
        code=code,
        titel=titel,
        definitie=definitie,
        eenheid=Eenheid.EURO,
        maat=Maat.SOM,
        telling=Geldtelling(rijen=rijen),
        **standaard | meer,
    )


F1 = _bedrag(
    "F1",
    "Ontvangen in het halfjaar",
    "Bijdragen die de regio in het halfjaar ontving, min wat daarvan is teruggenomen.",
    stroom(f"{ONTVANGEN} and {IN_HALFJAAR}"),
    datumbasis=Datumbasis.PERIODE,
)
F1_JAAR = _bedrag(
    "F1.jaar",
    "Ontvangen in het jaar",
    f"Bijdragen die de regio ontving {EEN_JAAR}, min wat daarvan is teruggenomen.",
    stroom(f"{ONTVANGEN} and {IN_JAAR}"),
    datumbasis=Datumbasis.CUMULATIEF,
)
F2_IN = _bedrag(
    "F2.in",
    "Doorgeschoven uit eerdere jaren",
    "Geld van eerdere jaren dat met een besluit naar dit jaar is doorgeschoven.",
    stroom(f"{ERBIJ} and {IN_JAAR}"),
    datumbasis=Datumbasis.CUMULATIEF,
)
F2_UIT = _bedrag(
    "F2.uit",
    "Doorgeschoven naar latere jaren",
    "Geld van dit jaar dat met een besluit naar een later jaar is doorgeschoven. Het verlaat dit "
    "jaar op 31 december.",
    stroom(f"{ERAF} and {IN_JAAR}"),
    datumbasis=Datumbasis.CUMULATIEF,
)
F3_BEGIN = _bedrag(
    "F3.begin",
    "Beginsaldo van het jaar",
    "Wat er op 1 januari over was van eerdere jaren, zonder wat met een besluit is doorgeschoven.",
    stroom(
        "s.datum < %(jaarbegin)s and s.stroom in ('ontvangen', 'in', 'uit', 'besteed')",
        ERIN_OF_ERUIT,
    ),
)
F3 = _bedrag(
    "F3",
    "Beschikbaar in het jaar",
    "Het beginsaldo, plus wat in het jaar is ontvangen en uit eerdere jaren is doorgeschoven, min "
    "wat naar latere jaren is doorgeschoven. Tot en met de peildatum.",
    stroom(TE_BESTEDEN, ERIN_OF_ERUIT),
)
F4 = _bedrag(
    "F4",
    "Verplicht en nog niet besteed",
    "Wat op de peildatum nog openstaat van afspraken waarvoor de regio moet betalen, zoals een "
    "detachering.",
    stroom(f"{TOT_EN_MET_PEILDATUM} and s.stroom in ('verplicht', 'voldaan')", NOG_OPEN),
    uitsplitsingen=("herkomst", "actielijn"),
)
F5 = _bedrag(
    "F5",
    "Besteed in het halfjaar",
    "Wat in het halfjaar is uitgegeven, min wat daarvan is teruggenomen.",
    stroom(f"{BESTEED} and {IN_HALFJAAR}"),
    datumbasis=Datumbasis.PERIODE,
    uitsplitsingen=WAARVOOR,
)
F5_JAAR = _bedrag(
    "F5.jaar",
    "Besteed in het jaar",
    f"Wat is uitgegeven {EEN_JAAR}, min wat daarvan is teruggenomen.",
    stroom(f"{BESTEED} and {IN_JAAR}"),
    datumbasis=Datumbasis.CUMULATIEF,
    uitsplitsingen=WAARVOOR,
)
F6 = _bedrag(
    "F6",
    "Vrij te besteden",
    "Wat beschikbaar is in het jaar, min wat is besteed en wat nog is verplicht. Een bedrag onder "
    "nul is een tekort.",
    stroom(TOT_EN_MET_PEILDATUM, VRIJ),
)

WEEK = 7
WERKT = "a.gebruiker_id is not null"
IN_DIENST = "greatest(0, least(coalesce(a.tot_en_met, %(peildatum)s), %(peildatum)s)" + (
    " - greatest(a.van, {}) + 1)"
)


def gepland(vanaf: str, wie: str) -> str:
    """Hours a week over the days from `vanaf` that an aanstelling lasts, to the day."""
    return f"""
        select null::bigint as gemeente_id,
               a.uren_per_week * {IN_DIENST.format(vanaf)} / {WEEK}::numeric as waarde
        from regio_aanstelling a
        where a.regio_id = %(regio)s and {wie}"""


def ingezet(vanaf: str) -> str:
    """Hours that were booked, less what was taken back."""
    return f"""
        select null::bigint as gemeente_id, u.uren as waarde, u.actielijn_id::text as actielijn
        from regio_ureninzet u join regio_aanstelling a on a.id = u.aanstelling_id
        where a.regio_id = %(regio)s and u.dag between {vanaf} and %(peildatum)s
          and {bekend("u")}"""


def _uren(code: str, titel: str, definitie: str, rijen: str, **meer) -> Indicator:
    standaard = {"datumbasis": Datumbasis.PERIODE}
    return Indicator(
        code=code,
        titel=titel,
        definitie=definitie,
        eenheid=Eenheid.UREN,
        maat=Maat.SOM,
        telling=Geldtelling(rijen=rijen),
        **standaard | meer,
    )


VAN, JAARBEGIN = "%(van)s", "%(jaarbegin)s"
PER_WEEK = "de uren per week van elke aanstelling, naar rato van de dagen"
F7_GEPLAND = _uren(
    "F7.gepland",
    "Uren verbinder gepland",
    f"De uren waarvoor in het halfjaar iemand verbinder was: {PER_WEEK}.",
    gepland(VAN, WERKT),
)
F7_GEPLAND_JAAR = _uren(
    "F7.gepland_jaar",
    "Uren verbinder gepland in het jaar",
    f"De uren waarvoor iemand verbinder was {EEN_JAAR}: {PER_WEEK}.",
    gepland(JAARBEGIN, WERKT),
    datumbasis=Datumbasis.CUMULATIEF,
)
F7_INGEZET = _uren(
    "F7.ingezet",
    "Uren verbinder ingezet",
    "De uren die de verbinder in het halfjaar boekte. Een week telt op de eerste dag ervan.",
    ingezet(VAN),
    uitsplitsingen=("actielijn",),
)
F7_INGEZET_JAAR = _uren(
    "F7.ingezet_jaar",
    "Uren verbinder ingezet in het jaar",
    f"De uren die de verbinder boekte {EEN_JAAR}.",
    ingezet(JAARBEGIN),
    datumbasis=Datumbasis.CUMULATIEF,
    uitsplitsingen=("actielijn",),
)
F7_VACATURE = _uren(
    "F7.vacature",
    "Uren verbinder in een vacature",
    "De uren waarvoor in het halfjaar een plek voor een verbinder was, maar niemand die hem had.",
    gepland(VAN, "a.gebruiker_id is null"),
)


def per_uur(periode: str, vanaf: str) -> str:
    """Spending on the verbinder beside the hours that were booked."""
    return f"""
        select null::bigint as gemeente_id, k.waarde, 0::numeric as noemer
        from ({stroom(f"{BESTEED} and {INZET} and {periode}")}) k
        union all
        select null, 0, i.waarde from ({ingezet(vanaf)}) i"""


def _prijs(code: str, titel: str, definitie: str, telling: Telling, **meer) -> Indicator:
    standaard = {"datumbasis": Datumbasis.PERIODE, "noemer_van": Eenheid.PERSONEN}
    return Indicator(
        code=code,
        titel=titel,
        definitie=definitie,
        eenheid=Eenheid.EURO,
        maat=Maat.VERHOUDING,
        telling=telling,
        teller_heet="euro besteed",
        **standaard | meer,
    )


UUR = {"noemer_van": Eenheid.UREN, "noemer_heet": "ingezette uren"}
F7_PER_UUR = _prijs(
    "F7.per_uur",
    "Kosten per uur verbinder",
    "Wat in het halfjaar is besteed aan de inzet van de verbinder, per uur dat hij of zij boekte.",
    Geldtelling(rijen=per_uur(IN_HALFJAAR, VAN)),
    **UUR,
)
F7_PER_UUR_JAAR = _prijs(
    "F7.per_uur_jaar",
    "Kosten per uur verbinder in het jaar",
    f"Wat is besteed aan de inzet van de verbinder, per uur dat de verbinder boekte, {EEN_JAAR}.",
    Geldtelling(rijen=per_uur(IN_JAAR, JAARBEGIN)),
    datumbasis=Datumbasis.CUMULATIEF,
    **UUR,
)

VOORBEHOUD = (
    "Het zegt niet wat een resultaat kost: iemand kan eerder of later geld kosten, en gemeenten "
    "betalen ook zelf. Te zien vanaf tien mensen."
)


def per_persoon(personen: str) -> str:
    """All spending of the half-year beside the people; each counts once."""
    return f"""
        select null::bigint as persoon, null::bigint as gemeente_id, k.waarde, 0::numeric as noemer
        from ({stroom(f"{BESTEED} and {IN_HALFJAAR}")}) k
        union all
        select w.persoon, w.gemeente_id, 0, 1
        from (select distinct persoon, gemeente_id from ({personen}) wie) w"""


F7_PER_BEREIKTE = _prijs(
    "F7.per_bereikte_persoon",
    "Besteed per bereikte persoon",
    "Wat in het halfjaar is besteed, gedeeld door de mensen die in het halfjaar ten minste een "
    f"dag een traject hadden (A6). {VOORBEHOUD}",
    Telling(rijen=per_persoon(bereikt()), uniek=""),
    noemer_heet="bereikte mensen",
    per="A6",
)
F7_PER_GEPLAATSTE = _prijs(
    "F7.per_geplaatste_persoon",
    "Besteed per geplaatste persoon",
    "Wat in het halfjaar is besteed, gedeeld door de mensen met een plaatsing die in het halfjaar "
    f"begon (C2). {VOORBEHOUD}",
    Telling(rijen=per_persoon(beslissend()), uniek=""),
    noemer_heet="geplaatste mensen",
    per="C2",
)

GELD = (
    *(F1, F1_JAAR, F2_IN, F2_UIT, F3_BEGIN, F3, F4, F5, F5_JAAR, F6),
    *(F7_GEPLAND, F7_GEPLAND_JAAR, F7_INGEZET, F7_INGEZET_JAAR, F7_VACATURE),
    *(F7_PER_UUR, F7_PER_UUR_JAAR, F7_PER_BEREIKTE, F7_PER_GEPLAATSTE),
)
