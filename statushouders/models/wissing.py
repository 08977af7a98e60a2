"""That somebody was erased, and of which half-years their dossier told: not who, not since when."""

from django.db import models
from django.db.models import Q

from regio.models import Arbeidsmarktregio


class Wissing(models.Model):
    """One erased person in one half-year of one region. Nothing ties the rows of a person.

    A report that was measured before can no longer be rebuilt; with these rows it says so.
    """

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="wissingen")
    halfjaar = models.CharField("halfjaar", max_length=6)
    op = models.DateTimeField("gewist op")

    class Meta:
        verbose_name = "wissing"
        verbose_name_plural = "wissingen"
        indexes = [models.Index(fields=["regio", "halfjaar", "op"], name="wissing_halfjaar")]
        constraints = [
            models.CheckConstraint(
                name="wissing_halfjaar_klopt",
                condition=Q(halfjaar__regex=r"^20[0-9]{2}-[12]$"),
                violation_error_message="Schrijf het halfjaar als 2026-1 of 2026-2.",
            )
        ]

    def __str__(self):
        return f"{self.regio} {self.halfjaar}"
