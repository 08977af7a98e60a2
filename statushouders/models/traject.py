"""A traject: one person's route along one actielijn."""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from regio.models import Actielijn, Organisatie, Trajectsoort
from regio.models.velden import einde_na_begin
from statushouders.codes import Eindreden
from statushouders.models.statushouder import Statushouder
from statushouders.querysets import TrajectQuerySet


@pghistory.track()
class Traject(models.Model):
    """From the first day to the last, both inclusive. A restart is a new row.

    Several trajecten may run at once. The actielijn is the traject's own, not the person's.
    """

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="trajecten")
    leverancier = models.CharField("leverancier", max_length=6)
    referentie = models.CharField("referentie", max_length=60)
    actielijn = models.ForeignKey(Actielijn, models.PROTECT, related_name="+")
    soort = models.ForeignKey(Trajectsoort, models.PROTECT, related_name="+")
    aanbieder = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    begindatum = models.DateField("begindatum")
    verwachte_einddatum = models.DateField("verwachte einddatum", null=True, blank=True)
    einddatum = models.DateField("einddatum", null=True, blank=True)
    eindreden = models.CharField("eindreden", max_length=30, choices=Eindreden, blank=True)
    intrekreden = models.CharField("reden van intrekken", max_length=200, blank=True)
    contactpersoon = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)
    versie = models.PositiveIntegerField("versie", default=1)

    objects = TrajectQuerySet.as_manager()

    class Meta:
        verbose_name = "traject"
        verbose_name_plural = "trajecten"
        ordering = ["-begindatum", "-pk"]
        indexes = [
            models.Index(
                fields=["statushouder", "begindatum"],
                include=["einddatum", "actielijn", "soort", "eindreden"],
                name="traject_persoon",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="traject_referentie_uniek",
                fields=["leverancier", "referentie"],
                violation_error_message="Deze trajectreferentie is al gebruikt.",
            ),
            einde_na_begin(
                "traject_einde_na_begin",
                "begindatum",
                "einddatum",
                zin="De einddatum ligt voor de begindatum.",
            ),
            einde_na_begin(
                "traject_verwacht_einde_na_begin",
                "begindatum",
                "verwachte_einddatum",
                zin="De verwachte einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                name="traject_intrekreden_bij_correctie",
                condition=Q(intrekreden="") | Q(eindreden=Eindreden.CORRECTIE),
                violation_error_message=(
                    "Alleen een traject dat ten onrechte is vastgelegd, heeft een reden van "
                    "intrekken."
                ),
            ),
            models.CheckConstraint(
                name="traject_eindreden_bij_einddatum",
                condition=Q(einddatum__isnull=True, eindreden="")
                | (Q(einddatum__isnull=False) & ~Q(eindreden="")),
                violation_error_message=(
                    "Een afgesloten traject heeft een einddatum en een eindreden; "
                    "een lopend traject geen van beide."
                ),
            ),
        ]

    def __str__(self):
        return f"traject {self.pk}"

    def loopt_op(self, dag) -> bool:
        """Whether `dag` is a day of this traject, corrections aside."""
        return (
            self.eindreden != Eindreden.CORRECTIE
            and self.begindatum <= dag
            and (self.einddatum is None or dag <= self.einddatum)
        )
