"""How many statushouders a gemeente has to house per half-year: context beside the figures."""

from django.db import models
from django.db.models import Q

from regio.models.indeling import Gemeente


class Taakstelling(models.Model):
    """The taakstelling of one gemeente for one half-year. No target for work.

    `geschat`: worked out from the national number by inhabitants, not published by anyone.
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="taakstellingen")
    halfjaar = models.CharField("halfjaar", max_length=6)
    opgave = models.PositiveIntegerField("te huisvesten")
    gerealiseerd = models.PositiveIntegerField("gehuisvest", null=True, blank=True)
    geschat = models.BooleanField("geschat", default=False)
    bron = models.CharField("bron", max_length=200)

    class Meta:
        verbose_name = "taakstelling"
        verbose_name_plural = "taakstellingen"
        ordering = ["-halfjaar", "gemeente"]
        constraints = [
            models.UniqueConstraint(
                name="taakstelling_eenmaal",
                fields=["gemeente", "halfjaar"],
                violation_error_message="Deze gemeente heeft al een taakstelling in dit halfjaar.",
            ),
            models.CheckConstraint(
                name="taakstelling_halfjaar_klopt",
                condition=Q(halfjaar__regex=r"^20[0-9]{2}-[12]$"),
                violation_error_message="Schrijf het halfjaar als 2026-1 of 2026-2.",
            ),
        ]

    def __str__(self):
        return f"{self.gemeente} {self.halfjaar}"
