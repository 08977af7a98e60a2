"""A plaatsing: work, paid or not, study or a place to learn."""

import uuid

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from regio.models import Organisatie
from regio.models.velden import einde_na_begin
from statushouders.codes import Contractvorm, Niveau, Plaatsingsoort, Sector
from statushouders.models.statushouder import Statushouder
from statushouders.models.traject import Traject
from statushouders.querysets import PlaatsingQuerySet


@pghistory.track()
class Plaatsing(models.Model):
    """One place with one employer or school, from the first day to the last, both inclusive."""

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="plaatsingen")
    traject = models.ForeignKey(
        Traject, models.PROTECT, null=True, blank=True, related_name="plaatsingen"
    )
    leverancier = models.CharField("leverancier", max_length=6)
    referentie = models.CharField("referentie", max_length=60)
    soort = models.CharField("soort", max_length=20, choices=Plaatsingsoort)
    werkgever = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    sector = models.CharField("sector", max_length=1, choices=Sector, blank=True)
    begindatum = models.DateField("begindatum")
    einddatum = models.DateField("einddatum", null=True, blank=True)
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
    contractvorm = models.CharField("contractvorm", max_length=20, choices=Contractvorm, blank=True)
    functieniveau = models.CharField(
        "functieniveau", max_length=10, choices=Niveau, default=Niveau.ONBEKEND
    )
    afspraak_werkgever = models.BooleanField("via een afspraak met de werkgever", default=False)
    loonkostensubsidie = models.BooleanField("met loonkostensubsidie", default=False)
    ingetrokken_op = models.DateField("ten onrechte vastgelegd op", null=True, blank=True)
    intrekreden = models.CharField("reden van intrekken", max_length=200, blank=True)
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)
    versie = models.PositiveIntegerField("versie", default=1)

    objects = PlaatsingQuerySet.as_manager()

    class Meta:
        verbose_name = "plaatsing"
        verbose_name_plural = "plaatsingen"
        ordering = ["-begindatum", "-pk"]
        indexes = [
            models.Index(
                fields=["statushouder", "begindatum"],
                include=["einddatum", "soort"],
                name="plaatsing_persoon",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="plaatsing_referentie_uniek",
                fields=["leverancier", "referentie"],
                violation_error_message="Deze plaatsingsreferentie is al gebruikt.",
            ),
            einde_na_begin(
                "plaatsing_einde_na_begin",
                "begindatum",
                "einddatum",
                zin="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="plaatsing_uren_in_een_week",
                condition=Q(uren_per_week__isnull=True)
                | Q(uren_per_week__gte=0, uren_per_week__lte=60),
                violation_error_message="Vul een aantal uren in van 0 tot en met 60.",
            ),
            models.CheckConstraint(
                name="plaatsing_intrekking_heeft_reden",
                condition=Q(ingetrokken_op__isnull=True) | ~Q(intrekreden=""),
                violation_error_message="Geef een reden voor het intrekken.",
            ),
        ]

    def __str__(self):
        return f"plaatsing {self.pk}"
