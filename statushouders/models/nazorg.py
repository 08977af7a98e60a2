"""Nazorg: the question, some months after work began, whether somebody is still at work.

The questions themselves follow from the plaatsingen (`statushouders.lijsten.nazorg`); only an
answer is a row. Figures read the plaatsingen and never an answer.
"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from statushouders.codes import NAZORG_NA_MAANDEN, Nazorgantwoord
from statushouders.models.plaatsing import Plaatsing
from statushouders.models.statushouder import Statushouder
from statushouders.querysets import PersoonsgebondenQuerySet


@pghistory.track()
class Nazorgmoment(models.Model):
    """One answer, on a day, to the question of so many months after a plaatsing began."""

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="nazorgmomenten")
    plaatsing = models.ForeignKey(Plaatsing, models.CASCADE, related_name="nazorgmomenten")
    maanden = models.PositiveSmallIntegerField("maanden na het begin")
    antwoord = models.CharField("nog aan het werk", max_length=3, choices=Nazorgantwoord)
    datum = models.DateField("beantwoord op")
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "nazorgmoment"
        verbose_name_plural = "nazorgmomenten"
        ordering = ["datum", "pk"]
        indexes = [models.Index(fields=["statushouder", "datum"], name="nazorg_persoon")]
        constraints = [
            models.UniqueConstraint(
                name="nazorg_eenmaal_per_maand",
                fields=["plaatsing", "maanden"],
                violation_error_message="Deze nazorgvraag is al beantwoord.",
            ),
            models.CheckConstraint(
                name="nazorg_na_een_drie_of_zes_maanden",
                condition=Q(maanden__in=NAZORG_NA_MAANDEN),
                violation_error_message="Nazorg is na 1, 3 en 6 maanden.",
            ),
        ]

    def __str__(self):
        return f"nazorg na {self.maanden} maanden"
