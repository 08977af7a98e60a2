"""The tasks of the start page, drawn anew after one of them was done."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from statushouders.lijsten.taken import taken_van
from statushouders.web.start import verdeel


def toon_taken(request: HttpRequest, op: date, melding: str) -> HttpResponse:
    """The tasks as they are now, and what happened, as pieces of the page."""
    taken = taken_van(request.user, bereik=request.bereik, op=op)
    context = {"taken": verdeel(taken, op), "op": op, "melding": melding}
    return render(request, "statushouders/onderdelen/na_klaar.html", context)
