"""The half-yearly report, in rows that are added and never changed.

A correction is a new row: figures measured again are a new `Momentopname`, a sentence rewritten is
a new `Tekst`, a step taken is a `Stap`. So nobody has to trust that an adopted report was left
alone: the app may not update or delete, a trigger refuses it to everyone, and after the
`Vaststelling` nothing can be added to the version either (verbinder/migrations/0002).
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from regio.models import Arbeidsmarktregio
from regio.perioden import Halfjaar, halfjaar_uit_code
from verbinder.rapportage.querysets import VersieQuerySet


class Rapportage(models.Model):
    """The report of one region about one half-year. Its content stands in versions."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="rapportages")
    halfjaar = models.CharField("halfjaar", max_length=6)

    class Meta:
        verbose_name = "rapportage"
        verbose_name_plural = "rapportages"
        ordering = ["-halfjaar", "regio"]
        constraints = [
            models.UniqueConstraint(
                name="rapportage_eenmaal_per_halfjaar",
                fields=["regio", "halfjaar"],
                violation_error_message="Deze regio heeft al een rapportage over dit halfjaar.",
            ),
            models.CheckConstraint(
                name="rapportage_halfjaar_klopt",
                condition=Q(halfjaar__regex=r"^20[0-9]{2}-[12]$"),
                violation_error_message="Schrijf het halfjaar als 2026-1 of 2026-2.",
            ),
        ]

    def __str__(self):
        return f"{self.regio.code} {self.halfjaar}"

    @property
    def periode(self) -> Halfjaar:
        return halfjaar_uit_code(self.halfjaar)


class Versie(models.Model):
    """Version 1, or a later one that stands beside it with its own vaststelling."""

    rapportage = models.ForeignKey(Rapportage, models.PROTECT, related_name="versies")
    nummer = models.PositiveSmallIntegerField("versie")
    gemaakt_op = models.DateTimeField("gemaakt op")
    wie = models.CharField("gemaakt door", max_length=200)

    objects = VersieQuerySet.as_manager()

    class Meta:
        verbose_name = "versie"
        verbose_name_plural = "versies"
        ordering = ["rapportage", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                name="versie_eenmaal_per_nummer",
                fields=["rapportage", "nummer"],
                violation_error_message="Deze versie van de rapportage bestaat al.",
            ),
            models.CheckConstraint(name="versie_begint_bij_een", condition=Q(nummer__gte=1)),
        ]

    def __str__(self):
        return f"{self.rapportage} versie {self.nummer}"


class Momentopname(models.Model):
    """The figures of a version as they were measured once, with all that explains them.

    `levering`: of each gemeente whether and when it delivered. `indeling`: the gemeenten of the
    region on the peildatum and during the period. `definities`: the words of each indicator as
    they were. `audit`: which tables the small-number audit left out. `vorig` and `jaar_eerder`
    are the published figures of the half-year before and of a year before, to compare with.
    """

    versie = models.ForeignKey(Versie, models.PROTECT, related_name="momentopnamen")
    volgnummer = models.PositiveSmallIntegerField("volgnummer")
    peildatum = models.DateField("peildatum")
    bekend_op = models.DateTimeField("bekend op")
    gemeten_op = models.DateTimeField("gemeten op")
    regel = models.CharField("regel voor kleine aantallen", max_length=50)
    # Of figures fit to be published: which measured ones they are. Only these are ever shown to
    # who may not count in the region.
    van = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="uitgaven")
    levering = models.JSONField("levering", default=list)
    indeling = models.JSONField("indeling", default=dict)
    definities = models.JSONField("definities", default=list)
    audit = models.JSONField("audit", default=dict)
    # Made by the strict rule after the vaststelling, for who does not belong to the region.
    openbaar = models.BooleanField("openbare versie", default=False)
    # What is known better of the half-year before: true values where measured, sentences to show
    # in the published form.
    herzien = models.JSONField("herzien sinds vaststelling", default=dict, blank=True)
    vorig = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    jaar_eerder = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "momentopname"
        verbose_name_plural = "momentopnamen"
        ordering = ["versie", "-volgnummer"]
        constraints = [
            models.UniqueConstraint(
                name="momentopname_eenmaal_per_volgnummer", fields=["versie", "volgnummer"]
            ),
            models.UniqueConstraint(
                name="momentopname_eenmaal_openbaar",
                fields=["versie"],
                condition=Q(openbaar=True),
                violation_error_message="Van dit rapport is al een openbare versie gemaakt.",
            ),
            models.CheckConstraint(
                name="momentopname_openbaar_is_gecontroleerd",
                condition=Q(openbaar=False) | Q(van__isnull=False),
            ),
        ]

    def __str__(self):
        return f"cijfers {self.volgnummer} van {self.versie}"

    @property
    def gemeten(self) -> "Momentopname":
        """The measured figures: these, or those that these are the published form of."""
        return self.van or self


class Eigencijfers(models.Model):
    """What one gemeente knows of itself in these figures: true values of all that is not zero.

    The audit attacks with them, and they are the gemeente's own confidential annex. Each of
    `cijfers` is indicator, uitsplitsing, categorie, teller, noemer, waarde.
    """

    momentopname = models.ForeignKey(Momentopname, models.PROTECT, related_name="eigen_cijfers")
    gemeente = models.CharField("code van de gemeente", max_length=6)
    cijfers = models.JSONField("cijfers", blank=True)

    class Meta:
        verbose_name = "eigen cijfers van een gemeente"
        verbose_name_plural = "eigen cijfers van gemeenten"
        # By number: who reads its own row may not read the measured figures that it belongs to.
        ordering = ["momentopname_id", "gemeente"]
        constraints = [
            models.UniqueConstraint(
                name="eigencijfers_eenmaal_per_gemeente", fields=["momentopname", "gemeente"]
            )
        ]

    def __str__(self):
        return f"{self.gemeente}: {self.momentopname}"


class Controle(models.Model):
    """One run of the small-number audit over the measured figures of a version.

    `bekend` are the publications that readers held at that moment; a run with others says nothing
    any more. `verslag` tells which cell gave cause for what was left out: for the verbinder only.
    """

    versie = models.ForeignKey(Versie, models.PROTECT, related_name="controles")
    momentopname = models.ForeignKey(Momentopname, models.PROTECT, related_name="controles")
    volgnummer = models.PositiveSmallIntegerField("volgnummer")
    openbaar = models.BooleanField("van de openbare versie", default=False)
    klaar = models.BooleanField("niets te herleiden")
    reden = models.CharField("waarom niet klaar", max_length=500, blank=True)
    bekend = models.JSONField("bekende publicaties", default=list, blank=True)
    verslag = models.JSONField("verslag", blank=True)
    op = models.DateTimeField("gecontroleerd op")
    wie = models.CharField("gecontroleerd door", max_length=200)

    class Meta:
        verbose_name = "controle op kleine aantallen"
        verbose_name_plural = "controles op kleine aantallen"
        ordering = ["versie", "-volgnummer"]
        constraints = [
            models.UniqueConstraint(
                name="controle_eenmaal_per_volgnummer", fields=["versie", "volgnummer"]
            )
        ]

    def __str__(self):
        return f"controle {self.volgnummer} van {self.versie}"


class Cijferplaats(models.Model):
    """Where a cell stands, as in the exchange format."""

    volgorde = models.PositiveIntegerField("volgorde")
    indicator = models.CharField("indicator", max_length=40)
    uitsplitsing = models.CharField("uitsplitsing", max_length=60)
    categorie = models.CharField("categorie", max_length=120)

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.indicator} {self.uitsplitsing} {self.categorie}"


class Cijfer(Cijferplaats):
    """A published cell: what everyone sees, and the published numbers behind it.

    `getal` is empty where `weergave` is a word. `teller` and `noemer` are the rounded numbers of a
    percentage; they are never the true ones.
    """

    momentopname = models.ForeignKey(Momentopname, models.PROTECT, related_name="cijfers")
    label = models.CharField("categorie op het scherm", max_length=250)
    eenheid = models.CharField("eenheid", max_length=20)
    maat = models.CharField("maat", max_length=20)
    status = models.CharField("status", max_length=40)
    weergave = models.CharField("weergave", max_length=60)
    getal = models.DecimalField(
        "gepubliceerd getal", max_digits=14, decimal_places=2, null=True, blank=True
    )
    teller = models.IntegerField("gepubliceerde teller", null=True, blank=True)
    noemer = models.IntegerField("gepubliceerde noemer", null=True, blank=True)
    samengevoegd = models.BooleanField("alleen in een samengevoegde lijst", default=False)

    class Meta:
        verbose_name = "cijfer"
        verbose_name_plural = "cijfers"
        ordering = ["momentopname", "volgorde"]
        constraints = [
            models.UniqueConstraint(
                name="cijfer_eenmaal_per_plaats",
                fields=["momentopname", "indicator", "uitsplitsing", "categorie"],
            )
        ]


class WaarCijfer(Cijferplaats):
    """The true value behind a cell. The database shows it to who may count in the region only."""

    momentopname = models.ForeignKey(Momentopname, models.PROTECT, related_name="ware_cijfers")
    teller = models.DecimalField("teller", max_digits=14, decimal_places=2, null=True)
    noemer = models.DecimalField("noemer", max_digits=14, decimal_places=2, null=True)
    waarde = models.DecimalField("waarde", max_digits=14, decimal_places=2, null=True)

    class Meta:
        verbose_name = "waar cijfer"
        verbose_name_plural = "ware cijfers"
        ordering = ["momentopname", "volgorde"]
        constraints = [
            models.UniqueConstraint(
                name="waar_cijfer_eenmaal_per_plaats",
                fields=["momentopname", "indicator", "uitsplitsing", "categorie"],
            )
        ]


class Tekst(models.Model):
    """What one part says. Numbers in it are references such as `{{A3}}`, filled in when shown."""

    versie = models.ForeignKey(Versie, models.PROTECT, related_name="teksten")
    deel = models.CharField("deel", max_length=40)
    volgnummer = models.PositiveIntegerField("volgnummer")
    tekst = models.TextField("tekst", max_length=10_000, blank=True)
    concept = models.BooleanField("gemaakt uit de cijfers", default=False)
    verhaal = models.BooleanField("vertelt over een persoon", default=False)
    mag_verhaal = models.BooleanField("geanonimiseerd of met toestemming", default=False)
    op = models.DateTimeField("geschreven op")
    wie = models.CharField("geschreven door", max_length=200)
    door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "tekst"
        verbose_name_plural = "teksten"
        ordering = ["versie", "deel", "-volgnummer"]
        constraints = [
            models.UniqueConstraint(
                name="tekst_eenmaal_per_volgnummer",
                fields=["versie", "deel", "volgnummer"],
                violation_error_message=(
                    "Iemand anders heeft dit deel net gewijzigd. Open het opnieuw en voeg uw "
                    "wijziging toe."
                ),
            ),
            models.CheckConstraint(
                name="tekst_verhaal_mag",
                condition=Q(verhaal=False) | Q(mag_verhaal=True),
                violation_error_message=(
                    "Een verhaal over een persoon mag alleen geanonimiseerd of met toestemming in "
                    "het rapport. Zet het vinkje als dat zo is, of haal het verhaal eruit."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.deel} van {self.versie}"


class Stapsoort(models.TextChoices):
    """The steps between the first figures and the vaststelling."""

    GESLOTEN = "gesloten", "Cijfers gesloten"
    VERSTUURD = "verstuurd", "Concept verstuurd"


class Stap(models.Model):
    """A step that was taken: by whom, when. Sending may happen again after a change of text."""

    versie = models.ForeignKey(Versie, models.PROTECT, related_name="stappen")
    soort = models.CharField("stap", max_length=20, choices=Stapsoort)
    op = models.DateTimeField("gezet op")
    wie = models.CharField("gezet door", max_length=200)

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ["versie", "op", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="cijfers_sluiten_eenmaal",
                fields=["versie"],
                condition=Q(soort="gesloten"),
                violation_error_message="De cijfers van deze versie zijn al gesloten.",
            )
        ]

    def __str__(self):
        return f"{self.get_soort_display()}: {self.versie}"


class Bestandsoort(models.TextChoices):
    """The forms of a report, by the name of their file."""

    PDF = "rapport.pdf", "Pdf"
    ODT = "rapport.odt", "ODT"
    ODS = "cijfers.ods", "ODS"
    XLSX = "cijfers.xlsx", "XLSX"
    CSV = "cijfers.csv", "CSV"


class Bestand(models.Model):
    """The bytes of one file, as they were sent, adopted or made public. `uitgave` counts the
    sendings."""

    versie = models.ForeignKey(Versie, models.PROTECT, related_name="bestanden")
    uitgave = models.PositiveSmallIntegerField("uitgave")
    openbaar = models.BooleanField("van de openbare versie", default=False)
    soort = models.CharField("soort", max_length=20, choices=Bestandsoort)
    inhoud = models.BinaryField("inhoud")
    grootte = models.PositiveIntegerField("grootte in bytes")
    sha256 = models.CharField("vingerafdruk", max_length=64)
    gemaakt_op = models.DateTimeField("gemaakt op")

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        ordering = ["versie", "-uitgave", "soort"]
        constraints = [
            models.UniqueConstraint(
                name="bestand_eenmaal_per_uitgave",
                fields=["versie", "uitgave", "soort", "openbaar"],
            )
        ]

    def __str__(self):
        return f"{self.soort} van {self.versie}"


class Uitkomst(models.TextChoices):
    """What an overleg did with the report."""

    INGESTEMD = "ingestemd", "Ingestemd"
    KENNISGENOMEN = "kennisgenomen", "Kennisgenomen"
    GEWIJZIGD = "gewijzigd", "Gewijzigd ingestemd"


class Vaststelling(models.Model):
    """The last word about a version, with the fingerprints of all that it consists of."""

    versie = models.OneToOneField(Versie, models.PROTECT, related_name="vaststelling")
    overleg = models.CharField("overleg", max_length=100)
    datum = models.DateField("datum van het overleg")
    uitkomst = models.CharField("uitkomst", max_length=20, choices=Uitkomst)
    opmerking = models.TextField("opmerking", max_length=2000, blank=True)
    op = models.DateTimeField("vastgelegd op")
    wie = models.CharField("vastgelegd door", max_length=200)
    sha256 = models.CharField("vingerafdruk van de inhoud", max_length=64)
    sha256_waar = models.CharField("vingerafdruk van de ware cijfers", max_length=64)

    class Meta:
        verbose_name = "vaststelling"
        verbose_name_plural = "vaststellingen"
        ordering = ["-datum"]

    def __str__(self):
        return f"{self.versie} vastgesteld op {self.datum}"
