"""Invented people, to show every page in use. Only in the development setting.

One seed, so the same people every time; every date is relative to the day of loading.
"""

from verbinder.demo.gebruikers import inloggegevens

__all__ = ["inloggegevens"]
