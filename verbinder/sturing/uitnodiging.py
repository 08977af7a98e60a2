"""A meeting for in a calendar (RFC 5545). Names no members: the file may be passed on."""

from datetime import UTC, datetime

from django.conf import settings
from django.utils.timezone import get_default_timezone
from icalendar import Calendar, Event

from regio.models import Vergadering

INHOUDSOORT = "text/calendar; charset=utf-8"


def uitnodiging(vergadering: Vergadering, *, adres: str, op: datetime) -> bytes:
    """The meeting as .ics. `adres` is its page.

    The same identity and a higher edition after each change, so that a calendar moves or strikes
    out what it holds and makes no second entry.
    """
    overleg = vergadering.overleg
    zone = get_default_timezone()
    punt = Event()
    punt.add("uid", f"vergadering-{vergadering.pk}-{overleg.regio.code.lower()}@verbinder")
    punt.add("dtstamp", op.astimezone(UTC))
    punt.add("dtstart", datetime.combine(vergadering.datum, vergadering.begintijd, zone))
    punt.add("dtend", datetime.combine(vergadering.datum, vergadering.eindtijd, zone))
    punt.add("summary", f"{overleg.naam}, {overleg.regio.naam}")
    punt.add("sequence", vergadering.uitgave)
    punt.add("status", "CANCELLED" if vergadering.afgezegd else "CONFIRMED")
    punt.add("url", adres)
    punt.add("description", _agenda(vergadering, adres))
    if vergadering.plaats:
        punt.add("location", vergadering.plaats)
    kalender = Calendar()
    kalender.add("prodid", f"-//{settings.SITE_NAAM}//NL")
    kalender.add("version", "2.0")
    kalender.add("method", "CANCEL" if vergadering.afgezegd else "PUBLISH")
    kalender.add_component(punt)
    kalender.add_missing_timezones()
    return kalender.to_ical()


def _agenda(vergadering: Vergadering, adres: str) -> str:
    punten = [f"{punt.volgorde}. {punt.titel}" for punt in vergadering.agendapunten.all()]
    return "\n".join([*punten, "", f"Agenda en stukken: {adres}"])
