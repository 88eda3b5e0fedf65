"""Every address of the site: each room has its own `urls.py`."""

from django.urls import include, path

handler400 = "samenspel.common.views.bad_request"
handler403 = "samenspel.common.views.permission_denied"
handler404 = "samenspel.common.views.page_not_found"
handler500 = "samenspel.common.views.server_error"

urlpatterns = [
    path("", include("samenspel.portal.urls")),
    path("vragen/", include("samenspel.questions.urls")),
    path("aanbod/", include("samenspel.catalogue.urls")),
    path("kennis/", include("samenspel.knowledge.urls")),
    path("organisaties/", include("samenspel.organisations.urls")),
    path("", include("samenspel.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("ui/", include("samenspel.ui.urls")),
    path("", include("samenspel.common.urls")),
]
