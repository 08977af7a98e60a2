"""Files that wait for a decision of who uploaded them."""

import uuid

from django.conf import settings
from django.db import models

from regio.models import Arbeidsmarktregio, Gemeente
from statushouders.models.levering import Levering


class KlaargezetBestand(models.Model):
    """An uploaded workbook between the preview and the word of the user; theirs alone, and briefly.

    Row-level security shows it to nobody else. Once read in, the bytes are gone and `levering` and
    `samenvatting` say what came of it.
    """

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    regio = models.ForeignKey(Arbeidsmarktregio, models.CASCADE, related_name="+")
    gemeente = models.ForeignKey(Gemeente, models.CASCADE, null=True, related_name="+")
    bestandsnaam = models.CharField("bestand", max_length=255)
    inhoud = models.BinaryField("inhoud")
    klaargezet_op = models.DateTimeField("klaargezet op")
    verloopt_op = models.DateTimeField("verloopt op")
    levering = models.ForeignKey(Levering, models.SET_NULL, null=True, related_name="+")
    samenvatting = models.JSONField("samenvatting", null=True)
    # For a list with columns of its own: which of ours they are, and what holds for every row.
    indeling = models.JSONField("indeling", null=True)

    class Meta:
        verbose_name = "klaargezet bestand"
        verbose_name_plural = "klaargezette bestanden"

    def __str__(self):
        return f"klaargezet bestand {self.pk}"
