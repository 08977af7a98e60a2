"""Who is verbinder, for how many hours, and the hours that were worked."""

from datetime import timedelta

import pghistory
from django.db import models
from django.db.models import F, Q

from regio.models.beleid import Actielijn
from regio.models.gebruikers import Gebruiker, Recht
from regio.models.indeling import Arbeidsmarktregio
from regio.models.velden import GeldigQuerySet, einde_na_begin, geen_overlap


class Standplaats(models.TextChoices):
    """Where a verbinder works from. It says nothing about rights or money."""

    CENTRUMGEMEENTE = "centrumgemeente", "Centrumgemeente"
    WERKCENTRUM = "werkcentrum", "Werkcentrum of RMT"
    ANDERS = "anders", "Ergens anders"


@pghistory.track()
class Aanstelling(models.Model):
    """One person as verbinder of one region, or a vacancy: hours without a person.

    Somebody shared by two regions has two rows, a region with two verbinders too. The database
    keeps `recht`, which gives access, on the same days, and who changed what when.
    """

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="aanstellingen")
    gebruiker = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="aanstellingen"
    )
    recht = models.OneToOneField(
        Recht, models.PROTECT, null=True, blank=True, related_name="aanstelling"
    )
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=2)
    van = models.DateField("eerste dag")
    tot_en_met = models.DateField("laatste dag", null=True, blank=True)
    standplaats = models.CharField("standplaats", max_length=20, choices=Standplaats)
    werkgever = models.CharField("in dienst bij", max_length=150, blank=True)

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "aanstelling"
        verbose_name_plural = "aanstellingen"
        ordering = ["regio", "van"]
        constraints = [
            einde_na_begin("aanstelling_einde_na_begin"),
            models.CheckConstraint(
                name="aanstelling_uren_kunnen",
                condition=Q(uren_per_week__gt=0, uren_per_week__lte=60),
                violation_error_message="Vul een aantal uren in tussen 0 en 60.",
            ),
            models.CheckConstraint(
                name="aanstelling_recht_voor_iemand",
                condition=Q(gebruiker__isnull=True, recht__isnull=True)
                | Q(gebruiker__isnull=False, recht__isnull=False),
            ),
            geen_overlap(
                "aanstelling_eenmaal_tegelijk",
                "gebruiker",
                "regio",
                zin="Deze persoon is op een van deze dagen al aangesteld in deze regio.",
            ),
        ]

    def __str__(self):
        return f"{self.gebruiker or 'Vacature'}, {self.regio}"

    @property
    def is_vacature(self) -> bool:
        return self.gebruiker_id is None

    def loopt_op(self, dag) -> bool:
        """Whether `dag` is one of its days."""
        return self.van <= dag and (self.tot_en_met is None or self.tot_en_met >= dag)


class Urenverdeling(models.Model):
    """How many of the hours of an aanstelling are meant for one actielijn, per week.

    What is not divided is for the work as a whole.
    """

    aanstelling = models.ForeignKey(Aanstelling, models.CASCADE, related_name="verdeling")
    actielijn = models.ForeignKey(Actielijn, models.PROTECT, related_name="+")
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=2)

    class Meta:
        verbose_name = "verdeling van uren"
        verbose_name_plural = "verdelingen van uren"
        ordering = ["aanstelling", "actielijn"]
        constraints = [
            models.UniqueConstraint(
                name="urenverdeling_eenmaal", fields=["aanstelling", "actielijn"]
            ),
            models.CheckConstraint(
                name="urenverdeling_boven_nul",
                condition=Q(uren_per_week__gt=0),
                violation_error_message="Vul meer dan 0 uren in, of laat het leeg.",
            ),
        ]

    def __str__(self):
        return f"{self.uren_per_week} uur per week voor {self.actielijn}"


class UreninzetQuerySet(models.QuerySet):
    """Hours that were booked."""

    def staand(self):
        """Lines that stand: neither taken back nor a storno."""
        return self.filter(storno_van__isnull=True, stornos__isnull=True)


class Ureninzet(models.Model):
    """Hours of one verbinder in one week, for one actielijn or in general. Only added to.

    A week that a half-year divides has two lines, each with its own first day (`dag`).
    """

    aanstelling = models.ForeignKey(Aanstelling, models.PROTECT, related_name="ureninzet")
    dag = models.DateField("eerste dag")
    actielijn = models.ForeignKey(
        Actielijn, models.PROTECT, null=True, blank=True, related_name="+"
    )
    uren = models.DecimalField("uren", max_digits=5, decimal_places=2)
    storno_van = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="stornos"
    )
    geboekt_op = models.DateTimeField("geboekt op")
    wie = models.CharField("geboekt door", max_length=200)

    objects = UreninzetQuerySet.as_manager()

    class Meta:
        verbose_name = "ureninzet"
        verbose_name_plural = "ureninzet"
        ordering = ["-dag", "actielijn"]
        constraints = [
            models.CheckConstraint(
                name="uren_boven_nul_of_storno",
                condition=Q(storno_van__isnull=True, uren__gt=0, uren__lte=80)
                | Q(storno_van__isnull=False, uren__lt=0),
                violation_error_message="Vul uren in tussen 0 en 80 per week.",
            ),
            models.UniqueConstraint(
                name="uren_eenmaal_teruggenomen",
                fields=["storno_van"],
                condition=Q(storno_van__isnull=False),
            ),
        ]
        indexes = [models.Index(F("aanstelling"), F("dag"), name="uren_van_week")]

    def __str__(self):
        return f"{self.uren} uur vanaf {self.dag:%d-%m-%Y}"


def maandag(dag):
    """The Monday of the week of `dag`."""
    return dag - timedelta(days=dag.weekday())
