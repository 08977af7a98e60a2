"""What the actielijn of a traject asked, and what was answered."""

from statushouders.models import Traject, Trajectvragen
from statushouders.services.trajectdelen import VRAGEN_VAN


def antwoorden_van(traject: Traject, vragen: Trajectvragen | None) -> list[tuple[str, str]]:
    """Each answered question of the actielijn of this traject, as people read it."""
    if vragen is None:
        return []
    antwoorden = []
    for naam in VRAGEN_VAN[traject.actielijn_id]:
        veld = Trajectvragen._meta.get_field(naam)
        if waarde := getattr(vragen, naam):
            antwoorden.append((str(veld.verbose_name).capitalize(), _leesbaar(veld, waarde)))
    return antwoorden


def _leesbaar(veld, waarde) -> str:
    if waarde is True:
        return "Ja"
    if veld.choices:
        return str(dict(veld.flatchoices).get(waarde, waarde))
    if hasattr(waarde, "strftime"):
        return waarde.strftime("%d-%m-%Y")
    return str(waarde).replace(".", ",") if veld.name == "uren_per_week" else str(waarde)
