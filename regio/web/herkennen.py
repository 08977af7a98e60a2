"""Who a session belongs to: the user, and whether a second factor was set up, in one question."""

from allauth.account.auth_backends import AuthenticationBackend
from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef

from regio.models import Gebruiker

# Codes to fall back on are not a factor of their own.
TWEEDE_FACTOREN = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class Herkenning(AuthenticationBackend):
    """Logs in as allauth does; each later page must know of the second factor as well."""

    def get_user(self, user_id: int) -> Gebruiker | None:
        """The user with `heeft_tweede_factor`, or None when gone or blocked."""
        factoren = Authenticator.objects.filter(user=OuterRef("pk"), type__in=TWEEDE_FACTOREN)
        gebruiker = (
            Gebruiker.objects.annotate(heeft_tweede_factor=Exists(factoren))
            .filter(pk=user_id)
            .first()
        )
        return gebruiker if gebruiker and self.user_can_authenticate(gebruiker) else None
