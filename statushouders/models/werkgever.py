"""Employers as partners (actielijn 2): whom to call there, and what was agreed."""

import uuid

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from regio.models import Actielijn, Arbeidsmarktregio, Gemeente, Organisatie
from regio.models.velden import einde_na_begin
from statushouders.codes import Sector
from statushouders.models.plaatsing import Plaatsing
from statushouders.models.statushouder import Statushouder
from statushouders.querysets import PersoonsgebondenQuerySet


class Werkgeverscontact(models.Model):
    """Whom to call at an employer: for work only, and taken out when no longer needed."""

    werkgever = models.ForeignKey(Organisatie, models.CASCADE, related_name="contacten")
    naam = models.CharField("naam", max_length=100)
    functie = models.CharField("functie", max_length=100, blank=True)
    telefoon = models.CharField("telefoon op het werk", max_length=30, blank=True)
    email = models.EmailField("e-mail op het werk", blank=True)

    class Meta:
        verbose_name = "contactpersoon van een werkgever"
        verbose_name_plural = "contactpersonen van werkgevers"
        ordering = ["naam", "pk"]
        constraints = [
            models.CheckConstraint(
                name="werkgeverscontact_bereikbaar",
                condition=~Q(telefoon="") | ~Q(email=""),
                violation_error_message="Vul een telefoonnummer of e-mailadres in.",
            )
        ]

    def __str__(self):
        return self.naam


@pghistory.track()
class Werkgeversafspraak(models.Model):
    """What was agreed with an employer: how many places, for what, from a day to a day.

    `gemeente` is the one that made it; empty when the region did.
    """

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    werkgever = models.ForeignKey(Organisatie, models.PROTECT, related_name="afspraken")
    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="+")
    actielijn = models.ForeignKey(Actielijn, models.PROTECT, related_name="+")
    omschrijving = models.CharField("wat is afgesproken", max_length=200)
    sector = models.CharField("sector", max_length=1, choices=Sector, blank=True)
    plaatsen = models.PositiveSmallIntegerField(
        "plaatsen",
        validators=[
            MinValueValidator(1, "Vul het aantal plaatsen in, minstens 1."),
            MaxValueValidator(500, "Meer dan 500 plaatsen kan niet kloppen."),
        ],
    )
    afgesproken_op = models.DateField("afgesproken op")
    tot_en_met = models.DateField("geldt tot en met", null=True, blank=True)
    ingetrokken_op = models.DateField("ten onrechte vastgelegd op", null=True, blank=True)
    intrekreden = models.CharField("reden van intrekken", max_length=200, blank=True)
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)
    versie = models.PositiveIntegerField("versie", default=1)

    class Meta:
        verbose_name = "afspraak met een werkgever"
        verbose_name_plural = "afspraken met werkgevers"
        ordering = ["-afgesproken_op", "-pk"]
        constraints = [
            einde_na_begin(
                "afspraak_einde_na_begin",
                "afgesproken_op",
                zin="De afspraak eindigt voor de dag waarop zij is gemaakt.",
            ),
            models.CheckConstraint(
                name="afspraak_intrekking_heeft_reden",
                condition=Q(ingetrokken_op__isnull=True) | ~Q(intrekreden=""),
                violation_error_message="Geef een reden voor het intrekken.",
            ),
        ]
        indexes = [models.Index(fields=["regio", "afgesproken_op"], name="afspraak_regio")]

    def __str__(self):
        return self.omschrijving


class Afspraakplek(models.Model):
    """A place of an agreement that a plaatsing fills."""

    afspraak = models.ForeignKey(Werkgeversafspraak, models.CASCADE, related_name="plekken")
    plaatsing = models.OneToOneField(Plaatsing, models.CASCADE, related_name="plek")
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="afspraakplekken")

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "vervulde plaats"
        verbose_name_plural = "vervulde plaatsen"

    def __str__(self):
        return f"plek {self.pk}"
