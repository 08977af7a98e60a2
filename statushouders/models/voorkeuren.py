"""What a user keeps for themselves: lists, how a gemeente names its columns, and which mail."""

from django.conf import settings
from django.db import models

from statushouders.codes import Berichtsoort, Wanneer


class BewaardeLijst(models.Model):
    """A filter of a list under a name, for who made it. `vraag` is a query string, so no name."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    pagina = models.CharField("pagina", max_length=20)
    naam = models.CharField("naam", max_length=60)
    vraag = models.CharField("filter", max_length=500, blank=True)

    class Meta:
        verbose_name = "bewaarde lijst"
        verbose_name_plural = "bewaarde lijsten"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(
                name="bewaarde_lijst_naam_uniek",
                fields=["gebruiker", "naam"],
                violation_error_message="U hebt al een lijst met deze naam.",
            )
        ]

    def __str__(self):
        return self.naam


class Kolomindeling(models.Model):
    """What the columns of a deliverer's own list mean, by header, as a user last said."""

    leverancier = models.CharField("leverancier", max_length=6)
    kop = models.CharField("kop", max_length=100)
    kolom = models.CharField("kolom", max_length=80, blank=True)

    class Meta:
        verbose_name = "kolomindeling"
        verbose_name_plural = "kolomindelingen"
        constraints = [
            models.UniqueConstraint(
                name="kolomindeling_eenmaal_per_kop", fields=["leverancier", "kop"]
            )
        ]

    def __str__(self):
        return f"{self.leverancier}: {self.kop}"


class Berichtvoorkeur(models.Model):
    """When somebody wants mail about one kind of news. Without a row: what `Berichtsoort` says."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    soort = models.CharField("soort", max_length=20, choices=Berichtsoort)
    wanneer = models.CharField("wanneer", max_length=10, choices=Wanneer)

    class Meta:
        verbose_name = "berichtvoorkeur"
        verbose_name_plural = "berichtvoorkeuren"
        constraints = [
            models.UniqueConstraint(
                name="berichtvoorkeur_eenmaal_per_soort", fields=["gebruiker", "soort"]
            )
        ]

    def __str__(self):
        return f"{self.soort}: {self.wanneer}"


class Bericht(models.Model):
    """One piece of news for a user that waits for the mail of the next morning. Names nobody."""

    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    soort = models.CharField("soort", max_length=20, choices=Berichtsoort)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        indexes = [models.Index(fields=["gebruiker", "soort"], name="bericht_gebruiker")]

    def __str__(self):
        return self.soort
