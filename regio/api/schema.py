"""The OpenAPI description, by the rules of the Dutch API Design Rules."""

from drf_spectacular.openapi import AutoSchema

API_VERSIE = "1.1.0"

PROBLEEMSCHEMA = {
    "type": "object",
    "required": ["status", "title", "detail"],
    "properties": {
        "status": {"type": "integer", "description": "De HTTP-statuscode."},
        "title": {"type": "string", "description": "Wat er misging."},
        "detail": {"type": "string", "description": "Wat u nu kunt doen."},
    },
}
VERSIEKOP = {
    "API-Version": {
        "description": "De versie van de API die antwoordde.",
        "schema": {"type": "string", "example": API_VERSIE},
    }
}
PROBLEMEN = {
    "400": "Ongeldige aanvraag",
    "401": "Niet ingelogd",
    "403": "Geen toegang",
    "404": "Niet gevonden",
}


class Schema(AutoSchema):
    """Operations are grouped by the word in their path."""

    def get_tags(self) -> list[str]:
        return [self.path.strip("/").split("/")[2].replace("-", " ").capitalize()]


def vul_aan(result: dict, generator, request, public) -> dict:
    """Add to every operation the version header and the answers for problems."""
    result.setdefault("components", {}).setdefault("schemas", {})["Probleem"] = PROBLEEMSCHEMA
    for pad in result["paths"].values():
        for handeling in pad.values():
            for antwoord in handeling["responses"].values():
                antwoord["headers"] = VERSIEKOP
            for code, titel in PROBLEMEN.items():
                handeling["responses"].setdefault(
                    code,
                    {
                        "description": titel,
                        "headers": VERSIEKOP,
                        "content": {
                            "application/problem+json": {
                                "schema": {"$ref": "#/components/schemas/Probleem"}
                            }
                        },
                    },
                )
    return result
