"""Where somebody is and who answers for them, by date; and what they live on, by date."""

import pghistory
from django.db import models
from django.db.models import Q

from regio.models import Arbeidsmarktregio, Gemeente
from regio.models.velden import einde_na_begin, geen_overlap
from statushouders.codes import Uitkeringsoort, Verblijfsoort
from statushouders.models.statushouder import Statushouder
from statushouders.querysets import PersoonsgebondenQuerySet


@pghistory.track()
class Verblijf(models.Model):
    """Days in an azc, of koppeling to a gemeente, or of living in one.

    On a day the gemeente of the vestiging answers for somebody, else that of the koppeling; with
    neither the person is "nog niet gekoppeld" and belongs to the region of the azc.
    """

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="verblijven")
    soort = models.CharField("soort", max_length=10, choices=Verblijfsoort)
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, blank=True, related_name="+")
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    versie = models.PositiveIntegerField("versie", default=1)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "verblijf"
        verbose_name_plural = "verblijven"
        ordering = ["statushouder", "van"]
        constraints = [
            einde_na_begin("verblijf_einde_na_begin"),
            models.CheckConstraint(
                name="verblijf_heeft_gemeente",
                condition=Q(soort=Verblijfsoort.AZC) | Q(gemeente__isnull=False),
                violation_error_message="Kies de gemeente van de koppeling of vestiging.",
            ),
            geen_overlap(
                "verblijf_een_per_soort",
                "statushouder",
                "soort",
                zin="Er is al een verblijf van deze soort op een van deze dagen.",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} vanaf {self.van}"


@pghistory.track()
class Uitkering(models.Model):
    """Bijstand by date. A day without a row is "geen" for who has any row, else "onbekend"."""

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="uitkeringen")
    soort = models.CharField("soort", max_length=20, choices=Uitkeringsoort)
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    versie = models.PositiveIntegerField("versie", default=1)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "uitkering"
        verbose_name_plural = "uitkeringen"
        ordering = ["statushouder", "van"]
        constraints = [
            einde_na_begin("uitkering_einde_na_begin"),
            geen_overlap(
                "uitkering_een_tegelijk",
                "statushouder",
                zin="Er is al een uitkering op een van deze dagen.",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()} vanaf {self.van}"


class Ligging(models.Model):
    """Derived, by the database itself: in which region and gemeente somebody counts, by date.

    Kept by triggers on the verblijven and on the division of the country, so that no figure has
    to work it out. `gemeente` is empty for who is not yet gekoppeld. Periods of one person never
    overlap; days outside every region have no row. An ended gemeente is its successor.
    """

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="ligging")
    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, null=True, related_name="+")
    plaats = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met")

    class Meta:
        verbose_name = "ligging"
        verbose_name_plural = "liggingen"
        indexes = [
            models.Index(
                fields=["regio", "van", "tot_en_met"],
                include=["statushouder", "gemeente"],
                name="ligging_regio",
            ),
            models.Index(
                fields=["statushouder", "van"],
                include=["tot_en_met", "regio", "gemeente"],
                name="ligging_persoon",
            ),
        ]

    def __str__(self):
        return f"{self.van} tot en met {self.tot_en_met}"
