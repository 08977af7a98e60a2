"""The name and the logo that a region puts on its reports, as they were at each moment."""

from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models import Q

from regio.models.indeling import Arbeidsmarktregio


class Huisstijl(models.Model):
    """A choice of name and logo. The last one holds; a report keeps the one of its own day.

    `logo` is a PNG that we wrote ourselves, so nothing else hides in it.
    """

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="huisstijlen")
    naam = models.CharField(
        "naam in rapporten", max_length=80, blank=True, validators=[MinLengthValidator(3)]
    )
    logo = models.BinaryField("logo", default=b"", blank=True)
    beschrijving = models.CharField("beschrijving van het logo", max_length=150, blank=True)
    op = models.DateTimeField("gekozen op")
    wie = models.CharField("gekozen door", max_length=200)

    class Meta:
        verbose_name = "huisstijl"
        verbose_name_plural = "huisstijlen"
        ordering = ["regio", "-op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="huisstijl_logo_heeft_beschrijving",
                condition=Q(logo=b"") | ~Q(beschrijving=""),
                violation_error_message=(
                    "Beschrijf het logo in een paar woorden, voor wie het niet kan zien."
                ),
            )
        ]

    def __str__(self):
        return f"huisstijl van {self.regio}"
