from django.urls import include, path

from samenspel.common import views

urlpatterns = [
    path("gezondheid/", views.health, name="health"),
    path("taal/", include("django.conf.urls.i18n")),
]
