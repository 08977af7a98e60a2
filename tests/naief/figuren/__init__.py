"""Every figure, chapter by chapter."""

from tests.naief.figuren.a import CASELOAD
from tests.naief.figuren.b import BEEINDIGD
from tests.naief.figuren.c import WERK
from tests.naief.figuren.c_duurzaam import DUURZAAM
from tests.naief.figuren.d import PER_ACTIELIJN
from tests.naief.figuren.g import kwaliteit_cellen

FIGUREN = {f.code: f for f in (*CASELOAD, *BEEINDIGD, *WERK, *DUURZAAM, *PER_ACTIELIJN)}

__all__ = ["FIGUREN", "kwaliteit_cellen"]
