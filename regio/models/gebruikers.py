"""The people who work with Verbinder, and their dated rights. There is no superuser."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from regio.models.indeling import Arbeidsmarktregio, Gemeente
from regio.models.velden import GeldigQuerySet, einde_na_begin, geen_overlap
from regio.perioden import vandaag


class GebruikerManager(BaseUserManager):
    """Users are found by e-mail address, whatever its capitals."""

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)

    def met_wachtwoord(self, *, email: str, naam: str, wachtwoord: str | None = None):
        """Make a user; without a password the account opens only through a reset link."""
        gebruiker = self.model(email=self.normalize_email(email), naam=naam)
        gebruiker.set_password(wachtwoord)
        gebruiker.full_clean()
        gebruiker.save()
        return gebruiker


class Gebruiker(AbstractBaseUser):
    """Somebody who may log in. What they may do stands in their dated rights."""

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField("naam", max_length=100)
    functie = models.CharField("functie", max_length=100, blank=True)
    is_active = models.BooleanField("mag inloggen", default=True)
    aangemaakt_op = models.DateTimeField("aangemaakt op", auto_now_add=True)

    objects = GebruikerManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    class Meta:
        verbose_name = "gebruiker"
        verbose_name_plural = "gebruikers"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="gebruiker_email_zonder_hoofdletters",
                violation_error_message="Er is al een gebruiker met dit e-mailadres.",
            )
        ]

    def __str__(self):
        return self.naam

    def get_full_name(self):
        return self.naam

    def get_short_name(self):
        return self.naam

    @property
    def is_staff(self) -> bool:
        """Django's admin holds reference data only, for the applicatiebeheerder."""
        return self.rechten.geldig_op(vandaag()).filter(rol=Rol.APPLICATIEBEHEERDER).exists()

    def has_perm(self, perm, obj=None) -> bool:
        return self.is_active and self.is_staff

    def has_module_perms(self, app_label) -> bool:
        return self.is_active and self.is_staff


class Rol(models.TextChoices):
    """What somebody does here. Each right gives one role, for one gemeente or one region."""

    VERBINDER = "verbinder", "Regionale verbinder"
    KLANTMANAGER = "klantmanager", "Klantmanager"
    GEMEENTE_CIJFERS = "gemeente_cijfers", "Beleid en bestuur van de gemeente"
    DIRECTIEOVERLEG = "directieoverleg", "Directieoverleg of PFHO"
    CONTROLLER = "controller", "Controller"
    PRIVACY_OFFICER = "privacy_officer", "Privacy officer"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder", "Functioneel beheerder"
    APPLICATIEBEHEERDER = "applicatiebeheerder", "Applicatiebeheerder"


ROLLEN_VAN_EEN_GEMEENTE = (Rol.KLANTMANAGER, Rol.GEMEENTE_CIJFERS)
ROLLEN_VAN_EEN_REGIO = (
    Rol.VERBINDER,
    Rol.CONTROLLER,
    Rol.PRIVACY_OFFICER,
    Rol.FUNCTIONEEL_BEHEERDER,
)


class Recht(models.Model):
    """One role, for one gemeente or one region, from a day to a day.

    A service for four gemeenten holds four rows; a verbinder shared by two regions holds two.
    The directieoverleg without a region reads the publications of the whole country.
    """

    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="rechten")
    rol = models.CharField("rol", max_length=25, choices=Rol)
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="rechten"
    )
    regio = models.ForeignKey(
        Arbeidsmarktregio, models.PROTECT, null=True, blank=True, related_name="rechten"
    )
    van = models.DateField("van")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    gegeven_door = models.ForeignKey(
        Gebruiker, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = GeldigQuerySet.as_manager()

    class Meta:
        verbose_name = "recht"
        verbose_name_plural = "rechten"
        ordering = ["gebruiker", "rol", "van"]
        constraints = [
            einde_na_begin("recht_einde_na_begin"),
            models.CheckConstraint(
                name="recht_hoort_bij_gemeente_of_regio",
                condition=Q(
                    rol__in=ROLLEN_VAN_EEN_GEMEENTE, gemeente__isnull=False, regio__isnull=True
                )
                | Q(rol__in=ROLLEN_VAN_EEN_REGIO, gemeente__isnull=True, regio__isnull=False)
                | Q(rol=Rol.DIRECTIEOVERLEG, gemeente__isnull=True)
                | Q(rol=Rol.APPLICATIEBEHEERDER, gemeente__isnull=True, regio__isnull=True),
                violation_error_message=(
                    "Deze rol hoort bij een gemeente of bij een regio. "
                    "Kies het gebied dat erbij past."
                ),
            ),
            geen_overlap(
                "recht_gemeente_eenmaal",
                "gebruiker",
                "rol",
                "gemeente",
                zin="Deze gebruiker heeft dit recht op een van deze dagen al.",
            ),
            geen_overlap(
                "recht_regio_eenmaal",
                "gebruiker",
                "rol",
                "regio",
                zin="Deze gebruiker heeft dit recht op een van deze dagen al.",
            ),
        ]

    def __str__(self):
        return f"{self.get_rol_display()} {self.gemeente or self.regio or ''}".strip()
