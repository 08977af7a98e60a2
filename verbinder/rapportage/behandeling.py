"""Beside a version: what each overleg did with it, and that it was withdrawn."""

from django.db import models

from regio.models import Besluituitkomst, Overleg
from verbinder.rapportage.models import Versie


class Behandeling(models.Model):
    """One overleg that had the version on its table. `naam` stays when an overleg is renamed."""

    versie = models.ForeignKey(Versie, models.PROTECT, related_name="behandelingen")
    overleg = models.ForeignKey(
        Overleg, models.PROTECT, null=True, blank=True, related_name="behandelde_rapporten"
    )
    naam = models.CharField("overleg", max_length=100)
    datum = models.DateField("datum van het overleg")
    uitkomst = models.CharField("uitkomst", max_length=15, choices=Besluituitkomst)
    opmerking = models.TextField("opmerking", max_length=2000, blank=True)
    op = models.DateTimeField("vastgelegd op")
    wie = models.CharField("vastgelegd door", max_length=200)

    class Meta:
        verbose_name = "behandeling van een rapport"
        verbose_name_plural = "behandelingen van rapporten"
        ordering = ["versie", "datum", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="behandeling_eenmaal_per_dag",
                fields=["versie", "naam", "datum"],
                violation_error_message=(
                    "Van dit overleg op deze dag is de uitkomst al vastgelegd. Kies een andere dag "
                    "of een ander overleg."
                ),
            )
        ]

    def __str__(self):
        return f"{self.naam} {self.datum}: {self.versie}"


class Intrekking(models.Model):
    """A version that was sent was taken back before it was adopted. Who read it, reads why."""

    versie = models.OneToOneField(Versie, models.PROTECT, related_name="intrekking")
    reden = models.CharField("reden van intrekken", max_length=500)
    op = models.DateTimeField("ingetrokken op")
    wie = models.CharField("ingetrokken door", max_length=200)

    class Meta:
        verbose_name = "intrekking van een rapport"
        verbose_name_plural = "intrekkingen van rapporten"
        ordering = ["op"]

    def __str__(self):
        return f"{self.versie} ingetrokken op {self.op:%d-%m-%Y}"

    @property
    def waarom(self) -> str:
        """The reason as a sentence."""
        return f"{self.reden.rstrip('.')}."
