"""The pytest plugin that gives a run its servers. Loaded by `-p tests.plugin` in pyproject.toml.

A plugin and not a conftest, because pytest-django reads the settings before any conftest, and
the settings want the address of a database.
"""

import os
import signal
from types import FrameType

import pytest
from pytest_django.plugin import blocking_manager_key

from tests.hulp.testrun import Testrun, sleutelvoorvoegsel
from verbinder.lokaal.fouten import LokaleFout

pytest_plugins = ["tests.hulp.browser", "tests.hulp.kantoor", "tests.hulp.worker"]

# A fixture tells what a test needs, so that nobody has to remember the mark.
MERKEN = {"eigen_database": "database", "worker": "broker", "browser": "browser"}
run_key = pytest.StashKey[Testrun]()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if _is_xdist_worker():
        os.environ["REDIS_VOORVOEGSEL"] = sleutelvoorvoegsel()
        return
    signal.signal(signal.SIGTERM, _als_ctrl_c)
    try:
        run = early_config.stash[run_key] = Testrun()
        run.zet_omgeving()
    except LokaleFout as fout:
        raise pytest.UsageError(str(fout)) from fout


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Before pytest-xdist starts its workers, which is also in this hook."""
    config = session.config
    if _is_xdist_worker() or config.option.collectonly:
        return
    try:
        with config.stash[blocking_manager_key].unblock():
            config.stash[run_key].begin()
    except LokaleFout as fout:
        raise pytest.UsageError(str(fout)) from fout


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    if run := config.stash.get(run_key, None):
        run.einde()


def pytest_itemcollected(item: pytest.Item) -> None:
    for fixture, merk in MERKEN.items():
        if fixture in getattr(item, "fixturenames", ()):
            item.add_marker(merk)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must run, a test that was skipped is a test that failed."""
    verslag = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("OVERSLAAN_MAG") == "nee" and verslag and verslag.stats.get("skipped"):
        verslag.write_line("Er zijn tests overgeslagen, en OVERSLAAN_MAG is nee.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _is_xdist_worker() -> bool:
    return "PYTEST_XDIST_WORKER" in os.environ


def _als_ctrl_c(signaal: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
