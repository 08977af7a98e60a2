"""The four actielijnen of the plan van aanpak, and the kinds of traject under them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q

from regio.models.indeling import Arbeidsmarktregio
from regio.models.velden import GeldigQuerySet, einde_na_begin


class Actielijn(models.Model):
    """One line of action of "Statushouders aan het werk" (Kamerstuk 32824, nr. 389).

    Dated, so that a renumbering by later policy never touches history.
    """

    code = models.PositiveSmallIntegerField("nummer", primary_key=True)
    naam = models.CharField("naam", max_length=150)
    korte_naam = models.CharField("korte naam", max_length=40)
    van = models.DateField("van", null=True, blank=True)
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "actielijn"
        verbose_name_plural = "actielijnen"
        ordering = ["code"]
        constraints = [einde_na_begin("actielijn_einde_na_begin")]

    def __str__(self):
        return f"{self.code} {self.korte_naam}"


class TrajectsoortQuerySet(GeldigQuerySet):
    """Questions about kinds of traject."""

    def van_regio(self, regio):
        """The kinds that hold everywhere and those that `regio` added."""
        return self.filter(Q(regio=regio) | Q(regio__isnull=True))

    def te_kiezen(self, regio, *, op):
        """The kinds that `regio` uses on a day: none that it, or everyone, has retired."""
        buiten = Soortgebruik.objects.filter(regio=regio, soort=OuterRef("pk")).filter(
            Q(van__gt=op) | Q(tot_en_met__lt=op)
        )
        return self.van_regio(regio).geldig_op(op).filter(~Exists(buiten))


class Trajectsoort(models.Model):
    """A kind of traject. The usual actielijn is a proposal; the traject itself decides."""

    code = models.SlugField("code", max_length=40, unique=True)
    naam = models.CharField("naam", max_length=80)
    actielijn = models.ForeignKey(Actielijn, models.PROTECT, verbose_name="gebruikelijke actielijn")
    regio = models.ForeignKey(
        Arbeidsmarktregio,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="trajectsoorten",
        verbose_name="alleen in regio",
    )
    van = models.DateField("van", null=True, blank=True)
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    objects = TrajectsoortQuerySet.as_manager()

    class Meta:
        verbose_name = "trajectsoort"
        verbose_name_plural = "trajectsoorten"
        ordering = ["actielijn", "naam"]
        constraints = [einde_na_begin("trajectsoort_einde_na_begin")]

    def __str__(self):
        return self.naam


class Soortgebruik(models.Model):
    """How one region uses a kind of traject: with whom, for how long, and from when to when.

    Without a row a region uses a kind as everyone does. A retired kind stays on old cases.
    """

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="+")
    soort = models.ForeignKey(Trajectsoort, models.CASCADE, related_name="gebruik")
    aanbieder = models.ForeignKey(
        "regio.Organisatie",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="gebruikelijke aanbieder",
    )
    maanden = models.PositiveSmallIntegerField(
        "gebruikelijke duur in maanden",
        null=True,
        blank=True,
        validators=[
            MinValueValidator(1, "Vul een aantal maanden in van 1 tot en met 60."),
            MaxValueValidator(60, "Vul een aantal maanden in van 1 tot en met 60."),
        ],
    )
    van = models.DateField("van", null=True, blank=True)
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "gebruik van een trajectsoort"
        verbose_name_plural = "gebruik van trajectsoorten"
        constraints = [
            einde_na_begin("soortgebruik_einde_na_begin"),
            models.UniqueConstraint(
                name="soortgebruik_eenmaal_per_regio",
                fields=["regio", "soort"],
                violation_error_message="Deze regio heeft al afspraken over deze soort.",
            ),
        ]

    def __str__(self):
        return f"{self.soort} in {self.regio}"
