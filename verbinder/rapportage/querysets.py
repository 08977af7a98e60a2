"""Questions about reports. A stranger to a region never gets past `zichtbaar_voor`."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from regio.toegang import Bereik


def van_leesbare_regio(bereik: Bereik, pad: str = "") -> Q:
    """The condition that a report is of a region whose publications `bereik` may read."""
    return Q() if bereik.alle_publicaties else Q(**{f"{pad}regio__in": bereik.publicaties})


class VersieQuerySet(models.QuerySet):
    """Questions about versions and how far they are."""

    def zichtbaar_voor(self, bereik: Bereik):
        """What was sent or adopted, and for who counts in the region also what is being made."""
        return self.met_stappen().filter(
            Q(rapportage__regio__in=bereik.cijferregios)
            | (
                van_leesbare_regio(bereik, "rapportage__")
                & (Q(is_verstuurd=True) | Q(vaststelling__isnull=False))
            )
        )

    def gepubliceerd_voor(self, bereik: Bereik):
        """What was sent or adopted, also what was taken back later; nothing that is still being
        made, whoever asks."""
        return self.zichtbaar_voor(bereik).filter(
            Q(is_verstuurd=True) | Q(vaststelling__isnull=False)
        )

    def met_stappen(self):
        """Annotate `is_gesloten` and `is_verstuurd`, which `voortgang` reads; with the end of it:
        `vaststelling` or `intrekking`."""
        from verbinder.rapportage.models import Stap, Stapsoort

        gezet = Stap.objects.filter(versie=OuterRef("pk"))
        return self.annotate(
            is_gesloten=Exists(gezet.filter(soort=Stapsoort.GESLOTEN)),
            is_verstuurd=Exists(gezet.filter(soort=Stapsoort.VERSTUURD)),
        ).select_related("rapportage__regio", "vaststelling", "intrekking")
