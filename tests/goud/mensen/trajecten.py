"""Trajecten and aanmeldingen: R6, R7, R13, R16, R29, R34 and the corners of A2, A8, B1–B4.

Written as in `wie_en_waar`: a comment says the rule and what follows from it.
"""

from tests.goud.mensen.bouw import (
    GOOISE_MEREN,
    HILVERSUM,
    HUIZEN,
    WIJDEMEREN,
    bijstand,
    iemand,
    in_beeld,
    plaatsing,
    traject,
    woont,
)

TRAJECTEN = {
    # R6. Three trajecten at once, two of them of one soort: three trajecten, one person, in two
    # actielijnen. Two began in the half-year; the first of all did not, so no A9.
    "P26": iemand(
        woont(HILVERSUM, "2023-01-01"),
        bijstand("2025-01-01"),
        traject("a", 2, "groepstraject", "2025-10-01"),
        traject("b", 3, "duaal_traject", "2026-01-15"),
        traject("c", 3, "duaal_traject", "2026-05-01"),
        geslacht="v",
        geboortejaar=1992,
        opleidingsniveau="hoog",
        aangemeld="2025-09-15",
    ),
    # A traject that was an administrative correction counts nowhere: 151 days without one since
    # aanmelding, and the plaatsing that came from it has actielijn unknown.
    "P27": iemand(
        woont(HILVERSUM, "2025-01-01"),
        bijstand("2025-02-01"),
        traject("a", 3, "jobhunting", "2026-02-01", "2026-02-02", "administratieve_correctie"),
        plaatsing("a", "vrijwilligerswerk", "2026-03-03", traject="a"),
        geslacht="v",
        geboortejaar=1987,
        aangemeld="2026-01-30",
    ),
    # An end for an unknown reason is in the denominator of B2 and B3, in no numerator. 71 days;
    # waited 1 day; aanmelding on the first day of the half-year; 109 days without one.
    "P28": iemand(
        woont(HILVERSUM, "2024-01-01"),
        bijstand("2025-12-01"),
        traject("a", 3, "sollicitatietraining", "2026-01-02", "2026-03-13", "onbekend"),
        geboortejaar=1976,
        opleidingsniveau="middelbaar",
        aangemeld="2026-01-01",
    ),
    # R16. A gezinsmigrant counts like anybody. The employer stopped: uitval, after 103 days. Waited
    # 9 days.
    "P29": iemand(
        woont(WIJDEMEREN, "2024-01-01"),
        bijstand("2025-01-01"),
        traject("a", 2, "branche_leerwerktraject", "2026-03-10", "2026-06-20", "werkgever_gestopt"),
        geslacht="v",
        geboortejaar=1991,
        doelgroep="gezinsmigrant",
        aangemeld="2026-03-01",
    ),
    # A2. Closed on 28 February 2025, back on 1 March 2026: more than twelve months, new again. 121
    # days since then. The first traject of all was in 2023.
    "P30": iemand(
        woont(GOOISE_MEREN, "2022-01-01"),
        in_beeld("2023-01-01", "2025-02-28"),
        traject("a", 3, "jobhunting", "2023-05-01", "2024-04-30", "doel_bereikt"),
        geslacht="v",
        geboortejaar=1981,
        opleidingsniveau="middelbaar",
        aangemeld="2026-03-01",
    ),
    # A2. Closed on 30 September 2025, back on 1 February 2026: not new. A9 counts from the last
    # aanmelding before the begin: 0 days.
    "P31": iemand(
        woont(HUIZEN, "2022-01-01"),
        in_beeld("2024-01-01", "2025-09-30"),
        traject("a", 3, "jobhunting", "2026-02-01"),
        geboortejaar=1973,
        wet="wi2013",
        leerroute="nvt",
        aangemeld="2026-02-01",
    ),
    # R29. Ends after the peildatum: still running, not ended. Waited 5 days.
    "P32": iemand(
        woont(HILVERSUM, "2020-01-01"),
        bijstand("2020-01-01"),
        traject("a", 3, "werkervaringsplaats", "2026-04-15", "2026-09-30", "doel_bereikt"),
        plaatsing(
            "a",
            "werkervaringsplaats",
            "2026-04-20",
            "2026-08-31",
            traject="a",
            uren_per_week=20,
            contractvorm="geen",
        ),
        geslacht="v",
        geboortejaar=1972,
        wet="wi2013",
        leerroute="nvt",
        aangemeld="2026-04-10",
    ),
}
