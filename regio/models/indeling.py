"""How the country is divided: gemeenten, arbeidsmarktregio's, and who belonged where, when.

Source: `regio/gegevens/` (CBS, RvIG), described in its LEESMIJ.
"""

from django.db import models
from django.db.models import Q

from regio.models.velden import GeldigQuerySet, einde_na_begin, geen_overlap


class Arbeidsmarktregio(models.Model):
    """One of the 35 regions, with the CBS code (`AM12`)."""

    code = models.CharField("code", max_length=4, unique=True)
    naam = models.CharField("naam", max_length=100)
    eerdere_naam = models.CharField("naam in 2021", max_length=100, blank=True)
    bron = models.TextField("bron")
    in_gebruik_sinds = models.DateField("in gebruik sinds", null=True, blank=True)

    class Meta:
        verbose_name = "arbeidsmarktregio"
        verbose_name_plural = "arbeidsmarktregio's"
        ordering = ["naam"]

    def __str__(self):
        return self.naam


class GemeenteQuerySet(models.QuerySet):
    """Questions about gemeenten on a day."""

    def bestaand_op(self, dag):
        """The gemeenten that existed on `dag`."""
        return self.filter(
            Q(van__isnull=True) | Q(van__lte=dag),
            Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=dag),
        )

    def in_regio(self, regio, *, op):
        """The gemeenten that made up `regio` on day `op`."""
        leden = GemeenteInRegio.objects.filter(regio=regio).geldig_op(op)
        return self.filter(pk__in=leden.values("gemeente"))

    def in_regio_tijdens(self, regio, periode):
        """The gemeenten that were a member of `regio` on any day of `periode`."""
        leden = GemeenteInRegio.objects.filter(
            Q(van__isnull=True) | Q(van__lt=periode.tot),
            Q(tot_en_met__isnull=True) | Q(tot_en_met__gte=periode.van),
            regio=regio,
        )
        return self.filter(pk__in=leden.values("gemeente"))


class Gemeente(models.Model):
    """A gemeente with its CBS code (`GM0402`), its first and last day, and who follows it."""

    code = models.CharField("code", max_length=6, unique=True)
    naam = models.CharField("naam", max_length=100)
    naam_varianten = models.JSONField("andere schrijfwijzen", default=list, blank=True)
    provincie = models.CharField("provincie", max_length=50)
    van = models.DateField("eerste dag", null=True, blank=True)
    tot_en_met = models.DateField("laatste dag", null=True, blank=True)
    opvolger = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="voorgangers"
    )
    einde_voorgenomen = models.BooleanField("einde is nog een voornemen", default=False)
    inwoners = models.PositiveIntegerField("inwoners", null=True, blank=True)
    inwoners_peildatum = models.DateField("peildatum inwoners", null=True, blank=True)
    bron = models.TextField("bron")

    objects = GemeenteQuerySet.as_manager()

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["naam"]
        constraints = [
            einde_na_begin("gemeente_einde_na_begin"),
            models.CheckConstraint(
                name="gemeente_einde_heeft_opvolger",
                condition=Q(tot_en_met__isnull=True, opvolger__isnull=True)
                | Q(tot_en_met__isnull=False, opvolger__isnull=False),
                violation_error_message=(
                    "Een gemeente die ophoudt te bestaan, heeft een opvolger, en omgekeerd."
                ),
            ),
        ]

    def __str__(self):
        return self.naam

    def bestaat_op(self, dag) -> bool:
        """Whether the gemeente exists on `dag`."""
        return (self.van is None or self.van <= dag) and (
            self.tot_en_met is None or dag <= self.tot_en_met
        )


class GemeenteInRegio(models.Model):
    """The days on which a gemeente belonged to an arbeidsmarktregio. Periods never overlap."""

    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="lidmaatschappen")
    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="lidmaatschappen")
    van = models.DateField("van", null=True, blank=True)
    van_geschat = models.BooleanField("begin is geschat", default=False)
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    bron = models.TextField("bron")

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "gemeente in regio"
        verbose_name_plural = "gemeenten in regio's"
        ordering = ["gemeente", "van"]
        constraints = [
            einde_na_begin("lidmaatschap_einde_na_begin"),
            geen_overlap(
                "gemeente_op_elke_dag_in_een_regio",
                "gemeente",
                zin="Deze gemeente hoort op een van deze dagen al bij een regio.",
            ),
        ]

    def __str__(self):
        return f"{self.gemeente} in {self.regio}"


class Centrumgemeente(models.Model):
    """The gemeente that received and accounted for the money of a region, by date."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="centrumgemeenten")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    van = models.DateField("van", null=True, blank=True)
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    bevestigd = models.BooleanField("bevestigd", default=False)
    bron = models.TextField("bron")

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "centrumgemeente"
        verbose_name_plural = "centrumgemeenten"
        ordering = ["regio", "van"]
        constraints = [
            einde_na_begin("centrumgemeente_einde_na_begin"),
            geen_overlap(
                "regio_heeft_een_centrumgemeente",
                "regio",
                zin="Deze regio heeft op een van deze dagen al een centrumgemeente.",
            ),
        ]

    def __str__(self):
        return f"{self.gemeente} voor {self.regio}"
