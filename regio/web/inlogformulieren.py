"""The forms of allauth whose words are not plain Dutch, with other words."""

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm

CODE = "Code uit uw app"
CODE_OF_HERSTELCODE = "Code uit uw app, of een herstelcode"


class AppInstellenForm(ActivateTOTPForm):
    """Set up an authenticator app."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = CODE


class TweedeStapForm(AuthenticateForm):
    """The second step of logging in."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = CODE_OF_HERSTELCODE


class BevestigenForm(ReauthenticateForm):
    """Prove it is you, with a code."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = CODE_OF_HERSTELCODE


class SleutelToevoegenForm(AddWebAuthnForm):
    """Add a security key."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Naam van de sleutel"


class SleutelWijzigenForm(EditWebAuthnForm):
    """Give a security key another name."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = "Naam van de sleutel"
