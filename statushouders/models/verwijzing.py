"""Who else helps: organisations that somebody is referred to, and people who guide them."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from regio.models import Organisatie, Organisatiesoort
from regio.models.velden import einde_na_begin
from statushouders.models.statushouder import Statushouder
from statushouders.querysets import PersoonsgebondenQuerySet

VERWIJZEN_NAAR = (
    Organisatiesoort.WERKCENTRUM,
    Organisatiesoort.WSP,
    Organisatiesoort.UAF,
    Organisatiesoort.VLUCHTELINGENWERK,
)


class Dienst(models.TextChoices):
    """What a Werkcentrum / RMT offers (VNG, inzet RMT's)."""

    BEGELEIDING = "extra_begeleiding", "Extra begeleiding"
    LOOPBAANADVIES = "loopbaanadvies", "Loopbaanadvies"
    SCHOLING = "om_en_bijscholing", "Om- en bijscholing"
    PRAKTIJKLEREN = "praktijkleren_mbo", "Praktijkleren in het mbo"
    SCHULDHULP = "schuldhulp", "Schuldhulp"


class Verwijsstand(models.TextChoices):
    GEVRAAGD = "gevraagd", "Gevraagd"
    AANVAARD = "aanvaard", "Aanvaard"
    GEWEIGERD = "geweigerd", "Geweigerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    AFGEROND = "afgerond", "Afgerond"


class Verwijsreden(models.TextChoices):
    """Why a verwijzing was refused or withdrawn; never anything about somebody's health."""

    GEEN_PLEK = "geen_plek", "Geen plek"
    DOELGROEP = "andere_doelgroep", "Hoort niet bij de doelgroep"
    TAAL = "taal_onvoldoende", "Taal nog onvoldoende"
    ELDERS = "elders_geholpen", "Wordt al elders geholpen"
    PERSOON = "persoon_wil_niet", "De persoon ziet ervan af"
    WERK = "werk_gevonden", "Heeft werk gevonden"
    ANDERS = "anders", "Andere reden: neem contact op"


REDEN_NODIG = (Verwijsstand.GEWEIGERD, Verwijsstand.INGETROKKEN)


class Verwijzing(models.Model):
    """Somebody is referred to an organisation: asked, answered, and in the end finished."""

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="verwijzingen")
    naar = models.ForeignKey(Organisatie, models.PROTECT, related_name="+")
    diensten = ArrayField(models.CharField(max_length=20, choices=Dienst), default=list, blank=True)
    vraag = models.CharField("wat vraagt u?", max_length=300, blank=True)
    stand = models.CharField(
        "stand", max_length=12, choices=Verwijsstand, default=Verwijsstand.GEVRAAGD
    )
    reden = models.CharField("reden", max_length=20, choices=Verwijsreden, blank=True)
    gevraagd_op = models.DateField("gevraagd op")
    besloten_op = models.DateField("antwoord op", null=True, blank=True)
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    profiel_gemaakt_op = models.DateField("profiel gemaakt op", null=True, blank=True)
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)
    versie = models.PositiveIntegerField("versie", default=1)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "verwijzing"
        verbose_name_plural = "verwijzingen"
        ordering = ["-gevraagd_op", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="verwijzing_antwoord_bij_stand",
                condition=Q(stand=Verwijsstand.GEVRAAGD, besloten_op__isnull=True)
                | (~Q(stand=Verwijsstand.GEVRAAGD) & Q(besloten_op__isnull=False)),
                violation_error_message="Vul in op welke dag het antwoord kwam.",
            ),
            models.CheckConstraint(
                name="verwijzing_afgerond_heeft_dag",
                condition=Q(stand=Verwijsstand.AFGEROND, afgerond_op__isnull=False)
                | (~Q(stand=Verwijsstand.AFGEROND) & Q(afgerond_op__isnull=True)),
                violation_error_message="Vul in op welke dag de verwijzing is afgerond.",
            ),
            models.CheckConstraint(
                name="verwijzing_weigering_heeft_reden",
                condition=(Q(stand__in=REDEN_NODIG) & ~Q(reden=""))
                | (~Q(stand__in=REDEN_NODIG) & Q(reden="")),
                violation_error_message="Kies een reden bij weigeren of intrekken.",
            ),
            einde_na_begin(
                "verwijzing_antwoord_na_vraag",
                "gevraagd_op",
                "besloten_op",
                zin="Het antwoord ligt voor de dag van de vraag.",
            ),
            einde_na_begin(
                "verwijzing_afgerond_na_antwoord",
                "besloten_op",
                "afgerond_op",
                zin="Afgerond ligt voor de dag van het antwoord.",
            ),
        ]

    def __str__(self):
        return f"verwijzing {self.pk}"

    @property
    def dienstnamen(self) -> list[str]:
        """The services asked for, as people read them."""
        return [Dienst(dienst).label for dienst in self.diensten]


class Begeleidrol(models.TextChoices):
    TAALMAATJE = "taalmaatje", "Taalmaatje"
    MENTOR = "mentor", "Mentor"
    VAKGENOOT = "vakgenoot", "Vakgenoot die helpt"
    BUDDY = "buddy", "Buddy naar werk"


class Begeleidoel(models.TextChoices):
    """For what the data of a volunteer are kept (AVG art. 5)."""

    TAAL = "taal", "Samen Nederlands oefenen"
    WERK = "werk", "Helpen bij het vinden van werk"
    INWERKEN = "inwerken", "Steun bij het begin van werk"


class Begeleiding(models.Model):
    """A volunteer or mentor guides somebody: a role on the case, without access to it.

    Name and how to reach them, for one purpose, until `bewaren_tot`; never a private address.
    """

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="begeleiding")
    rol = models.CharField("rol", max_length=20, choices=Begeleidrol)
    doel = models.CharField("waarvoor", max_length=20, choices=Begeleidoel)
    naam = models.CharField("naam", max_length=100, blank=True)
    bereikbaar = models.CharField("telefoon of e-mail", max_length=100, blank=True)
    organisatie = models.ForeignKey(
        Organisatie, models.PROTECT, null=True, blank=True, related_name="+"
    )
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    bewaren_tot = models.DateField("gegevens bewaren tot en met")
    ingevoerd_op = models.DateTimeField("ingevoerd op", auto_now_add=True)

    objects = PersoonsgebondenQuerySet.as_manager()

    class Meta:
        verbose_name = "begeleiding"
        verbose_name_plural = "begeleiding"
        ordering = ["-van", "-pk"]
        constraints = [
            einde_na_begin("begeleiding_einde_na_begin"),
            einde_na_begin(
                "begeleiding_bewaren_na_begin",
                "van",
                "bewaren_tot",
                zin="De bewaartermijn eindigt voor het begin.",
            ),
        ]

    def __str__(self):
        return f"begeleiding {self.pk}"
