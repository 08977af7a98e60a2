"""How every connection to the database is set, whatever its server says."""

import pytest
from django.db import connection


@pytest.mark.django_db
@pytest.mark.database
def test_no_statement_is_compiled():
    with connection.cursor() as cursor:
        cursor.execute("show jit")
        assert cursor.fetchone() == ("off",)
