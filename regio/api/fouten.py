"""Errors of the API as `application/problem+json` (RFC 9457; NL API Design Rules)."""

from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as DjangoValidationError
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response

TITELS = {
    status.HTTP_400_BAD_REQUEST: "Ongeldige aanvraag",
    status.HTTP_401_UNAUTHORIZED: "Niet ingelogd",
    status.HTTP_403_FORBIDDEN: "Geen toegang",
    status.HTTP_404_NOT_FOUND: "Niet gevonden",
    status.HTTP_405_METHOD_NOT_ALLOWED: "Deze handeling bestaat hier niet",
    status.HTTP_406_NOT_ACCEPTABLE: "Dit antwoordformaat bestaat niet",
    status.HTTP_415_UNSUPPORTED_MEDIA_TYPE: "Dit invoerformaat bestaat niet",
    status.HTTP_429_TOO_MANY_REQUESTS: "Te veel aanvragen",
}
UITLEG = {
    status.HTTP_401_UNAUTHORIZED: "Log eerst in.",
    status.HTTP_403_FORBIDDEN: "Uw rechten geven geen toegang tot deze gegevens.",
    status.HTTP_404_NOT_FOUND: "Op dit adres staat niets, of niets dat u mag zien.",
    status.HTTP_405_METHOD_NOT_ALLOWED: "Deze API is alleen om te lezen. Gebruik GET.",
    status.HTTP_406_NOT_ACCEPTABLE: "Vraag om application/json.",
    status.HTTP_415_UNSUPPORTED_MEDIA_TYPE: "Stuur application/json.",
}
PROBLEEM = "application/problem+json"


def als_probleem(fout: Exception, context: dict) -> Response | None:
    """The answer for an exception in an API view; None lets Django answer.

    The text never says whether something exists that the caller may not see.
    """
    if isinstance(fout, Http404):
        fout = exceptions.NotFound()
    elif isinstance(fout, PermissionDenied):
        fout = exceptions.PermissionDenied()
    elif isinstance(fout, DjangoValidationError):
        fout = exceptions.ValidationError(fout.messages)
    if not isinstance(fout, exceptions.APIException):
        return None
    code = fout.status_code
    if isinstance(fout, exceptions.NotAuthenticated):
        code = status.HTTP_401_UNAUTHORIZED
    detail = UITLEG.get(code) or _zinnen(fout.detail)
    inhoud = {"status": code, "title": TITELS.get(code, "Er ging iets mis"), "detail": detail}
    context["view"].headers["Cache-Control"] = "no-store"
    return Response(inhoud, status=code, content_type=PROBLEEM)


def _zinnen(detail) -> str:
    if isinstance(detail, dict):
        return " ".join(f"{veld}: {_zinnen(waarde)}" for veld, waarde in detail.items())
    if isinstance(detail, list):
        return " ".join(_zinnen(waarde) for waarde in detail)
    return str(detail)
