"""Text that a spreadsheet would take for a formula, made harmless in csv and restored again.

In xlsx and ods a cell says itself that it is text; csv cannot. There such text gets a `'` in
front, which reading in takes off. Text that already looks so prefixed gets one more, so that
every text comes back exactly as it was.
"""

import re

# Also full-width signs: some spreadsheets read them as the plain ones.
FORMULEACHTIG = re.compile(r"'*[\s\ufeff\u200b]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def met_voorvoegsel(tekst: str) -> str:
    """The text as csv may hold it."""
    return f"'{tekst}" if FORMULEACHTIG.match(tekst) else tekst


def zonder_voorvoegsel(tekst: str) -> str:
    """The inverse of `met_voorvoegsel`."""
    return tekst[1:] if tekst.startswith("'") and FORMULEACHTIG.match(tekst) else tekst
