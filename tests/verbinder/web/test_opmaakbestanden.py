"""The style sheets and fonts that npm brings: found where they are, and missed without a fault."""

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.views import serve
from django.http import Http404
from django.test import RequestFactory

from verbinder.web import opmaakbestanden


def test_a_style_sheet_that_was_not_installed_is_not_found_and_breaks_nothing(
    monkeypatch, tmp_path
):
    monkeypatch.setattr(opmaakbestanden, "MODULES", tmp_path)
    naam = next(iter(opmaakbestanden.BESTANDEN))

    assert not finders.find(naam)
    with pytest.raises(Http404):
        serve(RequestFactory().get("/"), naam, insecure=True)
