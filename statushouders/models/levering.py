"""Deliveries of data by a gemeente or region, and a gemeente's word that its figures are right."""

from django.conf import settings
from django.db import models

from regio.models import Arbeidsmarktregio, Gemeente


class Levering(models.Model):
    """One workbook that was read in, whole. `gemeenten` are those whose rows it held."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="+")
    leverancier = models.CharField("leverancier", max_length=6)
    gemeenten = models.ManyToManyField(Gemeente, related_name="+")
    op = models.DateTimeField("ingelezen op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    bestandsnaam = models.CharField("bestand", max_length=255)
    sha256 = models.CharField("vingerafdruk", max_length=64)
    samenvatting = models.JSONField("samenvatting", default=dict)

    class Meta:
        verbose_name = "levering"
        verbose_name_plural = "leveringen"
        ordering = ["-op"]

    def __str__(self):
        return f"{self.bestandsnaam} van {self.leverancier}"


class Bevestiging(models.Model):
    """A gemeente says that its figures of a half-year are right, or what is wrong."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    halfjaar = models.CharField("halfjaar", max_length=6)
    akkoord = models.BooleanField("cijfers kloppen")
    opmerking = models.TextField("opmerking", max_length=1000, blank=True)
    op = models.DateTimeField("bevestigd op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bevestiging"
        verbose_name_plural = "bevestigingen"
        ordering = ["-op"]
        indexes = [models.Index(fields=["gemeente", "halfjaar"], name="bevestiging_gemeente")]

    def __str__(self):
        return f"{self.gemeente} {self.halfjaar}"
