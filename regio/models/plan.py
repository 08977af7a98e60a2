"""The plan van aanpak of a region: why, what for (doelen) and how (maatregelen), in versions."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from regio.models.beleid import Actielijn
from regio.models.indeling import Arbeidsmarktregio, Gemeente
from regio.models.velden import einde_na_begin
from regio.querysets import StukQuerySet, stukken_van


class PlanVanAanpak(models.Model):
    """The plan of one region for one period. What it says stands in its versions."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="plannen")
    titel = models.CharField("titel", max_length=150)
    van = models.DateField("eerste dag")
    tot_en_met = models.DateField("laatste dag")

    objects = StukQuerySet.as_manager()

    class Meta:
        verbose_name = "plan van aanpak"
        verbose_name_plural = "plannen van aanpak"
        ordering = ["-van"]
        constraints = [einde_na_begin("plan_einde_na_begin")]

    def __str__(self):
        return self.titel


class Planversie(models.Model):
    """One version of the plan. Adopted, it never changes; a change makes the next version."""

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="versies")
    nummer = models.PositiveSmallIntegerField("versie")
    analyse = models.TextField("analyse", max_length=20_000, blank=True)
    prioriteit = models.TextField(
        "voorrang tussen oude en nieuwe wetters", max_length=5_000, blank=True
    )
    hoogopgeleiden = models.TextField("aandacht voor hoogopgeleiden", max_length=5_000, blank=True)
    gemaakt_op = models.DateTimeField("gemaakt op")
    wie = models.CharField("gemaakt door", max_length=200)

    objects = stukken_van("plan__regio").as_manager()

    class Meta:
        verbose_name = "versie van het plan"
        verbose_name_plural = "versies van het plan"
        ordering = ["plan", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                name="planversie_eenmaal_per_nummer",
                fields=["plan", "nummer"],
                violation_error_message="Deze versie van het plan bestaat al.",
            )
        ]

    def __str__(self):
        return f"{self.plan} versie {self.nummer}"


class Planvaststelling(models.Model):
    """An overleg adopted a version. Nothing of that version changes after this."""

    versie = models.OneToOneField(Planversie, models.PROTECT, related_name="vaststelling")
    overleg = models.CharField("overleg", max_length=100)
    datum = models.DateField("datum van het overleg")
    opmerking = models.TextField("opmerking", max_length=2_000, blank=True)
    op = models.DateTimeField("vastgelegd op")
    wie = models.CharField("vastgelegd door", max_length=200)

    class Meta:
        verbose_name = "vaststelling van een plan"
        verbose_name_plural = "vaststellingen van plannen"
        ordering = ["-datum"]

    def __str__(self):
        return f"{self.versie} vastgesteld op {self.datum:%d-%m-%Y}"


class Richting(models.TextChoices):
    """Which side of the number is good."""

    MINSTENS = "minstens", "Minstens"
    HOOGSTENS = "hoogstens", "Hoogstens"


# The unit of a goal that is a share; its `aantal` is a whole percent.
PROCENT = "procent"


class Doel(models.Model):
    """A target: so many of a unit, in a period, in a territory, by which figure, from what source.

    `indicator` is the code of a figure, which this floor does not know; the upper floor checks it.
    `code` stays the same over versions. No gemeenten means the whole region.
    """

    versie = models.ForeignKey(Planversie, models.CASCADE, related_name="doelen")
    code = models.CharField("code", max_length=20)
    omschrijving = models.CharField("doel", max_length=200)
    actielijn = models.ForeignKey(
        Actielijn, models.PROTECT, null=True, blank=True, related_name="+"
    )
    indicator = models.CharField("cijfer", max_length=40)
    eenheid = models.CharField("eenheid", max_length=20)
    aantal = models.PositiveIntegerField("aantal")
    richting = models.CharField(
        "richting", max_length=9, choices=Richting, default=Richting.MINSTENS
    )
    begindatum = models.DateField("eerste dag")
    einddatum = models.DateField("laatste dag")
    gemeenten = models.ManyToManyField(Gemeente, blank=True, related_name="+")
    bron = models.CharField("bron", max_length=200)
    uitgangswaarde = models.PositiveIntegerField("uitgangswaarde", null=True, blank=True)
    uitgangsdatum = models.DateField("datum van de uitgangswaarde", null=True, blank=True)

    objects = stukken_van("versie__plan__regio").as_manager()

    class Meta:
        verbose_name = "doel"
        verbose_name_plural = "doelen"
        ordering = ["actielijn", "pk"]
        constraints = [
            einde_na_begin("doel_einde_na_begin", "begindatum", "einddatum"),
            models.UniqueConstraint(name="doel_eenmaal_per_code", fields=["versie", "code"]),
            models.CheckConstraint(
                name="doel_heeft_aantal",
                condition=Q(aantal__gt=0),
                violation_error_message="Vul een aantal in dat hoger is dan 0.",
            ),
            models.CheckConstraint(
                name="doel_procent_van_honderd",
                condition=~Q(eenheid=PROCENT)
                | Q(aantal__lte=100)
                & (Q(uitgangswaarde__isnull=True) | Q(uitgangswaarde__lte=100)),
                violation_error_message="Een percentage is hoogstens 100. Vul een lager getal in.",
            ),
            models.CheckConstraint(
                name="doel_heeft_eenheid",
                condition=~Q(eenheid=""),
                violation_error_message="Een doel heeft een eenheid. Kies wat u telt.",
            ),
            models.CheckConstraint(
                name="doel_uitgangswaarde_met_datum",
                condition=Q(uitgangswaarde__isnull=True, uitgangsdatum__isnull=True)
                | Q(uitgangswaarde__isnull=False, uitgangsdatum__isnull=False),
                violation_error_message="Vul bij de uitgangswaarde ook de datum in.",
            ),
        ]

    def __str__(self):
        return f"{self.omschrijving}: {self.streven}"

    @property
    def is_percentage(self) -> bool:
        return self.eenheid == PROCENT

    @property
    def grens(self) -> str:
        """`60`, `hoogstens 20`, `70 %`: the number that the goal names, with its direction."""
        aantal = f"{self.aantal:,}".replace(",", ".")
        if self.is_percentage:
            aantal += " %"
        return f"hoogstens {aantal}" if self.richting == Richting.HOOGSTENS else aantal

    @property
    def streven(self) -> str:
        """The same with its unit: `60 personen`, `hoogstens 10 %`."""
        return self.grens if self.is_percentage else f"{self.grens} {self.eenheid}"


class Partner(models.TextChoices):
    """With whom a measure is carried out."""

    UWV = "uwv", "UWV"
    SBB = "sbb", "SBB"
    ONDERWIJS = "onderwijs", "Onderwijs"
    WERKGEVERS = "werkgevers", "Werkgevers"
    VAKBONDEN = "vakbonden", "Vakbonden"
    VLUCHTELINGENWERK = "vluchtelingenwerk", "VluchtelingenWerk"
    UAF = "uaf", "UAF"
    WERKBEDRIJF = "werkbedrijf", "Sociaal werkbedrijf"
    WERKCENTRUM = "werkcentrum", "Werkcentrum of RMT"
    COA = "coa", "COA"


class Maatregel(models.Model):
    """What the region does, who sees to it, with whom and when. How it goes is a Maatregelstand."""

    versie = models.ForeignKey(Planversie, models.CASCADE, related_name="maatregelen")
    code = models.CharField("code", max_length=20)
    titel = models.CharField("maatregel", max_length=200)
    omschrijving = models.TextField("omschrijving", max_length=2_000, blank=True)
    actielijn = models.ForeignKey(
        Actielijn, models.PROTECT, null=True, blank=True, related_name="+"
    )
    trekker = models.CharField("trekker", max_length=100)
    partners = ArrayField(
        models.CharField(max_length=20, choices=Partner), default=list, blank=True
    )
    van = models.DateField("begint op", null=True, blank=True)
    tot_en_met = models.DateField("klaar op", null=True, blank=True)

    objects = stukken_van("versie__plan__regio").as_manager()

    class Meta:
        verbose_name = "maatregel"
        verbose_name_plural = "maatregelen"
        ordering = ["actielijn", "van", "pk"]
        constraints = [
            einde_na_begin("maatregel_einde_na_begin"),
            models.UniqueConstraint(name="maatregel_eenmaal_per_code", fields=["versie", "code"]),
        ]

    def __str__(self):
        return self.titel

    @property
    def partnernamen(self) -> str:
        return ", ".join(Partner(code).label for code in self.partners)


class Voortgang(models.TextChoices):
    """How far a measure is."""

    GEPLAND = "gepland", "Gepland"
    LOOPT = "loopt", "Loopt"
    VERTRAAGD = "vertraagd", "Vertraagd"
    KLAAR = "klaar", "Klaar"
    GESTOPT = "gestopt", "Gestopt"


class Maatregelstand(models.Model):
    """How far a measure was on a day. Kept beside the plan, so that an adopted plan stays as it is.

    It belongs to the code of the measure, so that the next version of the plan has it too.
    """

    plan = models.ForeignKey(PlanVanAanpak, models.PROTECT, related_name="standen")
    code = models.CharField("code", max_length=20)
    stand = models.CharField("stand", max_length=12, choices=Voortgang)
    opmerking = models.CharField("opmerking", max_length=500, blank=True)
    op = models.DateTimeField("vastgelegd op")
    wie = models.CharField("vastgelegd door", max_length=200)

    class Meta:
        verbose_name = "stand van een maatregel"
        verbose_name_plural = "standen van maatregelen"
        ordering = ["plan", "code", "-op"]

    def __str__(self):
        return f"{self.code}: {self.get_stand_display()}"
