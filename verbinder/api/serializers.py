"""Publications and their figures as the API gives them. Days are `jjjj-mm-dd`."""

from rest_framework import serializers

from verbinder.rapportage.models import Cijfer, Versie


class IndicatorSerializer(serializers.Serializer):
    """One figure as Verbinder counts it today."""

    code = serializers.CharField(help_text="Vaste code, zoals A3.")
    titel = serializers.CharField()
    definitie = serializers.CharField(help_text="Wie of wat er telt.")
    eenheid = serializers.CharField()
    uitsplitsingen = serializers.ListField(child=serializers.CharField())


class PublicatieSerializer(serializers.ModelSerializer):
    """One version of the report of a region that was sent or adopted."""

    arbeidsmarktregio = serializers.CharField(
        source="rapportage.regio.code", help_text="Code van de arbeidsmarktregio."
    )
    naam = serializers.CharField(source="rapportage.regio.naam")
    halfjaar = serializers.CharField(source="rapportage.halfjaar")
    versie = serializers.IntegerField(source="nummer")
    status = serializers.SerializerMethodField(
        help_text="`concept`, `ingetrokken` of `vastgesteld`."
    )
    ingetrokkenOmdat = serializers.CharField(
        source="intrekking.reden", default=None, help_text="Bij een ingetrokken versie de reden."
    )
    vastgesteldOp = serializers.DateField(
        source="vaststelling.datum", default=None, help_text="Dag van het overleg; anders leeg."
    )
    vingerafdruk = serializers.CharField(
        source="vaststelling.sha256",
        default=None,
        help_text="SHA-256 over de vastgestelde inhoud; bij een concept leeg.",
    )

    class Meta:
        model = Versie
        fields = ["arbeidsmarktregio", "naam", "halfjaar", "versie", "status"]
        fields += ["ingetrokkenOmdat", "vastgesteldOp", "vingerafdruk"]

    def get_status(self, versie: Versie) -> str:
        """Whether an overleg adopted it, or its maker took it back."""
        if hasattr(versie, "vaststelling"):
            return "vastgesteld"
        return "ingetrokken" if hasattr(versie, "intrekking") else "concept"


class AanleveringSerializer(serializers.Serializer):
    """Whether a gemeente delivered."""

    gemeente = serializers.CharField(source="code", help_text="Code van de gemeente.")
    naam = serializers.CharField()
    aangeleverd = serializers.BooleanField(source="geleverd")


class DefinitieSerializer(serializers.Serializer):
    """What a figure meant when it was measured."""

    code = serializers.CharField()
    titel = serializers.CharField()
    definitie = serializers.CharField()
    eenheid = serializers.CharField()


class EnkelePublicatieSerializer(PublicatieSerializer):
    """The same, with what one has to know to read the figures."""

    peildatum = serializers.DateField(source="opname.peildatum")
    bekendOp = serializers.DateTimeField(
        source="opname.bekend_op", help_text="Tot dit moment is alles geteld wat was ingevoerd."
    )
    regel = serializers.CharField(
        source="opname.regel", help_text="De regel voor kleine aantallen."
    )
    aanlevering = AanleveringSerializer(many=True)
    definities = DefinitieSerializer(many=True)

    class Meta(PublicatieSerializer.Meta):
        fields = [*PublicatieSerializer.Meta.fields, "peildatum", "bekendOp", "regel"]
        fields += ["aanlevering", "definities"]


class CijferSerializer(serializers.ModelSerializer):
    """One published cell: what everyone reads, never the true number behind it."""

    getal = serializers.DecimalField(
        max_digits=14,
        decimal_places=2,
        allow_null=True,
        coerce_to_string=False,
        help_text="Het gepubliceerde getal; leeg waar `weergave` een woord is.",
    )
    teller = serializers.IntegerField(allow_null=True, help_text="Afgerond, van een percentage.")
    noemer = serializers.IntegerField(allow_null=True, help_text="Afgerond, van een percentage.")

    class Meta:
        model = Cijfer
        fields = ["indicator", "uitsplitsing", "categorie", "label", "eenheid", "maat"]
        fields += ["status", "weergave", "getal", "teller", "noemer", "samengevoegd"]
