"""The four actielijnen of the plan van aanpak, and the kinds of traject under them."""

from django.db import models
from django.db.models import Q

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
