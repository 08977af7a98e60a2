"""Who wants a mail when there is a new report of a region."""

from django.conf import settings
from django.db import models

from regio.models import Arbeidsmarktregio


class Abonnement(models.Model):
    """A user and a region. Whether they may still read is asked when a mail is sent."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    regio = models.ForeignKey(Arbeidsmarktregio, models.CASCADE, related_name="+")
    sinds = models.DateTimeField("sinds")

    class Meta:
        verbose_name = "abonnement op rapporten"
        verbose_name_plural = "abonnementen op rapporten"
        ordering = ["gebruiker", "regio"]
        constraints = [
            models.UniqueConstraint(
                name="abonnement_eenmaal_per_regio",
                fields=["gebruiker", "regio"],
                violation_error_message="U hebt al een abonnement op deze regio.",
            )
        ]

    def __str__(self):
        return f"{self.gebruiker}: {self.regio}"
