"""The outbox: work for Celery, written in the transaction of the change itself."""

from django.db import models
from django.db.models import Q


class Opdracht(models.Model):
    """One piece of work that must happen once. The broker only rings the bell."""

    taak = models.CharField("taak", max_length=100)
    gegevens = models.JSONField("gegevens", default=dict)
    door_id = models.BigIntegerField("gebruiker", null=True)
    wie = models.CharField("wie", max_length=200)
    bereik = models.JSONField("bereik", default=dict)
    sleutel = models.CharField("eenmalige sleutel", max_length=200, unique=True)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    begonnen_op = models.DateTimeField("begonnen op", null=True, blank=True)
    klaar_op = models.DateTimeField("klaar op", null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    volgende_poging = models.DateTimeField("niet eerder dan", null=True, blank=True)
    fout = models.TextField("laatste fout", blank=True)
    voortgang = models.JSONField("voortgang", default=dict)

    class Meta:
        verbose_name = "opdracht"
        verbose_name_plural = "uitvak"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["id"], name="opdracht_open", condition=Q(klaar_op__isnull=True))
        ]

    def __str__(self):
        return f"{self.taak} {self.sleutel}"
