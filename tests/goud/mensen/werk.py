"""Work and bijstand: R8–R11, R33, R35, R40 and the corners of C1–C9 and D3.

Written as in `wie_en_waar`: a comment says the rule and what follows from it.
"""

from decimal import Decimal

from tests.goud.mensen.bouw import (
    AANVULLEND,
    BLARICUM,
    GEEN,
    GOOISE_MEREN,
    HILVERSUM,
    HUIZEN,
    WIJDEMEREN,
    bijstand,
    iemand,
    plaatsing,
    traject,
    woont,
)

WERK = {
    # R8. Three plaatsingen in the half-year: three in C1, one person in C2, by the highest. On 16
    # March at work and out of bijstand since the 11th: volledige uitstroom. The proefplaatsing was
    # agreed with an employer whose name is not known. The traject ended after 192 days.
    "P33": iemand(
        woont(GOOISE_MEREN, "2023-01-01"),
        bijstand("2024-01-01", "2026-03-10"),
        traject("a", 3, "jobhunting", "2025-12-01", "2026-06-10", "doel_bereikt"),
        plaatsing("a", "vrijwilligerswerk", "2026-01-10", "2026-02-10", traject="a"),
        plaatsing(
            "b", "proefplaatsing", "2026-01-20", "2026-02-13", traject="a", afspraak_werkgever=True
        ),
        plaatsing(
            "c",
            "betaald_werk",
            "2026-02-16",
            traject="a",
            uren_per_week=20,
            contractvorm="bepaald",
            functieniveau="laag",
        ),
        geboortejaar=1980,
        aangemeld="2024-03-01",
    ),
    # R9. Began on 15 July 2025, ripe on 13 January. No work in November: 30 days keep the chain.
    # The second job ripens on 1 June and counts no second time. Traject until 14 July 2025.
    "P34": iemand(
        woont(HILVERSUM, "2020-01-01"),
        bijstand("2023-01-01", "2025-07-31"),
        traject("a", 3, "startbaan", "2025-06-01", "2025-07-14", "doel_bereikt"),
        plaatsing("a", "betaald_werk", "2025-07-15", "2025-10-31", traject="a"),
        plaatsing("b", "betaald_werk", "2025-12-01"),
        geboortejaar=1983,
        geslacht="v",
        wet="wi2013",
        leerroute="nvt",
        opleidingsniveau="middelbaar",
        aangemeld="2025-05-01",
    ),
    # R9. Began on 1 August 2025, ripe on 30 January; 31 days without work break the chain. In
    # beeld up to and including the peildatum; never had a traject.
    "P35": iemand(
        woont(HUIZEN, "2022-01-01"),
        bijstand("2025-01-01", soort=GEEN),
        plaatsing("a", "betaald_werk", "2025-08-01", "2025-10-30"),
        plaatsing("b", "betaald_werk", "2025-12-01"),
        geboortejaar=1991,
        leerroute="z",
        aangemeld="2025-01-15",
        afgesloten="2026-06-30",
    ),
    # R9. The contract was not renewed: no longer at work on 16 March. C7: out of bijstand on 15
    # October with work, last bijstand 30 September, bijstand again from 1 February.
    "P36": iemand(
        woont(BLARICUM, "2019-01-01"),
        bijstand("2020-01-01", "2025-09-30"),
        bijstand("2026-02-01"),
        traject("a", 3, "jobhunting", "2025-06-01", "2025-09-14", "doel_bereikt"),
        plaatsing("a", "betaald_werk", "2025-09-15", "2025-12-31", traject="a"),
        geboortejaar=1978,
        wet="wi2007",
        leerroute="nvt",
        aangemeld="2023-03-01",
    ),
    # R10. Bijstand ended without paid work: no uitstroom. A stage is C2 and no C3. Waited 12 days.
    "P37": iemand(
        woont(HILVERSUM, "2021-01-01"),
        bijstand("2022-01-01", "2026-02-28"),
        traject("a", 3, "praktijkleren", "2026-02-01"),
        plaatsing("a", "stage_praktijkleren", "2026-02-10", traject="a", uren_per_week=32),
        geboortejaar=2001,
        geslacht="x",
        leerroute="onderwijs",
        opleidingsniveau="middelbaar",
        aangemeld="2026-01-20",
    ),
    # R10, R40. Began on 31 May: the check day is 30 June, the peildatum itself, so it is known:
    # volledige uitstroom. Named without traject: actielijn unknown. Below the own level. Via an
    # agreement with an employer. The traject ended after 139 days; waited 103.
    "P38": iemand(
        woont(HUIZEN, "2022-01-01"),
        bijstand("2023-01-01", "2026-06-29"),
        traject(
            "a", 2, "branche_leerwerktraject", "2026-01-12", "2026-05-30", "werk_elders_gevonden"
        ),
        plaatsing(
            "a",
            "betaald_werk",
            "2026-05-31",
            uren_per_week=32,
            contractvorm="uitzend",
            functieniveau="middelbaar",
            werkgever="Zorggroep De Vuursteen",
            afspraak_werkgever=True,
        ),
        geboortejaar=1986,
        geslacht="v",
        opleidingsniveau="hoog",
        aangemeld="2025-10-01",
    ),
    # R10. Began on 1 June: the check day is 1 July, after the peildatum: not known yet, whatever
    # came of it. A startbaan that began and runs. Waited 15 days. Level of the job unknown.
    "P39": iemand(
        woont(GOOISE_MEREN, "2022-01-01"),
        bijstand("2023-01-01", "2026-06-15"),
        traject("a", 3, "startbaan", "2026-03-01"),
        plaatsing(
            "a",
            "betaald_werk",
            "2026-06-01",
            traject="a",
            uren_per_week=Decimal("11.5"),
            contractvorm="oproep",
            werkgever="Bakkerij De Gooise Aar",
            afspraak_werkgever=True,
        ),
        geboortejaar=1999,
        leerroute="z",
        aangemeld="2026-02-14",
    ),
    # R11. On 1 March at work with bijstand beside it: partly out. R35: the same employer as of P39
    # in another spelling: one in the region, one in each gemeente.
    "P40": iemand(
        woont(HILVERSUM, "2020-01-01"),
        bijstand("2024-01-01", "2026-02-14"),
        bijstand("2026-02-15", soort=AANVULLEND),
        traject("a", 3, "jobhunting", "2025-09-01"),
        plaatsing(
            "a",
            "betaald_werk",
            "2026-02-01",
            traject="a",
            uren_per_week=12,
            contractvorm="bepaald",
            functieniveau="laag",
            werkgever="BAKKERIJ DE GOOISE-AAR",
            afspraak_werkgever=True,
        ),
        geboortejaar=1984,
        geslacht="v",
        wet="wi2013",
        leerroute="nvt",
        aangemeld="2025-08-01",
    ),
    # R11, R16, R19. Had no bijstand, so cannot flow out. Naturalised and still in the programme:
    # leerroute n.v.t., though the list says b1. No traject; 121 days since aanmelding.
    "P41": iemand(
        woont(BLARICUM, "2020-01-01"),
        bijstand("2025-01-01", soort=GEEN),
        plaatsing(
            "a",
            "betaald_werk",
            "2026-03-15",
            uren_per_week=36,
            contractvorm="onbepaald",
            functieniveau="hoog",
        ),
        geboortejaar=1979,
        geslacht="v",
        doelgroep="gezinsmigrant",
        wet="niet_inburgeringsplichtig",
        opleidingsniveau="hoog",
        aangemeld="2026-03-01",
    ),
    # R11. Not one row of uitkering: unknown. Contract and hours unknown; the own level too, so not
    # in C9. Waited 7 days.
    "P42": iemand(
        woont(HILVERSUM, "2010-01-01"),
        traject("a", 4, "mentor", "2026-04-01"),
        plaatsing("a", "betaald_werk", "2026-04-10", traject="a", functieniveau="laag"),
        geboortejaar=1975,
        doelgroep="overig",
        wet="wi2007",
        leerroute="nvt",
        opleidingsniveau="onbekend",
        aangemeld="2026-03-25",
    ),
    # R10. Had bijstand, lost the job before 15 February: paid work without uitstroom. Uitval (did
    # not turn up) after 105 days; 123 days without a traject.
    "P43": iemand(
        woont(HUIZEN, "2015-01-01"),
        bijstand("2021-01-01"),
        traject("a", 3, "jobhunting", "2025-11-15", "2026-02-27", "niet_verschenen_geen_contact"),
        plaatsing(
            "a",
            "betaald_werk",
            "2026-01-15",
            "2026-01-31",
            traject="a",
            uren_per_week=40,
            contractvorm="uitzend",
            functieniveau="laag",
        ),
        geboortejaar=1969,
        wet="wi2013",
        leerroute="nvt",
        aangemeld="2025-11-01",
    ),
    # C4 judges every paid plaatsing: own business, at work and out of bijstand on 1 March. In C2
    # that is ondernemerschap. Above the own level. The traject ended after 123 days; 150 without.
    "P44": iemand(
        woont(GOOISE_MEREN, "2020-01-01"),
        bijstand("2022-01-01", "2026-02-28"),
        traject("a", 3, "sollicitatietraining", "2025-10-01", "2026-01-31", "doel_bereikt"),
        plaatsing(
            "a",
            "ondernemerschap",
            "2026-02-01",
            traject="a",
            uren_per_week=25,
            contractvorm="zzp",
            functieniveau="hoog",
        ),
        geboortejaar=1993,
        opleidingsniveau="middelbaar",
        aangemeld="2025-09-01",
    ),
    # D3 counts the agreement, paid or not; R33: a proefplaatsing is no paid work. Waited 14 days.
    "P45": iemand(
        woont(HUIZEN, "2023-01-01"),
        bijstand("2024-01-01"),
        traject("a", 2, "proefplaatsing", "2026-05-04"),
        plaatsing(
            "a",
            "proefplaatsing",
            "2026-05-06",
            "2026-06-12",
            traject="a",
            werkgever="Installatiebedrijf Van Dalen",
            afspraak_werkgever=True,
        ),
        geboortejaar=2003,
        geslacht="v",
        aangemeld="2026-04-20",
    ),
    # R1, R9. Began on 29 December in Wijdemeren, ripe on 29 June: durable, there; the stock is in
    # Huizen. The begin was in the half-year before, so nothing in C1–C5.
    "P46": iemand(
        woont(WIJDEMEREN, "2023-01-01", "2026-01-31"),
        woont(HUIZEN, "2026-02-01"),
        bijstand("2024-01-01", "2025-12-31"),
        traject("a", 3, "startbaan", "2025-11-01"),
        plaatsing("a", "betaald_werk", "2025-12-29", traject="a", uren_per_week=28),
        geboortejaar=1986,
        geslacht="v",
        opleidingsniveau="hoog",
        aangemeld="2025-10-01",
    ),
    # R9. Began on 3 July 2025: ripe on 1 January, the last day of the job and the first of the
    # half-year: durable. C7: bijstand beside income, a day later, is bijstand again (last before
    # the uitstroom: 20 July).
    "P47": iemand(
        woont(GOOISE_MEREN, "2021-01-01"),
        bijstand("2022-01-01", "2025-07-20"),
        bijstand("2026-01-02", soort=AANVULLEND),
        plaatsing("a", "betaald_werk", "2025-07-03", "2026-01-01", uren_per_week=30),
        geboortejaar=1995,
        wet="wi2013",
        leerroute="nvt",
        opleidingsniveau="middelbaar",
        aangemeld="2025-04-01",
    ),
    # C7. Last bijstand 31 January 2025, again from 1 February 2026: a day after the twelve months,
    # so no terugval. Ripened in 2025.
    "P48": iemand(
        woont(HILVERSUM, "2016-01-01"),
        bijstand("2020-01-01", "2025-01-31"),
        bijstand("2026-02-01"),
        traject("a", 3, "jobhunting", "2024-12-15", "2025-01-14", "doel_bereikt"),
        plaatsing("a", "betaald_werk", "2025-01-15", "2026-02-10", traject="a"),
        geboortejaar=1977,
        wet="wi2013",
        leerroute="nvt",
        aangemeld="2024-12-01",
    ),
    # R40. Began on 31 January: the check day is 28 February, with bijstand for the last time: no
    # uitstroom. Below the own level. The traject ended after 91 days; 149 without.
    "P49": iemand(
        woont(BLARICUM, "2022-01-01"),
        bijstand("2023-01-01", "2026-02-28"),
        traject("a", 2, "groepstraject", "2025-11-03", "2026-02-01", "doel_bereikt"),
        plaatsing(
            "a",
            "betaald_werk",
            "2026-01-31",
            traject="a",
            uren_per_week=Decimal("19.5"),
            contractvorm="bepaald",
            functieniveau="middelbaar",
        ),
        geboortejaar=1998,
        geslacht="v",
        leerroute="onderwijs",
        opleidingsniveau="hoog",
        aangemeld="2025-10-20",
    ),
    # Delivered by Huizen itself, in csv, with references that the region uses for somebody else.
    # Began on 15 June: not known yet. R35: the employer of P38 in capitals. Waited 2 days.
    "P50": iemand(
        woont(HUIZEN, "2023-01-01"),
        bijstand("2024-01-01"),
        traject("a", 4, "mentor", "2026-06-03"),
        plaatsing(
            "a",
            "betaald_werk",
            "2026-06-15",
            traject="a",
            uren_per_week=Decimal("32.5"),
            contractvorm="onbepaald",
            functieniveau="hoog",
            werkgever="ZORGGROEP DE VUURSTEEN",
            afspraak_werkgever=True,
        ),
        opleidingsniveau="hoog",
        aangemeld="2026-06-01",
    ),
}
