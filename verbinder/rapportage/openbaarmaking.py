"""That a public edition was made of an adopted version: after this row nothing is added to it."""

from django.db import models

from verbinder.rapportage.models import Momentopname, Versie


class Openbaarmaking(models.Model):
    """The last word about a public edition, with the fingerprint of all that it consists of."""

    versie = models.OneToOneField(Versie, models.PROTECT, related_name="openbaarmaking")
    opname = models.OneToOneField(Momentopname, models.PROTECT, related_name="openbaarmaking")
    op = models.DateTimeField("gemaakt op")
    wie = models.CharField("gemaakt door", max_length=200)
    sha256 = models.CharField("vingerafdruk van de inhoud", max_length=64)

    class Meta:
        verbose_name = "openbare versie"
        verbose_name_plural = "openbare versies"
        ordering = ["versie"]

    def __str__(self):
        return f"openbare versie van {self.versie}"
