"""The cache may be away: pages work, and each process still counts log-in attempts."""

import pytest
from django.core.cache import caches

from verbinder.web.cache import VergevingsgezindeCache


@pytest.fixture
def kapot() -> VergevingsgezindeCache:
    """A cache on a port where nothing listens."""
    return VergevingsgezindeCache("redis://127.0.0.1:1/0", {"KEY_PREFIX": "toets"})


def test_what_was_written_can_be_read_in_this_process(kapot):
    kapot.set("sleutel", [1, 2], 60)

    assert kapot.get("sleutel") == [1, 2]
    assert kapot.get("anders", "niets") == "niets"
    assert kapot.get_many(["sleutel", "anders"]) == {"sleutel": [1, 2]}
    assert kapot.has_key("sleutel")
    kapot.delete("sleutel")
    assert kapot.get("sleutel") is None


def test_a_lock_is_given_once(kapot):
    assert kapot.add("slot", True, 60)
    assert not kapot.add("slot", True, 60)
    kapot.delete("slot")


def test_attempts_are_still_counted(client, mensen, monkeypatch, kapot):
    monkeypatch.setattr(caches._connections, "default", kapot)
    for _ in range(5):
        client.post("/inloggen/", {"login": mensen.verbinder.email, "password": "fout"})
    antwoord = client.post("/inloggen/", {"login": mensen.verbinder.email, "password": "fout"})

    assert "Te veel pogingen" in antwoord.content.decode()


def test_pages_work_without_it(als, monkeypatch, kapot):
    monkeypatch.setattr(caches._connections, "default", kapot)

    assert als("verbinder").get("/regios/").status_code == 200
