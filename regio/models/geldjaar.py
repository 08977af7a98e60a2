"""Around the ledger: what is proposed, planned and set, and the years that are closed."""

from django.db import models
from django.db.models import Q

from regio.models.begroting import Geldsoort, Kostensoort
from regio.models.beleid import Actielijn
from regio.models.gebruikers import Gebruiker
from regio.models.indeling import Arbeidsmarktregio
from regio.models.velden import einde_na_begin
from regio.querysets import GeldQuerySet


class Jaarafsluiting(models.Model):
    """A year of a region that is closed. Nothing is booked in it any more."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="jaarafsluitingen")
    jaar = models.PositiveSmallIntegerField("jaar")
    op = models.DateTimeField("afgesloten op")
    wie = models.CharField("afgesloten door", max_length=200)

    objects = GeldQuerySet.as_manager()

    class Meta:
        verbose_name = "jaarafsluiting"
        verbose_name_plural = "jaarafsluitingen"
        ordering = ["-jaar"]
        constraints = [
            models.UniqueConstraint(
                name="jaar_eenmaal_afgesloten",
                fields=["regio", "jaar"],
                violation_error_message="Dit jaar is al afgesloten.",
            )
        ]

    def __str__(self):
        return f"{self.regio} {self.jaar}"


class Jaarstand(models.Model):
    """The balance of one pot over a closed year. The database checks it against the ledger.

    `einde` of a year is `begin` of the next.
    """

    afsluiting = models.ForeignKey(Jaarafsluiting, models.PROTECT, related_name="standen")
    herkomstjaar = models.PositiveSmallIntegerField("geld van het jaar")
    soort = models.CharField("soort geld", max_length=10, choices=Geldsoort)
    begin = models.DecimalField("beginsaldo", max_digits=14, decimal_places=2)
    ontvangen = models.DecimalField("ontvangen", max_digits=14, decimal_places=2)
    erbij = models.DecimalField("doorgeschoven in", max_digits=14, decimal_places=2)
    eraf = models.DecimalField("doorgeschoven uit", max_digits=14, decimal_places=2)
    besteed = models.DecimalField("besteed", max_digits=14, decimal_places=2)
    einde = models.DecimalField("eindsaldo", max_digits=14, decimal_places=2)

    class Meta:
        verbose_name = "jaarstand"
        verbose_name_plural = "jaarstanden"
        ordering = ["afsluiting", "herkomstjaar", "soort"]
        constraints = [
            models.UniqueConstraint(
                name="jaarstand_eenmaal_per_pot", fields=["afsluiting", "herkomstjaar", "soort"]
            ),
            models.CheckConstraint(
                name="jaarstand_sluit",
                condition=Q(
                    einde=models.F("begin")
                    + models.F("ontvangen")
                    + models.F("erbij")
                    - models.F("eraf")
                    - models.F("besteed")
                ),
                violation_error_message="De jaarstand sluit niet.",
            ),
        ]

    def __str__(self):
        return f"{self.afsluiting}: {self.herkomstjaar} {self.soort}"


class Geldinstelling(models.Model):
    """What a region decided about its ledger."""

    regio = models.OneToOneField(
        Arbeidsmarktregio, models.PROTECT, primary_key=True, related_name="geldinstelling"
    )
    goedkeuren_boven = models.DecimalField(
        "tweede akkoord boven", max_digits=12, decimal_places=2, null=True, blank=True
    )
    waarschuw_dagen = models.PositiveSmallIntegerField(
        "waarschuw zoveel dagen voor het geld op is", default=90
    )

    class Meta:
        verbose_name = "afspraak over het geld"
        verbose_name_plural = "afspraken over het geld"
        constraints = [
            models.CheckConstraint(
                name="goedkeuren_boven_een_bedrag",
                condition=Q(goedkeuren_boven__isnull=True) | Q(goedkeuren_boven__gte=0),
                violation_error_message="Kies een bedrag van 0 of hoger.",
            )
        ]

    def __str__(self):
        return f"Afspraken van {self.regio}"


class Boekingsoort(models.TextChoices):
    """What can be proposed and booked."""

    BIJDRAGE = "bijdrage", "Bijdrage"
    DOORSCHUIVING = "doorschuiving", "Doorschuiving"
    VERPLICHTING = "verplichting", "Verplichting"
    BESTEDING = "besteding", "Besteding"


class Voorstelstatus(models.TextChoices):
    """How far a proposal is. `akkoord` is booked by one and waits for a second person."""

    OPEN = "open", "Wacht op de controller"
    AKKOORD = "akkoord", "Wacht op een tweede akkoord"
    GEBOEKT = "geboekt", "Geboekt"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


LOPEND = (Voorstelstatus.OPEN, Voorstelstatus.AKKOORD)


class Boekvoorstel(models.Model):
    """What somebody asks to book: the verbinder, or a controller above the amount for one person.

    `gegevens` are the values of the booking as plain text, read again when it is booked.
    """

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="boekvoorstellen")
    soort = models.CharField("soort boeking", max_length=15, choices=Boekingsoort)
    gegevens = models.JSONField("gegevens")
    bedrag = models.DecimalField("bedrag", max_digits=12, decimal_places=2)
    omschrijving = models.CharField("omschrijving", max_length=200)
    status = models.CharField(
        "status", max_length=12, choices=Voorstelstatus, default=Voorstelstatus.OPEN
    )
    ingediend_op = models.DateTimeField("ingediend op")
    ingediend_door = models.ForeignKey(Gebruiker, models.PROTECT, related_name="+")
    akkoord_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reden = models.CharField("reden", max_length=300, blank=True)
    boeking_id = models.BigIntegerField("nummer van de boeking", null=True, blank=True)

    objects = GeldQuerySet.as_manager()

    class Meta:
        verbose_name = "voorstel"
        verbose_name_plural = "voorstellen"
        ordering = ["-ingediend_op"]
        constraints = [
            models.CheckConstraint(
                name="voorstel_beslist_of_lopend",
                condition=Q(status__in=LOPEND, beslist_op__isnull=True)
                | (~Q(status__in=LOPEND) & Q(beslist_op__isnull=False)),
            ),
            models.CheckConstraint(
                name="voorstel_akkoord_door_iemand",
                condition=~Q(status="akkoord") | Q(akkoord_door__isnull=False),
            ),
            models.CheckConstraint(
                name="voorstel_geboekt_als_boeking",
                condition=Q(status="geboekt", boeking_id__isnull=False)
                | (~Q(status="geboekt") & Q(boeking_id__isnull=True)),
            ),
            models.CheckConstraint(
                name="voorstel_afgewezen_met_reden",
                condition=~Q(status="afgewezen") | ~Q(reden=""),
                violation_error_message="Schrijf waarom u dit voorstel afwijst.",
            ),
        ]

    def __str__(self):
        return f"{self.get_soort_display()}: {self.omschrijving}"

    @property
    def loopt(self) -> bool:
        return self.status in LOPEND


class Planregel(models.Model):
    """A line of the bestedingsplan: an amount, spread evenly over the days of a period."""

    regio = models.ForeignKey(Arbeidsmarktregio, models.PROTECT, related_name="planregels")
    omschrijving = models.CharField("omschrijving", max_length=200)
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met")
    bedrag = models.DecimalField("bedrag", max_digits=12, decimal_places=2)
    kostensoort = models.CharField("kostensoort", max_length=12, choices=Kostensoort)
    actielijn = models.ForeignKey(
        Actielijn, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = GeldQuerySet.as_manager()

    class Meta:
        verbose_name = "regel van het bestedingsplan"
        verbose_name_plural = "bestedingsplan"
        ordering = ["van", "pk"]
        constraints = [
            einde_na_begin("planregel_einde_na_begin"),
            models.CheckConstraint(
                name="planregel_bedrag_boven_nul",
                condition=Q(bedrag__gt=0),
                violation_error_message="Vul een bedrag in dat hoger is dan 0.",
            ),
        ]

    def __str__(self):
        return self.omschrijving
