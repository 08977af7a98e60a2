"""Pieces of sentences that several checks use."""

from datetime import date


def dag(waarde: date | None) -> str:
    """`31-1-2024`, or "nu" for an open end."""
    return f"{waarde.day}-{waarde.month}-{waarde.year}" if waarde else "nu"


def periode(van: date, tot_en_met: date | None) -> str:
    """`vanaf 1-1-2024`, or `van 1-1-2024 tot en met 30-6-2024`."""
    if tot_en_met is None:
        return f"vanaf {dag(van)}"
    return f"van {dag(van)} tot en met {dag(tot_en_met)}"
