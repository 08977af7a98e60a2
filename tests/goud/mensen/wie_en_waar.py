"""Who counts, and where: R1–R5, R12–R19, R25, R29–R31, R36 (docs/regels.md).

Written to be counted by hand: each comment says the rule and what follows from it for the first
half of 2026. Unless a row says else somebody is a man, asielstatushouder, of 1990, under the
Wi2021 with the B1-route, and has a low education.
"""

from datetime import date

from tests.goud.mensen.bouw import (
    AMSTERDAM,
    BLARICUM,
    EEMNES,
    GEEN,
    GOOISE_MEREN,
    HILVERSUM,
    HUIZEN,
    UTRECHT,
    WEESP,
    WIJDEMEREN,
    azc,
    bijstand,
    gekoppeld,
    iemand,
    plaatsing,
    traject,
    woont,
)

WIE_EN_WAAR = {
    # R1. Moved from Hilversum to Huizen on 15 April. Stock counts in Huizen, what happened before
    # (aanmelding, begin of the traject on 1 March, wait of 50 days) in Hilversum.
    "P01": iemand(
        woont(HILVERSUM, "2024-01-01", "2026-04-14"),
        woont(HUIZEN, "2026-04-15"),
        bijstand("2026-01-10"),
        traject("a", 3, "jobhunting", "2026-03-01"),
        aangemeld="2026-01-10",
    ),
    # R2. Left for Amsterdam on 1 April: in no stock. The traject ended neutrally the day before, in
    # Hilversum (151 days); reached in Hilversum.
    "P02": iemand(
        woont(HILVERSUM, "2024-05-01", "2026-03-31"),
        woont(AMSTERDAM, "2026-04-01"),
        bijstand("2024-05-01", "2026-03-31"),
        traject(
            "a", 3, "sollicitatietraining", "2025-11-01", "2026-03-31", "verhuisd_buiten_regio"
        ),
        geboortejaar=1985,
        geslacht="v",
        leerroute="onderwijs",
        opleidingsniveau="hoog",
        aangemeld="2025-06-01",
        afgesloten="2026-03-31",
    ),
    # R3, R16. In an azc in Huizen, gekoppeld to nobody: "nog niet gekoppeld" in everything, an
    # asylum seeker too. Waited 14 days. No row of uitkering.
    "P03": iemand(
        azc(HUIZEN, "2025-09-01"),
        traject("a", 1, "meedoenbalie", "2026-02-15"),
        geboortejaar=1998,
        doelgroep="kansrijke_asielzoeker",
        wet="onbekend",
        leerroute="onbekend",
        opleidingsniveau="onbekend",
        aangemeld="2026-02-01",
    ),
    # R3, R4, R36. Azc, from 10 February gekoppeld to Gooise Meren, from 11 May living in Hilversum
    # while the koppeling was left open: the vestiging decides. Aanmelding and first traject (wait
    # of 3 days) not yet gekoppeld; that traject ends in Gooise Meren (126 days), where D1 counts
    # too, gekoppeld. The first delivery still says asylum seeker: the doelgroep of the last holds
    # for every date. D2 is judged on 10 July, so not here.
    "P04": iemand(
        azc(HUIZEN, "2025-03-01", "2026-05-10"),
        gekoppeld(GOOISE_MEREN, "2026-02-10"),
        woont(HILVERSUM, "2026-05-11"),
        bijstand("2026-05-11"),
        traject("a", 1, "voorinburgering", "2026-01-05", "2026-05-10", "doorstroom_ander_traject"),
        traject("b", 3, "startbaan", "2026-05-20"),
        geboortejaar=2000,
        geslacht="v",
        leerroute="z",
        aangemeld="2026-01-02",
    ),
    # R4, D2 warm. Lives in Huizen since 1 March; the traject of actielijn 2 begins on 30 April,
    # exactly 60 days later. The traject from the azc ended on 20 February, gekoppeld to Huizen.
    "P05": iemand(
        azc(BLARICUM, "2025-05-01", "2026-02-28"),
        gekoppeld(HUIZEN, "2025-12-01", "2026-02-28"),
        woont(HUIZEN, "2026-03-01"),
        bijstand("2026-03-01"),
        traject("a", 1, "taalstage", "2025-12-10", "2026-02-20", "doel_bereikt"),
        traject("b", 2, "vaktaal", "2026-04-30"),
        geboortejaar=1995,
        opleidingsniveau="middelbaar",
        aangemeld="2025-12-01",
    ),
    # D2 cold. Lives in Gooise Meren since 1 February; the next traject begins on 3 April, a day
    # after the 60 days. Of actielijn 1 only a traject that ended before the half-year: not in D1.
    "P06": iemand(
        azc(HILVERSUM, "2024-01-01", "2026-01-31"),
        woont(GOOISE_MEREN, "2026-02-01"),
        bijstand("2026-02-01"),
        traject("a", 1, "voorinburgering", "2025-06-01", "2025-12-31", "doorstroom_ander_traject"),
        traject("b", 3, "leerwerktraject", "2026-04-03"),
        geboortejaar=1970,
        geslacht="v",
        leerroute="onbekend",
        opleidingsniveau="onbekend",
        aangemeld="2025-05-01",
    ),
    # R5. Lives in Wijdemeren, that is Hilversum from 2027. Began on the first day of the half-year,
    # 610 days after aanmelding. R33: an unpaid place is no paid work.
    "P07": iemand(
        woont(WIJDEMEREN, "2022-01-01"),
        bijstand("2024-05-01"),
        traject("a", 3, "werkervaringsplaats", "2026-01-01"),
        plaatsing("a", "werkervaringsplaats", "2026-02-02", traject="a", contractvorm="geen"),
        geboortejaar=1988,
        wet="wi2013",
        leerroute="nvt",
        aangemeld="2024-05-01",
    ),
    # R5. Lives in Weesp, that joined Amsterdam on 24 March 2022 and left the region: nowhere.
    "P08": iemand(
        woont(WEESP, "2019-01-01"),
        traject("a", 3, "jobhunting", "2026-02-01"),
        aangemeld="2021-05-01",
    ),
    # R12, R13. Stood under the Wi2021 in the first delivery and is wi2013 in the second: for every
    # date. The traject ends on the peildatum: it ended (198 days) and still ran on its last day.
    # R33: onderwijs is no paid work. The diplomawaardering was asked for before the half-year.
    "P09": iemand(
        woont(HILVERSUM, "2023-01-01"),
        bijstand("2024-06-01"),
        traject("a", 4, "schakeltraject", "2025-12-15", "2026-06-30", "onderwijs"),
        plaatsing("a", "onderwijs", "2026-06-30", traject="a"),
        geboortejaar=1989,
        geslacht="v",
        wet="wi2013",
        leerroute="nvt",
        opleidingsniveau="middelbaar",
        diplomawaardering_aangevraagd_op=date(2025, 12, 1),
        diplomawaardering_afgerond_op=date(2026, 1, 26),
        aangemeld="2025-11-15",
    ),
    # R13, R15. No longer obliged (wi2021 in the first delivery): leerroute n.v.t. for every date.
    # Waited 224 days. A diplomawaardering was asked for on 20 February.
    "P10": iemand(
        woont(WIJDEMEREN, "2023-01-01"),
        traject("a", 4, "diplomawaardering", "2026-02-10"),
        geboortejaar=1982,
        wet="niet_inburgeringsplichtig",
        leerroute="nvt",
        opleidingsniveau="hoog",
        diplomawaardering_aangevraagd_op=date(2026, 2, 20),
        aangemeld="2025-07-01",
    ),
    # R12, R13. Everything unknown; of a wet that is not known the leerroute is n.v.t., not unknown.
    # In beeld since the peildatum itself.
    "P11": iemand(
        woont(HUIZEN, "2026-06-01"),
        geboortejaar=1994,
        geslacht="onbekend",
        doelgroep="gezinsmigrant",
        wet="onbekend",
        leerroute="onbekend",
        opleidingsniveau="onbekend",
        aangemeld="2026-06-30",
    ),
    # R14. A term that was extended changes no figure. R34: a startbaan under actielijn 2 is a
    # startbaan (D4) and of actielijn 2. Waited 352 days.
    "P12": iemand(
        woont(WIJDEMEREN, "2024-01-01"),
        bijstand("2025-01-01"),
        traject("a", 2, "startbaan", "2026-01-19"),
        geboortejaar=1997,
        wet="wi2013",
        leerroute="nvt",
        aangemeld="2025-02-01",
    ),
    # R17. 17 years old (2026 − 2009): in numbers and medians (28 days), in no percentage. A bbl is
    # paid work; without bijstand nobody flows out.
    "P13": iemand(
        woont(HILVERSUM, "2025-09-01"),
        bijstand("2025-09-01", soort=GEEN),
        traject("a", 3, "leerwerktraject", "2026-03-02"),
        plaatsing(
            "a",
            "bbl",
            "2026-04-01",
            traject="a",
            uren_per_week=24,
            contractvorm="leerovereenkomst",
            functieniveau="laag",
        ),
        geboortejaar=2009,
        geslacht="v",
        leerroute="onderwijs",
        aangemeld="2026-02-02",
    ),
    # R17. 15 years old, in an azc, not gekoppeld. In A1 and A2; unknown facts are not in G1.
    "P14": iemand(
        azc(HUIZEN, "2026-04-01"),
        geboortejaar=2011,
        doelgroep="kansrijke_asielzoeker",
        wet="onbekend",
        leerroute="onbekend",
        opleidingsniveau="onbekend",
        aangemeld="2026-05-05",
    ),
    # R17. 16 years old: the end of the traject is in B1 and B4 (168 days) and in no percentage.
    # 135 days without a traject on the peildatum.
    "P15": iemand(
        woont(HUIZEN, "2025-08-01"),
        traject("a", 3, "praktijkleren", "2025-09-01", "2026-02-15", "taal_onvoldoende"),
        geboortejaar=2010,
        leerroute="onderwijs",
        aangemeld="2025-08-20",
    ),
    # R17. 67: AOW. Ended neutrally after 335 days and left; not in beeld on the peildatum.
    "P16": iemand(
        woont(HILVERSUM, "2019-01-01"),
        bijstand("2020-01-01", "2026-05-31"),
        traject("a", 3, "sociaal_ontwikkelbedrijf", "2025-07-01", "2026-05-31", "aow_leeftijd"),
        geboortejaar=1959,
        geslacht="v",
        wet="wi2013",
        leerroute="nvt",
        opleidingsniveau="onbekend",
        aangemeld="2025-06-15",
        afgesloten="2026-05-31",
    ),
    # R18. Died: ended neutrally after 36 days, stays in what happened. Waited 18 days.
    "P17": iemand(
        woont(GOOISE_MEREN, "2021-01-01", "2026-02-11"),
        bijstand("2021-01-01", "2026-02-11"),
        traject("a", 4, "uaf_traject", "2026-01-07", "2026-02-11", "overleden"),
        geboortejaar=1965,
        opleidingsniveau="hoog",
        aangemeld="2025-12-20",
        afgesloten="2026-02-11",
    ),
    # R18. Left the country, the day after the neutral end of the traject (125 days).
    "P18": iemand(
        woont(HUIZEN, "2022-01-01", "2026-04-05"),
        bijstand("2022-01-01", "2026-04-05"),
        traject("a", 2, "groepstraject", "2025-12-01", "2026-04-04", "vertrokken_uit_nl"),
        geboortejaar=1996,
        geslacht="v",
        leerroute="z",
        aangemeld="2025-11-11",
        afgesloten="2026-04-05",
    ),
    # R29. The traject begins after the peildatum: planned, so 91 days without one.
    "P19": iemand(
        woont(GOOISE_MEREN, "2026-03-01"),
        traject("a", 3, "jobhunting", "2026-07-01"),
        geslacht="v",
        aangemeld="2026-03-31",
    ),
    # A8: exactly 90 days since aanmelding is not more than 90. 18 years old is of age.
    "P20": iemand(
        woont(GOOISE_MEREN, "2026-03-01"),
        geboortejaar=2008,
        leerroute="onderwijs",
        opleidingsniveau="onbekend",
        aangemeld="2026-04-01",
    ),
    # R30, A9. The traject began three weeks before aanmelding: waited 0 days.
    "P21": iemand(
        woont(HUIZEN, "2021-01-01"),
        bijstand("2022-01-01"),
        traject("a", 3, "jobhunting", "2026-01-20"),
        geboortejaar=1968,
        leerroute="z",
        aangemeld="2026-02-10",
    ),
    # Stays nowhere: in no figure.
    "P22": iemand(traject("a", 3, "jobhunting", "2026-01-15"), aangemeld="2026-01-05"),
    # In an azc of which nobody said where it stands: in no figure.
    "P23": iemand(
        azc(None, "2025-01-01"),
        traject("a", 1, "meedoenbalie", "2026-01-15"),
        aangemeld="2026-01-05",
    ),
    # R3. From 1 March gekoppeld to Utrecht, another region than the azc. Aanmelding, begin and 5
    # days of waiting count as not yet gekoppeld, so do A6 and D1 (last day 28 February); the end of
    # the traject in April does not, nor does the stock.
    "P24": iemand(
        azc(HUIZEN, "2025-10-01"),
        gekoppeld(UTRECHT, "2026-03-01"),
        traject("a", 1, "vroege_intake", "2026-01-20", "2026-04-30", "verhuisd_buiten_regio"),
        geboortejaar=2002,
        leerroute="onbekend",
        opleidingsniveau="onbekend",
        aangemeld="2026-01-15",
    ),
    # R1, R9. Lived in Eemnes until the end of 2025 and began to work there on 1 October: durable
    # on 1 April, counted in Eemnes. The stock is in Blaricum; 181 days without a traject.
    "P25": iemand(
        woont(EEMNES, "2024-01-01", "2025-12-31"),
        woont(BLARICUM, "2026-01-01"),
        bijstand("2024-01-01", "2025-09-30"),
        bijstand("2025-10-01", soort="bijstand_aanvullend"),
        traject("a", 3, "duaal_traject", "2025-05-01", "2025-12-31", "verhuisd_binnen_regio"),
        plaatsing("a", "betaald_werk", "2025-10-01", uren_per_week=16, contractvorm="bepaald"),
        geboortejaar=1992,
        geslacht="v",
        leerroute="z",
        aangemeld="2024-02-01",
    ),
}
