"""The overleggen of a region: members, meetings, agenda, besluiten and action points."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear

from regio.models.gebruikers import Gebruiker
from regio.models.indeling import Arbeidsmarktregio
from regio.models.velden import GeldigQuerySet, einde_na_begin
from regio.querysets import StukQuerySet, stukken_van


class Overleg(models.Model):
    """A body that meets, as the region calls it: names differ, so none is fixed."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="overleggen")
    naam = models.CharField("naam", max_length=100)
    afkorting = models.CharField("korte naam", max_length=20)
    doel = models.TextField("waar gaat het over", max_length=1_000, blank=True)
    stelt_vast = models.BooleanField("stelt plannen en rapporten vast", default=False)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=10)
    agenda = ArrayField(models.CharField(max_length=150), default=list, blank=True)
    opgeheven_op = models.DateField("opgeheven op", null=True, blank=True)

    objects = StukQuerySet.as_manager()

    class Meta:
        verbose_name = "overleg"
        verbose_name_plural = "overleggen"
        ordering = ["volgorde", "naam"]
        constraints = [
            models.UniqueConstraint(
                name="overleg_naam_eenmaal",
                fields=["regio", "naam"],
                violation_error_message="Deze regio heeft al een overleg met deze naam.",
            ),
            models.UniqueConstraint(
                name="overleg_afkorting_eenmaal",
                fields=["regio", "afkorting"],
                violation_error_message="Deze regio heeft al een overleg met deze korte naam.",
            ),
        ]

    def __str__(self):
        return self.naam


class Overlegrol(models.TextChoices):
    """What somebody does in an overleg."""

    VOORZITTER = "voorzitter", "Voorzitter"
    SECRETARIS = "secretaris", "Secretaris"
    LID = "lid", "Lid"
    AGENDALID = "agendalid", "Agendalid"


class Overleglid(models.Model):
    """Somebody in an overleg, from a day to a day; with or without an account here."""

    overleg = models.ForeignKey(Overleg, models.PROTECT, related_name="leden")
    gebruiker = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    naam = models.CharField("naam", max_length=100)
    organisatie = models.CharField("namens", max_length=100, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    rol = models.CharField("rol", max_length=12, choices=Overlegrol, default=Overlegrol.LID)
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "lid van een overleg"
        verbose_name_plural = "leden van overleggen"
        ordering = ["overleg", "rol", "naam"]
        constraints = [einde_na_begin("overleglid_einde_na_begin")]

    def __str__(self):
        return self.naam


class Vergadering(models.Model):
    """One meeting of an overleg."""

    overleg = models.ForeignKey(Overleg, models.PROTECT, related_name="vergaderingen")
    datum = models.DateField("datum")
    begintijd = models.TimeField("begint om")
    eindtijd = models.TimeField("eindigt om")
    plaats = models.CharField("plaats", max_length=150, blank=True)
    afgezegd = models.BooleanField("afgezegd", default=False)
    # The invitation counts up when something of it changes, so that calendars follow.
    uitgave = models.PositiveSmallIntegerField("uitgave", default=0)

    objects = stukken_van("overleg__regio").as_manager()

    class Meta:
        verbose_name = "vergadering"
        verbose_name_plural = "vergaderingen"
        ordering = ["-datum", "begintijd"]
        constraints = [
            models.CheckConstraint(
                name="vergadering_eindigt_na_begin",
                condition=Q(eindtijd__gt=F("begintijd")),
                violation_error_message="De vergadering eindigt na het begin.",
            ),
            models.UniqueConstraint(
                name="vergadering_eenmaal_tegelijk",
                fields=["overleg", "datum", "begintijd"],
                violation_error_message="Dit overleg vergadert dan al.",
            ),
        ]

    def __str__(self):
        return f"{self.overleg}, {self.datum:%d-%m-%Y}"

    def besluiten_bestaan(self) -> bool:
        """Whether anything was decided on a point of its agenda."""
        return Besluit.objects.filter(agendapunt__vergadering=self).exists()


class Puntsoort(models.TextChoices):
    """What is asked of a meeting on a point of the agenda."""

    KENNISNAME = "kennisname", "Ter kennisname"
    BESPREKING = "bespreking", "Ter bespreking"
    BESLUIT = "besluit", "Ter besluitvorming"


class Agendapunt(models.Model):
    """A point of the agenda, in order."""

    vergadering = models.ForeignKey(Vergadering, models.CASCADE, related_name="agendapunten")
    volgorde = models.PositiveSmallIntegerField("nummer")
    titel = models.CharField("onderwerp", max_length=150)
    soort = models.CharField(
        "wat wordt gevraagd", max_length=12, choices=Puntsoort, default=Puntsoort.BESPREKING
    )
    toelichting = models.TextField("toelichting", max_length=3_000, blank=True)
    verslag = models.TextField("verslag", max_length=5_000, blank=True)

    objects = stukken_van("vergadering__overleg__regio").as_manager()

    class Meta:
        verbose_name = "agendapunt"
        verbose_name_plural = "agendapunten"
        ordering = ["vergadering", "volgorde"]
        constraints = [
            models.UniqueConstraint(
                name="agendapunt_eenmaal_per_nummer",
                fields=["vergadering", "volgorde"],
                deferrable=models.Deferrable.DEFERRED,
            )
        ]

    def __str__(self):
        return f"{self.volgorde}. {self.titel}"


class Besluituitkomst(models.TextChoices):
    """What an overleg did with a proposal."""

    INGESTEMD = "ingestemd", "Ingestemd"
    KENNISGENOMEN = "kennisgenomen", "Kennisgenomen"
    GEWIJZIGD = "gewijzigd", "Gewijzigd ingestemd"
    AANGEHOUDEN = "aangehouden", "Aangehouden"
    AFGEWEZEN = "afgewezen", "Niet ingestemd"


class Besluit(models.Model):
    """A decision, numbered per overleg and year. Never changed: a later one may replace it."""

    overleg = models.ForeignKey(Overleg, models.PROTECT, related_name="besluiten")
    datum = models.DateField("datum")
    nummer = models.PositiveSmallIntegerField("nummer")
    tekst = models.TextField("besluit", max_length=3_000)
    uitkomst = models.CharField("uitkomst", max_length=15, choices=Besluituitkomst)
    opmerking = models.TextField("opmerking", max_length=2_000, blank=True)
    agendapunt = models.ForeignKey(
        Agendapunt, models.PROTECT, null=True, blank=True, related_name="besluiten"
    )
    vervangt = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="vervangen_door"
    )
    op = models.DateTimeField("vastgelegd op")
    wie = models.CharField("vastgelegd door", max_length=200)

    objects = stukken_van("overleg__regio").as_manager()

    class Meta:
        verbose_name = "besluit"
        verbose_name_plural = "besluiten"
        ordering = ["-datum", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                "overleg", ExtractYear("datum"), "nummer", name="besluit_eenmaal_per_nummer"
            )
        ]

    def __str__(self):
        return self.kenmerk

    @property
    def kenmerk(self) -> str:
        """`PFHO 2026-03`."""
        return f"{self.overleg.afkorting} {self.datum.year}-{self.nummer:02d}"


class ActiepuntQuerySet(stukken_van("overleg__regio")):
    """Action points."""

    def open_van(self, gebruiker):
        """What this user still has to do, the first day first."""
        return self.filter(eigenaar=gebruiker, klaar_op__isnull=True).select_related(
            "overleg__regio", "vergadering"
        )


class Actiepunt(models.Model):
    """Something that somebody does before a day; shown on the start page of its owner."""

    overleg = models.ForeignKey(Overleg, models.PROTECT, related_name="actiepunten")
    vergadering = models.ForeignKey(
        Vergadering, models.PROTECT, null=True, blank=True, related_name="actiepunten"
    )
    besluit = models.ForeignKey(
        Besluit, models.PROTECT, null=True, blank=True, related_name="actiepunten"
    )
    omschrijving = models.CharField("wat", max_length=300)
    eigenaar = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="actiepunten"
    )
    eigenaar_naam = models.CharField("wie", max_length=100)
    datum = models.DateField("voor")
    klaar_op = models.DateField("klaar op", null=True, blank=True)

    objects = ActiepuntQuerySet.as_manager()

    class Meta:
        verbose_name = "actiepunt"
        verbose_name_plural = "actiepunten"
        ordering = ["datum", "pk"]

    def __str__(self):
        return self.omschrijving
