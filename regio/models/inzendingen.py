"""A form is sent once: a double click, a reload or a second tab finds the first result."""

import uuid

from django.db import connection, models
from django.utils import timezone

from regio.models.gebruikers import Gebruiker


class InzendingQuerySet(models.QuerySet):
    """Questions about sent forms."""

    def claim(self, sleutel: uuid.UUID, gebruiker: Gebruiker) -> bool:
        """Whether this sending is the first; waits for another that has not finished yet."""
        with connection.cursor() as cursor:
            cursor.execute(
                "insert into regio_inzending (sleutel, gebruiker_id, antwoord, op)"
                " values (%s, %s, '', %s) on conflict (sleutel) do nothing",
                [sleutel, gebruiker.pk, timezone.now()],
            )
            return bool(cursor.rowcount)


class Inzending(models.Model):
    """The random key of one shown form, and where its first sending led to."""

    sleutel = models.UUIDField("sleutel", unique=True)
    gebruiker = models.ForeignKey(Gebruiker, models.CASCADE, related_name="+")
    antwoord = models.CharField("pagina na het opslaan", max_length=300, blank=True)
    op = models.DateTimeField("verstuurd op", auto_now_add=True)

    objects = InzendingQuerySet.as_manager()

    class Meta:
        verbose_name = "inzending"
        verbose_name_plural = "inzendingen"

    def __str__(self):
        return str(self.sleutel)
