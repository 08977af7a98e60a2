"""Handing a dossier from one gemeente to another, and the question whether somebody is known.

An overdracht waits for an answer, and is answered once: accepted, refused or withdrawn. Who hands
over inside the region goes on reading for a while; out of the region only the note goes.
"""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from regio.models import Gemeente
from statushouders.codes import Verblijfsoort
from statushouders.models.statushouder import Statushouder


class Overdrachtsoort(models.TextChoices):
    """Who began: the gemeente that wants the dossier, or the one that has it."""

    VRAAG = "vraag", "Gevraagd"
    AANBOD = "aanbod", "Aangeboden"


class Overdrachtstand(models.TextChoices):
    OPEN = "open", "Wacht op antwoord"
    AANVAARD = "aanvaard", "Aanvaard"
    GEWEIGERD = "geweigerd", "Geweigerd"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class Weigerreden(models.TextChoices):
    """Why an overdracht is refused: a closed list, so that no name ever stands in a reason."""

    WOONT_HIER = "woont_hier", "De persoon woont nog in de oude gemeente"
    IEMAND_ANDERS = "iemand_anders", "Het gaat om iemand anders"
    ANDERE_GEMEENTE = "andere_gemeente", "De persoon hoort bij een andere gemeente"
    EERST_AFRONDEN = "eerst_afronden", "Eerst moet een traject of afspraak worden afgerond"
    ANDERS = "anders", "Andere reden: neem contact op"


class OverdrachtQuerySet(models.QuerySet):
    """Questions about overdrachten. Row-level security shows both gemeenten theirs."""

    def open(self):
        """Those that wait for an answer."""
        return self.filter(stand=Overdrachtstand.OPEN)

    def te_beantwoorden(self, bereik):
        """Open ones that somebody with this bereik may accept or refuse."""
        # By their numbers: a join would leave out what is offered of persons out of sight.
        hier = Statushouder.objects.filter(
            Q(dossiergemeente__in=bereik.gemeenten)
            | Q(dossiergemeente__isnull=True, dossierregio__in=bereik.regios)
        )
        gevraagd = Q(soort=Overdrachtsoort.VRAAG, statushouder_id__in=hier.values("pk"))
        aangeboden = Q(soort=Overdrachtsoort.AANBOD, naar_gemeente__in=bereik.gemeenten)
        return self.open().filter(gevraagd | aangeboden)


class Overdracht(models.Model):
    """One dossier that one gemeente hands to another, or is asked to.

    `van_gemeente` stays empty while the dossier is only asked for: who asks does not learn where
    somebody is known. `over_wie` is how the asking or offering side names the person; it goes when
    the answer has been given.
    """

    sleutel = models.UUIDField("sleutel", default=uuid.uuid4, unique=True, editable=False)
    statushouder = models.ForeignKey(Statushouder, models.CASCADE, related_name="overdrachten")
    soort = models.CharField("soort", max_length=10, choices=Overdrachtsoort)
    stand = models.CharField(
        "stand", max_length=12, choices=Overdrachtstand, default=Overdrachtstand.OPEN
    )
    van_gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="+"
    )
    naar_gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="+")
    binnen_regio = models.BooleanField("binnen de regio", default=True)
    verblijf_soort = models.CharField(
        "gekoppeld of gevestigd",
        max_length=10,
        choices=[(s.value, s.label) for s in (Verblijfsoort.VESTIGING, Verblijfsoort.KOPPELING)],
    )
    vanaf = models.DateField("vanaf")
    over_wie = models.CharField("over wie", max_length=250, blank=True)
    bericht = models.TextField("warme overdracht", max_length=2000, blank=True)
    weigerreden = models.CharField(
        "reden van weigeren", max_length=20, choices=Weigerreden, blank=True
    )
    leest_mee_tot = models.DateField("oude gemeente leest mee tot en met", null=True, blank=True)
    gevraagd_op = models.DateTimeField("gevraagd op")
    gevraagd_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    beslist_op = models.DateTimeField("beslist op", null=True, blank=True)
    beslist_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = OverdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ["-gevraagd_op", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="overdracht_een_open_per_gemeente",
                fields=["statushouder", "naar_gemeente"],
                condition=Q(stand=Overdrachtstand.OPEN),
                violation_error_message="Er is al een overdracht naar deze gemeente gevraagd.",
            ),
            models.CheckConstraint(
                name="overdracht_beslist_of_open",
                condition=Q(stand=Overdrachtstand.OPEN, beslist_op__isnull=True)
                | (~Q(stand=Overdrachtstand.OPEN) & Q(beslist_op__isnull=False)),
                violation_error_message="Een open overdracht is nog niet beslist.",
            ),
            models.CheckConstraint(
                name="overdracht_weigering_heeft_reden",
                condition=(Q(stand=Overdrachtstand.GEWEIGERD) & ~Q(weigerreden=""))
                | (~Q(stand=Overdrachtstand.GEWEIGERD) & Q(weigerreden="")),
                violation_error_message="Kies waarom u weigert.",
            ),
            models.CheckConstraint(
                name="overdracht_meelezen_na_aanvaarden",
                condition=Q(leest_mee_tot__isnull=True) | Q(stand=Overdrachtstand.AANVAARD),
                violation_error_message="Alleen na aanvaarden leest de oude gemeente mee.",
            ),
        ]

    def __str__(self):
        return f"overdracht {self.pk}"


class Bekendvraag(models.Model):
    """Somebody asked whether a person is known in another gemeente: the meter of that question."""

    gebruiker_id = models.BigIntegerField("gebruiker")
    gemeente = models.ForeignKey(Gemeente, models.CASCADE, related_name="+")
    op = models.DateTimeField("gevraagd op")
    bekend = models.BooleanField("was bekend")

    class Meta:
        verbose_name = "vraag of iemand bekend is"
        verbose_name_plural = "vragen of iemand bekend is"
        indexes = [models.Index(fields=["gebruiker_id", "op"], name="bekendvraag_gebruiker")]

    def __str__(self):
        return f"vraag {self.pk}"
