"""A worker that is killed in the middle of its work."""

import os
import signal
import subprocess
import sys
import time

from django.db import connection

from tests.hulp.kopie import EigenDatabase

# A server that is busy with other tests may take its time to see that a client is gone.
HOOGSTENS = 30


def laat_worker_sterven(script: str, *argumenten: str, database: EigenDatabase) -> None:
    """Run `script`, which must kill itself, and wait until the database has let go of its locks.

    The server notices the death of a client only after a moment. Until then the work still is
    somebody's, and asking for it would rightly answer that there is nothing to do.
    """
    proces = subprocess.run(
        [sys.executable, "-c", script, *argumenten],
        env={**os.environ, "DATABASE_URL": database.adres},
        check=False,
    )
    assert proces.returncode == -signal.SIGKILL
    uiterlijk = time.monotonic() + HOOGSTENS
    while _anderen_verbonden():
        assert time.monotonic() < uiterlijk, "the server still holds the connection of the dead"
        time.sleep(0.02)


def _anderen_verbonden() -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return cursor.fetchone()[0]
