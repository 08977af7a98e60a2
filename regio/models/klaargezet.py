"""A list that was uploaded and waits for its uploader to look at it and decide."""

import uuid

from django.db import models

from regio.models.gebruikers import Gebruiker
from regio.models.indeling import Arbeidsmarktregio


class Lijstsoort(models.TextChoices):
    """What a list holds."""

    BOEKINGEN = "boekingen", "Boekingen"
    CIRCULAIRE = "circulaire", "Bijdragen uit een circulaire"
    TAAKSTELLING = "taakstelling", "Taakstellingen"


class KlaargezetteLijst(models.Model):
    """The text of one uploaded list, with the choices made beside it. Never holds persons."""

    sleutel = models.UUIDField("sleutel", unique=True, default=uuid.uuid4)
    soort = models.CharField("soort", max_length=15, choices=Lijstsoort)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    regio = models.ForeignKey(
        Arbeidsmarktregio, models.CASCADE, null=True, blank=True, related_name="+"
    )
    naam = models.CharField("bestandsnaam", max_length=255)
    inhoud = models.TextField("inhoud")
    keuzes = models.JSONField("keuzes", default=dict)
    op = models.DateTimeField("klaargezet op")
    gedaan = models.JSONField("wat ervan kwam", null=True, blank=True)

    class Meta:
        verbose_name = "klaargezette lijst"
        verbose_name_plural = "klaargezette lijsten"
        ordering = ["-op"]

    def __str__(self):
        return self.naam
