"""Two dossiers of one person: merged, with all that is needed to undo it; or known to be of two."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from statushouders.models.statushouder import Statushouder
from statushouders.querysets import PersoonsgebondenQuerySet


class Samenvoeging(models.Model):
    """The dossier `ander` went into that of `statushouder`. Undone once, completely.

    `inhoud` says which rows moved, which were made and which facts were filled in: keys and codes,
    never a name, a note or a kenmerk.
    """

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="samenvoegingen")
    ander = models.ForeignKey(Statushouder, models.CASCADE, related_name="opgegaan_in")
    op = models.DateTimeField("samengevoegd op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    inhoud = models.JSONField("wat er veranderde", default=dict)
    ongedaan_op = models.DateTimeField("ongedaan gemaakt op", null=True, blank=True)
    ongedaan_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        ordering = ["-op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="samenvoeging_van_twee",
                condition=~Q(statushouder=F("ander")),
                violation_error_message="Kies twee verschillende dossiers.",
            ),
            models.UniqueConstraint(
                name="samenvoeging_eenmaal_tegelijk",
                fields=["ander"],
                condition=Q(ongedaan_op__isnull=True),
                violation_error_message="Dit dossier is al samengevoegd.",
            ),
        ]

    def __str__(self):
        return f"samenvoeging {self.pk}"


class NietDezelfde(models.Model):
    """Somebody looked and said: these are two people. `statushouder` has the smaller number."""

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="+")
    ander = models.ForeignKey(Statushouder, models.CASCADE, related_name="+")
    op = models.DateTimeField("bekeken op")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "niet dezelfde persoon"
        verbose_name_plural = "niet dezelfde persoon"
        constraints = [
            models.CheckConstraint(
                name="niet_dezelfde_in_volgorde",
                condition=Q(statushouder__lt=F("ander")),
                violation_error_message="Kies twee verschillende dossiers.",
            ),
            models.UniqueConstraint(name="niet_dezelfde_eenmaal", fields=["statushouder", "ander"]),
        ]

    def __str__(self):
        return f"niet dezelfde {self.pk}"
