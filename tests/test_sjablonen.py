"""What every template keeps to."""

import re

import pytest
from django.conf import settings

SJABLONEN = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
SLEUTEL = re.compile(r"\{\{ *[\w.]*(?:\.pk|_id) *(?:\|(?!unlocalize)[^}]*)?\}\}")


@pytest.mark.parametrize(
    "sjabloon", SJABLONEN, ids=lambda pad: str(pad.relative_to(settings.BASE_DIR))
)
def test_the_number_of_a_row_is_never_written_as_an_amount(sjabloon):
    """`1.234` in an id or an address points at nothing."""
    fouten = SLEUTEL.findall(sjabloon.read_text())
    assert [fout for fout in fouten if "auto_id" not in fout and "field_id" not in fout] == []
