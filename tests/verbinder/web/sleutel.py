"""A security key that somebody registered, without a browser or a device."""

import json

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from fido2.cose import ES256
from fido2.utils import sha256, websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

from regio.models import Gebruiker

GEGEVENS = {
    "type": "webauthn.create",
    "challenge": websafe_encode(bytes(32)),
    "origin": "http://testserver",
}
NUMMER = b"verzonnen-sleutel"
PUBLIEK = ES256({1: 2, 3: -7, -1: 1, -2: bytes(32), -3: bytes(32)})


def een_sleutel(gebruiker: Gebruiker) -> Authenticator:
    """The key of this user, as the browser would have handed it over."""
    bewijs = AuthenticatorData.create(
        sha256(b"testserver"),
        AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT,
        0,
        AttestedCredentialData.create(bytes(16), NUMMER, PUBLIEK),
    )
    antwoord = {
        "clientDataJSON": websafe_encode(json.dumps(GEGEVENS).encode()),
        "attestationObject": websafe_encode(AttestationObject.create("none", bewijs, {})),
    }
    nummer = websafe_encode(NUMMER)
    gegevens = {"id": nummer, "rawId": nummer, "type": "public-key", "response": antwoord}
    return WebAuthn.add(gebruiker, "Sleutel van kantoor", gegevens).instance
