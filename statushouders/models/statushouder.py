"""The person, without anything that the work does not need (AVG art. 5: no more data than needed).

A row holds what is true now; what was true earlier stands beside it in dated rows. The name
stands in a table of its own, which figures cannot read and which a deelname can keep closed.
"""

import uuid

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from regio.models import Arbeidsmarktregio, Gemeente
from regio.models.velden import einde_na_begin, geen_overlap
from statushouders.codes import (
    LEERROUTES_VAN_WI2021,
    OUDE_WETTEN,
    Afsluitreden,
    Doelgroep,
    Fase,
    Geslacht,
    Leerroute,
    Niveau,
    Sector,
    Taalniveau,
    Wet,
)
from statushouders.models.plek import volg_zonder_plek
from statushouders.querysets import PersoonsgebondenQuerySet, StatushouderQuerySet


@pghistory.track()
class Statushouder(models.Model):
    """Somebody on the way to work. `sleutel` is the public id; no BSN, V-nummer or nationality.

    `dossiergemeente` holds the dossier and decides who may open it; without one the region does.
    Where somebody counts is another question: that follows from the dated verblijven.
    """

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    dossiergemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="+"
    )
    dossierregio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="+")

    geboortejaar = models.PositiveSmallIntegerField("geboortejaar")
    geslacht = models.CharField(
        "geslacht", max_length=10, choices=Geslacht, default=Geslacht.ONBEKEND
    )
    doelgroep = models.CharField("doelgroep", max_length=25, choices=Doelgroep)
    wet = models.CharField("wet", max_length=30, choices=Wet, default=Wet.ONBEKEND)
    wet_bron = models.CharField("bron van de wet", max_length=100, blank=True)
    datum_bekendmaking = models.DateField(
        "datum bekendmaking verblijfsrecht", null=True, blank=True
    )
    leerroute = models.CharField(
        "leerroute", max_length=10, choices=Leerroute, default=Leerroute.ONBEKEND
    )
    opleidingsniveau = models.CharField(
        "opleidingsniveau", max_length=10, choices=Niveau, default=Niveau.ONBEKEND
    )
    taalniveau = models.CharField(
        "taalniveau Nederlands", max_length=10, choices=Taalniveau, default=Taalniveau.ONBEKEND
    )
    beroepswens = models.CharField("wens: sector", max_length=1, choices=Sector, blank=True)
    beschikbaar_uren = models.PositiveSmallIntegerField(
        "beschikbaar, uren per week", null=True, blank=True
    )
    termijn_einde = models.DateField("einde inburgeringstermijn", null=True, blank=True)
    datum_brede_intake = models.DateField("brede intake", null=True, blank=True)
    datum_pip = models.DateField("PIP", null=True, blank=True)
    diplomawaardering_aangevraagd_op = models.DateField(
        "diplomawaardering aangevraagd", null=True, blank=True
    )
    diplomawaardering_afgerond_op = models.DateField(
        "diplomawaardering afgerond", null=True, blank=True
    )

    aangemeld_op = models.DateField("aangemeld op")
    afgesloten_op = models.DateField("laatste dag in beeld", null=True, blank=True)
    afsluitreden = models.CharField(
        "reden van afsluiten", max_length=20, choices=Afsluitreden, blank=True
    )
    contactpersoon = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="contactpersoon",
    )

    ingetrokken_op = models.DateField("onterecht aangemeld, ingetrokken op", null=True, blank=True)
    intrekreden = models.CharField("reden van intrekken", max_length=200, blank=True)
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)
    versie = models.PositiveIntegerField("versie", default=1)

    objects = StatushouderQuerySet.as_manager()

    class Meta:
        verbose_name = "statushouder"
        verbose_name_plural = "statushouders"
        ordering = ["-aangemeld_op", "-pk"]
        indexes = [
            models.Index(fields=["dossiergemeente", "-aangemeld_op"], name="persoon_gemeente"),
            models.Index(fields=["dossierregio", "-aangemeld_op"], name="persoon_regio"),
            models.Index(fields=["contactpersoon"], name="persoon_contactpersoon"),
        ]
        constraints = [
            models.CheckConstraint(
                name="persoon_geboortejaar_klopt",
                condition=Q(geboortejaar__gte=1900, geboortejaar__lte=2100),
                violation_error_message="Het geboortejaar klopt niet. Vul vier cijfers in.",
            ),
            einde_na_begin(
                "persoon_afgesloten_na_aanmelding",
                "aangemeld_op",
                "afgesloten_op",
                zin="De laatste dag in beeld ligt voor de dag van aanmelding.",
            ),
            models.CheckConstraint(
                name="persoon_oude_wet_zonder_leerroute",
                condition=~Q(wet__in=OUDE_WETTEN, leerroute__in=LEERROUTES_VAN_WI2021),
                violation_error_message=(
                    "Alleen de Wi2021 kent leerroutes. Kies bij de Wi2013 of Wi2007 'N.v.t.'."
                ),
            ),
            einde_na_begin(
                "persoon_diplomawaardering_na_aanvraag",
                "diplomawaardering_aangevraagd_op",
                "diplomawaardering_afgerond_op",
                zin="De diplomawaardering is afgerond voordat zij is aangevraagd.",
            ),
            models.CheckConstraint(
                name="persoon_intrekking_heeft_reden",
                condition=Q(ingetrokken_op__isnull=True) | ~Q(intrekreden=""),
                violation_error_message="Geef een reden voor het intrekken.",
            ),
        ]

    def __str__(self):
        return f"persoon {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("persoon", args=[self.sleutel])

    @property
    def weergavenaam(self) -> str:
        """The name where it may be seen, else the kenmerk, else the number."""
        naam = getattr(self, "naam", None)
        if naam and naam.volledig:
            return naam.volledig
        return self._kenmerk() or f"Persoon {self.pk}"

    def _kenmerk(self) -> str | None:
        """The first kenmerk: annotated by `met_kenmerk`, else looked up."""
        if hasattr(self, "eerste_kenmerk"):
            return self.eerste_kenmerk
        kenmerk = next(iter(self.kenmerken.all()), None)
        return kenmerk.kenmerk if kenmerk else None

    def fase_op(self, dag) -> Fase:
        """How far somebody is on `dag`; wants a row of `met_fase(dag)`."""
        if self.afgesloten_op is not None and self.afgesloten_op < dag:
            return Fase.AFGESLOTEN
        if self.aan_het_werk:
            return Fase.WERK if self.loopt_traject else Fase.NAZORG
        return Fase.TRAJECT if self.loopt_traject else Fase.INTAKE

    def in_beeld_op(self, dag) -> bool:
        """Whether the current aanmelding covers `dag`."""
        return self.aangemeld_op <= dag and (
            self.afgesloten_op is None or dag <= self.afgesloten_op
        )


@volg_zonder_plek("statushouder")
class Naam(models.Model):
    """The name of a person: apart, so that it can stay closed and be erased by itself."""

    statushouder = models.OneToOneField(
        Statushouder, models.CASCADE, primary_key=True, related_name="naam"
    )
    voornaam = models.CharField("voornaam", max_length=100, blank=True)
    achternaam = models.CharField("achternaam", max_length=100, blank=True)
    sorteernaam = models.CharField("sorteernaam", max_length=202, editable=False)
    zoeknaam = models.CharField("zoeknaam", max_length=400, editable=False)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "naam"
        verbose_name_plural = "namen"
        indexes = [models.Index(fields=["sorteernaam"], name="naam_sortering")]

    def __str__(self):
        return f"naam van persoon {self.pk}"

    @property
    def volledig(self) -> str:
        return f"{self.voornaam} {self.achternaam}".strip()


class Zoekwoord(models.Model):
    """One word or sound of a name, in a table that an index can answer from.

    Kept by triggers from `Naam.zoeknaam` and from where the dossier is: `plek` is the number of the
    gemeente, or minus that of the region for who is not yet gekoppeld. The order of the letters is
    that of bytes, so that "begins with" is a stretch of the index.
    """

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="zoekwoorden")
    plek = models.BigIntegerField("plek")
    woord = models.CharField("woord", max_length=400, db_collation="C")

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "zoekwoord"
        verbose_name_plural = "zoekwoorden"
        indexes = [models.Index(fields=["plek", "woord", "statushouder"], name="zoekwoord_plek")]

    def __str__(self):
        return f"zoekwoord van persoon {self.statushouder_id}"


class Kenmerk(models.Model):
    """The reference by which a deliverer knows a person; unique per deliverer.

    `leverancier` is the code of the gemeente or region that delivers (`GM0402`, `AM12`).
    """

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="kenmerken")
    leverancier = models.CharField("leverancier", max_length=6)
    kenmerk = models.CharField("kenmerk", max_length=60)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "kenmerk"
        verbose_name_plural = "kenmerken"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="kenmerk_uniek_per_leverancier",
                fields=["leverancier", "kenmerk"],
                violation_error_message="Dit kenmerk is al gebruikt voor iemand anders.",
            )
        ]

    def __str__(self):
        return self.kenmerk


class Veld(models.TextChoices):
    """The facts that hold from a day, and whose earlier values are kept."""

    DOELGROEP = "doelgroep", "Doelgroep"
    WET = "wet", "Wet"
    LEERROUTE = "leerroute", "Leerroute"
    OPLEIDINGSNIVEAU = "opleidingsniveau", "Opleidingsniveau"


@pghistory.track()
class EerdereWaarde(models.Model):
    """What a fact was until a day, before the value that the person's row holds now."""

    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="eerdere_waarden")
    veld = models.CharField("gegeven", max_length=20, choices=Veld)
    waarde = models.CharField("waarde", max_length=30)
    van = models.DateField("van", null=True, blank=True)
    tot_en_met = models.DateField("tot en met")

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "eerdere waarde"
        verbose_name_plural = "eerdere waarden"
        ordering = ["statushouder", "veld", "tot_en_met"]
        constraints = [
            einde_na_begin("eerdere_waarde_einde_na_begin"),
            geen_overlap(
                "eerdere_waarde_zonder_overlap",
                "statushouder",
                "veld",
                zin="Voor een van deze dagen staat al een andere waarde.",
            ),
        ]

    def __str__(self):
        return f"{self.veld} {self.waarde} tot en met {self.tot_en_met}"

    @property
    def label(self) -> str:
        """The value as people read it."""
        return dict(Statushouder._meta.get_field(self.veld).flatchoices).get(
            self.waarde, self.waarde
        )


@pghistory.track()
class EerdereAanmelding(models.Model):
    """An earlier time "in beeld": somebody who was closed may come back."""

    statushouder = models.ForeignKey(
        Statushouder, models.CASCADE, related_name="eerdere_aanmeldingen"
    )
    aangemeld_op = models.DateField("aangemeld op")
    afgesloten_op = models.DateField("laatste dag in beeld")
    afsluitreden = models.CharField(
        "reden van afsluiten", max_length=20, choices=Afsluitreden, blank=True
    )

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "eerdere aanmelding"
        verbose_name_plural = "eerdere aanmeldingen"
        ordering = ["statushouder", "aangemeld_op"]
        constraints = [
            models.CheckConstraint(
                name="eerdere_aanmelding_einde_na_begin",
                condition=Q(afgesloten_op__gte=F("aangemeld_op")),
                violation_error_message="De laatste dag in beeld ligt voor de aanmelding.",
            ),
            geen_overlap(
                "eerdere_aanmelding_zonder_overlap",
                "statushouder",
                van="aangemeld_op",
                tot_en_met="afgesloten_op",
                zin="Deze persoon was op een van deze dagen al aangemeld.",
            ),
        ]

    def __str__(self):
        return f"{self.aangemeld_op} tot en met {self.afgesloten_op}"
