"""Organisations around the work, and the dated participation of gemeenten."""

from django.db import models

from regio.models.indeling import Arbeidsmarktregio, Gemeente
from regio.models.velden import GeldigQuerySet, einde_na_begin, geen_overlap


class Organisatiesoort(models.TextChoices):
    """What an organisation is to the region."""

    AANBIEDER = "aanbieder", "Aanbieder"
    WERKGEVER = "werkgever", "Werkgever"
    WERKCENTRUM = "werkcentrum", "Werkcentrum / RMT"
    WSP = "wsp", "Werkgeversservicepunt"
    UWV = "uwv", "UWV"
    AZC = "azc", "Azc"
    ONDERWIJS = "onderwijs", "Onderwijs"
    UAF = "uaf", "UAF"
    VLUCHTELINGENWERK = "vluchtelingenwerk", "VluchtelingenWerk"
    OVERIG = "overig", "Overig"


class Organisatie(models.Model):
    """An organisation as one region knows it. A name stands once per kind, however spelled.

    Who is retired (`tot_en_met`) stays on old cases and is no choice for new ones.
    """

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="organisaties")
    soort = models.CharField("soort", max_length=20, choices=Organisatiesoort)
    naam = models.CharField("naam", max_length=150)
    zoeknaam = models.CharField("zoeknaam", max_length=150, editable=False)
    van = models.DateField("van", null=True, blank=True)
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                name="organisatie_eenmaal_per_soort",
                fields=["regio", "soort", "zoeknaam"],
                violation_error_message="Deze organisatie staat al in de lijst.",
            ),
            einde_na_begin("organisatie_einde_na_begin"),
        ]

    def __str__(self):
        return self.naam


class Deelname(models.Model):
    """A gemeente takes part: since when, by which agreement, and with or without names.

    Without it the verbinder sees nothing of the gemeente but what it publishes. Sharing persons
    in a region needs a legal basis and an agreement (AVG art. 6 and 26).
    """

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="deelnames")
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    overeenkomst = models.CharField("overeenkomst", max_length=200)
    grondslag = models.CharField("grondslag", max_length=200)
    met_namen = models.BooleanField("met namen", default=True)

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["gemeente", "van"]
        constraints = [
            einde_na_begin("deelname_einde_na_begin"),
            geen_overlap(
                "gemeente_neemt_eenmaal_deel",
                "gemeente",
                zin="Deze gemeente doet op een van deze dagen al mee.",
            ),
        ]

    def __str__(self):
        return f"{self.gemeente} doet mee vanaf {self.van}"
