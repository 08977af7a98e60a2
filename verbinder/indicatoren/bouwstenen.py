"""Pieces of SQL that several figures share. Each says one rule of docs/cijfers.md.

Inside a figure `ligging` is where everyone counts in the region, by date; `%(van)s` and
`%(peildatum)s` are the first and last day of the period.
"""

from collections.abc import Iterable

OOIT = "date '9999-12-31'"


def in_lijst(codes: Iterable[str]) -> str:
    """Codes of a closed list, for `in (...)`. Only for our own constants, never for input."""
    return ", ".join(f"'{code}'" for code in codes)


def loopt_op(dag: str, tabel: str) -> str:
    """`dag` is a day of the row: begun, and not ended before it."""
    return f"({tabel}.begindatum <= {dag} and coalesce({tabel}.einddatum, {OOIT}) >= {dag})"


def in_periode(kolom: str) -> str:
    """The date lies in the period."""
    return f"{kolom} between %(van)s and %(peildatum)s"


def ligt_op(dag: str, persoon: str) -> str:
    """Join condition with `ligging l`: where the person counts on that day."""
    return f"l.statushouder_id = {persoon} and {dag} between l.van and l.tot_en_met"


# A correction counts nowhere.
GELDIG_TRAJECT = "t.eindreden <> 'administratieve_correctie'"
GELDIGE_PLAATSING = "pl.ingetrokken_op is null"

# Every time "in beeld": the current one and those before it.
AANMELDINGEN = """(
    select id as persoon, aangemeld_op, afgesloten_op from statushouders_statushouder
    union all
    select statushouder_id, aangemeld_op, afgesloten_op from statushouders_eerdereaanmelding)"""


def heeft_lopend_traject(persoon: str) -> str:
    """Some traject of the person runs on the peildatum."""
    return f"""exists (
        select 1 from statushouders_traject t
        where t.statushouder_id = {persoon} and {GELDIG_TRAJECT}
          and {loopt_op("%(peildatum)s", "t")})"""


def uitkering_op(dag: str, persoon: str) -> str:
    """The kind of uitkering on a day; without a row "geen" for who has any, else "onbekend"."""
    return f"""coalesce(
        (select u.soort from statushouders_uitkering u
         where u.statushouder_id = {persoon} and {dag} between u.van
           and coalesce(u.tot_en_met, {OOIT})),
        case when exists (select 1 from statushouders_uitkering u
                          where u.statushouder_id = {persoon})
             then 'geen' else 'onbekend' end)"""
