"""Tables of which the database keeps where each dossier is, in a column `plek` of its own.

The number of the gemeente, or minus that of the region for who is not yet gekoppeld. Triggers keep
it and policies read it (migration 0021); Python never does.
"""

import pghistory


def volg_zonder_plek(vast: str):
    """Track every change of a row but that of its place: moving a dossier changes nothing in it.

    `vast` is a field that never changes: without it the trigger names the fields one by one.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(condition=pghistory.AnyChange(exclude=[vast])),
        pghistory.DeleteEvent(),
    )
