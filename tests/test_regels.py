"""docs/regels.md: every rule of the field has tests, and those tests exist."""

import re
from pathlib import Path

import pytest

BASIS = Path(__file__).parent.parent
# R38, a version for the public, is still to come (README).
REGELS = [f"R{n}" for n in range(1, 41) if n != 38]
TABEL = {
    rij[1]: re.findall(r"`(\w+)::(\w+)`", rij[0])
    for rij in re.finditer(r"^\| (R\d+) \|.*$", (BASIS / "docs/regels.md").read_text("utf-8"), re.M)
}


def bestaande_tests() -> set[tuple[str, str]]:
    """(module, name) of every test function."""
    return {
        (bestand.stem, naam)
        for bestand in (BASIS / "tests").rglob("test_*.py")
        for naam in re.findall(r"def (test_\w+)", bestand.read_text("utf-8"))
    }


def test_every_rule_of_the_issue_stands_in_the_table_in_order():
    assert list(TABEL) == REGELS


@pytest.mark.parametrize("regel", REGELS)
def test_the_tests_of_each_rule_exist(regel):
    assert TABEL[regel], "deze regel heeft geen test"
    assert set(TABEL[regel]) - bestaande_tests() == set()
