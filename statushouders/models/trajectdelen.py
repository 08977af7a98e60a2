"""What belongs to one traject: the voorzieningen in it, and what its actielijn asks."""

import uuid

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from regio.models import Organisatie
from regio.models.velden import einde_na_begin
from statushouders.codes import Niveau, Sector, Twv, Voorzieningsoort
from statushouders.models.statushouder import Statushouder
from statushouders.models.traject import Traject
from statushouders.models.werkgever import Werkgeversafspraak
from statushouders.querysets import PersoonsgebondenQuerySet


@pghistory.track()
class Voorziening(models.Model):
    """One means used within a traject, from day to day; beside what the traject itself is."""

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="voorzieningen")
    traject = models.ForeignKey(Traject, models.CASCADE, related_name="voorzieningen")
    soort = models.CharField("voorziening", max_length=20, choices=Voorzieningsoort)
    aanbieder = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)
    versie = models.PositiveIntegerField("versie", default=1)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "voorziening"
        verbose_name_plural = "voorzieningen"
        ordering = ["van", "pk"]
        indexes = [models.Index(fields=["traject", "van"], name="voorziening_traject")]
        constraints = [einde_na_begin("voorziening_einde_na_begin")]

    def __str__(self):
        return f"{self.get_soort_display()} vanaf {self.van}"


@pghistory.track()
class Trajectvragen(models.Model):
    """The answers to what the actielijn of a traject asks; another actielijn leaves them empty."""

    traject = models.OneToOneField(Traject, models.CASCADE, primary_key=True, related_name="vragen")
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="+")
    # 1: from the azc
    azc = models.ForeignKey(Organisatie, models.PROTECT, null=True, blank=True, related_name="+")
    twv = models.CharField("tewerkstellingsvergunning", max_length=12, choices=Twv, blank=True)
    overgedragen_op = models.DateField("warm overgedragen op", null=True, blank=True)
    # 2: with an employer. 3: at an employer
    werkgever = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # A traject that has not ended takes a place of its agreement (`vervulde_plaatsen`).
    afspraak = models.ForeignKey(
        Werkgeversafspraak, models.PROTECT, null=True, blank=True, related_name="trajectvragen"
    )
    via_afspraak = models.BooleanField("via een afspraak met de werkgever", default=False)
    sector = models.CharField("branche", max_length=1, choices=Sector, blank=True)
    sociale_onderneming = models.BooleanField("bij een sociale onderneming", default=False)
    duaal = models.BooleanField("tegelijk met de inburgering (duaal)", default=False)
    uren_per_week = models.DecimalField(
        "uren per week",
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[
            MinValueValidator(0, "Vul een aantal uren in van 0 tot en met 60."),
            MaxValueValidator(60, "Vul een aantal uren in van 0 tot en met 60."),
        ],
    )
    # 4: at one's own level
    diplomaniveau = models.CharField(
        "niveau volgens de diplomawaardering", max_length=10, choices=Niveau, blank=True
    )
    doelniveau = models.CharField(
        "niveau van het werk dat past", max_length=10, choices=Niveau, blank=True
    )
    versie = models.PositiveIntegerField("versie", default=1)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "vragen van een actielijn"
        verbose_name_plural = "vragen van een actielijn"

    def __str__(self):
        return f"vragen bij traject {self.pk}"
