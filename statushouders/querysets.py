"""Questions about persons and what belongs to them. Opening a row always asks `zichtbaar_voor`."""

from datetime import timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Subquery

from statushouders.codes import BETAALD, LANGSTE_ONDERBREKING, Eindreden, Fase


class IsEenVan(Func):
    """Whether a number is in an array that is worked out once, before any row is read. So an index
    on the number can find the rows, which `in (select ...)` beside an `or` cannot."""

    template = "%(expressions)s)"
    arg_joiner = " = any("
    output_field = models.BooleanField()


def van_gebruiker(gebruiker, op, pad="contactpersoon") -> Q:
    """Of this user on `op`, or of a colleague for whom they then stand in; found through `pad`."""
    from statushouders.models import Waarneming

    afwezig = Waarneming.objects.geldig_op(op).filter(door_wie=gebruiker).values("voor")
    return Q(**{pad: gebruiker}) | Q(IsEenVan(F(f"{pad}_id"), ArraySubquery(afwezig)))


class PersoonsgebondenQuerySet(models.QuerySet):
    """Rows that belong to one person, found through `persoon_pad`."""

    persoon_pad = "statushouder__"

    def zichtbaar_voor(self, bereik):
        """The rows that `bereik` may open. The database repeats this with row-level security."""
        pad = self.persoon_pad
        return self.filter(
            Q(**{f"{pad}dossiergemeente__in": bereik.gemeenten})
            | Q(
                **{
                    f"{pad}dossiergemeente__isnull": True,
                    f"{pad}dossierregio__in": bereik.regios,
                }
            )
            | Q(**{f"{pad}pk__in": bereik.leest_mee})
        )


class StatushouderQuerySet(PersoonsgebondenQuerySet):
    """Questions about persons."""

    persoon_pad = ""

    def geldig(self):
        """Persons who were not registered by mistake."""
        return self.filter(ingetrokken_op__isnull=True)

    def in_beeld(self, op):
        """Persons whose current aanmelding covers `op`."""
        return self.geldig().filter(
            Q(afgesloten_op__isnull=True) | Q(afgesloten_op__gte=op), aangemeld_op__lte=op
        )

    def zonder_contact_sinds(self, dag):
        """Persons without a contact on or after `dag`, and aangemeld before it."""
        from statushouders.models import Contactmoment

        recent = Contactmoment.objects.filter(statushouder=OuterRef("pk"), datum__gte=dag)
        return self.filter(~Exists(recent), aangemeld_op__lt=dag)

    def niet_afgesloten(self, op):
        """Persons who are still "in beeld" on `op`, or will be."""
        return self.geldig().filter(Q(afgesloten_op__isnull=True) | Q(afgesloten_op__gte=op))

    def in_fase(self, fase, op):
        """Persons in this phase on `op`; `Statushouder.fase_op` says the same of one person."""
        if fase == Fase.AFGESLOTEN:
            return self.geldig().filter(afgesloten_op__lt=op)
        traject, werk = {
            Fase.INTAKE: (False, False),
            Fase.TRAJECT: (True, False),
            Fase.WERK: (True, True),
            Fase.NAZORG: (False, True),
        }[fase]
        return (
            self.niet_afgesloten(op).met_fase(op).filter(loopt_traject=traject, aan_het_werk=werk)
        )

    def met_kenmerk(self):
        """Annotate the first kenmerk, which stands in for a name that may not be seen."""
        from statushouders.models import Kenmerk

        eerste = Kenmerk.objects.filter(statushouder=OuterRef("pk")).order_by("pk")
        return self.annotate(eerste_kenmerk=Subquery(eerste.values("kenmerk")[:1]))

    def met_fase(self, op):
        """Annotate what `fase` needs: does a traject run, is somebody at work, on day `op`."""
        from statushouders.models import Plaatsing, Traject

        return self.annotate(
            loopt_traject=Exists(Traject.objects.filter(statushouder=OuterRef("pk")).lopend(op)),
            aan_het_werk=Exists(
                Plaatsing.objects.filter(statushouder=OuterRef("pk")).betaald().lopend(op)
            ),
        )


class LopendQuerySet(PersoonsgebondenQuerySet):
    """Rows with a begindatum and an einddatum, both inclusive."""

    def lopend(self, op):
        """Running on `op`: begun, and not ended before it (docs/cijfers.md)."""
        return self.filter(Q(einddatum__isnull=True) | Q(einddatum__gte=op), begindatum__lte=op)


class TrajectQuerySet(LopendQuerySet):
    """Questions about trajecten."""

    def lopend(self, op):
        """Running on `op`; an administratieve correctie never runs."""
        return super().lopend(op).exclude(eindreden=Eindreden.CORRECTIE)

    def voorbij_verwacht_einde(self, op):
        """Still running on `op` without an end in sight, though expected to have ended."""
        return self.lopend(op).filter(einddatum__isnull=True, verwachte_einddatum__lt=op)


class PlaatsingQuerySet(LopendQuerySet):
    """Questions about plaatsingen."""

    def lopend(self, op):
        """Running on `op` and not withdrawn."""
        return super().lopend(op).geldig()

    def geldig(self):
        """Not withdrawn."""
        return self.filter(ingetrokken_op__isnull=True)

    def begin_van_werk(self):
        """Paid work that does not continue other paid work (R9: a gap of at most 30 days)."""
        eerder = (
            self.model.objects.geldig()
            .betaald()
            .filter(
                Q(begindatum__lt=OuterRef("begindatum"))
                | Q(begindatum=OuterRef("begindatum"), pk__lt=OuterRef("pk")),
                Q(einddatum__isnull=True)
                | Q(einddatum__gte=OuterRef("begindatum") - timedelta(LANGSTE_ONDERBREKING + 1)),
                statushouder=OuterRef("statushouder"),
            )
        )
        return self.geldig().betaald().filter(~Exists(eerder))

    def betaald(self):
        """Paid work: betaald werk, ondernemerschap and bbl (docs/cijfers.md)."""
        return self.filter(soort__in=BETAALD)
