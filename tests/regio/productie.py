"""The settings as production has them, read in a process of their own."""

import json
import subprocess
import sys

OMGEVING = {
    "VERBINDER_OMGEVING": "productie",
    "SECRET_KEY": "x" * 60,
    "DATABASE_URL": "postgres://niemand@127.0.0.1:1/niets",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "ALLOWED_HOSTS": "verbinder.voorbeeld.invalid",
}


def start(**omgeving: str) -> subprocess.CompletedProcess:
    """Read the settings with these variables on top."""
    return _draai("import verbinder.settings", omgeving)


def instellingen(*namen: str) -> dict:
    """The values of these settings."""
    code = (
        f"import json, verbinder.settings as s; print(json.dumps([getattr(s, n) for n in {namen}]))"
    )
    return dict(zip(namen, json.loads(_draai(code, {}).stdout), strict=True))


def _draai(code: str, omgeving: dict) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**OMGEVING, **omgeving},
        capture_output=True,
        text=True,
        check=False,
    )
