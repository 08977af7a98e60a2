"""The tasks of the start page, drawn anew after one of them was done."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statushouders.web.start import taken_op_start


def toon_taken(request: HttpRequest, op: date, melding: str) -> HttpResponse:
    """The tasks as they are now, and what happened, as pieces of the page."""
    context = {"taken": taken_op_start(request, op), "op": op, "melding": melding}
    return render(request, "statushouders/onderdelen/na_klaar.html", context)
