"""The ledger of a region: money in, carried over, committed and spent. Rows are only added.

A mistake is put right by a storno, a row that takes the first one back. The database refuses a
change, a closed year and more than there is (regio/migrations/0005_geld.sql). Money is kept per
pot: the year of the bijdrage that it came from and its kind. The year of a row is that of `datum`.
"""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear

from regio.models.beleid import Actielijn
from regio.models.gebruikers import Gebruiker
from regio.models.indeling import Arbeidsmarktregio, Gemeente
from regio.querysets import BoekingQuerySet

CENT = Decimal("0.01")
EERSTE_JAAR, LAATSTE_JAAR = 2015, 2100


class Geldsoort(models.TextChoices):
    """Where money comes from, which decides how it has to be accounted for."""

    DU = "du", "Decentralisatie-uitkering"
    SPUK = "spuk", "Specifieke uitkering"
    EIGEN = "eigen", "Eigen middelen"
    OVERIG = "overig", "Overig"


class Zekerheid(models.TextChoices):
    """How sure an amount is."""

    BEVESTIGD = "bevestigd", "Bevestigd"
    AANGEKONDIGD = "aangekondigd", "Aangekondigd, nog niet bevestigd"
    VERMELD = "vermeld", "Vermeld in een andere bron, niet zelf gezien"


class Kostensoort(models.TextChoices):
    """What money was spent on. An hour of the verbinder is priced by the first kind alone."""

    INZET = "inzet", "Inzet van de verbinder"
    ACTIVITEIT = "activiteit", "Trajecten en activiteiten"
    OVERIG = "overig", "Overig"


class Boeking(models.Model):
    """What every row of the ledger has. `bedrag` is above zero, and below it for a storno."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="+")
    soort = models.CharField("soort geld", max_length=10, choices=Geldsoort)
    herkomstjaar = models.PositiveSmallIntegerField("geld van het jaar")
    datum = models.DateField("datum")
    bedrag = models.DecimalField("bedrag", max_digits=12, decimal_places=2)
    omschrijving = models.CharField("omschrijving", max_length=200)
    kenmerk = models.CharField("kenmerk in de boekhouding", max_length=60, blank=True)
    storno_van = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="stornos"
    )
    geboekt_op = models.DateTimeField("geboekt op")
    wie = models.CharField("geboekt door", max_length=200)
    geboekt_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    goedgekeurd_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = BoekingQuerySet.as_manager()

    if TYPE_CHECKING:  # Django makes these on the tables themselves.
        storno_van_id: int | None
        stornos: Any

    class Meta:
        abstract = True
        ordering = ["-datum", "-pk"]

    def __str__(self):
        return f"{self.omschrijving} ({self.datum:%d-%m-%Y})"

    @property
    def jaar(self) -> int:
        """The year whose balance this row changes."""
        return self.datum.year

    @property
    def pot(self) -> tuple[int, str]:
        return self.herkomstjaar, self.soort


def van_een_boeking(naam: str) -> list[models.CheckConstraint]:
    """The rules about one row that all tables of the ledger share."""
    return [
        models.CheckConstraint(
            name=f"{naam}_bedrag_of_storno",
            condition=Q(storno_van__isnull=True, bedrag__gt=0)
            | Q(storno_van__isnull=False, bedrag__lt=0),
            violation_error_message="Een bedrag is hoger dan 0. Neem een boeking terug met storno.",
        ),
        models.CheckConstraint(
            name=f"{naam}_goedgekeurd_door_een_ander",
            condition=Q(goedgekeurd_door__isnull=True)
            | Q(geboekt_door__isnull=True)
            | ~Q(goedgekeurd_door=F("geboekt_door")),
            violation_error_message="Wie boekt, keurt niet zelf goed. Vraag een ander.",
        ),
        models.CheckConstraint(
            name=f"{naam}_jaren_kloppen",
            condition=Q(herkomstjaar__gte=EERSTE_JAAR, herkomstjaar__lte=LAATSTE_JAAR)
            & Q(herkomstjaar__lte=ExtractYear("datum")),
            violation_error_message="Geld van een jaar boekt u op of na 1 januari van dat jaar.",
        ),
    ]


class Circulairelading(models.Model):
    """One loading of a table of bijdragen for many regions at once."""

    naam = models.CharField("bestand", max_length=255)
    op = models.DateTimeField("geladen op")
    wie = models.CharField("geladen door", max_length=200)

    class Meta:
        verbose_name = "lading van een circulaire"
        verbose_name_plural = "ladingen van circulaires"
        ordering = ["-op"]

    def __str__(self):
        return f"{self.naam}, {self.op:%d-%m-%Y}"


class Bijdrage(Boeking):
    """Money that a region receives for a year (`herkomstjaar`), with its source and its doubt."""

    circulaire = models.CharField("circulaire of beschikking", max_length=100)
    besluit = models.CharField("besluit", max_length=200, blank=True)
    bron = models.CharField("bron", max_length=300)
    zekerheid = models.CharField("zekerheid", max_length=12, choices=Zekerheid)
    twijfel = models.TextField("wat nog niet zeker is", max_length=1000, blank=True)
    lading = models.ForeignKey(
        Circulairelading, models.PROTECT, null=True, blank=True, related_name="bijdragen"
    )

    class Meta(Boeking.Meta):
        verbose_name = "bijdrage"
        verbose_name_plural = "bijdragen"
        constraints = van_een_boeking("bijdrage")


class Doorschuiving(Boeking):
    """Money that moves from one year to a later one, by a besluit. One row, so in equals out.

    `datum` is the last day of the year it leaves; it arrives on 1 January of `naar_jaar`.
    """

    naar_jaar = models.PositiveSmallIntegerField("naar het jaar")
    besluit = models.CharField("besluit", max_length=200)
    besluit_datum = models.DateField("datum van het besluit")

    class Meta(Boeking.Meta):
        verbose_name = "doorschuiving"
        verbose_name_plural = "doorschuivingen"
        constraints = [
            *van_een_boeking("doorschuiving"),
            models.CheckConstraint(
                name="doorschuiving_naar_later",
                condition=Q(naar_jaar__gt=ExtractYear("datum")) & Q(naar_jaar__lte=LAATSTE_JAAR),
                violation_error_message="U schuift geld door naar een later jaar.",
            ),
            models.CheckConstraint(
                name="doorschuiving_op_laatste_dag",
                condition=Q(datum__month=12, datum__day=31),
                violation_error_message="Geld verlaat een jaar op 31 december.",
            ),
            models.CheckConstraint(
                name="doorschuiving_heeft_besluit",
                condition=~Q(besluit=""),
                violation_error_message="Doorschuiven kan alleen met een besluit. Vul het in.",
            ),
        ]

    @property
    def van_jaar(self) -> int:
        return self.datum.year


class Kosten(Boeking):
    """What commitments and spending share: what for, and by which actielijn."""

    kostensoort = models.CharField("kostensoort", max_length=12, choices=Kostensoort)
    actielijn = models.ForeignKey(
        Actielijn, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Said in words by whoever booked: this takes more than there is left.
    met_tekort = models.BooleanField("met een tekort geboekt", default=False)

    class Meta(Boeking.Meta):
        abstract = True


class Verplichting(Kosten):
    """Money that is committed: a contract, a detachering. What is not spent of it is still open.

    A storno may take back a part: what of the commitment lapses. On the turn of the year what is
    open moves on as a new row, `vervolg_op` the old one.
    """

    tegenpartij = models.CharField("met wie", max_length=150)
    vervolg_op = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="vervolgen"
    )

    class Meta(Kosten.Meta):
        verbose_name = "verplichting"
        verbose_name_plural = "verplichtingen"
        constraints = van_een_boeking("verplichting")


class Besteding(Kosten):
    """Money that was spent, on a verplichting or apart. `boekdatum` is its day in other books."""

    verplichting = models.ForeignKey(
        Verplichting, models.PROTECT, null=True, blank=True, related_name="bestedingen"
    )
    boekdatum = models.DateField("boekdatum in de administratie", null=True, blank=True)
    gemeenten = models.ManyToManyField(Gemeente, through="Bestedingsdeel", related_name="+")

    class Meta(Kosten.Meta):
        verbose_name = "besteding"
        verbose_name_plural = "bestedingen"
        constraints = [
            *van_een_boeking("besteding"),
            models.UniqueConstraint(
                name="besteding_kenmerk_eenmaal",
                fields=["regio", "kenmerk"],
                condition=Q(storno_van__isnull=True) & ~Q(kenmerk=""),
                violation_error_message="Er is al een besteding met dit kenmerk.",
            ),
        ]


class Bestedingsdeel(models.Model):
    """What of a besteding was for one gemeente. The parts of a besteding add up to it.

    A besteding without parts is for the region as a whole.
    """

    besteding = models.ForeignKey(Besteding, models.PROTECT, related_name="delen")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    bedrag = models.DecimalField("bedrag", max_digits=12, decimal_places=2)

    class Meta:
        verbose_name = "deel van een besteding"
        verbose_name_plural = "delen van bestedingen"
        ordering = ["besteding", "gemeente"]
        constraints = [
            models.UniqueConstraint(
                name="bestedingsdeel_eenmaal_per_gemeente", fields=["besteding", "gemeente"]
            )
        ]

    def __str__(self):
        return f"{self.gemeente}: {self.bedrag}"
