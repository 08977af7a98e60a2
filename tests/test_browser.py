"""The browser of the tests sees what a visitor's browser would complain about."""

import pytest

from tests.hulp.browser import axe


def test_the_log_in_page_is_accessible(pagina):
    pagina.goto("/")

    assert pagina.get_by_role("heading", level=1).is_visible()
    axe(pagina)


def test_axe_reports_a_fault(pagina):
    pagina.goto("/")
    pagina.evaluate("document.body.innerHTML = '<main><h1>Kop</h1><img src=\"data:,\"></main>'")

    with pytest.raises(AssertionError, match="image-alt"):
        axe(pagina)


def test_the_browser_cannot_reach_the_outside(pagina):
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        pagina.goto("http://voorbeeld.invalid/")


def test_a_page_that_breaks_the_security_policy_is_noticed(pagina, klachten):
    pagina.goto("/")
    pagina.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        " {text: 'window.stuk = 1'}))"
    )

    assert "Content Security Policy" in klachten.pop()
