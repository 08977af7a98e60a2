"""What works: a region describes a way of working, for other regions to read."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from regio.models.beleid import Actielijn
from regio.models.indeling import Arbeidsmarktregio
from regio.querysets import StukQuerySet


class Groep(models.TextChoices):
    """For whom a way of working is meant."""

    ALLEN = "allen", "Iedereen"
    AZC = "azc", "Mensen in een azc"
    NIEUWE_WET = "nieuwe_wet", "Nieuwe wetters (Wi2021)"
    OUDE_WET = "oude_wet", "Oude wetters (Wi2013 en eerder)"
    JONGEREN = "jongeren", "Jongeren"
    VROUWEN = "vrouwen", "Vrouwen"
    HOOGOPGELEID = "hoogopgeleid", "Hoogopgeleiden"
    LAAGTAALVAARDIG = "laagtaalvaardig", "Mensen die nog weinig Nederlands spreken"
    ONDERNEMERS = "ondernemers", "Ondernemers"


class WerkwijzeQuerySet(StukQuerySet):
    """Every user reads what is shared; a draft only who writes for its region."""

    def zichtbaar_voor(self, bereik):
        return self.filter(Q(gedeeld=True) | Q(regio__in=bereik.schrijfregios))


class Werkwijze(models.Model):
    """A way of working: situation, approach, cost, result by a figure, and whom to ask.

    `contact` is a function, never a name. The result is read from published figures
    (`indicator`, `halfjaar`), so that it is what the region itself stands for.
    """

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="werkwijzen")
    titel = models.CharField("titel", max_length=120)
    situatie = models.TextField("situatie", max_length=3_000)
    aanpak = models.TextField("aanpak", max_length=6_000)
    kosten = models.TextField("kosten", max_length=1_000)
    resultaat = models.TextField("wat het opleverde", max_length=2_000, blank=True)
    indicator = models.CharField("cijfer", max_length=40, blank=True)
    halfjaar = models.CharField("halfjaar", max_length=6, blank=True)
    contact = models.CharField("contact (functie)", max_length=120)
    actielijn = models.ForeignKey(
        Actielijn, models.PROTECT, null=True, blank=True, related_name="+"
    )
    groepen = ArrayField(models.CharField(max_length=20, choices=Groep), default=list)
    gedeeld = models.BooleanField("gedeeld met andere regio's", default=False)
    gewijzigd_op = models.DateTimeField("gewijzigd op")
    wie = models.CharField("gewijzigd door", max_length=200)

    objects = WerkwijzeQuerySet.as_manager()

    class Meta:
        verbose_name = "werkwijze"
        verbose_name_plural = "werkwijzen"
        ordering = ["-gewijzigd_op"]
        constraints = [
            models.UniqueConstraint(
                name="werkwijze_titel_eenmaal",
                fields=["regio", "titel"],
                violation_error_message="Uw regio heeft al een werkwijze met deze titel.",
            ),
            models.CheckConstraint(
                name="werkwijze_cijfer_met_halfjaar",
                condition=Q(indicator="", halfjaar="") | (~Q(indicator="") & ~Q(halfjaar="")),
                violation_error_message="Kies bij een cijfer ook het halfjaar, of geen van beide.",
            ),
        ]

    def __str__(self):
        return self.titel

    @property
    def groepsnamen(self) -> str:
        return ", ".join(Groep(code).label for code in self.groepen)
