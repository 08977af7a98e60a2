"""The pages of live figures: for a gemeente and its verbinder only, and a 404 for the others."""

from tests.adressen import GEEN, IEDEREEN, Adres, rollen

VAN_HILVERSUM = rollen("verbinder", "klantmanager", "gemeente_cijfers")
HILVERSUM, REGIO = {"code": "GM0402"}, {"code": "AM12"}
DEEL = {"deel": "trajecten"}

DASHBOARD = {
    # To one's own figures; who has none goes to what was published, if that may be read.
    "dashboard": Adres(IEDEREEN - rollen("applicatiebeheerder"), goed=302),
    "dashboard_gemeente(code)": Adres(VAN_HILVERSUM, anders=404, pad=HILVERSUM),
    "dashboard_gemeente(code, deel)": Adres(VAN_HILVERSUM, anders=404, pad={**HILVERSUM, **DEEL}),
    "dashboard_regio(code)": Adres(rollen("verbinder"), anders=404, pad=REGIO),
    "dashboard_regio(code, deel)": Adres(rollen("verbinder"), anders=404, pad={**REGIO, **DEEL}),
    # Without the name of a figure there is nothing behind it.
    "dashboard_gemeente_gevallen": Adres(GEEN, anders=404, pad=HILVERSUM),
    "dashboard_regio_gevallen": Adres(GEEN, anders=404, pad=REGIO),
    # For a right without region, which nobody in the cast has.
    "landelijk": Adres(GEEN),
    "definities": Adres(IEDEREEN),
    "definitie": Adres(IEDEREEN, pad={"code": "A1"}),
}
