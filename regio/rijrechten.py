"""Row-level security from Python: three database roles, and a scope that ends with its transaction.

- `verbinder_eigenaar` owns the tables. Only migrations and named owner commands take this role.
- `verbinder_dossier` is the role of every web, worker and test connection. It reaches the rows
  that the scope of the transaction opens, and none without a scope.
- `verbinder_teller` reaches every row but no name, note or kenmerk. Only the measuring of figures
  takes it, for the length of one call.

The scope is written with `set_config(..., is_local=true)`, so it cannot outlive its transaction.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection, transaction

if TYPE_CHECKING:
    from regio.toegang import Bereik

EIGENAAR = "verbinder_eigenaar"
DOSSIER = "verbinder_dossier"
TELLER = "verbinder_teller"

_rol: ContextVar[str | None] = ContextVar("databaserol", default=DOSSIER)

# Compiling a statement (jit) costs seconds for the long ones of the figures, and saves none.
ROL_AANNEMEN = """
set role {rol};
set statement_timeout = {statement};
set lock_timeout = {slot};
set idle_in_transaction_session_timeout = {stil};
set jit = off;
select rolname, rolsuper or rolbypassrls from pg_roles where rolname = current_user
"""


def neem_rol_aan(*, connection, **_) -> None:
    """Give a fresh connection its role; refuse one that row-level security would not bind.

    Raises OperationalError when the role is missing, ImproperlyConfigured when it is a superuser
    or may bypass row-level security.
    """
    rol = _rol.get()
    if rol is None:
        return
    opdracht = ROL_AANNEMEN.format(
        rol=connection.ops.quote_name(rol),
        statement=settings.DATABASE_TIJDSLIMIETEN["statement"] if rol == DOSSIER else 0,
        slot=settings.DATABASE_TIJDSLIMIETEN["slot"],
        stil=settings.DATABASE_TIJDSLIMIETEN["stil"] if rol == DOSSIER else 0,
    )
    with connection.cursor() as cursor:
        if not _rol_bestaat(cursor, rol):
            connection.close()
            raise OperationalError(
                f"De databaserol {rol} bestaat nog niet. Draai eerst `python manage.py migrate`."
            )
        cursor.execute(opdracht)
        naam, te_machtig = cursor.fetchone()
    if naam != rol or te_machtig:
        connection.close()
        raise ImproperlyConfigured(
            f"De databaserol {naam} mag alle rijen zien (superuser of BYPASSRLS). "
            f"Haal dat recht weg: `alter role {rol} nosuperuser nobypassrls`."
        )


def _rol_bestaat(cursor, rol: str) -> bool:
    cursor.execute("select 1 from pg_roles where rolname = %s", [rol])
    return cursor.fetchone() is not None


@contextmanager
def als_eigenaar() -> Iterator[None]:
    """Work as the owner of the tables: for migrations and named owner commands only.

    The owner sees no person either, until `eigenaar_opent_alles` says so.
    """
    with _andere_verbinding(EIGENAAR):
        yield


@contextmanager
def als_inlog() -> Iterator[None]:
    """Work as the log-in of DATABASE_URL itself: only the making of roles needs that."""
    with _andere_verbinding(None):
        yield


@contextmanager
def _andere_verbinding(rol: str | None) -> Iterator[None]:
    connection.close()
    token = _rol.set(rol)
    try:
        yield
    finally:
        connection.close()
        _rol.reset(token)


@contextmanager
def eigenaar_opent_alles() -> Iterator[None]:
    """Inside a transaction of the owner: reach the rows of every person."""
    with transaction.atomic():
        _zet({"verbinder.eigenaar_bereik": "alles"})
        yield
        _zet({"verbinder.eigenaar_bereik": ""})


@contextmanager
def bereik_transactie(bereik: "Bereik", *, gebruiker_id: int | None = None) -> Iterator[None]:
    """Open one transaction in which the database shows what `bereik` opens, and nothing more."""
    van_een_ander = connection.in_atomic_block
    with transaction.atomic():
        zet_bereik(bereik, gebruiker_id=gebruiker_id)
        yield
        # The end of our own transaction takes the scope with it, as a rollback does.
        if van_een_ander and not transaction.get_rollback():
            zet_bereik(None)


def zet_bereik(bereik: "Bereik | None", *, gebruiker_id: int | None = None) -> None:
    """Write the scope into the running transaction; None closes it."""
    waarden = {
        "verbinder.gemeenten": _reeks(bereik.gemeenten if bereik else ()),
        "verbinder.regios": _reeks(bereik.regios if bereik else ()),
        "verbinder.zonder_namen": _reeks(bereik.zonder_namen if bereik else ()),
        "verbinder.leest_mee": _reeks(bereik.leest_mee if bereik else ()),
        "verbinder.cijferregios": _reeks(bereik.cijferregios if bereik else ()),
        "verbinder.logregios": _reeks(bereik.logregios if bereik else ()),
        "verbinder.geldregios": _reeks(bereik.geldregios if bereik else ()),
        "verbinder.beheerregios": _reeks(bereik.beheerregios if bereik else ()),
        "verbinder.cijfergemeenten": _reeks(bereik.cijfergemeenten if bereik else ()),
        "verbinder.gebruiker": str(gebruiker_id or ""),
    }
    _zet(waarden)


@contextmanager
def als_teller() -> Iterator[None]:
    """Count every row without opening one. Only `verbinder.indicatoren.meten` does this."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"set local role {TELLER}")
        yield
        with connection.cursor() as cursor:
            cursor.execute(f"set local role {_rol.get()}")


def _zet(waarden: dict[str, str]) -> None:
    vragen = ", ".join(["set_config(%s, %s, true)"] * len(waarden))
    parameters = [deel for paar in waarden.items() for deel in paar]
    with connection.cursor() as cursor:
        cursor.execute(f"select {vragen}", parameters)


def _reeks(ids: Iterable[int]) -> str:
    return "{" + ",".join(str(int(i)) for i in sorted(ids)) + "}"
