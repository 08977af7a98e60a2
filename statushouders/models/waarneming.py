"""A colleague stands in for another, from a day to a day."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from regio.models.velden import GeldigQuerySet, einde_na_begin, geen_overlap


class Waarneming(models.Model):
    """The caseload of `voor` is also in the hands of `door_wie`. It opens no dossier by itself."""

    voor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="waargenomen", verbose_name="voor"
    )
    door_wie = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="waarnemingen", verbose_name="door"
    )
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met")
    gemaakt_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "waarneming"
        verbose_name_plural = "waarnemingen"
        ordering = ["van", "pk"]
        constraints = [
            einde_na_begin("waarneming_einde_na_begin"),
            models.CheckConstraint(
                name="waarneming_door_een_ander",
                condition=~Q(voor=F("door_wie")),
                violation_error_message="Kies een collega: niemand neemt voor zichzelf waar.",
            ),
            geen_overlap(
                "waarneming_een_tegelijk",
                "voor",
                "door_wie",
                zin="Deze collega neemt op een van deze dagen al waar.",
            ),
        ]

    def __str__(self):
        return f"{self.door_wie} voor {self.voor}"
