"""A real browser: Chromium of the system, steered by Playwright, kept away from the internet."""

import os
import shutil

import pytest
from django.conf import settings

OPTIES = [
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
PROGRAMMAS = ("chromium", "chromium-browser", "google-chrome")
GEEN_CHROMIUM = "Chromium ontbreekt. Met `make browser` draaien deze tests mee."
# A wide screen, a phone, and the narrowest that WCAG asks for.
BREEDTEN = (1280, 390, 320)
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser():
    """One browser per process; each test opens a window of its own in it."""
    programma = next(filter(None, map(shutil.which, PROGRAMMAS)), None)
    if programma is None:
        pytest.skip(GEEN_CHROMIUM)
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, and Django then suspects async code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    zandbak = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=programma, args=OPTIES + zandbak)
        yield chromium
        chromium.close()


@pytest.fixture
def klachten() -> list[str]:
    """What the browser said of the page that should not be: empty at the end of a good test."""
    return []


@pytest.fixture
def pagina(browser, live_server, klachten):
    """An empty window on a server of its own; fails when a page broke its rules or its script."""
    venster = browser.new_context(
        base_url=live_server.url, locale="nl-NL", timezone_id="Europe/Amsterdam"
    )
    pagina = venster.new_page()
    pagina.on("console", lambda bericht: _onthoud(bericht.text, klachten))
    pagina.on("pageerror", lambda fout: klachten.append(str(fout)))
    yield pagina
    venster.close()
    assert klachten == []


def _onthoud(bericht: str, klachten: list[str]) -> None:
    if "Content Security Policy" in bericht:
        klachten.append(bericht)


def als(pagina, live_server, gebruiker) -> None:
    """Make the window that of this user."""
    from django.test import Client

    from tests.mensen import log_in

    naam = settings.SESSION_COOKIE_NAME
    sessie = log_in(Client(), gebruiker).cookies[naam].value
    pagina.context.add_cookies([{"name": naam, "value": sessie, "url": live_server.url}])


def bekijk(pagina, *adressen: str, goed: tuple[int, ...] = (200,)) -> None:
    """Assert that each page opens, fits each width, and has no fault, also where it folds open."""
    for adres in adressen:
        assert pagina.goto(adres).status in goed, adres
        assert te_breed(pagina) == [], adres
        axe(pagina)


def te_breed(pagina) -> list[str]:
    """On which widths the page, with all that folds open, sticks out sideways; one may stay."""
    pagina.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    fouten = []
    for breedte in BREEDTEN:
        pagina.set_viewport_size({"width": breedte, "height": 900})
        over = pagina.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            fouten.append(f"{over} px te breed op {breedte} px")
    return fouten


def axe(pagina) -> None:
    """Assert that the page, as it stands in the window, has no fault that axe can find."""
    from axe_playwright_python.base import AXE_SCRIPT

    # `evaluate`, because the Content Security Policy rightly refuses a script tag.
    pagina.evaluate(AXE_SCRIPT)
    uitkomst = pagina.evaluate(
        "regels => axe.run(document, {runOnly: {type: 'tag', values: regels}})", WCAG
    )
    fouten = [
        f"{fout['id']}: {fout['help']} — {plek['html']}"
        for fout in uitkomst["violations"]
        for plek in fout["nodes"]
    ]
    assert fouten == [], "\n".join(fouten)
