"""What ties reports and plans to overleggen: on an agenda, and in a besluit."""

from django.db import models
from django.db.models import Q

from regio.models import Agendapunt, Besluit, Planversie
from regio.querysets import stukken_van
from verbinder.rapportage.models import Versie


class Agendastuk(models.Model):
    """A document on a point of an agenda: this version and no other, also when a newer comes.

    `ingetrokken_op`: taken back by who brought it; nothing can be decided on it any more.
    """

    agendapunt = models.ForeignKey(Agendapunt, models.CASCADE, related_name="stukken")
    rapport = models.ForeignKey(
        Versie, models.PROTECT, null=True, blank=True, related_name="agendastukken"
    )
    plan = models.ForeignKey(
        Planversie, models.PROTECT, null=True, blank=True, related_name="agendastukken"
    )
    op = models.DateTimeField("op de agenda gezet")
    wie = models.CharField("door", max_length=200)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    reden = models.CharField("reden van intrekken", max_length=200, blank=True)

    objects = stukken_van("agendapunt__vergadering__overleg__regio").as_manager()

    class Meta:
        verbose_name = "stuk op een agenda"
        verbose_name_plural = "stukken op agenda's"
        ordering = ["agendapunt", "op"]
        constraints = [
            models.CheckConstraint(
                name="agendastuk_rapport_of_plan",
                condition=Q(rapport__isnull=True, plan__isnull=False)
                | Q(rapport__isnull=False, plan__isnull=True),
                violation_error_message="Kies een rapport of een plan, een van beide.",
            ),
            models.UniqueConstraint(
                fields=["agendapunt", "rapport", "plan"],
                name="agendastuk_eenmaal",
                condition=Q(ingetrokken_op__isnull=True),
                nulls_distinct=False,
                violation_error_message="Dit stuk staat al bij dit agendapunt.",
            ),
        ]

    def __str__(self):
        return self.naam

    @property
    def waarom_weg(self) -> str:
        """Why it is withdrawn, from this agenda or as a report; empty when it is not."""
        if self.ingetrokken_op is not None:
            return self.reden
        intrekking = getattr(self.rapport, "intrekking", None)
        return intrekking.waarom if intrekking else ""

    @property
    def naam(self) -> str:
        """`Voortgangsrapportage 2026, 1e halfjaar, versie 1` or `Plan 2026, versie 2`."""
        if self.rapport is not None:
            return naam_van(self.rapport)
        if self.plan is None:
            return "–"
        return f"{self.plan.plan.titel}, versie {self.plan.nummer}"


class Rapportbesluit(models.Model):
    """A besluit about a version of a report: this version and no other."""

    besluit = models.OneToOneField(Besluit, models.PROTECT, related_name="over_rapport")
    rapport = models.ForeignKey(Versie, models.PROTECT, related_name="besluiten")

    class Meta:
        verbose_name = "besluit over een rapport"
        verbose_name_plural = "besluiten over rapporten"
        ordering = ["besluit__datum", "besluit__nummer"]

    def __str__(self):
        return f"{self.besluit}: {naam_van(self.rapport)}"


def naam_van(versie: Versie) -> str:
    """`Voortgangsrapportage 2026, 1e halfjaar, versie 1`."""
    return f"Voortgangsrapportage {versie.rapportage.periode.naam}, versie {versie.nummer}"
