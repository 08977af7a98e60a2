#!/usr/bin/env python3
"""Django's command line, with the local database switched on where no DATABASE_URL is set."""

import os
import sys
from pathlib import Path

BASIS = Path(__file__).resolve().parent
VENV_PYTHON = BASIS / ".venv" / "bin" / "python"


def gebruik_venv() -> None:
    """Run again with the project's own Python, so that `python manage.py ...` works anywhere."""
    binnen_venv = Path(sys.prefix).resolve() == (BASIS / ".venv").resolve()
    if VENV_PYTHON.exists() and not binnen_venv and not os.environ.get("VIRTUAL_ENV"):
        os.execv(VENV_PYTHON, [str(VENV_PYTHON), *sys.argv])


def main() -> None:
    """Start the command that was asked for."""
    try:
        import django  # noqa: F401
    except ImportError:
        gebruik_venv()
        sys.exit("Django ontbreekt. Draai eerst `make opzetten` in deze map.")
    from django.core.management import execute_from_command_line

    from verbinder.lokaal.omgeving import voor_opdracht

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verbinder.settings")
    with voor_opdracht(sys.argv):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
