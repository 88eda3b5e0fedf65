import pytest
from django.test import Client, RequestFactory

from samenspel.common import views


@pytest.mark.django_db
def test_missing_page_says_so_with_the_request_id():
    response = Client().get("/bestaat-niet/")
    assert response.status_code == 404
    assert "Deze pagina is er niet" in response.text
    assert response["X-Request-ID"] in response.text


@pytest.mark.django_db
def test_form_that_was_open_too_long_tells_how_to_save_the_text():
    response = Client(enforce_csrf_checks=True).post("/taal/setlang/")
    assert response.status_code == 403
    assert "Dit formulier stond te lang open" in response.text
    assert "kopieer" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "words"), [(400, "niet lezen"), (403, "mag je hier niet")])
def test_page_for_other_errors(status, words, client):
    request = client.get("/ui/").wsgi_request
    assert words in views.error_page(request, status).content.decode()


@pytest.mark.django_db
def test_reason_is_shown_and_escaped(client):
    request = client.get("/ui/").wsgi_request
    page = views.error_page(request, 403, reason="Alleen de eigenaar <mag> dit.")
    assert "Alleen de eigenaar &lt;mag&gt; dit." in page.content.decode()


def test_page_for_our_own_fault_needs_no_database():
    """Without the `db` mark any query fails."""
    page = views.error_page(RequestFactory().get("/"), 500)
    assert "Er ging iets mis bij ons" in page.content.decode()


def test_page_for_our_own_fault_survives_missing_assets(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
    }
    page = views.error_page(RequestFactory().get("/"), 500)
    assert "/static/ui/dist/samenspel.css" in page.content.decode()
