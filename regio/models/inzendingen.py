"""A form is sent once: a double click, a reload or a second tab finds the first result."""

from django.db import models

from regio.models.gebruikers import Gebruiker


class Inzending(models.Model):
    """The random key of one shown form, and where its first sending led to."""

    sleutel = models.UUIDField("sleutel", unique=True)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    antwoord = models.CharField("pagina na het opslaan", max_length=300, blank=True)
    op = models.DateTimeField("verstuurd op", auto_now_add=True)

    class Meta:
        verbose_name = "inzending"
        verbose_name_plural = "inzendingen"

    def __str__(self):
        return str(self.sleutel)
