"""Contact with somebody, and what was promised for a day."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from statushouders.codes import Contactsoort, Gevolg
from statushouders.models.plaatsing import Plaatsing
from statushouders.models.plek import volg_zonder_plek
from statushouders.models.statushouder import Statushouder
from statushouders.models.traject import Traject
from statushouders.querysets import PersoonsgebondenQuerySet


@volg_zonder_plek("id")
class Contactmoment(models.Model):
    """One contact. The note is short and may be read by the person; no medical data."""

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="contactmomenten")
    leverancier = models.CharField("leverancier", max_length=6)
    datum = models.DateField("datum")
    soort = models.CharField(
        "soort", max_length=20, choices=Contactsoort, default=Contactsoort.GESPREK
    )
    volgnummer = models.PositiveSmallIntegerField("hoeveelste die dag", default=1)
    notitie = models.TextField("notitie", max_length=2000, blank=True)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    # What followed from it at once, so that it can be undone whole.
    gevolg = models.CharField("resultaat", max_length=10, choices=Gevolg, blank=True)
    traject = models.ForeignKey(Traject, models.SET_NULL, null=True, blank=True, related_name="+")
    plaatsing = models.ForeignKey(
        Plaatsing, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "contactmoment"
        verbose_name_plural = "contactmomenten"
        ordering = ["-datum", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="contact_eenmaal_per_volgnummer",
                fields=["statushouder", "leverancier", "datum", "soort", "volgnummer"],
                violation_error_message="Dit contactmoment is al vastgelegd.",
            )
        ]

    def __str__(self):
        return f"contact op {self.datum}"


@pghistory.track()
class Actie(models.Model):
    """A next step: what, by whom, when. Done or not."""

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="acties")
    omschrijving = models.CharField("volgende stap", max_length=200)
    datum = models.DateField("datum")
    voor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    klaar_op = models.DateField("gedaan op", null=True, blank=True)
    # The contact that it came from and the one that finished it, so that a contact can be undone.
    contact = models.ForeignKey(
        Contactmoment, models.SET_NULL, null=True, blank=True, related_name="volgende_stappen"
    )
    klaar_bij = models.ForeignKey(
        Contactmoment, models.SET_NULL, null=True, blank=True, related_name="afgeronde_stappen"
    )
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "actie"
        verbose_name_plural = "acties"
        ordering = ["datum", "pk"]
        indexes = [
            models.Index(
                fields=["voor", "datum"], name="actie_open", condition=Q(klaar_op__isnull=True)
            ),
            models.Index(fields=["statushouder", "datum"], name="actie_persoon"),
        ]

    def __str__(self):
        return f"actie op {self.datum}"
