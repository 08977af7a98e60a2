"""Pages of text, for everyone: accessibility, privacy and help."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.views.decorators.http import require_safe


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """For browsers that ask for an icon without reading the page."""
    return redirect(static("verbinder/beeldmerk.svg"))


@login_not_required
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, and what is not tested yet."""
    return render(request, "regio/toegankelijkheid.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is stored and, on purpose, what is not."""
    return render(request, "regio/privacy.html")


@login_not_required
@require_safe
def hulp(request: HttpRequest) -> HttpResponse:
    """Where to begin, and whom to ask."""
    return render(request, "regio/hulp.html")
