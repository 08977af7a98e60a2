"""What every form on a dossier can do: warn before saving, and show what somebody else saved."""

import hashlib

from django.core.exceptions import ValidationError
from django.forms import Field
from django.utils.encoding import force_str

from regio.web.formulieren import HandelingForm
from statushouders.services.kern import Ingehaald

NIETS = "–"


class DossierForm(HandelingForm):
    """A form that may be saved in spite of a warning, but never over another's change unseen.

    With `versie` among its fields the form carries along what it was first filled with, so that a
    conflict shows only what both people changed.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.waarschuwingen: list[str] = []
        self.ingehaald: Ingehaald | None = None
        self.verschillen: list[tuple[str, str, str]] = []
        if "versie" in self.fields:
            for naam, veld in self.fields.items():
                veld.show_hidden_initial = naam != "versie"

    def akkoord_met(self, zinnen: list[str]) -> bool:
        """True when there is nothing to warn of, or the user saw exactly these warnings."""
        if not zinnen or self.data.get("toch") == _vingerafdruk(zinnen):
            return True
        self.waarschuwingen = zinnen
        return False

    @property
    def toch(self) -> str:
        """The value of the button that saves in spite of the warnings shown."""
        return _vingerafdruk(self.waarschuwingen)

    @property
    def mislukt(self) -> bool:
        """Whether nothing was saved: the page then answers 422."""
        return self.is_bound and bool(self.errors or self.waarschuwingen)

    def weiger(self, weigering: ValidationError) -> None:
        """Keep a conflict, to show both versions."""
        if isinstance(weigering, Ingehaald):
            self.ingehaald = weigering
        super().weiger(weigering)

    def vergelijk(self, nu: dict) -> None:
        """After a conflict: take over what only the other changed, and list what differs.

        `nu` is what the form would be filled with now; sending the form again saves over that.
        """
        gegevens = self.data.copy()
        for naam, veld in self.fields.items():
            if naam == "versie":
                gegevens[self.add_prefix(naam)] = nu[naam]
                continue
            begonnen = self._getoond(naam, veld, self._begonnen(naam, veld))
            mijn = self._getoond(naam, veld, self[naam].data)
            ander = self._getoond(naam, veld, nu.get(naam))
            if mijn == begonnen and ander != begonnen:
                gegevens[self.add_prefix(naam)] = force_str(
                    veld.prepare_value(nu.get(naam)) if nu.get(naam) is not None else ""
                )
            elif mijn != ander != begonnen:
                self.verschillen.append((str(veld.label), ander or NIETS, mijn or NIETS))
        self.data = gegevens

    def _begonnen(self, naam: str, veld: Field):
        """What the form was first filled with, as it carried along."""
        return self._widget_data_value(veld.hidden_widget(), self[naam].html_initial_name)

    def _getoond(self, naam: str, veld: Field, waarde) -> str:
        """A value as the reader knows it: the label of a choice, a day in Dutch."""
        try:
            waarde = veld.clean(veld.prepare_value(waarde)) if waarde not in (None, "") else ""
        except ValidationError:
            return force_str(waarde)
        keuzes = {force_str(k): force_str(v) for k, v in _plat(getattr(veld, "choices", ()))}
        if hasattr(waarde, "strftime"):
            return waarde.strftime("%d-%m-%Y")
        if isinstance(waarde, bool):
            return "Ja" if waarde else "Nee"
        return keuzes.get(force_str(waarde), force_str(waarde))


def _plat(keuzes):
    """Choices without their groups."""
    for waarde, label in keuzes:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield waarde, label


def _vingerafdruk(zinnen: list[str]) -> str:
    return hashlib.sha256("\n".join(zinnen).encode()).hexdigest()[:16]
