from django.urls import path

from samenspel.organisations import views

app_name = "organisations"
urlpatterns = [
    path("", views.organisation_list, name="index"),
    path("organisaties.csv", views.organisation_csv, name="csv"),
    path("rol/", views.switch, name="switch"),
    path("rol/<int:pk>/bevestigen/", views.confirm, name="confirm"),
    path("rol/<int:pk>/beeindigen/", views.end, name="end"),
    path("<slug:slug>/", views.organisation_page, name="detail"),
    path("<slug:slug>/bewerken/", views.edit, name="edit"),
    path("<slug:slug>/aanmelden/", views.join, name="join"),
    path("<slug:slug>/mensen/", views.people, name="people"),
]
